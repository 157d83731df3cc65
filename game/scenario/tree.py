"""YAML text to a tree of nodes with places, from PyYAML's event stream.

Events need no recursion, so depth and size are bounded while parsing; `yaml.load` would crash on deep input, read
`12:30` as 750 and drop duplicate keys in silence. Scalars follow the YAML 1.2 core types: `12:30`, `0755` and dates
stay text. Anchors, aliases, merges, tags and several documents are refused with a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from game.scenario.findings import Span

MOST_BYTES = 1_000_000
MOST_DEPTH = 32
MOST_NODES = 50_000
MOST_FAULTS = 400
MOST_ITEMS = 2_000
"""Items of one list; the longest list of a scenario has some hundreds."""
MOST_KEYS = 200
"""Keys of one mapping that are looked at; no mapping of a scenario has a quarter of that."""

Scalar = str | int | float | bool | None

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR, _MAP_START, _LIST_START = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MAP_END, _LIST_END = yaml.MappingEndEvent, yaml.SequenceEndEvent
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters no text of a scenario may hold."""


class Node:
    """One value of the tree with its place; lines and columns from 1, the end exclusive."""

    __slots__ = ("column", "end_column", "end_line", "file", "kind", "line", "pairs", "parts", "style", "value")

    def __init__(self, kind: str, file: str, line: int, column: int) -> None:
        self.kind = kind
        """`map`, `seq` or `scalar`."""
        self.file = file
        self.line = line
        self.column = column
        self.end_line = line
        self.end_column = column
        self.value: Scalar = None
        self.style = ""
        """Of a scalar: "" plain, else its quote or block sign."""
        self.pairs: dict[str, tuple[Node, Node]] = {} if kind == "map" else _NO_PAIRS
        """Of a map: key -> (node of the key, node of the value), in the order written; only a map's may be added to."""
        self.parts: list[Node] = [] if kind == "seq" else _NO_PARTS
        """Of a list: its values in order; only a list's may be added to."""

    @property
    def span(self) -> Span:
        """Place of the whole value; of a map or list only its first line's beginning."""
        if self.kind == "map" and self.pairs:
            return next(iter(self.pairs.values()))[0].span
        if self.kind == "seq" and self.parts:
            return self.parts[0].span
        return Span(self.file, self.line, self.column, self.end_line, self.end_column)

    def inside(self, start: int, end: int) -> Span:
        """Place of a stretch of a one-line scalar's text; the whole scalar where it is not written as it reads."""
        shift = {"": 0, '"': 1, "'": 1}.get(self.style)
        whole = self.span
        as_written = whole.end_column - whole.column - 2 * (shift or 0) == len(str(self.value))
        if shift is None or whole.line != whole.end_line or not as_written:
            return whole
        at = whole.column + shift
        return Span(self.file, self.line, at + start, self.line, at + max(end, start + 1))

    def get(self, key: str) -> Node | None:
        """Return the value under a key of a map, else None."""
        pair = self.pairs.get(key)
        return pair[1] if pair else None

    def text(self) -> str | None:
        """Return a scalar's text, None where it is something else."""
        return self.value if isinstance(self.value, str) else None

    def number(self) -> int | None:
        """Return a scalar's whole number, None where it is something else."""
        return self.value if isinstance(self.value, int) and not isinstance(self.value, bool) else None

    def plain(self) -> Any:
        """Return the data without places, ready for JSON."""
        if self.kind == "map":
            pairs = self.pairs.items() if len(self.pairs) <= MOST_KEYS else islice(self.pairs.items(), MOST_KEYS)
            return {key: value.value if value.kind == "scalar" else value.plain() for key, (_, value) in pairs}
        if self.kind == "seq":
            return [part.value if part.kind == "scalar" else part.plain() for part in self.parts]
        return self.value


# Most values are scalars: that they share what they do not have spares making, and sweeping, thousands of objects
_NO_PAIRS: dict[str, tuple[Node, Node]] = {}
_NO_PARTS: list[Node] = []


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the tree refuses."""

    code: str
    span: Span
    params: dict[str, str | int] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    again: bool = False
    """Of a key written twice: whether it says the same again, in one line."""


@dataclass(slots=True)
class Parsed:
    """What came of one text."""

    root: Node | None
    faults: list[Fault]
    error: yaml.MarkedYAMLError | None = None
    """Where the parser gave up, if it did."""
    crash: str = ""
    """What a parser fault other than its own error said."""
    nodes: int = 0
    """Keys and values read."""
    folded: list[Node] = field(default_factory=list)
    """The plain scalars of several lines, which may have swallowed a line that was meant as something else."""


def scalar(text: str) -> Scalar:
    """Read a plain scalar by the YAML 1.2 core types; numbers of more than 16 digits stay text."""
    if text in _WORDS:
        return _WORDS[text]
    first = text[0]
    if first.isdecimal() or first in "+-.":
        if _INT.fullmatch(text):
            return int(text)
        if len(text) <= 24 and _FLOAT.fullmatch(text):
            return float(text)
    return text


def parse(text: str, file: str) -> Parsed:
    """Build the tree of one text that already passed the checks on bytes and characters. Never raises."""
    builder = _Builder(file)
    error: yaml.MarkedYAMLError | None = None
    crash = ""
    try:
        loader = _LOADER(text)
        try:
            builder.run(loader.get_event)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as stopped:
        if "nesting depth" in str(stopped.problem):  # newer parsers have a limit of their own and meet it first
            builder.fault_at("TH102", stopped.problem_mark or stopped.context_mark, most=MOST_DEPTH)
        else:
            error = stopped
    except Exception as broken:  # noqa: BLE001  a parser fed with hostile text may raise anything
        crash = f"{type(broken).__name__}: {broken}"
    return Parsed(builder.root, builder.faults, error, crash, builder.nodes, builder.folded)


class _Builder:
    """Builds the tree as the events come. One long loop: it runs for every value at each pause in typing."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.folded: list[Node] = []
        self.open: list[tuple[Node | None, Node | None]] = []
        """The maps and lists around the current one, each with the key that waits for its value."""
        self.nodes = 0

    def fault(self, code: str, event: Any, *related: Span, **params: str | int) -> None:
        if len(self.faults) < MOST_FAULTS:
            start, end = event.start_mark, event.end_mark
            span = Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            self.faults.append(Fault(code, span, dict(params), related))

    def fault_at(self, code: str, mark: Any, **params: str | int) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(Fault(code, Span(self.file, line, column, line, column + 1), dict(params)))

    def run(self, get_event: Callable[[], Any]) -> None:
        file = self.file
        inside: Node | None = None
        key: Node | None = None
        documents = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is _SCALAR:
                start = event.start_mark
                node = Node("scalar", file, start.line + 1, start.column + 1)
                self.scalar(node, event)
            elif kind is _MAP_START or kind is _LIST_START:
                start = event.start_mark
                node = Node("map" if kind is _MAP_START else "seq", file, start.line + 1, start.column + 1)
            elif kind is _MAP_END or kind is _LIST_END:
                assert inside is not None
                end = event.end_mark
                inside.end_line, inside.end_column = end.line + 1, end.column + 1
                inside, key = self.open.pop()
                continue
            elif kind is yaml.AliasEvent:
                self.fault("TH105", event)
                start, end = event.start_mark, event.end_mark
                node = Node("scalar", file, start.line + 1, start.column + 1)
                node.end_line, node.end_column = end.line + 1, end.column + 1
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.fault("TH110", event)
                    return
                continue
            elif kind is yaml.StreamEndEvent:
                return
            else:
                continue
            self.nodes += 1
            if kind is not yaml.AliasEvent and (event.anchor is not None or event.tag is not None):
                if event.anchor is not None:
                    self.fault("TH105", event)
                if event.tag is not None:
                    self.fault("TH104", event, tag=str(event.tag)[:60])
            if inside is None:
                self.root = node
            elif inside.kind == "seq":
                inside.parts.append(node)
                if len(inside.parts) == MOST_ITEMS:
                    self.fault("TH106", event, most=MOST_ITEMS)
                    self.nodes = MOST_NODES + 1
            elif key is None:
                key = node
                self.key(node, event)
            else:
                name = key.value
                if isinstance(name, str) and (name != "<<" or key.style):
                    if name not in inside.pairs:
                        inside.pairs[name] = (key, node)
                    elif len(self.faults) < MOST_FAULTS:
                        first, value = inside.pairs[name]
                        same = node.kind == value.kind == "scalar" and node.value == value.value
                        again = same and node.end_line == key.line
                        self.faults.append(Fault("TH103", key.span, {"key": name[:60]}, (first.span,), again))
                key = None
            if node.kind != "scalar":
                self.open.append((inside, key))
                inside, key = node, None
                if len(self.open) > MOST_DEPTH:
                    self.fault("TH102", event, most=MOST_DEPTH)
                    return
            if self.nodes > MOST_NODES:
                if not any(fault.code == "TH106" for fault in self.faults):
                    self.fault("TH106", event, most=MOST_NODES)
                return

    def scalar(self, node: Node, event: Any) -> None:
        end = event.end_mark
        node.end_line, node.end_column = end.line + 1, end.column + 1
        style = event.style
        if style:
            node.style = style
            node.value = event.value
            if style == '"' and CONTROL.search(event.value):  # only escapes can bring them here
                self.fault("TH109", event)
                node.value = CONTROL.sub(" ", event.value)
        else:
            node.value = scalar(event.value)
            if node.end_line != node.line:
                self.folded.append(node)

    def key(self, node: Node, event: Any) -> None:
        if node.kind != "scalar" or type(event) is yaml.AliasEvent:
            self.fault("TH120", event)
        elif event.value == "<<" and not node.style:
            self.fault("TH125", event)
        else:
            node.value = event.value  # keys are always text, whatever they look like
