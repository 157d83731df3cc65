"""What has happened in a session: its journal as others read it, any earlier state, and the proof that it all holds."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator

from game.county.draws import Draws
from game.exercise.events import Reported
from game.exercise.refusals import Refusal
from game.exercise.start import start
from game.exercise.state import ReportRow, State
from game.session.core import Done, begin
from game.session.journal import Journal
from game.session.library import Setting, digest_of
from game.session.outcome import Record, Refused
from game.session.recovery import Damage
from game.session.replay import Progress, Timeline, Verdict, may_execute, verify_journal
from game.session.upcast import read_event


class Past:
    """The part of a session that looks back; `Session` adds the commands."""

    def __init__(self, journal: Journal, setting: Setting, state: State, damage: str | None) -> None:
        self._journal = journal
        self._setting = setting
        self._state = state
        self._draws = Draws(int(journal.header["seed"]))
        self._lock = threading.RLock()
        self._timeline = Timeline(journal, setting.fixed)
        self._damaged_at: Damage | None = None
        self.damage = damage
        """What was lost when the file was opened, for the user; None where it was sound."""

    def records(self, first: int = 0, last: int | None = None) -> Iterator[Record]:
        """Yield the commands of the journal with their events, oldest first."""
        for row, _, events in self._journal.rows(first, last):
            read = tuple(read_event(*event) for event in events)
            yield Record(
                row.seq, row.day, row.after, row.turn, row.seat, row.kind, row.args, row.source, read, row.wall
            )

    def told(self, level: str, first: int, last: int) -> list[tuple[int, dict[str, ReportRow]]]:
        """Return (day, village -> row) of every report to a level, oldest first, within commands `first` to `last`.

        Of several on one day only the last counts, as it does in the state. `NoPast` where the session keeps none.
        """
        days: dict[int, dict[str, ReportRow]] = {}
        with self._lock:
            for day, stored in self._journal.reports(level, first, last):
                event = read_event(*stored)
                if isinstance(event, Reported) and event.level == level:
                    days[day] = {**days.get(day, {}), **event.rows}
        return list(days.items())

    def refusals(self) -> tuple[Refused, ...]:
        """Return the refused commands, oldest first."""
        return tuple(
            Refused(seq, day, seat, kind, args, source, Refusal(code, json.loads(params)))
            for seq, day, seat, kind, args, source, code, params in self._journal.refusals()
        )

    def faults(self) -> list[tuple[int, str, str, str, str]]:
        """Return (last good command, seat, kind, arguments, report) of every fault of the core."""
        return self._journal.faults()

    @property
    def chain(self) -> str:
        """The chain hash of the last command: equal chains, equal journals."""
        return self._journal.chain.hex()

    @property
    def seq(self) -> int:
        """Number of the last accepted command."""
        return self._journal.seq

    def state_after(self, seq: int) -> State:
        """Return the state after a command; `ValueError` for a number that the journal does not have."""
        if not 0 <= seq <= self._journal.seq:
            raise ValueError(f"no command {seq}")
        with self._lock:
            return self._state if seq == self._journal.seq else self._timeline.state_after(seq)

    def state_at(self, day: int) -> State:
        """Return the state as a day began: right after the command that brought it, or the last turn before it."""
        if day < 0:
            raise ValueError(f"no day {day}")
        with self._lock:  # the file may be closed by another thread, but not while it is read
            return self.state_after(self._journal.first_on(day))

    def verify(self, progress: Progress | None = None) -> Verdict:
        """Carry every command out again from the start and compare events, chain and hashes with the file."""
        if self._damaged_at is not None:
            return Verdict(ok=False, seq=self._damaged_at.seq, reason=self._damaged_at.reason)
        people = json.loads(self._journal.header["humans"])
        same = may_execute(self._journal, digest_of(self._setting.bundle))
        with self._lock:
            return verify_journal(
                self._journal,
                self._setting.fixed,
                self._state,
                (lambda: start_anew(self._setting, self._draws.seed, people)) if same else None,
                progress,
            )


def start_anew(setting: Setting, seed: int, humans: Iterable[str]) -> tuple[State, Done]:
    """Return the bare state of day 0 and what the first events make of it."""
    bare, first = start(setting.scenario, setting.county, digest=setting.digest, seed=seed, humans=frozenset(humans))
    return bare, begin(bare, first, Draws(seed))
