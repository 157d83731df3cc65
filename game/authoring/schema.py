"""The JSON Schema of scenario files, tuned for editors: hover, completion and messages in the author's language.

Everything comes from the models and their docs. Against pydantic's own export: no nullable `anyOf`, no class names as
titles, one message in words for each way to be wrong, and a rule that depends on another key as if/then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.authoring.schema_ids import Choices, catalogue_choices
from game.authoring.schema_rules import RULES, Rule
from game.authoring.snippets import snippets
from game.scenario.about import Lang, about, parts
from game.scenario.describe import default, kind, raw, required
from game.scenario.files import SECTIONS
from game.scenario.keys import Keys, part_of, shape_of, table, words_of
from game.scenario.model import Part, Scenario

DRAFT = "http://json-schema.org/draft-07/schema#"
MARK = "tonghe schema"
"""Begins the `$comment` of every schema we write, so that a later run may write over it."""

_ID = "^[a-z][a-z0-9_-]{0,47}$"
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_CONDITIONS = ("Goal.when", "Phase.enter", "Phase.exit", "Trigger.when", "Option.needs", "GuideStep.done")
_HARD = {"post", "measure", "command", "task", "problem_type"}
"""Kinds of ids whose catalogue is whole: what is not in it is wrong."""
_REFERS = {
    "SeatSpec.post": "post",
    "Criterion.measure": "measure",
    "Expectation.command": "command",
    "ProblemSpec.type": "problem_type",
    "Cure.tasks": "task",
    "Cure.organs": "organ",
    "Starting.organs": "organ",
    "Starting.campaign": "campaign",
    "Scenario.default_seat": "seat",
    "InjectSpec.to": "seat",
    "Escalation.to": "seat",
    "Expectation.by": "seat",
    "InjectSpec.objective": "objective",
    "Trigger.after": "inject",
    "Option.then": "inject",
    "CountyRef.name": "county",
    "CountyRef.townships": "township",
    "PlaceRule.township": "township",
    "PlaceRule.village": "village",
    "SeatSpec.scope": "scope",
    "Effect.on": "target",
    "Trigger.outcome": "outcome",
}
"""Field -> the kind of id that stands there."""


@dataclass(slots=True)
class _Maker:
    lang: Lang
    keys: Keys
    choices: Mapping[str, Choices] = field(default_factory=dict)

    def say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def mapping(self, model: type[Part]) -> dict[str, Any]:
        """Return the schema of one kind of mapping."""
        shape = shape_of(model)
        body: dict[str, Any] = {"description": about(model, lang=self.lang)}
        body["properties"] = {
            one.zh if self.keys == "zh" else key: self.key(model, key) for key, one in shape.fields.items()
        }
        body["additionalProperties"] = False
        wrong = self.say("这里要写一组“键: 值”", 'a group of "key: value" lines is wanted here')
        rules: list[dict[str, Any]] = [{"type": "object", "errorMessage": wrong}]
        for key in shape.fields:
            elsewhere = (model is Scenario and key in SECTIONS) or f"{model.__name__}.{key}" == "SeatSpec.brief"
            if required(model, key) and not elsewhere:  # what may lie in a file of its own is not missing here
                said = shape.said(key, self.keys)
                missing = self.say(f"缺少“{said}”：{about(model, key)}", f'missing "{said}": {about(model, key, "en")}')
                rules.append({"required": [said], "errorMessage": missing})
        rules += [self.rule(rule, model) for rule in RULES.get(model.__name__, ())]
        body["allOf"] = rules
        body["defaultSnippets"] = snippets(model, self.lang, self.keys)
        return {key: value for key, value in body.items() if value != []}

    def rule(self, rule: Rule, model: type[Part]) -> dict[str, Any]:
        """Write "where this key is there (with one of these values), that key must be" as if/then."""
        shape, words = shape_of(model), words_of(model, rule.key)
        key = shape.said(rule.key, self.keys)
        condition: dict[str, Any] = {"required": [key]}
        if rule.values:
            said = [words.zh[v] if words is not None and self.keys == "zh" else v for v in rule.values]
            condition["properties"] = {key: {"enum": said}}
        needs = [shape.said(name, self.keys) for name in rule.needs]
        message = self.say(rule.zh, rule.en).format(key=key, needs=" / ".join(needs))
        then: dict[str, Any] = (
            {"anyOf": [{"required": [name]} for name in needs]} if len(needs) > 1 else {"required": needs}
        )
        return {"if": condition, "then": {**then, "errorMessage": message}}

    def key(self, model: type[Part], key: str) -> dict[str, Any]:
        """Return the schema of what stands behind one key."""
        path = f"{model.__name__}.{key}"
        body = self.value(raw(model, key), model, key)
        refers = _REFERS.get(path)
        if refers is not None and refers in self.choices:
            self.offer(body, self.choices[refers], refers)
        if path in _CONDITIONS:
            body["examples"] = ["day >= 14", 'resolved("…")', "认可度 < 70 且 疲劳 > 400"]
        if path == "Expectation.content":
            body["properties"] = self.arguments(body["additionalProperties"])
        body["description"] = about(model, key, self.lang)
        body["markdownDescription"] = self.hover(model, key)
        return body

    def hover(self, model: type[Part], key: str) -> str:
        """Return what an editor shows over a key: what it is for, what is written there, its word in the other keys."""
        shape = shape_of(model)
        other = key if self.keys == "zh" else shape.fields[key].zh
        what = kind(model, key, self.lang, self.keys)
        inner = part_of(model.model_fields[key].annotation)
        if inner is not None:
            listed = raw(model, key).get("type") == "array"
            what = self.say(f"列表，每项是{about(inner)}" if listed else about(inner), what)
        elif words_of(model, key) is not None and "anyOf" not in raw(model, key):
            what = ""  # the editor lists the words itself
        held = default(model, key, self.keys)
        must = self.say("必填", "required") if required(model, key) else self.say("可以不写", "optional")
        if held:
            must += self.say(f"，不写就是 {held}", f", {held} when left out")
        same = self.say(f"{'英文' if self.keys == 'zh' else '中文'}键 `{other}`", f"in the other keys `{other}`")
        return "\n\n".join(part for part in (about(model, key, self.lang), what, f"{must} · {same}") if part)

    def value(self, body: dict[str, Any], model: type[Part], key: str) -> dict[str, Any]:
        """Return the schema of one value, with its message for whoever writes something else."""
        words = words_of(model, key)
        found: dict[str, Any]
        if "anyOf" in body:
            found = self.either(body["anyOf"], words.zh if words is not None else {})
        elif "$ref" in body:
            name = body["$ref"].rpartition("/")[2]
            inner = part_of(model.model_fields[key].annotation)
            return {"$ref": f"#/definitions/{name}"} if inner is not None else self.listed(words.zh if words else {})
        elif "enum" in body:
            found = self.listed(words.zh if words is not None else dict.fromkeys(body["enum"], ""))
        elif body.get("type") == "array":
            found = {**body, "items": self.value(body["items"], model, key)}
        elif body.get("type") == "boolean":
            found = self.flag(words.zh if words is not None else {})
        else:
            found = dict(body)
            self.patterned(found, words.zh if words is not None else {})
        found.pop("default", None)
        if "enum" not in found:
            what = _plain_kind(found, self.lang)
            found["errorMessage"] = self.say(
                f"“{shape_of(model).said(key, self.keys)}”要写{what}", f"{what} is wanted here"
            )
        return found

    def listed(self, zh: Mapping[str, str]) -> dict[str, Any]:
        """Return a closed list of words with what each one means."""
        said = list(zh.values()) if self.keys == "zh" else list(zh)
        other = list(zh) if self.keys == "zh" else list(zh.values())
        body: dict[str, Any] = {"enum": said}
        if self.lang == "zh" and self.keys == "en":
            body["enumDescriptions"] = other
        elif self.lang == "en" and self.keys == "zh":
            body["enumDescriptions"] = [word.replace("_", " ") for word in other]
        pairs = [f"{a} {b}" if self.keys != self.lang and b else a for a, b in zip(said, other, strict=True)]
        body["errorMessage"] = self.say(f"只能写：{'、'.join(pairs)}", f"only: {', '.join(pairs)}")
        return body

    def flag(self, zh: Mapping[str, str]) -> dict[str, Any]:
        if self.keys == "en":
            return {"type": "boolean"}
        said = [zh["true"], zh["false"]]
        return {"enum": [*said, True, False], "errorMessage": self.say("只能写 是 或 否", "only: 是, 否")}

    def either(self, kinds: list[dict[str, Any]], zh: Mapping[str, str]) -> dict[str, Any]:
        """Join a number or a flag with a date in one schema: each limit speaks of its own type only."""
        found: dict[str, Any] = {"type": [], "pattern": _DATE}
        for one in kinds:
            found["type"].append(one["type"])
            found.update({limit: one[limit] for limit in ("minimum", "maximum") if limit in one})
        if "boolean" in found["type"] and self.keys == "zh":
            yes, no = zh["true"], zh["false"]
            found["pattern"] = f"^({yes}|{no}|{_DATE[1:-1]})$"
            found["defaultSnippets"] = [{"label": word, "body": word} for word in (yes, no)]
        found["patternErrorMessage"] = self.say("日期写成 2019-09-02 的样子", "a date is written like 2019-09-02")
        return found

    def patterned(self, body: dict[str, Any], zh: Mapping[str, str]) -> None:
        """Give a pattern its words, and in Chinese keys the Chinese words it takes."""
        if body.get("format") == "date":
            body["pattern"] = _DATE
            del body["format"]
            body["patternErrorMessage"] = self.say("日期写成 2019-09-02 的样子", "a date is written like 2019-09-02")
        elif "pattern" in body:
            if body["pattern"] == _ID:
                message = self.say(
                    "编号用小写字母开头，只含小写字母、数字、- 和 _", "an id: lower-case letters, digits, - and _"
                )
            else:
                said = [
                    zh.get(part, part)
                    for part in body["pattern"].strip("^$").removeprefix("(").removesuffix(")").split("|")
                ]
                example = "、".join(re.sub(r"\[[^\]]*\](\{[^}]*\}|\*|\+)?", "…", part) for part in said)
                message = self.say(f"写法：{example}", f"written: {example}")
            if zh and self.keys == "zh":
                inner = body["pattern"].strip("^$")
                for word, chinese in zh.items():
                    inner = re.sub(rf"(?<![\w:-]){word}(?![\w:])", chinese, inner)
                known = [chinese for chinese in zh.values() if chinese not in inner]
                body["pattern"] = f"^({'|'.join([inner, *known])})$"
            body["patternErrorMessage"] = message

    def offer(self, body: dict[str, Any], choices: Choices, refers: str) -> None:
        """Let a value complete the ids there are; only a catalogue that is whole forbids all others."""
        target = body["items"] if body.get("type") == "array" else body
        ids = choices.said(self.keys)
        if not ids:
            return
        listed = {"type": "string", "enum": list(ids), "enumDescriptions": list(ids.values())}
        base = {key: target.pop(key) for key in list(target)}
        if refers in _HARD:
            target.update(listed)
            target["errorMessage"] = self.say(
                "没有这个编号；按 Ctrl+空格 看有哪些", "no such id; complete to see what there is"
            )
        else:
            target["anyOf"] = [listed, base]

    def arguments(self, value: Any) -> dict[str, Any]:
        """Return the arguments of commands that `content` may ask for."""
        words = table()["content"]
        simple = {"type": ["string", "integer", "boolean", "array"]} if value else {}
        return {
            (zh if self.keys == "zh" else key): {**simple, "description": self.say(zh, key.replace("_", " "))}
            for key, zh in words.items()
        }


def schema(lang: Lang = "zh", keys: Keys = "en", choices: Mapping[str, Choices] | None = None) -> dict[str, Any]:
    """Return the schema of a scenario file; `choices` are ids by kind, the catalogues' alone when left out."""
    maker = _Maker(lang, keys, {**catalogue_choices(lang), **(choices or {})})
    definitions = {model.__name__: maker.mapping(model) for model in parts()}
    sections: dict[str, Any] = {}
    for name in SECTIONS:
        inner = part_of(Scenario.model_fields[name].annotation)
        assert inner is not None
        item = {"$ref": f"#/definitions/{inner.__name__}"}
        # a file of a section may also hold one mapping alone; of that an editor then only knows that it is right
        sections[f"{name}.yaml"] = {"type": ["array", "object"], "items": item}
    return {
        "$schema": DRAFT,
        "$comment": f"{MARK}: python -m game schema",
        "$ref": "#/definitions/Scenario",
        "definitions": {**definitions, **sections},
    }


def _plain_kind(body: Mapping[str, Any], lang: Lang) -> str:
    """Say what kind of value is wanted, for the message to whoever wrote another."""
    zh = {
        "string": "文字",
        "integer": "整数",
        "array": "列表（[a, b] 或每行一个 - ）",
        "object": "一组“键: 值”",
        "boolean": "true 或 false",
    }
    en = {
        "string": "a text",
        "integer": "a whole number",
        "array": "a list",
        "object": "a group of lines",
        "boolean": "true or false",
    }
    if "const" in body:
        return str(body["const"])
    kinds = body.get("type", "string")
    dated = body.get("pattern") == _DATE
    names = [
        "日期" if dated and one == "string" and lang == "zh" else (zh if lang == "zh" else en)[one]
        for one in ([kinds] if isinstance(kinds, str) else kinds)
    ]
    return (" 或 " if lang == "zh" else " or ").join(names)
