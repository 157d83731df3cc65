"""`try`: a scenario from one of its injects on, played by bots, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.cli.output import DONE, CliError, print_json, progress, tell
from game.cli.simulate import POLICIES


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "try",
        help="从某件情况试推演",
        description="由电脑推演到某件情况送达那天，按需要改动指标，再推演几个回合，说明接下来发生什么。",
        epilog="到不了的情况由导调指令投放；指标由导调的“调整数值”改动，和课堂上一样留痕。\n"
        "--set 的写法：指标@哪里=数值，例如 fatigue=700、pressure@qingshan=300、trust@canglan=650、funds@special=20；"
        "农户的指标只能增减，例如 water@qingshan-01=+30、approval@qingshan=-50。",
    )
    parser.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    parser.add_argument("--from", dest="inject", required=True, metavar="情况", help="情况的编号")
    parser.add_argument("--day", type=int, metavar="天", help="从第几天开始；不写则等它自己送达")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="指标=数值", help="可以写多个")
    parser.add_argument("--choose", default="", metavar="选项", help="让收件席位选这个选项")
    parser.add_argument("--seat", default="", metavar="席位", help="看这个席位桌上有什么")
    parser.add_argument("--policy", choices=tuple(POLICIES), default="integrated", help="电脑用的策略")
    parser.add_argument("--turns", type=int, default=6, metavar="回合", help="往后推演几个回合（默认 6）")
    parser.add_argument("--seed", type=int, default=1, metavar="种子", help="种子（默认 1）")
    parser.add_argument(
        "--keep", type=Path, metavar="文件", help="把情况刚送达时的推演存成文件，席位交给人，可在窗口里接着推演"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Try the scenario and tell what follows."""
    from game.authoring.trial_errors import TrialError
    from game.authoring.trial_figures import parse_setting
    from game.authoring.tryout import Wish, try_out
    from game.cli.loading import playable

    if not 0 <= options.seed < 1 << 100:
        raise CliError("--seed 要是不小于 0 的整数。")
    _, bundle = playable(options.scenario)
    try:
        wish = Wish(
            options.inject,
            options.day,
            tuple(parse_setting(text) for text in options.settings),
            options.choose,
            options.seat,
            options.policy,
            options.seed,
            options.turns,
        )
        with progress("试推演") as report:
            found = try_out(bundle, wish, keep=options.keep, progress=report)
    except TrialError as error:
        raise CliError(str(error)) from error
    if options.json:
        print_json(found)
    else:
        _say(found)
    return DONE


def _say(found: dict[str, Any]) -> None:
    paper = found["paper"]
    came = f"第{paper['delivered']}天自行送达" if found["came"] == "by_itself" else "由导调投放"
    tell(f"{found['title']}，第 {found['day']} 天（第 {found['turn'] + 1} 回合），{POLICIES[found['policy']]}策略")
    tell(f"{paper['title']}（{found['inject']}）{came}，收件：{'、'.join(paper['to'])}")
    if found["condition"] is not None and found["came"] == "fired":
        tell(f"  触发条件此时{'已经成立' if found['condition'] else '并不成立'}。")
    for row in found["set"]:
        tell(f"  已设定 {row['setting']}（{row['adjusted']} 处有改动）")
    tell(*(f"  | {line}" for line in paper["text"].splitlines()))
    for option in paper["options"]:
        tell(f"  · {option['id']}：{option['text']}（精力 {option['attention']}，{option['money']} 万元）")
    if found["desk"] is not None:
        desk = found["desk"]
        tell(f"{desk['name']}的桌上（精力 {desk['attention']}）：")
        papers = [f"  {row['title']}（{row['id']}）" for row in desk["papers"]]
        tell(*papers or ("  没有待办的情况。",))
    if found["chosen"]:
        tell(f"{found['chosen']['by']}选了 {found['chosen']['option']}。")
    for turn in found["turns"]:
        tell(f"第 {turn['turn']} 回合，到第 {turn['day']} 天")
        tell(*(f"  {row['who'] + '：' if row['who'] else ''}{row['text']}" for row in turn["lines"]))
        if turn["commands"]:
            tell("  指令：" + "、".join(f"{name} {count}" for name, count in turn["commands"].items()))
    tell("指标：")
    tell(*(f"  {name} {shown['before']} → {shown['after']}" for name, shown in _named(found["figures"])))
    ended = found["ended"]
    tell(f"到第 {ended['day']} 天：{paper['title']}{_state(ended['state'])}，总分 {ended['score']:.1f}。")
    if found["kept"]:
        tell(f"已写出 {found['kept']}，可在桌面程序里打开，从这里接着推演。")


def _named(figures: dict[str, dict[str, int]]) -> list[tuple[str, dict[str, str]]]:
    from game.authoring.trial_told import written
    from game.exercise.texts import has, say

    return [
        (
            say(f"figure.{name}") if has(f"figure.{name}") else name,
            {side: written(name, value) for side, value in pair.items()},
        )
        for name, pair in figures.items()
    ]


def _state(state: str) -> str:
    from game.exercise.lifecycles import label

    return label("inject", state)
