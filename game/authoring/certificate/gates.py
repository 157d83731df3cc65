"""What a certificate demands of a scenario, each demand with what was found and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from game.authoring.certificate.trials import DRAWN, POLICIES
from game.exercise.texts import has, say

Json = Mapping[str, Any]
NAMES = {
    "integrated": "统合",
    "campaign": "运动式",
    "routine": "常规科层",
    "formalistic": "形式",
    DRAWN: "统合，选项抽签",
}
LEVEL_NAMES = {"starter": "入门", "standard": "标准", "advanced": "进阶"}
ENOUGH = 20
"""Runs a policy needs before a verdict is more than a trial."""
SELDOM = 0.05
IDLE_MINUTES = 20
WORTH = 10.0
"""Points that playing well must bring above routine."""
CEILING = 98.0
LISTED = 5


@dataclass(frozen=True, slots=True)
class Gate:
    """One demand. A `must` that is not met withholds the certificate; a `should` is a reservation."""

    id: str
    name: str
    weight: Literal["must", "should"]
    met: bool
    found: str
    cure: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the gate as data for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "weight": self.weight,
            "met": self.met,
            "found": self.found,
            "cure": "" if self.met else self.cure,
        }


def gates(figures: Json) -> tuple[Gate, ...]:
    """Return every gate over the figures of a certificate (`build.figures_of`), in the order in which they are read."""
    return tuple(
        gate for part in (_whole, _skill, _injects, _options, _seats, _instructor, _score) for gate in part(figures)
    )


def verdict(all_gates: tuple[Gate, ...], runs: int, *, interrupted: bool) -> str:
    """Return `passed`, `reserved` (all that must be, not all that should be), `failed` or `trial` (too few runs)."""
    if interrupted or runs < ENOUGH:
        return "trial"
    if not all(gate.met for gate in all_gates if gate.weight == "must"):
        return "failed"
    return "passed" if all(gate.met for gate in all_gates) else "reserved"


def _whole(figures: Json) -> Iterator[Gate]:
    failed = figures["failed"]
    seeds = "、".join(str(row["seed"]) for row in failed[:LISTED])
    yield Gate(
        "runs-end",
        "每次推演都能到底",
        "must",
        not failed,
        f"{len(failed)} 次没有到底（种子 {seeds}）" if failed else "全部到底",
        "用 simulate --row 种子 重演那一次，找到停下的地方。",
    )


def _median(figures: Json, policy: str, key: str = "median") -> float:
    return float(figures["scores"].get(policy, {}).get(key, 0.0))


def _skill(figures: Json) -> Iterator[Gate]:
    middle = {policy: _median(figures, policy) for policy in POLICIES}
    order = "、".join(f"{NAMES[policy]} {middle[policy]:.1f}" for policy in POLICIES)
    yield Gate(
        "ranking",
        "会做的赢：统合 > 运动式 > 常规科层",
        "must",
        middle["integrated"] > middle["campaign"] > middle["routine"],
        f"总分中位数：{order}",
        "看评分各项的权重与零分、满分线：哪一项在奖励命令的多少，而不是办成的事。",
    )
    wins = figures["firsts"]
    seeds = figures["seeds"]
    yield Gate(
        "paper-never-wins",
        "只做纸面文章的从不第一",
        "must",
        middle["integrated"] > middle["formalistic"] and not wins["formalistic"],
        f"同种子比较 {seeds} 组，形式策略第一 {wins['formalistic']} 次",
        "让评分看真实情况（真实发生率、真销号），少看账面。",
    )
    apart = [
        (high, low)
        for high, low in (("integrated", "campaign"), ("campaign", "routine"), ("integrated", "formalistic"))
        if _median(figures, high, "p25") <= _median(figures, low, "p75")
    ]
    said = "；".join(f"{NAMES[high]}与{NAMES[low]}重叠" for high, low in apart)
    yield Gate(
        "apart",
        "高下分明：四分位区间不重叠",
        "must",
        not apart,
        said or "各策略的四分位区间互不重叠",
        "差别被运气盖住了：减少靠概率触发的事，或加大由处置决定的评分项。",
    )


def _injects(figures: Json) -> Iterator[Gate]:
    rows = [row for row in figures["injects"] if not row["by_hand"]]
    never = [row["title"] for row in rows if row["fired"] == 0 and not row["untried"]]
    untried = [f"{row['title']}（{_command(row['untried'])}）" for row in rows if row["fired"] == 0 and row["untried"]]
    seldom = [row["title"] for row in rows if 0 < row["fired"] < SELDOM]
    yield Gate(
        "injects-fire",
        "每一件情况都会发生",
        "must",
        not never,
        f"{len(never)} 件一次也没有发生：{_some(never)}"
        if never
        else f"{len(rows) - len(untried)} 件都发生过" + (f"，另 {len(untried)} 件要由人来触发" if untried else ""),
        "检查触发条件与前一件情况；只想由导调投放的，写 by_hand: true。",
    )
    if untried:
        yield Gate(
            "injects-by-people",
            "靠人触发的情况也试过",
            "should",
            False,
            f"{len(untried)} 件等着电脑从不下的指令：{_some(untried)}",
            "请人坐到席位上下这道指令，看它来不来；或改用别的触发条件。",
        )
    yield Gate(
        "injects-often",
        "没有几乎不发生的情况",
        "should",
        not seldom,
        f"{len(seldom)} 件不到 {SELDOM:.0%} 的推演里发生：{_some(seldom)}" if seldom else "没有",
        "放宽触发条件，或接受大多数课堂见不到它。",
    )


def _options(figures: Json) -> Iterator[Gate]:
    best: list[str] = []
    shut: list[str] = []
    unseen: list[str] = []
    for decision in figures["decisions"]:
        for option in decision["options"]:
            name = f"{decision['title']}·{option['id']}"
            if option["dominant_as_written"] or option["dominant_in_runs"]:
                best.append(name)
            if decision["drawn"] and not option["open"]:
                shut.append(name)
            elif decision["asked"] and not option["chosen"]:
                unseen.append(name)
    yield Gate(
        "no-dominant",
        "没有不用想就该选的选项",
        "must",
        not best,
        f"{len(best)} 个选项处处占优：{_some(best)}" if best else "没有占优到不必取舍的选项",
        "给它加上代价（资金、精力、工时或压力），或让别的选项在某一方面更好。",
    )
    yield Gate(
        "options-open",
        "每个选项都有机会选",
        "should",
        not shut,
        f"{len(shut)} 个选项从未开放：{_some(shut)}" if shut else "都开放过",
        "检查它的 needs 条件。",
    )
    if unseen:
        yield Gate(
            "options-seen",
            "每个选项的后果都推演过",
            "should",
            False,
            f"{len(unseen)} 个选项没有人选过：{_some(unseen)}",
            "加大 --runs；若仍没有，多半是付不起：检查它要的资金与精力。",
        )


def _seats(figures: Json) -> Iterator[Gate]:
    idle = [
        f"{row['name']}（连续 {row['longest']} 回合，{row['longest_minutes']} 分钟）"
        for row in figures["seats"]
        if row["longest_minutes"] > IDLE_MINUTES
    ]
    yield Gate(
        "seats-busy",
        f"没有席位连续空等 {IDLE_MINUTES} 分钟以上",
        "should",
        not idle,
        f"{len(idle)} 个席位空等太久：{_some(idle)}" if idle else "都有事做",
        "给它安排情况或权力，或并入别的席位。",
    )


def _instructor(figures: Json) -> Iterator[Gate]:
    load = figures["instructor"]
    heavy = [turn + 1 for turn, count in enumerate(load["median"]) if count > load["minutes"]]
    worst = max(load["median"], default=0)
    said = f"最忙的回合 {worst:g} 件，每回合 {load['minutes']} 分钟"
    yield Gate(
        "instructor-load",
        "导调忙得过来：每分钟不多于一件",
        "should",
        not heavy,
        said + (f"；第 {'、'.join(map(str, heavy[:LISTED]))} 回合超了" if heavy else ""),
        "把同一回合的情况错开，或延长每回合的分钟数。",
    )


def _score(figures: Json) -> Iterator[Gate]:
    high, low = _median(figures, "integrated"), _median(figures, "routine")
    yield Gate(
        "spread",
        "分数拉得开，也不到顶",
        "should",
        high - low >= WORTH and _median(figures, "integrated", "p75") < CEILING,
        f"统合比常规科层高 {high - low:.1f} 分，统合的上四分位 {_median(figures, 'integrated', 'p75'):.1f}",
        "调整评分各项的零分线与满分线（rubric 的 zero、full）。",
    )


def _command(kind: str) -> str:
    code = f"command.{kind}"
    return say(code) if has(code) else kind


def _some(names: list[str]) -> str:
    more = "等" if len(names) > LISTED else ""
    return "、".join(names[:LISTED]) + more
