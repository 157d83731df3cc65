"""Games that bots have played, and the views that stand at their turning points."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.bots import POLICIES
from game.bots.table import Table
from game.exercise.views.shape import View
from game.session.library import load_scenario
from game.session.session import Outcome, Session

SCENARIOS = ("first-order", "hundred-days")
TURNS = 3


class Played:
    """A game some turns in: every command that was tried as (seat, kind, arguments), every view worth keeping.

    No dataclass: hypothesis would print all of it.
    """

    def __init__(self, session: Session, tried: list[tuple[str, str, dict[str, object]]], views: list[View]) -> None:
        self.session = session
        self.tried = tried
        self.views = views


class Listening(Session):
    """A session that remembers what was tried."""

    def submit(self, seat, kind, args=None, *, source="human", cmd_id=None) -> Outcome:
        """Carry out a command and remember it."""
        if source == "bot":
            self.tried.append((seat, kind, dict(args)))
        return super().submit(seat, kind, args, source=source, cmd_id=cmd_id)


@pytest.fixture(scope="module", params=[(s, p) for s in SCENARIOS for p in POLICIES], ids="-".join)
def played(request: pytest.FixtureRequest) -> Iterator[Played]:
    """A game of each scenario by each policy: views from the lobby, the first turns and, where short, the end."""
    name, policy = request.param
    with Listening.create(None, dict(load_scenario(name).bundle), seed=5) as session:
        session.tried = []
        everyone = [*session.state.seats, "review", "instructor"]
        views = [session.view(viewer) for viewer in everyone]
        table = Table(session, policy)
        table.open()
        for _ in range(TURNS):
            table.advance()
            views += [session.view(viewer) for viewer in everyone]
        if name == "first-order":
            table.run_to_end()
            views += [session.view(viewer) for viewer in everyone]
        yield Played(session, session.tried, views)
