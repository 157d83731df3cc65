"""The advisers' warnings as a card: who speaks, which harm, when, and where the evidence stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.advice import Advice, advice
from game.ui.desk.way import Way
from game.ui.i18n import translate
from game.ui.widgets import Card, FlowLayout, Pill, Rows, label, named, spaced, tell

MOST = 4


class AdviceCard(Card):
    """Shows the warnings of a view, the most pressing first."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, most: int = MOST) -> None:
        super().__init__(bridge.theme, translate("AdviceCard", "参谋提醒"), parent=parent)
        self._bridge, self._most = bridge, most
        named(self, "advice", self.tr("参谋提醒"))
        self.warnings: tuple[Advice, ...] = ()
        self.body.addWidget(label(self.tr("只说会出什么事、什么时候出；怎么办，你定。"), "small", wrap=True))
        self._list = spaced(QVBoxLayout(), bridge.theme, 0, 2)
        self.body.addLayout(self._list)
        self._rows = Rows(self._make_row)
        self._more, self._calm = label("", "small", parent=self), label("", "muted", wrap=True, parent=self)
        self.body.addWidget(self._more)
        self.body.addWidget(self._calm)

    def show_view(self, view: View) -> None:
        """Show the warnings of a view."""
        self.warnings = advice(view, self._bridge.names)
        shown = self.warnings[: self._most]
        for row, one in zip(self._rows.take(len(shown)), shown, strict=True):
            row.show_advice(one, come=one.day <= view.day)
        left = len(self.warnings) - len(shown)
        tell(self._more, self.tr("另有{count}条，办了前面的再看。").format(count=left) if left else "")
        calm = self.tr("就眼下看得到的，没有人要提醒你。看不到的，没人能提醒。")
        tell(self._calm, "" if self.warnings else calm)

    def _make_row(self, number: int) -> _AdviceRow:
        row = _AdviceRow(self._bridge, number)
        self._list.addWidget(row)
        return row


class _AdviceRow(QWidget):
    """One warning and the way to its evidence."""

    def __init__(self, bridge: Bridge, number: int) -> None:
        super().__init__()
        theme = bridge.theme
        row = spaced(QHBoxLayout(self), theme, 0, 3)
        words = spaced(QVBoxLayout(), theme, 0, 1)
        head = FlowLayout(theme.space(2))
        self._who, self._when = label("", "strong", parent=self), Pill(theme, bridge.icons, parent=self)
        head.addWidget(self._who)
        head.addWidget(self._when)
        words.addLayout(head)
        self._harm = label(wrap=True, parent=self)
        words.addWidget(self._harm)
        self._way = named(Way(bridge, parent=self), f"advice.{number}")
        self._way.setToolTip(translate("AdviceCard", "看依据"))
        row.addLayout(words, 1)
        row.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)

    def show_advice(self, one: Advice, *, come: bool) -> None:
        """Show a warning; `come`: the harm is there already."""
        self._who.setText(one.who)
        self._when.set_state(one.when, "overdue" if come else "warn", "warn" if come else "clock")
        self._harm.setText(one.harm)
        self._way.lead(one.desk, one.ref, translate("AdviceCard", "看依据：{harm}").format(harm=one.harm))
