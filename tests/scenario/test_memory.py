"""A check that remembers the one before says what a check says that remembers nothing, whatever is typed between."""

from __future__ import annotations

import random

import pytest

from game.authoring.bench import edited
from game.authoring.long_scenario import long_scenario
from game.resources import county_text
from game.scenario import memory as module
from game.scenario.check import Checked, check_bundle
from game.scenario.files import MAIN
from game.scenario.memory import Memory
from game.scenario.tree import Node
from game.session.library import catalogues, load_scenario

TYPED = ("a", "字", "，", " ", ".", "0", "\n", "\n\n", "\n    # 说明", "\n      ", " |\n        文\n", "- x", "x: ")
"""What people type, and what makes an item or a section another one."""
SLIPS = (
    "：", ":", "'", '"', "[", "{", "#", "&a ", "!", "\t", "\u3000", "\u200b", "TODO", "<<: ", "...\n", "---\n", "%\n",
    "- id: a\n", "\n  - id: zz\n    title: a\n", "\nseats:\n", "\r\n", "\n# 忽略 TH505: 另有安排\n",
)  # fmt: skip
FOLDER, LONG = "hundred-days", "long"


@pytest.fixture(scope="module")
def bundles() -> dict[str, dict[str, str]]:
    folder = dict(load_scenario(FOLDER).bundle)
    long = {MAIN: long_scenario(folder, 2_000)}
    return {FOLDER: folder, LONG: long}


def check(bundle: dict[str, str], memory: Memory | None = None) -> Checked:
    return check_bundle(bundle, counties=county_text, catalogues=catalogues(), memory=memory)


def shown(node: Node | None) -> object:
    """Return all of a tree, its places included."""
    if node is None:
        return None
    own = (node.kind, node.file, node.line, node.column, node.end_line, node.end_column, node.value, node.style)
    pairs = [(name, shown(key), shown(value)) for name, (key, value) in node.pairs.items()]
    return own, pairs, [shown(part) for part in node.parts]


def typed(text: str, chance: random.Random, signs: tuple[str, ...]) -> str:
    at = chance.randrange(1 + min(len(text), chance.choice((60, 600, len(text)))))
    end = min(len(text), at + chance.choice((0, 0, 0, 1, 2, 50)))
    return text[:at] + chance.choice(signs) + text[end:]


@pytest.mark.ci
@pytest.mark.parametrize(("name", "seed"), [(FOLDER, 1), (LONG, 2), (LONG, 3)])
def test_a_check_that_remembers_says_the_same(bundles, name, seed):
    """Typing, slips and steps back in turns; findings, scenario and tree are those of a check of the bare text."""
    chance, memory, bundle = random.Random(seed), Memory(), dict(bundles[name])
    check(bundle, memory)
    for step in range(10):
        before = dict(bundle)
        file = chance.choice(sorted(bundle))
        bundle[file] = typed(bundle[file], chance, SLIPS if step % 5 == 4 else TYPED)
        fresh = Memory()
        assert check(bundle, memory) == check(bundle, fresh), bundle[file]
        assert shown(memory.root) == shown(fresh.root), bundle[file]
        if step % 5 == 4 or chance.random() < 0.2:
            bundle = before


def test_an_edit_inside_an_item_reads_no_more_than_that(bundles, monkeypatch):
    """In the middle of a long text, at its head, and in one file of a folder."""
    whole: list[str] = []
    recover = module.recover
    monkeypatch.setattr(module, "recover", lambda text, file, total: whole.append(file) or recover(text, file, total))
    memory, text = Memory(), bundles[LONG][MAIN]
    check({MAIN: text}, memory)
    for number in range(1, 4):
        check({MAIN: edited(text, number)}, memory)
    check({MAIN: "# 说明\n" + edited(text, 3)}, memory)
    assert whole == [MAIN]
    whole.clear()
    bundle, memory = dict(bundles[FOLDER]), Memory()
    check(bundle, memory)
    files = [name for name in bundle if name.endswith(".yaml") and name != "county.yaml"]
    assert sorted(whole) == sorted(files)
    check(bundle | {"briefs/none.md": "没有这个席位。"}, memory)
    assert sorted(whole) == sorted(files)


def test_what_is_joined_is_no_ones_else(small, check):
    """A brief given to a seat, and items given to a list, are gone when their files are."""
    from tests.scenario.conftest import CATALOGUES, find_county

    memory = Memory()

    def again(bundle: dict[str, str]) -> Checked:
        return check_bundle(bundle, counties=find_county, catalogues=CATALOGUES, memory=memory)

    more = {
        MAIN: small.replace("brief: |-\n      你看现场。\n      先看再说。", "name: 队长"),
        "briefs/squad.md": "你看现场。",
        "injects.yaml": "- id: more\n",
    }
    for bundle in (more, {MAIN: more[MAIN]}, more, {MAIN: small}):
        assert again(bundle) == check(bundle)


@pytest.mark.parametrize("number", [1, 3])
def test_an_edit_of_the_benchmark_changes_the_text(bundles, number):
    """What is timed is a check of another text, and one without errors."""
    text = bundles[LONG][MAIN]
    assert edited(text, number) != text
    assert not [found for found in check({MAIN: edited(text, number)}).findings if found.severity == "error"]
