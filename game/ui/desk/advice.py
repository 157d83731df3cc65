"""Advisers: each looks at what the seat can see and says which harm is coming and when, never what to do about it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from game.exercise.views.shape import TownshipView, View
from game.ui.desk.contract_cover import IN_FORCE
from game.ui.i18n import listed, translate
from game.ui.names import NameBook

NAMED = 2
"""Places that are named; the others are counted."""


@cache
def thresholds() -> dict[str, int]:
    """Return from where on advisers speak, by dotted name; `ValueError` where a number lacks its unit or source."""
    text = (files("game.ui.desk") / "data" / "advice.toml").read_text(encoding="utf-8")
    found: dict[str, int] = {}
    for group, rows in tomllib.loads(text).items():
        for name, row in rows.items():
            if not (isinstance(row.get("value"), int) and row.get("unit") and row.get("source")):
                raise ValueError(f"advice.toml: {group}.{name} needs value, unit and source")
            found[f"{group}.{name}"] = row["value"]
    return found


@dataclass(frozen=True, slots=True)
class Advice:
    """One warning. It leads to where the evidence stands."""

    who: str
    harm: str
    when: str
    day: int
    """Day on which the harm comes; what has come already is first."""
    desk: str
    ref: str


def advice(view: View, names: NameBook) -> tuple[Advice, ...]:
    """Return the warnings of a view, what comes first first; of several that come together the wider one first."""
    found = [one for voice in _VOICES for one in voice(_Seen(view, names, thresholds()))]
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[1].day, -pair[0], pair[1].who)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What every adviser looks at: the view, how things are called, and from where on to speak."""

    view: View
    names: NameBook
    limits: dict[str, int]


Found = Iterator[tuple[int, Advice]]
"""Warnings with how many things each is about."""


def _some(places: Sequence[str]) -> str:
    """Return the first places by name and how many there are."""
    if len(places) <= NAMED:
        return listed(places)
    return translate("Advice", "{places}等{count}处").format(places=listed(places[:NAMED]), count=len(places))


def _now() -> str:
    return translate("Advice", "已经在发生")


def _by(names: NameBook, day: int) -> str:
    return translate("Advice", "最晚{date}").format(date=names.date(day, week=False))


def _statistician(seen: _Seen) -> Found:
    """Warn of reports so old that their quiet means nothing."""
    view = seen.view
    last = view.day - seen.limits["reports.stale"]
    old = sorted((t for t in view.townships if 0 <= t.as_of <= last), key=lambda t: (t.as_of, t.id))
    if old:
        harm = translate("Advice", "{places}的数还是{days}天前的。账上平静，不等于下面平静；照旧数安排会落空。")
        text = harm.format(places=_some([t.name for t in old]), days=view.day - old[0].as_of)
        yield len(old), Advice(translate("Advice", "统计员"), text, _now(), view.day, "map", f"township:{old[0].id}")


def _supervisor(seen: _Seen) -> Found:
    """Warn of places nobody has looked at."""
    view, names = seen.view, seen.names
    few = seen.limits["visits.blind"]
    blind = sorted((t for t in view.townships if 0 <= t.visited < few), key=lambda t: (t.visited, t.id))
    if blind and view.turn:
        harm = translate("Advice", "{places}近四周几乎没人到过村。问题没上账，会一直长到检查组替你发现的那天。")
        text = harm.format(places=_some([t.name for t in blind]))
        ends = view.day + seen.limits["visits.found_out"]
        ends = ends if view.last_day < 0 else min(view.last_day, ends)
        yield (
            len(blind),
            Advice(translate("Advice", "督战队长"), text, _by(names, ends), ends, "map", f"township:{blind[0].id}"),
        )
    back = [p for p in view.problems if p.state == "closed" and 0 <= p.look_back <= view.day + view.turn_days]
    if back:
        day = min(p.look_back for p in back)
        text = translate("Advice", "{count}个已销号的问题到了该复查的日子，过了这时反弹最多，反弹了要从头再来。")
        yield len(back), Advice(
            translate("Advice", "督战队长"), text.format(count=len(back)), _by(names, day), max(day, view.day),
            "supervision", back[0].id,
        )  # fmt: skip


def _staff(seen: _Seen) -> Found:
    """Warn of people who can no more."""
    view = seen.view
    words: dict[str, tuple[Callable[[TownshipView], int], str]] = {
        "load": (
            lambda t: t.load,
            translate("Advice", "{places}手上的活已经超过能干的时间，再来的任务只会报在纸上。"),
        ),
        "fatigue": (lambda t: t.fatigue, translate("Advice", "{places}的人累垮了，出错、糊弄和请调都会多起来。")),
        "pressure": (lambda t: t.pressure, translate("Advice", "{places}压力太大，报上来的数开始往好里凑。")),
    }
    for key, (read, harm) in words.items():
        high = sorted(
            (t for t in view.townships if read(t) > seen.limits[f"strain.{key}"]), key=lambda t: (-read(t), t.id)
        )
        if high:
            yield len(high), Advice(
                translate("Advice", "组织干部"), harm.format(places=_some([t.name for t in high])), _now(), view.day,
                "map", f"township:{high[0].id}",
            )  # fmt: skip


def _discipline(seen: _Seen) -> Found:
    """Warn of orders that nobody follows up."""
    view, names = seen.view, seen.names
    late = sorted((o for o in view.orders if o.state == "overdue"), key=lambda o: (o.deadline, o.number))
    if late:
        harm = translate(
            "Advice", "{count}道战令过了期没有下文，最久的{days}天。多拖一回合，纪律就松一截，下一道令更没人当真。"
        )
        text = harm.format(count=len(late), days=view.day - late[0].deadline)
        yield len(late), Advice(translate("Advice", "督查室"), text, _now(), view.day, "order", late[0].id)
    soon = [o for o in view.orders if o.state == "executing" and view.day <= o.deadline < view.day + view.turn_days]
    share = seen.limits["orders.behind"]
    behind = sorted((o for o in soon if o.reported * 1000 < o.amount * share), key=lambda o: (o.deadline, o.number))
    if behind:
        harm = translate("Advice", "{count}道战令这一回合到期，报上来的还不到一半，到时不是拖就是假。")
        yield len(behind), Advice(
            translate("Advice", "督查室"), harm.format(count=len(behind)), _by(names, behind[0].deadline),
            behind[0].deadline, "order", behind[0].id,
        )  # fmt: skip


def _money(seen: _Seen) -> Found:
    """Warn of money that lies idle."""
    view, days = seen.view, seen.limits["money.idle"]
    idle = [f for f in view.funds if f.given > f.spent + f.reserved and view.day - f.idle_since >= days]
    idle.sort(key=lambda f: (f.idle_since, f.id))
    if idle:
        harm = translate("Advice", "{count}笔钱{days}天没有动过。缺口还在长，审计时闲置的钱要收回。")
        text = harm.format(count=len(idle), days=view.day - idle[0].idle_since)
        yield len(idle), Advice(translate("Advice", "财政局"), text, _now(), view.day, "programmes", idle[0].id)


def _contracts(seen: _Seen) -> Found:
    """Warn of duties without means."""
    view, names = seen.view, seen.names
    bare = [c for c in view.contracts if c.state in IN_FORCE and not (c.hours or c.money or c.powers)]
    bare.sort(key=lambda c: (c.end, c.id))
    if bare:
        harm = translate("Advice", "{count}份包干只有责任，没有人、钱、权。到期考核，多半是填出来的。")
        yield len(bare), Advice(
            translate("Advice", "组织干部"), harm.format(count=len(bare)), _by(names, bare[0].end),
            max(view.day, bare[0].end), "contract", bare[0].id,
        )  # fmt: skip


_VOICES: tuple[Callable[[_Seen], Found], ...] = (_statistician, _supervisor, _staff, _discipline, _money, _contracts)
"""Who speaks."""
