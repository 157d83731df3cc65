"""From a folder or a file to the bundle: relative name -> text.

A folder holds `scenario.yaml` and, where the author likes, its lists in files of their own: `injects.yaml` or
`injects/*.yaml` (each a list, or one mapping), and `briefs/<seat>.md` with a seat's brief. `county.yaml` in the folder
is the county the scenario brings with it.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from pathlib import Path

from game.scenario.findings import Span
from game.scenario.tree import CONTROL, MOST_BYTES

MAIN = "scenario.yaml"
COUNTY = "county.yaml"
SECTIONS = ("objectives", "seats", "campaigns", "injects", "partners", "rubric", "guide")
"""Lists of a scenario that may lie in files of their own."""
MOST_FILES = 400
MOST_TOTAL = 4_000_000

SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True)
class Files:
    """What was read: texts by relative name, and what could not be read."""

    bundle: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, Span, dict[str, str | int]]] = field(default_factory=list)

    def fault(self, code: str, file: str, line: int = 1, **params: str | int) -> None:
        """Note that a file cannot be used as it is."""
        self.faults.append((code, Span(file, line, 1, line, 1), dict(params)))


def read_path(path: Path) -> Files:
    """Read a scenario's texts from its folder or its one file. Never raises on what it finds there."""
    files = Files()
    try:
        if path.is_file() and path.name == MAIN:
            path = path.parent
        if path.is_dir():
            _read_folder(path, files)
        elif path.is_file():
            _read_file(path, path.name, files)
        else:
            files.fault("TH128", path.name)
    except OSError as error:
        files.fault("TH129", path.name, problem=error.strerror or type(error).__name__)
    return files


def _read_folder(folder: Path, files: Files) -> None:
    names: list[tuple[str, Path]] = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix in SUFFIXES:
            names.append((path.name, path))
        elif path.is_dir() and path.name in SECTIONS:
            names += [(f"{path.name}/{p.name}", p) for p in sorted(path.iterdir()) if p.suffix in SUFFIXES]
        elif path.is_dir() and path.name == "briefs":
            names += [(f"briefs/{p.name}", p) for p in sorted(path.iterdir()) if p.suffix == ".md"]
    if not any(name == MAIN for name, _ in names):
        files.fault("TH130", folder.name)
        return
    total = 0
    for name, path in names[:MOST_FILES]:
        total += path.stat().st_size
        if total > MOST_TOTAL:
            files.fault("TH101", name, most=MOST_TOTAL // 1000, found=total // 1000)
            return
        _read_file(path, name, files)
    if len(names) > MOST_FILES:
        files.fault("TH131", names[MOST_FILES][0], most=MOST_FILES)


def _read_file(path: Path, name: str, files: Files) -> None:
    size = path.stat().st_size
    if size > MOST_BYTES:  # before reading: a file of gigabytes must cost nothing
        files.fault("TH101", name, most=MOST_BYTES // 1000, found=size // 1000)
        return
    with path.open("rb") as stream:
        text = decode(stream.read(MOST_BYTES + 1), name, files)
    if text is not None:
        files.bundle[name] = text


def decode(data: bytes, name: str, files: Files) -> str | None:
    """Turn bytes into text: UTF-8, UTF-16 with its mark, else GBK with a finding; None where it is no text."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        files.fault("TH108", name, line)
        return None
    if CONTROL.search(text):
        files.fault("TH108", name, line)
        return None
    files.fault("TH107", name, line)
    return text


def read_bundle(bundle: dict[str, str]) -> Files:
    """Take texts that are already read (from a session file or an editor), within the same limits."""
    files = Files()
    total = 0
    for name in sorted(bundle):
        size = len(bundle[name]) if bundle[name].isascii() else len(bundle[name].encode("utf-8", "replace"))
        total += size
        if size > MOST_BYTES or total > MOST_TOTAL:
            files.fault("TH101", name, most=MOST_BYTES // 1000, found=size // 1000)
        elif len(files.bundle) >= MOST_FILES:
            files.fault("TH131", name, most=MOST_FILES)
            break
        else:
            files.bundle[name] = bundle[name]
    if not main_name(files.bundle) and not files.faults:
        files.fault("TH130", MAIN)
    return files


def main_name(bundle: dict[str, str]) -> str:
    """Return the name of the bundle's main file, "" where it has none."""
    if MAIN in bundle:
        return MAIN
    others = {COUNTY, *(section + suffix for section in SECTIONS for suffix in SUFFIXES)}
    rest = [name for name in bundle if name.endswith(SUFFIXES) and "/" not in name and name not in others]
    return rest[0] if len(rest) == 1 else ""
