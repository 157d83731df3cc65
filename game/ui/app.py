"""The desktop program: one application, one window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from game import __version__
from game.session.folders import crashes_dir, data_dir, lost_dir, sessions_dir
from game.ui import settings as settings_file
from game.ui.assets import assets_dir
from game.ui.collector import Collector
from game.ui.crash import CrashGuard
from game.ui.i18n import translate
from game.ui.motion import set_motion
from game.ui.probe import probe
from game.ui.shell import Shell
from game.ui.starting import offer
from game.ui.theme import Theme


class Languages:
    """Puts Qt's own words and ours into the language chosen."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, lang: str) -> None:
        """Change to `zh` or `en`."""
        self.drop()
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if lang == "zh" else QLocale.Language.English))
        if lang == "zh":
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._load("qtbase_zh_CN", folder)
        else:
            self._load(f"app_{lang}", str(assets_dir() / "i18n"))

    def drop(self) -> None:
        """Take the words out again; the window then speaks as its sources do."""
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)


def create_app(argv: Sequence[str] = ("tonghe",)) -> QApplication:
    """Return the application, the running one where there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(argv))
    app.setApplicationName("tonghe")
    app.setApplicationDisplayName("统合推演")
    app.setApplicationVersion(__version__)
    return app


def run_app(
    scenario: str | None = None, seat: str | None = None, seed: int | None = None, session: Path | None = None
) -> int:
    """Open the window, at once in a scenario or a session file if one is named; returns the exit code."""
    app = create_app(sys.argv[:1] or ("tonghe",))
    collector = Collector(app)
    watching = probe(app)
    path = data_dir() / "settings.toml"
    settings, aside = settings_file.load(path)
    languages = Languages(app)
    languages.use(settings.lang)
    theme = Theme(settings.theme, settings.scale)
    set_motion(app, theme, on=settings.motion)
    theme.apply(app)
    shell = Shell(app, theme, settings, path, sessions_dir())
    shell.language_changed.connect(languages.use)
    guard = CrashGuard(crashes_dir(), theme, lambda: shell, shell)
    guard.install()
    shell.show()
    shell.home.load()
    if aside is not None:
        shell.say(
            translate("Shell", "设置文件读不出来"),
            translate("Shell", "设置文件读不出来，已改用默认设置。原文件留在：{path}").format(path=aside),
        )
    lost = lost_dir()
    if lost is not None:
        shell.say(
            translate("Shell", "数据文件夹打不开"),
            translate("Shell", "选定的数据文件夹打不开：{path}。这一次先用系统的文件夹，可在“设置”里改。").format(
                path=lost
            ),
        )
    if session is not None:
        shell.resume(session)
    elif scenario is not None:
        chosen = offer(scenario)
        if chosen.scenario is not None and not chosen.fault:
            shell.begin(chosen, seat or chosen.scenario.default_seat or chosen.scenario.seats[0].id, seed)
        else:
            QTimer.singleShot(0, shell, lambda: shell.say(translate("Shell", "场景不能开始"), chosen.fault))
    code = app.exec()
    collector.close()
    if watching is not None:
        watching.close()
    return code
