"""The advisers' warnings as a card: who speaks, which harm, when, and where the evidence stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.advice import Advice, advice
from game.ui.i18n import translate
from game.ui.slots import weak_slot
from game.ui.widgets import Card, FlowLayout, Pill, button, label, named, spaced

MOST = 4


class AdviceCard(Card):
    """Shows the warnings of a view, the most pressing first."""

    def __init__(self, bridge: Bridge, view: View, parent: QWidget | None = None, most: int = MOST) -> None:
        super().__init__(bridge.theme, translate("AdviceCard", "参谋提醒"), parent=parent)
        self._bridge = bridge
        named(self, "advice", self.tr("参谋提醒"))
        self.warnings = advice(view, bridge.names)
        hint = self.tr("只说会出什么事、什么时候出；怎么办，你定。")
        self.body.addWidget(label(hint, "small", wrap=True))
        for number, one in enumerate(self.warnings[:most]):
            self.body.addLayout(self._row(number, one, view))
        if len(self.warnings) > most:
            text = self.tr("另有{count}条，办了前面的再看。").format(count=len(self.warnings) - most)
            self.body.addWidget(label(text, "small"))
        if not self.warnings:
            self.body.addWidget(
                label(self.tr("就眼下看得到的，没有人要提醒你。看不到的，没人能提醒。"), "muted", wrap=True)
            )

    def _row(self, number: int, one: Advice, view: View) -> QHBoxLayout:
        theme, icons = self._bridge.theme, self._bridge.icons
        row = spaced(QHBoxLayout(), theme, 0, 3)
        words = spaced(QVBoxLayout(), theme, 0, 1)
        head = FlowLayout(theme.space(2))
        head.addWidget(label(one.who, "strong"))
        come = one.day <= view.day
        head.addWidget(Pill(theme, icons, one.when, "overdue" if come else "warn", "warn" if come else "clock"))
        words.addLayout(head)
        words.addWidget(label(one.harm, wrap=True))
        spoken = self.tr("看依据：{harm}").format(harm=one.harm)
        go = button("", icons, "arrow", kind="quiet", name=f"advice.{number}", tip=self.tr("看依据"), accessible=spoken)
        go.clicked.connect(weak_slot(self._on_go, one.desk, one.ref))
        row.addLayout(words, 1)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_go(self, desk: str, ref: str) -> None:
        self._bridge.focus(desk, ref)
