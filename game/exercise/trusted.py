"""Events made of values that the rules have just worked out: a turn makes thousands, and checks them by being replayed.

Whatever comes from outside goes through the models' own constructors; what is written down is checked when it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel

from game.exercise import events as ev
from game.exercise.copies import written

P = ParamSpec("P")
E = TypeVar("E", bound=ev.Event)

_SLOTS = {name: BaseModel.__dict__[f"__pydantic_{name}__"].__set__ for name in ("fields_set", "extra", "private")}


def trusted(kind: Callable[P, E]) -> Callable[P, E]:
    """Return what makes an event of that kind as its constructor does, without looking at the values.

    For kinds without private attributes. The values are taken as they are, a table of changes too: it must be new.
    """
    known: dict[str, Any] = {"_new": object.__new__, "_kind": kind, "_fill": object.__setattr__}
    known |= {f"_{name}": put for name, put in _SLOTS.items()}
    heads = ["*"]
    fields = kind.model_fields  # type: ignore[attr-defined]
    for name, field in fields.items():
        if field.is_required():
            heads.append(name)
        else:
            known[f"_blank_{name}"] = field.default
            heads.append(f"{name}=_blank_{name}")
    known["_names"] = set(fields)
    values = ", ".join(f"{name!r}: {name}" for name in fields)
    text = (
        f"def make({', '.join(heads)}):\n"
        f" made = _new(_kind)\n _fill(made, '__dict__', {{{values}}})\n"
        " _fields_set(made, _names)\n _extra(made, None)\n _private(made, None)\n return made\n"
    )
    return written(text, "make", known)


shifted = trusted(ev.Shifted)
explained = trusted(ev.Explained)
moved = trusted(ev.Moved)
revised = trusted(ev.Revised)
queued_many = trusted(ev.QueuedMany)
