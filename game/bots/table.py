"""A table of seats: the people who hold some, and the bots who play the rest of each turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.bots.base import Bot, check_policy, make_bot
from game.session.session import Outcome, Session

STOP = frozenset({"no_attention", "session_closed", "paused", "fault", "not_saved"})
"""Refusals after which a bot gives up its turn."""
MOST = 400
"""Most commands a bot may try in one turn; a guard, far above what attention allows."""


class Table:
    """Runs the bots of a session around the people who sit at it."""

    def __init__(
        self,
        session: Session,
        policy: str = "integrated",
        people: Iterable[str] = (),
        *,
        without: str | None = None,
    ) -> None:
        check_policy(policy, without)
        self.session = session
        self.policy = policy
        self.without = without
        self.people = frozenset(people)
        self._bots: dict[str, Bot] = {}

    def open(self) -> None:
        """Bring a fresh session from the lobby through the briefing into play."""
        for kind in ("open_briefing", "start_play"):
            self.session.submit("clock", kind, {}, source="clock")

    def bot_seats(self) -> tuple[str, ...]:
        """Return the seats that bots hold, in the order of the scenario."""
        return tuple(
            seat.id for seat in self.session.state.seats.values() if seat.id not in self.people and seat.state == "bot"
        )

    def play_seat(self, seat: str) -> int:
        """Let one bot give its commands for this turn; return how many were accepted."""
        bot = self._bots.get(seat)
        if bot is None:
            bot = self._bots[seat] = make_bot(self.policy, seat, self.without)
        accepted = tried = 0
        for habit in bot.steps():
            for act in habit(self.session.glance(seat)):
                outcome = self.session.submit(seat, act.kind, act.args, source="bot")
                tried += 1
                accepted += outcome.accepted
                if tried >= MOST or (outcome.refusal is not None and outcome.refusal.code in STOP):
                    return accepted
        return accepted

    def play_bots(self) -> int:
        """Let every bot play this turn; return how many commands were accepted."""
        return sum(self.play_seat(seat) for seat in self.bot_seats())

    def advance(self) -> Outcome:
        """Let the bots act, then end the turn."""
        self.play_bots()
        return self.session.submit("clock", "advance", {}, source="clock")

    def run_to_end(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Play every remaining turn; people's seats do nothing. Stops when a turn cannot be ended."""
        if self.session.state.session.state in ("lobby", "briefing"):
            self.open()
        turns = self.session.state.scenario.turn.count
        while self.session.state.session.state == "running":
            if not self.advance().accepted:
                return
            if progress is not None:
                progress(self.session.state.turn, turns)
