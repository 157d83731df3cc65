"""The replay: a scrubber over the weeks that moves map, figures and events together."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.review.story import Entry, by_turn
from game.session.session import Session
from game.ui.county_map.faces import CountyMap
from game.ui.county_map.layers import Layer
from game.ui.county_map.truth import SIDES, Side, sided_layers
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.names import NameBook
from game.ui.phases import PhaseStrip, spans_entered
from game.ui.prompts import Prompts
from game.ui.review.frames import Frame, Frames
from game.ui.review.place import TruthSheet
from game.ui.theme import Theme
from game.ui.widgets import (
    Card,
    KeyValues,
    Page,
    RecordTable,
    Segments,
    Sides,
    button,
    label,
    named,
    show_new,
    spaced,
)

STEP_MS = 1200
"""Time a week stands still while the replay runs."""
PATIENCE_MS = 500
"""How long a week may take before the page says that it is on its way: a line that comes and goes moves the map."""
_BESIDE = 22
"""Width of what stands beside the map, ems."""


class ReplayPanel(QWidget):
    """A scrubber; the map as reported, as true, and the difference; the place selected, the figures and events."""

    def __init__(
        self,
        session: Session,
        view: View,
        entries: tuple[Entry, ...],
        theme: Theme,
        icons: Icons,
        names: NameBook,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self._session, self._theme, self._icons, self._names = session, theme, icons, names
        self._prompts = prompts
        self._entries = entries
        self._events = by_turn(entries)
        self.frames = Frames(session, view, parent=self)
        self._frame: Frame | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE_MS)
        self._build_ui(view)
        self._connect()
        self.go_to_turn(session.state.turn)

    @property
    def turn(self) -> int:
        """The turn chosen."""
        return self.slider.value()

    @property
    def shown(self) -> Frame | None:
        """The turn that is in sight; another than the one chosen while that is being worked out."""
        return self._frame

    def go_to_turn(self, turn: int) -> None:
        """Show the end of a turn."""
        if self.slider.value() == turn:
            self._on_turn(turn)
        else:
            self.slider.setValue(turn)

    def go_to_day(self, day: int) -> None:
        """Show the turn that ends on or after a day."""
        history = self._session.state.history
        self.go_to_turn(next((r.turn for r in history if r.day >= day), history[-1].turn if history else 0))

    def show_side(self, side: Side) -> None:
        """Colour the map by one side: `shown`, `true` or `gap`."""
        self.side.choose(side)
        self._show_map()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work the weeks out ahead, so that the scrubber hardly waits."""
        super().showEvent(event)
        self.frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        self.frames.stop()
        self._late.stop()
        self._stop()
        super().hideEvent(event)

    # Building

    def _build_ui(self, view: View) -> None:
        theme = self._theme
        named(self, "review.replay", self.tr("回放"))
        outer = spaced(QVBoxLayout(self), theme, 0, 3)
        outer.addLayout(self._scrubber(view))
        self.note = named(label("", "small", wrap=True), "review.note")
        self.note.setVisible(False)
        outer.addWidget(self.note)
        sides = [("shown", self.tr("账面")), ("true", self.tr("真实")), ("gap", self.tr("差距"))]
        self.side = Segments(theme, sides, "review.side", self.tr("地图显示哪一面"))
        self.county = CountyMap(theme, self._icons, self._prompts, "review.map", (self.side,))
        self.map = self.county.canvas
        beside = QFrame()
        beside.setProperty("card", "side")
        right = spaced(QVBoxLayout(beside), theme, 3, 3)
        parts = [("place", self.tr("选中的地方")), ("week", self.tr("这一回合"))]
        self.parts = Segments(theme, parts, "review.beside", self.tr("看选中的地方还是这一回合"))
        right.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet = TruthSheet(theme, self._icons, self._names)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.sheet)
        self._beside.addWidget(self._week())
        right.addWidget(self._beside, 1)
        beside.setMinimumWidth(theme.px(12))
        self.sides = Sides(
            theme, self.county, beside, (self.tr("县域"), self.tr("地方与数字")), "review.sides",
            self.tr("看县域，还是地方与数字"), fixed=theme.wide(_BESIDE),
        )  # fmt: skip
        # On a small screen in the largest type the page scrolls
        page = Page(theme, 0, 0)
        page.body.addWidget(self.sides, 1)
        outer.addWidget(page, 1)

    def _scrubber(self, view: View) -> QHBoxLayout:
        theme = self._theme
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
        dates = (self._names.date(record.day) for record in self._session.state.history)
        metrics = QFontMetrics(theme.font("heading", bold=True))
        # As wide as the longest date, so that the slider keeps its place under the hand
        self.when.setMinimumWidth(max(map(metrics.horizontalAdvance, dates), default=0) + theme.space(1))
        for widget in (self.play, self.back, self.forward):
            bar.addWidget(widget)
        way = spaced(QVBoxLayout(), theme, 0, 0)
        way.addWidget(self.slider)
        self.phases = named(PhaseStrip(theme), "review.phases")
        days = max(1, self.slider.maximum()) * self._session.state.scenario.turn.days
        self.phases.show_spans(spans_entered(view.phases, self._entries, days), 0, days, self._names)
        way.addWidget(self.phases)
        bar.addLayout(way, 1)
        bar.addWidget(self.when)
        return bar

    def _week(self) -> QWidget:
        """Return the figures and the events of the turn."""
        theme, page = self._theme, Page(self._theme, 0, 3)
        figures = Card(theme, self.tr("这一回合的数字"))
        self.figures = KeyValues(theme, 2)
        figures.body.addWidget(self.figures)
        page.body.addWidget(figures)
        events = Card(theme, self.tr("这一回合发生的事"))
        county = self.tr("县里")
        columns: list[Column[Entry]] = [
            Column(self.tr("谁"), lambda e: e.who or county, width=6, tip=lambda e: e.who or county),
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
        self.table.setMinimumHeight(theme.px(9))
        events.body.addWidget(self.table, 1)
        page.body.addWidget(events, 1)
        return page

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_turn)
        self.play.clicked.connect(self._on_play)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.side.picked.connect(self._on_side)
        self.parts.picked.connect(self._on_part)
        self.county.picked.connect(self._on_place)
        self.county.said.connect(self._on_said)
        self.county.layer.currentIndexChanged.connect(self._on_layer)
        self._timer.timeout.connect(self._on_tick)
        self._late.timeout.connect(self._on_late)
        self.frames.ready.connect(self._on_ready)

    # Slots

    @Slot(int)
    def _on_turn(self, turn: int) -> None:
        record = next((r for r in self._session.state.history if r.turn == turn), None)
        if record is None:
            return
        self.when.setText(self._names.date(record.day))
        self.back.setEnabled(turn > 0)
        self.forward.setEnabled(turn < self.slider.maximum())
        self.table.set_records(self._events.get(turn - 1, []) if turn else [])
        frame = self.frames.get(turn)
        if frame is not None:
            self._on_said("")
            self._show(frame)
        else:
            self._late.start()

    @Slot()
    def _on_late(self) -> None:
        self._on_said(self.tr("正在翻到这一周…"))

    @Slot(object)
    def _on_ready(self, frame: Frame) -> None:
        if frame.turn == self.slider.value() and (self._frame is None or self._frame.turn != frame.turn):
            self._on_said("")
            self._show(frame)

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
        elif self._frame is not None and self._frame.turn == self.slider.value():
            self.slider.setValue(self.slider.value() + 1)

    @Slot()
    def _on_back(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    @Slot()
    def _on_forward(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    @Slot(str)
    def _on_said(self, words: str) -> None:
        if not words:
            self._late.stop()
        self.note.setText(words)
        self.note.setVisible(bool(words))

    @Slot(str)
    def _on_side(self, _side: str) -> None:
        self._show_map()

    @Slot(int)
    def _on_layer(self, _index: int) -> None:
        self._offer_sides(self.county.current)

    @Slot(str)
    def _on_part(self, part: str) -> None:
        self._beside.setCurrentIndex(0 if part == "place" else 1)

    @Slot(str)
    def _on_place(self, _place: str) -> None:
        self.parts.choose("place")
        self._on_part("place")
        self._show_sheet()

    # Private

    def _stop(self) -> None:
        self._timer.stop()
        self.play.setText(self.tr("播放"))

    def _show(self, frame: Frame) -> None:
        self._frame = frame
        self._show_map()
        self._show_sheet()
        value = self._names.value
        shown, true = frame.shown, frame.true
        pairs = [
            (self.tr("贫困发生率（账面）"), value(shown.get("incidence_recorded_bp", 0), "bp")),
            (self.tr("贫困发生率（真实）"), value(true.get("incidence_true_bp", 0), "bp")),
            (self.tr("未结问题"), str(shown.get("problems_open", 0))),
            (self.tr("已销号"), str(shown.get("problems_closed", 0))),
            (self.tr("干部疲劳"), value(shown.get("fatigue", 0), "permille")),
            (self.tr("形式主义（真实）"), value(true.get("formalism", 0), "permille")),
            (self.tr("认可度（账面）"), value(shown.get("approval", 0), "permille")),
            (self.tr("基层被占工时"), value(shown.get("grassroots_hours", 0), "hours")),
        ]
        self.figures.set_pairs(pairs)

    def _show_map(self) -> None:
        frame = self._frame
        if frame is None:
            return
        side: Side = next(one for one in SIDES if one == self.side.current)
        self.county.show_view(frame.view, self._names, sided_layers(self._names, frame.view, frame.truth, side))
        self._offer_sides(self.county.current)

    def _offer_sides(self, layer: Layer) -> None:
        """Let the sides be chosen where a layer has them; pressure and the like have one only."""
        self.side.setEnabled(not layer.plain)
        self.side.setToolTip(self.tr("这一层没有账面与真实之分") if layer.plain else "")

    def _show_sheet(self) -> None:
        if self._frame is not None:
            frame = self._frame
            self.sheet.show_place(self.county.place, frame.view, frame.truth, frame.shown)
            show_new(self.sheet)
