"""`check`: diagnostics and lint of scenarios."""

from __future__ import annotations

import argparse
from typing import Any

from game.cli.output import DONE, FINDINGS, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "check", help="检查场景", description="检查场景文件，一次列出全部发现。有发现时退出码为 1。"
    )
    parser.add_argument("paths", nargs="+", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every path and return whether anything was found."""
    from game.scenario.render import render_text, to_json
    from game.session.library import load_scenario, scenario_path

    report, found = [], 0
    for given in options.paths:
        path = scenario_path(given)
        if not path.exists():
            raise CliError(f"找不到场景：{given}。请给出文件、文件夹，或场景库里的名字。")
        findings = load_scenario(path).findings
        found += len(findings)
        report.append({"path": str(given), "ok": not findings, "findings": [to_json(f) for f in findings]})
        if options.json:
            continue
        for finding in findings:
            tell(render_text(finding), "")
        counts = {level: sum(f.severity == level for f in findings) for level in ("error", "warning", "advice")}
        if findings:
            tell(f"{given}：错误 {counts['error']}，警告 {counts['warning']}，建议 {counts['advice']}。")
        else:
            tell(f"{given}：通过，没有发现问题。")
    if options.json:
        print_json({"ok": not found, "scenarios": report})
    return FINDINGS if found else DONE
