"""How a window bears a county of full size: the map under the hand, every desk after a command, and a turn's blocks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from game.ui.bench import Desktop
    from game.ui.county_map.canvas import MapCanvas

LARGE = "t-county-2014-2020"
SCREEN = (1920, 1080)
FRAMES = 120
"""Frames of each gesture on the map."""
BEAT_MS = 1
"""How often the window says that it is alive while a turn is worked out."""
LABELS = {
    "map_pan_ms": ("大县地图拖动，一帧", "map of a large county, a frame while panning"),
    "map_zoom_ms": ("大县地图缩放，一帧", "map of a large county, a frame while zooming"),
    "map_rest_ms": ("大县地图缩放停手，画清楚", "map of a large county, drawn sharp after zooming"),
    "panel_ms": ("大县里一条指令后，界面刷新到画完", "a desk after a command in a large county, to drawn"),
    "block_ms": (
        "大县过一回合，窗口最长一次不应答",
        "longest block of the window while a large county's turn is computed",
    ),
}
"""Figure -> its Chinese and English name."""


def panel(desk: str) -> str:
    """Return the name of a desk's own figure."""
    return f"panel_{desk}_ms"


class Heart:
    """Beats in the window's thread; the longest pause between two beats is the longest time nothing was answered."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self.longest = 0.0

    def start(self) -> None:
        """Begin to listen."""
        self.longest, self._last = 0.0, perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest pause in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, 1000 * (now - self._last)), now


def gestures(desktop: Desktop) -> dict[str, list[float]]:
    """Pan and zoom over the map of a screen, near and far, and time each frame from the move until it is painted."""
    from game.ui.desk.map import MapDesk

    desktop.window.show_desk("map")
    desk = desktop.window.desk("map")
    assert isinstance(desk, MapDesk)
    canvas = desk.canvas
    size = desktop.window.size()
    # The window grows until the map alone fills the screen
    desktop.window.resize(size + QSize(*SCREEN) - canvas.size())
    desktop.draw()
    canvas.repaint()
    times: dict[str, list[float]] = {"map_pan_ms": [], "map_zoom_ms": [], "map_rest_ms": []}
    for near in (1.0, 2.5):
        canvas.fit()
        canvas.zoom(near)
        times["map_rest_ms"].append(_rest(canvas))
        for step in islice(cycle([QPointF(9, 4)] * 15 + [QPointF(-9, -4)] * 15), FRAMES // 2):
            times["map_pan_ms"].append(_frame(canvas, lambda s=step: canvas.pan(s)))  # type: ignore[misc]
        for number, factor in enumerate(islice(cycle([1.06] * 15 + [1 / 1.06] * 15), FRAMES // 2), 1):
            spot = QPointF(SCREEN[0] / 3, SCREEN[1] / 3)
            times["map_zoom_ms"].append(_frame(canvas, lambda f=factor, s=spot: canvas.zoom(f, s)))  # type: ignore[misc]
            if number % 15 == 0:
                times["map_rest_ms"].append(_rest(canvas))
    canvas.fit()
    desktop.window.resize(size)
    desktop.draw()
    return times


def _frame(canvas: MapCanvas, move: Callable[[], None]) -> float:
    begun = perf_counter()
    move()
    canvas.repaint()
    return 1000 * (perf_counter() - begun)


def _rest(canvas: MapCanvas) -> float:
    """Let the hand rest and time how long the sharp picture takes."""
    canvas.settle()
    begun = perf_counter()
    canvas.repaint()
    return 1000 * (perf_counter() - begun)


def panels(desktop: Desktop, rounds: int) -> Iterator[tuple[str, float]]:
    """Show each desk, give a command, and yield the desk with the time from the answer until it is drawn again."""
    bridge, view = desktop.bridge, desktop.bridge.view
    townships = cycle(view.townships)
    for _ in range(rounds):
        for desk in desktop.window.desk_names():
            desktop.window.show_desk(desk)
            desktop.draw()
            answer = bridge.play.submit("ask_report", {"organ": f"township:{next(townships).id}"})
            if not answer.accepted:
                return
            begun = perf_counter()
            bridge.refresh()
            desktop.draw()
            yield desk, 1000 * (perf_counter() - begun)


def large_county(
    make: Callable[[Path, str, int], Desktop], scenario: str, seed: int, turns: int
) -> dict[str, list[float]]:
    """Play some turns of a large county in a window and return the figures of `LABELS` and one for every desk."""
    times: dict[str, list[float]] = {name: [] for name in LABELS}
    with tempfile.TemporaryDirectory(prefix="tonghe-bench-") as folder:
        desktop = make(Path(folder), scenario, seed)
        try:
            heart = Heart()
            times |= gestures(desktop)
            for _ in range(turns):
                if desktop.bridge.view.over:
                    break
                for desk, took in panels(desktop, 3):
                    times.setdefault(panel(desk), []).append(took)
                    times["panel_ms"].append(took)
                desktop.play_some()
                desktop.bots()
                QApplication.processEvents()
                heart.start()
                desktop.turn()
                times["block_ms"].append(heart.stop())
        finally:
            desktop.close()
    return times
