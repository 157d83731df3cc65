"""The command line: what each command prints, its exit code, and that nobody ever sees a traceback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import game
from game import cli
from game.bots import PARTS, POLICIES
from game.cli import doctor, parser, simulate
from game.session.session import Session, state_hash

SMALL = Path(__file__).parents[1] / "session" / "data" / "small"
COMMANDS = (
    "play",
    "new",
    "check",
    "keys",
    "schema",
    "certify",
    "try",
    "import",
    "events",
    "county",
    "simulate",
    "replay",
    "fork",
    "report",
    "shots",
    "doctor",
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and gives (exit code, standard output, standard error)."""

    def go(*argv: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return go


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a session file two turns on."""
    path = tmp_path / "课堂.tonghe"
    bundle = {f.name: f.read_text(encoding="utf-8") for f in SMALL.iterdir()}
    with Session.create(path, bundle, seed=9) as session:
        for kind in ("open_briefing", "start_play"):
            assert session.submit("clock", kind, source="clock").accepted
        for _ in range(2):
            session.submit("director", "message_seat", {"to": ["dongpo"], "text": f"第{session.state.day}日看水"})
            assert session.submit("clock", "advance", source="clock").accepted
    return path


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese in it."""
    return any("\u4e00" <= c <= "\u9fff" for c in text)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese(run: Run, command: str) -> None:
    """Every command has a help in Chinese, without leftovers of the English parser."""
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert "用法：" in out
    assert is_chinese(out)
    for english in ("usage:", "positional arguments", "options:", "show this help"):
        assert english not in out


def test_every_command_is_offered() -> None:
    """The help of the program names every command, and every command module is in the grammar."""
    text = parser.build_parser().format_help()
    assert all(name in text for name in COMMANDS)


@pytest.mark.parametrize(
    "argv",
    [
        ["conquer"],
        ["replay"],
        ["replay", "a", "--to", "x"],
        ["fork", "a", "--day"],
        ["simulate", "x", "--policy", "wish"],
        ["simulate", "x", "--without", "luck"],
        ["doctor", "--loud"],
        ["--verbose"],
    ],
)
def test_wrong_usage_is_2(run: Run, argv: list[str]) -> None:
    """Wrong usage gives code 2 and a Chinese sentence."""
    code, out, err = run(*argv)
    assert code == 2
    assert out == ""
    assert "用法：" in err
    assert is_chinese(err.splitlines()[-1].split("：", 1)[1])


@pytest.mark.parametrize(
    "argv",
    [
        ["replay", "nowhere.tonghe"],
        ["replay", str(SMALL / "scenario.yaml")],
        ["report", "nowhere.tonghe", "-o", "x"],
        ["fork", "nowhere.tonghe", "--day", "1", "-o", "x"],
        ["check", "no-such-scenario"],
        ["simulate", "no-such-scenario"],
        ["simulate", str(SMALL), "--runs", "0"],
        ["play", "no-such-scenario"],
        ["play", str(SMALL), "--seat", "emperor"],
        ["play", str(SMALL), "--seed", "-4"],
        ["shots", "-o", "x", "--scale", "900"],
    ],
)
def test_bad_input_is_3(run: Run, argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bad input gives code 3 and one Chinese reason, and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*argv)
    assert code == 3
    assert out == ""
    assert is_chinese(err)
    assert not list(tmp_path.glob("x*"))


def test_check_passes_the_small_scenario_as_findings_say(run: Run, tmp_path: Path) -> None:
    """Findings are printed with place and caret, counted, and give code 1; JSON has the same."""
    bad = tmp_path / "bad"
    bad.mkdir()
    for part in SMALL.iterdir():
        text = part.read_text(encoding="utf-8").replace("post: hq_director", "post: hq_directr")
        (bad / part.name).write_text(text, encoding="utf-8")
    code, out, _ = run("check", bad)
    assert code == 1
    assert "scenario.yaml:15:" in out
    assert "^" in out
    assert "hq_director" in out
    code, out, _ = run("check", bad, "--json")
    assert code == 1
    data = json.loads(out)
    assert data["ok"] is False
    assert any(f["severity"] == "error" and f["line"] == 15 for f in data["scenarios"][0]["findings"])


def _slipped(folder: Path) -> Path:
    """Copy the small scenario with four slips in its main file, its line breaks those of Windows."""
    folder.mkdir()
    for part in SMALL.iterdir():
        text = part.read_text(encoding="utf-8")
        if part.name == "scenario.yaml":
            text = text.replace("title: ", "title：", 1).replace("minutes: ", "minutes:", 1)
            text = text.replace("post: hq_director", "post: hq_directr", 1)
        (folder / part.name).write_bytes(text.replace("\n", "\r\n").encode())
    return folder


def test_check_mends_only_what_it_is_sure_of_and_shows_it(run: Run, tmp_path: Path) -> None:
    """A dry run shows a diff and writes nothing; `--fix` writes the stretches and keeps every other byte."""
    bad = _slipped(tmp_path / "bad")
    before = (bad / "scenario.yaml").read_bytes()
    code, out, _ = run("check", bad, "--fix", "--dry-run")
    assert code == 1
    assert "+title: " in out
    assert "没有写入" in out
    assert (bad / "scenario.yaml").read_bytes() == before
    code, out, _ = run("check", bad, "--fix")
    assert "已改 3 处" in out
    assert "0 个错误" in out
    whole = (SMALL / "scenario.yaml").read_bytes().replace(b"\r\n", b"\n")
    assert (bad / "scenario.yaml").read_bytes() == whole.replace(b"\n", b"\r\n")
    code, out, _ = run("check", bad, "--fix", "--json")
    assert json.loads(out)["scenarios"][0]["changed"] == []


def test_check_saves_gbk_as_utf_8_and_keeps_utf_16(run: Run, tmp_path: Path) -> None:
    """Another encoding is a slip that is mended; a file that Windows marked as UTF-16 stays what it is."""
    bad = _slipped(tmp_path / "bad")
    path = bad / "scenario.yaml"
    text = path.read_bytes().decode()
    path.write_bytes(text.encode("gbk"))
    assert "改存为 UTF-8" in run("check", bad, "--fix")[1]
    mended = path.read_bytes().decode("utf-8")
    assert "title: " in mended
    path.write_bytes(text.encode("utf-16"))
    assert "0 个错误" in run("check", bad, "--fix")[1]
    assert path.read_bytes().decode("utf-16") == mended


def test_check_mends_no_scenario_of_the_library(run: Run) -> None:
    """What the program brings is not written to; a dry run needs something to try."""
    code, _, err = run("check", "hundred-days", "--fix")
    assert code == 3
    assert "复制" in err
    assert run("check", SMALL, "--dry-run")[0] == 2


def test_check_speaks_english_and_sarif(run: Run, tmp_path: Path) -> None:
    """The same findings in other forms; only one form at a time."""
    bad = _slipped(tmp_path / "bad")
    code, out, _ = run("check", bad, "--lang", "en")
    assert code == 1
    assert "error TH111" in out
    assert "3 errors" in out
    code, out, _ = run("check", bad, "--sarif")
    assert code == 1
    assert [r["level"] for r in json.loads(out)["runs"][0]["results"]].count("error") == 3
    assert json.loads(run("check", bad, "--format", "sarif")[1]) == json.loads(out)
    found = json.loads(run("check", bad, "--json")[1])["scenarios"][0]["findings"]
    assert all(set(f["texts"]) == {"zh", "en"} and f["safe"] == (f["severity"] == "error") for f in found)
    assert run("check", bad, "--json", "--sarif")[0] == 2


def test_shipped_scenarios_are_silent(run: Run) -> None:
    """The library passes its own check."""
    from game.resources import list_scenarios

    assert "hundred-days" in list_scenarios()
    code, out, _ = run("check", *list_scenarios())
    assert code == 0, out
    assert "通过" in out


def test_replay_says_what_stands(run: Run, file: Path) -> None:
    """Replay names day, hash and figures, of the end or of a day, and changes no byte."""
    before = file.read_bytes()
    code, out, _ = run("replay", file)
    assert code == 0
    assert "第 14 日" in out
    code, out, _ = run("replay", file, "--to", "7", "--verify", "--json")
    data: dict[str, Any] = json.loads(out)
    assert code == 0
    assert (data["day"], data["verify"]["ok"], data["damage"]) == (7, True, None)
    with Session.open(file, reading=True) as session:
        assert data["state_hash"] == state_hash(session.state_at(7))
    assert data["figures"]
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.glob("*.tonghe*")] == [file.name]


def test_replay_finds_an_edited_event(run: Run, file: Path) -> None:
    """A changed byte gives code 1, names the command, and the figures are those before it."""
    data = bytearray(file.read_bytes())
    data[data.index("第7日看水".encode())] ^= 1
    file.write_bytes(bytes(data))
    code, out, _ = run("replay", file, "--verify", "--json")
    result = json.loads(out)
    assert code == 1
    assert result["verify"]["ok"] is False
    assert result["commands"] == result["verify"]["seq"] - 1
    code, out, err = run("replay", file)
    assert code == 1
    assert "损坏" in err


def test_newer_file_is_refused_by_version(run: Run, file: Path) -> None:
    """A file of a newer version gives code 3 and says what to install."""
    db = sqlite3.connect(file)
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    code, _, err = run("replay", file)
    assert code == 3
    assert f"请安装 tonghe {game.__version__}" in err


def test_fork_writes_another_session(run: Run, file: Path, tmp_path: Path) -> None:
    """A fork is a session of its own from that day; it overwrites nothing and needs a day that was played."""
    target = tmp_path / "另一条路.tonghe"
    code, out, _ = run("fork", file, "--day", "7", "-o", target, "--json")
    assert code == 0
    assert json.loads(out)["day"] == 7
    with Session.open(target) as session:
        assert session.state.day == 7
        assert session.verify().ok
    assert run("fork", file, "--day", "7", "-o", target)[0] == 3
    assert run("fork", file, "--day", "70", "-o", tmp_path / "z.tonghe")[0] == 3


@pytest.mark.parametrize("form", ["html", "jsonl"])
def test_report_writes_the_review(run: Run, file: Path, tmp_path: Path, form: str) -> None:
    """The review is written in each format, into a folder that is made for it."""
    code, out, _ = run("report", file, "--format", form, "-o", tmp_path / "复盘", "--json")
    assert code == 0
    written = Path(json.loads(out)["file"])
    assert written.suffix == f".{form}"
    assert written.stat().st_size > 200


def test_simulate_prints_the_contract(run: Run) -> None:
    """One object with figures per turn, shares as fractions, and a row per run."""
    code, out, _ = run("simulate", SMALL, "--policy", "routine", "--runs", "2", "--seed", "5", "--jobs", "1", "--json")
    assert code == 0
    data = json.loads(out)
    assert (data["scenario"], data["policy"], data["runs"], data["seed"]) == ("small", "routine", 2, 5)
    assert data["days"][0] == 0
    assert data["days"][-1] == 42
    for figure in ("incidence_true", "incidence_recorded", "approval", "problems_found", "grassroots_hours"):
        assert len(data["median"][figure]) == len(data["days"])
    assert all(0 <= share <= 1 for share in data["median"]["incidence_true"])
    assert len({row["seed"] for row in data["runs_detail"]}) == 2


def test_simulate_names_the_part_left_out(run: Run) -> None:
    """`without` is in the object and, in Chinese, in the first line for people."""
    argv = ("simulate", SMALL, "--policy", "integrated", "--without", "supervision", "--runs", "1", "--jobs", "1")
    code, out, _ = run(*argv, "--json")
    assert code == 0
    assert json.loads(out)["without"] == "supervision"
    code, out, _ = run(*argv)
    assert code == 0
    assert "统合策略（去掉监督统合）" in out.splitlines()[0]


@pytest.mark.parametrize("policy", ["routine", "campaign", "formalistic"])
def test_only_the_integrated_policy_has_parts_to_leave_out(run: Run, policy: str) -> None:
    """Anything else is wrong usage: code 2 and one Chinese reason."""
    code, out, err = run("simulate", SMALL, "--policy", policy, "--without", "action", "--runs", "1")
    assert code == 2
    assert out == ""
    assert is_chinese(err)


def test_every_policy_has_a_chinese_name() -> None:
    """The command line knows the policies and the parts that there are, no more and no fewer."""
    assert set(simulate.POLICIES) == set(POLICIES)
    assert tuple(simulate.WITHOUT) == PARTS["integrated"]
    assert all(is_chinese(name) for name in (*simulate.POLICIES.values(), *simulate.WITHOUT.values()))


def test_doctor_names_cures(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing library is a fault with the package to install on each system; JSON has the same."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(doctor, "_loads", lambda name: name != "libEGL.so.1")
    code, out, _ = run("doctor", "--json")
    data = json.loads(out)
    missing = next(check for check in data["checks"] if check["name"] == "libEGL.so.1")
    assert (code, data["ok"], missing["level"]) == (1, False, "fault")
    assert "apt-get install libegl1" in missing["cure"]
    assert "dnf install libglvnd-egl" in missing["cure"]


def test_doctor_names_the_windows_runtime(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the redistributable package is named."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(doctor, "_loads", lambda name: False)
    results = list(doctor._libraries())
    assert [r.level for r in results] == ["fault"]
    assert "VCRedist" in results[0].cure


def test_doctor_passes_here(run: Run) -> None:
    """On a machine that runs these tests, fonts, folders and own files are found."""
    code, out, _ = run("doctor", "--json")
    levels = {check["name"]: check["level"] for check in json.loads(out)["checks"]}
    for name in ("Python", "Python 包", "Qt", "中文字体", "场景库", "县域文件", "界面素材", "用户文件夹"):
        assert levels[name] == "ok", name
    assert code in (0, 1)


def test_crash_is_one_sentence_and_a_file(run: Run, monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> None:
    """An unexpected exception becomes a crash file and one Chinese sentence."""

    def fail() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(doctor, "examine", fail)
    code, out, err = run("doctor")
    assert code == 3
    assert out == ""
    assert "secret detail" not in err
    reports = list((data_folder / "crashes").iterdir())
    assert len(reports) == 1
    assert str(reports[0]) in err
    assert "secret detail" in reports[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "asked"),
    [
        ([], {"scenario": None, "seat": None, "seed": None}),
        (
            ["play", str(SMALL), "--seat", "dongpo", "--seed", "3"],
            {"scenario": str(SMALL), "seat": "dongpo", "seed": 3},
        ),
    ],
)
def test_with_a_display_the_window_opens(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: list[str], asked: dict[str, object]
) -> None:
    """No command, or `play`, hands over to the window, whose exit code is the program's."""
    from game.ui import app

    seen: list[dict[str, object]] = []

    def opened(**kwargs: object) -> int:
        seen.append(kwargs)
        return 0

    monkeypatch.setattr(app, "run_app", opened)
    assert run(*argv)[0] == 0
    assert seen == [asked]


def test_play_without_display_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`play` needs a display, and names what works without one."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    code, _, err = run("play", SMALL)
    assert code == 3
    assert "没有显示器" in err
    assert "simulate" in err


@pytest.mark.ci
def test_without_display_the_bots_play(tmp_path: Path) -> None:
    """No command and no display: the default scenario is played by bots, which is said, and the review is written."""
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    env |= {
        "TONGHE_DATA": str(tmp_path),
        "PYTHONPATH": str(Path(game.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "game"],
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "没有显示器" in done.stdout
    folder = next((tmp_path / "reviews").iterdir())
    assert str(folder) in done.stdout
    kinds = sorted(f.suffix for f in folder.iterdir())
    assert kinds == [".html", ".jsonl", ".tonghe"]
    with Session.open(next(folder.glob("*.tonghe")), reading=True) as session:
        assert session.state.session.state == "debrief"


if not sys.platform.startswith("linux"):
    test_without_display_the_bots_play = pytest.mark.skip(reason="this system always has a display")(
        test_without_display_the_bots_play
    )
