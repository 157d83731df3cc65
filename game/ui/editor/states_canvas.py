"""The phases of the campaigns drawn from top to bottom, between them what ends one and opens the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from game.authoring.draft_tree import DraftTree
from game.scenario.keys import words_of
from game.scenario.known import items, number, text
from game.scenario.model import Phase
from game.scenario.tree import Node
from game.ui.editor.canvas import Box, Canvas
from game.ui.editor.condition_words import in_words
from game.ui.i18n import language, translate
from game.ui.theme import Theme

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One phase of a campaign, in its order."""

    id: str
    name: str
    stage: str
    days: int
    enter: str
    exit: str
    campaign: str
    """Name of its campaign, where it is the first of it; else ""."""
    first: int
    """Planned first day, from 0."""
    place: Place
    enter_place: Place
    exit_place: Place


def steps(tree: DraftTree) -> tuple[Step, ...]:
    """Return all phases in the order they run, from the campaign that runs first."""
    root = tree.root
    campaigns = items(root, "campaigns")
    ids = [text(campaign, "id") for campaign in campaigns]
    first = text(root.get("starting"), "campaign")
    return tuple(_steps(campaigns[ids.index(first) if first in ids else 0 :]))


def _steps(campaigns: list[Node]) -> Iterator[Step]:
    at = 0
    words = words_of(Phase, "stage")
    for campaign in campaigns:
        head = text(campaign, "name") or text(campaign, "id") or "?"
        for phase in items(campaign, "phases"):
            stage = text(phase, "stage") or ""
            days = max(0, number(phase, "days") or 0)
            place = phase.file, phase.line, phase.column
            yield Step(
                text(phase, "id") or "?", text(phase, "name") or text(phase, "id") or "?",
                words.zh.get(stage, stage) if words is not None and language() == "zh" else stage,
                days, text(phase, "enter") or "", text(phase, "exit") or "", head, at, place,
                _place(phase, "enter", place), _place(phase, "exit", place),
            )  # fmt: skip
            head = ""
            at += days


def _place(phase: Node, key: str, otherwise: Place) -> Place:
    pair = phase.pairs.get(key)
    return (pair[0].file, pair[0].line, pair[0].column) if pair is not None else otherwise


class StatesCanvas(Canvas):
    """Boxes of phases and of the conditions between them; keys are `number`, `number/enter` and `number/exit`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.steps: tuple[Step, ...] = ()
        self._heads: list[tuple[float, str]] = []
        super().__init__(
            theme, "editor.states.chart", translate("States", "阶段图：阶段从上到下，中间是进出条件"), parent
        )

    def show_steps(self, found: tuple[Step, ...]) -> None:
        """Show phases."""
        self.steps = found
        self.refresh()

    def place(self, key: str) -> Place:
        """Return where a box is written."""
        number_, _, part = key.partition("/")
        step = self.steps[int(number_)]
        return {"enter": step.enter_place, "exit": step.exit_place}.get(part, step.place)

    def lay_out(self) -> None:
        """Put phases below each other, the conditions into the gaps between them."""
        theme = self.theme
        self.boxes, self._heads = [], []
        edge, high, line = theme.space(4), theme.px(2.6), theme.px(1.4)
        wide = theme.px(14)
        room = max(wide * 1.5, self.width() - 2 * edge - self.verticalScrollBar().sizeHint().width())
        top = float(edge)
        for at, step in enumerate(self.steps):
            if step.campaign:
                self._heads.append((top, step.campaign))
                top += theme.px(1.8)
            left = edge + theme.px(1.5)
            if step.enter:
                rect = QRectF(left, top, room - theme.px(1.5), line)
                self.boxes.append(Box(f"{at}/enter", rect, self.enter_words(step)))
                top += line
            self.boxes.append(Box(str(at), QRectF(edge, top, wide, high), self.words(step)))
            top += high
            rect = QRectF(left, top, room - theme.px(1.5), line)
            self.boxes.append(Box(f"{at}/exit", rect, self.exit_words(at)))
            top += line + theme.space(1)
        self.size_needed = QSize(round(room), round(top + edge))

    # Words

    def words(self, step: Step) -> str:
        """Say what a phase is."""
        return translate("States", "{name}（{id}）\n{stage}，计划{days}天，第{first}天起").format(
            name=step.name, id=step.id, stage=step.stage, days=step.days, first=step.first
        )

    def enter_words(self, step: Step) -> str:
        """Say what must hold before a phase opens."""
        return translate("States", "进入条件：{said}；不成立就留在上一阶段").format(said=self._told(step.enter))

    def exit_words(self, at: int) -> str:
        """Say what ends a phase."""
        step = self.steps[at]
        last = at + 1 == len(self.steps)
        end = translate("States", "结束") if last else translate("States", "转入下一阶段")
        if step.exit:
            return translate("States", "{said}，或满{days}天：{end}").format(
                said=self._told(step.exit), days=step.days, end=end
            )
        return translate("States", "满{days}天：{end}").format(days=step.days, end=end)

    def _told(self, condition: str) -> str:
        return in_words(condition, {("phase", step.id): step.name for step in self.steps})

    # Drawing

    def draw(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the campaigns' names, the line from phase to phase, and the boxes."""
        theme = self.theme
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.color("text"))
        for top, name in self._heads:
            painter.drawText(
                QRectF(theme.space(4), top, seen.width(), theme.px(1.6)), Qt.AlignmentFlag.AlignVCenter, name
            )
        phases = [box for box in self.boxes if "/" not in box.key]
        painter.setPen(QPen(theme.color("edge"), 1.6))
        side, x = theme.space(2), theme.space(4) + theme.px(0.7)
        for upper, lower in pairwise(phases):
            end = QPointF(x, lower.rect.top())
            painter.setPen(QPen(theme.color("edge"), 1.6))
            painter.drawLine(QPointF(x, upper.rect.bottom()), end)
            painter.setBrush(theme.color("edge"))
            painter.drawPolygon(QPolygonF([end, end + QPointF(-side * 0.6, -side), end + QPointF(side * 0.6, -side)]))
        for box in self.boxes:
            if box.rect.intersects(seen):
                self._draw_box(painter, box)

    def _draw_box(self, painter: QPainter, box: Box) -> None:
        theme, rect = self.theme, box.rect
        at, _, part = box.key.partition("/")
        step = self.steps[int(at)]
        chosen = box.key == self.current
        if part:
            given = step.enter if part == "enter" else step.exit
            words = self.enter_words(step) if part == "enter" else self.exit_words(int(at))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("accent" if given else "muted"))
            room = rect.adjusted(theme.space(1), 0, 0, 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        else:
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect, theme.space(1), theme.space(1))
            half = rect.height() / 2
            small = translate("States", "{stage} · {days}天").format(stage=step.stage, days=step.days)
            for words, font, colour, top in (
                (step.name, theme.font("body", bold=True), "text", rect.top() + 1),
                (small, theme.font("tiny"), "muted", rect.top() + half),
            ):
                painter.setFont(font)
                painter.setPen(theme.color(colour))
                room = QRectF(rect.left() + theme.space(2), top, rect.width() - theme.space(3), half)
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if chosen:
            painter.setPen(QPen(theme.color("accent"), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), theme.space(1), theme.space(1))
