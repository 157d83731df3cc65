"""Edits by path: the parsed tree changes only there, and every line that is not concerned stays as the author wrote it."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.draft_tree import draft_tree
from game.authoring.patches import NoPlace, append, delete, duplicate, free_id, new_text, set_value, together
from game.authoring.stretches import apply, stretch
from game.authoring.turn_keys import turn
from game.resources import scenario_dir
from game.scenario.files import read_path

TEXT = """\
# 头
format: 1
injects: # 情况
  # 第一条
  - id: a   # 记着
    title: "停水"
    trigger: {at: 7} # 第二周
    to: [x, y]
    sender:   '乡里'
    text: |-
      第一行

      第三行
    # 时限
    reply_within: 10

  - id: b
    title: 塌方
    trigger:
      after: a
      # 等几天
      delay: 3
    to:
      - x # 正职
      - y
    text: >-
      一段
      话
    options:
      - {id: p, text: 去, credit: 1000, why: 好}
      - {id: q, text: 不去, credit: 0, why: 坏}
tail: 1
"""


def edited(fixes, text=TEXT):
    return apply({"scenario.yaml": text}, fixes)["scenario.yaml"]


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and the lines that came."""
    before, after = old.split("\n"), new.split("\n")
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    gone = [line for tag, a, b, _, _ in codes if tag != "equal" for line in before[a:b]]
    return gone, [line for tag, _, _, c, d in codes if tag != "equal" for line in after[c:d]]


@pytest.mark.parametrize(
    ("path", "value", "gone", "come"),
    [
        ("injects[a].trigger.at", 14, ["    trigger: {at: 7} # 第二周"], ["    trigger: {at: 14} # 第二周"]),
        ("injects[a].trigger.at", "2019-09-09", ["    trigger: {at: 7} # 第二周"],
         ["    trigger: {at: 2019-09-09} # 第二周"]),
        ("injects[a].title", '断"电"', ['    title: "停水"'], ['    title: "断\\"电\\""']),
        ("injects[a].sender", "王: 老汉", ["    sender:   '乡里'"], ["    sender:   '王: 老汉'"]),
        ("injects[b].title", "塌方: 两处", ["    title: 塌方"], ['    title: "塌方: 两处"']),
        ("injects[b].title", "12", ["    title: 塌方"], ['    title: "12"']),
        ("injects[a].to", ["x", "z"], ["    to: [x, y]"], ["    to: [x, z]"]),
        ("injects[b].to", ["x", "y", "z"], [], ["      - z"]),
        ("injects[b].to", ["y"], ["      - x # 正职"], []),
        ("injects[a].text", "第一行\n\n第四行", ["      第三行"], ["      第四行"]),
        ("injects[b].text", "换了", ["      一段", "      话"], ["      换了"]),
        ("injects[a].trap", "急", [], ["    trap: 急"]),
        ("injects[a].trigger.from_day", 3, ["    trigger: {at: 7} # 第二周"],
         ["    trigger: {at: 7, from_day: 3} # 第二周"]),
        ("injects[b].trigger.outcome", "resolved", [], ["      outcome: resolved"]),
        ("injects[b].place.pick", "worst", [], ["    place: {pick: worst}"]),
        ("injects[b].options[q].credit", 200, ["      - {id: q, text: 不去, credit: 0, why: 坏}"],
         ["      - {id: q, text: 不去, credit: 200, why: 坏}"]),
        ("injects[b].options[q].then", "a", ["      - {id: q, text: 不去, credit: 0, why: 坏}"],
         ["      - {id: q, text: 不去, credit: 0, why: 坏, then: a}"]),
        ("injects[a].escalate", {"after": 12, "to": ["x"], "text": "一\n二"}, [],
         ["    escalate:", "      after: 12", "      to: [x]", "      text: |-", "        一", "        二"]),
        ("injects[a].title", "一\n二", ['    title: "停水"'], ["    title: |-", "      一", "      二"]),
    ],
)  # fmt: skip
def test_a_value_is_written_where_it_stands(path, value, gone, come):
    """Quotes, brackets, blocks, comments and blanks stay the author's; a missing key comes after its siblings."""
    new = edited(set_value({"scenario.yaml": TEXT}, path, value))

    assert changed(TEXT, new) == (gone, come)
    assert _at(draft_tree({"scenario.yaml": new}).root.plain(), path) == value


def _at(data, path):
    for step in path.replace("]", "").replace("[", ".[").split("."):
        data = next(d for d in data if d["id"] == step[1:]) if step[0] == "[" else data[step]
    return data


def test_a_value_that_is_there_already_changes_nothing():
    """Giving a text the words it has is no edit."""
    assert set_value({"scenario.yaml": TEXT}, "injects[a].text", "第一行\n\n第三行") == ()


@pytest.mark.parametrize(
    ("path", "gone", "come"),
    [
        ("injects[a].reply_within", ["    reply_within: 10"], []),
        ("injects[b].trigger.delay", ["      delay: 3"], []),
        ("injects[b].trigger.after", ["      after: a"], []),
        ("injects[a].text", ["    text: |-", "      第一行", "", "      第三行"], []),
        ("injects[b].options[p]", ["      - {id: p, text: 去, credit: 1000, why: 好}"], []),
        ("injects[b].options[p].credit", ["      - {id: p, text: 去, credit: 1000, why: 好}"],
         ["      - {id: p, text: 去, why: 好}"]),
        ("injects[b].options[p].id", ["      - {id: p, text: 去, credit: 1000, why: 好}"],
         ["      - {text: 去, credit: 1000, why: 好}"]),
        ("injects[a].trigger.at", ["    trigger: {at: 7} # 第二周"], ["    trigger: {} # 第二周"]),
        ("tail", ["tail: 1"], []),
    ],
)  # fmt: skip
def test_what_is_deleted_takes_its_own_lines_only(path, gone, come):
    """A key, an item, a part in brackets: it goes, its neighbours and the comments stay."""
    new = edited(delete({"scenario.yaml": TEXT}, path))

    assert changed(TEXT, new) == (gone, come)
    assert draft_tree({"scenario.yaml": new}) is not None


def test_an_inject_goes_and_is_written_once_more():
    """Deleting leaves the other inject as it is; the copy is word for word the same, under an id of its own."""
    bundle = {"scenario.yaml": TEXT}
    one = edited(delete(bundle, "injects[b]"))
    assert [inject["id"] for inject in draft_tree({"scenario.yaml": one}).root.plain()["injects"]] == ["a"]
    assert "# 时限\n    reply_within: 10" in one
    ident = free_id(bundle, "injects", "a")
    assert ident == "a-2"
    two = edited(duplicate(bundle, "injects[a]", ident))
    injects = draft_tree({"scenario.yaml": two}).root.plain()["injects"]
    assert [inject["id"] for inject in injects] == ["a", "a-2", "b"]
    assert {**injects[1], "id": "a"} == injects[0]
    gone, come = changed(TEXT, two)
    assert gone == []
    assert "  - id: a-2   # 记着" in come
    assert "    # 时限" in come


def test_the_last_item_of_a_list_leaves_an_empty_one():
    """A list never ends as a key without a value, which would be an error."""
    text = "injects:\n  - id: a\n    title: x\nturn: 1\n"
    new = edited(delete({"scenario.yaml": text}, "injects[a]"), text)

    assert draft_tree({"scenario.yaml": new}).root.plain() == {"injects": [], "turn": 1}


def test_an_option_is_added_in_the_manner_of_the_list():
    """Behind the last item of a list of lines, inside of brackets, or under a new key."""
    option = {"id": "r", "text": "再等", "credit": 500, "why": "中"}
    new = edited(append({"scenario.yaml": TEXT}, "injects[b].options", option))
    assert changed(TEXT, new) == ([], ["      - id: r", "        text: 再等", "        credit: 500", "        why: 中"])
    new = edited(append({"scenario.yaml": TEXT}, "injects[a].options", option))
    assert draft_tree({"scenario.yaml": new}).root.plain()["injects"][0]["options"] == [option]
    flow = "injects: [{id: b, options: [{id: p, credit: 0}]}]\n"
    new = edited(append({"scenario.yaml": flow}, "injects[b].options", option), flow)
    assert draft_tree({"scenario.yaml": new}).root.plain()["injects"][0]["options"][1] == option


def test_several_steps_are_one_edit():
    """A trigger changes its kind as one step: the old key goes as the new one comes."""
    bundle = {"scenario.yaml": TEXT}
    fixes = together(
        bundle,
        lambda now: set_value(now, "injects[a].trigger.when", "day > 3"),
        lambda now: delete(now, "injects[a].trigger.at"),
    )
    assert changed(TEXT, edited(fixes)) == (
        ["    trigger: {at: 7} # 第二周"], ["    trigger: {when: day > 3} # 第二周"]
    )  # fmt: skip
    assert len(fixes) == 1


def test_an_empty_key_takes_a_value_and_a_map():
    """A key without a value is filled in on its line, or below it."""
    text = "injects:\n- id: a\n  title:\n  trigger: # 何时\n  to: [x]\n"
    new = edited(set_value({"scenario.yaml": text}, "injects[a].title", "甲"), text)
    assert "  title: 甲\n" in new
    new = edited(set_value({"scenario.yaml": text}, "injects[a].trigger.at", 3), text)
    assert draft_tree({"scenario.yaml": new}).root.plain()["injects"][0]["trigger"] == {"at": 3}


def test_what_cannot_be_found_or_read_is_refused():
    """An unknown inject, a way through a scalar, a text that is no YAML: no edit, one kind of error."""
    bundle = {"scenario.yaml": TEXT}
    for path in ("injects[z].title", "format.x", "injects[a].options[0].text"):
        with pytest.raises(NoPlace):
            set_value(bundle, path, "x")
    for path in ("injects[a].trap", "injects[z]", "nothing"):
        with pytest.raises(NoPlace):
            delete(bundle, path)
    with pytest.raises(NoPlace):
        set_value({"scenario.yaml": "a: [1"}, "a", 1)


@cache
def shipped(name: str, keys: str) -> dict[str, str]:
    bundle = dict(read_path(scenario_dir(name)).bundle)
    return bundle | dict(turn(bundle, "zh").bundle) if keys == "zh" else bundle


@cache
def paths(name: str, keys: str) -> list[tuple[str, object]]:
    """Return the path and value of every scalar below the injects and phases."""
    found: list[tuple[str, object]] = []

    def walk(data, path):
        if isinstance(data, dict):
            for key, value in data.items():
                if key != "id" and key.isascii() and "." not in key:
                    walk(value, f"{path}.{key}" if path else key)
        elif isinstance(data, list):
            for number, value in enumerate(data):
                walk(value, f"{path}[{number}]")
        else:
            found.append((path, data))

    root = draft_tree(shipped(name, keys)).root.plain()
    for section in ("injects", "campaigns"):
        walk(root[section], section)
    return found


WORDS = st.text(alphabet="甲乙𠀀ab1 :#-,[]{}\"'\n|>%@&*!?、", min_size=1, max_size=12).map(new_text).filter(bool)


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["first-order", "hundred-days"]),
    st.sampled_from(["en", "zh"]),
    st.data(),
    WORDS,
    st.integers(0, 4000),
)
def test_only_the_value_at_the_path_changes(name, keys, data, words, number):
    """Over whole scenarios in either language: the tree differs at the path alone, and lines outside of it are equal."""
    bundle = shipped(name, keys)
    path, old = data.draw(st.sampled_from(paths(name, keys)))
    value = number if isinstance(old, int) and not isinstance(old, bool) else words
    if isinstance(old, bool):
        value = not old
    fixes = set_value(bundle, path, value)
    new = apply(bundle, fixes)
    before, after = draft_tree(bundle).root.plain(), draft_tree(new).root.plain()
    spot, last = after, None
    steps = path.replace("]", "").replace("[", ".").split(".")
    for step in steps[:-1]:
        spot = spot[int(step)] if isinstance(spot, list) else spot[step]
    last = int(steps[-1]) if isinstance(spot, list) else steps[-1]
    got = spot[last]
    assert got == value or (isinstance(got, str) and got.rstrip("\n") == value)
    spot[last] = old
    assert after == before
    for file in bundle:
        touched = [fix for fix in fixes if fix.file == file]
        if not touched:
            assert new[file] == bundle[file]
            continue
        (fix,) = touched
        lines, now = bundle[file].split("\n"), new[file].split("\n")
        assert now[: fix.line - 1] == lines[: fix.line - 1]
        rest = len(lines) - fix.end_line
        assert now[len(now) - rest :] == lines[len(lines) - rest :]


@settings(deadline=None, max_examples=12)
@given(st.sampled_from(["first-order", "hundred-days"]), st.sampled_from(["en", "zh"]), st.data())
def test_an_inject_deleted_and_one_duplicated_leave_the_others(name, keys, data):
    """Any inject can go or be written twice; the others are the same, and so are all lines that remain."""
    bundle = shipped(name, keys)
    injects = draft_tree(bundle).root.plain()["injects"]
    number = data.draw(st.integers(0, len(injects) - 1))
    path = f"injects[{injects[number]['id']}]"
    without = apply(bundle, delete(bundle, path))
    assert draft_tree(without).root.plain()["injects"] == injects[:number] + injects[number + 1 :]
    for file in bundle:
        _, come = changed(bundle[file], without[file])
        assert come == []
    twice = apply(bundle, duplicate(bundle, path, "copied"))
    copied = [*injects[: number + 1], {**injects[number], "id": "copied"}, *injects[number + 1 :]]
    assert draft_tree(twice).root.plain()["injects"] == copied
    assert all(changed(bundle[file], twice[file])[0] == [] for file in bundle)


@settings(deadline=None, max_examples=25)
@given(*[st.lists(st.text(alphabet="a甲𠀀 :-", max_size=6), max_size=8).map("\n".join)] * 2)
def test_the_one_stretch_makes_one_text_of_the_other(old, new):
    """Put into the old text it gives the new one; it begins and ends with something that differs."""
    fixes = stretch("f", old, new)

    assert apply({"f": old}, fixes) == {"f": new}
    assert bool(fixes) == (old != new)


REMARKS = """format: 1
summary: 一句话。  # 定稿前再改
notes:  # 还没写
debrief:
  - 甲 # 甲的来源
  # 乙只在第三周用
  - 乙
  - 丙
objectives:
  - {id: "2", text: 前}
  - {id: "1", text: 后}
"""


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ("summary", "一\n二", ["summary: |-  # 定稿前再改", "  一", "  二"]),
        ("notes", "一\n二", ["notes: |-  # 还没写", "  一", "  二"]),
        ("debrief", ["甲改", "乙", "丙"], ["  - 甲改 # 甲的来源"]),
        ("debrief", ["甲", "乙", "丙", "丁"], ["  - 丁"]),
        ("debrief", ["乙", "丙"], []),
        ("debrief", ["丙"], []),
        ("objectives[1].text", "新", ['  - {id: "1", text: 新}']),
    ],
)
def test_remarks_stay_remarks(path, value, lines):
    """A comment behind a value or between items is neither lost nor made a part of the text; ids are not places."""
    was = {"scenario.yaml": REMARKS}
    text = apply(was, set_value(was, path, value))["scenario.yaml"]
    assert [line for line in text.split("\n") if line not in REMARKS.split("\n")] == lines
    assert "# 乙只在第三周用" in text
    tree = draft_tree({"scenario.yaml": text})
    assert tree is not None
    assert "定稿" not in str(tree.root.plain())
    if path in ("summary", "notes", "debrief"):
        assert tree.root.plain()[path] == value
