"""One line of the form: its name, a field that says when its value was changed, and what the checker says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from game.authoring.patches import new_text
from game.authoring.written import Value
from game.scenario.findings import Finding
from game.ui.desk.form_choice import Choice
from game.ui.editor.form_model import Field
from game.ui.editor.words import in_the_form, severity_word
from game.ui.i18n import translate
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import NO_LIMIT, FlowLayout, button, label, named, set_role, spaced

_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_COMMA = re.compile("[、，,；;]")
"""What stands between several things in one line."""
_MANY = ("list", "lines")
_BESIDE = 16
"""Width in lines that a field needs beside its name; with less it stands below."""
_NAME = 7
"""Width in lines of a name beside its field."""


class CalmCombo(QComboBox):
    """A list to choose from that the wheel does not change while the page scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class CalmChoice(Choice):
    """A list to search in that the wheel does not change: what is chosen here is written at once."""

    about = ""
    """What the field is for, told with the words chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _show_words(self) -> None:
        super()._show_words()
        self.setToolTip(f"{self.toolTip()}\n{self.about}".strip())


class TextField(QPlainTextEdit):
    """A text of several lines; `left` once the focus goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the text is written, unless only a menu or another window is in the way."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class FormRow(QWidget):
    """Signals: `changed` (Field, value; None takes it away), `place_asked` (file, line, column)."""

    changed = Signal(object, object)
    place_asked = Signal(str, int, int)

    def __init__(self, theme: Theme, icons: Icons, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.icons, self.field = theme, icons, field
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.name = label(field.name, "", wrap=True, parent=self)
        self.name.setToolTip(field.tip)
        self._beside: bool | None = None
        self._arrange(beside=True)
        row.addWidget(self.name)
        self.column = spaced(QVBoxLayout(), theme, 0, 1)
        row.addLayout(self.column, 1)
        self.input = self._make()
        named(self.input, f"editor.form.{field.key}", field.name, field.tip)
        self.input.setToolTip(field.tip)
        self.name.setBuddy(self.input)
        if field.kind in ("number", "day", "elsewhere"):
            line = spaced(QHBoxLayout(), theme, 0, 2)
            line.addWidget(self.input)
            line.addWidget(label(field.unit, "muted", parent=self))
            line.addStretch(1)
            self.column.addLayout(line)
        else:
            self.column.addWidget(self.input)
        self.note = label("", "small", wrap=True, parent=self)
        self.note.hide()
        self.column.addWidget(self.note)
        self.findings = label("", "warn", wrap=True, parent=self)
        self.findings.hide()
        self.column.addWidget(self.findings)
        self.show_field(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the field beside its name where it has room."""
        super().resizeEvent(event)
        self._arrange(beside=self.width() >= self.theme.wide(_NAME) + self.theme.px(_BESIDE))

    def _arrange(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        spaced(self._row, self.theme, 0, 2 if beside else 1)
        wide = self.theme.wide(_NAME)
        self.name.setMinimumWidth(wide if beside else 1)
        self.name.setMaximumWidth(wide if beside else NO_LIMIT)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self.name.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    def show_field(self, field: Field, findings: Sequence[Finding] = ()) -> None:
        """Show a value; what is being typed is left alone while the text has not changed under it."""
        same = field.value == self.field.value
        self.field = field
        widget = self.input
        if isinstance(widget, Choice):
            if not (same and widget.hasFocus() and widget.currentText() != widget.itemText(widget.currentIndex())):
                self._fill()  # else somebody looks for something
        elif isinstance(widget, QLineEdit | TextField):
            if not (same and self.typed() != self._said(field) and widget.hasFocus()):
                self._fill()
        else:
            self._fill()
        self.note.setText(field.note)
        self.note.setVisible(bool(field.note))
        self._tell(findings)

    def typed(self) -> str:
        """Return what stands in the field."""
        if isinstance(self.input, QLineEdit):
            return self.input.text().strip()
        return new_text(self.input.toPlainText()) if isinstance(self.input, TextField) else ""

    def commit(self) -> None:
        """Write what stands in the field, if it is not written yet."""
        if self.input.isEnabled() and isinstance(self.input, QLineEdit | TextField):
            self._on_written()

    # Helpers

    def _make(self) -> QWidget:
        field = self.field
        if field.kind in ("line", "list", "number", "day"):
            line = QLineEdit(self)
            line.editingFinished.connect(self._on_written)
            if field.kind in ("number", "day"):
                line.setMaximumWidth(self.theme.px(8))
            return line
        if field.kind in ("text", "lines"):
            text = TextField(self)
            text.setTabChangesFocus(True)
            text.setFixedHeight(self.theme.px(6.5))
            text.left.connect(self._on_written)
            return text
        if field.kind in ("choice", "start"):
            combo = CalmCombo(self)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.setMinimumContentsLength(6)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(weak_slot(self._on_chosen))
            return combo
        if field.kind == "search":
            listed = CalmChoice("", "", search=True, parent=self)
            listed.about = field.tip
            listed.chosen.connect(weak_slot(self._on_chosen))
            return listed
        if field.kind == "flag":
            box = QCheckBox(self)
            box.clicked.connect(weak_slot(self._on_ticked))
            return box
        if field.kind == "seats":
            chips = QWidget(self)
            flow = FlowLayout(self.theme.space(1), chips)
            for ident, name in field.choices:
                chip = button(name, kind="chip", name=f"editor.form.{field.key}.{ident}")
                chip.setParent(chips)
                chip.setCheckable(True)
                chip.setProperty("seat", ident)
                chip.clicked.connect(weak_slot(self._on_seats))
                flow.addWidget(chip)
            return chips
        go = button(translate("Form", "去正文里看"), self.icons, "open", kind="quiet")
        go.setParent(self)
        go.clicked.connect(weak_slot(self._on_go))
        return go

    @staticmethod
    def _said(field: Field) -> str:
        if isinstance(field.value, tuple):
            return (translate("Lists", "、") if field.kind == "list" else "\n").join(field.value)
        return "" if field.value is None else str(field.value)

    def _fill(self) -> None:
        field, widget = self.field, self.input
        said = self._said(field)
        if isinstance(widget, QLineEdit) and widget.text() != said:
            widget.setText(said)
            widget.setCursorPosition(0)
        elif isinstance(widget, TextField) and widget.toPlainText() != said:
            widget.setPlainText(said)
        elif isinstance(widget, Choice):
            self._offer(widget)
        elif isinstance(widget, QComboBox):
            widget.clear()
            if not field.required or not said:
                widget.addItem(translate("Form", "（不写）"), None)
            for ident, name in field.choices:
                widget.addItem(name, ident)
            if said and widget.findData(said) < 0:
                widget.addItem(said, said)
            widget.setCurrentIndex(max(0, widget.findData(said if field.value not in (None, "") else None)))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(field.value is True)
        elif field.kind == "seats":
            given = field.value if isinstance(field.value, tuple) else ()
            for chip in self.chips():
                chip.setChecked(chip.property("seat") in given)

    def _offer(self, widget: Choice) -> None:
        """Fill a list that is searched; what stands in the text is in it, known or not."""
        field, said = self.field, self._said(self.field)
        options = list(field.choices)
        if not field.required or not said:
            options.insert(0, ("", translate("Form", "（不写）")))
        if said and said not in dict(field.choices):
            options.append((said, said))
        widget.set_options(options)
        widget.set_value(said)

    def chips(self) -> list[QCheckBox]:
        """Return the buttons of the seats."""
        flow = self.input.layout()
        found = [flow.itemAt(n) for n in range(flow.count())] if flow is not None else []
        return [cast("QCheckBox", item.widget()) for item in found if item is not None and item.widget() is not None]

    def _tell(self, findings: Sequence[Finding]) -> None:
        lines = [f"{severity_word(f.severity)} {in_the_form(f)}" for f in findings]
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))
        worst = "overdue" if any(f.severity == "error" for f in findings) else "warn"
        set_role(self.findings, "role", worst)

    def _send(self, value: Value) -> None:
        if (tuple(value) if isinstance(value, list) else value) != self.field.value:
            self.changed.emit(self.field, value)

    def _on_written(self) -> None:
        words = self.typed()
        said = self._said(self.field)
        if words == (new_text(said) if isinstance(self.input, TextField) else said.strip()):
            return
        if not words and not self.field.required:
            self._send(None)
        elif self.field.kind in _MANY:
            parts = _COMMA.split(words) if self.field.kind == "list" else words.split("\n")
            self._send([part.strip() for part in parts if part.strip()])
        elif self.field.kind in ("number", "day") and _WHOLE.fullmatch(words):
            self._send(int(words))
        else:
            self._send(words)

    def _on_chosen(self) -> None:
        widget = self.input
        if isinstance(widget, QComboBox):
            value = widget.currentData()
            if value or self.field.kind != "start":  # something has to start it
                self._send(value or None)

    def _on_ticked(self) -> None:
        if isinstance(self.input, QCheckBox):
            self._send(True if self.input.isChecked() else None)

    def _on_seats(self) -> None:
        before = self.field.value if isinstance(self.field.value, tuple) else ()
        now = [chip.property("seat") for chip in self.chips() if chip.isChecked()]
        strange = [one for one in before if one not in dict(self.field.choices)]
        kept = [one for one in before if one in now or one in strange]
        value = [*kept, *(one for one in now if one not in before)]
        if not value and not self.field.required:
            self._send(None)
        else:
            self._send(value)

    def _on_go(self) -> None:
        self.place_asked.emit(*self.field.place)
