"""The window's second language: translation outside of Qt objects, and the upkeep of `assets/i18n`.

`python -m game.ui.i18n` collects the texts of the window into `app_en.ts`, lists those without a translation and
writes `app_en.qm`, which the window reads.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """Return a text in the window's language; both arguments must be literals where it is called."""
    return QCoreApplication.translate(context, text)


def language() -> Literal["zh", "en"]:
    """Return the language the window speaks."""
    return "zh" if translate("Lists", "、") == "、" else "en"


def listed(words: Iterable[str]) -> str:
    """Join words as the window's language does: 甲、乙 or A, B."""
    return translate("Lists", "、").join(words)


_GAP = re.compile(r"(?<=[，。；：？！、”）])[ \t]*\n?[ \t]*(?=[\u4e00-\u9fff“（])")


def flowing(text: str) -> str:
    """Close the gaps that folded lines leave behind Chinese stops; paragraphs and Western text stay as they are."""
    return _GAP.sub("", text)


def counts_in_wan() -> bool:
    """Whether sums are told in 万 (ten thousands); otherwise they are told in thousands and millions."""
    return translate("Lists", "万") == "万"


# Upkeep


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the window: where it stands, what it says, and its translation ("" where there is none)."""

    context: str
    source: str
    note: str
    english: str
    finished: bool


def texts(path: Path) -> Iterator[Text]:
    """Read a `.ts` file."""
    import xml.etree.ElementTree as ET

    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            found = message.find("translation")
            yield Text(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                note=message.findtext("comment", ""),
                english=(found.text or "") if found is not None else "",
                finished=found is not None and found.get("type") is None and bool(found.text),
            )


def collect(target: Path) -> None:
    """Bring a `.ts` file up to date with the sources; translations it has are kept, texts no longer used leave it."""
    package = Path(__file__).resolve().parents[1]
    options = ["-source-language", "zh_CN", "-target-language", "en_US", "-locations", "none", "-no-obsolete"]
    _run("lupdate", [*options, "-extensions", "py", str(package), "-ts", str(target)])


def release(source: Path, target: Path) -> None:
    """Write the `.qm` file of a `.ts` file."""
    _run("lrelease", [str(source), "-qm", str(target)])


def _run(tool: str, options: list[str]) -> None:
    import subprocess

    import PySide6

    folder = Path(str(PySide6.__file__)).parent
    program = folder / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *options], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - Qt's own tool


def main() -> int:
    """Collect, report and release; 1 where a text has no translation yet."""
    from game.ui.assets import assets_dir

    folder = assets_dir() / "i18n"
    collect(folder / "app_en.ts")
    release(folder / "app_en.ts", folder / "app_en.qm")
    found = list(texts(folder / "app_en.ts"))
    missing = [text for text in found if not text.finished]
    for text in missing:
        print(f"{text.context}: {text.source}")
    print(f"{len(found)} texts, {len(missing)} without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
