"""Slips of the pen, drawn at random: one edit of one line of a scenario, of the kinds that people make.

They measure the checker (`python -m game.authoring.bench`): whoever makes a slip must be shown its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from game.scenario.files import COUNTY
from game.scenario.findings import split_lines
from game.scenario.tree import Node, parse

_ID = re.compile(r"[a-z][a-z0-9_-]{2,40}")
_CONDITIONS = ("when", "enter", "exit", "needs", "done")
_TENS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Slip:
    """One edit of one file."""

    kind: str
    file: str
    line: int
    """The line edited, from 1; of a deletion, the line that now stands in its place."""
    head: int
    """Of a deletion, the first line of the group that lost a line, where its absence is told; else as `line`."""
    before: str
    after: str
    text: str
    """The whole file with the edit."""

    def distance(self, file: str, line: int) -> int:
        """Return how many lines a place is away from the slip; a place in another file is 1,000 away."""
        return min(abs(line - self.line), abs(line - self.head)) if file == self.file else 1_000


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value with what it hangs on."""

    node: Node
    key: Node | None
    parent: Node
    conditions: bool


@dataclass(slots=True)
class _Page:
    file: str
    lines: list[str]
    spots: list[_Spot]
    names: Mapping[str, str]
    """Id of a seat -> its name."""


Kind = Callable[[_Page, _Spot, Random], str | None]
"""What the line becomes, None where this kind of slip cannot be made there; a line break doubles it."""


def _mutated(word: str, draw: Random) -> str:
    """Drop, double, swap or replace one letter."""
    at = draw.randrange(1, len(word))
    way = draw.randrange(4)
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[:at] + word[at] + word[at:]
    if way == 2:
        return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return word[:at] + draw.choice("aeioustr") + word[at + 1 :]


def _line(page: _Page, node: Node) -> str:
    return page.lines[node.line - 1]


def _put(page: _Page, node: Node, text: str) -> str | None:
    """Return the line of a one-line value with the value written anew."""
    if node.line != node.end_line:
        return None
    line = _line(page, node)
    return line[: node.column - 1] + text + line[node.end_column - 1 :]


def _written(page: _Page, node: Node) -> str:
    return _line(page, node)[node.column - 1 : node.end_column - 1] if node.line == node.end_line else ""


def _block(page: _Page, spot: _Spot) -> str | None:
    """Return the line where its key or item is the first on it, so that its indentation counts."""
    first = spot.key or spot.node
    line = _line(page, first)
    return line if not line[: first.column - 1].strip(" -") and line.startswith(" ") else None


def _after_key(page: _Page, spot: _Spot, old: str, new: str) -> str | None:
    if spot.key is None or spot.key.style:
        return None
    line, at = _line(page, spot.key), spot.key.end_column - 1
    return line[:at] + new + line[at + len(old) :] if line.startswith(old, at) else None


def _wide_colon(page: _Page, spot: _Spot, _: Random) -> str | None:
    return _after_key(page, spot, ": ", "：")


def _no_space(page: _Page, spot: _Spot, _: Random) -> str | None:
    return _after_key(page, spot, ": ", ":")


def _no_value(page: _Page, spot: _Spot, _: Random) -> str | None:
    written = _written(page, spot.node)
    return _put(page, spot.node, "") if spot.key is not None and spot.node.kind == "scalar" and written else None


def _tab(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    return "\t" + line.lstrip(" ") if line else None


def _wide_space(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    return line.replace("  ", "\u3000", 1) if line and line.startswith("  ") else None


def _deeper(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    return " " + line if line else None


def _shallower(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    return line[1:] if line else None


def _dash(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _line(page, spot.key or spot.node)
    return line.replace("- ", "-", 1) if line.lstrip(" ").startswith("- ") else None


def _key_typo(page: _Page, spot: _Spot, draw: Random) -> str | None:
    key = spot.key
    return _put(page, key, _mutated(str(key.value), draw)) if key is not None and len(str(key.value)) > 1 else None


def _id_typo(page: _Page, spot: _Spot, draw: Random) -> str | None:
    value = spot.node.text()
    defines = spot.key is not None and spot.key.value == "id"
    if value is None or spot.node.style or defines or not _ID.fullmatch(value):
        return None
    return _put(page, spot.node, _mutated(value, draw))


def _name_for_id(page: _Page, spot: _Spot, _: Random) -> str | None:
    name = page.names.get(spot.node.text() or "")
    defines = spot.key is not None and spot.key.value == "id"
    return _put(page, spot.node, name) if name and not defines else None


def _plain_text(spot: _Spot) -> str:
    value = spot.node.text()
    return value if value is not None and not spot.node.style and len(value) > 3 else ""


def _open_quote(page: _Page, spot: _Spot, draw: Random) -> str | None:
    return _put(page, spot.node, draw.choice("\"'") + _plain_text(spot)) if _plain_text(spot) else None


def _half_quote(page: _Page, spot: _Spot, _: Random) -> str | None:
    written = _written(page, spot.node)
    return _put(page, spot.node, written[:-1]) if spot.node.style in ('"', "'") and len(written) > 2 else None


def _inner_colon(page: _Page, spot: _Spot, draw: Random) -> str | None:
    value = _plain_text(spot)
    at = draw.randrange(1, len(value) - 1) if value else 0
    return _put(page, spot.node, f"{value[:at]}: {value[at:]}") if value and not value.isascii() else None


def _stray(page: _Page, spot: _Spot, draw: Random) -> str | None:
    return _put(page, spot.node, draw.choice("@`%&*!|>[]{},?") + _plain_text(spot)) if _plain_text(spot) else None


def _open_bracket(page: _Page, spot: _Spot, _: Random) -> str | None:
    written = _written(page, spot.node)
    return _put(page, spot.node, written[:-1]) if spot.node.kind != "scalar" and written.endswith(("]", "}")) else None


def _wide_comma(page: _Page, spot: _Spot, _: Random) -> str | None:
    written = _written(page, spot.node)
    several = spot.node.kind == "seq" and written.startswith("[") and ", " in written
    return _put(page, spot.node, written.replace(", ", "，", 1)) if several else None


def _wrong_number(page: _Page, spot: _Spot, draw: Random) -> str | None:
    number = spot.node.number()
    if number is None:
        return None
    wrong = (f"{number}天", "".join(_TENS[int(d)] for d in str(abs(number))), f'"{number}"', f"{number}.5", "O")
    return _put(page, spot.node, draw.choice(wrong))


def _bare_list(page: _Page, spot: _Spot, _: Random) -> str | None:
    written = _written(page, spot.node)
    one = spot.node.kind == "seq" and written.startswith("[") and len(spot.node.parts) == 1
    return _put(page, spot.node, written[1:-1]) if one else None


def _condition(page: _Page, spot: _Spot, draw: Random) -> str | None:
    value = spot.node.text() or ""
    if not spot.conditions or spot.node.style not in ("", "'"):
        return None
    names = [m for m in re.finditer(r"[a-z_]{3,}", value) if m[0] not in ("and", "not")]
    signs = list(re.finditer(r" >= | == |\)|\"", value))
    if draw.random() < 0.5 and names:
        name = draw.choice(names)
        return _put(
            page, spot.node, _quoted(spot, value[: name.start()] + _mutated(name[0], draw) + value[name.end() :])
        )
    if not signs:
        return None
    sign = draw.choice(signs)
    put = {" >= ": " => ", " == ": " = "}.get(sign[0], "")
    return _put(page, spot.node, _quoted(spot, value[: sign.start()] + put + value[sign.end() :]))


def _quoted(spot: _Spot, value: str) -> str:
    return f"'{value}'" if spot.node.style else value


def _twice(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    whole = spot.node.kind == "scalar" and spot.node.line == spot.node.end_line
    if line is None or spot.key is None or not whole or line.lstrip(" ").startswith("-"):
        return None
    return f"{line}\n{line}"


def _gone(page: _Page, spot: _Spot, _: Random) -> str | None:
    line = _block(page, spot)
    whole = spot.node.kind == "scalar" and spot.node.line == spot.node.end_line
    return "" if line and spot.key is not None and whole and not line.lstrip(" ").startswith("-") else None


KINDS: dict[str, Kind] = {
    "wide_colon": _wide_colon,
    "no_space": _no_space,
    "no_value": _no_value,
    "tab": _tab,
    "wide_space": _wide_space,
    "deeper": _deeper,
    "shallower": _shallower,
    "dash": _dash,
    "key_typo": _key_typo,
    "id_typo": _id_typo,
    "name_for_id": _name_for_id,
    "open_quote": _open_quote,
    "half_quote": _half_quote,
    "inner_colon": _inner_colon,
    "stray_sign": _stray,
    "open_bracket": _open_bracket,
    "wide_comma": _wide_comma,
    "wrong_number": _wrong_number,
    "bare_list": _bare_list,
    "condition": _condition,
    "line_twice": _twice,
    "line_gone": _gone,
}
"""Name -> how the slip is made; every kind is drawn equally often."""


def slips(bundle: Mapping[str, str], seed: int) -> Iterator[Slip]:
    """Yield slips without end; the same bundle and seed give the same. Edits that change no data are left out."""
    draw = Random(seed)  # noqa: S311 - slips need no secrecy
    pages = _pages(bundle)
    kinds = list(KINDS)
    while True:
        kind = draw.choice(kinds)
        for _ in range(400):
            page = draw.choices(pages, [len(page.lines) for page in pages])[0]
            spot = draw.choice(page.spots)
            line = (spot.key or spot.node).line if kind not in _OF_VALUES else spot.node.line
            new = KINDS[kind](page, spot, draw)
            old = page.lines[line - 1]
            if new is None or new == old:
                continue
            slip = _slip(kind, page, spot, line, new)
            if _differs(page, slip.text):
                yield slip
                break


_OF_VALUES = frozenset(
    {"id_typo", "name_for_id", "open_quote", "half_quote", "inner_colon", "stray_sign", "open_bracket", "wide_comma"}
    | {"wrong_number", "bare_list", "condition", "no_value"}
)


def _slip(kind: str, page: _Page, spot: _Spot, line: int, new: str) -> Slip:
    old = page.lines[line - 1]
    after = new.split("\n") if kind != "line_gone" else []
    text = "\n".join((*page.lines[: line - 1], *after, *page.lines[line:]))
    head = line
    if kind == "line_gone":
        head = spot.parent.span.line
    elif kind == "line_twice":
        line, head = line + 1, line + 1
    return Slip(kind, page.file, line, head, old, new, text)


def _differs(page: _Page, text: str) -> bool:
    """Whether the edited text reads differently: an edit of nothing is no slip."""
    now, then = parse(text, page.file), parse("\n".join(page.lines), page.file)
    if now.root is None or then.root is None or now.error or now.faults:
        return True
    return bool(now.root.plain() != then.root.plain())


def _pages(bundle: Mapping[str, str]) -> list[_Page]:
    names: dict[str, str] = {}
    pages: list[_Page] = []
    for file in sorted(bundle):
        root = parse(bundle[file], file).root if file.endswith(".yaml") and file != COUNTY else None
        if root is not None:
            spots = list(_spots(root))
            pages.append(_Page(file, split_lines(bundle[file]), spots, names))
            for spot in spots:
                ident, name = spot.node.get("id"), spot.node.get("name")
                if spot.node.get("brief") or spot.node.get("post"):
                    names[(ident.text() if ident else None) or ""] = (name.text() if name else None) or ""
    return pages


def _spots(root: Node) -> Iterator[_Spot]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for key, value in node.pairs.values():
            yield _Spot(value, key, node, str(key.value) in _CONDITIONS)
            waiting.append(value)
        for part in node.parts:
            yield _Spot(part, None, node, conditions=False)
            waiting.append(part)
