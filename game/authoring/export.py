"""Take a county out: a GeoJSON map and a table, to be changed with the usual programs and brought back."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from game.authoring.frame import MAP
from game.authoring.rows import COLUMNS, FACT_COLUMNS, SITE_COLUMNS
from game.authoring.words import LINE, NAME, PROFILE
from game.county.place import County

FILES = MAP_FILE, TABLE_FILE, CSV_FILE = "乡镇边界.geojson", "乡镇和村.xlsx", "乡镇和村.csv"
_ORDER = ("township_id", "township", "zone", "id", "village", "households", "poor", "remote", "x", "y")
_WIDTHS = {"township": 14, "zone": 12, "village": 16, "id": 16, "township_id": 14}


def geojson(county: County) -> str:
    """Return the townships as a FeatureCollection; map units, north up, its `bbox` the whole square of the map."""
    zones = {zone.id: zone.name for zone in county.zones}
    features = [
        {
            "type": "Feature",
            "properties": {"id": t.id, "name": t.name, "zone": zones[t.zone], "zone_id": t.zone},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, MAP - y] for x, y in (*t.outline, t.outline[0])]],
            },
        }
        for t in county.townships
    ]
    head = {"type": "FeatureCollection", "name": county.name, "bbox": [0, 0, MAP, MAP]}
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n{lines}\n]}}\n'


def village_rows(county: County) -> list[list[Any]]:
    """Return the village table, its headings first."""
    zones = {zone.id: zone.name for zone in county.zones}
    rows: list[list[Any]] = [[COLUMNS[key][1 if key in ("x", "y") else 0] for key in _ORDER]]
    for village in county.villages:
        township = county.township(village.township)
        poor = "是" if village.poor else "否"
        rows.append(
            [
                *(township.id, township.name, zones[township.zone], village.id, village.name),
                *(village.households, poor, village.remote, village.x, MAP - village.y),
            ]
        )
    return rows


def site_rows(county: County) -> list[list[Any]]:
    """Return the table of resettlement sites, its headings first."""
    head: list[Any] = [SITE_COLUMNS[key][0] for key in ("id", "site", "township", "households")]
    return [head, *([s.id, s.name, county.township(s.township).name, s.households] for s in county.sites)]


def fact_rows(county: County) -> list[list[Any]]:
    """Return the facts of the whole county, their headings first."""
    head: list[Any] = [FACT_COLUMNS[key][0] for key in ("fact", "value")]
    lines = [[f"{year}{LINE}", yuan] for year, yuan in county.lines]
    return [head, [NAME, county.name], *lines, *([PROFILE[key], value] for key, value in county.profile.items())]


def write_out(county: County, folder: Path) -> tuple[Path, ...]:
    """Write map and tables into a folder and return the files. The csv has the villages only, the xlsx everything."""
    folder.mkdir(parents=True, exist_ok=True)
    files = tuple(folder / name for name in FILES)
    files[0].write_text(geojson(county), encoding="utf-8", newline="\n")
    _workbook(county, files[1])
    # Excel takes a csv for UTF-8 only where it begins with a mark
    with files[2].open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(village_rows(county))
    return files


def _workbook(county: County, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    for title, rows in (("村", village_rows(county)), ("安置点", site_rows(county)), ("全县", fact_rows(county))):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # a name that begins with = is a name
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for k, key in enumerate(_ORDER if title == "村" else ("id",) * 4):
            sheet.column_dimensions[chr(65 + k)].width = _WIDTHS.get(key, 10)
        sheet.freeze_panes = "A2"
    book.save(path)
