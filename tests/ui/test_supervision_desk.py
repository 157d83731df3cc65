"""The supervision desk: the ledger and its actions, visits, slips and the second look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from measures import meeting, sideways
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Step
from game.exercise.preview import Preview
from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.desk import supervision_rows as rows
from game.ui.desk.supervision import SupervisionDesk
from game.ui.desk.supervision_look_back import DUE_DAYS, calendar
from game.ui.theme import Theme

SEEN = Preview(attention=1, attention_left=8)


@pytest.fixture
def desk(qtbot, bridge, fake) -> SupervisionDesk:
    fake.previewed = SEEN
    made = SupervisionDesk(bridge)
    qtbot.addWidget(made)
    settle(made, 1270, 790)
    return made


def _act(desk, problem, action, **values):
    desk.focus_on(problem)
    row = desk.ledger.sheet
    shown = row._loop if action in ("register", "verify", "close", "look_back") else row._more
    assert shown.button(action).isEnabled()
    shown.button(action).click()
    for key, value in values.items():
        row.form.set_value(key, value)
    row.form.yes.click()


@pytest.mark.parametrize(
    ("problem", "action", "values", "sent"),
    [
        (
            "q-a81f02cd", "register", {"owner": "bureau:housing", "person": "secretary", "deadline": 50, "measure": "逐户核"},
            ("register_finding", {"problem": "q-a81f02cd", "owner": "bureau:housing", "person": "secretary", "deadline": 50,
                                  "measure": "逐户核"}),
        ),
        (
            "q-77b0e14a", "verify", {"depth": 3, "squad": "squad:shihe"},
            ("verify_problem", {"problem": "q-77b0e14a", "depth": 3, "squad": "squad:shihe"}),
        ),
        ("q-77b0e14a", "return", {"reason": "没到校"}, ("return_problem", {"problem": "q-77b0e14a", "reason": "没到校"})),
        ("q-5e20bb07", "close", {}, ("close_problem", {"problem": "q-5e20bb07"})),
        (
            "q-dry-wells", "slip", {"to": "township:qingshan", "deadline": 35, "text": "请抓紧。"},
            ("issue_slip", {"problems": ("q-dry-wells",), "to": "township:qingshan", "deadline": 35, "text": "请抓紧。"}),
        ),
        (
            "q-10cc94d1", "ladder", {"organ": "bureau:resettlement", "rung": 3, "reason": "久拖"},
            ("apply_ladder", {"problem": "q-10cc94d1", "organ": "bureau:resettlement", "rung": 3, "reason": "久拖"}),
        ),
        (
            "q-10cc94d1", "letter", {"to": "secretary", "deadline": 35, "text": "请过问。"},
            ("send_letter", {"problems": ("q-10cc94d1",), "to": "secretary", "deadline": 35, "text": "请过问。"}),
        ),
        (
            "q-98761234", "look_back", {"day": 40, "squad": "", "depth": 2},
            ("plan_look_back", {"problems": ("q-98761234",), "day": 40, "squad": "", "depth": 2}),
        ),
    ],
)  # fmt: skip
def test_ledger_actions_send_their_command(desk, fake, problem, action, values, sent):
    """Each step of the loop asks what it needs beside the row and gives exactly its command."""
    _act(desk, problem, action, **values)

    assert fake.sent == [sent]


def test_the_competent_bureau_is_suggested_first(desk):
    """Registering a housing problem offers the housing bureau before anybody else."""
    desk.focus_on("q-a81f02cd")
    desk.ledger.sheet.act("register")

    assert desk.ledger.sheet.form.value("owner") == "bureau:housing"


def test_the_next_step_is_filled_and_the_others_say_why(desk):
    """A claimed row leads to verification; signing off is shut with its reason."""
    desk.focus_on("q-77b0e14a")
    loop = desk.ledger.sheet._loop

    assert loop.button("verify").property("kind") == "primary"
    assert loop.button("verify").objectName() == "supervision.verify"
    assert not loop.button("close").isEnabled()
    assert "申请销号" in loop.button("close").toolTip()


def test_every_shut_step_says_its_reason_in_sight(desk):
    """Steps of the loop that are shut stand in the words under the buttons, with the reason."""
    desk.focus_on("q-77b0e14a")
    loop, more = desk.ledger.sheet._loop, desk.ledger.sheet._more
    told = more._why.text()
    shut = [key for key in ("register", "close", "look_back") if not loop.button(key).isEnabled()]

    assert more._why.isVisible()
    assert shut
    for key in shut:
        assert loop.button(key).text() in told
        assert loop.button(key).toolTip() in told


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_small_window_shows_rows_and_whole_columns(qtbot, fake, qapp, scale):
    """At 1280 x 720 the table neither scrolls sideways nor shows less than four rows, and no field covers another."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = SupervisionDesk(bridge, window)
    settle(window, 1120, 620)
    desk.resize(desk.minimumSizeHint().expandedTo(QSize(1280 - theme.px(8), 720 - theme.px(4.7))))
    settle(window, 1120, 620)
    ledger = desk.ledger
    table = ledger.table

    assert table.horizontalScrollBar().maximum() == 0
    assert table.viewport().height() >= 4 * table.rowHeight(0)
    assert table.y() >= ledger.search.mapTo(table.parentWidget(), QPoint(0, ledger.search.height())).y()
    if ledger.fold.isVisible():
        ledger.fold.click()
    QApplication.processEvents()
    assert ledger.domain.isVisible()
    bridge.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("page", ["ledger", "visits"])
def test_what_gives_a_command_is_in_sight_in_a_low_window(qtbot, fake, qapp, scale, page):
    """At 1280 x 720 the button of an open form stands below the page that scrolls; put away, its foot is gone too."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    bridge = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = SupervisionDesk(bridge, window)
    desk.ensure_fresh()
    desk.show_page(page)
    desk.resize(1280 - theme.px(8), 720 - round(theme.px(4.7)))
    settle(window)
    part = desk.ledger if page == "ledger" else desk.visits
    part.sides.show_right()
    if page == "ledger":
        desk.ledger.sheet.act("verify")
    settle(window)
    form = desk.ledger.sheet.form if page == "ledger" else desk.visits.form

    assert desk.minimumSizeHint().height() <= desk.height()
    assert form.yes.isVisible()
    assert desk.rect().contains(QRect(form.yes.mapTo(desk, QPoint()), form.yes.size()))
    if page == "ledger":
        top = form.mapTo(desk.ledger.sheet, QPoint()).y()
        assert 0 <= top < desk.ledger.sheet.height() // 2
        form.no.click()
        assert not form.foot.isVisible()
    bridge.close()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("page", ["visits", "slips", "look_back"])
def test_no_list_scrolls_sideways_in_a_small_window(qtbot, fake, qapp, scale, page):
    """At 1280 x 720 every list of every page fits its width."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = SupervisionDesk(bridge, window)
    desk.ensure_fresh()
    desk.show_page(page)
    desk.resize(QSize(1280 - theme.px(8), 720 - round(theme.px(4.7))).expandedTo(desk.minimumSizeHint()))
    settle(window)

    assert sideways(desk) == []
    assert meeting(desk) == []
    bridge.close()


def test_folded_filters_are_counted(desk):
    """Choices that narrow the ledger out of sight are not forgotten: the button that unfolds them counts them."""
    ledger = desk.ledger
    ledger.domain.set_value("water")
    ledger._on_filter()

    assert "1" in ledger.fold.text()


def test_a_row_already_in_a_visit_is_not_sent_twice(desk, fake, bridge, rich_view):
    """Verification that is planned shuts the button until there is a result."""
    visit = replace(rich_view.visits[1], problems=("q-77b0e14a",))
    fake.set_view(replace(rich_view, visits=(visit,)))
    bridge.refresh()
    desk.focus_on("q-77b0e14a")

    assert not desk.ledger.sheet._loop.button("verify").isEnabled()


def test_several_rows_go_on_one_slip(desk, fake):
    """Selecting rows of one owner makes one slip with all of them."""
    desk.ledger.which._buttons["all"].click()
    table = desk.ledger.table
    table.selectAll()
    chosen = [p.id for p in table.selected_all()]
    assert len(chosen) == 8
    desk.ledger.sheet.forms.open(
        "slip", [p for p in desk.bridge.view.problems if p.id in ("q-dry-wells", "q-98761234")]
    )
    form = desk.ledger.sheet.form
    assert form.value("to") == "township:qingshan"
    form.yes.click()

    assert fake.sent[0][1]["problems"] == ("q-dry-wells", "q-98761234")


def test_filters_narrow_the_ledger(desk):
    """State, field, township and search all narrow; the counts stand on the tabs."""
    ledger = desk.ledger
    ledger.which._buttons["all"].click()
    assert ledger.table.shown() == 8
    ledger.domain.set_value("water")
    ledger._on_filter()
    assert ledger.table.shown() == 1
    ledger.domain.set_value("")
    ledger.town.set_value("yunling")
    ledger._on_filter()
    assert ledger.table.shown() == 2
    ledger.search.setText("水电费")

    assert ledger.table.shown() == 1
    assert "8" in ledger.which._buttons["all"].text()


def test_groups_count_and_narrow(desk):
    """Grouping by township shows how many stand where; a group picked leaves its own rows."""
    ledger = desk.ledger
    ledger.which._buttons["all"].click()
    ledger.by.set_value("township")
    ledger._on_by("township")
    ledger._on_group("云岭镇")

    assert {p.township for p in (ledger.table.table_model.record(ledger.table.proxy.mapToSource(
        ledger.table.proxy.index(n, 0)).row()) for n in range(ledger.table.shown()))} == {"yunling"}  # fmt: skip


def test_copied_rows_paste_as_a_table(desk, bridge, monkeypatch):
    """Copying gives tab-separated lines with the headers people see."""
    taken = []
    monkeypatch.setattr(bridge.prompts, "copy", taken.append)
    desk.ledger.which._buttons["all"].click()
    desk.ledger.table.selectAll()
    desk.ledger.copy_rows()
    lines = taken[0].split("\n")

    assert len(lines) == 9
    assert lines[0].split("\t")[:2] == ["编号", "问题"]
    assert any("上坝村三口水井断流" in line for line in lines)


def test_the_ledger_is_exported_for_excel(desk, bridge, monkeypatch, tmp_path, qtbot):
    """The file has the columns and rows that stand in the table, numbers as numbers and no words as formulas."""
    from openpyxl import load_workbook

    said: list[str] = []
    bridge.notice.connect(said.append)
    target = {"file": tmp_path / "ledger"}
    monkeypatch.setattr(bridge.prompts, "save_file", lambda _p, _t, _f, _n, done: done(target["file"]))
    problem = bridge.view.problems[0]
    desk.ledger.which._buttons["all"].click()
    shown = replace(problem, id="q-formula", title="=1+1", households=12)
    desk.ledger.table.set_records([shown, *bridge.view.problems])
    desk.ledger._on_column("households")
    desk.ledger.table.clearSelection()
    qtbot.mouseClick(desk.ledger.export, Qt.MouseButton.LeftButton)
    sheet = load_workbook(tmp_path / "ledger.xlsx").active
    head = [cell.value for cell in sheet[1]]
    rows = {row[head.index("问题")].value: row for row in sheet.iter_rows(min_row=2)}

    assert sheet.max_row == desk.ledger.table.shown() + 1
    assert rows["=1+1"][head.index("问题")].data_type == "s"
    assert rows["=1+1"][head.index("户数")].value == 12
    assert sheet.freeze_panes == "A2"
    target["file"] = tmp_path / "nowhere" / "ledger.xlsx"
    desk.ledger.export_rows()
    assert "没有导出" in said[-1]


def test_columns_can_be_chosen(desk, qtmodeltester):
    """A column put on shows at once, and the model stays sound."""
    ledger = desk.ledger
    headers = [c.header for c in ledger.table.table_model.columns]
    ledger._on_column("measure")

    assert "措施" not in headers
    assert "措施" in [c.header for c in ledger.table.table_model.columns]
    qtmodeltester.check(ledger.table.table_model)


def test_numbers_never_move(rich_view):
    """A row found later takes a later number, whatever its id."""
    before = rows.numbers(rich_view)
    late = replace(rich_view.problems[0], id="a-first", opened=1, steps=(Step(20, 900, "find"),))
    after = rows.numbers(replace(rich_view, problems=(late, *rich_view.problems)))

    assert {key: after[key] for key in before} == before
    assert after["a-first"] == len(before) + 1


def test_a_visit_is_planned_with_the_least_visited_villages(desk, fake):
    """The planner presets the squad of the township and the villages nobody has seen."""
    desk.focus_on("township:huangping")
    form = desk.visits.form
    chosen = form.value("villages")
    seen = {f"{v.id}": v.seen_day for v in desk.bridge.view.villages}
    assert len(chosen) == 3
    assert all(seen[v] == -1 for v in chosen)
    form.set_value("day", 35)
    form.set_value("depth", 3)
    form.set_value("focus", "housing")
    form.yes.click()

    assert fake.sent == [
        (
            "plan_visit",
            {
                "township": "huangping", "squad": "squad:huangping", "day": 35, "villages": chosen, "depth": 3,
                "sample": 10, "focus": "housing", "announced": False,
            },
        )
    ]  # fmt: skip


def test_a_busy_squad_is_said_at_the_squad(desk, fake):
    """A refusal about the squad's hours stands at the field that names it."""
    desk.show_page("visits")
    fake.refuse = Refusal("squad_busy", {"squad": "squad:yunling", "left": 3, "need": 40})
    desk.visits.form.show_preview()

    assert "云岭镇督战分队" in desk.visits.form.blocks["squad"].error


def test_another_township_keeps_the_field_and_the_rest_of_the_plan(desk, qtbot):
    """The arrow keys walk on through the townships in one and the same field; only squad and villages follow."""
    desk.show_page("visits")
    form = desk.visits.form
    form.set_value("sample", 25)
    field = form.blocks["township"].field
    field.setFocus()
    field.setCurrentIndex(0)
    passed = []
    for _ in range(field.count() - 1):
        qtbot.keyClick(field, Qt.Key.Key_Down)
        passed.append(form.value("township"))
        assert form.blocks["township"].field is field
        assert form.value("squad") == f"squad:{passed[-1]}"
        assert form.value("sample") == 25
    assert len(set(passed)) == field.count() - 1


def test_visits_show_what_was_found(desk, qtmodeltester):
    """Choosing a past visit lists its findings; both tables are sound."""
    desk.focus_on("v1")
    from PySide6.QtWidgets import QPushButton

    words = [b.text() for b in desk.visits.details.findChildren(QPushButton)]

    assert words == ["发现：上坝村三口水井断流"]
    qtmodeltester.check(desk.visits.visits.table_model)
    qtmodeltester.check(desk.visits.towns.table_model)


def test_a_slip_is_printed_as_its_form(desk):
    """The slip shows head, number, addressee, problems and deadline."""
    desk.focus_on("s1")
    from PySide6.QtWidgets import QLabel

    text = "\n".join(w.text() for w in desk.slips.paper.findChildren(QLabel))

    assert "督战提示单" in text
    assert "第1号" in text
    assert "青杉乡党委政府" in text
    assert "上坝村三口水井断流" in text


def test_inquiry_is_held(desk, fake):
    """The inquiry meeting asks townships and a topic."""
    desk.show_page("slips")
    desk.slips._actions.button("inquiry").click()
    desk.slips.form.set_value("townships", ("yunling", "baiyan"))
    desk.slips.form.set_value("topic", "water")
    desk.slips.form.yes.click()

    assert fake.sent[0][0] == "hold_inquiry"
    assert sorted(fake.sent[0][1]["townships"]) == ["baiyan", "yunling"]
    assert fake.sent[0][1]["topic"] == "water"


def test_look_back_list_sends_its_command(desk, fake, qtmodeltester):
    """Closed rows can be looked at again from their own page."""
    desk.show_page("look_back")
    desk.look_back.table.select("q-98761234")
    desk.look_back._actions.button("look_back").click()
    desk.look_back.form.set_value("day", 42)
    desk.look_back.form.yes.click()

    assert fake.sent == [("plan_look_back", {"problems": ("q-98761234",), "day": 42, "squad": "", "depth": 2})]
    qtmodeltester.check(desk.look_back.table.table_model)


def test_look_backs_stand_in_a_calendar(desk, bridge, fake, rich_view, qtbot):
    """Every turn with second looks is offered with their number; choosing it narrows the list, choosing again widens."""
    day, turn = rich_view.day, rich_view.turn_days
    base = next(p for p in rich_view.problems if p.state == "closed")
    made = [
        replace(base, id="q-due", closed=day - DUE_DAYS, look_back=-1, depth=2),
        replace(base, id="q-planned", closed=day - 1, look_back=day + 2 * turn + 1, depth=2),
        replace(base, id="q-fresh", closed=day - DUE_DAYS + turn, look_back=-1, depth=2),
        replace(base, id="q-seen", closed=day - 20, look_back=day - 3, depth=2),
    ]
    view = replace(rich_view, problems=tuple(made))
    assert calendar(made, view) == (
        (day, ("q-due",)),
        (day + turn, ("q-fresh",)),
        (day + 2 * turn, ("q-planned",)),
    )
    fake.set_view(view)
    bridge.refresh()
    desk.show_page("look_back")
    settle(desk)
    page = desk.look_back

    def chip():
        name = f"supervision.calendar.{day + 2 * turn}"
        return next(b for b in page.calendar.findChildren(QPushButton) if b.objectName() == name)

    chip().setFocus()
    qtbot.keyClick(chip(), Qt.Key.Key_Space)
    assert page.table.shown() == 1
    assert chip().text().startswith("✓")
    qtbot.mouseClick(chip(), Qt.MouseButton.LeftButton)
    assert page.table.shown() == 4
    assert_named(desk)


def test_keyboard_gives_and_puts_away(desk, fake, qtbot):
    """Ctrl+Enter gives the command of the open form, Escape puts the form away."""
    desk.focus_on("q-a81f02cd")
    desk.ledger.sheet.act("register")
    form = desk.ledger.sheet.form
    field = form.blocks["measure"].field
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not form.kind
    desk.ledger.sheet.act("register")
    qtbot.keyClick(form.blocks["measure"].field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [kind for kind, _ in fake.sent] == ["register_finding"]


def test_a_form_does_not_outlive_its_day(desk, fake, bridge, rich_view):
    """After a turn an open form is put away: its dates no longer hold."""
    desk.focus_on("q-a81f02cd")
    desk.ledger.sheet.act("register")
    bridge.refresh()
    assert desk.ledger.sheet.form.kind == "register_finding"
    fake.set_view(replace(rich_view, day=35))
    bridge.refresh()

    assert desk.ledger.sheet.form.kind == ""


def test_badge_counts_what_waits(rich_view):
    """Found, claimed, verified, rebounded and overdue rows wait; an overdue one is urgent."""
    assert SupervisionDesk.badge(rich_view) == (5, True)


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("page", ["ledger", "visits", "slips", "look_back"])
def test_names_and_room(qtbot, fake, qapp, scale, page):
    """Everything has a name and nothing is cut off at both type sizes."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    bridge = Bridge(fake, theme)
    desk = SupervisionDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, 1270, 790)
    desk.show_page(page)
    if page == "ledger":
        desk.focus_on("q-77b0e14a")
        desk.ledger.sheet.act("verify")
    settle(desk, 1270, 790)

    assert_named(desk)
    assert_not_clipped(desk)
    bridge.close()
