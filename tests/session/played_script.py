"""Plays three turns and prints the hashes; `played_script.py [random|clock|order]` breaks a rule on purpose first."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from small_play import SEED, open_play, small_bundle, some_turns

from game.exercise.commands.base import REGISTRY
from game.exercise.events import Counted
from game.exercise.refusals import Refusal
from game.session.session import Session, state_hash


def by_chance() -> list[Counted]:
    """Break the rule with the global generator."""
    return [Counted(counter="broken", by=random.randrange(1_000_000_000))]


def by_clock() -> list[Counted]:
    """Break the rule with the machine's clock."""
    return [Counted(counter="broken", by=time.time_ns())]


NAMES = ("north", "south", "east", "west", "centre", "county")


def by_order() -> list[Counted]:
    """Break the rule with the order of a set of texts."""
    return [Counted(counter=f"broken-{name}") for name in set(NAMES)]


BREAKS: dict[str, Callable[[], list[Counted]]] = {"random": by_chance, "clock": by_clock, "order": by_order}


def break_rule(name: str) -> None:
    """Make the rule of `declare_priority` depend on what it must not."""
    spec = REGISTRY["declare_priority"]

    def broken(state: Any, command: Any, ctx: Any) -> Any:
        decision = spec.decide(state, command, ctx)
        return decision if isinstance(decision, Refusal) else (*decision, *BREAKS[name]())

    REGISTRY["declare_priority"] = replace(spec, decide=broken)


def main() -> None:
    if len(sys.argv) > 1:
        break_rule(sys.argv[1])
    with Session.create(None, small_bundle(), seed=SEED) as session:
        open_play(session)
        hashes = []
        for _ in range(3):
            some_turns(session, 1)
            hashes.append(state_hash(session.state))
        verdict = session.verify()
        broken_at = next(r.seq for r in session.records() if r.kind == "declare_priority")
        print(
            json.dumps(
                {"hashes": hashes, "chain": session.chain, "ok": verdict.ok, "seq": verdict.seq, "broken_at": broken_at}
            )
        )


main()
