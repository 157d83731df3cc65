"""What a table says of the whole county: its name, the income lines, how it stands at the start."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.authoring.geojson import plain, shown
from game.authoring.notes import Notes
from game.authoring.rows import Table
from game.authoring.words import LINE, NAME, PROFILE
from game.county.naming import syllables

_LINE = re.compile(r"((?:19|20)[0-9]{2})" + re.escape(LINE))


@dataclass(slots=True)
class Facts:
    """Facts of the whole county; what no file says is as in T County."""

    name: str = ""
    lines: tuple[tuple[int, int], ...] = ()
    profile: dict[str, int] = field(default_factory=dict)


def facts_of(table: Table, notes: Notes) -> Facts:
    """Return the facts of a table; unknown ones are said to be so."""
    facts = Facts()
    lines: dict[int, int] = {}
    keys = {label: key for key, label in PROFILE.items()}
    for place, what, cell in table.facts:
        text = plain(cell.value)
        year = _LINE.fullmatch(what)
        if what == NAME:
            facts.name = shown(cell.value)
            continue
        if year is None and what not in keys:
            near = notes.seeker.nearest(what, [NAME, f"2019{LINE}", *keys])
            cure = f"可以写：{NAME}、2019{LINE}、{'、'.join(keys)}。"
            notes.error("no-such-fact", table.file, place, f"不认识项目“{what}”。", cure, near)
            continue
        low, high = (100, 100_000) if year else (0, 10_000)
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1
        if not low <= number <= high:
            cure = f"请写 {low} 到 {high} 之间的整数。"
            notes.error("out-of-range", table.file, place, f"{what}“{text}”不对。", cure)
        elif year:
            lines[int(year[1])] = number
        else:
            facts.profile[keys[what]] = number
    known = lines or {int(year): yuan for year, yuan in syllables()["lines"].items()}
    facts.lines = tuple(sorted(known.items()))
    return facts
