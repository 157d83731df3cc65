"""Figures that a trial sets before it goes on: words of the command line into adjustments by the instructor's hand.

The exercise knows one way to move a value from outside: the command `adjust`, which adds and keeps its reason. A figure
that stands still can so be set to a value; households take weeks to follow, so theirs can only be moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args

from game.exercise.effects import STRAINS, WAN_FEN
from game.exercise.state import State
from game.scenario.model import Quantity
from game.scenario.suggest import nearest

REASON = "试推演：从这里开始"
_SETTING = re.compile(r"([a-z_]+)(?:@([a-z0-9_:-]+))?=([+-]?)([0-9]{1,6})")
EXAMPLE = "例如 fatigue=700、pressure@qingshan=300、trust@factory=650、funds@special=20、water@dongpo-01=+30"


class BadFigure(ValueError):
    """A figure cannot be set like that; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure to set: its quantity, on what ("" the whole county), and the value or the change."""

    quantity: str
    on: str
    value: int
    change: bool
    """Whether `value` is added to what there is."""

    def __str__(self) -> str:
        sign = "+" if self.change and self.value >= 0 else ""
        return f"{self.quantity}{f'@{self.on}' if self.on else ''}={sign}{self.value}"


def parse_setting(text: str) -> Setting:
    """Return the setting of `FIGURE[@WHERE]=VALUE` or `=+CHANGE`; `BadFigure` where it is none."""
    found = _SETTING.fullmatch(text.strip())
    if found is None:
        raise BadFigure(f"看不懂“{text[:60]}”。请写成 指标@哪里=数值 或 指标@哪里=+增减，{EXAMPLE}。")
    quantity = found[1]
    known = get_args(Quantity)
    if quantity not in known:
        meant = nearest(quantity, known)
        hint = f"是不是想写“{meant}”？" if meant else ""
        raise BadFigure(f"没有可以设定的指标“{quantity}”。{hint}可以是：{'、'.join(known)}。")
    change = bool(found[3])
    value = int(found[4]) * (-1 if found[3] == "-" else 1)
    if not change and quantity not in (*STRAINS, "trust", "funds"):
        raise BadFigure(f"“{quantity}”属于农户或工时，不能一下设成某个数，只能增减：写成 {quantity}@哪里=+20 或 =-20。")
    return Setting(quantity, found[2] or "", value, change)


def adjustments(state: State, setting: Setting) -> list[dict[str, Any]]:
    """Return the arguments of the `adjust` commands that bring a setting about, in order; `BadFigure` for no place."""
    targets = _targets(state, setting)
    if setting.change:
        return [_adjust(on, setting.quantity, setting.value) for on in targets]
    pairs = ((on, setting.value - now(state, on, setting.quantity)) for on in targets)
    return [_adjust(on, setting.quantity, add) for on, add in pairs if add]


def _adjust(on: str, quantity: str, add: int) -> dict[str, Any]:
    return {"on": on, "quantity": quantity, "add": add, "reason": REASON}


def now(state: State, on: str, quantity: str) -> int:
    """Return what a figure that can be set stands at: per mille, or 万元 for money."""
    kind, _, name = on.partition(":")
    if kind == "fund":
        fund = state.funds[name]
        return (fund.given - fund.reserved - fund.spent) // WAN_FEN
    return int(getattr(state.partners[name] if kind == "partner" else state.organs[name], quantity))


def _targets(state: State, setting: Setting) -> list[str]:
    """Return what a setting moves, as `adjust` names it: one place, or all of the county that have the quantity."""
    quantity, on = setting.quantity, setting.on
    if quantity in ("trust", "funds"):
        kind, table = ("partner", state.partners) if quantity == "trust" else ("fund", state.funds)
        if on and on not in table:
            raise BadFigure(_nowhere(setting, list(table)))
        return [f"{kind}:{name}" for name in ([on] if on else table)]
    if quantity in STRAINS:
        if not on:
            return [f"organ:township:{t.id}" for t in state.county.townships]
        organ = f"township:{on}" if state.county.has_township(on) else on
        if organ not in state.organs:
            raise BadFigure(_nowhere(setting, [t.id for t in state.county.townships] + list(state.organs)))
        return [f"organ:{organ}"]
    if not on:
        return ["county"]
    if state.county.has_township(on):
        return [f"township:{on}"]
    if state.county.has_village(on) and quantity != "hours":
        return [f"village:{on}"]
    if on in state.organs and quantity == "hours":
        return [f"organ:{on}"]
    raise BadFigure(_nowhere(setting, [t.id for t in state.county.townships] + [v.id for v in state.county.villages]))


def _nowhere(setting: Setting, known: list[str]) -> str:
    meant = nearest(setting.on, known)
    hint = f"是不是想写“{meant}”？" if meant else f"可以是：{'、'.join(known[:12])}{'…' if len(known) > 12 else ''}。"
    return f"“{setting}”：没有“{setting.on}”。{hint}"
