"""Findings as SARIF 2.1.0, the form in which code hosts and editors take what a checker found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from game import __version__
from game.scenario.findings import Entry, Finding, Fix, catalogue, words
from game.scenario.render import Lang, cure, message

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def to_sarif(checked: Iterable[tuple[Path, Iterable[Finding]]], lang: Lang = "zh") -> dict[str, Any]:
    """Return one log of one run: `checked` pairs each scenario's folder with what was found in it.

    Places are in the run's `columnKind`, code points, lines and columns from 1. Messages are in `lang`; the other
    language stands in a result's `properties`.
    """
    found = [(folder, finding) for folder, findings in checked for finding in findings]
    codes = sorted({finding.code for _, finding in found})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "tonghe check",
                        "fullName": "统合推演 check" if lang == "zh" else "Tonghe check",
                        "version": __version__,
                        "language": "zh-CN" if lang == "zh" else "en-US",
                        "rules": [_rule(catalogue()[code], lang) for code in codes],
                    }
                },
                "language": "zh-CN" if lang == "zh" else "en-US",
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": True}],
                "artifacts": [
                    {"location": {"uri": uri}} for uri in sorted({_uri(folder, f.file) for folder, f in found})
                ],
                "results": [_result(folder, finding, codes.index(finding.code), lang) for folder, finding in found],
            }
        ],
    }


def _rule(entry: Entry, lang: Lang) -> dict[str, Any]:
    zh = lang == "zh"
    return {
        "id": entry.code,
        "shortDescription": {"text": _plain(entry.zh if zh else entry.en)},
        "help": {"text": _plain(entry.cure_zh if zh else entry.cure_en)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _plain(template: str) -> str:
    return template.replace("{{", "{").replace("}}", "}")


def _result(folder: Path, finding: Finding, index: int, lang: Lang) -> dict[str, Any]:
    uri = _uri(folder, finding.file)
    other: Lang = "en" if lang == "zh" else "zh"
    said = message(finding, lang)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": said if said.endswith(("。", ".")) else f"{said}{'。' if lang == 'zh' else '.'}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endColumn": finding.end_column,
                        **({"snippet": {"text": finding.excerpt}} if finding.excerpt else {}),
                    },
                }
            }
        ],
        "properties": {
            "cure": cure(finding, lang),
            "suggestion": finding.suggestion,
            f"message_{other}": message(finding, other),
            f"cure_{other}": cure(finding, other),
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": words()[related.note][lang]},
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(folder, related.file)},
                    "region": {"startLine": related.line, "startColumn": related.column},
                },
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(folder, fix, cure(finding, lang)) for fix in finding.fixes]
    return result


def _fix(folder: Path, fix: Fix, described: str) -> dict[str, Any]:
    return {
        "description": {"text": described},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(folder, fix.file)},
                "replacements": [
                    {
                        "deletedRegion": {
                            "startLine": fix.line,
                            "startColumn": fix.column,
                            "endLine": fix.end_line,
                            "endColumn": fix.end_column,
                        },
                        "insertedContent": {"text": fix.text},
                    }
                ],
            }
        ],
    }


def _uri(folder: Path, file: str) -> str:
    path = folder / file
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
