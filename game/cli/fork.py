"""`fork`: another session from any day of one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.output import DONE, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "fork", help="从某一日另起推演", description="从某一日清晨另起一个推演，种子与此前的经过相同；原文件不变。"
    )
    parser.add_argument("file", type=Path, metavar="文件", help="推演文件（*.tonghe）")
    parser.add_argument("--day", type=int, required=True, metavar="日", help="从第几日起")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="新文件", help="新推演写到哪里")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the fork."""
    from game.session.session import Session, state_hash

    if options.day < 0:
        raise CliError("--day 不能是负数。")
    with Session.open(options.file, reading=True) as session:
        if options.day > session.state.day:
            raise CliError(f"推演只到第 {session.state.day} 日，不能从第 {options.day} 日另起。")
        with session.fork(options.day, options.output) as twin:
            result = {
                "file": str(options.output),
                "day": twin.state.day,
                "commands": twin.seq,
                "state_hash": state_hash(twin.state),
                "parent": twin.header["parent"],
            }
    if options.json:
        print_json(result)
    else:
        tell(f"已另起推演：{result['file']}，从第 {result['day']} 日、第 {result['commands']} 条指令之后继续。")
    return DONE
