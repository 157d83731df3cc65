"""Names of the catalogue and stock phrases in English for a window in English; what people wrote stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from game.exercise import stock
from game.exercise.catalogue import load_organs, load_posts, load_tasks
from game.exercise.entities import Contract, Inject, Order, Problem, Slip
from game.exercise.texts import say
from game.exercise.views.shape import InjectView, TodoView, TurnReport, View

_PLACE = "{place}"
Row = TypeVar("Row", Order, Contract, Problem, Slip, Inject, TodoView)


def worded(view: View, lang: str) -> View:
    """Return a view with tasks, organs and posts named in the window's language."""
    if lang != "en":
        return view
    tasks = load_tasks()
    known = _organ_names(view)
    return replace(
        view,
        tasks=tuple(
            replace(t, name=tasks[t.id].en, unit=tasks[t.id].unit_en) if t.id in tasks else t for t in view.tasks
        ),
        organs=tuple(replace(o, name=known.get((o.id, o.name), o.name)) for o in view.organs),
        funds=tuple(replace(f, name=_pot(f.name, known)) for f in view.funds),
        setups=tuple(replace(s, name=known.get((s.id, s.name), s.name)) for s in view.setups),
        seats=tuple(replace(s, name=_post(s.post, s.name)) for s in view.seats),
        orders=_read(view.orders, "text"),
        contracts=_read(view.contracts, "duty"),
        problems=_read(view.problems, "measure"),
        slips=_read(view.slips, "text"),
        inbox=_replies(view.inbox),
        todo=_read(view.todo, "title"),
        report=_report(view.report),
        seat=replace(view.seat, name=_post(view.seat.post, view.seat.name)) if view.seat is not None else None,
    )


def _read(rows: tuple[Row, ...], field: str) -> tuple[Row, ...]:
    """Return rows with a field in English where it is a stock phrase; what stays as it is stays the same thing."""

    def one(row: Row) -> Row:
        text = getattr(row, field)
        en: Any = stock.read(text, "en")
        return row if en == text else replace(row, **{field: en})

    return tuple(map(one, rows))


def _replies(inbox: tuple[InjectView, ...]) -> tuple[InjectView, ...]:
    read = _read(tuple(item.record for item in inbox), "reply")
    return tuple(
        item if record is item.record else replace(item, record=record)
        for item, record in zip(inbox, read, strict=True)
    )


def _report(report: TurnReport | None) -> TurnReport | None:
    if report is None:
        return None
    lines = tuple(
        replace(line, params={**line.params, "title": stock.read(str(line.params["title"]), "en")})
        if line.params.get("title")
        else line
        for line in report.lines
    )
    return replace(report, lines=lines)


def _organ_names(view: View) -> dict[tuple[str, str], str]:
    """Return (id, name of the catalogue) -> English name for every organ seen."""
    catalogue = load_organs()
    places = {f"township:{t.id}": t.name for t in view.townships} | {f"zone:{key}": name for key, name in view.zones}
    found: dict[tuple[str, str], str] = {}
    for organ in {o.id for o in view.organs} | {s.id for s in view.setups}:
        kind, _, rest = organ.partition(":")
        setup = catalogue.setup_of(organ)
        zh = en = place_zh = place_en = ""
        if kind == "bureau" and rest in catalogue.bureaus:
            zh, en = catalogue.bureaus[rest].zh, catalogue.bureaus[rest].en
        elif kind in ("township", "squad"):
            entry = catalogue.township if kind == "township" else catalogue.squad
            zh, en = entry.zh, entry.en
            place_zh = place_en = places.get(f"township:{rest}", rest)
        elif setup is not None:
            zh, en = setup.zh, setup.en
            if setup.scope == "domain":
                place_zh, place_en = say(f"domain.{rest}"), say(f"domain.{rest}", "en")
            elif rest:
                place_zh = place_en = places.get(f"{setup.scope}:{rest}", rest)
        found[organ, zh.replace(_PLACE, place_zh)] = found[organ, zh.replace(_PLACE, "")] = en.replace(_PLACE, place_en)
    return found


def _pot(name: str, organs: dict[tuple[str, str], str]) -> str:
    """Return the name of a fund; what an organ was allotted is named after the organ."""
    owner, dot, rest = name.partition("·")
    return f"{next((en for (_, zh), en in organs.items() if zh == owner), owner)}{dot}{rest}"


def _post(post: str, name: str) -> str:
    """Return a post's English name where the seat has the name of its post."""
    entry = load_posts().get(post)
    if entry is None or _PLACE in entry.zh:
        return name
    return entry.en if name == entry.zh else name
