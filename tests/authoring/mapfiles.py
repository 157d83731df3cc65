"""A county of four square townships as map and table, to be hurt in every way."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.authoring.bring import Brought, bring

HEAD = ["乡镇", "战区", "村", "户数", "贫困村(是/否)", "偏远程度", "经度", "纬度"]
TOWNS = {"甲溪镇": (0, 0), "乙坪乡": (1, 0), "丙湾乡": (0, 1), "丁岭乡": (1, 1)}


class Files:
    """A map and a table in the making; `bring` writes them down and imports them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.map: Any = {"type": "FeatureCollection", "features": [square(name, *at) for name, at in TOWNS.items()]}
        self.rows: list[list[Any]] = [list(HEAD)]
        for name in TOWNS:
            zone = "东部战区" if name[0] in "乙丁" else "西部战区"
            for k in range(3):
                self.rows.append(
                    [name, zone, f"{name[0]}{'一二三'[k]}村", 200 + 10 * k, "是" if k else "否", "", "", ""]
                )

    def feature(self, number: int) -> dict[str, Any]:
        return self.map["features"][number - 1]

    def ring(self, number: int) -> list[list[float]]:
        return self.feature(number)["geometry"]["coordinates"][0]

    def write_map(self) -> Path:
        path = self.folder / "map.geojson"
        text = self.map if isinstance(self.map, str) else json.dumps(self.map, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    def write_csv(self, encoding: str = "utf-8", delimiter: str = ",") -> Path:
        path = self.folder / "table.csv"
        lines = [delimiter.join("" if v is None else str(v) for v in row) for row in self.rows]
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    def write_xlsx(self, change: Callable[[Any], None] | None = None) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        sheet = book.active
        sheet.title = "村表"
        for row in self.rows:
            sheet.append(row)
        if change is not None:
            change(sheet)
        path = self.folder / "table.xlsx"
        book.save(path)
        return path

    def bring(self, table: Path | None = None) -> Brought:
        return bring(self.write_map(), table or self.write_csv())


def square(name: str, x: int, y: int) -> dict[str, Any]:
    """Return a township of 10 by 10 kilometres, in metres; the map's y runs north, so y 0 is the south."""
    side, west, south = 10_000, 500_000 + 10_000 * x, 2_900_000 + 10_000 * y
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": [copy.deepcopy(ring)]},
    }
