"""Reachability: what is defined and never met, what waits for something that cannot come, what comes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.scenario.conditions import Condition, Tree
from game.scenario.findings import Sink, Word
from game.scenario.known import items
from game.scenario.lint.bounds import ENDLESS, Bounds, Range
from game.scenario.lint.facts import Facts, key_place, place
from game.scenario.names import FIGURES
from game.scenario.references import OUTCOMES
from game.scenario.tree import Node

_MOST = {"incidence_recorded_bp": 10_000, "incidence_true_bp": 10_000, "approval": 100}
_UNBOUNDED = {"load", "grassroots_hours", "funds_left"}
_PER_MILLE = {figure.name for figure in FIGURES if figure.unit == "千分之一"} - _UNBOUNDED
_NEEDS_POWER = {"contracts": "contract", "orders_open": "order", "orders_overdue": "order", "visits": "supervise"}
_STILL = {"orders_open", "orders_overdue", "contracts", "visits", "problems_closed", "problems_overdue"}
"""Figures that are 0 until somebody acts or time passes."""
_ROUTINE = ("bureau", "township", "village", "squad")
OWN_START = {"at": "own_at", "when": "own_when", "chance": "own_chance"}
"""Key by which an inject comes by itself -> what that is called."""
MOST_PARTNERS = 60
RARE = 200
"""Per mille: an inject less likely than this over the whole exercise is hardly ever seen."""


Found = tuple[Condition, Node]
"""A condition and its place."""


def world(facts: Facts, days: Range | None = None) -> Bounds:
    """Return what figures and answers can be, whoever plays and whatever the scenario brings."""
    whole = {"day": days or (0, facts.length), "turn": (0, facts.scenario.turn.count)}

    def bounds(tree: Tree) -> Range:
        name = tree[1]
        if tree[0] == "call":
            if name == "township_figure":
                name = tree[2][0]
            elif name == "phase_days":
                return 0, facts.length
            else:
                return (0, ENDLESS) if name == "gave" else (0, 1)
        if name in whole:
            return whole[name]
        return 0, _MOST.get(name, 1000 if name in _PER_MILLE else ENDLESS)

    return bounds


def possible(facts: Facts, days: Range | None = None) -> Bounds:
    """Return the same bounds without what nothing in this scenario can bring about."""
    generic = world(facts, days)

    def bounds(tree: Tree) -> Range:
        return (0, 0) if _impossible(facts, tree) else generic(tree)

    return bounds


def untouched(facts: Facts) -> Bounds:
    """Return what figures and answers are at the end of the first turn, when nobody has done anything."""
    generic = world(facts)
    step = facts.step

    def bounds(tree: Tree) -> Range:
        name = tree[1]
        if tree[0] == "call":
            if name in ("resolved", "chose", "gave"):
                return 0, 0
            if name == "expired":
                case = facts.by_id.get(tree[2][0])
                return (0, 1) if case and min(case.spec.reply_within or step, step) < step else (0, 0)
            if name == "delivered":
                case = facts.by_id.get(tree[2][0])
                return (0, 0) if case and case.first > step else (0, 1)
            if name == "exists" and tree[2][0].partition(":")[0] not in _ROUTINE:
                return (1, 1) if tree[2][0] in facts.scenario.starting.organs else (0, 0)
            if name == "township_figure":
                name = tree[2][0]
        if name in ("day", "turn"):
            return (step, step) if name == "day" else (1, 1)
        return (0, 0) if name in _STILL else generic(tree)

    return bounds


def _impossible(facts: Facts, tree: Tree) -> bool:
    """Whether a figure or answer stays 0 because nothing in the scenario can change it."""
    name: str = tree[1]
    args: tuple[str, ...] = tree[2] if tree[0] == "call" else ()
    if name == "township_figure":
        name = args[0]
    if name in _NEEDS_POWER:
        return not facts.anyone(_NEEDS_POWER[name])
    if name == "gave":
        group = facts.catalogues.groups.get(args[0])
        return group is not None and (group == "instruct" or not facts.anyone(group))
    if name == "expired":
        case = facts.by_id.get(args[0])
        return case is not None and case.spec.reply_within is None and case.spec.escalate is None
    if name == "exists":
        kind = args[0].partition(":")[0]
        return kind not in _ROUTINE and args[0] not in facts.scenario.starting.organs and not facts.anyone("organise")
    return name == "phase" and all(phase.id != args[0] for phase, _ in facts.played)


def _parts(tree: Tree) -> Iterator[Tree]:
    """Yield the figures and calls of a condition, in the order written."""
    waiting = [tree]
    while waiting:
        tree = waiting.pop()
        if not tree:
            continue
        if tree[0] in ("figure", "call"):
            yield tree
        elif tree[0] == "compare":
            waiting += reversed(tree[1])
        elif tree[0] != "is":
            waiting += reversed(tree[1:])


# --- conditions -------------------------------------------------------------------------------------------------


def triggers(facts: Facts, sink: Sink) -> None:
    """Say which triggers can never be met, and which are met before anybody has done anything."""
    for case in facts.cases:
        trigger = case.spec.trigger
        found = facts.condition(case.node, "trigger", "when")
        if found is None:
            continue
        days = trigger.from_day or 0, min(facts.length, trigger.until_day or facts.length)
        never = _never(facts, sink, found, days, "TH534", "never_comes")
        if not never and days[0] <= facts.step and _always(facts, found, untouched(facts)):
            sink.add("TH536", found[1].span, id=case.spec.id)


def needs(facts: Facts, sink: Sink) -> None:
    """Say which options ask for what can never be."""
    for case in facts.cases:
        for option in items(case.node, "options"):
            found = facts.condition(option, "needs")
            if found is not None:
                _never(facts, sink, found, (min(case.first, facts.length), facts.length), "TH562", "needs_never")


def goals(facts: Facts, sink: Sink) -> None:
    """Say which goals nobody can reach, and which nobody can miss."""
    for seat, node in facts.seats:
        for goal, below in zip(seat.goals, items(node, "goals"), strict=False):
            found = facts.condition(below, "when")
            if found is None or _never(facts, sink, found, (0, facts.length), "TH581", "", id=goal.id):
                continue
            if _always(facts, found, world(facts)):
                sink.add("TH580", found[1].span, id=goal.id)


def phases(facts: Facts, sink: Sink) -> None:
    """Say which phases cannot be entered, and which end by a condition never or at once."""
    days: Range = (0, facts.length)
    for at, (phase, node) in enumerate(facts.played):
        enter, leave = facts.condition(node, "enter"), facts.condition(node, "exit")
        if enter is not None and at:
            _never(facts, sink, enter, days, "TH545", "", id=phase.id)
        if leave is None or _never(facts, sink, leave, days, "TH546", ""):
            continue
        if at == 0 and phase.days > facts.step and _always(facts, leave, untouched(facts)):
            sink.add("TH547", leave[1].span, id=phase.id)


def guide(facts: Facts, sink: Sink) -> None:
    """Say at which step a guide stops for good, and which it passes over."""
    for step, node in zip(facts.scenario.guide, items(facts.known.root, "guide"), strict=False):
        done = facts.condition(node, "done")
        if done is None or _never(facts, sink, done, (0, facts.length), "TH534", "guide_stuck"):
            continue
        if _always(facts, done, _opening(facts)):
            sink.add("TH583", done[1].span, id=step.id)


def _always(facts: Facts, found: Found, bounds: Bounds) -> bool:
    return not facts.reason.possible(found[0].tree, bounds, wanted=False)


def _opening(facts: Facts) -> Bounds:
    """Return what figures and answers are when the exercise opens."""
    first = untouched(facts)
    return lambda tree: (0, 0) if tree in (("figure", "day"), ("figure", "turn")) else first(tree)


def _never(facts: Facts, sink: Sink, found: Found, days: Range, code: str, so: str, **params: str) -> bool:
    """Say that a condition can never hold: by itself, or because it needs what nothing here can bring."""
    compiled, node = found
    why = {"so": Word(so)} if so else {}
    if not facts.reason.possible(compiled.tree, world(facts, days)):
        sink.put(code, node.span, {**params, **why})
        return True
    if facts.reason.possible(compiled.tree, possible(facts, days)):
        return False
    lacking = next((part for part in _parts(compiled.tree) if _impossible(facts, part)), ("figure", ""))
    name = shown = str(lacking[1])
    if lacking[0] == "call":
        shown += "(" + ", ".join(f'"{arg}"' for arg in lacking[2]) + ")"
    at = compiled.text.find(name)
    sink.add("TH535", node.inside(at, at + len(name)) if at >= 0 else node.span, name=shown)
    return True


# --- what starts what -------------------------------------------------------------------------------------------


def outcomes(facts: Facts, sink: Sink) -> None:
    """Say where an inject waits for an outcome that the one before it cannot have."""
    for case in facts.cases:
        trigger = case.spec.trigger
        before = facts.by_id.get(trigger.after or "")
        if before is None or trigger.outcome is None or trigger.outcome not in OUTCOMES:
            continue
        reply, escalation = before.spec.reply_within, before.spec.escalate
        why = ""
        if trigger.outcome == "escalated" and escalation is None:
            why = "no_escalation"
        elif trigger.outcome == "expired" and reply is None:
            why = "no_deadline"
        elif trigger.outcome == "expired" and escalation is not None and escalation.after <= (reply or 0):
            why = "escalates_first"
        if why:
            sink.add("TH533", place(case.node, "trigger", "outcome"), id=before.spec.id, why=Word(why))


def chances(facts: Facts, sink: Sink) -> None:
    """Say which injects left to chance never come, or hardly ever."""
    for case in facts.cases:
        chance = case.spec.trigger.chance
        if chance is None:
            continue
        span = place(case.node, "trigger", "chance")
        if chance == 0 and case.spec.id not in facts.parents:
            sink.add("TH537", span)
            continue
        turns = max(0, (min(case.last, facts.length) - case.first) // facts.step + 1)
        odds = 1000 - round(1000 * (1 - chance / 1000) ** turns)
        if turns and 0 < odds < RARE:
            sink.add("TH538", span, turns=turns, odds=odds // 10)


def followers(facts: Facts, sink: Sink) -> None:
    """Say which injects follow from a choice and yet come by themselves as well."""
    for case in facts.cases:
        trigger = case.spec.trigger
        own = next((key for key in OWN_START if getattr(trigger, key) is not None), None)
        if own is not None and case.spec.id in facts.parents:
            first = facts.by_id[facts.parents[case.spec.id][0]].spec.title
            span = key_place(case.node.get("trigger") or case.node, own)
            sink.add("TH539", span, own=Word(OWN_START[own]), first=first)


# --- what is never met ------------------------------------------------------------------------------------------


def campaigns(facts: Facts, sink: Sink) -> None:
    """Say which campaigns stand before the one that runs at the start and so are never played."""
    start = facts.scenario.starting.campaign
    for campaign, node in zip(facts.scenario.campaigns, facts.known.campaigns, strict=False):
        if start in (None, campaign.id):
            return
        sink.add("TH530", place(node, "id"), id=campaign.id, start=str(start))


def partners(facts: Facts, sink: Sink) -> None:
    """Say which partners bring neither money nor jobs and are named nowhere."""
    named = {on for on, _, _, _ in facts.effects} | {seat.scope for seat in facts.scenario.seats}
    for partner, node in zip(
        facts.scenario.partners[:MOST_PARTNERS], items(facts.known.root, "partners"), strict=False
    ):
        told = partner.money or partner.jobs or f"partner:{partner.id}" in named
        if not told and not any(partner.name in case.spec.text for case in facts.cases):
            sink.add("TH531", place(node, "id"), name=partner.name)


def funds(facts: Facts, sink: Sink) -> None:
    """Say which funds never hold any money."""
    filled = {on for on, quantity, add, _ in facts.effects if quantity == "funds" and add > 0}
    for fund, node in zip(facts.scenario.starting.funds, facts.known.funds, strict=False):
        if not fund.amount and not any(fund.yearly.values()) and f"fund:{fund.id}" not in filled:
            sink.add("TH532", place(node, "amount"), name=fund.name)


RULES: tuple[Callable[[Facts, Sink], None], ...] = (
    triggers,
    needs,
    goals,
    phases,
    guide,
    outcomes,
    chances,
    followers,
    campaigns,
    partners,
    funds,
)
