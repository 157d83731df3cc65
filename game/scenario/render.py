"""Findings in words: for people with the line and a caret, for programs as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, Literal

from game.scenario.findings import Finding, Word, catalogue, words
from game.scenario.keys import in_chinese
from game.scenario.mend import is_safe

Lang = Literal["zh", "en"]
_WIDEST = 100
_LISTS = ("allowed", "choices", "found", "keys", "known")
"""Parameters that are lists of the checker's own making."""
_NAMING = {
    **dict.fromkeys(("key", "needs", "found", "pick", "known"), ""),
    "on": "Effect.on",
    "quantity": "Effect.quantity",
}
"""Parameters that hold keys or words of lists, not the author's text -> the list whose words go first."""
_ARGUMENTS = ("TH310", "TH574")
"""Findings that name arguments of commands."""


def message(finding: Finding, lang: Lang = "zh") -> str:
    """Return what is wrong, in one sentence."""
    entry = catalogue()[finding.code]
    return _template(finding, entry.zh if lang == "zh" else entry.en, lang).format_map(_params(finding, lang))


def cure(finding: Finding, lang: Lang = "zh") -> str:
    """Return what to do about it."""
    entry = catalogue()[finding.code]
    return _template(finding, entry.cure_zh if lang == "zh" else entry.cure_en, lang).format_map(_params(finding, lang))


def meant(finding: Finding, lang: Lang = "zh") -> str:
    """Return the question what was probably meant, by its name where it has one; "" where nothing is near enough."""
    said = str(_said("known", finding.params.get("called", ""), lang)) or finding.suggestion
    return words()["meant"][lang].format(suggestion=said) if finding.suggestion else ""


def render_text(finding: Finding, lang: Lang = "zh") -> str:
    """Return the finding as people read it: place, message, the author's line with a caret, what to do."""
    small = words()
    head = f"{finding.file}:{finding.line}:{finding.column}: {small[finding.severity][lang]} {finding.code} "
    lines = [head + message(finding, lang)]
    if finding.excerpt.strip():
        shown, start, end = _window(finding)
        gutter = str(finding.line)
        lines.append(f"{' ' * len(gutter)} |")
        lines.append(f"{gutter} | {shown}")
        lines.append(f"{' ' * len(gutter)} | {caret(shown, start, end)}")
    for related in finding.related:
        place = f"{related.file}:{related.line}:{related.column}"
        lines.append(f"  {small['see'][lang]} {place} {small[related.note][lang]}")
    advice = cure(finding, lang)
    if advice:
        lines.append(f"  {small['advice_lead'][lang]} {advice}")
    if finding.suggestion:
        lines.append(f"  {meant(finding, lang)}")
    return "\n".join(lines)


def to_json(finding: Finding, lang: Lang = "zh") -> dict[str, Any]:
    """Return the finding as data for JSON, with its sentences: in `lang`, and under `texts` in both languages.

    `safe` says whether `check --fix` would make the first of `fixes`.
    """
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end_column,
        "message": message(finding, lang),
        "cure": cure(finding, lang),
        "texts": {
            "zh": {"message": message(finding, "zh"), "cure": cure(finding, "zh")},
            "en": {"message": message(finding, "en"), "cure": cure(finding, "en")},
        },
        "suggestion": finding.suggestion,
        "safe": is_safe(finding),
        "params": {k: str(v) if isinstance(v, str) else v for k, v in finding.params.items()},
        "related": [
            {"file": r.file, "line": r.line, "column": r.column, "note": words()[r.note][lang]} for r in finding.related
        ],
        "fixes": [
            {
                "file": f.file,
                "line": f.line,
                "column": f.column,
                "end_line": f.end_line,
                "end_column": f.end_column,
                "text": f.text,
            }
            for f in finding.fixes
        ],
        "excerpt": finding.excerpt,
    }


def summary(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """Return the counts of a run in one line."""
    found = list(findings)
    counts = [sum(f.severity == severity for f in found) for severity in ("error", "warning", "advice")]
    return words()["summary"][lang].format(errors=counts[0], warnings=counts[1], advice=counts[2])


def caret(line: str, start: int, end: int) -> str:
    """Return the marks under `line[start:end]`: U+3000 and ＾ under wide ones, aligned in any font."""
    pad = "".join("\t" if c == "\t" else "\u3000" if _wide(c) else "" if _none(c) else " " for c in line[:start])
    marks = "".join("＾" if _wide(c) else "" if _none(c) else "^" for c in line[start:end].rstrip()) or "^"
    return pad + " " * max(0, start - len(line)) + marks


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _none(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


def _window(finding: Finding) -> tuple[str, int, int]:
    """Return a piece of the line that fits on a screen, and where the marks go in it; unprintables become spaces."""
    line = "".join(c if c.isprintable() or c in "\t\u3000" else " " for c in finding.excerpt)
    start, end = finding.column - 1, min(finding.end_column - 1, finding.column - 1 + _WIDEST)
    if len(line) <= _WIDEST:
        return line, start, end
    first = max(0, start - _WIDEST // 3)
    cut = line[first : first + _WIDEST]
    lead = "… " if first else ""
    tail = " …" if first + _WIDEST < len(line) else ""
    return lead + cut + tail, start - first + len(lead), min(end - first, len(cut)) + len(lead)


def _template(finding: Finding, template: str, lang: Lang) -> str:
    """Name keys in Chinese where the author does; an English sentence keeps the English words."""
    return in_chinese(template) if finding.chinese and lang == "zh" else template


def _params(finding: Finding, lang: Lang) -> dict[str, str | int]:
    params = {name: _said(name, value, lang) for name, value in finding.params.items()}
    if finding.chinese and lang == "zh":
        for name, value in finding.params.items():
            said = finding.code.startswith("TH5") or finding.code in _ARGUMENTS  # else the author's own, as it stands
            own = not isinstance(value, Word) and not said
            if not own and isinstance(value, str) and (isinstance(value, Word) or name in _NAMING):
                listed = "content" if finding.code in _ARGUMENTS else _NAMING.get(name, "")
                params[name] = in_chinese(str(params[name]), listed)
    return params


def _said(name: str, value: str | int, lang: Lang) -> str | int:
    if not isinstance(value, Word):
        if lang != "en" or name not in _LISTS or not isinstance(value, str):
            return value
        return value.replace("、", ", ").replace("（", " (").replace("）", ")")
    either = words()["either"][lang]
    return either.join(words()[part][lang] if part in words() else part for part in value.split("+"))
