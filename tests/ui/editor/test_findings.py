"""What the checker found, while one types: in the text, in the list, and mended with a key."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest

from game.scenario.findings import Finding, Fix
from game.scenario.render import message
from game.ui.editor.checking import PAUSE, Checking, check
from game.ui.editor.code_area import LOOK
from game.ui.editor.findings_panel import Row
from game.ui.editor.workbook import Workbook

SLIP = "  - {id: first-order, text: 把一件看得见的事写成一道量得出的战令}"


def spoil(page, line: int, column: int, end: int, text: str, file: str = "scenario.yaml") -> None:
    """Write something into the text as typing would, and let the check come to it."""
    assert page.workbook.apply([Fix(file, line, column, line, end, text)])
    page.checking.start()


def line_of(page, words: str, file: str = "scenario.yaml") -> int:
    return page.workbook.texts()[file].split("\n").index(words) + 1


def test_a_clean_scenario_says_so(open_page, small):
    """Nothing is marked and the line of state counts nothing."""
    page = open_page(small)

    assert page.text.findings.rows() == ()
    assert page.text.area.marks() == ()
    assert "0 错误 · 0 警告 · 0 建议" in page.text.findings.state.text()
    assert page.counts.text() == "0 错误 · 0 警告 · 0 建议"


def test_findings_are_listed_by_place_in_words(open_page, large):
    """Every finding of the checker stands in the list, by place, with code, severity in word and shape, and cure."""
    page = open_page(large)
    assert page.workbook.apply(
        [Fix("seats.yaml", 1, 7, 1, 16, "Secretary"), Fix("injects/01-muster.yaml", 8, 8, 8, 19, "water-chef")]
    )
    page.checking.start()
    found = check(page.workbook.texts()).findings
    rows = page.text.findings.rows()
    assert [row.finding for row in rows] == list(found)
    assert len(rows) > 1
    model = page.text.findings.list.model()
    shown = [[model.index(r, c).data() for c in range(5)] for r in range(model.rowCount())]
    assert all(line[1].startswith(f"第{f.line}行 ") for line, f in zip(shown, found, strict=True))
    assert "第8行 龙头拧开，没有水" in {line[1] for line in shown}
    tips = [model.index(r, 1).data(Qt.ItemDataRole.ToolTipRole) for r in range(model.rowCount())]
    assert tips == [f"{f.file}:{f.line}:{f.column}" for f in found]
    assert [line[4] for line in shown] == [f.code for f in found]
    assert [line[2] for line in shown] == [message(f) for f in found]
    assert all(line[0] in ("错误", "警告", "建议") and line[4] for line in shown)
    assert len({icon for icon, _ in LOOK.values()}) == 3  # shapes differ, not colours alone


def test_marks_have_a_shape_for_each_severity(open_page, small):
    """An error is waved, a warning dashed, a piece of advice dotted, and the margin shows its sign."""
    page = open_page(small)
    row = line_of(page, SLIP)
    spoil(page, row, 1, 1, "  - {id: unused, text: 没有人用的目标}\n")
    spoil(page, row, 8, 14, "Unused")
    marks = {mark.severity: mark for mark in page.text.area.marks()}
    assert "error" in marks
    styles = {row.format.underlineStyle() for row in page.text.area.extraSelections()}
    assert QTextCharFormat.UnderlineStyle.WaveUnderline in styles
    assert page.text.area.shape_of(row - 1) == "error"
    assert page.text.area.shape_of(0) is None


def test_marks_move_with_the_text_and_are_never_blanked(open_page, small):
    """Lines typed above push a mark down at once, long before the next check; meanwhile it stays."""
    page = open_page(small)
    row = line_of(page, "    to: [commander, water-chief]")
    spoil(page, row, 10, 19, "comander")
    (mark,) = page.text.area.marks()
    assert mark.cursor.blockNumber() == row - 1
    page.text.area.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(3):
        QTest.keyClick(page.text.area, Qt.Key.Key_Return)
        assert len(page.text.area.marks()) == 1
        assert page.text.area.extraSelections()
    (mark,) = page.text.area.marks()
    assert mark.cursor.selectedText() == "comander"
    assert mark.cursor.blockNumber() == row + 2
    assert page.text.area.shape_of(row + 2) == "error"
    page.text.go_to_row(page.text.findings.rows()[0])
    assert page.text.place()[1] == row + 3


def test_the_check_waits_for_a_pause_and_takes_the_last_text(qtbot, small):
    """Keys within 200 ms make one check, of the text as it stands after them."""
    book = Workbook({"scenario.yaml": (small / "scenario.yaml").read_text(encoding="utf-8")})
    checking = Checking(book)
    seen = []
    checking.checked.connect(lambda draft, _: seen.append(draft))
    for _ in range(4):
        book.apply([Fix("scenario.yaml", 1, 1, 1, 1, "#")])
        QTest.qWait(PAUSE // 4)
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert len(seen) == 1
    assert seen[0].bundle == book.texts()
    assert seen[0].version == book.version
    checking.close()


def test_a_slow_check_of_an_old_text_is_followed_by_a_new_one(qtbot, small, monkeypatch):
    """What is typed while a check runs is checked after it; the older result does not stand."""
    book = Workbook({"scenario.yaml": "format: 1\n"})
    checking = Checking(book)
    real, seen = check, []

    def slow(bundle, memory):
        time.sleep(0.1)
        return real(bundle, memory)

    monkeypatch.setattr("game.ui.editor.checking.check", slow)
    checking.checked.connect(lambda draft, _: seen.append(draft.version))
    checking.start()
    book.apply([Fix("scenario.yaml", 1, 1, 1, 1, "#")])
    qtbot.waitUntil(lambda: book.version in seen, timeout=20_000)
    assert checking.fresh
    checking.close()


def test_a_key_mends_what_is_wrong_at_the_cursor(open_page, small):
    """Alt+Enter does what the finding proposes, as one step of undo."""
    page = open_page(small)
    before = page.workbook.texts()
    row = line_of(page, "    to: [commander, water-chief]")
    spoil(page, row, 10, 19, "comander")
    page.text.go_to("scenario.yaml", row, 11)
    page.fix_here()
    assert page.workbook.texts() == before
    assert page.text.findings.rows() == ()
    page.workbook.undo("scenario.yaml")
    assert page.workbook.texts() != before


def test_a_fix_is_found_again_where_the_text_went_on(open_page, small):
    """A finding chosen before more was typed is mended where it stands now, never where it stood."""
    page = open_page(small)
    row = line_of(page, "    to: [commander, water-chief]")
    spoil(page, row, 10, 19, "comander")
    finding = page.text.findings.rows()[0].finding
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# eins\n# zwei\n")])
    assert page.mending.fix(finding)
    assert page.workbook.texts()["scenario.yaml"].split("\n")[row + 1] == "    to: [commander, water-chief]"


def test_the_button_mends_all_that_is_sure(open_page, small):
    """Slips of YAML are mended together, a guess is left to the author, and one undo takes all back."""
    page = open_page(small)
    clean = page.workbook.texts()["scenario.yaml"]
    row = line_of(page, "    to: [commander, water-chief]")
    assert page.workbook.apply(
        [
            Fix("scenario.yaml", 4, 6, 4, 8, "："),
            Fix("scenario.yaml", 8, 6, 8, 8, "："),
            Fix("scenario.yaml", row, 10, row, 19, "comander"),
        ]
    )
    page.checking.start()
    broken = page.workbook.texts()["scenario.yaml"]
    page.text.findings.fix_all.click()
    assert page.workbook.texts()["scenario.yaml"] == clean.replace("[commander, water", "[comander, water", 1)
    assert "2" in page.state.text()
    page.workbook.undo("scenario.yaml")
    assert page.workbook.texts()["scenario.yaml"] == broken


def test_clicking_a_finding_goes_to_its_file_and_place(open_page, large):
    """A finding of another file opens that file at the very sign."""
    page = open_page(large)
    spoil(page, 8, 8, 19, "water-chef", "injects/01-muster.yaml")
    row = page.text.findings.rows()[0]
    assert page.text.file != row.finding.file
    page.text.findings.list.select(row.number)
    page.text.findings.list.clicked.emit(page.text.findings.list.currentIndex())
    assert page.text.place() == ("injects/01-muster.yaml", row.finding.line, row.finding.column)


def test_f8_goes_through_the_findings(open_page, large):
    """The next finding and the one before are a key away, round and round."""
    page = open_page(large)
    spoil(page, 8, 8, 19, "water-chef", "injects/01-muster.yaml")
    spoil(page, 1, 7, 16, "Secretary", "seats.yaml")
    rows = page.text.findings.rows()
    seen = []
    for _ in range(len(rows) + 1):
        page.text.step(1)
        seen.append(page.text.place()[:2])
    assert seen[0] == seen[-1]
    assert seen[: len(rows)] == [(r.finding.file, r.finding.line) for r in rows]


@pytest.mark.parametrize("text", ["", "[" * 9000, "a: &x\n", "\ttitle: x", "x" * 5000, "- 1\n- 2\n", "null"])
def test_any_text_can_be_typed(open_page, small, text):
    """Empty, hostile or senseless text gives findings and leaves the editor alive."""
    page = open_page(small)
    page.text.area.selectAll()
    page.text.area.insertPlainText(text)
    page.checking.start()
    assert page.text.findings.rows()
    page.fix_here()
    page.go_to_definition()
    page.rename_here()
    page.completing.open()
    page.try_button.click()
    for _ in range(4):  # the try may have mended something
        if page.workbook.dirty:
            page.workbook.undo("scenario.yaml")
    page.checking.start()
    assert page.text.findings.rows() == ()


def test_a_brief_is_told_by_its_seat(open_page, large):
    """What is wrong in a seat's brief is said to be of that seat, by the name people know."""
    page = open_page(large)
    panel = page.text.findings
    finding = Finding("TH590", "advice", "briefs/secretary.md", 1, 1, 2, params={"value": "x"})
    assert panel._place(Row(0, finding, 1, 1)) == "第1行 县委书记 韩立诚"
