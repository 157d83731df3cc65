"""`county`: bring a county of one's own, take one out to change it, or have one invented."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.output import DONE, FINDINGS, CliError, print_json, tell

if TYPE_CHECKING:
    from game.county.place import County

_SEED_BITS = 128


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "county",
        help="县域：导入、导出、生成",
        description="用自己的地图和村表做县域文件，导出县域来修改，或生成一个虚构的县。",
    )
    kinds = parser.add_subparsers(title="做什么", metavar="做什么", required=True)
    bring = kinds.add_parser(
        "import",
        help="由地图和村表做县域文件",
        description="读乡镇边界（GeoJSON）和村表（xlsx 或 csv），一次列出全部问题；没有错误就写出县域文件。"
        "有发现时退出码为 1。",
    )
    bring.add_argument("--map", type=Path, required=True, metavar="文件", help="乡镇边界，GeoJSON")
    bring.add_argument("--table", type=Path, required=True, metavar="文件", help="村表，xlsx 或 csv")
    bring.add_argument("--name", default="", metavar="名称", help="县的名称；不写则用文件里的")
    _output(bring, "县域文件写到哪里，例如 county.yaml", "文件")
    bring.set_defaults(run=run_import)

    out = kinds.add_parser(
        "export", help="导出地图和村表", description="把一个县域写成 GeoJSON 地图和村表，修改后可以再导入。"
    )
    out.add_argument("county", metavar="县域", help="县域库里的名字，或县域文件的路径")
    _output(out, "写到哪个文件夹", "文件夹")
    out.set_defaults(run=run_export)

    make = kinds.add_parser("invent", help="生成虚构的县", description="由种子生成一个虚构的县；种子相同，县就相同。")
    make.add_argument("--townships", type=int, default=31, metavar="个", help="乡镇数，3 至 60（默认 31）")
    make.add_argument("--zones", type=int, metavar="个", help="战区数，1 至 9（默认 5）")
    make.add_argument("--households", type=int, metavar="户", help="农户总数（默认每个乡镇约 7700）")
    make.add_argument("--poor", type=int, default=52, metavar="百分比", help="贫困村占多少（默认 52）")
    make.add_argument("--incidence", metavar="百分比", help="开局时账面贫困发生率，例如 24.60；不写则与 T县 相同")
    make.add_argument("--seed", type=int, default=1, metavar="种子", help="种子（默认 1）")
    make.add_argument("--name", default="某县", metavar="名称", help="县的名称")
    _output(make, "县域文件写到哪里，例如 county.yaml", "文件")
    make.set_defaults(run=run_invent)


def _output(parser: Any, what: str, kind: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=kind, help=what)
    parser.add_argument("--force", action="store_true", help="覆盖已有的文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run_import(options: argparse.Namespace) -> int:
    """Read map and table, show every finding, and write the county where none is an error."""
    from game.authoring.bring import bring

    for path in (options.map, options.table):
        if not path.is_file():
            raise CliError(f"找不到文件：{path}。")
    _free(options.output, force=options.force)
    made = bring(options.map, options.table, options.name)
    if made.text is not None:
        _write(options.output, made.text)
    county = made.county
    if options.json:
        print_json(
            {
                "ok": not made.notes,
                "file": None if county is None else str(options.output),
                "county": None if county is None else summary(county),
                "findings": [note.to_json() for note in made.notes],
            }
        )
    else:
        for note in made.notes:
            tell(note.render(), "")
        errors = sum(note.severity == "error" for note in made.notes)
        if made.notes:
            tell(f"错误 {errors}，警告 {len(made.notes) - errors}。")
        if county is None:
            tell("没有写出县域文件。改正错误后再导入一次。")
        else:
            _say(county, options.output)
    return FINDINGS if made.notes else DONE


def run_export(options: argparse.Namespace) -> int:
    """Write a county's map and tables."""
    from game.authoring.export import FILES, write_out

    county = _county(options.county)
    for name in FILES:
        _free(options.output / name, force=options.force)
    try:
        files = write_out(county, options.output)
    except OSError as error:
        raise CliError(f"不能写入 {options.output}（{error.strerror}）。请换一个可以写入的文件夹。") from error
    if options.json:
        print_json({"files": [str(file) for file in files], "county": summary(county)})
    else:
        tell(*(str(file) for file in files), "改好后用 county import 导入：xlsx 里有全部内容，csv 只有村。")
    return DONE


def run_invent(options: argparse.Namespace) -> int:
    """Invent a county and write it."""
    from game.county.invent import HOUSEHOLDS_MOST, TOWNSHIPS, ZONES_MOST, Wishes, invent
    from game.county.write import write_county

    if not 0 <= options.seed < 1 << _SEED_BITS:
        raise CliError("--seed 要是不小于 0 的整数。")
    townships = options.townships
    wishes = Wishes(
        townships=townships,
        zones=min(5, max(1, townships)) if options.zones is None else options.zones,
        households=7_700 * max(1, townships) if options.households is None else options.households,
        poor_permille=10 * options.poor,
        profile=_profile(options.incidence),
        name=options.name,
    )
    most = HOUSEHOLDS_MOST * townships
    says = {
        "townships": f"--townships 要在 {TOWNSHIPS[0]} 与 {TOWNSHIPS[1]} 之间。",
        "zones": f"--zones 要在 1 与 {ZONES_MOST} 之间，且不多于乡镇数。",
        "households": f"--households 要在 {townships} 与 {most} 之间，每个乡镇最多 {HOUSEHOLDS_MOST}。",
        "poor_permille": "--poor 要在 0 与 100 之间。",
    }
    if wishes.fault():
        raise CliError(says[wishes.fault()])
    _free(options.output, force=options.force)
    county = invent(wishes, options.seed)
    _write(options.output, write_county(county))
    if options.json:
        print_json({"file": str(options.output), "seed": options.seed, "county": summary(county)})
    else:
        _say(county, options.output)
    return DONE


def _profile(incidence: str | None) -> dict[str, int]:
    """Return the starting figures of an incidence in percent; above the usual register nobody is lifted yet."""
    if incidence is None:
        return {}
    from game.county.params import parameters

    try:
        share = Decimal(incidence.strip().rstrip("%")) * 100
    except InvalidOperation:
        share = Decimal(-1)
    if not (share.is_finite() and 0 <= share <= 10_000) or share != int(share):
        raise CliError("--incidence 要在 0 与 100 之间，最多两位小数，例如 24.60。")
    recorded = int(share)
    return {
        "registered_bp": max(recorded, parameters("households").number("profile.registered_bp")),
        "recorded_bp": recorded,
    }


def summary(county: County) -> dict[str, Any]:
    """Return what a county comes to."""
    villages = county.villages
    return {
        "name": county.name,
        "zones": len(county.zones),
        "townships": len(county.townships),
        "villages": len(villages),
        "poor_villages": sum(v.poor for v in villages),
        "households": sum(v.households for v in villages),
        "sites": len(county.sites),
    }


def _say(county: County, path: Path) -> None:
    said = summary(county)
    tell(
        f"已写出 {path}：{said['name']}，{said['zones']} 个战区、{said['townships']} 个乡镇、{said['villages']} 个村"
        f"（贫困村 {said['poor_villages']}）、{said['households']} 户、{said['sites']} 个安置点。",
        "放进场景的文件夹并命名为 county.yaml，场景就用这个县。",
    )


def _county(given: str) -> County:
    from game.authoring.notes import Notes
    from game.authoring.reading import decode, read_bytes
    from game.county.read import CountyError, read_county
    from game.resources import county_text, list_counties

    path = Path(given)
    if path.is_file():
        notes = Notes()
        data = read_bytes(path, 4_000_000, notes)
        text = None if data is None else decode(data, path.name, notes)
        if text is None:
            raise CliError(notes.all()[0].render())
    else:
        text = county_text(given)
        if text is None:
            raise CliError(
                f"找不到县域：{given}。县域库里有：{'、'.join(list_counties()) or '（空）'}；也可以给出县域文件的路径。"
            )
    try:
        return read_county(text, path.stem)
    except CountyError as error:
        raise CliError(f"{given} {error}") from error


def _free(path: Path, *, force: bool) -> None:
    """Refuse to write over what is there: a table changed by hand is work."""
    if path.is_dir():
        raise CliError(f"{path} 是一个文件夹。请写出文件名，例如 {path / 'county.yaml'}。")
    if path.exists() and not force:
        raise CliError(f"{path} 已经存在。换一个名字，或加 --force 覆盖。")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CliError(f"不能写入 {path}（{error.strerror}）。请换一个可以写入的地方。") from error
