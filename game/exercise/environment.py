"""What a scenario's conditions are asked against: the figures and functions of `scenario/names.py` over a state."""

from __future__ import annotations

from collections.abc import Callable

from game.exercise import figures as rec
from game.exercise.figures import works
from game.exercise.state import State
from game.scenario.conditions import compile_condition

WAN_FEN = 1_000_000
ORGAN_FIGURES = ("pressure", "friction", "formalism", "fatigue", "load")


class Environment:
    """A state as conditions read it. `seat` bounds `gave` to one seat; anyone counts where it is None.

    Total: a figure or id that is not known counts as 0 or False.
    """

    __slots__ = ("_seat", "_state")

    def __init__(self, state: State, seat: str | None = None) -> None:
        self._state = state
        self._seat = seat

    def figure(self, name: str) -> int:
        """Return a figure in the unit of the names table: approval 0-100, money in 万元, hours since the start."""
        rule = FIGURES.get(name)
        return rule(self._state) if rule is not None else 0

    def call(self, name: str, args: tuple[str, ...]) -> int | bool:
        """Answer a function of the names table."""
        if name == "gave":
            return self._gave(args[0])
        rule = FUNCTIONS.get(name)
        return rule(self._state, args) if rule is not None else 0

    def _gave(self, command: str) -> int:
        seats = self._state.seats
        if self._seat is not None:
            return seats[self._seat].gave.get(command, 0) if self._seat in seats else 0
        return sum(seat.gave.get(command, 0) for seat in seats.values())


def holds(state: State, text: str, seat: str | None = None) -> bool:
    """Whether a condition of the scenario holds; `scenario.conditions.ConditionError` where the text is none."""
    return compile_condition(text).holds(Environment(state, seat))


def _poor(state: State, township: str = "") -> int:
    rows = _rows(state, township)
    poor, persons = state.sums.poor_persons[rows].sum(), state.sums.persons[rows].sum()
    return rec.share(int(poor), int(persons), 10_000)


def _rows(state: State, township: str) -> slice:
    if not township:
        return slice(0, len(state.county.villages))
    place = state.county.township(township)
    return slice(place.first, place.last)


def _reported(state: State, figure: str, township: str = "") -> int:
    villages = state.county.villages_of(township) if township else state.county.villages
    rows = state.reports.get("township" if township else "county", {})
    told = rec.report_figures([rows[v.id] for v in villages if v.id in rows])
    return told[figure] // 10 if figure == "approval" else told[figure]


def _ledger(state: State, figure: str, township: str = "") -> int:
    return rec.ledger_figures([p for p in rec.ledger(state) if township in ("", p.township)])[figure]


def _orders(state: State, figure: str, township: str = "") -> int:
    organ = f"township:{township}"
    rows = [o for o in state.orders.values() if not township or organ in o.organs]
    if figure == "orders_overdue":
        return sum(o.state == "overdue" for o in rows)
    return sum(o.state not in rec.ORDER_OVER for o in rows)


def _visits(state: State, township: str = "") -> int:
    return sum(v.state != "planned" and township in ("", v.township) for v in state.visits.values())


def _hours(state: State) -> int:
    weeks = max(1, state.scenario.turn.days // 7)
    return sum(r.shown.get("grassroots_hours", 0) for r in state.history[1:]) * weeks


def _mean(name: str) -> Callable[[State], int]:
    return lambda state: rec.mean(rec.townships(state), name)


FIGURES: dict[str, Callable[[State], int]] = {
    "day": lambda s: s.day,
    "turn": lambda s: s.turn,
    "incidence_recorded_bp": lambda s: _reported(s, "incidence_recorded_bp"),
    "incidence_true_bp": _poor,
    "approval": lambda s: _reported(s, "approval"),
    "problems_open": lambda s: _ledger(s, "problems_open"),
    "problems_overdue": lambda s: _ledger(s, "problems_overdue"),
    "problems_found": lambda s: _ledger(s, "problems_found"),
    "problems_closed": lambda s: _ledger(s, "problems_closed"),
    "orders_open": lambda s: _orders(s, "orders_open"),
    "orders_overdue": lambda s: _orders(s, "orders_overdue"),
    "contracts": lambda s: sum(c.state in rec.CONTRACT_ON for c in s.contracts.values()),
    "visits": _visits,
    "grassroots_hours": _hours,
    "funds_left": lambda s: sum(f.given - f.reserved - f.spent for f in s.funds.values()) // WAN_FEN,
    **{name: _mean(name) for name in ORGAN_FIGURES},
}


def _township_figure(state: State, args: tuple[str, ...]) -> int:
    name, township = args
    if not state.county.has_township(township):
        return 0
    if name in ORGAN_FIGURES:
        return int(getattr(state.organs[f"township:{township}"], name))
    if name == "incidence_true_bp":
        return _poor(state, township)
    if name in ("incidence_recorded_bp", "approval"):
        return _reported(state, name, township)
    if name.startswith("problems_"):
        return _ledger(state, name, township)
    if name.startswith("orders_"):
        return _orders(state, name, township)
    return _visits(state, township) if name == "visits" else 0


def _inject_is(*states: str) -> Callable[[State, tuple[str, ...]], bool]:
    def answer(state: State, args: tuple[str, ...]) -> bool:
        inject = state.injects.get(args[0])
        return inject is not None and inject.state in states

    return answer


def _delivered(state: State, args: tuple[str, ...]) -> bool:
    inject = state.injects.get(args[0])
    return inject is not None and inject.delivered >= 0


def _chose(state: State, args: tuple[str, ...]) -> bool:
    inject = state.injects.get(args[0])
    return inject is not None and inject.choice == args[1]


FUNCTIONS: dict[str, Callable[[State, tuple[str, ...]], int | bool]] = {
    "resolved": _inject_is("resolved"),
    "expired": _inject_is("expired", "escalated"),
    "delivered": _delivered,
    "chose": _chose,
    "exists": lambda s, a: works(s, a[0]),
    "phase": lambda s, a: s.campaign.phase == a[0],
    "phase_days": lambda s, _: s.day - s.campaign.since,
    "township_figure": _township_figure,
}
