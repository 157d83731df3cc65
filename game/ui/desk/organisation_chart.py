"""The organisation chart: bands from the county down to the squads, joined by lines, growing as bodies are set up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.figures_words import Words
from game.ui.desk.organisation_card import OrganCard
from game.ui.desk.organisation_flow import THICK, Flow, flows, spoken
from game.ui.desk.organisation_model import LEVELS, LOCAL, Node
from game.ui.slots import weak_slot
from game.ui.widgets import Elided, Page, clear, named, spaced

Line = tuple[QWidget, QWidget, bool, int]
COLUMNS = {"county": 4, "group": 6, "zone": 5, "taskforce": 6, "bureau": 5, "squad": 6, "township": 6}
"""Most cards side by side, by band; where there is less room there are fewer of them."""
WIDE = {"county": 7.0, "group": 5.3, "zone": 7.0, "taskforce": 5.3, "bureau": 5.6, "squad": 5.3, "township": 5.3}
"""Smallest width of a card in lines, by band."""


@dataclass(slots=True)
class Band:
    """Cards of one level: how they stand side by side."""

    grid: QGridLayout
    stacks: list[list[OrganCard | None]]
    """Cards that stand below each other."""
    most: int
    """Most of them side by side."""
    least: int
    """Width that a card needs for its meters."""
    wide: int
    """Width that it needs for every name."""
    columns: int = 0
    """How many are side by side."""


class ChartBody(QWidget):
    """The page the cards stand on; draws the lines of command between them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._lines: list[Line] = []
        self.setProperty("page", True)

    def set_lines(self, lines: list[Line]) -> None:
        """Take pairs of cards, the upper first, whether both work, and the friction between them."""
        if lines != self._lines:
            self._lines = lines
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each line as a bent one from the bottom of the upper card to the top of the lower.

        To a lower row of cards it goes down beside the first row, never behind its cards.
        """
        painter = QPainter(self)
        theme = self._bridge.theme
        tops: dict[QWidget, int] = {}
        for upper, lower, _, _ in self._lines:
            tops[upper] = min(tops.get(upper, lower.y()), lower.y())
        for upper, lower, solid, friction in self._lines:
            start = upper.mapTo(self, QPoint(upper.width() // 2, upper.height()))
            end = lower.mapTo(self, QPoint(lower.width() // 2, 0))
            middle = end.y() - theme.space(2)
            style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
            # The more friction the thicker; from where it hurts also in another colour
            wide = theme.line(1.3 + 3.2 * max(0, friction) / 1000)
            tone = "warn" if friction >= THICK else "edge" if solid else "line"
            painter.setPen(QPen(theme.color(tone), wide, style))
            bend, beside = tops[upper] - theme.space(2), theme.space(3) // 2
            way = [start, QPoint(start.x(), bend)]
            if middle > bend:
                way += [QPoint(beside, bend), QPoint(beside, middle)]
            painter.drawPolyline([*way, QPoint(end.x(), middle), end])


class OrganChart(Page):
    """All bodies as cards. Emits `chosen` (organ id)."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 3, 2, parent)
        self._bridge, self._words = bridge, words
        self._cards: dict[str, OrganCard] = {}
        self._shape: tuple[str, ...] = ()
        self._bands: list[Band] = []
        self._zones: dict[str, str] = {}
        self._flows: dict[str, Flow] = {}
        self.inner = ChartBody(bridge)
        self.body: QVBoxLayout = spaced(QVBoxLayout(self.inner), bridge.theme, 3, 2)
        self.setWidget(self.inner)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._titles = {
            "county": self.tr("县级指挥"), "group": self.tr("总攻办工作组"), "zone": self.tr("战区指挥部"),
            "township": self.tr("乡镇：党委政府 → 指挥所 → 村级作战室 → 组级战斗队"), "taskforce": self.tr("专班"),
            "bureau": self.tr("县直部门"), "squad": self.tr("督战分队"),
        }  # fmt: skip
        named(self, "organisation.chart", self.tr("组织架构图"))

    def set_nodes(self, nodes: tuple[Node, ...], view: View, *, flowing: bool = False) -> None:
        """Show the bodies; cards stay where the same bodies come again. `flowing` shows what runs between them."""
        self._flows = flows(view) if flowing else {}
        self._zones = {t.id: t.zone for t in view.townships}
        shape = tuple(node.id for node in nodes)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(nodes, view)
        for node in nodes:
            if node.id in self._cards:
                flow = self._flows.get(node.id) if node.organ is not None else None
                words = spoken(flow, view.day) if flow is not None else ""
                self._cards[node.id].set_node(node, words)
        self._draw_lines(nodes)

    def select(self, organ: str) -> None:
        """Mark a card and bring it into sight, without telling."""
        card = self._cards.get(organ)
        if card is not None:
            card.setChecked(True)
            self.ensureWidgetVisible(card)

    def card(self, organ: str) -> OrganCard | None:
        """Return the card of a body."""
        return self._cards.get(organ)

    def resizeEvent(self, event: object) -> None:
        """Set so many cards side by side as have room; what is wider than one card is reached by scrolling."""
        QScrollArea.resizeEvent(self, event)  # type: ignore[arg-type]
        self._place()

    # Helpers

    def _rebuild(self, nodes: tuple[Node, ...], view: View) -> None:
        clear(self.body)
        self._cards, self._bands = {}, []
        theme = self._bridge.theme
        for level in LEVELS:
            band = [node for node in nodes if node.level == level]
            if not band:
                continue
            self.body.addWidget(self._heading(level), 0, Qt.AlignmentFlag.AlignLeft)
            if level in ("zone", "township"):
                self.body.addSpacing(theme.space(2))  # the lines of command bend here, clear of the words
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.space(2))
            grid.setVerticalSpacing(theme.space(2))
            self._bands.append(self._band(grid, band, level, view))
            self.body.addLayout(grid)
            self.body.addSpacing(theme.space(1))
        self.body.addStretch(1)
        self._place()

    def _heading(self, level: str) -> QLabel:
        made = Elided("small")
        made.setText(self._titles[level])
        made.setAutoFillBackground(True)  # so that a line of command passes behind the words
        return made

    def _band(self, grid: QGridLayout, nodes: list[Node], level: str, view: View) -> Band:
        """Make the cards of a band; those of a township stand below each other."""
        strained = any(node.strained for node in nodes)
        for node in nodes:
            self._card(node, WIDE[level], tall=strained and node.kind in ("bureau", "township"))
        stacks: list[list[OrganCard | None]] = [[self._cards[node.id]] for node in nodes]
        if level == "township":
            at = {(node.home, node.kind): self._cards[node.id] for node in nodes}
            homes = [t.id for t in view.townships] or list(dict.fromkeys(node.home for node in nodes))
            stacks = [[at.get((home, kind)) for kind in LOCAL] for home in homes]
        # Long names, as in English, get wider cards and fewer of them side by side
        metrics, theme = QFontMetrics(self._bridge.theme.font("small", bold=True)), self._bridge.theme
        widest = max(metrics.horizontalAdvance(node.name) for node in nodes) + theme.space(4)
        least = theme.px(WIDE[level])
        return Band(grid, stacks, COLUMNS[level], least, max(widest, least))

    def _place(self) -> None:
        """Set the cards of every band into rows of one length that have room."""
        theme = self._bridge.theme
        room, gap = self.viewport().width() - 2 * theme.space(3), theme.space(2)
        for band in self._bands:
            # Two side by side before the longest name is whole: its middle gives way
            fit = max((room + gap) // (band.wide + gap), min(2, (room + gap) // (band.least + gap)))
            fit = max(1, min(band.most, fit))
            rows = -(-len(band.stacks) // fit)
            columns = -(-len(band.stacks) // max(1, rows))
            if columns == band.columns:
                continue
            band.columns = columns
            for number, stack in enumerate(band.stacks):
                row, column = divmod(number, columns)
                for step, card in enumerate(stack):
                    if card is not None:
                        band.grid.removeWidget(card)
                        band.grid.addWidget(card, row * len(stack) + step, column)
            for column in range(band.most):
                band.grid.setColumnStretch(column, int(column < columns))

    def _card(self, node: Node, wide: float, *, tall: bool) -> None:
        card = OrganCard(self._bridge, self._words, node, wide=wide, tall=tall, parent=self.inner)
        card.clicked.connect(weak_slot(self._on_clicked, node.id))
        self._cards[node.id] = card

    def _draw_lines(self, nodes: tuple[Node, ...]) -> None:
        lines: list[Line] = []
        by_home: dict[tuple[str, str], Node] = {(n.kind, n.home): n for n in nodes if n.home}
        top = next((n for key in ("hq", "front-hq", "leading-group") for n in nodes if n.id == key and n.organ), None)
        for node in nodes:
            above = top if node.kind == "zone" else None
            if node.kind == "township":
                above = by_home.get(("zone", self._zones.get(node.home, "")))
            elif node.kind in LOCAL[1:]:
                above = by_home.get((LOCAL[LOCAL.index(node.kind) - 1], node.home))
            if above is not None:
                solid = above.state == "works" and node.state == "works"
                flow = self._flows.get(node.id)
                friction = flow.friction if flow is not None else -1
                lines.append((self._cards[above.id], self._cards[node.id], solid, friction))
        self.inner_body().set_lines(lines)

    def inner_body(self) -> ChartBody:
        """Return the page with its lines."""
        assert isinstance(self.inner, ChartBody)
        return self.inner

    def _on_clicked(self, organ: str) -> None:
        self.chosen.emit(organ)
