"""沟通与处置: papers acknowledged, answered and decided, messages, reports asked for, and a leader's own visit.

The traps: an answer on paper where work is asked, and reports that cost those who should be in the villages.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.county.draws import Draws
from game.county.place import NEEDS
from game.exercise.commands import table
from game.exercise.commands.base import Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import explain, legal, move, revise, shift_all
from game.exercise.commands.masses import goodwill, take_hours
from game.exercise.commands.scope import (
    answer,
    check_domain,
    check_money,
    check_organ,
    check_place,
    check_seat,
    fund_left,
    next_id,
    pot_id,
    seat_scope,
)
from game.exercise.effects import WAN_FEN, Said, amount, effects_events, queued, recent, seat_organ
from game.exercise.entities import Inject, Message, Sighting
from game.exercise.events import Event, FundMoved, MessageSent, Reported, Sighted
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import InjectSpec, Option

__all__ = ["table"]

FEN = 100
UNSEEN = ("armed", "due", "skipped", "cancelled")
"""States of an inject that nobody at the table has before them."""
Text = Annotated[str, Field(min_length=1, max_length=1000)]


# --- papers -------------------------------------------------------------------------------------------------------


def _check_inject(state: State, ctx: Ctx, inject: str) -> Refusal | None:
    row = state.injects.get(inject)
    if row is None or row.state in UNSEEN:
        return Refusal("unknown_inject", {"inject": inject})
    if ctx.source != "instructor" and ctx.seat not in row.to:
        return Refusal("not_addressed", {"inject": inject})
    return None


def _spec(state: State, inject: str) -> InjectSpec | None:
    spec: InjectSpec | None = state.fixed.scenario_injects.get(inject)
    return spec


class AcknowledgeInject(Command):
    """Take note of a paper."""

    inject: Ref


@command("acknowledge_inject", group="talk", attention=0, when_paused=True)(AcknowledgeInject)
def acknowledge_inject(state: State, cmd: AcknowledgeInject, ctx: Ctx) -> Decision:
    """Sign for a paper; each addressee for itself, the first moves it on."""
    if refusal := _check_inject(state, ctx, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    if row.state != "acknowledged" and (refusal := legal("inject", row.id, row.state, "acknowledge")):
        return refusal
    if ctx.seat in row.acknowledged:
        return Refusal("already_acknowledged", {"inject": row.id})
    return (
        *move("inject", row.id, row.state, "acknowledge", ctx),
        *revise("injects", row.id, acknowledged=(*row.acknowledged, ctx.seat)),
    )


class ReplyInject(Command):
    """Answer a paper in writing."""

    inject: Ref
    text: Text


@command("reply_inject", group="talk", attention=1)(ReplyInject)
def reply_inject(state: State, cmd: ReplyInject, ctx: Ctx) -> Decision:
    """Answer a paper: it settles what asks only for an answer; where work is asked, a paper answer is form (K46)."""
    if refusal := _check_inject(state, ctx, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    spec = _spec(state, row.id)
    if refusal := answer(
        legal("inject", row.id, row.state, "resolve"),
        Refusal("already_replied", {"inject": row.id}) if row.reply else None,
        Refusal("needs_choice", {"inject": row.id}) if spec is not None and spec.options else None,
        Refusal("empty_text", {}) if not cmd.text.strip() else None,
    ):
        return refusal
    events: list[Event] = [*revise("injects", row.id, "reply", ctx.seat, reply=cmd.text.strip(), replied_by=ctx.seat)]
    if _idle(state, row):
        events += shift_all(
            state,
            (seat_organ(state, ctx.seat),),
            "formalism",
            amount("reply.idle_formalism"),
            code="cause.reply_idle",
            claim="K46",
            source="inject",
            ref=row.id,
        )
    return tuple(events)


def _idle(state: State, row: Inject) -> bool:
    """Whether an inject's problem still waits with nothing ordered or assigned."""
    problem = state.problems.get(row.problem)
    if problem is None or problem.state not in ("found", "escalated"):
        return False
    return not any(order.inject == row.id or order.problem == problem.id for order in state.orders.values())


class ChooseOption(Command):
    """Decide between the options of a paper."""

    inject: Ref
    option: Ref

    def attention_cost(self, state: State) -> int:
        """Return what the option costs the one who decides."""
        found = option_of(state, self.inject, self.option)
        return found.attention if found is not None else 0


def option_of(state: State, inject: str, option: str) -> Option | None:
    """Return an option of an inject; None where there is none."""
    spec = _spec(state, inject)
    return next((o for o in spec.options if o.id == option), None) if spec is not None else None


@command("choose_option", group="talk", attention=1)(ChooseOption)
def choose_option(state: State, cmd: ChooseOption, ctx: Ctx) -> Decision:
    """Decide: the option's money is spent and its effects happen at once; what follows from it comes by itself."""
    if refusal := _check_inject(state, ctx, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    option = option_of(state, row.id, cmd.option)
    fund, poor = _payer(state, ctx, row, option.cost_money * WAN_FEN if option else 0)
    if refusal := answer(
        None if row.state in ("delivered", "acknowledged") else legal("inject", row.id, row.state, "expire"),
        Refusal("already_chosen", {"inject": row.id}) if row.choice else None,
        poor,
        Refusal("unknown_option", {"inject": row.id, "option": cmd.option}) if option is None else None,
        _not_open(state, ctx, option),
    ):
        return refusal
    assert option is not None
    money = option.cost_money * WAN_FEN
    events: list[Event] = [*revise("injects", row.id, "choose", ctx.seat, choice=option.id, chosen_by=ctx.seat)]
    if money:
        events.append(FundMoved(fund=fund, spent=money, ref=row.id))
        events += explain("funds_left", f"fund:{fund}", -money, code="cause.option_money", source="inject", ref=row.id)
    paid = evolve_all(state, events)  # so that an effect on money cannot take what the option itself has just cost
    events += effects_events(
        paid,
        option.effects,
        place_village=row.village,
        township=row.township,
        seat=ctx.seat,
        ref=row.id,
        code="cause.option_chosen",
    )
    return tuple(events)


def _not_open(state: State, ctx: Ctx, option: Option | None) -> Refusal | None:
    if option is None or option.needs is None:
        return None
    from game.exercise.environment import holds

    seat = ctx.seat if ctx.seat in state.seats else None
    return None if holds(state, option.needs, seat) else Refusal("option_closed", {"option": option.id})


def _payer(state: State, ctx: Ctx, row: Inject, money: int) -> tuple[str, Refusal | None]:
    """Return the fund that pays (the organ's own pot, then one for the domain, then a free one), or why none can."""
    if money <= 0:
        return "", None
    own = pot_id(seat_organ(state, ctx.seat))
    ranked = sorted(state.funds.values(), key=lambda f: (f.id != own, row.domain not in f.earmark, bool(f.earmark)))
    domains = (row.domain,) if row.domain else ()
    for fund in ranked:
        if check_money(state, ctx, fund.id, money, domains) is None:
            return fund.id, None
    usable = [f for f in ranked if check_money(state, ctx, f.id, min(money, max(1, fund_left(f))), domains) is None]
    left = max((fund_left(f) for f in usable), default=0)
    return "", Refusal("no_money", {"fund": usable[0].id if usable else "", "need": money // FEN, "left": left // FEN})


# --- words --------------------------------------------------------------------------------------------------------


class MessageSeat(Command):
    """Send other seats a message."""

    to: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=60)]
    text: Text


@command("message_seat", group="talk", attention=0, sessions=("briefing", "running", "debrief"), when_paused=True)(
    MessageSeat
)
def message_seat(state: State, cmd: MessageSeat, ctx: Ctx) -> Decision:
    """Talk to other seats; words cost nothing and bind nobody."""
    if len(set(cmd.to)) < len(cmd.to):
        return Refusal("named_twice", {})
    if refusal := answer(
        *(check_seat(state, seat) for seat in cmd.to),
        Refusal("message_to_self", {}) if ctx.seat in cmd.to else None,
        Refusal("empty_text", {}) if not cmd.text.strip() else None,
    ):
        return refusal
    message = Message(
        id=next_id(state, "messages", "m"), sender=ctx.seat, to=cmd.to, day=state.day, text=cmd.text.strip()
    )
    return (MessageSent(message=message),)


class AskReport(Command):
    """Ask an organ for a written report."""

    organ: Ref
    topic: Annotated[str, Field(max_length=80)] = ""
    """A domain."""


@command("ask_report", group="talk", attention=1)(AskReport)
def ask_report(state: State, cmd: AskReport, ctx: Ctx) -> Decision:
    """Ask for a report: what the level below has comes up at once, and its hours are gone (X1); often, it is form."""
    if refusal := answer(check_organ(state, ctx, cmd.organ), check_domain(state, cmd.topic) if cmd.topic else None):
        return refusal
    organ = state.organs[cmd.organ]
    local = organ.kind == "township"
    hours = amount("report.hours_township" if local else "report.hours_other")
    again = recent(state, "cause.report_asked", cmd.organ, amount("report.days"))
    events: list[Event] = [
        *revise("organs", cmd.organ, forms_extra=organ.forms_extra + hours),
        *explain("hours_forms", cmd.organ, hours, code="cause.report_asked", claim="X1", ref=cmd.topic),
    ]
    said = {"source": "command", "ref": cmd.topic}
    if again:
        price = amount("report.again_formalism") * again
        events += shift_all(state, (cmd.organ,), "formalism", price, code="cause.report_again", claim="K14", **said)
    else:
        care = amount("report.attention")
        events += shift_all(state, (cmd.organ,), "attention", care, code="cause.report_minded", claim="K42", **said)
    if local:
        events += _brought_up(state, ctx, cmd.organ.partition(":")[2])
    return tuple(events)


def _brought_up(state: State, ctx: Ctx, township: str) -> tuple[Event, ...]:
    """Return the report: the asker's level learns what the level below it has been told."""
    near = seat_scope(state, ctx).partition(":")[0] in ("township", "village")
    below = state.reports.get("village" if near else "township", {})
    rows = {village.id: below[village.id] for village in state.county.villages_of(township) if village.id in below}
    return (Reported(level="township" if near else "county", rows=rows),) if rows else ()


# --- eyes ---------------------------------------------------------------------------------------------------------


class FieldVisit(Command):
    """Go to a village and look."""

    village: Ref


@command("field_visit", group="talk", attention=3)(FieldVisit)
def field_visit(state: State, cmd: FieldVisit, ctx: Ctx) -> Decision:
    """See a village with one's own eyes: some homes, as they are; people value it, the township receives (K42, K52)."""
    place = f"village:{cmd.village}"
    if refusal := check_place(state, ctx, place):
        return refusal
    village = state.county.village(cmd.village)
    again = recent(state, "cause.leader_seen", place, amount("field.days"))
    gain = amount("field.goodwill") // (1 + again)
    said: Said = {"code": "cause.leader_seen", "claim": "K52", "source": "visit", "ref": cmd.village}
    return (
        Sighted(sighting=sight(state, ctx.draws, cmd.village, ctx.seat)),
        *_noticed(state, ctx, cmd.village),
        *queued({cmd.village: {"goodwill": goodwill(gain)}}),
        *explain("approval", place, gain, **said),
        *take_hours(
            state,
            f"township:{village.township}",
            amount("field.hours"),
            code="cause.leader_received",
            claim="X1",
            source="visit",
            ref=cmd.village,
        ),
    )


def sight(state: State, draws: Draws, village: str, by: str) -> Sighting:
    """Return what somebody sees in a sample of a village's homes today: open gaps per need, scaled to the village.

    Approval is in per mille. The same visitor sees the same homes all day.
    """
    index = state.county.village(village).index
    homes = int(state.sums.households[index])
    sample = min(amount("field.sample"), homes)
    if not sample:
        return Sighting(village=village, day=state.day, by=by, sample=0, gaps=tuple(0 for _ in NEEDS), approval=0)

    def hits(true: int, what: str) -> int:
        subject = f"{village}/{by}"
        return sum(draws.below(homes, f"sight:{what}", subject, state.day, k) < true for k in range(sample))

    gaps = tuple(hits(int(state.sums.gaps[i, index]), need) * homes // sample for i, need in enumerate(NEEDS))
    liked = hits(int(state.sums.approving[index]), "approval") * 1000 // sample
    return Sighting(village=village, day=state.day, by=by, sample=sample, gaps=gaps, approval=liked)


def _noticed(state: State, ctx: Ctx, village: str) -> tuple[Event, ...]:
    """Return the problems of a village that a visitor notices: the graver, the likelier."""
    events: list[Event] = []
    for problem in state.problems.values():
        if problem.village != village or problem.state != "latent":
            continue
        chance = amount("field.find") * problem.severity
        if ctx.draws.permille(chance, "field-find", f"{problem.id}/{ctx.seat}", state.day):
            events += move("problem", problem.id, problem.state, "find", ctx)
            inject = state.injects.get(problem.inject)
            if inject is not None and not inject.problem:
                events += revise("injects", inject.id, problem=problem.id)
    return tuple(events)
