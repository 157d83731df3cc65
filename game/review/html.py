"""The review as one HTML page: score with evidence, reported against true, turning points, ledger, timeline."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from html import escape
from importlib.resources import files

from game.exercise import lifecycles
from game.exercise.scoring import load_measures, score
from game.exercise.state import State
from game.exercise.texts import has, say
from game.exercise.views.shape import ScoreView
from game.review.story import Overlay, by_turn, order_words, overlay, story, turning_points
from game.session.session import Session


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("game.review") / "words.toml").read_text(encoding="utf-8"))


@cache
def _style() -> str:
    return (files("game.review") / "page.css").read_text(encoding="utf-8")


def page(session: Session, lang: str = "zh") -> str:
    """Return the whole page."""
    words = _words()[lang if lang in _words() else "zh"]
    state = session.state
    marks = score(state)
    parts = [
        f"<h1>{escape(state.scenario.title)} · {words['title']}</h1>",
        f"<p class=muted>{escape(state.scenario.summary)}</p>",
        _score(state, marks, words, lang),
        _evaluation(state, words),
        _overlays(state, words, lang),
        _turning(state, words, lang),
        _ledger(state, words, lang),
        _orders(state, words, lang),
        _debrief(state, words),
        _timeline(session, words, lang),
    ]
    return (
        f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f"<title>{escape(state.scenario.title)}</title><style>{_style()}</style></head><body><main>"
        f"{''.join(parts)}</main></body></html>\n"
    )


def show_value(value: int, unit: str) -> str:
    """Return a value with its unit as people read it."""
    if unit == "bp":
        return f"{value / 100:.2f}%"
    if unit == "permille":
        return f"{value / 10:.1f}%"
    return f"{value:,}"


def _section(title: str, body: str) -> str:
    return f"<section><h2>{title}</h2>{body}</section>"


def _table(head: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]]) -> str:
    numeric = [number for _, number in head]
    top = "".join(f"<th{' class=n' if number else ''}>{word}</th>" for word, number in head)
    body = "".join(
        "<tr>"
        + "".join(f"<td{' class=n' if n else ''}>{cell}</td>" for cell, n in zip(row, numeric, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _score(state: State, marks: ScoreView, words: dict[str, str], lang: str) -> str:
    catalogue = load_measures()
    rows = []
    for line in marks.lines:
        measure = catalogue[line.measure]
        share = line.points * 100 // line.weight if line.weight else 0
        explained = measure.zh_help if lang == "zh" else measure.en_help
        cited = "、".join(f"{_name(state, ref, lang)}(#{seq})" for ref, seq in line.evidence[:6]) or "–"
        rows.append(
            (
                f"<b>{escape(line.name)}</b><br><span class=muted>{escape(explained)}</span>",
                show_value(line.value, line.unit),
                f"{line.points / 10:.1f}<div class=bar><i style='width:{share}%'></i></div>",
                f"{line.weight / 10:.1f}",
                f"<span class=muted>{escape(cited)}</span>",
            )
        )
    head = [
        (words["line"], False),
        (words["value"], True),
        (words["points"], True),
        (words["weight"], True),
        (words["evidence"], False),
    ]
    return _section(
        words["score"],
        f"<p><span class=big>{marks.total / 10:.1f}</span> <span class=muted>{words['of']}</span></p>"
        + _table(head, rows),
    )


def _name(state: State, ref: str, lang: str) -> str:
    if ref in state.orders:
        number = state.orders[ref].number
        return f"战令{number}号" if lang == "zh" else f"order {number}"
    for table in (state.problems, state.injects):
        if ref in table:
            return str(table[ref].title)
    return ref


def _evaluation(state: State, words: dict[str, str]) -> str:
    e = state.evaluation
    if e is None:
        return ""
    rows = []
    limits = {"composite": "< 3%", "wrong_exit": "< 2%", "missed": "< 2%", "approval": "> 90%"}
    for gate, limit in limits.items():
        verdict = words["failed"] if gate in e.failed else words["passed"]
        rows.append((words[gate], show_value(getattr(e, gate), "bp"), limit, verdict))
    head = [("", False), (words["value"], True), ("", True), ("", False)]
    return _section(f"{words['evaluation']} · {words['passed'] if e.passed else words['failed']}", _table(head, rows))


def _overlays(state: State, words: dict[str, str], lang: str) -> str:
    charts = "".join(_chart(item, words, lang) for item in overlay(state))
    return _section(words["overlay"], charts or f"<p>{words['none']}</p>")


def _chart(item: Overlay, words: dict[str, str], lang: str) -> str:
    width, height, pad = 280, 130, 8
    values = item.shown + item.true
    low, high = min(values), max(values)
    span = (high - low) or 1
    last = max(1, item.days[-1] - item.days[0])

    def line(course: tuple[int, ...], style: str) -> str:
        points = " ".join(
            f"{pad + (day - item.days[0]) * (width - 2 * pad) / last:.1f},"
            f"{height - pad - (value - low) * (height - 2 * pad) / span:.1f}"
            for day, value in zip(item.days, course, strict=True)
        )
        return f'<polyline fill="none" {style} points="{points}"/>'

    code = f"figure.{item.figure}"
    name = (
        words["incidence"]
        if item.figure == "incidence"
        else say(code, lang)
        if has(code)
        else _gap_name(item.figure, lang)
    )
    drawn = line(item.shown, 'stroke="#5b6577" stroke-width="2" stroke-dasharray="5 4"')
    drawn += line(item.true, 'stroke="#b3261e" stroke-width="2.5"')
    caption = (
        f"{escape(name)}:{words['shown']} {show_value(item.shown[-1], item.unit)} (- -),"
        f"{words['true']} {show_value(item.true[-1], item.unit)} (—)"
    )
    label = f'<svg width="{width}" height="{height}" role="img" aria-label="{escape(caption)}">'
    return f"<figure>{label}{drawn}</svg><figcaption>{caption}</figcaption></figure>"


def _gap_name(figure: str, lang: str) -> str:
    need = figure.partition(":")[2]
    code = f"need.{need}"
    return say(code, lang) if has(code) else figure


def _turning(state: State, words: dict[str, str], lang: str) -> str:
    moments = turning_points(state, lang=lang)
    items = "".join(
        f"<li class={'good' if m.good > 0 else 'bad' if m.good < 0 else 'even'}>"
        f"{words['week'].format(n=m.turn)} · {escape(m.text)}"
        f" <span class=muted>{words['seq'].format(n=m.seq)}</span></li>"
        for m in moments
    )
    return _section(words["turning"], f"<ul>{items}</ul>" if items else f"<p>{words['none']}</p>")


def _ledger(state: State, words: dict[str, str], lang: str) -> str:
    rows = []
    for problem in state.problems.values():
        village = state.county.village(problem.village).name if state.county.has_village(problem.village) else ""
        place = (
            f"{state.county.township(problem.township).name}{village}"
            if state.county.has_township(problem.township)
            else village
        )
        truly = problem.done >= problem.hours and not problem.on_paper
        rows.append(
            (
                escape(problem.title),
                escape(place),
                lifecycles.label("problem", problem.state, lang),
                words["yes"] if truly else words["no"],
                escape(problem.root),
            )
        )
    head = [
        (words["problem"], False),
        (words["place"], False),
        (words["state"], False),
        (words["cure"], False),
        (words["root"], False),
    ]
    return _section(words["ledger"], _table(head, rows) if rows else f"<p>{words['none']}</p>")


def _orders(state: State, words: dict[str, str], lang: str) -> str:
    rows = [
        (
            str(order.number),
            escape(order_words(order, lang)),
            lifecycles.label("order", order.state, lang),
            str(order.amount),
            str(order.reported),
            f"{order.done / 1000:.1f}",
        )
        for order in state.orders.values()
    ]
    head = [
        ("#", True),
        (words["orders"], False),
        (words["state"], False),
        (words["amount"], True),
        (words["reported"], True),
        (words["done"], True),
    ]
    return _section(words["orders"], _table(head, rows) if rows else f"<p>{words['none']}</p>")


def _debrief(state: State, words: dict[str, str]) -> str:
    if not state.scenario.debrief:
        return ""
    return _section(
        words["debrief"], "<ol>" + "".join(f"<li>{escape(q)}</li>" for q in state.scenario.debrief) + "</ol>"
    )


def _timeline(session: Session, words: dict[str, str], lang: str) -> str:
    state = session.state
    blocks = []
    for turn, entries in by_turn(story(session, lang)).items():
        items = "".join(
            f"<li><span class=muted>{(state.scenario.start + timedelta(days=e.day)).isoformat()} #{e.seq}</span> "
            f"{'<b>' + escape(e.who) + '</b> ' if e.who else ''}{escape(e.text)}</li>"
            for e in entries
        )
        blocks.append(
            f"<details><summary>{words['week'].format(n=turn + 1)} ({len(entries)})</summary><ul>{items}</ul></details>"
        )
    return _section(words["timeline"], "".join(blocks) or f"<p>{words['none']}</p>")
