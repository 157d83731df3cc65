"""A condition of a scenario told in words: `problems_found >= 14` reads “发现问题不少于14个”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.exercise.environment import ORGAN_FIGURES
from game.exercise.texts import has, say
from game.scenario.conditions import ConditionError, Tree, compile_condition
from game.ui.editor.trial_words import money_word
from game.ui.i18n import language, translate

Called = Mapping[tuple[str, str], str]
"""(kind, id) -> what the scenario calls it."""


def in_words(condition: str, called: Called | None = None) -> str:
    """Return a condition in the window's language; as it is written where it is none (yet)."""
    try:
        tree = compile_condition(condition).tree
    except ConditionError:
        return condition
    return _say(tree, called or {}) if tree else condition


def _say(tree: Tree, called: Called) -> str:
    head, *rest = tree
    if head == "is":
        return _plain(rest[0])
    if head == "figure":
        return _figure(rest[0])
    if head == "call":
        return _call(rest[0], rest[1], called)
    if head == "not":
        return _denied(rest[0], called)
    if head == "neg":
        return f"-{_say(rest[0], called)}"
    if head == "compare":
        return _compare(rest[0], rest[1], called)
    one, other = (_say(part, called) for part in rest)
    joined = {
        "and": translate("Condition", "{one}，并且{other}"),
        "or": translate("Condition", "{one}，或者{other}"),
    }
    return joined[head].format(one=one, other=other) if head in joined else f"({one} {head} {other})"


def _denied(tree: Tree, called: Called) -> str:
    """Return the contrary of a question as a plain sentence, of anything longer in brackets."""
    if tree[0] == "call" and tree[1] in _asking():
        return _call(tree[1], tree[2], called, denied=True)
    return translate("Condition", "并非（{what}）").format(what=_say(tree, called))


def _compare(parts: tuple[Tree, ...], signs: tuple[str, ...], called: Called) -> str:
    told = [_pair(*pair, called) for pair in zip(parts, signs, parts[1:], strict=False)]
    text = told[0]
    for more in told[1:]:
        text = translate("Condition", "{one}，并且{other}").format(one=text, other=more)
    return text


def _pair(left: Tree, sign: str, right: Tree, called: Called) -> str:
    """Return one comparison, what is asked about first and its bound behind it."""
    if left[0] == "is" and right[0] != "is":
        turned = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
        return _pair(right, turned.get(sign, sign), left, called)
    asked = _asked(left)
    value = _value(right[1], asked) if right[0] == "is" else _say(right, called)
    share = asked.endswith("_bp") or asked in {"approval", *ORGAN_FIGURES}
    return _sign_words(sign, share=share).format(what=_say(left, called), value=value)


def _sign_words(sign: str, *, share: bool) -> str:
    """Return the words of a sign: a number is few or many, a share low or high."""
    if sign == "==":
        return translate("Condition", "{what}等于{value}")
    if sign == "!=":
        return translate("Condition", "{what}不等于{value}")
    words = {
        ">=": translate("Condition", "{what}不低于{value}"), "<=": translate("Condition", "{what}不高于{value}"),
        ">": translate("Condition", "{what}高于{value}"), "<": translate("Condition", "{what}低于{value}"),
    } if share else {
        ">=": translate("Condition", "{what}不少于{value}"), "<=": translate("Condition", "{what}不超过{value}"),
        ">": translate("Condition", "{what}多于{value}"), "<": translate("Condition", "{what}少于{value}"),
    }  # fmt: skip
    return words[sign]


def _asked(tree: Tree) -> str:
    """Return the figure or function that a comparison asks about; "" for a sum or a number."""
    if tree[0] == "figure":
        return str(tree[1])
    if tree[0] != "call":
        return ""
    return str(tree[2][0]) if tree[1] == "township_figure" else str(tree[1])


def _value(value: Any, asked: str) -> str:
    if isinstance(value, bool):
        return _plain(value)
    if asked.endswith("_bp"):
        return f"{value / 100:.2f}%"
    if asked in ORGAN_FIGURES:
        return f"{value / 10:g}%"
    if asked == "approval":
        return f"{value}%"
    if asked == "funds_left":
        return money_word(value)
    known = {
        "day": translate("Condition", "{count}天"), "phase_days": translate("Condition", "{count}天"),
        "grassroots_hours": translate("Condition", "{count}小时"), "problems": translate("Condition", "{count}个"),
        "orders": translate("Condition", "{count}道"), "contracts": translate("Condition", "{count}份"),
        "visits": translate("Condition", "{count}次"), "gave": translate("Condition", "{count}次"),
    }  # fmt: skip
    way = known.get(asked) or known.get(asked.partition("_")[0], "{count}")
    return way.format(count=f"{value:,}")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return translate("Condition", "是") if value else translate("Condition", "否")
    return f"{value:,}"


def _figure(name: str) -> str:
    own = {"day": translate("Condition", "开局后的天数"), "turn": translate("Condition", "回合数")}
    if name in own:
        return own[name]
    return say(f"figure.{name}", language()) if has(f"figure.{name}") else name


def _call(name: str, args: tuple[str, ...], called: Called, *, denied: bool = False) -> str:
    if name == "township_figure":
        return translate("Condition", "{place}的{figure}").format(
            place=called.get(("township", args[1]), args[1]), figure=_figure(args[0])
        )
    if name == "phase_days":
        return translate("Condition", "本阶段的天数")
    if name == "gave":
        command = f"command.{args[0]}"
        word = say(command, language()) if has(command) else args[0]
        return translate("Condition", "下达“{command}”的次数").format(command=word)
    kind = {"exists": "organ", "phase": "phase"}.get(name, "inject")
    what = called.get((kind, args[0]), args[0])
    option = called.get(("option", args[1]), args[1]) if name == "chose" else ""
    return _asking()[name][denied].format(what=what, option=option)


def _asking() -> dict[str, tuple[str, str]]:
    """Return the questions a condition asks of the exercise: the words where it is so, and where it is not."""
    return {
        "resolved": (translate("Condition", "“{what}”已办结"), translate("Condition", "“{what}”还没有办结")),
        "expired": (translate("Condition", "“{what}”已过期或升级"), translate("Condition", "“{what}”没有过期或升级")),
        "delivered": (translate("Condition", "“{what}”已送达"), translate("Condition", "“{what}”还没有送达")),
        "exists": (translate("Condition", "“{what}”已成立"), translate("Condition", "“{what}”还没有成立")),
        "phase": (translate("Condition", "处在“{what}”阶段"), translate("Condition", "不在“{what}”阶段")),
        "chose": (
            translate("Condition", "“{what}”选了“{option}”"), translate("Condition", "“{what}”没有选“{option}”"),
        ),
    }  # fmt: skip
