"""An action of a desk as a small form: what it costs, what it does at once, why it is closed, and the button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.commands import REGISTRY
from game.exercise.preview import Move, Preview
from game.exercise.refusals import Refusal
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.figures_words import Words, good_of
from game.ui.slots import weak_slot
from game.ui.widgets import Pill, RefusalBar, as_foot, button, clear, label, named, set_role, spaced

PAUSE_MS = 150
"""How long the hand may rest before the preview is worked out anew."""
SHOWN = 4
"""Immediate effects named; more would not be read."""


def attention_of(kind: str) -> int:
    """Return what a command costs in attention."""
    return REGISTRY[kind].attention if kind in REGISTRY else 0


class ActForm(QFrame):
    """A form for one kind of command. Emits `opened` (itself) when it unfolds and `done` (kind) once carried out."""

    opened = Signal(object)
    done = Signal(str)

    def __init__(
        self, bridge: Bridge, kind: str, hint: str, *, name: str, title: str = "", press: str = "", icon: str = "",
        folding: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.bridge, self.kind = bridge, kind
        self.words = Words(bridge, self)
        self._title = title or bridge.names.command(kind)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.recheck)
        self.setProperty("card", "flat")
        self._build(hint, name, press, icon, folding)

    def _build(self, hint: str, name: str, press: str, icon: str, folding: bool) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        outer = spaced(QVBoxLayout(self), theme, 1, 1)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        cost = self.tr("精力{count}").format(count=attention_of(self.kind))
        self.toggle = button(self._title, icons, "chevron", kind="quiet", name=f"{name}.open")
        self.toggle.setAccessibleName(self.tr("{what},{cost}").format(what=self._title, cost=cost))
        self.toggle.setCheckable(True)
        self._heading = label(self._title, "strong")
        # Only ever hidden here: a part shown before it stands in the form would be a window for a moment
        (self._heading if folding else self.toggle).hide()
        self._closed = label("", "small")
        self._closed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.toggle)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._closed)
        head.addWidget(label(cost, "small"))
        head.addSpacing(theme.space(2))
        outer.addLayout(head)

        self.inner = QWidget(self)
        column = spaced(QVBoxLayout(self.inner), theme, 1, 2)
        column.addWidget(label(hint, "small", wrap=True))
        self.form = QFormLayout()
        self.form.setSpacing(theme.space(2))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.form)
        self.effects = spaced(QVBoxLayout(), theme, 0, 1)
        column.addLayout(self.effects)
        self.foot = QFrame(self.inner)
        under = spaced(QVBoxLayout(self.foot), theme, 0, 2)
        self.refusal = RefusalBar(self.bridge, f"{name}.refusal")
        under.addWidget(self.refusal)
        last = spaced(QHBoxLayout(), theme, 0, 2)
        self.price = label("", "small", wrap=True)
        self.press = button(press or self._title, icons, icon, kind="primary", name=name)
        last.addWidget(self.price, 1)
        last.addWidget(self.press)
        under.addLayout(last)
        column.addWidget(self.foot)
        outer.addWidget(self.inner)
        self.inner.setVisible(not folding)
        self.toggle.toggled.connect(self._on_toggled)
        self.press.clicked.connect(self._on_pressed)

    # For subclasses

    def args(self) -> dict[str, Any] | None:
        """Return the command's arguments, or None where something is still missing; `lacks` says what."""
        raise NotImplementedError

    def lacks(self) -> str:
        """Say what is still missing."""
        return self.tr("还没有填全。")

    def refresh(self, view: View) -> None:
        """Take a new view; subclasses fill their fields before calling this."""
        why = self.closed(view)
        self._closed.setText(why)
        self._closed.setVisible(bool(why))
        if self.is_open:
            self.recheck()

    # Public methods

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.inner.isHidden()

    def unfold(self, *, open_: bool = True) -> None:
        """Show or hide the fields."""
        self.toggle.setChecked(open_)

    def foot_apart(self) -> QFrame:
        """Give the foot away, to stand below the page that scrolls the fields: its button is always in sight."""
        return as_foot(self.bridge.theme, self.foot)

    def add(self, word: str, field: QWidget) -> None:
        """Add a field with its word."""
        words = QLabel(word)
        words.setProperty("role", "small")
        words.setBuddy(field)
        self.form.addRow(words, field)

    def watch(self, *signals: Any) -> None:
        """Work the preview out anew after these signals."""
        slot = weak_slot(self.recheck_soon)
        for signal in signals:
            signal.connect(slot)

    def closed(self, view: View) -> str:
        """Say in few words why the action is not open to the seat now; empty where it is."""
        spec, seat = REGISTRY.get(self.kind), view.seat
        if spec is None or seat is None:
            return self.tr("只能看")
        lent = {power for power, _ in seat.delegated}
        if spec.group not in seat.powers and spec.group not in lent:
            return self.tr("不归本岗位")
        if view.powers and spec.group not in view.powers:
            return self.tr("本阶段不开放")
        if seat.attention < spec.attention:
            return self.tr("精力不够")
        return ""

    def recheck_soon(self) -> None:
        """Work the preview out when the hand rests."""
        if self.is_open:
            self._timer.start()

    def recheck(self) -> None:
        """Work out what the command would do now and say it."""
        self._timer.stop()
        clear(self.effects)
        args = self.args()
        if args is None:
            self._shut(self.lacks())
            return
        answer = self.bridge.preview(self.kind, **args)
        if isinstance(answer, Refusal):
            self.press.setEnabled(False)
            self.press.setToolTip(self.bridge.explain(answer)[0])
            self.price.setText("")
            self.refusal.show_refusal(answer)
            return
        self.refusal.clear()
        self.press.setEnabled(True)
        self.press.setToolTip("")
        self.price.setText(self._price(answer))
        for sentence, role in self.lines(answer):
            self.effects.addWidget(label(sentence, role, wrap=True))

    def lines(self, preview: Preview) -> Sequence[tuple[str, str]]:
        """Return what the preview says, as (sentence, role): warnings first, then what moves at once."""
        warnings = [(self.tr("！") + self.bridge.say(code), "warn") for code in preview.warnings]
        return [*warnings, *self._moves(preview.moves)]

    # Private

    def _moves(self, moves: Sequence[Move]) -> list[tuple[str, str]]:
        groups: dict[tuple[str, str], list[Move]] = {}
        for move in moves:
            if move.figure == "funds_left":
                continue  # the price says it
            groups.setdefault((move.code, move.figure), []).append(move)
        found = []
        for (code, figure), rows in list(groups.items())[:SHOWN]:
            mean = sum(row.delta for row in rows) // len(rows)
            sentence = self.bridge.say(
                code,
                source=self.words.spoken(rows[0].source or rows[0].scope),
                delta=f"{abs(mean):,}",
            ).rstrip("。")
            many = self.tr("，共{count}处").format(count=len(rows)) if len(rows) > 1 else ""
            change = self.tr("{figure}{change}{many}").format(
                figure=self.words.quantity(figure), change=self.words.delta(figure, mean), many=many
            )
            text = self.tr("{what}（{change}）").format(what=sentence, change=change) if mean else sentence
            found.append(("· " + text, {1: "ok", -1: "warn"}.get(good_of(figure, mean), "small")))
        return found

    def _price(self, preview: Preview) -> str:
        names = self.bridge.names
        parts = [self.tr("用精力{count}，还剩{left}").format(count=preview.attention, left=preview.attention_left)]
        if preview.money_fen:
            parts.append(
                self.tr("用{fund}{money}，还剩{left}").format(
                    fund=names.fund(preview.fund),
                    money=names.money(preview.money_fen),
                    left=names.money(preview.money_left),
                )
            )
        hours = sum(asked for _, asked, _ in preview.hours)
        if hours:
            parts.append(self.tr("占{hours}").format(hours=names.hours(hours)))
        return " · ".join(parts)

    def _shut(self, why: str) -> None:
        self.press.setEnabled(False)
        self.press.setToolTip(why)
        self.refusal.clear()
        self.price.setText(why)

    # Slots

    def _on_toggled(self, open_: bool) -> None:
        self.inner.setVisible(open_)
        set_role(self, "card", "true" if open_ else "flat")
        self.toggle.setIcon(self.bridge.icons.icon("unfold" if open_ else "chevron", "accent"))
        if open_:
            self.recheck()
            self.opened.emit(self)

    def _on_pressed(self) -> None:
        args = self.args()
        if args is None:
            return
        if self.bridge.submit(self.kind, **args):
            self.bridge.notice.emit(self.tr("已办：{what}").format(what=self._title))
            self.done.emit(self.kind)
        elif self.bridge.last is not None and self.bridge.last.refusal is not None:
            self.refusal.show_refusal(self.bridge.last.refusal)


class ActList(QWidget):
    """Actions below each other, at most one of them unfolded."""

    def __init__(self, bridge: Bridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = spaced(QVBoxLayout(self), bridge.theme, 0, 1)
        self._forms: list[ActForm] = []
        named(self, name)

    @property
    def forms(self) -> tuple[ActForm, ...]:
        """The actions in order."""
        return tuple(self._forms)

    def add(self, form: ActForm) -> None:
        """Add an action."""
        self._forms.append(form)
        self._column.addWidget(form)
        form.opened.connect(self._on_opened)

    def act(self, kind: str) -> ActForm | None:
        """Return the action of a kind."""
        return next((form for form in self._forms if form.kind == kind), None)

    def refresh(self, view: View) -> None:
        """Take a new view."""
        for form in self._forms:
            form.refresh(view)

    def _on_opened(self, opened: ActForm) -> None:
        for form in self._forms:
            if form is not opened:
                form.unfold(open_=False)


def status_pill(bridge: Bridge, text: str, tone: str, icon: str = "") -> Pill:
    """Return a word on a soft ground."""
    return Pill(bridge.theme, bridge.icons, text, tone, icon)
