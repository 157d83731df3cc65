"""The figures desk in pictures: the graph of causes, the large chart, and what is copied or saved of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Cause
from game.ui.desk.figures import FiguresDesk
from game.ui.desk.figures_chart import HistoryChart, spots
from game.ui.desk.figures_labels import free_place
from game.ui.desk.figures_rows import rows_of


def names_bp(value: int) -> str:
    return f"{value / 100:.2f}%"


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
    assert all(node.push.where for node in nodes)
    assert bridge.names.date(bridge.view.day - 1, week=False) in nodes[0].accessibleName()
    with qtbot.waitSignal(bridge.focus_requested) as heard:
        nodes[0].setFocus()
        qtbot.keyClick(nodes[0], Qt.Key.Key_Space)
    assert heard.args == ["order", bridge.view.orders[0].id]
    assert_named(desk)
    assert_not_clipped(desk)


@pytest.mark.parametrize("explained", [False, True])
def test_causes_that_all_push_the_other_way_do_not_explain(desk, bridge, fake, rich_view, explained):
    """Where the figure rose and all on record lowered it, the panel says that none of it is the reason."""
    both = _with_causes(rich_view).causes
    begin = Cause("load", "county", 1, "rule", "", "cause.dispatch_pressure", "K14", rich_view.day - 1, 899)
    fake.set_view(replace(rich_view, causes=((rich_view.turn - 1, begin), *both[0 if explained else 1 :])))
    bridge.refresh()
    row = next(row for row in rows_of(bridge, desk.why._words, bridge.view, "county") if row.id == "approval")
    desk.why.show_row(row, bridge.view, "county", 1)
    assert row.good > 0
    assert {reason.good for reason in desk.why.reasons} == ({1, -1} if explained else {-1})
    assert desk.why._drift.isHidden() == explained
    desk.why.show_row(row, bridge.view, "county", 0)
    assert desk.why._drift.isHidden()


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


@pytest.mark.parametrize(
    ("values", "target"),
    [
        ((299, 280, 280, 280, 272), 300), ((380, 340, 320, 305, 290), 300), ((880, 885, 890, 900, 910), 900),
        ((910, 905, 890, 870, 860), 900), ((300, 301, 299), 300), ((250, 320, 250, 320, 250), 300),
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [260, 420])
def test_the_targets_name_stands_clear_of_the_course(theme, qtbot, values, target, width):
    """However the course runs, the words beside the target's line cover none of it where there is room beside it."""
    chart = HistoryChart(theme)
    qtbot.addWidget(chart)
    chart.resize(width, 140)
    course = tuple((7 * number, value) for number, value in enumerate(values))
    chart.set_course(course, target, names_bp, str, goal="目标 3.00%", spoken="")
    metrics = QFontMetrics(theme.font("tiny"))
    box = chart.goal_box(metrics)
    assert box is not None
    assert QRectF(chart.rect()).contains(box)
    low, high = chart._span()
    points = spots(course, chart._area(metrics, low, high), low, high)
    for one, other in pairwise(points):
        for step in range(101):
            spot = one + (other - one) * (step / 100)
            assert not box.contains(spot)


def test_the_large_charts_target_is_named_where_the_course_is_far():
    """The place along the line is one where the course stays away from it; the left end where it always does."""
    assert free_place(((0, 299), (7, 280), (14, 270), (21, 260)), 300) > 0.25
    assert free_place(((0, 250), (7, 255), (14, 290)), 300) < 0.1
