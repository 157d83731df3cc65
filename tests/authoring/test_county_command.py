"""`county import`, `export` and `invent` on the command line, and a scenario that is played in what they write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from mapfiles import Files

from game import cli
from game.authoring.export import FILES
from game.bots.table import Table
from game.county.read import read_county
from game.resources import county_text
from game.session.library import load_scenario
from game.session.session import Session

Run = Callable[..., tuple[int, str, str]]
SMALL = Path(__file__).parents[1] / "session" / "data" / "small"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and gives (exit code, standard output, standard error)."""

    def go(*argv: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return go


@pytest.mark.parametrize("kind", ["import", "export", "invent"])
def test_each_kind_has_a_help_in_chinese(run: Run, kind: str) -> None:
    """Every kind explains itself without leftovers of the English parser."""
    code, out, _ = run("county", kind, "--help")
    assert code == 0
    assert "用法：" in out
    for english in ("usage:", "positional arguments", "options:", "show this help"):
        assert english not in out


def test_import_writes_a_county(run: Run, files: Files, tmp_path: Path) -> None:
    """A clean import gives 0, the file and what it comes to; nothing is written over unasked."""
    target = tmp_path / "county.yaml"
    argv = ("county", "import", "--map", files.write_map(), "--table", files.write_csv(), "-o", target)
    code, out, err = run(*argv, "--name", "测试县")
    assert (code, err) == (0, "")
    assert "4 个乡镇、12 个村（贫困村 8）、2520 户" in out
    county = read_county(target.read_text(encoding="utf-8"), "x")
    assert county.name == "测试县"
    code, _, err = run(*argv)
    assert code == 3
    assert "--force" in err
    code, out, _ = run(*argv, "--force", "--json")
    assert code == 0
    assert json.loads(out)["county"]["households"] == 2520


def test_import_says_everything_and_writes_nothing(run: Run, files: Files, tmp_path: Path) -> None:
    """Findings give 1; with an error no file is written, with warnings only it is."""
    files.rows[2][3], files.rows[5][4] = "二百", "也许"
    target = tmp_path / "county.yaml"
    argv = ("county", "import", "--map", files.write_map(), "--table", files.write_csv(), "-o", target)
    code, out, _ = run(*argv)
    assert code == 1
    assert "table.csv D3：户数“二百”不是整数" in out
    assert "E6" in out
    assert "错误 2，警告 0" in out
    assert not target.exists()
    code, out, _ = run(*argv, "--json")
    data = json.loads(out)
    assert (code, data["ok"], data["file"]) == (1, False, None)
    assert {"severity", "code", "file", "place", "message", "cure", "suggestion"} == set(data["findings"][0])
    files.rows[2][3], files.rows[5][4] = 200, "是"
    files.ring(1).pop()
    files.write_map()
    files.write_csv()
    code, out, _ = run(*argv)
    assert code == 1
    assert "警告 1" in out
    assert target.exists()


@pytest.mark.ci
def test_export_and_import_again(run: Run, tmp_path: Path) -> None:
    """A county of the library goes out as three files and comes back with every household."""
    code, out, _ = run("county", "export", "t-county", "-o", tmp_path / "出")
    assert code == 0
    assert sorted(p.name for p in (tmp_path / "出").iterdir()) == sorted(FILES)
    target = tmp_path / "county.yaml"
    code, _, _ = run(
        "county", "import", "--map", tmp_path / "出" / FILES[0], "--table", tmp_path / "出" / FILES[1], "-o", target
    )
    assert code == 0
    text = county_text("t-county")
    assert text is not None
    assert read_county(target.read_text(encoding="utf-8"), "a") == read_county(text, "a")
    code, _, err = run("county", "export", target, "-o", tmp_path / "出")
    assert code == 3
    assert "已经存在" in err
    code, out, _ = run("county", "export", target, "-o", tmp_path / "出", "--force", "--json")
    assert code == 0
    assert json.loads(out)["county"]["townships"] == 31


def test_invent_starts_at_the_incidence(run: Run, tmp_path: Path) -> None:
    """The county is of the size and at the start that was asked for, and the same for the same seed."""
    one, two = tmp_path / "1.yaml", tmp_path / "2.yaml"
    argv = ("county", "invent", "--townships", 6, "--households", 9000, "--incidence", "27.15", "--seed", 7)
    code, out, _ = run(*argv, "-o", one)
    assert code == 0
    assert "6 个乡镇" in out
    assert run(*argv, "-o", two, "--json")[0] == 0
    assert one.read_bytes() == two.read_bytes()
    county = read_county(one.read_text(encoding="utf-8"), "x")
    assert sum(v.households for v in county.villages) == 9000
    assert county.profile == {"registered_bp": 2715, "recorded_bp": 2715}
    assert len(county.zones) == 5


@pytest.mark.parametrize(
    "argv",
    [
        ("import", "--map", "no.geojson", "--table", "no.csv", "-o", "x.yaml"),
        ("export", "nowhere", "-o", "x"),
        ("invent", "--townships", "2", "-o", "x.yaml"),
        ("invent", "--zones", "0", "-o", "x.yaml"),
        ("invent", "--households", "3", "-o", "x.yaml"),
        ("invent", "--poor", "101", "-o", "x.yaml"),
        ("invent", "--incidence", "27.155", "-o", "x.yaml"),
        ("invent", "--incidence", "nan", "-o", "x.yaml"),
        ("invent", "--incidence", "多", "-o", "x.yaml"),
        ("invent", "--seed", "-1", "-o", "x.yaml"),
        ("invent", "-o", "."),
        ("invent", "--townships", "3", "-o", "no-folder/x.yaml"),
    ],
)
def test_bad_input_is_3(run: Run, argv: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bad input gives 3 and one Chinese reason, and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run("county", *argv)
    assert (code, out) == (3, "")
    assert any("\u4e00" <= c <= "\u9fff" for c in err)
    assert not list(tmp_path.glob("x*"))


def test_a_broken_county_is_not_taken_out(run: Run, tmp_path: Path) -> None:
    """A county file that cannot be read is refused at its place."""
    path = tmp_path / "county.yaml"
    path.write_text("format: 1\nname: 某县\n", encoding="utf-8")
    code, _, err = run("county", "export", path, "-o", tmp_path / "x")
    assert code == 3
    assert "第1行" in err


@pytest.mark.parametrize(
    "argv", [("county",), ("county", "move"), ("county", "import", "-o", "x"), ("county", "invent")]
)
def test_wrong_usage_is_2(run: Run, argv: tuple[str, ...]) -> None:
    """Wrong usage gives 2 and a Chinese sentence."""
    code, _, err = run(*argv)
    assert code == 2
    assert "用法：" in err
    assert any("\u4e00" <= c <= "\u9fff" for c in err.splitlines()[-1].split("：", 1)[1])


def test_a_scenario_is_played_in_an_invented_county(run: Run, tmp_path: Path) -> None:
    """A county.yaml in the scenario's folder is its county: it checks clean and two turns are played in it."""
    folder = tmp_path / "my-scenario"
    folder.mkdir()
    code, _, _ = run(
        "county", "invent", "--townships", 4, "--zones", 2, "--households", 3000, "-o", folder / "county.yaml"
    )
    assert code == 0
    county = read_county((folder / "county.yaml").read_text(encoding="utf-8"), "x")
    first = county.townships[0]
    text = (SMALL / "scenario.yaml").read_text(encoding="utf-8")
    text = text.replace("dongpo-01", county.villages_of(first.id)[0].id).replace(
        "township:dongpo", f"township:{first.id}"
    )
    text = text.replace("small-county", "my-county").replace("to: [director, dongpo]", "to: [director, dongpo, squad]")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    code, out, _ = run("check", folder)
    assert code == 0, out
    bundle = load_scenario(folder).bundle
    with Session.create(None, bundle, seed=3, humans=[]) as session:
        assert {v.township for v in session.state.fixed.county.villages} == {t.id for t in county.townships}
        assert session.state.columns.households == 3000
        table = Table(session, "integrated", set())
        table.open()
        for _ in range(2):
            assert table.advance().accepted
        assert session.state.day == 14
