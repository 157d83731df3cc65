"""One running exercise: takes commands, keeps the journal, shows views, goes back in time.

A transaction is: parse, decide, evolve, reactions, journal, swap, publish. Whatever fails before the journal has
committed leaves the session as it was.
"""

from __future__ import annotations

import contextlib
import json
import logging
import secrets
import sqlite3
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from game import __version__
from game.exercise.commands.base import Ctx
from game.exercise.decide import parse
from game.exercise.events import WeekStepped
from game.exercise.preview import Preview, preview
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.exercise.views.memo import Memo
from game.exercise.views.project import glance
from game.exercise.views.shape import View
from game.resources import county_text
from game.session.codec import STATE_VERSION, encode_state, state_hash
from game.session.core import SOURCES, Done, Source, accepted_args, carry_out
from game.session.journal import Journal, Sync, stored
from game.session.legal import Legal, legal_for
from game.session.library import Counties, Setting, kept_setting, setting_of
from game.session.outcome import Outcome, Record, Refused
from game.session.past import Past, start_anew
from game.session.recovery import Damage, open_journal, salvage
from game.session.replay import ReplayError, Timeline, Verdict
from game.session.schema import RULES, Row, Stored
from game.session.unkept import Unkept
from game.session.upcast import read_event
from game.session.words import MAX_ID, args_text, clean, is_plain, now, short

__all__ = ["Outcome", "Record", "Refused", "Session", "Verdict", "state_hash"]

log = logging.getLogger(__name__)

SNAPSHOT_COMMANDS = 100
SNAPSHOT_WORK = 1_500_000
"""Households stepped by a week since the last snapshot; with the commands this bounds the way back to any day."""


class Session(Past):
    """One exercise; safe to use from several threads, one command at a time."""

    def __init__(self, journal: Journal, setting: Setting, state: State, damage: str | None = None) -> None:
        super().__init__(journal, setting, state, damage)
        self._callbacks: list[Callable[[Outcome], None]] = []
        self._views: tuple[State, dict[str, View]] = (state, {})
        self._memo = Memo()
        self._memos: dict[str, Memo] = {}
        self._since = [0, 0]
        self._fault = ""

    # Making and opening

    @classmethod
    def create(
        cls,
        path: Path | None,
        bundle: Mapping[str, str],
        *,
        seed: int | None = None,
        humans: Iterable[str] = (),
        counties: Counties = county_text,
        sync: Sync = "NORMAL",
        past: bool = True,
    ) -> Session:
        """Start an exercise in a new file, or in memory; without a seed the machine draws one of 128 bits.

        In memory and without `past` it goes the same way and keeps nothing of it: whoever asks that session what has
        happened gets `NoPast`. `BadScenario` where the bundle has errors, `SessionExists` and `SessionNotSaved` for
        the place.
        """
        setting = setting_of(bundle, counties)
        number = secrets.randbits(128) if seed is None else seed
        people = sorted(set(humans))
        bare, done = start_anew(setting, number, people)
        header = {
            "app": __version__,
            "created": now(),
            "rules": str(RULES),
            "digest": setting.digest,
            "seed": str(number),
            "humans": json.dumps(people),
            "scenario": setting.scenario.id,
            "title": setting.scenario.title,
        }
        if path is None and not past:
            return cls(Unkept(header, setting.bundle), setting, done.state)
        header["model"] = setting.scenario.model_dump_json()
        row = Row(0, 0, done.state.day, done.state.turn, "", "start", "{}", "clock", None, now())
        journal = Journal.create(
            path, header, setting.bundle, encode_state(bare), iter([(row, stored(done.events))]), sync=sync
        )
        return cls(journal, setting, done.state)

    @classmethod
    def open(cls, path: Path, *, sync: Sync = "NORMAL", reading: bool = False) -> Session:
        """Open a session file; a damaged one opens to its last good command in a copy, see `damage`.

        With `reading` no file is written: every command is answered with `not_saved`, or stays in memory.
        Raises the errors of `session/errors.py`, each with its reason in Chinese.
        """
        journal, told, damage = open_journal(path, sync=sync, reading=reading)
        try:
            header = journal.header
            setting = kept_setting(journal.bundle, header["model"], header["digest"])
            try:
                state = Timeline(journal, setting.fixed).state_after(journal.seq)
            except ReplayError as error:
                total = journal.seq
                journal.close()
                damage = Damage(error.seq, total - error.seq + 1, f"第 {error.seq} 条指令的事件无法重放")
                journal = salvage(path, error.seq - 1, sync, reading=reading)
                told = damage.text(path, journal.path)
                state = Timeline(journal, setting.fixed).state_after(journal.seq)
        except BaseException:
            journal.close()
            raise
        session = cls(journal, setting, state, told)
        session._damaged_at = damage
        return session

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._callbacks.clear()
            self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What stands

    @property
    def state(self) -> State:
        """Everything that is true now."""
        return self._state

    @property
    def path(self) -> Path | None:
        """The file; None in memory."""
        return self._journal.path

    @property
    def header(self) -> dict[str, str]:
        """Versions, seed and origin of the session."""
        return dict(self._journal.header)

    @property
    def bundle(self) -> dict[str, str]:
        """The texts of the scenario that is played, its county among them: enough to play it anywhere."""
        return dict(self._setting.bundle)

    @property
    def seed(self) -> int:
        """The seed; never shown to seats or bots."""
        return self._draws.seed

    def view(self, viewer: str) -> View:
        """Return what a seat, the `instructor` or the `review` sees now, as plain data; `KeyError` for nobody."""
        with self._lock:
            return self.glance(viewer).complete()

    def glance(self, viewer: str) -> View:
        """Return the same view for a reader of a few of its parts: the others are not made before they are read."""
        with self._lock:
            if self._views[0] is not self._state:
                self._views = (self._state, {})
            views = self._views[1]
            if viewer not in views:
                memo = self._memos.setdefault(viewer, Memo(self._memo))
                views[viewer] = glance(self._state, viewer, memo)
            return views[viewer]

    def legal(self, seat: str) -> tuple[Legal, ...]:
        """Return every command of a seat with the reason why it is closed, if it is."""
        return legal_for(self._state, seat)

    def preview(self, seat: str, kind: str, args: Mapping[str, Any] | str | None = None) -> Preview | Refusal:
        """Return what a command would cost and bring, or why it would be refused; nothing happens."""
        command = parse(kind, args or {})
        if isinstance(command, Refusal):
            return command
        source: Source = "instructor" if seat == "instructor" else "human"
        return preview(self._state, command, Ctx(seat=seat, draws=self._draws, source=source))

    # Commands

    def submit(
        self,
        seat: str,
        kind: str,
        args: Mapping[str, Any] | str | None = None,
        *,
        source: str = "human",
        cmd_id: str | None = None,
    ) -> Outcome:
        """Carry out a command, or refuse it; never raises on bad input.

        A `cmd_id` that was answered before gets the same answer again. Refusal codes of its own: `fault` (the core
        failed; the session is frozen), `not_saved` (the journal could not be written; nothing happened).
        """
        with self._lock:
            if cmd_id is not None:
                if not isinstance(cmd_id, str) or not 0 < len(cmd_id) <= MAX_ID or not is_plain(cmd_id):
                    refusal = Refusal("bad_arguments", {"kind": short(kind), "field": "cmd_id", "problem": "cmd_id"})
                    return self._refuse(seat, kind, args, source, None, refusal)
                answer = self._answered(cmd_id)
                if answer is not None:
                    return answer
            outcome = self._submit(seat, kind, args, source, cmd_id)
            if outcome.accepted:
                self._publish(outcome)
            return outcome

    def _submit(self, seat: Any, kind: Any, args: Any, source: Any, cmd_id: str | None) -> Outcome:
        known = next((s for s in SOURCES if s == source), None)
        if known is None:
            refusal = Refusal("bad_arguments", {"kind": short(kind), "field": "source", "problem": "source"})
            return self._refuse(seat, kind, args, source, cmd_id, refusal)
        if not isinstance(seat, str) or len(seat) > MAX_ID or not is_plain(seat):
            return self._refuse(seat, kind, args, source, cmd_id, Refusal("no_seat", {"seat": short(seat)}))
        if self._fault:
            return self._refuse(seat, kind, args, source, cmd_id, Refusal("fault", {"reason": self._fault}))
        try:
            command = parse(kind, {} if args is None else args)
            if isinstance(command, Refusal):
                return self._refuse(seat, kind, args, source, cmd_id, command)
            done = carry_out(self._state, command, seat, known, self._draws)
            if isinstance(done, Refusal):
                return self._refuse(seat, kind, args, source, cmd_id, done)
            events = self._journal.stored(done.events)
            text = accepted_args(done)
        except Exception as error:  # noqa: BLE001 - whatever the core throws must not end the exercise
            return self._freeze(seat, kind, args, error)
        was = self._state
        row = Row(self._journal.seq + 1, was.day, done.state.day, was.turn, seat, kind, text, known, cmd_id, now())
        return self._commit(row, events, done)

    def _commit(self, row: Row, events: tuple[Stored, ...], done: Done) -> Outcome:
        try:
            self._journal.append(row, events)
        except sqlite3.IntegrityError:
            refusal = Refusal("other_writer", {})
            return Outcome(accepted=False, refusal=refusal, seq=self._journal.seq, events=())
        except (sqlite3.Error, OSError) as error:
            return self._unsaved(str(error)[:200])
        self._state = done.state
        self._snapshot(done)
        return Outcome(accepted=True, refusal=None, seq=row.seq, events=done.events)

    def _unsaved(self, reason: str) -> Outcome:
        return Outcome(
            accepted=False, refusal=Refusal("not_saved", {"reason": reason}), seq=self._journal.seq, events=()
        )

    def _refuse(self, seat: Any, kind: Any, args: Any, source: Any, cmd_id: str | None, refusal: Refusal) -> Outcome:
        params = json.dumps(refusal.params, ensure_ascii=True)
        with contextlib.suppress(sqlite3.Error, OSError):
            self._journal.refuse(
                self._journal.seq, self._state.day, short(seat), short(kind), args_text(args), short(source),
                cmd_id, refusal.code, params, now(),
            )  # fmt: skip
        return Outcome(accepted=False, refusal=refusal, seq=self._journal.seq, events=())

    def _freeze(self, seat: str, kind: str, args: Any, error: Exception) -> Outcome:
        """Record a fault of the core and stop the session before the faulty command."""
        report = "".join(traceback.format_exception(error))
        reason = f"{type(error).__name__}: {error}"[:300]
        with contextlib.suppress(sqlite3.Error, OSError):
            self._journal.blame(self._journal.seq, short(seat), short(kind), args_text(args), clean(report), now())
        try:
            command = parse("freeze", {"reason": clean(reason)})
            done = (
                None if isinstance(command, Refusal) else carry_out(self._state, command, "clock", "clock", self._draws)
            )
            if isinstance(done, Done) and not isinstance(command, Refusal):
                was = self._state
                row = Row(
                    self._journal.seq + 1, was.day, done.state.day, was.turn, "clock", "freeze",
                    accepted_args(done), "clock", None, now(),
                )  # fmt: skip
                frozen = self._commit(row, self._journal.stored(done.events), done)
                if frozen.accepted:
                    self._publish(frozen)
        except Exception as second:  # noqa: BLE001 - the core is broken: the session still has to answer
            reason = f"{reason}; {type(second).__name__}"
        if self._state.session.state != "frozen":
            self._fault = reason
        return Outcome(accepted=False, refusal=Refusal("fault", {"reason": reason}), seq=self._journal.seq, events=())

    def _answered(self, cmd_id: str) -> Outcome | None:
        try:
            found = self._journal.answered(cmd_id)
        except sqlite3.Error:
            return None
        if found is None:
            return None
        if len(found) == 2:
            refusal = Refusal(found[0], json.loads(found[1]))
            return Outcome(accepted=False, refusal=refusal, seq=self._journal.seq, events=(), repeated=True)
        row, _, events = found
        read = tuple(read_event(*event) for event in events)
        return Outcome(accepted=True, refusal=None, seq=row.seq, events=read, repeated=True)

    # Watching

    def subscribe(self, callback: Callable[[Outcome], None]) -> Callable[[], None]:
        """Have every accepted command told after it is saved; returns the function that ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            with contextlib.suppress(ValueError):
                self._callbacks.remove(callback)

        return unsubscribe

    def _publish(self, outcome: Outcome) -> None:
        for callback in tuple(self._callbacks):
            try:
                callback(outcome)
            except Exception:
                log.exception("a subscriber failed on command %d", outcome.seq)

    def fork(self, day: int, path: Path | None, humans: Iterable[str] | None = None) -> Session:
        """Start another session from the morning of a day, with the same seed and past; this one is untouched.

        `humans` names the seats held by people there; left out, everybody keeps their seat.
        """
        if day < 0:
            raise ValueError(f"no day {day}")
        with self._lock:
            last = self._journal.first_on(day)
            header = {
                **self._journal.header,
                "app": __version__,
                "created": now(),
                "parent": f"{self.path.name if self.path else ''}#{last}",
            }
            rows = ((row, events) for row, _, events in self._journal.rows(0, last))
            journal = Journal.create(path, header, self._setting.bundle, self._journal.origin, rows)
            twin = Session(journal, self._setting, self.state_after(last))
        if humans is not None:
            twin._reseat(frozenset(humans))
        return twin

    def _reseat(self, humans: frozenset[str]) -> None:
        for seat in self._state.seats.values():
            holder = "human" if seat.id in humans else "bot"
            if seat.state != holder:
                self.submit("instructor", "hand_over_seat", {"seat": seat.id, "holder": holder}, source="instructor")

    def _snapshot(self, done: Done) -> None:
        if self.path is None:
            return
        weeks = sum(isinstance(event, WeekStepped) for event in done.events)
        self._since[0] += 1
        self._since[1] += weeks * self._state.columns.households
        if self._since[0] < SNAPSHOT_COMMANDS and self._since[1] < SNAPSHOT_WORK:
            return
        self._since = [0, 0]
        body = encode_state(self._state)
        self._journal.put_snapshot(self._journal.seq, self._state.day, STATE_VERSION, state_hash(self._state), body)
