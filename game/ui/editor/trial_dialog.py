"""Try the draft from one of its injects on: ask what, play it beside the window, show what came, play on as a seat."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.authoring.trial_branches import Explored, explore
from game.county.place import County
from game.county.read import CountyError, slice_county
from game.scenario.findings import Finding
from game.scenario.model import Scenario
from game.scenario.render import message
from game.session.folders import sessions_dir
from game.ui.desk.form_choice import Choice
from game.ui.editor.contract import Draft
from game.ui.editor.trial_form import TrialForm
from game.ui.editor.trial_result import TrialResult
from game.ui.editor.trial_words import seat_names, why
from game.ui.errand import Errand, Stopped
from game.ui.errand_dialog import ErrandDialog
from game.ui.i18n import language, translate
from game.ui.icons import Icons
from game.ui.starting import session_name
from game.ui.theme import Theme
from game.ui.widgets import Page, button, discard, label, spaced
from game.ui.worker import Worker

_LISTED = 8
"""Faults of a broken draft that are listed."""


class TrialDialog(ErrandDialog):
    """Signals: `played_on` (path of the session to open), `place_asked` (file, line, column) of a fault."""

    played_on = Signal(object)
    place_asked = Signal(str, int, int)

    def __init__(
        self,
        draft: Draft,
        county: County | None,
        inject: str,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
    ) -> None:
        """`inject` is the one at the cursor, "" for none."""
        super().__init__(
            "editor.trial", translate("TrialDialog", "从一件情况试推"), theme, icons, parent, worker,
            progress=translate("TrialDialog", "试推进度"),
        )  # fmt: skip
        self._draft = draft
        self._found: Explored | None = None
        self.result_page: TrialResult | None = None
        self.form: TrialForm | None = None
        scenario = draft.checked.scenario
        self._seats = seat_names(scenario) if scenario is not None else {}
        column = self._column()
        self.stack = QStackedWidget(self)
        column.addWidget(self.stack, 1)
        self.stack.addWidget(self._asked(scenario, county, inject))
        self._build_foot(column)
        self._show_state()
        (self.form.inject if self.form is not None else self.go).setFocus()
        self._fit(42, 32)

    def _asked(self, scenario: Scenario | None, county: County | None, inject: str) -> QWidget:
        if scenario is None or county is None or not scenario.injects:
            return self._faulty()
        self.form = TrialForm(scenario, _part(scenario, county), self._theme, self._icons, self)
        self.form.inject.set_value(inject or scenario.injects[0].id)
        self.form.changed.connect(self._show_state)
        return self.form

    def _faulty(self) -> Page:
        """Say what keeps the draft from being played, and how each fault is mended."""
        page, errors = Page(self._theme, 0, 2), self._draft.checked.errors
        if not errors:
            page.body.addWidget(label(self.tr("场景里还没有情况，先写一条。"), wrap=True))
        else:
            page.body.addWidget(label(self.tr("文字里有错，还推演不了。先改正："), "heading", wrap=True))
        for finding in errors[:_LISTED]:
            place = self.tr("{file} 第{line}行").format(file=finding.file, line=finding.line)
            page.body.addWidget(label(place, "small"))
            page.body.addWidget(label(_whole(finding), wrap=True))
        if len(errors) > _LISTED:
            page.body.addWidget(label(self.tr("还有 {count} 处。").format(count=len(errors) - _LISTED), "muted"))
        page.body.addStretch(1)
        return page

    def _build_foot(self, column: QVBoxLayout) -> None:
        theme, icons = self._theme, self._icons
        column.addWidget(self.bar)
        column.addWidget(self.said)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        self.back = button(self.tr("改设置"), icons, "back", name="editor.trial.back", tip=self.tr("改了再试一遍"))
        self.seat = Choice("editor.trial.seat", self.tr("坐哪个席位接着玩"))
        self.seat.set_options(tuple(self._seats.items()))
        self.play = button(
            self.tr("接着玩"), icons, "play", kind="primary", name="editor.trial.play",
            tip=self.tr("从情况送达的那天起，坐这个席位推演下去；存成一场单独的推演"),
        )  # fmt: skip
        self.shut = button(self.tr("关闭"), name="editor.trial.close")
        self.go = button(self.tr("看第一处"), icons, "open", kind="primary", name="editor.trial.go")
        self.start = button(self.tr("开始试推"), icons, "play", kind="primary", name="editor.trial.start")
        self._seat_word = label(self.seat.accessibleName(), parent=self)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self._seat_word)
        foot.addWidget(self.seat, 2)
        for part in (self.play, self.shut, self.stop, self.go, self.start):
            foot.addWidget(part)
        column.addLayout(foot)
        self.back.clicked.connect(self.ask_again)
        self.play.clicked.connect(self.play_on)
        self.shut.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.start.clicked.connect(self.run)

    # Public methods

    def run(self) -> None:
        """Try what the form asks for."""
        if self.busy or self.form is None or not self.form.good():
            return
        bundle, wish, lang = dict(self._draft.checked.bundle), self.form.wish(), language()

        def work(mine: Errand) -> Explored:
            found = explore(bundle, wish, lang=lang, progress=mine.tell_or_stop)
            if mine.stopped:
                found.trial.close()
                raise Stopped
            return found

        self._begin(self.tr("电脑正在推演到这件情况，可以随时停下。"), work, self._on_explored)

    def ask_again(self) -> None:
        """Go back to the form; what was found is let go."""
        self._let_go()
        self.said.clear()
        self._show_state()

    def play_on(self) -> None:
        """Keep the session as it stands with the inject on the desk, to be played on by a person."""
        found, seat = self._found, self.seat.value()
        if self.busy or found is None or not seat:
            return
        name = session_name(found.begun["scenario"], seat, trial=True)

        def work(mine: Errand) -> Path:
            try:
                path = sessions_dir() / name
                found.trial.keep(path, seat)
                if mine.stopped:  # nobody will ever open it
                    path.unlink()
                return path
            finally:
                if mine.stopped:  # the dialog has gone: nobody else holds the session
                    found.trial.close()

        self._begin(self.tr("正在存成一场推演…"), work, self._on_kept)

    # Slots

    def _told(self, done: int, of: int) -> str:
        return self.tr("推演了 {done}/{total} 个回合，可以随时停下。").format(done=done, total=of)

    def _on_explored(self, found: Explored) -> None:
        if self.result_page is not None:
            self._let_go()
        self._found = found
        self.result_page = TrialResult(found, self._seats, self._theme, self)
        self.stack.addWidget(self.result_page)
        self.stack.setCurrentWidget(self.result_page)
        asked = found.begun["paper"]["seats"]
        self.seat.set_value(next((seat for seat in asked if seat in self._seats), ""))
        self.said.clear()
        self._show_state()
        self.play.setFocus()

    def _on_kept(self, path: Path) -> None:
        self.played_on.emit(path)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._show_state()
        if isinstance(error, Stopped):
            self.said.setText(self.tr("停下了，什么也没有留下。"))
        else:
            self.said.setText(self.tr("试推没有成功：{reason}").format(reason=why(error)))

    def _on_go(self) -> None:
        errors = self._draft.checked.errors
        if errors:
            self.place_asked.emit(errors[0].file, errors[0].line, errors[0].column)
        self.accept()

    def _on_finished(self, code: int) -> None:
        super()._on_finished(code)
        if not self.busy and self._found is not None:
            self._found.trial.close()
        self._found = None

    # Helpers

    def _let_go(self) -> None:
        if self._found is not None:
            self._found.trial.close()
            self._found = None
        if self.result_page is not None:
            self.stack.removeWidget(self.result_page)
            discard(self.result_page)
            self.result_page = None

    def _show_state(self) -> None:
        """Show the buttons that mean something now."""
        busy, found, form = self.busy, self._found is not None, self.form
        self.bar.setVisible(busy)
        self.stop.setVisible(busy and not found)
        self.stop.setEnabled(busy)
        self.stack.setEnabled(not busy)
        self.start.setVisible(form is not None and not busy and not found)
        self.start.setEnabled(form is not None and form.good())
        self.go.setVisible(form is None and bool(self._draft.checked.errors))
        for part in (self.back, self._seat_word, self.seat, self.play):
            part.setVisible(found)
            part.setEnabled(not busy)


def _part(scenario: Scenario, county: County) -> County:
    """Return the part of the county that the scenario plays in."""
    try:
        return slice_county(county, scenario.county.townships, scenario.county.households)
    except CountyError:  # the trial says what is wrong with it
        return county


def _whole(finding: Finding) -> str:
    from game.ui.editor.findings_panel import whole

    return whole(finding) or message(finding, language())
