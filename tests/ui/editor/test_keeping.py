"""Saving and keeping: nothing is lost, whatever the disk, another program or the user does."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from uihelp import assert_not_clipped, settle

from game.scenario.findings import Fix
from game.ui.editor.history import KEPT_AUTO, DamagedVersion, History
from game.ui.editor.history_dialog import HistoryDialog, comparison
from game.ui.editor.project import Project
from game.ui.editor.store import ChangedOutside, Store, free_name, good_name, make
from game.ui.icons import Icons

MAIN = "scenario.yaml"


def note(words: str, file: str = MAIN) -> Fix:
    return Fix(file, 1, 1, 1, 1, f"# {words}\n")


@pytest.fixture
def project(small: Path, qapp):
    made = Project(small)
    yield made
    made.close()
    made.deleteLater()


def test_saving_writes_what_changed_and_keeps_the_version_before(project, small):
    """Only after a save does the file say it; the version before lies in the history."""
    before = (small / MAIN).read_text(encoding="utf-8")
    project.workbook.apply([note("一")])
    assert project.workbook.dirty
    assert (small / MAIN).read_text(encoding="utf-8") == before
    project.save()
    assert (small / MAIN).read_text(encoding="utf-8") == f"# 一\n{before}"
    assert not project.workbook.dirty
    kept = [project.history.read(v)[MAIN] for v in project.history.versions()]
    assert kept == [f"# 一\n{before}", before]


def test_only_changed_files_are_written(large):
    """Saving one file leaves the others alone, byte for byte and with their dates."""
    project = Project(large)
    dates = {p: p.stat().st_mtime_ns for p in large.rglob("*.*")}
    project.workbook.apply([note("甲", "seats.yaml")])
    project.save()
    changed = {p.name for p in large.rglob("*.*") if p.stat().st_mtime_ns != dates.get(p)}
    assert changed == {"seats.yaml"}
    assert not list(large.rglob("*.part"))
    project.close()


def test_windows_line_ends_stay(small):
    """A file with CRLF is edited and saved with CRLF; the editor itself sees plain lines."""
    path = small / MAIN
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    project = Project(small)
    assert "\r" not in project.workbook.texts()[MAIN]
    assert project.workbook.unsaved() == {}
    project.workbook.apply([note("一")])
    project.save()
    data = path.read_bytes()
    assert data.startswith("# 一\r\n".encode())
    assert data.count(b"\n") == data.count(b"\r\n")
    project.close()


def test_a_gbk_file_becomes_utf8_when_saved(small):
    """A file from an old notepad is read, and the save makes it what the checker wants, even without an edit."""
    path = small / MAIN
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("gb18030"))
    project = Project(small)
    assert [code for code, _, _ in project.store.faults] == ["TH107"]
    assert project.workbook.texts()[MAIN] == text
    project.save()
    assert path.read_text(encoding="utf-8") == text
    assert Store.open(small).faults == []
    project.close()


def test_a_file_that_is_no_text_is_left_alone(open_page, large, answers):
    """What cannot be read is told at once, not shown, and never written over."""
    bad = large / "seats.yaml"
    bad.write_bytes(b"\xff\x00\x80" * 40)
    page = open_page(large)
    assert any("seats.yaml" in text and "TH108" in text for _, text in answers.said)
    assert "seats.yaml" not in page.workbook.names
    page.workbook.apply([note("一")])
    assert page.keeping.save()
    assert bad.read_bytes() == b"\xff\x00\x80" * 40


def test_another_programs_edit_is_not_overwritten_in_silence(open_page, small, answers):
    """A file changed outside is asked about; its text is in the history, and the user's word decides."""
    page = open_page(small)
    page.workbook.apply([note("这里")])
    outside = "# 别处\n" + (small / MAIN).read_text(encoding="utf-8")
    (small / MAIN).write_text(outside, encoding="utf-8", newline="\n")
    assert not page.keeping.save()
    assert answers.asked
    assert (small / MAIN).read_text(encoding="utf-8") == outside
    assert page.workbook.dirty
    answers.yes = True
    page.keeping.save()
    assert (small / MAIN).read_text(encoding="utf-8").startswith("# 这里")
    history = page.project.history
    assert outside in [history.read(v)[MAIN] for v in history.versions()]


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(open_page, large, answers, monkeypatch):
    """When the second of two files cannot be written, neither is changed, the text stays, and a copy is offered."""
    page = open_page(large)
    before = {p: p.read_bytes() for p in large.rglob("*.*")}
    page.workbook.apply([note("一"), note("二", "seats.yaml")])
    texts = page.workbook.texts()
    real = Path.write_bytes

    def refuse(self, data):
        if self.name.startswith("seats.yaml") and self.is_relative_to(large):
            raise PermissionError(13, "只读", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert not page.keeping.save()
    assert answers.asked == ["存不进去"]
    assert {p: p.read_bytes() for p in large.rglob("*.*")} == before
    assert page.workbook.texts() == texts
    assert page.workbook.dirty
    history = page.project.history
    assert history.read(history.versions()[0]) == texts
    answers.yes = True
    page.keeping.save()
    copy = page.project.path
    assert copy != large
    assert Store.open(copy).texts == texts
    assert not page.workbook.dirty


def test_a_read_only_folder_is_told_on_opening(open_page, small, answers, monkeypatch):
    """Before anything is typed the user knows that it could not be saved there."""
    monkeypatch.setattr(Project, "writable", property(lambda _self: False))
    open_page(small)

    assert answers.asked == ["存不进去"]


def test_without_a_history_the_work_goes_on(open_page, small, answers, monkeypatch):
    """Where versions cannot be kept it is said, and saving still works."""

    def refuse(_scenario):
        raise OSError(28, "磁盘已满")

    monkeypatch.setattr(History, "of", staticmethod(refuse))
    page = open_page(small)
    page.workbook.apply([note("一")])
    page.project.autosave()
    page.show_place(MAIN, 1, 1)
    assert page.keeping.save()
    assert (small / MAIN).read_text(encoding="utf-8").startswith("# 一")


def test_work_is_kept_by_itself_and_offered_after_a_crash(open_page, small, answers):
    """What was never saved is asked about at the next opening, and comes back as a step that can be undone."""
    project = Project(small)
    project.workbook.apply([note("没有保存")])
    project.autosave()
    project.deleteLater()  # as after a crash: nobody asked, nothing was saved
    answers.yes = True
    page = open_page(small)
    assert answers.asked == ["上次有没保存的改动"]
    assert answers.refusals == ["不接着改"], "a no that says what it does"
    assert page.workbook.texts()[MAIN].startswith("# 没有保存")
    assert page.workbook.dirty
    page.workbook.undo(MAIN)
    assert not page.workbook.texts()[MAIN].startswith("# 没有保存")


def test_saved_work_is_not_offered_again(small):
    """After a save, and after leaving without one on purpose, nothing is asked at the next opening."""
    project = Project(small)
    project.workbook.apply([note("一")])
    project.autosave()
    project.save()
    project.close()
    again = Project(small)
    assert again.lost is None
    again.workbook.apply([note("二")])
    again.discard()
    third = Project(small)
    assert third.lost is None
    assert any("# 二" in third.history.read(v)[MAIN] for v in third.history.versions())
    third.close()


def test_a_version_is_brought_back_with_its_files(open_page, large):
    """An old version comes back over several files, is not saved yet, and one undo a file takes it away."""
    page = open_page(large)
    first = page.workbook.texts()
    page.workbook.apply([note("一"), note("二", "seats.yaml")])
    page.keeping.save()
    version = next(v for v in page.project.history.versions() if v.kind == "opened")
    page.keeping.restore(version)
    assert page.workbook.texts() == first
    assert page.workbook.dirty
    page.workbook.undo("seats.yaml")
    assert page.workbook.texts()["seats.yaml"].startswith("# 二")
    assert page.workbook.texts()[MAIN].startswith("# 一")


def test_a_file_that_a_version_brings_back_goes_with_undo(open_page, large):
    """A version with a file more than the text brings it in one step with the rest, and one undo takes all away."""
    page = open_page(large)
    whole = page.workbook.texts()
    page.workbook.apply([note("一")])
    page.workbook.apply([Fix("injects/late.yaml", 1, 1, 1, 1, "# 后加的\n")], new=("injects/late.yaml",))
    page.keeping.save()
    version = page.project.history.versions()[0]
    page.workbook.undo("injects/late.yaml")
    page.workbook.undo(MAIN)
    page.keeping.save()
    assert page.workbook.texts() == whole
    page.keeping.restore(version)
    assert page.workbook.texts()["injects/late.yaml"] == "# 后加的\n"
    page.workbook.undo(MAIN)
    assert page.workbook.texts() == whole


def test_the_history_shows_what_differs(qtbot, theme, small):
    """The dialog lists the versions with why they were kept, and the lines that came and went."""
    project = Project(small)
    project.workbook.apply([note("新的一行")])
    project.save()
    dialog = HistoryDialog(project, theme, Icons(theme))
    qtbot.addWidget(dialog)
    rows = [v.kind for v in dialog.list.table_model.records]
    assert rows == ["saved", "opened"]
    assert not dialog.back.isEnabled()  # the newest is what is there now
    dialog.list.select(dialog.list.table_model.records[1].path.name)
    assert "-# 新的一行" in dialog.diff.toPlainText()
    seen = []
    dialog.chosen.connect(seen.append)
    dialog.back.click()
    assert [v.kind for v in seen] == ["opened"]
    project.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_history_fits_a_small_screen(qtbot, looked, small, lang):
    """In the largest type it asks for no more than 1280 pixels in either language: what is long wraps."""
    theme = looked(lang, 200)
    project = Project(small)
    dialog = HistoryDialog(project, theme, Icons(theme))
    qtbot.addWidget(dialog)
    settle(dialog, 1200, 660)
    assert dialog.minimumSizeHint().width() <= 1280
    assert_not_clipped(dialog)
    project.close()
    project.deleteLater()


def test_a_damaged_version_is_told(open_page, small, answers):
    """A version that cannot be read leaves the text alone and says so; the others stay readable."""
    page = open_page(small)
    page.workbook.apply([note("一")])
    page.keeping.save()
    history = page.project.history
    newest, oldest = history.versions()
    oldest.path.write_bytes(b"nonsense")
    before = page.workbook.texts()
    page.keeping.restore(oldest)
    assert page.workbook.texts() == before
    assert answers.said[-1][0] == "取不回来"
    with pytest.raises(DamagedVersion):
        history.read(oldest)
    newest.path.write_bytes(gzip.compress(b'{"format": 99, "texts": {}}'))
    with pytest.raises(DamagedVersion):
        history.read(newest)
    (history.folder / "foreign.json.gz").write_bytes(b"")
    assert len(history.versions()) == 2


def test_old_versions_go(tmp_path):
    """Versions kept by themselves are limited; those of saves are not pushed out by them."""
    history = History(tmp_path / "h")
    history.record({"a": "saved"}, "saved")
    for number in range(KEPT_AUTO + 5):
        assert history.record({"a": str(number)}, "auto")
    assert not history.record({"a": str(KEPT_AUTO + 4)}, "auto")
    kinds = [v.kind for v in history.versions()]
    assert kinds.count("auto") == KEPT_AUTO
    assert kinds.count("saved") == 1
    assert history.read(history.versions()[0]) == {"a": str(KEPT_AUTO + 4)}


def test_leaving_asks_once_and_does_what_is_said(qtbot, open_page, small, answers):
    """With unsaved work the user chooses: stay, save, or leave it; without any nothing is asked."""
    page = open_page(small)
    with qtbot.waitSignal(page.left):
        page.leave()
    assert answers.asked == []
    page.workbook.apply([note("一")])
    gone = []
    page.left.connect(lambda: gone.append(True))
    page.leave()
    assert (answers.asked, gone) == (["有没保存的改动"], [])
    answers.choice = "drop"
    page.leave()
    assert gone == [True]
    assert not (small / MAIN).read_text(encoding="utf-8").startswith("# 一")
    answers.choice = "save"
    page.leave()
    assert gone == [True, True]
    assert (small / MAIN).read_text(encoding="utf-8").startswith("# 一")


def test_the_unsaved_mark_follows_the_text(open_page, large):
    """The pill and the file in the outline say what is not saved; undo to the saved text takes the mark away."""
    page = open_page(large)
    assert page.unsaved.accessibleName() == "已保存"
    page.workbook.apply([note("一", "seats.yaml")])
    assert page.unsaved.accessibleName() == "没有保存"
    marked = [top.text(0) for top in page.outline._tops() if "●" in top.text(0)]
    assert marked == ["seats.yaml ●"]
    page.workbook.undo("seats.yaml")
    assert page.unsaved.accessibleName() == "已保存"


def test_what_was_said_of_saving_goes_with_the_first_edit(open_page, small):
    """The line of state does not go on saying that all is saved while the sign above says that it is not."""
    page = open_page(small)
    page.workbook.apply([note("一")])
    assert page.keeping.save()
    assert "已保存" in page.state.text()
    page.workbook.apply([note("二")])
    assert page.unsaved.accessibleName() == "没有保存"
    assert page.state.text() == ""
    page.project.discard()


def test_a_new_scenario_appears_whole_or_not_at_all(data_folder, small, monkeypatch):
    """A template is copied completely; a taken name is refused; a full disk leaves nothing half done."""
    assert free_name("small") == "small-2"
    with pytest.raises(FileExistsError):
        make(None, "small")
    blank = make(None, "fresh")
    assert Project(blank).title == "未命名的场景"
    real = Path.write_bytes

    def refuse(self, data):
        raise OSError(28, "磁盘已满")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="磁盘已满"):
        make(small, "half")
    monkeypatch.setattr(Path, "write_bytes", real)
    assert not (data_folder / "scenarios" / "half").exists()
    assert not good_name("../x")
    assert not good_name("")


def test_saving_over_a_conflict_needs_a_word(small):
    """Without the user's word the store refuses; it never guesses."""
    store = Store.open(small)
    (small / MAIN).write_text("x: 1\n", encoding="utf-8")
    with pytest.raises(ChangedOutside):
        store.save({MAIN: "y: 1\n"})
    assert (small / MAIN).read_text(encoding="utf-8") == "x: 1\n"


def test_a_comparison_names_files_only_one_version_has():
    """A file that came or went shows all its lines."""
    lines = comparison({"a": "1\n2"}, {"a": "1\n2", "b": "new"})

    assert lines[0] == "=== b"
    assert "+new" in lines
