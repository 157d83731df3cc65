"""From a template to a certified scenario that is played: an instructor's afternoon in the editor."""

from __future__ import annotations

import pytest
from author import Author
from PySide6.QtCore import Qt
from story import begin

from game.ui.certify_dialog import CertifyDialog
from game.ui.editor.page import EditorPage
from game.ui.home import HomePage
from game.ui.main_window import MainWindow

TITLE = "云岭镇三人议水"
NAME = "our-table"
MEETING = """
- 编号: one-more-meeting
  标题: 再开一次会
  文种: 告示
  领域: 基层减负
  对应目标: burden
  触发: {时间: 28}
  送达: [commander, magistrate]
  发送方: 市里某专班
  文字: 请于三日内召开一次饮水安全推进会，会后报送照片、签到册和讲话稿。
  答复期限: 7
  选项:
    - 编号: at-the-tap
      文字: 会开在断水的那个组，边看边定，当场派活
      得分: 900
      点评: 会开在水龙头边上，定下来的事有人看着。
      精力: 1
    - 编号: in-the-hall
      文字: 在镇礼堂照样开一次，材料报全
      得分: 700
      点评: 会开了，照片也有了，水还是那样。
      精力: 2
      影响:
        - {作用于: 本乡镇, 指标: 形式主义, 增减: 20}
  陷阱: 先把会开了。
"""


@pytest.fixture
def author(open_shell, qtbot, data_folder) -> Author:
    return Author(open_shell(), qtbot)


def new_scenario(author: Author) -> None:
    """Through the dialog: the template of three seats, in Chinese keys, under a title and an id of her own."""
    author.press("home.new")
    author.over("editor.new.title", TITLE)
    author.entry("editor.new.templates", "三席桌面")
    author.press("editor.new.more")
    author.over("editor.new.name", NAME)
    author.press("editor.new.make")
    author.until(lambda: isinstance(author.shell.page, EditorPage))
    assert author.findings() == []
    assert author.editor.project.title == TITLE


def slip(author: Author, ident: str, colon: str) -> None:
    """Write a seat that is not there and a colon as Chinese types it; the panel names both, on their lines."""
    author.entry("editor.outline", "1-find")
    author.instead("送达: [commander, squad]", f"送达: [commander, {ident}]")
    author.instead("标题: 又来一张表", f"标题{colon}又来一张表")
    lines = author.editor.text.area.toPlainText().split("\n")
    places = {next(n for n, line in enumerate(lines, 1) if words in line) for words in (ident, f"标题{colon}")}
    found = author.findings()
    assert {row.line for row in found if row.finding.severity == "error"} == places
    assert all(author.editor.text.area.shape_of(line - 1) == "error" for line in places)


def mend(author: Author, ident: str, colon: str) -> None:
    """Take the id's own cure with the button, and the colon by typing it anew."""
    row = author.row("editor.findings", lambda row: ident in row.finding.excerpt)
    assert author.editor.text.place()[1] == row.line
    author.press("editor.fix")
    author.until(lambda: f"[commander, {ident}]" not in author.editor.text.area.toPlainText())
    assert "送达: [commander, squad]" in author.editor.text.area.toPlainText()
    assert [row.line for row in author.findings() if row.finding.severity == "error"]
    author.instead(f"标题{colon}又来一张表", "标题: 又来一张表")
    assert author.findings() == []


def certify(author: Author, runs: int) -> CertifyDialog:
    """Open the certificate from the tools, play so many runs, and return the dialog with what came of it."""
    author.choose("editor.tools", "认证")
    (dialog,) = author.shell.findChildren(CertifyDialog)
    author.number("certify.runs", runs)
    author.press("certify.start")
    author.until(lambda: author.sees("certify.progress"), 5000)
    author.until(lambda: not author.sees("certify.progress"), 240_000)
    return dialog


def shut(author: Author, dialog: CertifyDialog) -> None:
    author.press("certify.close")
    author.until(lambda: not author.sees("certify"))
    author.wake()


@pytest.mark.ci
@pytest.mark.timeout(400)
def test_from_a_template_to_a_certified_exercise(author: Author) -> None:
    """A wrong id, a full-width colon and an option that needs no thought are met and mended; then it is played."""
    new_scenario(author)
    slip(author, "sqaud", "：")
    mend(author, "sqaud", "：")

    # A decision that is none: one answer is better in all the scenario says of it
    author.click(author.see("editor.text"), author.see("editor.text").rect().center())
    author.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    author.paste(MEETING)
    assert {(row.finding.code, row.finding.params["better"]) for row in author.findings()} == {("TH561", "at-the-tap")}
    author.press("editor.save")
    dialog = certify(author, 1)
    assert "没有不用想就该选的选项" in author.words()
    assert "“再开一次会”里的“" in author.words()
    assert "（at-the-tap）" in author.words()
    shut(author, dialog)

    # It gets a price, and the certificate is earned
    author.row("editor.findings", lambda row: row.finding.code == "TH561")
    author.instead("有人看着。", "有人看着，只是要派车接人。")
    author.key(Qt.Key.Key_Return)
    author.write("花费: 3")
    author.key(Qt.Key.Key_Escape)
    assert author.findings() == []
    author.press("editor.save")
    dialog = certify(author, 20)
    assert "每一道门槛都达到了" in author.words(), author.words()
    shut(author, dialog)

    # The library says so, and an exercise begins from it
    author.press("editor.back")
    author.until(lambda: isinstance(author.shell.page, HomePage) and author.shell.home.list.shown() >= 4)
    offer = author.row("home.scenarios", lambda offer: offer.name.endswith(NAME))
    author.until(lambda: author.shell.home.detail.seal.accessibleName() == "已认证")
    begin(author, offer.card.title)
    assert isinstance(author.shell.page, MainWindow)
    assert author.view.seat is not None
    assert author.state.scenario.id == NAME
    assert "dry-taps" in {item.record.id for item in author.view.inbox}
