"""State to bytes and back, and the hash that says two states are the same.

What never changes during a session (`State.fixed`) is not written: it is rebuilt from the scenario bundle.
Tables keep the order of their rows, since rules walk them in that order; the hash does not depend on it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
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
_SLICE = 40
"""Rows of a table that are written at once."""
_INT = np.dtype("<i8")


@cache
def _rest() -> TypeAdapter[Any]:
    """Return the reader and writer of everything in a state that is neither fixed nor an array."""
    hints = {name: hint for name, hint in get_type_hints(State).items() if name not in _APART}
    return TypeAdapter(TypedDict("Rest", hints))  # type: ignore[operator]


@cache
def _writer(name: str) -> TypeAdapter[Any]:
    """Return the writer of one table of the rest."""
    return TypeAdapter(get_type_hints(State)[name])


def _rest_of(state: State) -> dict[str, Any]:
    return {f.name: getattr(state, f.name) for f in fields(state) if f.name not in _APART}


def _slices(table: Any, *, ordered: bool) -> Iterator[Any]:
    """Return a table in parts; `ordered` puts a dict's keys in the order of their texts.

    Years of a county are many megabytes. Written in one call they would keep every other thread, the window's too,
    from running until it is done.
    """
    if isinstance(table, dict):
        keys = sorted(table, key=str) if ordered else list(table)
        size = 1 if keys and isinstance(table[keys[0]], tuple) else _SLICE
        for at in range(0, len(keys), size):
            yield {key: table[key] for key in keys[at : at + size]}
    else:
        for at in range(0, len(table), _SLICE):
            yield table[at : at + _SLICE]


def _written(state: State, *, ordered: bool) -> Iterator[str]:
    """Return the rest of a state as JSON, table by table; `ordered` sorts every key and leaves letters as they are."""
    rest = _rest_of(state)
    for number, name in enumerate(sorted(rest) if ordered else rest):
        table, writer = rest[name], _writer(name)

        def text(part: Any, writer: TypeAdapter[Any] = writer) -> str:
            if not ordered:
                return writer.dump_json(part).decode()
            plain = writer.dump_python(part, mode="json")
            return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

        yield f'{"," if number else "{"}"{name}":'
        if isinstance(table, (dict, tuple)) and len(table) > 1:
            begin, end = "{}" if isinstance(table, dict) else "[]"
            for place, part in enumerate(_slices(table, ordered=ordered)):
                yield f"{',' if place else begin}{text(part)[1:-1]}"
            yield end
        else:
            yield text(table)
    yield "}"


def _sums_bytes(sums: VillageSums) -> list[tuple[str, list[int], bytes]]:
    arrays = [(f.name, np.ascontiguousarray(getattr(sums, f.name), dtype=_INT)) for f in fields(sums)]
    return [(name, list(array.shape), array.tobytes()) for name, array in arrays]


def encode_state(state: State) -> bytes:
    """Return a state as bytes: a line that describes the blocks, then the tables, the village sums and the columns."""
    rest = "".join(_written(state, ordered=False)).encode()
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
    return "".join(_written(state, ordered=True))


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
