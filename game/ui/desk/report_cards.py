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
from game.ui.desk.way import Way
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.theme import Theme
from game.ui.widgets import Card, Pill, label, named, spaced, tell

LOOKS = {1: ("ok", "ok"), -1: ("overdue", "overdue"), 0: ("true", "info")}
"""Good or bad -> (tone of the card, icon)."""


class LineCard(Card):
    """One of the lines that mattered most; it stays from turn to turn and takes new words."""

    def __init__(self, bridge: Bridge, words: ReportWords, number: int) -> None:
        super().__init__(bridge.theme)
        self._bridge, self._words = bridge, words
        named(self, f"report.line{number}")
        theme = bridge.theme
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._picture, self._word = QLabel(self), label("", "strong", parent=self)
        head.addWidget(self._picture)
        head.addWidget(self._word)
        head.addStretch(1)
        self.body.addLayout(head)
        self._sentence = label("", "heading", wrap=True, parent=self)
        self._why = label(wrap=True, parent=self)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._why)
        self.body.addStretch(1)
        row = spaced(QHBoxLayout(), theme, 0, 2)
        self._way = named(Way(bridge, self.tr("去看"), self), f"report.go{number}")
        row.addWidget(self._way)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_line(self, line: ReportLine, view: View) -> None:
        """Show a line: what happened, why it matters, and the way to act on it."""
        tone, icon = LOOKS[line.good]
        sentence = self._words.sentence(line)
        self.set_tone(tone)
        self.setAccessibleName(sentence)
        picture = self._bridge.icons.pixmap(icon, tone if tone != "true" else "info", self._bridge.theme.px(1.2))
        self._picture.setPixmap(picture)
        self._word.setText({1: self.tr("好消息"), -1: self.tr("要当心"), 0: self.tr("要知道")}[line.good])
        self._sentence.setText(sentence)
        tell(self._why, self._words.matters(line, view))
        asks = self._words.asks(line, view)
        self._way.setText(self.tr("去看，去办") if asks else self.tr("去看"))
        spoken = self.tr("去办：{what}") if asks else self.tr("去看：{what}")
        self._way.lead(*self._words.target(line), spoken.format(what=sentence))


class EvaluationCard(Card):
    """三率一度: each gate with its limit, whether it was passed, and what its figures rest on.

    `true_bp` is the true incidence of that day, where the reader may know it.
    """

    def __init__(
        self, theme: Theme, icons: Icons, names: NameBook, evaluation: Evaluation, true_bp: int | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        passed = evaluation.passed
        super().__init__(theme, tone="ok" if passed else "overdue", parent=parent)
        title = self.tr("退出评估：通过") if passed else self.tr("退出评估：没有通过")
        named(self, "report.evaluation", title)
        self.body.addWidget(label(title, "title"))
        text = self.tr("{date}，第三方抽查{villages}个村、{households}户。").format(
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
        self.body.addWidget(label(self._basis(names, evaluation, true_bp), wrap=True))
        if evaluation.appealed:
            text = self.tr("申诉举证后，{count}户的疑点被排除。").format(count=evaluation.appealed)
            self.body.addWidget(label(text, "small", wrap=True))

    def _basis(self, names: NameBook, evaluation: Evaluation, true_bp: int | None) -> str:
        """Say how the composite rate comes about, and why the truth may be another."""
        how = self.tr("综合贫困发生率是推算的：账上还没脱贫的人，加上按抽查推算的错退、漏评。没有逐户查。")
        away = 0 if true_bp is None else true_bp - evaluation.composite
        if true_bp is None:
            why = self.tr("所以和真实情况会有出入，复盘时能看到。")
        elif away == 0:
            why = self.tr("逐户算，当天的真实发生率也是{true}。")
        elif away > 0:
            why = self.tr("逐户算，当天的真实发生率是{true}，比评估高{away}个百分点：有的没被抽到，有的申诉时剔除了。")
        else:
            why = self.tr("逐户算，当天的真实发生率是{true}，比评估低{away}个百分点：账上没脱贫的，有的其实已不贫困。")
        points = names.bp(abs(away)).removesuffix("%")
        return self.tr("{how}{why}").format(how=how, why=why.format(true=names.bp(true_bp or 0), away=points))

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
