"""The timeline's picture: a row a seat, a column a turn, bars from the arrival of an inject to its deadline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from game.ui.editor.arrival_words import arrival_words
from game.ui.editor.canvas import Box, Canvas
from game.ui.editor.condition_words import Called, in_words
from game.ui.editor.plan import MANY, Bar, Plan
from game.ui.editor.reading import SIGNS_A_MINUTE
from game.ui.i18n import translate
from game.ui.theme import Theme

NARROW = 2.2
"""Smallest width of a turn in lines."""
LOOSE = ("when", "chance", "by_hand")


@dataclass(frozen=True, slots=True)
class Row:
    """A seat, or the lane of what has no day of its own; `top` and `high` in pixels of the picture."""

    seat: str
    name: str
    top: float
    high: float


class TimelineCanvas(Canvas):
    """Emits `moved` (inject, turn from 0) where an inject with a day of its own is dragged or pushed by the arrows."""

    moved = Signal(str, int)
    one_click = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.plan: Plan | None = None
        self.rows: list[Row] = []
        self.fixed = False
        """Whether nothing can be moved, for the picture is old."""
        self._bars_by: dict[str, Bar] = {}
        self._called: Called = {}
        self._wide = 1.0
        self._grip: tuple[str, QPoint, int] | None = None
        """What is held: key, where it was pressed, the turn it came from."""
        self._ghost: tuple[str, int] | None = None
        """What is on its way: key and turn."""
        super().__init__(
            theme, "editor.timeline.chart", translate("Timeline", "情况时间轴：行是席位，列是回合"), parent
        )

    def show_plan(self, plan: Plan) -> None:
        """Show a scenario in time."""
        self.plan = plan
        self._ghost = self._grip = None
        self.refresh()

    def bar(self, key: str) -> Bar:
        """Return the inject of a box."""
        return self._bars_by[key.rpartition("/")[2]]

    # Laying out

    def lay_out(self) -> None:
        """Pack the bars of each row into as few lanes as keep their words apart."""
        plan, theme = self.plan, self.theme
        self.boxes, self.rows = [], []
        if plan is None:
            return
        self._bars_by = {bar.id: bar for bar in plan.bars}
        self._called = {("inject", bar.id): bar.title for bar in plan.bars}
        metrics = QFontMetrics(theme.font("small"))
        names = [name for _, name in plan.seats] + [translate("Timeline", "不定日子")]
        widest = max(metrics.horizontalAdvance(name) for name in names) + theme.space(5)
        self.side = min(widest, theme.wide(9))
        self.head = theme.px(2.5)
        room = self.width() - self.side - self.verticalScrollBar().sizeHint().width()
        self._wide = max(theme.px(NARROW), room / plan.turns)
        top = 0.0
        for seat, name in plan.seats:
            bars = [bar for bar in plan.bars if seat in bar.seats and bar.start is not None and bar.kind not in LOOSE]
            top = self._lay_row(seat, name, bars, top)
        loose = [bar for bar in plan.bars if bar.kind in LOOSE or bar.start is None or not bar.seats]
        if loose:
            top = self._lay_row("", translate("Timeline", "不定日子"), loose, top)
        self.size_needed = QSize(round(self._wide * plan.turns), round(top))

    def _lay_row(self, seat: str, name: str, bars: Iterable[Bar], top: float) -> float:
        assert self.plan is not None
        theme, metrics = self.theme, QFontMetrics(self.theme.font("tiny"))
        lane, gap = theme.px(1.2), theme.space(1)
        edge = self._wide * self.plan.turns
        free: list[float] = []
        for bar in sorted(bars, key=lambda b: (b.start or 0, b.id)):
            left, right = self._x(bar.start or 0), self._end(bar)
            words = min(metrics.horizontalAdvance(bar.title) + theme.space(3), theme.px(7))
            left = max(0.0, min(left, edge - self._wide / 2))
            right = max(right, min(edge, left + max(self._wide * 0.8, words)))
            right = max(left + self._wide * 0.5, min(right, edge))
            number = next((n for n, end in enumerate(free) if end <= left), len(free))
            if number == len(free):
                free.append(0.0)
            # What escalates later than it runs out has a mark behind its bar
            free[number] = max(right, self._x(bar.escalates) if bar.escalates is not None else right) + 2
            rect = QRectF(left + 1, top + gap + number * lane, right - left - 2, lane - 3)
            self.boxes.append(Box(f"{seat}/{bar.id}", rect, self.words(bar)))
        high = max(1, len(free)) * lane + 2 * gap
        self.rows.append(Row(seat, name, top, high))
        return top + high

    def _x(self, day: float) -> float:
        assert self.plan is not None
        return day / self.plan.days * self._wide

    def _end(self, bar: Bar) -> float:
        assert self.plan is not None
        if bar.kind in LOOSE:
            last = bar.end if bar.end is not None else self.plan.days * (self.plan.turns - 1)
            return self._x(last + self.plan.days)  # to the end of the turn that may still bring it
        return self._x(max(bar.end or 0, bar.start or 0))

    # Words

    def words(self, bar: Bar) -> str:
        """Say all there is to say of an inject in time."""
        plan = self.plan
        assert plan is not None
        names = dict(plan.seats)
        lines = [f"{bar.title}（{bar.id}）"]
        when = self._when(bar)
        if when:
            lines.append(when)
        if bar.kind in ("at", "after") and bar.end is not None and bar.start is not None and bar.end > bar.start:
            lines.append(
                translate("Timeline", "{days}天内答复，到第{turn}回合").format(
                    days=bar.end - bar.start, turn=plan.turn(bar.end) + 1
                )
            )
        if bar.escalates is not None:
            lines.append(translate("Timeline", "第{turn}回合升级").format(turn=plan.turn(bar.escalates) + 1))
        if bar.seats:
            joined = translate("Lists", "、").join(names.get(seat, seat) for seat in bar.seats)
            lines.append(translate("Timeline", "送：{seats}").format(seats=joined))
        return "\n".join(lines)

    def _when(self, bar: Bar) -> str:
        assert self.plan is not None
        turn = self.plan.turn(bar.start or 0) + 1
        if bar.kind == "at" and bar.day is not None:
            return arrival_words(bar.day, self.plan.days, self.plan.turns)
        first = self._called.get(("inject", bar.said), bar.said)
        if bar.kind == "after" and bar.start is not None:
            return translate("Timeline", "接着“{id}”，最早第{turn}回合").format(id=first, turn=turn)
        if bar.kind == "after":
            return translate("Timeline", "接着“{id}”，那一条没有定日子").format(id=first)
        if bar.kind == "when":
            return translate("Timeline", "看条件：{said}").format(said=in_words(bar.said, self._called))
        if bar.kind == "chance":
            return translate("Timeline", "碰运气：每回合{said}").format(said=bar.said)
        return translate("Timeline", "教员手动发") if bar.kind == "by_hand" else translate("Timeline", "没有写何时来")

    def load_words(self, seat: str, name: str, turn: int) -> str:
        """Say how much comes to a seat in a turn; "" where nothing does."""
        assert self.plan is not None
        count, signs = self.plan.load(seat).get(turn, (0, 0))
        if not count:
            return ""
        return translate("Timeline", "{seat}，第{turn}回合：{count}条，要读{minutes}分钟").format(
            seat=name, turn=turn + 1, count=count, minutes=-(-signs // SIGNS_A_MINUTE)
        )

    def words_at(self, spot: QPoint) -> str:
        """Say what is under the pointer: an inject, else the load of that turn."""
        found = super().words_at(spot)
        if found or self.plan is None or spot.x() < self.side or spot.y() < self.head:
            return found
        place = QPointF(spot) + self.shift()
        row = next((r for r in self.rows if r.top <= place.y() < r.top + r.high), None)
        return self.load_words(row.seat, row.name, int(place.x() // self._wide)) if row is not None else ""

    def crowded(self, seat: str) -> dict[int, int]:
        """Return the turns in which too much comes to a seat, with how many injects."""
        assert self.plan is not None
        limit = self.plan.minutes * SIGNS_A_MINUTE
        return {t: n for t, (n, signs) in self.plan.load(seat).items() if n >= MANY or signs > limit}

    # Moving

    def movable(self, key: str) -> bool:
        """Whether an inject has a day of its own to move."""
        bar = self._bars_by.get(key.rpartition("/")[2])
        return bar is not None and bar.kind == "at" and bar.start is not None and not self.fixed

    def push(self, turns: int) -> None:
        """Take the chosen inject some turns on, as long as the key is held."""
        key, plan = self.current, self.plan
        if plan is None or not key or not self.movable(key):
            return
        bar = self.bar(key)
        now = self._ghost[1] if self._ghost is not None and self._ghost[0] == key else plan.turn(bar.start or 0)
        self._ghost = (key, max(0, min(plan.turns - 1, now + turns)))
        self.viewport().update()

    def drop(self) -> None:
        """Put down what is on its way."""
        ghost, plan = self._ghost, self.plan
        self._grip = None
        if ghost is None or plan is None:
            return
        self._ghost = None
        bar = self.bar(ghost[0])
        if ghost[1] != plan.turn(bar.start or 0):
            self.moved.emit(bar.id, ghost[1])
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose, left and right move by a turn, Escape leaves it where it was."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.push(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.boxes:
            keys = [box.key for box in self.boxes]
            now = keys.index(self.current) if self.current in keys else -1
            self._ghost = None
            self.choose(keys[max(0, min(len(keys) - 1, now + (1 if key == Qt.Key.Key_Down else -1)))])
        elif key == Qt.Key.Key_Escape and self._ghost is not None:
            self._ghost = self._grip = None
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put the inject down once the arrow is let go."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.isAutoRepeat():
            self.drop()
        else:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an inject."""
        super().mousePressEvent(event)
        box = self.at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if box is not None and self.plan is not None and self.movable(box.key):
            self._grip = (box.key, event.position().toPoint(), self.plan.turn(self.bar(box.key).start or 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it from turn to turn."""
        spot = event.position().toPoint()
        if self._grip is None or self.plan is None:
            box = self.at(spot)
            shape = Qt.CursorShape.SizeHorCursor if box and self.movable(box.key) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        key, pressed, turn = self._grip
        far = round((spot.x() - pressed.x()) / self._wide)
        self._ghost = (key, max(0, min(self.plan.turns - 1, turn + far))) if far else None
        self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it down."""
        self.drop()

    # Drawing

    def draw(self, painter: QPainter, seen: QRectF) -> None:
        """Draw phases and turns behind, the load of each turn, then the bars."""
        plan, theme = self.plan, self.theme
        if plan is None:
            return
        bottom = max(seen.bottom(), self.size_needed.height())
        for number, phase in enumerate(plan.phases):
            area = QRectF(self._x(phase.first), 0, self._x(phase.last - phase.first), bottom)
            if number % 2 == 0:
                painter.fillRect(area, theme.color("sunken"))
        painter.setPen(QPen(theme.color("line"), 1))
        for turn in range(int(max(0, seen.left()) // self._wide), min(plan.turns, int(seen.right() // self._wide) + 1)):
            painter.drawLine(QPointF(turn * self._wide, seen.top()), QPointF(turn * self._wide, seen.bottom()))
        for row in self.rows:
            for turn, count in self.crowded(row.seat).items() if row.seat else ():
                cell = QRectF(turn * self._wide + 1, row.top + 1, self._wide - 2, row.high - 2)
                painter.setPen(QPen(theme.color("warn"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(theme.color("warn_soft"))
                painter.drawRect(cell)
                painter.setFont(theme.font("tiny", bold=True))
                painter.setPen(theme.color("warn"))
                painter.drawText(
                    cell.adjusted(0, 0, -2, 0), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, f"×{count}"
                )
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawLine(QPointF(0, row.top + row.high), QPointF(self.size_needed.width(), row.top + row.high))
        for box in self.boxes:
            if box.rect.intersects(seen):
                self._draw_bar(painter, box)
        if self._ghost is not None:
            self._draw_ghost(painter, *self._ghost)

    def _draw_bar(self, painter: QPainter, box: Box) -> None:
        theme, bar = self.theme, self.bar(box.key)
        rect, corner = box.rect, self.theme.space(1)
        tone, soft, line = {
            "at": ("accent", "accent_soft", Qt.PenStyle.SolidLine),
            "after": ("info", "info_soft", Qt.PenStyle.SolidLine),
        }.get(bar.kind, ("muted", "surface", Qt.PenStyle.DashLine))
        self._draw_term(painter, rect, max(self._end(bar) - rect.left(), theme.space(2)), theme.color(soft))
        painter.setPen(QPen(theme.color(tone), 1, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, corner, corner)
        if bar.kind == "at":  # a bar that can be moved has a grip; what follows another has an arrow's head
            painter.fillRect(QRectF(rect.left(), rect.top() + 2, theme.space(1), rect.height() - 4), theme.color(tone))
        elif bar.kind == "after":
            half = rect.height() / 4
            tip = QPointF(rect.left() + theme.space(2), rect.center().y())
            painter.setBrush(theme.color(tone))
            painter.drawPolygon(QPolygonF([tip, tip - QPointF(half, half), tip - QPointF(half, -half)]))
        if bar.escalates is not None:
            x = self._x(bar.escalates)
            painter.setPen(QPen(theme.color("overdue"), 2))
            painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))
            if x > rect.right():
                painter.setPen(QPen(theme.color("overdue"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(rect.right(), rect.center().y()), QPointF(x, rect.center().y()))
        if box.key == self.current:
            painter.setPen(QPen(theme.color("text" if self.hasFocus() else "edge"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), corner, corner)
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.color("text"))
        room = rect.adjusted(theme.space(2) + (theme.space(1) if bar.kind == "after" else 0), 0, -2, 0)
        words = painter.fontMetrics().elidedText(bar.title, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_term(self, painter: QPainter, rect: QRectF, term: float, colour: QColor) -> None:
        """Fill a bar up to its deadline, `term` pixels on; the rest of it has room for its words only."""
        theme, corner = self.theme, self.theme.space(1)
        whole = QPainterPath()
        whole.addRoundedRect(rect, corner, corner)
        painter.fillPath(whole, theme.color("surface"))
        until = QPainterPath()
        until.addRect(QRectF(rect.left(), rect.top(), term, rect.height()))
        painter.fillPath(whole.intersected(until), colour)  # a clip would be lost in an SVG

    def _draw_ghost(self, painter: QPainter, key: str, turn: int) -> None:
        box, theme = self.box(key), self.theme
        if box is None:
            return
        rect = QRectF(turn * self._wide + 1, box.rect.top(), box.rect.width(), box.rect.height())
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("accent_soft", 160))
        painter.drawRoundedRect(rect, theme.space(1), theme.space(1))
        painter.setFont(theme.font("tiny", bold=True))
        painter.setPen(theme.color("text"))
        words = translate("Timeline", "第{turn}回合").format(turn=turn + 1)
        painter.drawText(rect.adjusted(theme.space(2), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def draw_head(self, painter: QPainter, shift: QPointF, area: QRectF) -> None:
        """Draw phases and turns above, and the seats on the left."""
        plan, theme = self.plan, self.theme
        if plan is None:
            return
        half = self.head / 2
        painter.fillRect(QRectF(0, 0, area.width(), self.head), theme.color("raised"))
        painter.save()
        painter.setClipRect(QRectF(self.side, 0, area.width() - self.side, self.head))
        painter.translate(self.side - shift.x(), 0)
        painter.setFont(theme.font("tiny", bold=True))
        for number, phase in enumerate(plan.phases):
            box = QRectF(self._x(phase.first), 0, self._x(phase.last - phase.first), half)
            painter.fillRect(box, theme.color("sunken" if number % 2 == 0 else "surface"))
            # The name stays in sight while its phase is
            room = box.intersected(QRectF(shift.x(), 0, area.width() - self.side, half)).adjusted(3, 0, -3, 0)
            painter.setPen(theme.color("text"))
            words = painter.fontMetrics().elidedText(phase.name, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.color("muted"))
        for turn in range(plan.turns):
            cell = QRectF(turn * self._wide, half, self._wide, half)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(turn + 1))
        painter.restore()
        painter.fillRect(QRectF(0, self.head, self.side, area.height()), theme.color("raised"))
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.color("muted"))
        painter.drawText(
            QRectF(0, half, self.side - theme.space(1), half),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            translate("Timeline", "回合"),
        )
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawLine(QPointF(0, self.head), QPointF(area.width(), self.head))
        painter.drawLine(QPointF(self.side, 0), QPointF(self.side, area.height()))
        painter.setClipRect(QRectF(0, self.head, self.side, area.height()))
        painter.translate(0, self.head - shift.y())
        for row in self.rows:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text" if row.seat else "muted"))
            room = QRectF(theme.space(2), row.top, self.side - theme.space(3), row.high)
            words = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawLine(QPointF(0, row.top + row.high), QPointF(self.side, row.top + row.high))
