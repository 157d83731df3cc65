"""Keyed draws: a number follows from what it is for, never from how many were drawn before it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

SEED_BITS = 128
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_MIX_A = 0xBF58476D1CE4E5B9
_MIX_B = 0x94D049BB133111EB
_SEPARATOR = "\x1f"


class Draws:
    """Stateless source of chance, keyed by (seed, stream, subject, day, k); all results are whole numbers."""

    __slots__ = ("_key", "seed")

    def __init__(self, seed: int) -> None:
        if not 0 <= seed < 1 << SEED_BITS:
            raise ValueError(f"a seed is a whole number of 0 .. 2**{SEED_BITS} - 1")
        self.seed = seed
        self._key = seed.to_bytes(SEED_BITS // 8, "little")

    def _word(self, stream: str, subject: str, day: int, k: int) -> int:
        text = _SEPARATOR.join((stream, subject, str(day), str(k)))
        return int.from_bytes(blake2b(text.encode(), digest_size=8, key=self._key).digest(), "little")

    def below(self, n: int, stream: str, subject: str = "", day: int = 0, k: int = 0) -> int:
        """Return a whole number of 0 .. n-1; `ValueError` where n is not positive."""
        if n <= 0:
            raise ValueError("nothing can be drawn from an empty range")
        return (self._word(stream, subject, day, k) * n) >> 64

    def permille(self, chance: int, stream: str, subject: str = "", day: int = 0, k: int = 0) -> bool:
        """Return True with `chance` in a thousand."""
        return self.below(1000, stream, subject, day, k) < chance

    def pick(self, items: Sequence[T], stream: str, subject: str = "", day: int = 0, k: int = 0) -> T:
        """Return one of the items, each as likely; `ValueError` where there is none."""
        return items[self.below(len(items), stream, subject, day, k)]

    def key(self, stream: str, subject: str = "", day: int = 0) -> int:
        """Return a 63-bit key for the vector draws of a kernel (`words`)."""
        return self._word(stream, subject, day, -1) >> 1


def mix(word: int) -> int:
    """Return the splitmix64 finaliser of a 64-bit word."""
    word &= _MASK
    word = ((word ^ (word >> 30)) * _MIX_A) & _MASK
    word = ((word ^ (word >> 27)) * _MIX_B) & _MASK
    return word ^ (word >> 31)


def words(key: int, rows: NDArray[np.uint64], stream: int) -> NDArray[np.uint64]:
    """Return one 64-bit word a row, from (key, row, stream) alone: the same row gets the same word in any batch."""
    start = np.uint64(mix(key + (stream + 1) * _GOLDEN))
    z = rows * np.uint64(_GOLDEN)
    z += start
    z ^= z >> np.uint64(30)
    z *= np.uint64(_MIX_A)
    z ^= z >> np.uint64(27)
    z *= np.uint64(_MIX_B)
    z ^= z >> np.uint64(31)
    return z


def scaled(word: NDArray[np.uint64], shift: int, bits: int, n: int) -> NDArray[np.int64]:
    """Return numbers of 0 .. n-1 from `bits` bits of each word above `shift`; n must be below 2**(63-bits)."""
    part = (word >> np.uint64(shift)) & np.uint64((1 << bits) - 1)
    part *= np.uint64(n)
    part >>= np.uint64(bits)
    return part.astype(np.int64)
