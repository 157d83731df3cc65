"""`certify`: does skill win in a scenario, does everything in it happen, has everyone something to do."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.cli.output import DONE, FINDINGS, INTERRUPTED, CliError, complain, print_json, progress, tell

VERDICTS = ("passed", "reserved", "failed", "trial")
MARKS = {(True, "must"): "✓", (True, "should"): "✓", (False, "must"): "✗", (False, "should"): "△"}


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "certify",
        help="认证场景",
        description="由电脑以四种打法把场景各推演几十场，另加几十场抽签选择，判断：会做的能不能赢、情况会不会发生、"
        "有没有不用想的选项、席位是否空等、导调忙不忙得过来。",
        epilog="认证书（certificate.json 与 certificate.html）写在场景旁边；那里写不了就写进数据文件夹。\n"
        "按 Ctrl+C 提前结束：按已完成的各场给出试算，不写认证书，退出码 130。\n"
        "退出码：0 通过或有保留地通过，1 未通过或只是试算。",
    )
    parser.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    parser.add_argument("--runs", type=int, default=30, metavar="场", help="每种打法几场（默认 30，至少 20 才算认证）")
    parser.add_argument("--seed", type=int, default=1, metavar="种子", help="种子（默认 1）")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="个", help="同时运行的进程数")
    parser.add_argument("-o", "--output", type=Path, metavar="文件夹", help="认证书写到哪里，不写则在场景旁边")
    parser.add_argument("--status", action="store_true", help="不推演，只看现有的认证书是否还有效")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="认证书用中文还是英文（默认 zh）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Certify a scenario, or say whether it is; 1 where it is not, 130 where Ctrl+C ended it."""
    from game.cli.loading import checked

    if options.runs < 1 or options.jobs < 1:
        raise CliError("--runs 和 --jobs 至少是 1。")
    if not 0 <= options.seed < 1 << 100:
        raise CliError("--seed 要是不小于 0 的整数。")
    found = checked(options.scenario)
    if options.status:
        return _status(options, found)
    from game.authoring.certificate import certify, outranked

    with progress("认证") as report:
        made = certify(dict(found.bundle), runs=options.runs, seed=options.seed, jobs=options.jobs, progress=report)
    weak = options.output is None and not made["interrupted"] and outranked(made, options.scenario)
    files: tuple[Path, ...] = () if made["interrupted"] or weak else _write(made, options)
    if options.json:
        from game.authoring.certificate.wording import worded

        print_json({**worded(made, options.lang), "files": [str(file) for file in files]})
    else:
        _say(made, files, options.lang)
    if made["interrupted"]:
        complain("已中断：只按已完成的各场试算，没有写认证书。")
        return INTERRUPTED
    if weak:
        complain("这是试算；原来的认证书还有效，没有替换它。要写出来看，用 -o 换一个文件夹。")
    return DONE if made["verdict"] in ("passed", "reserved") else FINDINGS


def _write(made: dict[str, Any], options: argparse.Namespace) -> tuple[Path, Path]:
    from game.authoring.certificate import keep, write
    from game.authoring.certificate_places import DATA, PAGE

    try:
        if options.output is None:
            return keep(made, options.scenario, options.lang)
        return write(made, options.output / DATA, options.output / PAGE, options.lang)
    except OSError as error:
        place = options.output or options.scenario
        raise CliError(f"认证书没能写入：{place}（{error.strerror}）。请用 -o 换一个可以写入的文件夹。") from error


def _say(made: Mapping[str, Any], files: tuple[Path, ...], lang: str) -> None:
    from game.authoring.certificate.gates import PLAYED
    from game.authoring.certificate.page import said_asks, said_verdict
    from game.authoring.certificate.wording import Words, worded

    words, told = Words(lang), worded(made, lang)
    word, meaning = said_verdict(told, words)
    tell(words("line.verdict", title=told["title"], scenario=told["scenario"], word=word, meaning=meaning))
    for policy in PLAYED:
        if policy in told["scores"]:
            row = {key: f"{told['scores'][policy][key]:.1f}" for key in ("median", "p25", "p75")}
            tell("  " + words("line.score", policy=words.policy(policy), runs=told["scores"][policy]["runs"], **row))
    tell(f"  {said_asks(told, words)}")
    for gate in told["gates"]:
        tell(f"{MARKS[gate['met'], gate['weight']]} {words('colon', what=gate['name'], of=gate['found'])}")
        if gate["cure"]:
            tell(f"    {words('page.cure', cure=gate['cure'])}")
    for failed in told["failed"]:
        policy = words.policy(failed["policy"])
        complain(words("line.failed", policy=policy, seed=failed["seed"], error=failed["error"]))
    tell(*(words("line.written", file=file) for file in files))


def _status(options: argparse.Namespace, found: Any) -> int:
    from game.authoring.certificate import standing
    from game.authoring.certificate.wording import Words

    now, words = standing(options.scenario, found), Words(options.lang)
    verdict = now.certificate.get("verdict")
    if options.json:
        print_json({"status": now.word, "verdict": verdict, "file": None if now.data is None else str(now.data)})
    elif now.word == "none":
        tell(words("line.none", scenario=options.scenario))
    else:
        word = words(f"verdict.{verdict}") if verdict in VERDICTS else "？"
        still, made = words(f"line.{now.word}"), str(now.certificate.get("made", ""))[:10]
        tell(words("line.status", scenario=options.scenario, word=word, made=made, still=still), f"  {now.data}")
    return DONE if now.word == "valid" else FINDINGS
