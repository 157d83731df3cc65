"""How long a text takes to read: Chinese signs, and how many of them go into a minute."""

from __future__ import annotations

import re

from game.scenario.known import items, text
from game.scenario.tree import Node

SIGNS_A_MINUTE = 300
"""Chinese signs an adult reads in a minute with understanding; a Western word counts as two."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9]+")


def signs(words: str) -> int:
    """Return how long a text is to a reader, in Chinese signs."""
    return len(_HAN.findall(words)) + 2 * len(_WORD.findall(words))


def inject_signs(inject: Node) -> int:
    """Return how long an inject is to a reader, with what it offers to choose from, in Chinese signs."""
    own = signs(text(inject, "title") or "") + signs(text(inject, "text") or "")
    return own + sum(signs(text(option, "text") or "") for option in items(inject, "options"))
