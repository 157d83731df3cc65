"""The tree of a scenario that is being written, file by file: only a file whose text changed is read again.

The checker reads everything at each pause in typing; the views beside the text read the same texts again and again,
most of them unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from game.scenario.files import COUNTY, SECTIONS, SUFFIXES, main_name
from game.scenario.findings import split_lines
from game.scenario.keys import Keys
from game.scenario.load import readable
from game.scenario.rename import rename
from game.scenario.tree import Node, parse


@dataclass(frozen=True, slots=True)
class FileTree:
    """One file as read; the tree is shared and must not be changed."""

    root: Node
    keys: Keys
    """Language of its keys; in the tree they are English."""


@dataclass(frozen=True, slots=True)
class DraftTree:
    """All files of a draft as one tree."""

    root: Node
    keys: Mapping[str, Keys]
    """File -> language of its keys."""
    lines: Mapping[str, list[str]]
    """File -> its lines."""
    section_files: Mapping[str, Node]
    """File -> the list, or the one item, that is all of it."""


def section_of(name: str) -> str:
    """Return the section that a file holds, "" for the main file and for what is no part of the tree."""
    path = PurePosixPath(name)
    found = path.parts[0] if len(path.parts) > 1 else path.stem
    return found if found in SECTIONS and path.suffix in SUFFIXES else ""


def draft_tree(bundle: Mapping[str, str]) -> DraftTree | None:
    """Return the tree of a draft; None where a file cannot be read, or the main file is no mapping. Never raises."""
    main = main_name(dict(bundle))
    whole = file_tree(main, bundle[main], "") if main else None
    if whole is None or whole.root.kind != "map":
        return None
    root = Node("map", main, whole.root.line, whole.root.column)
    root.end_line, root.end_column = whole.root.end_line, whole.root.end_column
    root.pairs = dict(whole.root.pairs)
    keys: dict[str, Keys] = {main: whole.keys}
    lines = {main: file_lines(bundle[main])}
    whole_files: dict[str, Node] = {}
    for name in sorted(bundle):
        section = section_of(name)
        if name in (main, COUNTY) or not section:
            continue
        lines[name] = file_lines(bundle[name])
        found = file_tree(name, bundle[name], section)
        if found is None:
            return None
        keys[name], whole_files[name] = found.keys, found.root
        if found.root.kind == "scalar" and found.root.value is None:
            continue
        _append(root, section, found.root)
    return DraftTree(root, keys, lines, whole_files)


@lru_cache(maxsize=128)
def file_tree(name: str, text: str, section: str) -> FileTree | None:
    """Return one file's tree with English keys, None where it cannot be read; the same text is read once."""
    found = parse(readable(text.removeprefix("\ufeff")), name)
    if found.error is not None or found.crash or (found.root is None and text.strip()):
        return None
    root = found.root
    if root is None:
        root = Node("scalar", name, 1, 1)
    return FileTree(root, rename(root, section).keys)


@lru_cache(maxsize=128)
def file_lines(text: str) -> list[str]:
    """Return the lines of a text; to be read, never changed."""
    return split_lines(text)


def last_line(node: Node, lines: list[str]) -> int:
    """Return the last line, from 1, on which anything of a value is written."""
    if node.kind == "scalar":
        block = node.style in ("|", ">")
        line = node.end_line - 1 if block and node.end_column <= 1 else node.end_line
        if block and "+" in lines[node.line - 1][node.column - 1 :].partition("#")[0]:
            return line  # the author keeps the blank lines at its end
        while line > node.line and not lines[line - 1].strip():
            line -= 1
        return line
    if flowing(node, lines):
        return node.end_line
    inner = [*node.parts, *(value for _, value in node.pairs.values())]
    return max((last_line(part, lines) for part in inner if part.file == node.file), default=node.line)


def flowing(node: Node, lines: list[str]) -> bool:
    """Whether a map or list is written in brackets."""
    return lines[node.line - 1][node.column - 1 : node.column] in ("{", "[")


def members(node: Node) -> Iterator[Node]:
    """Yield all values below a node, itself first."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.parts
        waiting += [value for _, value in one.pairs.values()]


def _append(root: Node, section: str, node: Node) -> None:
    parts = node.parts if node.kind == "seq" else [node]
    there = root.pairs.get(section)
    first = there[1].parts if there is not None and there[1].kind == "seq" else []
    if there is not None and there[1].kind != "seq" and there[1].value is not None:
        return
    origin = there[1] if there is not None and there[1].kind == "seq" else node
    joined = Node("seq", origin.file, origin.line, origin.column)
    joined.end_line, joined.end_column = origin.end_line, origin.end_column
    joined.parts = [*first, *parts]
    key = there[0] if there is not None else Node("scalar", node.file, node.line, node.column)
    key.value = section if there is None else key.value
    root.pairs[section] = (key, joined)
