"""Rules of the schema that depend on another key of the same mapping."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `key` is written (with one of `values`, where there are any), one of `needs` must be written too."""

    key: str
    needs: tuple[str, ...]
    zh: str
    en: str
    values: tuple[str, ...] = ()


_WITH = "“{key}”要和“{needs}”一起写"
_WITH_EN = '"{key}" wants "{needs}" beside it'

RULES: dict[str, tuple[Rule, ...]] = {
    "InjectSpec": (Rule("options", ("reply_within",), "有“{key}”就要写“{needs}”：几天内答复", _WITH_EN),),
    "Trigger": (
        Rule("outcome", ("after",), _WITH, _WITH_EN),
        Rule("delay", ("after",), _WITH, _WITH_EN),
        Rule("from_day", ("when", "chance"), _WITH, _WITH_EN),
        Rule("until_day", ("when", "chance"), _WITH, _WITH_EN),
    ),
    "PlaceRule": (Rule("pick", ("by",), "按最差、最好挑地点，要写“{needs}”：比什么", _WITH_EN, ("worst", "best")),),
    "Question": (Rule("kind", ("choices",), "选择题要写“{needs}”", 'a choice wants "{needs}"', ("choice",)),),
}
"""Name of a model -> its rules."""
