"""Event lists: what is read from a table, what is said of each row, what is written when, and the way out and back."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from plays import make

from game import cli
from game.authoring.events import (
    Brought,
    bring,
    bring_into,
    county_of,
    frame_of,
    mapping_of,
    sample_name,
    write,
    write_events,
    write_sample,
)
from game.authoring.events.columns import COLUMNS, find_head, guessed, heading, read_mapping, write_mapping
from game.authoring.events.frame import Frame
from game.authoring.events.grow import FILE, grown
from game.authoring.events.read import USUAL, read_events
from game.authoring.events.sample import Lang, sample_rows
from game.authoring.events.wording import BadTime, name_of, read_time, say_time
from game.authoring.grid import Cell, Sheet, letters, read_sheets
from game.authoring.new import TEMPLATES, write_new
from game.authoring.note_phrases import in_english
from game.authoring.notes import Notes
from game.bots.table import Table
from game.resources import county_text, scenario_dir
from game.scenario.check import check_bundle
from game.scenario.model import InjectSpec, Scenario, Trigger
from game.session.library import catalogues, load_scenario
from game.session.session import Session

Run = Callable[..., tuple[int, str, str]]
HEAD = ["序号", "时间", "类型", "方式", "发出方", "接收方", "内容", "预期行动"]
ROW = [1, "第7天", "饮水", "来电记录", "水务站", "东坡乡指挥长", "三个组停水两天。", "签发战令｜7天内"]
START = date(2019, 9, 2)
COVERED = ("id", "title", "form", "domain", "trigger", "to", "sender", "place", "text", "objective", "noise")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*argv: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return go


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "场景")


def table(path: Path, *rows: Sequence[Any], head: Sequence[Any] = HEAD) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "清单"
    for row in (head, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def row(**changes: Any) -> list[Any]:
    names = ("number", "time", "domain", "form", "sender", "to", "text", "expect")
    return [changes.get(name, value) for name, value in zip(names, ROW, strict=True)]


def codes(brought: Brought) -> list[tuple[str, str]]:
    return [(note.code, note.place) for note in brought.notes.all()]


def scenario_of(name: str | Path) -> Scenario:
    found = load_scenario(name).scenario
    assert found is not None
    return found


# --- reading ------------------------------------------------------------------------------------------------------


def test_a_row_becomes_an_inject(folder: Path, tmp_path: Path) -> None:
    """Every column of the usual list finds its place; names of seats, fields and commands become ids."""
    text = "三个组停水两天。\n有老人背水。"
    brought = bring(table(tmp_path / "表.xlsx", row(text=text, to="东坡乡指挥长、督战队长")), folder)
    assert codes(brought) == []
    (event,) = brought.events
    assert event.row == 2
    assert event.inject == {
        "id": "event-1",
        "title": "三个组停水两天",
        "form": "call",
        "domain": "water",
        "trigger": {"at": 7},
        "to": ["dongpo", "squad"],
        "sender": "水务站",
        "text": text,
        "objective": "water",
        "expect": [{"id": "action-1", "command": "issue_order", "within": 7}],
    }


def test_english_headings_and_names(folder: Path, tmp_path: Path) -> None:
    """English headings are known, whatever their case; so are ids and English names, under a title line."""
    path = tmp_path / "list.csv"
    path.write_text(
        "Exercise 3\nNo.,Time,Type,Method,From,To,Content,Expected action\n"
        "A-1,Day 14,Drinking water,phone,Station,dongpo,No water.,Sign an order\n",
        encoding="gb18030",
    )
    brought = bring(path, folder)
    assert [note.code for note in brought.notes.all()] == ["no-days"]
    inject = brought.events[0].inject
    assert (inject["id"], inject["trigger"], inject["form"], inject["domain"]) == ("a-1", {"at": 14}, "call", "water")


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"time": None}, "no-time", "B2"),
        ({"time": date(2019, 8, 30)}, "before-start", "B2"),
        ({"time": "2019-08-30"}, "before-start", "B2"),
        ({"time": time(9, 30)}, "time-without-day", "B2"),
        ({"time": "上午9:30"}, "time-without-day", "B2"),
        ({"time": "2019-02-30"}, "bad-time", "B2"),
        ({"time": "月底前后"}, "bad-time", "B2"),
        ({"time": "第90天"}, "after-end", "B2"),
        ({"time": datetime.fromisoformat("2020-03-01T09:00")}, "after-end", "B2"),
        ({"domain": "饮用"}, "unknown-domain", "C2"),
        ({"form": "飞鸽"}, "unknown-form", "D2"),
        ({"sender": ""}, "no-sender", "E2"),
        ({"to": ""}, "no-seat", "F2"),
        ({"to": "西坡乡指挥长"}, "unknown-seat", "F2"),
        ({"text": "  "}, "no-text", "G2"),
        ({"text": "长" * 6001}, "too-long", "G2"),
        ({"expect": "立即抢修"}, "not-measured", "H2"),
        ({"expect": "签发战令"}, "no-days", "H2"),
        ({"expect": "签发战令｜7天内｜内容{坏"}, "bad-action", "H2"),
        ({"text": "=A1"}, "formula", "G2"),
    ],
)
def test_each_fault_has_its_cell(folder: Path, tmp_path: Path, changes: dict[str, Any], code: str, place: str) -> None:
    """Every fault of a row is said with its sheet, row and column, a Chinese sentence and a cure."""
    brought = bring(table(tmp_path / "表.xlsx", row(**changes)), folder)
    found = [note for note in brought.notes.all() if note.code == code]
    assert found
    assert found[0].place == f"工作表“清单”{place}"
    assert any("\u4e00" <= c <= "\u9fff" for c in found[0].message)
    assert found[0].cure
    if found[0].severity == "error":
        assert not brought.files


def test_a_seat_that_may_be_several(tmp_path: Path) -> None:
    """A name that fits several seats is asked about, with their names; the whole name is clear."""
    frame = Frame({"a": "乡镇指挥长 张三", "b": "乡镇指挥长 李四"}, ("o",), start=START)
    notes = Notes()
    sheets = read_sheets(table(tmp_path / "表.xlsx", row(to="乡镇指挥长"), row(number=2, to="李四")), notes)
    head = find_head(sheets, None, "表.xlsx", notes)
    assert head is not None
    events = read_events(head, frame, "表.xlsx", notes)
    assert [note.code for note in notes.all()] == ["several-seats"]
    assert "张三" in notes.all()[0].message
    assert [event.inject["to"] for event in events] == [["b"]]


def test_a_place_by_its_name(folder: Path, tmp_path: Path) -> None:
    """Villages and townships may be named; what is not there is said with the nearest name."""
    head = [*HEAD, "地点"]
    rows = [[*row(), "东坡乡"], [*row(number=2), "township=dongpo pick=worst by=water"], [*row(number=3), "东波乡"]]
    brought = bring(table(tmp_path / "表.xlsx", *rows, head=head), folder)
    assert [event.inject.get("place") for event in brought.events] == [
        {"township": "dongpo"},
        {"township": "dongpo", "pick": "worst", "by": "water"},
    ]
    assert [(n.code, n.suggestion) for n in brought.notes.all()] == [("unknown-place", "东坡乡")]


def test_numbers_and_ids_are_used_once(folder: Path, tmp_path: Path) -> None:
    """A number twice, and an id the scenario has already, are faults of the later row."""
    brought = bring(table(tmp_path / "表.xlsx", row(), row(), row(number="dry")), folder)
    assert [note.code for note in brought.notes.all()] == ["duplicate-number", "duplicate-id", "already-there"]
    assert not brought.files


def test_a_row_without_number_or_id_takes_a_name_that_is_free(folder: Path, tmp_path: Path) -> None:
    """A second list of the kind comes in beside the first; a number that was given twice is still told."""
    for title in ("一", "二"):
        brought = bring(table(tmp_path / f"{title}.xlsx", row(number=None, text=f"第{title}份。")), folder)
        assert brought.notes.errors == 0, codes(brought)
        write(brought, folder)
    assert [inject.id for inject in scenario_of(folder).injects][-2:] == ["event-2", "event-3"]
    write(bring(table(tmp_path / "三.xlsx", row(number=7)), folder), folder)
    again = bring(table(tmp_path / "四.xlsx", row(number=7)), folder)
    assert "already-there" in {code for code, _ in codes(again)}


def test_what_the_checker_finds_is_said_of_the_row(folder: Path, tmp_path: Path) -> None:
    """What only the whole scenario shows comes from the one checker, and names the row it comes from."""
    brought = bring(
        table(tmp_path / "表.xlsx", row(), row(number=2, time="nothing 之后 3 天", text="泵也坏了。")), folder
    )
    assert [(note.code, note.file, note.place) for note in brought.notes.all()] == [
        ("TH301", "表.xlsx", "工作表“清单”A3")
    ]
    assert not brought.files


@pytest.mark.parametrize(
    "trigger",
    [
        Trigger(at=0),
        Trigger(at=date(2019, 9, 9)),
        Trigger(by_hand=True),
        Trigger(after="dry", delay=3),
        Trigger(after="dry", outcome="resolved"),
        Trigger(chance=120, from_day=21, until_day=77),
        Trigger(chance=125),
        Trigger(when='fatigue > 600 and gave("send_letter") >= 1', until_day=91),
        Trigger(when="day >= 3（不是窗口）", from_day=7),
    ],
)
def test_times_read_back_as_they_are_said(trigger: Trigger) -> None:
    """Whatever a trigger is, its wording means the same trigger again."""
    again, clock = read_time(say_time(trigger), START, 7)
    if isinstance(again.get("at"), str):
        again["at"] = date.fromisoformat(again["at"])
    assert Trigger(**again) == trigger
    assert not clock


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (14, {"at": 14}),
        (14.0, {"at": 14}),
        ("D+3", {"at": 3}),
        ("第二周", {"at": 7}),
        ("第3回合", {"at": 28}),
        ("Week 2", {"at": 7}),
        ("9月9日", {"at": "2019-09-09"}),
        ("1月5日", {"at": "2020-01-05"}),
        ("2019年9月9日", {"at": "2019-09-09"}),
        ("2019/9/9 9:30", {"at": "2019-09-09"}),
        (datetime.fromisoformat("2019-09-09"), {"at": "2019-09-09"}),
        ("手动", {"by_hand": True}),
    ],
)
def test_times_as_people_write_them(said: object, meant: dict[str, Any]) -> None:
    """Days, weeks, turns and dates are understood in the usual spellings."""
    assert read_time(said, START, 14)[0] == meant


def test_a_date_needs_a_start() -> None:
    """Before it is known when the scenario begins, a date is no day."""
    with pytest.raises(BadTime) as bad:
        read_time("2019-09-09", None, 7)
    assert bad.value.code == "no-start"


# --- headings -----------------------------------------------------------------------------------------------------


SHARED = {"编号": {"number", "id"}, "情况": {"title", "text"}, "事件": {"title", "text"}}


def test_a_heading_stands_for_one_column() -> None:
    """But for the few that are meant to serve two, no heading is claimed twice; what is written is recognised."""
    claimed: dict[str, set[str]] = {}
    for key, column in COLUMNS.items():
        assert {column.zh, column.en} <= set(column.words)
        assert {*column.turns, *column.weeks} <= set(column.words)
        for word in column.words:
            assert heading(word) == word.replace(" ", "") or word.isascii(), word
            claimed.setdefault(word, set()).add(key)
    assert {word: keys for word, keys in claimed.items() if len(keys) > 1} == SHARED


def head_of(*said: str) -> dict[str, str]:
    """Return which of some headings is taken for which column."""
    sheet = Sheet("", [[Cell(f"{letters(at)}1", word) for at, word in enumerate(said)]])
    return guessed(sheet, said).columns


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (("第几天", "发给谁", "事件"), {"time": "第几天", "to": "发给谁", "text": "事件"}),
        (("第几天", "发给谁", "情况"), {"time": "第几天", "to": "发给谁", "text": "情况"}),
        (("日期", "收件人", "事件", "内容"), {"time": "日期", "to": "收件人", "title": "事件", "text": "内容"}),
        (("日期", "收件人", "事件", "情况"), {"time": "日期", "to": "收件人", "title": "事件", "text": "情况"}),
        (("时间", "日期", "送达对象", "内容"), {"time": "日期", "to": "送达对象", "text": "内容"}),
        (("来文单位", "时间点：", "发给谁？", "正文（必填）"),
         {"sender": "来文单位", "time": "时间点：", "to": "发给谁？", "text": "正文（必填）"}),
        (("回合", "发出单位", "主送", "情况描述"),
         {"time": "回合", "sender": "发出单位", "to": "主送", "text": "情况描述"}),
        (("编号", "情况编号", "时间"), {"number": "编号", "id": "情况编号", "time": "时间"}),
    ],
)  # fmt: skip
def test_headings_as_offices_write_them(said: tuple[str, ...], meant: dict[str, str]) -> None:
    """Common headings find their column; one that could be two becomes what the list cannot do without."""
    assert head_of(*said) == meant


@pytest.mark.parametrize(
    ("word", "cell", "day"),
    [("回合", 3, 14), ("轮次", "3", 14), ("回合", "三", 14), ("周次", 3.0, 14), ("第几天", 3, 3), ("回合", "第9天", 9)],
)
def test_a_bare_number_counts_what_its_heading_says(
    folder: Path, tmp_path: Path, word: str, cell: object, day: int
) -> None:
    """Under 回合 a 3 is the third turn, under 周次 the third week, else the day; a cell that says more is believed."""
    path = table(tmp_path / "表.xlsx", row(time=cell), head=["序号", word, *HEAD[2:]])
    assert bring(path, folder).events[0].inject["trigger"] == {"at": day}


def test_what_no_column_says_is_told_once(folder: Path, tmp_path: Path) -> None:
    """A list without type or means is filled in; one piece of advice for each says so, whatever the rows are."""
    head = [name for name in HEAD if name not in ("类型", "方式")]
    cells = [value for name, value in zip(HEAD, ROW, strict=True) if name in head]
    brought = bring(table(tmp_path / "表.xlsx", cells, [2, *cells[1:4], "另一件。", ""], head=head), folder)
    assert codes(brought) == [("no-domain-column", ""), ("no-form-column", "")]
    assert not brought.notes.errors
    for note, group in zip(brought.notes.all(), ("domain", "form"), strict=True):
        used = {event.inject[group] for event in brought.events}
        assert used == {USUAL[group]}
        for lang in ("zh", "en"):
            told = note.message if lang == "zh" else in_english(note.message)
            assert name_of(group, USUAL[group], lang).lower() in told.lower()


def test_a_goal_is_named_by_its_words(folder: Path, tmp_path: Path) -> None:
    """A teacher writes what the objective says; its id will do as well, and one that is none is told all of them."""
    words = {one.text: one.id for one in scenario_of(folder).objectives}
    for said, ident in (*words.items(), *((i, i) for i in words.values())):
        path = table(tmp_path / "表.xlsx", [*ROW, said], head=[*HEAD, "学习目标"])
        assert bring(path, folder).events[0].inject["objective"] == ident
    (note,) = bring(table(tmp_path / "表.xlsx", [*ROW, "别的"], head=[*HEAD, "学习目标"]), folder).notes.all()
    assert all(one in note.cure for one in words)


# --- an empty list ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["first-order", "hundred-days", "t-county-2014-2020", *[t.name for t in TEMPLATES]])
def test_the_empty_list_comes_in_without_a_finding(tmp_path: Path, name: str, lang: Lang) -> None:
    """Its examples fit any scenario as they stand, under ids that are free; every column is there and explained."""
    if name in {template.name for template in TEMPLATES}:
        write_new(tmp_path / name, name)
    there = load_scenario(tmp_path / name if (tmp_path / name).is_dir() else name)
    assert there.scenario is not None
    path = tmp_path / sample_name(lang)
    for again in (False, True):
        write_sample(frame_of(there.scenario, county_of(there)), path, lang)
        notes = Notes()
        brought = bring_into(there, read_sheets(path, notes), path.name, notes)
        assert again or [note.render() for note in notes.all()] == []
        assert notes.errors == 0, "taken twice it repeats itself, and that is all"
        assert len(brought.events) == 2
        assert brought.head is not None
        assert set(brought.head.columns) == set(COLUMNS)
        there = check_bundle({**there.bundle, **brought.files}, counties=county_text, catalogues=catalogues())
        assert there.scenario is not None
    guide = load_workbook(path).worksheets[1]
    told = [[str(value or "") for value in row] for row in guide.iter_rows(min_row=2, values_only=True)]
    assert [row[0] for row in told[: len(COLUMNS)]] == [getattr(column, lang) for column in COLUMNS.values()]
    assert not any("{" in row[2] for row in told)


@pytest.mark.parametrize(("days", "turns"), [(7, 1), (14, 2), (35, 1)])
def test_the_examples_of_the_empty_list_arrive(days: int, turns: int) -> None:
    """However short the exercise is, a paper of the list finds somebody at play."""
    there = load_scenario("first-order")
    assert there.scenario is not None
    frame = dataclasses.replace(frame_of(there.scenario, county_of(there)), turn_days=days, length=days * turns)
    for row in sample_rows(frame)[1:]:
        said = next(str(cell) for cell in row if re.fullmatch(r"第\d+天", str(cell)))
        assert int(said[1:-1]) <= days * (turns - 1)


def test_the_empty_list_is_written_by_the_command(run: Run, folder: Path, tmp_path: Path) -> None:
    """`events --blank` writes it, over nothing unasked; `import` takes it back."""
    out = tmp_path / "空白.xlsx"
    assert run("events", folder, "-o", out, "--blank")[0] == 0
    assert run("events", folder, "-o", out, "--blank")[0] == 3
    code, said, _ = run("import", out, "-o", folder, "--json")
    assert (code, json.loads(said)["ok"], len(json.loads(said)["events"])) == (0, True, 2)


def test_the_command_says_how_a_column_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    """Where a column is missing the command names its own way, the sentences of the finding name none."""
    path = table(tmp_path / "表.xlsx", ROW, head=["序号", "何时", *HEAD[2:]])
    assert "--mapping" in run("import", path, "-o", folder)[1]
    assert not any("--" in note.cure for note in bring(path, folder).notes.all())


def test_a_folder_of_one_file_takes_a_file_more(tmp_path: Path) -> None:
    """What decides is whether the scenario is a folder or a file, not how many files the folder has."""
    write_new(tmp_path / "夹", "first")
    assert list(bring(table(tmp_path / "表.xlsx", row(to="云岭镇指挥长")), tmp_path / "夹").files) == [FILE]


def test_a_mapping_is_kept_and_overrides(run: Run, folder: Path, tmp_path: Path) -> None:
    """The guess is written where there is no mapping yet; what is written there goes before the guess."""
    path = table(tmp_path / "表.xlsx", ROW, head=["序号", "何时", "类型", "方式", "发出方", "谁", "内容", "预期行动"])
    kept = tmp_path / "列.json"
    assert {note.code for note in bring(path, folder, mapping=kept).notes.all()} == {"no-column"}
    good = table(tmp_path / "好.xlsx", ROW)
    assert run("import", good, "-o", folder, "--mapping", kept)[0] == 0
    data = json.loads(kept.read_text(encoding="utf-8"))
    assert data["columns"]["time"] == "时间"
    data["columns"] |= {"time": "何时", "to": "谁"}
    data["sheet"] = ""
    kept.write_text(json.dumps(data), encoding="utf-8")
    brought = bring(path, folder, mapping=kept)
    assert codes(brought) == []
    assert brought.events[0].inject["to"] == ["dongpo"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"columns": 3}', '{"columns": {"tiem": "时间"}}', "[" * 90_000])
def test_a_mapping_that_is_none(folder: Path, tmp_path: Path, text: str) -> None:
    """A file that is no mapping is refused with what it should be."""
    kept = tmp_path / "列.json"
    kept.write_text(text, encoding="utf-8")
    brought = bring(table(tmp_path / "表.xlsx", ROW), folder, mapping=kept)
    assert {note.code for note in brought.notes.all()} == {"bad-mapping"}


def test_a_mapping_reads_back(tmp_path: Path, folder: Path) -> None:
    """What is kept is what was found."""
    brought = bring(table(tmp_path / "表.xlsx", ROW), folder)
    found = mapping_of(brought)
    assert found is not None
    write_mapping(tmp_path / "列.json", found)
    assert read_mapping(tmp_path / "列.json", Notes()) == found


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old", b"\x00\x01\x02", "序号\n".encode()]
)
def test_a_file_that_is_no_list(folder: Path, tmp_path: Path, content: bytes) -> None:
    """Whatever the file holds, there is a finding, no fault of the program, and nothing to write."""
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    brought = bring(path, folder)
    assert brought.notes.errors
    assert not brought.files


# --- writing ------------------------------------------------------------------------------------------------------


def test_nothing_is_written_without_consent(run: Run, folder: Path, tmp_path: Path) -> None:
    """The preview lists the events and says what would be written; only `--yes` writes, and only without errors."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    good = table(tmp_path / "好.xlsx", ROW)
    for extra in ((), ("--dry-run",)):
        code, out, _ = run("import", good, "-o", folder, *extra)
        assert code == 0
        assert "第2行 event-1  第7天" in out
        assert "还没有写入" in out
    bad = table(tmp_path / "坏.xlsx", row(to="谁"))
    code, out, _ = run("import", bad, "-o", folder, "--yes")
    assert code == 1
    assert "没有写入" in out
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    code, out, _ = run("import", good, "-o", folder, "--yes")
    assert code == 0
    assert {p.name for p in folder.rglob("*") if p.is_file()} - {p.name for p in before} == {"imported.yaml"}
    assert all(path.read_bytes() == data for path, data in before.items())
    assert "event-1" in {inject.id for inject in scenario_of(folder).injects}


def test_a_second_list_comes_after_the_first(folder: Path, tmp_path: Path) -> None:
    """The file of imported events grows at its end; what its author changed and remarked stays as it is."""
    write(bring(table(tmp_path / "一.xlsx", ROW), folder), folder)
    path = folder / FILE
    edited = path.read_text(encoding="utf-8").replace("水务站", "水务站 老吴  # 真名") + "# 最后一句\n"
    path.write_text(edited, encoding="utf-8", newline="\n")
    write(bring(table(tmp_path / "二.xlsx", row(number=2, expect="派人去看")), folder), folder)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(edited)
    assert "# 预期行动：派人去看" in text
    assert [i.id for i in scenario_of(folder).injects][-2:] == ["event-1", "event-2"]


def test_texts_come_back_letter_by_letter(folder: Path, tmp_path: Path) -> None:
    """Texts full of what YAML takes for its own are the same once they are loaded from the file."""
    texts = [
        "- a: b # c",
        "是\n\n  缩进\n最后: 行",
        "\"引号\" '单' {village} [x]",
        "12:30",
        "no",
        "=1+1 不是公式",
        "| > & *",
    ]
    rows = [row(number=n, text=text, sender="0755") for n, text in enumerate(texts, 1)]
    path = table(tmp_path / "表.xlsx", *rows)
    book = load_workbook(path)
    for cell in book.active["G"]:
        cell.data_type = "s"
    book.save(path)
    write(bring(path, folder), folder)
    injects = {inject.id: inject for inject in scenario_of(folder).injects}
    assert [injects[f"event-{n}"].text for n in range(1, len(texts) + 1)] == texts
    assert injects["event-1"].sender == "0755"


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\r", "\x0b"])
def test_a_remark_stays_a_remark(folder: Path, tmp_path: Path, sign: str) -> None:
    """Breaks of a line that only some programs see, as Word pastes them, bring no words of a cell into the YAML."""
    path = tmp_path / "表.csv"
    cells = [str(cell) for cell in row(expect=f"派人去看{sign}- id: smuggled", text=f"一行{sign}又一行")]
    path.write_text(
        ",".join(HEAD) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n", encoding="utf-8", newline=""
    )
    brought = bring(path, folder)
    write(brought, folder)
    assert brought.files
    assert [inject.id for inject in scenario_of(folder).injects][-2:] == ["letter", "event-1"]
    assert scenario_of(folder).injects[-1].text == "一行\n又一行"


def test_a_new_folder_becomes_a_scenario(run: Run, tmp_path: Path) -> None:
    """From a list alone comes a scenario that checks clean, has the list's recipients as seats, and can be played."""
    rows = [
        row(to="水利局局长、县委书记"),
        row(number=2, time="2019-10-08", to="青杉乡", text="泵也坏了。"),
        row(number=3, to="督战队长", time="第9周", text="表是新的，水没有来。", expect=""),
    ]
    path = table(tmp_path / "秋季演练.xlsx", *rows)
    place = tmp_path / "autumn-drill"
    code, out, _ = run("import", path, "-o", place, "--start", "2019-09-02", "--yes")
    assert code == 0, out
    assert run("check", place)[0] == 0
    scenario = scenario_of(place)
    assert (scenario.id, scenario.title, scenario.start) == ("autumn-drill", "秋季演练", START)
    assert {seat.scope for seat in scenario.seats} == {"bureau:water", "county", "township:qingshan"}
    assert scenario.turn.count * 7 > 8 * 7 + 7
    with Session.create(None, dict(load_scenario(place).bundle), seed=1, humans=(), past=False) as session:
        session_table = Table(session, "routine")
        session_table.open()
        for _ in range(2):
            assert session_table.advance().accepted
        assert session.state.injects["event-1"].delivered == 7
    again = bring(path, tmp_path / "other")
    assert "no-start" in {note.code for note in again.notes.all()}  # the date in row 3 means nothing without a start


def test_recipients_nobody_can_be(tmp_path: Path) -> None:
    """A recipient that is no post of the county is asked about, and no scenario is made."""
    brought = bring(table(tmp_path / "表.xlsx", row(to="气象台")), tmp_path / "new")
    assert "unknown-seat" in {note.code for note in brought.notes.all()}
    assert not brought.files


def alone(tmp_path: Path, injects: str | None, ends: str = "\n") -> Path:
    """Return a scenario of one file: the guided one whose injects stand in its middle, or one with just these."""
    if injects is None:
        text = (scenario_dir("first-order") / "scenario.yaml").read_text(encoding="utf-8")
    else:
        new = bring(table(tmp_path / "新.xlsx", row(to="青杉乡")), tmp_path / "new", start=START)
        text = new.files["scenario.yaml"].replace("seats:\n", f"{injects}seats:\n", 1)
    one = tmp_path / "one.yaml"
    one.write_text(text, encoding="utf-8", newline=ends)
    return one


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("injects", [None, "", "injects: []\n"], ids=["some", "none", "empty"])
def test_a_scenario_of_one_file_grows_in_place(tmp_path: Path, injects: str | None, ends: str) -> None:
    """Its list of injects takes the events at its end, again and again; every line that was there stays."""
    one = alone(tmp_path, injects, ends)
    before = one.read_bytes().decode().split(ends)
    known = load_scenario(one)
    assert known.scenario is not None, known.findings
    seat = known.scenario.seats[0].id
    for number in (1, 2):
        brought = bring(table(tmp_path / "表.xlsx", row(number=number, to=seat, text=f"第{number}组停水。")), one)
        assert brought.notes.all() == ()
        assert list(brought.files) == [one.name]
        assert write(brought, one) == [one]
    text = one.read_bytes().decode()
    lines = iter(text.split(ends))
    assert all(line in lines for line in before if line and line != "injects: []"), "in the same order"
    assert text.count("\r\n") == (text.count("\n") if ends == "\r\n" else 0)
    after = load_scenario(one)
    came = [inject.id for inject in after.scenario.injects[len(known.scenario.injects) :]]
    assert came == ["event-1", "event-2"]
    assert {f.code for f in after.findings} <= {f.code for f in known.findings}


def test_the_lines_of_what_is_new_are_known(tmp_path: Path) -> None:
    """Each event's first line is told, and the last line of all: what the checker says of them is said of their rows."""
    there = load_scenario(alone(tmp_path, None))
    path = table(tmp_path / "表.xlsx", row(number=1, to="commander"), row(number=2, to="commander"))
    more = grown(there.bundle, bring(path, tmp_path / "one.yaml").events, single=True)
    lines = more.text.split("\n")
    again = bring(path, alone(tmp_path, None)).notes.all()
    assert [note.place for note in again] == ["工作表“清单”A3"], "of the same title as the row before"
    assert [lines[at - 1].strip() for at in more.begins] == ["- id: event-1", "- id: event-2"]
    assert lines[more.end - 1].strip()
    old = there.bundle[more.file].split("\n")
    rest = lines[more.end :]
    assert rest == old[-len(rest) :]
    assert any(line.startswith("rubric:") for line in rest)


def test_injects_in_brackets_do_not_grow(tmp_path: Path) -> None:
    """Where the list is written in brackets it is left as it is, and why is said."""
    item = "{id: one, title: 一, form: slip, domain: water, trigger: {at: 0}, to: [qingshan-commander], sender: 一, text: 一, objective: events}"
    one = alone(tmp_path, f"injects: [{item}]\n")
    found = load_scenario(one)
    assert found.scenario is not None, found.findings
    path = table(tmp_path / "表.xlsx", row(to=found.scenario.seats[0].id))
    assert codes(bring(path, one))[0][0] == "brackets"


def test_folders_that_take_no_events(folder: Path, tmp_path: Path) -> None:
    """A file that is no scenario, a folder of something else and a scenario with errors are left alone."""
    path = table(tmp_path / "表.xlsx", ROW)
    one = tmp_path / "one.txt"
    shutil.copy(folder / "scenario.yaml", one)
    assert codes(bring(path, one))[0][0] == "no-scenario"
    other = tmp_path / "photos"
    other.mkdir()
    (other / "a.png").write_bytes(b"x")
    assert codes(bring(path, other))[0][0] == "no-scenario"
    (folder / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    assert codes(bring(path, folder))[0][0] == "bad-scenario"


# --- out and back -------------------------------------------------------------------------------------------------


def covered(inject: InjectSpec) -> dict[str, Any]:
    """Return what an event list has columns for."""
    return {key: getattr(inject, key) for key in (*COVERED, "expect", "reply_within")}


@pytest.mark.parametrize("name", ["first-order", "hundred-days"])
def test_out_and_back(name: str, tmp_path: Path) -> None:
    """A scenario's events, exported and read again, are the same injects in every column the list covers."""
    scenario = scenario_of(name)
    frame = frame_of(scenario, None)
    path = tmp_path / "情况.xlsx"
    assert write_events(scenario, frame, path) == len(scenario.injects)
    notes = Notes()
    head = find_head(read_sheets(path, notes), None, path.name, notes)
    assert head is not None
    assert set(head.columns) == set(COLUMNS)
    bare = Frame(frame.seats, frame.objectives, frozenset(), frame.start, frame.turn_days, frame.length)
    events = read_events(head, bare, path.name, notes)
    assert notes.all() == ()
    again = [InjectSpec.model_validate_json(json.dumps(event.inject)) for event in events]
    assert [covered(inject) for inject in again] == [covered(inject) for inject in scenario.injects]


def test_out_and_back_through_files(run: Run, folder: Path, tmp_path: Path) -> None:
    """By the two commands alone: export, take the injects out, import; the scenario's injects are there again."""
    before = [covered(inject) for inject in scenario_of(folder).injects]
    out = tmp_path / "情况.xlsx"
    code, said, _ = run("events", folder, "-o", out)
    assert code == 0
    assert "选项 1 件" in said  # what a list cannot hold is said
    main = folder / "scenario.yaml"
    head, rest = main.read_text(encoding="utf-8").split("injects:\n")
    main.write_text(head + "rubric:\n" + rest.split("rubric:\n")[1], encoding="utf-8", newline="\n")
    code, said, _ = run("import", out, "-o", folder, "--yes")
    assert code == 0, said
    assert [covered(inject) for inject in scenario_of(folder).injects] == before


def test_export_writes_over_nothing_unasked(run: Run, folder: Path, tmp_path: Path) -> None:
    """A table changed by hand is work: it is written over only with `--force`, and only as a workbook."""
    out = tmp_path / "情况.xlsx"
    assert run("events", folder, "-o", out)[0] == 0
    assert run("events", folder, "-o", out)[0] == 3
    code, said, _ = run("events", folder, "-o", out, "--force", "--json")
    assert (code, json.loads(said)["events"]) == (0, 4)
    assert run("events", folder, "-o", tmp_path / "a.csv")[0] == 3


def test_import_as_json(run: Run, folder: Path, tmp_path: Path) -> None:
    """Programs get events and findings with sheet, row and column."""
    code, out, _ = run("import", table(tmp_path / "表.xlsx", row(to="谁")), "-o", folder, "--json")
    data = json.loads(out)
    assert code == 1
    (finding,) = data["findings"]
    assert (finding["sheet"], finding["row"], finding["column"], finding["severity"]) == ("清单", 2, "F", "error")
    assert data["written"] == []
    assert run("import", tmp_path / "no.xlsx", "-o", folder)[0] == 3
    assert run("import", tmp_path / "表.xlsx", "-o", folder, "--start", "soon")[0] == 3
