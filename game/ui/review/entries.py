"""What a command of the timeline was about: the order, organ, place or person its arguments name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from game.review.story import Entry
from game.session.session import Session
from game.ui.i18n import listed, translate
from game.ui.names import NameBook

ABOUT = (
    "order", "problem", "contract", "programme", "inject", "partner", "task", "organ", "organs", "holder", "squad",
    "township", "townships", "problems", "to", "domain", "village", "fund", "source", "place", "object", "seat",
    "power",
)  # fmt: skip
"""Arguments by how much they say, the most telling first."""
PLACES = frozenset({"village", "township", "townships", "place"})
NAMED = 2
"""Entities named; the rest is counted by an ellipsis."""


def told(session: Session, entries: Iterable[Entry], names: NameBook) -> tuple[Entry, ...]:
    """Return the entries with each command's object behind its name."""
    args = {record.seq: _read(record.args) for record in session.records()}
    found = []
    for entry in entries:
        about = about_of(args.get(entry.seq, {}), names) if entry.kind == "command" else ""
        found.append(
            replace(entry, text=translate("Entries", "{what}：{about}").format(what=entry.text, about=about))
            if about
            else entry
        )
    return tuple(found)


def _read(args: str) -> Mapping[str, Any]:
    found = json.loads(args) if args else {}
    return found if isinstance(found, dict) else {}


def about_of(args: Mapping[str, Any], names: NameBook) -> str:
    """Return what a command's arguments are about, in words; empty where they name nothing."""
    for key in ABOUT:
        value = args.get(key)
        refs = [value] if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []
        refs = [ref for ref in refs if isinstance(ref, str) and ref]
        if refs:
            words = [_word(key, ref, names) for ref in refs[:NAMED]]
            text = listed(words) + ("…" if len(refs) > NAMED else "")
            where = args.get("place")
            if key == "task" and isinstance(where, str) and where:
                text = translate("Entries", "{what}（{place}）").format(what=text, place=names.place(where, full=True))
            return text
    return ""


def _word(key: str, ref: str, names: NameBook) -> str:
    if key == "task":
        return names.task(ref)
    if key == "domain":
        return names.domain(ref)
    if key == "fund":
        return names.fund(ref)
    if key in PLACES:
        return names.place(ref, full=True)
    if key == "object":
        return names.object(ref)
    return names.title(ref)
