"""`python -m game.lab.elsewhere`: look whether the ranking of the policies holds in other counties.

Counties of other sizes, other poverty and other years are invented, the same policies play a course of four years in
each, and what the model claims of them is looked at county by county.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from game.bots.base import PARTS
from game.lab.bench import speak_utf8
from game.lab.course import Setting, bundle_of, settings
from game.lab.simulate import simulate
from game.session.errors import SessionError

Played = tuple[str, str | None]
"""A policy and the part it is played without."""
WHOLE = "integrated"
POLICIES: dict[str, Played] = {name: (name, None) for name in (WHOLE, "campaign", "routine", "formalistic")} | {
    f"without-{part}": (WHOLE, part) for part in PARTS[WHOLE]
}
LABELS = {
    "integrated": ("统合", "integrated"),
    "campaign": ("运动式", "campaign"),
    "routine": ("常规科层", "routine"),
    "formalistic": ("形式", "formalistic"),
    "without-organisation": ("去掉组织统合", "without organisation"),
    "without-action": ("去掉行动统合", "without action"),
    "without-supervision": ("去掉监督统合", "without supervision"),
}
APART = ((WHOLE, "campaign"), ("campaign", "routine"), (WHOLE, "formalistic"))
"""Better and worse, with no quartile of one in reach of the other's."""
BELOW = tuple((WHOLE, name) for name, (_, part) in POLICIES.items() if part)
"""Better and worse in the median."""
Progress = Callable[[Setting, str], None]


def claims(scores: Mapping[str, Mapping[str, float]]) -> dict[str, bool]:
    """Return what is claimed of the ranking, `better > worse`, and whether these spreads of scores bear it out."""
    said = {f"{a} > {b}": scores[a]["p25"] > scores[b]["p75"] for a, b in APART}
    return said | {f"{a} > {b}": scores[a]["median"] > scores[b]["median"] for a, b in BELOW}


def compare(
    setting: Setting,
    *,
    runs: int,
    seed: int,
    jobs: int = 1,
    turns: int | None = None,
    policies: Sequence[str] = tuple(POLICIES),
    progress: Progress = lambda _setting, _policy: None,
) -> dict[str, Any]:
    """Play every policy in one county; scores and final figures by policy, and the claims where all were played."""
    bundle = bundle_of(setting, turns)
    rows: dict[str, dict[str, Any]] = {}
    for name in policies:
        progress(setting, name)
        policy, without = POLICIES[name]
        result = simulate(bundle, scenario="elsewhere", policy=policy, without=without, runs=runs, seed=seed, jobs=jobs)
        final = result["final"]
        rows[name] = {
            "score": final["score"],
            "passed": final["passed"],
            **{f: final.get(f) for f in ("incidence_true", "incidence_recorded", "approval", "formalism", "fatigue")},
            "lines": result["lines"],
            "failed": result["failed"],
        }
    whole = set(policies) == set(POLICIES)
    said = claims({name: row["score"] for name, row in rows.items()}) if whole else {}
    return {"setting": setting.to_json(), "policies": rows, "claims": said}


def series(
    count: int,
    *,
    runs: int,
    seed: int,
    jobs: int = 1,
    turns: int | None = None,
    progress: Progress = lambda _setting, _policy: None,
) -> dict[str, Any]:
    """Compare the policies in `count` counties; `holds` where every claim does in each, and no run failed."""
    found = [
        compare(setting, runs=runs, seed=seed, jobs=jobs, turns=turns, progress=progress)
        for setting in settings(count, seed)
    ]
    holds = all(
        all(county["claims"].values()) and not any(row["failed"] for row in county["policies"].values())
        for county in found
    )
    return {"seed": seed, "runs": runs, "counties": found, "holds": holds}


def print_series(result: Mapping[str, Any]) -> None:
    """Print a table of each county and what does not hold in it."""
    from rich.console import Console
    from rich.table import Table as Grid

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for county in result["counties"]:
        grid = Grid(title=_title(county["setting"]), title_justify="left")
        for name in ("策略", "policy"):
            grid.add_column(name, no_wrap=True)
        for name in ("median", "p25", "p75", "true %", "recorded %", "passed"):
            grid.add_column(name, justify="right", no_wrap=True)
        for name, row in county["policies"].items():
            cells = [f"{row['score'][at]:.1f}" for at in ("median", "p25", "p75")]
            shares = [
                f"{100 * row[f]['median']:.2f}" if row[f] else "" for f in ("incidence_true", "incidence_recorded")
            ]
            grid.add_row(*LABELS[name], *cells, *shares, f"{row['passed']:.0%}")
        console.print(grid)
        for name, row in county["policies"].items():
            for failed in row["failed"]:
                console.print(
                    f"{LABELS[name][0]}：种子 {failed['seed']} 没有推演到底 · "
                    f"seed {failed['seed']} did not end: {failed['error']}"
                )
        broken = [claim for claim, holds in county["claims"].items() if not holds]
        console.print("不成立 · does not hold: " + "，".join(broken) if broken else "次序成立 · the ranking holds")


def _title(setting: Mapping[str, int]) -> str:
    share = setting["incidence_bp"] / 100
    return (
        f"{setting['townships']} 个乡镇，{setting['households']} 户，开局 {share:g}%，{setting['year']} 年 · "
        f"{setting['townships']} townships, {setting['households']:,} households, {share:g}% at the start"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print; 1 where a ranking does not hold, 2 for wrong usage, 3 for a course that cannot be played."""
    parser = argparse.ArgumentParser(
        prog="python -m game.lab.elsewhere",
        description="换一个县，策略的高下还一样吗？ · Does the ranking of the policies hold in other counties?",
    )
    parser.add_argument("--counties", type=int, default=3, help="几个县 · how many counties (3)")
    parser.add_argument("--runs", type=int, default=8, help="每种策略推演几次 · games a policy (8)")
    parser.add_argument("--seed", type=int, default=1, help="种子 · seed (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="进程数 · processes")
    parser.add_argument("--turns", type=int, default=None, help="缩短的课程有几个回合 · turns of a shorter course")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    least = min(options.counties, options.runs, options.jobs)
    if least < 1 or options.seed < 0 or (options.turns is not None and options.turns < SHORTEST):
        parser.error(
            f"--counties、--runs、--jobs 至少是 1，--turns 至少是 {SHORTEST}，--seed 不小于 0 · "
            f"--counties, --runs, --jobs take 1 or more, --turns {SHORTEST} or more, --seed 0 or more"
        )
    try:
        result = series(
            options.counties,
            runs=options.runs,
            seed=options.seed,
            jobs=options.jobs,
            turns=options.turns,
            progress=lambda setting, name: print(f"… {setting.townships} · {' '.join(LABELS[name])}", file=sys.stderr),
        )
    except (SessionError, OSError) as error:
        print(str(error), file=sys.stderr)
        return 3
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print_series(result)
    return 0 if result["holds"] else 1


SHORTEST = 2
"""Turns a course needs for an evaluation before its end."""


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
