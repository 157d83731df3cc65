"""The words of the county explained where they stand: what the pointer rests on is looked up and said."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTextEdit,
    QWidget,
)

from game.ui.assets import assets_dir

_MOST = 2
"""Words explained at once: of a sentence those said first."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means, in both languages."""

    zh: str
    en: str
    also: tuple[str, ...]
    zh_text: str
    en_text: str

    def word(self, lang: str) -> str:
        """Return the word as the window writes it."""
        return self.en[:1].upper() + self.en[1:] if lang == "en" else self.zh

    def text(self, lang: str) -> str:
        """Return what it means."""
        return self.en_text if lang == "en" else self.zh_text


@cache
def terms() -> tuple[Term, ...]:
    """Read the glossary, in the order in which it is written."""
    text = (assets_dir() / "glossary" / "terms.toml").read_text(encoding="utf-8")
    return tuple(
        Term(one["zh"], one["en"], tuple(one.get("also", ())), one["zh_text"], one["en_text"])
        for one in tomllib.loads(text)["term"]
    )


def found(text: str, lang: str) -> list[Term]:
    """Return the terms a text names, in the order of its words; of words inside each other only the longest."""
    return [term for _, _, term in _places(text, lang)]


def at(text: str, position: int, lang: str) -> Term | None:
    """Return the term that stands at a position of a text."""
    return next((term for start, end, term in _places(text, lang) if start <= position < end), None)


def explain(widget: QWidget, spot: QPoint, lang: str) -> str:
    """Return the explanation of what stands at a spot of a widget; empty where there is nothing to explain."""
    if isinstance(parent := widget.parentWidget(), QTextEdit) and widget is parent.viewport():
        cursor = parent.cursorForPosition(spot)
        text, place = cursor.block().text(), cursor.positionInBlock()
        term = at(text, place, lang) or at(text, place - 1, lang)  # the cursor stands between two signs
        return said([term], lang) if term is not None else ""
    return said(found(_words(widget, spot), lang)[:_MOST], lang)


def said(some: list[Term], lang: str) -> str:
    """Write terms with their explanations, one below the other."""
    joint = ": " if lang == "en" else "："
    return "\n".join(f"{term.word(lang)}{joint}{term.text(lang)}" for term in some)


def _words(widget: QWidget, spot: QPoint) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    view = widget.parentWidget()
    if isinstance(view, QHeaderView):
        section = view.logicalIndexAt(spot)
        return str(view.model().headerData(section, view.orientation()) or "") if section >= 0 else ""
    if isinstance(view, QAbstractItemView) and widget is view.viewport():
        return str(view.indexAt(spot).data() or "")
    return ""


def _places(text: str, lang: str) -> Iterator[tuple[int, int, Term]]:
    known = _by_word(lang)
    for match in _pattern(lang).finditer(text):
        yield match.start(), match.end(), known[match.group().casefold()]


@cache
def _by_word(lang: str) -> dict[str, Term]:
    words: dict[str, Term] = {}
    for term in terms():
        for word in (term.en if lang == "en" else term.zh, *term.also):
            if word.isascii() is (lang == "en"):
                words.setdefault(word.casefold(), term)
    return words


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = sorted(_by_word(lang), key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{joined})\b" if lang == "en" else joined, re.IGNORECASE)
