"""`doctor`: what this machine lacks, each fault with its cure."""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from game.cli.display import has_display
from game.cli.output import DONE, FINDINGS, print_json, tell

Level = Literal["ok", "warning", "fault"]
MARKS: dict[Level, str] = {"ok": "✓ 正常", "warning": "! 注意", "fault": "✗ 缺陷"}

LIBRARIES: tuple[tuple[str, str, str, bool], ...] = (
    ("libEGL.so.1", "libegl1", "libglvnd-egl", True),
    ("libGL.so.1", "libgl1", "libglvnd-glx", True),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", True),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", True),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", True),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", False),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", False),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", False),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", False),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", False),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", False),
)
"""Shared library, Debian and Ubuntu package, Fedora package, whether Qt cannot even be loaded without it."""
RUNTIME = ("vcruntime140_1.dll", "msvcp140.dll")
"""What Qt needs of Microsoft's redistributable package."""
SPACE = 500_000_000
LEAST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Result:
    """One thing looked at."""

    name: str
    level: Level
    detail: str
    cure: str = ""


def add(commands: Any) -> None:
    """Add the command to the grammar."""
    parser = commands.add_parser(
        "doctor", help="检查本机", description="检查字体、系统库、显示器与文件夹，每个缺陷给出办法。"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 where something is faulty."""
    results = list(examine())
    faults = sum(result.level == "fault" for result in results)
    if options.json:
        print_json({"ok": not faults, "checks": [asdict(result) for result in results]})
    else:
        for result in results:
            tell(f"{MARKS[result.level]}  {result.name}：{result.detail}")
            if result.cure:
                tell(f"        办法：{result.cure}")
        tell(f"有 {faults} 处缺陷。" if faults else "没有缺陷，可以开始。")
    return FINDINGS if faults else DONE


def examine() -> Iterator[Result]:
    """Yield the result of every check, in order."""
    yield _python()
    yield _packages()
    yield from _libraries()
    yield _qt()
    yield _display()
    yield _font()
    yield from _own_files()
    yield from _folders()
    yield _space()


def cures() -> list[str]:
    """Return the cures of what keeps Qt from being loaded."""
    return [f"缺少 {r.name}。{r.cure}" for r in _libraries() if r.level == "fault"]


def _python() -> Result:
    version = platform.python_version()
    if sys.version_info[:2] >= LEAST_PYTHON:
        return Result("Python", "ok", version)
    return Result("Python", "fault", version, "请安装 Python 3.11 或更高版本。")


def _packages() -> Result:
    import importlib.metadata

    missing = []
    try:
        needed = importlib.metadata.requires("tonghe") or []
    except importlib.metadata.PackageNotFoundError:
        needed = [
            "PySide6-Essentials",
            "transitions",
            "PyYAML",
            "pydantic",
            "numpy",
            "pyqtgraph",
            "platformdirs",
            "openpyxl",
            "rich",
        ]
    for line in needed:
        if "extra ==" in line:
            continue
        name = re.split(r"[^A-Za-z0-9_.-]", line, maxsplit=1)[0]
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Result("Python 包", "fault", f"缺少 {'、'.join(missing)}", "在项目文件夹运行 python -m pip install .")
    return Result("Python 包", "ok", "齐全")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _libraries() -> Iterator[Result]:
    if sys.platform == "win32":
        lacking = [name for name in RUNTIME if not _loads(name)]
        if lacking:
            cure = "安装 Microsoft Visual C++ 2015-2022 可再发行组件：winget install Microsoft.VCRedist.2015+.x64"
            yield Result("系统运行库", "fault", f"缺少 {'、'.join(lacking)}", cure)
        else:
            yield Result("系统运行库", "ok", "齐全")
        return
    if not sys.platform.startswith("linux"):
        yield Result("系统库", "ok", "无须另装")
        return
    lacking_any = False
    for library, apt, dnf, always in LIBRARIES:
        if _loads(library):
            continue
        lacking_any = True
        cure = f"Debian/Ubuntu：sudo apt-get install {apt}；Fedora：sudo dnf install {dnf}"
        level: Level = "fault" if always or os.environ.get("DISPLAY") else "warning"
        yield Result(library, level, "系统里没有" + ("" if always else "（X11 窗口需要）"), cure)
    if not lacking_any:
        yield Result("系统库", "ok", "齐全")


def _qt() -> Result:
    import subprocess

    code = "from PySide6 import QtCore, QtGui, QtWidgets, QtSvg; print(QtCore.qVersion())"
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with a constant
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Result(
            "Qt", "fault", f"无法试运行（{error}）", "重装：python -m pip install --force-reinstall PySide6-Essentials"
        )
    if done.returncode == 0:
        return Result("Qt", "ok", done.stdout.strip())
    said = (done.stderr.strip().splitlines() or ["没有说明"])[-1]
    missing = re.search(r"(lib[\w.+-]+\.so[\w.]*)", said)
    cure = (
        f"系统缺少 {missing.group(1)}，按上面的办法安装。"
        if missing
        else "重装：python -m pip install --force-reinstall PySide6-Essentials"
    )
    return Result("Qt", "fault", said, cure)


def _display() -> Result:
    if has_display():
        shown = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        return Result("显示器", "ok", shown or "有")
    cure = "在图形桌面里运行；没有显示器时，不带命令运行会由电脑推演并写出复盘。"
    return Result("显示器", "warning", "没有（DISPLAY 与 WAYLAND_DISPLAY 都没有设置）", cure)


def _font() -> Result:
    cure = "重装字体包：python -m pip install --force-reinstall pylopdf-fonts-zh-cn"
    try:
        from pylopdf_fonts_zh_cn import sans_path

        path = Path(sans_path())
    except ImportError:
        return Result("中文字体", "fault", "没有字体包", cure)
    if path.is_file() and path.stat().st_size > 1_000_000:
        return Result("中文字体", "ok", path.name)
    return Result("中文字体", "fault", f"{path} 不在或不完整", cure)


def _own_files() -> Iterator[Result]:
    from game import resources

    for name, label in (("scenarios", "场景库"), ("counties", "县域文件"), ("assets", "界面素材")):
        try:
            yield Result(label, "ok", str(resources.folder(name)))
        except FileNotFoundError:
            yield Result(label, "fault", "没有找到", "重装本程序：在项目文件夹运行 python -m pip install .")


def _folders() -> Iterator[Result]:
    import tempfile

    from game.session import folders

    for find, label in ((folders.data_dir, "用户文件夹"), (lambda: Path(tempfile.gettempdir()), "临时文件夹")):
        try:
            folder = find()
            with tempfile.NamedTemporaryFile(dir=folder):
                yield Result(label, "ok", str(folder))
        except OSError as error:
            cure = "改正文件夹权限，或用环境变量 TONGHE_DATA 指定另一个文件夹。"
            yield Result(label, "fault", f"不能写入（{error}）", cure)


def _space() -> Result:
    from game.session import folders

    try:
        free = shutil.disk_usage(folders.data_dir()).free
    except OSError as error:
        return Result("磁盘空间", "warning", f"无法得知（{error}）")
    shown = f"剩余 {free // 1_000_000:,} MB"
    if free < SPACE:
        return Result("磁盘空间", "fault", shown, "请腾出至少 500 MB。")
    return Result("磁盘空间", "ok", shown)
