"""Games come to the states on record, whoever steps the weeks, on any number of threads, processes and machines.

`python -m pytest tests/lab/test_lab_hashes.py --update-golden -m "slow or not slow"` writes the record anew; without
`-m` the game of seven years is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import game
from game.lab.cluster import played
from game.lab.simulate import Job, play
from game.session.library import load_scenario

HERE = Path(__file__).parent
RECORD = HERE / "hashes.json"
GAMES = [
    ("hundred-days", "integrated", 1, 0),
    ("hundred-days", "campaign", 1, 0),
    ("t-county-2014-2020", "integrated", 1, 4),
]
"""(scenario, policy, seed, turns; 0 plays to the end)."""
SEVEN_YEARS = ("t-county-2014-2020", "integrated", 1, 0)
WAYS = [("numpy", "0"), ("twin", "1"), ("twins", "random")]
"""(who steps the weeks, Python's hash seed); `twins` are two threads of one."""
CURE = 'If this is meant: python -m pytest tests/lab/test_lab_hashes.py --update-golden -m "slow or not slow"'
Game = tuple[str, str, int, int]


def _name(of: Game) -> str:
    scenario, policy, seed, turns = of
    return f"{scenario}, {policy}, seed {seed}, {f'{turns} turns' if turns else 'to the end'}"


@cache
def _played(of: Game, stepped_by: str, hash_seed: str) -> dict[str, Any]:
    """Play in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(game.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, str(HERE / "hash_script.py"), *map(str, of), stepped_by],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _record() -> dict[str, list[str]]:
    kept: dict[str, list[str]] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    return kept


def _compare(of: Game, prints: list[str], *, update: bool) -> None:
    """Compare the prints of a game's turns with the record, or write them down."""
    record = _record()
    if update:
        record[_name(of)] = prints
        RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
        return
    kept = record.get(_name(of), [])
    other = next(
        (turn for turn, (a, b) in enumerate(zip(kept, prints, strict=False)) if a != b), min(len(kept), len(prints))
    )
    if kept != prints:
        pytest.fail(f"{_name(of)}: another state from turn {other} on. {CURE}", pytrace=False)


@pytest.mark.parametrize(
    ("stepped_by", "hash_seed"), [WAYS[0], *(pytest.param(*way, marks=pytest.mark.ci) for way in WAYS[1:])]
)
@pytest.mark.parametrize("of", [GAMES[0], *(pytest.param(of, marks=pytest.mark.ci) for of in GAMES[1:])], ids=_name)
def test_a_game_comes_to_the_states_on_record(
    of: Game, stepped_by: str, hash_seed: str, request: pytest.FixtureRequest
) -> None:
    """Turn by turn the same state by numpy, by its twin, by two threads of it, under any hash seed."""
    if stepped_by != "numpy" and find_spec("numba") is None:
        pytest.skip("needs the extra fast")
    update = request.config.getoption("--update-golden") and stepped_by == "numpy"
    _compare(of, _played(of, stepped_by, hash_seed)["turns"], update=update)


@pytest.mark.ci
@pytest.mark.timeout(300)
def test_other_machines_come_to_the_same_states(address: str, request: pytest.FixtureRequest) -> None:
    """Workers of a cluster hand back the states that a game here comes to, and that stand on record."""
    whole = [of for of in GAMES if not of[3]]
    there = dict(played(address, play, [Job(dict(load_scenario(of[0]).bundle), of[1], of[2]) for of in whole]))
    for number, of in enumerate(whole):
        here = _played(of, *WAYS[0])
        _compare(of, here["turns"], update=request.config.getoption("--update-golden"))
        assert there[number].error == ""
        assert there[number].hash == here["hash"]


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("stepped_by", "hash_seed"), WAYS[::2])
def test_seven_years_come_to_the_states_on_record(
    stepped_by: str, hash_seed: str, request: pytest.FixtureRequest
) -> None:
    """The longest course, all thirty-one townships, by numpy and by two threads of the twin."""
    if stepped_by != "numpy" and find_spec("numba") is None:
        pytest.skip("needs the extra fast")
    update = request.config.getoption("--update-golden") and stepped_by == "numpy"
    _compare(SEVEN_YEARS, _played(SEVEN_YEARS, stepped_by, hash_seed)["turns"], update=update)


def test_no_game_is_left_over_on_record() -> None:
    """Each row of the record belongs to a game that is played."""
    assert set(_record()) <= {_name(of) for of in (*GAMES, SEVEN_YEARS)}
    assert {_name(of) for of in GAMES} <= set(_record())


def test_a_difference_names_the_first_turn_that_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changed a rule reads from which turn on, and what to do."""
    kept = _record()[_name(GAMES[0])]
    _compare(GAMES[0], kept, update=False)
    with pytest.raises(pytest.fail.Exception, match=r"from turn 3 on.*--update-golden"):
        _compare(GAMES[0], [*kept[:3], "0", *kept[4:]], update=False)
    with pytest.raises(pytest.fail.Exception, match=f"from turn {len(kept) - 1} on"):
        _compare(GAMES[0], kept[:-1], update=False)
