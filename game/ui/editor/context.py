"""What is being written at a place of the text: under which keys, a key or a value, and what is there of it already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.scenario.keys import Keys, chinese_keys
from game.ui.editor.outline import section_of
from game.ui.editor.scan import KEY, Level, in_text, levels

Slot = Literal["key", "value", "item", "none"]
_STOP = re.compile(r"[\s,\[\]{}\"'()：:]")
_OPENING, _CLOSING = "[{", "]}"


@dataclass(frozen=True, slots=True)
class Context:
    """A place in which something can be completed."""

    path: tuple[str, ...] = ()
    """Keys from the scenario's top, as written; of a value its own key is the last."""
    slot: Slot = "none"
    prefix: str = ""
    """What is written of the word already."""
    start: int = 0
    """Where the word begins in its line, in characters from 0."""
    taken: frozenset[str] = field(default_factory=frozenset)
    """Keys the mapping has already, as written."""
    quoted: bool = False
    whole: str = ""
    """The value up to the cursor, for conditions."""


def context(name: str, lines: Sequence[str], row: int, column: int) -> Context:
    """Return what is being written in a line (from 0) before a column (characters from 0)."""
    line = lines[row]
    head = line[:column]
    if name.endswith(".md") or _comment(head) or in_text(lines[: row + 1])[row]:
        return Context()
    found = levels(head) or [Level(len(head), "value")]
    if not head.strip():
        found = [Level(len(head), "value")]
    elif found[-1].kind == "dash":
        found = [*found, Level(len(head), "value")]
    last = found[-1]
    path, taken = _above(lines, row, found)
    whole = (section_of(name),) if section_of(name) else ()
    body = head[last.column :]
    match = KEY.match(body)
    if last.kind == "key" and match:
        base = (*whole, *path, last.key)
        return _flow(base, body[match.end() :], column - len(body) + match.end())
    if body[:1] in _OPENING and body:
        return _flow((*whole, *path), body, column - len(body), listed=found[0].kind == "dash")
    start = last.column
    word = _word(body)
    in_list = len(found) > 1 and found[-2].kind == "dash"
    if in_list and not _holds_maps((*whole, *path)):
        return Context((*whole, *path), "item", body, start, whole=body)
    return Context((*whole, *path), "key", word, column - len(word), taken)


def language_of(lines: Sequence[str]) -> Keys:
    """Return the language most keys of a file are written in."""
    known = chinese_keys()
    chinese = english = 0
    for line in lines[:400]:
        for level in levels(line):
            if level.kind == "key":
                chinese += level.key in known
                english += level.key.isascii()
    return "zh" if chinese > english else "en"


def _comment(head: str) -> bool:
    return head.lstrip().startswith("#") or " #" in re.sub(r"\"[^\"]*\"|'[^']*'", "", head)


def _word(body: str) -> str:
    at = max((match.end() for match in _STOP.finditer(body)), default=0)
    return body[at:]


def _above(lines: Sequence[str], row: int, found: list[Level]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the keys a line stands under, and the keys its mapping has beside it."""
    inside = in_text(lines)
    path: list[str] = []
    column = found[-1].column
    taken = _siblings(lines, inside, row, column, found)
    dashes = [level.column for level in found[:-1] if level.kind == "dash"]
    number = row
    while True:
        if dashes:  # the list a dash belongs to hangs on a key no deeper than the dash
            column = dashes.pop() + 1
        parent, number, column, dashes = _parent(lines, inside, number, column)
        if parent is None:
            return tuple(reversed(path)), taken
        path.append(parent)


def _parent(lines: Sequence[str], inside: list[bool], row: int, column: int) -> tuple[str | None, int, int, list[int]]:
    """Return the key above that something at a column belongs to, its line and column, and the dashes before it."""
    number = row - 1
    while number >= 0:
        found = [] if inside[number] else levels(lines[number])
        if found:
            last = found[-1]
            dashes = [level.column for level in found[:-1] if level.kind == "dash"]
            if last.kind == "key" and last.column < column:
                return last.key, number, last.column, dashes
            if dashes and dashes[-1] < column <= last.column:
                # a key of the same item: the list begins before its dash
                column = dashes[0] + 1
        number -= 1
    return None, number, column, []


def _siblings(lines: Sequence[str], inside: list[bool], row: int, column: int, own: list[Level]) -> frozenset[str]:
    """Return the other keys of the mapping whose keys stand at a column."""
    taken: set[str] = set()
    begins = any(level.kind == "dash" for level in own[:-1])
    if not begins:
        for number in range(row - 1, -1, -1):
            found = [] if inside[number] else levels(lines[number])
            if not found:
                continue
            last = found[-1]
            if last.kind == "key" and last.column == column:
                taken.add(last.key)
                if any(level.kind == "dash" for level in found[:-1]):
                    break
            elif found[0].column < column:
                break
    for number in range(row + 1, len(lines)):
        found = [] if inside[number] else levels(lines[number])
        if not found:
            continue
        if found[0].column < column or (found[0].kind == "dash" and found[0].column <= column):
            break
        if found[-1].kind == "key" and found[-1].column == column and found[0].kind == "key":
            taken.add(found[-1].key)
    return frozenset(taken)


@dataclass(slots=True)
class _Frame:
    sign: str
    path: tuple[str, ...]
    key: str = ""
    taken: set[str] = field(default_factory=set)


def _flow(base: tuple[str, ...], text: str, at: int, *, listed: bool = False) -> Context:
    """Read a value up to the cursor, brackets in it too; `at` is where it begins in its line."""
    frames: list[_Frame] = []
    start, quote = 0, ""
    for number, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not text[start:number].strip():
            quote, start = sign, number + 1
        elif sign in _OPENING and (frames or not text[:number].strip()):
            path = base if not frames else (*frames[-1].path, *([frames[-1].key] if frames[-1].key else []))
            frames.append(_Frame(sign, path))
            start = number + 1
        elif sign in _CLOSING and frames:
            frames.pop()
            start = number + 1
        elif sign == "," and frames:
            frames[-1].key = ""
            start = number + 1
        elif sign == ":" and frames and frames[-1].sign == "{" and not frames[-1].key:
            frames[-1].key = text[start:number].strip(" \"'")
            frames[-1].taken.add(frames[-1].key)
            start = number + 1
    piece = text[start:]
    body = piece.lstrip(" ")
    place = at + start + len(piece) - len(body)
    if not frames:
        return Context(base, "item" if listed else "value", body, place, quoted=bool(quote), whole=body)
    top = frames[-1]
    if top.sign == "[":
        if _holds_maps(top.path):
            return Context()
        return Context(top.path, "item", body, place, quoted=bool(quote), whole=body)
    if top.key:
        return Context((*top.path, top.key), "value", body, place, quoted=bool(quote), whole=body)
    return Context(top.path, "key", body, place, frozenset(top.taken))


def _holds_maps(path: tuple[str, ...]) -> bool:
    from game.ui.editor.vocabulary import model_at

    return model_at(path) is not None
