"""Explain why a text is no YAML, mend a private copy and go on, so that one run lists every slip.

The stock parser stops at the first fault and often names the line after it. Here the lines around its mark are matched
against the slips people make: full-width colon, tab, missing space, colon or bracket inside a text, open quote or
bracket, wrong indentation. A slip that is understood is mended in the copy, one that is not has its line blanked; line
numbers never move.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from game.scenario.findings import Fix, Span, split_lines
from game.scenario.indent import Slip, content_of, depth_of, first_item_astray, fitting_depth, indent_slip
from game.scenario.keys import chinese_keys
from game.scenario.tree import Fault, Node, Parsed, parse

MOST_REPAIRS = 20
_KEY = rf"[ ]*(?:-[ ]+)*(?:[A-Za-z_][A-Za-z0-9_-]*|{'|'.join(sorted(chinese_keys(), reverse=True))})"
_WIDE_COLON = re.compile(rf"^({_KEY})[ ]*：[ ]*")
_NO_SPACE = re.compile(rf"^({_KEY}):(?=[^\s:])")
_NO_DASH_SPACE = re.compile(r"^([ ]*)-(?=[^\s-])")
_VALUE = re.compile(rf"^({_KEY}:[ ]+|[ ]*(?:-[ ]+)+)(\S.*?)[ ]*$")
_WIDE = re.compile("[\u3000\u00a0]")
_WIDE_LEAD = re.compile(r"[ ]*[\u3000\u00a0][\u3000\u00a0 ]*(?:- |[a-z_]{2,20}: ?(?:\S|$))")
_INDENT = re.compile(r"^[\s\u3000]*")
_CUT_OFF = {"TH102", "TH106"}
"""Faults after which the tree is not whole enough to be judged."""
_RUN_ON = {"TH118", "TH119"}
_CLOSING = {"[": "]", "{": "}"}


@dataclass(slots=True)
class Recovered:
    """The best tree that could be had of a text."""

    root: Node | None
    faults: list[Fault]
    fixes: dict[int, Fix]
    """Index of a fault -> the edit that cures it."""
    lost: bool
    """Whether lines had to be left out, so that what seems missing may not be."""
    nodes: int = 0
    """Keys and values read."""
    folded: tuple[Node, ...] = ()
    """The plain scalars of several lines."""
    wide_keys: bool = False
    """Whether any key is in other letters than English ones."""


def tries(text: str, total: int) -> int:
    """Return how often a text may be parsed, so that the time for hostile files stays bounded."""
    return min(MOST_REPAIRS, max(2, 2_000_000 // (max(total, len(text)) + 1)))


def recover(text: str, file: str, total: int = 0) -> Recovered:
    """Parse a text as often as it takes to list its syntax faults, at most 20 times. Never raises.

    `total` is the size in characters of all the texts that are checked together: the larger, the fewer the tries.
    """
    most = tries(text, total)
    if "\r" in text:
        text = "\n".join(split_lines(text))
    lines = split_lines(text) if _WIDE.search(text) else []  # else only a text with a fault is looked at line by line
    faults: list[Fault] = []
    fixes: dict[int, Fix] = {}
    lost = False
    seen: set[int] = set()
    for slip in wide_indents(lines):
        seen.add(slip.line)
        fixes[len(faults)] = _edit(file, slip.line + 1, lines[slip.line], slip.mended)
        faults.append(_fault(file, slip))
        lines[slip.line] = slip.mended
    last_code, last_line = "", -2
    result: Parsed | None = None
    for _ in range(most):
        result = parse("\n".join(lines) if lines else text, file)
        if result.error is None:
            break
        lines = lines or split_lines(text)
        slip = _explain(lines, result.error)
        if slip.line in seen or not slip.fix:
            lost = True
            mended = ""
        else:
            mended = slip.mended
        # what follows at once in the next line is seldom a second slip
        fold = slip.code in _RUN_ON and last_code == slip.code and 0 <= slip.line - last_line <= 1
        last_code, last_line = slip.code, slip.line
        if slip.line not in seen and not fold:
            at = slip.line + 1
            if slip.fix:
                old = lines[slip.line]
                fixes[len(faults)] = _edit(file, at, old, slip.mended)
            faults.append(_fault(file, slip))
        seen.add(slip.line)
        lines[slip.line] = mended
    else:
        if result is not None and result.error is not None:
            lost = True
            faults.append(Fault("TH124", Span(file, 1, 1, 1, 1), {"most": most}))
    assert result is not None
    if result.crash:
        faults.append(Fault("TH119", Span(file, 1, 1, 1, 1), {"problem": result.crash[:80]}))
        lost = True
    codes = {fault.code for fault in result.faults}
    if codes & _CUT_OFF:
        return Recovered(None, faults + result.faults, fixes, lost=True)
    lost = lost or "TH110" in codes
    return Recovered(
        result.root, faults + result.faults, fixes, lost, result.nodes, tuple(result.folded), result.wide_keys
    )


def _fault(file: str, slip: Slip) -> Fault:
    at = slip.line + 1
    return Fault(slip.code, Span(file, at, slip.column + 1, at, slip.end + 1), slip.params)


def wide_indents(lines: list[str]) -> list[Slip]:
    """Find keys and items indented by wide spaces, which YAML takes for text: often it is no fault of syntax at all."""
    found: list[Slip] = []
    for number, line in enumerate(lines):
        if _WIDE_LEAD.match(line) and len(found) < MOST_REPAIRS:
            lead = len(line) - len(line.lstrip())
            at = next(i for i, c in enumerate(line) if c != " ")
            found.append(Slip("TH127", number, at, lead, " " * fitting_depth(lines, number) + line[lead:], {}))
    return found


def swallowed(node: Node, lines: list[str]) -> tuple[str, Span, str] | None:
    """Find a list item or key that a plain scalar of several lines swallowed: (code, place, the line mended)."""
    for number in range(node.line + 1, min(node.end_line, len(lines)) + 1):
        line = lines[number - 1]
        first = lines[node.line - 1]
        if line.lstrip().startswith("- ") and first.lstrip().startswith("- "):
            if first_item_astray(lines, node.line - 1, number - 1):
                return _moved(node.file, node.line, first, depth_of(line))
            return _moved(node.file, number, line, depth_of(first))
        for pattern, code, put in ((_NO_DASH_SPACE, "TH117", r"\1- "), (_WIDE_COLON, "TH111", r"\1: ")):
            found = pattern.match(line)
            if found and (code != "TH117" or not line.lstrip()[1:2].isdigit()):
                at = found.end() - 1 if code == "TH117" else line.index("：")
                return code, Span(node.file, number, at + 1, number, at + 2), pattern.sub(put, line)
    return None


def _moved(file: str, number: int, line: str, depth: int) -> tuple[str, Span, str]:
    return "TH118", Span(file, number, 1, number, max(depth_of(line), 1) + 1), " " * depth + line.lstrip()


def _edit(file: str, number: int, old: str, new: str) -> Fix:
    """Return the smallest edit of one line that turns `old` into `new`."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Fix(file, number, start + 1, number, len(old) - end + 1, new[start : len(new) - end])


def _explain(lines: list[str], error: yaml.MarkedYAMLError) -> Slip:
    problem, context = str(error.problem or ""), str(error.context or "")
    mark = error.problem_mark or error.context_mark
    last = len(lines) - 1
    here = min(mark.line, last) if mark else 0
    column = mark.column if mark else 0
    start = min(error.context_mark.line, last) if error.context_mark else here
    above = here - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    near = list(dict.fromkeys(n for n in (here, start, above) if n >= 0))

    if "unexpected ':'" in problem:  # an open quote ended where another began, and that one's text is out in the open
        found = (_quote_in_brackets(lines, number) for number in range(here, max(here - 60, -1), -1))
        slip = next(filter(None, found), None)
        if slip:
            return slip
    slip = _spacing(lines, near)
    if slip:
        return slip
    if "quoted scalar" in context:
        return _open_quote(lines, start)
    for number in near[:1] if "mapping values" in problem else near:
        slip = _needs_quotes(lines, number)
        if slip:
            return slip
    if "flow" in context:
        return _quote_in_brackets(lines, start) or _open_bracket(lines, start)
    swallowing = _swallowing_quote(lines, here)
    if swallowing is not None:
        return _open_quote(lines, swallowing)
    if "block" in context or "mapping values" in problem or "simple key" in context:
        slip = indent_slip(lines, here, above, error)
        if slip:
            return slip
    if not lines[here].strip() and above >= 0:
        here, column = above, len(lines[above]) - len(lines[above].lstrip())
    end = max(len(lines[here].rstrip()), column + 1)
    return Slip("TH119", here, min(column, end - 1), end, "", {"problem": problem[:80]}, fix=False)


def _spacing(lines: list[str], near: list[int]) -> Slip | None:
    for number in near:
        line = lines[number]
        blank = _INDENT.match(line)
        lead = blank[0] if blank else ""
        if lead.strip(" ") and line.strip():
            depth = fitting_depth(lines, number)
            at = next(i for i, c in enumerate(lead) if c != " ")
            code = "TH112" if "\t" in lead else "TH127"
            return Slip(code, number, at, len(lead), " " * depth + line[len(lead) :], {})
        found = _WIDE_COLON.match(line)
        if found:
            at = line.index("：")
            return Slip("TH111", number, at, at + 1, _WIDE_COLON.sub(r"\1: ", line), {"key": found[1].strip(" -")})
        found = _NO_SPACE.match(line)
        if found and not line[found.end() :].startswith("//"):
            at = found.end() - 1
            mended = f"{found[1]}: {line[found.end() :]}"
            return Slip("TH113", number, at, at + 1, mended, {"key": found[1].strip(" -")})
    for number in near:
        found = _NO_DASH_SPACE.match(lines[number])
        if found:
            at = found.end() - 1
            return Slip("TH117", number, at, at + 1, _NO_DASH_SPACE.sub(r"\1- ", lines[number]), {})
    return None


def _needs_quotes(lines: list[str], number: int) -> Slip | None:
    """Find a text that begins with a sign of YAML's own, or holds a colon and a space."""
    line = lines[number]
    found = _VALUE.match(line)
    if not found:
        return None
    value = found[2].split(" #")[0].rstrip()
    sign = value[0]
    at = found.start(2)
    mended = f"{found[1]}'{value.replace(chr(39), chr(39) * 2)}'"
    if sign in "\"'":
        closed = value.find(sign, 1)
        if 0 < closed < len(value) - 1:
            return Slip("TH126", number, at, at + len(value), mended, {"sign": sign})
        return None
    if sign in _CLOSING:
        closed = _partner(value)
        if 0 < closed < len(value) - 1 and value[closed + 1] not in ",]}: ":
            return Slip("TH126", number, at, at + len(value), mended, {"sign": sign})
        return None
    if sign in "@`%*&!|>" and len(value) > 1 and not re.fullmatch(r"[|>][-+0-9]{0,2}", value):
        return Slip("TH126", number, at, at + len(value), mended, {"sign": sign})
    inner = re.search(r":(?=\s|$)", value)
    if inner and not (found[1].lstrip().startswith("-") and re.match(rf"{_KEY}:(?:\s|$)", value)):
        inner_at = at + inner.start()
        return Slip("TH114", number, inner_at, inner_at + 1, mended, {})
    return None


def _partner(value: str) -> int:
    """Return where the bracket that a value begins with is closed, -1 where it is not."""
    waiting: list[str] = []
    quote = ""
    for at, sign in enumerate(value):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not value[at - 1].isalnum():
            quote = sign
        elif sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
            if not waiting:
                return at
    return -1


def _swallowing_quote(lines: list[str], here: int) -> int | None:
    """Return the line above whose open quote took in all the lines up to another quote."""
    for number in range(here, max(here - 400, -1), -1):
        value = _VALUE.match(lines[number])
        if value and value[2][0] in "\"'" and value[2].count(value[2][0]) == 1:
            sign = value[2][0]
            for line in lines[number + 1 :]:
                _, found, rest = line.partition(sign)
                if found:  # a text of several lines ends with its line
                    return number if rest.strip() and not rest.lstrip().startswith("#") else None
            return number
    return None


def _quote_in_brackets(lines: list[str], number: int) -> Slip | None:
    """Find a quote inside brackets that is not closed in its line, and close it before the next comma or bracket."""
    line = lines[number]
    for sign in "\"'":
        if content_of(line).count(sign) % 2:
            at = line.rfind(sign)
            rest = line[at + 1 :]
            comma = re.search(r", |[\]}\s]*(?:#.*)?$", rest)
            end = at + 1 + (comma.start() if comma else len(rest))
            return Slip("TH115", number, at, at + 1, line[:end] + sign + line[end:], {"sign": sign})
    return None


def _open_quote(lines: list[str], number: int) -> Slip:
    line = lines[number]
    value = _VALUE.match(line)
    at = value.start(2) if value and value[2][0] in "\"'" else max(line.rfind('"'), line.rfind("'"), 0)
    sign = line[at : at + 1] or '"'
    return Slip("TH115", number, at, at + 1, line.rstrip() + sign, {"sign": sign})


def _open_bracket(lines: list[str], number: int) -> Slip:
    line = lines[number]
    at = next((i for i, c in enumerate(line) if c in _CLOSING), 0)
    sign = line[at : at + 1]
    closing = _CLOSING.get(sign, "]")
    body = line.split(" #")[0].rstrip()
    mended = body.rstrip(",， ") + closing * max(1, body.count(sign) - body.count(closing)) if sign in _CLOSING else ""
    wide = re.search("[，【】｛｝「」]", line)
    if wide and sign == "[" and body.endswith(("】", "]")):
        mended = body.replace("】", "]").replace("，", ", ")
    return Slip("TH116", number, at, at + 1, mended, {"sign": sign or "[", "closing": closing}, fix=bool(mended))
