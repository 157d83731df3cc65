"""Columns are read-only, know their digest and survive the trip through bytes, or are refused."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.county.columns import Columns, village_rows
from game.county.sums import segment_sums, village_sums


def test_round_trip(columns: Columns) -> None:
    """Bytes and back give the same columns."""
    back = Columns.from_bytes(columns.to_bytes())
    assert back.digest() == columns.digest()
    for name, array in columns.arrays().items():
        assert np.array_equal(array, getattr(back, name)), name


@given(st.data())
def test_damage_is_refused(columns: Columns, data: st.DataObject) -> None:
    """One changed or missing byte anywhere is noticed."""
    packed = columns.to_bytes()
    at = data.draw(st.integers(0, len(packed) - 1))
    changed = bytearray(packed)
    changed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="columns"):
        Columns.from_bytes(bytes(changed))
    with pytest.raises(ValueError, match="columns"):
        Columns.from_bytes(packed[:at])


def test_arrays_cannot_be_written(columns: Columns) -> None:
    """Nobody changes a state's columns in place."""
    with pytest.raises(ValueError, match="read-only"):
        columns.income[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        Columns.from_bytes(columns.to_bytes()).gap[0, 0] = 1


def test_digest_sees_every_column(columns: Columns) -> None:
    """A change of one cell of any column changes the digest."""
    digests = {columns.digest()}
    for name, array in columns.arrays().items():
        if name == "offsets":
            continue
        copy = array.copy()
        copy.flat[5] = not copy.flat[5] if copy.dtype == np.bool_ else copy.flat[5] + 1
        digests.add(columns.changed(**{name: copy}).digest())
    assert len(digests) == len(columns.arrays())


def test_wrong_shapes_and_types_are_refused(columns: Columns) -> None:
    """Columns that do not fit together are no columns."""
    with pytest.raises(ValueError, match="type"):
        columns.changed(income=columns.income.astype(np.int64))
    with pytest.raises(ValueError, match="shape"):
        columns.changed(cause=columns.cause[:-1].copy())
    with pytest.raises(ValueError, match="offsets"):
        columns.changed(offsets=columns.offsets[:-1].copy())


def test_sums_against_a_loop(columns: Columns) -> None:
    """Village sums equal the sums counted household by household."""
    line = 3218
    sums = village_sums(columns, line)
    village = village_rows(columns.offsets)
    expected = {
        name: np.zeros(columns.villages, dtype=np.int64)
        for name in (
            "households",
            "persons",
            "registered",
            "exited",
            "poor_persons",
            "recorded_persons",
            "composite_persons",
            "wrong_persons",
            "exited_persons",
            "missed_persons",
            "unregistered_persons",
            "approving",
        )
    }
    for row in range(columns.households):
        v, size = village[row], int(columns.size[row])
        poor = bool(columns.income[row] < line or (columns.gap[:5, row] >= 40).any())
        on, out = bool(columns.registered[row]), bool(columns.exited[row])
        for name, value in (
            ("households", 1),
            ("persons", size),
            ("registered", on),
            ("exited", out),
            ("poor_persons", poor * size),
            ("recorded_persons", (on and not out) * size),
            ("composite_persons", (poor or (on and not out)) * size),
            ("wrong_persons", (out and poor) * size),
            ("exited_persons", out * size),
            ("missed_persons", (poor and not on) * size),
            ("unregistered_persons", (not on) * size),
            ("approving", columns.approval[row] >= 60),
        ):
            expected[name][v] += value
    for name, values in expected.items():
        assert np.array_equal(getattr(sums, name), values), name
    assert np.array_equal(sums.gaps.sum(axis=1), (columns.gap >= 40).sum(axis=1))
    assert np.array_equal(sums.recorded_gaps[:, 3], (columns.record[:, village == 3] >= 40).sum(axis=1))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_segments_with_empty_villages(sizes: list[int]) -> None:
    """A village without households sums to nothing and disturbs no other."""
    offsets = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
    values = np.arange(1, int(offsets[-1]) + 1, dtype=np.uint8)
    expected = [int(values[a:b].sum()) for a, b in pairwise(offsets)]
    assert segment_sums(values, offsets).tolist() == expected
