"""Scenarios as .zip files: what is packed installs, and what would do harm is refused before it is unpacked."""

from __future__ import annotations

import io
import json
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from plays import make

from game import cli
from game.authoring import packages
from game.authoring.certificate_places import DATA, PAGE
from game.authoring.packages import BadPackage, install, pack, read_package
from game.resources import scenario_dir
from game.session.folders import scenarios_dir
from game.session.library import load_scenario, scenario_path

Run = Callable[..., tuple[int, str, str]]


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


def zipped(path: Path, files: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def texts(folder: Path, root: str = "") -> dict[str, bytes | str]:
    return {f"{root}{path.name}": path.read_bytes() for path in folder.iterdir()}


def everything(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")} if folder.exists() else set()


# --- out and in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["first-order", "hundred-days"])
def test_what_is_packed_is_read_back(name: str, tmp_path: Path) -> None:
    """A package holds every text of its scenario and its certificate; the same scenario makes the same package."""
    one, two = tmp_path / "一.zip", tmp_path / "二.zip"
    pack(name, one)
    pack(name, two)
    assert one.read_bytes() == two.read_bytes()
    found, left_out = read_package(one)
    assert left_out == ()
    assert {found.pop(file) for file in (DATA, PAGE)} == {(scenario_dir(name) / f).read_bytes() for f in (DATA, PAGE)}
    assert {name: data.decode() for name, data in found.items()} == load_scenario(name).bundle


def test_installed_it_is_one_of_the_users_own(folder: Path, tmp_path: Path, data_folder: Path) -> None:
    """It lies in the user's folder under its id, is found by that name, and brings its county and certificate."""
    (folder / "certificate.json").write_text("{}", encoding="utf-8")
    pack(folder, tmp_path / "a.zip")
    done = install(tmp_path / "a.zip")
    assert done.outcome == "installed"
    assert done.folder == data_folder / "scenarios" / "small"
    assert scenario_path("small") == done.folder
    assert load_scenario("small").bundle == load_scenario(folder).bundle
    assert everything(done.folder) == {"scenario.yaml", "county.yaml", "certificate.json"}
    assert everything(scenarios_dir()) == {"small", *(f"small/{n}" for n in everything(done.folder))}


def test_a_scenario_of_one_file(tmp_path: Path, folder: Path) -> None:
    """One file packs as a folder's; a zip of one file alone installs too."""
    lone = tmp_path / "lone.yaml"
    text = scenario_path("first-order").joinpath("scenario.yaml").read_text(encoding="utf-8")
    lone.write_text(text.replace("\nid: first-order", "\nid: my-first"), encoding="utf-8")
    assert pack(lone, tmp_path / "a.zip") == ("scenario.yaml",)
    assert install(tmp_path / "a.zip").outcome == "installed"
    assert install(zipped(tmp_path / "b.zip", {"lone.yaml": lone.read_bytes()})).outcome == "same"


def test_nothing_is_replaced_unasked(folder: Path, tmp_path: Path) -> None:
    """The same again changes nothing, another of that id stands aside until it is wanted."""
    pack(folder, tmp_path / "a.zip")
    home = install(tmp_path / "a.zip").folder
    assert home is not None
    assert install(tmp_path / "a.zip").outcome == "same"
    main = folder / "scenario.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("小演练", "新演练"), encoding="utf-8")
    pack(folder, tmp_path / "b.zip")
    before = (home / "scenario.yaml").read_bytes()
    assert install(tmp_path / "b.zip").outcome == "taken"
    assert (home / "scenario.yaml").read_bytes() == before
    assert install(tmp_path / "b.zip", replace=True).outcome == "replaced"
    assert "新演练" in (home / "scenario.yaml").read_text(encoding="utf-8")
    assert {path.name for path in scenarios_dir().iterdir()} == {"small"}


def test_a_replacement_that_fails_puts_the_old_one_back(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new one cannot be put in place the old one is there as it was."""
    pack(folder, tmp_path / "a.zip")
    home = install(tmp_path / "a.zip").folder
    assert home is not None
    main = folder / "scenario.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("小演练", "新演练"), encoding="utf-8")
    pack(folder, tmp_path / "b.zip")
    usual = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.startswith(".new-"):
            raise PermissionError(13, "in use", str(self))
        return usual(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        install(tmp_path / "b.zip", replace=True)
    assert "小演练" in (home / "scenario.yaml").read_text(encoding="utf-8")
    assert {path.name for path in scenarios_dir().iterdir()} == {"small"}


def test_a_name_of_the_programs_own_is_not_taken(tmp_path: Path) -> None:
    """A package cannot stand in for a scenario that comes with the program."""
    pack("first-order", tmp_path / "a.zip")
    with pytest.raises(BadPackage, match="first-order"):
        install(tmp_path / "a.zip", replace=True)


def test_a_scenario_with_errors_is_not_installed(folder: Path, tmp_path: Path) -> None:
    """The one checker decides; what it refuses leaves nothing behind."""
    files = texts(folder)
    files["scenario.yaml"] = "format: 1\nid: x\n"
    done = install(zipped(tmp_path / "a.zip", files))
    assert done.outcome == "faulty"
    assert done.checked.errors
    assert everything(scenarios_dir()) == set()
    (folder / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(BadPackage):
        pack(folder, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


# --- what others' programs make -----------------------------------------------------------------------------------


def test_nested_folders_and_what_does_not_belong(folder: Path, tmp_path: Path) -> None:
    """A folder in a folder is looked through; what is no part of a scenario stays in the package."""
    files = texts(folder, "资料/我的场景/")
    files |= {"资料/说明.docx": b"x", "资料/我的场景/run.exe": b"x", "__MACOSX/资料/._a": b"x", "资料/.DS_Store": b"x"}
    found, left_out = read_package(zipped(tmp_path / "a.zip", files))
    assert set(found) == {"scenario.yaml", "county.yaml"}
    assert left_out == ("资料/我的场景/run.exe", "资料/说明.docx")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_the_encodings_of_old_programs(folder: Path, tmp_path: Path, encoding: str) -> None:
    """Names without the mark of UTF-8 are read as UTF-8 or GBK, whichever they are."""
    files = texts(folder, "练习/")
    files["练习/briefs/squad.md"] = b""
    path = tmp_path / "a.zip"
    path.write_bytes(_named(files, encoding))
    found, left_out = read_package(path)
    assert set(found) == {"scenario.yaml", "county.yaml", "briefs/squad.md"}
    assert left_out == ()


def _named(files: dict[str, bytes | str], encoding: str) -> bytes:
    """Return a package as an old program writes it: names as bytes of its encoding, no mark of UTF-8."""
    body, directory = io.BytesIO(), io.BytesIO()
    for name, data in files.items():
        coded, content = name.encode(encoding), data if isinstance(data, bytes) else data.encode()
        crc, size, at = zipfile.crc32(content), len(content), body.tell()
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, crc, size, size, len(coded), 0)
        body.write(b"PK\x03\x04" + common + coded + content)
        directory.write(b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + coded)
    tail = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory.getvalue()), body.tell(), 0)
    return body.getvalue() + directory.getvalue() + b"PK\x05\x06" + tail


# --- harm ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "a/../../evil.yaml",
        "..\\evil.yaml",
        "/etc/evil.yaml",
        "\\\\server\\evil.yaml",
        "C:\\evil.yaml",
        "c:evil.yaml",
        "./a.yaml",
        "a//b.yaml",
        "con.yaml",
        "injects/NUL",
        "aux/x.yaml",
        "com1.yaml",
        "a.yaml.",
        "b /x.yaml",
        "a?.yaml",
        "x:stream.yaml",
        "x\x01.yaml",
        "長" * 121 + ".yaml",
    ],
)
def test_names_that_lead_elsewhere(folder: Path, tmp_path: Path, name: str) -> None:
    """Paths out of the folder and names that Windows cannot have are refused, and nothing is written anywhere."""
    before = everything(tmp_path)
    path = zipped(tmp_path / "a.zip", texts(folder) | {name: b"x"})
    with pytest.raises(BadPackage):
        install(path)
    assert everything(tmp_path) - before <= {"a.zip", "user-data", "user-data/scenarios"}


def test_two_names_that_are_one(folder: Path, tmp_path: Path) -> None:
    """Names that differ in case only would overwrite each other on Windows."""
    with pytest.raises(BadPackage, match="大小写"):
        read_package(zipped(tmp_path / "a.zip", texts(folder) | {"Scenario.YAML": b"x"}))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(folder: Path, tmp_path: Path, kind: int) -> None:
    """A link in a package could point anywhere."""
    path = zipped(tmp_path / "a.zip", texts(folder))
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("injects.yaml")
        info.external_attr = (kind | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(BadPackage, match="链接"):
        read_package(path)


def test_bombs(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What swells, what is too much, what is too many: refused by what the directory says, before unpacking."""
    opened: list[str] = []
    usual = zipfile.ZipFile.open
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda self, *a, **k: opened.append("x") or usual(self, *a, **k))
    swelling = zipped(tmp_path / "a.zip", texts(folder) | {"injects.yaml": b"\0" * 8_000_000})
    many = zipped(tmp_path / "b.zip", {f"{n}.yaml": b"" for n in range(packages.MOST_ENTRIES + 1)})
    opened.clear()
    for path, said in ((swelling, "大得"), (many, "个文件")):
        with pytest.raises(BadPackage, match=said):
            read_package(path)
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_000)
    with pytest.raises(BadPackage, match="MB"):
        read_package(zipped(tmp_path / "c.zip", texts(folder)))
    assert len(opened) == len(texts(folder))  # only the writing of the last one
    monkeypatch.setattr(packages, "MOST_PACKED", 100)
    with pytest.raises(BadPackage, match="没有解开"):
        read_package(tmp_path / "c.zip")


def test_sizes_that_lie(folder: Path, tmp_path: Path) -> None:
    """An entry that unpacks to another size than it says is refused."""
    path = zipped(tmp_path / "a.zip", texts(folder))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(BadPackage):
        read_package(path)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"not a zip", b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04" + b"\xff" * 300]
)
def test_what_is_no_package(tmp_path: Path, content: bytes) -> None:
    """Any bytes at all get a sentence."""
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(BadPackage):
        read_package(path)


def test_damaged_anywhere(folder: Path, tmp_path: Path) -> None:
    """A byte changed anywhere in a package is either harmless or refused, never a fault of the program."""
    path = zipped(tmp_path / "a.zip", texts(folder))
    data = path.read_bytes()
    for at in range(0, len(data), max(1, len(data) // 120)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xA5]) + data[at + 1 :])
        with suppress(BadPackage):
            read_package(path)


def test_passwords_and_two_scenarios(folder: Path, tmp_path: Path) -> None:
    """A package with a password, and one of two scenarios, say what they are."""
    path = zipped(tmp_path / "a.zip", texts(folder, "a/") | texts(folder, "b/"))
    with pytest.raises(BadPackage, match="几个场景"):
        read_package(path)
    path = zipped(tmp_path / "b.zip", texts(folder))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(BadPackage, match="密码"):
        read_package(path)
    with pytest.raises(BadPackage, match=r"没有 scenario\.yaml"):
        read_package(zipped(tmp_path / "c.zip", {"a.txt": b"x"}))


# --- commands -----------------------------------------------------------------------------------------------------


def test_commands(run: Run, folder: Path, tmp_path: Path) -> None:
    """`pack` and `install` do it and say so; the installed scenario is checked and named like any other."""
    package = tmp_path / "小演练.zip"
    code, out, _ = run("pack", folder, "-o", package)
    assert code == 0
    assert "2 个文件" in out
    assert run("pack", folder, "-o", package)[0] == 3
    assert run("pack", folder, "-o", package, "--force")[0] == 0
    assert run("pack", folder, "-o", tmp_path / "a.rar")[0] == 3
    code, out, _ = run("install", package)
    assert code == 0
    assert "已安装“小演练”（small）" in out
    assert run("check", "small")[0] == 0
    shutil.rmtree(folder)
    main = scenarios_dir() / "small" / "scenario.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace('version: "1"', 'version: "0.9"'), encoding="utf-8")
    code, out, _ = run("install", package)
    assert code == 1
    assert "--replace" in out
    assert "那是版本 0.9，这是 1" in out
    code, out, _ = run("install", package, "--replace", "--json")
    assert (code, json.loads(out)["outcome"]) == (0, "replaced")
    code, _, err = run("install", tmp_path / "no.zip")
    assert code == 3
    assert "找不到" in err
    code, _, err = run("install", zipped(tmp_path / "bad.zip", {"../a": b"x"}))
    assert code == 3
    assert "没有解开" in err


def test_install_shows_what_the_checker_finds(run: Run, folder: Path, tmp_path: Path) -> None:
    """The author's faults are shown with their place, and nothing is installed: 1."""
    files = texts(folder) | {"extra.exe": b"x"}
    files["scenario.yaml"] = str((folder / "scenario.yaml").read_text(encoding="utf-8")).replace("format: 1\n", "", 1)
    code, out, err = run("install", zipped(tmp_path / "a.zip", files))
    assert code == 1
    assert "没有安装" in out
    assert "extra.exe" in out
    assert "scenario.yaml:1" in err
