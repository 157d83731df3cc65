"""The library, and beginning and continuing exercises; what takes a moment is done off the window's thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from game import resources
from game.scenario.card import Card, card_of
from game.session.folders import scenarios_dir
from game.ui.i18n import language
from game.ui.loading import load
from game.ui.worker import Worker

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.session.session import Session
    from game.ui.play import LocalPlay
    from game.ui.seal import Seal

SUFFIX = ".tonghe"
_TRIAL = "try"
"""Last part of the name of a session that begins where an author tried an inject."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario of the library as the home page shows it; its card is there before it is checked."""

    name: str
    card: Card | None = None
    scenario: Scenario | None = None
    """None until it is checked, and where it has errors."""
    bundle: dict[str, str] = field(default_factory=dict)
    """The texts it was made of; empty until it is checked."""
    fault: str = ""
    """First error in words; empty where none is known."""
    seal: Seal | None = None
    """What its certificate says; None until it is checked."""


@dataclass(frozen=True, slots=True)
class Started:
    """A session ready for the window."""

    play: LocalPlay
    worker: Worker
    path: Path | None
    fresh: bool
    damage: str
    """What was lost of a damaged file; empty for a whole one."""


def offers() -> tuple[str, ...]:
    """Return the names of the scenarios in the library, the starters' first, then the paths of the user's own."""
    shipped = sorted(resources.list_scenarios(), key=lambda name: (name != "first-order", name))
    return (*shipped, *map(str, own_scenarios()))


def own_scenarios() -> tuple[Path, ...]:
    """Return the user's own scenarios, by name; nothing where their folder cannot be read."""
    try:
        found = sorted(scenarios_dir().iterdir())
    except OSError:
        return ()
    return tuple(
        path
        for path in found
        if not path.name.startswith(".")
        and ((path / "scenario.yaml").is_file() or (path.is_file() and path.suffix in (".yaml", ".yml")))
    )


def offer(name: str) -> Offer:
    """Read and check one scenario of the library, or of a path."""
    load()
    from game.scenario.render import render_text
    from game.scenario.title_page import read_card
    from game.session.library import load_scenario, scenario_path
    from game.ui.seal import seal_of

    checked = load_scenario(name)
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    fault = render_text(errors[0], language()) if errors else ""
    card = card_of(checked.scenario) if checked.scenario is not None else read_card(scenario_path(name))
    return Offer(name, card, checked.scenario, dict(checked.bundle), fault, seal_of(name, checked))


class LibraryCheck(QObject):
    """Checks scenarios in a thread of their own, one after the other. Emits `checked` (Offer) for each."""

    checked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stopped = False

    def start(self, names: Sequence[str]) -> None:
        """Begin; connect to the signal before."""
        worker = Worker("library")
        for name in names:
            worker.post(partial(self._check, name))
        worker.retire()

    def stop(self) -> None:
        """Leave out what has not been begun; nothing is emitted any more."""
        self._stopped = True

    def _check(self, name: str) -> None:
        if self._stopped:
            return
        found = offer(name)
        if not self._stopped:
            self.checked.emit(found)


def session_name(scenario: str, seat: str, *, trial: bool = False, later: int = 0) -> str:
    """Return the file name of a session that begins now; `trial` for one that an author's trial is played on in.

    `later` are seconds added, for whoever finds the name taken.
    """
    stamp = (datetime.now().astimezone() + timedelta(seconds=later)).strftime("%Y%m%d-%H%M%S")
    return "--".join((scenario, seat, stamp, *([_TRIAL] if trial else []))) + SUFFIX


def session_path(folder: Path, scenario: str, seat: str) -> Path:
    """Return a file of a folder for a session that begins now; two that begin within a second have two names."""
    names = (session_name(scenario, seat, later=later) for later in count())
    return next(path for name in names if not (path := folder / name).exists())


def is_trial(path: Path) -> bool:
    """Whether a session's file name says that it began as a trial."""
    return len(parts := path.stem.split("--")) == 4 and parts[3] == _TRIAL


def recent_label(path: Path) -> tuple[str, str, datetime | None]:
    """Return (scenario id, seat, when begun) from a session's file name; empty parts for a name of another make."""
    parts = path.stem.split("--")[: 3 if is_trial(path) else None]
    if len(parts) != 3:
        return "", "", None
    try:
        return parts[0], parts[1], datetime.strptime(parts[2], "%Y%m%d-%H%M%S").astimezone()
    except ValueError:
        return parts[0], parts[1], None


class Starter(QObject):
    """Makes and opens sessions in a thread of their own. Emits `ready` (Started) or `failed` (str, the sentence)."""

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, make_worker: Callable[[], Worker] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_worker = make_worker or Worker

    def create(self, chosen: Offer, seat: str, seed: int | None, folder: Path) -> None:
        """Begin an exercise with one person at a seat and bots at the others."""
        worker = self._make_worker()
        worker.post(lambda: self._guard(worker, lambda: self._create(worker, chosen, seat, seed, folder)))

    def open(self, path: Path) -> None:
        """Continue a session file."""
        worker = self._make_worker()
        worker.post(lambda: self._guard(worker, lambda: self._open(worker, path)))

    # In the worker

    def _guard(self, worker: Worker, work: Callable[[], Started]) -> None:
        try:
            load()
            self.ready.emit(work())
        except Exception as error:
            self.failed.emit(str(error) or type(error).__name__)
            worker.retire()
            from game.session.errors import SessionError

            if not isinstance(error, (SessionError, OSError)):
                raise  # a fault of ours: the crash guard is to know

    def _create(self, worker: Worker, chosen: Offer, seat: str, seed: int | None, folder: Path) -> Started:
        from game.session.errors import BadScenario
        from game.session.session import Session

        if not chosen.bundle:  # chosen by its title page
            chosen = offer(chosen.name)
        if chosen.fault:
            raise BadScenario(chosen.fault)
        scenario = chosen.scenario.id if chosen.scenario is not None else chosen.name
        path = session_path(folder, scenario, seat)
        session = Session.create(path, chosen.bundle, seed=seed, humans={seat})
        play = _table(session, seat)
        return Started(play, worker, session.path, fresh=True, damage="")

    def _open(self, worker: Worker, path: Path) -> Started:
        from game.session.session import Session

        session = Session.open(path)
        # Who sits there now goes before who sat there first: a fork can have been handed to somebody else
        held = [seat.id for seat in session.state.seats.values() if seat.state == "human"]
        people = json.loads(session.header.get("humans", "[]"))
        scenario = session.state.scenario
        first = [one for one in people if one in held] or held or people
        seat = first[0] if first else scenario.default_seat or scenario.seats[0].id
        play = _table(session, seat)
        return Started(play, worker, session.path, fresh=session.state.turn == 0, damage=session.damage or "")


def _table(session: Session, seat: str) -> LocalPlay:
    """Seat the bots and bring a fresh session into play."""
    from game.bots.table import Table
    from game.ui.play import LocalPlay

    table = Table(session, "integrated", people={seat})
    if session.state.session.state in ("lobby", "briefing"):
        table.open()
    return LocalPlay(table, seat)
