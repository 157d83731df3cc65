"""A county on its way into a draft: its townships and the rows of its tables, and what the scenario must name then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from game.authoring.bring import Brought, bring, one_file
from game.authoring.draft_tree import draft_tree
from game.authoring.geojson import plain
from game.authoring.notes import Note, Notes, cell_of, feature_of
from game.authoring.patches import NoPlace, delete, set_value, together
from game.authoring.rows import head_of
from game.authoring.stretches import BadPatch, apply
from game.county.place import County
from game.scenario.files import COUNTY, main_name
from game.scenario.findings import Fix
from game.scenario.tree import Node
from game.ui.editor.checking import check
from game.ui.editor.import_lines import Line, whole_file

OWN = "own-county"
"""What a scenario calls the county it brings with it; its file goes before any of the library's."""
CELLS = 4


@dataclass(frozen=True, slots=True)
class CountyPreview:
    """What a county would come to."""

    county: County | None
    errors: int
    lines: tuple[Line, ...]
    texts: Mapping[str, str]
    """The files of the draft as they would be, the scenario left as it is; empty where there are errors."""
    fitted: Mapping[str, str]
    """The same with the scenario naming all of this county; empty where nothing would change, or nothing can."""
    faults: tuple[int, int]
    """Errors the draft would then have: left as it is, and fitted."""


def preview(map_path: Path, table: Path, name: str, bundle: Mapping[str, str], *, single: bool) -> CountyPreview:
    """Return what a map and a table come to in a draft. Never raises on what the files hold."""
    brought = bring(map_path, table, name)
    notes = Notes()
    if single:
        one_file(main_name(dict(bundle)), notes)
    found = (*notes.all(), *brought.notes)
    lines = _lines(map_path.name, table.name, brought, found)
    errors = sum(note.severity == "error" for note in found)
    if errors or brought.text is None or brought.county is None:
        return CountyPreview(None, errors, lines, {}, {}, (0, 0))
    texts = {COUNTY: brought.text}
    with_it = {**bundle, COUNTY: brought.text}
    fixes = fitting(bundle, brought.county)
    fitted = {**texts, **_changed(bundle, fixes)} if fixes else {}
    faults = len(check(with_it).errors), len(check({**with_it, **fitted}).errors)
    return CountyPreview(brought.county, 0, lines, texts, fitted, faults)


def fitting(bundle: Mapping[str, str], county: County) -> tuple[Fix, ...]:
    """Return the edit by which a scenario plays in all of a county of its own; nothing where it fits as it is.

    Townships and the number of households belong to the county that was there before.
    """
    tree = draft_tree(bundle)
    section = tree.root.get("county") if tree is not None else None
    named = section.get("name") if section is not None else None
    wanted = section.get("townships") if section is not None else None
    there = {township.id for township in county.townships}
    if section is None or named is None:
        steps = [partial(set_value, path="county", value={"name": OWN})]
    elif wanted is None or all(_said(part) in there for part in wanted.parts):
        return ()
    else:
        gone = [key for key in ("townships", "households") if section.get(key) is not None]
        steps = [
            partial(set_value, path="county.name", value=OWN),
            *(partial(delete, path=f"county.{key}") for key in gone),
        ]
    try:
        return together(bundle, *steps)
    except (NoPlace, BadPatch):
        return ()


def _said(node: Node) -> str:
    return node.text() or ""


def _changed(bundle: Mapping[str, str], fixes: tuple[Fix, ...]) -> dict[str, str]:
    after = apply(bundle, fixes)
    return {name: text for name, text in after.items() if text != bundle[name]}


def _lines(map_file: str, table_file: str, brought: Brought, notes: tuple[Note, ...]) -> tuple[Line, ...]:
    """Return what there is to see: the files as a whole, the map's townships, the rows of the tables."""
    names = {shape.number: shape.name for shape in brought.found.shapes} if brought.found is not None else {}
    features: dict[int, list[Note]] = {}
    cells: dict[tuple[str, int], list[Note]] = {}
    rest: dict[str, list[Note]] = {}
    rows = _rows(brought)
    for note in notes:
        feature, cell = feature_of(note.place), cell_of(note.place)
        if note.file == map_file and feature is not None:
            features.setdefault(feature[0], []).append(note)
            names.setdefault(*feature)
        elif note.file == table_file and cell is not None and cell[:2] in rows:
            cells.setdefault(cell[:2], []).append(note)
        else:
            rest.setdefault(note.file, []).append(note)
    lines = [
        replace(line, cells=(file, "", "", ""))
        for file, found in rest.items()
        for line in whole_file(file, found, CELLS)
    ]
    for number in sorted(names):
        shown = (map_file, names.get(number, ""), "", "")
        lines.append(Line((map_file, "", number), shown, tuple(features.get(number, ()))))
    for key, said in rows.items():
        lines.append(Line((table_file, *key), (table_file, *said), tuple(cells.get(key, ()))))
    return tuple(lines)


def _rows(brought: Brought) -> dict[tuple[str, int], tuple[str, str, str]]:
    """Return township, name and number of the rows below the headings of every sheet that says something."""
    found: dict[tuple[str, int], tuple[str, str, str]] = {}
    for sheet in brought.sheets:
        kind, head = head_of(sheet)
        if head is None or not kind:
            continue
        number, columns = head
        keys = {"villages": ("township", "village", "households"), "sites": ("township", "site", "households")}.get(
            kind, ("", "fact", "value")
        )
        for row, cells in enumerate(sheet.rows[number + 1 :], number + 2):
            said = {key: plain(cells[at].value) for key, at in columns.items() if at < len(cells)}
            if any(said.values()) or any(cell.fault for cell in cells):
                found[sheet.name, row] = (said.get(keys[0], ""), said.get(keys[1], ""), said.get(keys[2], ""))
    return found
