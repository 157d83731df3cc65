"""What an order would ask and cost, shown while it is written: the same reckoning that signing it goes by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.preview import Preview
from game.ui.bridge import Bridge
from game.ui.widgets import Card, Meter, clear, label, named, spaced

_NOBODY = "warn.no_competent"


class OrderPreview(QWidget):
    """Clarity, hours of whom, conflicts, warnings and cost of the order being written."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        theme = bridge.theme
        named(self, "order.preview", self.tr("签发前的预估"))

        body = spaced(QVBoxLayout(self), theme, 0, 2)

        # Clarity
        clear_card = Card(theme, self.tr("令写得清不清"))
        self._clarity = Meter(theme)
        self._vague = spaced(QVBoxLayout(), theme, 0, 1)
        clear_card.body.addWidget(self._clarity)
        clear_card.body.addLayout(self._vague)

        # Hours
        self._hours_card = Card(theme, self.tr("每周要谁出多少工时"))
        self._hours = QGridLayout()
        self._hours.setHorizontalSpacing(theme.space(2))
        self._hours.setVerticalSpacing(theme.space(1))
        self._hours.setColumnStretch(0, 1)
        self._hours_card.body.addLayout(self._hours)
        self._unhelped = label(
            self.tr("你叫不动主管部门，没有懂行的人搭手，要多花些工时，这里已经算进去了。"), "small", wrap=True
        )
        self._hours_card.body.addWidget(self._unhelped)

        # Conflicts and warnings
        self._trouble_card = Card(theme, self.tr("要留神"), tone="warn")
        self._trouble = spaced(QVBoxLayout(), theme, 0, 1)
        self._trouble_card.body.addLayout(self._trouble)

        # Cost
        self._cost_card = Card(theme, self.tr("代价"))
        self._cost = label("", wrap=True)
        self._cost_card.body.addWidget(self._cost)
        self._waiting = label(
            self.tr("填好任务和承办单位，这里会算出要谁出多少工时、写得清不清、和哪道令打架。"), "muted", wrap=True
        )
        self._cards = (clear_card, self._trouble_card, self._hours_card, self._cost_card)
        body.addWidget(self._waiting)
        for card in self._cards:
            body.addWidget(card)
        body.addStretch(1)
        self.show_nothing()

    def show_nothing(self, text: str = "") -> None:
        """Nothing can be reckoned yet."""
        for card in self._cards:
            card.setVisible(False)
        if text:
            self._waiting.setText(text)
        self._waiting.setVisible(True)

    def show_preview(self, found: Preview, *, alone: bool = False) -> None:
        """Show what the order would do; `alone` where the seat cannot name anybody who knows the task.

        What the seat cannot mend is no warning to it: that nobody who knows the trade takes part is then told beside
        the hours, which it makes more.
        """
        names, theme = self._bridge.names, self._bridge.theme
        self._waiting.setVisible(False)
        for card in self._cards:
            card.setVisible(True)

        tone = "ok" if found.clarity >= 850 else "warn" if found.clarity >= 650 else "overdue"
        word = {"ok": self.tr("清楚"), "warn": self.tr("欠清楚"), "overdue": self.tr("含糊")}[tone]
        share = names.permille(found.clarity)
        self._clarity.set_value(
            found.clarity, 1000, self.tr("{word} {share}").format(word=word, share=share), tone=tone
        )
        clear(self._vague)
        for code, lost in found.vague:
            text = self.tr("{what}（减{lost}）").format(what=self._bridge.say(code), lost=names.permille(lost))
            self._vague.addLayout(self._line("minus", "warn", text))
        if not found.vague:
            self._vague.addLayout(self._line("ok", "ok", self.tr("谁来办、办多少、到哪天、凭什么算，都写清了。")))

        clear(self._hours)
        for row, (organ, asked, free) in enumerate(found.hours):
            over = asked > free
            meter = Meter(theme)
            text = self.tr("要{asked}/空{free}").format(asked=asked, free=free)
            meter.set_value(
                asked, max(free, asked, 1), text, tone="overdue" if over else "accent", limit=free if over else -1
            )
            mark = QLabel()
            mark.setPixmap(
                self._bridge.icons.pixmap("warn" if over else "ok", "overdue" if over else "ok", theme.px(0.85))
            )
            mark.setAccessibleName(self.tr("不够") if over else self.tr("够"))
            mark.setToolTip(self.tr("空余工时不够") if over else self.tr("空余工时够"))
            self._hours.addWidget(label(names.organ(organ), wrap=True), row * 2, 0)
            self._hours.addWidget(mark, row * 2, 1, Qt.AlignmentFlag.AlignRight)
            self._hours.addWidget(meter, row * 2 + 1, 0, 1, 2)
        self._hours_card.setVisible(bool(found.hours))
        warnings = [code for code in found.warnings if not (alone and code == _NOBODY)]
        self._unhelped.setVisible(len(warnings) < len(found.warnings))

        clear(self._trouble)
        for conflict in found.conflicts:
            text = self.tr("{order}：{what}").format(
                order=names.title(conflict.order), what=self._bridge.say(conflict.code)
            )
            self._trouble.addLayout(self._line("warn", "overdue", text))
        for code in warnings:
            self._trouble.addLayout(self._line("warn", "warn", self._bridge.say(code)))
        self._trouble_card.setVisible(bool(found.conflicts or warnings))

        lines = [self.tr("精力{count}，签后还剩{left}").format(count=found.attention, left=found.attention_left)]
        if found.money_fen:
            line = self.tr("{fund}列支{money}，还剩{left}")
            money, left = names.money(found.money_fen), names.money(found.money_left)
            lines.append(line.format(fund=names.fund(found.fund), money=money, left=left))
        pressure = [m for m in found.moves if m.figure == "pressure" and m.delta > 0]
        if pressure:
            most = max(pressure, key=lambda m: m.delta)
            line = self.tr("{count}家单位压力上升，最多+{most}（{who}）")
            lines.append(line.format(count=len(pressure), most=names.permille(most.delta), who=names.organ(most.scope)))
        self._cost.setText("\n".join(lines))

    def _line(self, icon: str, tone: str, text: str) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), self._bridge.theme, 0, 1)
        picture = QLabel()
        picture.setPixmap(self._bridge.icons.pixmap(icon, tone, self._bridge.theme.px(0.85)))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, wrap=True), 1)
        return row
