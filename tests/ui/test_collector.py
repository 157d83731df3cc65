"""Where garbage is collected: a widget taken apart by a worker thread ends the program."""

from __future__ import annotations

import gc
import threading

import pytest

from game.ui.collector import Collector, loosen, settle
from game.ui.worker import Worker


class Witness:
    """In a cycle with itself, and tells the thread that took it apart."""

    def __init__(self, seen: list[int]) -> None:
        self.me = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


def busy() -> None:
    """Make enough objects for several collections."""
    assert len([[number] for number in range(50_000)]) == 50_000


@pytest.mark.parametrize("taken_over", [True, False])
def test_only_the_windows_thread_collects(qapp, taken_over):
    """Left to Python, the worker would do it."""
    gc.enable()
    collector = Collector(qapp) if taken_over else None
    seen: list[int] = []
    gc.collect()
    Witness(seen)
    worker = Worker()
    worker.call(busy)
    worker.close()
    if collector is None:
        assert seen
        assert threading.get_ident() not in seen
        return
    assert not seen
    collector.look()
    collector.look()
    for _ in range(100):
        collector.look()
    assert seen == [threading.get_ident()]
    collector.close()
    collector.deleteLater()
    assert gc.isenabled()


@pytest.mark.ci
def test_what_an_exercise_rests_on_is_spared_until_it_ends(qapp, sparing):
    """After `settle` a whole look passes over what was there; after `loosen` it is collected like anything else."""
    seen: list[int] = []
    gc.disable()
    try:
        Witness(seen)
        gc.freeze()
        gc.collect()
        assert not seen
        loosen()
        settle()
        assert seen
        assert gc.get_freeze_count()
    finally:
        loosen()
        gc.enable()
    assert not gc.get_freeze_count()
