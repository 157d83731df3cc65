"""A scenario's card from its files, in milliseconds and without judging the rest.

A broken scenario has a card too, as far as its title page can be read; whether it can be played is the checker's say.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from game.scenario.card import Card, SeatCard
from game.scenario.files import main_name, read_path
from game.scenario.rename import rename
from game.scenario.tree import Node, parse


def read_card(path: Path) -> Card | None:
    """Return the card of a scenario's folder or file, None where there is no title page. Never raises."""
    bundle = read_path(path).bundle
    main = main_name(bundle)
    root = _parse(bundle[main], main) if main else None
    if root is None or root.kind != "map":
        return None
    turn = root.get("turn")
    return Card(
        id=_text(root, "id"),
        title=_text(root, "title"),
        summary=_text(root, "summary").strip(),
        level=_text(root, "level"),
        minutes=_number(root, "minutes"),
        start=_text(root, "start"),
        turns=_number(turn, "count"),
        turn_days=_number(turn, "days"),
        default_seat=_text(root, "default_seat"),
        objectives=tuple(filter(None, (_text(node, "text") for node in _listed(root, bundle, "objectives")))),
        version=_text(root, "version"),
        seats=tuple(_seat(node) for node in _listed(root, bundle, "seats") if _text(node, "id")),
    )


def _listed(root: Node, bundle: dict[str, str], section: str) -> list[Node]:
    """Return the items of a list that may lie in the main file and in files of its own."""
    whole = root.get(section)
    found = list(whole.parts) if whole is not None else []
    for name in sorted(bundle):
        path = PurePosixPath(name)
        if path.suffix != ".md" and section == (path.parts[0] if len(path.parts) > 1 else path.stem):
            more = _parse(bundle[name], name, section)
            if more is not None:
                found += more.parts if more.kind == "seq" else [more]
    return found


def _parse(text: str, name: str, section: str = "") -> Node | None:
    root = parse(text, name).root
    if root is not None:
        rename(root, section)
    return root


def _seat(node: Node) -> SeatCard:
    powers = node.get("powers")
    return SeatCard(
        id=_text(node, "id"),
        post=_text(node, "post"),
        name=_text(node, "name"),
        powers=tuple(part.text() or "" for part in powers.parts) if powers is not None else (),
        attention=_number(node, "attention"),
    )


def _text(node: Node | None, key: str) -> str:
    found = node.get(key) if node is not None else None
    return (found.text() or "") if found is not None else ""


def _number(node: Node | None, key: str) -> int:
    found = node.get(key) if node is not None else None
    return (found.number() or 0) if found is not None else 0
