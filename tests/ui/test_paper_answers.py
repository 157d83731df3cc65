"""The answers a paper offers, in an order that tells nothing."""

from __future__ import annotations

from game.session.library import load_scenario
from game.ui.desk.inbox_paper import mixed


def test_the_best_answer_has_no_place_of_its_own():
    """Answers stand in an order of the paper's own, the same on every screen; the author's order gives nothing away."""
    made = load_scenario("hundred-days").scenario
    assert made is not None
    places = []
    for inject in made.injects:
        if len(inject.options) > 1:
            order = mixed(inject.id, inject.options)
            assert order == mixed(inject.id, tuple(reversed(inject.options)))
            places.append(order.index(max(inject.options, key=lambda option: option.credit)))
    assert max(places.count(place) for place in set(places)) * 3 < len(places) * 2
