"""`shots`: a picture of every screen."""

from __future__ import annotations

import argparse
import os
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
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take the pictures; no display is needed."""
    if not 100 <= options.scale <= 200:
        raise CliError("--scale 要在 100 与 200 之间。")
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from game.ui.shots import take
    except ImportError as error:
        if "PySide6" not in str(error) and not str(error).startswith("lib"):
            raise
        raise qt_missing(error) from error
    try:
        files = take(options.output, theme=options.theme, lang=options.lang, scale=options.scale)
    except OSError as error:
        raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if options.json:
        print_json({"files": [str(file) for file in files]})
    else:
        tell(*(str(file) for file in files), f"共 {len(files)} 张。")
    return DONE
