"""The household standard (一达标两不愁三保障): when a need is open, who is truly poor, who looks poor on record."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.county.columns import Columns
from game.county.params import parameters
from game.county.place import Need

COUNTED: tuple[Need, ...] = (Need.FOOD, Need.WATER, Need.HOUSING, Need.EDUCATION, Need.MEDICAL)
"""Needs that make a household poor by themselves; relocation and livelihood act through income."""
FIRST, LAST = int(COUNTED[0]), int(COUNTED[-1]) + 1


def open_from() -> int:
    """Return the gap points from which a need counts as open."""
    return parameters("kernel1").number("open_gap")


def any_counted(gap: NDArray[np.uint8], threshold: int) -> NDArray[np.bool_]:
    """Return [N] whether any counted need is open in `gap` [7, N]."""
    worst: NDArray[np.uint8] = gap[FIRST:LAST].max(axis=0)
    return worst >= threshold


def truly_poor(columns: Columns, line: int) -> NDArray[np.bool_]:
    """Return [N] who is poor in truth: income under the line, or a counted need open."""
    return (columns.income < line) | any_counted(columns.gap, open_from())


def recorded_income(income: NDArray[np.int32], gap: NDArray[np.uint8], record: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return [N] income as the record has it: a livelihood point that is only on paper is believed to earn."""
    yuan = parameters("kernel1").number("livelihood_yuan")
    believed: NDArray[np.int64] = gap[Need.LIVELIHOOD].astype(np.int64)
    believed -= record[Need.LIVELIHOOD]
    believed *= yuan
    believed += income
    return believed


def recorded_poor(columns: Columns, line: int) -> NDArray[np.bool_]:
    """Return [N] who is poor by the record."""
    income = recorded_income(columns.income, columns.gap, columns.record)
    return (income < line) | any_counted(columns.record, open_from())
