"""The forms on which papers come: a red-headed circular looks unlike a phone call, a chat or a petition."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.entities import Inject
from game.ui.bridge import Bridge
from game.ui.i18n import listed
from game.ui.icons import FORM_ICONS
from game.ui.widgets import MarkdownView, clear, label, named, spaced


class PaperSheet(QFrame):
    """One sheet. The form decides head, ground and lines; the words are the same Markdown everywhere."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = "report"
        named(self, "inbox.sheet")
        self._column = QVBoxLayout(self)

    def show_paper(self, record: Inject) -> None:
        """Lay out a paper by its form."""
        theme = self._bridge.theme
        self._form = record.form
        clear(self._column)
        self._column.setContentsMargins(theme.space(8), theme.space(6), theme.space(8), theme.space(8))
        self._column.setSpacing(theme.space(3))
        lay = {
            "circular": self._circular,
            "notice": self._circular,
            "chat": self._chat,
            "call": self._call,
            "news": self._news,
        }
        lay.get(record.form, self._plain)(record)
        self.setAccessibleName(f"{self._bridge.say(f'form.{record.form}')} {record.title}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet's ground, edge and lines."""
        theme, painter = self._bridge.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chat = self._form in ("chat", "call")
        painter.setPen(QPen(theme.color("line"), theme.line(1)))
        painter.setBrush(theme.color("sunken" if chat else "paper"))
        painter.drawRoundedRect(area, 6, 6) if chat else painter.drawRect(area)
        if self._form == "petition":
            # The double margin line of letter paper
            for offset in (3.0, 4.0):
                x = area.left() + theme.space(1) * offset
                painter.setPen(QPen(theme.color("seal", 120), theme.line(1)))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self._form == "slip":
            painter.fillRect(QRectF(area.left(), area.top(), theme.space(1) * 1.5, area.height()), theme.color("warn"))
            painter.setPen(QPen(theme.color("edge"), theme.line(1.4), Qt.PenStyle.DashLine))
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    # Forms

    def _plain(self, record: Inject) -> None:
        """Report, slip, petition: what it is, from whom, the title, the words, who signs and when."""
        names = self._bridge.names
        self._column.addLayout(self._kind_line(record))
        title = label(record.title, "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(title)
        self._column.addWidget(label(self.tr("{name}:").format(name=self._addressees(record))))
        self._column.addWidget(self._words(record.text))
        sign = label(f"{record.sender}\n{names.date(record.delivered, week=False)}")
        sign.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(sign)

    def _circular(self, record: Inject) -> None:
        """Lay out a circular: a red head, a red line, then the text."""
        theme = self._bridge.theme
        head = QLabel(record.sender)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head.setWordWrap(True)
        head.setStyleSheet(f"color: {theme.css('seal')}; font-size: {theme.sizes()['number']}px; font-weight: 700;")
        line = QFrame()
        line.setFixedHeight(2)
        line.setStyleSheet(f"background: {theme.css('seal')}; border: none;")
        self._column.addWidget(head)
        self._column.addWidget(line)
        title = label(record.title, "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(title)
        self._column.addWidget(self._words(record.text))
        date = label(self._bridge.names.date(record.delivered, week=False))
        date.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(date)

    def _call(self, record: Inject) -> None:
        """Lay out a call: who, when, and what was said."""
        self._column.addLayout(self._kind_line(record))
        self._column.addWidget(label(record.title, "heading", wrap=True))
        who = self.tr("来电人：{sender}    时间：{date}").format(
            sender=record.sender, date=self._bridge.names.date(record.delivered, week=False)
        )
        self._column.addWidget(label(who, "muted", wrap=True))
        self._column.addWidget(self._bubble(record.text))

    def _chat(self, record: Inject) -> None:
        """Lay out a chat: one bubble a paragraph."""
        self._column.addLayout(self._kind_line(record))
        self._column.addWidget(label(record.title, "heading", wrap=True))
        self._column.addWidget(label(record.sender, "muted", wrap=True))
        for part in record.text.split("\n\n"):
            if part.strip():
                self._column.addWidget(self._bubble(part))

    def _news(self, record: Inject) -> None:
        """Lay out a cutting: the paper's name, a rule, a large headline."""
        theme = self._bridge.theme
        masthead = spaced(QHBoxLayout(), theme, 0, 2)
        masthead.addWidget(label(record.sender, "strong"))
        masthead.addStretch(1)
        masthead.addWidget(label(self._bridge.names.date(record.delivered, week=False), "muted"))
        line = QFrame()
        line.setFixedHeight(3)
        line.setStyleSheet(f"background: {theme.css('text')}; border: none;")
        headline = QLabel(record.title)
        headline.setWordWrap(True)
        headline.setStyleSheet(f"font-size: {theme.sizes()['number']}px; font-weight: 700;")
        self._column.addLayout(masthead)
        self._column.addWidget(line)
        self._column.addWidget(headline)
        self._column.addWidget(self._words(record.text))

    # Parts

    def _kind_line(self, record: Inject) -> QHBoxLayout:
        theme, icons = self._bridge.theme, self._bridge.icons
        row = spaced(QHBoxLayout(), theme, 0, 2)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(FORM_ICONS.get(record.form, "letter"), "muted", theme.px(1)))
        row.addWidget(picture)
        row.addWidget(label(self._bridge.say(f"form.{record.form}"), "muted"))
        row.addStretch(1)
        row.addWidget(label(self._bridge.names.domain(record.domain), "muted"))
        return row

    def _words(self, text: str) -> MarkdownView:
        view = MarkdownView(self._bridge.theme)
        view.set_markdown(text)
        return named(view, "", self.tr("正文"))

    def _bubble(self, text: str) -> QWidget:
        theme = self._bridge.theme
        bubble = QFrame()
        bubble.setProperty("card", "true")
        inner = spaced(QVBoxLayout(bubble), theme, 3, 0)
        inner.addWidget(self._words(text))
        return bubble

    def _addressees(self, record: Inject) -> str:
        return listed(self._bridge.names.seat(seat) for seat in record.to) or self.tr("县里")
