"""What the computer's seats write can be read in both languages, and they name the leaders whom the county knows."""

from __future__ import annotations

import re

import pytest

from game.bots import POLICIES
from game.bots.table import Table
from game.exercise import stock
from game.exercise.catalogue import load_tasks
from game.review import story, turning_points
from game.review.story import title_of
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.english import worded

HAN = re.compile(r"[\u4e00-\u9fff]")
WEEKS = 5


@pytest.fixture(scope="module", params=POLICIES)
def played(request):
    """Give a game of some weeks by each of the policies."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=2) as session:
        table = Table(session, request.param)
        table.open()
        for _ in range(WEEKS):
            table.advance()
        yield session


def _foreign(text: str, session: Session) -> str:
    """Return a text without the names that a scenario and its county give."""
    for place in (*session.state.county.townships, *session.state.county.villages, *session.state.county.zones):
        text = text.replace(place.name, "")
    return text


def test_what_a_seat_of_the_computer_wrote_reads_in_english(played):
    """Orders, duties, cures, slips and replies of a bot are English in a window in English: no character is left."""
    view = worded(played.view("review"), "en")
    texts = [*(o.text for o in view.orders), *(c.duty for c in view.contracts), *(s.text for s in view.slips)]
    texts += [p.measure for p in view.problems] + [i.record.reply for i in view.inbox]
    written = [text for text in texts if text]
    assert written
    assert [text for text in written if HAN.search(_foreign(text, played))] == []


def test_a_review_in_english_tells_orders_and_contracts_in_english(played):
    """Neither Chinese words of the computer's nor ids stand in what a review says of an order or a contract."""
    told = [e.text for e in story(played, "en") if e.kind in ("order", "contract")]
    ids = {*played.state.orders, *played.state.contracts}
    told += [m.text for m in turning_points(played.state, most=99, lang="en") if m.ref in ids]
    told += [title_of(played.state, "order", ref, "en") for ref in played.state.orders]
    told += [title_of(played.state, "contract", ref, "en") for ref in played.state.contracts]
    assert told
    assert [text for text in told if HAN.search(_foreign(text, played)) or "township:" in text] == []


def test_words_of_ones_own_stay_as_they_are():
    """Only a whole stock phrase is one; a single unit is told in the singular."""
    task = load_tasks()["water_supply"]
    phrase = f"{task.zh}{{}}{task.unit_zh}，限期办结，逐户核验后报结。"
    assert stock.read(phrase.format(36), "zh") == phrase.format(36)
    assert " 36 households " in stock.read(phrase.format(36), "en")
    assert " 1 household " in stock.read(phrase.format(1), "en")
    own = phrase.format(36) + "老吴带队。"
    assert stock.read(own, "en") == own


def test_every_unit_has_a_singular():
    """The units of the catalogue, one of each."""
    ones = {stock.one(task.unit_en) for task in load_tasks().values()}
    assert ones == {
        "household", "village", "pupil", "worker", "batch", "site", "payment", "case", "meeting", "item", "cadre",
        "project",
    }  # fmt: skip


def test_a_zone_is_led_by_its_own_commander():
    """Where the county has a commander of the zone, nobody of a single township is put over the other five."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=2) as session:
        table = Table(session, "integrated")
        table.open()
        for _ in range(WEEKS):
            table.advance()
        zone = session.state.organs["zone:north"]
        assert zone.leader
        assert session.state.seats[zone.leader].scope == "zone:north"
