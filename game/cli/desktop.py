"""No command: the desktop program, or without any display a whole exercise played by bots, with its review."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from game.cli.display import has_display, qt_missing
from game.cli.output import DONE, FINDINGS, progress, tell

if TYPE_CHECKING:
    import argparse

DEMO_SEED = 20180601
"""Seed of the exercise that is played where there is no display."""


def start() -> int:
    """Open the window, or play by bots."""
    return open_window() if has_display() else play_by_bots()


def run(_: argparse.Namespace) -> int:
    """Do what a command line without a command asks for."""
    return start()


def open_window(scenario: str | None = None, seat: str | None = None, seed: int | None = None) -> int:
    """Open the desktop program, at once in a scenario if one is named; returns its exit code."""
    gc.disable()  # what is imported stays; from then on the window collects by itself (game/ui/collector.py)
    try:
        try:
            from game.ui.app import run_app
        except ImportError as error:
            if "PySide6" not in str(error) and not str(error).startswith("lib"):
                raise
            raise qt_missing(error) from error
        return run_app(scenario=scenario, seat=seat, seed=seed)
    finally:
        gc.enable()


def play_by_bots() -> int:
    """Play the default scenario by bots and write the session and its review."""
    from datetime import datetime

    from game.bots.table import Table
    from game.cli.loading import playable
    from game.review import FORMATS, write_report
    from game.session.folders import reviews_dir
    from game.session.library import DEFAULT
    from game.session.session import Session

    tell(f"没有显示器，打不开窗口：改由电脑以统合策略推演默认场景“{DEFAULT}”，并写出复盘。")
    _, bundle = playable(DEFAULT)
    folder = reviews_dir() / f"{DEFAULT}-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
    folder.mkdir(parents=True)
    with Session.create(folder / f"{DEFAULT}.tonghe", bundle, seed=DEMO_SEED) as session:
        with progress("推演") as report:
            Table(session, "integrated").run_to_end(report)
        ended = session.state.session.state in ("debrief", "archived")
        files = [write_report(session, folder, form) for form in FORMATS]
        state = session.state
        tell(f"推演到第 {state.day} 日（{state.date.isoformat()}），共 {session.seq} 条指令。")
    tell("推演文件与复盘在：" + str(folder), *(f"  {file.name}" for file in files))
    if not ended:
        tell(f"推演没有进行到底：{state.session.fault or state.session.state}。")
    return DONE if ended else FINDINGS
