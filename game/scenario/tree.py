"""YAML text to a tree of nodes with places, from PyYAML's event stream.

Events need no recursion, so depth and size are bounded while parsing; `yaml.load` would crash on deep input, read
`12:30` as 750 and drop duplicate keys in silence. Scalars follow the YAML 1.2 core types: `12:30`, `0755` and dates
stay text. Anchors, aliases, merges, tags and several documents are refused with a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
_MAP_END, _LIST_END, _ALIAS = yaml.MappingEndEvent, yaml.SequenceEndEvent, yaml.AliasEvent
_NO_TEXT = frozenset("+-.0123456789~tTfFnN")
"""First signs of the plain scalars that may be something else than text."""
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

    def __init__(
        self,
        kind: str,
        file: str,
        line: int,
        column: int,
        end_line: int = 0,
        end_column: int = 0,
        value: Scalar = None,
        style: str = "",
    ) -> None:
        self.kind = kind
        """`map`, `seq` or `scalar`."""
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line or line
        self.end_column = end_column or column
        self.value = value
        self.style = style
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

    def copy(self) -> Node:
        """Return the same value again, with a map or list of its own."""
        node = Node(
            self.kind, self.file, self.line, self.column, self.end_line, self.end_column, self.value, self.style
        )
        if self.kind == "map":
            node.pairs = dict(self.pairs)
        elif self.kind == "seq":
            node.parts = list(self.parts)
        return node

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

    def plain(self, cut: list[Node] | None = None) -> Any:
        """Return the data without places, ready for JSON; `cut` gets the maps whose last keys are left out."""
        if self.kind == "map":
            pairs: Iterable[tuple[str, tuple[Node, Node]]] = self.pairs.items()
            if len(self.pairs) > MOST_KEYS:
                pairs = islice(pairs, MOST_KEYS)
                if cut is not None:
                    cut.append(self)
            return {key: value.value if value.kind == "scalar" else value.plain(cut) for key, (_, value) in pairs}
        if self.kind == "seq":
            return [part.value if part.kind == "scalar" else part.plain(cut) for part in self.parts]
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
    wide_keys: bool = False
    """Whether any key is in other letters than English ones, so that it may be a Chinese word for one."""


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
            builder.run(loader.get_event, marked="&" in text or "!" in text)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as stopped:
        if "nesting depth" in str(stopped.problem):  # newer parsers have a limit of their own and meet it first
            builder.fault_at("TH102", stopped.problem_mark or stopped.context_mark, most=MOST_DEPTH)
        else:
            error = stopped
    except Exception as broken:  # noqa: BLE001  a parser fed with hostile text may raise anything
        crash = f"{type(broken).__name__}: {broken}"
    return Parsed(builder.root, builder.faults, error, crash, builder.nodes, builder.folded, builder.wide_keys)


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
        self.wide_keys = False

    def fault(self, code: str, event: Any, *related: Span, **params: str | int) -> None:
        if len(self.faults) < MOST_FAULTS:
            start, end = event.start_mark, event.end_mark
            span = Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            self.faults.append(Fault(code, span, dict(params), related))

    def fault_at(self, code: str, mark: Any, **params: str | int) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(Fault(code, Span(self.file, line, column, line, column + 1), dict(params)))

    def run(self, get_event: Callable[[], Any], *, marked: bool) -> None:
        """Read all events; `marked` is whether the text holds a sign that anchors or tags begin with."""
        file, folded = self.file, self.folded
        inside: Node | None = None
        pairs: dict[str, tuple[Node, Node]] | None = None  # of that, if it is a map
        key: Node | None = None
        count = 0
        documents = 0
        keys: dict[str, str] = {}
        while True:
            event = get_event()
            kind = type(event)
            if kind is _SCALAR:
                start, end = event.start_mark, event.end_mark
                value, style = event.value, event.style
                line, end_line = start.line + 1, end.line + 1
                if end_line == line:
                    end_line = line  # one number where two would do: what a tree holds, it has to make and to sweep
                node = Node("scalar", file, line, start.column + 1, end_line, end.column + 1, value, style)
                if style:
                    if style == '"' and CONTROL.search(value):  # only escapes can bring them here
                        self.fault("TH109", event)
                        node.value = CONTROL.sub(" ", value)
                elif end_line != line:
                    folded.append(node)
            elif kind is _MAP_END or kind is _LIST_END:
                assert inside is not None
                end = event.end_mark
                inside.end_line, inside.end_column = end.line + 1, end.column + 1
                inside, key = self.open.pop()
                pairs = inside.pairs if inside is not None and inside.kind == "map" else None
                continue
            elif kind is _MAP_START or kind is _LIST_START:
                start = event.start_mark
                node = Node("map" if kind is _MAP_START else "seq", file, start.line + 1, start.column + 1)
            elif kind is _ALIAS:
                self.fault("TH105", event)
                start, end = event.start_mark, event.end_mark
                node = Node("scalar", file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
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
            self.nodes = count = count + 1
            if marked and kind is not _ALIAS:
                self.refuse_marks(event)
            if pairs is not None and key is None:
                key = node
                if kind is not _SCALAR:
                    self.fault("TH120", event)
                else:
                    # A key is always text, whatever it looks like; the same few come again and again
                    node.value = value = keys.setdefault(value, value)
                    if value == "<<" and not style:
                        self.fault("TH125", event)
                    elif not value.isascii():
                        self.wide_keys = True
            else:
                if kind is _SCALAR and not style and (not value or value[0] in _NO_TEXT):
                    node.value = scalar(value)
                if pairs is not None and key is not None:
                    name = key.value
                    if name not in pairs and isinstance(name, str) and (name != "<<" or key.style):
                        pairs[name] = (key, node)
                    else:
                        self.unpaired(pairs, key, node)
                    key = None
                elif inside is None:
                    self.root = node
                else:
                    inside.parts.append(node)
                    if len(inside.parts) == MOST_ITEMS:
                        self.fault("TH106", event, most=MOST_ITEMS)
                        self.nodes = count = MOST_NODES + 1
            if kind is not _SCALAR and kind is not _ALIAS:
                self.open.append((inside, key))
                inside, key = node, None
                pairs = node.pairs if kind is _MAP_START else None
                if len(self.open) > MOST_DEPTH:
                    self.fault("TH102", event, most=MOST_DEPTH)
                    return
            if count > MOST_NODES:
                if not any(fault.code == "TH106" for fault in self.faults):
                    self.fault("TH106", event, most=MOST_NODES)
                return

    def refuse_marks(self, event: Any) -> None:
        """Refuse an anchor or a tag at a value."""
        if event.anchor is not None:
            self.fault("TH105", event)
        if event.tag is not None:
            self.fault("TH104", event, tag=str(event.tag)[:60])

    def unpaired(self, pairs: Mapping[str, tuple[Node, Node]], key: Node, node: Node) -> None:
        """Say which key is there twice; what is no key has been refused already."""
        name = key.value
        if not isinstance(name, str) or (name == "<<" and not key.style) or len(self.faults) >= MOST_FAULTS:
            return
        first, value = pairs[name]
        same = node.kind == value.kind == "scalar" and node.value == value.value
        again = same and node.end_line == key.line
        self.faults.append(Fault("TH103", key.span, {"key": name[:60]}, (first.span,), again))
