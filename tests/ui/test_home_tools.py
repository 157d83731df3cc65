"""What the home page does with scenarios besides playing them: seals, packages, certificates."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import assert_named, assert_not_clipped, settle

from game.authoring.certificate import certify, keep
from game.authoring.new import template_dir
from game.authoring.packages import pack, preview
from game.scenario.title_page import read_card
from game.session.folders import scenarios_dir
from game.session.library import load_scenario
from game.ui.certify_dialog import CertifyDialog
from game.ui.editor.differences import Differences
from game.ui.findings_told import FindingsFold
from game.ui.home import HomePage
from game.ui.home_list import fault_line, sealed
from game.ui.home_tools import dropped_package
from game.ui.mend_dialog import MendDialog
from game.ui.package_dialog import PackageDialog
from game.ui.prompts import Prompts
from game.ui.seal import Seal, seal_of, seal_words
from game.ui.settings import Settings
from game.ui.starting import offer
from game.ui.widgets import Card
from game.ui.worker import Direct, Worker

WORDS = ("passed", "reserved", "failed", "trial", "outdated", "none")
SMALL = Path(__file__).parents[1] / "session" / "data" / "small"


class Files(Prompts):
    """A user who names files and reads what is told."""

    def __init__(self) -> None:
        super().__init__()
        self.file = Path()
        self.told: list[str] = []

    def open_file(self, parent, title, pattern, done):
        done(self.file)

    def save_file(self, parent, title, pattern, name, done):
        done(self.file)

    def tell(self, parent, title, text):
        self.told.append(text)


@pytest.fixture
def files(qapp) -> Files:
    return Files()


@pytest.fixture
def mine(data_folder: Path) -> Path:
    """A small scenario of the user's own."""
    folder = scenarios_dir() / "small"
    folder.mkdir(parents=True)
    for path in SMALL.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture
def home(qtbot, theme, icons, files, data_folder):
    page = HomePage(theme, icons, Settings(), files)
    page.tools.worker = Direct()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.load(at_once=True)
    settle(page)
    yield page
    page.stop()


def words_of(widget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel))


def changed(folder: Path) -> None:
    path = folder / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 改\n", encoding="utf-8")


# --- seals --------------------------------------------------------------------------------------------------------


def test_every_seal_has_its_own_word_and_shape():
    """Colour is never the only sign: no two seals share a word or an icon."""
    said = [seal_words(Seal(word)) for word in WORDS]
    assert len({word for word, _, _ in said}) == len({icon for _, _, icon in said}) == len(WORDS)


def test_a_certificate_becomes_a_seal_and_grows_old(mine):
    """A verdict holds for the wording it was made with; another wording makes it outdated, none is none."""
    checked = load_scenario(mine)
    assert seal_of(mine, checked).word == "none"
    made = {**certify(dict(checked.bundle), runs=1, jobs=0), "verdict": "reserved"}
    data, _ = keep(made, mine)
    assert offer(str(mine)).seal.word == "reserved"
    assert sealed(offer(str(mine))) == "有保留"
    data.write_text(json.dumps({**made, "verdict": ["odd"]}), encoding="utf-8")
    assert offer(str(mine)).seal.word == "trial"
    changed(mine)
    assert offer(str(mine)).seal.word == "outdated"


def test_the_seal_of_a_scenario_stands_on_its_card(home, mine):
    """The chosen one shows its seal beside its name, a broken one none, and the list says it to a screen reader."""
    (mine / "seats.yaml").unlink(missing_ok=True)
    home.load(at_once=True)
    home.list.select("first-order")
    assert home.detail.seal.isVisibleTo(home)
    assert home.detail.seal.accessibleName() == "已认证"
    assert not home.detail.pack.isVisibleTo(home), "what everybody has needs no package"
    index = home.list.proxy.index(0, 0)
    assert "已认证" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    (mine / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    home.load(at_once=True)
    home.list.select(str(mine))
    assert not home.detail.certify.isVisibleTo(home)
    assert not home.detail.pack.isVisibleTo(home)
    assert_named(home)


def test_a_start_without_certificates_reads_none(mine, monkeypatch):
    """Where no certificate lies, what reads them is not even asked for: it would bring the whole exercise along."""
    from game.authoring.certificate import kept

    monkeypatch.setattr(kept, "standing", lambda *_: pytest.fail("read"))
    assert offer(str(mine)).seal == Seal()


# --- packages -----------------------------------------------------------------------------------------------------


def test_a_package_is_shown_before_it_is_installed(home, files, mine, tmp_path):
    """Title, id and files are shown; only consent installs, and the list then has it chosen."""
    files.file = tmp_path / "small.zip"
    home.list.select("first-order")
    pack(mine, files.file)
    for path in mine.iterdir():
        path.unlink()
    mine.rmdir()
    home.install.click()
    (dialog,) = home.findChildren(PackageDialog)
    assert "small" in words_of(dialog)
    assert not mine.exists()
    assert_named(dialog)
    dialog.take.click()
    assert (mine / "scenario.yaml").is_file()
    assert "已安装" in home.state.text()
    settle(home)
    home.load(at_once=True)
    assert home.list.selected().name == str(mine)


def test_another_of_the_same_id_is_replaced_only_with_consent(home, files, mine, tmp_path):
    """What the user has stays until the button that says so is pressed."""
    files.file = tmp_path / "small.zip"
    pack(mine, files.file)
    changed(mine)
    before = (mine / "scenario.yaml").read_bytes()
    home.install.click()
    (dialog,) = home.findChildren(PackageDialog)
    assert "替换" in dialog.take.text()
    assert (mine / "scenario.yaml").read_bytes() == before
    dialog.take.click()
    assert (mine / "scenario.yaml").read_bytes() != before
    assert "替换" in home.state.text()


def test_a_newer_version_says_what_it_would_change(home, files, mine, tmp_path):
    """Before mine is replaced both versions stand there, and what is different, in words and line by line."""
    main = mine / "scenario.yaml"
    old = main.read_text(encoding="utf-8")
    main.write_text(old.replace('version: "1"', 'version: "2"').replace("count: 6", "count: 8"), encoding="utf-8")
    files.file = tmp_path / "small.zip"
    pack(mine, files.file)
    main.write_text(old, encoding="utf-8")
    home.install.click()
    (dialog,) = home.findChildren(PackageDialog)
    assert "我的 1，这一份 2" in words_of(dialog)
    both = dialog.findChild(Differences)
    told = [both.list.item(row).text() for row in range(both.list.count())]
    assert any("6→8" in line for line in told), told
    assert "+turn: {days: 7, count: 8, minutes: 5}" in both.diff.toPlainText()
    assert_named(dialog)
    main.write_text("format: 1\n: [", encoding="utf-8")  # mine cannot be read: only its lines can be compared
    again = PackageDialog(files.file, home.tools._theme, home.tools._icons, home, worker=Direct())
    assert again.findChild(Differences).list.isHidden()
    again.reject()


# --- mending ------------------------------------------------------------------------------------------------------


def test_a_broken_scenario_is_mended_from_the_library(home, mine):
    """A scenario without its format and with a full-width colon: both cures are shown first, then it can be played."""
    main = mine / "scenario.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace("format: 1\n", "").replace("title: ", "title： ", 1), encoding="utf-8")
    broken = main.read_text(encoding="utf-8")
    home.load(at_once=True)
    home.list.select(str(mine))
    assert "| " not in fault_line(home.list.selected().fault)
    home.detail.findChild(QPushButton, "home.mend").click()
    (dialog,) = home.findChildren(MendDialog)
    settle(dialog, 900, 600)
    assert "+format: 1" in dialog.both.diff.toPlainText()
    assert dialog.both.list.count() == len(dialog.found.cured) == 2
    assert "就能推演" in dialog.said.text()
    assert_named(dialog)
    assert_not_clipped(dialog)
    assert main.read_text(encoding="utf-8") == broken, "nothing is written before consent"
    dialog.write.click()
    assert load_scenario(mine).scenario is not None
    settle(home)
    home.load(at_once=True)
    assert "已改正" in home.state.text()
    assert not home.list.selected().fault


def test_what_cannot_be_mended_is_left_alone(home, mine, monkeypatch):
    """Where nothing is certain the dialog says so and has nothing to press; a full disk is told, not raised."""
    main = mine / "scenario.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_text("format: 1\n", encoding="utf-8")
    dialog = MendDialog(str(mine), home.tools._theme, home.tools._icons, home)
    assert dialog.write.isHidden()
    assert dialog.both.isHidden()
    assert "编辑器" in dialog.said.text()
    dialog.reject()

    main.write_text(text.replace("format: 1\n", ""), encoding="utf-8")
    dialog = MendDialog(str(mine), home.tools._theme, home.tools._icons, home)
    monkeypatch.setattr("game.authoring.mending.tempfile.mkstemp", lambda **_: (_ for _ in ()).throw(OSError("满了")))
    dialog.write.click()
    assert "没有写成" in dialog.said.text()
    assert "format" not in main.read_text(encoding="utf-8").split("\n")[0]
    dialog.reject()


def test_a_file_of_another_encoding_is_told_as_a_change(home, mine):
    """What an old editor saved as GBK is said to be saved anew, though no line of it is different."""
    main = mine / "scenario.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_bytes(text.encode("gbk"))
    dialog = MendDialog(str(mine), home.tools._theme, home.tools._icons, home)
    assert "UTF-8" in dialog.both.list.item(0).text()
    assert "1 处" in dialog.said.text()
    dialog.write.click()
    assert main.read_text(encoding="utf-8") == text


def test_what_comes_with_the_program_is_not_mended(home, mine):
    """Only what is the user's own offers to be mended."""
    (mine / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    home.load(at_once=True)
    home.list.select(str(mine))
    settle(home)
    assert home.detail.findChild(QPushButton, "home.mend").isVisible()
    home.list.select("first-order")
    settle(home)
    assert not any(one.isVisible() for one in home.detail.findChildren(QPushButton, "home.mend"))


def test_what_is_no_package_is_refused_in_words(home, files, data_folder, tmp_path):
    """A damaged file, and a scenario with errors: both are told, neither can be installed."""
    files.file = tmp_path / "odd.zip"
    files.file.write_bytes(b"no zip")
    home.install.click()
    dialog = home.findChildren(PackageDialog)[-1]
    assert "不是完好的 zip" in words_of(dialog)
    assert not dialog.take.isEnabled()
    dialog.reject()
    import zipfile

    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("bad/scenario.yaml", "format: 1\ntitel: 坏\n")
    files.file = tmp_path / "bad.zip"
    home.install.click()
    dialog = home.findChildren(PackageDialog)[-1]
    assert "处错误" in words_of(dialog)
    assert "titel" in words_of(dialog)
    assert "scenario.yaml 第 2 行" in words_of(dialog)
    assert not re.search(r"TH\d{3}|\^|\d:\d", words_of(dialog)), "no compiler's output for who did not write it"
    assert not dialog.take.isEnabled()
    assert list(scenarios_dir().iterdir()) == [] if scenarios_dir().exists() else True


def test_advice_keeps_nobody_and_is_told_to_who_asks(home, files, mine, tmp_path):
    """One plain line beside the button that installs; the findings themselves unfold, in words."""
    files.file = tmp_path / "small.zip"
    pack(mine, files.file)
    home.install.click()
    (dialog,) = home.findChildren(PackageDialog)
    (fold,) = dialog.findChildren(FindingsFold)
    assert "1 处提醒，装得上，用之前看一看。" in words_of(fold)
    assert not fold.lines.isVisibleTo(dialog)
    fold.more.click()
    assert fold.lines.isVisibleTo(dialog)
    assert "没有收到任何情况" in words_of(fold.lines)
    assert not re.search(r"TH\d{3}|\^|\d:\d", words_of(dialog))
    assert not dialog.findChildren(Card), "no warning box for mere advice"
    assert_named(dialog)


def test_a_preview_touches_nothing(mine, tmp_path):
    """To look is not to install: the user's folder is as before, whatever the outcome would be."""
    package = tmp_path / "small.zip"
    pack(mine, package)
    assert preview(package).outcome == "same"
    changed(mine)
    before = sorted(path.name for path in scenarios_dir().iterdir())
    assert preview(package).outcome == "taken"
    assert sorted(path.name for path in scenarios_dir().iterdir()) == before


def test_a_package_can_be_dropped_on_the_page(home, mine, tmp_path):
    """One .zip is taken; a text, two files and another kind of file are not."""
    package = tmp_path / "small.ZIP"
    pack(mine, package)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(package))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    home.dropEvent(event)
    assert len(home.findChildren(PackageDialog)) == 1
    for urls in ([], [QUrl.fromLocalFile(str(mine))], [QUrl("https://example.org/a.zip")], data.urls() * 2):
        other = QMimeData()
        other.setUrls(urls)
        assert dropped_package(other) is None


def test_a_scenario_is_packed_for_others(home, files, mine, tmp_path):
    """What the button packs can be installed; a name without an end gets one; a folder that refuses is told."""
    home.load(at_once=True)
    home.list.select(str(mine))
    files.file = tmp_path / "out"
    home.detail.pack.click()
    assert preview(tmp_path / "out.zip").outcome == "same"
    assert "out.zip" in home.state.text()
    home.detail.pack.click()
    assert "已经有了" in files.told[-1]
    (tmp_path / "file").write_text("", encoding="utf-8")
    files.file = tmp_path / "file" / "x.zip"
    home.detail.pack.click()
    assert "没有打成包" in files.told[-1]


# --- certificates -------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot, theme, icons, mine):
    checked = load_scenario(mine)
    made = CertifyDialog("小场景", mine, checked.bundle, Seal(), theme, icons, worker=Direct())
    qtbot.addWidget(made)
    made.show()
    return made


def test_certifying_from_the_window(dialog, mine, monkeypatch):
    """The runs chosen are played, the certificate is written beside the scenario and its sum is told, and opened."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    heard: list[int] = []
    dialog.certified.connect(lambda: heard.append(1))
    assert dialog.runs.value() == 30
    assert not dialog.full.isEnabled()
    dialog.runs.setValue(1)
    dialog.start.click()
    assert heard == [1]
    assert (mine / "certificate.json").is_file()
    assert "试算" in words_of(dialog)
    assert "统合" in words_of(dialog)
    assert offer(str(mine)).seal.word == "trial"
    assert_named(dialog)
    dialog.full.click()
    assert Path(opened[0]).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_window_says_how_long_it_takes(qtbot, theme, icons, mine, monkeypatch):
    """Nobody is told of hours before a minute's work: the wait is that of this scenario, then of its own games."""
    asked = []
    for card in (read_card(mine), replace(read_card(mine), turns=91, turn_days=28, seats=read_card(mine).seats * 6)):
        monkeypatch.setattr("game.ui.certify_dialog.read_card", lambda _, card=card: card)
        made = CertifyDialog("甲", mine, {}, Seal(), theme, icons, worker=Direct())
        qtbot.addWidget(made)
        asked.append(made.said.text())
        made.runs.setValue(200)
        asked.append(made.said.text())
    assert "约 150 场，用时不到 1 分钟" in asked[0]
    assert "约 1000 场" in asked[1]
    assert "小时" in asked[2]
    assert not any("小时" in said for said in asked[:2])
    made._begun = monotonic() - 2
    assert made._told(2, 150).startswith("2/150 场，还剩大约 2 分钟")


def test_a_scenario_too_small_is_told_so_before_the_runs(qtbot, theme, icons, mine):
    """The starter of one page cannot be certified: its dialog says why at once; a larger one is told nothing."""
    said = {}
    for place in (template_dir("first"), template_dir("table"), mine):
        made = CertifyDialog("甲", place, {}, Seal(), theme, icons, worker=Direct())
        qtbot.addWidget(made)
        said[place.name] = "规模太小" in words_of(made)
    assert said == {"first": True, "table": False, "small": False}


def test_a_trial_from_the_window_takes_no_certificates_place(dialog, mine):
    """A certificate that holds stays, and the window says so."""
    checked = load_scenario(mine)
    data, _ = keep({**certify(dict(checked.bundle), runs=1, jobs=0), "verdict": "passed"}, mine)
    dialog.runs.setValue(1)
    dialog.start.click()
    assert "没有替换" in dialog.said.text()
    assert json.loads(data.read_text(encoding="utf-8"))["verdict"] == "passed"


def test_a_certificate_that_came_damaged_breaks_nothing(qtbot, theme, icons, mine, monkeypatch):
    """A file from elsewhere may say anything: the window says that it is damaged and opens no page of its making."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("opened"))
    made = CertifyDialog("甲", mine, {}, Seal("passed", {"scores": 3}), theme, icons, worker=Direct())
    qtbot.addWidget(made)
    made.full.click()
    assert "损坏" in made.said.text()


def test_stopping_writes_no_certificate(qtbot, theme, icons, mine):
    """Stopped in the midst of its thread, it ends soon, tells a trial and leaves no file."""
    checked = load_scenario(mine)
    dialog = CertifyDialog("小场景", mine, checked.bundle, Seal(), theme, icons, worker=Worker("certify"))
    qtbot.addWidget(dialog)
    dialog.runs.setValue(200)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0, timeout=60_000)
    dialog.stop.click()
    qtbot.waitUntil(lambda: dialog.start.isVisibleTo(dialog), timeout=60_000)
    assert "没有写认证书" in dialog.said.text()
    assert not (mine / "certificate.json").exists()


def test_a_dialog_that_goes_ends_its_runs(qtbot, theme, icons, mine):
    """Closed in the midst of it, the thread ends and nobody is told."""
    checked = load_scenario(mine)
    worker = Worker("certify")
    dialog = CertifyDialog("小场景", mine, checked.bundle, Seal(), theme, icons, worker=worker)
    dialog.runs.setValue(200)
    dialog.show()
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0, timeout=60_000)
    dialog.close()
    worker.close()
    assert not (mine / "certificate.json").exists()


def test_the_home_page_opens_the_certificate_of_what_is_chosen(home, mine):
    """The button beside the seal opens the dialog of that scenario; a new certificate shows in the list."""
    home.load(at_once=True)
    home.list.select(str(mine))
    home.detail.certify.click()
    (dialog,) = home.findChildren(CertifyDialog)
    dialog.runs.setValue(1)
    dialog.start.click()
    home.load(at_once=True)
    assert home.list.selected().name == str(mine)
    assert home.detail.seal.accessibleName() == "只有试算"
