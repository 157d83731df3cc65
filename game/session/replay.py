"""Going back in time: any state from the nearest known one and the events after it; re-execution of everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.county.draws import Draws
from game.exercise.decide import parse
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.exercise.state import Fixed, State
from game.session.codec import STATE_VERSION, decode_state, state_hash
from game.session.core import SOURCES, Done, carry_out
from game.session.journal import Journal, Kept, stored
from game.session.schema import RULES, Stored, genesis, link
from game.session.upcast import read_event

Progress = Callable[[int, int], None]
"""Called with (commands done, commands in all)."""

NEAR = 6
"""States that a timeline remembers."""


class ReplayError(RuntimeError):
    """The events after a command cannot be applied."""

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"command {seq}: {reason}")
        self.seq = seq
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found."""

    ok: bool
    seq: int
    """First command that differs, or the last one checked."""
    reason: str = ""
    """What differs, in Chinese; empty where nothing does."""
    by: str = "commands"
    """`commands`: every command was carried out again; `events`: the rules have changed since, so only the events."""
    rebuilt: int = 0
    """Snapshots that were wrong and have been thrown away."""


class Timeline:
    """The states of one journal by command number."""

    def __init__(self, journal: Journal, fixed: Fixed) -> None:
        self._journal = journal
        self._fixed = fixed
        self._near: dict[int, State] = {}

    def state_after(self, seq: int) -> State:
        """Return the state after command `seq`; `ReplayError` where its events cannot be applied."""
        state = self._near.get(seq)
        if state is None:
            at, state = self._nearest(seq)
            for kept in self._journal.rows(at + 1, seq):
                state = apply_row(state, kept)
        self.remember(seq, state)
        return state

    def remember(self, seq: int, state: State) -> None:
        """Keep a state at hand; the oldest is forgotten."""
        self._near.pop(seq, None)
        self._near[seq] = state
        while len(self._near) > NEAR:
            del self._near[next(iter(self._near))]

    def _nearest(self, seq: int) -> tuple[int, State]:
        at = max((known for known in self._near if known <= seq), default=-1)
        for number, _, body in self._journal.snapshots(STATE_VERSION, seq):
            if number <= at:
                break
            try:
                return number, decode_state(body, self._fixed)
            except ValueError:
                continue
        if at >= 0:
            return at, self._near[at]
        return 0, self.first()

    def first(self) -> State:
        """Return the state at the start of the exercise, from its events alone."""
        bare = decode_state(self._journal.origin, self._fixed)
        return apply_row(bare, next(self._journal.rows(0, 0)))


def apply_row(state: State, kept: Kept) -> State:
    """Return the state after the stored events of one command."""
    row, _, events = kept
    try:
        return evolve_all(state, (read_event(*event) for event in events))
    except Exception as error:
        raise ReplayError(row.seq, f"{type(error).__name__}: {error}") from error


def verify_journal(
    journal: Journal,
    fixed: Fixed,
    current: State,
    start: Callable[[], tuple[State, Done]] | None,
    progress: Progress | None,
) -> Verdict:
    """Check the chain, carry every command out again and compare its events; name the first that differs.

    `start` makes the beginning anew; None where the rules have changed since, so that only events can be replayed.
    """
    draws = Draws(int(journal.header["seed"]))
    by = "commands" if start else "events"
    chain = genesis(journal.header, journal.bundle, journal.origin)
    marks = {seq: hash_ for seq, hash_, _ in journal.snapshots(STATE_VERSION, journal.seq)}
    wrong = 0
    state = decode_state(journal.origin, fixed)
    expected = -1
    for kept in journal.rows():
        row, stored_chain, events = kept
        expected += 1
        chain = link(chain, row, events)
        if row.seq != expected or chain != stored_chain:
            return Verdict(ok=False, seq=expected, reason=f"第 {expected} 条指令（{row.kind}）与校验链不符", by=by)
        if start is None:
            try:
                state = apply_row(state, kept)
            except ReplayError as error:
                return Verdict(
                    ok=False, seq=row.seq, reason=f"第 {row.seq} 条指令的事件无法重放：{error.reason}", by=by
                )
        else:
            try:
                done = _again(state, kept, start, draws)
            except Exception as error:  # noqa: BLE001 - a rule that now raises is a difference like any other
                reason = f"第 {row.seq} 条指令（{row.kind}）重新执行出错：{type(error).__name__}：{error}"
                return Verdict(ok=False, seq=row.seq, reason=reason, by=by)
            if isinstance(done, str):
                return Verdict(ok=False, seq=row.seq, reason=f"第 {row.seq} 条指令（{row.kind}）{done}", by=by)
            state = done.state
        if row.seq in marks and state_hash(state) != marks[row.seq]:
            wrong += 1
        if progress:
            progress(row.seq, journal.seq)
    if expected != journal.seq:
        return Verdict(ok=False, seq=expected + 1, reason=f"第 {expected + 1} 条指令读不出", by=by)
    if state_hash(state) != state_hash(current):
        return Verdict(ok=False, seq=journal.seq, reason="重新执行后的状态与当前状态不同", by=by)
    if wrong:
        journal.drop_snapshots()
    return Verdict(ok=True, seq=journal.seq, by=by, rebuilt=wrong)


def _again(state: State, kept: Kept, start: Callable[[], tuple[State, Done]], draws: Draws) -> Done | str:
    row, _, events = kept
    if row.seq == 0:
        bare, done = start()
        if state_hash(bare) != state_hash(state):
            return "：重新生成的县域与文件中的不同"
    else:
        command = parse(row.kind, row.args)
        if isinstance(command, Refusal):
            return f"重新执行时被拒绝（{command.code}）"
        source = next(s for s in SOURCES if s == row.source)
        again = carry_out(state, command, row.seat, source, draws)
        if isinstance(again, Refusal):
            return f"重新执行时被拒绝（{again.code}）"
        done = again
    return difference(stored(done.events), events) or done


def difference(now: tuple[Stored, ...], then: tuple[Stored, ...]) -> str:
    """Return what differs first between two lists of stored events, in Chinese; empty where nothing does."""
    for number, (new, old) in enumerate(zip(now, then, strict=False), start=1):
        if new != old:
            was, is_now = f"{old[0]} {_clip(old[2], new[2])}", f"{new[0]} {_clip(new[2], old[2])}"
            return f"的第 {number} 个事件不同：原为 {was}，重新执行得 {is_now}"
    if len(now) != len(then):
        return f"原有 {len(then)} 个事件，重新执行得 {len(now)} 个"
    return ""


def _clip(text: str, other: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    return f"…{text[max(0, at - 30) : at + 30]}…"


def may_execute(journal: Journal, digest: str) -> bool:
    """Whether this version's rules and parameter files are the ones the journal was played by."""
    return journal.header.get("rules") == str(RULES) and journal.header.get("digest") == digest
