"""Words of a trial's window: policies, figures and places as they are called, an inject's state."""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.trial_errors import TrialError
from game.authoring.trial_figures import PER_MILLE
from game.exercise.lifecycles import label
from game.exercise.texts import has, say
from game.scenario.model import Scenario
from game.ui.errand import reason
from game.ui.i18n import counts_in_wan, language, translate


def policies() -> tuple[tuple[str, str], ...]:
    """Return the policies of the bots with their names."""
    return (
        ("integrated", translate("Trial", "统合")),
        ("campaign", translate("Trial", "运动式")),
        ("routine", translate("Trial", "常规科层")),
        ("formalistic", translate("Trial", "形式")),
    )


def policy_word(policy: str) -> str:
    """Return a policy's name."""
    return dict(policies()).get(policy, policy)


def quantity_word(quantity: str) -> str:
    """Return the name of a quantity that can be set."""
    code = next((c for c in (f"quantity.{quantity}", f"need.{quantity}") if has(c)), "")
    word = say(code, language()) if code else quantity
    return word[:1].upper() + word[1:]


def unit_word(quantity: str) -> str:
    """Return the unit a quantity is set in."""
    if quantity in PER_MILLE:
        return translate("Trial", "千分之")
    if quantity == "funds":
        return translate("Trial", "万元")
    return translate("Trial", "工时") if quantity == "hours" else translate("Trial", "户缺口")


def money_word(wan: int) -> str:
    """Return a sum of 万元 with its unit."""
    if counts_in_wan():
        return translate("Trial", "{amount}万元").format(amount=wan)
    return f"¥{wan * 10:,}k" if wan else "¥0"


def figure_word(figure: str) -> str:
    """Return the name of a figure."""
    word = say(f"figure.{figure}", language())
    return word[:1].upper() + word[1:]


def state_word(state: str) -> str:
    """Return the name of an inject's state."""
    return label("inject", state, language())


def option_words(options: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what can be followed: the policy by itself, then each option with its text."""
    return (
        ("", translate("Trial", "电脑自己打")),
        *((ident, translate("Trial", "选“{text}”").format(text=text)) for ident, text in options.items()),
    )


def why(error: Exception) -> str:
    """Return in a sentence why a trial did not come about."""
    return error.said(language()) if isinstance(error, TrialError) else reason(error)


def seat_names(scenario: Scenario) -> dict[str, str]:
    """Return the seats' names by id, in the order of the scenario."""
    from game.scenario.card import card_of
    from game.ui.home_detail import seat_name

    return {seat.id: seat_name(seat, language()) for seat in card_of(scenario).seats}
