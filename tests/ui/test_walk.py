"""Every screen, measured: names, the way of Tab, contrast as drawn, and room for every text.

The plain run walks three ways that between them see each theme, size of type and language once; the slow run walks the
whole grid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from measures import ALL, ROOM, Measure, beyond, clipped, faint, meeting, nameless, sideways
from PySide6.QtWidgets import QWidget
from walk import Way, session, walk

from game.bots.table import Table
from game.ui.window.registry import DESKS

PLAIN = (
    Way("light", "zh", 100, (1280, 720)),
    Way("dark", "en", 150, (1280, 720)),
    Way("contrast", "zh", 200, (1440, 900)),
)
THEMES = ("light", "dark", "contrast")
GRID = tuple(
    Way(THEMES[number % 3], lang, scale, size)
    for number, (lang, scale, size) in enumerate(
        product(("zh", "en"), (100, 150, 200), ((1280, 720), (1920, 1080), (3840, 2160)))
    )
)
USUAL = (Way("light", "zh", 150, (1440, 900)), Way("light", "en", 150, (1440, 900)))
"""The window that the program opens with, in the large type that many will choose."""
SMALL = (
    Way("light", "en", 100, (1280, 720)),
    Way("light", "zh", 200, (1280, 720)),
    Way("dark", "en", 200, (1280, 720)),
)
"""The smallest window, in the smallest and the largest type."""


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> Iterator[tuple[Table, str]]:
    with session(tmp_path_factory.mktemp("walk")) as running:
        yield running


def measured(
    qapp, way: Way, played: tuple[Table, str], measures: dict[str, Measure]
) -> dict[str, dict[str, list[str]]]:
    """Walk a way and return, by kind and screen, what was found wanting."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    seen = []

    def look(name: str, root: QWidget) -> None:
        seen.append(name)
        for kind, measure in measures.items():
            if faults := measure(root):
                found[kind][name] = faults

    walk(qapp, way, *played, look)
    assert {"home", "briefing", "todo", "palette", "settings", "crash", *(name for name, _, _ in DESKS)} <= set(seen)
    return dict(found)


@pytest.mark.ci
@pytest.mark.parametrize("way", PLAIN, ids=str)
def test_every_screen_is_named_reachable_legible_and_whole(qtbot, qapp, played, way):
    """Each control has a name, Tab goes as one reads and reaches everything, text stands out 4.5 : 1 and is whole."""
    assert measured(qapp, way, played, ALL) == {}


@pytest.mark.slow
@pytest.mark.parametrize("way", GRID, ids=str)
def test_every_window_has_room_for_every_text(qtbot, qapp, played, way):
    """Three windows, three sizes of type, two languages: no text is cut, covered or beyond the edge."""
    assert measured(qapp, way, played, ROOM) == {}


@pytest.mark.ci
@pytest.mark.parametrize("way", USUAL + SMALL, ids=str)
def test_nothing_scrolls_sideways_in_usual_and_small_windows(qtbot, qapp, played, way):
    """Every desk fits the width that the frame around it has, and every table its own."""
    assert measured(qapp, way, played, {"sideways": sideways}) == {}


@pytest.mark.slow
@pytest.mark.parametrize("way", [w for w in GRID if w.size == (1280, 720)], ids=str)
def test_no_window_is_larger_than_a_small_screen(qtbot, qapp, played, way):
    """At 1280 x 720 no page asks for more than the screen: its buttons would be beyond the edge."""
    pages = ("home", "briefing", "inbox", "report", "todo", "review-score", "review-replay", "review-events")
    seen: dict[str, tuple[int, int]] = {}
    walk(qapp, way, *played, lambda name, root: seen.update({name: (root.width(), root.height())}))

    assert {name: seen[name] for name in pages} == dict.fromkeys(pages, way.size)


# The measures themselves


def test_the_measures_find_what_is_wrong(qtbot, theme):
    """A nameless, faint, cut or covered part is found: the walk above would be worth nothing else."""
    from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
    from uihelp import settle

    root = QWidget()
    qtbot.addWidget(root)
    pale = QLabel("看不清的字", root)
    pale.setStyleSheet("color: #9aa6b2; background: #f3f5f7;")
    pale.setGeometry(10, 10, 120, 30)
    cut = QLabel("很长很长很长的一行字", root)
    cut.setGeometry(10, 50, 40, 30)
    over = QPushButton("压", root)
    over.setGeometry(20, 55, 60, 30)
    bare = QPushButton("", root)
    bare.setGeometry(200, 10, 40, 30)
    gone = QLabel("窗外", root)
    gone.setGeometry(390, 10, 80, 30)
    frame = QScrollArea(root)
    frame.setObjectName("window.frame")
    frame.setGeometry(200, 100, 100, 60)
    broad = QWidget()
    broad.setMinimumWidth(180)
    frame.setWidget(broad)
    settle(root, 400, 200)

    assert [line for line in faint(root) if "看不清" in line]
    assert [line for line in clipped(root) if "很长" in line]
    assert [line for line in meeting(root) if "很长" in line and "压" in line]
    assert [line for line in beyond(root) if "窗外" in line]
    assert nameless(root) == ["QPushButton "]
    assert sideways(root) == ["80 px"]
