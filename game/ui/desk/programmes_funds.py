"""The county's pots of money as bars: spent, set aside, left, and how long they have lain still."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from game.exercise.entities import Fund
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import status_pill
from game.ui.desk.advice import thresholds
from game.ui.i18n import listed
from game.ui.kept import Kept
from game.ui.theme import Theme
from game.ui.widgets import Card, clear, label, named, spaced


def reserved(theme: Theme) -> QBrush:
    """Return how money set aside is drawn: told from money spent by its hatching, not by its colour alone."""
    return QBrush(theme.color("accent"), Qt.BrushStyle.BDiagPattern)


def left_of(fund: Fund) -> int:
    """Return what a fund can still give, fen."""
    return fund.given - fund.spent - fund.reserved


class FundBar(QWidget):
    """One bar of three parts: spent, set aside, left."""

    def __init__(self, theme: Theme, fund: Fund, spoken: str) -> None:
        super().__init__()
        self._theme, self._fund = theme, fund
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def sizeHint(self) -> QSize:
        """Half a line high."""
        return QSize(self._theme.px(10), self._theme.px(0.6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts; what is left stays the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, fund = self._theme, self._fund
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(box, theme.color("sunken"))
        whole = max(1, fund.given)
        spent = box.width() * min(1.0, max(0, fund.spent) / whole)
        held = box.width() * min(1.0, max(0, fund.reserved) / whole)
        painter.fillRect(QRectF(box.left(), box.top(), spent, box.height()), theme.color("accent"))
        painter.fillRect(QRectF(box.left() + spent, box.top(), held, box.height()), reserved(theme))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("edge"), theme.line(1)))
        painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), box.height() / 2, box.height() / 2)


class FundList(QWidget):
    """All pots, the large ones first."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._across = 1
        self._built = Kept()
        self._column = spaced(QVBoxLayout(self), bridge.theme, 0, 2)
        named(self, "programmes.funds", self.tr("各项资金"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the pots in two columns where there is room."""
        super().resizeEvent(event)
        if self._fitting() != self._across:
            self.refresh(self._bridge.view)

    def _fitting(self) -> int:
        return 2 if self.width() > self._bridge.theme.px(30) else 1

    def refresh(self, view: View) -> None:
        """Show the funds of a view."""
        self._across = self._fitting()
        if self._built.same(view.funds, view.day, self._across):
            return
        clear(self._column)
        theme, names = self._bridge.theme, self._bridge.names
        card = Card(theme, self.tr("资金"))
        known = [f for f in view.funds if f.given or f.spent or f.reserved]
        total = sum(f.given for f in known)
        if total:
            head = self.tr("共{given}，已花{spent}，预留{reserved}，还剩{left}").format(
                given=names.money(total), spent=names.money(sum(f.spent for f in known)),
                reserved=names.money(sum(f.reserved for f in known)), left=names.money(sum(left_of(f) for f in known)),
            )  # fmt: skip
            card.body.addWidget(label(head, "muted", wrap=True))
            key = spaced(QHBoxLayout(), theme, 0, 3)
            for colour, word in (
                (QBrush(theme.color("accent")), self.tr("已花")),
                (reserved(theme), self.tr("预留")),
                (QBrush(theme.color("sunken")), self.tr("剩余")),
            ):
                key.addLayout(self._key(colour, word))
            key.addStretch(1)
            card.body.addLayout(key)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(5))
        grid.setVerticalSpacing(theme.space(2))
        for number, fund in enumerate(sorted(known, key=lambda f: (f.id.startswith("pot-"), -f.given))):
            grid.addLayout(self._fund(fund, view), number // self._across, number % self._across)
        for column in range(self._across):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        hidden = len(view.funds) - len(known)
        if not known:
            text = self.tr("资金下达后，这里逐笔列出给了多少、花了多少、预留多少、闲了多久。")
            card.body.addWidget(label(text, "muted", wrap=True))
        elif hidden:
            card.body.addWidget(label(self.tr("另有{count}笔资金不归本岗位看。").format(count=hidden), "small"))
        self._column.addWidget(card)

    def _fund(self, fund: Fund, view: View) -> QVBoxLayout:
        names, theme = self._bridge.names, self._bridge.theme
        box = spaced(QVBoxLayout(), theme, 0, 0)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        head.addStrut(theme.px(1.25))  # bars side by side stand on one line, with a pill or without
        head.addWidget(label(fund.name, "strong", wrap=True), 1)
        idle = view.day - fund.idle_since
        if left_of(fund) > 0 and idle >= thresholds()["money.idle"]:
            head.addWidget(status_pill(self._bridge, self.tr("闲置{days}天").format(days=idle), "warn", "clock"))
        left = self.tr("剩{left}").format(left=names.money(left_of(fund)))
        head.addWidget(label(left, "" if left_of(fund) > 0 else "overdue"))
        box.addLayout(head)
        words = self.tr("给{given} · 花{spent} · 留{reserved}").format(
            given=names.money(fund.given), spent=names.money(fund.spent), reserved=names.money(fund.reserved)
        )
        box.addWidget(FundBar(theme, fund, f"{fund.name},{words},{left}"))
        if fund.earmark:
            only = self.tr("只能用于{what}").format(what=listed(names.domain(d) for d in fund.earmark))
            words = f"{words} · {only}"
        box.addWidget(label(words, "small", wrap=True))
        box.addStretch(1)
        return box

    def _key(self, colour: QBrush, word: str) -> QHBoxLayout:
        theme = self._bridge.theme
        row = spaced(QHBoxLayout(), theme, 0, 1)
        patch = QLabel()
        side = theme.px(0.6)
        patch.setFixedSize(side, side)
        picture = QPixmap(side, side)
        picture.fill(theme.color("sunken"))
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), colour)
        painter.setPen(theme.color("edge"))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        patch.setPixmap(picture)
        row.addWidget(patch)
        row.addWidget(label(word, "small"))
        return row
