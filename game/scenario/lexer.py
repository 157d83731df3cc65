"""Cut a condition into tokens; full-width signs are read as half-width ones at the same place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MOST_CHARS = 400

_WIDE = str.maketrans(
    {
        **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # ！ to ～
        "\u3000": " ",
        "\u00a0": " ",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "、": ",",
        "×": "*",
        "−": "-",
        "–": "-",
        "\t": " ",
        "\n": " ",
        "\r": " ",
    }
)
_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!=", "且": "and", "或": "or", "非": "not"}
_WORDS = {"and": "and", "or": "or", "not": "not", "并且": "and", "或者": "or", "AND": "and", "OR": "or", "NOT": "not"}
_TOKEN = re.compile(
    r"""(?P<int>[0-9]+)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<word>并且|或者)
    |(?P<sign>[≥≤≠且或非]|<=|>=|==|!=|<>|//|&&|\|\||[-+*<>()=,!])
    |(?P<name>[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*)""",
    re.VERBOSE,
)
_NAME_END = re.compile("[且或非]|并且")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a condition, from `start` to `end` (characters of its text)."""

    code: str
    start: int
    end: int
    params: dict[str, str | int] = field(default_factory=dict)
    suggestion: str = ""


class LexError(Exception):
    """A fault after which nothing sensible can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Token(NamedTuple):
    """One word or sign; a text's `text` is without its quotes."""

    kind: Literal["int", "text", "name", "op", "end"]
    text: str
    start: int
    end: int


def _stop(code: str, start: int, end: int, suggestion: str = "", **params: str | int) -> LexError:
    return LexError(Fault(code, start, end, dict(params), suggestion))


def tokens(text: str) -> list[Token]:
    """Return the tokens with an `end` last; raises `LexError`."""
    if len(text) > MOST_CHARS:
        raise _stop("TH402", 0, 1, most=MOST_CHARS)
    plain = text.translate(_WIDE)
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        match = _TOKEN.match(plain, at)
        if match is None:
            sign = plain[at]
            if sign in "\"'":
                raise _stop("TH416", at, at + 1)
            raise _stop("TH417", at, at + 1, "//" if sign == "/" else "", sign=text[at])
        kind, word, end = str(match.lastgroup), match[0], match.end()
        if kind == "int":
            if len(word) > 12:
                raise _stop("TH418", at, end)
            if end < len(plain) and plain[end] in ".%":
                raise _stop("TH418", at, end + 1)
            found.append(Token("int", word, at, end))
        elif kind == "text":
            found.append(Token("text", text[at + 1 : end - 1], at, end))
        elif kind == "name":
            cut = _NAME_END.search(word)
            if cut and cut.start():
                word, end = word[: cut.start()], at + cut.start()
            found.append(Token("op", _WORDS[word], at, end) if word in _WORDS else Token("name", word, at, end))
        elif word in ("=", "&&", "||", "!", "<>"):
            meant = {"=": "==", "&&": "and", "||": "or", "!": "not", "<>": "!="}[word]
            raise _stop("TH419", at, end, meant, sign=text[at:end])
        else:
            found.append(Token("op", _WORDS.get(word) or _SIGNS.get(word, word), at, end))
        at = end
    found.append(Token("end", "", len(text), len(text)))
    return found
