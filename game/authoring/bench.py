"""`python -m game.authoring.bench`: whether the checker finds the line, how fast it is, and what it survives.

Three measurements in one run. Slips of the pen, drawn at random, must be shown on their line. A long scenario must be
checked in a small multiple of the time in which the bare YAML loader reads it, and again after one edit, as an editor
does; all are timed in turns, for a machine is never equally busy twice. Hostile files must get a finding, each in a
process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from itertools import islice
from typing import Any

import yaml

from game.authoring.hostile import Suffered, in_processes
from game.authoring.long_scenario import long_scenario
from game.authoring.slips import Slip, slips
from game.lab.bench import print_table, speak_utf8, spread
from game.lab.bench_weeks import timed
from game.resources import county_text
from game.scenario.check import check_bundle
from game.scenario.files import MAIN
from game.scenario.findings import Finding
from game.scenario.memory import Memory
from game.scenario.mend import apply, is_safe
from game.session.library import DEFAULT, catalogues, load_scenario

SCENARIOS = ("first-order", "hundred-days", "t-county-2014-2020")
SEED = 20_260_101
"""Of the measured slips; the checker was made with others."""
LABELS = {
    "check_ms": ("检查一份长场景", "check of a long scenario"),
    "load_ms": ("YAML 装载同一份（CSafeLoader）", "bare load of the same (CSafeLoader)"),
    "check_to_load": ("两者之比", "check to load"),
    "again_ms": ("改一处之后再检查", "check again after one edit"),
    "again_to_load": ("再检查与装载之比", "check again to load"),
    "hostile_s": ("恶意文件，每份检查用时", "hostile files, one check"),
    "hostile_mb": ("恶意文件，进程最多占用（含解释器）", "hostile files, memory with the interpreter"),
}
"""Figure -> its Chinese and English name."""
SHARES = {
    "n": "n",
    "on_line": "本行 · on the line",
    "within_one": "相邻 · within one",
    "elsewhere": "别处 · elsewhere",
    "unreported": "未报 · unreported",
    "crashes": "崩溃 · crashes",
    "dragged": "牵连 · dragged in more",
    "offered": "可代改 · safe fix offered",
    "restored": "改回原样 · fix restores",
}
"""Column of the slips' table -> its heading."""


def find(bundle: Mapping[str, str], memory: Memory | None = None) -> tuple[Finding, ...]:
    """Return what the checker says of a bundle, with the library's counties and the exercise's catalogues."""
    return check_bundle(bundle, counties=county_text, catalogues=catalogues(), memory=memory).findings


def judged(slip: Slip, bundle: Mapping[str, str]) -> dict[str, Any]:
    """Say how the checker did on one slip.

    `distance` is that of the nearest finding in lines (1,000: another file; None: nothing was said), `dragged` how many
    findings are more than one line away, `crash` what it raised, `offered` whether it has a safe fix, and `restored`
    whether that gives the very text from before the slip.
    """
    try:
        found = find({**bundle, slip.file: slip.text})
    except Exception as error:  # noqa: BLE001  any exception is a crash of the checker, which is what is counted
        return {"distance": None, "dragged": 0, "crash": repr(error), "offered": False, "restored": False}
    distances = [slip.distance(finding.file, finding.line) for finding in found]
    safe = [finding.fixes[0] for finding in found if is_safe(finding)][:1]
    restored = bool(safe) and safe[0].file == slip.file and apply(slip.text, safe) == bundle[slip.file]
    return {
        "distance": min(distances, default=None),
        "dragged": sum(distance > 1 for distance in distances),
        "crash": "",
        "offered": bool(safe),
        "restored": restored,
    }


def measure_slips(count: int, seed: int, names: Sequence[str] = SCENARIOS) -> dict[str, Any]:
    """Judge `count` slips, taken in turns from the scenarios, and return shares by kind and of all."""
    bundles = {name: dict(load_scenario(name).bundle) for name in names}
    springs = [(bundle, slips(bundle, seed + number)) for number, bundle in enumerate(bundles.values())]
    rows: dict[str, list[dict[str, Any]]] = {}
    for number in range(count):
        bundle, spring = springs[number % len(springs)]
        slip = next(islice(spring, 1))
        rows.setdefault(slip.kind, []).append(judged(slip, bundle))
    every = [row for kind in rows.values() for row in kind]
    return {"all": _shares(every), "kinds": {kind: _shares(found) for kind, found in sorted(rows.items())}}


def _shares(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    total = len(rows)
    near = Counter(row["distance"] for row in rows)
    return {
        "n": total,
        "on_line": near[0] / total,
        "within_one": (near[0] + near[1]) / total,
        "elsewhere": sum(n for distance, n in near.items() if distance is not None and distance > 1) / total,
        "unreported": sum(row["distance"] is None and not row["crash"] for row in rows) / total,
        "crashes": sum(bool(row["crash"]) for row in rows) / total,
        "dragged": sum(row["dragged"] > 0 for row in rows) / total,
        "offered": sum(row["offered"] for row in rows) / total,
        "restored": sum(row["restored"] for row in rows) / total,
    }


def measure_speed(lines: int, repeats: int, scenario: str = DEFAULT) -> dict[str, list[float]]:
    """Time the check of a long scenario, a second after an edit and the bare load of its text, in turns.

    `ValueError` if it has findings.
    """
    text = long_scenario(load_scenario(scenario).bundle, lines)
    found = [finding for finding in find({MAIN: text}) if finding.severity == "error"]
    if found:
        raise ValueError(f"{found[0].code} {found[0].line}")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    figures: dict[str, list[float]] = {"check_ms": [], "load_ms": [], "again_ms": []}
    memory = Memory()
    find({MAIN: text}, memory)
    for number in range(repeats):
        after = {MAIN: edited(text, number + 1)}
        figures["load_ms"].append(timed(lambda: yaml.load(text, Loader=loader)))  # noqa: S506 - a safe loader
        figures["check_ms"].append(timed(lambda: find({MAIN: text})))
        figures["again_ms"].append(timed(partial(find, after, memory)))
    for name in ("check", "again"):
        pairs = zip(figures[f"{name}_ms"], figures["load_ms"], strict=True)
        figures[f"{name}_to_load"] = [check / load for check, load in pairs]
    return figures


def edited(text: str, number: int) -> str:
    """Return a text with a title in its middle written otherwise, and every third time with a line more."""
    lines = text.split("\n")
    at = next((n for n in range(len(lines) // 2, len(lines)) if lines[n].startswith("    title: ")), 0)
    lines[at] += f" {number}" + ("\n    # …" if number % 3 == 0 else "")
    return "\n".join(lines)


def measure(
    *,
    count: int = 1_000,
    seed: int = SEED,
    lines: int = 2_000,
    repeats: int = 40,
    hostile: bool = True,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Measure and return `{"setting", "figures": {name: spread}, "slips", "hostile"}`; 0 leaves a part out."""
    figures: dict[str, list[float]] = {}
    if repeats:
        progress("speed")
        figures |= measure_speed(lines, repeats)
    rows: list[Suffered] = []
    if hostile:
        progress("hostile files")
        rows = in_processes()
        figures["hostile_s"] = [row.seconds for row in rows]
        figures["hostile_mb"] = [row.megabytes for row in rows]
    progress("slips")
    setting = {
        "slips": count,
        "seed": seed,
        "lines": lines,
        "repeats": repeats,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "loader": "C" if hasattr(yaml, "CSafeLoader") else "Python",
    }
    return {
        "setting": setting,
        "figures": {name: spread(figures[name]) for name in LABELS if name in figures},
        "slips": measure_slips(count, seed) if count else {},
        "hostile": [{**asdict(row), "survived": row.survived} for row in rows],
    }


def print_result(result: Mapping[str, Any]) -> None:
    """Print the three tables."""
    from rich.console import Console
    from rich.table import Table as Grid

    print_table(dict(result), LABELS)
    console = Console(width=None if sys.stdout.isatty() else 240)
    if result["slips"]:
        grid = Grid()
        for name in ("笔误 · slip", *SHARES.values()):
            grid.add_column(name, justify="left" if name.startswith("笔误") else "right", no_wrap=True)
        for kind, row in {**result["slips"]["kinds"], "all": result["slips"]["all"]}.items():
            grid.add_row(kind, str(row["n"]), *(f"{share:.1%}" for name, share in row.items() if name != "n"))
        console.print(grid)
    if result["hostile"]:
        grid = Grid()
        for name in ("恶意文件 · hostile file", "s", "MB", "发现 · findings"):
            grid.add_column(name, justify="right" if name in ("s", "MB") else "left")
        for row in result["hostile"]:
            said = row["fault"] or " ".join(row["codes"][:8])
            mark = "" if row["survived"] else "✗ "
            grid.add_row(row["name"], f"{row['seconds']:.3f}", f"{row['megabytes']:.0f}", mark + said)
        console.print(grid)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m game.authoring.bench",
        description="量一量检查器准不准、快不快、经不经得起 · Measure how right, fast and safe the checker is.",
    )
    parser.add_argument("--slips", type=int, default=1_000, help="试多少处笔误，0 不试 · slips to try, 0 for none")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--lines", type=int, default=2_000, help="长场景多少行 · lines of the long scenario")
    parser.add_argument("--repeats", type=int, default=40, help="计时几次，0 不计 · times to measure speed, 0 for none")
    parser.add_argument("--no-hostile", action="store_true", help="不试恶意文件 · leave the hostile files out")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if min(options.slips, options.seed, options.repeats) < 0 or options.lines < 1_000:
        parser.error(
            "--slips、--seed、--repeats 不小于 0，--lines 至少 1000 · "
            "--slips, --seed and --repeats take 0 or more, --lines 1000 or more"
        )
    result = measure(
        count=options.slips,
        seed=options.seed,
        lines=options.lines,
        repeats=options.repeats,
        hostile=not options.no_hostile,
        progress=lambda what: print(f"… {what}", file=sys.stderr),
    )
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print_result(result)
    return 0


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
