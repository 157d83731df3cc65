"""`replay`: a session's state on any day, and the proof that its file holds."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.output import DONE, FINDINGS, CliError, complain, print_json, progress, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "replay", help="重放推演", description="重放一个推演文件：给出状态哈希与各项数字。不改动文件。"
    )
    parser.add_argument("file", type=Path, metavar="文件", help="推演文件（*.tonghe）")
    parser.add_argument("--to", type=int, metavar="日", help="重放到第几日清晨；不写则到最后")
    parser.add_argument("--verify", action="store_true", help="从头重新执行每条指令并逐一核对")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Replay and say what stands; 1 where the file is damaged or does not hold."""
    from game.exercise.views.project import project
    from game.session.session import Session, state_hash

    if options.to is not None and options.to < 0:
        raise CliError("--to 不能是负数。")
    with Session.open(options.file, reading=True) as session:
        state = session.state if options.to is None else session.state_at(options.to)
        figures = {name: figure.value for name, figure in project(state, "review").figures.items()}
        verdict = None
        if options.verify:
            with progress("核对指令") as report:
                verdict = session.verify(report)
        result: dict[str, Any] = {
            "file": str(options.file),
            "scenario": session.header["scenario"],
            "app": session.header["app"],
            "day": state.day,
            "turn": state.turn,
            "date": state.date.isoformat(),
            "session": state.session.state,
            "commands": state.seq,
            "chain": session.chain,
            "state_hash": state_hash(state),
            "figures": figures,
            "damage": session.damage,
        }
    if verdict is not None:
        result["verify"] = {"ok": verdict.ok, "seq": verdict.seq, "reason": verdict.reason, "by": verdict.by}
    if options.json:
        print_json(result)
    else:
        _say(result)
    return FINDINGS if result["damage"] or (verdict is not None and not verdict.ok) else DONE


def _say(result: dict[str, Any]) -> None:
    from game.exercise.texts import say

    if result["damage"]:
        complain(str(result["damage"]))
    tell(
        f"{result['file']}（场景 {result['scenario']}，由 {result['app']} 保存）",
        f"第 {result['day']} 日（{result['date']}），第 {result['turn']} 回合，已执行 {result['commands']} 条指令",
        f"状态哈希 {result['state_hash']}",
    )
    for name, value in result["figures"].items():
        tell(f"  {say(f'figure.{name}')}：{value}")
    verdict = result.get("verify")
    if verdict is None:
        return
    if verdict["ok"]:
        how = "重新执行了每一条指令，全部一致" if verdict["by"] == "commands" else "规则已更新，按事件核对，全部一致"
        tell(f"核对：{how}。")
    else:
        tell(f"核对：{verdict['reason']}。第 {verdict['seq']} 条指令起不可信。")
