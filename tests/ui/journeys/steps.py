"""Two hands that play the window: one has only a mouse, the other only a keyboard. Both know the same verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QTableView,
    QWidget,
)

from game.exercise.state import State
from game.exercise.views.shape import View
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.shell import Shell

TURN_MS = 30_000
"""Longest a turn, or the making of a county, may take."""
MOST_TABS = 160
"""Presses of Tab after which a widget counts as out of reach."""


class Hand:
    """What both hands have in common: they look at the window and wait for it, they never call it."""

    def __init__(self, shell: Shell, qtbot: Any) -> None:
        self.shell, self.qtbot = shell, qtbot
        self.tabs: dict[str, int] = {}
        """How many presses of Tab each widget took; only the keyboard counts."""
        self.cleared: list[tuple[str, str]] = []
        """What lay over what was to be clicked; only the mouse finds it."""

    # Looking

    @property
    def main(self) -> MainWindow:
        """The seat's window."""
        page = self.shell.page
        assert isinstance(page, MainWindow), type(page).__name__
        return page

    @property
    def view(self) -> View:
        """What the seat sees."""
        assert self.shell.bridge is not None
        return self.shell.bridge.view

    @property
    def state(self) -> State:
        """The exercise as it truly stands, for what a test asserts."""
        assert self.shell.bridge is not None
        play = self.shell.bridge.play
        assert isinstance(play, LocalPlay)
        return play.table.session.state

    def all(self, name: str) -> list[QWidget]:
        """Return the visible widgets of an object name in the window, or in the dialog over it."""
        root = QApplication.activeModalWidget() or self.shell
        return [w for w in root.findChildren(QWidget, name) if w.isVisible() and w.width() > 0]

    def see(self, name: str) -> QWidget:
        """Return the one visible widget of an object name."""
        found = self.all(name)
        assert len(found) == 1, f"{name}: {len(found)} in sight on {self._where()}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is in sight."""
        return bool(self.all(name))

    def button(self, words: str) -> QPushButton:
        """Return the first visible button whose name contains the words."""
        root = QApplication.activeModalWidget() or self.shell
        buttons = [b for b in root.findChildren(QPushButton) if b.isVisible()]
        found = [b for b in buttons if words in b.accessibleName() or words in b.text()]
        assert found, f"no button “{words}” on {self._where()}: {[b.text() for b in buttons]}"
        return found[0]

    # Waiting

    def until(self, holds: Callable[[], bool], timeout: int = TURN_MS) -> None:
        """Wait for the window."""
        self.qtbot.waitUntil(holds, timeout=timeout)

    def wake(self) -> None:
        """Make the window active again after a popup: what a window system does the offscreen one leaves to us."""
        window = QApplication.activeModalWidget() or self.shell
        if not window.isActiveWindow():
            window.activateWindow()
            self.until(window.isActiveWindow, 2000)
        self.rest()

    def rest(self) -> None:
        """Let the window lay itself out."""
        for _ in range(3):
            QApplication.processEvents()

    def confirm(self) -> None:
        """Answer the question whether the turn may end with urgent matters open."""
        if self.sees("turn.confirm"):
            self.press("turn.confirm")

    def end_turn(self) -> None:
        """End the turn, say yes where asked, and wait for the report."""
        before = self.view.turn
        self._ask_end()
        self.confirm()
        bridge = self.shell.bridge
        assert bridge is not None
        self.until(lambda: self.view.turn > before and not bridge.busy, 10_000)
        self.rest()
        assert self.main.current == "report"

    # Verbs each hand has in its own way

    def press(self, what: str | QWidget) -> None:
        """Press a button."""
        raise NotImplementedError

    def go(self, desk: str) -> None:
        """Show a desk."""
        raise NotImplementedError

    def pick(self, name: str, words: str) -> None:
        """Choose the entry of a combo box that contains the words."""
        raise NotImplementedError

    def number(self, name: str, value: int) -> None:
        """Set a number."""
        raise NotImplementedError

    def row(self, name: str, fits: Callable[[Any], bool]) -> Any:
        """Select the first row of a table whose record fits, and return the record."""
        raise NotImplementedError

    def tick(self, name: str, words: str) -> None:
        """Tick the entry of a list that contains the words, if it is not ticked yet."""
        raise NotImplementedError

    def place(self, village: str) -> None:
        """Select a village on the map."""
        raise NotImplementedError

    def scrub(self, name: str, value: int) -> None:
        """Move a slider."""
        raise NotImplementedError

    def _ask_end(self) -> None:
        raise NotImplementedError

    # Helpers

    def _where(self) -> str:
        page = self.shell.page
        return f"{type(page).__name__} {page.current if isinstance(page, MainWindow) else ''}".strip()

    def _row_of(self, table: QWidget, fits: Callable[[Any], bool]) -> tuple[QModelIndex, Any]:
        proxy = table.proxy  # type: ignore[attr-defined]
        model = table.table_model  # type: ignore[attr-defined]
        for number in range(proxy.rowCount()):
            index = proxy.index(number, 0)
            record = model.record(proxy.mapToSource(index).row())
            if fits(record):
                return index, record
        raise AssertionError(f"no such row in {table.objectName()} ({proxy.rowCount()} rows) on {self._where()}")

    @staticmethod
    def _entry(combo: QComboBox, words: str) -> int:
        texts = [combo.itemText(n) for n in range(combo.count())]
        found = next((n for n, text in enumerate(texts) if words in text), -1)
        assert found >= 0, f"{combo.objectName()} has no “{words}”: {texts}"
        return found


class Mouse(Hand):
    """Clicks and turns the wheel. What is covered by something else is not clicked through it."""

    def press(self, what: str | QWidget) -> None:
        """Click the middle of a button."""
        widget = self.see(what) if isinstance(what, str) else what
        assert widget.isEnabled(), f"{widget.objectName()} is shut: {widget.toolTip()}"
        self.click(widget, widget.rect().center())

    def click(self, widget: QWidget, spot: QPoint) -> None:
        """Click a spot of a widget, after scrolling it into sight and clearing what passes over it."""
        self._bring(widget, spot)
        top = self._top(widget, spot)
        for _ in range(6):
            if top is widget or widget.isAncestorOf(top):
                break
            self._clear_away(top, widget)
            self._bring(widget, spot)
            top = self._top(widget, spot)
        assert top is widget or widget.isAncestorOf(top), f"{_named(widget)} lies under {_named(top)}"
        QTest.mouseClick(top, Qt.MouseButton.LeftButton, pos=top.mapFrom(widget, spot) if top is not widget else spot)
        self.rest()

    def go(self, desk: str) -> None:
        """Click the desk in the rail."""
        self.press(f"nav.{desk}")
        assert self.main.current == desk

    def pick(self, name: str, words: str) -> None:
        """Open the popup with a click and click the entry."""
        combo = self.see(name)
        assert isinstance(combo, QComboBox)
        assert combo.isEnabled(), name
        number = self._entry(combo, words)
        if combo.currentIndex() == number:
            return
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        arrow = combo.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, combo
        )
        self.click(combo, arrow.center())
        popup = combo.view()
        self.until(popup.isVisible, 2000)
        index = popup.model().index(number, combo.modelColumn(), popup.rootIndex())
        for _ in range(200):
            spot = popup.visualRect(index).center()
            if popup.viewport().rect().contains(spot):
                break
            _wheel(popup.viewport(), popup.viewport().rect().center(), -1 if spot.y() > 0 else 1)
        spot = popup.visualRect(index).center()
        assert popup.viewport().rect().contains(spot), f"{name}: “{words}” cannot be scrolled to"
        QTest.mouseMove(popup.viewport(), spot)
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self.until(lambda: not popup.isVisible(), 2000)
        self.wake()
        assert combo.currentIndex() == number or words in combo.currentText(), f"{name}: {combo.currentText()}"

    def number(self, name: str, value: int) -> None:
        """Click into the field, turn the wheel by whole steps, and use the arrows for the rest."""
        spin = self.see(name)
        assert isinstance(spin, QSpinBox)
        self.click(spin, QPoint(spin.height() // 2, spin.height() // 2))
        for _ in range(400):
            gap = value - spin.value()
            if abs(gap) < spin.singleStep():
                break
            before = spin.value()
            _wheel(spin, spin.rect().center(), 1 if gap > 0 else -1)
            assert spin.value() != before, f"{name} does not follow the wheel at {_named(QApplication.focusWidget())}"
        assert spin.value() == value, f"{name}: {spin.value()} instead of {value} in steps of {spin.singleStep()}"

    def arrows(self, name: str, steps: int) -> None:
        """Click the small arrows of a number."""
        spin = self.see(name)
        assert isinstance(spin, QSpinBox)
        option = QStyleOptionSpinBox()
        spin.initStyleOption(option)
        which = QStyle.SubControl.SC_SpinBoxUp if steps > 0 else QStyle.SubControl.SC_SpinBoxDown
        area = spin.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, which, spin)
        for _ in range(abs(steps)):
            self.click(spin, area.center())

    def row(self, name: str, fits: Callable[[Any], bool]) -> Any:
        """Click the row."""
        table = self.see(name)
        assert isinstance(table, QTableView)
        self._scroll_to(table, lambda: self._row_of(table, fits)[0])
        index, record = self._row_of(table, fits)
        self.click(table.viewport(), table.visualRect(index).center())
        return record

    def tick(self, name: str, words: str) -> None:
        """Click the row of the list."""
        ticks = self.see(name)
        assert isinstance(ticks, QListWidget)
        item = next(i for i in (ticks.item(n) for n in range(ticks.count())) if words in i.text())
        if item.checkState() == Qt.CheckState.Checked:
            return
        self._scroll_to(ticks, lambda: ticks.indexFromItem(item))
        self.click(ticks.viewport(), ticks.visualRect(ticks.indexFromItem(item)).center())
        item = next(i for i in (ticks.item(n) for n in range(ticks.count())) if words in i.text())
        assert item.checkState() == Qt.CheckState.Checked

    def place(self, village: str) -> None:
        """Click the village on the drawing."""
        self.go("map")
        canvas = self.see("map.view")
        spot = next(
            QPoint(x, y)
            for y in range(0, canvas.height(), 4)
            for x in range(0, canvas.width(), 4)
            if canvas.place_at(QPointF(x, y)) == village  # type: ignore[attr-defined]
        )
        self.click(canvas, spot)

    def scrub(self, name: str, value: int) -> None:
        """Click the groove beside the handle, page by page."""
        slider = self.see(name)
        assert isinstance(slider, QSlider)
        for _ in range(100):
            if slider.value() == value:
                break
            option = QStyleOptionSlider()
            slider.initStyleOption(option)
            handle = slider.style().subControlRect(
                QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
            )
            x = slider.width() - 2 if value > slider.value() else 2
            assert not handle.contains(QPoint(x, handle.center().y()))
            before = slider.value()
            self.click(slider, QPoint(x, handle.center().y()))
            assert slider.value() != before, f"{name} does not follow the mouse"
        assert slider.value() == value

    def _ask_end(self) -> None:
        self.press("turn.end")

    def _top(self, widget: QWidget, spot: QPoint) -> QWidget:
        window = widget.window()
        return window.childAt(widget.mapTo(window, spot)) or window

    def _bring(self, widget: QWidget, spot: QPoint) -> None:
        """Turn the wheel over every page around a widget until the spot is in it."""
        self.rest()
        pages = []
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                pages.append(parent)
            parent = parent.parentWidget()
        for page in pages:
            for _ in range(200):
                here = widget.mapTo(page.viewport(), spot)
                if page.viewport().rect().adjusted(0, 2, 0, -2).contains(here):
                    break
                bar, before = page.verticalScrollBar(), page.verticalScrollBar().value()
                if here.y() < page.viewport().height() and here.y() >= 0:
                    raise AssertionError(f"{_named(widget)} stands beside the window, at {here.x()}")
                _wheel(page.viewport(), page.viewport().rect().center(), -1 if here.y() > 0 else 1)
                assert bar.value() != before, f"{_named(widget)} cannot be scrolled to"

    def _scroll_to(self, table: QAbstractItemView, index: Callable[[], QModelIndex]) -> None:
        self._bring(table, table.rect().center())
        for _ in range(400):
            # Asked for anew each time: a list may still be filling, and an index does not outlive that
            spot = table.visualRect(index()).center()
            if table.viewport().rect().contains(spot):
                return
            _wheel(table.viewport(), table.viewport().rect().center(), -1 if spot.y() > 0 else 1)
        raise AssertionError(f"a row of {table.objectName()} cannot be scrolled to")

    def _clear_away(self, top: QWidget, under: QWidget) -> None:
        """Close the notice, or fold the callout, that lies over what is wanted."""
        part: QWidget | None = top
        while part is not None and part.objectName() not in ("toast", "guide"):
            part = part.parentWidget()
        assert part is not None, f"{_named(under)} lies under {_named(top)}"
        self.cleared.append((part.objectName(), _named(under)))
        if part.objectName() == "toast":
            shut = part.findChild(QPushButton)
            assert shut is not None
            QTest.mouseClick(shut, Qt.MouseButton.LeftButton)
        else:
            QTest.mouseClick(self.see("guide.fold"), Qt.MouseButton.LeftButton)
        self.rest()


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
            passed.append(_named(focus) if focus is not None else "nothing")
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{_named(widget)} cannot be reached; Tab passed {passed}")

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
            assert self._focus() is widget, f"{_named(widget)} cannot be reached with the arrows"
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
                assert parent.viewport().rect().contains(spot), f"{_named(focus)} has the focus but is not in sight"
            parent = parent.parentWidget()


def _wheel(target: QWidget, spot: QPoint, notches: int) -> None:
    """Turn the wheel by notches; positive is away from the hand."""
    QApplication.sendEvent(
        target,
        QWheelEvent(
            QPointF(spot),
            QPointF(target.mapToGlobal(spot)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    QApplication.processEvents()


def _named(widget: QWidget | None) -> str:
    """Say which widget it is, with the named part it belongs to."""
    part, names = widget, []
    while part is not None and len(names) < 3:
        name = part.objectName() or part.accessibleName()
        if name and not name.startswith("qt_"):
            names.append(name)
        part = part.parentWidget()
    return f"{type(widget).__name__} {' < '.join(names)}"
