"""The households of a county as columns, sorted by village.

With N households and V villages; needs are rows 0-6 in the order of `place.Need`. All arrays are read-only.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.county.place import NEEDS

CAUSES: tuple[str, ...] = (
    "none",
    "illness",
    "disability",
    "schooling",
    "disaster",
    "marriage",
    "land",
    "water",
    "skill",
    "money",
    "labour",
    "transport",
    "motivation",
    "other",
)
"""Cause codes of the register (domain.md §6.3); the column holds the index."""

_MAGIC = b"TONGHE-COLUMNS\n"
_VERSION = 1
_CHECK = 16
_LEVEL = 1
_DTYPES: dict[str, str] = {
    "offsets": "<i4",
    "size": "|u1",
    "labour": "|u1",
    "income": "<i4",
    "gap": "|u1",
    "record": "|u1",
    "cause": "|u1",
    "registered": "|b1",
    "exited": "|b1",
    "approval": "|u1",
    "approval_base": "|u1",
}
_TYPES = {name: np.dtype(dtype) for name, dtype in _DTYPES.items()}
_BY_NEED = ("gap", "record")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Households as parallel arrays; `ValueError` where shapes or types do not fit."""

    offsets: NDArray[np.int32]
    """[V+1] first row of each village."""
    size: NDArray[np.uint8]
    """[N] persons."""
    labour: NDArray[np.uint8]
    """[N] persons able to work."""
    income: NDArray[np.int32]
    """[N] true disposable income, yuan a person a year."""
    gap: NDArray[np.uint8]
    """[7, N] true gap points: 0 met, 100 severe, at most 150."""
    record: NDArray[np.uint8]
    """[7, N] gap points on the register's record."""
    cause: NDArray[np.uint8]
    """[N] main cause of poverty, index into `CAUSES`."""
    registered: NDArray[np.bool_]
    """[N] on the register of the poor, lifted or not."""
    exited: NDArray[np.bool_]
    """[N] registered and recorded as lifted."""
    approval: NDArray[np.uint8]
    """[N] 0-100."""
    approval_base: NDArray[np.uint8]
    """[N] what the household measures against: its own last year, 0-100."""

    def __post_init__(self) -> None:
        rows = self.size.shape[0]
        for name, dtype in _TYPES.items():
            array = getattr(self, name)
            if array.dtype != dtype:
                raise ValueError(f"column {name} has type {array.dtype}, not {dtype}")
            if name != "offsets" and array.shape != ((len(NEEDS), rows) if name in _BY_NEED else (rows,)):
                raise ValueError(f"column {name} has shape {array.shape} for {rows} households")
            flags = array.flags
            if not flags.c_contiguous:
                raise ValueError(f"column {name} is not contiguous")
            flags.writeable = False
        offsets = self.offsets
        if (
            offsets.ndim != 1
            or not len(offsets)
            or offsets[0] != 0
            or offsets[-1] != rows
            or (offsets[1:] < offsets[:-1]).any()
        ):
            raise ValueError("offsets do not cover the rows in order")

    @property
    def households(self) -> int:
        """Number of rows."""
        return int(self.size.shape[0])

    @property
    def villages(self) -> int:
        """Number of villages."""
        return int(self.offsets.shape[0]) - 1

    def digest(self) -> str:
        """Return the hash of all columns as 32 hex digits: equal columns, equal digest, on any machine."""
        digest = blake2b(digest_size=16)
        digest.update(f"{self.villages}:{self.households}".encode())
        for name in _DTYPES:
            digest.update(getattr(self, name).data)
        return digest.hexdigest()

    def to_bytes(self) -> bytes:
        """Return the columns compressed, with a header that describes them and a checksum of the whole."""
        header = {
            "version": _VERSION,
            "columns": [[name, dtype, list(getattr(self, name).shape)] for name, dtype in _DTYPES.items()],
        }
        head = json.dumps(header, separators=(",", ":")).encode()
        body = zlib.compress(b"".join(getattr(self, name).tobytes() for name in _DTYPES), _LEVEL)
        packed = _MAGIC + len(head).to_bytes(4, "little") + head + body
        return packed + blake2b(packed, digest_size=_CHECK).digest()

    @classmethod
    def from_bytes(cls, data: bytes) -> Columns:
        """Return the columns of `to_bytes`; `ValueError` where the bytes are damaged, foreign or of another version."""
        if not data.startswith(_MAGIC):
            raise ValueError("these bytes hold no household columns")
        packed, check = data[:-_CHECK], data[-_CHECK:]
        if blake2b(packed, digest_size=_CHECK).digest() != check:
            raise ValueError("the household columns are damaged or cut short")
        at = len(_MAGIC) + 4
        end = at + int.from_bytes(packed[len(_MAGIC) : at], "little")
        try:
            header: dict[str, Any] = json.loads(packed[at:end])
            if header["version"] != _VERSION:
                raise ValueError(f"household columns of version {header['version']} cannot be read; known: {_VERSION}")
            body = memoryview(zlib.decompress(packed[end:]))
            arrays: dict[str, NDArray[Any]] = {}
            start = 0
            for name, dtype, shape in header["columns"]:
                count = int(np.prod(shape, dtype=np.int64))
                arrays[name] = np.frombuffer(body, dtype=np.dtype(dtype), count=count, offset=start).reshape(shape)
                start += arrays[name].nbytes
            if start != len(body):
                raise ValueError("the household columns do not fill their block")
            return cls(**arrays)
        except (KeyError, TypeError, zlib.error) as error:
            raise ValueError("the household columns are damaged") from error

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the columns by name."""
        return {name: getattr(self, name) for name in _TYPES}

    def changed(self, **arrays: NDArray[Any]) -> Columns:
        """Return columns with some arrays replaced."""
        return Columns(**(self.arrays() | arrays))


def village_rows(offsets: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return the village index of every household row, [N]."""
    return np.repeat(np.arange(len(offsets) - 1, dtype=np.intp), np.diff(offsets))
