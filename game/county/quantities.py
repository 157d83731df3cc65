"""How the quantities of an organ and its partners act and move from week to week; all are whole numbers of 0-1000.

Each function carries one claim of the theory (K.., X..; domain.md §1.7) and is tested for its sign.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.county.params import parameters

FULL = 1000
_FILE = "quantities"


def clamp(value: int) -> int:
    """Return a quantity kept within 0-1000."""
    return 0 if value < 0 else value if value < FULL else FULL  # noqa: FURB136 - hundreds of thousands of times


@cache
def _p(key: str) -> int:
    return parameters(_FILE).number(key)


def effort_factor(pressure: int, fatigue: int = 0) -> int:
    """Return the per mille of an hour's work that pressure draws out: an inverted U (K49 up; K14, X3 down).

    The peak of 1000 lies in the middle; no pressure leaves routine slackness, extreme pressure leaves fear. Fatigue
    takes its share besides.
    """
    peak = _p("effort.peak")
    pressure = clamp(pressure)
    width, floor = (peak, _p("effort.slack")) if pressure <= peak else (FULL - peak, _p("effort.fear"))
    away = abs(pressure - peak)
    factor = FULL - (FULL - floor) * away * away // (width * width)
    return factor * (FULL - _p("effort.fatigue") * clamp(fatigue) // FULL) // FULL


def friction_factor(friction: int) -> int:
    """Return the per mille of delegated work that survives friction between organs (K06, K60)."""
    return FULL - _p("friction.loss") * clamp(friction) // FULL


def task_friction(
    friction: int, organs: int, *, lead: bool = False, contract: bool = False, taskforce: bool = False, hq: bool = False
) -> int:
    """Return the friction one task meets.

    More with each organ it crosses (K06, K12); less with a named lead (K26), a contract (K33, K50), a 专班 (K60) and a
    working headquarters (K25).
    """
    value = clamp(friction) + _p("friction.organ") * max(organs - 1, 0)
    for held, key in ((lead, "lead"), (contract, "contract"), (taskforce, "taskforce"), (hq, "hq")):
        if held:
            value = value * (FULL - _p(f"friction.{key}")) // FULL
    return clamp(value)


def next_friction(friction: int, *, organs_set_up: int, dispatched: bool = False) -> int:
    """Return the friction a week later.

    Organs once set up wear it down towards their level (K25, K60), a dispatch meeting at once (K19); without organs it
    returns to the routine level (K01, K08).
    """
    target = max(_p("friction.routine") - _p("friction.per_organ") * max(organs_set_up, 0), _p("friction.least"))
    moved = _towards(clamp(friction), target, _p("friction.pace"))
    return clamp(moved - _p("friction.dispatch") if dispatched else moved)


def next_pressure(
    pressure: int,
    *,
    orders: int = 0,
    overdue: int = 0,
    inspections: int = 0,
    inquiries: int = 0,
    levels: int = 0,
    relieved: int = 0,
    clear: bool = False,
) -> int:
    """Return the pressure a week later.

    Grows with orders in force, overdue matters, inspections and inquiries (K28, K42), each level adding its own
    (K32, K02); falls with time, with `relieved` deadlines and with clear priorities.
    """
    gain = (
        _p("pressure.order") * max(orders, 0)
        + _p("pressure.overdue") * max(overdue, 0)
        + _p("pressure.inspection") * max(inspections, 0)
        + _p("pressure.inquiry") * max(inquiries, 0)
    )
    gain = gain * (FULL + _p("pressure.level") * max(levels, 0)) // FULL
    if clear:
        gain = gain * (FULL - _p("pressure.clear")) // FULL
    rested = _towards(clamp(pressure), _p("pressure.rest"), _p("pressure.pace"))
    # near the top every further push adds less, so that pressure saturates instead of sticking at the stop
    added = gain * (FULL - rested) // FULL
    return clamp(rested + added - _p("pressure.relief") * max(relieved, 0))


def next_fatigue(fatigue: int, load: int, pressure: int = 0, *, relief: bool = False, nights: int = 0) -> int:
    """Return the fatigue a week later (K32, X1; domain.md §6.1).

    Up with load over capacity (per mille), with pressure and night checks; down with a lighter week and with rotation
    or leave (`relief`).
    """
    over = max(load - FULL, 0)
    under = max(FULL - load, 0)
    gain = over * _p("fatigue.over") // FULL + max(nights, 0) * _p("fatigue.night")
    gain += clamp(pressure) * _p("fatigue.pressure") // FULL if over else 0
    rest = _p("fatigue.rest") + under * _p("fatigue.under") // FULL + (_p("fatigue.relief") if relief else 0)
    return clamp(clamp(fatigue) + min(gain, _p("fatigue.most")) - rest * clamp(fatigue) // FULL)


def next_formalism(
    formalism: int,
    *,
    pressure: int,
    overload: int,
    vagueness: int,
    odds_caught: int,
    honest_checks: int = 0,
    forms_cut: int = 0,
) -> int:
    """Return the formalism a week later (K14, K34, X4).

    Grows with pressure x load over capacity x vague tasks x low odds of being caught, each per mille (`overload` is
    load above 1000); falls with honest follow-up (K39: verification and look-back at depth 2 or more) and lighter
    forms.
    """
    heat = clamp(pressure) * clamp(overload) // FULL
    vague = _p("formalism.plain") + (FULL - _p("formalism.plain")) * clamp(vagueness) // FULL
    unseen = FULL - clamp(odds_caught)
    gain = _p("formalism.gain") * heat // FULL * vague // FULL * unseen // FULL
    fall = (
        _p("formalism.check") * max(honest_checks, 0)
        + _p("formalism.forms") * clamp(forms_cut) // FULL
        + _p("formalism.fade")
    )
    return clamp(clamp(formalism) + gain - fall * clamp(formalism) // FULL)


def next_attention(
    attention: int, *, priority: bool = False, hq: bool = False, signal: int = 0, competing: int = 0
) -> int:
    """Return the attention a week later (K17, K42, K43, K44).

    Drawn up by a declared priority, a headquarters and the superior's signal (0-1000), drawn off by competing duties
    (0-1000, X7).
    """
    target = (
        _p("attention.routine")
        + (_p("attention.priority") if priority else 0)
        + (_p("attention.hq") if hq else 0)
        + _p("attention.signal") * clamp(signal) // FULL
        - _p("attention.competing") * clamp(competing) // FULL
    )
    return clamp(_towards(clamp(attention), clamp(target), _p("attention.pace")))


def attention_share(attention: int) -> int:
    """Return the per mille of capacity after overheads that serves the campaign (K42, K44)."""
    least = _p("attention.least")
    return least + (FULL - least) * clamp(attention) // FULL


def paper_share(formalism: int) -> int:
    """Return the per mille of what was asked and not done that is reported done all the same (K14, X4)."""
    formalism = clamp(formalism)
    return min(formalism * _p("paper.slope") // FULL, _p("paper.most"))


def odds_caught(*, visits: int, depth: int, unannounced: int = 0) -> int:
    """Return the per mille odds that paper results come to light (K36, K37, K39).

    `visits` to the organ in the last weeks, the `depth` they looked to (1-3) and the per mille of them that came
    `unannounced`. Checks of papers find little.
    """
    one = _p("caught.paper") if depth <= 1 else _p("caught.home") if depth == 2 else _p("caught.night")
    one = one * (FULL + _p("caught.unannounced") * clamp(unannounced) // FULL) // FULL
    missed = FULL
    for _ in range(min(max(visits, 0), 20)):
        missed = missed * (FULL - min(one, FULL)) // FULL
    return FULL - missed


def honesty(formalism: int, *, educative: bool = False) -> int:
    """Return the per mille with which new need enters the record.

    Less under formalism (K14), more where disclosing teaches and is not punished (K40).
    """
    value = _p("honesty.best") - _p("honesty.formalism") * clamp(formalism) // FULL
    return clamp(value + (_p("honesty.educative") if educative else 0))


def next_trust(
    trust: int, *, kept: int = 0, broken: int = 0, linkage: int = 0, coerced: bool = False, exposed: bool = False
) -> int:
    """Return a partner's trust a week later (K54, K56, K57, K59).

    Promises kept and benefit linkage (0-1000) build it slowly; broken promises, coercion and exposed paper results
    cost it fast.
    """
    linked = _p("trust.linkage") * clamp(linkage) // FULL if not coerced else 0
    gain = (_p("trust.kept") * max(kept, 0) + linked) * (FULL - clamp(trust)) // FULL
    loss = _p("trust.broken") * max(broken, 0)
    loss += (_p("trust.coerced") if coerced else 0) + (_p("trust.exposed") if exposed else 0)
    return clamp(clamp(trust) + gain - loss)


def goodwill(
    visited: int, households: int, *, fair: bool = True, exposed: bool = False, explained: bool = False
) -> int:
    """Return the thousandths of an approval point a village's households are pushed in a week.

    Visits really paid and policy explained raise it (domain.md §6.2, X1), unfair choices and exposed paper results
    cost it.
    """
    reach = min(max(visited, 0) * FULL // max(households, 1), FULL)
    value = _p("goodwill.visit") * reach // FULL
    value += _p("goodwill.explain") if explained else 0
    value -= (0 if fair else _p("goodwill.unfair")) + (_p("goodwill.exposed") if exposed else 0)
    return value


def goodwill_of_visits(visited: NDArray[np.int64], households: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return `goodwill` of visits alone for many villages."""
    reach: NDArray[np.int64] = np.maximum(visited, 0) * FULL // np.maximum(households, 1)
    return _p("goodwill.visit") * np.minimum(reach, FULL) // FULL


def _towards(value: int, target: int, pace: int) -> int:
    """Return a value moved by `pace` per mille of the distance, at least by one until it is there."""
    gap = target - value
    if gap == 0:
        return value
    move = max(abs(gap) * pace // FULL, 1)
    return value + move if gap > 0 else value - move
