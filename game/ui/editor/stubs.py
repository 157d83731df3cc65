"""An id that is named but not defined: the beginning of what it should be, written into the list where it belongs."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from game.authoring.draft_tree import last_line
from game.scenario.files import main_name
from game.scenario.findings import Finding, Fix, split_lines
from game.scenario.keys import Keys, shape_of
from game.scenario.known import items, text
from game.scenario.model import Scenario
from game.scenario.placeholders import placeholders
from game.scenario.tree import Node
from game.ui.editor.context import language_of
from game.ui.editor.plan import plan_of
from game.ui.editor.store import good_name
from game.ui.editor.uses import Use, definition, seat_of_brief, tree_of, use_at, uses

_SECTIONS = {
    "objective": "objectives",
    "seat": "seats",
    "campaign": "campaigns",
    "inject": "injects",
    "partner": "partners",
}


def missing(found: tuple[Use, ...], finding: Finding) -> tuple[str, str] | None:
    """Return (kind, id) of what a finding says is not there and could be made, else None."""
    if finding.code == "TH308":
        seat = seat_of_brief(finding.file)
        return ("seat", seat) if good_name(seat) else None
    use = use_at(found, finding.file, finding.line, finding.column)
    if use is None or use.defines or not good_name(use.short) or definition(found, use.kind, use.id) is not None:
        return None
    return (use.kind, use.id) if use.kind in _stubs("zh") else None


_HOLDERS = {
    "phase": ("campaigns:", "- phases:"),
    "option": ("injects:", "- options:"),
    "fund": ("starting:", "  funds:"),
}


def _in_chinese(kind: str, words: str) -> str:
    """Write a stub with Chinese keys, for a file that has them."""
    from game.authoring.turn_keys import turn

    head = _HOLDERS.get(kind) or (f"{_SECTIONS[kind]}:",)
    text = "\n".join((*head, *(f"    {line}" for line in words.split("\n"))))
    turned = turn({"scenario.yaml": text}, "zh").bundle.get("scenario.yaml", text)
    return "\n".join(line.removeprefix("    ") for line in turned.split("\n")[len(head) :])


def stub(bundle: Mapping[str, str], kind: str, ident: str, lang: str) -> Fix | None:
    """Return the stretch that writes the beginning of an item, None where its list is not written line by line."""
    root = tree_of(bundle)
    if root is None or root.kind != "map" or kind not in _stubs(lang):
        return None
    first = {name: text(next(iter(items(root, name)), None), "id") for name in ("seats", "objectives")}
    post = text(next(iter(items(root, "seats")), None), "post")
    words = (
        _stubs(lang)[kind]
        .strip("\n")
        .format(
            id=ident.rpartition("/")[2],
            seat=first["seats"] or "seat",
            objective=first["objectives"] or "objective",
            post=post or "township_commander",
            trigger=_trigger(root, ident, first["seats"] or "") if kind == "inject" else "",
            todo=placeholders(lang),
        )
    )
    return put_item(bundle, kind, lambda keys: _in_chinese(kind, words) if keys == "zh" else words, ident)


def _trigger(root: Node, ident: str, seat: str) -> str:
    """Return what starts a new inject: a day, or nothing of its own where an option already leads to it."""
    if any(text(option, "then") == ident for one in items(root, "injects") for option in items(one, "options")):
        return "by_hand: true"
    found = plan_of(root)
    load = found.load(seat)
    turns = range(min(1, found.turns - 1), found.turns)
    turn = min(turns, key=lambda turn: load.get(turn, (0, 0))[0])  # the first of those in which least comes
    return f"at: {turn * found.days}"


def put_item(
    bundle: Mapping[str, str], kind: str, write: Callable[[Keys], str], ident: str = "", near: str = ""
) -> Fix | None:
    """Return the stretch that adds an item to its list, None where the list is not written line by line.

    `write` gives the item's lines in the language of the file's keys, its dash in the first column. It comes behind the
    last item of the file `near`, else behind the last of all.
    """
    root = tree_of(bundle)
    if root is None or root.kind != "map":
        return None
    there = _list(root, kind, ident)
    parts = there.parts if there is not None and there.kind == "seq" else []

    def keys_of(file: str) -> Keys:
        return "zh" if language_of(split_lines(bundle[file])) == "zh" else "en"

    # The file that is looked at first; one that is a single item takes no second, another file does
    backwards = parts[::-1]
    for last in [*(p for p in backwards if p.file == near), *(p for p in backwards if p.file != near)]:
        if (found := _after(bundle, last, write(keys_of(last.file)))) is not None:
            return found
    section = _SECTIONS.get(kind, "")
    if parts or not section:
        return None
    main = main_name(dict(bundle))
    keys, lines = keys_of(main), split_lines(bundle[main])
    if there is not None:
        return _into_nothing(there, bundle, section, write(keys), keys)
    if not bundle[main].lstrip().startswith("{") and "..." not in lines:
        body = "\n".join(f"  {line}" if line else line for line in write(keys).split("\n"))
        gap = "\n" if lines[-1] else ""
        at = len(lines[-1]) + 1
        head = shape_of(Scenario).said(section, keys)
        return Fix(main, len(lines), at, len(lines), at, f"{gap}\n{head}:\n{body}\n")
    return None


def _into_nothing(there: Node, bundle: Mapping[str, str], section: str, words: str, keys: Keys) -> Fix | None:
    """Return the stretch that puts a first item where a key of the main file has nothing behind it, or `[]`."""
    main = main_name(dict(bundle))
    lines, head = split_lines(bundle[main]), shape_of(Scenario).said(section, keys)
    row = next((n for n, line in enumerate(lines, 1) if line.split("#")[0].replace(" ", "") in _empty(head)), 0)
    if there.file != main or not row:
        return None
    body = "\n".join(f"  {line}" if line else line for line in words.split("\n"))
    return Fix(main, row, 1, row, len(lines[row - 1]) + 1, f"{head}:\n{body}")


def _empty(head: str) -> tuple[str, ...]:
    return (f"{head}:", f"{head}:[]", f"{head}:null", f"{head}:~")


def _list(root: Node, kind: str, ident: str) -> Node | None:
    """Return the list in which a kind of item stands."""
    if kind == "phase":
        campaigns = items(root, "campaigns")
        return campaigns[-1].get("phases") if campaigns else None
    if kind == "option":
        inject = next((one for one in items(root, "injects") if text(one, "id") == ident.partition("/")[0]), None)
        return inject.get("options") if inject is not None else None
    if kind == "fund":
        starting = root.get("starting")
        return starting.get("funds") if starting is not None else None
    return root.get(_SECTIONS[kind])


def _after(bundle: Mapping[str, str], last: Node, words: str) -> Fix | None:
    lines = split_lines(bundle[last.file])
    before = lines[last.line - 1][: last.column - 1].rstrip()
    if before.strip(" ") != "-":
        return None  # a list in brackets, or a file of one item
    depth = len(before) - 1
    line = last_line(last, lines)
    body = "\n".join(" " * depth + one if one else one for one in words.split("\n"))
    gap = "\n" if line >= 2 and last.line != line and depth == 0 else ""
    at = len(lines[line - 1]) + 1
    return Fix(last.file, line, at, line, at, f"\n{gap}{body}")


@cache
def _stubs(lang: str) -> dict[str, str]:
    source = files("game.ui.editor").joinpath("stubs.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(source)[lang]
    return found


def stub_of(bundle: Mapping[str, str], finding: Finding, lang: str) -> Fix | None:
    """Return the stretch that makes what a finding misses, None where that cannot be made."""
    wanted = missing(uses(bundle), finding)
    return stub(bundle, *wanted, lang) if wanted is not None else None
