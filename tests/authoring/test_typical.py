"""The catalogue of typical problems: whole, sound in any scenario, and written as an author would write it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from game.authoring.typical import Setting, free_id, inject_lines, inject_of
from game.exercise.catalogue import load_organs, load_posts, load_tasks
from game.exercise.problem_types import load_problem_types
from game.resources import county_text
from game.scenario.check import check_bundle
from game.scenario.injects import Form
from game.scenario.parts import Domain
from game.session.library import catalogues, load_scenario

TYPES = load_problem_types()
ORGANS = {f"bureau:{key}" for key in load_organs().bureaus} | {"township", "village", "hq"}
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
NUMBERS = {"W": 8, "H": 7, "E": 8, "D": 9, "R": 9, "I": 12, "J": 7, "F": 9, "X": 9, "T": 6, "N": 6, "P": 7, "B": 13,
           "U": 6, "L": 2, "G": 4}  # fmt: skip
"""Letter of a domain -> its types."""


def test_every_type_is_there():
    """122 of them, numbered without a gap, in sixteen domains."""
    assert set(TYPES) == {f"i{letter}{n}" for letter, count in NUMBERS.items() for n in range(1, count + 1)}
    assert {kind.domain for kind in TYPES.values()} == {domain.value for domain in Domain}
    assert len({kind.code[1] for kind in TYPES.values()}) == 16


@pytest.mark.parametrize("code", TYPES)
def test_a_type_names_what_there_is(code):
    """Tasks, organs and forms are those of the catalogues; one task at least is of its own field."""
    kind = TYPES[code]
    tasks = load_tasks()
    assert set(kind.tasks) <= set(tasks)
    assert any(kind.domain in tasks[task].domains for task in kind.tasks)
    assert set(kind.organs) <= ORGANS
    assert kind.form in {form.value for form in Form}
    assert 3 * kind.paper_hours <= kind.hours, "a cure on paper is far cheaper"
    assert kind.late


@pytest.mark.parametrize("code", TYPES)
def test_a_type_is_told_in_both_languages(code):
    """Nothing is empty, no English holds Chinese, both fill in the same blanks, and the paper says where it happens."""
    kind = TYPES[code]
    for lang in ("zh", "en"):
        words = kind.words(lang)
        texts = [getattr(words, name) for name in words.__slots__]
        assert all(text.strip() for text in texts)
        assert bool(CHINESE.search(" ".join(texts))) is (lang == "zh")
        assert "{village}" in words.text or "{township}" in words.text
        assert not any("{" in getattr(words, name) for name in ("kind", "name", "sender", "root", "paper", "trap"))
    blanks = [set(re.findall(r"\{[a-z]+\}", kind.words(lang).text)) for lang in ("zh", "en")]
    assert ("{households}" in kind.zh.text) is ("{households}" in kind.en.text) is (kind.households > 0)
    assert blanks[0] == blanks[1] <= {"{village}", "{township}", "{households}", "{date}"}


def test_no_two_types_are_alike():
    """Each has a name, a paper and a root of its own."""
    for lang in ("zh", "en"):
        for field in ("kind", "name", "text", "root", "paper", "late", "trap"):
            seen = [getattr(kind.words(lang), field) for kind in TYPES.values()]
            assert len(seen) == len(set(seen)), (lang, field)


@cache
def first() -> dict[str, str]:
    """Return the texts of the scenario that the injects are put into."""
    return dict(load_scenario("hundred-days").bundle)


def powers() -> dict[str, frozenset[str]]:
    """Return what each seat of it may do."""
    scenario = load_scenario("hundred-days").scenario
    posts = load_posts()
    return {seat.id: frozenset(seat.powers or posts[seat.post].powers) for seat in scenario.seats}


def findings_with(lines: list[str]) -> set[tuple[str, str]]:
    """Return (severity, code) of what the checker says of the scenario with an inject more."""
    bundle = {**first(), "injects/08-more.yaml": "\n".join(lines) + "\n"}
    checked = check_bundle(bundle, counties=county_text, catalogues=catalogues())
    return {(finding.severity, finding.code) for finding in checked.findings}


@pytest.mark.ci
@pytest.mark.parametrize("keys", ["en", "zh"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_of_them_are_sound_injects(lang, keys):
    """Put into a scenario all at once, whichever their language, they bring no error and no warning of their own."""
    able = powers()
    lines: list[str] = []
    for number, kind in enumerate(TYPES.values()):
        to = ("water-chief", "qingshan-commander", "hq-director")
        setting = Setting(id=free_id(kind, ()), to=to, objective="loop", day=None, length=98, powers=able)
        township = "qingshan" if number % 2 else ""
        made = inject_of(kind, setting if not township else Setting(**{**fields(setting), "township": township}), lang)
        lines += inject_lines(made, keys)
    before = {(finding.severity, finding.code) for finding in load_scenario("hundred-days").findings}
    new = findings_with(lines) - before
    assert not {found for found in new if found[0] == "error"}, new
    assert {code for _, code in new} <= LOAD, new


@pytest.mark.parametrize("day", [82, 84, 87, 90, 91])
def test_one_that_comes_late_asks_only_for_what_there_is_time_for(day):
    """In the last turns, on their first day or between, a type brings no finding: its deadlines end with the exercise."""
    able = powers()
    turns = -(-day // 7) * 7
    said = {(finding.severity, finding.code) for finding in load_scenario("hundred-days").findings}
    for code in ("iW1", "iW2", "iH1", "iJ3", "iF9", "iB9", "iE1"):
        to = ("water-chief", "qingshan-commander", "hq-director")
        setting = Setting(id="late-one", to=to, objective="loop", day=day, length=98, powers=able)
        made = inject_of(TYPES[code], setting, "zh")
        assert turns + made["escalate"]["after"] <= 98
        assert findings_with(inject_lines(made, "en")) == said


def test_one_that_comes_as_the_exercise_ends_escalates_to_nobody():
    """Where there is no turn left there is no escalation either; only its day is told of."""
    setting = Setting(id="late-one", to=("water-chief",), objective="loop", day=95, length=98, powers=powers())
    made = inject_of(TYPES["iW1"], setting, "zh")
    assert "escalate" not in made
    assert {code for _, code in findings_with(inject_lines(made, "en"))} == {"TH541"}


LOAD = {"TH586", "TH587"}
"""What the checker says of 122 papers fired by hand at one desk."""


def fields(setting: Setting) -> dict[str, object]:
    """Return a setting's fields."""
    return {name: getattr(setting, name) for name in setting.__slots__}
