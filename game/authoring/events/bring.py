"""Bring an event list: read it, show what it would come to, and write it into a scenario's folder once that is wanted.

Nothing of a scenario that is there is changed: its injects get a file of their own, or that file grows at its end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from game.authoring.draft_tree import draft_tree
from game.authoring.events.columns import Head, Mapping, find_head, read_mapping
from game.authoring.events.frame import ALL_SEATS, Frame, county_of, frame_of, places_of
from game.authoring.events.outset import AFTER, LEAST_TURNS, Post, dump, first_townships, outset, recognise
from game.authoring.events.read import Event, read_events
from game.authoring.geojson import plain
from game.authoring.grid import Sheet, read_sheets
from game.authoring.notes import Notes
from game.authoring.turn_keys import turn
from game.county.place import County
from game.county.read import read_county
from game.resources import county_text
from game.scenario.check import Checked, check_bundle
from game.scenario.files import MAIN, main_name
from game.scenario.findings import Finding
from game.scenario.render import cure, message
from game.session.library import catalogues, load_scenario

FILE = "injects/imported.yaml"
COUNTY = "t-county"
OBJECTIVE = "events"


@dataclass(slots=True)
class Brought:
    """What came of an event list: its events, what is to be said of them, and the files that would be written."""

    notes: Notes
    events: list[Event] = field(default_factory=list)
    head: Head | None = None
    files: dict[str, str] = field(default_factory=dict)
    """Name in the folder -> its whole text; empty where anything is an error."""
    new: bool = False
    """Whether the scenario is made anew."""
    lang: Literal["zh", "en"] = "zh"


def bring(
    table: Path, folder: Path, *, mapping: Path | None = None, start: date | None = None, title: str = ""
) -> Brought:
    """Read an event list for a scenario's folder, there or not yet; nothing is written. Never raises on content.

    `start` is the first day of a new scenario; a scenario that is there has its own.
    """
    notes = Notes()
    wanted = read_mapping(mapping, notes) if mapping is not None and mapping.exists() else None
    there = _there(folder, notes) if not notes.errors else None
    sheets = read_sheets(table, notes) if not notes.errors else []
    if there is not None:
        return bring_into(there, sheets, table.name, notes, wanted)
    brought = Brought(notes, head=find_head(sheets, wanted, table.name, notes) if sheets else None)
    if brought.head is not None:
        brought.new = True
        _anew(brought, table, folder, start, title)
    return brought


def bring_into(
    there: Checked,
    sheets: list[Sheet],
    file: str,
    notes: Notes,
    mapping: Mapping | None = None,
    lang: Literal["zh", "en"] = "zh",
) -> Brought:
    """Read the sheets of an event list into a scenario that is given by its texts. Never raises on content.

    `file` is what the list is called; `notes` may hold what was said of it when it was read; `lang` is the language in
    which the checker's findings are said.
    """
    brought = Brought(notes, lang=lang)
    if there.scenario is None and not notes.errors:
        first = there.errors[0]
        said = f"场景有 {len(there.errors)} 处错误：{message(first)}。"
        notes.error("bad-scenario", first.file, f"{first.line}:{first.column}", said, "请先改正场景，再导入。")
    if notes.errors or not sheets or there.scenario is None:
        return brought
    brought.head = find_head(sheets, mapping, file, notes)
    if brought.head is None:
        return brought
    brought.events = read_events(brought.head, frame_of(there.scenario, county_of(there)), file, notes)
    if notes.errors or not brought.events:
        _say_empty(brought, file)
        return brought
    text = _grown(there.bundle.get(FILE, ""), _in_its_keys(injects_text(brought.events), there.bundle))
    if _sound(brought, {**there.bundle, FILE: text}, there.findings, file):
        brought.files = {FILE: text}
    return brought


def _there(folder: Path, notes: Notes) -> Checked | None:
    """Return the scenario of a folder, None where there is none yet; says so where it cannot take events."""
    if folder.is_file():
        one_file(folder.name, notes)
        return None
    if not (folder / MAIN).is_file():
        if folder.is_dir() and any(folder.iterdir()):
            cure = "请给出场景的文件夹，或一个新的文件夹。"
            notes.error("no-scenario", folder.name, "", "这个文件夹里有别的东西，却没有 scenario.yaml。", cure)
        return None
    return load_scenario(folder)


def one_file(name: str, notes: Notes) -> None:
    """Say that a scenario of one file has no room for a second."""
    cure = "请新建一个文件夹，把它改名为 scenario.yaml 放进去，再导入到那个文件夹。"
    notes.error("one-file", name, "", "场景只有一个文件，旁边不能再放别的。", cure)


def _say_empty(brought: Brought, file: str) -> None:
    if not brought.notes.errors and not brought.events:
        brought.notes.error("empty", file, "", "表里只有表头，一件情况也没有。", "请每件情况写一行。")


def _grown(before: str, more: str) -> str:
    """Return the text of a file of injects with more of them at its end; what is there stays as it is written."""
    if not before.strip():
        return "# 由事件清单导入的情况。可以直接修改；再次导入时，新的情况接在后面。\n" + more
    return before.rstrip("\n") + "\n\n" + more


def injects_text(events: list[Event]) -> str:
    """Return events as the YAML of their injects, in the list's order, each with its remark."""
    parts = []
    for event in events:
        remark = "".join(f"# 预期行动：{line}\n" for line in event.wishes)
        parts.append(remark + dump([event.inject]))
    return "\n".join(parts)


def _in_its_keys(text: str, bundle: Map[str, str]) -> str:
    """Return the YAML of injects with Chinese keys where the file they go to, or else the main file, has these."""
    tree = draft_tree(bundle)
    if tree is None or tree.keys.get(FILE if bundle.get(FILE, "").strip() else main_name(dict(bundle))) != "zh":
        return text
    return turn({FILE: text}, "zh").bundle.get(FILE, text)


def _sound(brought: Brought, bundle: Map[str, str], known: Sequence[Finding], table: str) -> bool:
    """Have the whole scenario checked as it would be; say what is wrong with what is new."""
    checked = check_bundle(bundle, counties=county_text, catalogues=catalogues())
    for finding in checked.findings:
        if finding in known or (finding.severity != "error" and finding.file != FILE):
            continue
        told = f"{message(finding, brought.lang)}（{finding.code}）"
        say = brought.notes.error if finding.severity == "error" else brought.notes.warn
        file, place = _place(brought, bundle[FILE], finding, table)
        say(finding.code, file, place, told, cure(finding, brought.lang) or "请改正事件清单里对应的一行。")
    return checked.scenario is not None


def _place(brought: Brought, text: str, finding: Finding, table: str) -> tuple[str, str]:
    """Return file and place of a finding: the row of the list it comes from, else where it is in the scenario."""
    begins = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("- ")]
    mine = begins[-len(brought.events) :]
    at = sum(number <= finding.line for number in mine)
    if finding.file != FILE or not at or brought.head is None:
        return finding.file, f"{finding.line}:{finding.column}"
    return table, brought.head.sheet.place(f"A{brought.events[at - 1].row}")


# --- a scenario made anew -----------------------------------------------------------------------------------------


def _anew(brought: Brought, table: Path, folder: Path, start: date | None, title: str) -> None:
    assert brought.head is not None
    text = county_text(COUNTY)
    if text is None:
        brought.notes.error("no-county", folder.name, "", f"县域库里没有 {COUNTY}。", "请重新安装。")
        return
    county = read_county(text, COUNTY)
    posts = _posts(brought.head, county)
    frame = Frame(
        seats={post.id: post.name for post in posts} or {"hq-director": "总攻办主任"},
        objectives=(OBJECTIVE,),
        start=start,
        places=places_of(county, first_townships(county)),
    )
    brought.events = read_events(brought.head, frame, table.name, brought.notes)
    if brought.notes.errors or not brought.events:
        _say_empty(brought, table.name)
        return
    begin = start or date(2019, 9, 2)
    last = max((_day(event, begin) for event in brought.events), default=0)
    turns = max(LEAST_TURNS, last // 7 + 1 + AFTER)
    ident = re.sub(r"[^a-z0-9_-]+", "-", folder.name.lower()).strip("-_0123456789") or "imported"
    main = outset(ident[:48], title or table.stem[:200], begin, turns, COUNTY, county, posts)
    files = {MAIN: main, FILE: _grown("", injects_text(brought.events))}
    if start is None:
        told = f"没有写场景从哪天开始，当作 {begin.isoformat()}。"
        brought.notes.warn("no-start", table.name, "", told, "用 --start 写明，或以后改 scenario.yaml 的 start。")
    if _sound(brought, files, (), table.name):
        brought.files = files


def _posts(head: Head, county: County) -> list[Post]:
    """Return the seats the recipients of a list speak of; those that speak of none are said when the rows are read."""
    at = head.columns["to"]
    found: dict[str, Post] = {}
    for row in head.sheet.rows[head.row + 1 :]:
        text = str(row[at].value or "") if at < len(row) else ""
        for word in re.split(r"[、，,;；/\n]+", text):
            if word.strip() and plain(word).lower() not in ALL_SEATS:
                post = recognise(word, county, first_townships(county))
                if post is not None:
                    found.setdefault(post.id, post)
    return list(found.values())


def _day(event: Event, start: date) -> int:
    at = event.inject["trigger"].get("at", 0)
    day = (date.fromisoformat(at) - start) // timedelta(days=1) if isinstance(at, str) else int(at)
    return max(0, day)


# --- written ------------------------------------------------------------------------------------------------------


def write(brought: Brought, folder: Path) -> list[Path]:
    """Write the files of an event list that has no error and return them; `OSError` where they cannot be written.

    A file half written never takes the place of a whole one.
    """
    written = []
    for name, text in brought.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        written.append(path)
    return written


def mapping_of(brought: Brought) -> Mapping | None:
    """Return the mapping the columns were read by, to be kept; None where no headings were found."""
    return brought.head.mapping() if brought.head is not None else None
