"""No file makes the importer fail in any other way than by saying what is wrong, in time and within its memory."""

from __future__ import annotations

import io
import json
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mapfiles import Files

from game.authoring.bring import bring

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "features", "a"]), inner, max_size=3)
    ),
    max_leaves=12,
)
anywhere = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a sound workbook, the same for all examples: it holds the time it was written."""
    return Files(tmp_path_factory.mktemp("book")).write_xlsx().read_bytes()


@anywhere
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(tmp_path: Path, one: bytes, two: bytes) -> None:
    """Two files of anything make no county, and something is said."""
    (tmp_path / "m").write_bytes(one)
    (tmp_path / "t").write_bytes(two)
    made = bring(tmp_path / "m", tmp_path / "t")
    assert made.county is None
    assert made.notes


@anywhere
@given(st.sampled_from(["properties", "geometry", "type", "id"]), st.integers(1, 4), json_values)
def test_any_feature_is_survived(tmp_path: Path, key: str, number: int, value: object) -> None:
    """A feature with anything in place of one of its parts is taken or refused."""
    files = Files(tmp_path)
    files.feature(number)[key] = value
    made = bring(files.write_map(), files.write_csv())
    assert (made.county is None) == any(n.severity == "error" for n in made.notes)


@pytest.mark.ci
@anywhere
@given(st.integers(1, 4), st.lists(st.tuples(st.floats(-1e6, 3e6), st.floats(-1e6, 3e6)), max_size=9))
def test_any_ring_is_survived(tmp_path: Path, number: int, points: list[tuple[float, float]]) -> None:
    """A township of any shape is taken or refused."""
    files = Files(tmp_path)
    files.feature(number)["geometry"]["coordinates"] = [[list(p) for p in points]]
    made = bring(files.write_map(), files.write_csv())
    assert (made.county is None) == any(n.severity == "error" for n in made.notes)


@anywhere
@given(
    st.integers(1, 12), st.integers(0, 7), st.none() | st.integers() | st.floats() | st.text(max_size=8) | st.booleans()
)
def test_any_cell_is_survived(tmp_path: Path, row: int, column: int, value: object) -> None:
    """A cell with anything in it is taken or refused."""
    files = Files(tmp_path)
    files.rows[row][column] = value
    made = bring(files.write_map(), files.write_csv("utf-8"))
    assert (made.county is None) == any(n.severity == "error" for n in made.notes)


@anywhere
@given(st.integers(0, 999), st.integers(1, 255), st.integers(0, 2000))
def test_hurt_workbooks_are_refused_in_words(workbook: bytes, tmp_path: Path, at: int, change: int, end: int) -> None:
    """A workbook with a byte changed or its end cut off is read or refused."""
    content = bytearray(workbook)
    content[at * len(content) // 1000] ^= change
    path = tmp_path / "hurt.xlsx"
    path.write_bytes(bytes(content[: end * len(content) // 1000]))
    made = bring(Files(tmp_path).write_map(), path)
    assert made.county is not None or made.notes


def test_huge_files_are_refused_at_once(files: Files, tmp_path: Path) -> None:
    """Gigabytes cost neither time nor memory."""
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as stream:
        stream.truncate(5_000_000_000)
    files.bring()
    tracemalloc.start()
    start = time.thread_time()
    made = bring(huge, huge)
    took, (_, peak) = time.thread_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [n.code for n in made.notes] == ["too-large", "too-large"]
    assert took < 0.5
    assert peak < 2_000_000


def test_a_workbook_that_swells_is_refused(files: Files, tmp_path: Path) -> None:
    """What is small packed and huge unpacked is not unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed.getvalue())
    start = time.thread_time()
    made = bring(files.write_map(), path)
    assert [n.code for n in made.notes] == ["too-large"]
    assert time.thread_time() - start < 0.5


def test_a_cell_at_the_end_of_the_sheet_costs_nothing(files: Files) -> None:
    """A stray cell in the last row of a sheet is no reason to read a million rows."""
    path = files.write_xlsx(lambda sheet: sheet.cell(1_048_576, 1, "x"))
    start = time.thread_time()
    made = files.bring(path)
    assert [n.code for n in made.notes] == ["too-many"]
    assert time.thread_time() - start < 3


@pytest.mark.parametrize("bad", ["old", "folder", "missing", "binary"])
def test_files_that_are_no_tables(files: Files, tmp_path: Path, bad: str) -> None:
    """Old or locked workbooks, folders, missing files and pictures are each called what they are."""
    path = tmp_path / "t.xlsx"
    if bad == "old":
        path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 99)
    elif bad == "folder":
        path.mkdir()
    elif bad == "binary":
        path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\xff\xff")
    made = files.bring(path)
    expected = {"old": "old-excel", "folder": "not-a-file", "missing": "unreadable", "binary": "encoding"}
    assert [n.code for n in made.notes] == [expected[bad]]


@pytest.mark.ci
def test_many_points_take_seconds_at_most(files: Files) -> None:
    """A map at the limit of points is worked through, not hung upon."""
    ring = files.ring(1)
    south = [[500_000 + k * 10_000 / 50_000, 2_900_000 + (k % 7)] for k in range(50_000)]
    files.feature(1)["geometry"]["coordinates"] = [[*south, *ring[1:]]]
    start = time.thread_time()
    made = files.bring()
    assert made.county is not None
    assert time.thread_time() - start < 8
    files.feature(1)["geometry"]["coordinates"] = [[*south, *south, *south, *ring[1:]]]
    assert "too-many" in [n.code for n in files.bring().notes]
    assert json.dumps(files.map)
