"""One week of all households, by versioned kernels: old versions stay, so that old sessions replay bit for bit."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from game.county import week1
from game.county.columns import Columns

SevenPoints = tuple[int, int, int, int, int, int, int]


class UnknownKernelError(ValueError):
    """The week was made by a kernel this version does not have."""


class WeekInputs(BaseModel):
    """What one week brings; keys of the tables are village indexes, needs stand in the order of `place.Need`."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    kernel: int = 1
    key: int
    """63-bit key of this week's draws (`Draws.key`)."""
    day: int
    line: int
    """Income line, yuan a person a year."""
    effort: dict[int, SevenPoints] = {}
    """Gap points truly worked off per need; 100 = one severe gap of one household."""
    paper: dict[int, SevenPoints] = {}
    """Gap points taken off the record only."""
    reveal: dict[int, int] = {}
    """Per mille of households whose record is put right this week."""
    shocks: dict[int, SevenPoints] = {}
    """Strikes this week per 100,000 households and need, on top of the base rates."""
    income: dict[int, int] = {}
    """Yuan a year of household income added, for the whole village."""
    goodwill: dict[int, int] = {}
    """Thousandths of an approval point pushed in every household, signed."""
    honesty: dict[int, int] = {}
    """Per mille: how faithfully a new gap enters the record; the kernel's own value where a village is left out."""
    exits: bool = False
    """Dynamic management this week: the record decides who is lifted, returned or taken onto the register."""


KERNELS: dict[int, Callable[[Columns, WeekInputs], Columns]] = {1: week1.step, 2: week1.step}
"""Version -> kernel."""
LATEST = max(KERNELS)
_twins: dict[int, Callable[[Columns, WeekInputs], Columns]] = {}


def use_twin(version: int, twin: Callable[[Columns, WeekInputs], Columns] | None) -> None:
    """Let another function do the weeks of a kernel, one that is equal bit for bit; None goes back to the kernel.

    May be called from any thread while weeks are stepped. `UnknownKernelError` for a version not in `KERNELS`.
    """
    if version not in KERNELS:
        raise UnknownKernelError(f"there is no household kernel {version} to stand in for")
    _twins[version] = twin or KERNELS[version]


def step(columns: Columns, inputs: WeekInputs) -> Columns:
    """Return the columns a week later.

    Pure and whole-numbered. Persons and rows never change. `UnknownKernelError` for a version that is not in
    `KERNELS`; `ValueError` for a village index the columns do not have or a negative amount.
    """
    kernel = KERNELS.get(inputs.kernel)
    if kernel is None:
        known = ", ".join(str(version) for version in KERNELS)
        raise UnknownKernelError(
            f"this week was made by household kernel {inputs.kernel}; this version of tonghe knows: {known}"
        )
    return _twins.get(inputs.kernel, kernel)(columns, inputs)
