"""Each fault is named once, with its own code, on its own line, and drags nothing else in."""

import pytest
from fault_cases import CASES, Case

from game.scenario.render import render_text, to_json


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.put[:24]!r}")
def test_one_fault_one_finding_on_its_line(case: Case, small, check):
    assert small.count(case.find) >= 1
    text = small.replace(case.find, case.put, 1)
    found = check(text).findings
    assert [finding.code for finding in found] == [case.code]
    if case.marker is not None:
        lines = text.split("\n")
        assert found[0].line == next(n for n, line in enumerate(lines, 1) if case.marker in line)
    if case.suggestion is not None:
        assert found[0].suggestion == case.suggestion
    for lang in ("zh", "en"):
        assert "{" not in render_text(found[0], lang).split("\n")[0].replace(case.put, "").replace("「{", "")[:12]
        assert to_json(found[0], lang)["message"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.put[:24]!r}")
def test_the_offered_edit_changes_the_named_line_and_keeps_the_rest(case: Case, small, check):
    """A fix is applied by span; what it gives has no such finding any more."""
    text = small.replace(case.find, case.put, 1)
    checked = check(text)
    for fix in checked.findings[0].fixes:
        lines = text.split("\n")
        assert fix.line == fix.end_line
        line = lines[fix.line - 1]
        lines[fix.line - 1] = line[: fix.column - 1] + fix.text + line[fix.end_column - 1 :]
        again = check("\n".join(lines))
        assert case.code not in [finding.code for finding in again.findings]


def test_the_whole_sample_is_silent(small, check):
    checked = check(small)
    assert checked.findings == ()
    assert checked.scenario is not None
    assert checked.scenario.id == "small"


def test_many_faults_come_in_one_run_in_order(small, check):
    """Syntax, shape, reference, condition and meaning are all listed at once, in reading order."""
    text = (
        small.replace("level: starter", "level：startr")
        .replace("    form: call", "    form: telegram")
        .replace("to: [director, squad]", "to: [directr, squad]")
        .replace("enter: day >= 7", "enter: dya >= 7")
        .replace("trigger: {at: 3}", "trigger: {at: 99}")
    )
    found = check(text).findings
    assert [finding.code for finding in found] == ["TH111", "TH206", "TH410", "TH206", "TH506", "TH301"]
    assert [finding.line for finding in found] == sorted(finding.line for finding in found)


def test_twenty_slips_are_all_listed(check):
    """Recovery goes on after each slip of the pen, so one run lists twenty."""
    text = "\n".join(f"key{n}：文字" for n in range(20)) + "\n"
    assert sum(f.code == "TH111" for f in check(text).findings) == 20


def test_the_county_file_of_the_scenario_is_checked_too(small, check):
    found = check({"scenario.yaml": small, "county.yaml": "format: 1\nname: [x]\n"}).findings
    assert [f.code for f in found] == ["TH305"]
    assert found[0].file == "county.yaml"
