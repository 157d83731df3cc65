"""Every dialog, measured as the screens are: names, the way of Tab, contrast as drawn, and room for every text."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from measures import ALL
from openpyxl import Workbook
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialog, QWidget
from uihelp import settle
from walk import Way

import game.ui
from game.authoring.packages import pack
from game.resources import scenario_dir
from game.session.folders import scenarios_dir
from game.session.library import load_scenario
from game.ui.app import Languages
from game.ui.certify_dialog import CertifyDialog
from game.ui.crash_dialog import CrashDialog
from game.ui.editor.catalogue_dialog import CatalogueDialog
from game.ui.editor.county_dialog import CountyDialog
from game.ui.editor.events_dialog import EventsDialog
from game.ui.editor.history_dialog import HistoryDialog
from game.ui.editor.import_dialog import ImportDialog
from game.ui.editor.new_dialog import NewScenarioDialog
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.editor.store import make
from game.ui.editor.trial_dialog import TrialDialog
from game.ui.errand_dialog import ErrandDialog
from game.ui.help import HelpDialog
from game.ui.icons import Icons
from game.ui.mend_dialog import MendDialog
from game.ui.package_dialog import PackageDialog
from game.ui.prompts import Prompts
from game.ui.seal import Seal
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.theme import Theme
from game.ui.worker import Direct

sys.path.insert(0, str(Path(__file__).parents[1] / "authoring"))

from mapfiles import Files

WAYS = (
    Way("light", "zh", 100, (1280, 720)),
    Way("dark", "en", 150, (1280, 720)),
    Way("contrast", "zh", 200, (1280, 720)),
    Way("light", "en", 200, (1280, 720)),
)
FRAMES = {ErrandDialog, ImportDialog}
"""What others derive from, and nobody opens."""
SMALL = Path(__file__).parents[1] / "session" / "data" / "small"
HEAD = ["序号", "时间", "类型", "方式", "发出方", "接收方", "内容", "预期行动"]
EVENTS = (
    [1, "第7天", "饮水", "来电记录", "水务站", "commander", "三组停水两天。", "派人去看"],
    [2, "那天", "饮水", "喊话", "", "nobody", "四组的水管冻裂，一百多人挑水吃，村里说修，修了一个月没有动静。", ""],
)


class Screen:
    """The screen that dialogs fit themselves to."""

    def __init__(self, wide: int, high: int) -> None:
        self._rect = QRect(0, 0, wide, high)

    def availableSize(self) -> QSize:
        return self._rect.size()

    def availableGeometry(self) -> QRect:
        return self._rect


Look = Callable[[str, QWidget], None]


@pytest.fixture
def looking(
    qtbot, qapp, data_folder, monkeypatch, request
) -> Iterator[tuple[Theme, Look, dict[str, dict[str, list[str]]]]]:
    """Look at what is shown, in one way; faults are kept by dialog and kind."""
    way: Way = request.param
    monkeypatch.setattr(QWidget, "screen", lambda _: Screen(*way.size))
    languages = Languages(qapp)
    languages.use(way.lang)
    theme = Theme(way.theme, way.scale)
    theme.apply(qapp)
    found: dict[str, dict[str, list[str]]] = {}

    def look(name: str, dialog: QWidget) -> None:
        settle(dialog, *dialog.size().boundedTo(QSize(*way.size) * 0.95).toTuple())
        faults = {kind: wrong for kind, measure in ALL.items() if (wrong := measure(dialog))}
        if dialog.width() > way.size[0] * 0.95 or dialog.height() > way.size[1] * 0.95:
            faults["larger than the screen"] = [str(dialog.size().toTuple())]
        if faults:
            found[name] = faults

    yield theme, look, found
    languages.drop()
    Theme("light", 100).apply(qapp)


every_way = pytest.mark.parametrize("looking", WAYS, ids=str, indirect=True)


@pytest.mark.ci
@every_way
def test_every_dialog_of_the_program(qtbot, looking):
    """What stands over the home page and the desks."""
    theme, look, found = looking
    mine = scenarios_dir() / "small"
    shutil.copytree(SMALL, mine)
    main = mine / "scenario.yaml"
    text = main.read_text(encoding="utf-8")
    checked = load_scenario(mine)
    certify = CertifyDialog("小场景", mine, checked.bundle, Seal(), theme, Icons(theme), worker=Direct())
    _stand(qtbot, look, "certify", certify)
    certify.runs.setValue(1)
    certify.start.click()
    look("certified", certify)
    main.write_text(text.replace('version: "1"', 'version: "2"'), encoding="utf-8")
    pack(mine, mine.parent / "small.zip")
    main.write_text(text.replace("format: 1\n", ""), encoding="utf-8")
    _stand(qtbot, look, "mend", MendDialog(str(mine), theme, Icons(theme)))
    _stand(qtbot, look, "package", PackageDialog(mine.parent / "small.zip", theme, Icons(theme), worker=Direct()))
    (mine.parent / "bad.zip").write_bytes(b"PK")
    _stand(qtbot, look, "bad", PackageDialog(mine.parent / "bad.zip", theme, Icons(theme), worker=Direct()))
    _stand(qtbot, look, "crash", CrashDialog("Traceback …", "/tmp/crash.txt", theme))
    _stand(qtbot, look, "settings", SettingsDialog(Settings(), theme, prompts=Prompts()))
    _stand(qtbot, look, "help", HelpDialog(theme))
    assert found == {}


@pytest.mark.ci
@every_way
def test_every_dialog_of_the_editor(qtbot, looking, tmp_path):
    """What an author opens, with something in it."""
    theme, look, found = looking
    icons, prompts = Icons(theme), Prompts()
    _stand(qtbot, look, "new", NewScenarioDialog(theme, icons))
    project = Project(make(scenario_dir("first-order"), "small"))
    page = EditorPage(project, theme, icons, prompts, worker=Direct())
    qtbot.addWidget(page)
    project.save()
    _stand(qtbot, look, "history", HistoryDialog(project, theme, icons))
    page.adding.open()
    (catalogue,) = page.findChildren(CatalogueDialog)
    look("catalogue", catalogue)
    catalogue.list.select("iW2")
    look("catalogue, chosen", catalogue)
    page.trying.worker = Direct()
    page.trying.action.trigger()
    (trial,) = page.findChildren(TrialDialog)
    trial.form.add_setting()
    look("trial", trial)
    trial.form.turns.setValue(1)
    trial.start.click()
    for part in ("paper", "desks", "course", "figures"):
        trial.result_page.show_part(part)
        look(f"trial, {part}", trial)
    events = EventsDialog(_table(tmp_path), load_scenario("first-order"), theme, icons, prompts, worker=Direct())
    _stand(qtbot, look, "events", events)
    files = Files(tmp_path)
    county = CountyDialog(page.checking.now().bundle, theme, icons, prompts, worker=Direct())
    _stand(qtbot, look, "county, empty", county)
    county.use_map(files.write_map())
    county.use_table(files.write_csv())
    look("county", county)
    for dialog in (catalogue, trial):
        dialog.close()
    page.retire()
    project.close()
    project.deleteLater()
    assert found == {}


def test_no_dialog_is_left_out():
    """Every dialog that a module defines is measured above."""
    for module in pkgutil.walk_packages(game.ui.__path__, "game.ui."):
        importlib.import_module(module.name)
    ours = {one for one in _below(QDialog) if one.__module__.startswith("game.ui.")} - FRAMES
    assert ours == {
        CatalogueDialog, CertifyDialog, CountyDialog, CrashDialog, EventsDialog, HelpDialog, HistoryDialog, MendDialog,
        NewScenarioDialog, PackageDialog, SettingsDialog, TrialDialog,
    }  # fmt: skip


def _stand(qtbot, look: Look, name: str, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    look(name, dialog)


def _table(folder: Path) -> Path:
    book = Workbook()
    for row in (HEAD, *EVENTS):
        book.active.append(row)
    book.save(folder / "表.xlsx")
    return folder / "表.xlsx"


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
