"""Courses of townships and zones: the whole exercise as the seat was told it, after a save as before it, never the truth."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from uihelp import settle

from game.bots.table import Table
from game.county.place import NEEDS
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.bridge import Bridge
from game.ui.county_map.zones import zones_of
from game.ui.desk.figures import FiguresDesk
from game.ui.desk.map import MapDesk
from game.ui.play import LocalPlay
from game.ui.trail import FIGURES, Trail
from game.ui.worker import Worker

SCOPES = ("county", "zone:", "township:", "village:", "bureau:")
TURNS = 3


def figures(view, place: str) -> dict[str, int]:
    """Return what a view says of a township or zone, by figure."""
    kind, _, key = place.partition(":")
    found = view.townships if kind == "township" else [zone.sums for zone in zones_of(view)]
    stand = next(one for one in found if one.id in (key, place))
    told = {"incidence_recorded_bp": stand.incidence_bp, "approval": stand.approval}
    return told | {f"gaps:{need}": gap for need, gap in zip(NEEDS, stand.gaps, strict=True)}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A session of three turns that was closed, and what each kind of seat saw on its way, day by day."""
    path = tmp_path_factory.mktemp("trail") / "played.tonghe"
    session = Session.create(path, load_scenario("hundred-days").bundle, seed=11, humans=[])
    seats = {}
    for scope in SCOPES:
        seats[scope] = next(s.id for s in session.state.seats.values() if s.scope.startswith(scope))
    table = Table(session)
    table.open()
    places = [f"township:{t.id}" for t in session.state.county.townships[:3]] + ["zone:north"]
    seen: dict[tuple[str, str, str], dict[int, int]] = {}

    def look() -> None:
        for seat in seats.values():
            view = session.view(seat)
            for place in places:
                for figure, value in figures(view, place).items():
                    seen.setdefault((seat, place, figure), {})[view.day] = value

    look()
    for _ in range(TURNS):
        table.advance()
        look()
    true = [record.true for record in session.state.history]
    session.close()
    return path, seats, {key: tuple(days.items()) for key, days in seen.items()}, true


@pytest.fixture
def opened(saved, theme):
    """Make a bridge of a seat over the session opened again."""
    made = []

    def opening(seat: str, worker: Worker | None = None) -> Bridge:
        session = Session.open(saved[0])
        bridge = Bridge(LocalPlay(Table(session, people={seat}), seat), theme, worker=worker)
        made.append(bridge)
        return bridge

    yield opening
    for bridge in made:
        bridge.close()


@pytest.mark.parametrize("scope", SCOPES)
def test_courses_after_a_save_are_what_the_seat_saw(saved, opened, scope):
    """For seats of every level each course is, day by day, what their views said at the time."""
    _path, seats, seen, _true = saved
    seat = seats[scope]
    bridge = opened(seat)
    told = {key[1:]: course for key, course in seen.items() if key[0] == seat}
    assert len(told) == 4 * len(FIGURES)
    for (place, figure), course in told.items():
        assert bridge.course(place, figure) == course, (place, figure)
        assert len(course) == TURNS + 1


def test_levels_are_told_different_things_and_none_the_truth(saved):
    """The county's course is not the village post's, so that a course of the wrong level would be noticed."""
    _path, seats, seen, true = saved
    place, figure = "zone:north", "gaps:water"
    county = [value for _, value in seen[seats["county"], place, figure]]
    village = [value for _, value in seen[seats["village:"], place, figure]]
    assert county[1:] != village[1:]
    assert [record[figure] for record in true] != county[1:]


def test_the_past_is_read_in_the_worker(saved, opened, monkeypatch, qtbot):
    """The window's thread never decodes a report, and what it asks meanwhile is answered between two parts."""
    threads = set()
    plain = Session.told

    def watched(self, level, first, last):
        threads.add(threading.current_thread())
        return plain(self, level, first, last)

    monkeypatch.setattr(Session, "told", watched)
    monkeypatch.setattr("game.ui.bridge.PART", 40)
    _path, seats, seen, _true = saved
    seat = seats["county"]
    bridge = opened(seat, Worker())
    with qtbot.waitSignal(bridge.past_read, timeout=10_000):
        first = bridge.course("township:qingshan", "approval")
    assert len(first) == 1, "until the past is read a course is what the window saw"
    assert threading.main_thread() not in threads
    assert bridge.course("township:qingshan", "approval") == seen[seat, "township:qingshan", "approval"]


def test_closing_while_the_past_is_read_ends_quietly(saved, opened, qtbot):
    """A window shut at once leaves no thread and no error behind."""
    bridge = opened(saved[1]["county"], Worker())
    bridge.course("township:qingshan", "approval")
    bridge.close()
    qtbot.wait(20)


def test_a_past_that_cannot_be_read_leaves_what_the_window_saw(saved, opened, monkeypatch):
    """A fault of the file is no fault of the sheet."""

    def broken(*_args):
        raise sqlite3.DatabaseError("malformed")

    monkeypatch.setattr("game.session.journal.Journal.reports", broken)
    bridge = opened(saved[1]["county"])
    assert len(bridge.course("township:qingshan", "approval")) == 1


def test_a_session_without_past_still_shows_its_sheet(theme):
    """Where no past is kept the course begins with the window."""
    session = Session.create(None, load_scenario("first-order").bundle, seed=3, humans=[], past=False)
    seat = next(iter(session.state.seats))
    bridge = Bridge(LocalPlay(Table(session, people={seat}), seat), theme)
    town = bridge.view.townships[0].id
    assert len(bridge.course(f"township:{town}", "approval")) == 1
    bridge.close()


def test_the_sheet_and_the_figures_show_the_whole_course(saved, opened, qtbot):
    """A township's and a zone's lines begin on the first day, in the sheet and in the figures' own table."""
    _path, seats, seen, _true = saved
    seat = seats["county"]
    bridge = opened(seat)
    desk, table = MapDesk(bridge), FiguresDesk(bridge)
    for made in (desk, table):
        qtbot.addWidget(made)
        settle(made)
    for place in ("township:qingshan", "zone:north"):
        desk.focus_on(place)
        course = seen[seat, place, "incidence_recorded_bp"]
        words = f"{bridge.names.bp(course[0][1])}→{bridge.names.bp(course[-1][1])}"
        settle(desk)
        shown = [part.text() for part in desk.sheet.findChildren(QLabel) if part.isVisible()]
        assert words in shown
        assert shown.count("走势") == 1
        table.focus_on(place)
        rows = {row.id: row.course for row in table.table.table_model.records}
        assert rows["incidence_recorded_bp"] == course
        assert rows["gaps:water"] == seen[seat, place, "gaps:water"]


def test_a_sheet_in_sight_grows_when_the_past_comes_in(saved, opened, qtbot):
    """The sheet shown while the past is still being read is drawn anew with it."""
    seat = saved[1]["county"]
    bridge = opened(seat, Worker())
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk)
    with qtbot.waitSignal(bridge.past_read, timeout=10_000):
        desk.focus_on("township:qingshan")
    course = saved[2][seat, "township:qingshan", "approval"]
    words = f"{bridge.names.permille(course[0][1])}→{bridge.names.permille(course[-1][1])}"
    assert words in [part.text() for part in desk.sheet.findChildren(QLabel)]


def test_a_day_that_comes_again_replaces_what_it_said(rich_view):
    """After a command is taken back the course says what stands now."""
    trail, town = Trail(), rich_view.townships[0]
    for approval in (900, 880):
        trail.take(replace(rich_view, townships=(replace(town, approval=approval), *rich_view.townships[1:])))
    assert trail.course(f"township:{town.id}", "approval") == ((rich_view.day, 880),)
    assert trail.course(f"village:{town.id}-01", "approval") == ()
    assert trail.course(f"township:{town.id}", "load") == ()
