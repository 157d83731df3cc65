"""Words of the editor that stand outside of a widget: severities, kinds of ids, the state of a check in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.scenario.findings import Finding, Severity, words
from game.scenario.render import message
from game.ui.i18n import language, translate


def in_the_form(finding: Finding) -> str:
    """Return what is wrong as a form says it: by the names of its fields, in whatever language the file's keys are."""
    return message(replace(finding, chinese=True), language())


def severity_word(severity: Severity) -> str:
    """Return a severity in the window's language."""
    return words()[severity][language()]


def kind_word(kind: str) -> str:
    """Return what a kind of id names."""
    found = {
        "objective": translate("Editor", "学习目标"),
        "seat": translate("Editor", "席位"),
        "campaign": translate("Editor", "战役"),
        "phase": translate("Editor", "阶段"),
        "inject": translate("Editor", "情况"),
        "option": translate("Editor", "选项"),
        "partner": translate("Editor", "帮扶方"),
        "fund": translate("Editor", "资金"),
        "criterion": translate("Editor", "评分项"),
        "guide": translate("Editor", "引导步骤"),
    }
    return found.get(kind, kind)


def counted(findings: Iterable[Finding]) -> str:
    """Return how many errors, warnings and pieces of advice there are."""
    found = list(findings)
    errors, warnings, advice = (sum(f.severity == s for f in found) for s in ("error", "warning", "advice"))
    return translate("Editor", "{errors} 错误 · {warnings} 警告 · {advice} 建议").format(
        errors=errors, warnings=warnings, advice=advice
    )
