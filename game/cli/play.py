"""`play`: the desktop program, at once in a scenario."""

from __future__ import annotations

import argparse
from typing import Any

from game.cli.desktop import open_window
from game.cli.display import has_display
from game.cli.loading import checked
from game.cli.output import CliError


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser("play", help="开始一个场景", description="打开窗口，直接开始一个场景。")
    parser.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    parser.add_argument("--seat", metavar="席位", help="坐哪个席位；不写则用场景的默认席位")
    parser.add_argument("--seed", type=int, metavar="种子", help="种子；不写则随机")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the scenario and open it in the window."""
    if options.seed is not None and not 0 <= options.seed < 1 << 128:
        raise CliError("--seed 要是不小于 0 的整数。")
    scenario = checked(options.scenario).scenario
    seats = [seat.id for seat in scenario.seats] if scenario else []
    if options.seat is not None and options.seat not in seats:
        raise CliError(f"场景里没有席位 {options.seat}，可以是：{'、'.join(seats)}。")
    if not has_display():
        raise CliError("没有显示器，打不开窗口。可以用 simulate 批量推演，或不带命令运行，由电脑推演并写出复盘。")
    return open_window(options.scenario, options.seat, options.seed)
