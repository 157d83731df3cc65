"""The shape check: pydantic says what is wrong, this finds where and says it in the author's words.

Errors of one place are one finding; a misspelt key hides the missing key it was meant to be.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, to_json

from game.scenario.edits import inserted, removed, replaced, stub
from game.scenario.findings import MOST, Fix, Sink, Span, Word
from game.scenario.keys import Keys, Shape, Words, chinese_keys, part_of, shape_of, words_of
from game.scenario.model import FORMAT, Part, Scenario
from game.scenario.spellings import iso_date, slug, whole_number
from game.scenario.suggest import nearest
from game.scenario.tree import Node

PLACEHOLDERS = ("village", "township", "households", "date")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    "string_type": "text",
    "int_type": "number",
    "int_from_float": "number",
    "float_type": "number",
    "bool_type": "flag",
    "tuple_type": "list",
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
}
_YES = {"yes", "y", "on", "是", "对", "有", "开"}
_NO = {"no", "n", "off", "否", "不", "无", "关"}


@dataclass(slots=True)
class _Place:
    """All that pydantic says about one node."""

    node: Node
    key: Node | None
    model: type[Part]
    errors: list[Any] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unknown: list[Node] = field(default_factory=list)


def check_shape(root: Node | None, sink: Sink, main: str, *, lost: bool) -> Scenario | None:
    """Return the scenario where the tree has its shape, else None with findings in the sink. Never raises."""
    if root is None or root.kind != "map":
        if not lost:
            sink.add("TH212", root.span if root else Span(main, 1, 1, 1, 1))
        return None
    scenario: Scenario | None = None
    cut: list[Node] = []
    data = _json(root.plain(cut))
    try:
        scenario = Scenario.model_validate_json(data, strict=True)
    except ValidationError as error:
        _report(error, root, sink, lost=lost)
    if b"null" in data or cut:  # else there is nothing blank, and no need to look at every value
        _blanks(root, sink)
    return scenario if _dates(root, sink) else None


def _json(data: Any) -> bytes:
    """Return data as JSON: a text as it is, which is read faster than its escapes, where it can be written at all."""
    try:
        return to_json(data)
    except PydanticSerializationError:
        return json.dumps(data).encode()


def other_format(root: Node, sink: Sink) -> bool:
    """Say so where the scenario is of another format than this program's; its keys then mean nothing here."""
    version = root.get("format")
    number = version.number() if version else None
    if version is None or number is None or number == FORMAT:
        return False
    sink.add("TH211", version.span, found=number, known=FORMAT)
    return True


def _report(error: ValidationError, root: Node, sink: Sink, *, lost: bool) -> None:
    places: dict[Node, _Place] = {}
    for one in error.errors(include_url=False, include_input=False)[: 4 * MOST]:
        loc = one["loc"]
        kind = one["type"]
        if kind == "json_invalid":
            sink.add("TH119", root.span, problem="JSON")
            continue
        node, key = _locate(root, loc[:-1] if kind == "missing" else loc)
        if loc[-1] == "[key]" and key is not None:  # a key of a free mapping is at fault, not what stands behind it
            node, key = key, _locate(root, loc[:-2])[1]
        parent = _locate(root, loc[:-1])[0] if kind == "extra_forbidden" else node
        place = places.setdefault(parent, _Place(parent, key, _model(tuple(s for s in loc[:-1] if isinstance(s, str)))))
        if kind == "missing":
            place.missing.append(str(loc[-1]))
        elif kind == "extra_forbidden":
            if key is not None:
                place.unknown.append(key)
        else:
            place.errors.append(one)
    for place in places.values():
        _keys(place, sink, lost=lost)
        if place.errors:
            _value(place, sink)


def _locate(root: Node, loc: tuple[int | str, ...]) -> tuple[Node, Node | None]:
    """Follow a location of pydantic's through the tree; names of union branches are no step."""
    node, key = root, None
    for step in loc:
        if node.kind == "map" and isinstance(step, str):
            pair = node.pairs.get(step)
            if pair is not None:
                key, node = pair
        elif node.kind == "seq" and isinstance(step, int) and step < len(node.parts):
            node = node.parts[step]
    return node, key


@cache
def _model(loc: tuple[str, ...]) -> type[Part]:
    """Return the model whose mapping a location is in."""
    model: type[Part] = Scenario
    for step in loc:
        if step in model.model_fields:
            inner = part_of(model.model_fields[step].annotation)
            if inner is not None:
                model = inner
    return model


def _keys(place: _Place, sink: Sink, *, lost: bool) -> None:
    shape = shape_of(place.model)
    missing = list(place.missing)
    for key in place.unknown:
        text, span = str(key.value), key.span
        keys = _language(span, sink)
        free = [shape.said(name, keys) for name in shape.fields if name not in place.node.pairs]
        if _glued(key, free, missing, shape, sink):
            continue
        meant = "" if sink.full else nearest(text, free) or _across(text, shape, keys)
        name = shape.english.get(meant, meant)
        if name in missing:
            missing.remove(name)
        if not meant and not text.isascii() and _cut_by_comma(place.node, key, sink):
            continue
        fix = replaced(span, meant)
        sink.add(
            "TH201",
            span,
            key=text[:60],
            allowed="、".join(free[:24]) or Word("none"),
            suggestion=meant,
            fixes=(fix,) if meant else (),
        )
    if missing and not lost:
        keys, lines = _language(place.node.span, sink), sink.sources.get(place.node.file, ())
        put = inserted(place.node, [(shape.said(name, keys), stub(place.model, name)) for name in missing], lines)
        sink.add(
            "TH202",
            place.node.span,
            cascade=False,
            keys="、".join(shape.said(name, keys) for name in missing),
            count=len(missing),
            fixes=(put,) if put else (),
        )


def _language(span: Span, sink: Sink) -> Keys:
    """Return the language of the keys in the file of a place."""
    return "zh" if span.file in sink.chinese else "en"


def _across(text: str, shape: Shape, keys: Keys) -> str:
    """Return the English key that a misspelt Chinese one in an English file stands for, "" where none is near."""
    if keys == "zh" or text.isascii():
        return ""
    return shape.english.get(nearest(text, shape.english), "")


def _glued(key: Node, free: list[str], missing: list[str], shape: Shape, sink: Sink) -> bool:
    """In `trigger:{at: 70}` the key ends at the second colon: the space after the first is what is missing."""
    found = re.match(r"(\w+)([:：])", str(key.value))
    if not found or key.style or found[1] not in free:
        return False
    at = key.inside(found.start(2), found.end(2))
    code = "TH113" if found[2] == ":" else "TH111"
    sink.add(code, at, key=found[1], fixes=(replaced(at, ": "),) if at.line == at.end_line else ())
    name = shape.english.get(found[1], found[1])
    if name in missing:
        missing.remove(name)
    return True


def _cut_by_comma(node: Node, key: Node, sink: Sink) -> bool:
    """In `{id: a, text: 一,二}` the comma ends the text, and what follows reads as a key without a value."""
    value = next(value for there, value in node.pairs.values() if there is key)
    lines = sink.sources.get(key.file, ())
    before = lines[key.line - 1][: key.column - 1] if key.line <= len(lines) else ""
    if value.value is not None or value.kind != "scalar" or not before.rstrip().endswith(","):
        return False
    at = len(before.rstrip())
    fix = Fix(key.file, key.line, at, key.line, key.column, "，")
    sink.add(
        "TH122", Span(key.file, key.line, at, key.end_line, key.end_column), fixes=(fix,), text=str(key.value)[:40]
    )
    return True


def _value(place: _Place, sink: Sink) -> None:
    node, kinds = place.node, {error["type"] for error in place.errors}
    span = node.span
    key = str(place.key.value) if place.key is not None else ""
    value = node.value if node.kind == "scalar" else None
    if node.kind == "scalar" and value is None:
        sink.add("TH214", place.key.span if place.key is not None else span, key=key)
        return
    exact = [error for error in place.errors if error["type"] not in _KINDS]
    if exact and not (isinstance(value, str) and kinds & {"date_parsing", "date_from_datetime_parsing"}):
        choices = [e for e in exact if e["type"] in ("enum", "literal_error")]
        if not choices or len(kinds) == 1 or isinstance(value, str):
            _exact(exact[0], key, node, sink, _words(place, exact[0]["loc"]))
            return
    if isinstance(value, str) and kinds & {"date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"}:
        _no_date(node, sink)
        return
    wanted = list(dict.fromkeys(_KINDS.get(error["type"], "text") for error in place.errors))
    _kind(wanted, key, node, sink)


def _words(place: _Place, loc: tuple[int | str, ...]) -> Words | None:
    """Return the closed list of values for the key that a location ends at."""
    name = next((step for step in reversed(loc) if isinstance(step, str) and step in place.model.model_fields), "")
    return words_of(place.model, name) if name else None


def _exact(error: Any, key: str, node: Node, sink: Sink, words: Words | None) -> None:
    kind, ctx, span = error["type"], error.get("ctx") or {}, node.span
    value = str(node.value)[:60] if node.kind == "scalar" else ""
    if kind in ("greater_than_equal", "greater_than", "less_than_equal", "less_than"):
        sign, bound = _bounds(ctx)
        fixes = (replaced(span, str(bound)),) if sign in ("at_least", "at_most") else ()
        sink.put("TH204", span, {"key": key, "value": value, "sign": sign, "bound": bound}, fixes=fixes)
    elif kind == "too_short" and len(node.parts) >= ctx.get("min_length", 1):
        return  # pydantic does not count the items it has found fault with
    elif kind in ("string_too_short", "too_short"):
        code = "TH205" if kind == "string_too_short" else "TH207"
        sink.add(code, span, key=key, sign=Word("at_least"), bound=ctx.get("min_length", 1))
    elif kind in ("string_too_long", "too_long"):
        code = "TH205" if kind == "string_too_long" else "TH207"
        sink.add(code, span, key=key, sign=Word("at_most"), bound=ctx.get("max_length", 0))
    elif kind in ("enum", "literal_error"):
        choices = _QUOTED.findall(str(ctx.get("expected", ""))) or [str(ctx.get("expected", ""))]
        if words is not None and _language(span, sink) == "zh":
            choices = [words.zh.get(choice, choice) for choice in choices]
        meant = words.en.get(value, "") if words is not None and value in words.en else ""
        meant = meant or ("" if sink.full else nearest(value, choices))
        fixes = (replaced(span, meant),) if meant else ()
        sink.add("TH206", span, key=key, value=value, choices="、".join(choices), suggestion=meant, fixes=fixes)
    elif kind == "string_pattern_mismatch" and str(ctx.get("pattern", "")).startswith("^[a-z][a-z0-9_-]"):
        meant = slug(value)
        fixes = (replaced(span, meant),) if meant and node.kind == "scalar" else ()
        sink.add("TH208", span, key=key, value=value, suggestion=meant, fixes=fixes)
    elif kind == "string_pattern_mismatch":
        forms = _form(str(ctx.get("pattern", ""))).split("、")
        if words is not None and _language(span, sink) == "zh":
            forms = [words.zh.get(form, form) for form in forms]
        meant = words.en.get(value, "") if words is not None else ""
        fixes = (replaced(span, meant),) if meant else ()
        sink.add("TH209", span, key=key, value=value, form="、".join(forms), suggestion=meant, fixes=fixes)
    else:
        sink.add("TH203", span, key=key, wanted=Word("other_value"), given=value)


def _bounds(ctx: dict[str, Any]) -> tuple[Word, int]:
    for name, sign in (("ge", "at_least"), ("gt", "more_than"), ("le", "at_most"), ("lt", "less_than")):
        if name in ctx:
            return Word(sign), ctx[name]
    return Word("at_least"), 0


def _form(pattern: str) -> str:
    """Write a pattern of the model as an author would."""
    plain = re.sub(r"\[a-z[^\]]*\]\+", "…", pattern.strip("^$"))
    plain = re.sub(r"\((\d+)\|(\d+)\)\[0-9\]\{2\}", r"\1…、\2…", plain)  # a year
    plain = plain.removeprefix("(").removesuffix(")")
    return re.sub(r"\[[^\]]*\](\{[^}]*\}|\*|\+)?", "…", plain).replace("|", "、")


def _kind(wanted: list[str], key: str, node: Node, sink: Sink) -> None:
    span, value = node.span, node.value
    given = node.kind if node.kind != "scalar" else _given(value)
    if given == "map" and "text" in wanted and len(node.pairs) == 1 and next(iter(node.pairs)) in PLACEHOLDERS:
        sink.add("TH126", span, sign="{")
        return
    if given == "text" and isinstance(value, str) and not node.style:
        head = value.partition("：")[0]
        if "map" in wanted and head != value and (head.replace("_", "").isascii() or head in chinese_keys()):
            at = node.inside(len(head), len(head) + 1)
            sink.add("TH111", at, key=head, fixes=(replaced(at, ": "),) if at.line == at.end_line else ())
            return
        if "list" in wanted and value.startswith("-"):
            at = node.inside(0, 1)
            sink.add("TH117", at, fixes=(replaced(at, "- "),))
            return
    new = ""
    if span.line == span.end_line and node.kind == "scalar":
        new = _rewritten(wanted, node, _language(span, sink))
    sink.add(
        "TH203",
        span,
        key=key,
        wanted=Word("+".join(wanted)) if len(wanted) > 1 else Word(wanted[0]),
        given=Word(given),
        suggestion=new,
        fixes=(replaced(span, new),) if new else (),
    )


def _given(value: Any) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int):
        return "number"
    return "fraction" if isinstance(value, float) else "text"


def _rewritten(wanted: list[str], node: Node, keys: Keys) -> str:
    """Return the value as it was probably meant, "" where that is not clear."""
    value = node.value
    if isinstance(value, str):
        if "number" in wanted and (number := whole_number(value)):
            return number
        if "flag" in wanted and value.lower() in _YES | _NO:
            yes = value.lower() in _YES
            return ("是" if yes else "否") if keys == "zh" else str(yes).lower()
        if wanted == ["list"] and not node.style and re.fullmatch(r"[\w:-]+", value):
            return f"[{value}]"
    elif "text" in wanted and value is not None:
        return f'"{_as_written(node)}"'
    elif wanted == ["list"] and isinstance(value, int):
        return f"[{value}]"
    return ""


def _as_written(node: Node) -> str:
    return {True: "true", False: "false"}[node.value] if isinstance(node.value, bool) else str(node.value)


def _blanks(root: Node, sink: Sink) -> None:
    """Name the keys that may be left out and have nothing behind them: they are as good as not written."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += node.parts
        for name, (key, value) in node.pairs.items():
            if value.kind != "scalar":
                waiting.append(value)
            elif value.value is None and value.end_column == value.column:
                lines = sink.sources.get(node.file, ())
                if key.line <= len(lines) and lines[key.line - 1][key.end_column - 1 :].lstrip().startswith(":"):
                    fix = removed(node, name, lines)
                    sink.add("TH230", key.span, key=name, fixes=(fix,) if fix else ())


def _dates(root: Node, sink: Sink) -> bool:
    """Refuse other spellings of a date that the model would let pass, such as a quoted number of seconds."""
    injects = root.get("injects")
    triggers = [inject.get("trigger") for inject in injects.parts] if injects is not None else []
    good = True
    for node in (root.get("start"), *(t.get("at") for t in triggers if t is not None)):
        text = node.text() if node is not None else None
        if node is not None and text is not None and not _ISO.fullmatch(text):
            _no_date(node, sink)
            good = False
    return good


def _no_date(node: Node, sink: Sink) -> None:
    value = str(node.value)
    meant = iso_date(value)
    fixes = (replaced(node.span, meant),) if meant else ()
    sink.add("TH210", node.span, value=value[:40], suggestion=meant, fixes=fixes)
