"""Into the editor and out: from the home page, by a copy, by a template, through a try and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from game.authoring.draft_tree import draft_tree
from game.authoring.new import TEMPLATES
from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.findings import Fix
from game.session.library import load_scenario
from game.ui.briefing import BriefingPage
from game.ui.editor.door import TRIES
from game.ui.editor.new_dialog import NewScenarioDialog
from game.ui.editor.page import EditorPage
from game.ui.editor.store import Beginning, good_name, make, name_for
from game.ui.main_window import MainWindow
from game.ui.shell import Shell
from game.ui.starting import offer, offers


def page_of(shell: Shell) -> EditorPage:
    page = shell.page
    assert isinstance(page, EditorPage)
    return page


def test_a_shipped_scenario_is_edited_as_a_copy(shell, data_folder):
    """The button of the home page copies the scenario to the user's folder; what came with the program stays as it is."""
    source = scenario_dir("first-order") / "scenario.yaml"
    before = source.read_bytes()
    shell.home.list.select("first-order")
    assert "副本" in shell.home.detail.edit.text()
    shell.home.detail.edit.click()
    page = page_of(shell)
    assert page.project.path == data_folder / "scenarios" / "first-order"
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 我的\n")])
    assert page.keeping.save()
    assert source.read_bytes() == before
    assert (page.project.path / "scenario.yaml").read_text(encoding="utf-8").startswith("# 我的")
    page.back.click()
    assert shell.page is shell.home
    shell.edit("first-order")
    assert page_of(shell).workbook.texts()["scenario.yaml"].startswith("# 我的")


def test_own_scenarios_stand_in_the_list_and_can_be_played_and_edited(shell, small):
    """A scenario of the user's own is offered beside the shipped ones, is edited where it lies, and is told apart."""
    assert str(small) in offers()
    shell.home.load(at_once=True)
    shell.home.list.select(str(small))
    assert shell.home.detail.edit.text() == "编辑这个场景"
    shell.home.detail.edit.click()
    assert page_of(shell).project.path == small


def test_the_home_page_stays_on_the_scenario_one_was_at(qtbot, shell, small):
    """Who comes back from the editor, with a new scenario or an old one, finds his own chosen; new colours keep it."""
    from dataclasses import replace

    shell.home.list.select("first-order")
    shell.edit(str(small))
    page_of(shell).back.click()
    qtbot.waitUntil(lambda: shell.home.loaded, timeout=5_000)
    assert shell.home.list.selected().name == str(small)
    shell._door().new(Beginning("我们的", "ours", None, "zh"))
    mine = str(page_of(shell).project.path)
    page_of(shell).back.click()
    qtbot.waitUntil(lambda: shell.home.loaded, timeout=5_000)
    assert shell.home.list.selected().name == mine
    shell.take_settings(replace(shell.settings, theme="dark"))
    qtbot.waitUntil(lambda: shell.home.loaded, timeout=5_000)
    assert shell.home.list.selected().name == mine


def test_a_broken_scenario_can_be_edited(shell, small):
    """A scenario that cannot be played is still opened, so that it can be mended."""
    (small / "scenario.yaml").write_text("format: 1\ntitle：坏\n", encoding="utf-8")
    shell.home.load(at_once=True)
    shell.home.list.select(str(small))
    assert not shell.home.detail.begin.isVisibleTo(shell)
    assert shell.home.detail.edit.isVisibleTo(shell)
    shell.home.detail.edit.click()
    assert page_of(shell).text.area.toPlainText().startswith("format: 1")


def asked(shell: Shell) -> NewScenarioDialog:
    shell.home.findChild(QPushButton, "home.new").click()
    (dialog,) = [one for one in shell.findChildren(NewScenarioDialog) if one.isVisible()]
    return dialog


def pick(dialog: NewScenarioDialog, words: str) -> None:
    dialog.list.setCurrentItem(dialog.list.findItems(words, Qt.MatchFlag.MatchContains)[0])


def test_a_new_scenario_asks_for_its_title_alone(shell, data_folder):
    """The title is written as people write it; folder and id are found for it, and nothing is left to be saved."""
    dialog = asked(shell)
    assert dialog.focusWidget() is dialog.title
    assert not dialog.name.isVisibleTo(dialog)
    dialog.title.selectAll()
    dialog.title.insert("云岭镇饮水攻坚")
    dialog.title.textEdited.emit(dialog.title.text())
    pick(dialog, "三席桌面")
    dialog.make.click()
    page = page_of(shell)
    path = page.project.path
    assert path.parent == data_folder / "scenarios"
    assert good_name(path.name)
    assert not page.workbook.dirty
    assert page.project.title == "云岭镇饮水攻坚"
    checked = load_scenario(path)
    assert {finding.code for finding in checked.findings} <= {"TH590"}
    assert (checked.scenario.title, checked.scenario.id) == ("云岭镇饮水攻坚", path.name)


@pytest.mark.parametrize(
    "title",
    [
        '他说："水，通了"',
        "秋季: 练习",
        "- 一、二",
        "# 练习",
        "2024",
        "是",
        "it's {所} [谓] & *x",
        "练习🙂　",
        " 前\n后 ",
    ],
)
def test_any_title_can_be_written(shell, title):
    """What YAML would trip over is quoted; blanks around it and breaks in it go."""
    dialog = asked(shell)
    dialog.title.setText(title)
    dialog.make.click()
    wanted = " ".join(title.split())
    assert load_scenario(page_of(shell).project.path).scenario.title == wanted
    assert page_of(shell).project.title == wanted
    assert {one.code for one in load_scenario(page_of(shell).project.path).findings} <= {"TH590"}


def test_a_title_or_an_id_that_will_not_do_is_told(shell, data_folder):
    """Empty, blank, too long; an id that is none or taken: each is refused with a word, and the rest is free."""
    make(None, "ours")
    dialog = asked(shell)
    for title, word in (("", "先写"), (" \t　", "先写"), ("长" * 61, "60")):
        dialog.title.setText(title)
        assert not dialog.make.isEnabled()
        assert word in dialog.fault.text()
    dialog.title.setText("长" * 60)
    assert dialog.make.isEnabled()
    assert dialog.fault.text() == ""
    dialog.more.click()
    assert dialog.name.isVisibleTo(dialog)
    for name, word in (("坏 名字", "小写字母"), ("", "小写字母"), ("../x", "小写字母"), ("ours", "已经有")):
        dialog.name.setText(name)
        assert not dialog.make.isEnabled()
        assert word in dialog.fault.text()
    dialog.name.setText("theirs")
    dialog.name.textEdited.emit("theirs")
    dialog.title.setText("再想想")
    assert dialog.name.text() == "theirs", "an id written by hand stays"
    dialog.make.click()
    assert page_of(shell).project.path == data_folder / "scenarios" / "theirs"


def test_an_id_is_found_for_a_title(data_folder):
    """Latin titles give it themselves; others one of the day; none that is taken."""
    day = date(2025, 9, 1)
    assert name_for("Autumn Works 2", day) == "autumn-works-2"
    assert name_for("云岭饮水", day) == "scenario-20250901"
    assert name_for("2024", day) == "scenario-20250901"
    make(None, "scenario-20250901")
    assert name_for("T县饮水", day) == "scenario-20250901-2"
    assert good_name(name_for("x " * 60, day))
    make(None, name_for("a" * 48, day))
    assert good_name(name_for("a" * 48, day)), "there is room for a number behind it"


def test_what_the_list_offers_is_what_opens(shell):
    """A beginning is called in the list as its text is entitled; a title of the user's own is kept."""
    dialog = asked(shell)
    titles = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        titles[dialog.list.item(row).text()] = dialog.title.text()
    named = {said.split("：")[0]: title for said, title in titles.items() if "“" not in said}
    assert named.pop("空白") == "未命名的场景"
    assert set(named) == {template.zh for template in TEMPLATES}
    assert all(said == title for said, title in named.items())
    assert titles["照着“百日攻坚”"] == "百日攻坚（副本）"
    dialog.title.setText("我的")
    dialog.title.textEdited.emit("我的")
    dialog.list.setCurrentRow(0)
    assert dialog.title.text() == "我的"
    dialog.close()


@pytest.mark.parametrize("words", ["空白", "一页起步", "三席桌面", "分阶段战役", "照着“百日攻坚”"])
def test_a_new_scenario_in_chinese_keys(shell, words):
    """The box is ticked in a Chinese window; what is made has no English key and says the same as without it."""
    dialog = asked(shell)
    assert dialog.chinese.isChecked()
    pick(dialog, words)
    dialog.make.click()
    texts = page_of(shell).workbook.texts()
    assert set(draft_tree(texts).keys.values()) == {"zh"}
    assert turn(texts, "zh").bundle == {}
    chinese = load_scenario(page_of(shell).project.path)
    assert not [one for one in chinese.findings if one.severity != "advice"]
    dialog = asked(shell)
    dialog.chinese.setChecked(False)
    pick(dialog, words)
    dialog.make.click()
    english = load_scenario(page_of(shell).project.path)
    assert turn(page_of(shell).workbook.texts(), "en").bundle == {}
    assert english.scenario.model_copy(update={"id": chinese.scenario.id}) == chinese.scenario


def test_an_english_window_writes_english_keys(qtbot, looked, icons):
    """Whoever reads English is given the keys of the documentation."""
    dialog = NewScenarioDialog(looked("en", 100), icons)
    qtbot.addWidget(dialog)
    assert not dialog.chinese.isChecked()


def test_trying_plays_the_draft_and_comes_back(shell, small, tmp_path):
    """What is in the window is played, saved or not; going home leads back to the text as it was left."""
    shell.edit(str(small))
    page = page_of(shell)
    title = page.workbook.texts()["scenario.yaml"].split("\n")[3]
    assert page.workbook.apply([Fix("scenario.yaml", 4, 1, 4, len(title) + 1, "title: 试一试")])
    page.try_button.click()
    briefing = shell.page
    assert isinstance(briefing, BriefingPage)
    assert shell.bridge.view.scenario_title == "试一试"
    briefing.begin.click()
    window = shell.page
    assert isinstance(window, MainWindow)
    shell.show_home()
    assert shell.page is page
    assert page.workbook.dirty
    assert shell.settings.recent == ()
    page.try_button.click()
    shell.show_home()
    assert shell.page is page
    assert len(list((tmp_path / "sessions" / TRIES).glob("*.tonghe"))) == 1
    page.project.save()
    page.back.click()
    assert shell.page is shell.home


def test_a_tried_draft_says_where_its_way_out_leads(shell, small):
    """Briefing, rail, palette and review lead back to the editor and say so; in an exercise of one's own it is home."""

    def said() -> set[str]:
        briefing = shell.page
        words = {briefing.findChild(QPushButton, "briefing.home").text()}
        briefing.begin.click()
        window = shell.page
        rail = window.findChild(QPushButton, "nav.home")
        words |= {rail.accessibleName(), rail.text() or rail.toolTip().split("\n")[0]}
        window._on_search()
        window.palette_box.field.setText("回")
        items = (window.palette_box.list.item(n).text() for n in range(window.palette_box.list.count()))
        words |= {item.split()[0] for item in items if "主页" in item or "编辑器" in item}
        window.palette_box.put_away()
        window.asked.emit("review")
        words.add(shell.page.findChild(QPushButton, "review.home").toolTip())
        return words

    shell.edit(str(small))
    page_of(shell).try_button.click()
    assert said() == {"回编辑器"}
    shell.page.findChild(QPushButton, "review.home").click()
    page = page_of(shell)
    page.project.save()
    page.back.click()
    chosen = offer(str(small))
    shell.begin(chosen, chosen.scenario.default_seat or chosen.scenario.seats[0].id, 1)
    assert said() == {"回主页"}


def test_a_draft_with_errors_is_not_tried(shell, small):
    """The first error is shown instead, and nothing begins."""
    shell.edit(str(small))
    page = page_of(shell)
    row = page.workbook.texts()["scenario.yaml"].split("\n").index("    to: [commander, water-chief]") + 1
    page.workbook.apply([Fix("scenario.yaml", row, 10, row, 19, "nobody-here")])
    page.try_button.click()
    assert shell.page is page
    assert page.text.place()[1] == row
    assert "先改掉错误" in page.state.text()
    page.project.discard()


def test_the_window_does_not_close_over_unsaved_work(qtbot, shell, small, answers):
    """Closing asks; staying keeps the window, leaving the work lets it go and keeps a version."""
    shell.edit(str(small))
    page = page_of(shell)
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    assert not shell.close()
    assert answers.asked == ["有没保存的改动"]
    assert shell.isVisible()
    answers.choice = "drop"
    shell.close()
    qtbot.waitUntil(lambda: not shell.isVisible(), timeout=2_000)
    assert not (small / "scenario.yaml").read_text(encoding="utf-8").startswith("# 一")


def test_new_colours_rebuild_the_page_and_keep_the_work(qapp, shell, small):
    """Another theme and size make the page anew: text, undo and place are still there."""
    from dataclasses import replace

    shell.edit(str(small))
    page = page_of(shell)
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    page.show_place("scenario.yaml", 20, 3)
    shell.take_settings(replace(shell.settings, theme="dark", scale=125))
    again = page_of(shell)
    assert again is not page
    assert again.text.place() == ("scenario.yaml", 20, 3)
    assert again.workbook.texts()["scenario.yaml"].startswith("# 一")
    again.workbook.undo("scenario.yaml")
    assert not again.workbook.dirty


def test_f1_speaks_of_the_editor(shell, small):
    """The help opens on the editor's page."""
    from game.ui.help import HelpDialog

    shell.edit(str(small))
    page_of(shell).help_button.click()
    (dialog,) = shell.findChildren(HelpDialog)
    assert dialog.topic == "editor"
    dialog.close()


def test_a_full_disk_is_told_when_a_copy_cannot_be_made(shell, answers, monkeypatch):
    """Without room for a copy the home page stays and says why."""
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "磁盘已满")))
    shell.edit("first-order")
    assert shell.page is shell.home
    assert "磁盘已满" in answers.said[-1][1]


def test_a_one_file_scenario_is_copied_and_edited(shell, tmp_path, data_folder):
    """A single file from anywhere becomes a folder of the user's own."""
    source = tmp_path / "lone.yaml"
    source.write_text((scenario_dir("first-order") / "scenario.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    shell.edit(str(source))
    assert page_of(shell).workbook.names == ("scenario.yaml",)
    assert page_of(shell).project.path == data_folder / "scenarios" / "lone"


def test_a_file_in_the_users_folder_is_edited_as_one_file(shell, data_folder):
    """A single file that lies among the user's scenarios is edited and saved as that file."""
    make(None, "x")
    lone = data_folder / "scenarios" / "lone.yaml"
    lone.write_text((scenario_dir("first-order") / "scenario.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    shell.edit(str(lone))
    page = page_of(shell)
    assert page.workbook.names == ("lone.yaml",)
    assert page.text.findings.rows() == ()
    page.workbook.apply([Fix("lone.yaml", 1, 1, 1, 1, "# 一\n")])
    assert page.keeping.save()
    assert lone.read_text(encoding="utf-8").startswith("# 一")


def test_keys_of_the_page(qtbot, shell, small):
    """Saving, searching, the next part: each by its key from the text."""
    from PySide6.QtTest import QTest

    shell.hide()
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    shell.show()  # keys reach only a window that can be active
    shell.activateWindow()
    shell.edit(str(small))
    page = page_of(shell)
    page.text.area.setFocus()
    qtbot.waitUntil(page.text.area.hasFocus, timeout=2_000)
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    QTest.keyClick(page.text.area, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.workbook.dirty
    QTest.keyClick(page.text.area, Qt.Key.Key_F6)
    assert page.text.findings.list.hasFocus()
    QTest.keyClick(page.text.findings.list, Qt.Key.Key_F6)
    assert page.outline.hasFocus()
    QTest.keyClick(page.outline, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.text.find_bar.isVisible()
    QTest.keyClick(page.text.find_bar.sought, Qt.Key.Key_Escape)
    assert not page.text.find_bar.isVisible()
    assert page.text.area.hasFocus()
