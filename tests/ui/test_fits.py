"""Rooms and words: what a person reads is whole, where it stands and however narrow its place is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from uihelp import FakePlay, settle

from game.ui.bridge import Bridge
from game.ui.county_map.canvas import MapCanvas
from game.ui.county_map.layers import layers
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import MoneySpin, TickList
from game.ui.desk.order_fields import OrderFields
from game.ui.desk.report import ReportDesk
from game.ui.home import HomePage
from game.ui.home_list import lines
from game.ui.i18n import flowing
from game.ui.main_window import MainWindow
from game.ui.models import Column
from game.ui.names import NameBook
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.widgets import FirmPage, FlowLayout, KeyValues, Page, RecordTable, button, label
from game.ui.window.ribbon import PhaseRibbon

WORDS = ("产业订单与利益联结", "参保缴费与三重保障")


def table(theme, icons) -> RecordTable[str]:
    columns = [
        Column("任务", lambda r: r, width=-1),
        Column("地点", lambda _r: "石禾乡", width=5),
        Column("进度", lambda _r: "8/110 户 7%", width=12),
    ]
    made: RecordTable[str] = RecordTable(columns, theme, icons, name="t", accessible="t", key=str)
    made.set_records(WORDS)
    return made


@pytest.mark.parametrize("wide", [22, 40])
def test_columns_share_their_room_by_what_they_hold(qtbot, theme, icons, wide):
    """A column wider than its words gives way before the words of another are cut, and the table fills its room."""
    made = table(theme, icons)
    qtbot.addWidget(made)
    settle(made, theme.px(wide), 300)
    header, room = made.horizontalHeader(), made.fontMetrics()

    assert header.sectionSize(0) >= max(room.horizontalAdvance(word) for word in WORDS) + theme.space(3)
    assert header.sectionSize(1) >= room.horizontalAdvance("石禾乡")
    assert sum(header.sectionSize(n) for n in range(3)) == made.viewport().width()


def test_too_narrow_a_table_scrolls(qtbot, theme, icons):
    """Where not even the headers fit, no column is squeezed away: the table scrolls sideways."""
    made = table(theme, icons)
    qtbot.addWidget(made)
    settle(made, theme.px(9), 300)

    assert made.horizontalScrollBar().maximum() > 0
    assert made.horizontalHeader().sectionSize(0) >= theme.px(6)


def test_a_number_and_its_unit_stay_together(qtbot, theme):
    """A short value is never broken; a sentence is."""
    pairs = KeyValues(theme, 2)
    pairs.set_pairs([("基层被占工时", "3,437工时"), ("可用手段", "组织统合、战令、包干、督战统合、市场与社会")])
    qtbot.addWidget(pairs)
    wraps = [pairs._grid.itemAtPosition(0, column).widget().wordWrap() for column in (1, 3)]

    assert wraps == [False, True]


def test_folded_lines_leave_no_gap_behind_a_stop():
    """Chinese sentences stand together; paragraphs, lists, names and Western text stay as they were."""
    assert flowing("没有水。 四周时间，\n一步一步") == "没有水。四周时间，一步一步"
    for same in ("第一段。\n\n第二段", "覃勇 书记", "One. Two", "听着：\n- 水", "好。 Ok"):
        assert flowing(same) == same


def test_names_leave_the_villages_in_sight(qtbot, bridge, rich_view):
    """A township's name stands within it, and where there is any such place over none of its overdue villages."""
    canvas = MapCanvas(bridge.theme)
    qtbot.addWidget(canvas)
    view = replace(rich_view, villages=tuple(replace(v, overdue=0) for v in rich_view.villages))
    canvas.set_view(view, layers(bridge.names, view)[0], bridge.names)
    settle(canvas, 900, 700)
    there, size = canvas._transform(), QSizeF(70, 36)
    town = view.townships[0].id
    spot = canvas.label_spot(town, size, there)
    under = next(v for v in view.villages if v.township == town)
    where = there.inverted()[0].map(spot)
    moved = tuple(
        replace(v, x=round(where.x()), y=round(where.y()), overdue=1) if v.id == under.id else v for v in view.villages
    )
    canvas.set_view(replace(view, villages=moved), layers(bridge.names, view)[0], bridge.names)
    other = canvas.label_spot(town, size, there)

    assert there.map(canvas._picture.shapes.areas[town]).contains(other)
    assert abs(other.x() - spot.x()) >= size.width() / 2 or abs(other.y() - spot.y()) >= size.height() / 2


def test_a_narrow_order_still_says_what_a_fund_has_left(qtbot, fake, qapp):
    """In large type the fund has a line of its own, so that the sum behind its name can be read."""
    theme = Theme("light", 150)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    fields = OrderFields(bridge)
    qtbot.addWidget(fields)
    fields.refresh(bridge.view)
    settle(fields, 420, 800)
    need = fields.fund.fontMetrics().horizontalAdvance(fields.fund.currentText())

    assert fields.fund.width() > need
    settle(fields, 900, 800)
    assert fields.blocks["fund"].y() == fields.blocks["money"].y()
    bridge.close()


def test_ticked_lists_show_whole_rows(qtbot, fake, qapp):
    """No row of a list is cut in half at its lower edge, in large type either."""
    theme = Theme("light", 150)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    ticks = TickList(bridge, "t", "t", 3.5)
    qtbot.addWidget(ticks)
    ticks.set_options([(str(n), f"第{n}项") for n in range(9)])
    settle(ticks, 300, 90)
    row = ticks.visualItemRect(ticks.item(0)).height()

    assert ticks.viewport().height() == 4 * row
    bridge.close()


def test_a_money_field_fits_a_narrow_form(qtbot, theme):
    """A field asks for room for its sum, not for the largest: a form that has less gets its lower lines cut."""
    money = MoneySpin("m", "钱")
    qtbot.addWidget(money)
    small = money.minimumSizeHint().width()
    money.set_yuan(9_000_000)

    assert money.minimumSizeHint().width() > small
    assert money.minimumSizeHint().width() > money.fontMetrics().horizontalAdvance(money.text())
    assert small < money.sizeHint().width() * 3 // 4


def test_a_firm_page_keeps_the_width_of_its_rows(qtbot, theme):
    """It takes the width its content asks for, also when that comes later."""
    page = FirmPage(theme)
    qtbot.addWidget(page)
    before = page.minimumSizeHint().width()
    page.body.addWidget(label("很长的一行字不许折断" * 3))
    settle(page, 300, 200)

    assert page.minimumSizeHint().width() > before + theme.px(20)


def test_flows_in_a_page_show_every_line(qtbot, theme):
    """Chips that wrap push down what stands below them."""
    page = Page(theme)
    qtbot.addWidget(page)
    holder = QWidget()
    flow = FlowLayout(4)
    for number in range(12):
        flow.addWidget(button(f"住房 {number}户", kind="chip"))
    holder.setLayout(flow)
    page.body.addWidget(holder)
    page.body.addStretch(1)
    settle(page, 260, 500)

    assert holder.height() >= flow.heightForWidth(holder.width())


def test_once_over_nothing_waits(qtbot, theme, rich_view):
    """After the last turn no badge counts open work, and the report leads to the review."""
    bridge = Bridge(FakePlay(replace(rich_view, over=True, todo=())), theme)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    window.show_desk("report")
    settle(window)
    report = window.findChild(ReportDesk)

    assert all(badge._count == 0 for badge in window.nav._badges.values())
    assert report.waiting.count() == 0
    assert "复盘" in report.calm.text()
    bridge.close()


def test_the_last_day_belongs_to_no_further_week(bridge, rich_view):
    """An exercise of fifteen weeks has no sixteenth: the day it ends on is told without one."""
    assert "周" in bridge.names.date(rich_view.last_day - 1)
    assert "周" not in bridge.names.date(rich_view.last_day)


def test_a_first_start_says_what_will_stand_there(qtbot, theme, icons):
    """The place of the exercises played before is not left blank."""
    home = HomePage(theme, icons, Settings(), Prompts())
    qtbot.addWidget(home)
    settle(home)

    assert home._none.isVisibleTo(home)
    assert "接着" in home._none.text()


def test_a_long_course_shows_the_phases_around_the_present_one(qtbot, bridge, rich_view):
    """Of forty phases the ribbon shows those that can be read, the present one among them, and counts the others."""
    one = rich_view.phases[0]
    phases = tuple(
        replace(
            one,
            id=f"p{n}",
            name=f"第{n}段攻坚部署",
            start=60 * n,
            state="past" if n < 20 else "now" if n == 20 else "next",
        )
        for n in range(40)
    )
    ribbon = PhaseRibbon(bridge)
    qtbot.addWidget(ribbon)
    for count, whole in ((5, True), (40, False)):
        ribbon.refresh(replace(rich_view, phases=phases[20 : 20 + count] if whole else phases))
        settle(ribbon, 1200, 32)
        ribbon.grab()
        shown = ribbon._shown
        assert any(p.state == "now" for p in shown)
        assert (len(shown) == count) is whole
        assert ribbon._before + len(shown) + ribbon._after == count
        if not whole:
            room = ribbon.fontMetrics()
            assert len(shown) >= 4
            for phase, spot in zip(shown, ribbon._spots, strict=True):
                assert spot.width() > room.horizontalAdvance(phase.name)
            assert ribbon._spots[-1].right() < 1200


def test_over_years_a_date_says_its_year(rich_view, bridge):
    """In a course of years a date names the year, in a course of weeks the week."""
    weeks = bridge.names.date(10)
    years = NameBook(replace(rich_view, last_day=2548), bridge.say).date(10)
    assert "周" in weeks
    assert "年" in years
    assert "周" not in years


def test_no_line_begins_with_a_stop(theme):
    """Text that is drawn by hand breaks as its language does: a stop stays with its clause."""
    text = "你是白岩乡指挥长。滴水岩村三十六户人家装好了龙头，没有水。四周时间，一步一步带你走完。"
    for width in range(120, 420, 7):
        for line in lines(text, theme.font(), width, 2):
            assert line[0] not in "，。！？；：、”）"
            assert QFontMetrics(theme.font()).horizontalAdvance(line) <= width


def test_a_click_into_a_searchable_list_opens_it(qtbot, theme):
    """A field with an arrow shows its choices wherever it is clicked; typing narrows them, a choice is told."""
    choice = Choice("c", "选", search=True)
    qtbot.addWidget(choice)
    choice.set_options([("a", "饮水"), ("b", "住房"), ("c", "教育")])
    choice.show()
    qtbot.mouseClick(choice.lineEdit(), Qt.MouseButton.LeftButton)
    listed = choice.completer().popup()

    assert listed.isVisible()
    assert listed.model().rowCount() == 3
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.mouseClick(
            listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.model().index(1, 0)).center()
        )
    assert told.args == ["b"]
    assert not listed.isVisible()


@pytest.mark.parametrize("search", [False, True])
def test_a_list_that_opens_shows_whole_words(qtbot, theme, search):
    """The field may be narrow: what one chooses from is read in full, as far as the window reaches."""
    window = QWidget()
    qtbot.addWidget(window)
    choice = Choice("c", "选", search=search, parent=window)
    words = "青杉乡党委政府会同水利局、财政局的联合工作组"
    choice.set_options([("a", words), ("b", "水利局")])
    settle(window, 900, 300)
    choice.setGeometry(10, 10, 120, 30)
    need = choice.fontMetrics().horizontalAdvance(words)
    choice.widen()
    lists = [choice.view(), *([choice.completer().popup()] if search else [])]

    assert all(one.minimumWidth() > need for one in lists)
    window.resize(200, 300)
    choice.widen()
    assert all(one.minimumWidth() <= 190 for one in lists)


def test_a_searchable_field_says_that_there_is_more(qtbot, theme):
    """Words without room end in an ellipsis; where they have room, or while one types, they stand as they are."""
    window = QWidget()
    qtbot.addWidget(window)
    choice = Choice("c", "选", search=True, parent=window)
    words = "青杉乡党委政府会同水利局"
    choice.set_options([("a", words)])
    settle(window, 900, 300)
    choice.setGeometry(10, 10, 120, 30)
    QApplication.processEvents()
    line = choice.lineEdit()

    assert line.shown().endswith("…")
    assert line.text() == words
    narrow = line.grab().toImage()
    choice.setGeometry(10, 10, 500, 30)
    QApplication.processEvents()
    assert line.shown() == words
    assert narrow != line.grab().toImage().copy(narrow.rect())
