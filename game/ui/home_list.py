"""How a scenario looks in the home page's list: title, level, length, seats, and what it is about."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from game.ui.i18n import flowing, translate
from game.ui.icons import Icons
from game.ui.models import RECORD_ROLE, Column
from game.ui.seal import seal_words
from game.ui.starting import Offer
from game.ui.theme import Theme


def facts(item: Offer) -> str:
    """Return level, length and seats in words, or that the scenario has errors."""
    card = item.card
    if item.fault:
        return translate("HomeList", "有错误，暂不能开始")
    if card is None:
        return translate("HomeList", "正在检查")
    levels = {
        "starter": translate("HomeList", "入门"),
        "standard": translate("HomeList", "标准"),
        "advanced": translate("HomeList", "进阶"),
    }
    own = translate("HomeList", "我的 · ") if Path(item.name).is_absolute() else ""
    return own + translate("HomeList", "{level} · 约{minutes}分钟 · {seats}个席位").format(
        level=levels.get(card.level, card.level), minutes=card.minutes, seats=len(card.seats)
    )


def sealed(item: Offer) -> str:
    """Return what is said of a scenario's certificate, nothing of a broken one or before it is known."""
    return seal_words(item.seal)[0] if item.seal is not None and not item.fault else ""


def offer_column(header: str) -> Column[Offer]:
    """Return the list's only column."""

    def text(item: Offer) -> str:
        return (item.card.title if item.card is not None else "") or Path(item.name).name

    return Column(
        header,
        text,
        sort=lambda item: item.name,
        width=-1,
        spoken=lambda i: f"{text(i)} {facts(i)} {sealed(i)}".strip(),
    )


_NARROW = 4
"""Times a seal's word must go into a card's line to stand there."""
CARD = 6.4
"""Height of a card with the gap below it, ems: title, facts and two lines of summary."""
_EXCERPT = re.compile(r"^ *\d* *\|.*\n?", re.MULTILINE)
"""Lines of a text that a finding shows: run into one line they mean nothing."""
_SMALL = 12
"""Width of a card, ems, below which its words take the room of its edges."""


class OfferDelegate(QStyledItemDelegate):
    """Draws a scenario as a card."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Title, facts and two lines of summary."""
        return QSize(self._theme.px(14), self._theme.px(CARD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one scenario."""
        item: Offer = index.data(RECORD_ROLE)
        theme, broken = self._theme, bool(item.fault)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The view marks the whole row of the one chosen; the gap below the card is no part of it
        painter.fillRect(option.rect, theme.color("window"))
        area = QRectF(option.rect).adjusted(1, 1, -1, -theme.space(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme.color("accent" if chosen else "line"), 1.6 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(area, theme.space(2), theme.space(2))
        narrow = area.width() < theme.px(_SMALL)
        edge = theme.space(2 if narrow else 4)
        inner = area.adjusted(edge, theme.space(3), -edge, -theme.space(2))
        line = float(theme.px(1.15))

        title = theme.font("heading", bold=True)
        painter.setFont(title)
        painter.setPen(theme.color("faint" if broken else "text"))
        icon, tone = ("warn", "warn") if broken else ("flag", "accent")
        shift = 0
        if broken or not narrow:  # where there is little room the flag, the same for all, leaves it to the title
            side = theme.px(1)
            painter.drawPixmap(round(inner.left()), round(inner.top() + 1), self._icons.pixmap(icon, tone, side))
            shift = side + theme.space(2)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = inner.width() - shift
        words = QFontMetrics(title).elidedText(words, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(inner.left() + shift, inner.top(), room, line), Qt.AlignmentFlag.AlignVCenter, words)
        small = theme.font("small")
        painter.setFont(small)
        under = QRectF(inner.left(), inner.top() + line + theme.space(1), inner.width(), line)
        taken = 0.0 if broken else self._paint_seal(painter, item, under, small)
        about = QFontMetrics(small).elidedText(facts(item), Qt.TextElideMode.ElideRight, round(inner.width() - taken))
        painter.setPen(theme.color("warn" if broken else "muted"))
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, about)

        body = QRectF(inner.left(), under.bottom(), inner.width(), inner.bottom() - under.bottom())
        painter.setPen(theme.color("faint" if broken else "muted"))
        painter.setFont(theme.font())
        text = fault_line(item.fault) if broken else " ".join(flowing(item.card.summary if item.card else "").split())
        for number, words in enumerate(lines(text, theme.font(), body.width(), 2)):
            row = QRectF(body.left(), body.top() + number * theme.px(1), body.width(), line)
            painter.drawText(row, Qt.AlignmentFlag.AlignTop, words)
        painter.restore()

    def _paint_seal(self, painter: QPainter, item: Offer, line: QRectF, font: QFont) -> float:
        """Draw the seal at the end of a line, its shape before its word; return the room it takes.

        In a narrow list the word would leave none to level and length: there it stands beside the scenario alone.
        """
        if item.seal is None:
            return 0.0
        word, tone, icon = seal_words(item.seal)
        side, gap = self._theme.px(0.8), self._theme.space(1)
        wide = QFontMetrics(font).horizontalAdvance(word)
        if wide * _NARROW > line.width():
            word, wide = "", 0
        left = line.right() - wide - gap - side
        top = line.top() + (line.height() - side) / 2
        painter.drawPixmap(round(left), round(top), self._icons.pixmap(icon, tone, side))
        painter.setPen(self._theme.color(tone))
        painter.drawText(
            QRectF(left + side + gap, line.top(), wide + 1, line.height()), Qt.AlignmentFlag.AlignVCenter, word
        )
        return float(wide + 4 * gap + side)


def fault_line(fault: str) -> str:
    """Return a finding as one line of words, without the text that it shows."""
    return " ".join(flowing(_EXCERPT.sub("", fault)).split())


def lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a text as its language does, no stop at the beginning of a line; the last line ends in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == most - 1:
            found.append(QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, round(width)))
        else:
            found.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return found
