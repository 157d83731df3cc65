"""What a scenario's model allows where: the model at a path of keys, and which of its fields name something."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache

from game.scenario.keys import part_of, shape_of
from game.scenario.model import Part, Scenario
from game.scenario.tree import Node

NAMES: dict[tuple[str, str], str] = {
    ("Scenario", "default_seat"): "seat",
    ("CountyRef", "name"): "county",
    ("CountyRef", "townships"): "township",
    ("SeatSpec", "post"): "post",
    ("SeatSpec", "scope"): "scope",
    ("Goal", "when"): "condition",
    ("Phase", "enter"): "condition",
    ("Phase", "exit"): "condition",
    ("Starting", "organs"): "organ",
    ("Starting", "later"): "organ",
    ("Starting", "campaign"): "campaign",
    ("Effect", "on"): "target",
    ("Trigger", "when"): "condition",
    ("Trigger", "after"): "inject",
    ("Trigger", "outcome"): "outcome",
    ("PlaceRule", "village"): "village",
    ("PlaceRule", "township"): "township",
    ("ProblemSpec", "type"): "problem_type",
    ("Cure", "tasks"): "task",
    ("Cure", "organs"): "organ",
    ("Expectation", "command"): "command",
    ("Expectation", "by"): "seat",
    ("Option", "needs"): "condition",
    ("Option", "then"): "inject",
    ("Escalation", "to"): "seat",
    ("InjectSpec", "to"): "seat",
    ("InjectSpec", "objective"): "objective",
    ("Criterion", "measure"): "measure",
    ("GuideStep", "done"): "condition",
}
"""(model, field) -> what stands there names."""
DEFINES = {
    "Objective": "objective",
    "SeatSpec": "seat",
    "Campaign": "campaign",
    "Phase": "phase",
    "InjectSpec": "inject",
    "Option": "option",
    "PartnerSpec": "partner",
    "StartingFund": "fund",
    "Criterion": "criterion",
    "GuideStep": "guide",
}
"""Model -> what its `id` defines."""


@cache
def model_at(path: tuple[str, ...]) -> type[Part] | None:
    """Return the model whose keys stand under a path of keys of either language from the top; None where none do."""
    model: type[Part] = Scenario
    for key in path:
        shape = shape_of(model)
        field = model.model_fields.get(shape.english.get(key, key))
        inner = part_of(field.annotation) if field is not None else None
        if inner is None:
            return None
        model = inner
    return model


@cache
def _known(model: type[Part]) -> dict[str, type[Part] | None]:
    """Return the keys of a model's mapping, each with the model of what stands under it."""
    return {name: part_of(field.annotation) for name, field in model.model_fields.items()}


def fields(root: Node) -> Iterator[tuple[type[Part], str, Node, Node]]:
    """Yield (model, field, owner, value) for every known key of a tree, in the order written."""
    waiting: deque[tuple[Node, type[Part]]] = deque([(root, Scenario)])
    while waiting:
        owner, model = waiting.popleft()
        known = _known(model)
        for name, (_, value) in owner.pairs.items():
            if name not in known:
                continue
            yield model, name, owner, value
            inner = known[name]
            if inner is not None:
                parts = value.parts if value.kind == "seq" else [value]
                waiting.extend((part, inner) for part in parts if part.kind == "map")
