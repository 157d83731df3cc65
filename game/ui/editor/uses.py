"""Where ids are defined and where they are named, so that one can be renamed everywhere and found from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from game.scenario.files import COUNTY, read_bundle
from game.scenario.findings import Fix, Sink, Span, split_lines
from game.scenario.lexer import LexError, tokens
from game.scenario.load import build
from game.scenario.names import FUNCTIONS
from game.scenario.references import OUTCOMES
from game.scenario.tree import Node
from game.ui.editor.vocabulary import DEFINES, NAMES, fields

_OWN = frozenset({"seat", "inject", "objective", "campaign"})
_PARAMS = {function.name: function.params for function in FUNCTIONS}


@dataclass(frozen=True, slots=True)
class Use:
    """An id in its place."""

    kind: str
    id: str
    """Of an option `inject/option`, for options of two injects may share an id."""
    span: Span
    defines: bool
    exact: bool = True
    """Whether the span is the id itself; in a text of many lines only the whole can be pointed at."""

    @property
    def short(self) -> str:
        """The id as it is written."""
        return self.id.rpartition("/")[2]

    def holds(self, file: str, line: int, column: int) -> bool:
        """Whether a place lies on it, its end included."""
        span = self.span
        return file == span.file and line == span.line and span.column <= column <= span.end_column


def tree_of(bundle: Mapping[str, str]) -> Node | None:
    """Return the tree of all files, as far as they can be read."""
    return build(read_bundle(dict(bundle)), Sink({name: split_lines(text) for name, text in bundle.items()})).root


def uses(bundle: Mapping[str, str]) -> tuple[Use, ...]:
    """Return every id the scenario itself defines or names, as far as the text can be read."""
    return uses_in(tree_of(bundle))


def uses_in(root: Node | None) -> tuple[Use, ...]:
    """Return every id that a tree defines or names."""
    return tuple(_uses(root)) if root is not None and root.kind == "map" else ()


def use_at(found: tuple[Use, ...], file: str, line: int, column: int) -> Use | None:
    """Return the narrowest use at a place."""
    here = [use for use in found if use.holds(file, line, column)]
    return min(here, key=lambda u: u.span.end_column - u.span.column, default=None)


def definition(found: tuple[Use, ...], kind: str, ident: str) -> Use | None:
    """Return where an id is defined."""
    return next((use for use in found if use.defines and (use.kind, use.id) == (kind, ident)), None)


def rename(
    bundle: Mapping[str, str], found: tuple[Use, ...], use: Use, new: str
) -> tuple[tuple[Fix, ...], tuple[str, str] | None, int]:
    """Return the stretches that rename an id everywhere, the file to rename with it, and how many places are left.

    What is left stands in texts that cannot be pointed into; the checker will name them.
    """
    same = [one for one in found if (one.kind, one.id) == (use.kind, use.id)]
    fixes = tuple(
        Fix(one.span.file, one.span.line, one.span.column, one.span.end_line, one.span.end_column, new)
        for one in same
        if one.exact
    )
    brief = next((n for n in bundle if use.kind == "seat" and n == f"briefs/{use.id}.md"), None)
    return fixes, (brief, f"briefs/{new}.md") if brief else None, sum(not one.exact for one in same)


def _uses(root: Node) -> Iterator[Use]:
    owners = _owners(root)
    for model, name, owner, value in fields(root):
        if name == "id" and model.__name__ in DEFINES:
            kind, ident = DEFINES[model.__name__], value.text()
            if ident and value.file != COUNTY:
                whole = f"{owners.get(id(owner), '')}/{ident}" if kind == "option" else ident
                yield _use(kind, whole, value, 0, defines=True)
            continue
        kind = NAMES.get((model.__name__, name), "")
        if not kind:
            continue
        nodes = value.parts if value.kind == "seq" else [value]
        for node in nodes:
            text = node.text()
            if text is None:
                continue
            if kind in _OWN:
                yield _use(kind, text, node, 0)
            elif kind in ("scope", "target"):
                head, colon, ident = text.partition(":")
                if colon and head in ("partner", "fund"):
                    yield _use(head, ident, node, len(head) + 1)
            elif kind == "outcome" and text not in OUTCOMES:
                after = owner.get("after")
                first = after.text() if after is not None else None
                if first:
                    yield _use("option", f"{first}/{text}", node, 0)
            elif kind == "condition":
                yield from _in_condition(node, text)


def _owners(root: Node) -> dict[int, str]:
    """Return the inject of each option, by the identity of its node."""
    found: dict[int, str] = {}
    injects = root.get("injects")
    for inject in injects.parts if injects is not None else ():
        ident = inject.get("id")
        options = inject.get("options")
        for option in options.parts if options is not None else ():
            found[id(option)] = (ident.text() or "") if ident is not None else ""
    return found


def _in_condition(node: Node, text: str) -> Iterator[Use]:
    try:
        found = tokens(text)
    except LexError:
        return
    params: tuple[str, ...] = ()
    place, first = 0, ""
    for number, token in enumerate(found):
        if token.kind == "name" and token.text in _PARAMS and found[number + 1].text == "(":
            params, place = _PARAMS[token.text], 0
        elif token.kind == "text" and place < len(params):
            kind = params[place]
            place += 1
            if kind == "inject":
                first = token.text
            if kind in ("inject", "phase") or (kind == "option" and first):
                ident = f"{first}/{token.text}" if kind == "option" else token.text
                yield _use(kind, ident, node, token.start + 1)
        elif token.kind == "op" and token.text == ")":
            params = ()


def _use(kind: str, ident: str, node: Node, at: int, *, defines: bool = False) -> Use:
    written = ident.rpartition("/")[2] if kind == "option" else ident
    span = node.inside(at, at + len(written))
    exact = span.line == span.end_line and span.end_column - span.column == len(written)
    return Use(kind, ident, span, defines, exact)


def seat_of_brief(name: str) -> str:
    """Return the seat a brief's file belongs to, "" for other files."""
    path = PurePosixPath(name)
    return path.stem if path.parts[0] == "briefs" and path.suffix == ".md" else ""
