"""`schema`: the JSON Schema of scenario files, for completion and hover in editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from game.cli.output import DONE, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "schema",
        help="导出场景的 JSON Schema",
        description="导出场景文件的 JSON Schema：编辑器（如装了 YAML 扩展的 VS Code）据此补全、悬停说明、标出错误。"
        "加 --for 就写到那个场景旁边，并能补全它自己的席位、情况、乡镇等编号；改了编号后再运行一次。",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="文件", help="写到哪个文件；不写就打印，加了 --for 就写在场景旁边"
    )
    parser.add_argument(
        "--for", dest="scenario", type=Path, metavar="场景", help="补全这个场景（文件或文件夹）自己的编号"
    )
    parser.add_argument(
        "--lang", choices=("zh", "en"), default="zh", metavar="zh|en", help="说明用中文还是英文（默认 zh）"
    )
    parser.add_argument(
        "--keys", choices=("zh", "en"), metavar="zh|en", help="键用中文还是英文；不写用英文，加了 --for 就与场景一致"
    )
    parser.add_argument("--json", action="store_true", help="写到文件时，输出 JSON 说明写在哪里")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema or write it, and say how an editor finds it."""
    from game.authoring.modeline import beside, modeline, schema_for, write_schema
    from game.authoring.schema import schema

    if options.scenario is not None and not options.scenario.exists():
        raise CliError(f"找不到场景：{options.scenario}。请给出自己的文件或文件夹。")
    if options.scenario is not None:
        whole = schema_for(options.scenario, options.lang, options.keys)
    else:
        whole = schema(options.lang, options.keys or "en")
    path = options.output or (beside(options.scenario) if options.scenario is not None else None)
    if path is None:
        print(json.dumps(whole, ensure_ascii=False, indent=1), flush=True)
        return DONE
    try:
        write_schema(path, whole)
    except FileExistsError as error:
        raise CliError(f"{path} 已经存在，而且不是本程序写的。请换一个文件名。") from error
    except OSError as error:
        raise CliError(f"不能写入 {path}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if options.json:
        print_json({"file": str(path)})
        return DONE
    tell(f"已写到 {path}。", "编辑器认它，要在场景文件的第一行写：", f"  {modeline('scenario.yaml', path.name)}")
    return DONE
