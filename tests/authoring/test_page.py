"""`docs/authoring.md`: as current as the models, and its walk can be walked."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from game import cli
from game.authoring.page import authoring_page
from game.cli import parser
from game.scenario.about import parts
from game.scenario.keys import shape_of

PAGE = Path(__file__).parents[2] / "docs" / "authoring.md"
ELSEWHERE = {"play", "simulate", "certify"}
"""Commands of the walk that open a window or take their time; they have tests of their own."""


def test_the_page_is_current():
    """Write it again when a key, a word or the walk changes: `authoring_page()` is the whole file."""
    assert PAGE.read_text(encoding="utf-8") == authoring_page()


def test_the_page_names_every_key_in_both_languages():
    page = authoring_page()
    for model in parts():
        for key, one in shape_of(model).fields.items():
            assert f"| `{key}` | `{one.zh}` |" in page


def test_every_link_within_the_page_leads_somewhere():
    page = authoring_page()
    anchors = set(re.findall(r'<a id="([^"]+)">', page)) | {"全部的键", "从一件情况试起"}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors
    for name in re.findall(r"\]\(([\w.-]+\.md)\)", page):
        assert (PAGE.parent / name).is_file(), name


def test_the_walk_can_be_walked(tmp_path: Path, monkeypatch, capsys):
    """Every command of the walk, one after another in an empty folder, does what the page says."""
    monkeypatch.chdir(tmp_path)
    walk = authoring_page().split("## 两种键")[0]
    commands = [
        shlex.split(line)[1:]
        for block in re.findall(r"```sh\n(.*?)```", walk, re.DOTALL)
        for line in block.split("\n")
        if line
    ]
    assert [argv[0] for argv in commands] == ["new", "check", "schema", "play", "try", "simulate", "certify", "keys"]
    for argv in commands:
        if argv[0] not in ELSEWHERE:
            assert cli.main(argv) == 0, (argv, capsys.readouterr())
    said = capsys.readouterr().out
    assert "通过，没有发现问题" in said
    assert "title: 滴水成渠" in (tmp_path / "我的场景" / "scenario.yaml").read_text(encoding="utf-8")
    assert cli.main(["check", "我的场景"]) == 0


def test_the_slip_the_walk_proposes_is_answered_as_it_says(tmp_path: Path, capsys):
    cli.main(["new", str(tmp_path / "x"), "--keys", "zh"])
    file = tmp_path / "x" / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    assert "难度: 入门" in text
    file.write_text(text.replace("难度: 入门", "难度: 入们"), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["check", str(file)]) == 1
    assert "是不是想写 入门" in capsys.readouterr().out


def test_commands_of_the_page_are_commands():
    known = parser.build_parser().format_help()
    for name in re.findall(r"^tonghe (\w+)", authoring_page(), re.MULTILINE):
        assert name in known or name == "certify", name
