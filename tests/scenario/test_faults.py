"""Each fault is named once, with its own code, on its own line, and drags nothing else in."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from game.resources import county_text
from game.scenario.check import check_bundle
from game.scenario.findings import catalogue
from game.scenario.mend import apply
from game.scenario.render import cure, meant, render_text, to_json
from game.session.library import catalogues, load_scenario


class Case(NamedTuple):
    """The text to find in the sample, what to put there, and a marker on the line to be named (None: not tested)."""

    code: str
    find: str
    put: str
    marker: str | None
    suggestion: str | None = None


DEEP = "(" * 70 + "1" + ")" * 70 + " == 1"

CASES: tuple[Case, ...] = (
    # --- TH1xx
    Case("TH102", "summary: 检查器自己的样本。", "summary: " + "[" * 40 + "]" * 40, "summary: "),
    Case("TH103", "level: starter", "level: starter\ntitle: 又一个", "title: 又一个"),
    Case("TH104", "level: starter", "level: !!str starter", "level: "),
    Case("TH105", "level: starter", "level: &x starter", "level: "),
    Case("TH109", "title: 小想定", 'title: "小\\0想定"', "title: "),
    Case("TH109", "title: 小想定", "title: 小\x07想定", "title: "),
    Case("TH110", "guide:\n  - id: g1", "guide: []\n---\nguide:\n  - id: g1", "---"),
    Case("TH111", "level: starter", "level：starter", "level："),
    Case("TH111", "    post: hq_director", "    post：hq_director", "post："),
    Case("TH111", "    name: 帮扶市\n", "    name：帮扶市\n", "name：帮扶市"),
    Case("TH112", "    post: squad_leader", "\tpost: squad_leader", "\tpost"),
    Case("TH113", "level: starter", "level:starter", "level:starter"),
    Case("TH113", "minutes: 30", "minutes:30", "minutes:30"),
    Case("TH114", "title: 小想定", "title: 小: 想定", "title: "),
    Case("TH115", 'version: "1.0"', 'version: "1.0', "version: "),
    Case("TH115", "    sender: 市里", "    sender: '市里", "'市里"),
    Case("TH116", "to: [director, squad]", "to: [director, squad", "[director, squad"),
    Case("TH117", "  - id: burden", "  -id: burden", "-id: burden"),
    Case("TH118", "    text: 少占基层工时", "     text: 少占基层工时", "text: 少占"),
    Case("TH118", "  count: 8", "   count: 8", "count: 8"),
    Case("TH103", "level: starter\n", "level: starter\nid: b\ntitle: 丙\nsummary: 丁\n", "id: b"),
    Case("TH113", "trigger: {at: 3}", "trigger:{at: 3}", "trigger:{at"),
    Case("TH115", '"bureau:water", township]', '"bureau:water, township]', '"bureau:water, township]'),
    Case("TH115", '["bureau:water", township]', '[township, "bureau:water]', '"bureau:water]'),
    Case("TH115", "    sender: 东镇", '    sender: "东镇', '"东镇'),
    Case("TH116", "trigger: {at: 3}", "trigger: {at: 3", "trigger: {at: 3"),
    Case("TH117", "  - id: squad\n", "  -id: squad\n", "-id: squad"),
    Case("TH118", "        stage: assault", "         stage: assault", "stage: assault"),
    Case("TH118", "      - id: comply", "     - id: comply", "- id: comply"),
    Case("TH118", "      - id: comply", "       - id: comply", "- id: comply"),
    Case("TH118", "  - {id: r1,", " - {id: r1,", "{id: r1,"),
    Case(
        "TH118",
        "      domain: water\n      title: 管道空转",
        "       domain: water\n      title: 管道空转",
        "       domain: water",
    ),
    Case("TH118", "  name: tiny\n", "   name: tiny\n", "name: tiny"),
    Case("TH112", "  - id: squad\n", "\t- id: squad\n", "\t- id: squad"),
    Case("TH112", "    goals:\n", "\tgoals:\n", "\tgoals:"),
    Case("TH127", "  - id: squad\n", "\u3000- id: squad\n", "\u3000- id"),
    Case("TH127", "    goals:\n", "\u3000\u3000goals:\n", "\u3000goals"),
    Case("TH119", "level: starter", "level: starter\n}", "}"),
    Case("TH120", "level: starter", "level: starter\n? [a]\n: b", "? [a]"),
    Case("TH121", "title: 小想定", "title: 小\u200b想定", "title: "),
    Case("TH121", "title: 小想定", "title: 小\u2028想定", "title: "),
    Case("TH122", "text: 分清账面和实情", "text: 分清账面,和实情", "分清"),
    Case("TH125", "level: starter", "level: starter\n<<: {a: 1}", "<<"),
    Case("TH126", "title: 小想定", "title: {village}想定", "title: "),
    Case("TH126", "title: 小想定", "title: {village}", "title: "),
    Case("TH126", "title: 小想定", 'title: "小"想定', "title: "),
    Case("TH126", "title: 小想定", "title: @小想定", "title: "),
    Case("TH126", "title: 小想定", "title: *小想定*", "title: "),
    Case("TH127", "    post: squad_leader", "　　post: squad_leader", "　　post"),
    Case("TH301", "starting:\n", "starting:\n  later: {hqq: 2020-01-01}\n", "hqq", "hq"),
    Case("TH209", "amount: 100}", "amount: 100, yearly: {15: 3}}", "yearly"),
    # --- TH2xx
    Case("TH201", "level: starter", "levle: starter", "levle", "level"),
    Case("TH201", "    form: call", "    form: call\n    colour: red", "colour", ""),
    Case("TH202", "level: starter\n", "", None),
    Case("TH202", "    sender: 东镇\n", "", "- id: taps"),
    Case("TH203", 'version: "1.0"', "version: 1.0", "version", '"1.0"'),
    Case(
        "TH203",
        "    to: [director]\n    sender: 东镇",
        "    to: director\n    sender: 东镇",
        "to: director",
        "[director]",
    ),
    Case("TH203", "minutes: 30", 'minutes: "30"', "minutes", "30"),
    Case("TH203", "    form: call", "    form: call\n    noise: no", "noise", "false"),
    Case("TH203", "county:\n  name: tiny\n  townships: [east-town, west-town]", "county: tiny", "county: tiny"),
    Case("TH204", "minutes: 30", "minutes: 3000", "minutes"),
    Case("TH204", "        credit: 300", "        credit: -300", "credit: -300"),
    Case("TH205", "    sender: 东镇", '    sender: ""', 'sender: ""'),
    Case("TH206", "level: starter", "level: startr", "level", "starter"),
    Case("TH206", "    form: call", "    form: telegram", "telegram", ""),
    Case("TH206", "allowed: [organise, order]", "allowed: [organise, ordr]", "allowed", "order"),
    Case("TH206", "      pick: worst", "      pick: wurst", "wurst", "worst"),
    Case("TH207", "    to: [director]\n    sender: 东镇", "    to: []\n    sender: 东镇", "to: []"),
    Case("TH208", "id: small", "id: Small", "id: Small"),
    Case("TH208", "      - id: refuse", "      - id: 拒绝", "拒绝"),
    Case("TH209", "scope: squad:east-town", "scope: squad-east-town", "scope: squad-"),
    Case("TH210", "start: 2019-09-02", "start: 2019-13-02", "start: 2"),
    Case("TH210", "trigger: {at: 3}", "trigger: {at: 2019/9/5}", "2019/9/5"),
    Case("TH210", "start: 2019-09-02", 'start: "1567382400"', "start: "),
    Case("TH230", "level: starter\n", "level: starter\nnotes:\n", "notes:"),
    Case("TH211", "format: 1", "format: 2", "format"),
    Case("TH214", "    sender: 东镇", "    sender:", "    sender:"),
    # --- TH3xx
    Case("TH301", "to: [director, squad]", "to: [directr, squad]", "directr", "director"),
    Case("TH301", "default_seat: director", "default_seat: mayor", "mayor", ""),
    Case("TH301", "objective: burden", "objective: burdn", "burdn", "burden"),
    Case("TH301", "      after: taps", "      after: tap", "after: tap", "taps"),
    Case("TH301", "outcome: delivered", "outcome: deliverd", "deliverd", "delivered"),
    Case("TH301", "post: hq_director", "post: hq_directer", "hq_directer", "hq_director"),
    Case("TH301", "township: east-town", "township: east-twon", "east-twon", "east-town"),
    Case("TH301", "townships: [east-town, west-town]", "townships: [east-town, wst-town]", "wst-town", "west-town"),
    Case("TH301", "campaign: spring", "campaign: sprong", "sprong", "spring"),
    Case("TH301", "tasks: [water_supply]", "tasks: [water_suply]", "water_suply", "water_supply"),
    Case("TH301", '["bureau:water", township]', '["bureau:watr", township]', "bureau:watr", "bureau:water"),
    Case("TH301", 'organs: [hq, "zone:east"]', 'organs: [hq, "zone:est"]', "zone:est", "zone:east"),
    Case("TH301", "measure: gates_passed", "measure: gate_passed", "gate_passed", "gates_passed"),
    Case("TH301", "command: issue_order", "command: issue_ordr", "issue_ordr", "issue_order"),
    Case("TH301", 'on: "fund:special"', 'on: "fund:specal"', "fund:specal", "fund:special"),
    Case("TH301", "scope: squad:east-town", "scope: squad:easttown", "easttown", "squad:east-town"),
    Case("TH302", "      to: [squad]", "      to: [督战队长]", "督战队长]", "squad"),
    Case("TH302", "      township: east-town", "      township: 东镇", "township: 东镇", "east-town"),
    Case("TH302", "post: hq_director", "post: 总攻办主任岗", "总攻办主任岗", "hq_director"),
    Case("TH303", "      - id: comply", "      - id: refuse", None),
    Case("TH301", "{task: water_supply,", "{task: water_suply,", "water_suply", "water_supply"),
    Case("TH310", "amount: 20}", "amont: 20}", "amont", "amount"),
    Case("TH304", "  name: tiny", "  name: huge", "huge"),
    Case("TH306", "      township: east-town", "      township: far-town", "far-town"),
    # --- TH4xx
    Case("TH401", 'when: fatigue <= 400 and resolved("taps")', 'when: " "', 'when: " "'),
    Case("TH402", "enter: day >= 7", f"enter: {'(1) + ' * 60}1 == 1", "enter"),
    Case("TH403", "enter: day >= 7", "enter: day >= 7 8", "enter"),
    Case("TH404", "enter: day >= 7", "enter: (day >= 7", "enter"),
    Case("TH405", "enter: day >= 7", f"enter: {DEEP}", "enter"),
    Case("TH406", "enter: day >= 7", "enter: day >=", "enter"),
    Case("TH407", "enter: day >= 7", "enter: day and day > 7", "enter"),
    Case("TH408", "enter: day >= 7", "enter: day >= true", "enter"),
    Case("TH409", "enter: day >= 7", "enter: day + 7", "enter"),
    Case("TH410", "enter: day >= 7", "enter: dya >= 7", "enter", "day"),
    Case("TH410", "fatigue <= 400", "fatige <= 400", "fatige", "fatigue"),
    Case("TH411", "enter: day >= 7", "enter: phase_days(1) > 7", "enter"),
    Case("TH412", "enter: day >= 7", "enter: day // 0 >= 7", "enter"),
    Case("TH413", "enter: day >= 7", "enter: day() >= 7", "enter"),
    Case("TH414", "enter: day >= 7", "enter: resolved(taps)", "enter", '"taps"'),
    Case("TH415", 'resolved("taps")', 'resolved("tap")', "resolved", "taps"),
    Case("TH415", 'gave("cut_forms") >= 1', 'chose("forms", "refus")', 'refus")', "refuse"),
    Case("TH415", "enter: day >= 7", 'enter: exists("hqq")', "enter"),
    Case("TH415", "enter: day >= 7", 'enter: township_figure("fatige", "east-town") > 1', "enter", "fatigue"),
    Case("TH416", "enter: day >= 7", 'enter: resolved("taps)', "enter"),
    Case("TH417", "enter: day >= 7", "enter: day / 2 >= 7", "enter", "//"),
    Case("TH418", "enter: day >= 7", "enter: day >= 7.5", "enter"),
    Case("TH419", "enter: day >= 7", "enter: day = 7", "enter", "=="),
    # --- TH5xx
    Case("TH501", "trigger: {at: 3}", "trigger: {}", "trigger: {}"),
    Case("TH501", "trigger: {at: 3}", "trigger: {at: 3, by_hand: true}", "by_hand"),
    Case(
        "TH502",
        '      - id: comply\n        text: 照单全填\n        credit: 300\n        why: 基层多花四十小时\n        needs: day > 1 or gave("cut_forms") >= 1\n',
        "",
        "options:",
    ),
    Case("TH503", "    reply_within: 7\n", "", "options:"),
    Case(
        "TH504",
        "    reply_within: 7\n",
        "    reply_within: 7\n    escalate: {after: 3, to: [squad], text: 催办}\n",
        "escalate: {after",
    ),
    Case("TH505", "        within: 14", "        within: 55", "within: 55"),
    Case("TH506", "trigger: {at: 3}", "trigger: {at: 56}", "at: 56"),
    Case("TH506", "trigger: {at: 3}", "trigger: {at: 2020-09-02}", "at: 2020"),
    Case("TH507", "trigger: {at: 3}", "trigger: {at: 2019-09-01}", "at: 2019"),
    Case("TH508", "weight: 60", "weight: 50", "rubric:"),
    Case("TH509", "objective: burden", "objective: truth", "- id: burden"),
    Case("TH510", "campaigns:\n", "  - {id: idle, post: squad_leader, brief: 没有事做}\ncampaigns:\n", "id: idle"),
    Case("TH511", "{village}的水龙头", "{vilage}的水龙头", "{vilage}", "{village}"),
    Case("TH512", "trigger: {at: 3}", "trigger: {after: forms}", "after: forms"),
    Case("TH513", "trigger: {at: 3}", "trigger: {at: 3, delay: 2}", "delay: 2"),
    Case("TH514", "trigger: {at: 3}", "trigger: {chance: 100, from_day: 9, until_day: 3}", "until_day"),
    Case(
        "TH515",
        '        credit: 300\n        why: 基层多花四十小时\n        needs: day > 1 or gave("cut_forms") >= 1',
        "        credit: 1000\n        why: 一样",
        "- id: comply",
    ),
    Case("TH516", "  days: 7", "  days: 8", "  days: 8"),
    Case("TH528", "start: 2019-09-02\n", "start: 2019-09-02\nevaluation: 2031-01-01\n", "2031-01-01"),
    Case(
        "TH527", "county:\n", "county:\n  profile: {registered_bp: 900, recorded_bp: 1200}\n", "profile: {registered_bp"
    ),
    Case(
        "TH517",
        "        enter: day >= 7",
        "        enter: day >= 7\n      - {id: late, stage: consolidation, name: 太晚, days: 7}",
        "id: late",
    ),
    Case("TH518", "        days: 35", "        days: 21", "campaigns:"),
    Case("TH519", "      by: water\n", "", "pick: worst"),
    Case("TH520", "      township: east-town\n", "      village: east-town-01\n", "pick: worst"),
    Case(
        "TH521",
        "    place:\n      township: east-town\n      pick: worst\n      by: water\n",
        "    place: {}\n",
        "place: {}",
    ),
    Case(
        "TH522",
        "        credit: 1000\n        why: 不添新表\n      - id: comply\n        text: 照单全填\n        credit: 300\n",
        "        credit: 0\n        why: 不添新表\n      - id: comply\n        text: 照单全填\n        credit: 0\n",
        "options:",
    ),
    Case("TH523", "    form: call", "    form: call\n    noise: true", "noise: true"),
    Case("TH524", "name: 过关, weight: 60", "name: 过关, weight: 60, zero: 5, full: 5", "zero: 5"),
    Case("TH525", "text: 看看收件箱。", "text: TODO 看看收件箱。", "TODO"),
    Case("TH526", ", choices: [台账, 现场]", "", "id: q1"),
    Case("TH591", "level: starter", "# 忽略 TH505: 没有这回事\nlevel: starter", "# 忽略"),
    Case("TH594", "level: starter", "# 忽略 TH999: 没有这个代码\nlevel: starter", "# 忽略"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.put[:24]!r}")
def test_one_fault_one_finding_on_its_line(case: Case, small, check):
    assert small.count(case.find) >= 1
    text = small.replace(case.find, case.put, 1)
    found = check(text).findings
    assert [finding.code for finding in found] == [case.code]
    if case.marker is not None:
        lines = text.split("\n")
        assert found[0].line == next(n for n, line in enumerate(lines, 1) if case.marker in line)
    if case.suggestion is not None:
        assert found[0].suggestion == case.suggestion
    for lang in ("zh", "en"):
        assert to_json(found[0], lang)["message"] in render_text(found[0], lang)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.put[:24]!r}")
def test_the_offered_edit_cures_what_it_is_offered_for(case: Case, small, check):
    """A fix is applied by its stretch; what it gives has no such finding any more."""
    text = small.replace(case.find, case.put, 1)
    checked = check(text)
    for fix in checked.findings[0].fixes:
        again = check(apply(text, [fix]))
        assert case.code not in [finding.code for finding in again.findings]


def test_the_whole_sample_is_silent(small, check):
    checked = check(small)
    assert checked.findings == ()
    assert checked.scenario is not None
    assert checked.scenario.id == "small"


def test_many_faults_come_in_one_run_in_order(small, check):
    """Syntax, shape, reference, condition and meaning are all listed at once, in reading order."""
    text = (
        small.replace("level: starter", "level：startr")
        .replace("    form: call", "    form: telegram")
        .replace("to: [director, squad]", "to: [directr, squad]")
        .replace("enter: day >= 7", "enter: dya >= 7")
        .replace("trigger: {at: 3}", "trigger: {at: 99}")
    )
    found = check(text).findings
    assert [finding.code for finding in found] == ["TH111", "TH206", "TH410", "TH206", "TH506", "TH301"]
    assert [finding.line for finding in found] == sorted(finding.line for finding in found)


def test_twenty_slips_are_all_listed(check):
    """Recovery goes on after each slip of the pen, so one run lists twenty."""
    text = "format: 1\n" + "\n".join(f"key{n}：文字" for n in range(20)) + "\n"
    assert sum(f.code == "TH111" for f in check(text).findings) == 20


def test_the_county_file_of_the_scenario_is_checked_too(small, check):
    found = check({"scenario.yaml": small, "county.yaml": "format: 1\nname: [x]\n"}).findings
    assert [f.code for f in found] == ["TH305"]
    assert found[0].file == "county.yaml"


def test_a_key_at_fault_is_what_the_finding_points_at(small, check):
    """Where a year is no year, the year is named and underlined, not the amount behind it."""
    found = check(small.replace("amount: 100}", 'amount: 100, yearly: {"20x5": 3}}', 1)).findings
    assert [finding.code for finding in found] == ["TH209"]
    line = small.split("\n")[found[0].line - 1].replace("amount: 100}", 'amount: 100, yearly: {"20x5": 3}}')
    assert line[found[0].column - 1 :].startswith('"20x5"')
    message = to_json(found[0], "zh")["message"]
    assert "20x5" in message
    assert "yearly" in message


NAMED_CASES = (
    ("to: [director, squad]", "to: [director, sqad]", "督战队长（squad）"),
    ("township: east-town", "township: east-twon", "东镇（east-town）"),
    ('on: "fund:special"', 'on: "fund:specal"', "（fund:special）"),
)


@pytest.mark.parametrize(("find", "put", "named"), NAMED_CASES)
def test_what_was_meant_is_called_by_its_name(find: str, put: str, named: str, small, check):
    """Nobody knows places and people by their ids: the near miss says whose it is, the edit writes the id alone."""
    (finding,) = check(small.replace(find, put, 1)).findings
    assert named in meant(finding, "zh")
    assert "（" not in meant(finding, "en")
    assert all("（" not in fix.text for fix in finding.fixes)


def test_a_sentence_is_called_by_its_beginning():
    """An objective is a sentence, which may itself list things: its first words will do, in either language."""
    bundle = dict(load_scenario("hundred-days").bundle)
    file, text = next((name, text) for name, text in bundle.items() if "objective: loop" in text)
    bundle[file] = text.replace("objective: loop", "objective: lop", 1)
    (finding,) = check_bundle(bundle, counties=county_text, catalogues=catalogues()).errors
    assert "走完发现…（loop）" in meant(finding, "zh")
    assert "走完发现… (loop)" in meant(finding, "en")
    assert "立账" not in cure(finding, "en")


def test_villages_are_listed_by_name_the_likeliest_first():
    """A village comes with its township and its name; of a county's hundreds those of the same township come first."""
    bundle = dict(load_scenario("hundred-days").bundle)
    file, text = next((name, text) for name, text in bundle.items() if "village: baiyan-" in text)
    bundle[file] = re.sub("village: baiyan-[0-9]+", "village: baiyan-99", text, count=1)
    found = check_bundle(bundle, counties=county_text, catalogues=catalogues()).errors
    (finding,) = [one for one in found if one.code == "TH301"]
    listed = cure(finding, "zh").partition("已有：")[2]
    assert re.match(r"白岩乡 \S+（baiyan-\d\d）、白岩乡 ", listed)
    assert len(listed) < 400
    assert re.match(r"白岩乡 \S+ \(baiyan-\d\d\), ", cure(finding, "en").partition("There are: ")[2])


@pytest.mark.parametrize("code", ["TH503", "TH539"])
def test_what_a_form_says_names_no_key(code: str):
    """Teachers write in the form: what these two say has no English word in it."""
    entry = catalogue()[code]
    words_said = re.sub(r"\{\w+\}", "", entry.zh + entry.cure_zh)
    assert not re.search("[A-Za-z]", words_said)
