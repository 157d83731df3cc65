"""The hand that has only a keyboard: each key goes to where the focus is, and what has the focus must be in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hand import Hand, named
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QListWidget,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTableView,
    QWidget,
)

MOST_TABS = 160
"""Presses of Tab after which a widget counts as out of reach."""


class Keys(Hand):
    """Presses keys; each goes to where the focus is."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            self.wake()
        target = (popup.focusWidget() or popup) if popup is not None else self._focus() or self._window()
        QTest.keyClick(target, key, modifier)
        self.rest()

    def write(self, text: str) -> None:
        """Type; what is not ASCII arrives as an input method hands it over."""
        for sign in text:
            target = self._focus()
            assert target is not None, "nothing has the focus"
            if sign.isascii():
                QTest.keyClick(target, sign)
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(target, event)
        self.rest()

    def reach(self, what: str | QWidget) -> QWidget:
        """Press Tab until a widget, or a part of it, has the focus."""
        widget = self.see(what) if isinstance(what, str) else what
        passed: list[str] = []
        for _ in range(MOST_TABS):
            focus = self._focus()
            if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
                name = widget.objectName() or widget.accessibleName()
                self.tabs[name] = max(len(passed), self.tabs.get(name, 0))
                self._in_sight(focus)
                return focus
            passed.append(named(focus) if focus is not None else "nothing")
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{named(widget)} cannot be reached; Tab passed {passed}")

    def press(self, what: str | QWidget) -> None:
        """Reach a button and press Space."""
        widget = self.see(what) if isinstance(what, str) else what
        assert widget.isEnabled(), f"{widget.objectName()} is shut: {widget.toolTip()}"
        group = widget.parentWidget() if isinstance(widget, QAbstractButton) and widget.group() else None
        if group is not None and isinstance(widget, QAbstractButton):
            # Of buttons that shut each other out Tab stops at one; arrows go from there
            self.reach(group)
            for arrow in [Qt.Key.Key_Right] * 10 + [Qt.Key.Key_Left] * 10:
                if self._focus() is widget:
                    break
                self.key(arrow)
            assert self._focus() is widget, f"{named(widget)} cannot be reached with the arrows"
            if not widget.isChecked():
                self.key(Qt.Key.Key_Space)
            assert widget.isChecked()
            return
        self.reach(widget)
        self.key(Qt.Key.Key_Space)

    def go(self, desk: str) -> None:
        """Use the desk's shortcut."""
        number = self.main.desk_names().index(desk) + 1
        self.key(Qt.Key(Qt.Key.Key_0.value + number % 10), Qt.KeyboardModifier.ControlModifier)
        assert self.main.current == desk

    def find(self, words: str) -> None:
        """Ctrl+K, type, Enter."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert self._focus() is self.see("palette.field")
        self.write(words)
        self.key(Qt.Key.Key_Return)

    def pick(self, name: str, words: str) -> None:
        """Walk through the entries with the arrow keys."""
        combo = self.see(name)
        assert isinstance(combo, QComboBox)
        assert combo.isEnabled(), name
        number = self._entry(combo, words)
        self.reach(combo)
        for _ in range(combo.count()):
            if combo.currentIndex() == number:
                return
            self.key(Qt.Key.Key_Down if number > combo.currentIndex() else Qt.Key.Key_Up)
        assert combo.currentIndex() == number or words in combo.currentText(), f"{name}: {combo.currentText()}"

    def number(self, name: str, value: int) -> None:
        """Type the number over the old one, or walk by days and weeks."""
        spin = self.see(name)
        assert isinstance(spin, QSpinBox)
        self.reach(spin)
        line = spin.findChild(QWidget, "qt_spinbox_lineedit")
        if line is not None and line.isReadOnly():  # type: ignore[attr-defined]
            for _ in range(400):
                gap = value - spin.value()
                if not gap:
                    break
                far = abs(gap) >= 7
                up, down = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) if far else (Qt.Key.Key_Up, Qt.Key.Key_Down)
                self.key(up if gap > 0 else down)
        else:
            self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            money = spin.text().endswith("万元")
            self.write(f"{value // 10}.{value % 10}" if money else str(value))
        assert spin.value() == value, f"{name}: {spin.value()} instead of {value}"

    def row(self, name: str, fits: Callable[[Any], bool]) -> Any:
        """Reach the table and walk to the row."""
        table = self.see(name)
        assert isinstance(table, QTableView)
        self.reach(table)
        index, record = self._row_of(table, fits)
        for _ in range(500):
            now = table.currentIndex().row()
            if now == index.row():
                break
            self.key(Qt.Key.Key_Down if now < index.row() else Qt.Key.Key_Up)
            index, record = self._row_of(table, fits)
        if not table.selectionModel().isSelected(index):
            self.key(Qt.Key.Key_Return)
        assert table.selectionModel().isSelected(index), f"{name}: row is not selected"
        return record

    def tick(self, name: str, words: str) -> None:
        """Walk to the entry and press Space."""
        ticks = self.see(name)
        assert isinstance(ticks, QListWidget)
        items = [ticks.item(n) for n in range(ticks.count())]
        number = next(n for n, item in enumerate(items) if words in item.text())
        if items[number].checkState() == Qt.CheckState.Checked:
            return
        self.reach(ticks)
        self.key(Qt.Key.Key_Home)
        for _ in range(number):
            self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Space)
        assert ticks.item(number).checkState() == Qt.CheckState.Checked

    def place(self, village: str) -> None:
        """Find the village by its name."""
        name = next(v.name for v in self.view.villages if f"village:{v.id}" == village)
        self.find(f"{name} 村")
        assert self.main.current == "map"

    def scrub(self, name: str, value: int) -> None:
        """Move the handle with the arrow keys."""
        slider = self.see(name)
        assert isinstance(slider, QSlider)
        self.reach(slider)
        for _ in range(100):
            if slider.value() == value:
                break
            self.key(Qt.Key.Key_Right if value > slider.value() else Qt.Key.Key_Left)
        assert slider.value() == value

    def confirm(self) -> None:
        """Reach 仍然结束."""
        if self.sees("turn.confirm"):
            self.press("turn.confirm")

    def _ask_end(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _focus(self) -> QWidget | None:
        focus = self._window().focusWidget()
        return focus if focus is not None and focus.isVisible() else None

    def _window(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, QDialog) else self.shell

    def _in_sight(self, focus: QWidget) -> None:
        """What has the focus must be seen: no page may leave it scrolled away."""
        parent = focus.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                spot = focus.mapTo(parent.viewport(), QPoint(focus.width() // 2, min(focus.height() // 2, 8)))
                assert parent.viewport().rect().contains(spot), f"{named(focus)} has the focus but is not in sight"
            parent = parent.parentWidget()
