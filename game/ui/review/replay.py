"""The replay: a scrubber over the weeks that moves map, figures and events together."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from game.exercise.figures import share
from game.review.story import Entry, by_turn
from game.session.session import Session
from game.ui.i18n import listed
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.names import NameBook
from game.ui.phases import PhaseStrip, spans_entered
from game.ui.theme import Theme
from game.ui.widgets import Card, KeyValues, Page, RecordTable, Segments, button, label, named, spaced

STEP_MS = 1200
"""Time a week stands still while the replay runs."""
AHEAD_MS = 40
"""Pause between two weeks that are worked out ahead while nothing is asked for."""
SHADES = 5
_BESIDE = 44
"""Width in lines from which the figures stand beside the map."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The county at the end of one turn."""

    turn: int
    day: int
    shown: dict[str, int]
    true: dict[str, int]
    recorded_by_township: dict[str, int]
    true_by_township: dict[str, int]


class ReplayPanel(QWidget):
    """A scrubber, a map of recorded or true incidence, the figures and the events of the week."""

    def __init__(
        self, session: Session, entries: tuple[Entry, ...], theme: Theme, icons: Icons, names: NameBook
    ) -> None:
        super().__init__()
        self._session, self._theme, self._icons, self._names = session, theme, icons, names
        self._entries = entries
        self._events = by_turn(entries)
        self._frames: dict[int, Frame] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD_MS)
        self._build_ui()
        self._connect()
        self.go_to_turn(session.state.turn)

    @property
    def turn(self) -> int:
        """The turn shown."""
        return self.slider.value()

    def go_to_turn(self, turn: int) -> None:
        """Show the end of a turn."""
        if self.slider.value() == turn:
            self._show(turn)
        else:
            self.slider.setValue(turn)

    def go_to_day(self, day: int) -> None:
        """Show the turn that ends on or after a day."""
        history = self._session.state.history
        self.go_to_turn(next((r.turn for r in history if r.day >= day), history[-1].turn if history else 0))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work the weeks out ahead, one at a time, so that the scrubber never waits."""
        super().showEvent(event)
        self._ahead.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        self._ahead.stop()
        self._stop()
        super().hideEvent(event)

    # Building

    def _build_ui(self) -> None:
        theme = self._theme
        named(self, "review.replay", self.tr("回放"))
        outer = spaced(QVBoxLayout(self), theme, 0, 3)
        bar = spaced(QHBoxLayout(), theme, 0, 2)
        self.play = button(self.tr("播放"), self._icons, "play", kind="primary", name="review.play")
        self.back = button("", self._icons, "back", name="review.back", tip=self.tr("上一回合"))
        self.forward = button("", self._icons, "next", name="review.forward", tip=self.tr("下一回合"))
        self.slider = named(QSlider(Qt.Orientation.Horizontal), "review.slider", self.tr("第几周"))
        self.slider.setRange(0, max(0, self._session.state.turn))
        self.slider.setPageStep(1)
        self.slider.setTickInterval(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.when = label("", "heading")
        for widget in (self.play, self.back, self.forward):
            bar.addWidget(widget)
        way = spaced(QVBoxLayout(), theme, 0, 0)
        way.addWidget(self.slider)
        self.phases = named(PhaseStrip(theme), "review.phases")
        days = max(1, self.slider.maximum()) * self._session.state.scenario.turn.days
        self.phases.show_spans(
            spans_entered(self._session.view("review").phases, self._entries, days), 0, days, self._names
        )
        way.addWidget(self.phases)
        bar.addLayout(way, 1)
        bar.addWidget(self.when)
        outer.addLayout(bar)
        middle = self._middle = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 3)
        card = Card(theme, self.tr("各乡镇贫困发生率"))
        sides = [("shown", self.tr("记录")), ("true", self.tr("真实")), ("gap", self.tr("差距"))]
        self.side = Segments(theme, sides, "review.side", self.tr("地图显示哪一面"))
        card.head.addWidget(self.side)
        self.map = named(ReplayMap(self._session, theme, self._names), "review.map", self.tr("回放地图"))
        card.body.addWidget(self.map, 1)
        if theme.dark:
            note = self.tr("颜色越亮，发生率越高；“差距”是真实比记录高出多少。")
        else:
            note = self.tr("颜色越深，发生率越高；“差距”是真实比记录高出多少。")
        card.body.addWidget(label(note, "small", wrap=True))
        middle.addWidget(card, 3)
        right = spaced(QVBoxLayout(), theme, 0, 3)
        figures = Card(theme, self.tr("这一回合的数字"))
        self.figures = KeyValues(theme, 2)
        figures.body.addWidget(self.figures)
        right.addWidget(figures)
        events = Card(theme, self.tr("这一回合发生的事"))
        county = self.tr("县里")
        columns: list[Column[Entry]] = [
            Column(self.tr("谁"), lambda e: e.who or county, width=7, tip=lambda e: e.who or county),
            Column(self.tr("事情"), lambda e: e.text, width=-1, tip=lambda e: e.text),
        ]
        self.table: RecordTable[Entry] = RecordTable(
            columns,
            theme,
            self._icons,
            name="review.week",
            accessible=self.tr("这一回合发生的事"),
            key=lambda e: (e.seq, e.kind, e.text),
        )
        events.body.addWidget(self.table, 1)
        right.addWidget(events, 1)
        middle.addLayout(right, 2)
        # One below the other in large type, and then the page scrolls
        page = Page(theme, 0, 0)
        page.body.addLayout(middle, 1)
        outer.addWidget(page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set figures and events beside the map, or below it where they would be cut."""
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_BESIDE)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._show)
        self.play.clicked.connect(self._on_play)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.side.picked.connect(self._on_side)
        self._timer.timeout.connect(self._on_tick)
        self._ahead.timeout.connect(self._on_ahead)

    # Slots

    @Slot(int)
    def _show(self, turn: int) -> None:
        frame = self._frame(turn)
        if frame is None:
            return
        self.when.setText(self._names.date(frame.day))
        self.back.setEnabled(turn > 0)
        self.forward.setEnabled(turn < self.slider.maximum())
        self.map.show_frame(frame)
        value = self._names.value
        shown, true = frame.shown, frame.true
        pairs = [
            (self.tr("贫困发生率（记录）"), value(shown.get("incidence_recorded_bp", 0), "bp")),
            (self.tr("贫困发生率（真实）"), value(true.get("incidence_true_bp", 0), "bp")),
            (self.tr("未结问题"), str(shown.get("problems_open", 0))),
            (self.tr("已销号"), str(shown.get("problems_closed", 0))),
            (self.tr("干部疲劳"), value(shown.get("fatigue", 0), "permille")),
            (self.tr("形式主义（真实）"), value(true.get("formalism", 0), "permille")),
            (self.tr("认可度（记录）"), value(shown.get("approval", 0), "permille")),
            (self.tr("基层被占工时"), value(shown.get("grassroots_hours", 0), "hours")),
        ]
        self.figures.set_pairs(pairs)
        self.table.set_records(self._events.get(turn - 1, []) if turn else [])

    @Slot()
    def _on_play(self) -> None:
        if self._timer.isActive():
            self._stop()
            return
        if self.slider.value() >= self.slider.maximum():
            self.slider.setValue(0)
        self.play.setText(self.tr("停下"))
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        if self.slider.value() >= self.slider.maximum():
            self._stop()
        else:
            self.slider.setValue(self.slider.value() + 1)

    @Slot()
    def _on_ahead(self) -> None:
        missing = next((t for t in range(self.slider.maximum() + 1) if t not in self._frames), None)
        if missing is None or self._frame(missing) is None:
            self._ahead.stop()

    @Slot()
    def _on_back(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    @Slot()
    def _on_forward(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    @Slot(str)
    def _on_side(self, side: str) -> None:
        self.map.show_side(side)

    # Private

    def _stop(self) -> None:
        self._timer.stop()
        self.play.setText(self.tr("播放"))

    def _frame(self, turn: int) -> Frame | None:
        if turn not in self._frames:
            record = next((r for r in self._session.state.history if r.turn == turn), None)
            if record is None:
                return None
            state = self._session.state_at(record.day) if turn < self._session.state.turn else self._session.state
            recorded: dict[str, int] = {}
            true: dict[str, int] = {}
            for township in state.county.townships:
                rows = slice(township.first, township.last)
                persons = int(state.sums.persons[rows].sum())
                recorded[township.id] = share(int(state.sums.recorded_persons[rows].sum()), persons, 10_000)
                true[township.id] = share(int(state.sums.poor_persons[rows].sum()), persons, 10_000)
            self._frames[turn] = Frame(turn, record.day, dict(record.shown), dict(record.true), recorded, true)
        return self._frames[turn]


class ReplayMap(QWidget):
    """Townships shaded by incidence, each with its name and number."""

    def __init__(self, session: Session, theme: Theme, names: NameBook) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._townships = session.state.county.townships
        self._frame: Frame | None = None
        self._side = "shown"
        xs = [x for t in self._townships for x, _ in t.outline]
        ys = [y for t in self._townships for _, y in t.outline]
        history = session.state.history
        self._highest = max(
            [100, *(v for r in history for k, v in r.shown.items() if k.startswith("incidence_recorded_bp@"))]
            + [r.true.get("incidence_true_bp", 0) for r in history]
        )
        self._bounds = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))

    def sizeHint(self) -> QSize:
        """Room for the names."""
        return QSize(self._theme.px(24), self._theme.px(11))

    def show_frame(self, frame: Frame) -> None:
        """Show another week."""
        self._frame = frame
        self._speak()
        self.update()

    def show_side(self, side: str) -> None:
        """Show `shown`, `true` or `gap`."""
        self._side = side
        self._speak()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the townships."""
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.space(3)
        factor = min(
            (self.width() - 2 * edge) / max(1.0, self._bounds.width()),
            (self.height() - 2 * edge) / max(1.0, self._bounds.height()),
        )
        left = (self.width() - self._bounds.width() * factor) / 2
        top = (self.height() - self._bounds.height() * factor) / 2

        def spot(x: float, y: float) -> QPointF:
            return QPointF(left + (x - self._bounds.left()) * factor, top + (y - self._bounds.top()) * factor)

        for township in self._townships:
            value = self._value(township.id)
            shade = min(SHADES - 1, abs(value) * SHADES // self._highest)
            painter.setBrush(self._theme.color(f"ramp{shade}"))
            painter.setPen(QPen(self._theme.color("edge"), self._theme.line(1.4)))
            polygon = QPolygonF([spot(x, y) for x, y in township.outline])
            painter.drawPolygon(polygon)
            self._write(painter, polygon.boundingRect().center(), township.name, self._names.value(value, "bp"))

    def _speak(self) -> None:
        words = [f"{t.name} {self._names.value(self._value(t.id), 'bp')}" for t in self._townships]
        self.setAccessibleDescription(listed(words))

    def _value(self, township: str) -> int:
        frame = self._frame
        if frame is None:
            return 0
        shown, true = frame.recorded_by_township[township], frame.true_by_township[township]
        return {"shown": shown, "true": true, "gap": true - shown}[self._side]

    def _write(self, painter: QPainter, middle: QPointF, name: str, value: str) -> None:
        theme = self._theme
        painter.setFont(theme.font("body", bold=True))
        height = painter.fontMetrics().height()
        width = max(painter.fontMetrics().horizontalAdvance(text) for text in (name, value)) + theme.space(3)
        box = QRectF(middle.x() - width / 2, middle.y() - height, width, 2 * height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface", 225))
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.setPen(theme.color("text"))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(box.x(), box.y(), width, height), centre, name)
        painter.drawText(QRectF(box.x(), box.y() + height, width, height), centre, value)
