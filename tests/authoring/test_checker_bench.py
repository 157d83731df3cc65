"""The checker's benchmark: its slips, its long scenario, and a small share of what it measures."""

from __future__ import annotations

import json
from itertools import islice

import pytest

from game.authoring.bench import SEED, find, judged, main, measure_slips, measure_speed
from game.authoring.long_scenario import long_scenario
from game.authoring.slips import KINDS, Slip, slips
from game.session.library import load_scenario


@pytest.fixture(scope="module")
def bundle() -> dict[str, str]:
    return dict(load_scenario("first-order").bundle)


def test_the_same_seed_makes_the_same_slips(bundle):
    first, again, other = (list(islice(slips(bundle, seed), 40)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_a_slip_is_one_line_of_one_file(bundle):
    """What differs from the text before is the line it names, doubled or gone where its kind says so."""
    made = list(islice(slips(bundle, 5), 150))
    assert {slip.kind for slip in made} == set(KINDS)
    for slip in made:
        before, after = bundle[slip.file].split("\n"), slip.text.split("\n")
        grown = {"line_twice": 1, "line_gone": -1}.get(slip.kind, 0)
        assert len(after) == len(before) + grown
        if not grown:
            changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b]
            assert changed == [slip.line]


def test_slips_are_shown_on_their_line(bundle):
    """A share of the benchmark: at least 85 % on the line, 95 % within one, no crash; the whole run is `-m slow`."""
    spring = slips(bundle, SEED)
    rows = [judged(slip, bundle) for slip in islice(spring, 60)]
    assert not [row["crash"] for row in rows if row["crash"]]
    assert sum(row["distance"] == 0 for row in rows) >= 0.85 * len(rows)
    assert sum(row["distance"] in (0, 1) for row in rows) >= 0.95 * len(rows)
    assert sum(row["dragged"] > 0 for row in rows) <= 0.05 * len(rows)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_slips_of_all_scenarios_are_shown_on_their_line():
    """All of it: a thousand slips in the three shipped scenarios."""
    shares = measure_slips(1_000, SEED)["all"]
    assert shares["crashes"] == 0
    assert shares["on_line"] >= 0.85
    assert shares["within_one"] >= 0.95


def test_a_checker_that_says_nothing_or_falls_over_is_told_as_such(bundle, monkeypatch):
    """The measure can fail: silence is unreported, an exception is a crash, another line is another line."""
    slip = next(slips(bundle, 1))
    far = Slip(slip.kind, slip.file, 5_000, 5_000, "", "", slip.text)
    assert judged(far, bundle)["distance"] > 1
    monkeypatch.setattr("game.authoring.bench.find", lambda _: ())
    assert judged(slip, bundle)["distance"] is None
    monkeypatch.setattr("game.authoring.bench.find", lambda _: 1 // 0)
    assert "ZeroDivisionError" in judged(slip, bundle)["crash"]


@pytest.mark.parametrize("lines", [1_000, 3_000])
def test_a_long_scenario_is_valid_and_as_long_as_asked(lines):
    text = long_scenario(load_scenario("hundred-days").bundle, lines)
    assert lines - 5 <= text.count("\n") <= lines + 90
    assert [f for f in find({"scenario.yaml": text}) if f.severity == "error"] == []


def test_speed_is_measured_in_turns():
    figures = measure_speed(1_000, 2)
    assert [len(row) for row in figures.values()] == [2] * 5
    assert all(value > 0 for row in figures.values() for value in row)


@pytest.mark.ci
def test_the_command_prints_json_and_tables(capsys):
    options = ["--slips", "6", "--lines", "1000", "--repeats", "1", "--no-hostile"]
    assert main([*options, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["slips"]["all"]["n"] == 6
    assert set(result["figures"]) == {"check_ms", "load_ms", "check_to_load", "again_ms", "again_to_load"}
    assert main(options) == 0
    assert "on the line" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--slips", "-1"], ["--lines", "3"], ["--repeats", "x"]])
def test_wrong_usage_is_two(options, capsys):
    with pytest.raises(SystemExit) as ended:
        main(options)
    assert ended.value.code == 2
    assert capsys.readouterr().err
