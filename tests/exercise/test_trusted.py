"""Events made the short way are the events the models make."""

from __future__ import annotations

import pytest

from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.entities import Cause

CAUSE = Cause("fatigue", "township:qingshan", 12, "load", code="cause.overload")
CASES = [
    (ev.Shifted, trusted.shifted, {"table": "organs", "id": "hq", "quantity": "fatigue", "delta": 12, "cause": CAUSE}),
    (ev.Explained, trusted.explained, {"cause": CAUSE}),
    (ev.Moved, trusted.moved, {"machine": "order", "id": "o1", "trigger": "report", "to": "reported"}),
    (
        ev.Revised,
        trusted.revised,
        {"table": "orders", "id": "o1", "changes": {"done": 3, "steps": (1, "a")}, "why": "w"},
    ),
    (ev.QueuedMany, trusted.queued_many, {"rows": {"baiyan-01": {"effort:water": 40}}}),
]


@pytest.mark.parametrize(("kind", "make", "values"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_both_ways_come_to_one_event(kind: type[ev.Event], make: object, values: dict[str, object]) -> None:
    """Equal, of the same class, written down alike, frozen, copied alike, and read back as themselves."""
    whole, quick = kind(**values), make(**values)  # type: ignore[operator]
    assert type(quick) is kind
    assert quick == whole
    assert repr(quick) == repr(whole)
    assert quick.model_dump_json() == whole.model_dump_json()
    assert quick.model_dump(exclude_defaults=True) == whole.model_dump(exclude_defaults=True)
    assert quick.model_copy() == whole
    assert kind.model_validate_json(quick.model_dump_json()) == whole
    with pytest.raises(ValueError, match="frozen"):
        quick.kind = "other"


def test_what_is_missing_or_unknown_is_refused() -> None:
    """The short way has the fields of the model, no more and no fewer."""
    with pytest.raises(TypeError):
        trusted.moved(machine="order", id="o1", trigger="report")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        trusted.explained(cause=CAUSE, note="x")  # type: ignore[call-arg]
