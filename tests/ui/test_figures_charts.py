"""The figures desk in pictures: the graph of causes, the large chart, and what is copied or saved of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Cause
from game.ui.desk.figures import FiguresDesk


def _with_causes(view):
    """Return the view with a good and a bad cause of the approval."""
    causes = [
        Cause("approval", "county", 40, "order", view.orders[0].id, "cause.order_worked", "K27", view.day - 1, 900),
        Cause("approval", "county", -25, "command", "", "cause.dispatch_pressure", "K14", view.day - 1, 901),
    ]
    return replace(view, causes=tuple((view.turn - 1, cause) for cause in causes))


@pytest.fixture
def desk(qtbot, bridge, fake, rich_view):
    fake.set_view(_with_causes(rich_view))
    bridge.refresh()
    made = FiguresDesk(bridge)
    qtbot.addWidget(made)
    settle(made)
    made.focus_on("approval")
    made.period.choose("all")
    made._on_period("all")
    return made


def test_the_graph_shows_every_direction_and_leads_to_its_event(desk, qtbot, bridge):
    """Good stands above bad, each says who and when, and pressing a cause opens what it came from."""
    desk.why.form.choose("graph")
    desk.why.form.picked.emit("graph")
    settle(desk)
    nodes = desk.why.graph.nodes

    assert [node.push.good for node in nodes] == [1, -1]
    assert nodes[0].push.share == 1000
    assert nodes[0].push.amount.startswith("▲")
    assert nodes[1].push.amount.startswith("▼")
    assert bridge.names.date(bridge.view.day - 1, week=False) in nodes[0].accessibleName()
    with qtbot.waitSignal(bridge.focus_requested) as heard:
        nodes[0].setFocus()
        qtbot.keyClick(nodes[0], Qt.Key.Key_Space)
    assert heard.args == ["order", bridge.view.orders[0].id]
    assert_named(desk)
    assert_not_clipped(desk)


def test_the_large_chart_is_read_by_keys(desk, qtbot, bridge):
    """Enter on a row opens its course; left and right go from turn to turn, Escape comes back to the row."""
    row = desk.table.selected()
    desk.why.large.click()
    settle(desk)
    plot = desk.plot
    assert plot is not None
    first, last = row.course[0], row.course[-1]

    assert plot.readout.text() == f"{bridge.names.date(last[0])}：{row.say(last[1])}"
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.readout.text() == f"{bridge.names.date(first[0])}：{row.say(first[1])}"
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.readout.text().startswith(bridge.names.date(row.course[1][0]))
    assert_named(desk)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert desk.table.isVisible()
    assert not plot.isVisible()


def test_charts_are_copied_and_saved(desk, bridge, tmp_path, monkeypatch):
    """The clipboard, a PNG and an SVG hold the picture; a folder that is not there is told, not raised."""
    desk.why.large.click()
    settle(desk)
    pictures = desk.plot.pictures
    said: list[str] = []
    bridge.notice.connect(said.append)
    QGuiApplication.clipboard().clear()
    pictures.copy()
    assert QGuiApplication.clipboard().pixmap().width() >= desk.plot.view.width()
    target = {"file": tmp_path / "chart"}
    monkeypatch.setattr(bridge.prompts, "save_file", lambda _p, _t, _f, _n, done: done(target["file"]))
    pictures.save_png()
    pictures.save_svg()
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    drawing = QSvgRenderer(str(tmp_path / "chart.svg"))
    assert drawing.isValid()
    assert drawing.viewBoxF().size().toSize() == desk.plot.view.size()
    target["file"] = tmp_path / "nowhere" / "chart.svg"
    pictures.save_svg()
    assert len(said) == 4
    assert "没有存成" in said[-1]


def test_charts_are_imported_when_first_shown():
    """Opening the window does not wait for the charts' library."""
    code = (
        "import sys, game.ui.main_window, game.ui.window.registry as r; r.desk_classes();"
        "print('pyqtgraph' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
