"""Help: a page a screen, words explained where they stand, and a sheet of all keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from uihelp import assert_named, settle

import game.ui
from game.ui import glossary, help_keys
from game.ui.editor.registry import view_classes
from game.ui.help import HelpDialog
from game.ui.help_topics import TERMS, topics
from game.ui.i18n import texts
from game.ui.main_window import MainWindow
from game.ui.models import Column
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets import MarkdownView, RecordTable
from game.ui.window.registry import DESKS

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def shell(qtbot, qapp, theme, tmp_path) -> Shell:
    made = Shell(qapp, theme, Settings(theme="light"), tmp_path / "settings.toml", tmp_path)
    qtbot.addWidget(made)
    settle(made)
    return made


def opened(shell: Shell) -> HelpDialog:
    found = shell.findChild(HelpDialog)
    assert found is not None
    return found


# Pages


def test_every_screen_has_its_page():
    """Home, briefing, each desk and the review are explained; no page says the same as another."""
    pages = {page.id: page.text for page in topics("zh")}

    assert {"home", "briefing", "review", *(name for name, _, _ in DESKS)} <= set(pages)
    assert len(set(pages.values())) == len(pages)
    assert min(len(text) for text in pages.values()) > 60


def test_the_editors_page_leads_through_the_work(qtbot, theme, icons):
    """What a teacher does, in the order of the work, with every view and tool by the word it has in the window."""
    text = next(page.text for page in topics("zh") if page.id == "editor")
    steps = ("新建场景", "标题", "表单", "加一条情况…", "时间轴", "F5", "Ctrl+S", "认证…", "打包…")
    assert [*steps] == sorted(steps, key=text.index)
    for made in view_classes().values():
        view = made(theme, icons)
        qtbot.addWidget(view)
        assert f"“{view.title()}”" in text


def test_help_opens_on_the_screen_shown_and_stays(qtbot, shell, bridge):
    """F1 shows the page of what is on the screen, and goes along with the next F1 instead of opening a second window."""
    shell.show_help()
    dialog = opened(shell)
    assert dialog.topic == "home"
    assert not dialog.isModal()
    shell.bridge, shell.main = bridge, MainWindow(bridge)
    shell._show(shell.main)
    shell.main.show_desk("figures")
    shell.show_help()
    assert opened(shell) is dialog
    assert dialog.topic == "figures"
    assert_named(dialog)
    shell.bridge = None
    dialog.close()


def test_words_are_found_in_the_help(qtbot, theme):
    """The page of words is narrowed by typing; what is in no word is said."""
    dialog = HelpDialog(theme, topic="terms")
    qtbot.addWidget(dialog)
    dialog.search.setText("纸面整改")
    assert "只有到现场才看得出来" in dialog.text.toPlainText()
    assert "军" not in dialog.text.toPlainText()
    dialog.search.setText("没有这样的词")
    assert "没有这个名词" in dialog.text.toPlainText()


@pytest.mark.ci
def test_palette_finds_a_word_and_opens_it(shell, bridge):
    """Ctrl+K knows the words too, after the places and records."""
    window = MainWindow(bridge)
    shell.bridge, shell.main = bridge, window
    window.asked.connect(shell._on_asked)
    shell._show(window)
    window._on_search()
    window.palette_box.field.setText("纸面整改 名词")
    window.palette_box._on_item(window.palette_box.list.item(0))
    dialog = opened(shell)

    assert dialog.topic == "terms"
    assert dialog.search.text() == "纸面整改"
    shell.bridge = None
    dialog.close()


# Words


@pytest.mark.parametrize("term", glossary.terms(), ids=lambda term: term.zh)
def test_a_term_is_whole_in_both_languages(term):
    """Both languages have the word and its meaning; neither speaks the other."""
    assert HAN.search(term.zh)
    assert len(term.zh_text) >= 10
    assert len(term.en_text) >= 20
    assert not HAN.search(term.en + term.en_text)
    assert term.zh_text.endswith("。")
    assert term.en_text.endswith(".")


def test_terms_are_told_once():
    """No word is explained twice, in either language."""
    for lang in ("zh", "en"):
        words = [
            w.casefold() for t in glossary.terms() for w in (t.word(lang), *t.also) if w.isascii() is (lang == "en")
        ]
        assert sorted(words) == sorted(set(words))


def test_the_longest_word_wins():
    """申请销号 is not 销号, and an English word is not found inside another."""
    assert [t.zh for t in glossary.found("已申请销号，等核查", "zh")] == ["申请销号", "核查"]
    assert [t.en for t in glossary.found("The talks on leadership lead to a Talk", "en")] == ["lead", "talk"]
    assert glossary.at("看台账上的问题", 1, "zh").zh == "台账"
    assert glossary.at("看台账上的问题", 0, "zh") is None


def hover(shell: Shell, widget, spot: QPoint) -> str:
    QToolTip.hideText()
    place = widget.mapTo(shell, spot)
    QApplication.sendEvent(shell, QHelpEvent(QHelpEvent.Type.ToolTip, place, shell.mapToGlobal(place)))
    return QToolTip.text()


def test_words_are_explained_where_they_stand(qtbot, shell, theme, icons):
    """The pointer resting on a label, a line of text, a heading or a cell brings the meaning of the word there."""
    said = QLabel("群众认可度", shell)
    said.setGeometry(0, 0, 200, 30)
    text = MarkdownView(theme, grow=False, parent=shell)
    text.set_markdown("台账")
    text.setGeometry(0, 40, 300, 60)
    table: RecordTable[str] = RecordTable(
        [Column("摩擦", lambda row: row, width=-1)], theme, icons, name="t", accessible="t", key=str, parent=shell
    )
    table.set_records(["负荷"])
    table.setGeometry(0, 120, 300, 120)
    for part in (said, text, table):
        part.show()
        part.raise_()
    settle(shell)

    assert "愿意说" in hover(shell, said, QPoint(10, 10))
    assert "问题清单" in hover(shell, text.viewport(), QPoint(8, 10))
    assert "耗掉的工时" in hover(shell, table.horizontalHeader().viewport(), QPoint(20, 8))
    assert "多少工时" in hover(shell, table.viewport(), table.visualRect(table.model().index(0, 0)).center())
    assert glossary.explain(shell.home.open_file, QPoint(20, 10), "zh") == ""
    QToolTip.hideText()


# Keys


def test_every_key_is_on_the_sheet():
    """A shortcut that the sources bind is told on the sheet."""
    told = help_keys.written()
    bound = set()
    for file in Path(game.ui.__file__).parent.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        bound |= set(re.findall(r'(?:QKeySequence|self\._key)\(\s*"([^"]+)"', source))

    assert {"F1", "Ctrl+K", "Ctrl+J", "Ctrl+/", "Esc"} <= bound
    for key in bound - {"Ctrl+Return"}:  # the same key as Ctrl+Enter to whoever reads
        assert key in told, key


def test_what_the_help_quotes_stands_in_the_window():
    """A word in quotation marks is one that can be looked for: it is the text of a control, or part of one."""
    shown = {
        t.source
        for t in texts(Path(game.ui.__file__).parents[2] / "assets" / "i18n" / "app_en.ts")
        if t.context != "Help"
    }
    quoted = {word for topic in topics("zh") if topic.id != TERMS for word in re.findall("“(.+?)”", topic.text)}
    assert len(quoted) > 20
    assert {word for word in quoted if not any(word in text for text in shown)} == set()
