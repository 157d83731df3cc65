"""An inject made from a typical problem: who gets it, when and where it comes, and what a good answer contains."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.authoring.written import as_item, in_language
from game.exercise.problem_types import ProblemType
from game.scenario.arrival import of_day
from game.scenario.keys import Field, Keys, shape_of
from game.scenario.model import InjectSpec, Scenario

Json = dict[str, Any]
LATER = 3
"""Times the deadline within which a cure should be signed off."""
_LINE = {"zh": 60, "en": 110}
"""Signs of a line that takes another sentence."""
_CHINESE_STOP = "。"
_SENTENCES = re.compile(r"[^。！？.!?]*(?:[。！？][”）】]*|[.!?]+[\"”)]*(?=\s|$)\s*|[.!?]|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an author says of an inject to be made."""

    id: str
    to: tuple[str, ...]
    """Seats."""
    objective: str
    township: str = ""
    """Where it happens; anywhere in the county when empty."""
    day: int | None = None
    """When it comes; fired by hand when None."""
    turn_days: int = 7
    length: int = 4000
    """Days of the exercise: nothing is expected after its end."""
    powers: Mapping[str, Collection[str]] | None = None
    """Seat -> groups of commands it may give: only what they may do is expected of them."""


def inject_of(kind: ProblemType, setting: Setting, lang: str) -> Json:
    """Return the inject as its file would hold it, in English keys and the words of a language."""
    words = kind.words(lang)
    rule, _, by = kind.where.partition(":")
    place: Json = {"township": setting.township} if setting.township else {}
    place |= {"pick": rule} | ({"by": by} if by else {})
    left = setting.length - of_day(setting.day or 0, setting.turn_days)
    within = min(_turns(kind.deadline, setting.turn_days), max(1, left))
    made: Json = {
        "id": setting.id,
        "title": words.name,
        "form": kind.form,
        "domain": kind.domain,
        "objective": setting.objective,
        "trigger": {"by_hand": True} if setting.day is None else {"at": setting.day},
        "to": list(setting.to),
        "sender": words.sender,
        "place": place,
        "text": _broken(words.text),
        "problem": {
            "type": kind.code,
            "domain": kind.domain,
            "title": words.kind,
            "severity": kind.severity,
            "households": kind.households,
            "root": words.root,
            "cure": {
                "tasks": list(kind.tasks),
                "levers": list(kind.levers),
                "organs": list(kind.organs),
                "hours": kind.hours,
                "money": kind.money,
            },
            "paper": words.paper,
            "paper_hours": kind.paper_hours,
            "opened_by": "visit" if kind.hidden else "delivery",
            "deadline": within,
        },
    }
    if expected := _expected(kind, setting, within, max(1, left)):
        made["expect"] = expected
    if left > 0:  # else it arrives as the exercise ends, and nothing can follow from it
        made["escalate"] = {
            "after": within,
            "to": list(setting.to),
            "text": words.late,
            "effects": [{"on": one.on, "quantity": one.quantity, "add": one.add} for one in kind.late],
        }
    made["trap"] = words.trap
    return made


def inject_lines(made: Json, keys: Keys) -> list[str]:
    """Return the lines of an inject as an item of the list, its dash in the first column."""
    field: Field = shape_of(Scenario).fields["injects"]
    assert field.shape is shape_of(InjectSpec)
    said = in_language(made, field, keys)
    return as_item(said, 0)


def free_id(kind: ProblemType, taken: Collection[str]) -> str:
    """Return an id after a type's code that nothing has yet: `w1`, then `w1-2`."""
    stem = kind.code[1:].lower()
    number = 2
    ident = stem
    while ident in taken:
        ident, number = f"{stem}-{number}", number + 1
    return ident


def _turns(days: int, turn: int) -> int:
    """Return days as whole turns: what is asked between two turns can only be done in the second."""
    return max(1, -(-days // turn)) * turn


def _expected(kind: ProblemType, setting: Setting, within: int, left: int) -> list[Json]:
    able = setting.powers

    def may(group: str) -> list[str]:
        return [seat for seat in setting.to if able is None or group in able.get(seat, ())]

    wished: Sequence[tuple[str, str, str, int, int, Json]] = (
        ("order-it", "issue_order", "order", 3, within, {"place": "village:{village}", "task": list(kind.tasks)}),
        ("contract-it", "offer_contract", "contract", 2, within, {}),
        ("signed-off", "close_problem", "supervise", 2, min(LATER * within, left), {"problem": "{problem}"}),
    )
    found = []
    for ident, command, group, weight, days, content in wished:
        if command == "offer_contract" and "contract" not in kind.levers:
            continue
        if seats := may(group):
            by = {"by": seats} if len(seats) < len(setting.to) else {}
            row = {"id": ident, "command": command, **by, "within": days}
            found.append(row | ({"content": content} if content else {}) | {"weight": weight})
    return found


def _broken(text: str) -> str:
    """Return a text with whole sentences on each line: nobody edits one line of two hundred signs."""
    most = _LINE["zh" if _CHINESE_STOP in text else "en"]
    lines: list[str] = []
    for sentence in _SENTENCES.findall(text):
        if lines and len(lines[-1]) + len(sentence) <= most:
            lines[-1] += sentence
        else:
            lines.append(sentence)
    return "\n".join(line.strip() for line in lines)
