"""From the rows of an event list to injects, as data; every fault is said with its sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from game.authoring.events import wording
from game.authoring.events.columns import COLUMNS, Head
from game.authoring.events.frame import ALL_SEATS, Frame
from game.authoring.geojson import plain
from game.authoring.grid import Cell, letters
from game.authoring.notes import Notes
from game.scenario.tree import CONTROL

Json = dict[str, Any]
IDENT = re.compile(r"[a-z][a-z0-9_-]{0,47}")
REPLY = (1, 4000)
TEXT_MOST, TITLE_MOST, LINE_MOST = 6000, 200, 200
SHORT = 18
"""Characters of a title taken from the text."""
WITHIN = 7
"""Days for an expected action that names none."""
USUAL = {"domain": "public", "form": "notice"}
"""What an event is where the list does not say it."""
FILLED_IN = {
    "domain": "没有“类型”一列，每件都先写成“舆情民意”。",
    "form": "没有“方式”一列，每件都先写成“通知”。",
}
_YES = {"是", "√", "✓", "1", "y", "yes", "true", "干扰"}
_ANY_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Whatever breaks a line for anybody who reads the YAML later."""
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\ufeff"), "")
_BREAKS = re.compile(r"[、，,;；/\n]+")


@dataclass(slots=True)
class Event:
    """One row as an inject, and what of it no inject can hold."""

    row: int
    inject: Json
    wishes: list[str] = field(default_factory=list)
    """Expected actions in words that no command measures; kept as a remark."""


def read_events(head: Head, frame: Frame, file: str, notes: Notes) -> list[Event]:
    """Return the events of a sheet, those with faults left out after saying so."""
    reader = _Reader(head, frame, file, notes)
    reader.say_filled_in()
    return [event for number, cells in rows_of(head) if (event := reader.event(number, cells)) is not None]


def rows_of(head: Head) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Yield each row that says anything, its cells by column; a column that is not there is an empty cell."""
    for number, row in enumerate(head.sheet.rows[head.row + 1 :], head.row + 2):
        cells = {key: Cell(f"A{number}", None) for key in COLUMNS}
        for key, at in head.columns.items():
            cells[key] = row[at] if at < len(row) else Cell(f"{letters(at)}{number}", None)
        if any(plain(cells[key].value) or cells[key].fault for key in head.columns):
            yield number, cells


class _Reader:
    def __init__(self, head: Head, frame: Frame, file: str, notes: Notes) -> None:
        self.head = head
        self.frame = frame
        self.file = file
        self.notes = notes
        self.numbers: dict[str, str] = {}
        self.ids: dict[str, str] = {}

    def error(self, code: str, cell: Cell, message: str, cure: str, near: str = "") -> None:
        self.notes.error(code, self.file, self.head.sheet.place(cell.ref), message, cure, near)

    def warn(self, code: str, cell: Cell, message: str, cure: str) -> None:
        self.notes.warn(code, self.file, self.head.sheet.place(cell.ref), message, cure)

    def say_filled_in(self) -> None:
        """Say once what every event gets for want of a column: nobody should find it out in the exercise."""
        for key, told in FILLED_IN.items():
            if key not in self.head.columns:
                self.notes.warn(f"no-{key}-column", self.file, "", told, "可以指明哪一列是它，也可以导入以后再改。")

    def event(self, number: int, cells: dict[str, Cell]) -> Event | None:
        before = self.notes.errors
        for key, cell in cells.items():
            if cell.fault:
                what = COLUMNS[key].zh
                cure = "请选中这一列，复制，再“选择性粘贴”为数值。"
                self.error("formula", cell, f"{what}是公式，不是值。", cure)
        if self.notes.errors > before:
            return None
        inject: Json = {"id": self.ident(number, cells)}
        text = self.words(cells["text"], TEXT_MOST)
        if not text:
            self.error("no-text", cells["text"], "内容是空的。", "写上席位会读到的话。")
        inject["title"] = self.line(cells["title"], TITLE_MOST) or _short(text)
        inject["form"] = self.one_of(cells["form"], wording.forms(), "方式", USUAL["form"])
        inject["domain"] = self.one_of(cells["domain"], wording.domains(), "类型", USUAL["domain"])
        inject["trigger"] = self.time(cells["time"])
        inject["to"] = self.seats(cells["to"])
        inject["sender"] = self.line(cells["sender"], LINE_MOST)
        if not inject["sender"]:
            self.warn("no-sender", cells["sender"], "没有写发出方，当作“导调组”。", "写上是谁发来的。")
            inject["sender"] = "导调组"
        place = self.place(cells["place"])
        if place:
            inject["place"] = place
        inject["text"] = text
        inject["objective"] = self.objective(cells["objective"])
        if plain(cells["noise"].value).lower() in _YES:
            inject["noise"] = True
        expected, wishes = self.expected(cells["expect"])
        if expected:
            inject["expect"] = expected
        reply = self.days(cells["reply"])
        if reply is not None:
            inject["reply_within"] = reply
        return Event(number, inject, wishes) if self.notes.errors == before else None

    def ident(self, number: int, cells: dict[str, Cell]) -> str:
        cell, given = cells["number"], plain(cells["number"].value).removesuffix(".0")
        if given:
            first = self.numbers.setdefault(given, cell.ref)
            if first != cell.ref:
                self.error("duplicate-number", cell, f"序号“{given}”与 {first} 重复。", "给其中一行换一个序号。")
        own = plain(cells["id"].value).lower()
        if own and not IDENT.fullmatch(own):
            cure = "编号以小写字母开头，只用小写字母、数字、连字符和下划线；也可以留空，由程序编。"
            self.error("bad-id", cells["id"], f"编号“{own}”不合格。", cure)
            return own
        plainly = re.sub(r"[^a-z0-9_-]+", "-", given.lower()).strip("-")
        ident = own or (plainly if IDENT.fullmatch(plainly) else f"event-{plainly or number}")
        if not own and not given:  # nobody called it anything: the next name that is free
            free = (f"event-{n}" for n in count(number))
            ident = next(name for name in free if name not in self.frame.injects and name not in self.ids)
        source = cells["id"] if own else cell
        first = self.ids.setdefault(ident, source.ref)
        if first != source.ref:
            self.error("duplicate-id", source, f"编号“{ident}”与 {first} 重复。", "换一个编号。")
        elif ident in self.frame.injects:
            cure = "换一个编号；要改已有的情况，请在场景文件里改。"
            self.error("already-there", source, f"场景里已经有编号为“{ident}”的情况。", cure)
        return ident

    def words(self, cell: Cell, most: int) -> str:
        text = "" if cell.value is None else str(cell.value)
        text = CONTROL.sub(" ", _ANY_BREAK.sub("\n", text).translate(_UNSEEN))
        text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
        if len(text) > most:
            self.error("too-long", cell, f"有 {len(text)} 个字，最多 {most} 个。", "请缩短，或拆成两件情况。")
        return text

    def line(self, cell: Cell, most: int) -> str:
        return " ".join(self.words(cell, most).split())

    def one_of(self, cell: Cell, known: dict[str, str], what: str, usual: str) -> str:
        said = plain(cell.value).lower()
        if not said:
            return usual
        if said in known:
            return known[said]
        group = "domain" if what == "类型" else "form"
        names = [name for name in known if not name.isascii()]
        chosen = "、".join(dict.fromkeys(wording.name_of(group, ident) for ident in known.values()))
        self.error(f"unknown-{group}", cell, f"不认识{what}“{said}”。", f"可以是：{chosen}。", self.near(said, names))
        return usual

    def near(self, said: str, names: list[str]) -> str:
        return self.notes.seeker.nearest(said, names)

    def time(self, cell: Cell) -> Json:
        try:
            trigger, clock = wording.read_time(cell.value, self.frame.start, self.frame.turn_days, self.head.unit)
        except wording.BadTime as bad:
            self.error(bad.code, cell, str(bad), bad.cure)
            return {}
        if clock:
            self.warn(
                "clock-dropped", cell, "推演按天进行，钟点没有用上。", "同一天里的先后由回合决定；要分先后请错开日子。"
            )
        day = self.day_of(trigger)
        if day is not None and self.frame.length is not None and day >= self.frame.length:
            cure = "改早一些，或给场景加几个回合。"
            self.error("after-end", cell, f"第 {day} 天，可场景到第 {self.frame.length} 天就结束了。", cure)
        return trigger

    def day_of(self, trigger: Json) -> int | None:
        """Return the day of a trigger that has one, from 0."""
        at = trigger.get("at")
        if isinstance(at, str):
            return (date.fromisoformat(at) - self.frame.start).days if self.frame.start is not None else None
        return at if isinstance(at, int) else None

    def seats(self, cell: Cell) -> list[str]:
        text = "" if cell.value is None else str(cell.value)
        said = [word.strip() for word in _BREAKS.split(text) if word.strip()]
        if not said:
            self.error("no-seat", cell, "没有写接收方。", f"写上席位，可以是：{'、'.join(self.frame.seats.values())}。")
        found: list[str] = []
        for word in said:
            found += [seat for seat in self.seat(word, cell) if seat not in found]
        return found

    def seat(self, word: str, cell: Cell) -> tuple[str, ...]:
        if plain(word).lower() in ALL_SEATS:
            return tuple(self.frame.seats)
        match = self.frame.seats_named(word)
        if len(match) == 1:
            return match
        if match:
            named = "、".join(f"{self.frame.seats[seat]}（{seat}）" for seat in match)
            self.error("several-seats", cell, f"“{plain(word)}”可以是几个席位：{named}。", "请写全名或席位编号。")
        else:
            known = list(self.frame.seats.values())
            cure = f"场景里的席位有：{'、'.join(known)}。"
            self.error("unknown-seat", cell, f"没有叫“{plain(word)}”的席位。", cure, self.near(plain(word), known))
        return ()

    def place(self, cell: Cell) -> Json:
        said = plain(cell.value)
        if not said:
            return {}
        rule = wording.read_place(said)
        if rule is not None:
            return rule
        match = self.frame.places.get(said.replace(" ", ""), ())
        if len(match) == 1:
            return {match[0][0]: match[0][1]}
        if match:
            known = "、".join(ident for _, ident in match)
            self.error("several-places", cell, f"叫“{said}”的地方有几个：{known}。", "请在前面加上乡镇名，或写编号。")
        else:
            cure = "写场景所选乡镇里的村或乡镇的全名；也可以留空，由程序挑。"
            self.error(
                "unknown-place", cell, f"没有叫“{said}”的村或乡镇。", cure, self.near(said, list(self.frame.places))
            )
        return {}

    def objective(self, cell: Cell) -> str:
        said = plain(cell.value)
        if not said:
            return self.frame.objectives[0]
        said = next((ident for ident, words in self.frame.goals.items() if plain(words) == said), said)
        if said not in self.frame.objectives:
            known = list(self.frame.goals.values()) or list(self.frame.objectives)
            cure = f"可以是：{'；'.join(known)}；留空就用第一个。"
            near = self.near(said, [*known, *self.frame.objectives])
            self.error("unknown-objective", cell, f"场景里没有目标“{said}”。", cure, near)
        return said

    def days(self, cell: Cell) -> int | None:
        said = plain(cell.value).removesuffix("天").removesuffix(".0").strip()
        if not said:
            return None
        if not re.fullmatch(r"\d{1,5}", said) or not REPLY[0] <= int(said) <= REPLY[1]:
            self.error("bad-days", cell, f"期限“{said}”不是天数。", "写整数的天数，例如 7；不要求答复就留空。")
            return None
        return int(said)

    def expected(self, cell: Cell) -> tuple[list[Json], list[str]]:
        found: list[Json] = []
        wishes: list[str] = []
        for line in self.words(cell, TEXT_MOST).split("\n"):
            if not line.strip():
                continue
            one, strange = wording.read_expectation(line)
            if one is None:
                wishes.append(line.strip())
                continue
            if strange:
                self.error("bad-action", cell, f"预期行动里看不懂“{strange[:60]}”。", "内容要写成一行 JSON。")
            if not one["within"]:
                one["within"] = WITHIN
                self.warn(
                    "no-days", cell, f"预期行动“{line.strip()[:20]}”没有写几天内，当作 {WITHIN} 天。", "写上“7天内”。"
                )
            if "by" in one:
                one["by"] = [seat for word in one["by"] for seat in self.seat(word, cell)]
            one.setdefault("id", f"action-{len(found) + 1}")
            found.append({"id": one.pop("id"), **one})
        if wishes:
            cure = f"要让程序评分，请写指令名，例如 签发战令｜7天内；指令有：{_commands()}。"
            self.warn("not-measured", cell, f"“{wishes[0][:24]}”不是推演里的指令，只作为备注留下。", cure)
        return found, wishes


def _commands() -> str:
    shown = ("issue_order", "offer_contract", "register_finding", "plan_visit", "hold_dispatch", "choose_option")
    return "、".join(wording.name_of("command", kind) for kind in shown) + "等"


def _short(text: str) -> str:
    """Return a title made of the first words of a text."""
    first = re.split(r"[。！？!?；;\n]", text, maxsplit=1)[0].strip()
    return first if len(first) <= SHORT else first[: SHORT - 1] + "…"
