"""Plays one game and prints what its state is after every turn; started by test_lab_hashes.py.

Arguments: scenario, policy, seed, turns (0 plays to the end), and who steps the weeks: numpy, twin or twins.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import blake2b

from game.bots.table import Table
from game.county.kernel import KERNELS, use_twin
from game.exercise.state import State
from game.session.codec import canonical, state_hash
from game.session.library import load_scenario
from game.session.session import Session


def print_of(state: State) -> str:
    """Return what a state is, without the texts it was made of: a comment in them changes no game."""
    return blake2b((canonical(state) + state.columns.digest()).encode(), digest_size=8).hexdigest()


def play(scenario: str, policy: str, seed: int, turns: int) -> dict[str, object]:
    """Return the print of every turn, the start first, and the hash of the last state."""
    with Session.create(None, dict(load_scenario(scenario).bundle), seed=seed, humans=()) as session:
        table = Table(session, policy)
        table.open()
        prints = [print_of(session.state)]
        for _ in range(turns or session.state.scenario.turn.count):
            assert table.advance().accepted
            prints.append(print_of(session.state))
        return {"turns": prints, "hash": state_hash(session.state)}


def main(scenario: str, policy: str, seed: str, turns: str, stepped_by: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        if stepped_by != "numpy":
            from game.county import sums, sums_fast, week1_fast

            twin = week1_fast.step if stepped_by == "twin" else partial(week1_fast.step, parts=2, over=pool.map)
            for version in KERNELS:
                use_twin(version, twin)
            sums.use_twin(sums_fast.village_sums)
        print(json.dumps(play(scenario, policy, int(seed), int(turns))))


if __name__ == "__main__":
    main(*sys.argv[1:])
