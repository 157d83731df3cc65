"""Files made to hurt get a finding with a place, quickly, and never a traceback."""

import time
from pathlib import Path

import pytest
import yaml

from game.authoring.hostile import in_processes, texts
from game.scenario import tree
from game.scenario.files import read_bundle
from game.scenario.tree import parse

HOSTILE = texts()


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


@pytest.mark.ci
def test_a_process_of_its_own_survives():
    """What the benchmark does with every file, with three of them: findings with places, and figures."""
    rows = in_processes(["deep flow", "GBK", "50 MB of text"])
    assert [row.name for row in rows if not row.survived] == []
    assert all(row.seconds >= 0 and row.megabytes > 1 for row in rows)


@pytest.mark.slow
def test_every_process_survives():
    """All of them: each gets its finding, none ends its process."""
    assert [(row.name, row.fault, row.codes) for row in in_processes() if not row.survived] == []


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
