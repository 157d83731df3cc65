"""Scenarios as .zip files: packed for others, and installed from others' into the user's own scenarios.

A package comes from anywhere. Before a byte is unpacked its size, its count and every name in it are judged; what is
unpacked is bounded whatever the package says of itself, lies aside until the one checker has passed it, and takes no
scenario's place unless that is wanted.
"""

from __future__ import annotations

import re
import secrets
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from game.authoring.certificate_places import DATA, PAGE
from game.resources import list_scenarios
from game.scenario.check import Checked
from game.scenario.files import MAIN, SECTIONS, SUFFIXES
from game.session.folders import scenarios_dir
from game.session.library import load_scenario, scenario_path

MOST_PACKED = 20_000_000
"""Bytes of a package."""
MOST_UNPACKED = 24_000_000
"""Bytes of all it holds: a scenario's texts are four million at most, its certificate is some more."""
MOST_ENTRIES = 800
MOST_RATIO = 200
"""Times an entry may swell; texts swell tenfold."""
MOST_NAME = 120
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_JUNK = re.compile(r"(^|/)(__MACOSX(/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)", re.IGNORECASE)
_UTF8 = 0x800
_ENCRYPTED = 0x1
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The same scenario makes the same package, whenever it is packed."""
READ_ME = ("readme.md", "readme.txt", "license", "license.txt", "license.md", "说明.txt", "说明.md")
"""Papers that may come along."""


class BadPackage(ValueError):
    """A package that is not taken; the message says why and what to do, in Chinese."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What came of a package."""

    outcome: Literal["installed", "replaced", "same", "taken", "faulty"]
    """`taken`: another scenario has its place; `same`: that very one is there; `faulty`: the checker refuses it."""
    checked: Checked
    folder: Path | None = None
    left_out: tuple[str, ...] = field(default=())
    """Files of the package that are no part of a scenario."""
    mine: Checked | None = None
    """What has its place already, as far as it can be read."""


# --- installing ---------------------------------------------------------------------------------------------------


def install(package: Path, *, replace: bool = False) -> Installed:
    """Install the scenario of a package among the user's own.

    `BadPackage` for a file that is no package of one scenario or would do harm; `OSError` where the user's folder
    cannot be written. Without `replace` nothing that is there is touched.
    """
    texts, left_out = read_package(package)
    home = scenarios_dir()
    with _laid_aside(texts, home) as (aside, checked):
        if checked.scenario is None:
            return Installed("faulty", checked, None, left_out)
        return _take(aside, home, checked, left_out, replace=replace)


def preview(package: Path) -> Installed:
    """Return what `install` would come to without `replace`; raises as it does, and touches nothing of the user's."""
    texts, left_out = read_package(package)
    home = scenarios_dir()
    with _laid_aside(texts, home) as (_, checked):
        if checked.scenario is None:
            return Installed("faulty", checked, None, left_out)
        target = _place(home, checked.scenario.id)
        mine = _mine(target)
        return Installed(_outcome(mine, checked), checked, target, left_out, mine)


@contextmanager
def _laid_aside(texts: dict[str, bytes], home: Path) -> Iterator[tuple[Path, Checked]]:
    """Unpack into a folder of its own beside the user's scenarios, checked; what is left of it goes."""
    aside = home / f".new-{secrets.token_hex(6)}"
    try:
        for name, data in texts.items():
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield aside, load_scenario(aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _place(home: Path, name: str) -> Path:
    """Return where a scenario of this id would lie; `BadPackage` for an id that can have no place."""
    if _RESERVED.fullmatch(name):
        raise BadPackage(f"场景的编号“{name}”不能作文件夹的名字。请让作者换一个 id。")
    if name in list_scenarios():
        raise BadPackage(f"程序自带的场景里已经有“{name}”。请让作者换一个 id，再打包。")
    return home / name


def _mine(target: Path) -> Checked | None:
    """Return what lies in a scenario's place, None where nothing does."""
    return load_scenario(target) if target.exists() else None


def _outcome(mine: Checked | None, checked: Checked) -> Literal["installed", "same", "taken"]:
    if mine is None:
        return "installed"
    return "same" if mine.bundle == checked.bundle else "taken"


def _take(aside: Path, home: Path, checked: Checked, left_out: tuple[str, ...], *, replace: bool) -> Installed:
    assert checked.scenario is not None
    target = _place(home, checked.scenario.id)
    mine = _mine(target)
    outcome = _outcome(mine, checked)
    if outcome == "installed":
        aside.rename(target)
        return Installed("installed", checked, target, left_out)
    if outcome == "same":
        return Installed("same", checked, target, left_out)
    if not replace:
        return Installed("taken", checked, target, left_out, mine)
    old = home / f".old-{secrets.token_hex(6)}"
    target.rename(old)
    try:
        aside.rename(target)
    except OSError:
        old.rename(target)  # the old one back in its place: half a replacement is worse than none
        raise
    shutil.rmtree(old, ignore_errors=True)
    return Installed("replaced", checked, target, left_out)


def read_package(package: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the files of a package's one scenario by their names in its folder, and what is no part of it.

    `BadPackage` with the reason; nothing is written.
    """
    try:
        size = package.stat().st_size
    except OSError as error:
        raise BadPackage(f"读不了 {package.name}（{error.strerror or type(error).__name__}）。") from error
    if size > MOST_PACKED:
        raise BadPackage(
            f"{package.name} 有 {size / 1_000_000:.0f} MB，超过了 {MOST_PACKED // 1_000_000} MB，没有解开。"
        )
    try:
        with zipfile.ZipFile(package) as archive:
            entries = _judged(archive, package.name)
            inside, left_out = _scenario(entries)
            return _unpacked(archive, inside), tuple(sorted(left_out))
    except BadPackage:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        cure = "请向作者再要一份，或用 zip 格式重新打包。"
        raise BadPackage(f"{package.name} 不是完好的 zip 文件。{cure}") from error


def _judged(archive: zipfile.ZipFile, package: str) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by their true names after every guard; nothing has been unpacked yet."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise BadPackage(f"{package} 里有 {len(entries)} 个文件，超过了 {MOST_ENTRIES} 个，没有解开。")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_UNPACKED:
        most = MOST_UNPACKED // 1_000_000
        raise BadPackage(f"{package} 解开后有 {total / 1_000_000:.0f} MB，超过了 {most} MB，没有解开。")
    found: dict[str, zipfile.ZipInfo] = {}
    folded: dict[str, str] = {}
    for entry in entries:
        name = _name(entry)
        _check_entry(entry, name)
        if entry.is_dir() or name.endswith("/") or _JUNK.search(name):
            continue
        twin = folded.setdefault(name.casefold(), name)
        if name in found or twin != name:
            raise BadPackage(f"有两个文件叫“{name}”（大小写不算区别），分不清要哪一个。请让作者改名后重新打包。")
        found[name] = entry
    return found


def _name(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name: UTF-8 where it says so, else as UTF-8 or GBK, whichever its bytes are."""
    if entry.flag_bits & _UTF8:
        return entry.filename.replace("\\", "/")
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename.replace("\\", "/")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    raise BadPackage("有的文件名编码认不出来。请用系统自带的压缩重新打包。")


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    shown = "".join(c if c.isprintable() else "�" for c in name)[:80]
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        raise BadPackage(f"“{shown}”要写到文件夹以外的地方，没有解开。")
    parts = name.rstrip("/").split("/")
    if ".." in parts or "." in parts or "" in parts:
        raise BadPackage(f"“{shown}”要写到文件夹以外的地方，没有解开。")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadPackage(f"“{shown}”是链接或设备，不是文件，没有解开。")
    if entry.flag_bits & _ENCRYPTED:
        raise BadPackage("这个 zip 加了密码。请让作者去掉密码后重新打包。")
    for part in parts:
        if _FORBIDDEN.search(part) or part[-1] in ". " or len(part) > MOST_NAME or _RESERVED.fullmatch(part):
            raise BadPackage(f"“{shown}”在 Windows 上不能作文件名。请让作者改名后重新打包。")
    if entry.file_size > MOST_RATIO * max(entry.compress_size, 1_000):
        raise BadPackage(f"“{shown}”解开后大得不像场景文件，没有解开。")


def _scenario(entries: dict[str, zipfile.ZipInfo]) -> tuple[dict[str, zipfile.ZipInfo], list[str]]:
    """Return the entries of the one scenario by their names in its folder, and what is left out."""
    mains = [name for name in entries if PurePosixPath(name).name == MAIN]
    if not mains:
        lone = [name for name in entries if name.endswith(SUFFIXES)]
        if len(lone) == 1:  # a scenario of one file
            return {MAIN: entries[lone[0]]}, [name for name in entries if name != lone[0]]
        raise BadPackage("里面没有 scenario.yaml，不是场景。")
    if len(mains) > 1:
        named = "、".join(sorted(mains)[:4])
        raise BadPackage(f"里面有几个场景（{named}）。一个 zip 只放一个场景，请分开打包。")
    root = mains[0].removesuffix(MAIN)
    inside: dict[str, zipfile.ZipInfo] = {}
    left_out: list[str] = []
    for name, entry in entries.items():
        own = name.removeprefix(root)
        if name.startswith(root) and _belongs(own):
            inside[own] = entry
        else:
            left_out.append(name)
    return inside, left_out


def _belongs(name: str) -> bool:
    """Whether a file of a scenario's folder is a part of it: a text, its certificate, or a paper that goes with it."""
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return path.suffix in SUFFIXES or name in (DATA, PAGE) or name.lower() in READ_ME
    if len(path.parts) > 2:
        return False
    return (path.parts[0] in SECTIONS and path.suffix in SUFFIXES) or (
        path.parts[0] == "briefs" and path.suffix == ".md"
    )


def _unpacked(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    """Unpack within the limits, whatever an entry says of its size."""
    left = MOST_UNPACKED
    found: dict[str, bytes] = {}
    for name, entry in entries.items():
        with archive.open(entry) as stream:
            data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            raise BadPackage(f"解开后超过了 {MOST_UNPACKED // 1_000_000} MB，没有解开。")
        found[name] = data
    return found


# --- packing ------------------------------------------------------------------------------------------------------


def pack(path_or_name: str | Path, target: Path, checked: Checked | None = None) -> tuple[str, ...]:
    """Write a scenario as a package and return the names in it; `OSError` where it cannot be written.

    `BadPackage` for a scenario with errors: nobody could install it. Texts go as UTF-8; the certificate beside the
    scenario goes along. `checked` may be a draft of it that is not saved. A package half written never takes the place
    of a whole one.
    """
    found = checked or load_scenario(path_or_name)
    if found.scenario is None:
        raise BadPackage(f"场景有 {max(1, len(found.errors))} 处错误，打了包别人也装不上。请先运行 check 改正。")
    path = scenario_path(path_or_name)
    single = path.is_file()
    files = {MAIN if single else name: text.encode() for name, text in found.bundle.items()}
    if not single:
        for name in (DATA, PAGE, *(p.name for p in sorted(path.iterdir()) if p.name.lower() in READ_ME)):
            if (path / name).is_file():
                files[name] = (path / name).read_bytes()
    part = target.with_name(target.name + ".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(f"{found.scenario.id}/{name}", _STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (stat.S_IFREG | 0o644) << 16
                archive.writestr(entry, files[name])
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return tuple(sorted(files))
