"""Figures that a trial sets before it goes on: words of the command line into adjustments by the instructor's hand.

The exercise knows one way to move a value from outside: the command `adjust`, which adds and keeps its reason. A figure
that stands still can so be set to a value; households take weeks to follow, so theirs can only be moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args

from game.authoring.trial_errors import BadFigure
from game.authoring.trial_names import organ_name
from game.county.place import County
from game.exercise.effects import STRAINS, WAN_FEN
from game.exercise.start import first_organs
from game.exercise.state import State
from game.exercise.texts import say
from game.scenario.model import Quantity, Scenario
from game.scenario.suggest import nearest

REASON = "试推演：从这里开始"
QUANTITIES: tuple[str, ...] = get_args(Quantity)
SETTABLE = (*STRAINS, "trust", "funds")
"""Quantities that can be set to a value; the others can only be moved."""
PER_MILLE = (*STRAINS, "trust", "approval")
_MOST = 100_000
"""Most that one `adjust` adds."""
_SETTING = re.compile(r"([a-z_]+)(?:@([a-z0-9_:-]+))?=([+-]?)([0-9]{1,6})")


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
        raise BadFigure("setting", text=text[:60], example=say("trial.example"))
    quantity = found[1]
    if quantity not in QUANTITIES:
        meant = nearest(quantity, QUANTITIES)
        if meant:
            raise BadFigure("no_figure_meant", quantity=quantity, meant=meant, known=", ".join(QUANTITIES))
        raise BadFigure("no_figure", quantity=quantity, known=", ".join(QUANTITIES))
    change = bool(found[3])
    value = int(found[4]) * (-1 if found[3] == "-" else 1)
    setting = Setting(quantity, found[2] or "", value, change)
    check_value(setting)
    return setting


def bounds(quantity: str, *, change: bool) -> tuple[int, int]:
    """Return the least and the most that a quantity can be set to or moved by."""
    most = 1000 if quantity in PER_MILLE else _MOST
    return (-most if change else 0), most


def check_value(setting: Setting) -> None:
    """Raise `BadFigure` for a value that is out of bounds, or that cannot be set at all."""
    if not setting.change and setting.quantity not in SETTABLE:
        raise BadFigure("only_moved", quantity=setting.quantity)
    least, most = bounds(setting.quantity, change=setting.change)
    if not least <= setting.value <= most:
        raise BadFigure("out_of_bounds", setting=str(setting), least=least, most=most)


def adjustments(state: State, setting: Setting) -> list[dict[str, Any]]:
    """Return the arguments of the `adjust` commands that bring a setting about, in order; `BadFigure` for no place."""
    check_value(setting)
    targets = _targets(state, setting)
    if setting.change:
        return [_adjust(on, setting.quantity, setting.value) for on in targets]
    pairs = ((on, setting.value - now(state, on, setting.quantity)) for on in targets)
    return [_adjust(on, setting.quantity, add) for on, add in pairs if add]


def places(scenario: Scenario, county: County, quantity: str, lang: str = "zh") -> list[tuple[str, str]]:
    """Return what a quantity can be set on, each its id and its name; "" is the whole county, all of them."""
    if quantity == "trust":
        found = [(partner.id, partner.name) for partner in scenario.partners]
    elif quantity == "funds":
        found = [(fund.id, fund.name) for fund in scenario.starting.funds]
    elif quantity in (*STRAINS, "hours"):
        found = [
            (organ.id.removeprefix("township:"), organ_name(county, organ.id, organ.name, lang))
            for organ in first_organs(scenario, county)
        ]
    else:
        found = []
        for town in county.townships:
            found.append((town.id, town.name))
            found += [(village.id, f"{town.name}{village.name}") for village in county.villages_of(town.id)]
    return [("", ""), *found] if found or quantity not in ("trust", "funds") else []


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
            raise _nowhere(setting, list(table))
        return [f"{kind}:{name}" for name in ([on] if on else table)]
    if quantity in STRAINS:
        if not on:
            return [f"organ:township:{t.id}" for t in state.county.townships]
        organ = f"township:{on}" if state.county.has_township(on) else on
        if organ not in state.organs:
            raise _nowhere(setting, [t.id for t in state.county.townships] + list(state.organs))
        return [f"organ:{organ}"]
    if not on:
        return ["county"]
    if state.county.has_township(on):
        return [f"township:{on}"]
    if state.county.has_village(on) and quantity != "hours":
        return [f"village:{on}"]
    if on in state.organs and quantity == "hours":
        return [f"organ:{on}"]
    raise _nowhere(setting, [t.id for t in state.county.townships] + [v.id for v in state.county.villages])


def _nowhere(setting: Setting, known: list[str]) -> BadFigure:
    meant = nearest(setting.on, known)
    if meant:
        return BadFigure("no_place_meant", setting=str(setting), on=setting.on, meant=meant)
    return BadFigure("no_place", setting=str(setting), on=setting.on, known=tuple(known))
