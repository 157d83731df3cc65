"""`python -m game.ui.bench`: how long people wait for the window, measured in one run and interleaved.

Starts are timed in fresh processes, from before the process begins until the window stands: an empty window of the
toolkit against our home page with the library read. Commands and turns are timed in a window of this process, from
the click until it is drawn again. Without a display everything is drawn off screen.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from game.bots.base import make_bot
from game.bots.table import STOP, Table
from game.lab.bench import print_table, speak_utf8, spread
from game.lab.bench_weeks import timed
from game.session.library import DEFAULT
from game.session.session import Session
from game.ui.app import Languages, create_app
from game.ui.bench_county import LABELS as COUNTY_LABELS
from game.ui.bench_county import LARGE, large_county
from game.ui.bench_editor import LABELS as EDITOR_LABELS
from game.ui.bench_editor import typed
from game.ui.bridge import Bridge
from game.ui.collector import Collector, loosen, settle
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.settings import Settings
from game.ui.starting import offer
from game.ui.theme import Theme
from game.ui.worker import Worker

SIZE = (1440, 900)
POLICY = "integrated"
PATIENCE = 60
"""Seconds after which a start counts as failed."""

LABELS = {
    "empty_ms": ("空窗口，从启动到出现", "empty window, start to shown"),
    "home_shown_ms": ("主页，从启动到出现", "home page, start to shown"),
    "home_ms": ("主页，从启动到可用", "home page, start to usable"),
    "home_to_empty": ("主页可用与空窗口之比", "home page usable to empty window"),
    "command_ms": ("窗口里一条指令，到画完", "a command in the window, to drawn"),
    "turn_ms": ("窗口里过一回合，到简报画完", "a turn in the window, to report drawn"),
    "bots_ms": ("电脑席位在回合里办事", "the bots' commands of a turn"),
    **COUNTY_LABELS,
    **EDITOR_LABELS,
}
"""Figure -> its Chinese and English name."""

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["empty"])
window = QMainWindow()
window.resize(1440, 900)
window.show()
def look():
    handle = window.windowHandle()
    if handle is not None and handle.isExposed():
        print("shown", flush=True)
        app.quit()
    else:
        QTimer.singleShot(0, look)
QTimer.singleShot(0, look)
app.exec()
"""

HOME = """
import gc
gc.disable()  # as open_window does first of all; the names of the window are wanted here before it
from game.cli.desktop import open_window
from PySide6.QtCore import QTimer
from game.ui.app import create_app
from game.ui.shell import Shell
app = create_app()
def look():
    shells = [w for w in app.topLevelWidgets() if isinstance(w, Shell)]
    handle = shells[0].windowHandle() if shells else None
    if handle is not None and handle.isExposed():
        if not said:
            said.append(True)
            print("shown", flush=True)
        if shells[0].home.loaded:
            print("ready", flush=True)
            app.quit()
            return
    QTimer.singleShot(0, look)
said = []
QTimer.singleShot(0, look)
open_window()
"""


class ChildFailed(RuntimeError):
    """A window did not come up; the message is what its process said."""


def start_once(script: str, wanted: Sequence[str], data: Path) -> list[float]:
    """Return how long a fresh process takes to each word it says, in milliseconds; `ChildFailed` with the reason."""
    environment = {**os.environ, "TONGHE_DATA": str(data), "PYTHONIOENCODING": "utf-8"}
    root = str(Path(__file__).resolve().parents[2])
    # An installed program is compiled; the first start, which is not counted, compiles a checkout
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPATH"] = os.pathsep.join(part for part in (root, environment.get("PYTHONPATH", "")) if part)
    begun = perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own script
        [sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8",
    ) as child:  # fmt: skip
        assert child.stdout is not None
        guard = Timer(PATIENCE, child.kill)
        guard.start()
        try:
            heard = [(line.strip(), 1000 * (perf_counter() - begun)) for line in child.stdout]
            said = child.stderr.read() if child.stderr is not None else ""
        finally:
            guard.cancel()
    if [word for word, _ in heard] != list(wanted):
        raise ChildFailed(said.strip()[-2000:] or f"exit code {child.returncode}")
    return [took for _, took in heard]


def starts(runs: int) -> dict[str, list[float]]:
    """Time both windows in turn, `runs` times each after one start each that only warms the disk."""
    times: dict[str, list[float]] = {"empty_ms": [], "home_shown_ms": [], "home_ms": []}
    with tempfile.TemporaryDirectory(prefix="tonghe-bench-") as folder:
        for run in range(runs + 1):
            took = start_once(EMPTY, ("shown",), Path(folder)) + start_once(HOME, ("shown", "ready"), Path(folder))
            if run:
                for name, value in zip(times, took, strict=True):
                    times[name].append(value)
    return times


class Desktop:
    """A window with an exercise in it, as the program builds it; a bot's commands stand in for the person's."""

    def __init__(self, folder: Path, scenario: str, seed: int) -> None:
        self.app = create_app()
        self._collector = Collector(self.app)
        self._languages = Languages(self.app)
        self._languages.use("zh")
        theme = Theme("light", 100)
        theme.apply(self.app)
        chosen = offer(scenario)
        if chosen.scenario is None:
            raise ChildFailed(chosen.fault)
        seat = chosen.scenario.default_seat or chosen.scenario.seats[0].id
        session = Session.create(folder / "bench.tonghe", chosen.bundle, seed=seed, humans={seat})
        self._others = Table(session, POLICY, people={seat})
        self._others.open()
        self._bot = make_bot(POLICY, seat)
        table = Table(session, POLICY, people=session.state.seats)
        self._worker = Worker()
        settings = Settings(theme="light", confirm_end=False, guide=False, notice_seconds=1)
        self.bridge = Bridge(LocalPlay(table, seat), theme, settings=settings, worker=self._worker)
        self.window = MainWindow(self.bridge)
        self.window.resize(*SIZE)
        self.window.show()
        self.draw()
        settle()

    def draw(self) -> None:
        """Bring the screen up to date: whatever changed is laid out and painted."""
        QApplication.processEvents()
        QApplication.processEvents()

    def commands(self) -> Iterator[float]:
        """Give a turn's commands, another desk shown each time; yield how long each took until drawn, ms."""
        desks = self.window.desk_names()
        given = 0
        for habit in self._bot.steps():
            for act in habit(self.bridge.view):
                self.window.show_desk(desks[given % len(desks)])
                self.draw()
                begun = perf_counter()
                accepted = self.bridge.submit(act.kind, **act.args)
                self.draw()
                took = 1000 * (perf_counter() - begun)
                given += 1
                if accepted:
                    yield took
                elif (last := self.bridge.last) is not None and last.refusal is not None and last.refusal.code in STOP:
                    return

    def play_some(self) -> None:
        """Give a turn's commands without looking at the clock."""
        for habit in self._bot.steps():
            for act in habit(self.bridge.view):
                if not self.bridge.play.submit(act.kind, act.args).accepted:
                    break
            self.bridge.refresh()

    def bots(self) -> None:
        """Let the other seats give their commands, in the thread where the window would let them."""
        self._worker.call(self._others.play_bots)

    def turn(self) -> None:
        """Click the end of the turn and wait until its report is drawn; `ChildFailed` where it broke off."""
        loop = QEventLoop()
        failed: list[object] = []

        def done(_: object) -> None:
            loop.quit()

        def broke(error: object) -> None:
            failed.append(error)
            loop.quit()

        self.bridge.turn_done.connect(done)
        self.bridge.failed.connect(broke)
        self.bridge.refused.connect(broke)
        try:
            self.window.top.end.click()
            if self.bridge.busy:
                loop.exec()
            self.draw()
        finally:
            self.bridge.turn_done.disconnect(done)
            self.bridge.failed.disconnect(broke)
            self.bridge.refused.disconnect(broke)
        if failed:
            raise ChildFailed(str(failed[0]))

    def close(self) -> None:
        """Take the window down."""
        loosen()
        self._collector.close()
        self._languages.drop()
        self.window.close()
        self.window.deleteLater()
        self.bridge.close()
        self.bridge.deleteLater()
        QApplication.processEvents()
        # Else the next window's first turn would be charged with taking this one down
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_window(scenario: str, seed: int, turns: int | None) -> dict[str, list[float]]:
    """Play an exercise in a window and time its commands and turns."""
    times: dict[str, list[float]] = {"command_ms": [], "turn_ms": [], "bots_ms": []}
    with tempfile.TemporaryDirectory(prefix="tonghe-bench-") as folder:
        desktop = Desktop(Path(folder), scenario, seed)
        try:
            left = desktop.bridge.view.turns if turns is None else turns
            while left and not desktop.bridge.view.over:
                times["command_ms"] += desktop.commands()
                times["bots_ms"].append(timed(desktop.bots))
                times["turn_ms"].append(timed(desktop.turn))
                left -= 1
        finally:
            desktop.close()
    return times


def measure(
    *,
    scenario: str = DEFAULT,
    runs: int = 7,
    turns: int | None = None,
    seed: int = 1,
    large: str = LARGE,
    large_turns: int = 3,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Measure and return `{"setting": …, "figures": {name: spread}}` with the names of `LABELS`.

    A home page is usable when the library is listed. `home_to_empty` is the ratio of each pair of neighbouring starts.
    `turns` cuts the exercise short. Of the `large` county so many turns are played; every desk has its own figure.
    """
    progress("starts")
    begun = starts(runs)
    progress("window")
    played = in_window(scenario, seed, turns)
    progress("editor")
    written = typed()
    progress("large county")
    county = large_county(Desktop, large, seed, large_turns)
    ratios = [home / empty for empty, home in zip(begun["empty_ms"], begun["home_ms"], strict=True)]
    figures = {**begun, "home_to_empty": ratios, **played, **written, **county}
    setting = {
        "scenario": scenario,
        "seed": seed,
        "runs": runs,
        "platform": QApplication.platformName(),
        "size": "x".join(map(str, SIZE)),
        "large": large,
        "large_turns": large_turns,
    }
    return {"setting": setting, "figures": {name: spread(row) for name, row in figures.items() if row}}


def desk_labels(figures: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return names for the figures of single desks."""
    return {
        name: (f"· {name[6:-3]}", f"of these: {name[6:-3]}")
        for name in figures
        if name.startswith("panel_") and name not in LABELS
    }


def has_display() -> bool:
    """Whether windows can be shown here; without one the bench draws off screen."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 2 for wrong usage, 3 where a window does not come up."""
    parser = argparse.ArgumentParser(
        prog="python -m game.ui.bench",
        description="量一量窗口要人等多久 · Measure how long the window lets people wait.",
    )
    parser.add_argument("--scenario", default=DEFAULT, help="场景名或路径 · scenario name or path")
    parser.add_argument("--runs", type=int, default=7, help="启动几次 · starts of each window")
    parser.add_argument("--turns", type=int, default=None, help="只推演几个回合 · play only so many turns")
    parser.add_argument("--large", default=LARGE, help="大县用哪个场景 · scenario of the large county")
    parser.add_argument("--large-turns", type=int, default=8, help="大县推演几个回合 · turns of the large county")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if (
        options.runs < 1
        or (options.turns is not None and options.turns < 1)
        or options.seed < 0
        or options.large_turns < 1
    ):
        parser.error(
            "--runs、--turns、--large-turns 至少是 1，--seed 不小于 0 · "
            "--runs, --turns and --large-turns take 1 or more, --seed 0 or more"
        )
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        result = measure(
            scenario=options.scenario,
            runs=options.runs,
            turns=options.turns,
            seed=options.seed,
            large=options.large,
            large_turns=options.large_turns,
            progress=lambda what: print(f"… {what}", file=sys.stderr),
        )
    except ChildFailed as error:
        print(str(error), file=sys.stderr)
        return 3
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print_table(result, LABELS | desk_labels(result["figures"]))
    return 0


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
