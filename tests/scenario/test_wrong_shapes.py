"""Whatever shape a file has, the checker speaks and never falls over."""

import json
from pathlib import Path

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from game.scenario.model import Part
from game.scenario.render import render_text, to_json

SMALL = (Path(__file__).parent / "data" / "small.yaml").read_text(encoding="utf-8")
TREE = yaml.safe_load(SMALL.replace("start: 2019-09-02", "start: '2019-09-02'"))


KEYS = sorted({name for model in Part.__subclasses__() for name in model.model_fields})
WORDS = [
    *KEYS,
    "taps",
    "forms",
    "director",
    "east-town",
    "zone:east",
    "day > 1",
    "chose(",
    "",
    "：",
    "\x07",
    "{village}",
    "2019-09-02",
]
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(), st.sampled_from(WORDS), st.text(max_size=12)
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(WORDS), inner, max_size=5)),
    max_leaves=25,
)


def run(check, text: str) -> None:
    checked = check(text)
    assert (checked.scenario is None) == any(f.severity == "error" for f in checked.findings)
    for finding in checked.findings:
        assert render_text(finding, "zh")
        assert render_text(finding, "en")
        json.dumps(to_json(finding))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(tree=TREES)
def test_a_random_tree_is_checked_to_the_end(check, tree):
    run(check, json.dumps(tree, ensure_ascii=False))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=6_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(tree=TREES)
def test_thousands_of_random_trees_are_checked_to_the_end(check, tree):
    """All of it: the plain run above takes a share."""
    run(check, json.dumps(tree, ensure_ascii=False))


def paths(node, at=()):
    yield at
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from paths(value, (*at, key))


PATHS = sorted((path for path in paths(TREE) if path), key=str)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from(PATHS), value=TREES)
def test_a_good_scenario_with_one_wrong_value_is_checked_to_the_end(check, path, value):
    tree = json.loads(json.dumps(TREE))
    node = tree
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    run(check, json.dumps(tree, ensure_ascii=False))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_good_scenario_with_broken_text_is_checked_to_the_end(check, data):
    """Cut, double or spoil some stretch of the text: always findings or a scenario, never a traceback."""
    text = SMALL
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        end = min(len(text), at + data.draw(st.integers(0, 12)))
        put = data.draw(
            st.one_of(
                st.sampled_from(
                    ["", "：", "\t", '"', "'", "[", "}", "- ", "\n", ": ", "&a ", "*", "　", "#", "|", "\u2028"]
                ),
                st.text(max_size=3),
            )
        )
        text = text[:at] + put + text[end:]
    run(check, text)
