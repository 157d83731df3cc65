"""The phase ribbon: the phases as a chain in the colours of their stages, the present one marked by shape and words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.exercise.views.shape import PhaseView, View
from game.ui.bridge import Bridge
from game.ui.i18n import listed
from game.ui.kept import Kept
from game.ui.phases import tone_of
from game.ui.widgets import named

FEW = 6
"""Phases that are always all shown; of more, those around the present one that can be read."""


class PhaseRibbon(QWidget):
    """Draws one chevron a phase; a tooltip says what the phase is for and what it allows."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._phases: tuple[PhaseView, ...] = ()
        self._shown: tuple[PhaseView, ...] = ()
        self._before = self._after = 0
        self._spots: list[QRectF] = []
        self._day, self._ends = 0, 0
        self._built = Kept()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named(self, "turn.ribbon")

    def refresh(self, view: View) -> None:
        """Show the phases of a view."""
        if self._built.same(view.phases, view.day, view.campaign.ends, view.campaign_name):
            return
        self._phases, self._day, self._ends = view.phases, view.day, view.campaign.ends
        now = next((p for p in self._phases if p.state == "now"), None)
        self.setAccessibleName(self._words(now) if now else view.campaign_name)
        self.update()

    def sizeHint(self) -> QSize:
        """One and a half lines high."""
        return QSize(self._bridge.theme.px(12), self._bridge.theme.px(1.45))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows show fewer words."""
        return QSize(self._bridge.theme.px(6), self._bridge.theme.px(1.45))

    def event(self, event: QEvent) -> bool:
        """Say what a phase is for where the pointer rests."""
        if isinstance(event, QHelpEvent):
            for phase, spot in zip(self._shown, self._spots, strict=False):
                if spot.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), self._tip(phase), self)
                    return True
            QToolTip.hideText()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chain."""
        if not self._phases:
            return
        theme, painter = self._bridge.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tip = theme.px(0.4)
        self._choose(tip)
        widths = self._widths(tip)
        x, height = 0.5, float(self.height()) - 1
        if self._before:
            text = self.tr("✓ 前面{count}段").format(count=self._before)
            x = self._tell(painter, text, x) + theme.px(0.4)
        self._spots = []
        for phase, width in zip(self._shown, widths, strict=True):
            first = phase is self._shown[0]
            shape = [
                QPointF(x, 0.5),
                QPointF(x + width - tip, 0.5),
                QPointF(x + width, height / 2),
                QPointF(x + width - tip, height),
            ]
            shape += [QPointF(x, height)] + ([] if first else [QPointF(x + tip, height / 2)])
            now, past = phase.state == "now", phase.state == "past"
            tone = tone_of(phase)
            painter.setBrush(theme.color(tone if now else f"{tone}_soft" if past else "surface"))
            line = QPen(theme.color(tone), 1)
            line.setStyle(Qt.PenStyle.SolidLine if now or past else Qt.PenStyle.DashLine)
            painter.setPen(line)
            painter.drawPolygon(QPolygonF(shape))
            inner = QRectF(x + tip * 1.4, 0, width - tip * 2.4, height)
            painter.setFont(theme.font("small", bold=now))
            painter.setPen(theme.color("accent_text" if now else tone if past else "muted"))
            room = QFontMetrics(painter.font())
            text = room.elidedText(self._words(phase), Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
            self._spots.append(QRectF(x, 0, width, height))
            x += width - tip + theme.px(0.15)
        if self._after:
            self._tell(painter, self._later(), x + theme.px(0.6))

    def _tell(self, painter: QPainter, text: str, x: float) -> float:
        """Write how many phases are not shown; return where the words end."""
        theme = self._bridge.theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        wide = QFontMetrics(painter.font()).horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, wide + 2, self.height() - 1), Qt.AlignmentFlag.AlignVCenter, text)
        return x + wide

    def _later(self) -> str:
        return self.tr("后面还有{count}段").format(count=self._after)

    def _choose(self, tip: int) -> None:
        """Choose the phases to show: all where they fit or are few, else the present one and its neighbours."""
        phases = self._phases
        self._shown, self._before, self._after = phases, 0, 0
        room = QFontMetrics(self._bridge.theme.font("small", bold=True))
        needs = [room.horizontalAdvance(self._words(p)) + tip * 4 for p in phases]
        if len(phases) <= FEW or sum(needs) <= self.width():
            return
        free = self.width() - 2 * room.horizontalAdvance(self.tr("✓ 前面{count}段").format(count=99)) - 4 * tip
        first = next((n for n, p in enumerate(phases) if p.state == "now"), len(phases) - 1)
        last, used = first, needs[first]
        grown = True
        while grown:
            grown = False
            for step in (1, -1):
                at = last + 1 if step > 0 else first - 1
                if 0 <= at < len(phases) and used + needs[at] <= free:
                    used += needs[at]
                    first, last = min(first, at), max(last, at)
                    grown = True
        self._shown, self._before, self._after = phases[first : last + 1], first, len(phases) - last - 1

    def _aside(self) -> int:
        """Return the width of the words for what is not shown."""
        theme = self._bridge.theme
        room = QFontMetrics(theme.font("small"))
        before = self.tr("✓ 前面{count}段").format(count=self._before)
        left = room.horizontalAdvance(before) + theme.px(0.4) if self._before else 0
        return int(left + (room.horizontalAdvance(self._later()) + theme.px(0.8) if self._after else 0))

    def _widths(self, tip: int) -> list[float]:
        theme = self._bridge.theme
        gap = theme.px(0.15)
        room = QFontMetrics(theme.font("small", bold=True))
        needs = [room.horizontalAdvance(self._words(p)) + tip * 4 for p in self._shown]
        free = self.width() - 2 - self._aside() + (tip - gap) * (len(needs) - 1)
        share = free / max(1, sum(needs))
        if share >= 1:
            extra = (free - sum(needs)) / len(needs)
            return [need + extra for need in needs]
        now = next((n for n, p in enumerate(self._shown) if p.state == "now"), 0)
        rest = max(1, sum(needs) - needs[now])
        return [n if i == now else n * max(0.1, (free - needs[now]) / rest) for i, n in enumerate(needs)]

    def _words(self, phase: PhaseView) -> str:
        if phase.state == "past":
            return self.tr("✓ {name}").format(name=phase.name)
        if phase.state == "now":
            left = max(0, (self._ends or phase.start + phase.days) - self._day)
            return self.tr("现在：{name} · 还有{days}天").format(name=phase.name, days=left)
        return phase.name

    def _tip(self, phase: PhaseView) -> str:
        allowed = listed(self._bridge.say(f"group.{group}") for group in phase.allowed)
        lines = [phase.name, phase.brief, self.tr("可用：{groups}").format(groups=allowed) if allowed else ""]
        if phase.start >= 0:
            lines.insert(
                1, self.tr("{date}起，{days}天").format(date=self._bridge.names.date(phase.start), days=phase.days)
            )
        return "\n".join(line for line in lines if line)
