"""How the command line speaks: Chinese for people, JSON for programs, progress on standard error."""

from __future__ import annotations

import contextlib
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

DONE = 0
FINDINGS = 1
USAGE = 2
BAD_INPUT = 3
INTERRUPTED = 130
"""Ctrl+C, as shells have it."""


class CliError(Exception):
    """Ends a command with a sentence for the user and an exit code."""

    def __init__(self, message: str, code: int = BAD_INPUT) -> None:
        super().__init__(message)
        self.code = code


def prepare_streams() -> None:
    """Let every console print what it can: what its encoding lacks is shown as an escape, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            terminal = stream.isatty()
            reconfigure(encoding=None if terminal else "utf-8", errors="backslashreplace")


def tell(*lines: str) -> None:
    """Print lines for people."""
    for line in lines:
        print(line, flush=True)


def complain(line: str) -> None:
    """Print a line on standard error."""
    with contextlib.suppress(OSError, ValueError):
        print(line, file=sys.stderr, flush=True)


def print_json(data: Any) -> None:
    """Print one JSON value for programs."""
    print(json.dumps(data, ensure_ascii=False, indent=2), flush=True)


@contextlib.contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error while long work runs; yields the function that takes (done, total)."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def write_crash(error: BaseException) -> str:
    """Write a crash file and return the sentence that names it."""
    import tempfile

    from game.session.folders import crashes_dir

    report = "".join(traceback.format_exception(error))
    name = f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
    for folder in (crashes_dir, lambda: Path(tempfile.gettempdir())):
        try:
            file = folder() / name
            file.write_text(report, encoding="utf-8")
        except OSError:
            continue
        return f"程序出错，已写下故障记录：{file}。已保存的推演不受影响，请把这个文件交给维护者。"
    return f"程序出错（{type(error).__name__}），故障记录也无法写入。已保存的推演不受影响。"
