"""Help for the window's tests: a play without a session, and measures of what is on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from game.exercise.refusals import Refusal
from game.exercise.views.shape import View
from game.ui.desk.inbox import InboxDesk
from game.ui.desk.map import MapDesk
from game.ui.widgets import FlowLayout

MINE = {"inbox": InboxDesk, "map": MapDesk}
"""The desks of the window that most tests of the frame open: two are enough to go from one to another."""
_INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_QT_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")


@dataclass(frozen=True, slots=True)
class FakeAnswer:
    accepted: bool
    refusal: Refusal | None = None


class FakePlay:
    """Answers every command with yes (or with `refuse`) and remembers what was sent."""

    def __init__(self, view: View) -> None:
        self.seat = view.viewer
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.refuse: Refusal | None = None
        self.previewed: Any = None
        self.turns = 0
        self.fault: Exception | None = None
        self.closed = False
        self.past: list[Any] = []
        self._view = view

    def set_view(self, view: View) -> None:
        self._view = view

    def submit(self, kind: str, args: Mapping[str, Any]) -> FakeAnswer:
        self.sent.append((kind, dict(args)))
        return FakeAnswer(self.refuse is None, self.refuse)

    def preview(self, kind: str, args: Mapping[str, Any]) -> Any:
        self.asked.append((kind, dict(args)))
        return self.refuse or self.previewed or Refusal("not_now")

    def view(self) -> View:
        return self._view

    def advance(self) -> FakeAnswer:
        if self.fault is not None:
            raise self.fault
        self.turns += 1
        return FakeAnswer(self.refuse is None, self.refuse)

    def told(self, first: int, last: int) -> tuple[list[Any], bool]:
        del first, last
        return self.past, False

    def close(self) -> None:
        self.closed = True


def interactive(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets a person can act on, without the inner parts of Qt's own."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, _INTERACTIVE) and not widget.objectName().startswith(_QT_OWN):
            if isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)):
                continue
            if type(widget).__module__.startswith("PySide6") and "Private" in widget.metaObject().className():
                continue
            if isinstance(widget, QAbstractItemView) and widget.metaObject().className() in (
                "QComboBoxListView",
                "QHeaderView",
            ):
                continue
            yield widget


def press(root: QWidget, name: str) -> None:
    """Press the button of an object name."""
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    found.click()


def assert_named(root: QWidget) -> None:
    """Every interactive widget says its name to a screen reader."""
    nameless = [
        (
            type(w).__name__,
            type(w.parent()).__name__,
            w.objectName(),
            getattr(w, "text", str)() if isinstance(w, QAbstractButton) else "",
        )
        for w in interactive(root)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]

    assert nameless == []


def clipped(root: QWidget) -> list[str]:
    """Return the texts of visible labels and buttons that do not fit their widget."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(flow := widget.layout(), FlowLayout) and widget.isVisibleTo(root):
            tall = flow.heightForWidth(widget.width())
            if widget.height() < tall - 1:
                found.append(
                    f"{widget.objectName() or widget.parent().objectName()}: {widget.height()} px of {tall} high"
                )
        if not widget.isVisibleTo(root) or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        size, need = widget.size(), widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            tall = widget.heightForWidth(size.width())
            if size.height() < tall - 1:
                found.append(f"{widget.text()!r}: {size.height()} px of {tall} high")
            continue
        if isinstance(widget, QLabel) and widget.property("elides"):
            continue
        if isinstance(widget, QAbstractButton) and widget.minimumWidth() > 0 and widget.property("elides"):
            continue
        if size.width() < need.width() - 1 or size.height() < need.height() - 1:
            found.append(f"{widget.text()!r}: {size.width()}x{size.height()} of {need.width()}x{need.height()}")
    return found


def assert_not_clipped(root: QWidget) -> None:
    """No label or button shows less than its text."""
    assert clipped(root) == []


def settle(root: QWidget, width: int = 1440, height: int = 900) -> None:
    """Lay a widget out as if it stood on the screen."""
    from PySide6.QtWidgets import QApplication

    root.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    root.resize(width, height)
    root.show()
    for _ in range(10):  # a part that asks for another size is laid out anew by each part around it
        QApplication.processEvents()


def bring_in_front(page: QWidget) -> None:
    """Show a page as the active window: keys and the focus reach no other."""
    page.hide()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    page.show()
    page.activateWindow()
