"""From the bundle to one tree: the files' lists are appended in the order of the files' names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from game.scenario.edits import line_removed
from game.scenario.files import COUNTY, SECTIONS, SUFFIXES, Files, main_name
from game.scenario.findings import Fix, Related, Sink, Span, Word, split_lines
from game.scenario.memory import Memory
from game.scenario.recovery import swallowed
from game.scenario.rename import Renamed
from game.scenario.suggest import nearest
from game.scenario.tree import CONTROL, MOST_NODES, Fault, Node

_INVISIBLE = dict.fromkeys(map(ord, "\u0085\u2028\u2029\u200b\u200c\ufeff"), " ")


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


def build(files: Files, sink: Sink, memory: Memory | None = None) -> Tree:
    """Parse every file of a bundle and join the sections into one tree, saying what is wrong on the way.

    The trees of the files are left as they are, for a memory to use again; what is joined is copied.
    """
    memory = memory or Memory()
    memory.begin()
    tree = _build(files, sink, memory)
    memory.end(tree.root)
    return tree


def _build(files: Files, sink: Sink, memory: Memory) -> Tree:
    for code, span, params in files.faults:
        sink.put(code, span, params)
    main = main_name(files.bundle)
    tree = Tree(None, lost=any(sink_code != "TH107" for sink_code, _, _ in files.faults))
    if not main:
        return tree
    tree.total = sum(map(len, files.bundle.values()))
    tree.root = _parse(main, files.bundle[main], sink, tree, memory)
    tree.root = root = tree.root.copy() if tree.root is not None else None
    joined: set[str] = set()
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
        elif section in SECTIONS and path.suffix in SUFFIXES:
            node = _parse(name, files.bundle[name], sink, tree, memory, section)
            if node is not None and root is not None and root.kind == "map":
                _append(root, section, node, joined)
        else:
            sink.add("TH217", Span(name, 1, 1, 1, 1), suggestion=nearest(section, (*SECTIONS, "briefs")))
    if root is not None and root.kind == "map":
        _give_briefs(root, briefs, sink, joined, lost=tree.lost)
    return tree


def _parse(name: str, text: str, sink: Sink, tree: Tree, memory: Memory, section: str = "") -> Node | None:
    clean = _clean(name, text, sink)
    read = memory.read(name, clean, section, tree.total)
    lines, result = read.lines, read.result
    tree.lost = tree.lost or result.lost
    for index, fault in enumerate(result.faults):
        if _runs_on(fault, result.faults[index - 1] if index else None):
            continue
        fix = result.fixes.get(index)
        if fault.again and not lines[fault.span.line - 1][: fault.span.column - 1].strip():
            fix = line_removed(name, fault.span.line, lines)
        sink.put(
            fault.code,
            fault.span,
            fault.params,
            related=tuple(Related(s.file, s.line, s.column, "first_place") for s in fault.related),
            fixes=(fix,) if fix else (),
            cascade=fault.code not in ("TH102", "TH124"),
        )
    for fix in result.fixes.values():
        sink.read_mended(fix)
    if result.root is not None:
        tree.nodes += result.nodes
        for node in result.folded:
            found = swallowed(node, lines)
            if found:
                code, span, mended = found
                named: dict[str, str | int] = {}
                if code == "TH111":
                    named = {"key": mended.split(":")[0].strip(" -")}
                elif code == "TH118":
                    named = {"found": span.end_column - 1, "wanted": len(mended) - len(mended.lstrip())}
                line = lines[span.line - 1]
                fix = Fix(name, span.line, 1, span.line, len(line) + 1, mended)
                sink.put(code, span, named, fixes=(fix,))
        _say_keys(name, read.renamed, sink)
    return result.root


def _runs_on(fault: Fault, before: Fault | None) -> bool:
    """Whether a key written twice only goes on with a group written twice, or whose beginning was lost."""
    return (
        before is not None
        and fault.code == before.code == "TH103"
        and 0 < fault.span.line - before.span.line <= 2
        and fault.related[0].line - before.related[0].line == fault.span.line - before.span.line
    )


def _say_keys(name: str, renamed: Renamed, sink: Sink) -> None:
    """Say which words are not in the file's language."""
    if renamed.keys == "zh":
        sink.chinese.add(name)
    for stray in renamed.strays:
        span, said = stray.node.span, {"word": str(stray.node.value)[:60], "meant": stray.meant}
        if stray.first is not None:
            there = stray.first.span
            related = (Related(there.file, there.line, there.column, "first_place"),)
            sink.put("TH222", span, {**said, "first": str(stray.first.value)[:60]}, related=related)
            continue
        fix = Fix(name, span.line, span.column, span.end_line, span.end_column, stray.meant)
        code = "TH220" if stray.kind == "key" else "TH221"
        params = {**said, "keys": Word("keys_" + renamed.keys)}
        sink.put(code, span, params, fixes=(fix,), suggestion=stray.meant, cascade=False)


def readable(text: str) -> str:
    """Return a text with a space for every character that no line should hold, so that columns stay."""
    return CONTROL.sub(" ", text).translate(_INVISIBLE)


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
            fix = Fix(name, number, at, number, at + 1, "")
            sink.add("TH109", Span(name, number, at, number, at + 1), fixes=(fix,), char=f"U+{ord(found[0]):04X}")
        at = next((i for i, c in enumerate(line, 1) if ord(c) in _INVISIBLE), 0)
        if at:
            fix = Fix(name, number, at, number, at + 1, "")
            char = f"U+{ord(line[at - 1]):04X}"
            sink.add("TH121", Span(name, number, at, number, at + 1), fixes=(fix,), char=char)
    return readable(text)


def _brief(name: str, text: str) -> Node:
    node = Node("scalar", name, 1, 1)
    node.value = readable(text).strip()
    node.style = "|"
    node.end_column = 1
    return node


def _append(root: Node, section: str, node: Node, joined: set[str]) -> None:
    parts = node.parts if node.kind == "seq" else [node]
    if node.kind == "scalar" and node.value is None:
        parts = []  # an empty file is an empty list
    there = root.pairs.get(section)
    if there is None:
        whole = Node("seq", node.file, node.line, node.column, node.end_line, node.end_column)
        there = root.pairs[section] = (_key(section, node), whole)
        joined.add(section)
    if there[1].kind == "seq":
        _own(root, section, joined).parts.extend(parts)


def _own(root: Node, section: str, joined: set[str]) -> Node:
    """Return a section's list, for adding to: a copy of that of its file."""
    key, found = root.pairs[section]
    if section not in joined:
        joined.add(section)
        found = found.copy()
        root.pairs[section] = (key, found)
    return found


def _key(text: str, at: Node) -> Node:
    key = Node("scalar", at.file, at.line, at.column)
    key.value = text
    return key


def _give_briefs(root: Node, briefs: list[Node], sink: Sink, joined: set[str], *, lost: bool) -> None:
    seats = _own(root, "seats", joined).parts if briefs and "seats" in root.pairs else []
    by_id: dict[str, int] = {}
    for number, seat in enumerate(seats):
        ident = seat.get("id")
        if ident is not None and isinstance(ident.value, str):
            by_id.setdefault(ident.value, number)
    for brief in briefs:
        name = PurePosixPath(brief.file).stem
        at = by_id.get(name)
        if at is None:
            if not lost:
                sink.add("TH308", brief.span, seat=name, suggestion=nearest(name, by_id))
        elif "brief" in seats[at].pairs:
            key = seats[at].pairs["brief"][0]
            sink.add("TH218", key.span, seat=name, related=(Related(brief.file, 1, 1, "other_place"),))
        else:
            seats[at] = seats[at].copy()
            seats[at].pairs["brief"] = (_key("brief", brief), brief)
