"""`import` and `events`: event lists as Excel tables, into a scenario and out of one."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from game.cli.output import DONE, FINDINGS, CliError, print_json, tell


def add(commands: Any) -> None:
    """Add both commands to the grammar."""
    bring = commands.add_parser(
        "import",
        help="导入事件清单",
        description="读事件清单（xlsx 或 csv），先列出每件情况与全部问题；加 --yes 才写进场景。",
        epilog="表头写：序号、时间、类型、方式、发出方、接收方、内容、预期行动（也认英文）；还可以有 编号、标题、地点、"
        "答复期限、目标、干扰。\n时间写 第7天、第2周、2019-09-09、人工投放、条件：…、某件情况之后几天。\n"
        "已有的内容一个字也不改：场景是文件夹的，情况写进 injects/imported.yaml，再次导入接在后面；"
        "场景是单独一个 .yaml 文件的，接在它的情况后面。有发现时退出码为 1。",
    )
    bring.add_argument("table", type=Path, metavar="事件清单", help="xlsx 或 csv")
    where = "场景的文件夹，已有的或新的；也可以是单个场景文件"
    bring.add_argument("-o", "--output", type=Path, required=True, metavar="文件夹", help=where)
    bring.add_argument("--mapping", type=Path, metavar="文件", help="列对照文件；没有这个文件就把认出的列写进去")
    bring.add_argument("--start", metavar="日期", help="新场景从哪天开始，例如 2019-09-02")
    bring.add_argument("--title", default="", metavar="标题", help="新场景的标题")
    consent = bring.add_mutually_exclusive_group()
    consent.add_argument("--yes", action="store_true", help="看过之后写入")
    consent.add_argument("--dry-run", action="store_true", help="只看，不写（不加 --yes 时也是这样）")
    bring.add_argument("--json", action="store_true", help="输出 JSON")
    bring.set_defaults(run=run_import)

    out = commands.add_parser("events", help="导出事件清单", description="把场景的情况写成事件清单，改好后可以再导入。")
    out.add_argument("scenario", metavar="场景", help="场景文件、文件夹，或场景库里的名字")
    out.add_argument("-o", "--output", type=Path, required=True, metavar="文件", help="写到哪里，例如 情况.xlsx")
    out.add_argument("--blank", action="store_true", help="写一份空白清单：全部表头、两行示例，另一张表说明每列怎么填")
    out.add_argument("--force", action="store_true", help="覆盖已有的文件")
    out.add_argument("--json", action="store_true", help="输出 JSON")
    out.set_defaults(run=run_export)


def run_import(options: argparse.Namespace) -> int:
    """Show what an event list comes to, and write it where that is wanted; 1 where there are findings."""
    from game.authoring.events import bring, mapping_of, write

    if not options.table.is_file():
        raise CliError(f"找不到文件：{options.table}。")
    start = _date(options.start)
    brought = bring(options.table, options.output, mapping=options.mapping, start=start, title=options.title)
    kept = mapping_of(brought)
    written: list[Path] = []
    try:
        if options.mapping is not None and not options.mapping.exists() and kept is not None:
            _write_mapping(options.mapping, kept)
        if options.yes and brought.files:
            written = write(brought, options.output)
    except OSError as error:
        raise CliError(f"不能写入 {error.filename or options.output}（{error.strerror}）。请换一个地方。") from error
    notes = brought.notes.all()
    if options.json:
        print_json(
            {
                "ok": not notes,
                "new": brought.new,
                "columns": kept.to_json() if kept is not None else None,
                "events": [{"row": event.row, **event.inject} for event in brought.events],
                "findings": [{**note.to_json(), **_where(note.place)} for note in notes],
                "files": sorted(brought.files),
                "written": [str(path) for path in written],
            }
        )
    else:
        _say(brought, kept, written, options)
    return FINDINGS if notes else DONE


def _write_mapping(path: Path, kept: Any) -> None:
    from game.authoring.events.columns import write_mapping

    write_mapping(path, kept)


def _where(place: str) -> dict[str, Any]:
    """Return sheet, row and column of a cell's place, null where the finding is of the whole file."""
    from game.authoring.notes import cell_of

    sheet, row, column = cell_of(place) or (None, None, None)
    return {"sheet": sheet, "row": row, "column": column}


def _date(said: str | None) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise CliError("--start 要写成日期，例如 2019-09-02。") from None


def _say(brought: Any, kept: Any, written: list[Path], options: argparse.Namespace) -> None:
    from game.authoring.events.columns import COLUMNS, UNCHOSEN

    if kept is not None:
        pairs = (f"{name}→{COLUMNS[key].zh}" if name != COLUMNS[key].zh else name for key, name in kept.columns.items())
        tell(f"认出的列：{'、'.join(pairs)}")
    for event in brought.events:
        inject = event.inject
        when, to = _time(inject["trigger"]), "、".join(inject["to"])
        tell(f"  第{event.row}行 {inject['id']}  {when}  {inject['title']} → {to}")
    for note in brought.notes.all():
        tell("", note.render())
    notes = brought.notes
    if any(note.code in UNCHOSEN for note in notes.found):
        tell("", "指明哪一列是什么：加 --mapping 文件，写法见 docs/authoring.md 的“表格”。")
    if notes.found:
        tell("", f"错误 {notes.errors}，警告 {len(notes.found) - notes.errors}。")
    if written:
        tell(*(f"已写入 {path}" for path in written))
    elif not brought.files:
        tell("没有写入。改正错误后再导入一次。")
    else:
        kind = "新场景" if brought.new else "已有的场景"
        tell(f"{len(brought.events)} 件情况可以写进{kind} {options.output}：{'、'.join(brought.files)}。")
        tell("还没有写入。看过之后加 --yes 再运行一次。")


def _time(trigger: dict[str, Any]) -> str:
    from game.authoring.events.wording import say_time
    from game.scenario.model import Trigger

    given = {**trigger, "at": date.fromisoformat(trigger["at"])} if isinstance(trigger.get("at"), str) else trigger
    return say_time(Trigger(**given))


def run_export(options: argparse.Namespace) -> int:
    """Write a scenario's event list, or an empty one to be filled in."""
    from game.authoring.events import county_of, frame_of, write_events, write_sample
    from game.authoring.events.export import left_out
    from game.cli.loading import checked

    found = checked(options.scenario)
    assert found.scenario is not None
    if options.output.suffix.lower() != ".xlsx":
        raise CliError(f"事件清单写成 xlsx：请把 {options.output.name} 改成以 .xlsx 结尾。")
    if options.output.exists() and not options.force:
        raise CliError(f"{options.output} 已经存在。换一个名字，或加 --force 覆盖。")
    frame = frame_of(found.scenario, county_of(found))
    try:
        if options.blank:
            write_sample(frame, options.output)
            _say_blank(options)
            return DONE
        count = write_events(found.scenario, frame, options.output)
    except OSError as error:
        raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的地方。") from error
    rest = left_out(found.scenario)
    if options.json:
        print_json({"file": str(options.output), "events": count, "left_out": rest})
    else:
        tell(f"已写出 {options.output}：{count} 件情况。")
        if rest:
            names = {
                "problem": "问题",
                "options": "选项",
                "effects": "后果",
                "escalate": "升级",
                "variants": "别的写法",
                "trap": "陷阱",
            }
            said = "、".join(f"{names[part]} {many} 件" for part, many in rest.items())
            tell(f"清单里没有这些内容，仍以场景文件为准：{said}。")
    return DONE


def _say_blank(options: argparse.Namespace) -> None:
    if options.json:
        print_json({"file": str(options.output), "events": 0, "left_out": {}})
    else:
        tell(f"已写出空白清单 {options.output}。填好后用 import 导入。")
