"""The review of a session that bots have played: score, replay, overlay and timeline tell the same story."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton
from uihelp import assert_named, assert_not_clipped, settle

from game.bots.table import Table
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.pictures import picture
from game.ui.prompts import Prompts
from game.ui.review import open_review
from game.ui.review.entries import about_of
from game.ui.settings import Settings
from game.ui.theme import Theme


@pytest.fixture(scope="module")
def played():
    """A short exercise played to its end by bots."""
    session = Session.create(None, load_scenario("first-order").bundle, seed=3, humans=[])
    table = Table(session)
    table.open()
    table.run_to_end()
    yield session
    session.close()


class Answering(Prompts):
    """Chooses a file and remembers what was told."""

    def __init__(self, target) -> None:
        super().__init__()
        self.target, self.told = target, []

    def save_file(self, parent, title, pattern, name, done):
        done(self.target / name)

    def tell(self, parent, title, text):
        self.told.append((title, text))


@pytest.fixture
def prompts(tmp_path, qapp):
    return Answering(tmp_path)


@pytest.fixture
def page(played, theme, prompts):
    seat = next(iter(played.state.seats))
    made = open_review(played, theme, Settings(), prompts, seat)
    settle(made)
    yield made
    made.deleteLater()


def test_personal_score_stands_beside_the_rooms(page, played):
    """Both totals are shown and each line of the room is there."""
    assert page.score.room.lines
    assert page.score.personal is not None


@pytest.mark.parametrize("scale", [100, 200])
def test_a_line_of_the_score_takes_the_room_it_has(played, qapp, prompts, scale):
    """Words, points and evidence stand beside each other in a wide window in any type, below each other in a narrow."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    seat = next(iter(played.state.seats))
    made = open_review(played, theme, Settings(), prompts, seat)
    score = made.score
    for wide, beside in ((60, True), (30, False), (60, True)):
        settle(made, theme.px(wide), 900)
        words, points, evidence = (cell for _, cell, _, _ in score._cells[:3])
        tops = {part.mapTo(score, QPoint()).y() for part in (words, points, evidence)}
        assert (len(tops) == 1) is beside
        assert evidence.isVisible()
    made.deleteLater()


def test_evidence_opens_its_event(page):
    """Pressing a piece of evidence shows the timeline with that event selected."""
    chips = [b for b in page.score.findChildren(QPushButton) if b.accessibleName().startswith("查看依据")]
    assert chips
    chips[0].click()
    assert page.stack.currentWidget() is page.events
    assert page.events.table.selected() is not None


def test_the_evidence_opened_is_the_one_asked_for(page):
    """The entry selected belongs to the entity, at or after its journal number."""
    line = next(line for line in page.score.room.lines if line.evidence)
    ref, seq = line.evidence[0]
    page.events.seek(ref, seq)
    chosen = page.events.table.selected()
    assert chosen.seq >= seq or chosen.ref == ref


def test_the_scrubber_moves_all_together_and_fast(page, played, qtbot):
    """Each step shows its own week within a fifth of a second once worked out ahead."""
    page.show_part("replay")
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    for turn in range(played.state.turn + 1):
        before = time.thread_time()
        page.replay.go_to_turn(turn)
        assert time.thread_time() - before < 0.2
        assert page.replay.turn == page.replay.shown.turn == turn
        assert page.replay.when.text() == page.replay._names.date(page.replay.shown.day)


def test_a_week_that_is_not_there_yet_is_shown_once_it_is(page, qtbot):
    """The scrubber goes on at once; the map says that it follows, and follows."""
    page.show_part("replay")
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    held = page.replay.frames._frames.pop(1)
    page.replay.frames._stopped = True
    page.replay.frames.start = lambda: None
    page.replay.go_to_turn(1)
    qtbot.waitUntil(lambda: page.replay.note.isVisibleTo(page), timeout=2000)
    assert page.replay.shown.turn != 1
    page.replay.frames._on_made(held)
    assert page.replay.shown.turn == 1
    assert not page.replay.note.isVisibleTo(page)


def test_weeks_are_worked_out_ahead_while_the_replay_is_seen(page, played, qtbot):
    """A thread fills the frames, tells the turns in order, and ends."""
    page.show_part("replay")
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    qtbot.waitUntil(lambda: not page.replay.frames._going, timeout=2000)


def test_a_page_that_goes_stops_the_thread(played, theme, prompts, qtbot):
    """Nothing is worked out for a page nobody sees."""
    made = open_review(played, theme, Settings(), prompts)
    settle(made)
    made.show_part("replay")
    made.hide()
    assert made.replay.frames._stopped
    made.deleteLater()
    qtbot.waitUntil(lambda: not made.replay.frames._going, timeout=2000)


def test_an_entry_leads_back_to_its_week(page):
    """From an event one sees the county of that week."""
    page.show_part("events")
    entry = page.events.entries[-1]
    page.events.day_asked.emit(entry.day)
    assert page.stack.currentWidget() is page.replay


def test_overlay_has_recorded_and_true(page):
    """Every chart has both courses over the same days."""
    assert page.overlay.overlays
    assert all(len(o.shown) == len(o.true) == len(o.days) for o in page.overlay.overlays)


def test_commands_in_the_timeline_say_what_they_were_about(page):
    """A signed order names its task and place, not only that an order was signed."""
    orders = [e for e in page.events.entries if e.kind == "command" and "签发战令" in e.text]
    assert orders
    assert all("：" in entry.text for entry in orders)


def test_what_a_command_is_about_is_read_from_its_arguments(bridge):
    """The most telling argument speaks; nothing telling, nothing said."""
    assert (
        about_of({"task": "water_supply", "place": "township:qingshan"}, bridge.names) == "供水抢修与水源调度（青杉乡）"
    )
    assert about_of({"organs": ["bureau:water", "bureau:civil", "bureau:labour"]}, bridge.names) == "水利局、民政局…"
    assert about_of({"text": "好"}, bridge.names) == ""


def test_export_writes_both_files(page, prompts, tmp_path):
    """One press writes the page and the lines, and says where."""
    page.export.click()
    assert {f.suffix for f in tmp_path.iterdir()} >= {".html", ".jsonl"}
    assert prompts.told[-1][0] == "已导出"


def test_model_and_names(page, qtmodeltester):
    """The timeline's model keeps Qt's rules and every control says its name."""
    qtmodeltester.check(page.events.table.table_model)
    assert_named(page)


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped(played, theme, qapp, prompts, scale):
    """At ordinary and at large type all words of every part can be read."""
    theme.apply(qapp, scale=scale)
    made = open_review(played, theme, Settings(), prompts, next(iter(played.state.seats)))
    settle(made)
    for part in ("score", "replay", "overlay", "events"):
        made.show_part(part)
        settle(made)
        assert_not_clipped(made)
    made.deleteLater()


def test_overlay_charts_are_copied_and_saved(page, prompts, tmp_path, qapp):
    """Each chart goes onto the clipboard, into a PNG and an SVG, without its button; what came of it is said."""
    page.show_part("overlay")
    settle(page)
    panel = page.overlay
    assert len(panel.pictures) == len(panel.overlays)
    copy = panel.pictures[0]
    card = copy.parentWidget()
    QGuiApplication.clipboard().clear()
    shown = picture(card).toImage()
    copy.copy()
    image = QGuiApplication.clipboard().pixmap().toImage()
    assert image.size() == shown.size()
    assert image != shown, "the button is not part of the picture"
    assert copy.isVisible()
    assert "已复制" in panel.said.text()
    copy.save_png()
    copy.save_svg()
    assert (tmp_path / f"{copy.title}.png").read_bytes().startswith(b"\x89PNG")
    assert QSvgRenderer(str(tmp_path / f"{copy.title}.svg")).viewBoxF().size().toSize() == card.size()
    prompts.target = tmp_path / "nowhere"
    copy.save_svg()
    assert "没有存成" in panel.said.text()
    assert_named(page)


def test_a_passing_word_goes_when_another_week_is_there(page, qtbot):
    """“正在翻到这一周” is not left standing over a week that is shown."""
    page.show_part("replay")
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    held = page.replay.frames._frames.pop(1)
    page.replay.frames.start = lambda: None
    page.replay.go_to_turn(1)
    qtbot.waitUntil(lambda: page.replay.note.isVisibleTo(page), timeout=2000)
    page.replay.go_to_turn(2)
    assert not page.replay.note.isVisibleTo(page)
    page.replay.frames._on_made(held)
    assert page.replay.shown.turn == 2


def test_nothing_moves_under_the_hand_that_scrubs(page, qtbot):
    """Whatever date is shown and whether a week has to be waited for a moment: slider and map stay where they are."""
    page.show_part("replay")
    settle(page, 1280, 720)
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    page.replay.frames.start = lambda: None
    page.replay.frames._frames.pop(1)
    places = set()
    for turn in range(page.replay.slider.maximum() + 1):
        page.replay.slider.setValue(turn)
        settle(page, 1280, 720)
        places.add((page.replay.slider.geometry().getRect(), page.replay.county.mapTo(page, QPoint()).toTuple()))
    assert len(places) == 1


def test_a_week_that_is_waited_for_is_told_though_the_replay_stops(page, qtbot):
    """Whoever stops at a week that is not there yet is told that it comes, whatever else was said meanwhile."""
    page.show_part("replay")
    qtbot.waitUntil(lambda: page.replay.frames.whole, timeout=5000)
    page.replay.frames.start = lambda: None
    page.replay.frames._frames.pop(1)
    page.replay.play.click()
    page.replay.slider.setValue(1)
    page.replay.play.click()
    page.replay._on_said("图片已复制")
    qtbot.waitUntil(lambda: "正在翻到" in page.replay.note.text(), timeout=2000)
