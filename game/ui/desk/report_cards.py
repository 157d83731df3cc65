"""Parts of the turn report: a large card for a line that mattered, and the outcome of the exit evaluation."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.county.evaluation import limits
from game.exercise.entities import Evaluation
from game.exercise.views.shape import ReportLine, View
from game.ui.bridge import Bridge
from game.ui.desk.report_words import ReportWords
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Card, Pill, button, label, named, spaced

LOOKS = {1: ("ok", "ok"), -1: ("overdue", "overdue"), 0: ("true", "info")}
"""Good or bad -> (tone of the card, icon)."""


class LineCard(Card):
    """One of the three lines that mattered most."""

    def __init__(self, bridge: Bridge, words: ReportWords, line: ReportLine, number: int, view: View) -> None:
        tone, icon = LOOKS[line.good]
        super().__init__(bridge.theme, tone=tone)
        self._bridge = bridge
        theme = bridge.theme
        sentence = words.sentence(line)
        named(self, f"report.line{number}", sentence)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        picture = QLabel()
        picture.setPixmap(bridge.icons.pixmap(icon, tone if tone != "true" else "info", theme.px(1.2)))
        word = {1: self.tr("好消息"), -1: self.tr("要当心"), 0: self.tr("要知道")}[line.good]
        head.addWidget(picture)
        head.addWidget(label(word, "strong"))
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(label(sentence, "heading", wrap=True))
        why = words.matters(line, view)
        if why:
            self.body.addWidget(label(why, wrap=True))
        self.body.addStretch(1)
        desk, ref = words.target(line)
        if desk:
            row = spaced(QHBoxLayout(), theme, 0, 2)
            go = button(
                self.tr("去看") if view.over else self.tr("去看，去办"),
                bridge.icons,
                "arrow",
                name=f"report.go{number}",
            )
            go.setAccessibleName(self.tr("去办：{what}").format(what=sentence))
            go.clicked.connect(weak_slot(self._on_go, desk, ref))
            row.addWidget(go)
            row.addStretch(1)
            self.body.addLayout(row)

    def _on_go(self, desk: str, ref: str) -> None:
        self._bridge.focus(desk, ref)


class EvaluationCard(Card):
    """三率一度: each gate with its limit and whether it was passed."""

    def __init__(
        self, theme: Theme, icons: Icons, names: NameBook, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        passed = evaluation.passed
        super().__init__(theme, tone="ok" if passed else "overdue", parent=parent)
        title = self.tr("退出评估：通过") if passed else self.tr("退出评估：没有通过")
        named(self, "report.evaluation", title)
        self.body.addWidget(label(title, "title"))
        text = self.tr("{date}，第三方抽查{villages}个村、{households}户，看的是户里的真实情况。").format(
            date=names.date(evaluation.day, week=False),
            villages=len(evaluation.villages),
            households=f"{evaluation.households:,}",
        )
        self.body.addWidget(label(text, wrap=True))
        words = {
            "composite": self.tr("综合贫困发生率"), "wrong_exit": self.tr("错退率"), "missed": self.tr("漏评率"),
            "approval": self.tr("群众认可度"),
        }  # fmt: skip
        self._theme = theme
        self._gates: list[QWidget] = []
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(5))
        grid.setVerticalSpacing(theme.space(3))
        for gate, limit in limits().items():
            failed = gate in evaluation.failed
            bound = self.tr("要高于{limit}") if gate == "approval" else self.tr("要低于{limit}")
            one = QWidget()
            column = spaced(QVBoxLayout(one), theme, 0, 1)
            column.addWidget(label(words[gate], "strong"))
            column.addWidget(label(names.bp(getattr(evaluation, gate)), "number"))
            column.addWidget(label(bound.format(limit=names.bp(limit)), "small"))
            word, look = (self.tr("没过"), "overdue") if failed else (self.tr("过关"), "ok")
            pill = Pill(theme, icons, word, look, look)
            column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            self._gates.append(one)
        self._across = 0
        self._arrange(len(self._gates))
        self.body.addLayout(grid)
        if evaluation.appealed:
            text = self.tr("申诉举证后，有{count}户被剔除疑点。").format(count=evaluation.appealed)
            self.body.addWidget(label(text, "small", wrap=True))

    def minimumSizeHint(self) -> QSize:
        """Return the room of two gates beside each other."""
        return QSize(self._needed(2), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the gates in two rows where four do not fit beside each other."""
        super().resizeEvent(event)
        every = len(self._gates)
        self._arrange(every if self.width() >= self._needed(every) else 2)

    def _needed(self, across: int) -> int:
        widest = max(one.sizeHint().width() for one in self._gates)
        return across * (widest + self._grid.horizontalSpacing()) + 2 * self._theme.space(3)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, one in enumerate(self._gates):
            self._grid.removeWidget(one)
            self._grid.addWidget(one, number // across, number % across)
        for column in range(len(self._gates)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
