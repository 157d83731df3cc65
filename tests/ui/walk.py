"""A walk through every screen of the program over one real session, for tests that measure all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from uihelp import settle

from game.bots.table import Table
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.app import Languages
from game.ui.bridge import Bridge
from game.ui.briefing import BriefingPage
from game.ui.county_map.truth import SIDES
from game.ui.crash_dialog import CrashDialog
from game.ui.help import HelpDialog
from game.ui.home import HomePage
from game.ui.icons import Icons
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.prompts import Prompts
from game.ui.review.page import ReviewPage
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.theme import Theme

SEED = 20180601


@dataclass(frozen=True, slots=True)
class Way:
    """How the program is looked at."""

    theme: str
    lang: str
    scale: int
    size: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.theme}-{self.lang}-{self.scale}-{self.size[0]}x{self.size[1]}"


class Kept(LocalPlay):
    """Leaves the session open for the next walk."""

    def close(self) -> None:
        """Close nothing."""


@contextmanager
def session(folder: Path, scenario: str = "hundred-days", turns: int = 3) -> Iterator[tuple[Table, str]]:
    """Play some turns by bots; the person's seat is given with the table."""
    made = load_scenario(scenario)
    assert made.scenario is not None
    seat = made.scenario.default_seat or made.scenario.seats[0].id
    with Session.create(folder / f"{scenario}.tonghe", dict(made.bundle), seed=SEED, humans={seat}) as running:
        table = Table(running, "integrated", people={seat})
        table.open()
        for _ in range(turns):
            table.play_seat(seat)
            table.advance()
        yield table, seat


def faces(window: QWidget) -> Iterator[tuple[str, QPushButton]]:
    """Yield the other faces of the screen shown, with the button that brings each; those of faces as they appear."""
    seen: set[str] = set()
    while True:
        fresh = [
            button
            for button in window.findChildren(QPushButton)
            if button.property("kind") == "segment"
            and button.isVisibleTo(window)
            and button.isEnabled()
            and button.objectName() not in seen
        ]
        seen |= {button.objectName() for button in fresh if button.isChecked()}
        button = next((one for one in fresh if not one.isChecked()), None)
        if button is None:
            return
        seen.add(button.objectName())
        yield button.objectName(), button


def walk(app: QApplication, way: Way, table: Table, seat: str, look: Callable[[str, QWidget], None]) -> None:
    """Show every screen in turn and look at it; nothing of them is left afterwards."""
    languages = Languages(app)
    languages.use(way.lang)
    theme = Theme(way.theme, way.scale)
    theme.apply(app)
    settings = Settings(theme=way.theme, lang=way.lang, scale=way.scale, notice_seconds=0)
    prompts = Prompts()
    bridge = Bridge(Kept(table, seat), theme, settings=settings)
    shown: list[QWidget] = []

    def stand(widget: QWidget, *, whole: bool = True) -> QWidget:
        shown.append(widget)
        settle(widget, *(way.size if whole else widget.size().toTuple()))
        return widget

    home = HomePage(theme, Icons(theme), settings, prompts)
    home.load(at_once=True)
    stand(home)
    QTest.qWait(200)  # what the chosen seat may do is told a moment later
    look("home", home)
    look("briefing", stand(BriefingPage(bridge)))
    window = MainWindow(bridge)
    stand(window)
    for name in window.desk_names():
        window.show_desk(name)
        settle(window, *way.size)
        look(name, window)
        for face, button in faces(window):
            button.click()
            settle(window, *way.size)
            look(f"{name}-{face}", window)
    view = bridge.view
    paper = next((item for item in view.inbox if item.options), view.inbox[-1])
    for name, desk, ref in (
        ("paper", "inbox", paper.record.id),
        ("township", "map", f"township:{view.townships[0].id}"),
        ("problem", "supervision", view.problems[0].id),
    ):
        window.show_desk(desk, ref)
        settle(window, *way.size)
        look(name, window)
    window.end_turn()
    settle(window, *way.size)
    look("todo", window)
    window.todo.put_away()
    window._on_search()
    settle(window, *way.size)
    look("palette", window)
    window.palette_box.put_away()
    review = ReviewPage(table.session, theme, settings, prompts, seat)
    stand(review)
    for part in ("score", "replay", "overlay", "events"):
        review.show_part(part)
        settle(review, *way.size)
        look(f"review-{part}", review)
    review.show_part("replay")
    for side in SIDES:
        review.replay.show_side(side)
        review.replay.county.focus_on(f"township:{bridge.view.townships[0].id}")
        settle(review, *way.size)
        look(f"review-{side}", review)
    review.replay.parts._buttons["week"].click()
    settle(review, *way.size)
    look("review-week", review)
    looked = ReviewPage(table.session, theme, settings, prompts, over=False)
    stand(looked)
    settle(looked, *way.size)
    look("instructor", looked)
    for topic in ("start", "terms", "keys"):
        look(f"help-{topic}", stand(HelpDialog(theme, topic=topic, lang=way.lang), whole=False))
    dialog = SettingsDialog(settings, theme, prompts=prompts)
    dialog.adjustSize()
    look("settings", stand(dialog, whole=False))
    look("crash", stand(CrashDialog("Traceback …", "/tmp/crash.txt", theme), whole=False))
    for widget in shown:
        widget.close()
        widget.deleteLater()
    bridge.close()
    prompts.deleteLater()
    languages.drop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
