"""Advisers name which harm and when, from what the seat sees, and never say what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from uihelp import assert_named, assert_not_clipped, settle

from game.ui.desk.advice import HIGH, STALE_DAYS, advice
from game.ui.desk.inbox import InboxDesk

ANSWERS = ("建议", "应当", "应该", "请你", "要派", "下一道", "改为", "最好")


@pytest.fixture
def calm(rich_view):
    """A county in which nothing looms."""
    towns = tuple(
        replace(t, as_of=rich_view.day, visited=1000, load=500, fatigue=100, pressure=300) for t in rich_view.townships
    )
    return replace(rich_view, townships=towns, orders=(), funds=(), contracts=(), problems=())


def test_a_calm_county_has_no_warning(calm, bridge):
    """Nobody speaks where nothing is seen."""
    assert advice(calm, bridge.names) == ()


def test_each_adviser_names_harm_and_time(calm, bridge):
    """Old reports, worn people and blind places are warned of, what has come already first."""
    first, second, *rest = calm.townships
    old = replace(first, as_of=calm.day - STALE_DAYS)
    worn = replace(second, fatigue=HIGH["fatigue"] + 1)
    blind = replace(rest[0], visited=0)
    found = advice(replace(calm, townships=(old, worn, blind, *rest[1:])), bridge.names)

    assert [one.who for one in found] == ["统计员", "组织干部", "督战队长"] or {one.who for one in found} == {
        "统计员",
        "组织干部",
        "督战队长",
    }
    assert [one.day for one in found] == sorted(one.day for one in found)
    by = {one.who: one for one in found}
    assert old.name in by["统计员"].harm
    assert worn.name in by["组织干部"].harm
    assert by["督战队长"].ref == f"township:{blind.id}"
    assert "10月" in by["督战队长"].when or "11月" in by["督战队长"].when


def test_no_adviser_gives_the_answer(rich_view, bridge):
    """Not one of the sentences tells what to do."""
    warnings = advice(rich_view, bridge.names)

    assert warnings
    for one in warnings:
        assert one.harm
        assert one.when
        assert not [word for word in ANSWERS if word in one.harm.replace("下一道令", "")]


def test_the_overview_shows_warnings_and_leads_to_the_evidence(qtbot, bridge):
    """The first page of the inbox has the card; its arrow opens the desk where the evidence stands."""
    desk = InboxDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk)
    warnings = advice(bridge.view, bridge.names)
    go = next(b for b in desk._overview.findChildren(type(desk._paper.send)) if b.objectName() == "advice.0")
    with qtbot.waitSignal(bridge.focus_requested) as heard:
        go.setFocus()
        qtbot.keyClick(go, Qt.Key.Key_Space)
    assert heard.args == [warnings[0].desk, warnings[0].ref]
    assert_named(desk)
    assert_not_clipped(desk)
