"""Names of invented places, drawn from the syllables of `data/invent/names.toml`; none is given twice in a county."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from game.county.draws import Draws

_TRIES = 60
_NUMBERS = "一二三四五六七八九十"


@cache
def syllables() -> dict[str, dict[str, Any]]:
    """Return the lists names are made of: part -> list name -> entries."""
    text = files("game.county").joinpath("data/invent/names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class Naming:
    """Gives names, each once."""

    def __init__(self, draws: Draws, taken: Iterable[str] = ()) -> None:
        self.draws = draws
        self.taken = set(taken)
        """Names without their endings, and ids."""
        self._ways: tuple[Callable[[str, int], str], ...] = (
            *(self._plant,) * 7,
            *(self._family,) * 4,
            *(self._shape,) * 3,
            *(self._beast,) * 2,
            *(self._thing,) * 2,
            *(self._civic,) * 2,
        )

    def township(self, ask: str) -> tuple[str, str]:
        """Return an id and a name without its ending for a township."""
        part = syllables()["township"]
        for k in range(_TRIES):
            first = self.draws.pick(part["first"], "township-first", ask, k)
            second = self.draws.pick(part["second"], "township-second", ask, k)
            name, ident = first[0] + second[0], first[1] + second[1]
            if name not in part["avoid"] and name not in self.taken and ident not in self.taken:
                self.taken |= {name, ident}
                return ident, name
        return self._numbered("township", "新镇")

    def village(self, ask: str) -> str:
        """Return a name without its ending for a village."""
        for k in range(_TRIES):
            name = self.draws.pick(self._ways, "way", ask, k)(ask, k)
            if name not in self.taken and name not in syllables()["village"]["avoid"]:
                self.taken.add(name)
                return name
        return self._numbered("village", "新村")[1]

    def _numbered(self, ident: str, stem: str) -> tuple[str, str]:
        """Return a name that counts on, for counties that use up the syllables."""
        number = 1
        while f"{ident}{number}" in self.taken:
            number += 1
        self.taken.add(f"{ident}{number}")
        digits = "".join("零" if d == "0" else _NUMBERS[int(d) - 1] for d in str(number))
        return f"{ident}{number}", stem + digits

    def _plant(self, ask: str, k: int) -> str:
        return self._pair("plain", "tail", ask, k)

    def _family(self, ask: str, k: int) -> str:
        return self._pick("surname", ask, k) + "家" + self._pick("home", ask, k)

    def _shape(self, ask: str, k: int) -> str:
        return self._pair("shape", "small", ask, k)

    def _beast(self, ask: str, k: int) -> str:
        return self._pair("beast", "tail", ask, k)

    def _thing(self, ask: str, k: int) -> str:
        return self._pair("thing", "tail", ask, k)

    def _civic(self, ask: str, k: int) -> str:
        return self._pick("civic", ask, k)

    def _pick(self, part: str, ask: str, k: int) -> str:
        return str(self.draws.pick(syllables()["village"][part], part, ask, k))

    def _pair(self, first: str, second: str, ask: str, k: int) -> str:
        """Return two pieces joined, without saying the same syllable twice."""
        one, two = self._pick(first, ask, k), self._pick(second, ask, k)
        return one if len(one) > 1 and one[-1] == two[0] else one + two
