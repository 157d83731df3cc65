"""Fields of the desks' forms: days, places, money and ticked lists, all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QSpinBox, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_choice import Choice
from game.ui.i18n import counts_in_wan
from game.ui.slots import weak_slot
from game.ui.widgets import FlowLayout, button, discard, label, named, spaced

_ID = int(Qt.ItemDataRole.UserRole)


class NumberSpin(QSpinBox):
    """A number that the wheel changes only while the field has the focus."""

    def __init__(self, name: str, accessible: str, least: int = 0, most: int = 1_000_000, suffix: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGroupSeparatorShown(True)
        # A style sheet's padding does not reach the line inside a spin box
        self.lineEdit().setTextMargins(self.fontMetrics().horizontalAdvance("0"), 0, 0, 0)
        # A spin box takes its hint, wide enough for the largest number, for its least width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value_changed)
        named(self, name, accessible)

    def minimumSizeHint(self) -> QSize:
        """Return room for the number shown: a field that asks for its largest one makes narrow forms burst."""
        least, room = super().minimumSizeHint(), self.fontMetrics()
        return QSize(min(least.width(), room.horizontalAdvance(self.text()) + 2 * room.height()), least.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_value_changed(self, _value: int) -> None:
        self.updateGeometry()


class MoneySpin(NumberSpin):
    """Money in tenths of 万元; `yuan` is the whole sum."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name, accessible, 0, 10_000_000)
        self.setSingleStep(10)

    def yuan(self) -> int:
        """Return the sum in whole yuan."""
        return self.value() * 1000

    def set_yuan(self, yuan: int) -> None:
        """Show a sum, rounded up to the next tenth of 万元."""
        self.setValue(-(-yuan // 1000))

    def textFromValue(self, val: int) -> str:
        """Show 万元 with one decimal, or thousands."""
        if not counts_in_wan():
            return f"¥{val:,}k"
        return self.tr("{amount}万元").format(amount=f"{val // 10:,}.{val % 10}")

    def valueFromText(self, text: str) -> int:
        """Read a number of 万元, or of thousands, with or without its unit."""
        digits = "".join(c for c in text if c.isdigit() or c == ".")
        whole, _, rest = digits.partition(".")
        if not counts_in_wan():
            return int(whole or 0)
        return int(whole or 0) * 10 + int((rest + "0")[:1])

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - Qt's name
        """Accept digits, a point, separators and the unit."""
        good = all(c.isdigit() or c in "., 万元¥k" for c in input) and input.count(".") < 2
        state = QValidator.State.Acceptable if good else QValidator.State.Invalid
        return state, input, pos


class DaySpin(NumberSpin):
    """A day of the exercise shown as its date: arrow keys move a day, page keys a week."""

    def __init__(self, bridge: Bridge, name: str, accessible: str) -> None:
        self._bridge = bridge
        super().__init__(name, accessible, 1, 4000)
        self.setGroupSeparatorShown(False)
        if (line := self.lineEdit()) is not None:
            line.setReadOnly(True)

    def textFromValue(self, val: int) -> str:
        """Show the date and its week."""
        return self._bridge.names.date(val)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a week with the page keys."""
        step = {Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}.get(Qt.Key(event.key()))
        if step is not None:
            self.setValue(self.value() + step)
        else:
            super().keyPressEvent(event)


class DayField(QWidget):
    """A day with what is left until then and buttons for whole weeks from today. `changed` carries the day."""

    changed = Signal(int)

    def __init__(self, bridge: Bridge, name: str, accessible: str, weeks: Sequence[int] = (1, 2, 4)) -> None:
        super().__init__()
        self._bridge, self._today = bridge, 0
        row = FlowLayout(bridge.theme.space(1))
        self.setLayout(row)
        self.spin = DaySpin(bridge, name, accessible)
        self.spin.setMinimumWidth(bridge.theme.px(8))
        self._left = label("", "small")
        row.addWidget(self.spin)
        for count in weeks:
            chip = button(self.tr("{count}周").format(count=count), kind="chip")
            named(chip, f"{name}.{count}w", self.tr("{what}定在{count}周后").format(what=accessible, count=count))
            chip.clicked.connect(weak_slot(self._on_weeks, count))
            row.addWidget(chip)
        row.addWidget(self._left)
        self.spin.valueChanged.connect(self._on_changed)
        self.setFocusProxy(self.spin)

    def set_range(self, today: int, last: int) -> None:
        """Allow the days after today up to the last one."""
        self._today = today
        self.spin.setRange(today + 1, max(today + 1, last))
        self._say()

    def value(self) -> int:
        """Return the day."""
        return self.spin.value()

    def set_value(self, day: int) -> None:
        """Show a day."""
        self.spin.setValue(day)
        self._say()

    def _on_weeks(self, count: int) -> None:
        self.spin.setValue(self._today + 7 * count)

    def _on_changed(self, day: int) -> None:
        self._say()
        self.changed.emit(day)

    def _say(self) -> None:
        self._left.setText(self._bridge.names.until(self.spin.value(), self._today))


_TALL, _MANY = 42, 12
"""Rows that have room in a window in which a list shows more of them than it must, and the most it shows then."""


class TickList(QListWidget):
    """Several of many, by id; space or a click ticks a row. `changed` fires on every tick."""

    changed = Signal()

    def __init__(self, bridge: Bridge, name: str, accessible: str, rows: float = 5) -> None:
        super().__init__()
        self._options: tuple[tuple[str, str], ...] = ()
        self._pressed: Qt.CheckState | None = None
        self._seen = ceil(rows)
        self.setFixedHeight(bridge.theme.px(1.25 * rows) + 2 * self.frameWidth())
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self, name, accessible)
        self.itemChanged.connect(self._on_item_changed)
        self.itemPressed.connect(self._on_item_pressed)
        self.itemClicked.connect(self._on_item_clicked)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (id, words) pairs; ticks stay."""
        fresh = tuple(options)
        if fresh == self._options:
            return
        keep = self.value()
        self._options = fresh
        self.blockSignals(True)
        self.clear()
        for key, words in fresh:
            item = QListWidgetItem(words)
            item.setData(_ID, key)
            item.setToolTip(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in keep else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)
        self._fit_rows()

    def value(self) -> tuple[str, ...]:
        """Return the ids ticked, in the order shown."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(str(i.data(_ID)) for i in items if i.checkState() == Qt.CheckState.Checked)

    def set_value(self, keys: Sequence[str]) -> None:
        """Tick exactly these without telling, and bring the first into sight."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in keys else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.scrollToTop()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the rows in the type they are shown in."""
        super().showEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Show whole rows: one that is cut in half cannot be read."""
        if self.count():
            row = max(self.sizeHintForRow(0), self.visualItemRect(self.item(0)).height())
            # On a large screen a list that scrolls beside free room helps nobody
            seen = self._seen if self.window().height() < _TALL * row else max(self._seen, min(self.count(), _MANY))
            self.setFixedHeight(seen * row + 2 * self.frameWidth())

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit()

    def _on_item_pressed(self, item: QListWidgetItem) -> None:
        self._pressed = item.checkState()

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        # A click on the box has ticked it already; one on the words has not
        if self._pressed is not None and item.checkState() == self._pressed:
            done = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)


class PlaceField(QWidget):
    """A township and, within it, a village; or the whole county where the seat reaches that far."""

    changed = Signal(str)

    def __init__(self, bridge: Bridge, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        row = spaced(QHBoxLayout(self), bridge.theme, 0, 2)
        self.township = Choice(name, accessible)
        self.village = Choice(f"{name}.village", self.tr("{what}：村").format(what=accessible), search=True)
        row.addWidget(self.township, 1)
        row.addWidget(self.village, 1)
        self.township.chosen.connect(self._on_township)
        self.village.chosen.connect(self._on_village)
        self.setFocusProxy(self.township)

    def refresh(self, view: View) -> None:
        """Offer the places of the seat's reach."""
        kind, _, scope = (view.seat.scope if view.seat else "county").partition(":")
        towns = [t for t in view.townships if kind in ("county", "bureau", "squad") or scope in (t.zone, t.id)]
        if kind == "village":
            towns = [t for t in view.townships if scope.startswith(t.id + "-")]
        whole = [("county", self.tr("全县"))] if kind in ("county", "bureau", "squad") else []
        self.township.set_options(whole + [(f"township:{t.id}", t.name) for t in towns])
        self._fill(view)

    def value(self) -> str:
        """Return `county`, `township:…` or `village:…`."""
        return self.village.value() or self.township.value()

    def set_value(self, place: str) -> None:
        """Show a place without telling."""
        kind, _, name = place.partition(":")
        village = next((v for v in self._bridge.view.villages if kind == "village" and v.id == name), None)
        self.township.set_value(f"township:{village.township}" if village else place)
        self._fill(self._bridge.view)
        self.village.set_value(place if village else "")

    def _fill(self, view: View) -> None:
        town = self.township.value().partition(":")[2]
        rows = [(f"village:{v.id}", v.name) for v in view.villages if v.township == town]
        self.village.set_options([("", self.tr("全乡镇")), *rows])
        self.village.setVisible(bool(town))  # the whole county has no villages to choose, and its name needs the room

    def _on_township(self, _place: str) -> None:
        self._fill(self._bridge.view)
        self.village.set_value("")
        self.changed.emit(self.value())

    def _on_village(self, _place: str) -> None:
        self.changed.emit(self.value())


class Chips(QWidget):
    """Small buttons that put a suggested value into a field. `picked` carries the id."""

    picked = Signal(str)

    def __init__(self, bridge: Bridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._row = FlowLayout(bridge.theme.space(1))
        self.setLayout(self._row)
        self.hide()  # without any it takes no room
        self._shown: tuple[tuple[str, str], ...] = ()

    def set_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Offer (id, words) pairs."""
        fresh = tuple(chips)
        if fresh == self._shown:
            return
        self._shown = fresh
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for key, words in fresh:
            chip = button(words, kind="chip", name=f"{self._name}.{key}")
            chip.clicked.connect(weak_slot(self._on_clicked, key))
            self._row.addWidget(chip)
            chip.show()
        self.setVisible(bool(fresh))
        self.updateGeometry()

    def _on_clicked(self, key: str) -> None:
        self.picked.emit(key)
