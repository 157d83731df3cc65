"""A form for one command: its fields, a live preview of what it costs and does, and one button that gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from game.exercise.preview import Preview
from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import cost_of, why_not
from game.ui.desk.form_block import Block, fields_of
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import DayField, MoneySpin, NumberSpin, TickList
from game.ui.kept import Kept
from game.ui.slots import weak_slot
from game.ui.widgets import RefusalBar, as_foot, button, clear, label, named, set_role, spaced
from game.ui.widgets.basic import Kind

DEBOUNCE = 150
"""Milliseconds of rest after which a preview is asked for."""
_LOW = 40
"""Height of the window, ems, below which the lines of the outlook run on."""
MOVES = 4
MANY = 12
"""Options above which a choice can be searched."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a form."""

    key: str
    word: str
    kind: Literal["line", "text", "choice", "number", "day", "ticks", "flag", "money"]
    options: tuple[tuple[str, str], ...] = ()
    value: Any = None
    note: str = ""
    least: int = 0
    most: int = 1_000_000
    suffix: str = ""
    rows: float = 4
    number: bool = False
    """Whether the id of a choice stands for a number."""
    half: bool = False
    """Whether it shares its line with a neighbour that also says so."""
    name: str = ""
    """Object name; the form's name with the key when left out."""


class _Foot(QFrame):
    """The foot of a form: its keys are the form's, wherever it is laid out."""

    def __init__(self, form: CommandForm) -> None:
        super().__init__(form)
        self._form = form

    def event(self, event: QEvent) -> bool:
        """Keep the form's keys from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key to the form."""
        self._form.keyPressEvent(event)


class CommandForm(QFrame):
    """Asks for the arguments of a command. `given` (kind) once it was carried out, `cancelled` when put away."""

    given = Signal(str)
    cancelled = Signal()
    edited = Signal(str)
    """Key of the field that was changed by hand."""

    def __init__(self, bridge: Bridge, name: str, *, frame: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._name = bridge, name
        self.setProperty("card", frame)
        named(self, name)
        self.kind = ""
        self._day = -1
        self._fixed: dict[str, Any] = {}
        self._asks: dict[str, Ask] = {}
        self.blocks: dict[str, Block] = {}
        self._built = Kept()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(self.show_preview)
        theme = bridge.theme
        column = spaced(QVBoxLayout(self), theme, 3, 2)
        self._title = label("", "heading", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._fields = spaced(QVBoxLayout(), theme, 0, 2)
        self.foot = _Foot(self)
        """What the command would do and the buttons that give it or not: a desk may lay it out apart, where it stays
        in sight while the fields scroll."""
        low = spaced(QVBoxLayout(self.foot), theme, 0, 2)
        self._outlook = label("", "small", wrap=True)
        self._warnings = label("", "warn", wrap=True)
        self.refusal = RefusalBar(bridge, f"{name}.refusal")
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self._fields)
        column.addWidget(self.foot)
        low.addWidget(self._outlook)
        low.addWidget(self._warnings)
        low.addWidget(self.refusal)
        row = spaced(QHBoxLayout(), theme, 0, 2)
        self.yes = button(self.tr("办理"), kind="primary", name=f"{name}.give")
        self.no = button(self.tr("取消"), name=f"{name}.cancel")
        self._why = label("", "small", wrap=True)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addWidget(self._why, 1)
        low.addLayout(row)
        self.yes.clicked.connect(self.give)
        self.no.clicked.connect(self._on_cancel)
        self.setVisible(False)

    # Public methods

    def foot_apart(self) -> QFrame:
        """Give the foot away, to stand below the page that scrolls the fields; it comes and goes with the form."""
        return as_foot(self._bridge.theme, self.foot)

    def setVisible(self, visible: bool) -> None:
        """Show or hide the fields, and the foot wherever it stands."""
        super().setVisible(visible)
        self.foot.setVisible(visible)

    def open(
        self,
        kind: str,
        title: str,
        asks: Sequence[Ask],
        fixed: Mapping[str, Any],
        give: str,
        *,
        style: Kind = "primary",
        hint: str = "",
        closable: bool = True,
        focus: bool = True,
    ) -> None:
        """Show the form for a command; `fixed` are the arguments that are not asked for."""
        self.kind, self._fixed, self._day = kind, dict(fixed), self._bridge.view.day
        self._asks = {ask.key: ask for ask in asks}
        view = self._bridge.view
        if self._built.same(kind, tuple(_frame_of(ask) for ask in asks), view.day, view.last_day):
            self._refill(asks)
        else:
            self._build(asks)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        cost = cost_of(kind)
        text = self.tr("{what}（精力{count}）").format(what=give, count=cost) if cost else give
        self.yes.setText(text)
        self.yes.setAccessibleName(text)
        set_role(self.yes, "kind", style)
        self.no.setVisible(closable)
        self.refusal.clear()
        self._outlook.setVisible(False)
        self._warnings.setVisible(False)
        self._shut()
        self.setVisible(True)
        self.show_preview()
        if focus:
            first = next(iter(self.blocks.values())).field if self.blocks else self.yes
            first.setFocus()

    def close_form(self) -> None:
        """Put the form away."""
        self._timer.stop()
        self.kind = ""
        self.setVisible(False)

    @property
    def stale(self) -> bool:
        """Whether the form was opened on an earlier day, so that its dates no longer hold."""
        return bool(self.kind) and self._day != self._bridge.view.day

    def args(self) -> dict[str, Any]:
        """Return the command's arguments as the fields stand."""
        return {**self._fixed, **{key: self.value(key) for key in self.blocks}}

    def value(self, key: str) -> Any:
        """Return the value of a field."""
        field, ask = self.blocks[key].field, self._asks[key]
        if isinstance(field, QLineEdit):
            return field.text().strip()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText().strip()
        if isinstance(field, MoneySpin):
            return field.yuan()
        if isinstance(field, Choice):
            return int(field.value() or 0) if ask.number else field.value()
        if isinstance(field, QCheckBox):
            return field.isChecked()
        assert isinstance(field, (NumberSpin, DayField, TickList))
        return field.value()

    def set_value(self, key: str, value: Any) -> None:
        """Put a value into a field."""
        field = self.blocks[key].field
        if isinstance(field, QLineEdit):
            field.setText(str(value))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(str(value))
        elif isinstance(field, MoneySpin):
            field.set_yuan(int(value))
        elif isinstance(field, Choice):
            field.set_value(str(value))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, (DayField, TickList)):
            field.set_value(value)
        else:
            assert isinstance(field, NumberSpin)
            field.setValue(int(value))

    def show_preview(self) -> None:
        """Ask what the command would do as it stands, and show it."""
        self._timer.stop()
        if not self.kind:
            return
        found = self._bridge.preview(self.kind, **self.args())
        self._clear_errors()
        if isinstance(found, Refusal):
            self._outlook.setVisible(False)
            self._warnings.setVisible(False)
            self.show_refusal(found)
            return
        self._tell(found)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why it was refused at the field it concerns, else above the button."""
        sentence, cure = self._bridge.explain(refusal)
        for key in fields_of(refusal.code, dict(refusal.params)):
            if key in self.blocks:
                self.blocks[key].set_error(sentence, cure)
                return
        self.refusal.show_text(sentence, cure)

    def give(self) -> None:
        """Give the command."""
        if not self.kind or not self.yes.isEnabled():
            return
        kind = self.kind
        self._timer.stop()
        self._clear_errors()
        if self._bridge.submit(kind, **self.args()):
            self.close_form()
            self.given.emit(kind)
        elif (answer := self._bridge.last) is not None and answer.refusal is not None:
            self.show_refusal(answer.refusal)

    # Events

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Escape for the form while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the command on Ctrl+Enter, put the form away on Escape."""
        if not _own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            if not self.no.isHidden():
                self._on_cancel()
        else:
            self.give()

    # Slots

    def _on_edited(self, key: str) -> None:
        self.edited.emit(key)
        self._timer.start()

    def _on_cancel(self) -> None:
        self.close_form()
        self.cancelled.emit()

    # Helpers

    def _build(self, asks: Sequence[Ask]) -> None:
        clear(self._fields)
        self.blocks = {}
        for ask in asks:
            block = Block(self._bridge, ask.word, self._make(ask), ask.note)
            if ask.kind == "flag":
                block.word.setVisible(False)
            self.blocks[ask.key] = block
        self._lay_out(asks)

    def _refill(self, asks: Sequence[Ask]) -> None:
        """Put new values into fields that are as they were; a field that has its value is left alone."""
        for ask in asks:
            block = self.blocks[ask.key]
            block.clear_error()
            if isinstance(block.field, Choice | TickList):
                block.field.set_options(ask.options)
            if self.value(ask.key) != self._plain(ask):
                block.field.blockSignals(True)
                self.set_value(ask.key, self._plain(ask))
                block.field.blockSignals(False)

    def _plain(self, ask: Ask) -> Any:
        """Return what a fresh field would hold."""
        if ask.kind in ("line", "text"):
            return str(ask.value or "")
        if ask.kind == "choice":
            value = str(ask.value or "") or (ask.options[0][0] if ask.options else "")
            return int(value or 0) if ask.number else value
        if ask.kind == "ticks":
            return tuple(ask.value or ())
        if ask.kind == "flag":
            return bool(ask.value)
        return int(ask.value or (self._bridge.view.day + 14 if ask.kind == "day" else 0))

    def _lay_out(self, asks: Sequence[Ask]) -> None:
        """Put the fields under each other, two short ones side by side."""
        waiting: Block | None = None
        for ask in asks:
            block = self.blocks[ask.key]
            if ask.half and waiting is not None:
                row = spaced(QHBoxLayout(), self._bridge.theme, 0, 3)
                for one in (waiting, block):
                    row.addWidget(one, 1)
                self._fields.addLayout(row)
                waiting = None
                continue
            if waiting is not None:
                self._fields.addWidget(waiting)
            waiting = block if ask.half else None
            if not ask.half:
                self._fields.addWidget(block)
        if waiting is not None:
            self._fields.addWidget(waiting)

    def _make(self, ask: Ask) -> QWidget:
        name = ask.name or f"{self._name}.{ask.key}"
        slot = weak_slot(self._on_edited, ask.key)
        field: QWidget
        if ask.kind == "line":
            field = line = QLineEdit(str(ask.value or ""))
            line.setMaxLength(200)
            line.textEdited.connect(slot)
        elif ask.kind == "text":
            field = text = QPlainTextEdit(str(ask.value or ""))
            text.setTabChangesFocus(True)
            text.setFixedHeight(self._bridge.theme.px(1.35 * ask.rows))
            text.textChanged.connect(slot)
        elif ask.kind == "choice":
            field = choice = Choice(name, ask.word, search=len(ask.options) > MANY)
            choice.set_options(ask.options)
            choice.set_value(str(ask.value or ""))
            choice.chosen.connect(slot)
        elif ask.kind == "day":
            view = self._bridge.view
            field = day = DayField(self._bridge, name, ask.word)
            day.set_range(view.day, max(view.last_day, view.day + 1))
            day.set_value(int(ask.value or view.day + 14))
            day.changed.connect(slot)
        elif ask.kind == "ticks":
            field = ticks = TickList(self._bridge, name, ask.word, ask.rows)
            ticks.set_options(ask.options)
            ticks.set_value(tuple(ask.value or ()))
            ticks.changed.connect(slot)
        elif ask.kind == "flag":
            field = flag = QCheckBox(ask.word)
            flag.setChecked(bool(ask.value))
            flag.toggled.connect(slot)
        elif ask.kind == "money":
            field = money = MoneySpin(name, ask.word)
            money.set_yuan(int(ask.value or 0))
            money.valueChanged.connect(slot)
        else:
            field = spin = NumberSpin(name, ask.word, ask.least, ask.most, ask.suffix)
            spin.setValue(int(ask.value or 0))
            spin.valueChanged.connect(slot)
        return field if ask.kind == "day" else named(field, name, ask.word)

    def _shut(self) -> None:
        why = why_not(self._bridge, self.kind)
        self.yes.setEnabled(not why)
        self.yes.setToolTip(why)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _clear_errors(self) -> None:
        self.refusal.clear()
        for block in self.blocks.values():
            block.clear_error()

    def _tell(self, found: Preview) -> None:
        lines = self._outlook_lines(found)
        # In a low window a foot of many lines would leave no room for the fields
        low = self.window().height() < self._bridge.theme.px(_LOW)
        self._outlook.setText((" · " if low else "\n").join(lines))
        self._outlook.setVisible(bool(lines))
        self._warnings.setText("\n".join(self._bridge.say(code) for code in found.warnings))
        self._warnings.setVisible(bool(found.warnings))

    def _outlook_lines(self, found: Preview) -> list[str]:
        """Return in words what the command would cost and move at once."""
        names = self._bridge.names
        lines = [self.tr("用去精力{count}，还剩{left}").format(count=found.attention, left=found.attention_left)]
        if found.money_fen:
            line = self.tr("动用{fund}{money}，还剩{left}")
            money, left = names.money(found.money_fen), names.money(found.money_left)
            lines.append(line.format(fund=names.fund(found.fund), money=money, left=left))
        for move in [m for m in found.moves if m.delta and m.figure in _QUANTITIES][:MOVES]:
            change = ("+" if move.delta > 0 else "-") + names.permille(abs(move.delta))
            figure = self._bridge.say(f"quantity.{move.figure}")
            line = self.tr("{who}：{figure}{change}")
            lines.append(line.format(who=names.title(move.scope), figure=figure, change=change))
        return lines


def _frame_of(ask: Ask) -> Ask:
    """Return what a field is built from; value and options are put into it later, so that it keeps the focus."""
    return replace(ask, value=None, options=(("", str(len(ask.options) > MANY)),))


_QUANTITIES = frozenset({"pressure", "friction", "fatigue", "attention", "trust"})


def _own_key(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
