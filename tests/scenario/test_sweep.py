"""While a check runs nothing is collected, and afterwards collecting is as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.scenario.check import check_bundle
from game.scenario.files import MAIN
from game.scenario.sweep import unswept

MANY = "\n".join(f"- id: a{number}\n  text: 一" for number in range(1_500))
"""Enough values for several collections."""


@contextmanager
def collections() -> Iterator[list[int]]:
    """Note the generation of every collection that begins inside."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


@pytest.fixture(params=[True, False], ids=["on", "off"])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Collecting by itself, or held off by a window or a run of many."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_a_check_is_not_held_up_by_collections(collecting):
    """Of a list with thousands of values, which makes Python collect several times where it may."""
    gc.collect()
    with collections() as seen:
        found = check_bundle({MAIN: f"injects:\n{MANY}\n"}, counties=lambda _: None)
        during = [*seen]
    assert found.findings
    assert during in ([], [0])  # what was put off may come at once when it is over
    assert gc.isenabled() is collecting


def test_collecting_goes_on_after_a_fall(collecting):
    """Whatever is raised, the collector is left as it was found."""

    @unswept
    def fall() -> None:
        assert not gc.isenabled()
        raise KeyError

    with pytest.raises(KeyError):
        fall()
    assert gc.isenabled() is collecting
