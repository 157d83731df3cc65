"""`shots`: a picture of every screen."""

from __future__ import annotations

import argparse
import os
import re
from errno import ENOENT
from pathlib import Path
from typing import Any

from game.cli.display import has_display, qt_missing
from game.cli.output import DONE, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser("shots", help="界面截图", description="用一个固定种子的推演给每个界面截一张图。")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="文件夹", help="写到哪里")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="主题")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言")
    parser.add_argument("--scale", type=int, default=100, metavar="百分比", help="文字大小，100 至 200")
    parser.add_argument("--scenario", default="hundred-days", metavar="场景", help="截哪个场景（默认 hundred-days）")
    parser.add_argument("--turns", type=int, default=4, metavar="个", help="推演几个回合之后截（默认 4）")
    parser.add_argument("--size", default="1440x900", metavar="宽x高", help="窗口大小（默认 1440x900）")
    parser.add_argument("names", nargs="*", metavar="界面", help="只截这些界面，用文件名，如 map、editor（默认全截）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take the pictures; no display is needed."""
    if not 100 <= options.scale <= 200:
        raise CliError("--scale 要在 100 与 200 之间。")
    size = re.fullmatch(r"([0-9]{3,4})x([0-9]{3,4})", options.size)
    if size is None or options.turns < 1:
        raise CliError("--size 要写成 1440x900 这样，--turns 至少是 1。")
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from game.ui.shots import take
    except ImportError as error:
        if "PySide6" not in str(error) and not str(error).startswith("lib"):
            raise
        raise qt_missing(error) from error
    try:
        files = take(
            options.output,
            theme=options.theme,
            lang=options.lang,
            scale=options.scale,
            scenario=options.scenario,
            turns=options.turns,
            size=(int(size[1]), int(size[2])),
            only=options.names,
        )
    except OSError as error:
        if error.errno == ENOENT and error.filename == options.scenario:
            raise CliError(error.strerror or str(error)) from error
        raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if options.json:
        print_json({"files": [str(file) for file in files]})
    else:
        tell(*(str(file) for file in files), f"共 {len(files)} 张。")
    return DONE
