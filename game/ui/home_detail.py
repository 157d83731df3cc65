"""The scenario chosen on the home page: what it is about, which seat to take, and the button that begins it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from game.scenario.card import Card as TitlePage
from game.scenario.card import SeatCard
from game.ui.i18n import listed
from game.ui.icons import Icons
from game.ui.seal import seal_words
from game.ui.starting import Offer
from game.ui.theme import Theme
from game.ui.widgets import (
    Card,
    EmptyState,
    FoldingRow,
    KeyValues,
    MarkdownView,
    Page,
    Pill,
    Rule,
    button,
    clear,
    label,
    named,
    spaced,
)

_REST = 100
"""Milliseconds between the page and the words that take longer to read."""


def seat_name(seat: SeatCard, lang: str) -> str:
    """Return the name of a seat, its post's where it has none of its own."""
    from game.exercise.catalogue import post_name

    return seat.name or post_name(seat.post, lang) or seat.id


class ScenarioDetail(QFrame):
    """Emits `begun` (Offer, seat, seed or None), and an Offer with what is asked for: edit, certify, pack, mend."""

    begun = Signal(object, str, object)
    edit_asked = Signal(object)
    certify_asked = Signal(object)
    pack_asked = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, lang: str = "zh", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._lang = theme, icons, lang
        self._offer: Offer | None = None
        self.setProperty("card", "side")
        self._build_ui()
        self.show_offer(None)

    def _build_ui(self) -> None:
        theme = self._theme
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        self._page = Page(theme, 6, 3)
        column.addWidget(self._page, 1)
        self._foot = QFrame()
        inner = spaced(QVBoxLayout(self._foot), theme, 6, 2)
        inner.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
        inner.addWidget(label(self.tr("你坐哪个席位"), "heading"))
        self.seat = named(QComboBox(), "home.seat", self.tr("你坐哪个席位"))
        self.seat.setIconSize(self._icons.size())
        self._about = label("", "small", wrap=True)
        self._more = button(self.tr("高级：指定随机种子"), kind="quiet", name="home.more")
        self._more.setCheckable(True)
        self.seed = named(QLineEdit(), "home.seed", self.tr("随机种子"))
        self.seed.setPlaceholderText(self.tr("留空则由电脑抽取；同一种子、同样操作，结果相同"))
        self.seed.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,38}"), self.seed))
        self.seed.setVisible(False)
        self.begin = button(self.tr("进入推演"), self._icons, "play", kind="primary", name="home.begin")
        self.begin.setMinimumHeight(theme.px(2))
        for part in (self.seat, self._about, self._more, self.seed, self.begin):
            inner.addWidget(part)
        column.addWidget(Rule(self))
        column.addWidget(self._foot)
        column.addWidget(Rule(self))
        self.edit = button(self.tr("编辑这个场景"), self._icons, "edit", kind="nav", name="home.edit")
        self.pack = button(self.tr("打包"), self._icons, "send", kind="nav", name="home.pack")
        self.pack.setToolTip(self.tr("做成一个 .zip，发给别人安装"))
        row = spaced(QHBoxLayout(), theme, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.pack)
        column.addLayout(row)
        self._seal = FoldingRow(theme, 0, 2, self)
        self.seal = Pill(theme, self._icons)
        self.certify = button(self.tr("认证…"), kind="quiet", name="home.certify")
        self.certify.setToolTip(self.tr("看认证书，或由电脑推演几十场重新认证"))
        self._seal.add(self.seal, fold=1)
        self._seal.add(QWidget(self._seal), 1)
        self._seal.add(self.certify)
        sealed = spaced(QHBoxLayout(), theme, 0, 0)
        sealed.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), 0)
        sealed.addWidget(self._seal)
        column.insertLayout(0, sealed)
        self.setFixedWidth(theme.wide(23))
        self.seat.currentIndexChanged.connect(self._on_seat)
        self._more.toggled.connect(self.seed.setVisible)
        self.begin.clicked.connect(self._on_begin)
        self.edit.clicked.connect(self._on_edit)
        self.certify.clicked.connect(self._on_certify)
        self.pack.clicked.connect(self._on_pack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen in the largest type the seat's powers are told when pointed at, and in the briefing."""
        super().resizeEvent(event)
        self._about.setVisible(self.height() > self._theme.px(20))

    def show_offer(self, item: Offer | None) -> None:
        """Show a scenario, its first error, or that none is chosen."""
        self._offer = item
        body = self._page.body
        clear(body)
        card = item.card if item is not None and not item.fault else None
        self._foot.setVisible(card is not None and bool(card.seats))
        self.edit.setVisible(item is not None)
        own = item is not None and Path(item.name).is_absolute()
        self.pack.setVisible(card is not None and own)
        self.show_seal(item)
        if item is not None:
            self.edit.setText(self.tr("编辑这个场景") if own else self.tr("做个副本来编辑"))
            self.edit.setAccessibleName(self.edit.text())
        if item is not None and item.fault:
            body.addWidget(label(Path(item.name).name, "title", wrap=True))
            frame = Card(self._theme, tone="warn")
            frame.body.addWidget(label(self.tr("这个场景有错误，暂时不能开始"), "heading", wrap=True))
            frame.body.addWidget(label(item.fault, wrap=True))
            frame.body.addWidget(label(self.tr("请把这段话交给场景作者，或选别的场景。"), "muted", wrap=True))
            if own:
                mend = button(self.tr("看看能不能代改…"), self._icons, "check", name="home.mend")
                mend.clicked.connect(self._on_mend)
                frame.body.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)
            body.addWidget(frame)
            if own:
                body.addWidget(label(item.name, "small", wrap=True))
        elif card is None:
            body.addWidget(EmptyState(self._theme, self._icons, "flag", self.tr("先在左边选一个场景")))
        else:
            self._show_card(card)
        body.addStretch(1)

    def show_seal(self, item: Offer | None) -> None:
        """Show what the certificate of the scenario says; nothing for a broken one."""
        self._offer = item
        self._seal.setVisible(item is not None and not item.fault and item.card is not None)
        if item is not None and item.seal is not None:
            self.seal.set_state(*seal_words(item.seal))
        self.seal.setVisible(item is not None and item.seal is not None)

    def _show_card(self, card: TitlePage) -> None:
        theme, body = self._theme, self._page.body
        body.addWidget(label(card.title, "title", wrap=True))
        text = MarkdownView(theme)
        text.set_markdown(card.summary)
        body.addWidget(named(text, "", self.tr("场景简介")))
        table = KeyValues(theme)
        version = [(self.tr("版本"), card.version)] if card.version else []
        table.set_pairs(
            [
                *version,
                (self.tr("时长"), self.tr("约{minutes}分钟").format(minutes=card.minutes)),
                (
                    self.tr("进程"),
                    self.tr("{date}起，{count}个回合，每回合{days}天").format(
                        date=card.start, count=card.turns, days=card.turn_days
                    ),
                ),
                (self.tr("席位"), listed(seat_name(seat, self._lang) for seat in card.seats)),
            ]
        )
        body.addWidget(table)
        body.addWidget(label(self.tr("练什么"), "heading"))
        for objective in card.objectives:
            body.addWidget(label(self.tr("· {text}").format(text=objective), wrap=True))
        self.seat.blockSignals(True)
        self.seat.clear()
        for seat in card.seats:
            self.seat.addItem(self._icons.icon("person", "muted"), seat_name(seat, self._lang), seat.id)
        chosen = self.seat.findData(card.default_seat)
        self.seat.setCurrentIndex(max(0, chosen))
        self.seat.blockSignals(False)
        QTimer.singleShot(_REST, self, self._show_powers)

    def _on_seat(self, _index: int) -> None:
        self._show_powers()

    def _show_powers(self) -> None:
        """Say what the seat chosen may do; the words for it are read when first needed, after the page is shown."""
        from game.exercise.catalogue import load_posts
        from game.exercise.texts import say

        card = self._offer.card if self._offer is not None else None
        index = self.seat.currentIndex()
        if card is None or not 0 <= index < len(card.seats):
            return
        seat, posts = card.seats[index], load_posts()
        powers = seat.powers or (posts[seat.post].powers if seat.post in posts else ())
        words = listed(say(f"group.{power}", self._lang) for power in powers)
        attention = seat.attention or (posts[seat.post].attention if seat.post in posts else 0)
        self._about.setText(
            self.tr("能用：{powers}。每回合{attention}点精力。").format(powers=words, attention=attention)
        )
        self.seat.setToolTip(self._about.text())

    def _on_begin(self) -> None:
        if self._offer is not None and self.seat.currentData():
            seed = int(self.seed.text()) if self.seed.text() else None
            self.begun.emit(self._offer, self.seat.currentData(), seed)

    def _on_edit(self) -> None:
        if self._offer is not None:
            self.edit_asked.emit(self._offer)

    def _on_certify(self) -> None:
        if self._offer is not None:
            self.certify_asked.emit(self._offer)

    def _on_mend(self) -> None:
        if self._offer is not None:
            self.mend_asked.emit(self._offer)

    def _on_pack(self) -> None:
        if self._offer is not None:
            self.pack_asked.emit(self._offer)
