"""Games as they went when last looked at: a change of the rules shows here as a difference that people can read.

`python -m pytest tests/exercise/test_golden.py --update-golden` writes the files anew; read their difference before
keeping them.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from game.bots.table import Table
from game.exercise.scoring import score
from game.exercise.state import State
from game.session.codec import canonical
from game.session.library import load_scenario
from game.session.session import Session

GOLDEN = Path(__file__).parent / "golden"
GAMES = [
    *(("hundred-days", "integrated", seed, 4) for seed in (1, 2, 3, 4, 5)),
    ("first-order", "integrated", 1, None),
    ("first-order", "integrated", 2, None),
    ("first-order", "routine", 1, None),
]
"""(scenario, policy, seed, turns; None plays to the end)."""
FIGURES = ("problems_found", "problems_closed", "problems_open", "approval", "fatigue", "formalism", "grassroots_hours")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _state(state: State) -> str:
    """Return what a state is without the texts and parameter files that made it: a comment there changes no game."""
    return _digest(canonical(state) + state.columns.digest())


def _turn(session: Session) -> Iterator[str]:
    """Yield one turn: its hash, its figures, what became of injects and problems, what each seat sees and may do."""
    state = session.state
    yield f"== turn {state.turn}, day {state.day}, command {session.seq}, state {_state(state)}"
    record = state.history[-1]
    truth = ", ".join(f"{name} {record.true[name]}" for name in sorted(record.true) if "@" not in name)
    yield f"truth: {truth}"
    yield "shown: " + ", ".join(f"{name} {record.shown[name]}" for name in FIGURES if name in record.shown)
    for inject in state.injects.values():
        if inject.state != "armed":
            answers = "".join(
                [f" chose {inject.choice}" if inject.choice else "", " replied" if inject.replied_by else ""]
            )
            met = "".join(f" {name}={credit}" for name, credit, _ in inject.met)
            yield f"inject {inject.id}: {inject.state} (day {inject.delivered}){answers}{met}"
    for problem in state.problems.values():
        if problem.state != "latent":
            paper = " on paper" if problem.on_paper else ""
            yield f"problem {problem.id}: {problem.state}, {problem.done}/{problem.hours} h{paper}, {problem.owner or 'nobody'}"
    for order in state.orders.values():
        yield f"order {order.id}: {order.task} {order.place} {order.state}, {order.done // 1000}/{order.amount}, reported {order.reported}"
    for seat in state.seats:
        view = _digest(repr(session.view(seat)))
        legal = [entry.refusal is None for entry in session.legal(seat)]
        yield f"seat {seat}: view {view}, open commands {sum(legal)} of {len(legal)}"


def _score(state: State) -> Iterator[str]:
    marks = score(state)
    yield f"== score {marks.total / 10:.1f} in {state.session.state}"
    for line in marks.lines:
        yield f"{line.id}: {line.points}/{line.weight} for {line.measure} {line.value}"


def _commands(session: Session, first: int) -> Iterator[str]:
    given = Counter((r.seat, r.kind) for r in session.records(first) if r.source == "bot")
    for (seat, kind), count in sorted(given.items()):
        yield f"gave {seat}: {kind} x{count}"


def _transcript(scenario: str, policy: str, seed: int, turns: int | None) -> str:
    with Session.create(None, dict(load_scenario(scenario).bundle), seed=seed) as session:
        table = Table(session, policy)
        lines = [f"{scenario}, {policy}, seed {seed}"]
        table.open()
        lines += _turn(session)
        last = session.state.scenario.turn.count if turns is None else turns
        for _ in range(last):
            first = session.seq + 1
            assert table.advance().accepted
            lines += [*_commands(session, first), *_turn(session)]
        lines += _score(session.state)
        refused = Counter(r.refusal.code for r in session.refusals())
        lines += [f"refused {code} x{count}" for code, count in sorted(refused.items())]
    return "\n".join(lines) + "\n"


def _difference(old: str, new: str, name: str) -> str:
    """Return the first lines that differ: what happened in the game if that differs, else the digests."""
    told = [re.sub(r"(view|state) [0-9a-f]{16}", r"\1 …", text) for text in (old, new)]
    old, new = told if told[0] != told[1] else (old, new)
    lines = list(
        difflib.unified_diff(old.splitlines(), new.splitlines(), f"golden/{name}", "played now", lineterm="", n=1)
    )
    shown = "\n".join(lines[:60]) + (f"\n… and {len(lines) - 60} more lines" if len(lines) > 60 else "")
    cure = "If this is meant: python -m pytest tests/exercise/test_golden.py --update-golden"
    return f"the game went another way\n{shown}\n{cure}"


@pytest.mark.parametrize(
    ("scenario", "policy", "seed", "turns"),
    [g if g[2] < 3 else pytest.param(*g, marks=pytest.mark.ci) for g in GAMES],
    ids=str,
)
def test_the_game_goes_as_it_went(
    scenario: str, policy: str, seed: int, turns: int | None, request: pytest.FixtureRequest
) -> None:
    """Same seed, same rules: same injects, problems, orders, views, score and hashes, turn by turn."""
    file = GOLDEN / f"{scenario}-{policy}-{seed}.txt"
    played = _transcript(scenario, policy, seed, turns)
    if request.config.getoption("--update-golden"):
        file.write_text(played, encoding="utf-8", newline="\n")
        return
    assert file.is_file(), f"{file.name} is missing: run with --update-golden"
    kept = file.read_text(encoding="utf-8")
    if played != kept:
        pytest.fail(_difference(kept, played, file.name), pytrace=False)


def test_no_golden_file_is_left_over() -> None:
    """Each file belongs to a game of the catalogue."""
    assert {f.name for f in GOLDEN.iterdir()} == {f"{s}-{p}-{n}.txt" for s, p, n, _ in GAMES}


def test_a_difference_is_short_and_says_the_cure() -> None:
    """However much differs, a reader sees the first lines, how many more there are, and what to do."""
    text = _difference("a\n" * 300, "b\n" * 300, "x.txt")
    view = "seat a: view 0123456789abcdef\n"
    both = _difference(view + "order o1: 1/3\n", view.replace("0", "1") + "order o1: 2/3\n", "x.txt")
    only = _difference(view, view.replace("0", "1"), "x.txt")

    assert len(text.splitlines()) < 70
    assert "--update-golden" in text
    assert "more lines" in text
    assert "+order o1: 2/3" in both
    assert "+seat" not in both, "what happened comes before its digests"
    assert "+seat a: view 1123456789abcdef" in only
