"""Who answers for what: villages and fields with and without a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from game.exercise.entities import Contract
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.order_draft import township_of
from game.ui.kept import Kept
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Elided, button, clear, label, named

IN_FORCE = ("accepted", "performing", "assessed")
HELD, PENDING, OPEN, URGENT = range(4)
"""How a village stands: held, offered, nobody's, nobody's and with problems."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How a township is covered."""

    township: str
    marks: tuple[int, ...]
    """One of HELD, PENDING, OPEN, URGENT for each village."""

    @property
    def held(self) -> int:
        """Villages that somebody answers for."""
        return sum(mark == HELD for mark in self.marks)

    @property
    def gap(self) -> int:
        """Villages that nobody answers for or was asked to."""
        return sum(mark in (OPEN, URGENT) for mark in self.marks)


def bare(contract: Contract) -> bool:
    """Whether a contract gives responsibility and neither hours, money nor powers (有责无权)."""
    return not (contract.hours or contract.money or contract.powers)


def cover(view: View) -> tuple[Cover, ...]:
    """Return the cover of each township in the view."""
    offered = {c.object for c in view.contracts if c.kind == "area" and c.state == "offered"}
    held = {c.object for c in view.contracts if c.kind == "area" and c.state in IN_FORCE}
    found = []
    for town in view.townships:
        around = {f"township:{town.id}", f"zone:{town.zone}"}
        marks = []
        for village in (v for v in view.villages if v.township == town.id):
            places = {*around, f"village:{village.id}"}
            if village.contract or places & held:
                marks.append(HELD)
            elif places & offered:
                marks.append(PENDING)
            else:
                marks.append(URGENT if village.problems else OPEN)
        found.append(Cover(town.id, tuple(marks)))
    return tuple(found)


def nearest(view: View, about: str) -> tuple[str, ...]:
    """Return who could hold a contract about a place or a field, those first whose own business it is.

    A place is its own post's, then its township's, then its zone's; a field is that of the bureaus that know it.
    """
    scopes = [task.bureaus[0] for task in view.tasks if about in task.domains]
    if ":" in about:
        town = township_of(view, about)
        zone = next((t.zone for t in view.townships if t.id == town), "")
        scopes = [about, f"township:{town}", f"zone:{zone}"]
    seats = [s.id for scope in scopes for s in view.seats if s.scope == scope and s.id != view.viewer]
    organs = [o.id for scope in scopes for o in view.organs if o.exists and o.id == scope]
    return tuple(dict.fromkeys([*seats, *organs]))


def uncovered_domains(view: View) -> tuple[tuple[str, int], ...]:
    """Return (domain, open problems) of fields that nobody has contracted, the worst first."""
    held = {c.object for c in view.contracts if c.kind == "task" and c.state in (*IN_FORCE, "offered")}
    count: dict[str, int] = {}
    for problem in view.problems:
        if problem.state != "closed" and problem.domain not in held:
            count[problem.domain] = count.get(problem.domain, 0) + 1
    return tuple(sorted(count.items(), key=lambda row: (-row[1], row[0])))


def covers_place(view: View, contract: Contract, place: str) -> bool:
    """Whether an area contract covers a place."""
    town = township_of(view, place)
    zone = next((t.zone for t in view.townships if t.id == town), "")
    return contract.object in (place, f"township:{town}", f"zone:{zone}")


_WORDS = 8
"""Width in lines that the words of a township need beside its strip."""


class CoverStrip(QWidget):
    """One small field a village: full where somebody answers for it, hollow where nobody does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[int], spoken: str) -> None:
        """Show how each village stands."""
        self._marks = tuple(marks)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of fields."""
        return QSize(self._theme.px(0.35) * max(1, len(self._marks)), self._theme.px(0.9))

    def minimumSizeHint(self) -> QSize:
        """Narrow fields."""
        return QSize(max(1, self._theme.px(0.28) * len(self._marks)), self._theme.px(0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fields."""
        if not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(self.width() / len(self._marks), float(self._theme.px(0.7)))
        gap = max(1.0, step * 0.16)
        for number, mark in enumerate(self._marks):
            field = QRectF(number * step + 0.5, 1.5, step - gap, self.height() - 3)
            tone = {HELD: "accent", PENDING: "accent", URGENT: "overdue"}.get(mark, "edge")
            painter.setPen(QPen(self._theme.color(tone), self._theme.line(1.6 if mark == URGENT else 1)))
            painter.setBrush(self._theme.color("accent") if mark == HELD else Qt.BrushStyle.NoBrush)
            painter.drawRect(field)
            if mark == PENDING:
                painter.drawLine(field.bottomLeft(), field.topRight())


class CoverTable(QWidget):
    """Township by township: its strip, what it means in words, and a button that begins an offer."""

    asked = Signal(str)
    """Place or domain to offer a contract for."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._built = Kept()
        self._rows: list[tuple[QLabel, CoverStrip, QLabel, Elided, QPushButton]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(bridge.theme.space(3))
        self._grid.setVerticalSpacing(bridge.theme.space(1))
        self._grid.setColumnStretch(1, 1)
        named(self, "contract.cover", self.tr("包保覆盖"))

    def show_cover(self, view: View) -> None:
        """Show a view's townships."""
        rows = cover(view)
        if self._built.same(rows, view.contracts):
            return
        clear(self._grid)
        self._rows = []
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        for row, one in enumerate(rows):
            town = f"township:{one.township}"
            holder = next((c.holder for c in view.contracts if c.state in IN_FORCE and c.object == town), "")
            count, all_ = one.held, len(one.marks)
            if holder:
                words = self.tr("{who}包全乡镇").format(who=names.who(holder))
            elif not one.gap:
                words = self.tr("{all}个村都有人包").format(all=all_)
            else:
                words = self.tr("{held}/{all}村有人包").format(held=count, all=all_)
            urgent = sum(mark == URGENT for mark in one.marks)
            if urgent:
                words = self.tr("{words}，{urgent}个问题村没人包").format(words=words, urgent=urgent)
            strip = CoverStrip(theme)
            strip.set_marks(one.marks, f"{names.place(town)}:{words}")
            picture = QLabel()
            icon, tone = ("warn", "overdue") if urgent else ("ok", "ok") if not one.gap else ("info", "muted")
            picture.setPixmap(icons.pixmap(icon, tone, theme.px(0.85)))
            go = button(self.tr("发包"), icons, "plus", kind="quiet", name=f"contract.cover.{one.township}")
            go.setAccessibleName(self.tr("给{place}发包").format(place=names.place(town)))
            go.setToolTip(go.accessibleName())
            go.clicked.connect(weak_slot(self._on_asked, town))
            said = Elided()
            said.setText(words)
            self._rows.append((label(names.place(town), "strong"), strip, picture, said, go))
            for part in self._rows[-1]:
                self._grid.addWidget(part, row, 0)
        self._arrange(narrow=self._narrow)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room beside the strips: the words of a township can stand below."""
        return QSize(self._need(words=False), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words beside the strips where they have room."""
        super().resizeEvent(event)
        if (narrow := self.width() < self._need(words=True)) is not self._narrow:
            self._arrange(narrow=narrow)

    def _need(self, *, words: bool) -> int:
        """Return the width of the widest row, with or without its words."""
        gap, least = self._grid.horizontalSpacing(), self._bridge.theme.px(_WORDS)
        wide = [max((row[n].minimumSizeHint().width() for row in self._rows), default=0) for n in (0, 1, 2, 4)]
        said = max((min(least, row[3].sizeHint().width()) for row in self._rows), default=0)
        return sum(wide) + len(wide) * gap + (said if words else 0)

    def _arrange(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for number, (name, strip, picture, said, go) in enumerate(self._rows):
            for part in (name, strip, picture, said, go):
                self._grid.removeWidget(part)
            row = 2 * number
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(strip, row, 1)
            self._grid.addWidget(picture, row, 2)
            self._grid.addWidget(go, row, 4)
            if narrow:
                self._grid.addWidget(said, row + 1, 0, 1, 5)
            else:
                self._grid.addWidget(said, row, 3)
        self._grid.setColumnStretch(3, int(not narrow))

    def _on_asked(self, place: str) -> None:
        self.asked.emit(place)
