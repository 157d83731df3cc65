"""The drawing of a course: every part is there, at its place, and what is no course is said in one sentence."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from game.lab import figure
from game.lab.simulate import Run, report

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
TRUE, RECORDED = (0.20, 0.12, 0.04), (0.20, 0.10, 0.02)


def _run(seed: int, more: float = 0.0) -> Run:
    course = {
        "incidence_true": tuple(share + more for share in TRUE),
        "incidence_recorded": tuple(share + more for share in RECORDED),
    }
    return Run(seed, days=(0, 364, 728), course=course)


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """The result of three runs, as `simulate --json` prints it."""
    runs = [_run(1), _run(2, 0.01), _run(3, 0.02)]
    path = tmp_path / "result.json"
    path.write_text(json.dumps(report(runs, scenario="t-county-2014-2020", policy="routine", seed=1)), encoding="utf-8")
    return path


def _drawn(path: Path) -> ET.Element:
    return ET.fromstring(path.read_text(encoding="utf-8"))


def _classes(root: ET.Element) -> list[str]:
    return [part.get("class", "") for part in root.iter()]


def _spots(root: ET.Element, name: str) -> list[tuple[float, float]]:
    data = next(part.get("d") for part in root.iter(SVG + "path") if part.get("class") == name)
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", data)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_lines_bands_axes_and_legend_are_drawn(result: Path) -> None:
    """Both medians and both bands, the axis in per cent, years below, the legend in both languages."""
    assert figure.main([str(result)]) == 0
    root = _drawn(result.with_suffix(".svg"))

    for name in ("true", "recorded", "band-true", "band-recorded", "axis", "grid", "ground"):
        assert name in _classes(root), name
    said = [part.text for part in root.iter(SVG + "text")]
    assert {"0%", "10%", "20%", "2014", "2015"} <= set(said)
    for zh, en, _ in figure.CURVES.values():
        assert f"{zh} · {en}" in said
    assert "point" not in _classes(root)
    assert "prefers-color-scheme: dark" in result.with_suffix(".svg").read_text(encoding="utf-8")


def test_a_curve_lies_where_its_figures_say(result: Path) -> None:
    """The median falls in proportion to its shares and lies within its band, on dates in proportion to days."""
    figure.main([str(result)])
    root = _drawn(result.with_suffix(".svg"))
    line, band = _spots(root, "true"), _spots(root, "band-true")

    assert len(line) == 3
    assert len(band) == 6
    (x0, y0), (x1, y1), (x2, y2) = line
    assert x1 - x0 == pytest.approx(x2 - x1, abs=0.02)
    assert (y1 - y0) == pytest.approx(y2 - y1, abs=0.02)
    for (x, y), (xa, above), (xb, under) in zip(line, band[:3], reversed(band[3:]), strict=True):
        assert x == xa == xb
        assert above < y < under


def test_points_are_marked_with_their_labels(result: Path, tmp_path: Path) -> None:
    """Points stand at their date and share, also beyond the course; labels in their way make room."""
    table = tmp_path / "points.csv"
    table.write_text(
        "date,share,label\n2014-01-06,0.21,开头\n2017-12-25,0.21,<末>\n2018-01-05,0.205,紧挨着\n", encoding="utf-8-sig"
    )
    out = tmp_path / "out.svg"
    assert figure.main([str(result), "--points", str(table), "-o", str(out)]) == 0
    root = _drawn(out)

    rings = [part for part in root.iter(SVG + "circle") if part.get("class") == "point"]
    assert len(rings) == 4, "three points and the legend's"
    said = {part.text: part for part in root.iter(SVG + "text")}
    assert "开头 21.00%" in said
    assert "<末> 21.00%" in said
    # the median begins at 21 % on the same day
    assert float(rings[0].get("cy")) == pytest.approx(_spots(root, "true")[0][1], abs=0.02)
    heights = [float(said[label].get("y")) for label in ("<末> 21.00%", "紧挨着 20.50%")]
    assert abs(heights[0] - heights[1]) >= figure.LINE - 0.1


def test_short_courses_name_months() -> None:
    """An axis within one year names months, one of a few days its first day."""
    assert [name for _, name in figure._ticks(date(2019, 9, 2), date(2019, 12, 9))] == ["2019-10", "2019-11", "2019-12"]
    assert [name for _, name in figure._ticks(date(2019, 9, 2), date(2019, 9, 9))] == ["2019-09-02"]


def test_a_scenario_of_ones_own_needs_a_first_day(result: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Dates come from the scenario of the library, or from `--start`."""
    told = json.loads(result.read_text(encoding="utf-8")) | {"scenario": "my-own"}
    result.write_text(json.dumps(told), encoding="utf-8")

    assert figure.main([str(result)]) == 3
    assert "--start" in capsys.readouterr().err
    assert figure.main([str(result), "--start", "2020-01-06"]) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "cannot read"),
        ("{", "is not JSON"),
        ("[]", "simulate --json"),
        ('{"days": [0]}', "simulate --json"),
        ('{"days": "x"}', "simulate --json"),
        (json.dumps(report([Run(1, error="x")], scenario="s", policy="routine", seed=1)), "simulate --json"),
    ],
)
def test_what_is_no_result_is_said(
    text: str | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3, one sentence, nothing written."""
    path = tmp_path / "result.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    assert figure.main([str(path)]) == 3
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert not path.with_suffix(".svg").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("when,what\n", "date, share, label"),
        ("date,share,label\n2014,0.1,x\n", "line 2"),
        ("date,share,label\n2014-01-01,a,x\n", "line 2"),
        ("date,share,label\n2014-01-01,27.1,x\n", "between 0 and 1"),
        ("date,share,label\n2014-01-01,nan,x\n", "between 0 and 1"),
    ],
)
def test_what_is_no_table_of_points_is_said(
    text: str, says: str, result: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3 and the line that is wrong."""
    table = tmp_path / "points.csv"
    table.write_text(text, encoding="utf-8")

    assert figure.main([str(result), "--points", str(table)]) == 3
    assert says in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said(
    result: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3 where the drawing cannot be kept."""
    assert figure.main([str(result), "-o", str(tmp_path / "none" / "x.svg")]) == 3
    assert "cannot write" in capsys.readouterr().err


def test_the_points_of_the_study_can_be_laid_over_but_the_model_does_not_know_them(result: Path) -> None:
    """The study's table is read, and none of its figures stands anywhere in the package."""
    points = figure.read_points(ROOT / "docs" / "study-points.csv")

    assert len(points) == 3
    assert figure.main([str(result), "--points", str(ROOT / "docs" / "study-points.csv")]) == 0
    known = re.compile(r"27\.15|(?<!\d)2715(?!\d)|0\.0140")
    sources = [f for f in (ROOT / "game").rglob("*") if f.suffix in (".py", ".toml", ".yaml")]
    assert len(sources) > 100
    assert not [f.name for f in sources if known.search(f.read_text(encoding="utf-8"))]
