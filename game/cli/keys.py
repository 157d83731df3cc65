"""`keys`: turn a scenario's keys from English into Chinese or back."""

from __future__ import annotations

import argparse
import codecs
from pathlib import Path
from typing import Any

from game.cli.output import DONE, CliError, print_json, tell

_LANGUAGES = {"zh": "中文键", "en": "英文键"}


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "keys",
        help="场景的键：中文、英文互换",
        description="把场景文件的键和固定词换成中文或英文，其余一字不动：注释、缩进、引号都保留，换过去再换回来与原来相同。",
    )
    parser.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字（要加 -o）")
    parser.add_argument("--to", choices=("zh", "en"), required=True, metavar="zh|en", help="换成中文键还是英文键")
    parser.add_argument("-o", "--output", type=Path, metavar="文件夹", help="另写一份；不写就改原来的文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Turn the scenario's files and say how many words changed in each."""
    from game.authoring.turn_keys import turn
    from game.resources import list_scenarios
    from game.scenario.files import read_path
    from game.session.library import scenario_path

    path = scenario_path(options.scenario)
    if not path.exists():
        raise CliError(f"找不到场景：{options.scenario}。场景库里有：{'、'.join(list_scenarios()) or '（空）'}。")
    if options.output is None and not Path(options.scenario).exists():
        raise CliError("场景库里的场景不能直接改。请加 -o 写到自己的文件夹。")
    if options.output is not None and options.output.exists():
        raise CliError(f"{options.output} 已经存在。请换一个新的文件夹。")
    files = read_path(path)
    if files.faults:
        _, span, _ = files.faults[0]
        raise CliError(f"{span.file} 不能转换。请先运行 check {options.scenario}，按提示改正。")
    turned = turn(files.bundle, options.to)
    if turned.faults:
        name, line = turned.faults[0]
        raise CliError(f"{name} 第 {line} 行有错，没有转换。请先运行 check {options.scenario}，按提示改正。")
    folder = path if path.is_dir() else path.parent
    written = _copy(files.bundle, turned.bundle, options.output) if options.output else _replace(folder, turned.bundle)
    if options.json:
        print_json({"to": options.to, "folder": str(options.output or folder), "words": turned.edits})
    elif not turned.edits:
        tell(f"{options.scenario}：已经是{_LANGUAGES[options.to]}，没有要换的。")
    else:
        for name, count in turned.edits.items():
            tell(f"{written / name}：换了 {count} 个词。")
    return DONE


def _copy(bundle: dict[str, str], turned: dict[str, str], folder: Path) -> Path:
    try:
        for name, text in {**bundle, **turned}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise CliError(f"不能写入 {folder}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    return folder


def _replace(folder: Path, turned: dict[str, str]) -> Path:
    """Write each file beside the old one first and put it in its place at once, its byte order mark kept."""
    for name, text in turned.items():
        path = folder / name
        spare = path.with_name(path.name + ".new")
        try:
            old = path.read_bytes()
            encoded = text.encode("utf-16" if old[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8")
            spare.write_bytes(codecs.BOM_UTF8 + encoded if old.startswith(codecs.BOM_UTF8) else encoded)
            spare.replace(path)
        except OSError as error:
            raise CliError(f"不能写入 {path}（{error.strerror}）。请检查文件是否只读、是否被别的程序打开。") from error
    return folder
