"""Advisers name which harm and when, from what the seat sees, and never say what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from uihelp import assert_named, assert_not_clipped, settle

from game.ui.desk import advice as module
from game.ui.desk.advice import advice, thresholds
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
    old = replace(first, as_of=calm.day - thresholds()["reports.stale"])
    worn = replace(second, fatigue=thresholds()["strain.fatigue"] + 1)
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


def test_every_threshold_is_where_an_adviser_begins_to_speak(calm, bridge):
    """At its threshold nobody speaks of strain, one beyond somebody does; old reports and idle money count their days."""
    limits = thresholds()
    first, *rest = calm.townships

    def spoken(**changes):
        return [one.who for one in advice(replace(calm, townships=(replace(first, **changes), *rest)), bridge.names)]

    for key in ("load", "fatigue", "pressure"):
        assert spoken(**{key: limits[f"strain.{key}"]}) == []
        assert spoken(**{key: limits[f"strain.{key}"] + 1}) == ["组织干部"]
    assert spoken(as_of=calm.day - limits["reports.stale"] + 1) == []
    assert spoken(as_of=calm.day - limits["reports.stale"]) == ["统计员"]
    assert spoken(visited=limits["visits.blind"]) == []
    assert spoken(visited=limits["visits.blind"] - 1) == ["督战队长"]


def test_money_and_orders_have_their_thresholds(calm, rich_view, bridge):
    """Money that lay a day less is not idle; an order of which half is reported is not behind."""
    limits = thresholds()
    fund = replace(rich_view.funds[0], given=100, spent=0, reserved=0, idle_since=calm.day - limits["money.idle"])
    order = next(o for o in rich_view.orders if o.state == "executing")
    order = replace(order, deadline=calm.day, amount=1000, reported=limits["orders.behind"])

    assert [one.who for one in advice(replace(calm, funds=(fund,)), bridge.names)] == ["财政局"]
    younger = replace(fund, idle_since=fund.idle_since + 1)
    assert advice(replace(calm, funds=(younger,)), bridge.names) == ()
    assert advice(replace(calm, orders=(order,)), bridge.names) == ()
    late = replace(order, reported=order.reported - 1)
    assert [one.who for one in advice(replace(calm, orders=(late,)), bridge.names)] == ["督查室"]


def test_a_threshold_without_its_source_is_refused(monkeypatch, tmp_path):
    """A number of the advisers says its unit and where it comes from; the file is read once."""
    assert thresholds() is thresholds()
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "advice.toml"
    monkeypatch.setattr(module, "files", lambda _package: tmp_path)
    for row in ('{ value = 28, unit = "days" }', '{ value = "many", unit = "days", source = "[DV]" }'):
        path.write_text(f"[reports]\nstale = {row}\n", encoding="utf-8")
        with pytest.raises(ValueError, match=r"reports\.stale"):
            thresholds.__wrapped__()
