"""The grammar of the command line, in Chinese; each command is a module with `add(commands)`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from game import __version__
from game.cli import check, county, desktop, doctor, fork, keys, play, replay, report, shots, simulate
from game.cli.output import USAGE

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

COMMANDS = (play, check, keys, county, simulate, replay, fork, report, shots, doctor)

_MESSAGES = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*): invalid choice: (\S+) \(choose from (.*)\)", r"参数 \1 不能是 \2，可以是：\3"),
    (r"argument (.*): invalid \S+ value: (.*)", r"参数 \1 的值不对：\2"),
    (r"argument (.*): expected one argument", r"参数 \1 后面要有一个值"),
    (r"argument (.*): expected at least one argument", r"参数 \1 后面至少要有一个值"),
    (r"argument (.*): (.*)", r"参数 \1：\2"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **kwargs)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the usage and leave with code 2."""
        for pattern, chinese in _MESSAGES:
            said, found = re.subn(f"^{pattern}$", chinese, message)
            if found:
                message = said
                break
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}：{message}。加 --help 看说明。\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Head the usage in Chinese."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; `run` of the result carries the command out."""
    parser = Parser(
        prog="tonghe",
        description="统合推演：县域统合治理桌面推演。不带命令时打开桌面程序；没有显示器时由电脑推演默认场景并写出复盘。",
        epilog="退出码：0 完成，1 有发现，2 用法不对，3 输入有问题，130 被 Ctrl+C 中断。",
    )
    parser.add_argument("--version", action="version", version=f"tonghe {__version__}", help="显示版本")
    parser.set_defaults(run=desktop.run)
    commands: Commands = parser.add_subparsers(title="命令", metavar="命令", parser_class=Parser)
    for module in COMMANDS:
        add: Callable[[Commands], None] = module.add
        add(commands)
    return parser
