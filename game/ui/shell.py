"""The one window of the program: home, briefing, and the exercise in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QToolTip, QWidget

from game.ui import settings as settings_file
from game.ui.collector import loosen, settle
from game.ui.focus_order import step
from game.ui.glossary import explain
from game.ui.home import HomePage
from game.ui.icons import Icons
from game.ui.loading import load
from game.ui.motion import set_motion
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.starting import Offer, Started, Starter
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.bridge import Bridge
    from game.ui.editor.door import EditorDoor
    from game.ui.main_window import MainWindow
    from game.ui.review_door import ReviewDoor


SIZE = (1440, 900)
"""Of the window where it was never open before, on a screen that is large enough."""


class Shell(QMainWindow):
    """Holds the pages and what outlives an exercise: settings, theme, the session in play."""

    language_changed = Signal(str)

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        settings: Settings,
        settings_path: Path,
        sessions: Path,
        *,
        starter: Starter | None = None,
        prompts: Prompts | None = None,
    ) -> None:
        super().__init__()
        self._app, self._theme = app, theme
        self._settings, self._settings_path, self._sessions = settings, settings_path, sessions
        self.prompts = prompts or Prompts(self)
        self._starter = starter or Starter(parent=self)
        self.bridge: Bridge | None = None
        self.main: MainWindow | None = None
        self.editor: EditorDoor | None = None
        """The way into the editor, made when first asked for."""
        self.reviews: ReviewDoor | None = None
        """The way into the review, made when first asked for."""
        self._trying = False
        """Whether going home leads back to the editor."""
        self._passing = False
        """Whether the session is one that is not to be continued later."""
        self.setWindowTitle(self.tr("统合推演"))
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.home = self._make_home()
        self._starter.ready.connect(self._on_ready)
        self._starter.failed.connect(self._on_failed)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        QShortcut(QKeySequence("Ctrl+/"), self).activated.connect(self.show_keys)
        # A first start on a small screen must not put the buttons at the bottom beyond its edge
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode("ascii")))

    # Public methods

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    @property
    def page(self) -> QWidget:
        """The page shown."""
        return self._stack.currentWidget() or self.home

    def begin(self, chosen: Offer, seat: str, seed: int | None) -> None:
        """Begin an exercise; the briefing follows when the county is made."""
        self.home.set_busy(self.tr("正在准备县情，请稍候…"))
        self._starter.create(chosen, seat, seed, self._sessions)

    def resume(self, path: Path) -> None:
        """Continue a session file."""
        self.home.set_busy(self.tr("正在打开推演…"))
        self._starter.open(path)

    def look(self, path: Path) -> None:
        """Show a session file to an instructor, recorded beside true."""
        self._reviews().ask(path)

    def show_home(self) -> None:
        """Leave the exercise; everything done in it is on disk."""
        self._let_go()
        self._passing = False
        if self._trying and self.editor is not None and self.editor.page is not None:
            self._trying = False
            self._stack.setCurrentWidget(self.editor.page)
            self.editor.page.take_focus()
            return
        self.home.show_recent(self._settings)
        self._stack.setCurrentWidget(self.home)

    def edit(self, name: str) -> None:
        """Open the editor on a scenario of the user's own, or on a copy of one of the library."""
        self._door().open(name)

    def new_scenario(self) -> None:
        """Ask for a title and a template, and edit what is made of them."""
        self._door().ask_new()

    def try_out(self, chosen: Offer, seat: str) -> None:
        """Play a draft from the editor; going home then leads back there."""
        from game.ui.editor.door import TRIES

        folder = self._sessions / TRIES
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob("*.tonghe*"):
                old.unlink(missing_ok=True)
        except OSError as error:
            self._on_failed(str(error))
            return
        self._trying = self._passing = True
        self._starter.create(chosen, seat, None, folder)

    def play_trial(self, path: Path) -> None:
        """Play on in a session that an author's trial left; it is one to continue later, and home is the editor."""
        self._trying, self._passing = True, False
        self._starter.open(path)

    def show_help(self, topic: str = "", word: str = "") -> None:
        """Open the help beside the work, at a page or at that of the screen shown."""
        load()
        from game.ui.help import HelpDialog

        topic = topic or self._topic()
        found = self.findChild(HelpDialog)
        if isinstance(found, HelpDialog) and found.isVisible():
            found.turn_to(topic, word)
        else:
            found = HelpDialog(self._theme, self, topic=topic, lang=self._settings.lang, word=word)
            found.show()
        found.raise_()
        found.activateWindow()

    def show_keys(self) -> None:
        """Open the keyboard sheet."""
        self.show_help("keys")

    def show_settings(self) -> None:
        """Open the settings."""
        load()
        from game.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self._theme, self, self.prompts)
        dialog.chosen.connect(self.take_settings)
        dialog.open()

    def take_settings(self, chosen: Settings) -> None:
        """Put new settings into force, on disk and on the screen."""
        before, self._settings = self._settings, chosen
        self._save()
        if chosen.lang != before.lang:
            self.language_changed.emit(chosen.lang)
        set_motion(self._app, self._theme, on=chosen.motion)
        self._theme.apply(self._app, chosen.theme, chosen.scale)
        self._rebuild()

    def say(self, text: str, detail: str = "") -> None:
        """Tell the user something that matters."""
        if self.main is not None and self._stack.currentWidget() is self.main:
            self.main.toasts.say(text, detail, "warn")
        else:
            self.prompts.tell(self, text, detail or text)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Explain a word of the county where the pointer rests on it and nothing below has more to say."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            under = self.childAt(event.pos())
            text = explain(under, under.mapFrom(self, event.pos()), self._settings.lang) if under is not None else ""
            if text:
                QToolTip.showText(event.globalPos(), text, under)
                return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Let Tab go through the window as it is read: forms built anew would else come after everything."""
        return step(self, forward=next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and let go of the session; unsaved work in the editor is asked about first."""
        if self.editor is not None and self.editor.dirty:
            event.ignore()
            self.editor.leave(self._close_later)
            return
        if self.editor is not None:
            self.editor.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings = replace(self._settings, window=geometry)
        self._save()
        self._let_go()
        self.home.stop()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        super().closeEvent(event)

    # Slots

    def _on_ready(self, started: Started) -> None:
        from game.ui.bridge import Bridge
        from game.ui.briefing import BriefingPage

        self.home.set_busy("")
        self._let_go()
        self.bridge = Bridge(
            started.play,
            self._theme,
            settings=self._settings,
            worker=started.worker,
            prompts=self.prompts,
            tried=self._trying,
            parent=self,
        )
        if started.path is not None and not self._passing:
            self._settings = settings_file.with_recent(self._settings, str(started.path))
            self.bridge.settings = self._settings
            self._save()
        if started.fresh and self.bridge.view.turn == 0 and not self.bridge.view.over:
            page = BriefingPage(self.bridge)
            page.begun.connect(self._on_begun)
            page.left.connect(self.show_home)
            self._show(page)
        else:
            self._on_begun()
        if started.damage:
            self.say(self.tr("推演文件有损坏"), started.damage)

    def _on_failed(self, reason: str) -> None:
        self._trying = self._passing = False
        self.home.set_busy("")
        self.prompts.tell(self, self.tr("不能开始"), reason)

    def _on_begun(self) -> None:
        from game.ui.main_window import MainWindow

        if self.bridge is not None:
            self.main = MainWindow(self.bridge)
            self.main.asked.connect(self._on_asked)
            self.main.limited.connect(self._on_limited)
            self._show(self.main)
            settle()

    def _on_limited(self, minutes: int) -> None:
        self._settings = replace(self._settings, turn_minutes=minutes)
        if self.bridge is not None:
            self.bridge.settings = self._settings
        self._save()

    def _on_asked(self, what: str) -> None:
        kind, _, rest = what.partition(":")
        if what == "home":
            self.show_home()
        elif kind == "help":
            self.show_help(*rest.split(":", 1) if rest else ())
        elif what == "settings":
            self.show_settings()
        elif what == "review" and self.bridge is not None:
            self._reviews().review(self.bridge)
        elif what == "new":
            self.new_scenario()
        elif kind == "edit":
            self.edit(rest)

    # Helpers

    def _topic(self) -> str:
        """Return the page of the help that speaks of the screen shown."""
        page = self.page
        if self.main is not None and page is self.main:
            return self.main.current
        return page.objectName()

    def _make_home(self) -> HomePage:
        home = HomePage(self._theme, Icons(self._theme), self._settings, self.prompts)
        home.begin.connect(self.begin)
        home.resume.connect(self.resume)
        home.look.connect(self.look)
        home.asked.connect(self._on_asked)
        self._stack.addWidget(home)
        return home

    def _show(self, page: QWidget) -> None:
        self._drop_all_but(self.home, page)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _door(self) -> EditorDoor:
        if self.editor is None:
            load()
            from game.ui.editor.door import EditorDoor

            self.editor = EditorDoor(self._theme, self.prompts, self)
            self.editor.shown.connect(self._show)
            self.editor.left.connect(self._on_editor_left)
            self.editor.try_asked.connect(self.try_out)
            self.editor.resume_asked.connect(self.play_trial)
            self.editor.help_asked.connect(self.show_help)
        return self.editor

    def _close_later(self) -> None:
        """Close once the question is answered; Qt would take no second close within the first."""
        QTimer.singleShot(0, self, self.close)

    def _on_editor_left(self, path: Path) -> None:
        self._drop_all_but(self.home)
        self.home.reload(str(path))
        self.show_home()

    def _rebuild(self) -> None:
        """Build every page anew: sizes and colours are taken when a widget is made."""
        page, desk = self._stack.currentWidget(), ""
        was_main, was_home = page is self.main, page is self.home
        if self.main is not None:
            desk = self.main.current
        old, self.home = self.home, self._make_home()
        old.stop()
        self._drop(old)
        self.home.reload(old.chosen)
        if self.editor is not None and (old_page := self.editor.page) is not None:
            page_now = self.editor.rebuild()
            if page_now is not None:
                self._stack.addWidget(page_now)
                if page is old_page:
                    self._stack.setCurrentWidget(page_now)
            self._drop(old_page)
        if self.bridge is not None:
            self.bridge.settings = self._settings
            self.bridge.icons = Icons(self._theme)
            self.bridge.refresh()
            if was_main:
                self._on_begun()
                if self.main is not None:
                    self.main.show_desk(desk)
            elif not was_home:
                from game.ui.briefing import BriefingPage

                briefing = BriefingPage(self.bridge)
                briefing.begun.connect(self._on_begun)
                briefing.left.connect(self.show_home)
                self._show(briefing)
        if was_home:
            self._stack.setCurrentWidget(self.home)

    def _reviews(self) -> ReviewDoor:
        if self.reviews is None:
            load()
            from game.ui.review_door import ReviewDoor

            self.reviews = ReviewDoor(self._theme, self.prompts, self)
            self.reviews.shown.connect(self._on_review_shown)
            self.reviews.left.connect(self._on_review_left)
            self.reviews.home.connect(self.show_home)
            self.reviews.busy.connect(self._on_busy)
        self.reviews.settings = self._settings
        return self.reviews

    def _on_busy(self, words: str) -> None:
        self.home.set_busy(words)

    def _on_review_shown(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _on_review_left(self) -> None:
        frame = self._stack.currentWidget()
        if self.main is not None and frame is not None and frame is not self.main:
            self._stack.setCurrentWidget(self.main)
            self._drop(frame)

    def _drop_all_but(self, *kept: QWidget) -> None:
        if self.editor is not None and self.editor.page is not None:
            kept = (*kept, self.editor.page)
        for index in reversed(range(self._stack.count())):
            old = self._stack.widget(index)
            if old is not None and old not in kept:
                self._drop(old)

    def _drop(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()

    def _let_go(self) -> None:
        self.main = None
        if self.reviews is not None:
            self.reviews.close()
        self._drop_all_but(self.home)
        if self.bridge is not None:
            self.bridge.close()
            self.bridge.deleteLater()
            self.bridge = None
        loosen()

    def _save(self) -> None:
        try:
            settings_file.save(self._settings, self._settings_path)
        except OSError as error:
            self.say(self.tr("设置没有存下来"), str(error))
