"""`check`: diagnostics and lint of scenarios, for people and programs, and their safe fixes put into force."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.output import DONE, FINDINGS, CliError, print_json, tell

if TYPE_CHECKING:
    from game.authoring.mending import Mending
    from game.scenario.findings import Finding
    from game.scenario.render import Lang

_SAID = {
    "passed": {"zh": "{path}：通过，没有发现问题。", "en": "{path}: passed, nothing found."},
    "found": {"zh": "{path}：{counts}。", "en": "{path}: {counts}."},
    "fixed": {"zh": "{path}：已改 {count} 处，写入 {files} 个文件。", "en": "{path}: {count} mended in {files} files."},
    "would": {
        "zh": "{path}：可以改 {count} 处，涉及 {files} 个文件；没有写入。",
        "en": "{path}: {count} could be mended in {files} files; nothing was written.",
    },
    "nothing": {"zh": "{path}：没有能放心代改的地方。", "en": "{path}: nothing can safely be mended."},
    "recoded": {"zh": "{name}：改存为 UTF-8。", "en": "{name}: saved as UTF-8."},
}


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "check",
        help="检查场景",
        description="检查场景文件，一次列出全部发现。有发现时退出码为 1。\n"
        "--fix 只改有把握的地方（全角冒号、制表符、缺空格、写成名称的编号、差一个字母的词等），其余内容一字不动。",
    )
    parser.add_argument("paths", nargs="+", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="输出形式，默认 text")
    form.add_argument("--json", action="store_const", const="json", dest="format", help="同 --format json")
    form.add_argument("--sarif", action="store_const", const="sarif", dest="format", help="同 --format sarif")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言")
    parser.add_argument("--fix", action="store_true", help="把有把握的改动写进文件，并列出改了什么")
    parser.add_argument("--dry-run", action="store_true", help="和 --fix 一起用：只列出会改什么，不写文件")
    parser.set_defaults(run=run, format="text")


def run(options: argparse.Namespace) -> int:
    """Check every path and return whether anything was found."""
    from game.authoring.mending import folder_of, mending
    from game.scenario.render import to_json
    from game.scenario.sarif import to_sarif
    from game.session.library import load_scenario, scenario_path

    if options.dry_run and not options.fix:
        raise CliError("--dry-run 要和 --fix 一起用。", 2)
    form, lang = options.format, options.lang
    report: list[dict[str, Any]] = []
    found: list[tuple[Path, tuple[Finding, ...]]] = []
    for given in options.paths:
        path = Path(given) if options.fix else scenario_path(given)
        if not path.exists():
            hint = "--fix 只改你给出的文件；场景库里的场景请先复制一份。" if options.fix else ""
            raise CliError(f"找不到场景：{given}。请给出文件、文件夹，或场景库里的名字。{hint}")
        entry: dict[str, Any] = {"path": str(given)}
        done = mending(path) if options.fix else None
        if done is not None:
            _write(done, given, options)
            entry |= _mended(done, lang, written=not options.dry_run)
        findings = done.left if done is not None and options.dry_run else load_scenario(path).findings
        found.append((folder_of(path), findings))
        report.append({**entry, "ok": not findings, "findings": [to_json(f, lang) for f in findings]})
        if form == "text":
            _print(given, findings, lang)
    count = sum(len(findings) for _, findings in found)
    if form == "json":
        print_json({"ok": not count, "scenarios": report})
    elif form == "sarif":
        print_json(to_sarif(found, lang))
    return FINDINGS if count else DONE


def _print(given: str, findings: tuple[Finding, ...], lang: Lang) -> None:
    from game.scenario.render import render_text, summary

    for finding in findings:
        tell(render_text(finding, lang), "")
    if findings:
        tell(_SAID["found"][lang].format(path=given, counts=summary(findings, lang)))
    else:
        tell(_SAID["passed"][lang].format(path=given))


def _write(done: Mending, given: str, options: argparse.Namespace) -> None:
    """Write what was mended unless this is a dry run, and show it where people read."""
    lang = options.lang
    if not options.dry_run:
        for change in done.changes:
            try:
                change.write()
            except OSError as error:
                raise CliError(f"写不了 {change.path}：{error.strerror or error}。") from error
    if options.format != "text":
        return
    for change in done.changes:
        tell(*change.diff())
        if change.recoded:
            tell(_SAID["recoded"][lang].format(name=change.name))
    which = "nothing" if not done.changes else "would" if options.dry_run else "fixed"
    count = len(done.cured) + sum(change.recoded for change in done.changes)
    tell(_SAID[which][lang].format(path=given, count=count, files=len(done.changes)), "")


def _mended(done: Mending, lang: Lang, *, written: bool) -> dict[str, Any]:
    from game.scenario.render import to_json

    return {
        "fixed": [to_json(finding, lang) for finding in done.cured],
        "changed": [
            {"file": change.name, "recoded": change.recoded, "diff": list(change.diff())} for change in done.changes
        ],
        "written": written,
    }
