"""State to bytes and back, and the hash that says two states are the same.

What never changes during a session (`State.fixed`) is not written: it is rebuilt from the scenario bundle.
Tables keep the order of their rows, since rules walk them in that order; the hash does not depend on it.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from typing import Any, get_type_hints

import numpy as np
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from game.county.columns import Columns
from game.county.sums import VillageSums
from game.exercise.state import Fixed, State

STATE_VERSION = 1
"""Version of the snapshot's layout; snapshots of another version are dropped and rebuilt."""

_MAGIC = b"TONGHE-STATE\n"
_APART = ("fixed", "columns", "sums")
_LEVEL = 1
_INT = np.dtype("<i8")


@cache
def _rest() -> TypeAdapter[Any]:
    """Return the reader and writer of everything in a state that is neither fixed nor an array."""
    hints = {name: hint for name, hint in get_type_hints(State).items() if name not in _APART}
    return TypeAdapter(TypedDict("Rest", hints))  # type: ignore[operator]


def _rest_of(state: State) -> dict[str, Any]:
    return {f.name: getattr(state, f.name) for f in fields(state) if f.name not in _APART}


def _sums_bytes(sums: VillageSums) -> list[tuple[str, list[int], bytes]]:
    arrays = [(f.name, np.ascontiguousarray(getattr(sums, f.name), dtype=_INT)) for f in fields(sums)]
    return [(name, list(array.shape), array.tobytes()) for name, array in arrays]


def encode_state(state: State) -> bytes:
    """Return a state as bytes: a line that describes the blocks, then the tables, the village sums and the columns."""
    rest = _rest().dump_json(_rest_of(state))
    sums = _sums_bytes(state.sums)
    blocks = [
        zlib.compress(rest, _LEVEL),
        zlib.compress(b"".join(part for _, _, part in sums), _LEVEL),
        state.columns.to_bytes(),
    ]
    head = {
        "version": STATE_VERSION,
        "sums": [[name, shape] for name, shape, _ in sums],
        "blocks": [len(block) for block in blocks],
    }
    return _MAGIC + json.dumps(head, separators=(",", ":")).encode() + b"\n" + b"".join(blocks)


def decode_state(data: bytes, fixed: Fixed) -> State:
    """Return the state of `encode_state`; `ValueError` where the bytes are damaged or of another version."""
    if not data.startswith(_MAGIC):
        raise ValueError("these bytes hold no state")
    line_end = data.index(b"\n", len(_MAGIC))
    try:
        head = json.loads(data[len(_MAGIC) : line_end])
        if head["version"] != STATE_VERSION:
            raise ValueError(f"states of version {head['version']} cannot be read; known: {STATE_VERSION}")
        blocks, at = [], line_end + 1
        for length in head["blocks"]:
            blocks.append(data[at : at + length])
            at += length
        rest = _rest().validate_json(zlib.decompress(blocks[0]))
        raw, arrays, start = zlib.decompress(blocks[1]), {}, 0
        for name, shape in head["sums"]:
            array = np.frombuffer(raw, dtype=_INT, count=int(np.prod(shape)), offset=start).reshape(shape)
            arrays[name] = array
            start += array.nbytes
        return State(fixed=fixed, columns=Columns.from_bytes(blocks[2]), sums=VillageSums(**arrays), **rest)
    except (KeyError, TypeError, IndexError, zlib.error, ValidationError) as error:
        raise ValueError("the state is damaged") from error


def canonical(state: State) -> str:
    """Return everything in a state but its arrays as JSON text with sorted keys."""
    plain = _rest().dump_python(_rest_of(state), mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def state_hash(state: State) -> str:
    """Return a state's hash, 32 hex digits: the same on any machine, thread count and hash seed."""
    digest = blake2b(digest_size=16)
    digest.update(state.fixed.digest.encode())
    digest.update(canonical(state).encode())
    digest.update(state.columns.digest().encode())
    for name, shape, part in _sums_bytes(state.sums):
        digest.update(f"{name}{shape}".encode())
        digest.update(part)
    return digest.hexdigest()
