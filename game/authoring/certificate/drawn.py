"""A player of all seats who decides by lot: every option of every inject is seen, and what it does to the score.

Everything but the choice is played as a policy plays it. Runs come in blocks of one seed each; within a block the
options of an inject take turns, so that two runs of a block differ in choices and in nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.bots.base import POLICIES, Act, Bot, Habit
from game.bots.habits import decide_cheaply, decide_with_care
from game.bots.table import Table
from game.county.draws import Draws
from game.exercise.views.shape import View
from game.session.session import Session

WAITING = ("delivered", "acknowledged")
_FINE = 1_000_000
ANSWER = "已收悉，按分工马上核实处理，结果按时报告。"


class Lots:
    """The choices of one run, and which options were open to whoever had to choose."""

    def __init__(self, seed: int, turn: int, only: Collection[str] = ()) -> None:
        self._draws = Draws(seed)
        self._turn = turn
        """Number of the run within its block."""
        self._only = frozenset(only)
        """Injects that are decided by lot; all where it is empty."""
        self._tries: dict[str, int] = {}
        self.open: dict[str, set[str]] = {}

    @property
    def partly(self) -> bool:
        """Whether some injects are left to the policy's own judgement."""
        return bool(self._only)

    def decide(self, view: View) -> Iterator[Act]:
        """Answer what asks for a decision by lot; an option that was refused gives way to the next one turn later."""
        for item in view.inbox:
            record = item.record
            if not item.mine or record.choice or record.state not in WAITING:
                continue
            if self._only and record.id not in self._only:
                continue
            open_now = [option.id for option in item.options if option.open]
            self.open.setdefault(record.id, set()).update(open_now)
            if open_now:
                tried = self._tries.get(record.id, 0)
                self._tries[record.id] = tried + 1
                turn = self._turn + tried
                ranked = self._order(record.id, [option.id for option in item.options])
                ranked = [ranked[(turn + k) % len(ranked)] for k in range(len(ranked))]
                picked = next(option for option in ranked if option in open_now)
                yield Act("choose_option", {"inject": record.id, "option": picked})
            elif record.reply_by >= 0 and not record.replied_by and not item.options:
                yield Act("reply_inject", {"inject": record.id, "text": ANSWER})

    def _order(self, inject: str, options: list[str]) -> list[str]:
        """Return the options in the order drawn for the block; two injects seldom share one and look like one."""
        lots = {name: self._draws.below(_FINE, "certificate", inject, k=k) for k, name in enumerate(options)}
        return sorted(options, key=lambda name: (lots[name], name))


class DrawnTable(Table):
    """A table whose bots keep the habits of a policy and decide by lot, all injects or some."""

    def __init__(self, session: Session, lots: Lots, policy: str = "integrated") -> None:
        super().__init__(session, policy)
        kept: list[Habit] = []
        for habit in POLICIES[policy](None):
            if habit in (decide_with_care, decide_cheaply):
                kept.append(lots.decide)
            if habit not in (decide_with_care, decide_cheaply) or lots.partly:
                kept.append(habit)
        self._bots = {seat: Bot(policy, seat, tuple(kept)) for seat in session.state.seats}
