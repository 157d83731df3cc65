"""What happened after an inject, turn by turn: decisions, what became of papers and problems, the rest counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtWidgets import QTextBrowser, QWidget

from game.ui.i18n import listed
from game.ui.theme import Theme
from game.ui.widgets import named

_LEAST = 3
"""Lines that stay in sight on a small screen."""


class TrialCourse(QTextBrowser):
    """One text, so that long lines wrap and the arrow keys read on."""

    def __init__(self, seats: Mapping[str, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats, self._theme = dict(seats), theme
        self.setOpenLinks(False)
        self.document().setDefaultFont(theme.font())
        self.setMinimumHeight(theme.px(_LEAST))
        named(self, "editor.trial.course", self.tr("后来发生的"))

    def show_turns(self, turns: Sequence[Mapping[str, Any]]) -> None:
        """Show what came."""
        self.setHtml("".join(self._turn(turn) for turn in turns))

    def _turn(self, turn: Mapping[str, Any]) -> str:
        head = self.tr("第{turn}回合，到第{day}天").format(turn=turn["turn"], day=turn["day"])
        lines = [*self._lines(turn)] or [escape(self.tr("没有什么发生。"))]
        return f"<h4>{escape(head)}</h4><ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"

    def _lines(self, turn: Mapping[str, Any]) -> Iterator[str]:
        """Yield what a turn brought; what somebody did stands out from what became of it."""
        for line in turn["lines"]:
            who, what = escape(self._seats.get(line["seat"], line["who"])), escape(line["text"])
            said = self.tr("{who}：{what}").format(who=who, what=what)
            yield f"<b>{said}</b>" if who else what
        if turn["commands"]:
            counted = listed(f"{name} {count}" for name, count in turn["commands"].items())
            yield escape(self.tr("指令：{commands}").format(commands=counted))
