"""A long scenario for benchmarks: one valid file of any length, made of a shipped scenario's own situations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from game.scenario.files import COUNTY, MAIN, SECTIONS

_ID = re.compile(r"^- id: ([a-z][a-z0-9_-]*)", re.MULTILINE)
_NAMED = re.compile(r"\b(?:after|then): ([a-z][a-z0-9_-]*)|\b(?:resolved|expired|delivered|chose)\(\"([a-z0-9_-]+)\"")


def long_scenario(bundle: Mapping[str, str], lines: int) -> str:
    """Return a scenario of about so many lines in one file, the situations of `bundle` over and over.

    `bundle` is a scenario in the form of a folder: its sections in files of their own. Each round of its situations
    has ids of its own, and none names one that is not there.
    """
    parts = [bundle[MAIN].rstrip("\n")]
    parts += [_section(bundle, name) for name in SECTIONS if name != "injects" and _texts(bundle, name)]
    head = "\n".join(parts) + "\ninjects:\n"
    situations = [item for text in _texts(bundle, "injects") for item in _items(text)]
    situations = _named_first(situations, {a or b for a, b in _NAMED.findall(head)})
    taken: list[str] = []
    left, number = lines - head.count("\n"), 0
    while left > 0:
        number += 1
        taken += _round(situations, number, left)
        left = lines - head.count("\n") - sum(item.count("\n") for item in taken)
        if number > 1 + lines // 10:
            break
    return head + "".join(taken)


def _named_first(situations: list[str], named: set[str]) -> list[str]:
    """Put those first that the rest of the scenario names, and those that these name in turn."""
    while True:
        first = [item for item in situations if _id(item) in named]
        more = {a or b for item in first for a, b in _NAMED.findall(item)} - named
        if not more:
            return first + [item for item in situations if _id(item) not in named]
        named = named | more


def _id(item: str) -> str:
    found = re.search(r"- id: ([a-z0-9_-]+)", item)
    return found[1] if found else ""


def _texts(bundle: Mapping[str, str], section: str) -> list[str]:
    found: list[str] = []
    for name in sorted(bundle):
        path = PurePosixPath(name)
        if name not in (MAIN, COUNTY) and section == (path.parts[0] if len(path.parts) > 1 else path.stem):
            found.append(bundle[name].rstrip("\n"))
    return found


def _section(bundle: Mapping[str, str], name: str) -> str:
    body = "\n".join(_texts(bundle, name))
    if name == "seats":
        body = _ID.sub(lambda found: found[0] + _brief(bundle, found[1]), body)
    return f"{name}:\n{_indented(body)}"


def _brief(bundle: Mapping[str, str], seat: str) -> str:
    text = bundle.get(f"briefs/{seat}.md")
    return "" if text is None else "\n  brief: |-\n" + _indented(_indented(text.strip()))


def _items(text: str) -> list[str]:
    """Cut a list into its items, comments between them left out."""
    kept = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    return [_indented("- " + item.rstrip()) + "\n\n" for item in re.split(r"^- ", kept, flags=re.MULTILINE)[1:]]


def _round(situations: list[str], number: int, most: int) -> list[str]:
    """Return the situations of one round up to a number of lines, without those that name one left out."""
    chosen: list[str] = []
    for item in situations:
        if sum(one.count("\n") for one in chosen) >= most:
            break
        chosen.append(item)
    while True:
        ids = {_id(item) for item in chosen}
        whole = [item for item in chosen if {a or b for a, b in _NAMED.findall(item)} <= ids]
        if len(whole) == len(chosen):
            break
        chosen = whole
    if number == 1:
        return whole
    words = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(ids))) + r")(?![\w-])")
    return [words.sub(rf"\1-r{number}", item) for item in whole]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line.strip() else "" for line in text.split("\n"))
