"""The JSON Schema for editors: what ships passes it, its words are Chinese, and it drifts from no model."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game import cli
from game.authoring.modeline import modeline, schema_for
from game.authoring.schema import schema
from game.authoring.snippets import bodies, snippets
from game.authoring.turn_keys import turn
from game.resources import folder, list_scenarios
from game.scenario.about import about, docstrings, parts
from game.scenario.describe import default, kind
from game.scenario.keys import shape_of
from game.scenario.tree import parse

SMALL = Path(__file__).parents[1] / "scenario" / "data" / "small.yaml"


def chinese(text: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff]", text))


def faults(whole: dict[str, Any], text: str, section: str = "") -> list[str]:
    part = {"$ref": f"#/definitions/{section}.yaml", "definitions": whole["definitions"]} if section else whole
    root = parse(text, "x").root
    assert root is not None
    return [
        f"{list(error.absolute_path)} {error.message[:80]}" for error in Draft7Validator(part).iter_errors(root.plain())
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_the_schema_is_a_schema(lang, keys):
    """It follows its draft, and no class name or null is left that would spoil hover."""
    whole = schema(lang, keys)
    Draft7Validator.check_schema(whole)
    text = json.dumps(whole)
    assert '"null"' not in text
    for model in parts():
        properties = whole["definitions"][model.__name__]["properties"]
        assert list(properties) == [f.zh if keys == "zh" else key for key, f in shape_of(model).fields.items()]


@pytest.mark.parametrize("name", list_scenarios())
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_shipped_scenarios_pass(name, keys):
    """Every file of every scenario, in either language, with the ids of its own files."""
    path = folder("scenarios") / name
    bundle = {f.relative_to(path).as_posix(): f.read_text(encoding="utf-8") for f in path.rglob("*.yaml")}
    whole = schema_for(path, keys=keys)
    bundle |= turn(bundle, keys).bundle
    plain = schema("en", keys)
    for file, text in bundle.items():
        section = "" if file == "scenario.yaml" else file.split("/", maxsplit=1)[0].removesuffix(".yaml")
        assert faults(whole, text, section) == [], file
        assert faults(plain, text, section) == [], file


SLIPS = (
    ("level: starter", "level: startr"),
    ("level: starter", "levle: starter"),
    ("level: starter\n", ""),
    ("minutes: 30", "minutes: 3000"),
    ("minutes: 30", "minutes: 三十"),
    ("start: 2019-09-02", "start: 2019/9/2"),
    ("to: [director]", "to: director"),
    ("trigger: {at: 3}", "trigger: {at: 3, delay: 7}"),
    ("      by: water\n", ""),
    ("    reply_within: 7\n", ""),
    ("choices: [台账, 现场]", "choices: []"),
    ("scope: squad:east-town", "scope: 全国"),
    ("measure: gates_passed", "measure: gates_pass"),
    ("id: squad\n", "id: 督战\n"),
)


@pytest.mark.parametrize(("find", "put"), SLIPS)
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_a_slip_is_refused_in_chinese_words(find, put, keys):
    """Whoever slips reads a Chinese sentence of ours, or one the editor has translated itself (limits, unknown keys)."""
    text = SMALL.read_text(encoding="utf-8")
    assert find in text
    broken = text.replace(find, put, 1)
    if keys == "zh":
        broken = turn({"scenario.yaml": broken}, "zh").bundle["scenario.yaml"]
    found = list(Draft7Validator(schema("zh", keys)).iter_errors(parse(broken, "x").root.plain()))
    clean = turn({"scenario.yaml": text}, keys).bundle.get("scenario.yaml", text)
    assert not faults(schema("zh", keys), clean)
    if "choices" in find:
        return  # an empty list is for the checker to speak of
    assert found
    for error in found:
        own = error.schema.get("patternErrorMessage" if error.validator == "pattern" else "errorMessage", "")
        assert chinese(own) or error.validator in ("minimum", "maximum", "additionalProperties", "anyOf", "allOf"), (
            error
        )


def test_every_key_is_spoken_of_once_in_each_language():
    """Chinese for all; English from the model's docstring, or beside the Chinese where there is none, never both."""
    from game.scenario.about import _chinese

    assert set(_chinese()) == {model.__name__ for model in parts()}
    for model in parts():
        said = _chinese()[model.__name__]
        assert set(said) == {"_", *model.model_fields}
        assert chinese(about(model))
        assert about(model, lang="en")
        for key in model.model_fields:
            assert chinese(about(model, key)), (model, key)
            assert about(model, key, "en"), (model, key)
            assert (f"{model.__name__}.{key}" in docstrings()) != isinstance(said[key], list), (model, key)


def test_hover_says_what_is_written_and_the_other_word():
    whole = schema("zh", "zh")["definitions"]
    hover = whole["Turn"]["properties"]["天数"]["markdownDescription"]
    assert hover == "一回合几天，7 的倍数：县里按周推进\n\n整数 7–35\n\n可以不写，不写就是 7 · 英文键 `days`"
    english = schema("zh", "en")["definitions"]["Scenario"]["properties"]["level"]
    assert english["enumDescriptions"] == ["入门", "标准", "进阶"]


def test_kinds_and_defaults_are_said_in_words():
    models = {model.__name__: model for model in parts()}
    assert kind(models["InjectSpec"], "noise", keys="zh") == "是 或 否"
    assert kind(models["Scenario"], "evaluation", "en") == "true or false or date such as 2019-09-02"
    assert default(models["ProblemSpec"], "opened_by", "zh") == "送达"


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_snippets_are_of_the_right_shape(keys):
    """What is put in has only keys of its mapping, and the values it gives pass the schema."""
    definitions = schema("zh", keys)["definitions"]
    assert set(bodies()) <= set(definitions)
    for model in parts():
        for piece in snippets(model, "zh", keys):
            filled = json.loads(re.sub(r"\$\{\d+:([^}]*)\}", r"\1", json.dumps(piece["body"])))
            part = {"$ref": f"#/definitions/{model.__name__}", "definitions": definitions}
            wrong = [e for e in Draft7Validator(part).iter_errors(filled) if e.validator not in ("pattern", "anyOf")]
            wrong = [e for e in wrong if "brief" not in e.message]
            assert wrong == [], (piece["label"], [e.message for e in wrong])


def run(capsys, *argv: object) -> tuple[int, str, str]:
    code = cli.main([str(arg) for arg in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_prints_and_writes(tmp_path: Path, capsys):
    code, out, _ = run(capsys, "schema", "--lang", "en", "--keys", "zh")
    assert code == 0
    assert "标题" in json.loads(out)["definitions"]["Scenario"]["properties"]
    file = tmp_path / "s.json"
    code, out, _ = run(capsys, "schema", "-o", file)
    assert code == 0
    assert "yaml-language-server: $schema=./s.json" in out
    assert json.loads(file.read_text(encoding="utf-8")) == schema()
    code, out, _ = run(capsys, "schema", "-o", file, "--json")  # one of ours may be written again
    assert (code, json.loads(out)) == (0, {"file": str(file)})


def test_the_command_never_writes_over_a_file_of_anothers(tmp_path: Path, capsys):
    file = tmp_path / "s.json"
    file.write_text("{}", encoding="utf-8")
    code, _, said = run(capsys, "schema", "-o", file)
    assert code == 3
    assert "不是本程序写的" in said
    assert file.read_text(encoding="utf-8") == "{}"
    assert run(capsys, "schema", "--for", tmp_path / "无")[0] == 3
    assert run(capsys, "schema", "-o", tmp_path / "无" / "s.json")[0] == 3


def test_the_schema_beside_a_scenario_completes_its_own_ids(tmp_path: Path, capsys):
    """Seats, injects, goals, townships of this scenario; a name that is not there is left to the checker."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        turn({"a.yaml": SMALL.read_text(encoding="utf-8").replace("name: tiny", "name: t-county")}, "zh").bundle[
            "a.yaml"
        ],
        encoding="utf-8",
    )
    assert run(capsys, "schema", "--for", path)[0] == 0
    whole = json.loads((tmp_path / "mine.schema.json").read_text(encoding="utf-8"))
    inject = whole["definitions"]["InjectSpec"]["properties"]
    offered, free = inject["送达"]["items"]["anyOf"]
    assert dict(zip(offered["enum"], offered["enumDescriptions"], strict=True)) == {
        "director": "总攻办主任",
        "squad": "督战队长",
    }
    assert free["type"] == "string"
    assert "taps" in whole["definitions"]["Trigger"]["properties"]["之后"]["anyOf"][0]["enum"]
    assert {"办结", "comply"} <= set(whole["definitions"]["Trigger"]["properties"]["结果"]["anyOf"][0]["enum"])
    assert "yunling" in whole["definitions"]["PlaceRule"]["properties"]["乡镇"]["anyOf"][0]["enum"]
    assert "fund:special" in whole["definitions"]["Effect"]["properties"]["作用于"]["anyOf"][0]["enum"]


@pytest.mark.parametrize("text", ["", "[", "- a\n", "席位: 3\n县域: []\n", "a: b\n" * 3])
def test_a_broken_scenario_still_gets_a_schema(tmp_path: Path, text: str):
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    Draft7Validator.check_schema(schema_for(path))


def test_the_line_for_editors_leads_from_each_file_to_its_part():
    assert modeline("scenario.yaml") == "# yaml-language-server: $schema=./scenario.schema.json"
    assert modeline("seats.yaml").endswith("./scenario.schema.json#/definitions/seats.yaml")
    assert modeline("injects/01.yaml").endswith("../scenario.schema.json#/definitions/injects.yaml")
