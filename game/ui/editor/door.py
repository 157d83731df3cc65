"""The way into the editor and out: which scenario is open, its page, and the exercise that tries it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from game.scenario.card import card_of
from game.session.folders import scenarios_dir
from game.session.library import scenario_path
from game.ui.editor.contract import Draft
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.editor.store import Beginning, begin, make, own
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.starting import Offer
from game.ui.theme import Theme

TRIES = "tries"
"""Folder of the sessions that try a draft; only the last one is kept."""


class EditorDoor(QObject):
    """Signals: `shown` (page) when a page is to be shown, `left` (path of the scenario) once it has gone.

    To play: `try_asked` (Offer, seat) a draft from its beginning, `resume_asked` (path) a trial from where it stands.
    """

    shown = Signal(object)
    left = Signal(object)
    help_asked = Signal()
    try_asked = Signal(object, str)
    resume_asked = Signal(object)

    def __init__(self, theme: Theme, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._theme, self._prompts = parent, theme, prompts
        self.project: Project | None = None
        self.page: EditorPage | None = None

    @property
    def dirty(self) -> bool:
        """Whether work would be lost with the window."""
        if self.page is not None:
            self.page.commit()
        return self.project is not None and self.project.workbook.dirty

    def open(self, name: str) -> None:
        """Edit a scenario of the user's own, or a copy of one of the library."""
        path = scenario_path(name)
        said = ""
        if not own(path):
            copy = scenarios_dir() / path.stem
            if copy.exists():
                said = self.tr("这是你以前做的副本；要从头来，用主页的“新建场景”。")
            else:
                try:
                    make(path, path.stem)
                except OSError as error:
                    self._refused(error)
                    return
                said = self.tr("自带的场景不能直接改，这是给你做的副本：{path}").format(path=copy)
            path = copy
        self._show(path)
        if self.page is not None and said:
            self.page.say(said)

    def ask_new(self) -> None:
        """Ask for a title and a template, then edit what is made of them."""
        from game.ui.editor.new_dialog import NewScenarioDialog

        dialog = NewScenarioDialog(self._theme, Icons(self._theme), self._window)
        dialog.chosen.connect(self.new)
        dialog.open()

    def new(self, wanted: Beginning) -> None:
        """Make a scenario of the user's own and edit it."""
        try:
            path = begin(wanted)
        except OSError as error:
            self._refused(error)
            return
        self._show(path)

    def leave(self, then: Callable[[], object]) -> None:
        """Let the page go, with the user's leave where work is unsaved; `then` is not called where they stay."""
        if self.page is None:
            then()
            return
        self._then = then
        self.page.keeping.before_leaving(self._gone)

    def rebuild(self) -> EditorPage | None:
        """Return a new page of the same work, for new colours, sizes and words."""
        if self.project is None or self.page is None:
            return None
        place, seat = self.page.text.place(), self.page.trying.chosen
        self.page.retire()
        self._make_page()
        if self.page is not None:
            self.page.show_place(*place)
            self.page.trying.chosen = seat
        return self.page

    def close(self) -> None:
        """Let go of the scenario; what is unsaved is in the history."""
        if self.page is not None:
            self.page.retire()
            self.page = None
        if self.project is not None:
            self.project.close()
            self.project.deleteLater()
            self.project = None

    # Helpers

    def _show(self, path: Path) -> None:
        self.close()
        self.project = Project(path, self)
        self._make_page()
        self.shown.emit(self.page)

    def _make_page(self) -> None:
        if self.project is None:
            return
        page = EditorPage(self.project, self._theme, Icons(self._theme), self._prompts)
        page.left.connect(self._on_left)
        page.try_asked.connect(self._on_try)
        page.resume_asked.connect(self.resume_asked)
        page.help_asked.connect(self.help_asked)
        self.page = page

    def _gone(self) -> None:
        self.close()
        self._then()

    def _on_left(self) -> None:
        path = self.project.path if self.project is not None else None
        self.close()
        if path is not None:
            self.left.emit(path)

    def _on_try(self, draft: Draft, seat: str) -> None:
        scenario = draft.checked.scenario
        if scenario is not None:
            chosen = Offer(scenario.id, card_of(scenario), scenario, dict(draft.checked.bundle))
            self.try_asked.emit(chosen, seat)

    def _refused(self, error: OSError) -> None:
        words = self.tr("写不进你的场景文件夹：{reason}").format(reason=error.strerror or str(error))
        self._prompts.tell(self._window, self.tr("打不开编辑器"), words)
