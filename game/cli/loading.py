"""Scenarios as commands need them: ready to play, or a refusal that sends the user to `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.cli.output import CliError, complain

if TYPE_CHECKING:
    from game.scenario.check import Checked


def checked(given: str) -> Checked:
    """Return the `Checked` of a scenario without errors; `CliError` after its findings were shown."""
    from game.resources import list_scenarios
    from game.scenario.render import render_text
    from game.session.library import load_scenario, scenario_path

    path = scenario_path(given)
    if not path.exists():
        raise CliError(f"找不到场景：{given}。场景库里有：{'、'.join(list_scenarios()) or '（空）'}。")
    result = load_scenario(path)
    for finding in result.errors:
        complain(render_text(finding) + "\n")
    if result.scenario is None:
        raise CliError(f"{given} 有 {max(1, len(result.errors))} 处错误，不能推演。改正后再试。")
    return result


def playable(given: str) -> tuple[str, dict[str, str]]:
    """Return the id and the texts of a scenario that can be played."""
    result = checked(given)
    return (result.scenario.id if result.scenario else given), dict(result.bundle)
