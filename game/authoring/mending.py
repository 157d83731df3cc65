"""A scenario's files mended where they lie: the checker's safe fixes, and only the characters that they change."""

from __future__ import annotations

import codecs
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from game.resources import county_text
from game.scenario.check import check_bundle
from game.scenario.files import read_path
from game.scenario.findings import Finding
from game.scenario.mend import mend
from game.session.library import catalogues

RECODED = "TH107"
"""The finding whose cure is another encoding of the whole file."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file that a mending changes."""

    name: str
    path: Path
    before: str
    after: str
    recoded: bool
    """Whether it is to be written as UTF-8, which it was not."""

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff; none where only the encoding changes."""
        old, new = self.before.splitlines(), self.after.splitlines()
        yield from unified_diff(old, new, self.name, self.name, lineterm="", n=1)

    def write(self) -> None:
        """Write the file, whole or not at all, with the mark and the encoding it had; raises `OSError`."""
        data = self.path.read_bytes()
        handle, name = tempfile.mkstemp(prefix=".tonghe-", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(encoded(self.after, data))
            shutil.copymode(self.path, name)
            Path(name).replace(self.path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


@dataclass(frozen=True, slots=True)
class Mending:
    """What mending a scenario comes to."""

    changes: tuple[Change, ...]
    cured: tuple[Finding, ...]
    left: tuple[Finding, ...]
    """What is still to be done by hand."""


def mending(path: Path) -> Mending:
    """Work out how a scenario's files would be mended; writes nothing. Never raises on what it finds there."""
    files = read_path(path)
    folder = folder_of(path)
    recoded = {span.file for code, span, _ in files.faults if code == RECODED}

    def check(bundle: dict[str, str]) -> tuple[Finding, ...]:
        return check_bundle(bundle, counties=county_text, catalogues=catalogues()).findings

    done = mend(files.bundle, check)
    changes = tuple(
        Change(name, folder / name, text, done.bundle[name], name in recoded)
        for name, text in files.bundle.items()
        if done.bundle[name] != text or name in recoded
    )
    return Mending(changes, done.cured, done.left)


def folder_of(path: Path) -> Path:
    """Return the folder that a scenario's file names are relative to."""
    return path if path.is_dir() else path.parent


def encoded(text: str, was: bytes) -> bytes:
    """Return a text as bytes with the mark and the encoding of what stood there; what was neither becomes UTF-8."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if was.startswith(mark):
            return mark + text.encode(name)
    return (codecs.BOM_UTF8 if was.startswith(codecs.BOM_UTF8) else b"") + text.encode("utf-8")
