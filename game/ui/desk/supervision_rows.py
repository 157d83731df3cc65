"""The ledger's rows: their numbers, columns, groups, and what can be done with a row in its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.exercise.entities import Problem
from game.exercise.lifecycles import next_state
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.models import Column

LOOK = {
    "found": ("search", "info"), "registered": ("ledger", "info"), "assigned": ("person", "muted"),
    "rectifying": ("work", "accent"), "claimed": ("check", "info"), "verified": ("ok", "ok"), "closed": ("ok", "muted"),
    "rebounded": ("undo", "overdue"), "escalated": ("up", "overdue"), "overdue": ("overdue", "overdue"),
}  # fmt: skip
"""(icon, tone) of each state: shape and colour always go together."""
WAITING = ("found", "registered", "rebounded", "escalated", "claimed", "verified")
"""States in which the next step is the supervisor's."""
ON_LEDGER = ("registered", "assigned", "rectifying", "claimed", "overdue", "escalated", "rebounded")
"""States in which a slip, a letter or a step of the ladder can name a row."""
OPTIONAL = ("person", "left", "measure", "source", "opened", "households", "slips", "rung", "look_back", "depth")
"""Columns that are hidden until chosen."""
ORDER = (
    "found", "rebounded", "escalated", "overdue", "claimed", "verified", "registered", "assigned",
    "rectifying", "closed",
)  # fmt: skip


def numbers(view: View) -> dict[str, int]:
    """Return the running number of each row: in the order in which they were found, so that none ever moves."""

    def found(problem: Problem) -> tuple[int, int, str]:
        seq = next((s.seq for s in problem.steps if s.what == "find"), problem.steps[0].seq if problem.steps else 0)
        return seq, problem.opened, problem.id

    return {p.id: n for n, p in enumerate(sorted(view.problems, key=found), 1)}


def next_step(problem: Problem) -> str:
    """Return the action that brings a row on, by its state; empty where the owner must act."""
    return {
        "found": "register", "registered": "register", "rebounded": "register", "escalated": "register",
        "claimed": "verify", "verified": "close", "overdue": "slip", "closed": "look_back",
    }.get(problem.state, "")  # fmt: skip


def possible(problem: Problem, action: str) -> bool:
    """Whether an action is legal in a row's state."""
    if action in ("slip", "letter", "ladder"):
        return problem.state in ON_LEDGER
    trigger = {
        "register": "assign", "verify": "verify", "close": "close", "return": "return_", "look_back": "rebound",
    }[action]  # fmt: skip
    return next_state("problem", problem.state, trigger) is not None


def competent(view: View, domain: str) -> tuple[str, ...]:
    """Return the bureaus that can cure problems of a field, the natural one first."""
    count: dict[str, int] = {}
    for task in view.tasks:
        if domain in task.domains:
            for rank, bureau in enumerate(task.bureaus):
                count[bureau] = count.get(bureau, 0) + (3 if rank == 0 else 1)
    known = {o.id for o in view.organs if o.exists}
    force = f"taskforce:{domain}"
    best = tuple(sorted((b for b in count if b in known), key=lambda b: (-count[b], b)))
    return ((force,) if force in known else ()) + best


def owners(view: View, problem: Problem) -> tuple[tuple[str, int], ...]:
    """Return (organ, rank) of who could own a row: 0 competent, 1 its township, 2 others."""
    expert = competent(view, problem.domain)
    town = f"township:{problem.township}"
    rows = [(o, 0) for o in expert]
    rows += [(town, 1)] if any(o.id == town for o in view.organs) else []
    done = {o for o, _ in rows}
    rows += [
        (o.id, 2)
        for o in view.organs
        if o.exists and o.id not in done and o.kind not in ("squad", "warrooms", "teams", "township", "post")
    ]
    return tuple(rows)


def group_of(bridge: Bridge, problem: Problem, by: str) -> str:
    """Return the name of the group a row stands in."""
    if by == "township":
        return bridge.names.place("township:" + problem.township)
    return bridge.names.organ(problem.owner)


def tsv(columns: Sequence[Column[Problem]], rows: Sequence[Problem]) -> str:
    """Return rows as text that a spreadsheet takes when pasted."""
    lines = ["\t".join(c.header for c in columns)]
    lines += ["\t".join(c.text(row).replace("\t", " ").replace("\n", " ") for c in columns) for row in rows]
    return "\n".join(lines)


def columns(
    bridge: Bridge, words: Mapping[str, str], number: Callable[[str], int], shown: Sequence[str]
) -> list[Column[Problem]]:
    """Return the columns chosen, in the ledger's order; `words` are all headers by key."""

    def left(p: Problem) -> str:
        if p.state == "closed":
            return bridge.names.date(p.closed, week=False)
        return bridge.names.until(p.deadline, bridge.view.day)

    def late(p: Problem) -> bool:
        return p.state != "closed" and 0 <= p.deadline < bridge.view.day

    every: dict[str, Column[Problem]] = {
        "number": Column(
            words["number"], lambda p: f"{number(p.id):03d}", sort=lambda p: number(p.id), align="right", width=2.1
        ),
        "title": Column(words["title"], lambda p: p.title, width=-1, bold=lambda p: p.state in WAITING),
        "state": Column(
            words["state"],
            lambda p: bridge.names.state("problem", p.state),
            sort=lambda p: ORDER.index(p.state) if p.state in ORDER else len(ORDER),
            width=5,
            icon=lambda p: LOOK.get(p.state),
            tone=lambda p: "overdue" if LOOK.get(p.state, ("", ""))[1] == "overdue" else None,
        ),
        "deadline": Column(
            words["deadline"],
            lambda p: bridge.names.date(p.deadline, week=False),
            sort=lambda p: p.deadline if p.deadline >= 0 else 9999,
            width=5,
            icon=lambda p: ("overdue", "overdue") if late(p) else None,
            tone=lambda p: "overdue" if late(p) else None,
            tip=left,
        ),
        "left": Column(
            words["left"],
            left,
            sort=lambda p: p.deadline if p.deadline >= 0 else 9999,
            width=4.4,
            tone=lambda p: "overdue" if late(p) else None,
        ),
        "severity": Column(
            words["severity"],
            lambda p: "●" * p.severity,
            sort=lambda p: p.severity,
            align="center",
            width=3,
            tone=lambda p: "overdue" if p.severity >= 3 else "warn" if p.severity == 2 else "muted",
            spoken=lambda p: f"{words['severity']}: {p.severity}",
            spare=True,
        ),
        "place": Column(words["place"], lambda p: bridge.names.where(p.village, p.township), width=5.6, spare=True),
        "domain": Column(words["domain"], lambda p: bridge.names.domain(p.domain), width=3.6, spare=True),
        "owner": Column(words["owner"], lambda p: bridge.names.organ(p.owner), width=5.6, spare=True),
        "person": Column(words["person"], lambda p: bridge.names.seat(p.person) if p.person else "—", width=3.8),
        "progress": Column(
            words["progress"],
            lambda p: bridge.names.permille(p.progress),
            sort=lambda p: p.progress,
            align="right",
            width=3,
            spare=True,
        ),
        "rebounds": Column(
            words["rebounds"],
            lambda p: str(p.rebounds) if p.rebounds else "—",
            sort=lambda p: p.rebounds,
            align="center",
            width=2.6,
            icon=lambda p: ("undo", "overdue") if p.rebounds else None,
            spare=True,
        ),
        "measure": Column(words["measure"], lambda p: p.measure, width=8),
        "source": Column(words["source"], lambda p: words.get(f"source.{p.source}", p.source), width=4),
        "opened": Column(
            words["opened"], lambda p: bridge.names.date(p.opened, week=False), sort=lambda p: p.opened, width=4
        ),
        "households": Column(
            words["households"], lambda p: str(p.households), sort=lambda p: p.households, align="right", width=3
        ),
        "slips": Column(
            words["slips"], lambda p: str(p.slips or ""), sort=lambda p: p.slips, align="center", width=3.4
        ),
        "rung": Column(
            words["rung"],
            lambda p: bridge.say(f"rung.{p.rung}") if p.rung else "",
            sort=lambda p: p.rung,
            width=4.6,
        ),
        "look_back": Column(
            words["look_back"],
            lambda p: bridge.names.date(p.look_back, week=False),
            sort=lambda p: p.look_back,
            width=4,
        ),
        "depth": Column(words["depth"], lambda p: words.get(f"depth.{p.depth}", ""), sort=lambda p: p.depth, width=4),
    }
    return [column for key, column in every.items() if key in shown]
