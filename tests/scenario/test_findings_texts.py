"""The catalogue of findings: every code is worded in both languages and used somewhere, and the page is current."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import game.scenario as package
from game.scenario.findings import Finding, Word, catalogue, words
from game.scenario.pages import diagnostics_page
from game.scenario.render import caret, cure, message, render_text, summary, to_json

ROOT = Path(__file__).parents[2]
FOLDER = Path(package.__file__).parent
SOURCES = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py")}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", list(catalogue()))
def test_every_code_is_worded_in_both_languages(code):
    entry = catalogue()[code]
    assert entry.severity in ("error", "warning", "advice")
    assert all((entry.zh, entry.en, entry.cure_zh, entry.cure_en))
    assert re.search("[\u4e00-\u9fff]", entry.zh)
    assert not re.search("[\u4e00-\u9fff]", entry.en)
    assert fields(entry.zh) == fields(entry.en)


def test_every_code_in_the_sources_is_in_the_catalogue_and_the_other_way_round():
    used = set(re.findall(r'"(TH\d{3})"', "".join(SOURCES.values())))
    assert used == set(catalogue())


def _given() -> list[tuple[str, set[str]]]:
    """Return every place in the sources that reports a code with parameters written out: (code, their names)."""
    found: list[tuple[str, set[str]]] = []
    for text in SOURCES.values():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in ("add", "put", "say", "fault", "fault_at", "stop", "_stop", "Fault", "Slip"):
                continue
            named = {k.arg for k in node.keywords if k.arg} - {"related", "fixes", "suggestion", "cascade", "again"}
            dicts = [arg for arg in node.args[1:] if isinstance(arg, ast.Dict)]
            open_ended = (name == "put" and not dicts) or any(None in one.keys for one in dicts)
            named |= {str(key.value) for one in dicts for key in one.keys if isinstance(key, ast.Constant)}
            if not open_ended:
                found.append((str(node.args[0].value), named))
    return found


def test_every_parameter_of_a_text_is_supplied_wherever_its_code_is_reported():
    """A sentence with a hole in it would be an exception in front of the author."""
    given = _given()
    assert len({code for code, _ in given}) > 60
    for code, names in given:
        entry = catalogue()[code]
        for template in (entry.zh, entry.en, entry.cure_zh, entry.cure_en):
            assert fields(template) <= names, (code, template)


def test_every_word_a_parameter_names_is_there():
    named = {
        node.args[0].value
        for text in SOURCES.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Word"
        and isinstance(node.args[0], ast.Constant)
    }
    assert named <= set(words())
    for entry in words().values():
        assert set(entry) == {"zh", "en"}


def finding(**changes: object) -> Finding:
    given = {"code": "TH516", "severity": "error", "file": "甲.yaml", "line": 3, "column": 7, "end_column": 9, "params": {"days": 8}, "excerpt": "甲乙: 丙丁"}  # fmt: skip
    return Finding(**{**given, **changes})


def test_the_caret_stands_under_the_characters_in_any_font():
    """Wide characters are padded with U+3000 and underlined with ＾, so that proportional fonts keep them aligned."""
    assert caret("甲乙: 丙丁", 4, 6) == "　　  ＾＾"
    assert caret("a: b", 3, 4) == "   ^"
    assert caret("\ta", 1, 2) == "\t^"
    assert caret("", 0, 1) == "^"


def test_a_finding_reads_as_place_line_caret_and_cure():
    text = render_text(finding(column=5, end_column=7, suggestion="days: 7"))
    assert text.split("\n") == [
        "甲.yaml:3:5: 错误 TH516 每回合 8 天不是 7 的倍数，县里按周推进",
        "  |",
        "3 | 甲乙: 丙丁",
        "  | 　　  ＾＾",
        "  怎么改： 改成 7、14、21、28 或 35。",
        "  是不是想写 days: 7？",
    ]


def test_a_long_line_is_shown_around_the_fault():
    text = render_text(finding(excerpt="字" * 5_000 + "错" + "字" * 5_000, column=5_001, end_column=5_002)).split("\n")
    shown, marks = text[2][4:], text[3][4:]
    assert len(shown) < 120
    assert shown[marks.index("＾")] == "错"


def test_json_holds_plain_values():
    data = to_json(
        finding(code="TH203", params={"key": "minutes", "wanted": Word("number+date"), "given": Word("text")})
    )
    assert data["message"] == "“minutes”要写整数或日期，这里写的是文字"
    assert type(data["params"]["wanted"]) is str


def test_braces_in_the_authors_words_are_left_alone():
    odd = finding(code="TH511", params={"value": "{0.__class__}", "known": "{village}"})
    assert "{0.__class__}" in message(odd)
    assert "{village}" in cure(odd)


def test_the_summary_counts_by_severity():
    assert summary([finding(), finding(severity="advice")]) == "1 个错误，0 个警告，1 条建议"


def test_the_page_of_codes_is_current():
    """`docs/diagnostics.md` is written from the catalogue; write it again when a code changes."""
    assert (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8") == diagnostics_page()


def test_the_format_page_names_every_figure_function_and_file_section():
    from game.scenario.files import SECTIONS
    from game.scenario.names import FIGURES, FUNCTIONS

    page = (ROOT / "docs" / "scenario-format.md").read_text(encoding="utf-8")
    for name in (*(f.name for f in FIGURES), *(f.zh for f in FIGURES), *(f.name for f in FUNCTIONS), *SECTIONS):
        assert f"`{name}" in page
