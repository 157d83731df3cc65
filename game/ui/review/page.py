"""The review page: four ways to look at the same exercise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from game.review.story import story
from game.session.session import Session
from game.ui.english import worded
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.prompts import Prompts
from game.ui.review.entries import told
from game.ui.review.events import EventsPanel
from game.ui.review.overlay import OverlayPanel
from game.ui.review.replay import ReplayPanel
from game.ui.review.score import ScorePanel
from game.ui.settings import Settings
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.way_back import way_back
from game.ui.widgets import Elided, FoldingRow, Pill, Segments, button, named, spaced


class ReviewPage(QWidget):
    """The review of one session; of one that goes on, what an instructor looks at: no score, and no report yet.

    Emits `left` (back to the desks, where there are any) and `home`.
    """

    left = Signal()
    home = Signal()
    score: ScorePanel
    """Only of a session that is over."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        settings: Settings,
        prompts: Prompts,
        seat: str = "",
        parent: QWidget | None = None,
        *,
        over: bool = True,
        desks: bool = False,
        tried: bool = False,
    ) -> None:
        super().__init__(parent)
        self._over, self._desks, self._tried = over, desks, tried
        self._session, self._theme, self._settings, self._prompts = session, theme, settings, prompts
        self._icons = Icons(theme)
        self._view = worded(session.view("review"), settings.lang)
        self._names = NameBook(self._view, self.say, settings.lang)
        self._build_ui(seat)
        self._connect()

    def say(self, code: str, **params: str | int) -> str:
        """Return a text of the catalogue in the window's language."""
        from game.exercise.texts import say

        return say(code, self._settings.lang, **params)

    def show_part(self, part: str) -> None:
        """Show `score`, `replay`, `overlay` or `events`."""
        self.parts.choose(part)
        self._on_part(part)

    def retire(self) -> None:
        """Work nothing more out; for a page that goes, before its session is closed."""
        self.replay.frames.stop()

    # Building

    def _build_ui(self, seat: str) -> None:
        theme, icons = self._theme, self._icons
        named(self, "review", self.tr("复盘") if self._over else self.tr("教员看盘"))
        head = self._head()
        parts = [
            ("replay", self.tr("地图与回放")),
            ("overlay", self.tr("账面与真实")),
            ("events", self.tr("时间线")),
        ]
        if self._over:
            parts.insert(0, ("score", self.tr("得分与依据")))
        self.parts = Segments(theme, parts, "review.parts", self.tr("看哪一部分"))
        entries = told(self._session, story(self._session, self._settings.lang), self._names)
        self.replay = ReplayPanel(self._session, self._view, entries, theme, icons, self._names, self._prompts)
        self.overlay = OverlayPanel(self._session, theme, icons, self._names, self._prompts)
        self.events = EventsPanel(self._session, entries, theme, icons, self._names, self._settings.lang)
        self.stack = QStackedWidget()
        if self._over:
            self.score = ScorePanel(self._session, seat, theme, icons, self._names, self._settings.lang)
            self.stack.addWidget(self.score)
        for panel in (self.replay, self.overlay, self.events):
            self.stack.addWidget(panel)
        self._order = {part: number for number, (part, _) in enumerate(parts)}
        outer = spaced(QVBoxLayout(self), theme, 4, 3)
        outer.addWidget(head)
        outer.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.stack, 1)
        self._keys = []
        for index, (part, _) in enumerate(parts, 1):
            key = QShortcut(QKeySequence(f"Ctrl+{index}"), self)
            key.activated.connect(weak_slot(self.show_part, part))
            self._keys.append(key)

    def _head(self) -> FoldingRow:
        theme, icons = self._theme, self._icons
        row = FoldingRow(theme, 0, 2, self)
        if self._desks:
            back = button("", icons, "back", kind="quiet", name="review.desk", tip=self.tr("回到桌面"))
            back.clicked.connect(self.left)
            row.add(back)
        title = self.tr("复盘 · {title}") if self._over else self.tr("教员看盘 · {title}")
        words = Elided("title", row)
        words.setText(title.format(title=self._view.scenario_title))
        state = Pill(theme, icons, parent=row)
        if not self._over:
            turn = self.tr("第{turn}回合，共{turns}回合").format(turn=self._view.turn + 1, turns=self._view.turns)
            state.set_state(turn, "accent", "clock")
        elif self._view.evaluation is not None:
            passed = self._view.evaluation.passed
            text = self.tr("退出评估通过") if passed else self.tr("退出评估未通过")
            state.set_state(text, "ok" if passed else "overdue", "ok" if passed else "overdue")
        self.export = button(
            self.tr("导出报告"), icons, "copy", name="review.export", tip=self.tr("写出网页报告和逐条记录")
        )
        words_home, icon_home = way_back(tried=self._tried)
        home = button(words_home, icons, icon_home, name="review.home", tip=words_home)
        row.add(words, 1)
        row.add(state, firm=True)
        state.setVisible(not self._over or self._view.evaluation is not None)
        row.add(self.export, fold=2)
        self.export.setVisible(self._over)
        row.add(home, fold=1)
        home.clicked.connect(self.home)
        return row

    def _connect(self) -> None:
        self.parts.picked.connect(self._on_part)
        self.export.clicked.connect(self._on_export)
        if self._over:
            self.score.event_asked.connect(self._on_event_asked)
        self.events.day_asked.connect(self._on_day_asked)

    # Slots

    @Slot(str)
    def _on_part(self, part: str) -> None:
        self.stack.setCurrentIndex(self._order[part])

    @Slot(str, int)
    def _on_event_asked(self, ref: str, seq: int) -> None:
        self.show_part("events")
        self.events.seek(ref, seq)

    @Slot(int)
    def _on_day_asked(self, day: int) -> None:
        self.show_part("replay")
        self.replay.go_to_day(day)

    @Slot()
    def _on_export(self) -> None:
        name = f"{self._view.scenario_id}-review.html"
        self._prompts.save_file(self, self.tr("导出复盘报告"), self.tr("网页 (*.html)"), name, self._write)

    def _write(self, target: Path) -> None:
        from game.review.write import write_report

        try:
            files = [
                write_report(self._session, target.parent, form, self._settings.lang, stem=target.stem)
                for form in ("html", "jsonl")
            ]
        except OSError as error:
            text = self.tr("写不进这个文件夹：{reason}。请换一个文件夹再导出。").format(reason=str(error))
            self._prompts.tell(self, self.tr("没有导出"), text)
            return
        written = "\n".join(str(file) for file in files)
        self._prompts.tell(self, self.tr("已导出"), self.tr("报告已写到：\n{files}").format(files=written))
