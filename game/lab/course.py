"""A course for any county: an invented county and the scenario of several years that is played in it, as texts.

What the course says stands in `data/course.yaml`; here it is fitted to the county at hand: seats to its zones,
attention to its townships, money and jobs to its poor households.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from game.county.draws import Draws
from game.county.invent import ZONES_MOST, Wishes, invent
from game.county.write import write_county
from game.scenario.files import COUNTY, MAIN

HOMES = 7_700
"""Households a township, as in T County."""
ZONE = 6
"""Townships a zone."""
STARTS = {2013: date(2013, 1, 7), 2014: date(2014, 1, 6), 2016: date(2016, 1, 4)}
"""Year -> its first Monday, from which a course may run."""
SIZES = (10, 45)
INCIDENCE = (1200, 4000)
"""Recorded incidence of the start, basis points."""
USUAL = ((10, 1200, 2013), (24, 2700, 2014), (45, 4000, 2016))
"""Townships, incidence and year of the first counties of every series; further ones are drawn."""
HELD = (3, 4)
"""The evaluation is held after three quarters of the course."""
MOST_ATTENTION = 240


@dataclass(frozen=True, slots=True)
class Setting:
    """One county and the year in which its course begins."""

    seed: int
    """Seed of the county."""
    townships: int
    incidence_bp: int
    year: int
    homes: int = HOMES
    """Households a township."""

    @property
    def zones(self) -> int:
        """Zones of the county."""
        return min(ZONES_MOST, max(1, -(-self.townships // ZONE)))

    @property
    def households(self) -> int:
        """Households of the county."""
        return self.townships * self.homes

    @property
    def poor(self) -> int:
        """Households on the register at the start."""
        return self.households * self.incidence_bp // 10_000

    def to_json(self) -> dict[str, int]:
        """Return it as plain data."""
        return asdict(self) | {"zones": self.zones, "households": self.households}


def settings(count: int, seed: int) -> list[Setting]:
    """Return the counties of a series; more of them only add to the end."""
    draws, found = Draws(seed), []
    for k in range(count):
        if k < len(USUAL):
            townships, incidence, year = USUAL[k]
        else:
            townships = SIZES[0] + draws.below(SIZES[1] - SIZES[0] + 1, "townships", str(k))
            incidence = INCIDENCE[0] + draws.below(INCIDENCE[1] - INCIDENCE[0] + 1, "incidence", str(k))
            year = tuple(STARTS)[draws.below(len(STARTS), "year", str(k))]
        found.append(Setting(1_000 * seed + k, townships, incidence, year))
    return found


def bundle_of(setting: Setting, turns: int | None = None) -> dict[str, str]:
    """Return the texts of a county and its course, ready to be played; `turns` makes the course shorter or longer."""
    course = _template()
    wishes = Wishes(townships=setting.townships, zones=setting.zones, households=setting.households, ident="elsewhere")
    county = invent(wishes, setting.seed)
    turn = course["scenario"]["turn"] | ({} if turns is None else {"count": turns})
    start = STARTS[setting.year]
    held = turn["count"] * HELD[0] // HELD[1] * turn["days"]
    scenario = course["scenario"] | {
        "id": "elsewhere",
        "county": {"name": "elsewhere", "profile": _profile(setting)},
        "start": start,
        "turn": turn,
        "evaluation": start + timedelta(days=held),
        "starting": course["starting"] | {"funds": [_fund(setting, dict(fund)) for fund in course["funds"]]},
        "partners": [_partner(setting, partner) for partner in course["partners"]],
        "seats": [seat for spec in course["seats"] for seat in _seats(dict(spec), county.zones, county.townships)],
        "campaigns": course["campaigns"],
        "injects": course["injects"] if turns is None else [i for i in course["injects"] if i["trigger"]["at"] < held],
        "rubric": [_criterion(setting, course["fall"], line) for line in course["rubric"]],
    }
    text = yaml.safe_dump(scenario, allow_unicode=True, sort_keys=False)
    return {MAIN: text, COUNTY: write_county(county)}


@cache
def _template() -> Any:
    return yaml.safe_load((files("game.lab") / "data" / "course.yaml").read_text(encoding="utf-8"))


def _profile(setting: Setting) -> dict[str, int]:
    """Return the start: all who are registered are still poor on record, as where a register has just been made."""
    return {
        "registered_bp": setting.incidence_bp,
        "recorded_bp": setting.incidence_bp,
        "wrong_bp": 0,
        "missed_bp": 60,
        "approving_bp": 6500,
    }


def _fund(setting: Setting, fund: dict[str, Any]) -> dict[str, Any]:
    amounts = [each * setting.poor // 1000 for each in fund.pop("each")]
    yearly = {str(setting.year + k): amount for k, amount in enumerate(amounts) if k}
    return fund | {"amount": amounts[0], "yearly": yearly}


def _partner(setting: Setting, partner: dict[str, Any]) -> dict[str, Any]:
    return partner | {name: partner[name] * setting.poor // 1000 for name in ("money", "jobs")}


def _seats(spec: dict[str, Any], zones: Any, townships: Any) -> Iterator[dict[str, Any]]:
    """Yield a seat with the attention its townships need: one, or one a zone."""
    each = spec.pop("each", 0)
    if spec.get("scope") != "zone":
        attention = spec["attention"] + each * len(townships) // 1000
        yield spec | {"attention": min(attention, MOST_ATTENTION)}
        return
    for zone in zones:
        own = sum(township.zone == zone.id for township in townships)
        yield spec | {
            "id": f"{zone.id}-{spec['id']}",
            "name": f"{zone.name}指挥长",
            "scope": f"zone:{zone.id}",
            "attention": min(spec["attention"] + each * own // 1000, MOST_ATTENTION),
        }


def _criterion(setting: Setting, fall: dict[str, int], line: dict[str, Any]) -> dict[str, Any]:
    if line["measure"] != "incidence_true_drop":
        return line
    return line | {name: setting.incidence_bp * share // 1000 for name, share in fall.items()}
