"""The exercise and its seats as forms; form, outline and text follow each other."""

from __future__ import annotations

from forms import MAIN, changed, now, pick, row, shown, write
from PySide6.QtWidgets import QLabel
from uihelp import settle

from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.findings import Finding, Fix
from game.scenario.render import message
from game.ui.editor.words import in_the_form

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
