"""How an event list words what a scenario keeps as data: times, places and expected actions, both ways."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal

from game.authoring.geojson import plain
from game.exercise.commands.base import REGISTRY
from game.exercise.decide import commands as _all_commands  # noqa: F401 - importing them registers them
from game.exercise.texts import has, say
from game.scenario.model import Domain, Expectation, Form, PlaceRule, Trigger

Json = dict[str, Any]
BY_HAND = "人工投放"
_BY_HAND = {BY_HAND, "人工", "手动", "手动投放", "导调投放", "导调", "by hand", "manual", "byhand"}
_NUMBER = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_DAY = re.compile(r"(?:第|d\+?|t\+|day\s*)?(\d{1,4})(?:天|日)?", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:第|week\s*|turn\s*|w)?(\d{1,3}|[一二三四五六七八九十])(周|个?回合|轮|week|turn)?", re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_SHORT = re.compile(r"(\d{1,2})月(\d{1,2})日")
_CLOCK = re.compile(r"(上午|下午)?\d{1,2}[:点时]\d{0,2}分?(:\d{2})?")
_AFTER = re.compile(r"([a-z][a-z0-9_-]*)(?:=([a-z][a-z0-9_-]*))?\s*之后\s*(\d{1,4})\s*天?")
_CHANCE = re.compile(r"(?:每回合|每轮)?概率\s*(\d{1,3}(?:\.\d)?)%")
_WINDOW = re.compile(r"\((?:第(\d+)天起)?,?(?:第(\d+)天止)?\)$")


class BadTime(ValueError):
    """A time that cannot be used: `code` names the finding, the message says why in Chinese, `cure` what to do."""

    def __init__(self, code: str, message: str, cure: str) -> None:
        super().__init__(message)
        self.code = code
        self.cure = cure


# --- times --------------------------------------------------------------------------------------------------------


def say_time(trigger: Trigger) -> str:
    """Return a trigger as a cell has it; `read_time` reads it back."""
    window = ""
    if trigger.from_day is not None or trigger.until_day is not None:
        first = f"第{trigger.from_day}天起" if trigger.from_day is not None else ""
        last = f"第{trigger.until_day}天止" if trigger.until_day is not None else ""
        window = f"（{'，'.join(part for part in (first, last) if part)}）"
    if trigger.by_hand:
        return BY_HAND
    if trigger.at is not None:
        return trigger.at.isoformat() if isinstance(trigger.at, date) else f"第{trigger.at}天"
    if trigger.after is not None:
        return f"{trigger.after}{f'={trigger.outcome}' if trigger.outcome else ''} 之后 {trigger.delay} 天"
    if trigger.when is not None:
        return f"条件：{trigger.when}{window}"
    return f"每回合概率 {(trigger.chance or 0) / 10:g}%{window}"


def read_time(
    value: object, start: date | None, turn_days: int, unit: Literal["day", "turn", "week"] = "day"
) -> tuple[Json, bool]:
    """Return the trigger a cell means and whether a time of day was left out; `BadTime` where it means none.

    `unit` is what a bare number counts.
    """
    if isinstance(value, datetime):
        return _on(value.date(), start), value.time() != time(0)
    if isinstance(value, date):
        return _on(value, start), False
    if isinstance(value, time):
        raise _clock(value.strftime("%H:%M"))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value).strip()
    if text.startswith(("条件：", "条件:", "when:", "when：")):
        return _conditional(text), False
    said = plain(value)
    if unit != "day" and (said.isdigit() or said in _NUMBER):
        said = f"第{said}{'周' if unit == 'week' else '回合'}"
    if not said:
        raise BadTime("no-time", "时间是空的。", "写第几天（例如 第7天）、日期（例如 2019-09-09），或 人工投放。")
    if said.lower() in _BY_HAND:
        return {"by_hand": True}, False
    if found := _DATE.fullmatch(said):
        return _on(_a_date(int(found[1]), int(found[2]), int(found[3]), said), start), ":" in said
    if found := _SHORT.fullmatch(said):
        if start is None:
            raise _no_start(said)
        near = _a_date(start.year, int(found[1]), int(found[2]), said)
        return _on(near if near >= start else near.replace(year=start.year + 1), start), False
    if found := _AFTER.fullmatch(said):
        outcome = {"outcome": found[2]} if found[2] else {}
        return {"after": found[1], **outcome, "delay": int(found[3])}, False
    if found := _CHANCE.match(said):
        rest = said[found.end() :]
        if not rest or _WINDOW.fullmatch(rest):
            return {"chance": round(float(found[1]) * 10), **_window(rest)}, False
    if found := _DAY.fullmatch(said):
        return {"at": int(found[1])}, False
    found = _SPAN.fullmatch(said)
    if found and (found[2] or said.lower().startswith(("w", "turn"))):
        number = _NUMBER.get(found[1]) or int(found[1])
        weekly = "周" in said or said.lower().startswith("w")
        return {"at": max(0, number - 1) * (7 if weekly else turn_days)}, False
    if _CLOCK.fullmatch(said):
        raise _clock(said)
    raise BadTime("bad-time", f"看不懂时间“{said}”。", "写第几天（例如 第7天）、日期（例如 2019-09-09），或 人工投放。")


def _clock(said: str) -> BadTime:
    return BadTime("time-without-day", f"只有钟点“{said}”，没有哪一天。", "推演按天进行：写第几天，或写上日期。")


def _no_start(said: str) -> BadTime:
    return BadTime("no-start", f"“{said}”是日期，可还不知道场景从哪天开始。", "用 --start 写明第一天，或改写成第几天。")


def _a_date(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadTime("bad-time", f"没有“{said}”这一天。", "请改正日期。") from None


def _on(day: date, start: date | None) -> Json:
    if start is None:
        raise _no_start(day.isoformat())
    if day < start:
        cure = f"场景从 {start.isoformat()} 开始：请改日期，或改场景的开始日期。"
        raise BadTime("before-start", f"{day.isoformat()} 在场景开始之前 {(start - day).days} 天。", cure)
    return {"at": day.isoformat()}


def _conditional(text: str) -> Json:
    when = re.sub(r"^\w+\s*[：:]\s*", "", text)
    tail = re.search(r"（(?:第\d+天起)?，?(?:第\d+天止)?）$", when)
    window = _window(plain(tail[0])) if tail is not None else {}
    return {"when": when[: tail.start()].strip() if tail is not None else when.strip(), **window}


def _window(text: str) -> Json:
    found = _WINDOW.fullmatch(text) if text else None
    if found is None:
        return {}
    return {key: int(day) for key, day in (("from_day", found[1]), ("until_day", found[2])) if day}


# --- names --------------------------------------------------------------------------------------------------------


@cache
def domains() -> dict[str, str]:
    """Return every way to name a domain -> its id."""
    return _named("domain", (d.value for d in Domain))


@cache
def forms() -> dict[str, str]:
    """Return every way to name a form of paper -> its id."""
    more = {"电话": "call", "来电": "call", "微信": "chat", "微信群": "chat", "工作群": "chat", "短信": "chat"}
    more |= {"口头": "call", "书面": "notice", "文件": "notice", "邮件": "notice", "媒体": "news", "新闻": "news"}
    more |= {"信访": "petition", "来信": "petition", "来访": "petition", "报告": "report", "email": "notice"}
    more |= {"phone": "call", "telephone": "call", "letter": "petition", "media": "news", "social media": "news"}
    return more | _named("form", (f.value for f in Form))


@cache
def actions() -> dict[str, str]:
    """Return every way to name a command of the seats -> its id."""
    return _named("command", (kind for kind, spec in REGISTRY.items() if spec.group != "instruct"))


def _named(group: str, ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ident in ids:
        found[ident] = ident
        code = f"{group}.{ident}"
        for lang in ("zh", "en") if has(code) else ():
            found.setdefault(plain(say(code, lang)).lower(), ident)
    return found


def name_of(group: str, ident: str, lang: Literal["zh", "en"] = "zh") -> str:
    """Return what people call a domain, form or command."""
    code = f"{group}.{ident}"
    return say(code, lang) if has(code) else ident


# --- places -------------------------------------------------------------------------------------------------------


def say_place(place: PlaceRule | None) -> str:
    """Return a place as a cell has it: `village=dongpo-01`, `township=dongpo pick=worst by=water`."""
    given = place.model_dump(exclude_none=True) if place is not None else {}
    return " ".join(f"{key}={value}" for key, value in given.items())


def read_place(text: str) -> Json | None:
    """Return the place of a cell of `key=value` words; None where it is written another way."""
    words = [word.partition("=") for word in text.split()]
    if not words or not all(sign and key in PlaceRule.model_fields for key, sign, _ in words):
        return None
    return {key: value for key, _, value in words}


# --- expected actions ---------------------------------------------------------------------------------------------


def say_expectation(one: Expectation, seats: dict[str, str]) -> str:
    """Return an expectation as a line of a cell; `read_expectation` reads it back."""
    parts = [name_of("command", one.command), f"{one.within}天内"]
    if one.by:
        parts.append("、".join(seats.get(seat, seat) for seat in one.by))
    if one.weight != 1:
        parts.append(f"权重{one.weight}")
    if one.late != 500:
        parts.append(f"逾期{one.late}")
    parts.append(f"编号{one.id}")
    if one.content:
        parts.append("内容" + json.dumps(one.content, ensure_ascii=False))
    return "｜".join(parts)


def read_expectation(line: str) -> tuple[Json | None, str]:
    """Return what a line expects, its seats still as they are named under `by`; None where it names no command.

    The second value is a part of the line that was not understood.
    """
    parts = [part.strip() for part in line.split("｜")]
    command = actions().get(plain(parts[0]).lower())
    if command is None:
        said = plain(line)
        inside = [name for name in actions() if not name.isascii() and len(name) > 2 and name in said]
        if not inside:
            return None, ""
        found = re.search(r"(\d{1,3})\s*天内", said)
        longest = max(inside, key=len)
        return {"command": actions()[longest], "within": int(found[1]) if found else 0}, ""
    expected: Json = {"command": command, "within": 0}
    strange = ""
    for part in parts[1:]:
        if part.startswith("内容"):
            try:
                content = json.loads(part.removeprefix("内容"))
            except (ValueError, RecursionError):
                content = None
            if isinstance(content, dict):
                expected["content"] = content
            else:
                strange = part
        elif found := re.fullmatch(r"(\d{1,4})\s*天内", part):
            expected["within"] = int(found[1])
        elif found := re.fullmatch(r"(权重|逾期)\s*(\d{1,4})", part):
            expected["weight" if found[1] == "权重" else "late"] = int(found[2])
        elif part.startswith("编号"):
            expected["id"] = part.removeprefix("编号").strip()
        else:
            expected["by"] = [*expected.get("by", []), *(w for w in re.split(r"[、，,;；/]", part) if w.strip())]
    return expected, strange
