"""Papers on real paper: a slip as PDF and at a printer."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPdfWriter
from uihelp import settle

from game.ui.app import Languages
from game.ui.desk.supervision import SupervisionDesk
from game.ui.desk.supervision_print import INK, slip_document
from game.ui.desk.supervision_words import slip_words
from game.ui.printing import pdf
from game.ui.prompts import Prompts
from game.ui.theme import Theme


class Desk(Prompts):
    """A user with a printer that writes into a file."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.file = folder / "单子"
        self.paper = folder / "printed.pdf"
        self.asked = ""

    def save_file(self, parent, title, pattern, name, done):
        self.asked = name
        done(self.file)

    def printer(self, parent, title, done):
        self.asked = title
        done(QPdfWriter(str(self.paper)))


@pytest.fixture
def told(bridge) -> list[str]:
    found: list[str] = []
    bridge.notice.connect(found.append)
    return found


@pytest.fixture
def slips(qtbot, bridge, tmp_path, told):
    bridge.prompts = Desk(tmp_path)
    desk = SupervisionDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, 1270, 790)
    desk.focus_on("s1")
    yield desk.slips
    bridge.prompts.deleteLater()


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_a_slip_is_kept_as_pdf(slips, bridge, told):
    """The file is called after the slip, gets its ending, and holds one page of A4."""
    assert [action.text() for action in slips.printing.menu().actions()] == ["打印…", "存为 PDF…"]
    slips.printing.menu().actions()[1].trigger()
    file = bridge.prompts.file.with_name("单子.pdf")
    data = file.read_bytes()
    assert bridge.prompts.asked == "督战提示单第1号.pdf"
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    assert pages(data) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 59[56](\.\d+)? 84[12]", data)
    assert told == [f"已存到 {file}"]


def test_a_slip_is_printed(slips, bridge, told):
    """The printer that was chosen gets the page."""
    slips.printing.menu().actions()[0].trigger()
    assert pages(bridge.prompts.paper.read_bytes()) == 1
    assert told == ["已送去打印：督战提示单 第1号"]
    assert bridge.prompts.asked == "打印督战提示单 第1号"


def test_a_full_disk_is_told(slips, bridge, told):
    """What could not be written is said with its reason."""
    bridge.prompts.file = bridge.prompts.file / "没有这个文件夹" / "x.pdf"
    slips.printing.save()
    assert told[0].startswith("没有存成：")


def test_nothing_is_printed_without_a_slip(slips, bridge, fake, rich_view):
    """Where there is no slip there is no button for one."""
    assert slips.printing.isVisible()
    fake.set_view(replace(rich_view, slips=()))
    bridge.refresh()
    settle(slips.window(), 1270, 790)
    assert not slips.printing.isVisible()


def test_the_form_has_all_that_the_screen_shows(bridge, rich_view):
    """Every word of the slip stands on the sheet and again on its stub, in dark ink on white."""
    slip = replace(rich_view.slips[0], text="不要只补材料。")
    words = slip_words(slip, rich_view, bridge.names)
    text = slip_document(words).toPlainText()
    sheet, stub = text.split("沿此线裁下存根")
    for word in (words.kind, words.number, words.to, *words.problems, words.due, words.sender, words.date):
        assert word in sheet
        assert word in stub
    assert words.intro in sheet
    assert "不要只补材料。" in sheet
    assert "收单人：____" in stub
    inks = set()
    document = slip_document(words)
    block = document.begin()
    while block.isValid():
        inks |= {part.fragment().charFormat().foreground().color().name() for part in block}
        block = block.next()
    assert {Theme(INK).color(name).name() for name in ("seal", "text")} <= inks
    assert all(QColor(ink).lightnessF() < 0.5 for ink in inks)


def test_an_answered_slip_says_so_on_its_stub(bridge, rich_view):
    """There is nothing to sign any more."""
    slip = replace(rich_view.slips[0], answered=rich_view.day)
    text = slip_document(slip_words(slip, rich_view, bridge.names)).toPlainText()
    assert "已回复" in text
    assert "收单人" not in text


def test_a_long_slip_takes_more_pages(bridge, rich_view):
    """Nothing falls off the foot of the page."""
    slip = replace(rich_view.slips[0], problems=tuple(p.id for p in rich_view.problems) * 6)
    data = pdf(slip_document(slip_words(slip, rich_view, bridge.names)))
    assert pages(data) > 2


def test_a_printer_that_fails_is_told(slips, bridge, told, capfd, monkeypatch):
    """Nobody is told that a page is on its way which is not."""
    from PySide6.QtPrintSupport import QPrinter

    class Broken(QPdfWriter):
        def printerState(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error

    monkeypatch.setattr(bridge.prompts, "printer", lambda _p, _t, done: done(Broken(str(bridge.prompts.paper))))
    slips.printing.print_out()
    assert told == ["没有打印成。可以先存为 PDF，再从别处打印。"]


def test_where_there_is_no_printer_it_is_said(slips, bridge, monkeypatch):
    """Elsewhere than on Linux the system's dialog would not even open."""
    from PySide6.QtPrintSupport import QPrinterInfo

    said: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr("game.ui.prompts.sys.platform", "win32")
    monkeypatch.setattr(bridge.prompts, "tell", lambda _p, _t, text: said.append(text))
    Prompts.printer(bridge.prompts, slips, "打印", lambda _: said.append("printed"))
    assert said == ["这台电脑没有装打印机。可以先存为 PDF，再从别处打印。"]


def test_an_english_slip_is_english(qapp, bridge, rich_view):
    """No word of the form itself is left in Chinese; what people wrote stays as it is."""
    languages = Languages(qapp)
    languages.use("en")
    words = slip_words(rich_view.slips[0], rich_view, bridge.names)
    plain = replace(words, to="To", problems=("1. A",), text="", sender="S", date="D", due="Due")
    text = slip_document(plain).toPlainText()
    languages.drop()
    assert not re.findall("[\u4e00-\u9fff]+", text)


def test_a_slip_counts_what_it_lists(bridge, rich_view):
    """A problem the seat does not know of leaves no gap in the numbers."""
    slip = replace(rich_view.slips[0], problems=("unknown", *rich_view.slips[0].problems))
    words = slip_words(slip, rich_view, bridge.names)
    assert words.problems[0].startswith("1. ")
    assert f"{len(words.problems)}个问题" in words.intro


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own and waits for a person")
def test_the_printers_window_opens(qtbot, bridge, slips):
    """The question itself is Qt's; giving up prints nothing."""
    from PySide6.QtPrintSupport import QPrintDialog

    done: list[object] = []
    Prompts.printer(bridge.prompts, slips, "打印", done.append)
    (dialog,) = slips.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert done == []
