"""Bring an event list: read it, show what it would come to, and write it into a scenario's folder once that is wanted.

Nothing of a scenario that is there is changed: its injects get a file of their own, or that file grows at its end; in
a scenario of one file its list of injects does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from game.authoring.events.columns import Head, Mapping, find_head, read_mapping
from game.authoring.events.frame import ALL_SEATS, Frame, county_of, frame_of, places_of
from game.authoring.events.grow import Grown, grown
from game.authoring.events.outset import AFTER, LEAST_TURNS, Post, first_townships, outset, recognise
from game.authoring.events.read import Event, read_events
from game.authoring.geojson import plain
from game.authoring.grid import Sheet, read_sheets
from game.authoring.notes import Notes
from game.authoring.patches import NoPlace
from game.county.place import County
from game.county.read import read_county
from game.resources import county_text
from game.scenario.check import Checked, check_bundle
from game.scenario.files import MAIN, SUFFIXES, main_name
from game.scenario.findings import Finding
from game.scenario.render import cure, message
from game.session.library import catalogues, load_scenario

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
        return bring_into(there, sheets, table.name, notes, wanted, single=folder.is_file())
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
    *,
    single: bool = False,
) -> Brought:
    """Read the sheets of an event list into a scenario that is given by its texts. Never raises on content.

    `file` is what the list is called; `notes` may hold what was said of it when it was read; `lang` is the language in
    which the checker's findings are said; `single` says that the scenario is one file and has no room for a second.
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
    try:
        more = grown(there.bundle, brought.events, single=single)
    except NoPlace:
        cure = "请把 injects 改成一行一件（每件以“- ”开头），再导入。"
        notes.error("brackets", main_name(dict(there.bundle)), "", "情况写在一个方括号里，不能接在后面。", cure)
        return brought
    if _sound(brought, there.bundle, more, there.findings, file):
        brought.files = {more.file: more.text}
    return brought


def _there(folder: Path, notes: Notes) -> Checked | None:
    """Return the scenario of a folder, None where there is none yet; says so where it cannot take events."""
    if folder.is_file():
        if folder.suffix in SUFFIXES:
            return load_scenario(folder)
        cure = "请给出场景的文件夹，或以 .yaml 结尾的场景文件。"
        notes.error("no-scenario", folder.name, "", "这不是场景文件。", cure)
        return None
    if not (folder / MAIN).is_file():
        if folder.is_dir() and any(folder.iterdir()):
            cure = "请给出场景的文件夹，或一个新的文件夹。"
            notes.error("no-scenario", folder.name, "", "这个文件夹里有别的东西，却没有 scenario.yaml。", cure)
        return None
    return load_scenario(folder)


def _say_empty(brought: Brought, file: str) -> None:
    if not brought.notes.errors and not brought.events:
        brought.notes.error("empty", file, "", "表里只有表头，一件情况也没有。", "请每件情况写一行。")


def _sound(brought: Brought, bundle: Map[str, str], more: Grown, known: Sequence[Finding], table: str) -> bool:
    """Have the whole scenario checked as it would be; say what is wrong with what is new."""
    checked = check_bundle({**bundle, more.file: more.text}, counties=county_text, catalogues=catalogues())
    for finding in checked.findings:
        new = finding.file == more.file and more.begins[0] <= finding.line <= more.end
        if finding in known or (finding.severity != "error" and not new):
            continue
        told = f"{message(finding, brought.lang)}（{finding.code}）"
        say = brought.notes.error if finding.severity == "error" else brought.notes.warn
        file, place = _place(brought, more, finding, table)
        say(finding.code, file, place, told, cure(finding, brought.lang) or "请改正事件清单里对应的一行。")
    return checked.scenario is not None


def _place(brought: Brought, more: Grown, finding: Finding, table: str) -> tuple[str, str]:
    """Return file and place of a finding: the row of the list it comes from, else where it is in the scenario."""
    at = sum(number <= finding.line for number in more.begins)
    if finding.file != more.file or not at or brought.head is None or finding.line > more.end:
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
    more = grown({MAIN: main}, brought.events)
    if start is None:
        told = f"没有写场景从哪天开始，当作 {begin.isoformat()}。"
        brought.notes.warn("no-start", table.name, "", told, "用 --start 写明，或以后改 scenario.yaml 的 start。")
    if _sound(brought, {MAIN: main}, more, (), table.name):
        brought.files = {MAIN: main, more.file: more.text}


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
        path = folder if folder.is_file() else folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        ends = "\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else "\n"
        try:
            part.write_text(text.replace("\r\n", "\n"), encoding="utf-8", newline=ends)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        written.append(path)
    return written


def mapping_of(brought: Brought) -> Mapping | None:
    """Return the mapping the columns were read by, to be kept; None where no headings were found."""
    return brought.head.mapping() if brought.head is not None else None
