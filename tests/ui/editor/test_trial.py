"""A trial from an inject on: what is asked, what is refused, what it shows, and playing on from there."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path

import pytest
from measures import beyond, faint, leaps
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from uihelp import assert_named, assert_not_clipped, bring_in_front, settle

from game.authoring.trial_figures import places
from game.scenario.findings import Fix
from game.session.library import setting_of
from game.session.session import Session
from game.ui.editor import trial_dialog
from game.ui.editor.door import TRIES
from game.ui.editor.page import EditorPage
from game.ui.editor.trial_dialog import TrialDialog
from game.ui.editor.trying import inject_at
from game.ui.main_window import MainWindow
from game.ui.starting import is_trial, recent_label
from game.ui.theme import Theme
from game.ui.worker import Direct

NEAT = "    title: 已经整改好了"


@pytest.fixture
def page(open_page, small):
    made = open_page(small)
    made.trying.worker = Direct()
    yield made
    made.project.discard()


def line_of(page: EditorPage, text: str) -> int:
    return page.workbook.texts()["scenario.yaml"].split("\n").index(text) + 1


def opened(page: EditorPage) -> TrialDialog:
    page.trying.action.trigger()
    dialog = page.findChildren(TrialDialog)[-1]
    settle(dialog, dialog.width(), dialog.height())
    return dialog


def words(root: QWidget) -> str:
    return "\n".join(part.text() for part in root.findChildren(QLabel))


def tried(page: EditorPage, turns: int = 2) -> TrialDialog:
    """The dialog after a trial from the inject with options."""
    page.show_place("scenario.yaml", line_of(page, NEAT), 5)
    dialog = opened(page)
    dialog.form.turns.setValue(turns)
    dialog.start.click()
    settle(dialog, dialog.width(), dialog.height())
    assert dialog.result_page is not None, dialog.said.text()
    return dialog


# Which inject


def test_the_inject_at_the_cursor_is_proposed(page):
    """Anywhere in an inject means that one; outside of any it is the first, and another can be chosen."""
    for text, meant in ((NEAT, "neat-book"), ("      - id: send-qin", "neat-book"), ("format: 1", "first-taps")):
        page.show_place("scenario.yaml", line_of(page, text), 5)
        dialog = opened(page)
        assert dialog.form.inject.value() == meant
        assert [dialog.form.inject.itemData(n) for n in range(dialog.form.inject.count())] == [
            "first-taps",
            "neat-book",
            "rain",
            "coop-left",
            "upper-six",
        ]
        dialog.shut.click()


def test_what_follows_the_injects_is_none_of_them(small, large):
    """The rubric of the same file is not the last inject; a file of injects is nothing else."""
    text = (small / "scenario.yaml").read_text(encoding="utf-8")
    lines = text.split("\n")
    bundle = {"scenario.yaml": text}
    assert inject_at(bundle, "scenario.yaml", lines.index("rubric:") + 1) == ""
    assert inject_at(bundle, "scenario.yaml", lines.index("rubric:")) == "upper-six"
    assert inject_at(bundle, "nowhere.yaml", 3) == ""
    assert inject_at({"x.yaml": "a: [\n"}, "x.yaml", 1) == ""
    folder = {f"injects/{p.name}": p.read_text(encoding="utf-8") for p in sorted((large / "injects").glob("*.yaml"))}
    name, body = next(iter(folder.items()))
    assert inject_at(folder, name, body.count("\n")) != ""


@pytest.mark.parametrize("view", ["timeline", "graph", "form"])
def test_the_inject_chosen_in_a_view_is_proposed(page, view):
    """The views name what is chosen in them, and offer the trial in their menus."""
    page.show_view(view)
    settle(page)
    shown = page.views[view]
    if view == "form":
        keys = [shown.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(shown.list.count())]
        shown.list.setCurrentRow(keys.index("inject:neat-book"))
    else:
        shown.chart.choose(next(box.key for box in shown.chart.boxes if box.key.endswith("neat-book")))
    assert page.inject_here() == "neat-book"
    (picker,) = shown.inject_pickers()
    assert page.trying.action in picker.actions()
    assert picker.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


def test_a_right_press_chooses_and_opens_nothing(page):
    """The menu on an inject is about that one; the picture stays in front and nothing is taken hold of."""
    page.show_view("timeline")
    settle(page)
    chart = page.views["timeline"].chart
    box = next(box for box in chart.boxes if box.key.endswith("neat-book"))
    spot = (box.rect.center() - chart.shift()).toPoint()
    QTest.mousePress(chart.viewport(), Qt.MouseButton.RightButton, pos=spot)
    assert page.inject_here() == "neat-book"
    assert chart._grip is None
    assert page.stack.currentWidget() is page.views["timeline"]


def test_the_key_and_the_row_of_the_outline(qtbot, page):
    """Ctrl+R tries from the text, and from the row chosen while the outline has the keyboard."""
    bring_in_front(page)
    page.show_place("scenario.yaml", line_of(page, "format: 1"), 1)
    page.outline.mark_here("scenario.yaml", line_of(page, NEAT))
    page.outline.setFocus()
    qtbot.waitUntil(page.outline.hasFocus, timeout=2_000)
    QTest.keyClick(page.outline, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(TrialDialog)
    assert dialog.form.inject.value() == "neat-book"
    dialog.close()
    assert page.trying.action in page.tools.menu.actions()


# What is asked


def test_a_figure_out_of_bounds_is_said_at_once(page):
    """Nothing begins with a value that could not be; the bounds are named, for a change as well."""
    dialog = opened(page)
    dialog.form.more.click()
    (row,) = dialog.form.rows
    row.quantity.setCurrentIndex(row.quantity.findData("fatigue"))
    row.quantity.activated.emit(row.quantity.currentIndex())
    assert dialog.start.isEnabled()
    row.value.setValue(1001)
    assert "0 与 1,000 之间" in row.hint.text()
    assert row.hint.property("role") == "overdue"
    assert not dialog.start.isEnabled()
    dialog.run()
    assert dialog.result_page is None
    row.value.setValue(1000)
    assert dialog.start.isEnabled()
    row.value.setValue(-300)
    assert not dialog.start.isEnabled()
    row.how.setCurrentIndex(row.how.findData("change"))
    row.how.activated.emit(row.how.currentIndex())
    assert dialog.start.isEnabled()
    assert str(row.setting()) == "fatigue=-300"
    row.away.click()
    assert dialog.form.rows == []
    assert dialog.form.wish().settings == ()
    dialog.close()


def test_households_can_only_be_moved(page):
    """A need offers a change and no value, on the county, a township or a village of this scenario."""
    dialog = opened(page)
    row = dialog.form.add_setting()
    row.quantity.set_value("water")
    row.quantity.activated.emit(row.quantity.currentIndex())
    assert [row.how.itemData(n) for n in range(row.how.count())] == ["change"]
    offered = [row.place.itemData(n) for n in range(row.place.count())]
    assert offered[:2] == ["", "baiyan"]
    setting = setting_of(page.checking.now().bundle)
    for quantity in ("fatigue", "trust", "funds", "hours", "approval"):
        known = [ident for ident, _ in places(setting.scenario, setting.county, quantity)]
        row.quantity.set_value(quantity)
        row.quantity.activated.emit(row.quantity.currentIndex())
        assert [row.place.itemData(n) for n in range(row.place.count())] == known
    dialog.close()


def test_every_place_that_is_offered_can_be_set(page):
    """What stands in the list is found by the trial."""
    dialog = opened(page)
    for quantity in ("fatigue", "trust", "funds", "hours", "approval", "water"):
        row = dialog.form.add_setting()
        row.quantity.set_value(quantity)
        row.quantity.activated.emit(row.quantity.currentIndex())
        row.place.setCurrentIndex(row.place.count() - 1)
        row.value.setValue(7)
    dialog.form.turns.setValue(1)
    dialog.start.click()
    assert dialog.result_page is not None, dialog.said.text()
    assert dialog.result_page.head.text().count("已设定") == 6
    dialog.close()


# Running


def test_a_trial_can_be_stopped(qtbot, page, monkeypatch):
    """It runs beside the window, tells how far it is, and ends at its next look."""

    def endless(_bundle, _wish, *, lang, progress):
        for turn in count():
            progress(turn % 10, 10)
            time.sleep(0.005)

    monkeypatch.setattr(trial_dialog, "explore", endless)
    page.trying.worker = None
    dialog = opened(page)
    dialog.start.click()
    qtbot.waitUntil(lambda: "/10" in dialog.said.text(), timeout=5_000)
    assert dialog.bar.isVisible()
    assert not dialog.form.isEnabled()
    dialog.stop.click()
    qtbot.waitUntil(dialog.start.isVisible, timeout=5_000)
    assert "停下了" in dialog.said.text()
    assert dialog.form.isEnabled()
    dialog.start.click()
    qtbot.waitUntil(lambda: "/10" in dialog.said.text(), timeout=5_000)
    dialog.reject()  # goes while it runs: the thread ends by itself


def test_a_real_trial_runs_beside_the_window(qtbot, page):
    """The same in a thread of its own, to its end."""
    page.trying.worker = None
    dialog = opened(page)
    dialog.form.turns.setValue(1)
    dialog.start.click()
    assert dialog.bar.isVisible()
    qtbot.waitUntil(lambda: dialog.result_page is not None, timeout=20_000)
    dialog.close()


def test_what_cannot_be_tried_is_said_with_its_cure(page):
    """A refusal of the trial stays in the dialog, and the form can be mended and tried again."""
    dialog = opened(page)
    row = dialog.form.add_setting()
    row.how.set_value("change")
    row.how.activated.emit(row.how.currentIndex())
    row.value.setValue(0)
    dialog.form.turns.setValue(1)
    dialog.start.click()
    assert dialog.result_page is None
    assert dialog.said.text().startswith("试推没有成功：“pressure=+0”设不成")
    row.value.setValue(5)
    dialog.start.click()
    assert dialog.result_page is not None
    dialog.close()


def test_a_broken_draft_is_told_with_the_cure(page):
    """The faults are listed with what to do; the button leads to the first."""
    row = line_of(page, "    to: [commander, water-chief]")
    page.workbook.apply([Fix("scenario.yaml", row, 10, row, 19, "commandr")])
    dialog = opened(page)
    assert dialog.form is None
    assert not dialog.start.isVisible()
    assert f"第{row}行" in words(dialog)
    assert "commander" in words(dialog)
    assert_named(dialog)
    dialog.go.click()
    assert page.text.place()[1] == row
    dialog = opened(page)
    dialog.run()
    dialog.play_on()
    dialog.close()


def test_a_draft_without_injects(page):
    """There is nothing to try from, and it is said."""
    text = page.workbook.texts()["scenario.yaml"]
    lines = text.split("\n")
    first, last = lines.index("injects:"), lines.index("rubric:")
    page.workbook.apply([Fix("scenario.yaml", first + 1, 1, last + 1, 1, "")])
    dialog = opened(page)
    assert dialog.form is None
    assert not dialog.start.isVisible()
    dialog.close()


# What came


def test_the_draft_is_played_and_shown(page, small):
    """The text of the window, not of the disk: its paper, each seat's desk, the figures before and after."""
    row = line_of(page, NEAT)
    page.workbook.apply([Fix("scenario.yaml", row, 12, row, 18, "改好了没有")])
    page.show_place("scenario.yaml", row, 5)
    dialog = opened(page)
    row_ = dialog.form.add_setting()
    row_.quantity.set_value("fatigue")
    row_.quantity.activated.emit(row_.quantity.currentIndex())
    row_.value.setValue(700)
    dialog.form.turns.setValue(1)
    dialog.start.click()
    shown = dialog.result_page
    assert shown is not None, dialog.said.text()
    assert "第14天" in shown.head.text()
    assert "已设定 疲劳 = 700" in shown.head.text()
    assert "改好了没有" in words(shown.stack.widget(0))
    assert "改好了没有" not in (small / "scenario.yaml").read_text(encoding="utf-8")
    shown.show_part("desks")
    assert [shown.seat.itemData(n) for n in range(shown.seat.count())] == ["commander", "water-chief", "squad-leader"]
    for seat in ("squad-leader", "commander"):
        shown.seat.set_value(seat)
        shown.seat.chosen.emit(seat)
        assert "精力" in words(shown.desk)
    assert "可以选：" in words(shown.desk)
    figures = {shown.table.item(n, 0).text(): shown.table.item(n, 1).text() for n in range(shown.table.rowCount())}
    assert figures["疲劳"] == "70.0%"
    settle(dialog, dialog.width(), dialog.height())
    assert_named(dialog)
    assert_not_clipped(dialog)
    dialog.close()


def test_each_option_leads_somewhere(page):
    """The policy by itself and each option have their own course, end and column of figures."""
    dialog = tried(page)
    shown = dialog.result_page
    options = [shown.branch.itemData(n) for n in range(shown.branch.count())]
    assert options == ["", "go-see", "send-qin", "stamp"]
    assert shown.table.columnCount() == 2 + len(options)
    heads = [shown.table.horizontalHeaderItem(n).text() for n in range(2, shown.table.columnCount())]
    assert not any(head.isascii() for head in heads), heads
    texts = {}
    for option in options:
        shown.branch.set_value(option)
        shown.branch.chosen.emit(option)
        texts[option] = shown.course.toPlainText()
        assert "这件情况" in shown.ended.text()
    assert "电脑选了" not in shown.ended.text()
    assert len(set(texts.values())) > 1
    assert all("第4回合" in text for text in texts.values())
    dialog.back.click()
    assert dialog.result_page is None
    assert dialog.start.isVisible()
    dialog.close()


@pytest.mark.parametrize(
    ("name", "scale"),
    [("light", 100), *(pytest.param(*look, marks=pytest.mark.ci) for look in (("dark", 150), ("contrast", 200)))],
)
def test_the_dialog_can_be_read_and_used(qapp, open_page, small, name, scale):
    """In three themes and sizes every part has its name and room, and Tab goes as one reads."""
    theme = Theme(name, scale)
    theme.apply(qapp)
    page = open_page(small)
    page._theme, page.trying._theme, page.trying.worker = theme, theme, Direct()
    dialog = opened(page)
    dialog.form.add_setting()
    settle(dialog, dialog.width(), dialog.height())
    assert_named(dialog)
    assert_not_clipped(dialog)
    assert faint(dialog) == []
    assert leaps(dialog) == []
    dialog.close()
    dialog = tried(page, 1)
    for part in ("paper", "desks", "course", "figures"):
        dialog.result_page.show_part(part)
        settle(dialog, dialog.width(), dialog.height())
        assert_named(dialog)
        assert_not_clipped(dialog)
        assert faint(dialog) == []
        assert beyond(dialog) == []
        assert leaps(dialog) == []
    dialog.close()
    Theme("light", 100).apply(qapp)


# Playing on


def test_a_seat_plays_on_from_there(shell, small, tmp_path, data_folder):
    """The session opens in the window with the paper on the seat's desk; it is kept, and home is the editor."""
    shell.edit(str(small))
    page = shell.page
    assert isinstance(page, EditorPage)
    page.trying.worker = Direct()
    dialog = tried(page, 1)
    dialog.seat.set_value("squad-leader")
    dialog.play.click()
    window = shell.page
    assert isinstance(window, MainWindow)
    view = shell.bridge.view
    assert (view.day, view.viewer) == (14, "squad-leader")
    assert any(item.record.id == "neat-book" for item in shell.bridge.play.table.session.view("commander").inbox)
    (path,) = (data_folder / "sessions").glob("*.tonghe")
    assert is_trial(path)
    assert recent_label(path)[:2] == ("first-order", "squad-leader")
    assert shell.settings.recent[0] == str(path)
    shell.show_home()
    assert shell.page is page
    with Session.open(path, reading=True) as session:
        assert session.verify().ok
        assert session.state.seats["squad-leader"].state == "human"
    assert "试推" in shell.home._words(path)
    assert not (tmp_path / "sessions" / TRIES).exists()


def test_a_full_disk_is_told(page, monkeypatch):
    """Where the session cannot be written the dialog says why and nothing is left; the result stays."""
    dialog = tried(page, 1)
    monkeypatch.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "磁盘已满")))
    dialog.play.click()
    assert "磁盘已满" in dialog.said.text()
    assert dialog.play.isEnabled()
    assert dialog.result_page is not None
    monkeypatch.undo()
    dialog.close()


def test_any_seat_can_be_tried(shell, small):
    """The menu beside the button plays at the seat picked, and the button and F5 do so from then on."""
    shell.edit(str(small))
    page = shell.page
    page.trying.menu.aboutToShow.emit()
    seats = {action.data(): action for action in page.trying.menu.actions()}
    assert list(seats) == ["commander", "water-chief", "squad-leader"]
    assert [seat for seat, action in seats.items() if action.isChecked()] == ["commander"]
    seats["squad-leader"].trigger()
    assert shell.bridge.seat == "squad-leader"
    shell.show_home()
    assert shell.page is page
    page.try_button.click()
    assert shell.bridge.seat == "squad-leader"
    shell.show_home()
    row = line_of(page, "    to: [commander, water-chief]")
    page.workbook.apply([Fix("scenario.yaml", row, 10, row, 19, "nobody")])
    page.trying.menu.aboutToShow.emit()
    (only,) = page.trying.menu.actions()
    assert not only.isEnabled()
    page.project.discard()
