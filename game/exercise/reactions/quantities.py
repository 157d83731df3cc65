"""The week leaves its mark on every township and bureau: pressure, fatigue, friction, formalism, attention.

The rules and their claims are `county/quantities.py`; here each move is split into its causes, so that the window can
answer 为什么. Moves below the least are not told and not made.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.county import quantities as rule
from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.catalogue import load_organs
from game.exercise.commands.wording import all_in_force
from game.exercise.copies import quick
from game.exercise.entities import Order, Organ, Visit
from game.exercise.figures import workers, works
from game.exercise.reactions.hours import lent
from game.exercise.reactions.numbers import num
from game.exercise.reactions.rules import friction_level, friction_pace
from game.exercise.reactions.steps import shift, strength
from game.exercise.state import State

WEEK = 7
LOCAL = ("post", "warrooms", "teams")


Body = tuple[str, str, int]
"""(scope of its kind, place, units taken off where it reaches) of a working organ that eases friction."""


@quick
@dataclass(frozen=True, slots=True)
class Signs:
    """What the quantities of one organ answer to this week."""

    orders: int
    overdue: int
    checks: tuple[Visit, ...]
    """Visits received this week."""
    recent: tuple[Visit, ...]
    """Visits received in the last weeks that people still remember."""
    vagueness: int
    """Per mille, mean over the orders in force."""
    taken_off: int
    """Units that working organs take off the level of friction."""


def quantities(state: State, draws: Draws) -> list[ev.Event]:
    """Move the quantities of every township and bureau by one week."""
    del draws
    counts = lent(state).orders
    news = _news(state)
    events: list[ev.Event] = []
    for organ in workers(state):
        signs = _signs(state, organ, counts.get(organ.id, 0), news)
        events += _pressure(state, organ, signs)
        events += _fatigue(organ, signs)
        events += _friction(organ, signs)
        events += _formalism(organ, signs)
        events += _attention(state, organ, signs)
    return events


@dataclass(slots=True)
class News:
    """What concerns each organ this week, sorted out once for all of them."""

    orders: dict[str, list[Order]]
    """Organ -> orders in force on it."""
    overdue: dict[str, int]
    """Organ -> overdue problems it owns."""
    recent: dict[str, list[Visit]]
    """Township -> visits received in the last weeks that people still remember."""
    bodies: list[Body]


def _news(state: State) -> News:
    news = News({}, {}, {}, bodies(state))
    for order in all_in_force(state):
        for organ in dict.fromkeys(order.organs):
            news.orders.setdefault(organ, []).append(order)
    for problem in state.problems.values():
        if problem.state == "overdue":
            news.overdue[problem.owner] = news.overdue.get(problem.owner, 0) + 1
    since = state.day - max(WEEK, num("visit.memory_days"))
    for visit in state.visits.values():
        if visit.state != "planned" and visit.day > since:
            news.recent.setdefault(visit.township, []).append(visit)
    return news


def _signs(state: State, organ: Organ, orders: int, news: News) -> Signs:
    name = organ.id.partition(":")[2]
    held = news.recent.get(name, []) if organ.kind == "township" else []
    memory = state.day - num("visit.memory_days")
    mine = news.orders.get(organ.id, [])
    overdue = sum(o.state == "overdue" for o in mine) + news.overdue.get(organ.id, 0)
    vague = sum(1000 - o.clarity for o in mine) // len(mine) if mine else num("formalism.routine_vagueness")
    return Signs(
        orders=orders,
        overdue=overdue,
        checks=tuple(v for v in held if v.day > state.day - WEEK),
        recent=tuple(v for v in held if v.day > memory),
        vagueness=vague,
        taken_off=served(state, organ, news.bodies),
    )


def bodies(state: State) -> list[Body]:
    """Return the working organs that take something off the friction level of others (K18, K25, K26, K60)."""
    setups = load_organs().setups
    found: list[Body] = []
    for body in state.organs.values():
        setup = setups.get(body.id.partition(":")[0])
        # A task force works on its own matters, order by order
        if setup is not None and setup.friction and setup.scope != "domain":
            found.append((setup.scope, body.place, setup.friction * strength(state, body.id) // 1000))
    return found


def served(state: State, organ: Organ, working: list[Body] | None = None) -> int:
    """Return how much working organs take off the friction level of one organ."""
    reached = {"county": ""}
    if organ.kind == "township":
        zone = state.county.township(organ.id.partition(":")[2]).zone
        reached |= {"zone": f"zone:{zone}", "township": organ.place}
    working = bodies(state) if working is None else working
    return sum([taken for scope, place, taken in working if scope == "county" or reached.get(scope) == place])


def _move(organ: Organ, quantity: str, delta: int, code: str, claim: str, source: str = "time") -> list[ev.Event]:
    """Return the move, held within 0-1000; nothing where it is too small to tell."""
    least = num("shift.least")
    if -least < delta < least:  # most are: bounds can only make it smaller
        return []
    now: int = getattr(organ, quantity)
    real = min(1000, max(0, now + delta)) - now
    if abs(real) < least:
        return []
    return [shift("organs", organ.id, quantity, real, source=source, ref=organ.id, code=code, claim=claim)]


def _pressure(state: State, organ: Organ, signs: Signs) -> list[ev.Event]:
    level = 1 if organ.kind == "township" else 0
    clear = state.priority is not None and signs.vagueness <= num("formalism.routine_vagueness")
    rested = rule.next_pressure(organ.pressure)
    ordered = rule.next_pressure(organ.pressure, orders=signs.orders, levels=level, clear=clear)
    late = checked = ordered
    if signs.overdue:
        late = checked = rule.next_pressure(
            organ.pressure, orders=signs.orders, overdue=signs.overdue, levels=level, clear=clear
        )
    if signs.checks:
        checked = rule.next_pressure(
            organ.pressure,
            orders=signs.orders,
            overdue=signs.overdue,
            inspections=len(signs.checks),
            levels=level,
            clear=clear,
        )
    return [
        *_move(organ, "pressure", rested - organ.pressure, "pressure_time", "K13"),
        *_move(organ, "pressure", ordered - rested, "pressure_orders", "K32", "order"),
        *_move(organ, "pressure", late - ordered, "pressure_overdue", "K14", "order"),
        *_move(organ, "pressure", checked - late, "pressure_checks", "K36", "visit"),
    ]


def _fatigue(organ: Organ, signs: Signs) -> list[ev.Event]:
    nights = sum(v.depth >= 3 for v in signs.checks)
    without = rule.next_fatigue(organ.fatigue, organ.load, organ.pressure, relief=organ.relief > 0)
    after = without
    if nights:
        after = rule.next_fatigue(organ.fatigue, organ.load, organ.pressure, relief=organ.relief > 0, nights=nights)
    code, claim = ("fatigue_overload", "K32") if without > organ.fatigue else ("fatigue_rest", "X9")
    if without <= organ.fatigue and organ.relief > 0:
        code = "fatigue_relief"
    return [
        *_move(organ, "fatigue", without - organ.fatigue, code, claim, "load"),
        *_move(organ, "fatigue", after - without, "fatigue_nights", "X1", "visit"),
    ]


def _friction(organ: Organ, signs: Signs) -> list[ev.Event]:
    delta = friction_pace(organ.friction, friction_level(signs.taken_off))
    code, claim = ("friction_organs", "K60") if delta < 0 else ("friction_routine", "K06")
    return _move(organ, "friction", delta, code, claim)


def caught(visits: tuple[Visit, ...]) -> int:
    """Return the odds, per mille, that paper comes to light, by the visits people remember (K36, K39)."""
    if not visits:
        return num("formalism.caught_least")
    depth = max(v.depth for v in visits)
    unannounced = sum(not v.announced for v in visits) * 1000 // len(visits)
    deep = sum(v.depth == depth for v in visits)
    return max(num("formalism.caught_least"), rule.odds_caught(visits=deep, depth=depth, unannounced=unannounced))


def _formalism(organ: Organ, signs: Signs) -> list[ev.Event]:
    overload = min(1000, max(0, organ.load - num("formalism.load_from")))
    honest = sum(v.depth >= 2 for v in signs.checks)
    odds = caught(signs.recent)
    grown = rule.next_formalism(
        organ.formalism, pressure=organ.pressure, overload=overload, vagueness=signs.vagueness, odds_caught=odds
    )
    faded = rule.next_formalism(organ.formalism, pressure=0, overload=0, vagueness=0, odds_caught=1000)
    checked = lighter = faded
    if honest:
        checked = rule.next_formalism(
            organ.formalism, pressure=0, overload=0, vagueness=0, odds_caught=1000, honest_checks=honest
        )
    if organ.forms_cut:
        lighter = rule.next_formalism(
            organ.formalism, pressure=0, overload=0, vagueness=0, odds_caught=1000, forms_cut=organ.forms_cut
        )
    vague = signs.vagueness > num("formalism.vague_told")
    return [
        *_move(
            organ,
            "formalism",
            grown - faded,
            "formalism_vague" if vague else "formalism_load",
            "K34" if vague else "K14",
            "load",
        ),
        *_move(organ, "formalism", checked - faded, "formalism_checked", "K39", "visit"),
        *_move(organ, "formalism", lighter - faded, "formalism_lighter", "K46", "command"),
        *_move(organ, "formalism", faded - organ.formalism, "formalism_fades", "K46"),
    ]


def _attention(state: State, organ: Organ, signs: Signs) -> list[ev.Event]:
    priority = state.priority is not None and state.day - state.priority[1] <= num("weight.priority_days")
    signal = num(f"attention.{state.campaign.state}")
    competing = min(1000, max(0, signs.orders - num("attention.orders_free")) * num("attention.competing"))
    hq = works(state, "hq") or works(state, "front-hq")
    after = rule.next_attention(organ.attention, priority=priority, hq=hq, signal=signal, competing=competing)
    code, claim = ("attention_rises", "K42") if after > organ.attention else ("attention_fades", "X7")
    return _move(organ, "attention", after - organ.attention, code, claim)
