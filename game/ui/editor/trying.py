"""Ways to play the draft from the editor: a whole exercise at a seat of one's choice, or a trial from one inject on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from game.scenario.findings import split_lines
from game.ui.editor.checking import Checking
from game.ui.editor.outline import entries, section_of
from game.ui.editor.project import Project
from game.ui.editor.trial_words import seat_names
from game.ui.editor.words import counted
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, named
from game.ui.worker import Worker

_OWN_KEY = re.compile(r"[^\s#-]")
"""Begins a line of the main file that opens another section."""


def inject_at(bundle: Mapping[str, str], file: str, line: int) -> str:
    """Return the id of the inject a line (from 1) stands in, "" where it stands in none."""
    if not file.endswith((".yaml", ".yml")) or file not in bundle:
        return ""
    above = [entry for entry in entries(file, bundle[file]) if entry.line <= line]
    if not above or above[-1].kind != "inject":
        return ""
    between = split_lines(bundle[file])[above[-1].line : line]
    if not section_of(file) and any(_OWN_KEY.match(text) for text in between):
        return ""
    return above[-1].id


class Trying(QObject):
    """Holds the button that plays the draft, the menu of its seats, and the action that tries from an inject.

    Signals: `said` (str) for the line of state, `try_asked` (Draft, seat), `faulty` () where the draft has errors,
    `trial_asked` () for the dialog at the inject chosen, `resume_asked` (path) for a trial to be played on,
    `place_asked` (file, line, column).
    """

    said = Signal(str)
    try_asked = Signal(object, str)
    faulty = Signal()
    trial_asked = Signal()
    resume_asked = Signal(object)
    place_asked = Signal(str, int, int)

    def __init__(self, project: Project, checking: Checking, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._project, self._checking = window, project, checking
        self._theme, self._icons = theme, icons
        self.worker: Worker | None = None
        """Plays the trials; a thread of their own where it is None."""
        self.chosen = ""
        """The seat played last; the scenario's own default where empty."""
        self.button: QPushButton = button(
            self.tr("试玩"), icons, "play", kind="primary", name="editor.try", tip=self.tr("用现在的文字开一场（F5）")
        )
        self.seats: QPushButton = button("", icons, "person", name="editor.try.seat", tip=self.tr("坐哪个席位试玩"))
        self.menu = named(QMenu(self.seats), "editor.try.seats", self.tr("坐哪个席位试玩"))
        self.menu.aboutToShow.connect(self._on_menu)
        self.menu.triggered.connect(self._on_seat)
        self.seats.setMenu(self.menu)
        self.action = QAction(icons.icon("target"), self.tr("从这里试推…"), window)
        self.action.setShortcut(QKeySequence("Ctrl+R"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self.trial_asked)
        window.addAction(self.action)
        self.button.clicked.connect(self.try_out)

    def offer_on(self, *parts: QWidget) -> None:
        """Offer the trial in the context menus of parts where an inject can be chosen."""
        for part in parts:
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            part.addAction(self.action)

    def try_out(self) -> None:
        """Play the draft at the seat played last, unless it has errors."""
        draft = self._checking.now()
        scenario = draft.checked.scenario
        if scenario is None:
            self.said.emit(self.tr("先改掉错误再试玩：{counts}").format(counts=counted(draft.checked.findings)))
            self.faulty.emit()
            return
        if self.chosen not in {seat.id for seat in scenario.seats}:
            self.chosen = ""
        self._project.autosave()
        self.try_asked.emit(draft, self.chosen or scenario.default_seat or scenario.seats[0].id)

    def open_trial(self, inject: str) -> None:
        """Ask what to try from an inject on, and try it."""
        from game.ui.editor.trial_dialog import TrialDialog

        draft = self._checking.now()
        dialog = TrialDialog(
            draft, self._checking.county, inject, self._theme, self._icons, self._window, worker=self.worker
        )
        dialog.played_on.connect(self._on_played_on)
        dialog.place_asked.connect(self.place_asked)
        dialog.open()

    # Slots

    def _on_menu(self) -> None:
        """List the seats of the draft as it stands."""
        self.menu.clear()
        scenario = self._checking.now().checked.scenario
        if scenario is None:
            self.menu.addAction(self.tr("先改掉错误再试玩")).setEnabled(False)
            return
        now = self.chosen or scenario.default_seat or scenario.seats[0].id
        for seat, name in seat_names(scenario).items():
            action = self.menu.addAction(name)
            action.setData(seat)
            action.setCheckable(True)
            action.setChecked(seat == now)

    def _on_seat(self, action: QAction) -> None:
        self.chosen = str(action.data() or "")
        self.try_out()

    def _on_played_on(self, path: Path) -> None:
        self._project.autosave()
        self.resume_asked.emit(path)
