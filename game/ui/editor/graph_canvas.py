"""The branch graph's picture: injects as boxes from left to right, lines for what leads to what."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from game.scenario.keys import words_of
from game.scenario.model import Trigger
from game.ui.editor.branches import Branches, Knot, Link
from game.ui.editor.canvas import Box, Canvas
from game.ui.editor.condition_words import Called, in_words
from game.ui.editor.coverage import Coverage, long_words, short_words
from game.ui.i18n import language, translate
from game.ui.theme import Theme

_BOX = (8, 19)
"""Least and most width of a box, ems; longer words end in an ellipsis and stand in the tooltip."""
_GAP = (4, 9)
"""Least and most room between two layers, where the lines have their words, ems."""
_BACK = 1.5
"""How far a line that leads back runs around the boxes, ems."""
BAD_ENDS = ("expired", "escalated")


class GraphCanvas(Canvas):
    """Boxes of injects with their links; those without any stand below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.graph: Branches | None = None
        self.coverage: Coverage | None = None
        self._knots: dict[str, Knot] = {}
        self._called: Called = {}
        self._rule = 0.0
        """Where those without links begin."""
        super().__init__(theme, "editor.graph.chart", translate("Graph", "分支图：情况从左到右，线是谁引出谁"), parent)

    def show_graph(self, graph: Branches, coverage: Coverage | None = None) -> None:
        """Show a graph, and how often each inject came where that is known."""
        self.graph, self.coverage = graph, coverage
        self.refresh()

    def lay_out(self) -> None:
        """Give each inject its box: linked ones by layer and row, the others in rows below."""
        graph, theme = self.graph, self.theme
        self.boxes = []
        if graph is None:
            return
        self._knots = {knot.id: knot for knot in graph.knots}
        self._called = {("inject", knot.id): knot.title for knot in graph.knots}
        down, edge, high = theme.space(3), theme.space(3), theme.px(2.5)
        layers = {knot.id: knot.layer for knot in graph.knots}
        if any(layers[link.then] <= layers[link.first] for link in graph.links):
            edge = theme.px(_BACK) + theme.space(1)  # room for what runs around the boxes
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * edge
        wide, across = self._shares(graph, room)
        right = bottom = 0.0
        for knot in sorted(graph.linked, key=lambda k: (k.row, k.layer)):
            rect = QRectF(edge + knot.layer * (wide + across), edge + knot.row * (high + down), wide, high)
            self.boxes.append(Box(knot.id, rect, self.words(knot)))
            right, bottom = max(right, rect.right()), max(bottom, rect.bottom())
        self._rule = bottom + theme.space(3) if graph.linked else 0.0
        top = self._rule + theme.px(1.6)
        columns = max(1, int((room + down) // (wide + down)))
        for number, knot in enumerate(graph.single):
            row, column = divmod(number, columns)
            rect = QRectF(edge + column * (wide + down), top + row * (high + down), wide, high)
            self.boxes.append(Box(knot.id, rect, self.words(knot)))
            right, bottom = max(right, rect.right()), max(bottom, rect.bottom())
        self.size_needed = QSize(round(right + edge), round(bottom + edge))

    def _shares(self, graph: Branches, room: float) -> tuple[float, float]:
        """Return how wide a box and the gap to the next layer are: as wide as the words where there is room."""
        theme = self.theme
        layers = max((knot.layer for knot in graph.linked), default=0) + 1
        small, tiny = QFontMetrics(theme.font("small")), QFontMetrics(theme.font("tiny"))
        came = max((tiny.horizontalAdvance(self._came(k)) + theme.space(2) for k in graph.knots), default=0)
        boxes = [
            max(small.horizontalAdvance(k.title), tiny.horizontalAdvance(self._start(k)) + came) for k in graph.knots
        ]
        lines = [tiny.horizontalAdvance(link_words(link, short=True)) for link in graph.links if link.kind != "asks"]
        (box, most), (gap, far) = (tuple(theme.px(ems) for ems in pair) for pair in (_BOX, _GAP))
        most = max(box, min(most, max(boxes, default=0) + theme.space(4)))
        far = max(gap, min(far, max(lines, default=0) + theme.space(8)))
        left = max(0.0, room - layers * box - (layers - 1) * gap)
        wider = min(far - gap, left / max(1, layers - 1)) if layers > 1 else 0.0
        left -= wider * (layers - 1)
        return min(most, box + left / layers), gap + wider

    # Words

    def words(self, knot: Knot) -> str:
        """Say all there is to say of an inject among the others."""
        graph = self.graph
        assert graph is not None
        lines = [f"{knot.title}（{knot.id}）", self._start(knot)]
        if knot.unreachable:
            lines.append(translate("Graph", "到不了：没有什么会引出它"))
        if self.coverage is not None:
            lines.append(long_words(self.coverage.injects.get(knot.id), self.coverage))
        for link in graph.links:
            if link.then == knot.id:
                lines.append(
                    translate("Graph", "由“{title}”引出：{how}").format(
                        title=self._knots[link.first].title, how=link_words(link, self._called)
                    )
                )
            elif link.first == knot.id:
                lines.append(
                    translate("Graph", "引出“{title}”：{how}").format(
                        title=self._knots[link.then].title, how=link_words(link, self._called)
                    )
                )
        return "\n".join(lines)

    def _came(self, knot: Knot) -> str:
        return short_words(self.coverage.injects.get(knot.id)) if self.coverage is not None else ""

    def _start(self, knot: Knot) -> str:
        return start_words(knot, self._called)

    # Drawing

    def draw(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the lines, then the boxes above them."""
        graph, theme = self.graph, self.theme
        if graph is None:
            return
        rects = {box.key: box.rect for box in self.boxes}
        for link in graph.links:
            self._draw_link(painter, link, rects[link.first], rects[link.then])
        if graph.single:
            if graph.linked:
                painter.setPen(QPen(theme.color("line"), 1))
                painter.drawLine(QPointF(seen.left(), self._rule), QPointF(seen.right(), self._rule))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            painter.drawText(
                QRectF(theme.space(3), self._rule, theme.px(30), theme.px(1.6)),
                Qt.AlignmentFlag.AlignVCenter,
                translate("Graph", "单独来的，不引出别的：{count} 条").format(count=len(graph.single)),
            )
        for box in self.boxes:
            if box.rect.intersects(seen):
                self._draw_knot(painter, box)

    def _draw_knot(self, painter: QPainter, box: Box) -> None:
        theme, knot, rect = self.theme, self._knots[box.key], box.rect
        corner = theme.space(1)
        tone = "overdue" if knot.unreachable else "edge"
        style = Qt.PenStyle.DashLine if knot.unreachable else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.color(tone), 1.5 if knot.unreachable else 1, style))
        painter.setBrush(theme.color("overdue_soft" if knot.unreachable else "raised"))
        painter.drawRoundedRect(rect, corner, corner)
        if box.key == self.current:
            painter.setPen(QPen(theme.color("accent"), 2.5 if self.hasFocus() else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), corner, corner)
        said = translate("Graph", "到不了") if knot.unreachable else self._start(knot)
        half = rect.height() / 2
        taken = self._draw_coverage(painter, knot, rect) if self.coverage is not None else 0.0
        for words, font, colour, top in (
            (knot.title, theme.font("small"), "text", rect.top() + 1),
            (said, theme.font("tiny"), "overdue" if knot.unreachable else "muted", rect.top() + half - 1),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(colour))
            room = QRectF(rect.left() + theme.space(2), top, rect.width() - theme.space(3), half)
            if taken and words is said:
                room.setWidth(room.width() - taken)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_coverage(self, painter: QPainter, knot: Knot, rect: QRectF) -> float:
        """Draw how often an inject came as a bar at the foot of its box and in two words; return the words' width."""
        assert self.coverage is not None
        theme, coming = self.theme, self.coverage.injects.get(knot.id)
        high = max(3.0, theme.px(0.22))
        foot = QRectF(rect.left() + 1, rect.bottom() - high, rect.width() - 2, high)
        tone = "muted" if self.coverage.outdated else "ok"
        if coming is not None and coming.never:
            tone = "overdue"
            painter.setPen(QPen(theme.color(tone), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(foot.topLeft(), foot.topRight())
        elif coming is not None and coming.share:
            painter.fillRect(foot, theme.color("sunken"))
            painter.fillRect(QRectF(foot.topLeft(), QSizeF(foot.width() * coming.share, high)), theme.color(tone))
        words = short_words(coming)
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.color(tone if tone != "ok" else "text"))
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.space(2)
        half = rect.height() / 2
        box = QRectF(rect.right() - wide - theme.space(1), rect.top() + half - 1, wide, half)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return float(wide)

    def _draw_link(self, painter: QPainter, link: Link, first: QRectF, then: QRectF) -> None:
        theme = self.theme
        tone = {"option": "accent", "asks": "muted"}.get(link.kind, "overdue" if link.said in BAD_ENDS else "info")
        style = Qt.PenStyle.DashLine if link.kind == "asks" else Qt.PenStyle.SolidLine
        live = self.current in (link.first, link.then)
        colour = theme.color(tone)
        painter.setPen(QPen(colour, 2.4 if live else 1.4, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start, end = QPointF(first.right(), first.center().y()), QPointF(then.left(), then.center().y())
        path = QPainterPath(start)
        if end.x() > start.x():
            bend = (end.x() - start.x()) / 2
            path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        else:  # back to an earlier layer, or to itself: below both
            low = max(first.bottom(), then.bottom()) + theme.space(3)
            far = theme.px(_BACK)
            path.cubicTo(start + QPointF(far, 0), QPointF(start.x() + far, low), QPointF(start.x(), low))
            path.lineTo(QPointF(end.x(), low))
            path.cubicTo(QPointF(end.x() - far, low), end - QPointF(far, 0), end)
        painter.drawPath(path)
        self._draw_tip(painter, end, colour)
        if link.kind != "asks" or live:
            self._draw_words(painter, link, start, end, colour)

    def _draw_tip(self, painter: QPainter, end: QPointF, colour: QColor) -> None:
        side = self.theme.space(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([end, end + QPointF(-side, -side * 0.6), end + QPointF(-side, side * 0.6)]))

    def _draw_words(self, painter: QPainter, link: Link, start: QPointF, end: QPointF, colour: QColor) -> None:
        if end.x() <= start.x():
            return
        theme = self.theme
        painter.setFont(theme.font("tiny"))
        metrics = painter.fontMetrics()
        room = end.x() - start.x() - theme.space(6)
        words = metrics.elidedText(link_words(link, short=True), Qt.TextElideMode.ElideRight, round(room))
        wide = metrics.horizontalAdvance(words)
        middle = (start + end) / 2
        box = QRectF(middle.x() - wide / 2 - 2, middle.y() - metrics.height() / 2, wide + 4, metrics.height())
        painter.fillRect(box, theme.color("surface"))
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def start_words(knot: Knot, called: Called) -> str:
    """Say what starts an inject, others by their titles."""
    if knot.kind == "at":
        day = translate("Graph", "第{day}天").format(day=knot.said)
        return day if knot.said.isdecimal() else translate("Graph", "日子：{said}").format(said=knot.said)
    if knot.kind == "when":
        return translate("Graph", "条件：{said}").format(said=in_words(knot.said, called))
    if knot.kind == "after":
        return translate("Graph", "接着：{said}").format(said=called.get(("inject", knot.said), knot.said))
    if knot.kind == "chance":
        chance = f"{int(knot.said) / 10:g}%" if knot.said.isdecimal() else knot.said
        return translate("Graph", "碰运气：每回合{chance}").format(chance=chance)
    return translate("Graph", "教员手动") if knot.kind == "by_hand" else translate("Graph", "没有写何时来")


def link_words(link: Link, called: Called | None = None, *, short: bool = False) -> str:
    """Say how one inject leads to the other."""
    if link.kind == "asks":
        name, *option = link.said.split()
        asked = ", ".join(f'"{word}"' for word in (link.first, *option))
        return translate("Graph", "条件里问到（{said}）").format(said=in_words(f"{name}({asked})", called))
    words = words_of(Trigger, "outcome")
    said = words.zh.get(link.said, link.said) if words is not None and language() == "zh" else link.said
    said = link.words or said
    if link.kind == "option":
        return said if short else translate("Graph", "选了“{said}”").format(said=said)
    if link.delay:
        return translate("Graph", "{said}，{days}天后").format(said=said, days=link.delay)
    return said
