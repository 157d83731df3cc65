"""`new`: a scenario to start from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.output import DONE, USAGE, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "new",
        help="写一份新场景：从模板开始",
        description="在一个新文件夹里写下一份能直接推演的场景，连同编辑器用的 JSON Schema。从不覆盖已有的文件。",
        epilog="模板：\n  first     一页起步：一个文件、一个席位、四周（默认；练手用，规模小，认证通不过）\n"
        "  table     三席桌面：三个席位，六周\n"
        "  campaign  分阶段战役：四个席位、五个阶段、十二周，分成几个文件",
    )
    parser.add_argument("folder", type=Path, metavar="文件夹", help="写到哪里；要是空的，或者还没有")
    parser.add_argument("--template", default="first", metavar="模板", help="first、table 或 campaign（默认 first）")
    parser.add_argument(
        "--keys", choices=("zh", "en"), default="en", metavar="zh|en", help="键用中文还是英文（默认 en）"
    )
    parser.add_argument("--title", default="", metavar="名称", help="场景的名称")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files and say what to do next."""
    from game.authoring.new import TEMPLATES, write_new

    if options.template not in {template.name for template in TEMPLATES}:
        known = "、".join(f"{template.name}（{template.zh}）" for template in TEMPLATES)
        raise CliError(f"没有模板 {options.template}，可以是：{known}。", USAGE)
    if len(options.title) > 200 or any(not char.isprintable() for char in options.title):
        raise CliError("--title 要是一行文字，不超过 200 个字。", USAGE)
    try:
        written = write_new(options.folder, options.template, options.keys, options.title.strip())
    except FileExistsError as error:
        raise CliError(f"{options.folder} 已经有内容，没有写。请换一个空的或新的文件夹。") from error
    except OSError as error:
        raise CliError(f"不能写入 {options.folder}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if options.json:
        print_json({"folder": str(options.folder), "files": [str(path) for path in written]})
        return DONE
    folder = f'"{options.folder}"' if " " in str(options.folder) else str(options.folder)
    tell(
        f"已在 {options.folder} 写下 {len(written)} 个文件。先打开 {options.folder / 'scenario.yaml'}。接下来：",
        f"  tonghe check {folder}      检查",
        f"  tonghe play {folder}       推演",
        f"  tonghe schema --for {folder}   改了编号以后，让编辑器认得新的编号",
    )
    return DONE
