"""Where an inject of the catalogue goes: seats, objective, place, day and id, proposed after the problem's kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from game.authoring.typical import Setting, free_id
from game.county.place import County
from game.exercise.catalogue import load_posts, post_name
from game.exercise.problem_types import ProblemType
from game.scenario.known import items, number, text, texts
from game.scenario.tree import Node
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import NumberSpin
from game.ui.editor.arrival_words import arrival_words
from game.ui.editor.store import good_name
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import label, named, set_role, spaced

_BY_HAND = -1
_LAST = 20_000
"""Latest day that can be asked for: more than the longest exercise has."""
_ANYWHERE = ""


@dataclass(frozen=True, slots=True)
class FrameSeat:
    """A seat as far as the text says what it is."""

    id: str
    name: str
    post: str
    scope: str
    powers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a scenario an inject must fit into; read from the text, so that a half-written one serves."""

    seats: tuple[FrameSeat, ...]
    objectives: tuple[tuple[str, str], ...]
    townships: tuple[tuple[str, str], ...]
    taken: frozenset[str]
    """Ids of the injects."""
    turn_days: int
    days: int


def frame_of(root: Node, county: County | None) -> Frame:
    """Return the frame of a scenario's text."""
    posts, lang = load_posts(), language()
    seats = []
    for node in items(root, "seats"):
        ident, post = text(node, "id") or "", text(node, "post") or ""
        known = posts.get(post)
        powers = {part.text() or "" for part in texts(node, "powers")} or set(known.powers if known else ())
        name = text(node, "name") or post_name(post, lang) or ident
        if ident:
            seats.append(FrameSeat(ident, name, post, text(node, "scope") or "", frozenset(powers)))
    slice_ = {part.text() for part in texts(root.get("county"), "townships")}
    towns = county.townships if county is not None else ()
    turn = root.get("turn")
    each, count = max(1, number(turn, "days") or 7), max(1, number(turn, "count") or 1)
    return Frame(
        tuple(seats),
        tuple((key, text(o, "text") or key) for o in items(root, "objectives") if (key := text(o, "id") or "")),
        tuple((t.id, t.name) for t in towns if not slice_ or t.id in slice_),
        frozenset(text(inject, "id") or "" for inject in items(root, "injects")),
        each,
        each * count,
    )


class WhereForm(QWidget):
    """Emits `changed` whenever what is asked for does."""

    changed = Signal()

    def __init__(self, frame: Frame, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del icons
        self._frame = frame
        self._touched = False
        """Whether a hand chose the seats; else they follow the problem."""
        self._placed = self._named = False
        """Whether a hand chose the township, and wrote the id."""
        self._kind: ProblemType | None = None
        self.seats: dict[str, QCheckBox] = {}
        grid = spaced(QGridLayout(self), theme, 0, 2)
        grid.setColumnStretch(1, 1)
        box = QWidget(self)
        ticks = spaced(QVBoxLayout(box), theme, 0, 0)
        for seat in frame.seats:
            tick = named(QCheckBox(seat.name, box), f"editor.catalogue.seat.{seat.id}", seat.name)
            tick.clicked.connect(self._on_seat)
            ticks.addWidget(tick)
            self.seats[seat.id] = tick
        self.objective = Choice("editor.catalogue.objective", self.tr("练哪个目标"))
        self.objective.set_options(list(frame.objectives))
        self.township = Choice("editor.catalogue.township", self.tr("出在哪个乡镇"))
        self.township.set_options([(_ANYWHERE, self.tr("全县，由电脑挑村")), *frame.townships])
        # What comes later finds nobody at play; no exercise is longer than a spin box can count
        last = min(max(0, frame.days - frame.turn_days), _LAST)
        self.day = NumberSpin("editor.catalogue.day", self.tr("第几天到"), _BY_HAND, last)
        self.day.setSpecialValueText(self.tr("由教员手动放出"))
        self.day.setValue(min(frame.turn_days, last))
        self.arrives = label("", "small", wrap=True)
        self.ident = named(QLineEdit(self), "editor.catalogue.id", self.tr("编号"))
        self.fault = label("", "overdue", wrap=True)
        rows = (
            (self.tr("送给谁"), box), (self.tr("练哪个目标"), self.objective),
            (self.tr("出在哪个乡镇"), self.township), (self.tr("第几天到"), self.day), (None, self.arrives),
            (self.tr("编号"), self.ident),
        )  # fmt: skip
        for row, (words, field) in enumerate(rows):
            if words is not None:
                side = Qt.AlignmentFlag.AlignTop if field is box else Qt.AlignmentFlag(0)
                grid.addWidget(label(words), row, 0, side)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.fault, len(rows), 0, 1, 2)
        self.ident.textChanged.connect(self._on_changed)
        self.ident.textEdited.connect(self._on_named)
        self.township.chosen.connect(self._on_placed)
        self.day.valueChanged.connect(self._on_day)
        self._on_day()
        self._on_changed()

    @property
    def first(self) -> QWidget:
        """The field to begin with."""
        return next(iter(self.seats.values()), self.objective)

    def propose(self, kind: ProblemType) -> None:
        """Fill in what goes with a kind of problem; what a hand chose stays."""
        self._kind = kind
        if not self._named:
            self.ident.setText(free_id(kind, self._frame.taken))
        if not self._touched:
            fitting = _fitting(kind, self._frame)
            for ident, tick in self.seats.items():
                tick.setChecked(ident in fitting)
            scopes = [seat.scope for seat in self._frame.seats if seat.id in fitting]
            towns = [scope.removeprefix("township:") for scope in scopes if scope.startswith("township:")]
            if not self._placed:
                here = towns[0] if towns and towns[0] in dict(self._frame.townships) else _ANYWHERE
                self.township.set_value(here)
        self._on_changed()

    def good(self) -> bool:
        """Whether it can be written."""
        return not self.fault.text()

    def setting(self) -> Setting:
        """Return what is asked for."""
        powers: Mapping[str, frozenset[str]] = {seat.id: seat.powers for seat in self._frame.seats}
        return Setting(
            id=self.ident.text(),
            to=self._ticked(),
            objective=self.objective.value(),
            township=self.township.value(),
            day=None if self.day.value() == _BY_HAND else self.day.value(),
            turn_days=self._frame.turn_days,
            length=self._frame.days,
            powers=powers,
        )

    def _ticked(self) -> tuple[str, ...]:
        return tuple(ident for ident, tick in self.seats.items() if tick.isChecked())

    def _on_named(self) -> None:
        self._named = True

    def _on_placed(self) -> None:
        self._placed = True

    def _on_day(self) -> None:
        day = self.day.value()
        turns = self._frame.days // self._frame.turn_days
        self.arrives.setText("" if day == _BY_HAND else arrival_words(day, self._frame.turn_days, turns))
        self.arrives.setVisible(day != _BY_HAND)

    def _on_seat(self) -> None:
        self._touched = True
        self._on_changed()

    def _on_changed(self) -> None:
        ident = self.ident.text()
        fault = ""
        if not self._frame.seats:
            fault = self.tr("场景里还没有席位：先写一个席位，情况才有人收。")
        elif not self._frame.objectives:
            fault = self.tr("场景里还没有学习目标：先写一个目标，情况才知道练什么。")
        elif not self._ticked():
            fault = self.tr("至少送给一个席位。")
        elif not good_name(ident):
            fault = self.tr("编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。")
        elif ident in self._frame.taken:
            fault = self.tr("已经有一条情况叫“{id}”了。").format(id=ident)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        set_role(self.ident, "bad", bool(fault) and (not good_name(ident) or ident in self._frame.taken))
        self.changed.emit()


def _fitting(kind: ProblemType, frame: Frame) -> frozenset[str]:
    """Return the seats that a problem naturally goes to: its bureau's, one township's, the headquarters'."""
    wanted = []
    for organ in kind.organs:
        if organ == "hq":
            wanted += [seat.id for seat in frame.seats if seat.post == "hq_director"][:1]
        elif organ == "township":
            wanted += [seat.id for seat in frame.seats if seat.scope.startswith("township:")][:1]
        elif organ == "village":
            wanted += [seat.id for seat in frame.seats if seat.scope.startswith("village:")][:1]
        else:
            wanted += [seat.id for seat in frame.seats if seat.scope == organ]
    return frozenset(wanted) or frozenset(seat.id for seat in frame.seats[:1])
