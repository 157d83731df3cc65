"""`simulate`: many runs of one scenario by one policy."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from game.cli.output import DONE, FINDINGS, INTERRUPTED, USAGE, CliError, complain, print_json, progress, tell

POLICIES = {"integrated": "统合", "routine": "常规科层", "campaign": "运动式", "formalistic": "形式"}
WITHOUT = {"organisation": "组织统合", "action": "行动统合", "supervision": "监督统合"}
LISTED = 30
"""Most runs that are listed one by one for people; `--json` lists them all."""
SHOWN = (
    ("incidence_true", "真实贫困发生率"),
    ("incidence_recorded", "账面贫困发生率"),
    ("approval", "群众认可度"),
    ("problems_found", "发现问题"),
    ("problems_rectified", "销号问题"),
    ("grassroots_hours", "基层工时"),
)


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "simulate",
        help="批量推演",
        description="由电脑以同一策略把一个场景推演多次，给出中位数与分布。",
        epilog="按 Ctrl+C 提前结束：已完成的各次照常输出，退出码 130。\n"
        "打开其中一次：simulate 场景 --row 那一次的种子 --keep 文件夹，策略须相同；"
        "写出的推演文件可以重放、核对、另起。",
    )
    parser.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    parser.add_argument("--policy", choices=tuple(POLICIES), default="integrated", help="策略")
    parser.add_argument("--without", choices=tuple(WITHOUT), help="从统合策略里去掉一项：组织统合、行动统合或监督统合")
    parser.add_argument("--runs", type=int, default=20, metavar="次", help="推演次数（默认 20）")
    parser.add_argument("--seed", type=int, default=1, metavar="种子", help="种子（默认 1）")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="个", help="同时运行的进程数")
    parser.add_argument("--workers", metavar="地址", help="在 Dask 集群上推演，例如 tcp://10.0.0.2:8786")
    parser.add_argument("--row", type=int, action="append", default=[], metavar="种子", help="只推演这一次，可以写多个")
    parser.add_argument("--keep", type=Path, metavar="文件夹", help="把每次推演存成推演文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the series; 1 where a run failed, 130 where Ctrl+C ended it."""
    from game.bots.base import PARTS
    from game.cli.loading import playable
    from game.lab.cluster import ClusterError
    from game.lab.simulate import simulate

    if options.without is not None and options.without not in PARTS.get(options.policy, ()):
        whole = POLICIES[options.policy]
        raise CliError(f"--without 只能和 --policy integrated 一起用：{whole}策略里没有可以去掉的一项。", USAGE)
    if options.workers and options.keep:
        raise CliError("--workers 和 --keep 不能一起用：推演文件会留在工作机上。")
    if options.runs < 1 or options.jobs < 1:
        raise CliError("--runs 和 --jobs 至少是 1。")
    if not 0 <= options.seed < 1 << 100:
        raise CliError("--seed 要是不小于 0 的整数。")
    if not all(0 <= row < 1 << 128 for row in options.row):
        raise CliError("--row 要是不小于 0 的整数。")
    scenario, bundle = playable(options.scenario)
    try:
        with progress("推演") as report:
            result = simulate(
                bundle,
                scenario=scenario,
                policy=options.policy,
                without=options.without,
                runs=options.runs,
                seed=options.seed,
                jobs=options.jobs,
                workers=options.workers,
                keep=options.keep,
                rows=options.row,
                progress=report,
            )
    except ClusterError as error:
        raise CliError(str(error)) from error
    if options.json:
        print_json(result)
    else:
        _say(result)
    if result["interrupted"]:
        complain(f"已中断：完成了 {result['runs']} 次，没有完成的不算在内。")
        return INTERRUPTED
    return FINDINGS if result["failed"] else DONE


def _say(result: dict[str, Any]) -> None:
    score = result["final"]["score"]
    times = f"{result['runs']} 次（种子 {result['seed']}）"
    lacking = f"（去掉{WITHOUT[result['without']]}）" if result["without"] else ""
    tell(
        f"{result['scenario']}，{POLICIES[result['policy']]}策略{lacking}，{times}",
        f"  总分 中位数 {score['median']:.1f}（四分位 {score['p25']:.1f} 至 {score['p75']:.1f}）",
        f"  退出评估通过率 {result['final']['passed']:.0%}",
    )
    for name, label in SHOWN:
        course = result["median"].get(name)
        if not course:
            continue
        text = "{:.2%}" if name in ("incidence_true", "incidence_recorded", "approval") else "{:.0f}"
        tell(f"  {label} 中位数 {text.format(course[0])} → {text.format(course[-1])}")
    if len(result["runs_detail"]) <= LISTED:
        for row in result["runs_detail"]:
            tell(f"  种子 {row['seed']}  总分 {row['score']:.1f}  退出评估{'通过' if row['passed'] else '未通过'}")
    for failed in result["failed"]:
        complain(f"种子 {failed['seed']} 的一次没有推演到底：{failed['error']}")
