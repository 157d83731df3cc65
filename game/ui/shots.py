"""Pictures of every screen from a seeded session, for the documentation and for people who judge the look."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from game.bots.table import Table
from game.resources import scenario_dir
from game.scenario.findings import Fix
from game.session.library import DEFAULT
from game.session.session import Session
from game.ui.app import Languages, create_app
from game.ui.bridge import Bridge
from game.ui.briefing import BriefingPage
from game.ui.home import HomePage
from game.ui.icons import Icons
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.prompts import Prompts
from game.ui.review.page import ReviewPage
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.settled import settle
from game.ui.starting import offer
from game.ui.theme import Theme
from game.ui.worker import Direct

SEED = 20180601
TURNS = 4
GUIDED = "first-order"
SIZE = (1440, 900)


def take(
    out_dir: Path,
    *,
    theme: str = "light",
    lang: str = "zh",
    scale: int = 100,
    scenario: str = DEFAULT,
    turns: int = TURNS,
    size: tuple[int, int] = SIZE,
    only: Collection[str] = (),
) -> list[Path]:
    """Write one PNG a screen and return the files; `OSError` where the folder cannot be written to.

    The desks are shown after so many turns of the scenario, the review after its last. `only` names the pictures
    that are wanted, nothing means all.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    app = create_app()
    languages = Languages(app)
    languages.use(lang)
    look = Theme(theme, scale)
    look.apply(app)
    settings = Settings(theme=theme, lang=lang, scale=scale, notice_seconds=0)
    files: list[Path] = []

    def shoot(widget: QWidget, name: str) -> None:
        if only and name not in only:
            return
        settle(widget)
        file = out_dir / f"{name}.png"
        if not widget.grab().save(str(file)):
            raise OSError(28, "picture not written", str(file))
        files.append(file)

    def stand(widget: QWidget) -> QWidget:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(*size)
        widget.show()
        return widget

    home = HomePage(look, Icons(look), settings, Prompts())
    home.load(at_once=True)
    shoot(stand(home), "home")
    chosen = offer(scenario)
    if chosen.scenario is None:
        raise OSError(2, chosen.fault, scenario)
    seat = chosen.scenario.default_seat or chosen.scenario.seats[0].id
    with tempfile.TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "shots.tonghe", chosen.bundle, seed=SEED, humans={seat})
        table = Table(session, "integrated", people={seat})
        table.open()
        bridge = Bridge(LocalPlay(table, seat), look, settings=settings)
        briefing = BriefingPage(bridge)
        shoot(stand(briefing), "briefing")
        for _ in range(min(turns, chosen.scenario.turn.count - 1)):
            # The person's seat is played by a bot too, so that every desk has something on it
            table.play_seat(seat)
            table.advance()
        bridge.refresh()
        window = MainWindow(bridge)
        stand(window)
        for name in window.desk_names():
            window.show_desk(name)
            shoot(window, name)
        _focus_first(window, bridge)
        shoot(window, "paper")
        window.show_desk("map", f"township:{bridge.view.townships[0].id}")
        shoot(window, "map-township")
        window.end_turn()
        shoot(window, "waiting")
        window.todo.put_away()
        dialog = SettingsDialog(settings, look)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
        dialog.fit(QSize(*size))
        shoot(dialog, "settings")
        looked = ReviewPage(session, look, settings, Prompts(), over=False)
        stand(looked)
        looked.show_part("replay")
        looked.replay.show_side("gap")
        looked.replay.county.focus_on(f"township:{bridge.view.townships[0].id}")
        shoot(looked, "instructor")
        while session.state.session.state == "running":
            table.play_seat(seat)
            table.advance()
        bridge.refresh()
        window.show_desk("report")
        shoot(window, "report-end")
        review = ReviewPage(session, look, settings, Prompts(), seat)
        stand(review)
        for part in ("score", "replay", "overlay", "events"):
            review.show_part(part)
            shoot(review, f"review-{part}")
        guided = _guided(Path(folder), look, settings)
        shoot(stand(guided), "guide")
        _editor(Path(folder), look, stand, shoot)
        for widget in (dialog, window, briefing, home, looked, review, guided):
            widget.close()
            widget.deleteLater()
        guided.bridge.close()
        bridge.close()
    languages.drop()
    return files


def _editor(
    folder: Path, look: Theme, stand: Callable[[QWidget], QWidget], shoot: Callable[[QWidget, str], None]
) -> None:
    """Show the editor with something wrong in the text, with what may be written, and with its figures."""
    from game.authoring.certificate_places import DATA as CERTIFICATE
    from game.ui.editor.catalogue_dialog import CatalogueDialog
    from game.ui.editor.page import EditorPage
    from game.ui.editor.project import Project
    from game.ui.editor.store import copy_to

    path = copy_to(scenario_dir(DEFAULT), folder / DEFAULT)
    sealed = scenario_dir(DEFAULT) / CERTIFICATE
    if sealed.is_file():
        shutil.copy(sealed, path / CERTIFICATE)
    project = Project(path, keep=False)
    name = "injects/01-muster.yaml"
    page = EditorPage(project, look, Icons(look), Prompts(), worker=Direct())
    stand(page)
    page.show_view("graph")
    shoot(page, "editor-graph")
    page.adding.open()
    (catalogue,) = page.findChildren(CatalogueDialog)
    shoot(catalogue, "editor-catalogue")
    catalogue.close()
    project.workbook.apply([Fix(name, 8, 8, 8, 19, "water-chef"), Fix(name, 6, 14, 6, 18, "lop")])
    page.checking.now()
    page.show_place(name, 8, 10)
    shoot(page, "editor")
    page.show_place(name, 5, 11)
    page.completing.open()
    shoot(page, "editor-complete")
    for view in page.views:
        if view == "graph":
            continue  # it is drawn above, where the certificate still holds
        page.show_view(view)
        shoot(page, f"editor-{view}")
    page.retire()
    project.close()
    page.close()
    page.deleteLater()
    project.deleteLater()


def _guided(folder: Path, look: Theme, settings: Settings) -> MainWindow:
    """Return the window of the guided exercise at its first step."""
    chosen = offer(GUIDED)
    if chosen.scenario is None:
        raise OSError(2, chosen.fault, GUIDED)
    seat = chosen.scenario.default_seat or chosen.scenario.seats[0].id
    session = Session.create(folder / "guided.tonghe", chosen.bundle, seed=SEED, humans={seat})
    table = Table(session, "integrated", people={seat})
    table.open()
    return MainWindow(Bridge(LocalPlay(table, seat), look, settings=settings))


def _focus_first(window: MainWindow, bridge: Bridge) -> None:
    """Open the paper that offers a choice, else the newest."""
    inbox = bridge.view.inbox
    with_options = next((item for item in inbox if item.options), inbox[-1] if inbox else None)
    if with_options is not None:
        window.show_desk("inbox", with_options.record.id)
