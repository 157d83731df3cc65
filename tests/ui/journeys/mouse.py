"""The hand that has only a mouse: it clicks and turns the wheel, and clicks nothing through what lies over it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from hand import Hand, named
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
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
        assert top is widget or widget.isAncestorOf(top), f"{named(widget)} lies under {named(top)}"
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
            wheel(popup.viewport(), popup.viewport().rect().center(), -1 if spot.y() > 0 else 1)
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
            wheel(spin, spin.rect().center(), 1 if gap > 0 else -1)
            assert spin.value() != before, f"{name} does not follow the wheel at {named(QApplication.focusWidget())}"
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
            stood = f"{before} of {slider.maximum()}, handle {handle.getRect()} of {slider.size().toTuple()}"
            with contextlib.suppress(self.qtbot.TimeoutError):
                self.until(lambda before=before: slider.value() != before, 2000)
            assert slider.value() != before, f"{name} does not follow the mouse: {stood}"
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
                    raise AssertionError(f"{named(widget)} stands beside the window, at {here.x()}")
                wheel(page.viewport(), page.viewport().rect().center(), -1 if here.y() > 0 else 1)
                assert bar.value() != before, f"{named(widget)} cannot be scrolled to"

    def _scroll_to(self, table: QAbstractItemView, index: Callable[[], QModelIndex]) -> None:
        self._bring(table, table.rect().center())
        for _ in range(400):
            # Asked for anew each time: a list may still be filling, and an index does not outlive that
            spot = table.visualRect(index()).center()
            if table.viewport().rect().contains(spot):
                return
            wheel(table.viewport(), table.viewport().rect().center(), -1 if spot.y() > 0 else 1)
        raise AssertionError(f"a row of {table.objectName()} cannot be scrolled to")

    def _clear_away(self, top: QWidget, under: QWidget) -> None:
        """Close the notice, or fold the callout, that lies over what is wanted."""
        part: QWidget | None = top
        while part is not None and part.objectName() not in ("toast", "guide"):
            part = part.parentWidget()
        assert part is not None, f"{named(under)} lies under {named(top)}"
        self.cleared.append((part.objectName(), named(under)))
        if part.objectName() == "toast":
            shut = part.findChild(QPushButton)
            assert shut is not None
            QTest.mouseClick(shut, Qt.MouseButton.LeftButton)
        else:
            QTest.mouseClick(self.see("guide.fold"), Qt.MouseButton.LeftButton)
        self.rest()


def wheel(target: QWidget, spot: QPoint, notches: int) -> None:
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
