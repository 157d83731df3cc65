"""One partner as a card: how far it trusts, what it promised and what came, and where the gain goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Partner
from game.ui.bridge import Bridge
from game.ui.desk.act_form import status_pill
from game.ui.desk.figures_words import Words
from game.ui.i18n import listed
from game.ui.widgets import Meter, label, level, named, set_role, spaced

TONES = {
    "apart": ("muted", "minus"),
    "talking": ("info", "chat"),
    "engaged": ("ok", "ok"),
    "withdrawn": ("overdue", "overdue"),
}


def told_of(partner: Partner) -> bool:
    """Whether the viewer is told of a partner's trust and means; where not, every such field is blank."""
    return bool(partner.trust or partner.money_cap or partner.jobs_cap)


class PartnerCard(QFrame):
    """Pressed like a button, by hand or by Space. Emits `chosen` (partner id)."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge, words: Words, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._words, self.partner = bridge, words, partner
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(bridge.theme.px(13))
        self._build(partner)

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the one chosen."""
        set_role(self, "card", "accent" if chosen else "true")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        self.setFocus()
        self.chosen.emit(self.partner.id)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by keyboard."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.partner.id)
        else:
            super().keyPressEvent(event)

    def _build(self, partner: Partner) -> None:
        theme, names = self._bridge.theme, self._bridge.names
        column = spaced(QVBoxLayout(self), theme, 3, 2)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        head.addWidget(label(partner.name, "strong", wrap=True), 1)
        tone, icon = TONES.get(partner.state, ("muted", ""))
        word = self.state_word(partner)
        head.addWidget(status_pill(self._bridge, word, tone, icon), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        trust = Meter(theme)
        trust_word, trust_tone = self.trust_word(partner.trust)
        trust.set_value(partner.trust, 1000, trust_word, tone=trust_tone)
        rows: list[tuple[str, Meter]] = [(self.tr("信任"), trust)] if told_of(partner) else []
        if partner.money_promised:
            money = Meter(theme)
            text = self.tr("到账{paid} / 承诺{promised}").format(
                paid=names.money(partner.money_paid), promised=names.money(partner.money_promised)
            )
            money.set_value(partner.money_paid, partner.money_promised, text)
            rows.append((self.tr("资金"), money))
        if partner.jobs_promised:
            jobs = Meter(theme)
            text = self.tr("到岗{filled} / 承诺{promised}人").format(
                filled=partner.jobs_filled, promised=partner.jobs_promised
            )
            jobs.set_value(partner.jobs_filled, partner.jobs_promised, text)
            rows.append((self.tr("岗位"), jobs))
        for number, (key, widget) in enumerate(rows):
            grid.addWidget(label(key, "small"), number, 0)
            grid.addWidget(widget, number, 1)
        level([widget for _, widget in rows])
        column.addLayout(grid)
        if partner.state == "engaged":
            gift = partner.linkage == 0
            share = self.tr("利益联结：收益的{share}归农户").format(share=names.permille(partner.linkage))
            column.addWidget(
                label(self.tr("没有利益联结，是一次性给的") if gift else share, "warn" if gift else "small", wrap=True)
            )
        domains = listed(names.domain(d) for d in partner.domains)
        if domains:
            column.addWidget(label(self.tr("能帮：{domains}").format(domains=domains), "small", wrap=True))
        if partner.broken:
            column.addWidget(label(self.tr("！失约{count}次").format(count=partner.broken), "overdue"))
        column.addStretch(1)
        parts = [partner.name, word]
        if told_of(partner):
            parts.append(self.tr("信任{word}").format(word=trust_word))
        named(self, f"partners.card.{partner.id}", ",".join(parts))

    def state_word(self, partner: Partner) -> str:
        """Where the partner stands, in a word."""
        words = {
            "apart": self.tr("还没接上头"), "talking": self.tr("在洽谈"), "engaged": self.tr("已合作"),
            "withdrawn": self.tr("已退出"),
        }  # fmt: skip
        return words.get(partner.state, partner.state)

    def trust_word(self, trust: int) -> tuple[str, str]:
        """How far a partner trusts, with its colour."""
        value = self._bridge.names.permille(trust // 10 * 10)
        if trust < 250:
            return self.tr("{value} 不信任").format(value=value), "overdue"
        if trust < 450:
            return self.tr("{value} 观望").format(value=value), "warn"
        return (self.tr("{value} 信得过") if trust >= 600 else self.tr("{value} 尚可")).format(value=value), "accent"
