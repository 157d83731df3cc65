"""The editor on a copy of a shipped scenario, checked at once in this thread, with a user who answers as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from uihelp import settle

from game.resources import scenario_dir
from game.ui.app import Languages
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.editor.store import make
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.starting import Starter
from game.ui.theme import Theme
from game.ui.worker import Direct


class Answers(Prompts):
    """Answers for the user and keeps what was asked and told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.refusals: list[str] = []
        """The words for no, empty where it is the usual one."""
        self.yes = False
        self.choice = ""
        self.text = ""

    def tell(self, parent, title, text):
        self.said.append((title, text))

    def confirm(self, parent, title, text, yes, done, *, no="", detail="", danger=False):
        self.asked.append(title)
        self.refusals.append(no)
        done(self.yes)

    def choose(self, parent, title, text, choices, done, *, detail=""):
        self.asked.append(title)
        done(self.choice)

    def ask_text(self, parent, title, text, value, yes, done):
        self.asked.append(text)
        if self.text:
            done(self.text)


@pytest.fixture
def looked(qapp) -> Iterator[Callable[[str, int], Theme]]:
    """Speak a language in a size of type, and the usual ones again afterwards."""
    languages = Languages(qapp)

    def look(lang: str, scale: int) -> Theme:
        languages.use(lang)
        theme = Theme("light", scale)
        theme.apply(qapp)
        return theme

    yield look
    languages.drop()
    Theme("light", 100).apply(qapp)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def small(data_folder: Path) -> Path:
    """The guided exercise as the user's own: one file."""
    return make(scenario_dir("first-order"), "small")


@pytest.fixture
def large(data_folder: Path) -> Path:
    """The hundred days as the user's own: a folder of many files."""
    return make(scenario_dir("hundred-days"), "large")


@pytest.fixture
def open_page(qtbot, theme: Theme, answers: Answers) -> Iterator[Callable[[Path], EditorPage]]:
    made: list[tuple[EditorPage, Project]] = []

    def opened(path: Path) -> EditorPage:
        project = Project(path)
        page = EditorPage(project, theme, Icons(theme), answers, worker=Direct())
        qtbot.addWidget(page)
        settle(page)
        made.append((page, project))
        return page

    yield opened
    for page, project in made:
        page.retire()
        project.close()
        project.deleteLater()


@pytest.fixture
def shell(qtbot, qapp, theme, tmp_path, answers):
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    made = Shell(
        qapp, theme, Settings(theme="light"), tmp_path / "settings.toml", sessions, starter=Starter(Direct),
        prompts=answers,
    )  # fmt: skip
    qtbot.addWidget(made)
    made.home.load(at_once=True)
    settle(made)
    yield made
    if made.editor is not None:
        made.editor.close()
