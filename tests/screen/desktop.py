"""A screen of its own, the program on it, and a hand that has a real mouse and a real keyboard.

The program runs as its users run it, `python -m game` under an X server without a monitor; the hand moves the pointer
and presses keys through xdotool. Where to point it reads from the program's probe (`game/ui/probe.py`), as a person
would see it; what came of it is read from the session file and from the picture on the screen.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from ctypes.util import find_library
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
WAIT = 60.0
"""Longest anything may take, in seconds."""
REST = 3
"""Looks of the probe without a change after which the screen is at rest: parts that come late move others."""
_QT_NEEDS = ("xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xkbcommon-x11")

Part = Mapping[str, Any]


def missing() -> str:
    """Say what this machine lacks for a real window; empty where it has all."""
    lacks = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    lacks += [f"lib{name}" for name in _QT_NEEDS if find_library(name) is None]
    return ", ".join(lacks)


class Screen:
    """An X server that draws into a file. Ends with the `with` block."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1440, 900)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._picture = folder / "Xvfb_screen0"
        told, tell = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(tell),
                "-screen",
                "0",
                f"{size[0]}x{size[1]}x24",
                "-fbdir",
                str(folder),
                "-nolisten",
                "tcp",
            ],
            pass_fds=(tell,),
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as number:
            self.display = f":{number.readline().strip()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(10)

    def do(self, *words: str) -> None:
        """Give xdotool an order."""
        subprocess.run(["xdotool", *words], check=True, env={**os.environ, "DISPLAY": self.display}, timeout=20)

    def pixels(self) -> tuple[bytes, int, int, int]:
        """Return what is on the screen: 32-bit pixels, width, height, bytes a line."""
        with self._picture.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            head = struct.unpack(">25I", data[:100])
            start = head[0] + head[19] * 12
            width, height, line = head[4], head[5], head[12]
            return bytes(data[start : start + line * height]), width, height, line


class Hand:
    """The program on a screen, and one who works it. Ends the program with the `with` block."""

    def __init__(self, screen: Screen, data: Path, *arguments: str, lang: str = "zh") -> None:
        data.mkdir(parents=True, exist_ok=True)
        settings = data / "settings.toml"
        if not settings.exists():
            settings.write_text(f'format = 1\ntheme = "light"\nlang = "{lang}"\n', encoding="utf-8")
        self.screen, self.data = screen, data
        self._seen = data / "screen.json"
        self._acted = 0
        self._log = (data / "program.log").open("w", encoding="utf-8")
        environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "TONGHE_DATA": str(data),
            "TONGHE_PROBE": str(self._seen),
        }
        environment |= {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "TONGHE_FAST": "0", "PYTHONUTF8": "1"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "game", *arguments], env=environment, cwd=data, stdout=self._log, stderr=self._log
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.terminate()
        self._program.wait(10)
        self._log.close()

    # Looking

    @property
    def said(self) -> str:
        """What the program wrote to its terminal: nothing, where all is well."""
        return (self.data / "program.log").read_text(encoding="utf-8")

    def window(self) -> Part:
        """Return the window in front."""
        return self._look()["windows"][-1]

    def _look(self) -> dict[str, Any]:
        while True:
            assert self._program.poll() is None, f"the program has ended: {self.said}"
            try:
                seen = json.loads(self._seen.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                seen = {"windows": []}
            if seen["windows"]:
                return dict(seen)
            time.sleep(0.05)

    def _done(self, *words: str) -> None:
        """Give xdotool an order, and remember when."""
        self._acted = self._look()["look"]
        self.screen.do(*words)

    def parts(self, name: str = "", words: str = "") -> list[Part]:
        """Return the parts in sight of a name, or whose words or accessible name hold the words."""
        return self._fitting(self._look(), name, words)

    @staticmethod
    def _fitting(look: dict[str, Any], name: str, words: str) -> list[Part]:
        return [
            p
            for p in look["windows"][-1]["widgets"]
            if (not name or p["name"] == name) and (not words or words in p["text"] or words in p["accessible"])
        ]

    def sees(self, name: str = "", words: str = "") -> bool:
        """Whether there is such a part."""
        return bool(self.parts(name, words))

    def until(self, holds: Callable[[], Any], what: str = "") -> Any:
        """Wait until something holds, and return it."""
        end = time.monotonic() + WAIT
        while True:
            assert self._program.poll() is None, f"the program has ended: {self.said}"
            if found := holds():
                return found
            assert time.monotonic() < end, f"waited in vain for {what}; in sight: {self._in_sight()}"
            time.sleep(0.04)

    def see(self, name: str = "", words: str = "") -> Part:
        """Wait for a part that can be used on a screen that has come to rest."""

        def still() -> Part | None:
            look = self._look()
            found = next((p for p in self._fitting(look, name, words) if p["enabled"]), None)
            # Only looks begun after the last deed count: the program may still have been busy with it
            return found if look["still"] >= REST and look["look"] > self._acted + REST else None

        return self.until(still, name or words)

    def text(self, name: str) -> str:
        """Return the words of a part."""
        return str(self.see(name)["text"])

    def rows(self, name: str) -> list[Part]:
        """Return the rows of a list or table."""
        return list(self.see(name)["items"])

    # Doing

    def point(self, rect: list[int]) -> None:
        """Move the pointer to the middle of a rectangle."""
        self.screen.do("mousemove", str(rect[0] + rect[2] // 2), str(rect[1] + rect[3] // 2))

    def click(self, name: str = "", words: str = "") -> Part:
        """Click a part, after turning the wheel where it stands half out of sight."""
        part = self.see(name, words)
        self.point(part["rect"])
        self._done("click", "1")
        return part

    def key(self, *keys: str) -> None:
        """Press keys, by their X names: ctrl+k, Return, Tab."""
        self._done("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._done("type", "--delay", "15", text)

    def write(self, name: str, text: str) -> None:
        """Click into a field and write it anew."""
        part = self.see(name)
        x, y, _, height = part["rect"]
        self.point([x + height // 2, y, 8, height])
        self._done("click", "1")
        self.key("ctrl+a")
        self.type(text)
        self.key("Tab")

    def row(self, name: str, fits: Callable[[list[str]], bool]) -> list[str]:
        """Scroll a list until a row that fits is in sight, click it, and return its texts."""
        for _ in range(60):
            part = self.see(name)
            found = next((item for item in part["items"] if fits(item["texts"])), None)
            assert found is not None, f"{name} has no such row: {[i['texts'] for i in part['items']]}"
            if found["rect"] is not None and found["rect"][3] > 8:
                self.point(found["rect"])
                self._done("click", "1")
                return list(found["texts"])
            first = next(item["row"] for item in part["items"] if item["rect"] is not None)
            self.point(part["rect"])
            self._done("click", "5" if found["row"] > first else "4")
        raise AssertionError(f"a row of {name} cannot be scrolled to")

    def pick(self, name: str, words: str) -> None:
        """Open a list of choices and click one."""
        part = self.see(name)
        if words in part["text"]:
            return
        self.click(name)
        self.until(lambda: self.window()["popup"], f"the choices of {name}")
        listed = next(p["name"] for p in self.window()["widgets"] if "items" in p)
        time.sleep(0.5)  # a popup takes no click for as long as a double click may last
        self.row(listed, lambda texts: words in texts[0])
        self.until(lambda: not self.window()["popup"] and words in self.see(name)["text"], f"{words} in {name}")

    def wheel(self, name: str, notches: int) -> None:
        """Turn the wheel over a part; positive is downwards."""
        self.point(self.see(name)["rect"])
        self._done("click", "--repeat", str(abs(notches)), "5" if notches > 0 else "4")

    def sort(self, name: str, heading: str) -> None:
        """Click the heading of a column."""
        column = next(c for c in self.see(name)["columns"] if heading in c["text"])
        self.point(column["rect"])
        self._done("click", "1")
        time.sleep(0.5)  # the next click must not count as the second of a double one

    # The story

    def end_turn(self) -> None:
        """End the turn with the keyboard, say yes where asked, and wait for the report."""
        before = self.text("turn.clock")
        self.key("ctrl+Return")
        self.until(
            lambda: self.sees("turn.confirm") or self.sees("turn.busy") or self.text("turn.clock") != before, "the turn"
        )
        if self.sees("turn.confirm"):
            self.click("turn.confirm")
        self.until(lambda: not self.sees("turn.busy") and self.text("turn.clock") != before, "the end of the turn")

    def session_file(self) -> Path:
        """Return the newest session file."""
        return max((self.data / "sessions").glob("*.tonghe"), key=lambda path: path.stat().st_mtime)

    def _in_sight(self) -> list[str]:
        return [p["name"] or p["text"] or p["accessible"] for p in self.window()["widgets"]]
