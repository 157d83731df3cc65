"""Ids: renamed everywhere at once, followed to where they are defined, made where they are missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import game.ui.editor
from game.authoring.draft_tree import draft_tree
from game.authoring.snippets import bodies
from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.files import read_path
from game.scenario.findings import Fix
from game.scenario.placeholders import known, placeholders
from game.ui.editor.checking import check
from game.ui.editor.patch import apply
from game.ui.editor.plan import plan
from game.ui.editor.stubs import stub, stub_of
from game.ui.editor.uses import definition, rename, use_at, uses

BLANK = Path(game.ui.editor.__file__).with_name("blank.yaml")
KINDS = ("seat", "inject", "phase", "option", "objective", "campaign", "partner", "fund", "criterion")


@pytest.fixture(scope="module")
def hundred() -> dict[str, str]:
    return dict(read_path(scenario_dir("hundred-days")).bundle)


@pytest.mark.parametrize("kind", KINDS)
def test_a_rename_leaves_a_sound_scenario(hundred, kind):
    """After each kind of id is renamed the scenario still passes its check, and the old id is nowhere named."""
    found = uses(hundred)
    for use in [u for u in found if u.kind == kind and u.defines][:3]:
        new = f"new-{use.short}"
        fixes, moved, left = rename(hundred, found, use, new)
        after = apply(hundred, fixes)
        if moved:
            after[moved[1]] = after.pop(moved[0])
        assert left == 0
        assert check(after).errors == (), use
        assert all(u.id != use.id for u in uses(after) if u.kind == kind)
        changed = sum(a != b for n in hundred if n in after for a, b in zip(
            hundred[n].split("\n"), after[n].split("\n"), strict=True))  # fmt: skip
        assert changed <= len(fixes)  # no line is touched but those that name it


def test_an_id_in_a_condition_is_renamed_within_its_quotes():
    """A function of a condition names the id; only that is replaced, whatever quotes stand around."""
    text = (
        "format: 1\ninjects:\n  - {id: a, options: [{id: x}, {id: y}]}\n  - id: b\n"
        '    trigger: {when: \'chose("a", "x") and resolved(“a”) and day > 3\'}\n'
        "  - {id: c, trigger: {after: a, outcome: x}}\n"
    )
    bundle = {"scenario.yaml": text}
    found = uses(bundle)
    use = definition(found, "option", "a/x")
    assert use is not None
    after = apply(bundle, rename(bundle, found, use, "z")[0])["scenario.yaml"]
    assert after == text.replace("{id: x}", "{id: z}").replace('"x"', '"z"').replace("outcome: x", "outcome: z")
    use = definition(found, "inject", "a")
    assert use is not None
    after = apply(bundle, rename(bundle, found, use, "q")[0])["scenario.yaml"]
    assert 'chose("q", "x") and resolved(“q”)' in after
    assert "after: q" in after


def test_what_cannot_be_pointed_into_is_counted(hundred):
    """An id in a folded condition is not touched blindly; the author is told how many places are left."""
    text = 'format: 1\ninjects:\n  - {id: a}\n  - id: b\n    trigger:\n      when: |-\n        resolved("a")\n'
    bundle = {"scenario.yaml": text}
    found = uses(bundle)
    use = definition(found, "inject", "a")
    assert use is not None
    fixes, _, left = rename(bundle, found, use, "z")
    assert (len(fixes), left) == (1, 1)


def test_f2_renames_in_all_files_and_undo_takes_it_back(open_page, large, answers):
    """A seat's id changes in seats, injects and the name of its brief, as one step."""
    page = open_page(large)
    before = page.workbook.texts()
    page.show_place("seats.yaml", 1, 8)
    answers.text = "party-head"
    page.rename_here()
    after = page.workbook.texts()
    assert "briefs/party-head.md" in after
    assert "briefs/secretary.md" not in after
    assert page.checking.now().checked.errors == ()
    assert "共 31 处" in answers.asked[-1]
    page.workbook.undo("seats.yaml")
    assert page.workbook.texts() == before


def test_a_bad_or_taken_name_is_refused(open_page, large, answers):
    """A rename to a name that is no id, or that is taken, changes nothing and says why."""
    page = open_page(large)
    page.show_place("seats.yaml", 1, 8)
    for new, word in (("书记", "小写字母"), ("hq-director", "已经有"), ("secretary", "")):
        before = page.workbook.texts()
        answers.text = new
        page.rename_here()
        assert page.workbook.texts() == before
        assert word in page.state.text()
    page.show_place("scenario.yaml", 1, 1)
    page.rename_here()
    assert "编号" in page.state.text()


def test_f12_leads_from_a_name_to_its_definition(open_page, large):
    """From an addressee to the seat, from a trigger to the inject; from a word that is no id nowhere."""
    page = open_page(large)
    page.show_place("injects/01-muster.yaml", 8, 9)
    page.go_to_definition()
    file, line, _ = page.text.place()
    assert file == "seats.yaml"
    assert page.workbook.texts()[file].split("\n")[line - 1].strip() == "- id: water-chief"
    page.show_place("scenario.yaml", 1, 1)
    page.go_to_definition()
    assert page.text.place()[:2] == ("scenario.yaml", 1)


@pytest.mark.parametrize("keys", ["en", "zh"])
@pytest.mark.parametrize("name", [pytest.param("hundred-days", marks=pytest.mark.ci), "first-order"])
@pytest.mark.parametrize("kind", ["seat", "inject", "phase", "objective", "campaign", "partner", "fund", "option"])
def test_what_is_made_for_a_missing_id_is_sound(name, kind, keys):
    """The beginning written for each kind has no errors, stands in the right list, and keeps all other lines."""
    bundle = dict(read_path(scenario_dir(name)).bundle)
    if keys == "zh":
        bundle |= turn(bundle, "zh").bundle
    owner = {"hundred-days": "vague-draft", "first-order": "neat-book"}[name]
    ident = f"{owner}/brand-new" if kind == "option" else "brand-new"
    fix = stub(bundle, kind, ident, "zh")
    assert fix is not None
    after = apply(bundle, [fix])
    assert [f for f in check(after).findings if f.severity == "error"] == []
    assert definition(uses(after), kind, ident) is not None
    kept = after[fix.file].split("\n")
    lines = bundle[fix.file].split("\n")
    assert kept[: fix.line] == lines[: fix.line]
    assert kept[len(kept) - len(lines) + fix.line :] == lines[fix.line :]


@pytest.mark.parametrize("load", [0, 1, 2])
def test_a_new_inject_comes_by_itself_in_a_turn_that_has_room(load):
    """At the beginning of a turn after the first, of those in which its seat has least; it is never left to a hand."""
    bundle = dict(read_path(scenario_dir("first-order")).bundle)
    for number in range(load):
        fix = stub(bundle, "inject", f"filled-{number}", "zh")
        bundle = apply(bundle, [fix])
    before = plan(draft_tree(bundle))
    after = plan(draft_tree(apply(bundle, [stub(bundle, "inject", "brand-new", "zh")])))
    bar = next(bar for bar in after.bars if bar.id == "brand-new")
    assert bar.kind == "at"
    assert bar.start == bar.day > 0
    load_of = before.load(bar.seats[0])
    counts = [load_of.get(turn, (0, 0))[0] for turn in range(1, before.turns)]
    assert counts[before.turn(bar.start) - 1] == min(counts)


def test_a_new_inject_that_an_option_leads_to_waits_for_that_choice():
    """A day of its own would bring it whatever is chosen."""
    bundle = dict(read_path(scenario_dir("hundred-days")).bundle)
    name = next(name for name, text in bundle.items() if "id: go-there\n" in text)
    bundle[name] = bundle[name].replace("id: go-there\n", "id: go-there\n      then: brand-new\n", 1)
    after = apply(bundle, [stub(bundle, "inject", "brand-new", "zh")])
    assert {bar.kind for bar in plan(draft_tree(after)).bars if bar.id == "brand-new"} == {"by_hand"}
    assert [f.code for f in check(after).findings if f.code == "TH539"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "criterion"])
def test_what_a_stub_leaves_open_is_found(hundred, kind, lang):
    """Each place the program writes for an author to fill in is one that the check asks for, in either language."""
    ident = "vague-draft/brand-new" if kind == "option" else "brand-new"
    after = apply(hundred, [stub(hundred, kind, ident, lang)])
    left = [f.params["value"] for f in check(after).findings if f.code == "TH590"]
    assert left
    assert set(left) <= set(placeholders(lang).values())
    assert [f for f in check(hundred).findings if f.code == "TH590"] == []


def test_a_blank_scenario_asks_for_its_three_texts():
    """Title, summary and what the seat is told are the author's; whatever else it has can stay as it stands."""
    found = check({"scenario.yaml": BLANK.read_text(encoding="utf-8")}).findings
    assert [f.params["value"] for f in found if f.code == "TH590"] == [
        placeholders("zh")[name] for name in ("title", "summary", "first_brief")
    ]


def test_what_the_pieces_leave_open_is_found():
    """A piece that a text editor offers has words of its own in its places only from the table."""
    bodies_said = json.dumps(bodies(), ensure_ascii=False)
    places = re.findall(r"\$\{\d+:([^}]*)\}", bodies_said)
    chinese = {word for word in places if not word.isascii()}
    assert chinese
    assert chinese <= known()


def test_a_missing_id_is_made_from_its_finding(open_page, small):
    """An addressee nobody is: the button writes a seat, goes there, and the error is gone."""
    page = open_page(small)
    row = page.workbook.texts()["scenario.yaml"].split("\n").index("    to: [commander, water-chief]") + 1
    assert page.workbook.apply([Fix("scenario.yaml", row, 21, row, 32, "health-office")])
    page.checking.start()
    (finding,) = [r for r in page.text.findings.rows() if r.finding.severity == "error"]
    page.text.findings.list.select(finding.number)
    assert page.text.findings.make.isEnabled()
    page.text.findings.make.click()
    assert page.checking.now().checked.errors == ()
    file, line, _ = page.text.place()
    assert "health-office" in page.workbook.texts()[file].split("\n")[line - 1]


def test_a_name_of_the_county_is_not_made():
    """A village that is not there is the county's matter: nothing is written for it."""
    bundle = dict(read_path(scenario_dir("first-order")).bundle)
    text = bundle["scenario.yaml"].replace("village: baiyan-04", "village: baiyan-99")
    bundle["scenario.yaml"] = text
    found = [f for f in check(bundle).errors if f.params.get("value") == "baiyan-99"]

    assert found
    assert all(stub_of(bundle, finding, "zh") is None for finding in found)


def test_the_narrowest_id_is_taken():
    """Where an id is part of a value, a place on it means the id."""
    bundle = {"scenario.yaml": "format: 1\npartners:\n  - {id: p}\nseats:\n  - {id: s, scope: partner:p}\n"}
    found = uses(bundle)

    use = use_at(found, "scenario.yaml", 5, 28)
    assert use is not None
    assert (use.kind, use.id) == ("partner", "p")
    assert use_at(found, "scenario.yaml", 5, 20) is None
