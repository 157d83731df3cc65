"""Rows of actions on a record: each shows what it costs, and one that is not possible says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from game.exercise.commands import REGISTRY
from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.i18n import listed
from game.ui.slots import weak_slot
from game.ui.widgets import FlowLayout, button, discard, label, set_role, spaced
from game.ui.widgets.basic import Kind


def cost_of(kind: str) -> int:
    """Return the attention a command costs."""
    return REGISTRY[kind].attention


def why_not(bridge: Bridge, kind: str) -> str:
    """Return why the seat cannot give a kind of command now, in the words of its refusal; empty where it can."""
    view, spec = bridge.view, REGISTRY[kind]
    if view.session not in spec.sessions:
        return bridge.explain(Refusal("paused" if view.session == "paused" else "session_closed"))[0]
    if view.seat is None:
        return bridge.explain(Refusal("no_power"))[0]
    if spec.group != "talk" and spec.group not in view.powers:
        own = spec.group in view.seat.powers or any(power == spec.group for power, _ in view.seat.delegated)
        phase = next((p.name for p in view.phases if p.state == "now"), view.campaign.phase)
        return bridge.explain(Refusal("phase_closed", {"phase": phase}) if own else Refusal("no_power"))[0]
    if view.seat.attention < spec.attention:
        return bridge.explain(Refusal("no_attention", {"need": spec.attention, "left": view.seat.attention}))[0]
    return ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done with a record."""

    id: str
    text: str
    icon: str
    kind: str = ""
    """Command it gives; empty where it only leads somewhere."""
    why: str = ""
    """Why it is not possible with this record; empty where it is."""
    style: Kind = ""
    name: str = ""
    """Object name."""


class ActionRow(QWidget):
    """Buttons for actions, and under them why some are shut. `chosen` carries the action's id.

    `short` leaves the price out where an action is shut: of many steps only a few are open at a time.
    """

    chosen = Signal(str)

    def __init__(
        self, bridge: Bridge, *, reasons: bool = True, short: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._buttons: dict[str, QPushButton] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self.shut: dict[str, list[str]] = {}
        """By reason the words of the actions that are shut."""
        column = spaced(QVBoxLayout(self), bridge.theme, 0, 1)
        holder = QWidget(self)
        self._flow = FlowLayout(bridge.theme.space(2))
        holder.setLayout(self._flow)
        self._why = label("", "small", wrap=True)
        self._reasons, self._short = reasons, short
        column.addWidget(holder)
        column.addWidget(self._why)

    def set_actions(self, actions: Sequence[Action], above: Mapping[str, Sequence[str]] | None = None) -> None:
        """Show actions; buttons that stay keep the focus. `above` are shut ones of a row above, told here as well."""
        shape = tuple((a.id, a.name) for a in actions)
        if shape != self._shown:
            self._shown = shape
            while (item := self._flow.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    discard(widget)
            self._buttons = {a.id: self._button(a) for a in actions}
        shut = {why: list(words) for why, words in (above or {}).items()}
        for action in actions:
            why = action.why or (why_not(self._bridge, action.kind) if action.kind else "")
            self._dress(self._buttons[action.id], action, why)
            if why:
                shut.setdefault(why, []).append(action.text)
        self.shut = shut
        lines = [listed(words) + self.tr("：") + why for why, words in shut.items()]
        self._why.setText("\n".join(lines))
        self._why.setVisible(bool(lines) and self._reasons)

    def button(self, action: str) -> QPushButton:
        """Return the button of an action; `KeyError` where it is not shown."""
        return self._buttons[action]

    def _button(self, action: Action) -> QPushButton:
        made = button(action.text, self._bridge.icons, action.icon, kind=action.style, name=action.name)
        made.clicked.connect(weak_slot(self._on_clicked, action.id))
        self._flow.addWidget(made)
        made.show()
        return made

    def _dress(self, made: QPushButton, action: Action, why: str) -> None:
        cost = cost_of(action.kind) if action.kind else 0
        priced = cost and not (self._short and action.why)
        text = self.tr("{what}（精力{count}）").format(what=action.text, count=cost) if priced else action.text
        made.setText(text)
        made.setEnabled(not why)
        made.setToolTip(why or (self._bridge.say(f"command.{action.kind}") if action.kind else action.text))
        made.setAccessibleName(text)
        made.setAccessibleDescription(why)
        set_role(made, "kind", action.style)
        tone = {"primary": "accent_text", "quiet": "accent", "danger": "overdue"}.get(action.style, "text")
        made.setIcon(self._bridge.icons.icon(action.icon, tone))

    def _on_clicked(self, action: str) -> None:
        self.chosen.emit(action)
