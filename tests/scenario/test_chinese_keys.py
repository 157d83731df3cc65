"""Chinese keys: one word for each key, the same scenario in either language, findings in the author's own words."""

from __future__ import annotations

import pytest

from game.authoring.turn_keys import turn
from game.exercise.commands import REGISTRY
from game.resources import county_text, list_scenarios
from game.scenario.check import check_bundle
from game.scenario.findings import Finding
from game.scenario.keys import Shape, in_chinese, part_of, shape_of, table
from game.scenario.model import Scenario
from game.scenario.render import cure, message, render_text
from game.scenario.title_page import read_card
from game.session.library import catalogues, load_scenario


def chinese(text: str) -> str:
    return turn({"scenario.yaml": text}, "zh").bundle["scenario.yaml"]


@pytest.fixture(scope="module")
def small_zh(small: str) -> str:
    return chinese(small)


def shapes() -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    waiting = [Scenario]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            found[model.__name__] = shape_of(model)
            waiting += [part for info in model.model_fields.values() if (part := part_of(info.annotation))]
    return found


def test_every_key_has_one_chinese_word_and_no_word_stands_for_two_keys():
    """Within one mapping no two keys share a word; no word of the table is left over or is ASCII."""
    keys = set(table()["keys"])
    used = set()
    for shape in shapes().values():
        assert len(shape.english) == len(shape.fields), shape.name
        for key in shape.fields:
            own = f"{shape.name}.{key}"
            used.add(own if own in keys else key)
    assert used == keys
    assert len(set(table()["keys"].values())) == len(keys)
    assert not any(word.isascii() for word in table()["keys"].values())


def test_every_value_of_a_closed_list_has_one_chinese_word():
    """Each list names exactly the values the model allows, and no list is without a field."""
    lists = {f.words.name: f.words for shape in shapes().values() for f in shape.fields.values() if f.words}
    assert set(lists) == set(table()["values"])
    schema = Scenario.model_json_schema()["$defs"]
    for name, words in lists.items():
        assert len(words.en) == len(words.zh), name
        model, _, key = name.partition(".")
        if name == "flag" or key in ("scope", "on", "outcome"):
            continue
        if not key:
            allowed = schema[model]["enum"]
        else:
            body = schema[model]["properties"][key]
            allowed = next(
                part["enum"] for part in (body, body.get("items", {}), *body.get("anyOf", ())) if "enum" in part
            )
        assert set(words.zh) == set(allowed), name


def test_the_arguments_of_every_command_have_a_chinese_word():
    """No argument that `content` may ask for is without a word, and no two share one."""
    words = table()["content"]
    assert set(words) == {name for spec in REGISTRY.values() for name in spec.model.model_fields}
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("name", list_scenarios())
def test_a_shipped_scenario_is_the_same_in_either_language(name):
    """Turned into Chinese keys it builds an equal Scenario in silence; turned back it is the same to the letter."""
    checked = load_scenario(name)
    turned = turn(checked.bundle, "zh")
    assert not turned.faults
    bundle = {**checked.bundle, **turned.bundle}
    again = check_bundle(bundle, counties=county_text, catalogues=catalogues())
    assert again.findings == ()
    assert again.scenario == checked.scenario
    assert {**bundle, **turn(bundle, "en").bundle} == checked.bundle


def test_small_sample_is_equal_in_chinese(small, small_zh, check):
    assert check(small_zh).scenario == check(small).scenario


SLIPS = (
    # code, find, put, suggestion, words that must be in what is said
    ("TH201", "难度: 入门", "难渡: 入门", "难度", "“难渡”"),
    ("TH201", "    文种: 电话", "    文种: 电话\n    颜色: 红", "", "颜色"),
    ("TH202", "难度: 入门\n", "", "", "缺少 难度"),
    ("TH203", "    文种: 电话", "    文种: 电话\n    干扰: 对", "是", "“干扰”"),
    ("TH204", "分钟: 30", "分钟: 3000", "", "“分钟”"),
    ("TH206", "难度: 入门", "难度: 入们", "入门", "入门、标准、进阶"),
    ("TH209", "范围: squad:east-town", "范围: 全国", "", "全县"),
    ("TH111", "难度: 入门", "难度：入门", "", "“难度”"),
    ("TH113", "分钟: 30", "分钟:30", "", "“分钟”"),
    ("TH501", "触发: {时间: 3}", "触发: {时间: 3, 概率: 5}", "", "时间、概率"),
    ("TH503", "    答复期限: 7\n", "", "", "写上答复期限"),
    ("TH519", "      比较项: 饮水\n", "", "", "按“最差”"),
    ("TH301", "默认席位: director", "默认席位: direktor", "director", "席位"),
    ("TH410", "条件: fatigue <= 400", "条件: 疲牢 <= 400", "疲劳", "疲牢"),
    ("TH220", "难度: 入门", "level: 入门", "难度", "中文键"),
    ("TH221", "难度: 入门", "难度: starter", "入门", "“starter”"),
    ("TH222", "难度: 入门", "难度: 入门\nlevel: 入门", "", "“level”和“难度”"),
)


@pytest.mark.parametrize(("code", "find", "put", "suggestion", "said"), SLIPS)
def test_a_slip_in_a_chinese_file_is_named_in_chinese(small_zh, check, code, find, put, suggestion, said):
    """One finding, on the line of the slip, which quotes the author's word and proposes a Chinese one."""
    assert find in small_zh
    findings = check(small_zh.replace(find, put, 1)).findings
    (finding,) = [f for f in findings if f.code == code]
    assert {f.code for f in findings} <= {code, "TH220"}
    text = render_text(finding)
    assert said in text
    assert finding.suggestion == suggestion or (not finding.suggestion and finding.fixes[0].text == suggestion)
    if suggestion:
        assert finding.fixes[0].text == suggestion


def test_a_stray_key_or_value_is_a_warning_and_its_fix_cures_it(small, small_zh, check):
    """A word of the other language is understood all the same: the scenario still plays."""
    for text, stray in ((small_zh, ("标题: 小想定", "title: 小想定")), (small, ("title: 小想定", "标题: 小想定"))):
        broken = text.replace(*stray)
        checked = check(broken)
        (finding,) = checked.findings
        assert (finding.code, finding.severity) == ("TH220", "warning")
        assert checked.scenario is not None
        fix = finding.fixes[0]
        lines = broken.split("\n")
        lines[fix.line - 1] = (
            lines[fix.line - 1][: fix.column - 1] + fix.text + lines[fix.line - 1][fix.end_column - 1 :]
        )
        assert "\n".join(lines) == text


def test_an_english_file_is_told_the_english_word_for_a_chinese_value(small, check):
    (finding,) = check(small.replace("level: starter", "level: 入门")).findings
    assert (finding.code, finding.suggestion) == ("TH206", "starter")


def test_a_misspelt_chinese_key_in_an_english_file_is_told_the_english_one(small, check):
    (finding,) = check(small.replace("level: starter", "难渡: starter")).findings
    assert (finding.code, finding.suggestion) == ("TH201", "level")


def test_files_of_one_scenario_may_differ_in_language(small, check):
    """Each file is judged by itself: a class may keep Chinese injects beside an English main file."""
    main, injects = small.split("injects:\n")
    injects, rest = injects.split("rubric:\n")
    text = "\n".join(line[2:] for line in injects.split("\n"))
    bundle = {"scenario.yaml": main + "rubric:\n" + rest, "injects.yaml": text}
    turned = {**bundle, "injects.yaml": turn(bundle, "zh").bundle["injects.yaml"]}
    assert turned["injects.yaml"].startswith("- 编号: taps")
    assert check(turned).findings == ()
    assert check(turned).scenario == check(bundle).scenario


def test_a_title_page_is_read_in_either_language(small, small_zh, tmp_path):
    cards = []
    for name, text in (("en", small), ("zh", small_zh)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
        cards.append(read_card(folder))
    assert cards[0] is not None
    assert cards[0] == cards[1]


PUT = ("[]", "{}", "1", "{是: 是}")


def test_wrong_shapes_in_chinese_never_crash(small_zh, check):
    """Whatever stands behind a Chinese key, there is a finding and no exception."""
    for number, line in enumerate(small_zh.split("\n")):
        for put in PUT[number % 2 :: 2]:
            lines = small_zh.split("\n")
            lines[number] = line.split(":")[0] + ": " + put if ":" in line else put
            for finding in check("\n".join(lines)).findings[:3]:
                assert message(finding)
                assert isinstance(cure(finding), str)


def test_sentences_name_keys_in_chinese_but_leave_files_and_braces_alone():
    assert in_chinese("把 escalate.after 改到 {after} 天") == "把 升级.超时天数 改到 {after} 天"
    assert in_chinese("写在 briefs/{seat}.md 或 scenario.yaml 里") == "写在 briefs/{seat}.md 或 scenario.yaml 里"
    assert in_chinese("写一个式子，例如 day >= 14") == "写一个式子，例如 day >= 14"
    assert in_chinese("place", "Effect.on") == "当地"
    assert in_chinese("task、place", "content") == "任务、地点"


def test_lint_names_values_as_a_chinese_file_does(small_zh, check):
    """What lint says about an effect or a missing key speaks the file's own words, in its reasons too."""
    broken = small_zh.replace('作用于: "fund:special", 指标: 资金, 增减: -1', "作用于: 当地, 指标: 信任, 增减: -1")
    assert broken != small_zh
    (finding,) = [f for f in check(broken).findings if f.code == "TH568"]
    assert "“当地”没有自己的 信任" in message(finding)
    assert "把 作用于 写成" in cure(finding)
    named = {"command": "issue_order", "key": "villages", "known": "task、place"}
    argument = Finding("TH310", "error", "x.yaml", 1, 1, 2, named, chinese=True)
    assert "没有“村庄清单”" in message(argument)
    assert "任务、地点" in cure(argument)
