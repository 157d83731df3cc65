"""The page for authors: a walk written by hand, then every key from the models: `docs/authoring.md`."""

from __future__ import annotations

from importlib.resources import files

from game.authoring.events.columns import COLUMNS
from game.authoring.schema_ids import answers, catalogue_choices
from game.scenario.about import about, parts
from game.scenario.describe import default, kind, raw, required
from game.scenario.files import SECTIONS
from game.scenario.keys import part_of, shape_of, table, words_of
from game.scenario.model import Part, Scenario

_LISTS = {
    "Level": "难度",
    "Domain": "领域",
    "Power": "指令的类别",
    "Stage": "战役的环节",
    "Form": "文种",
    "flag": "是和否",
    "SeatSpec.scope": "席位的范围（此外写编号）",
    "Effect.on": "影响作用于哪里（此外写编号）",
    "Effect.quantity": "影响的指标",
    "Trigger.outcome": "情况的结果（此外写选项编号）",
    "PlaceRule.pick": "怎样挑地点",
    "PlaceRule.by": "挑地点时比什么",
    "Cure.levers": "抓手",
    "ProblemSpec.opened_by": "问题怎样暴露",
    "PartnerSpec.kind": "帮扶方的类别",
    "Criterion.group": "评分的组别",
    "Question.kind": "问卷的题型",
}
"""Closed list of values -> what it is a list of."""
_KINDS = {
    "post": "岗位",
    "command": "指令",
    "task": "任务",
    "organ": "机构（`…` 处要写地点或领域的编号，如 `post:yunling`）",
    "measure": "评分指标",
    "problem_type": "问题类型（编辑器里按“加一条情况”，可以连同文字一起写进场景）",
}
"""Kind of id -> the heading of its list."""
_LINKED = {
    "SeatSpec.post": "post",
    "Criterion.measure": "measure",
    "ProblemSpec.type": "problem_type",
    "Expectation.command": "command",
    "Cure.tasks": "task",
    "Cure.organs": "organ",
    "Starting.organs": "organ",
}
"""Field -> the list its ids are in."""


def authoring_page() -> str:
    """Return the Markdown of the page; a test keeps the file in `docs` equal to it."""
    walk = files("game.authoring").joinpath("walk.md").read_text(encoding="utf-8")
    walk = walk.replace("{columns}", "、".join(f"`{key}`（{column.zh}）" for key, column in COLUMNS.items()))
    lines = [
        walk,
        "## 全部的键",
        "",
        "由 `game/authoring/page.py` 从程序的模型生成，不要手改。“必填”的一定要写；其余不写时按“不写”一栏。",
        f"可以单独成文件的部分：{'、'.join(f'`{name}`' for name in SECTIONS)}。",
    ]
    for model in parts():
        lines += _mapping(model)
    lines += ["", "## 固定词", "", "值只能从这里选；英文键的文件写左边的，中文键的文件写右边的。"]
    for name, title in _LISTS.items():
        pairs = table()["values"][name]
        lines += ["", f'### <a id="{name}"></a>{title}', "", "| 英文 | 中文 |", "|---|---|"]
        lines += [f"| `{en}` | `{zh}` |" for en, zh in pairs.items()]
    lines += ["", "## 指令的参数", "", "期望的指令里，`content`（`内容`）下面可以写的参数。", ""]
    lines += ["| 英文 | 中文 |", "|---|---|", *(f"| `{en}` | `{zh}` |" for en, zh in table()["content"].items())]
    lines += _catalogues()
    return "\n".join(lines) + "\n"


def _catalogues() -> list[str]:
    """Return the ids the exercise itself defines, which scenarios name."""
    choices = catalogue_choices("zh")
    lines = ["", "## 编号目录", "", "程序自带的编号，场景里直接写；中文名只供查找。"]
    for sort, title in _KINDS.items():
        lines += ["", f'### <a id="{sort}"></a>{title}', "", "| 编号 | 名称 |", "|---|---|"]
        lines += [
            f"| `{ident}` | {name} |"
            for ident, name in choices[sort].ids.items()
            if sort != "command" or answers(ident)
        ]
    return lines


def _mapping(model: type[Part]) -> list[str]:
    shape = shape_of(model)
    lines = ["", f'### <a id="{model.__name__}"></a>{about(model)}', ""]
    places = _places(model)
    if places:
        lines += [f"写在 {'、'.join(places)} 里。", ""]
    lines += ["| 英文键 | 中文键 | 写什么 | 值 | 不写 |", "|---|---|---|---|---|"]
    for key, one in shape.fields.items():
        lines.append(
            f"| `{key}` | `{one.zh}` | {_cell(about(model, key))} | {_cell(_value(model, key))} | {_left(model, key)} |"
        )
    return lines


def _places(model: type[Part]) -> list[str]:
    """Return the keys behind which a mapping stands, with the mapping each one is in."""
    return [
        f"[{_short(about(outer))}](#{outer.__name__})的 `{key}`" if outer is not Scenario else f"`{key}`"
        for outer in parts()
        for key, info in outer.model_fields.items()
        if part_of(info.annotation) is model
    ]


def _value(model: type[Part], key: str) -> str:
    inner, words = part_of(model.model_fields[key].annotation), words_of(model, key)
    listed = raw(model, key).get("type") == "array"
    if inner is not None:
        link = f"[{_short(about(inner))}](#{inner.__name__})"
        return f"列表，每项是{link}" if listed else link
    if words is not None and words.name in _LISTS and words.name != "flag":
        link = f"[固定词](#{words.name})"
        return f"列表，每项是{link}" if listed else link
    path = f"{model.__name__}.{key}"
    if path in _LINKED:
        link = f"[编号](#{_LINKED[path]})"
        return f"列表，每项是{link}" if listed else link
    return kind(model, key)


def _left(model: type[Part], key: str) -> str:
    if required(model, key):
        return "必填"
    held = default(model, key)
    return f"`{held}`" if held else ""


def _short(sentence: str) -> str:
    return sentence.split("：", maxsplit=1)[0].split("，", maxsplit=1)[0]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
