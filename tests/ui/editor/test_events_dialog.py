"""Event lists in the editor's window: nothing without consent, every fault at its row, and into the draft alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel
from uihelp import assert_named, assert_not_clipped, settle

from game.authoring.events.bring import FILE
from game.resources import scenario_dir
from game.ui.editor.events_dialog import EventsDialog, kept_mapping
from game.ui.editor.store import make
from game.ui.worker import Direct

HEAD = ["时间", "标题", "接收方", "内容"]
GOOD = [
    ["第8天", "桥断了", "总攻办主任", "便桥被水冲走，三个组出不来。"],
    ["第2周", "来访", "总攻办主任", "省里来人看易地搬迁。"],
]


def write(path: Path, rows: list[list[str]], head: list[str] | None = None) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head or HEAD, *rows])
    return path


@pytest.fixture
def folder(data_folder):
    return make(scenario_dir("hundred-days"), "mine")


@pytest.fixture
def page(open_page, folder):
    made = open_page(folder)
    made.tables.worker = Direct()
    yield made
    made.project.discard()


@pytest.fixture
def choose(page, answers, monkeypatch):
    """Choose a table as the author would, and return the dialog that opens."""

    def chosen(path: Path) -> EventsDialog:
        monkeypatch.setattr(answers, "open_file", lambda parent, title, pattern, done: done(path))
        page.tables.bring.trigger()
        return page.findChildren(EventsDialog)[-1]

    return chosen


def words(dialog: EventsDialog) -> str:
    body = dialog.notes.body
    parts = (body.itemAt(number).widget() for number in range(body.count()))
    return "\n".join(part.text() for part in parts if isinstance(part, QLabel))


def test_a_clean_list_comes_into_the_draft_and_can_be_undone(page, folder, choose, tmp_path):
    """Consent adds a file to the draft that the checker has nothing against; the disk stays as it is until saved."""
    dialog = choose(write(tmp_path / "list.csv", GOOD))
    rows = dialog.table.table_model.records
    assert [row.title for row in rows] == ["桥断了", "来访"]
    assert all(row.ident and row.verdict != "error" for row in rows)
    assert FILE not in page.workbook.names
    assert dialog.take.isEnabled()
    dialog.take.click()
    assert "桥断了" in page.workbook.texts()[FILE]
    assert page.workbook.dirty
    assert not (folder / FILE).exists()
    draft = page.checking.now()
    assert draft.checked.scenario is not None
    assert [f for f in draft.checked.findings if f.file == FILE and f.severity == "error"] == []
    assert {"桥断了", "来访"} <= {inject.title for inject in draft.checked.scenario.injects}
    page.workbook.undo(FILE)
    assert page.checking.now().checked.scenario is not None
    assert "桥断了" not in page.workbook.texts()[FILE]


def test_a_second_list_goes_to_the_end(page, choose, tmp_path):
    """What was brought before stays as it is written."""
    choose(write(tmp_path / "one.csv", GOOD[:1])).take.click()
    before = page.workbook.texts()[FILE]
    dialog = choose(write(tmp_path / "two.csv", GOOD[1:]))
    assert dialog.take.isEnabled(), words(dialog)
    dialog.take.click()
    assert "来访" in page.workbook.texts()[FILE]
    assert page.workbook.texts()[FILE].startswith(before.rstrip("\n"))
    assert page.checking.now().checked.scenario is not None


def test_leaving_writes_nothing(page, choose, tmp_path):
    """The draft is the same as before."""
    before = page.workbook.texts()
    choose(write(tmp_path / "list.csv", GOOD)).reject()
    assert page.workbook.texts() == before
    assert not page.workbook.dirty


def test_faults_stand_at_their_rows(choose, tmp_path):
    """A list with faults cannot be taken; each row says what is wrong with it and how to mend it."""
    dialog = choose(
        write(
            tmp_path / "list.csv",
            [GOOD[0], ["第8天", "没人收", "谁也不是", "有话。"], ["什么时候", "", "总攻办主任", "有话。"]],
        )
    )
    assert [row.verdict for row in dialog.table.table_model.records] == ["warning", "error", "error"]
    assert not dialog.take.isEnabled()
    assert dialog.table.selected().number == 3
    assert "谁也不是" in words(dialog)
    dialog.table.select(2)
    assert "谁也不是" not in words(dialog)
    assert "2 处错误" in dialog.summary.text()
    write(tmp_path / "list.csv", GOOD)
    dialog.again.click()
    assert dialog.take.isEnabled()
    assert dialog.table.shown() == 2


def test_columns_are_told_by_hand_and_remembered(page, choose, tmp_path):
    """Headings nobody knows: the author says which is which, and the next list of that make is read at once."""
    head = ["啥时候", "叫啥", "给谁", "说啥"]
    dialog = choose(write(tmp_path / "own.csv", GOOD, head))
    assert not dialog.take.isEnabled()
    assert dialog.columns.isChecked()
    for key, word in zip(("time", "title", "to", "text"), head, strict=True):
        assert dialog.fields[key].set_value(word)
        dialog.fields[key].chosen.emit(word)
    assert dialog.take.isEnabled(), (dialog._mapping(), words(dialog))
    dialog.take.click()
    assert "桥断了" in page.workbook.texts()[FILE]
    assert kept_mapping().is_file()
    again = choose(write(tmp_path / "next.csv", [["第9天", "又断了", "总攻办主任", "还是那座桥。"]], head))
    assert again.take.isEnabled(), words(again)
    again.reject()


def test_a_table_that_is_none_is_told(choose, tmp_path):
    """No traceback, no consent."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 old")
    dialog = choose(path)
    assert not dialog.take.isEnabled()
    assert "另存为" in words(dialog)
    dialog.reject()


def test_a_draft_with_errors_takes_no_list(page, answers):
    """The errors go first."""
    name = page.workbook.names[0]
    page.workbook.add("injects/broken.yaml", "- id: [\n")
    page.tables.bring.trigger()
    assert "先改掉错误" in page.state.text()
    page.tables.send.trigger()
    assert "先改掉错误" in page.state.text()
    assert page.findChildren(EventsDialog) == []
    assert name in page.workbook.names


def test_a_scenario_of_one_file_becomes_a_folder_first(open_page, small, answers, monkeypatch):
    """The author is asked; the list then goes into the copy."""
    alone = small.parent / "alone.yaml"
    alone.write_text((small / "scenario.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    page = open_page(alone)
    assert page.project.store.single
    opened = []
    monkeypatch.setattr(answers, "open_file", lambda parent, title, pattern, done: opened.append(title))
    page.tables.bring.trigger()
    assert (answers.asked[-1], opened) == ("先存成文件夹", [])
    answers.yes = True
    page.tables.bring.trigger()
    assert not page.project.store.single
    assert opened == ["导入事件清单"]
    page.project.discard()


def test_the_draft_goes_out_and_comes_back(page, answers, choose, monkeypatch, tmp_path):
    """The list that is written is one that can be brought; what it has no columns for is named."""
    target = tmp_path / "out.xlsx"
    monkeypatch.setattr(answers, "save_file", lambda parent, title, pattern, name, done: done(target))
    page.tables.send.trigger()
    scenario = page.checking.now().checked.scenario
    assert load_workbook(target).active.max_row == len(scenario.injects) + 1
    assert "仍以场景文件为准" in answers.said[-1][1]
    dialog = choose(target)
    assert len(dialog.table.table_model.records) == len(scenario.injects)
    dialog.reject()


@pytest.mark.parametrize("scale", [100, 150])
def test_the_dialog_is_named_and_whole(choose, theme, qapp, scale, tmp_path):
    """Every control has a name and no word is cut."""
    theme.apply(qapp, scale=scale)
    dialog = choose(write(tmp_path / "list.csv", [GOOD[0], ["第8天", "没人收", "谁也不是", "有话。"]]))
    dialog.columns.setChecked(True)
    settle(dialog, theme.wide(60), theme.wide(44))
    assert_named(dialog)
    assert_not_clipped(dialog)
    dialog.reject()
