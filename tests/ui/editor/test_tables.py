"""Tables in the editor: event lists and counties come into the draft on consent, and an event list goes out of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog
from uihelp import assert_named, assert_not_clipped, settle

from game.authoring.events.columns import COLUMNS
from game.authoring.events.grow import FILE
from game.resources import scenario_dir
from game.scenario.files import COUNTY
from game.scenario.findings import Fix
from game.session.library import load_scenario
from game.ui.app import Languages
from game.ui.editor.county_dialog import CountyDialog
from game.ui.editor.events_dialog import EventsDialog
from game.ui.focus_order import reading_order
from game.ui.icons import Icons
from game.ui.worker import Direct

sys.path.insert(0, str(Path(__file__).parents[2] / "authoring"))

from mapfiles import Files

HEAD = ["序号", "时间", "类型", "方式", "发出方", "接收方", "内容", "预期行动"]
SEAT = "commander"
MAIN = "scenario.yaml"


def event(number: int, **changes: str) -> list[object]:
    usual = {
        "time": "第7天",
        "domain": "饮水",
        "form": "来电记录",
        "sender": "水务站",
        "to": SEAT,
        "text": f"第{number}组停水两天。",
        "expect": "",
    }
    return [number, *(usual | changes).values()]


def table(path: Path, *rows: list[object], head: list[str] = HEAD, title: str = "清单") -> Path:
    book = Workbook()
    book.active.title = title
    for row in (head, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def page(open_page, small):
    made = open_page(small)
    made.tools.tables.worker = Direct()
    yield made
    made.project.discard()


@pytest.fixture
def show(page, answers, monkeypatch):
    """Choose an event list in the menu and return the dialog that shows it."""

    def shown(path: Path) -> EventsDialog:
        monkeypatch.setattr(answers, "open_file", lambda _p, _t, _f, done: done(path), raising=False)
        action(page, "导入事件清单…")
        return page.findChildren(EventsDialog)[-1]

    return shown


@pytest.fixture
def county(page):
    """Open the county's dialog and return it."""

    def shown() -> CountyDialog:
        action(page, "导入县情…")
        return page.findChildren(CountyDialog)[-1]

    return shown


def action(page, text: str) -> None:
    next(one for one in page.tools.menu.actions() if one.text() == text).trigger()


def states(dialog) -> dict[int, str]:
    return {line.key[2]: line.state for line in dialog.table.table_model.records}


def cell(dialog, row: int, head: str) -> str:
    model = dialog.table.model()
    column = next(n for n in range(model.columnCount()) if model.headerData(n, Qt.Orientation.Horizontal) == head)
    return str(model.index(row, column).data())


# Event lists coming in


def test_a_clean_list_is_taken_into_the_draft(page, show, small, tmp_path):
    """On consent the events lie in the draft, the checker is silent, the disk is untouched until the author saves."""
    dialog = show(table(tmp_path / "表.xlsx", event(1), event(2)))
    assert states(dialog) == {2: "", 3: ""}
    assert dialog.count.text() == "2 件情况：0 处错误，0 处警告"
    assert dialog.take.isEnabled()
    assert dialog.take.text() == "导入 2 件情况"
    dialog.take.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert "event-1" in page.workbook.texts()[FILE]
    assert page.checking.now().checked.findings == ()
    assert [i.id for i in page.checking.now().checked.scenario.injects][-2:] == ["event-1", "event-2"]
    assert page.workbook.dirty
    assert not (small / FILE).exists()
    assert FILE in page.state.text()
    assert page.text.file == FILE
    assert page.keeping.save()
    assert "event-2" in (small / FILE).read_text(encoding="utf-8")


def test_consent_can_be_undone(page, show, small, tmp_path):
    """One step of undo takes list and file away again; what is left is as if it had never come. Redo brings it back."""
    before = page.workbook.texts()
    show(table(tmp_path / "表.xlsx", event(1), event(2))).take.click()
    brought = page.workbook.texts()
    assert page.text.file == FILE
    page.text.area.undo_asked.emit()
    assert page.workbook.texts() == before
    assert not page.workbook.dirty
    assert page.workbook.unsaved() == {}
    assert page.text.file == MAIN
    assert page.text.area.document() is page.workbook.document(MAIN)
    assert FILE not in [item.toolTip(0) for item in page.outline.findItems("", Qt.MatchFlag.MatchContains)]
    page.text.area.redo_asked.emit()
    assert page.workbook.texts() == brought
    assert page.text.file == FILE
    assert page.workbook.dirty


def test_a_second_list_grows_the_first(page, show, tmp_path):
    """The next list comes behind the one before, whose text stays; an id that is taken is said on its row."""
    show(table(tmp_path / "一.xlsx", event(1))).take.click()
    first = page.workbook.texts()[FILE]
    again = show(table(tmp_path / "二.xlsx", event(1), event(2)))
    assert states(again) == {2: "error", 3: ""}
    again.reject()
    show(table(tmp_path / "三.xlsx", event(2))).take.click()
    assert page.workbook.texts()[FILE].startswith(first.rstrip("\n"))
    assert page.checking.now().checked.findings == ()
    page.workbook.undo(FILE)
    assert page.workbook.texts()[FILE] == first


def test_faults_stand_on_their_rows(page, show, tmp_path):
    """Each row says by word and shape how it is; the one that is chosen says all, with cures; there is no consent."""
    rows = event(1), event(2, sender=""), event(3, time="那天", to="东坡乡"), event(4, text="")
    dialog = show(table(tmp_path / "表.xlsx", *rows))
    assert states(dialog) == {2: "", 3: "warning", 4: "error", 5: "error"}
    assert [cell(dialog, row, "结果") for row in range(4)] == ["没有问题", "警告", "错误", "错误"]
    assert "没有写发出方" in cell(dialog, 1, "问题")
    assert "写上是谁发来的" in cell(dialog, 1, "怎么改")
    assert dialog.table.selected().key[2] == 4, "the first with an error is chosen"
    said = dialog.detail.toPlainText()
    assert "看不懂时间“那天”" in said
    assert "没有叫“东坡乡”的席位" in said
    assert said.count("怎么改：") == 2
    assert dialog.count.text() == "4 件情况：3 处错误，1 处警告"
    assert not dialog.take.isEnabled()
    assert "3 处错误" in dialog.why.text()
    assert dialog.take.accessibleDescription() == dialog.why.text()
    dialog.take.click()
    assert FILE not in page.workbook.names


def test_a_list_is_read_again_once_it_is_mended(show, tmp_path):
    """What was mended in another program is seen at the press of a button, and the chosen row stays chosen."""
    path = table(tmp_path / "表.xlsx", event(1), event(2, text=""))
    dialog = show(path)
    assert not dialog.take.isEnabled()
    table(path, event(1), event(2))
    dialog.again.click()
    assert dialog.take.isEnabled()
    assert dialog.table.selected().key[2] == 3
    assert dialog.detail.toPlainText().startswith("这一行没有问题。\n这一行：编号 event-2 · ")


def test_columns_are_chosen_by_hand(show, page, tmp_path):
    """Headings that are not known are offered; a heading chosen for one column is taken from the other."""
    head = ["序号", "几时", "类型", "方式", "发出方", "找谁", "要说的", "预期行动"]
    dialog = show(table(tmp_path / "表.xlsx", event(1), head=head))
    assert not dialog.take.isEnabled()
    assert "哪一列是什么" in dialog.why.text()
    fields = dialog.panel.fields
    assert fields["number"].value() == "序号"
    assert fields["time"].value() == ""
    for key, heading in (("time", "找谁"), ("to", "找谁"), ("time", "几时"), ("text", "要说的")):
        choose(fields[key], heading)
    assert fields["to"].value() == "找谁"
    assert states(dialog) == {2: ""}
    dialog.take.click()
    assert "第1组停水两天。" in page.workbook.texts()[FILE]


def choose(field, heading: str) -> None:
    """Choose with the keyboard's own way: the row, then its activation."""
    field.setCurrentIndex(field.findData(heading))
    field.activated.emit(field.currentIndex())


def test_a_mapping_is_kept_and_used_again(show, answers, monkeypatch, tmp_path):
    """What was chosen lies in a file that the command reads too, and brings the next list in without a choice."""
    head = ["序号", "几时", "类型", "方式", "发出方", "找谁", "要说的", "预期行动"]
    path = table(tmp_path / "表.xlsx", event(1), head=head)
    dialog = show(path)
    for key, heading in (("time", "几时"), ("to", "找谁"), ("text", "要说的")):
        choose(dialog.panel.fields[key], heading)
    kept = tmp_path / "列"
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, _n, done: done(kept), raising=False)
    dialog.panel.keep.click()
    dialog.reject()
    told = json.loads((tmp_path / "列.json").read_text(encoding="utf-8"))
    assert told["columns"]["time"] == "几时"
    dialog = show(path)
    assert not dialog.take.isEnabled()
    monkeypatch.setattr(answers, "open_file", lambda _p, _t, _f, done: done(tmp_path / "列.json"), raising=False)
    dialog.panel.fetch.click()
    assert dialog.take.isEnabled()
    (tmp_path / "列.json").write_text("[]", encoding="utf-8")
    dialog.panel.fetch.click()
    assert "这不是列对照文件" in answers.said[-1][1]
    assert dialog.take.isEnabled(), "what holds is what was chosen before"


def test_another_sheet_is_chosen(show, tmp_path):
    """A workbook of several sheets is read from the one that is chosen."""
    path = tmp_path / "表.xlsx"
    book = Workbook()
    book.active.title = "旧"
    for title, rows in (("旧", [event(1, text="")]), ("新", [event(1), event(2)])):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        for row in (HEAD, *rows):
            sheet.append(row)
    book.save(path)
    dialog = show(path)
    assert dialog.panel.sheet.value() == "旧"
    assert not dialog.take.isEnabled()
    choose(dialog.panel.sheet, "新")
    assert states(dialog) == {2: "", 3: ""}
    assert dialog.take.isEnabled()


def test_cancelling_writes_nothing(page, show, small, tmp_path):
    """Neither draft nor disk hears of a list that was not taken."""
    before, version = page.workbook.texts(), page.workbook.version
    files = sorted(small.rglob("*"))
    show(table(tmp_path / "表.xlsx", event(1))).shut.click()
    assert (page.workbook.texts(), page.workbook.version) == (before, version)
    assert sorted(small.rglob("*")) == files


def test_files_that_are_no_list_are_refused_in_words(show, tmp_path):
    """A damaged workbook, an empty one and a table of other things say what is wrong, on a line of the whole file."""
    for name, data in (("坏.xlsx", b"PK\x03\x04"), ("空.csv", b""), ("别的.csv", "甲,乙\n1,2\n".encode())):
        path = tmp_path / name
        path.write_bytes(data)
        dialog = show(path)
        assert not dialog.take.isEnabled(), name
        assert states(dialog).get(0) == "error", name
        assert dialog.detail.toPlainText(), name
        dialog.reject()


def test_a_draft_with_errors_takes_no_list(page, answers):
    """What would be wrong with the events could not be told from what is wrong already."""
    page.workbook.apply([Fix(MAIN, 1, 1, 1, 1, "titel: 坏\n")])
    action(page, "导入事件清单…")
    assert "先改掉错误再导入" in page.state.text()
    action(page, "导出事件清单…")
    assert "先改掉错误再导出" in page.state.text()
    assert page.findChildren(EventsDialog) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [100, 150])
def test_a_list_is_read_without_scrolling_sideways(qtbot, looked, answers, small, tmp_path, lang, scale):
    """On a small screen the row's findings stand below the table alone, and its own columns are all in sight."""
    large = looked(lang, scale)
    path = table(tmp_path / "表.xlsx", event(1), event(2, to="nobody", form="喊话"))
    dialog = EventsDialog(path, load_scenario(small), large, Icons(large), answers, worker=Direct())
    qtbot.addWidget(dialog)
    settle(dialog, 1200, 660)
    assert states(dialog) == {2: "", 3: "error"}
    assert dialog.width() == 1200
    assert dialog.table.horizontalScrollBar().maximum() == 0
    assert "nobody" in dialog.detail.toPlainText()
    dialog.table.select(dialog.table.table_model.records[0].key)
    assert "接收方 " in dialog.detail.toPlainText() or "To " in dialog.detail.toPlainText()


@pytest.fixture
def lone(open_page, data_folder):
    """The editor on a scenario that is one file, as somebody may have put it into the folder of scenarios."""
    path = data_folder / "scenarios" / "alone.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((scenario_dir("first-order") / MAIN).read_bytes())
    made = open_page(path)
    made.tools.tables.worker = Direct()
    yield made
    made.project.discard()


def test_a_scenario_of_one_file_takes_a_list_at_its_end(lone, answers, monkeypatch, tmp_path):
    """The events come behind its own injects, in sight and undone in one step; no file is made beside it."""
    assert lone.project.store.single
    path = table(tmp_path / "表.xlsx", event(1), event(2))
    monkeypatch.setattr(answers, "open_file", lambda _p, _t, _f, done: done(path), raising=False)
    (name,) = lone.workbook.names
    before = lone.workbook.texts()
    action(lone, "导入事件清单…")
    dialog = lone.findChildren(EventsDialog)[-1]
    assert dialog.take.isEnabled(), dialog.detail.toPlainText()
    assert name in dialog.why.text()
    dialog.take.click()
    assert lone.workbook.names == (name,)
    injects = lone.checking.now().checked.scenario.injects
    assert [inject.id for inject in injects][-2:] == ["event-1", "event-2"]
    assert "event-1" in lone.text.area.textCursor().block().text()
    assert lone.keeping.save()
    assert [part.name for part in lone.project.path.parent.iterdir()] == [lone.project.path.name]
    lone.workbook.undo(name)
    assert lone.workbook.texts() == before


def test_a_scenario_of_one_file_has_no_room_for_a_county(lone, tmp_path):
    """A county is always a file of its own: what is read is shown, and why it cannot be taken."""
    files = Files(tmp_path)
    action(lone, "导入县情…")
    dialog = lone.findChildren(CountyDialog)[-1]
    dialog.use_map(files.write_map())
    dialog.use_table(files.write_csv())
    assert not dialog.take.isEnabled()
    assert "场景只有一个文件" in dialog.detail.toPlainText()


def test_events_are_written_with_the_keys_of_the_draft(page, show, tmp_path):
    """A draft of Chinese keys gets its events in Chinese keys, a first and a second time."""
    from game.authoring.turn_keys import turn
    from game.ui.editor.patch import differences

    texts = page.workbook.texts()
    assert page.workbook.apply(differences(texts, {**texts, **turn(texts, "zh").bundle}))
    known = page.checking.now().checked.findings
    for number in (1, 2):
        show(table(tmp_path / "表.xlsx", event(number))).take.click()
    assert "标题:" in page.workbook.texts()[FILE]
    assert "title:" not in page.workbook.texts()[FILE]
    assert page.checking.now().checked.findings == known


# An event list going out


def test_what_goes_out_comes_in_again(page, show, answers, monkeypatch, tmp_path):
    """The draft's injects as a list have the usual headings; under other ids they come in without a fault."""
    target = tmp_path / "出"
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, _n, done: done(target), raising=False)
    action(page, "导出事件清单…")
    path = tmp_path / "出.xlsx"
    book = load_workbook(path)
    rows = list(book.active.iter_rows(values_only=True))
    injects = page.checking.now().checked.scenario.injects
    assert list(rows[0]) == [column.zh for column in COLUMNS.values()]
    assert [row[1] for row in rows[1:]] == [inject.id for inject in injects]
    assert path.name in page.state.text()
    assert not list(tmp_path.glob("*.part"))
    assert "清单里没有这些内容" in answers.said[-1][1]
    for number, cells in enumerate(book.active.iter_rows(min_row=2), 1):
        cells[1].value = f"again-{number}"
    book.save(path)
    dialog = show(path)
    assert dialog.take.isEnabled(), dialog.detail.toPlainText()
    dialog.take.click()
    after = page.checking.now().checked.scenario.injects
    assert [(i.title, i.text, i.to) for i in after[len(injects) :]] == [(i.title, i.text, i.to) for i in injects]


def test_an_empty_list_is_downloaded_and_comes_in(page, show, answers, monkeypatch, tmp_path):
    """It names this scenario's seats, explains itself on a second sheet, and is imported as it is."""
    target = tmp_path / "空白"
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, _n, done: done(target), raising=False)
    action(page, "下载空白事件清单…")
    path = tmp_path / "空白.xlsx"
    assert path.name in page.state.text()
    book = load_workbook(path)
    assert len(book.worksheets) == 2
    seat = page.checking.now().checked.scenario.seats[0].name
    assert seat in {value for row in book.active.iter_rows(values_only=True) for value in row}
    dialog = show(path)
    assert dialog.count.text() == "2 件情况：0 处错误，0 处警告"
    dialog.take.click()
    assert page.checking.now().checked.scenario is not None
    action(page, "下载空白事件清单…")
    assert "已经有了" in answers.said[-1][1], "nobody was asked about that file"


def test_what_is_filled_in_is_said_above_the_rows(show, tmp_path):
    """Without a column for the type the list comes in, and its first line says what every event gets."""
    head = [name for name in HEAD if name != "类型"]
    cells = [value for name, value in zip(HEAD, event(1), strict=True) if name != "类型"]
    dialog = show(table(tmp_path / "表.xlsx", cells, head=head))
    assert states(dialog) == {0: "warning", 2: ""}
    assert dialog.take.isEnabled()
    told = dialog.detail.toPlainText()
    assert "没有“类型”一列，每件都先写成“舆情民意”。" in told
    assert "在左边选" in told
    assert "这一行" not in told, "a file as a whole has no cells to show"
    choose(dialog.panel.fields["domain"], "方式")
    assert "没有“类型”一列" not in dialog.detail.toPlainText()


def test_the_window_speaks_of_no_command(show, tmp_path):
    """A teacher has no command line: nothing that is said of a list names one."""
    head = ["序号", "几时", *HEAD[2:]]
    dialog = show(table(tmp_path / "表.xlsx", event(1), head=head))
    assert "--" not in dialog.detail.toPlainText()
    assert "在左边选" in dialog.detail.toPlainText()


def test_a_place_that_cannot_be_written_is_told(page, answers, monkeypatch, tmp_path):
    """The author hears of it in the window and nothing half written stays."""
    (tmp_path / "出.xlsx").mkdir()
    monkeypatch.setattr(answers, "save_file", lambda _p, _t, _f, _n, done: done(tmp_path / "出.xlsx"), raising=False)
    action(page, "导出事件清单…")
    assert "没有写出来" in answers.said[-1][1]
    assert not list(tmp_path.glob("*.part"))


# Counties


def test_a_county_comes_into_the_draft(page, county, small, tmp_path):
    """Its file lies in the draft, the scenario plays in all of it, and one step of undo takes both back."""
    before = page.workbook.texts()
    files, dialog = Files(tmp_path), county()
    assert not dialog.take.isEnabled()
    assert "先选好" in dialog.why.text()
    dialog.use_map(files.write_map())
    assert not dialog.take.isEnabled()
    dialog.use_table(files.write_csv())
    assert len(states(dialog)) == 13, "four townships and twelve villages, some with the same number"
    assert dialog.count.text() == "4 个乡镇，12 行：0 处错误，0 处警告"
    assert dialog.take.isEnabled()
    assert dialog.fit.isVisibleTo(dialog)
    assert "处错误要改" in dialog.why.text(), "seats still name townships of the other county"
    dialog.take.click()
    texts = page.workbook.texts()
    assert "甲溪镇" in texts[COUNTY]
    assert "county: {name: own-county}" in texts[MAIN]
    assert not (small / COUNTY).exists()
    assert COUNTY in page.state.text()
    page.workbook.undo(COUNTY)
    assert page.workbook.texts() == before


def test_the_scenario_may_stay_as_it_is(page, county, tmp_path):
    """Without leave only the county's file comes; the author writes the rest."""
    before = page.workbook.texts()[MAIN]
    files, dialog = Files(tmp_path), county()
    dialog.use_map(files.write_map())
    dialog.use_table(files.write_xlsx())
    dialog.fit.setChecked(False)
    dialog.take.click()
    assert page.workbook.texts()[MAIN] == before
    assert COUNTY in page.workbook.names


def test_bad_geometry_is_said_of_its_township(page, county, tmp_path):
    """A township that is no area, a row that is no number and a name the map has not keep the county out."""
    files, dialog = Files(tmp_path), county()
    files.feature(4)["geometry"] = {"type": "Point", "coordinates": [1, 2]}
    files.rows[2][3] = "二百"
    files.rows[5][0] = "甲西镇"
    dialog.use_map(files.write_map())
    dialog.use_table(files.write_csv())
    faults = {
        (Path(line.key[0]).suffix, line.key[2]): line.notes[0].code
        for line in dialog.table.table_model.records
        if line.state == "error"
    }
    assert faults == {(".geojson", 4): "no-area", (".csv", 3): "not-a-number", (".csv", 6): "not-on-map"}
    assert not dialog.take.isEnabled()
    assert "3 处错误" in dialog.why.text()
    assert "要素 4" in [cell(dialog, row, "行") for row in range(dialog.table.shown())]
    files = Files(tmp_path)
    ring = files.ring(1)
    ring[1], ring[2] = ring[2], ring[1]
    dialog.use_map(files.write_map())
    dialog.use_table(files.write_csv())
    crossing = next(line for line in dialog.table.table_model.records if line.key[2] == 1)
    assert [note.code for note in crossing.notes] == ["crossing"]
    assert "边界自己相交" in dialog.detail.toPlainText()
    assert not dialog.take.isEnabled()
    dialog.reject()
    assert COUNTY not in page.workbook.names


def test_a_map_that_is_none_is_refused_in_words(county, tmp_path):
    """What is no map says so on a line of the whole file; mended, it is read again."""
    files, dialog = Files(tmp_path), county()
    good = files.map
    files.map = "{"
    dialog.use_map(files.write_map())
    dialog.use_table(files.write_csv())
    assert states(dialog).get(0) == "error"
    assert not dialog.take.isEnabled()
    files.map = good
    files.write_map()
    dialog.again.click()
    assert dialog.take.isEnabled()
    dialog.name.setText("丙县")
    dialog.name.editingFinished.emit()
    assert "丙县" in dialog._texts[COUNTY]


# Both dialogs


def test_the_dialogs_are_named_and_whole(page, show, county, tmp_path):
    """Every part has a name, no word is cut, and Tab goes from the columns to the rows to the buttons."""
    dialog = show(table(tmp_path / "表.xlsx", event(1), event(2, text="")))
    settle(dialog, 1280, 760)
    assert_named(dialog)
    assert_not_clipped(dialog)
    order = [part.objectName() for part in reading_order(dialog)]
    wanted = ["editor.events.sheet", "editor.events.column.time", "editor.events.rows", "editor.events.detail"]
    places = [order.index(name) for name in (*wanted, "editor.events.again", "editor.events.close") if name in order]
    assert places == sorted(places)
    dialog.reject()
    files, other = Files(tmp_path), county()
    other.use_map(files.write_map())
    other.use_table(files.write_csv())
    settle(other, 1280, 760)
    assert_named(other)
    assert_not_clipped(other)


def test_findings_are_said_in_the_language_of_the_window(qapp, page, show, tmp_path):
    """In an English window what is wrong with a row, and its cure, is English; the author's words stay."""
    before, languages = QLocale(), Languages(qapp)
    languages.use("en")
    try:
        dialog = show(table(tmp_path / "表.xlsx", event(1, to="东坡乡")))
        said = dialog.detail.toPlainText()
        assert 'There is no seat called "东坡乡".' in said
        assert "The scenario's seats are:" in said
        assert 'sheet "清单" F2' in said
        assert dialog.why.text().startswith("Errors left: 1.")
        dialog.reject()
    finally:
        languages.drop()
        QLocale.setDefault(before)


def test_a_dialog_that_goes_hears_nothing_more(page, show, tmp_path, qtbot):
    """Read in a thread of its own, a list may still be under way when the dialog is put away."""
    page.tools.tables.worker = None
    dialog = show(table(tmp_path / "表.xlsx", event(1)))
    assert not dialog.take.isEnabled(), "nothing can be taken while it is read"
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20_000)
    dialog.again.click()
    dialog.reject()
    qtbot.wait(50)


def test_the_county_goes_out_and_comes_back(page, answers, monkeypatch, tmp_path):
    """Map and tables are written into a folder; what lies there is not written over; they can be read in again."""
    from game.authoring.export import FILES

    target = tmp_path / "out"
    target.mkdir()
    monkeypatch.setattr(answers, "open_folder", lambda _p, _t, _s, done: done(target), raising=False)
    action(page, "导出县情…")
    assert sorted(file.name for file in target.iterdir()) == sorted(FILES)
    assert FILES[0] in page.state.text()
    before = {file: file.read_bytes() for file in target.iterdir()}
    action(page, "导出县情…")
    assert "已经有" in answers.said[-1][1]
    assert {file: file.read_bytes() for file in target.iterdir()} == before
    assert len(json.loads((target / FILES[0]).read_text(encoding="utf-8"))["features"]) > 6


def test_a_county_that_cannot_be_read_or_written_says_so(page, answers, monkeypatch, tmp_path):
    """No county, no folder: the reason in words, and nothing else."""
    monkeypatch.setattr(answers, "open_folder", lambda _p, _t, _s, done: done(tmp_path / "a-file" / "x"), raising=False)
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    action(page, "导出县情…")
    assert "没有写出来" in answers.said[-1][1]
    bundle = page.workbook.texts()[MAIN]
    line = next(n for n, text in enumerate(bundle.split("\n"), 1) if "t-county" in text)
    width = len(bundle.split("\n")[line - 1])
    page.workbook.apply(
        [Fix(MAIN, line, 1, line, width + 1, bundle.split("\n")[line - 1].replace("t-county", "x-county"))]
    )
    action(page, "导出县情…")
    assert "读不出来" in page.state.text()
