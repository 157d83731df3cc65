"""`keys`: a scenario turned into Chinese keys and back, with all that is not a key left as it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli
from game.authoring.turn_keys import turn
from game.resources import folder, list_scenarios
from game.scenario.tree import parse

ROUND = """\
# 开头的注释：title 不是键
format:  1      # 格式
"id": 'a-b'     # 编号
title: 引号 # 不是键
level:   "starter"
summary: |-
  level: starter 是正文里的话
  标题: 也是
county: { name : tiny,townships: [ a , b ] }
evaluation: true
injects:
  - {id: x, noise: false, expect: [{content: {task: "level", nothing: 1}}],
     trigger: {after: y, outcome: resolved}, form: call}
starting: {later: {hq: 2018-02-26}, funds: [{yearly: {"2015": 3}}]}
unknown:
  title: 不动
"""


def test_only_keys_and_words_of_lists_change():
    """Comments, quotes, spaces, texts and ids stay; comments in one column stay in one column."""
    zh = turn({"scenario.yaml": ROUND}, "zh").bundle["scenario.yaml"]
    assert zh.split("\n") == [
        "# 开头的注释：title 不是键",
        "格式:  1          # 格式",
        "\"编号\": 'a-b'     # 编号",
        "标题: 引号 # 不是键",
        '难度:   "入门"',
        "简介: |-",
        "  level: starter 是正文里的话",
        "  标题: 也是",
        "县域: { 名称 : tiny,选用乡镇: [ a , b ] }",
        "退出评估: 是",
        "情况:",
        '  - {编号: x, 干扰: 否, 期望: [{内容: {任务: "level", nothing: 1}}],',
        "     触发: {之后: y, 结果: 办结}, 文种: 电话}",
        '开局: {机构开放日: {hq: 2018-02-26}, 资金: [{逐年拨付: {"2015": 3}}]}',
        "unknown:",
        "  title: 不动",
        "",
    ]
    assert turn({"scenario.yaml": zh}, "en").bundle["scenario.yaml"] == ROUND


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_odd_characters_survive(ending):
    text = ROUND.replace("\n", ending).replace("引号", "引\u2028号\u200b")
    zh = turn({"one.yaml": text}, "zh").bundle["one.yaml"]
    assert zh.count(ending) == text.count(ending)
    assert turn({"one.yaml": zh}, "en").bundle["one.yaml"] == text


def test_what_cannot_be_read_is_not_turned_at_all():
    """One broken file leaves the whole scenario as it is, and its line is told."""
    good, bad = "title: 甲\n", "- id: a\n\tto: b\n"
    turned = turn({"scenario.yaml": good, "injects.yaml": bad}, "zh")
    assert turned.bundle == {}
    assert turned.faults == [("injects.yaml", 2)]
    twice = turn({"scenario.yaml": "title: 甲\n标题: 乙\n"}, "zh")
    assert twice.faults == [("scenario.yaml", 2)]


@pytest.mark.parametrize("name", list_scenarios())
def test_every_key_of_a_shipped_scenario_has_a_word(name):
    """After turning, the only keys left in English are ids (organs, as under `later`)."""
    path = folder("scenarios") / name
    for file in sorted(path.rglob("*.yaml")):
        relative = file.relative_to(path).as_posix()
        section = "" if relative == "scenario.yaml" else relative.split("/", maxsplit=1)[0].removesuffix(".yaml")
        whole = {"scenario.yaml": "格式: 1\n", relative: file.read_text(encoding="utf-8")}
        waiting = [parse(turn(whole, "zh").bundle.get(relative, "[]"), section).root]
        while waiting:
            node = waiting.pop()
            for key, (_, value) in node.pairs.items():
                if key != "机构开放日":
                    assert not key.isascii() or key.isdecimal(), key
                    waiting.append(value)
            waiting += node.parts


def run(capsys, *argv: object) -> tuple[int, str, str]:
    code = cli.main([str(arg) for arg in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_turns_files_in_place_and_back(tmp_path: Path, capsys):
    """In place, with the byte order mark kept; the check is as silent after as before."""
    source = folder("scenarios") / "first-order" / "scenario.yaml"
    file = tmp_path / "我的.yaml"
    before = b"\xef\xbb\xbf" + source.read_bytes()
    file.write_bytes(before)
    code, out, _ = run(capsys, "keys", file, "--to", "zh")
    assert code == 0
    assert "个词" in out
    assert "标题: 第一道战令".encode() in file.read_bytes()
    assert run(capsys, "check", file)[0] == 0
    code, out, _ = run(capsys, "keys", file, "--to", "en", "--json")
    assert json.loads(out)["words"].keys() == {"我的.yaml"}
    assert file.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["我的.yaml"]
    assert "没有要换的" in run(capsys, "keys", file, "--to", "en")[1]


def test_the_command_writes_a_copy_of_a_library_scenario(tmp_path: Path, capsys):
    assert run(capsys, "keys", "hundred-days", "--to", "zh")[0] == 3
    out = tmp_path / "百日"
    assert run(capsys, "keys", "hundred-days", "--to", "zh", "-o", out)[0] == 0
    assert (out / "briefs" / "secretary.md").is_file()
    assert run(capsys, "check", out)[0] == 0
    code, _, said = run(capsys, "keys", "hundred-days", "--to", "zh", "-o", out)
    assert code == 3
    assert "已经存在" in said


@pytest.mark.parametrize("text", ["title: [", "title: 甲\n标题: 乙\n", "a: \x00\n"])
def test_the_command_leaves_a_broken_file_alone(tmp_path: Path, capsys, text: str):
    file = tmp_path / "坏.yaml"
    file.write_text(text, encoding="utf-8")
    before = file.read_bytes()
    code, out, said = run(capsys, "keys", file, "--to", "zh")
    assert file.read_bytes() == before
    if "\x00" not in text:
        assert code == 3
        assert "check" in said
    assert "Traceback" not in out + said


def test_a_missing_scenario_is_named(capsys):
    code, _, said = run(capsys, "keys", "没有这个", "--to", "zh")
    assert code == 3
    assert "找不到场景" in said
