"""A small scenario, a small county, and a way to break one line of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.check import Catalogues, Checked, check_bundle, check_path

DATA = Path(__file__).parent / "data"

CATALOGUES = Catalogues(
    tasks=frozenset({"water_supply", "house_repair"}),
    posts=frozenset({"hq_director", "squad_leader"}),
    organs=frozenset({"bureau:water", "hq", "zone", "post", "taskforce"}),
    measures=frozenset({"gates_passed", "grassroots_hours"}),
    commands=frozenset({"issue_order", "cut_forms", "acknowledge_inject"}),
    arguments={"issue_order": frozenset({"task", "place", "amount"})},
    names={"总攻办主任岗": "hq_director", "供水抢修": "water_supply"},
)


def find_county(name: str) -> str | None:
    path = DATA / f"{name}.yaml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


@pytest.fixture(scope="session")
def small() -> str:
    return (DATA / "small.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def check() -> Callable[..., Checked]:
    def run(text: str | dict[str, str]) -> Checked:
        bundle = {"scenario.yaml": text} if isinstance(text, str) else text
        return check_bundle(bundle, counties=find_county, catalogues=CATALOGUES)

    return run


@pytest.fixture(scope="session")
def look() -> Callable[[Path], Checked]:
    return lambda path: check_path(path, counties=find_county, catalogues=CATALOGUES)
