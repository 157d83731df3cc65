"""Files made to hurt get a finding with a place, quickly, and never a traceback."""

import time
from pathlib import Path

import pytest
import yaml

from game.scenario import tree
from game.scenario.files import read_bundle
from game.scenario.tree import parse

LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "deep flow": ("[" * 100_000, "TH102"),
    "deep maps": ("{a: " * 50_000, "TH102"),
    "deep blocks": ("\n".join("  " * n + "- a:" for n in range(600)), "TH102"),
    "dashes": ("- " * 50_000, "TH102"),
    "laughs": (LAUGHS, "TH105"),
    "itself": ("a: &a [*a]\n", "TH105"),
    "merge": ("a: &a {x: 1}\nb:\n  <<: *a\n", "TH125"),
    "tag": ("a: !!python/object/apply:os.system [ls]\n", "TH104"),
    "documents": ("---\na: 1\n" * 50_000, "TH110"),
    "nodes": ("seats:\n" + f"- [{'a, ' * 1_500}a]\n" * 60, "TH106"),
    "items": ("seats: [" + "a, " * 3_000 + "a]\n", "TH106"),
    "keys": ("".join(f"k{n}: 1\n" for n in range(49_000)), "TH106"),
    "big keys": ("".join(f"{'k' * 900}{n}: 1\n" for n in range(1_000)), "TH201"),
    "same key": ("format: 1\n" * 40_000, "TH103"),
    "long key": ("k" * 2_000 + ": 1\n", None),
    "huge number": ("minutes: " + "9" * 500_000 + "\n", "TH203"),
    "sixty": ("minutes: " + "1:" * 200_000 + "1\n", "TH203"),
    "nan": ("minutes: .nan\n", "TH203"),
    "infinite": ("minutes: 1e999\n", "TH203"),
    "NUL": ("format: 1\0\n", "TH109"),
    "controls": ("\x01\x02\n" * 100_000, "TH109"),
    "tabs": ("\t\n" * 100_000 + "\ta: 1\n", None),
    "wide colons": ("键：值\nkey：值\n" * 20_000, None),
    "open quotes": ('a: "\n' * 60_000, None),
    "open brackets": ("a: [\n" * 60_000, None),
    "spaces": (" " * 900_000 + "a", "TH212"),
    "one line": ("title: " + "字" * 300_000 + "\n", "TH205"),
    "too large": ("#" * 1_500_000, "TH101"),
    "escapes": ('title: "\\ud800\\U0010ffff"\n', None),
    "questions": ("? " * 20_000, "TH102"),
    "unknown seats": ("injects:\n- to: [" + "nobody, " * 1_900 + "nobody]\nseats: [{id: somebody}]\n", "TH199"),
    "conditions": ("guide:\n" + "- {done: '((((((((((day > 1))))))))))'}\n" * 1_900, None),
    "bad conditions": ("guide:\n" + f"- {{done: '{'not ' * 90} x'}}\n" * 1_200, "TH405"),
    "many conditions": ("guide:\n" + "".join(f"- {{done: day > {n}}}\n" for n in range(1_900)), "TH420"),
    "similar ids": (
        "seats:\n"
        + "".join(f"- {{id: a-very-long-seat-{n}}}\n" for n in range(1_900))
        + "injects:\n- to: ["
        + "".join(f"b-very-lang-saet-{n}x, " for n in range(400))
        + "x]\n",
        "TH301",
    ),
    "similar ids in conditions": (
        "injects:\n"
        + "".join(f"- {{id: a-very-long-inject-{n}}}\n" for n in range(1_900))
        + "guide:\n"
        + "".join(f"- {{done: 'resolved(\"b-very-lang-injcet-{n}x\")'}}\n" for n in range(300)),
        "TH415",
    ),
    "comments": ("# 忽略 TH999: x\n" * 20_000 + "format: 1\n", "TH594"),
    "nothing": ("", "TH212"),
    "text": ("只是一句话", "TH212"),
    "list": ("- 1\n- 2\n", "TH212"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_place_in_under_a_second(name, check):
    text, code = HOSTILE[name]
    check("format: 1")  # texts and models are loaded once
    start = time.process_time()
    checked = check(text)
    took = time.process_time() - start
    assert checked.scenario is None
    assert checked.findings
    assert all(finding.line >= 1 and finding.column >= 1 for finding in checked.findings)
    assert len(checked.findings) < 320
    if code is not None:
        assert code in [finding.code for finding in checked.findings]
    assert took < 1.0


def test_a_huge_file_is_refused_before_it_is_read(tmp_path, monkeypatch, look):
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)

    def refuse(*_: object, **__: object):
        raise AssertionError("read")

    monkeypatch.setattr(Path, "open", refuse)
    (finding,) = look(path).findings
    assert finding.code == "TH101"


def test_a_bundle_has_the_same_limits():
    """Texts from a session file or the network are bounded like files."""
    files = read_bundle({f"injects/{n}.yaml": "x" * 900_000 for n in range(20)})
    assert sum(map(len, files.bundle.values())) <= 4_000_000
    assert files.faults


def test_too_many_syntax_faults_are_said_as_such(check):
    text = "format: 1\n" + "\n".join(f"key{n}：文字" for n in range(40))
    codes = [f.code for f in check(text).findings]
    assert codes.count("TH111") == 20
    assert codes.count("TH124") == 1


def test_many_files_together_are_bounded_too(check):
    """A folder of many dense or broken files costs no more than one."""
    check("format: 1")
    dense = "".join(f"- [{'a, ' * 1_500}a]\n" for _ in range(12))
    broken = 'a: "\n' * 2_000
    for text in (dense, broken):
        start = time.process_time()
        checked = check({"scenario.yaml": "format: 1\n", **{f"injects/{n}.yaml": text for n in range(90)}})
        assert checked.findings
        assert time.process_time() - start < 3.0


def test_the_pure_python_parser_gives_the_same_tree(small, monkeypatch):
    """Where PyYAML comes without its C part, the tree and its places are the same."""
    seen = [dump(parse(small, "x").root)]
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    seen.append(dump(parse(small, "x").root))
    assert seen[0] == seen[1]


def dump(node):
    inner = [(key, dump(k), dump(v)) for key, (k, v) in node.pairs.items()] + [dump(part) for part in node.parts]
    return (node.kind, node.line, node.column, node.style or "", node.value, inner)
