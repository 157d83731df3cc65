"""How long a key takes in the editor until it is drawn, in a scenario of 2,000 lines that is checked meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from game.resources import scenario_dir
from game.scenario.files import read_path
from game.scenario.findings import Fix
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme

LINES = 2_000
KEYS = 60
REST_MS = 40
"""Between two keys of somebody who types fast."""
SIZE = (1440, 900)
LABELS = {
    "editor_key_ms": ("编辑器里敲一键，到画完（2000 行）", "a key in the editor, to drawn (2,000 lines)"),
    "editor_check_ms": ("编辑器里检查一遍（2000 行）", "a check in the editor (2,000 lines)"),
}
_TYPED = "    title: new taps no water yet "


def long_scenario(lines: int = LINES) -> str:
    """Return a scenario in one file of at least so many lines: the guided one with one inject many times over."""
    text = read_path(scenario_dir("first-order")).bundle["scenario.yaml"]
    start = text.index("  - id: neat-book")
    end = text.index("\n\n", start)
    inject = text[start:end]
    more: list[str] = []
    while text.count("\n") + len(more) * inject.count("\n") < lines:
        more.append(inject.replace("neat-book", f"neat-book-{len(more) + 2}", 1))
    return text[:end] + "\n\n" + "\n\n".join(more) + text[end:]


def typed(keys: int = KEYS) -> dict[str, list[float]]:
    """Type into the middle of a long scenario; return how long each key took until drawn, and each check, ms."""
    times: dict[str, list[float]] = {"editor_key_ms": [], "editor_check_ms": []}
    with tempfile.TemporaryDirectory(prefix="tonghe-bench-") as folder:
        path = Path(folder) / "long.yaml"
        path.write_text(long_scenario(), encoding="utf-8", newline="\n")
        theme = Theme("light", 100)
        project = Project(path)
        page = EditorPage(project, theme, Icons(theme), Prompts())
        page.resize(*SIZE)
        page.show()
        page.activateWindow()
        page.checking.now()
        rest(10 * REST_MS)
        page.text.go_to(path.name, LINES // 2, 1)
        area = page.text.area
        rest(10 * REST_MS)
        for number in range(keys):
            sign = _TYPED[number % len(_TYPED)]
            begun = perf_counter()
            if number % len(_TYPED) == 0:
                QTest.keyClick(area, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(area, sign)
            area.viewport().repaint()  # what the key left to be drawn is drawn now
            times["editor_key_ms"].append(1000 * (perf_counter() - begun))
            rest(REST_MS if number % 12 else 12 * REST_MS)  # now and then a pause, in which the check runs
        for _ in range(5):
            project.workbook.apply([Fix(path.name, 1, 1, 1, 1, "#")])
            begun = perf_counter()
            page.checking.now()
            times["editor_check_ms"].append(1000 * (perf_counter() - begun))
        page.retire()
        project.discard()
        page.close()
        page.deleteLater()
        project.deleteLater()
        QApplication.processEvents()
    return times


def rest(ms: int) -> None:
    """Let the window live for a while."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < ms:
        QApplication.processEvents()
        QTest.qSleep(1)
