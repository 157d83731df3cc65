"""The written review: complete, honest, and plain text wherever an author or a trainee wrote."""

from __future__ import annotations

import json
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.exercise.scoring import score
from game.exercise.state import TABLES
from game.review import FORMATS, overlay, story, turning_points, write_report
from game.review.html import page, show_value
from game.session.library import load_scenario
from game.session.session import Session, state_hash

VOID = {"meta", "br", "polyline", "img", "link", "hr"}
LANGS = ("zh", "en")


class Outline(HTMLParser):
    """Checks that tags close and collects what stands in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


def _rows(session: Session, folder: Path, lang: str = "zh") -> list[dict]:
    file = write_report(session, folder, "jsonl", lang)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_the_score_and_every_line_of_it(finished: Session, lang: str) -> None:
    """Total, each line by its name with value, points and weight; nothing is left out."""
    text = page(finished, lang)
    marks = score(finished.state)

    assert f"<span class=big>{marks.total / 10:.1f}</span>" in text
    for line in marks.lines:
        row = text[text.index(f"<b>{escape(line.name)}</b>") :]
        row = row[: row.index("</tr>")]
        assert f">{line.points / 10:.1f}<" in row
        assert f">{line.weight / 10:.1f}<" in row
        assert show_value(line.value, line.unit) in row


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_lays_what_was_reported_over_what_was_true(finished: Session, lang: str) -> None:
    """One chart a figure with two lines and a caption that says both last values in words."""
    text = page(finished, lang)
    charts = overlay(finished.state)

    assert charts
    assert text.count("<svg") == len(charts)
    assert text.count("<polyline") == 2 * len(charts)
    for chart in charts:
        assert show_value(chart.true[-1], chart.unit) in text
    assert "nan" not in text.lower().split("<section>")[1]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_whole_and_needs_nothing_else(finished: Session, lang: str) -> None:
    """Every tag closes; no script, no handler, nothing fetched from anywhere."""
    outline = Outline(page(finished, lang))

    assert outline.open == []
    assert "script" not in outline.tags
    assert not outline.handlers
    assert not outline.links


def test_texts_of_authors_stay_text(hostile: Session) -> None:
    """Markup in a scenario is shown, never run."""
    for lang in LANGS:
        text = page(hostile, lang)
        outline = Outline(text)

        assert "<script" not in text
        assert "<img" not in text
        assert not outline.handlers
        assert not outline.links
        assert "&lt;script&gt;" in text
        assert outline.open == []


def test_the_english_page_has_no_chinese_of_ours(finished: Session) -> None:
    """Headings and units are English; only the scenario's own words stay Chinese."""
    text = page(finished, "en")

    assert "<h2>Score</h2>" in text
    assert '<html lang="en">' in text
    assert "评分项" not in text


def test_every_line_of_the_jsonl_is_an_object(finished: Session, tmp_path: Path) -> None:
    """The header names the state; the score lines add up to the total; one row a turn and the start."""
    rows = _rows(finished, tmp_path)
    kinds = [row["row"] for row in rows]
    points = sum(row["points"] for row in rows if row["row"] == "score_line")

    assert rows[0]["row"] == "header"
    assert rows[0]["hash"] == state_hash(finished.state)
    assert kinds.count("turn") == finished.state.turn + 1
    assert kinds.count("score") == 1
    assert points / 10 == pytest.approx(next(row["total"] for row in rows if row["row"] == "score"))
    assert kinds.count("refusal") == len(finished.refusals())


def test_hostile_texts_travel_whole(hostile: Session, tmp_path: Path) -> None:
    """Data for programs is not escaped for pages, and still one object a line."""
    assert "<script>" in _rows(hostile, tmp_path)[0]["title"]


def test_files_are_named_after_the_session(finished: Session, tmp_path: Path) -> None:
    """Each format is its own file in a folder that is made if need be."""
    files = [write_report(finished, tmp_path / "new" / "folder", form) for form in FORMATS]

    assert [file.name for file in files] == [f"first-review.{form}" for form in FORMATS]
    with pytest.raises(ValueError, match="html"):
        write_report(finished, tmp_path, "docx-by-hand")


def test_the_story_names_only_what_exists(finished: Session) -> None:
    """Every entry is about an entity of the session, in the order of the journal, in words."""
    state = finished.state
    known = {key for table in TABLES for key in getattr(state, table)} | {""}
    known |= {phase.id for campaign in state.scenario.campaigns for phase in campaign.phases}
    entries = story(finished)

    assert entries
    assert [e.seq for e in entries] == sorted(e.seq for e in entries)
    names = {seat.name for seat in state.seats.values()} | {""}
    for entry in entries:
        assert entry.ref in known, entry
        assert entry.who in names
        assert entry.text.strip()
        assert 0 < entry.seq <= finished.seq
        assert 0 <= entry.turn <= state.turn


@pytest.mark.parametrize("lang", LANGS)
def test_turning_points_are_few_and_one_an_entity(finished: Session, lang: str) -> None:
    """At most five, in the order they happened, each with a sentence and a command to open."""
    moments = turning_points(finished.state, lang=lang)

    assert 0 < len(moments) <= 5
    assert len({m.ref for m in moments}) == len(moments)
    assert [m.day for m in moments] == sorted(m.day for m in moments)
    for moment in moments:
        assert moment.text.strip()
        assert "{" not in moment.text
        assert 1 <= moment.turn <= finished.state.turn
        assert 0 <= moment.seq <= finished.seq
    assert len(turning_points(finished.state, most=1)) == 1


def test_the_review_of_an_unplayed_session_is_short_but_whole(tmp_path: Path) -> None:
    """Nothing has happened yet: the page still stands, and so do the rows."""
    with Session.create(None, dict(load_scenario("first-order").bundle), seed=1) as session:
        for lang in LANGS:
            assert Outline(page(session, lang)).open == []
        assert _rows(session, tmp_path)[0]["turn"] == 0


def test_a_review_leaves_the_session_as_it_was(finished: Session, tmp_path: Path) -> None:
    """Reading changes nothing."""
    before = (finished.seq, finished.chain, state_hash(finished.state))
    for form in FORMATS:
        write_report(finished, tmp_path, form)

    assert (finished.seq, finished.chain, state_hash(finished.state)) == before
