"""`report`: the review of a session as files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.output import DONE, FINDINGS, CliError, complain, print_json, tell

FORMATS = ("html", "jsonl")


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "report", help="写出复盘", description="把一个推演文件的复盘写成文件。不改动推演文件。"
    )
    parser.add_argument("file", type=Path, metavar="文件", help="推演文件（*.tonghe）")
    parser.add_argument("--format", choices=FORMATS, default="html", help="格式（默认 html）")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="文件夹", help="写到哪里")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the review; 1 where the session file was damaged."""
    from game.review import write_report
    from game.session.session import Session

    with Session.open(options.file, reading=True) as session:
        damage = session.damage
        try:
            written = write_report(session, options.output, options.format, options.lang)
        except OSError as error:
            raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if damage:
        complain(damage)
    if options.json:
        print_json({"file": str(written), "damage": damage})
    else:
        tell(f"复盘已写到：{written}")
    return FINDINGS if damage else DONE
