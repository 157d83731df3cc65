"""Pieces an author can have written: one or more for every kind of mapping that is written often."""

from __future__ import annotations

from typing import Any

from game.scenario.about import Lang
from game.scenario.keys import Keys, Shape, shape_of
from game.scenario.model import Part
from game.scenario.placeholders import piece


def _todo(number: int, name: str) -> str:
    """Return a place to be filled in as editors want it: its number in the order of the Tab key, and its word."""
    return f"${{{number}:{piece(name)}}}"


_SLIP = {
    "id": "${1:inject-id}",
    "title": _todo(2, "title"),
    "form": "slip",
    "domain": "water",
    "objective": "${3:objective-id}",
    "trigger": {"at": 7},
    "to": ["${4:seat-id}"],
    "sender": _todo(5, "sender"),
    "text": _todo(6, "text"),
}
_OPTIONS = [
    {"id": "${8:first}", "text": _todo(9, "first_answer"), "credit": 1000, "why": _todo(10, "first_why")},
    {"id": "${11:second}", "text": _todo(12, "second_answer"), "credit": 500, "why": _todo(13, "second_why")},
]
_PROBLEM = {
    "domain": "water",
    "title": _todo(8, "problem"),
    "severity": 2,
    "households": 30,
    "root": _todo(9, "root"),
    "cure": {"tasks": ["water_supply"], "organs": ["township", "bureau:water"], "hours": 40},
    "paper": _todo(10, "paper"),
}
_SNIPPETS: dict[str, tuple[tuple[str, str, dict[str, Any]], ...]] = {
    "InjectSpec": (
        ("情况：告知", "inject: news only", _SLIP),
        ("情况：要席位选择", "inject: a decision", {**_SLIP, "reply_within": 7, "options": _OPTIONS}),
        (
            "情况：带来问题",
            "inject: a problem",
            {**_SLIP, "place": {"pick": "worst", "by": "water"}, "problem": _PROBLEM},
        ),
        (
            "情况：接着另一条",
            "inject: after another",
            {**_SLIP, "trigger": {"after": "${7:inject-id}", "outcome": "resolved", "delay": 7}},
        ),
        (
            "情况：满足条件时",
            "inject: on a condition",
            {**_SLIP, "trigger": {"when": "${7:day >= 14 and approval < 80}"}},
        ),
    ),
    "SeatSpec": (
        (
            "席位",
            "seat",
            {
                "id": "${1:seat-id}",
                "post": "township_commander",
                "name": _todo(2, "name"),
                "scope": "${3:township:yunling}",
                "brief": _todo(4, "brief"),
            },
        ),
    ),
    "Goal": (
        (
            "岗位目标",
            "goal",
            {"id": "${1:goal-id}", "text": _todo(2, "goal"), "when": "${3:fatigue <= 450}", "weight": 1},
        ),
    ),
    "Phase": (("阶段", "phase", {"id": "${1:phase-id}", "stage": "assault", "name": _todo(2, "name"), "days": 28}),),
    "Option": (
        (
            "选项",
            "option",
            {"id": "${1:option-id}", "text": _todo(2, "answer"), "credit": 500, "why": _todo(3, "comment")},
        ),
    ),
    "Expectation": (
        ("期望的指令", "expected command", {"id": "${1:order}", "command": "issue_order", "within": 14, "weight": 1}),
    ),
    "Effect": (("影响", "effect", {"on": "place", "quantity": "approval", "add": -10}),),
    "Criterion": (
        (
            "评分项",
            "criterion",
            {
                "id": "${1:r-id}",
                "group": "action",
                "measure": "decisions_credit",
                "name": _todo(2, "name"),
                "weight": 20,
            },
        ),
    ),
    "PartnerSpec": (
        (
            "帮扶方",
            "partner",
            {"id": "${1:partner-id}", "name": _todo(2, "name"), "kind": "company", "trust": 400, "money": 100},
        ),
    ),
    "Objective": (("学习目标", "objective", {"id": "${1:objective-id}", "text": _todo(2, "objective")}),),
    "Question": (("问卷题", "question", {"id": "${1:q-id}", "text": _todo(2, "question"), "kind": "scale"}),),
    "GuideStep": (
        (
            "引导步骤",
            "guide step",
            {
                "id": "${1:step}",
                "title": _todo(2, "step"),
                "text": _todo(3, "task"),
                "point": "inbox.list",
                "done": '${4:gave("issue_order") >= 1}',
            },
        ),
    ),
}


def snippets(model: type[Part], lang: Lang, keys: Keys) -> list[dict[str, Any]]:
    """Return the pieces for a kind of mapping, in the keys of the file."""
    return [
        {"label": zh if lang == "zh" else en, "body": _said(body, shape_of(model)) if keys == "zh" else body}
        for zh, en, body in _SNIPPETS.get(model.__name__, ())
    ]


def bodies() -> dict[str, list[dict[str, Any]]]:
    """Return name of a model -> its pieces in English keys."""
    return {name: [body for _, _, body in pieces] for name, pieces in _SNIPPETS.items()}


def _said(body: Any, shape: Shape) -> Any:
    """Return a piece with its keys and words of lists in Chinese."""
    if isinstance(body, list):
        return [_said(one, shape) for one in body]
    found: dict[str, Any] = {}
    for key, value in body.items():
        one = shape.fields[key]
        if one.shape is not None and isinstance(value, dict | list):
            said = _said(value, one.shape)
        elif one.words is not None:
            said = one.words.zh.get(str(value), value)
        else:
            said = value
        found[one.zh] = said
    return found
