"""The frame around the desks, and the inbox and the map in it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from fakeview import guided
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.briefing import BriefingPage
from game.ui.crash import CrashGuard
from game.ui.crash_dialog import CrashDialog
from game.ui.desk.inbox import InboxDesk
from game.ui.desk.inbox_messages import threads
from game.ui.desk.map import MapDesk
from game.ui.desk.map_layers import Scale, layers, scale_of
from game.ui.main_window import MainWindow
from game.ui.settings import Settings
from game.ui.theme import Theme

MINE = {"inbox": InboxDesk, "map": MapDesk}


@pytest.fixture
def window(qtbot, bridge: Bridge) -> MainWindow:
    made = MainWindow(bridge, desks=MINE)
    qtbot.addWidget(made)
    settle(made)
    return made


def _press(root: QWidget, name: str) -> None:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    found.click()


# The frame


def test_every_control_has_a_name(window):
    """A screen reader can say every control of the window, on every desk."""
    for desk in window.desk_names():
        window.show_desk(desk)
        assert_named(window)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("desk", ["inbox", "map"])
def test_no_text_is_cut(qtbot, qapp, fake, scale, desk):
    """Labels and buttons show their whole text, also in large type."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = MainWindow(bridge, desks=MINE)
    qtbot.addWidget(window)
    settle(window)
    for ref in ("", "dry-wells" if desk == "inbox" else "township:yunling"):
        window.show_desk(desk, ref)
        settle(window)
        assert_not_clipped(window)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_window_fits_a_projector(qtbot, qapp, fake, scale):
    """The frame needs no more than 1440 pixels in any text size; a desk that needs more scrolls."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    window = MainWindow(Bridge(fake, theme), desks=MINE)
    qtbot.addWidget(window)

    assert window.minimumSizeHint().width() <= 1440


def test_head_shows_date_attention_and_what_waits(window):
    """The bar on top says where the exercise stands."""
    texts = " ".join(label.text() for label in window.top.findChildren(QLabel))

    assert "10月15日(第5周)" in texts
    assert "精力 9/14" in texts
    assert "待办 6" in window.top.todo.text()
    assert "急 2" in window.top.todo.text()
    assert "集中攻坚" in window.top.ribbon.accessibleName()


def test_hidden_desks_refresh_when_shown(window, bridge, fake, rich_view):
    """A desk that is not seen does no work until it is."""
    seen: list[int] = []
    desk = window.desk("map")
    desk.refresh = lambda view: seen.append(view.day)  # type: ignore[method-assign]
    window.show_desk("inbox")
    fake.set_view(replace(rich_view, day=42))
    bridge.refresh()
    assert seen == []
    window.show_desk("map")

    assert seen == [42]


def test_keys_change_desks(qtbot, window):
    """Ctrl and a digit shows a desk."""
    for shortcut in window.findChildren(type(window._key("F2"))):
        if shortcut.key().toString() == "Ctrl+2":
            shortcut.activated.emit()

    assert window.stack.currentWidget() is window.desk("map")


def test_focus_request_shows_the_desk_with_its_place(window, bridge):
    """Whoever asks for a desk with a reference gets it shown and preset."""
    bridge.focus("map", "village:qingshan-06")

    assert window.stack.currentWidget() is window.desk("map")
    assert window.desk("map").place == "village:qingshan-06"


def test_unknown_desk_changes_nothing(window, bridge):
    """A reference to a desk that this build lacks is no fault."""
    bridge.focus("nowhere", "x")

    assert window.stack.currentWidget() is window.desk("inbox")


# End of the turn


def test_urgent_things_are_asked_about_before_the_turn_ends(qtbot, window, fake):
    """With something urgent open the first press asks, the confirmation ends the turn."""
    _press(window, "turn.end")
    assert fake.turns == 0
    assert not window.todo.isHidden()
    _press(window, "turn.confirm")

    assert fake.turns == 1


def test_staying_keeps_the_turn(window, fake):
    """Whoever goes back to work ends nothing."""
    _press(window, "turn.end")
    _press(window, "turn.stay")

    assert fake.turns == 0


def test_nothing_urgent_ends_at_once(window, bridge, fake, rich_view):
    """Without urgent matters nobody is asked."""
    fake.set_view(replace(rich_view, todo=tuple(t for t in rich_view.todo if t.urgency < 2)))
    bridge.refresh()
    _press(window, "turn.end")

    assert fake.turns == 1


def test_asking_can_be_switched_off(window, bridge, fake):
    """The settings decide whether the window asks."""
    bridge.settings = Settings(confirm_end=False)
    _press(window, "turn.end")

    assert fake.turns == 1


def test_what_waits_says_the_harm_and_leads_there(window):
    """Each waiting matter names what happens if nobody acts, and a press goes to its desk."""
    _press(window, "turn.todo")
    words = " ".join(label.text() for label in window.todo.findChildren(QLabel))
    assert "不办" in words
    assert "harm." not in words
    assert "todo." not in words
    go = next(b for b in window.todo.findChildren(QPushButton) if "青杉乡两村水井断流" in b.accessibleName())
    go.click()

    assert window.desk("inbox").list.selected().record.id == "dry-wells"


def test_a_broken_turn_is_said_in_the_window(window, bridge, fake):
    """A turn that breaks off is told with its reason."""
    fake.fault = RuntimeError("磁盘已满")
    bridge.settings = Settings(confirm_end=False)
    _press(window, "turn.end")

    assert any("磁盘已满" in text for text in window.toasts.texts())


def test_refusals_are_said(window, bridge, fake):
    """A refused command shows its sentence."""
    fake.refuse = Refusal("no_attention")
    bridge.submit("field_visit", village="qingshan-01")

    assert len(window.toasts.texts()) == 1
    assert "no_attention" not in window.toasts.texts()[0]


def test_no_more_than_four_notices(window, bridge):
    """Notices do not pile up."""
    for number in range(9):
        bridge.notice.emit(f"第{number}条")

    assert len(window.toasts.texts()) == 4


def test_review_replaces_the_end_of_the_turn(window, bridge, fake, rich_view):
    """When the exercise is over the button leads to the review."""
    fake.set_view(replace(rich_view, over=True))
    bridge.refresh()

    assert window.top.end.isHidden()
    assert not window.top.review.isHidden()


def test_palette_finds_places_and_goes_there(window):
    """Ctrl+K finds a township by its name and shows it."""
    window._on_search()
    window.palette_box.field.setText("云岭镇")
    window.palette_box._on_item(window.palette_box.list.item(0))

    assert window.desk("map").place == "township:yunling"
    assert window.palette_box.isHidden()


def test_theme_changes_rebuild_cleanly(qtbot, qapp, fake):
    """The window stands in every theme."""
    for name in ("light", "dark", "contrast"):
        theme = Theme(name, 100)
        theme.apply(qapp)
        window = MainWindow(Bridge(fake, theme), desks=MINE)
        qtbot.addWidget(window)
        settle(window)
        assert not window.grab().isNull()


# Guide


@pytest.mark.parametrize("point", ["inbox.list", "turn.end", "map.view", "nav.inbox", "inbox.search", "no.such.part"])
@pytest.mark.parametrize("desk", ["inbox", "map"])
def test_guide_never_covers_its_target(window, bridge, fake, rich_view, point, desk):
    """The callout stands beside what it speaks of."""
    window.show_desk(desk)
    fake.set_view(replace(rich_view, guide=guided(point)))
    bridge.refresh()
    settle(window)
    window.guide.place()
    target = window.findChild(QWidget, point)

    assert window.guide.isVisible()
    if target is not None and target.isVisible() and point != "map.view":
        area = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        assert not window.guide.geometry().intersects(area)


def test_guide_leads_to_the_desk(window, bridge, fake, rich_view):
    """“带我去” shows the desk the step points at."""
    window.show_desk("map")
    fake.set_view(replace(rich_view, guide=guided("inbox.list")))
    bridge.refresh()
    window.guide.go.click()

    assert window.stack.currentWidget() is window.desk("inbox")


def test_guide_can_be_switched_off(window, bridge, fake, rich_view):
    """Whoever wants no guide sees none."""
    bridge.settings = Settings(guide=False)
    fake.set_view(replace(rich_view, guide=guided()))
    bridge.refresh()

    assert window.guide.isHidden()


# Inbox


def test_opening_a_paper_acknowledges_it_once(window, fake):
    """Reading is told to the exercise; reading again is not."""
    desk = window.desk("inbox")
    desk.focus_on("dry-wells")
    desk.focus_on("quota-push")

    assert fake.sent == [("acknowledge_inject", {"inject": "dry-wells"})]


def test_choosing_an_option_submits_it(window, fake):
    """The card's button gives exactly the command."""
    window.show_desk("inbox", "dry-wells")
    fake.sent.clear()
    _press(window, "inbox.option.taskforce")

    assert fake.sent == [("choose_option", {"inject": "dry-wells", "option": "taskforce"})]


def test_option_whose_condition_is_not_met_cannot_be_chosen(window):
    """A closed option has no button."""
    window.show_desk("inbox", "dry-wells")

    assert window.findChild(QPushButton, "inbox.option.report-up") is None


def test_refused_choice_is_said_beside_it(window, fake):
    """A refusal stands where the hand is."""
    window.show_desk("inbox", "dry-wells")
    fake.refuse = Refusal("no_attention")
    _press(window, "inbox.option.trucks")

    assert not window.findChild(QWidget, "inbox.refusal").isHidden()


def test_reply_sends_its_words(window, fake):
    """A reply carries the paper and the words, and an empty one cannot be sent."""
    window.show_desk("inbox", "slip-up")
    pane = window.findChild(QWidget, "inbox.open")
    assert not pane.send.isEnabled()
    pane.answer.setPlainText("三日内到场核实。")
    fake.sent.clear()
    pane.send.click()

    assert fake.sent == [("reply_inject", {"inject": "slip-up", "text": "三日内到场核实。"})]


def test_paper_leads_to_an_order(qtbot, window, bridge):
    """“据此下战令” asks for the order desk with this paper."""
    window.show_desk("inbox", "dry-wells")
    with qtbot.waitSignal(bridge.focus_requested) as caught:
        _press(window, "inbox.to_order")

    assert caught.args == ["order", "inject:dry-wells"]


@pytest.mark.parametrize(
    "paper",
    ["dry-wells", "quota-push", "parent-call", "cadre-chat", "news-story", "petition-1", "notice-eval", "slip-up"],
)
def test_every_form_of_paper_is_shown(window, rich_view, paper):
    """Each form shows the title and says what it is; no code of the catalogue comes through."""
    window.show_desk("inbox", paper)
    sheet = window.findChild(QWidget, "inbox.sheet")
    title = next(item.record.title for item in rich_view.inbox if item.record.id == paper)

    assert title in sheet.accessibleName()
    assert "form." not in sheet.accessibleName()
    assert_not_clipped(window)


def test_inbox_lists_what_waits_first(window):
    """The first paper of the list is one that is due."""
    desk = window.desk("inbox")

    assert desk.list.proxy.index(0, 0).data(Qt.ItemDataRole.UserRole).record.reply_by >= 0


def test_search_narrows_the_list(window):
    """Words of the sender or the place find a paper."""
    desk = window.desk("inbox")
    desk.focus_on("dry-wells")
    desk._search.setText("督战队")

    assert desk.list.shown() == 1


def test_list_models_are_sound(qtmodeltester, window):
    """The lists of inbox and map keep Qt's contract."""
    window.show_desk("map")
    for desk in (window.desk("inbox"), window.desk("map")):
        qtmodeltester.check(desk.list.table_model)
        qtmodeltester.check(desk.list.proxy)


def test_badge_counts_papers_that_wait(rich_view):
    """The rail says how many papers wait and that one is due within the turn."""
    assert InboxDesk.badge(rich_view) == (6, True)


def test_messages_stand_in_threads(rich_view):
    """Words to and from a seat are one thread; what all got is another."""
    found = {thread.id: [m.id for m in thread.messages] for thread in threads(rich_view)}

    assert found == {"secretary": ["m1"], "water-chief": ["m2", "m3"], "all": ["m4"]}


def test_message_goes_to_the_seat_chosen(window, fake):
    """The line below sends to the seat named beside it."""
    window.show_desk("inbox", "m2")
    pane = window.desk("inbox")._messages
    pane.to.setCurrentIndex(pane.to.findData("water-chief"))
    pane.text.setText("管材到了吗？")
    fake.sent.clear()
    pane.send.click()

    assert fake.sent == [("message_seat", {"to": ("water-chief",), "text": "管材到了吗？"})]


# Map


def test_map_and_list_share_the_selection(window):
    """What is selected on the map is selected in the list, and the other way round."""
    window.show_desk("map")
    desk = window.desk("map")
    desk.canvas.picked.emit("township:shihe")
    desk._faces._buttons["list"].click()
    assert desk.list.selected().id == "shihe"
    desk.list.select("baiyan-03")

    assert desk.canvas.selected == desk.place == "village:baiyan-03"


def test_zoom_keeps_the_point_under_the_cursor(window):
    """What is under the cursor stays there."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    spot = QPointF(300, 250)
    before = canvas._transform().inverted()[0].map(spot)
    canvas.zoom(1.7, spot)
    after = canvas._transform().inverted()[0].map(spot)

    assert abs(before.x() - after.x()) < 0.01
    assert abs(before.y() - after.y()) < 0.01


def test_arrows_go_to_the_neighbour(qtbot, window):
    """The keyboard walks from township to township."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    canvas.select("township:qingshan")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == "township:yunling"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)

    assert canvas.selected == "township:shuangxi"


def test_a_click_selects_what_is_there(qtbot, window, rich_view):
    """A press on a village's mark selects the village."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    village = rich_view.villages[20]
    spot = canvas._transform().map(QPointF(village.x, village.y)).toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)

    assert window.desk("map").place == f"village:{village.id}"


def test_every_layer_draws_and_names_the_day(window, bridge, rich_view):
    """All layers paint, and the tooltip names the day of the last report."""
    window.show_desk("map")
    desk = window.desk("map")
    for index in range(desk.layer.count()):
        desk.layer.setCurrentIndex(index)
        assert not desk.canvas.grab().isNull()
        assert "数据截至" in desk.canvas.describe("township:qingshan")

    assert desk.layer.count() == len(layers(bridge.names, rich_view))


def test_map_buttons_carry_the_place(qtbot, window, bridge):
    """The sheet's buttons ask for the other desks with this place."""
    window.show_desk("map", "township:yunling")
    for name, desk in (("map.order", "order"), ("map.contract", "contract"), ("map.visit", "supervision")):
        with qtbot.waitSignal(bridge.focus_requested) as caught:
            _press(window, name)
        assert caught.args == [desk, "township:yunling"]


def test_field_visit_and_report_are_given(window, fake):
    """A village can be visited, a township asked for a report."""
    window.show_desk("map", "village:shihe-04")
    _press(window, "map.field_visit")
    window.show_desk("map", "township:shihe")
    _press(window, "map.ask_report")

    assert fake.sent == [("field_visit", {"village": "shihe-04"}), ("ask_report", {"organ": "township:shihe"})]


def test_scale_has_five_steps_and_knows_the_unknown():
    """Values fall into five equal steps; what is not known has none."""
    scale = scale_of([0, 100, -1])

    assert [scale.step(v) for v in (0, 19, 20, 59, 100, -1)] == [0, 0, 1, 2, 4, -1]
    assert Scale(7, 7).step(7) == 2
    assert len(scale.bounds()) == 5


# Briefing


def test_briefing_tells_the_post_its_secrets_and_goals(qtbot, bridge):
    """The briefing shows what only this seat knows, its goals and the plan."""
    page = BriefingPage(bridge)
    qtbot.addWidget(page)
    settle(page)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert_named(page)
    assert_not_clipped(page)
    with qtbot.waitSignal(page.begun):
        page.begin.click()

    assert "水分" in words
    assert "认可度不低于" in words
    assert "逐户见底" in words


# Crash


def test_an_uncaught_error_is_kept_shown_and_survived(qtbot, theme, tmp_path: Path):
    """An error writes a file and opens one dialog; a second one opens no second dialog."""
    host = QWidget()
    qtbot.addWidget(host)
    host.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    host.show()
    guard = CrashGuard(tmp_path, theme, lambda: host, host)
    for number in range(2):
        error = ValueError(f"意外{number}")
        guard.handle(type(error), error, None)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert_named(dialogs[0])
    dialogs[0].copy.click()
    text = QApplication.clipboard().text()
    dialogs[0].close()

    assert len(dialogs) == 1
    assert "意外0" in text
    assert len(list(tmp_path.glob("crash-*.txt"))) == 2


def test_errors_of_threads_reach_the_window(qtbot, theme, tmp_path: Path):
    """An error in another thread is shown in the window's."""
    host = QWidget()
    qtbot.addWidget(host)
    guard = CrashGuard(tmp_path, theme, lambda: host, host)

    def fail() -> None:
        error = OSError("线程里的错")
        guard.handle(type(error), error, None)

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: any(isinstance(w, CrashDialog) for w in QApplication.topLevelWidgets()))
    for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]:
        dialog.close()

    assert len(list(tmp_path.glob("crash-*.txt"))) == 1


def test_crash_dialog_without_a_file_says_nothing_of_one(qtbot, theme):
    """Where no file could be written the dialog claims none."""
    dialog = CrashDialog("x", "", theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.open()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()

    assert "已写入" not in words


def test_a_notice_lies_over_no_control(window):
    """A line of notice passes over the ribbon: the buttons below are pressed while it is there."""
    window.toasts.say("已安排：下村看看")
    settle(window)
    lies = window.toasts.geometry()
    under = [
        button.objectName() or button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible()
        and not window.toasts.isAncestorOf(button)
        and QRect(button.mapTo(window, QPoint(0, 0)), button.size()).intersects(lies)
    ]

    assert window.rect().contains(lies)
    assert under == []


def test_the_guide_shows_the_village_it_names(window, bridge, fake, rich_view):
    """On the map a village is one dot of many: “指给我看” selects the one that the step speaks of."""
    village = rich_view.villages[3]
    step = replace(guided("map.view"), text=f"在地图上点{village.name}。")
    fake.set_view(replace(rich_view, guide=step))
    window.show_desk("map")
    bridge.refresh()
    settle(window)
    assert window.guide.go.isVisible()
    window.guide.go.click()

    assert window.desk("map").place == f"village:{village.id}"


def test_the_guide_is_dragged_away_until_the_next_step(qtbot, window, bridge, fake, rich_view):
    """Whoever wants to see what lies below the callout moves it; the next step stands where it belongs again."""
    fake.set_view(replace(rich_view, guide=guided("inbox.list")))
    bridge.refresh()
    settle(window)
    before = window.guide.pos()
    grip = QPoint(6, 6)
    qtbot.mousePress(window.guide, Qt.MouseButton.LeftButton, pos=grip)
    drag = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(grip) + QPointF(60, -40),
        window.guide.mapToGlobal(QPointF(grip) + QPointF(60, -40)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.guide, drag)
    assert window.guide.pos() == before + QPoint(60, -40)
    window.guide.place()
    assert window.guide.pos() == before + QPoint(60, -40)
    fake.set_view(replace(rich_view, guide=replace(guided("inbox.list"), id="another")))
    bridge.refresh()
    assert window.guide.pos() == before


def test_the_guides_ring_follows_what_it_points_at(window, bridge, fake, rich_view):
    """The bar on top grows while the county works; afterwards the ring stands around its button again."""
    fake.set_view(replace(rich_view, guide=guided("map.view")))
    bridge.refresh()
    settle(window)
    window.top.busy.setVisible(True)
    settle(window)
    window.guide.place()
    window.top.busy.setVisible(False)
    settle(window)
    nav = window.nav.findChild(QPushButton, "nav.map")
    around = QRect(nav.mapTo(window, QPoint(0, 0)), nav.size()).adjusted(-5, -5, 5, 5).intersected(window.rect())

    assert window.guide._ring.geometry() == around
