"""SARIF 2.1.0: what the schema requires is there, places are the findings', and its fixes apply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.scenario.findings import Fix, catalogue
from game.scenario.mend import apply
from game.scenario.sarif import to_sarif

FAULTY = (
    ("level: starter", "level：startr"),
    ("minutes: 30", "minutes:30"),
    ("      - id: comply", "      - id: refuse"),
)


@pytest.fixture
def text(small):
    for old, new in FAULTY:
        small = small.replace(old, new, 1)
    return small


@pytest.fixture
def log(text, check):
    return to_sarif([(Path("我的 场景"), check(text).findings)])


def test_what_the_schema_requires_is_there(log):
    """Required by the schema: version and runs; tool.driver.name; a rule's id; a result's message; an edit's parts."""
    json.dumps(log)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(type(done["executionSuccessful"]) is bool for done in run["invocations"])
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(rules) == len(set(rules))
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            region = location["physicalLocation"]["region"]
            assert min(region["startLine"], region["startColumn"], region.get("endColumn", 2) - 1) >= 1
            assert location["physicalLocation"]["artifactLocation"]["uri"] in {
                artifact["location"]["uri"] for artifact in run["artifacts"]
            }
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                assert change["artifactLocation"]["uri"]
                assert all("deletedRegion" in edit for edit in change["replacements"])


def test_results_are_the_findings(log, text, check):
    """Code, level and place of every finding, in order; file names are escaped as addresses are."""
    found = check(text).findings
    results = log["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [f.code for f in found]
    for result, finding in zip(results, found, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "%E6%88%91%E7%9A%84%20%E5%9C%BA%E6%99%AF/scenario.yaml"
        region = place["region"]
        assert (region["startLine"], region["startColumn"], region["endColumn"]) == (
            finding.line,
            finding.column,
            finding.end_column,
        )
        assert region["snippet"]["text"] == finding.excerpt
    assert any("relatedLocations" in result for result in results)


def test_its_fixes_apply(log, text):
    """Read back as stretches, each edit gives a text that differs where it says."""
    edits = [
        edit
        for result in log["runs"][0]["results"]
        for fix in result.get("fixes", ())
        for edit in fix["artifactChanges"][0]["replacements"]
    ]
    assert len(edits) >= 3
    fixes = [
        Fix("x", r["startLine"], r["startColumn"], r["endLine"], r["endColumn"], edit["insertedContent"]["text"])
        for edit in edits
        for r in [edit["deletedRegion"]]
    ]
    got = apply(text, fixes)
    assert "level: starter" in got
    assert "minutes: 30" in got


def test_it_speaks_both_languages(text, check):
    found = check(text).findings
    zh, en = (to_sarif([(Path(), found)], lang)["runs"][0] for lang in ("zh", "en"))
    assert (zh["language"], en["language"]) == ("zh-CN", "en-US")
    for one, two in zip(zh["results"], en["results"], strict=True):
        assert one["properties"]["message_en"].rstrip(".") == two["message"]["text"].rstrip(".")
        assert two["properties"]["message_zh"].rstrip("。") == one["message"]["text"].rstrip("。")


def test_an_absolute_folder_gives_file_addresses(text, check, tmp_path):
    log = to_sarif([(tmp_path, check(text).findings)])
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == (tmp_path / "scenario.yaml").as_uri()


def test_nothing_found_is_a_log_too():
    run = to_sarif([])["runs"][0]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_levels_are_those_of_the_catalogue():
    from game.scenario.sarif import _LEVELS

    assert {entry.severity for entry in catalogue().values()} == set(_LEVELS)
