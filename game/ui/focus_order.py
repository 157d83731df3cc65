"""The order in which Tab goes through a window: as its layouts are read, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in sight that Tab stops at: what lies in layouts first, what floats over them last."""
    if not root.isVisible():
        return
    proxy = root.focusProxy()
    if (root.focusPolicy() & Qt.FocusPolicy.TabFocus or _chosen_of_many(root)) and proxy is None:
        yield root
        return
    for part in _parts(root):
        if not part.isWindow():
            yield from reading_order(part)


def _parts(root: QWidget) -> list[QWidget]:
    if isinstance(root, (QStackedWidget, QScrollArea)):
        shown = root.currentWidget() if isinstance(root, QStackedWidget) else root.widget()
        return [shown] if shown is not None else []
    if isinstance(root, QSplitter):
        found = [root.widget(number) for number in range(root.count())]
        return [part for part in found if part is not None]
    layout = root.layout()
    inner = list(_laid_out(layout)) if layout is not None else []
    known = set(inner)
    return inner + [c for c in root.children() if isinstance(c, QWidget) and c not in known]


def step(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to what is read next, or before; False where there is nothing to go to."""
    stops = [stop for stop in reading_order(root) if _is_stop(stop)]
    if not stops:
        return False
    focus = root.focusWidget()
    here = next((n for n, stop in enumerate(stops) if focus is not None and stop is focus), None)
    way = 1 if forward else -1
    target = stops[0 if forward else -1] if here is None else stops[(here + way) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
    return True


def _chosen_of_many(widget: QWidget) -> bool:
    """Whether it is the button that is down among some that shut each other out.

    Qt leaves Tab to the one that was down when the focus came, also when another is down by now.
    """
    if not isinstance(widget, QAbstractButton) or not widget.isChecked() or not widget.focusPolicy():
        return False
    group = widget.group()
    return group is not None and group.exclusive()


def _is_stop(widget: QWidget) -> bool:
    """Of buttons that shut each other out only the one that is down; arrows go to the others."""
    if not widget.isEnabled():
        return False
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable() or widget.isChecked():
        return True
    group = widget.group()
    return not (group.exclusive() if group is not None else widget.autoExclusive())


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
