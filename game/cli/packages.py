"""`install` and `pack`: scenarios from .zip files, and as .zip files for others."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.output import DONE, FINDINGS, CliError, complain, print_json, tell

if TYPE_CHECKING:
    from game.authoring.packages import Installed

SHOWN = 5
"""Files left out that are named."""


def add(commands: Any) -> None:
    """Add both commands to the grammar."""
    take = commands.add_parser(
        "install",
        help="安装场景",
        description="把别人打包的场景（.zip）检查后装进你的场景文件夹；不会覆盖已有的场景。",
        epilog="装好之后用场景的编号来推演、认证。有错误的场景不安装，退出码为 1。",
    )
    take.add_argument("file", type=Path, metavar="文件", help="场景的 zip 文件")
    take.add_argument("--replace", action="store_true", help="替换你已经装过的同编号场景")
    take.add_argument("--json", action="store_true", help="输出 JSON")
    take.set_defaults(run=run_install)

    out = commands.add_parser("pack", help="打包场景", description="把场景打成一个 zip 文件，发给别人安装。")
    out.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    out.add_argument("-o", "--output", type=Path, required=True, metavar="文件", help="写到哪里，例如 场景.zip")
    out.add_argument("--force", action="store_true", help="覆盖已有的文件")
    out.add_argument("--json", action="store_true", help="输出 JSON")
    out.set_defaults(run=run_pack)


def run_install(options: argparse.Namespace) -> int:
    """Install a package; 1 where its scenario has errors or another has its place."""
    from game.authoring.packages import BadPackage, install
    from game.scenario.render import render_text, to_json

    if not options.file.is_file():
        raise CliError(f"找不到文件：{options.file}。")
    try:
        done = install(options.file, replace=options.replace)
    except BadPackage as error:
        raise CliError(str(error)) from error
    except OSError as error:
        raise CliError(f"不能写入你的场景文件夹（{error.strerror}）。请检查磁盘与权限。") from error
    scenario, findings = done.checked.scenario, done.checked.findings
    if options.json:
        print_json(
            {
                "outcome": done.outcome,
                "scenario": scenario.id if scenario is not None else None,
                "folder": str(done.folder) if done.folder is not None else None,
                "left_out": list(done.left_out),
                "findings": [to_json(finding) for finding in findings],
            }
        )
        return DONE if done.outcome in ("installed", "replaced", "same") else FINDINGS
    for finding in findings:
        complain(render_text(finding) + "\n")
    if done.left_out:
        named = "、".join(done.left_out[:SHOWN]) + ("等" if len(done.left_out) > SHOWN else "")
        tell(f"没有取出的 {len(done.left_out)} 个文件不是场景的内容：{named}。")
    if scenario is None:
        tell(f"{options.file.name}：场景有 {len(done.checked.errors)} 处错误，没有安装。请把上面的发现告诉作者。")
        return FINDINGS
    told = {
        "installed": f"已安装“{scenario.title}”（{scenario.id}）：{done.folder}",
        "replaced": f"已用这一份替换“{scenario.title}”（{scenario.id}）：{done.folder}",
        "same": f"“{scenario.title}”（{scenario.id}）已经装过，内容一样：{done.folder}",
        "taken": f"你已经有编号为“{scenario.id}”的另一个场景{_versions(done)}：{done.folder}。"
        "没有安装；要替换请加 --replace。",
    }
    tell(told[done.outcome])
    return FINDINGS if done.outcome == "taken" else DONE


def _versions(done: Installed) -> str:
    """Say which version lies there and which one came, where the first can be read."""
    mine, new = done.mine.scenario if done.mine is not None else None, done.checked.scenario
    return f"（那是版本 {mine.version}，这是 {new.version}）" if mine is not None and new is not None else ""


def run_pack(options: argparse.Namespace) -> int:
    """Pack a scenario."""
    from game.authoring.packages import pack
    from game.cli.loading import checked

    found = checked(options.scenario)
    if options.output.suffix.lower() != ".zip":
        raise CliError(f"请把 {options.output.name} 改成以 .zip 结尾。")
    if options.output.exists() and not options.force:
        raise CliError(f"{options.output} 已经存在。换一个名字，或加 --force 覆盖。")
    try:
        names = pack(options.scenario, options.output, found)
    except OSError as error:
        raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的地方。") from error
    size = options.output.stat().st_size
    if options.json:
        print_json({"file": str(options.output), "bytes": size, "files": list(names)})
    else:
        tell(f"已打包 {options.output}：{len(names)} 个文件，{size / 1000:.0f} KB。对方运行 install 安装。")
    return DONE
