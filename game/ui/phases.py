"""Phases of a campaign in the colours of their stages: which colour, over which days, and a strip along a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.exercise.views.shape import PhaseView
from game.scenario.model import Stage
from game.ui.i18n import listed, translate
from game.ui.names import NameBook
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.review.story import Entry

_STAGES = frozenset(stage.value for stage in Stage)


@dataclass(frozen=True, slots=True)
class Span:
    """A phase from its first day up to the day the next one began."""

    phase: PhaseView
    first: int
    end: int


def tone_of(phase: PhaseView) -> str:
    """Return the semantic colour of a phase's stage; with `_soft` behind it that of its ground."""
    return f"stage_{phase.stage}" if phase.stage in _STAGES else "accent"


def spans_of(phases: Sequence[PhaseView]) -> tuple[Span, ...]:
    """Return the phases over the days a view plans them for; one that came early ends the one before it."""
    spans: list[Span] = []
    for phase in reversed([p for p in phases if p.start >= 0]):
        end = spans[-1].first if spans else phase.start + max(0, phase.days)
        spans.append(Span(phase, min(phase.start, end), end))
    return tuple(span for span in reversed(spans) if span.end > span.first)


def entered(phases: Sequence[PhaseView], entries: Iterable[Entry]) -> Iterator[tuple[Entry, PhaseView]]:
    """Yield the entries of a timeline that begin a phase, with it; the same id may come again in a later campaign."""
    at = 0
    for entry in entries:
        if entry.kind != "campaign" or not entry.ref:
            continue
        found = next((n for n in range(at, len(phases)) if phases[n].id == entry.ref), -1)
        if found >= 0:
            at = found
            yield entry, phases[found]


def spans_entered(phases: Sequence[PhaseView], entries: Iterable[Entry], last: int) -> tuple[Span, ...]:
    """Return the phases over the days they truly took, up to a last day; the first one begins on day 0."""
    spans = [Span(phases[0], 0, last)] if phases else []
    for entry, phase in entered(phases, entries):
        if phase is not spans[-1].phase:
            spans[-1] = replace(spans[-1], end=entry.day)
            spans.append(Span(phase, entry.day, last))
    return tuple(span for span in spans if span.end > span.first)


def draw_span(painter: QPainter, theme: Theme, phase: PhaseView, box: QRectF) -> None:
    """Draw a phase as a block on its soft ground with its name, as far as there is room for a word."""
    tone = tone_of(phase)
    painter.fillRect(box, theme.color(f"{tone}_soft"))
    painter.fillRect(QRectF(box.left(), box.top(), max(1.0, theme.space(1) / 2), box.height()), theme.color(tone))
    painter.setPen(QPen(theme.color(tone)))
    room = QFontMetrics(painter.font())
    inner = box.adjusted(theme.space(1) + 1, 0, -2, 0)
    text = room.elidedText(phase.name, Qt.TextElideMode.ElideRight, int(inner.width()))
    if len(text) > 2 or text == phase.name:
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class PhaseStrip(QWidget):
    """Blocks along a slider, one a phase; a tooltip says which days it took."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: tuple[Span, ...] = ()
        self._first, self._last = 0, 1
        self._names: NameBook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spans(self, spans: Sequence[Span], first: int, last: int, names: NameBook) -> None:
        """Show phases over the days between two ends."""
        self._spans, self._first, self._last, self._names = tuple(spans), first, max(last, first + 1), names
        self.setAccessibleName(translate("Phases", "各阶段"))
        self.setAccessibleDescription(listed(self._words(span) for span in self._spans))
        self.update()

    def sizeHint(self) -> QSize:
        """One line of small words."""
        return QSize(self._theme.px(12), QFontMetrics(self._theme.font("small")).height() + self._theme.space(1))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows show fewer words."""
        return QSize(self._theme.px(4), self.sizeHint().height())

    def box(self, span: Span) -> QRectF:
        """Return where a phase is drawn."""
        edge = self._theme.px(0.4)
        day = (self.width() - 2 * edge) / (self._last - self._first)
        left = edge + (max(span.first, self._first) - self._first) * day
        right = edge + (min(span.end, self._last) - self._first) * day
        return QRectF(left, 0, max(0.0, right - left), self.height())

    def event(self, event: QEvent) -> bool:
        """Say which phase is under the pointer and when it was."""
        if isinstance(event, QHelpEvent):
            span = next((s for s in self._spans if self.box(s).contains(QPointF(event.pos()))), None)
            if span is not None:
                QToolTip.showText(event.globalPos(), self._words(span), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        for span in self._spans:
            draw_span(painter, self._theme, span.phase, self.box(span))

    def _words(self, span: Span) -> str:
        names = self._names
        if names is None:
            return span.phase.name
        return translate("Phases", "{phase}：{first}至{last}").format(
            phase=span.phase.name, first=names.date(span.first, week=False), last=names.date(span.end - 1, week=False)
        )
