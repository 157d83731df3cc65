"""Conditions: a small typed language of our own, never `eval`.

Whole numbers, yes/no, and texts only as arguments. Comparison (chains allowed), and/or/not or 且/或/非, + - * //,
parentheses, figures and functions of a `NameTable`. Full-width signs are read as their half-width ones, character for
character, so places hold.
Everything is checked when compiled; evaluating is total: dividing by zero gives 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from game.scenario.lexer import Fault, LexError, Token, tokens
from game.scenario.names import NAMES, Kind, NameTable
from game.scenario.suggest import nearest

MOST_DEPTH = 60
MOST_TOKENS = 200


class Env(Protocol):
    """What a condition is evaluated against."""

    def figure(self, name: str) -> int:
        """Return a figure of the names table."""

    def call(self, name: str, args: tuple[str, ...]) -> int | bool:
        """Answer a function of the names table."""


Eval = Callable[[Env], int | bool]
Tree = tuple[Any, ...]
"""What a condition says, for those who reason about it without a state:
`("is", value)`, `("figure", name)`, `("call", name, args)`, `("not" | "neg", tree)`, `("compare", trees, signs)`, and
`(sign, tree, tree)` for `and or + - * //`. Empty for a text and after a fault."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition."""

    text: str
    names: tuple[str, ...]
    """Figures and functions it names, sorted."""
    calls: tuple[tuple[str, tuple[str, ...]], ...]
    """Functions it asks, with their arguments, in the order written."""
    tree: Tree
    _eval: Eval = field(repr=False, compare=False)

    def holds(self, env: Env) -> bool:
        """Say whether it holds. Pure: the same answers of `env` give the same result."""
        return bool(self._eval(env))


class ConditionError(ValueError):
    """A text that is no condition; `faults` say why, with their places in it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.code}@{fault.start}" for fault in faults))
        self.faults = faults


def compile_condition(text: str, names: NameTable = NAMES) -> Condition:
    """Compile a condition; raises `ConditionError` with every fault and its place."""
    if names is NAMES:
        return _compile_cached(text)
    return _compile(text, names)


@lru_cache(maxsize=2048)
def _compile_cached(text: str) -> Condition:
    return _compile(text, NAMES)


def _compile(text: str, names: NameTable) -> Condition:
    parser = _Parser(text, names)
    try:
        top = parser.whole()
    except LexError as error:
        raise ConditionError((*parser.faults, error.fault)) from None
    if parser.faults or top is None:
        raise ConditionError(tuple(sorted(parser.faults, key=lambda fault: fault.start)))
    return Condition(text, tuple(sorted(parser.used)), tuple(parser.calls), top.tree, top.eval)


def check_condition(text: str, names: NameTable) -> tuple[Fault, ...]:
    """Return what is wrong with a condition, nothing where all is well."""
    try:
        _compile(text, names)
    except ConditionError as error:
        return error.faults
    return ()


class _Part(NamedTuple):
    """A piece of the expression: its type, its stretch of the text, and how to evaluate it."""

    kind: Kind | None
    """None after a fault, so that it causes no second one."""
    start: int
    end: int
    eval: Eval
    literal: str | int | bool | None = None
    tree: Tree = ()


_OR, _AND, _NOT, _COMPARE, _ADD, _TIMES, _SIGN = range(10, 80, 10)
_POWERS = {
    "or": _OR,
    "and": _AND,
    **dict.fromkeys(("<", "<=", ">", ">=", "==", "!="), _COMPARE),
    **dict.fromkeys(("+", "-"), _ADD),
    **dict.fromkeys(("*", "//"), _TIMES),
}


def _nothing(_: Env) -> int | bool:
    return 0


class _Parser:
    def __init__(self, text: str, names: NameTable) -> None:
        self.names = names
        self.faults: list[Fault] = []
        self.used: dict[str, None] = {}
        self.calls: list[tuple[str, tuple[str, ...]]] = []
        self.depth = 0
        self.at = 0
        self.text = text
        self.tokens: list[Token] = []

    def fault(self, code: str, start: int, end: int, suggestion: str = "", **params: str | int) -> None:
        self.faults.append(Fault(code, start, end, dict(params), suggestion))

    def stop(self, code: str, start: int, end: int, suggestion: str = "", **params: str | int) -> LexError:
        return LexError(Fault(code, start, end, dict(params), suggestion))

    def whole(self) -> _Part | None:
        self.tokens = tokens(self.text)
        if len(self.tokens) > MOST_TOKENS:
            raise self.stop("TH402", 0, len(self.text), most=MOST_TOKENS)
        if len(self.tokens) == 1:
            raise self.stop("TH401", 0, max(len(self.text), 1))
        part = self.expression(0)
        token = self.now
        if token.kind != "end":
            if token.text == ")":
                raise self.stop("TH404", token.start, token.end, sign=")")
            raise self.stop("TH403", token.start, token.end, found=token.text[:40])
        if part.kind not in ("bool", None):
            self.fault("TH409", part.start, part.end)
        return part

    @property
    def now(self) -> Token:
        """The token to be read next."""
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expression(self, power: int) -> _Part:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self.stop("TH405", self.now.start, self.now.end, most=MOST_DEPTH)
        left = self.prefix()
        while self.now.kind == "op" and _POWERS.get(self.now.text, 0) > power:
            sign = self.now.text
            left = self.comparison(left) if _POWERS[sign] == _COMPARE else self.infix(left, self.take())
        self.depth -= 1
        return left

    def prefix(self) -> _Part:
        token = self.take()
        if token.kind == "int":
            value = int(token.text)
            return _Part("int", token.start, token.end, lambda _: value, value, ("is", value))
        if token.kind == "text":
            return _Part("text", token.start, token.end, _nothing, token.text)
        if token.kind == "name":
            return self.name(token)
        if token.text == "(":
            inner = self.expression(0)
            self.close(token)
            return _Part(inner.kind, token.start, self.tokens[self.at - 1].end, inner.eval, inner.literal, inner.tree)
        if token.text == "not":
            part = self.expression(_NOT)
            self.want("bool", part, "not")
            body = part.eval
            return _Part("bool", token.start, part.end, lambda env: not body(env), tree=("not", part.tree))
        if token.text == "-":
            part = self.expression(_SIGN)
            self.want("int", part, "-")
            body = part.eval
            return _Part("int", token.start, part.end, lambda env: -body(env), tree=("neg", part.tree))
        if token.kind == "end":
            raise self.stop("TH406", max(token.start - 1, 0), max(token.start, 1))
        raise self.stop("TH403", token.start, token.end, found=token.text[:40])

    def close(self, opening: Token) -> None:
        if self.now.text != ")" or self.now.kind != "op":
            if self.now.kind == "end":
                raise self.stop("TH404", opening.start, opening.end, sign="(")
            raise self.stop("TH403", self.now.start, self.now.end, found=self.now.text[:40])
        self.at += 1

    def infix(self, left: _Part, token: Token) -> _Part:
        right = self.expression(_POWERS[token.text])
        sign, a, b = token.text, left.eval, right.eval
        start, end = left.start, right.end
        tree = (sign, left.tree, right.tree)
        if sign in ("and", "or"):
            self.want("bool", left, sign)
            self.want("bool", right, sign)
            if sign == "and":
                return _Part("bool", start, end, lambda env: a(env) and b(env), tree=tree)
            return _Part("bool", start, end, lambda env: a(env) or b(env), tree=tree)
        self.want("int", left, sign)
        self.want("int", right, sign)
        if sign == "+":
            return _Part("int", start, end, lambda env: a(env) + b(env), tree=tree)
        if sign == "-":
            return _Part("int", start, end, lambda env: a(env) - b(env), tree=tree)
        if sign == "*":
            return _Part("int", start, end, lambda env: a(env) * b(env), tree=tree)
        if right.literal == 0 and right.kind == "int":
            self.fault("TH412", right.start, right.end)
        return _Part("int", start, end, lambda env: a(env) // b(env) if b(env) else 0, tree=tree)

    def comparison(self, first: _Part) -> _Part:
        parts, signs = [first], []
        while self.now.kind == "op" and _POWERS.get(self.now.text) == _COMPARE:
            signs.append(self.take())
            parts.append(self.expression(_COMPARE))
        for left, sign, right in zip(parts, signs, parts[1:], strict=False):
            if left.kind is None or right.kind is None:
                continue
            same = left.kind == right.kind == "bool" and sign.text in ("==", "!=")
            if not same and not left.kind == right.kind == "int":
                wrong = right if left.kind == "int" else left
                self.fault("TH408", wrong.start, wrong.end, sign=sign.text, found=wrong.kind or "")
        pairs = tuple(
            (_COMPARES[sign.text], left.eval, right.eval)
            for left, sign, right in zip(parts, signs, parts[1:], strict=False)
        )
        tree = ("compare", tuple(part.tree for part in parts), tuple(sign.text for sign in signs))
        start, end = first.start, parts[-1].end
        return _Part("bool", start, end, lambda env: all(test(a(env), b(env)) for test, a, b in pairs), tree=tree)

    def want(self, kind: Kind, part: _Part, sign: str) -> None:
        if part.kind is not None and part.kind != kind:
            self.fault("TH407", part.start, part.end, sign=sign, wanted=kind, found=part.kind)

    def name(self, token: Token) -> _Part:
        called = self.now.kind == "op" and self.now.text == "("
        if token.text in ("true", "false"):
            value = token.text == "true"
            return _Part("bool", token.start, token.end, lambda _: value, value, ("is", value))
        if called:
            return self.function(token)
        name = self.names.aliases.get(token.text, token.text)
        if name in self.names.figures:
            self.used[name] = None
            return _Part("int", token.start, token.end, lambda env: env.figure(name), tree=("figure", name))
        if name in self.names.functions:
            self.fault("TH411", token.start, token.end, name=name, form=self.form(name), found=0)
        else:
            known = (*self.names.figures, *self.names.aliases, *self.names.functions)
            self.fault("TH410", token.start, token.end, nearest(token.text, known), name=token.text[:60])
        return _Part(None, token.start, token.end, _nothing)

    def function(self, token: Token) -> _Part:
        opening = self.take()
        given: list[_Part] = []
        while not (self.now.kind == "op" and self.now.text == ")"):
            given.append(self.expression(0))
            if self.now.kind == "op" and self.now.text == ",":
                self.at += 1
            else:
                break
        self.close(opening)
        end = self.tokens[self.at - 1].end
        function = self.names.functions.get(token.text)
        if function is None:
            if token.text in self.names.figures or token.text in self.names.aliases:
                self.fault("TH413", token.start, end, token.text, name=token.text[:60])
            else:
                meant = nearest(token.text, self.names.functions)
                self.fault("TH410", token.start, token.end, meant, name=token.text[:60])
            return _Part(None, token.start, end, _nothing)
        if len(given) != len(function.params):
            self.fault("TH411", token.start, end, name=function.name, form=self.form(function.name), found=len(given))
            return _Part(function.result, token.start, end, _nothing)
        args: list[str] = []
        for part, what in zip(given, function.params, strict=True):
            if part.kind != "text":
                if part.kind is not None or not any(f.start == part.start for f in self.faults):
                    self.fault("TH414", part.start, part.end, name=function.name)
                else:  # an id without quotes reads as an unknown name: say what is really wrong
                    self.unquoted(part, function.name)
                continue
            text = str(part.literal)
            args.append(text)
            self.known(what, text, args, part)
        self.used[function.name] = None
        self.calls.append((function.name, tuple(args)))
        name, fixed = function.name, tuple(args)
        return _Part(function.result, token.start, end, lambda env: env.call(name, fixed), tree=("call", name, fixed))

    def unquoted(self, part: _Part, name: str) -> None:
        self.faults = [fault for fault in self.faults if fault.start != part.start]
        written = self.text[part.start : part.end]
        self.fault("TH414", part.start, part.end, f'"{written[:60]}"', name=name)

    def known(self, what: str, text: str, args: list[str], part: _Part) -> None:
        ids = self.names.options.get(args[0]) if what == "option" else self.names.ids.get(what)
        if ids is not None and text not in ids:
            meant = self.names.seek(text, sorted(ids))
            self.fault("TH415", part.start + 1, part.end - 1, meant, what=what, value=text[:60])

    def form(self, name: str) -> str:
        params = ", ".join(f'"{param}"' for param in self.names.functions[name].params)
        return f"{name}({params})"


_COMPARES: dict[str, Callable[[int | bool, int | bool], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
