"""`new`: every template passes the check in silence and is played to its end, in either language of keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from game import cli
from game.authoring.new import TEMPLATES, new_bundle, template_bundle, write_new
from game.lab.simulate import simulate
from game.scenario.tree import parse
from game.session.library import load_scenario

NAMES = [template.name for template in TEMPLATES]


def run(capsys, *argv: object) -> tuple[int, str, str]:
    code = cli.main([str(arg) for arg in argv])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return code, said.out, said.err


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_a_new_scenario_is_silent(tmp_path: Path, name: str, keys: str):
    """No finding at all, and the schema beside it, which every file names in its first line, accepts it."""
    folder = tmp_path / "autumn-works"
    written = write_new(folder, name, keys)
    assert load_scenario(folder).findings == ()
    scenario = load_scenario(folder).scenario
    assert scenario is not None
    assert scenario.id == "autumn-works"
    whole = json.loads((folder / "scenario.schema.json").read_text(encoding="utf-8"))
    for path in written:
        if path.suffix != ".yaml":
            continue
        first, _, rest = path.read_text(encoding="utf-8").partition("\n")
        target, _, part = first.removeprefix("# yaml-language-server: $schema=").partition("#")
        assert (path.parent / target).resolve() == (folder / "scenario.schema.json").resolve()
        schema = {"$ref": f"#{part}" if part else whole["$ref"], "definitions": whole["definitions"]}
        assert [error.message for error in Draft7Validator(schema).iter_errors(parse(rest, "x").root.plain())] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_languages_of_a_template_are_one_scenario(tmp_path: Path, name: str):
    zh, en = tmp_path / "a" / "same", tmp_path / "b" / "same"
    write_new(zh, name, "zh")
    write_new(en, name, "en")
    assert load_scenario(zh).scenario == load_scenario(en).scenario


@pytest.mark.parametrize("name", NAMES)
def test_bots_play_a_template_to_its_end(name: str):
    """One run of the integrated policy reaches the last turn and has a score."""
    result = simulate(new_bundle(name), scenario=name, policy="integrated", runs=1, seed=1)
    assert len(result["runs_detail"]) == 1
    assert result["days"][-1] == {"first": 28, "table": 42, "campaign": 84}[name]
    assert result["final"]["score"]["median"] > 30


def test_the_command_writes_and_says_what_comes_next(tmp_path: Path, capsys):
    folder = tmp_path / "秋季 练习"
    code, out, _ = run(capsys, "new", folder, "--template", "table", "--keys", "zh", "--title", "秋季: 练习")
    assert code == 0
    assert "check" in out
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert '标题: "秋季: 练习"' in text
    assert "编号: my-scenario" in text  # a Chinese name is no id
    assert run(capsys, "check", folder)[0] == 0
    assert load_scenario(folder).scenario.title == "秋季: 练习"


def test_it_never_writes_over_anything(tmp_path: Path, capsys):
    """A folder with anything in it, or a file of that name, is left as it is."""
    folder = tmp_path / "mine"
    folder.mkdir()
    kept = folder / "随笔.txt"
    kept.write_text("别动", encoding="utf-8")
    code, _, said = run(capsys, "new", folder)
    assert code == 3
    assert "已经有内容" in said
    assert [path.name for path in folder.iterdir()] == ["随笔.txt"]
    assert run(capsys, "new", kept)[0] == 3
    assert kept.read_text(encoding="utf-8") == "别动"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(capsys, "new", empty)[0] == 0
    assert run(capsys, "new", empty)[0] == 3


def test_wrong_usage_is_told(tmp_path: Path, capsys):
    code, _, said = run(capsys, "new", tmp_path / "a", "--template", "nine")
    assert code == 2
    assert all(name in said for name in NAMES)
    assert run(capsys, "new", tmp_path / "a", "--title", "甲\n乙")[0] == 2
    assert not (tmp_path / "a").exists()


def test_templates_speak_of_no_key_in_their_comments():
    """A comment stays as it is when the keys are turned, so it must read well beside either."""
    for name in NAMES:
        for text in template_bundle(name).values():
            comments = [line for line in text.split("\n") if line.lstrip().startswith("#")]
            assert not any(word in " ".join(comments) for word in ("title", "inject", "seat", "options", "trigger"))
