"""The form: every field writes its own lines alone, what it cannot show leads to the text, findings stand at fields."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from uihelp import bring_in_front, settle

from game.authoring.draft_tree import draft_tree
from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.findings import Finding, Fix
from game.scenario.placeholders import placeholder
from game.scenario.render import message
from game.ui.editor.checking import check
from game.ui.editor.contract import Draft
from game.ui.editor.form import FormView
from game.ui.editor.form_model import sections
from game.ui.editor.form_row import TextField
from game.ui.editor.patch import differences
from game.ui.editor.plan import plan
from game.ui.editor.words import in_the_form

MAIN = "scenario.yaml"


def shown(page, inject: str) -> FormView:
    page.resize(1280, 720)
    page.show()
    page.show_view("form")
    settle(page)
    page.checking.now()
    settle(page)
    view = page.views["form"]
    view.choose(inject)
    settle(page)
    return view


def changed(before: dict[str, str], after: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came, over all files."""
    gone, come = [], []
    for name, text in before.items():
        old, new = text.split("\n"), after[name].split("\n")
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                gone += old[a:b]
                come += new[c:d]
    return gone, come


def row(view: FormView, end: str):
    return view.rows[end]


def write(view: FormView, end: str, words: str) -> None:
    """Write into a field as a person does: all of it anew, then on to the next."""
    field = row(view, end).input
    field.setFocus()
    field.selectAll()
    if isinstance(field, TextField):
        field.setPlainText(words)
        field.left.emit()
    else:
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, words) if words.isascii() and words else field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)


def pick(view: FormView, end: str, value: object) -> None:
    combo = row(view, end).input
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def now(page) -> dict[str, str]:
    page.checking.now()
    settle(page)
    return dict(page.workbook.texts())


def test_each_field_changes_its_own_lines_alone(open_page, large):
    """A title, a number, a new key, seats, a list of words, a text, an option: the lines concerned and no other."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    before = now(page)
    write(view, "title", "钱还没到")
    after = now(page)
    assert changed(before, after) == (["  title: 房修好了，钱没到"], ["  title: 钱还没到"])
    write(view, "escalate.after", "28")
    later = now(page)
    assert changed(after, later) == (["    after: 21"], ["    after: 28"])
    write(view, "reply_within", "20")
    after = now(page)
    assert changed(later, after) == ([], ["  reply_within: 20"])
    write(view, "reply_within", "")
    assert now(page) == later
    chip = next(c for c in row(view, "to").chips() if c.property("seat") == "hq-director")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    after = now(page)
    assert changed(later, after) == (
        ["  to: [secretary, qingshan-commander]"], ["  to: [secretary, qingshan-commander, hq-director]"]
    )  # fmt: skip
    pick(view, "form", "call")
    later = now(page)
    assert changed(after, later) == (["  form: petition"], ["  form: call"])
    old = row(view, "text").field.value
    write(view, "text", old.replace("工钱", "工资"))
    gone, come = changed(later, now(page))
    assert [line.replace("工钱", "工资") for line in gone] == come
    assert len(come) == 1


@pytest.mark.ci
def test_what_starts_an_inject_is_changed_as_one_step(open_page, large):
    """The old start goes as the new one comes, the fields follow, and one undo takes it back."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    before = now(page)
    pick(view, "trigger", "after")
    gone, come = changed(before, now(page))
    assert gone == ["  trigger: {at: 21}"]
    assert come == ["  trigger: {after: taps-dry}"]
    assert isinstance(row(view, "trigger.after").input, QComboBox)
    write(view, "trigger.delay", "7")
    assert changed(before, now(page))[1] == ["  trigger: {after: taps-dry, delay: 7}"]
    pick(view, "trigger", "when")
    assert changed(before, now(page))[1] == ["  trigger: {when: day >= 7}"]
    for _ in range(3):
        page.workbook.undo("injects/03-assault-one.yaml")
    assert now(page) == before


@pytest.mark.ci
def test_options_are_added_changed_and_taken_away(open_page, large):
    """A new option comes behind the last; taking it away leaves the text as it was."""
    page = open_page(large)
    view = shown(page, "tap-video")
    before = now(page)
    view.add_item("options")
    after = now(page)
    gone, come = changed(before, after)
    assert gone == []
    assert come[0] == "    - id: option-1"
    left = [f.params["value"] for f in page.checking.now().checked.findings if f.code == "TH590"]
    assert left == [placeholder("here", "zh")] * 2, "both texts wait for the author, and the check says so"
    write(view, "options[option-1].credit", "300")
    assert changed(after, now(page)) == (["      credit: 500"], ["      credit: 300"])
    card = next(card for card, path in view._paths.items() if path.endswith("options[option-1]"))
    view.take_away(card)
    assert now(page) == before
    pick(view, "options[go-there].then", "taps-dry")
    assert changed(before, now(page)) == ([], ["      then: taps-dry"])


def test_an_inject_is_copied_and_deleted(open_page, large):
    """The copy is shown at once under an id of its own; deleting it leaves the text as it was."""
    page = open_page(large)
    view = shown(page, "tap-video")
    before = now(page)
    view.copy_inject()
    now(page)
    assert view.inject == "tap-video-2"
    assert view.list.currentItem().data(Qt.ItemDataRole.UserRole) == "inject:tap-video-2"
    view.remove_inject()
    assert now(page) == before
    assert view.inject != "tap-video-2"


def test_a_new_inject_is_begun_and_shown(open_page, small):
    """The beginning that is written is the one shown, ready to be filled in."""
    page = open_page(small)
    view = shown(page, page.views["form"].inject)
    count = view.list.count()
    view.add_inject()
    now(page)
    assert view.list.count() == count + 1
    assert view.inject == "inject"
    assert row(view, "trigger").field.value == "at"
    days = page.checking.draft.checked.scenario.turn.days
    assert row(view, "trigger.at").field.value % days == 0
    assert row(view, "trigger.at").note.text().startswith(f"第{row(view, 'trigger.at').field.value // days + 1}回合")


def test_a_day_says_which_turn_receives_it(open_page, large):
    """Both days where it lies within a turn, else the turn; of a chain the earliest; too late, that nobody does."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    for day, words in (
        ("21", "第4回合收到（第21天）"),
        ("17", "第17天；第4回合收到（第21天）"),
        ("0", "第1回合一开始就收到"),
        ("97", "收不到：推演到第98天就结束，最后一回合从第91天开始"),
    ):
        write(view, "trigger.at", day)
        now(page)
        assert row(view, "trigger.at").note.text() == words
    pick(view, "trigger", "after")
    now(page)
    write(view, "trigger.delay", "3")
    now(page)
    first = next(bar.start for bar in plan(draft_tree(page.workbook.texts())).bars if bar.id == "subsidy-unpaid")
    assert row(view, "trigger.delay").note.text() == f"最早第{first // 7 + 1}回合收到（第{first}天）"
    pick(view, "trigger", "by_hand")
    now(page)
    assert not any(one.note.isVisible() for one in view.rows.values())


def test_what_the_form_has_no_field_for_leads_to_the_text(open_page, large):
    """The problem of an inject is shown as being in the text, with the way there."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    made = row(view, "problem")
    assert made.field.kind == "elsewhere"
    assert isinstance(made.input, QPushButton)
    made.input.click()
    assert page.stack.currentWidget() is page.text
    assert page.text.area.textCursor().block().text().strip() == "problem:"


def test_findings_stand_beside_their_field(open_page, large):
    """A seat that is not there and a number out of range are said at their fields; a good value takes the word away."""
    page = open_page(large)
    view = shown(page, "tap-video")
    write(view, "options[go-there].credit", "5000")
    now(page)
    made = row(view, "options[go-there].credit")
    assert made.findings.isVisible()
    assert "1000" in made.findings.text()
    assert not row(view, "title").findings.isVisible()
    write(view, "options[go-there].credit", "900")
    now(page)
    assert not made.findings.isVisible()


@pytest.mark.ci
def test_words_being_typed_are_not_taken_away_by_a_check(open_page, large, qtbot):
    """A check that ends while a field is half written leaves the words in it."""
    page = open_page(large)
    view = shown(page, "tap-video")
    bring_in_front(page)
    field = row(view, "sender").input
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("写到一半")
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# x\n")])
    now(page)
    assert row(view, "sender").input.text() == "写到一半"


@pytest.mark.ci
def test_words_that_yaml_would_read_otherwise_are_quoted(open_page, large):
    """A colon, a number, a leading sign typed into a title come out of the text as the same words."""
    page = open_page(large)
    view = shown(page, "tap-video")
    for words in ("甲: 乙", "12", "- 一", "#号", "“引”：‘号’", "{village}的", 'a"b'):
        write(view, "title", words)
        now(page)
        assert view.rows["title"].field.value == words


def test_a_file_of_chinese_keys_stays_chinese(open_page, small, qtbot, theme, icons):
    """New keys and words of lists are written in the language of the file."""
    page = open_page(small)
    book = page.workbook
    before = dict(book.texts())
    assert book.apply(differences(before, {**before, **turn(before, "zh").bundle}))
    text = now(page)
    ident = draft_tree(text).root.plain()["injects"][0]["id"]
    view = shown(page, ident)
    pick(view, "form", "news")
    write(view, "trap", "急着回答")
    _, come = changed(text, now(page))
    assert any("新闻" in line or "媒体" in line or "报道" in line for line in come), come
    assert all(line.isascii() is False for line in come)
    assert check(dict(book.texts())).errors == ()


def test_a_broken_text_is_not_edited_from_the_form(open_page, large):
    """While the text cannot be read the form shows what it last read, takes nothing and leads to what is wrong."""
    page = open_page(large)
    view = shown(page, "tap-video")
    assert not view.mend.isVisible()
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    row(view, "title").input.setText("还没查完时写的")
    row(view, "title").input.editingFinished.emit()
    text = now(page)
    assert "还没查完时写的" not in "".join(text.values())
    assert view.stale
    assert not row(view, "title").input.isEnabled()
    view.mend.click()
    assert page.stack.currentWidget() is page.text
    assert page.text.place()[0] == "scenario.yaml"
    page.workbook.undo("scenario.yaml")
    shown(page, "tap-video")
    assert row(view, "title").input.isEnabled()
    assert not view.mend.isVisible()


def test_a_scenario_without_anything_has_its_own_form(qtbot, theme, icons):
    """Title and seats can be written where there is nothing yet; of injects there is nothing to copy or to delete."""
    bundle = {"scenario.yaml": "format: 1\n"}
    view = FormView(theme, icons)
    qtbot.addWidget(view)
    asked = []
    view.edit_asked.connect(asked.append)
    view.show_draft(Draft(bundle, check(bundle), 1))
    assert [view.list.item(n).text() for n in range(view.list.count())] == ["这场推演"]
    assert not view.copy.isEnabled()
    assert not view.remove.isEnabled()
    write(view, "title", "第一课")
    assert [fix.text for fix in asked[0]] == ["\ntitle: 第一课"]


def test_every_inject_of_a_scenario_has_a_form(large):
    """No shipped inject breaks the form, and each of its keys has a field or a way to the text."""
    from game.scenario.files import read_path

    tree = draft_tree(read_path(large).bundle)
    for inject in tree.root.plain()["injects"]:
        found = sections(tree, inject["id"])
        paths = [field.path for section in found for field in section.fields]
        assert len(paths) == len(set(paths))
        for key in inject:
            assert key == "id" or any(path.split(".")[1].split("[")[0] == key for path in paths), key


def test_another_inject_takes_over_the_fields_of_the_last(open_page, large):
    """What looks the same is not made anew, yet writes into the inject that is shown, never into the one before."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    title = row(view, "title")
    before = now(page)
    view.choose("tap-video")
    assert row(view, "title") is title
    assert title.input.text() == "十五秒的空龙头"
    write(view, "title", "空龙头")
    assert changed(before, now(page)) == (["  title: 十五秒的空龙头"], ["  title: 空龙头"])
    assert not any(key.startswith("expect[lead]") for key in view.rows)


# Places and commands by name


def test_places_and_commands_are_chosen_by_name(open_page, large):
    """Nobody has to know an id: townships and villages of the exercise and all commands have their names."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    township = row(view, "place.township").input
    assert township.currentText() == "青杉乡"
    towns = [township.itemText(n) for n in range(township.count())]
    assert towns[0] == "（不写）"
    assert "云岭镇" in towns
    assert not any(word.isascii() for word in towns)
    villages = row(view, "place.village").input
    assert villages.count() > 60
    assert any(villages.itemText(n).startswith("青杉乡 ") for n in range(villages.count()))
    expected = next(field for key, field in view.rows.items() if key.startswith("expect[") and key.endswith(".command"))
    assert not expected.input.currentText().isascii()
    offered = {expected.input.itemData(n) for n in range(expected.input.count())}
    assert {"issue_order", "offer_contract"} <= offered
    assert offered.isdisjoint({"fire_inject", "advance", "adjust"})


def test_a_place_is_found_by_part_of_its_name(open_page, large):
    """What is typed finds the village and its id is written; a place that is not to be written goes again."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    field = row(view, "place.village").input
    name = next(field.itemText(n) for n in range(field.count()) if field.itemText(n).startswith("云岭镇"))
    ident = field.itemData(field.findText(name))
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(name.split()[1])
    field.lineEdit().editingFinished.emit()
    after = now(page)
    place = "township: qingshan, pick: worst, by: water"
    assert changed(before, after) == ([f"  place: {{{place}}}"], [f"  place: {{{place}, village: {ident}}}"])
    assert row(view, "place.village").input.currentText() == name
    pick(view, "place.township", "")
    assert changed(before, now(page))[1] == [f"  place: {{pick: worst, by: water, village: {ident}}}"]


def test_a_place_that_is_not_there_stays_in_sight(open_page, large):
    """An id the county does not have is shown as it is written, with what the checker says of it."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "qingsan")])
    view = shown(page, "taps-dry")
    assert row(view, "place.township").input.currentText() == "qingsan"
    assert "qingsan" in row(view, "place.township").findings.text()


def test_what_somebody_looks_for_is_left_alone(open_page, large):
    """A check in the midst of typing does not put the old name back."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    bring_in_front(page)
    field = row(view, "place.village").input
    field.setFocus()
    settle(page)
    assert field.hasFocus()
    field.lineEdit().selectAll()
    QTest.keyClicks(field.lineEdit(), "zz")
    page.workbook.apply([Fix("injects/01-muster.yaml", 1, 1, 1, 1, "# 注\n")])
    page.checking.now()
    settle(page)
    assert field.lineEdit().text() == "zz"
    field.lineEdit().clear()


def typed(page, view: FormView, end: str, words: str) -> None:
    """Type into a list that is searched, and leave it."""
    field = row(view, end).input
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(words)
    field.lineEdit().editingFinished.emit()
    settle(page)


def test_only_what_is_meant_is_written(open_page, large):
    """Part of many names, nothing at all and a look round write nothing; an id is as good as a name."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    village, township = row(view, "place.village").input, row(view, "place.township").input
    typed(page, view, "place.village", "村")
    assert village.currentText() == "（不写）"
    typed(page, view, "place.township", "青杉乡")
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(township, turned)
    assert township.currentText() == "青杉乡"
    assert now(page) == before
    typed(page, view, "place.township", "yunling")
    assert changed(before, now(page))[1] == ["  place: {township: yunling, pick: worst, by: water}"]
    assert township.currentText() == "云岭镇"
    typed(page, view, "place.township", "")
    assert changed(before, now(page))[1] == ["  place: {pick: worst, by: water}"]


def test_a_name_in_place_of_an_id_is_not_mended_in_passing(open_page, large):
    """Whoever goes through the fields by Tab changes nothing; the finding stands beside the field."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "青杉乡")])
    view = shown(page, "taps-dry")
    before = now(page)
    row(view, "place.township").input.lineEdit().editingFinished.emit()
    assert now(page) == before


def test_a_choice_that_is_refused_goes_back(open_page, large):
    """Of a text that cannot be read nothing is changed, and the field does not say otherwise."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "[\n")])
    before = now(page)
    row(view, "place.township").input.setFocus()
    pick(view, "place.township", "yunling")
    assert now(page) == before
    assert row(view, "place.township").input.currentText() == "青杉乡"


def test_nothing_is_chosen_where_nothing_starts(open_page, large):
    """The blank line among the ways to start is no way to start."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    field = row(view, "trigger").field
    page.workbook.apply([Fix(*field.place[:2], 1, field.last + 1, 1, "")])
    now(page)
    before = page.workbook.texts()
    combo = row(view, "trigger").input
    assert combo.currentText() == "（不写）"
    combo.activated.emit(0)
    assert now(page) == before


def test_without_a_county_ids_are_written_by_hand(open_page, large):
    """Places of a county that the draft no longer names are not offered."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    text = page.workbook.texts()["scenario.yaml"].split("\n")
    line = next(n for n, words in enumerate(text, 1) if words.strip().startswith("name: ") and "county" in text[n - 2])
    page.workbook.apply([Fix("scenario.yaml", line, 1, line, len(text[line - 1]) + 1, "  name: nowhere")])
    now(page)
    assert type(row(view, "place.village").input) is QLineEdit
    assert row(view, "place.township").input.text() == "qingshan"


# The exercise and its seats


def test_the_exercise_has_a_form(open_page, large):
    """Title, authors, turns, objectives and questions are written without a line of YAML, each on its own lines."""
    page = open_page(large)
    view = shown(page, "")
    view.show_subject("whole")
    before = now(page)
    assert row(view, "title").input.text() == "百日攻坚"
    assert row(view, "level").input.currentText() == "标准"
    assert row(view, "authors").input.text() == "县域治理教研组"
    write(view, "title", "百日攻坚（秋季班）")
    write(view, "authors", "王老师、李老师")
    write(view, "turn.count", "12")
    write(view, "objectives[loop].text", "走完闭环")
    gone, come = changed(before, now(page))
    assert come == [
        "title: 百日攻坚（秋季班）", "authors: [王老师, 李老师]", "  - {id: loop, text: 走完闭环}",
        "turn: {days: 7, count: 12, minutes: 6}",
    ]  # fmt: skip
    assert len(gone) == len(come)
    questions = row(view, "debrief").input
    old = questions.toPlainText().split("\n")
    write(view, "debrief", "\n".join([*old, "最后一问？"]))
    assert changed(before, now(page))[1][4:] == ["  - 最后一问？"]
    assert "rubric" in view.rows
    assert view.inject == ""


def test_a_seat_has_a_form(open_page, large):
    """Its name, what it answers for and what it alone knows; a brief in a file of its own is written there."""
    page = open_page(large)
    view = shown(page, "")
    view.show_subject("seat:secretary")
    before = now(page)
    assert row(view, "post").input.currentText() == "县委书记"
    assert row(view, "scope").input.currentText() == "全县"
    brief = row(view, "brief").input.toPlainText()
    assert brief == before["briefs/secretary.md"].rstrip("\n")
    write(view, "brief", brief + "\n\n先去看一口井。")
    assert changed(before, now(page)) == ([], ["先去看一口井。", ""])
    write(view, "name", "县委书记 王立")
    facts = row(view, "facts").input.toPlainText().split("\n")
    write(view, "facts", "\n".join([*facts, "还有一件。"]))
    gone, come = changed(before, now(page))
    assert gone == ["  name: 县委书记 韩立诚"]
    assert come == ["先去看一口井。", "", "  name: 县委书记 王立", "    - 还有一件。"]
    goal = next(key for key in view.rows if key.startswith("goals[") and key.endswith(".text"))
    write(view, goal, "摩擦降下来")
    assert any("摩擦降下来" in line for line in changed(before, now(page))[1])


def test_seats_answer_for_places_by_name(open_page, large):
    """Townships, bureaus, squads and partners are chosen by their names, whatever the id looks like."""
    page = open_page(large)
    view = shown(page, "")
    said = {}
    for seat in ("qingshan-commander", "water-chief", "squad-leader", "partner", "north-commander"):
        view.show_subject(f"seat:{seat}")
        said[seat] = row(view, "scope").input.currentText()
    assert said["qingshan-commander"] == "青杉乡"
    assert said["water-chief"] == "水利局"
    assert not any(word.isascii() for word in said.values()), said


def test_the_form_of_the_exercise_of_chinese_keys(open_page, data_folder):
    """A file of Chinese keys stays one."""
    path = data_folder / "scenarios" / "zh"
    path.mkdir(parents=True)
    source = (scenario_dir("first-order") / MAIN).read_text(encoding="utf-8")
    (path / MAIN).write_text(turn({MAIN: source}, "zh").bundle[MAIN], encoding="utf-8")
    page = open_page(path)
    view = shown(page, "")
    view.show_subject("whole")
    before = now(page)
    write(view, "title", "新题")
    pick(view, "level", "advanced")
    assert changed(before, now(page))[1] == ["标题: 新题", "难度: 进阶"]
    page.project.discard()


# Text and form go together


def test_the_form_opens_where_the_cursor_is(open_page, large):
    """The inject or the seat in the text is the one shown; who then looks at another keeps that one."""
    page = open_page(large)
    place = next(n for n, t in enumerate(page.workbook.texts()["seats.yaml"].split("\n"), 1) if "id: water-chief" in t)
    page.show_place("seats.yaml", place + 1, 1)
    view = shown(page, "")
    assert view.key == "seat:water-chief"
    page.show_place("briefs/partner.md", 1, 1)
    page.show_view("form")
    assert view.key == "seat:partner"
    view.choose("tap-video")
    page.show_view("timeline")
    page.show_view("form")
    assert view.inject == "tap-video"


def test_the_outline_leads_within_the_form(open_page, large):
    """With the form in front an inject of the outline is shown there; what has no form is shown in the text."""
    page = open_page(large)
    view = shown(page, "tap-video")
    name = "injects/03-assault-one.yaml"
    lines = page.workbook.texts()[name].split("\n")
    page.outline.place_asked.emit(name, 1 + lines.index("- id: subsidy-unpaid"), 1)
    assert page.stack.currentWidget() is view
    assert view.inject == "subsidy-unpaid"
    page.outline.place_asked.emit("scenario.yaml", 1, 1)
    assert page.stack.currentWidget() is page.text


def test_what_the_catalogue_adds_is_shown_in_the_form(open_page, large):
    """Whoever adds an inject from the form goes on in the form, with the new one before them."""
    page = open_page(large)
    view = shown(page, "tap-video")
    assert page.adding.add_blank()
    settle(page)
    assert page.stack.currentWidget() is view
    assert view.inject == "new-inject"
    page.undoing.back()
    assert "new-inject" not in "".join(now(page).values())


def test_a_form_that_was_not_open_shows_the_last_text_that_could_be_read(open_page, large):
    """What came into the text while another view was in front is there, though the text is broken since."""
    page = open_page(large)
    shown(page, "tap-video")
    page.show_view("")
    text = page.workbook.texts()["injects/01-muster.yaml"]
    page.workbook.apply([Fix("injects/01-muster.yaml", 1, 1, 1, 1, "- id: late-news\n  title: 新来的\n\n")])
    now(page)
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    now(page)
    page.show_view("form")
    view = page.views["form"]
    assert view.stale
    assert "新来的" in [view.list.item(n).text() for n in range(view.list.count())]
    assert text in page.workbook.texts()["injects/01-muster.yaml"]


def test_what_is_missing_is_told_at_its_field(open_page, large):
    """Options without a deadline: the finding stands at the deadline, which is not written yet, and in red."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    assert "reply_within" not in page.workbook.texts()["injects/03-assault-one.yaml"].split("- id: ")[1]
    view.add_item("options")
    view.add_item("options")
    now(page)
    deadline = row(view, "reply_within")
    assert "答复" in deadline.findings.text()
    assert deadline.findings.property("role") == "overdue"
    assert deadline.findings.text() not in view.top.text()


def test_numbers_say_what_they_count(open_page, large):
    """Days, points and money have their unit behind them, so that nobody has to guess or to look into the text."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    view.add_item("options")
    now(page)
    units = {
        key.rpartition(".")[2]: one.field.unit for key, one in view.rows.items() if one.field.kind in ("number", "day")
    }
    assert units["reply_within"] == "天"
    assert units["cost_money"] == "万元"
    assert "1000" in units["credit"]
    assert units["at"]
    words = [part.text() for part in row(view, "reply_within").findChildren(QLabel) if part.isVisibleTo(view)]
    assert "天" in words


def test_a_form_names_its_fields_and_no_keys():
    """A file of English keys is edited in a form of Chinese names: what is wrong is said by these."""
    finding = Finding("TH520", "warning", "scenario.yaml", 1, 1, 2)
    assert "village" in message(finding)
    assert in_the_form(finding).startswith("已经写了 村庄")
