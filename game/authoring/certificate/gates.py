"""What a certificate demands of a scenario, each demand with what was found and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from game.authoring.certificate.trials import DRAWN, POLICIES
from game.authoring.certificate.wording import LISTED, Words
from game.authoring.certificate_size import tiny
from game.exercise.texts import has, say

Json = Mapping[str, Any]
PLAYED = (*POLICIES, DRAWN)
"""In the order in which a certificate tells of them."""
ENOUGH = 20
"""Runs a policy needs before a verdict is more than a trial."""
SELDOM = 0.05
IDLE_MINUTES = 20
WORTH = 10.0
"""Points that playing well must bring above routine."""
CEILING = 98.0
ALIKE = 2.0
"""Points that two policies may lie apart and yet nobody would call one of them the better."""
NEARLY = 0.9
"""Share of the games that is as good as all: a single odd one hides nothing."""
Pair = tuple[str, str]
"""Two policies, the one that should be better first."""
APART: tuple[Pair, ...] = (("integrated", "campaign"), ("campaign", "routine"), ("integrated", "formalistic"))
"""Whose scores must not mingle."""
_TEXT = 30
"""Letters of an option's text by which it is known."""


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


def gates(figures: Json, words: Words | None = None) -> tuple[Gate, ...]:
    """Return every gate over the figures of a certificate (`build.figures_of`), in the order in which they are read."""
    said = words or Words()
    found: list[Gate] = []
    cures: set[str] = set()
    for part in (_whole, _skill, _injects, _options, _seats, _instructor, _score):
        for gate in part(figures, said):
            again = not gate.met and gate.cure in cures  # one cause can lose several gates: it is told at the first
            found.append(replace(gate, cure=said("cure.above")) if again else gate)
            cures |= set() if gate.met else {gate.cure}
    return tuple(found)


def verdict(all_gates: tuple[Gate, ...], runs: int, *, interrupted: bool) -> str:
    """Return `passed`, `reserved` (all that must be, not all that should be), `failed` or `trial` (too few runs)."""
    if interrupted or runs < ENOUGH:
        return "trial"
    if not all(gate.met for gate in all_gates if gate.weight == "must"):
        return "failed"
    return "passed" if all(gate.met for gate in all_gates) else "reserved"


def _gate(
    words: Words,
    ident: str,
    weight: Literal["must", "should"],
    met: bool,
    found: str,
    *,
    cure: str = "",
    **named: object,
) -> Gate:
    return Gate(ident, words(f"gate.{ident}", **named), weight, met, found, cure or words(f"cure.{ident}"))


def _whole(figures: Json, words: Words) -> Iterator[Gate]:
    failed = figures["failed"]
    seeds = words.listed([str(row["seed"]) for row in failed[:LISTED]])
    told = words("found.unended", count=len(failed), seeds=seeds) if failed else words("found.ended")
    yield _gate(words, "runs-end", "must", not failed, told)


def _median(figures: Json, policy: str, key: str = "median") -> float:
    return float(figures["scores"].get(policy, {}).get(key, 0.0))


def _alike(figures: Json, pair: Pair) -> tuple[int, int]:
    """Return in how many games of one seed two policies scored the same, or nearly so, and how many such games are."""
    one, other = (
        {row["seed"]: row["score"] for row in figures["scores"].get(policy, {}).get("all", ())} for policy in pair
    )
    both = one.keys() & other.keys()
    return sum(abs(one[seed] - other[seed]) <= ALIKE for seed in both), len(both)


def _same(figures: Json, pair: Pair) -> bool:
    """Whether it is no luck that hides a difference between two policies: in nearly every game there is none."""
    same, games = _alike(figures, pair)
    return games > 0 and same >= NEARLY * games


def _cure(figures: Json, words: Words, ident: str, lost: Sequence[Pair]) -> str:
    """Return what helps where some policies are not ahead of others as they should be, by what the games show."""
    asks = figures["asks"]
    small = tiny(asks["seats"], asks["turns"])
    alike = [pair for pair in lost if _same(figures, pair) or (small and _level(figures, pair))]
    if not alike:
        return words("cure.tiny", seats=asks["seats"], turns=asks["turns"]) if small and ident == "apart" else ""
    ends = [_median(figures, policy) for pair in alike for policy in pair]
    if all(points >= CEILING for points in ends) or all(points <= 100 - CEILING for points in ends):
        same = words("cure.flat")
    elif small:
        same = words("cure.tiny", seats=asks["seats"], turns=asks["turns"])
    else:
        same = words("cure.alike")
    return same if len(alike) == len(lost) else words("sentences", one=same, other=words(f"cure.{ident}"))


def _level(figures: Json, pair: Pair) -> bool:
    """Whether the medians of two policies that were played lie together."""
    return all(policy in figures["scores"] for policy in pair) and (
        abs(_median(figures, pair[0]) - _median(figures, pair[1])) <= ALIKE
    )


def _skill(figures: Json, words: Words) -> Iterator[Gate]:
    middle = {policy: _median(figures, policy) for policy in POLICIES}
    order = [words("found.middle", policy=words.policy(p), points=f"{middle[p]:.1f}") for p in POLICIES]
    wrong = [pair for pair in pairwise(POLICIES[:3]) if middle[pair[0]] <= middle[pair[1]]]
    told = words("found.medians", order=words.listed(order))
    yield _gate(words, "ranking", "must", not wrong, told, cure=_cure(figures, words, "ranking", wrong))
    wins = figures["firsts"]["formalistic"]
    told = words("found.firsts", seeds=figures["seeds"], wins=wins)
    never = middle["integrated"] > middle["formalistic"] and not wins
    cure = _cure(figures, words, "paper-never-wins", [("integrated", "formalistic")])
    yield _gate(words, "paper-never-wins", "must", never, told, cure=cure)
    close = [pair for pair in APART if _median(figures, pair[0], "p25") <= _median(figures, pair[1], "p75")]
    said = [_overlap(figures, words, pair) for pair in close]
    told = words("clauses").join(said) or words("found.apart")
    yield _gate(words, "apart", "must", not close, told, cure=_cure(figures, words, "apart", close))


def _overlap(figures: Json, words: Words, pair: Pair) -> str:
    """Return how two policies cannot be told apart."""
    high, low = map(words.policy, pair)
    if _same(figures, pair):
        same, games = _alike(figures, pair)
        return words("found.alike", high=high, low=low, same=same, games=games, points=f"{ALIKE:g}")
    halves = (f"{_median(figures, policy, key):.1f}" for policy in pair for key in ("p25", "p75"))
    names = ("high_least", "high_most", "low_least", "low_most")
    return words("found.overlap", high=high, low=low, **dict(zip(names, halves, strict=True)))


def _injects(figures: Json, words: Words) -> Iterator[Gate]:
    rows = [row for row in figures["injects"] if not row["by_hand"]]
    never = [row["title"] for row in rows if row["fired"] == 0 and not row["untried"]]
    untried = [
        words("aside", name=row["title"], note=_command(row["untried"], words))
        for row in rows
        if row["fired"] == 0 and row["untried"]
    ]
    seldom = [row["title"] for row in rows if 0 < row["fired"] < SELDOM]
    came = len(rows) - len(untried)
    if never:
        told = words("found.never", count=len(never), names=words.some(never))
    elif untried:
        told = words("found.fired_but", count=came, more=len(untried))
    else:
        told = words("found.all_fired", count=came)
    yield _gate(words, "injects-fire", "must", not never, told)
    if untried:
        told = words("found.untried", count=len(untried), names=words.some(untried))
        yield _gate(words, "injects-by-people", "should", False, told)
    told = words("found.none")
    if seldom:
        told = words("found.seldom", count=len(seldom), share=f"{SELDOM:.0%}", names=words.some(seldom))
    yield _gate(words, "injects-often", "should", not seldom, told)


def _options(figures: Json, words: Words) -> Iterator[Gate]:
    best: list[str] = []
    shut: list[str] = []
    unseen: list[str] = []
    for decision in figures["decisions"]:
        for option in decision["options"]:
            text = option["text"] if len(option["text"]) <= _TEXT else f"{option['text'][: _TEXT - 1]}…"
            name = words("found.option", title=decision["title"], text=text, id=option["id"])
            if option["dominant_as_written"] or option["dominant_in_runs"]:
                best.append(name)
            if decision["drawn"] and not option["open"]:
                shut.append(name)
            elif decision["asked"] and not option["chosen"]:
                unseen.append(name)
    told = words("found.dominant", count=len(best), names=words.some(best)) if best else words("found.weighed")
    yield _gate(words, "no-dominant", "must", not best, told)
    told = words("found.shut", count=len(shut), names=words.some(shut)) if shut else words("found.opened")
    yield _gate(words, "options-open", "should", not shut, told)
    if unseen:
        told = words("found.unseen", count=len(unseen), names=words.some(unseen))
        yield _gate(words, "options-seen", "should", False, told)


def _seats(figures: Json, words: Words) -> Iterator[Gate]:
    idle = [
        words("found.waits", name=row["name"], turns=row["longest"], minutes=row["longest_minutes"])
        for row in figures["seats"]
        if row["longest_minutes"] > IDLE_MINUTES
    ]
    told = words("found.idle", count=len(idle), names=words.some(idle)) if idle else words("found.busy")
    yield _gate(words, "seats-busy", "should", not idle, told, idle=IDLE_MINUTES)


def _instructor(figures: Json, words: Words) -> Iterator[Gate]:
    load = figures["instructor"]
    heavy = [str(turn + 1) for turn, count in enumerate(load["median"]) if count > load["minutes"]]
    told = words("found.load", worst=f"{max(load['median'], default=0):g}", minutes=load["minutes"])
    if heavy:
        told = words("found.heavy", load=told, turns=words.listed(heavy[:LISTED]))
    yield _gate(words, "instructor-load", "should", not heavy, told)


def _score(figures: Json, words: Words) -> Iterator[Gate]:
    gap = _median(figures, "integrated") - _median(figures, "routine")
    top = _median(figures, "integrated", "p75")
    told = words("found.spread", gap=f"{gap:.1f}", top=f"{top:.1f}")
    small = [("integrated", "routine")] if gap < WORTH else []
    cure = _cure(figures, words, "spread", small)
    yield _gate(words, "spread", "should", not small and top < CEILING, told, cure=cure)


def _command(kind: str, words: Words) -> str:
    code = f"command.{kind}"
    return say(code, words.lang) if has(code) else kind
