"""How a paper looks in the list: form, title, sender and place, and when it is due."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from game.exercise.views.shape import InjectView, View
from game.ui.bridge import Bridge
from game.ui.icons import FORM_ICONS
from game.ui.models import RECORD_ROLE, Column

_LIVE = ("delivered", "acknowledged", "escalated")


def is_unread(item: InjectView, viewer: str) -> bool:
    """Whether the viewer has not opened a paper yet."""
    return item.record.state == "delivered" and viewer not in item.record.acknowledged


def is_open(item: InjectView) -> bool:
    """Whether a paper still waits for an answer or a decision."""
    record = item.record
    waits = bool(item.options and not record.choice) or (record.reply_by >= 0 and not record.replied_by)
    return record.state in _LIVE and waits


def urgency(item: InjectView, view: View) -> int:
    """3 overdue, 2 due within this turn, 1 open or unread, 0 dealt with."""
    if is_open(item) and item.record.reply_by >= 0:
        left = item.record.reply_by - view.day
        return 3 if left < 0 else 2 if left <= view.turn_days else 1
    return 1 if is_open(item) or is_unread(item, view.viewer) else 0


def paper_column(bridge: Bridge, header: str) -> Column[InjectView]:
    """Return the list's only column; its text is what the search looks through."""

    def text(item: InjectView) -> str:
        record = item.record
        return f"{record.title} {record.sender} {bridge.names.where(record.village, record.township)}"

    def spoken(item: InjectView) -> str:
        due = bridge.names.until(item.record.reply_by, bridge.view.day) if is_open(item) else ""
        return f"{item.record.title} {item.record.sender} {due}".strip()

    return Column(header, text, sort=lambda item: item.record.delivered, width=-1, spoken=spoken)


class PaperDelegate(QStyledItemDelegate):
    """Draws a paper in two lines."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Three lines high."""
        return QSize(self._bridge.theme.px(12), self._bridge.theme.px(3.35))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one paper."""
        item: InjectView = index.data(RECORD_ROLE)
        bridge, theme, record = self._bridge, self._bridge.theme, item.record
        view = bridge.view
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.color("accent_soft" if chosen else "surface"))
        level, unread = urgency(item, view), is_unread(item, view.viewer)
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.color("accent"))
        pad, line = theme.space(3), theme.px(1.15)
        dimmed = level == 0 and not unread
        picture = bridge.icons.pixmap(
            FORM_ICONS.get(record.form, "letter"), "faint" if dimmed else "accent", theme.px(1.2)
        )
        painter.drawPixmap(round(area.left() + pad), round(area.top() + (area.height() - theme.px(1.2)) / 2), picture)
        left = area.left() + pad * 2 + theme.px(1.2)
        width = area.right() - left - pad
        top = area.top() + (area.height() - line * 2) / 2

        # First line: title, a dot where unread
        font = theme.font("body", bold=unread)
        painter.setFont(font)
        painter.setPen(theme.color("muted" if dimmed else "text"))
        if unread:
            painter.setBrush(theme.color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            side = theme.px(0.36)
            painter.drawEllipse(QRectF(left, top + (line - side) / 2, side, side))
            painter.setPen(theme.color("text"))
        shift = theme.px(0.55) if unread else 0
        title = QFontMetrics(font).elidedText(record.title, Qt.TextElideMode.ElideRight, round(width - shift))
        painter.drawText(QRectF(left + shift, top, width - shift, line), Qt.AlignmentFlag.AlignVCenter, title)

        # Second line: sender and date, what is due
        small = theme.font("small")
        painter.setFont(small)
        due, tone = self._due(item, level, view)
        room = QFontMetrics(small)
        due_width = room.horizontalAdvance(due) + theme.space(2) if due else 0
        painter.setPen(theme.color(tone))
        painter.drawText(
            QRectF(left, top + line, width, line), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, due
        )
        painter.setPen(theme.color("muted"))
        sender = f"{record.sender} · {bridge.names.date(record.delivered, week=False)}"
        painter.drawText(
            QRectF(left, top + line, width - due_width, line),
            Qt.AlignmentFlag.AlignVCenter,
            room.elidedText(sender, Qt.TextElideMode.ElideRight, round(width - due_width)),
        )
        painter.setPen(theme.color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _due(self, item: InjectView, level: int, view: View) -> tuple[str, str]:
        record, names = item.record, self._bridge.names
        if level >= 1 and is_open(item) and record.reply_by >= 0:
            return names.until(record.reply_by, view.day), {3: "overdue", 2: "warn"}.get(level, "muted")
        if record.state in ("delivered", "acknowledged"):
            return "", "muted"
        return names.state("inject", record.state), "muted"
