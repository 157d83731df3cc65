"""Text: what was never filled in or should not be printed, what looks alike, one place under two names. On any tree.

A finding inside a text of several lines stands at its beginning, where a comment can silence it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.scenario.findings import Sink, Word
from game.scenario.known import Known, text, texts
from game.scenario.lint.facts import beside, rewritten
from game.scenario.placeholders import known as known_placeholders
from game.scenario.placeholders import unfilled
from game.scenario.tree import Node

_MOBILE = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)|(?<![\d-])0\d{2,3}-[2-8]\d{6,7}(?![\d-])")
_CARD = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])",
)
_NUMBERS = ((_MOBILE, "phone"), (_CARD, "id_card"))
_DIGITS = re.compile(r"\d{7}")
_HALF = re.compile(r"[,;!?:.](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff“])")
_WIDE = str.maketrans(",;!?:.", "，；！？：。")
_KIND = re.compile("乡(?![亲村土愁情音])|镇(?!静)|街道")
_USUAL = {
    "水务局": "水利局",
    "卫计局": "卫健局",
    "卫计委": "卫健局",
    "卫生局": "卫健局",
    "教体局": "教育局",
    "教委": "教育局",
    "农业局": "农业农村局",
    "农委": "农业农村局",
    "城建局": "住建局",
    "规建局": "住建局",
    "扶贫局": "扶贫办",
    "劳动局": "人社局",
    "搬迁局": "移民局",
}
"""Another name of an organ -> the one of the catalogue."""
_NAMES = frozenset(_USUAL.values())
_FORMER = {"卫计局", "卫计委", "卫生局", "农业局", "农委"}
"""Names that were right until the reform of 2018; a scenario that begins before may use both."""
_REFORM = "2019"
_ODD = re.compile("|".join(_USUAL))
_LEAST = 12
"""Characters from which two texts that are the same are no accident."""


def prose(root: Node) -> list[tuple[Node, str]]:
    """Return the texts of a tree that hold Chinese, a long number or a placeholder, the last first."""
    found: list[tuple[Node, str]] = []
    _prose(root, found)
    return found


def _prose(node: Node, found: list[tuple[Node, str]]) -> None:
    if node.kind == "map":
        for _, part in reversed(node.pairs.values()):
            value = part.value
            if part.kind != "scalar":
                _prose(part, found)
            elif isinstance(value, str) and _is_prose(value):
                found.append((part, value))
        return
    for part in reversed(node.parts):
        value = part.value
        if part.kind != "scalar":
            _prose(part, found)
        elif isinstance(value, str) and _is_prose(value):
            found.append((part, value))


def _is_prose(value: str) -> bool:
    return len(value) > 10 or not value.isascii() or value in known_placeholders()


def every_text(known: Known, sink: Sink) -> None:
    """Look through all texts once: placeholders, numbers of real people, half-width signs, names that are not usual."""
    stems, names = _townships(known)
    usual: set[str] = set()
    odd: list[tuple[Node, int, str]] = []
    for node, value in prose(known.root):
        for pattern, what in _NUMBERS if _DIGITS.search(value) else ():
            found = pattern.search(value)
            if found and len(set(found[0][-8:])) > 2:
                sink.add("TH588", node.inside(found.start(), found.end()), what=Word(what), value=found[0])
        left = unfilled(value)
        if left is not None:
            sink.add("TH590", node.inside(*left), value=value[slice(*left)])
        if value.isascii():
            continue
        half = _HALF.search(value)
        if half:
            at = half.start()
            span, wide = node.inside(at, at + 1), value[at].translate(_WIDE)
            sink.add("TH589", span, fixes=rewritten(span, value[at], wide), sign=value[at], wide=wide)
        if "局" in value or "委" in value or "扶贫办" in value:
            usual.update(name for name in _NAMES if name in value)
            odd += [(node, match.start(), match[0]) for match in _ODD.finditer(value)]
        if stems and ("乡" in value or "镇" in value or "街道" in value):
            _place_names(node, value, stems, names, sink)
    said: set[str] = set()
    former = (text(known.root, "start") or _REFORM) < _REFORM
    for node, at, name in odd:
        if _USUAL[name] in usual and name not in said and not (former and name in _FORMER):
            said.add(name)
            span = node.inside(at, at + len(name))
            sink.add("TH551", span, fixes=rewritten(span, name, _USUAL[name]), value=name, usual=_USUAL[name])


def _townships(known: Known) -> tuple[dict[str, str], frozenset[str]]:
    """Return the county's townships without the word for their kind -> the full name, and all full names."""
    names = frozenset(township.name for township in known.county.townships) if known.county is not None else frozenset()
    stems = {}
    for name in sorted(names):
        stem = name[:-2] if name.endswith("街道") else name[:-1] if name.endswith(("乡", "镇")) else ""
        if len(stem) >= 2:
            stems[stem] = name
    return stems, names


def _place_names(node: Node, value: str, stems: dict[str, str], names: frozenset[str], sink: Sink) -> None:
    for match in _KIND.finditer(value):
        for size in (3, 2):
            start = match.start() - size
            stem = value[max(0, start) : match.start()]
            full = stems.get(stem)
            if full is not None and stem + match[0] not in names and start >= 0:
                span = node.inside(start, match.end())
                sink.add("TH551", span, fixes=rewritten(span, stem + match[0], full), value=stem + match[0], usual=full)
                return


def twins(known: Known, sink: Sink) -> None:
    """Say which injects share a title, and which texts are the same word for word."""
    titles: dict[str, Node] = {}
    bodies: dict[str, Node] = {}
    for inject in known.injects:
        title, escalation = inject.get("title"), inject.get("escalate")
        name = title.text() if title is not None else None
        if title is not None and name:
            if name in titles:
                sink.add("TH559", title.span, related=beside(titles[name].span, "other_place"), title=name[:40])
            titles.setdefault(name, title)
        shown = [inject.get("text"), *texts(inject, "variants"), escalation.get("text") if escalation else None]
        for node in shown:
            value = node.text() if node is not None else None
            if node is None or value is None or len(value) < _LEAST:
                continue
            if value in bodies:
                sink.add("TH540", node.span, related=beside(bodies[value].span, "other_place"))
            bodies.setdefault(value, node)


RULES: tuple[Callable[[Known, Sink], None], ...] = (every_text, twins)
