"""What the mappings of a scenario are made of: their base, kinds of texts and numbers, and closed lists of words.

Keys are English snake_case, texts are in any language. Whole numbers only: money in 万元 (10,000 yuan),
shares in per mille, time in days counted from 0 at the start of the scenario.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,47}$")]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=6000)]
PerMille = Annotated[int, Field(ge=0, le=1000)]
Day = Annotated[int, Field(ge=0, le=4000)]
Days = Annotated[int, Field(ge=1, le=4000)]
Wan = Annotated[int, Field(ge=0, le=10_000_000)]
BasisPoints = Annotated[int, Field(ge=0, le=10_000)]
Year = Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")]


class Part(BaseModel):
    """Base of every mapping in a scenario: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Level(StrEnum):
    """How much a scenario asks of the person who plays it."""

    STARTER = "starter"
    STANDARD = "standard"
    ADVANCED = "advanced"


class Domain(StrEnum):
    """The sixteen fields of work from which problems come."""

    WATER = "water"
    HOUSING = "housing"
    EDUCATION = "education"
    MEDICAL = "medical"
    RELOCATION = "relocation"
    INDUSTRY = "industry"
    JOBS = "jobs"
    FUNDS = "funds"
    IDENTIFICATION = "identification"
    ROADS = "roads"
    DISASTER = "disaster"
    PUBLIC = "public"
    BURDEN = "burden"
    PARTNERS = "partners"
    LAND = "land"
    CUSTOMS = "customs"


class Power(StrEnum):
    """A group of commands that a post may give."""

    ORGANISE = "organise"
    ORDER = "order"
    CONTRACT = "contract"
    SUPERVISE = "supervise"
    MOBILISE = "mobilise"
    FUND = "fund"
    TALK = "talk"
    INSTRUCT = "instruct"


class Stage(StrEnum):
    """The five stages of one campaign, in their order."""

    MOBILISATION = "mobilisation"  # 动员部署
    SCREENING = "screening"  # 排查
    ASSAULT = "assault"  # 集中攻坚
    VERIFICATION = "verification"  # 督战核查
    CONSOLIDATION = "consolidation"  # 总结巩固
