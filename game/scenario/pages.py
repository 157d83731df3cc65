"""The page of all codes, written from the catalogue: `docs/diagnostics.md`."""

from __future__ import annotations

from game.scenario.findings import catalogue, words

_GROUPS = (
    ("TH1", "文件与 YAML 语法"),
    ("TH2", "结构：键、值、长度"),
    ("TH3", "引用：编号、名称、地点"),
    ("TH4", "条件"),
    ("TH5", "含义：可达、时间、席位、选项、评分、负担、文字、忽略"),
)


def diagnostics_page() -> str:
    """Return the Markdown of the page; a test keeps the file in `docs` equal to it."""
    lines = [
        "# 诊断代码",
        "",
        "检查器（`python -m game check`）给出的每个代码、它的意思和改法。代码不会改变含义。",
        "错误必须改掉才能开始推演；警告应当看一眼；建议不影响使用。",
        "",
        "警告和建议可以在出问题那一行的上面写注释忽略，必须写理由：",
        "",
        "```yaml",
        "# 忽略 TH508: 本场只考四项，权重留空二十分给点评",
        "rubric:",
        "```",
        "",
        "只要还有错误，TH530 到 TH590 里就只检查文字；错误改完，可达、席位、评分等规则才说话：",
        "写错的引用不会又被说成到不了。",
        "",
        "下面的花括号在实际输出里换成具体内容。本页由 `game/scenario/pages.py` 生成，不要手改。",
    ]
    for prefix, title in _GROUPS:
        lines += ["", f"## {title}", "", "| 代码 | 级别 | 意思 | 怎么改 |", "|---|---|---|---|"]
        for code, entry in catalogue().items():
            if code.startswith(prefix):
                level = words()[entry.severity]["zh"]
                lines.append(f"| {code} | {level} | {_cell(entry.zh)} | {_cell(entry.cure_zh)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")
