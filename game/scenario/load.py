"""From a folder or a file to the bundle: relative name -> text; and from the bundle to one tree.

A folder holds `scenario.yaml` and, where the author likes, its lists in files of their own: `injects.yaml` or
`injects/*.yaml` (each a list, or one mapping), and `briefs/<seat>.md` with a seat's brief. Files are appended in the
order of their names. `county.yaml` in the folder is the county the scenario brings with it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from game.scenario.findings import Fix, Related, Sink, Span, split_lines
from game.scenario.recovery import recover, swallowed
from game.scenario.suggest import nearest
from game.scenario.tree import CONTROL, MOST_BYTES, MOST_NODES, Node

MAIN = "scenario.yaml"
COUNTY = "county.yaml"
SECTIONS = ("objectives", "seats", "campaigns", "injects", "partners", "rubric", "guide")
"""Lists of a scenario that may lie in files of their own."""
MOST_FILES = 400
MOST_TOTAL = 4_000_000

_INVISIBLE = dict.fromkeys(map(ord, "\u0085\u2028\u2029\u200b\u200c\ufeff"), " ")
_SUFFIXES = (".yaml", ".yml")


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
        if path.is_file() and path.suffix in _SUFFIXES:
            names.append((path.name, path))
        elif path.is_dir() and path.name in SECTIONS:
            names += [(f"{path.name}/{p.name}", p) for p in sorted(path.iterdir()) if p.suffix in _SUFFIXES]
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
    others = {COUNTY, *(section + suffix for section in SECTIONS for suffix in _SUFFIXES)}
    rest = [name for name in bundle if name.endswith(_SUFFIXES) and "/" not in name and name not in others]
    return rest[0] if len(rest) == 1 else ""


@dataclass(slots=True)
class Tree:
    """The scenario's tree over all its files."""

    root: Node | None
    lost: bool
    """Whether some text could not be used, so that what seems missing may not be."""
    total: int = 0
    """Characters of all its files."""
    nodes: int = 0
    """Values read so far."""


def build(files: Files, sink: Sink) -> Tree:
    """Parse every file of a bundle and join the sections into one tree, saying what is wrong on the way."""
    for code, span, params in files.faults:
        sink.put(code, span, params)
    main = main_name(files.bundle)
    tree = Tree(None, lost=any(sink_code != "TH107" for sink_code, _, _ in files.faults))
    if not main:
        return tree
    tree.total = sum(map(len, files.bundle.values()))
    tree.root = _parse(main, files.bundle[main], sink, tree)
    root = tree.root
    briefs: list[Node] = []
    for name in sorted(files.bundle):
        if name in (main, COUNTY):
            continue
        path = PurePosixPath(name)
        section = path.parts[0] if len(path.parts) > 1 else path.stem
        if section == "briefs" and path.suffix == ".md":
            briefs.append(_brief(name, files.bundle[name]))
        elif tree.nodes > MOST_NODES:
            sink.add("TH106", Span(name, 1, 1, 1, 1), most=MOST_NODES)
            tree.root, tree.lost = None, True
            break
        elif section in SECTIONS and path.suffix in _SUFFIXES:
            node = _parse(name, files.bundle[name], sink, tree)
            if node is not None and root is not None and root.kind == "map":
                _append(root, section, node)
        else:
            sink.add("TH217", Span(name, 1, 1, 1, 1), suggestion=nearest(section, (*SECTIONS, "briefs")))
    if root is not None and root.kind == "map":
        _give_briefs(root, briefs, sink, lost=tree.lost)
    return tree


def _parse(name: str, text: str, sink: Sink, tree: Tree) -> Node | None:
    clean = _clean(name, text, sink)
    lines = split_lines(clean)
    result = recover(clean, name, tree.total)
    tree.lost = tree.lost or result.lost
    for index, fault in enumerate(result.faults):
        fix = result.fixes.get(index)
        sink.put(
            fault.code,
            fault.span,
            fault.params,
            related=tuple(Related(s.file, s.line, s.column, "first_place") for s in fault.related),
            fixes=(fix,) if fix else (),
            cascade=fault.code not in ("TH102", "TH124"),
        )
    if result.root is not None:
        tree.nodes += _size(result.root)
        for node in _scalars(result.root):
            if node.style == "" and node.end_line > node.line:
                found = swallowed(node, lines)
                if found:
                    code, span, mended = found
                    named = {"key": mended.split(":")[0].strip(" -")} if code == "TH111" else {}
                    line = lines[span.line - 1]
                    fix = Fix(name, span.line, 1, span.line, len(line) + 1, mended)
                    sink.put(code, span, named, fixes=(fix,))
    return result.root


def _clean(name: str, text: str, sink: Sink) -> str:
    """Replace characters that no line of text should hold by spaces, so that columns stay."""
    text = text.removeprefix("\ufeff")
    bad = CONTROL.search(text)
    odd = any(chr(code) in text for code in _INVISIBLE)
    if not bad and not odd:
        return text
    for number, line in enumerate(split_lines(text), 1):
        if sink.full:
            break
        found = CONTROL.search(line)
        if found:
            at = found.start() + 1
            sink.add("TH109", Span(name, number, at, number, at + 1), char=f"U+{ord(found[0]):04X}")
        at = next((i for i, c in enumerate(line, 1) if ord(c) in _INVISIBLE), 0)
        if at:
            fix = Fix(name, number, at, number, at + 1, "")
            char = f"U+{ord(line[at - 1]):04X}"
            sink.add("TH121", Span(name, number, at, number, at + 1), fixes=(fix,), char=char)
    return CONTROL.sub(" ", text).translate(_INVISIBLE)


def _brief(name: str, text: str) -> Node:
    node = Node("scalar", name, 1, 1)
    node.value = CONTROL.sub(" ", text).translate(_INVISIBLE).strip()
    node.style = "|"
    node.end_column = 1
    return node


def _append(root: Node, section: str, node: Node) -> None:
    parts = node.parts if node.kind == "seq" else [node]
    if node.kind == "scalar" and node.value is None:
        parts = []  # an empty file is an empty list
    there = root.pairs.get(section)
    if there is None:
        joined = Node("seq", node.file, node.line, node.column)
        joined.end_line, joined.end_column = node.end_line, node.end_column
        root.pairs[section] = (_key(section, node), joined)
        there = root.pairs[section]
    if there[1].kind == "seq":
        there[1].parts.extend(parts)


def _key(text: str, at: Node) -> Node:
    key = Node("scalar", at.file, at.line, at.column)
    key.value = text
    return key


def _give_briefs(root: Node, briefs: list[Node], sink: Sink, *, lost: bool) -> None:
    seats = root.get("seats")
    by_id: dict[str, Node] = {}
    for seat in seats.parts if seats is not None else ():
        ident = seat.get("id")
        if ident is not None and isinstance(ident.value, str):
            by_id.setdefault(ident.value, seat)
    for brief in briefs:
        name = PurePosixPath(brief.file).stem
        found = by_id.get(name)
        if found is None:
            if not lost:
                sink.add("TH308", brief.span, seat=name, suggestion=nearest(name, by_id))
        elif "brief" in found.pairs:
            key = found.pairs["brief"][0]
            sink.add("TH218", key.span, seat=name, related=(Related(brief.file, 1, 1, "other_place"),))
        else:
            found.pairs["brief"] = (_key("brief", brief), brief)


def _scalars(node: Node) -> Iterable[Node]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.kind == "scalar":
            yield one
        else:
            waiting += one.parts
            waiting += [value for _, value in one.pairs.values()]


def _size(node: Node) -> int:
    count, waiting = 0, [node]
    while waiting:
        one = waiting.pop()
        count += 1 + len(one.pairs)
        waiting += one.parts
        waiting += [value for _, value in one.pairs.values()]
    return count
