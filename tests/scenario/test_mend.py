"""Fixes are data that apply by themselves: only the stretch changes, and only what is sure is done without asking."""

from __future__ import annotations

from typing import NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from game.scenario.findings import Finding, Fix
from game.scenario.mend import BadFix, apply, apply_all, is_safe, mend


def fix(line, column, end_line, end_column, text, file="a.yaml"):
    return Fix(file, line, column, end_line, end_column, text)


def test_only_the_stretch_changes_and_line_breaks_stay():
    text = "\ufeffa: 1\r\nb： 2  # 注\r\n\r\nc: 3"
    assert apply(text, [fix(2, 2, 2, 3, ":"), fix(4, 4, 4, 5, "4\nd: 5")]) == (
        "\ufeffa: 1\r\nb: 2  # 注\r\n\r\nc: 4\r\nd: 5"
    )


def test_an_empty_stretch_inserts_and_a_whole_line_goes():
    assert apply("a: 1\nb: 2\n", [fix(1, 5, 1, 5, "\nx: 3")]) == "a: 1\nx: 3\nb: 2\n"
    assert apply("a: 1\nb: 2\n", [fix(1, 1, 2, 1, "")]) == "b: 2\n"


@pytest.mark.parametrize(
    "fixes",
    [
        [fix(1, 1, 1, 3, "x"), fix(1, 2, 1, 4, "y")],
        [fix(1, 3, 1, 2, "")],
        [fix(9, 1, 9, 1, "")],
        [fix(1, 40, 1, 41, "")],
        [fix(0, 1, 1, 1, "")],
        [fix(1, 0, 1, 1, "")],
    ],
)
def test_stretches_that_overlap_or_lie_outside_are_refused(fixes):
    """A text is never changed in half."""
    with pytest.raises(BadFix):
        apply("a: 1\nb: 2\n", fixes)


@pytest.mark.parametrize(
    ("keys", "safe"), [("format", True), ("格式", True), ("title", False), ("format、title", False)]
)
def test_only_the_format_may_be_put_in_without_asking(keys, safe):
    """What every scenario says alike is no guess; a title is the author's."""
    found = Finding("TH202", "error", "a.yaml", 1, 1, 2, {"keys": keys}, fixes=(fix(1, 1, 1, 1, "x\n"),))
    assert is_safe(found) == safe


def test_a_fix_for_a_file_that_is_not_there_is_refused():
    with pytest.raises(BadFix):
        apply_all({"b.yaml": ""}, [fix(1, 1, 1, 1, "x")])


@settings(max_examples=200, deadline=None)
@given(data=st.data(), newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_set_of_apart_stretches_does_what_cutting_by_hand_does(data, newline):
    """The oracle cuts the text at the same places and puts the pieces together."""
    lines = data.draw(st.lists(st.text(alphabet="ab甲：🙂 ", max_size=6), min_size=1, max_size=5))
    text = newline.join(lines)
    places = [(n + 1, c + 1) for n, line in enumerate(lines) for c in range(len(line) + 1)]
    marks = sorted(data.draw(st.lists(st.sampled_from(range(len(places))), max_size=6, unique=True)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    fixes = [fix(*places[a], *places[b], f"<{a}>") for a, b in pairs]
    starts = [sum(len(line) + len(newline) for line in lines[:n]) for n in range(len(lines))]
    want, at = "", 0
    for a, b in pairs:
        first, last = (starts[line - 1] + column - 1 for line, column in (places[a], places[b]))
        want, at = f"{want}{text[at:first]}<{a}>", last
    assert apply(text, fixes[::-1]) == want + text[at:]


class Cure(NamedTuple):
    """A slip in the sample, and the text that its fix leaves there (None: the sample as it was)."""

    code: str
    find: str
    slip: str
    safe: bool
    cured: str | None = None


CURES = (
    Cure("TH103", "level: starter\n", "level: starter\nlevel: starter\n", True),
    Cure("TH109", "title: 小想定", "title: 小\x07想定", True),
    Cure("TH111", "level: starter", "level：starter", True),
    Cure("TH111", "    name: 帮扶市\n", "    name：帮扶市\n", True),
    Cure("TH112", "    post: squad_leader", "\tpost: squad_leader", True),
    Cure("TH112", "  - id: squad\n", "\t- id: squad\n", True),
    Cure("TH113", "minutes: 30", "minutes:30", True),
    Cure("TH113", "trigger: {at: 3}", "trigger:{at: 3}", True),
    Cure("TH114", "title: 小想定", "title: 小: 想定", True, "title: '小: 想定'"),
    Cure("TH115", '"bureau:water", township]', '"bureau:water, township]', False),
    Cure("TH116", "to: [director, squad]", "to: [director, squad", False),
    Cure("TH117", "  - id: burden", "  -id: burden", True),
    Cure("TH118", "    text: 少占基层工时", "     text: 少占基层工时", False),
    Cure("TH121", "title: 小想定", "title: 小\u200b想定", True),
    Cure("TH122", "text: 分清账面和实情", "text: 分清账面,和实情", True, "text: 分清账面，和实情"),
    Cure("TH126", "title: 小想定", "title: @小想定", True, "title: '@小想定'"),
    Cure("TH127", "    post: squad_leader", "　　post: squad_leader", True),
    Cure("TH201", "level: starter", "levle: starter", True),
    Cure("TH201", "level: starter", "leevll: starter", False),
    Cure("TH202", "    sender: 东镇\n", "", False, "    sender: 待补充\n"),
    Cure("TH202", ", text: 分清账面和实情}", "}", False, ", text: 待补充}"),
    Cure("TH203", 'version: "1.0"', "version: 1.0", True),
    Cure("TH203", "minutes: 30", "minutes: 30分", True),
    Cure("TH203", "minutes: 30", "minutes: 三十", True),
    Cure("TH203", "minutes: 30", 'minutes: "30"', True),
    Cure("TH203", "to: [director]\n    sender: 东", "to: director\n    sender: 东", True),
    Cure("TH204", "minutes: 30", "minutes: 3000", False, "minutes: 600"),
    Cure("TH206", "level: starter", "level: startr", True),
    Cure("TH208", "id: small", "id: Small", False),
    Cure("TH210", "start: 2019-09-02", "start: 2019年9月2日", True),
    Cure("TH210", "start: 2019-09-02", "start: 2019/9/2", True),
    Cure("TH230", "level: starter\n", "level: starter\nnotes:\n", False),
    Cure("TH301", "objective: burden", "objective: burdn", True),
    Cure("TH301", "organs: [hq, ", "organs: [hqq, ", False, "organs: [hq, "),
    Cure("TH301", "tasks: [water_supply]", "tasks: [water_sply]", False),
    Cure("TH302", "      to: [squad]", "      to: [督战队长]", True),
    Cure("TH303", "      - id: comply", "      - id: refuse", False, "      - id: refuse-2"),
    Cure("TH310", "amount: 20}", "amont: 20}", False),
    Cure("TH404", "enter: day >= 7", "enter: (day >= 7", False, "enter: (day >= 7)"),
    Cure("TH410", "fatigue <= 400", "fatige <= 400", True),
    Cure("TH413", "enter: day >= 7", "enter: day() >= 7", True),
    Cure("TH414", "enter: day >= 7", "enter: resolved(taps)", True, 'enter: resolved("taps")'),
    Cure("TH415", 'resolved("taps")', 'resolved("tapps")', True),
    Cure("TH417", "enter: day >= 7", "enter: day / 2 >= 7", True, "enter: day // 2 >= 7"),
    Cure("TH419", "enter: day >= 7", "enter: day = 7", True, "enter: day == 7"),
    Cure("TH503", "    reply_within: 7\n", "", False, "    reply_within: 7\n"),
    Cure("TH504", "reply_within: 7\n", "reply_within: 7\n    escalate: {after: 3, to: [squad], text: 催}\n", False,
         "reply_within: 7\n    escalate: {after: 7, to: [squad], text: 催}\n"),
    Cure("TH505", "        within: 14", "        within: 55", False, "        within: 49"),
    Cure("TH511", "{village}的水龙头", "{vilage}的水龙头", True),
    Cure("TH513", "trigger: {at: 3}", "trigger: {at: 3, delay: 2}", False),
    Cure("TH516", "  days: 7", "  days: 8", False),
    Cure("TH523", "    form: call\n", "    form: call\n    noise: true\n", False),
    Cure("TH591", "level: starter", "# 忽略 TH505: 没有这回事\nlevel: starter", True),
)  # fmt: skip


@pytest.mark.parametrize("cure", CURES, ids=lambda cure: f"{cure.code}-{cure.slip[:20]!r}")
def test_the_fix_gives_what_was_meant(cure: Cure, small, check):
    """Applied by its stretch alone, the fix of each kind of slip restores the sample, or what its author would write."""
    assert small.count(cure.find) >= 1
    text = small.replace(cure.find, cure.slip, 1)
    finding = next(f for f in check(text).findings if f.code == cure.code)
    want = small if cure.cured is None else small.replace(cure.find, cure.cured, 1)
    got = apply(text, finding.fixes[:1])
    if cure.cured is not None and cure.slip == "":  # a key that was missing comes back in another place of its group
        assert sorted(got.split("\n")) == sorted(want.split("\n"))
    else:
        assert got == want
    assert is_safe(finding) is cure.safe


def look(check):
    return lambda bundle: check(bundle).findings


def test_mending_makes_all_safe_fixes_and_leaves_the_rest(small, check):
    """Slips of several kinds and files are mended over several rounds; what is a guess stays for the author."""
    text = (
        small.replace("level: starter", "level：startr")
        .replace("    post: squad_leader", "\tpost:squad_leader")
        .replace("to: [director, squad]", "to: [总攻办主任, squad]")
        .replace("minutes: 30", "minutes: 3000")
    )
    done = mend({"scenario.yaml": text}, look(check))
    assert done.bundle == {"scenario.yaml": small.replace("minutes: 30", "minutes: 3000")}
    assert [f.code for f in done.left] == ["TH204"]
    assert sorted(f.code for f in done.cured) == ["TH111", "TH112", "TH113", "TH206", "TH302"]


def test_a_fix_that_makes_it_worse_is_taken_back(small, check):
    """Where a safe fix would bring more errors than it cures, the text stays as it is."""
    found = check(small.replace("minutes: 30", 'minutes: "30"')).findings
    poor = [f for f in found if f.code == "TH203"]
    worse = check("format: 1").findings * 3

    def pretend(bundle):
        return tuple(poor) if bundle["scenario.yaml"].count('"30"') else worse

    text = small.replace("minutes: 30", 'minutes: "30"')
    assert mend({"scenario.yaml": text}, pretend).bundle == {"scenario.yaml": text}


def test_a_clean_text_is_left_alone(small, check):
    done = mend({"scenario.yaml": small}, look(check))
    assert (done.bundle, done.cured, done.left) == ({"scenario.yaml": small}, (), ())


def test_two_slips_in_one_line_have_their_own_places(small, check):
    """What is found in a line that was read as if mended has its place, and its fix, in the line as it is written."""
    text = small.replace("level: starter", "level：startr  # 注")
    first, second = check(text).findings
    assert (first.code, second.code) == ("TH111", "TH206")
    line = text.split("\n")[second.line - 1]
    assert line[second.column - 1 : second.end_column - 1] == "startr"
    assert apply(text, [*first.fixes, *second.fixes]) == small.replace("level: starter", "level: starter  # 注")
