"""Write a county as the text of a county file: what `read_county` reads back is the same county."""

from __future__ import annotations

import re

from game.county.place import County, Site, Township, Village

_WIDTH = 110
_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff·（）_-]*")
_RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
HEAD = """# {name}。地图单位：全县 0-1000，横坐标向东，纵坐标向南；remote 为偏远程度（千分比）。
# {townships} 个乡镇，{villages} 个村，其中贫困村 {poor} 个，{households} 户。
"""


def write_county(county: County, comment: str = "") -> str:
    """Return the text of a county file; `comment` (whole lines with their #) replaces the usual heading."""
    head = comment or HEAD.format(
        name=county.name.replace("\n", " "),
        townships=len(county.townships),
        villages=len(county.villages),
        poor=sum(v.poor for v in county.villages),
        households=sum(v.households for v in county.villages),
    )
    lines = [
        head.rstrip("\n"),
        "format: 1",
        f"name: {_text(county.name)}",
        "zones:",
        *(f"  - {{id: {_id(zone.id)}, name: {_text(zone.name)}}}" for zone in county.zones),
        "# 农村居民收入标准，元/人·年",
        "lines: {" + ", ".join(f"{year}: {yuan}" for year, yuan in county.lines) + "}",
    ]
    if county.profile:
        lines += [
            "# 起始状况（万分比）：历年建档立卡人口、在册未脱贫人口、已脱贫中的错退、未建档中的漏评、认可的户",
            "profile: {" + ", ".join(f"{name}: {value}" for name, value in county.profile.items()) + "}",
        ]
    if county.sites:
        lines += ["sites:", *(_site(site) for site in county.sites)]
    lines.append("townships:")
    for township in county.townships:
        lines += _township(township)
        lines += [_village(village) for village in county.villages_of(township.id)]
    return "\n".join(lines) + "\n"


def _site(site: Site) -> str:
    return (
        f"  - {{id: {_id(site.id)}, name: {_text(site.name)}, township: {_id(site.township)}, "
        f"households: {site.households}}}"
    )


def _township(township: Township) -> list[str]:
    return [
        f"  - id: {_id(township.id)}",
        f"    name: {_text(township.name)}",
        f"    zone: {_id(township.zone)}",
        "    outline:",
        *_outline(township.outline),
        "    villages:",
    ]


def _outline(points: tuple[tuple[int, int], ...]) -> list[str]:
    """Return the points over as many lines as they need."""
    rows, row = [], "      ["
    for k, (x, y) in enumerate(points):
        piece = f"[{x}, {y}]" + ("]" if k == len(points) - 1 else ",")
        if len(row) + len(piece) > _WIDTH:
            rows.append(row.rstrip())
            row = "       "
        row += piece + " "
    return [*rows, row.rstrip()]


def _village(village: Village) -> str:
    return (
        f"      - {{id: {_id(village.id)}, name: {_text(village.name)}, households: {village.households}, "
        f"poor: {'true' if village.poor else 'false'}, remote: {village.remote}, at: [{village.x}, {village.y}]}}"
    )


def _id(ident: str) -> str:
    """Return an id as it stands, in quotes where YAML would take it for a number or a word of its own."""
    return ident if _PLAIN.fullmatch(ident) and ident.lower() not in _RESERVED else f'"{ident}"'


def _text(text: str) -> str:
    """Return a name as it stands, in quotes where YAML could read it as something else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    kept = "".join(c if c.isprintable() else " " for c in text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
