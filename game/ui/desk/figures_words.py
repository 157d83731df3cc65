"""How figures, their changes and the strain of organs read in words; nothing is left to colour alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from game.exercise.entities import Cause
from game.exercise.texts import has
from game.exercise.views.shape import FigureView, View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.names import in_points

UNITS = {
    "pressure": "permille", "friction": "permille", "formalism": "permille", "attention": "permille",
    "fatigue": "permille", "load": "permille", "trust": "permille", "approval": "permille", "honesty": "permille",
    "hours": "hours", "hours_forms": "hours", "hours_meetings": "hours", "hours_received": "hours",
    "hours_field": "hours", "grassroots_hours": "hours", "field_hours": "hours", "funds_left": "fen", "funds": "fen",
    "incidence_recorded_bp": "bp", "incidence_true_bp": "bp", "incidence_recorded": "bp",
}  # fmt: skip
"""Unit of a quantity that causes move; the others are counted."""

GOOD = {
    "pressure": 0, "friction": -1, "formalism": -1, "attention": 1, "fatigue": -1, "load": -1, "trust": 1,
    "approval": 1, "honesty": 1, "hours": -1, "hours_forms": -1, "hours_meetings": -1, "hours_received": -1,
    "hours_field": 1, "grassroots_hours": -1, "field_hours": 1, "incidence_recorded_bp": -1, "income": 1,
    "incidence_true_bp": -1, "incidence_recorded": -1, "problems_open": -1, "problems_overdue": -1,
    "problems_closed": 1, "orders_overdue": -1, "workers_out": 1,
}  # fmt: skip
"""Direction of good: +1 where a rise is good."""

DESK_OF = {
    "order": "order", "contract": "contract", "visit": "supervision", "problem": "supervision", "slip": "supervision",
    "inject": "inbox", "programme": "programmes", "partner": "partners", "fund": "programmes",
}  # fmt: skip
"""Desk on which the entity behind a cause is dealt with; the rest leads to the organisation."""

DOMAINS = frozenset(d.value for d in Domain)


def good_of(quantity: str, delta: int) -> int:
    """Return +1 where a change is good, -1 where it is bad, 0 where it is neither."""
    good = -1 if quantity.startswith("gaps:") else GOOD.get(quantity, 0)
    return good * (1 if delta > 0 else -1 if delta < 0 else 0)


def unit_of(quantity: str) -> str:
    """Return the unit of a quantity, as views name units."""
    return UNITS.get(quantity, "count")


def destination(cause: Cause) -> tuple[str, str]:
    """Return the desk and the record that a cause leads to."""
    desk = DESK_OF.get(cause.source, "")
    if desk and cause.ref:
        return ("inbox", f"inject:{cause.ref}") if desk == "inbox" else (desk, cause.ref)
    kind = cause.scope.partition(":")[0]
    if kind == "fund":
        return "programmes", cause.scope.removeprefix("fund:")
    if kind == "partner":
        return "partners", cause.scope.removeprefix("partner:")
    if kind == "village":
        return "map", cause.scope
    return ("map", "county") if cause.scope in ("county", "") else ("organisation", cause.scope)


def figures_of(view: View) -> tuple[FigureView, ...]:
    """Return a view's figures; without course where that is the township's and the value the village's."""
    village = view.seat is not None and view.seat.scope.startswith("village:")
    return tuple(replace(figure, course=()) if village else figure for figure in view.figures.values())


class Words(QObject):
    """Puts figures, changes and strain into words, in the window's language."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def quantity(self, quantity: str) -> str:
        """Return the name of a figure or quantity."""
        for code in (f"figure.{quantity}", f"quantity.{quantity}"):
            if has(code):
                word = self._bridge.say(code)
                return word[:1].upper() + word[1:]
        if quantity.startswith("gaps:"):
            return self._bridge.names.figure(quantity)
        own = {
            "workers_out": self.tr("外出务工人数"), "partners": self.tr("达成的合作"), "funds": self.tr("资金"),
            "incidence_recorded": self.tr("账面贫困发生率"),
        }  # fmt: skip
        return own.get(quantity, quantity)

    def amount(self, quantity: str, value: int) -> str:
        """Return a value of a quantity with its unit."""
        if quantity == "income":
            return self._bridge.names.money(value * 100)
        if quantity.startswith("gaps:"):
            return self._bridge.names.households(value) if value >= 0 else f"-{self._bridge.names.households(-value)}"
        return self._bridge.names.value(value, unit_of(quantity))

    def step(self, quantity: str, value: int) -> str:
        """Return how far a quantity moved: a share by points, for 1% of 88% would be another number."""
        text = self.amount(quantity, value)
        return self.tr("{count}个百分点").format(count=text.removesuffix("%")) if text.endswith("%") else text

    def delta(self, quantity: str, delta: int) -> str:
        """Return a change with its arrow: ▲12% or ▼3户."""
        if delta == 0:
            return self.tr("持平")
        return ("▲" if delta > 0 else "▼") + in_points(self.amount(quantity, abs(delta)))

    def verdict(self, good: int) -> str:
        """Return good or bad in a word, empty for neither."""
        return {1: self.tr("向好"), -1: self.tr("变差")}.get(good, "")

    def change(self, figure: FigureView) -> tuple[str, int]:
        """Return the change against the end of the turn before, and +1 where it is good, -1 bad, 0 neither."""
        delta = figure.moved
        if delta is None:
            return "", 0
        if delta == 0:
            return self.tr("持平"), 0
        text = ("▲" if delta > 0 else "▼") + in_points(self._bridge.names.value(abs(delta), figure.unit))
        return text, figure.good * (1 if delta > 0 else -1)

    def span(self, course: tuple[tuple[int, int], ...], say: Callable[[int], str]) -> str:
        """Say where a course began and where it stands."""
        if len(course) < 2:
            return self.tr("还没有走势")
        return self.tr("由{first}到{last}").format(first=say(course[0][1]), last=say(course[-1][1]))

    def spoken(self, ref: str) -> str:
        """Say how any id is spoken of: a record, an organ, a place, a domain, a fund."""
        names = self._bridge.names
        kind, _, name = ref.partition(":")
        if kind == "partner" and name:
            return names.title(name)
        if kind == "fund" and name:
            return names.fund(name)
        if kind == "taskforce" and names.organ(ref) in (ref, self.tr("专班")):
            return self.tr("{domain}专班").format(domain=names.domain(name))
        if ref in DOMAINS:
            return names.domain(ref)
        title = names.title(ref) if ref else ""
        if title == ref:
            fund = names.fund(ref) if ref else ""
            place = names.place(ref) if ref else ""
            return next((word for word in (fund, place) if word not in (ref, "—")), ref)
        return title

    def known(self, ref: str) -> str:
        """Say an id, or nothing where it is a record of another seat, whose id says nothing to this one."""
        word = self.spoken(ref) if ref else ""
        return "" if word == ref and ref.isascii() else word

    def cause(self, cause: Cause) -> str:
        """Return the sentence of a cause."""
        source = self.known(cause.ref or cause.scope) or self.tr("有关事项")
        return self._bridge.say(cause.code, source=source, delta=f"{abs(cause.delta):,}")

    def fund_choices(self, view: View) -> list[tuple[str, str]]:
        """Return the funds as (id, words) with what they still hold, where the viewer is told."""
        found = []
        for fund in view.funds:
            left = self._bridge.names.money(fund.given - fund.spent - fund.reserved)
            found.append(
                (fund.id, self.tr("{fund}（剩{left}）").format(fund=fund.name, left=left) if fund.given else fund.name)
            )
        return found

    def strain(self, quantity: str, value: int) -> tuple[str, str]:
        """Say how an organ bears up, and the colour that goes with the word."""
        steps: dict[str, tuple[tuple[int, str, str], ...]] = {
            "pressure": (
                (400, self.tr("劲头不足"), "info"), (650, self.tr("紧而有力"), "ok"), (800, self.tr("过紧"), "warn"),
                (10_000, self.tr("高压"), "overdue"),
            ),
            "load": (
                (800, self.tr("有余力"), "ok"), (1000, self.tr("满负荷"), "ok"), (1200, self.tr("超负荷"), "warn"),
                (1_000_000, self.tr("严重超载"), "overdue"),
            ),
            "fatigue": (
                (300, self.tr("精神尚好"), "ok"), (500, self.tr("疲惫"), "warn"), (10_000, self.tr("透支"), "overdue"),
            ),
            "friction": (
                (250, self.tr("顺畅"), "ok"), (450, self.tr("有磕碰"), "warn"), (10_000, self.tr("各管各"), "overdue"),
            ),
        }  # fmt: skip
        for bound, word, tone in steps.get(quantity, ()):
            if value < bound:
                return word, tone
        return "", "muted"
