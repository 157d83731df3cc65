"""What may be written behind every key, from the models: for the reference page and the hover of editors."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.scenario.about import Lang
from game.scenario.keys import Keys, words_of
from game.scenario.model import Part, Scenario

_ID = "^[a-z][a-z0-9_-]{0,47}$"


@cache
def _schema() -> dict[str, Any]:
    return Scenario.model_json_schema()


def raw(model: type[Part], key: str) -> dict[str, Any]:
    """Return pydantic's JSON Schema of one key, without the null of keys that may be left out."""
    whole = _schema() if model is Scenario else _schema()["$defs"][model.__name__]
    body: dict[str, Any] = dict(whole["properties"][key])
    body.pop("title", None)
    kinds = [one for one in body.pop("anyOf", ()) if one.get("type") != "null"]
    if len(kinds) == 1:
        body.update(kinds[0])
    elif kinds:
        body["anyOf"] = kinds
    return body


def required(model: type[Part], key: str) -> bool:
    """Whether a key must be written."""
    return model.model_fields[key].is_required()


def kind(model: type[Part], key: str, lang: Lang = "zh", keys: Keys = "en") -> str:
    """Return in a few words what is written behind a key: a text, a whole number from 0 to 1000, a list."""
    words = words_of(model, key)
    return _kind(raw(model, key), lang, {} if words is None else words.zh if keys == "zh" else {w: w for w in words.zh})


def _kind(body: dict[str, Any], lang: Lang, words: Any) -> str:
    zh = lang == "zh"
    if "anyOf" in body:
        return (" 或 " if zh else " or ").join(_kind(one, lang, words) for one in body["anyOf"])
    if "const" in body:
        return f"固定写 {body['const']}" if zh else f"always {body['const']}"
    if "$ref" in body:
        return _named(body["$ref"].rpartition("/")[2], lang, words)
    if "enum" in body:
        return "、".join(words.get(one, one) for one in body["enum"]) if zh else ", ".join(map(str, body["enum"]))
    of = body.get("type")
    if of == "array":
        inner, size = _kind(body["items"], lang, words), _size(body, "Items", lang, "项", "items")
        return f"列表{size}，每项：{inner}" if zh else f"list{size} of: {inner}"
    if of == "integer":
        return ("整数" if zh else "whole number") + _range(body)
    if of == "boolean":
        true, false = words.get("true", "true"), words.get("false", "false")
        return f"{true} 或 {false}" if zh else f"{true} or {false}"
    if of == "object":
        return "一组“名字: 值”" if zh else 'group of "name: value" lines'
    if body.get("format") == "date":
        return "日期，如 2019-09-02" if zh else "date such as 2019-09-02"
    if body.get("pattern") == _ID:
        return "编号" if zh else "id"
    if "pattern" in body:
        return "文字，写法见说明" if zh else "text of a fixed form"
    return ("文字" if zh else "text") + _size(body, "Length", lang, "字", "characters")


def _named(name: str, lang: Lang, words: Any) -> str:
    found = _schema()["$defs"][name]
    if "enum" in found:
        return _kind({"enum": found["enum"]}, lang, words)
    return ("一组：" if lang == "zh" else "group: ") + name


def _size(body: dict[str, Any], what: str, lang: Lang, zh: str, en: str) -> str:
    least, most = body.get("min" + what, 0), body.get("max" + what)
    if most is not None:
        return f"，{least}–{most} {zh}" if lang == "zh" else f", {least}–{most} {en}"
    return "" if not least else f"，至少 {least} {zh}" if lang == "zh" else f", at least {least} {en}"


def _range(body: dict[str, Any]) -> str:
    least, most = body.get("minimum"), body.get("maximum")
    return "" if least is None or most is None else f" {least}–{most}"


def default(model: type[Part], key: str, keys: Keys = "en") -> str:
    """Return what holds where a key is left out, "" where nothing in particular does."""
    value = raw(model, key).get("default")
    if value is None or isinstance(value, dict | list):
        return ""
    words = words_of(model, key)
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return words.zh.get(said, said) if words is not None and keys == "zh" else said
