"""The seal of a scenario: what its certificate says, in one word with a shape. Read without a run, and cheaply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.ui.i18n import translate

if TYPE_CHECKING:
    from game.scenario.check import Checked


@dataclass(frozen=True, slots=True)
class Seal:
    """Whether a scenario is certified."""

    word: str = "none"
    """A verdict (`passed`, `reserved`, `failed`, `trial`) that holds, `outdated`, or `none`."""
    certificate: Mapping[str, Any] = field(default_factory=dict)


def seal_of(name: str | Path, checked: Checked) -> Seal:
    """Return the seal of a scenario that has been checked. Never raises on what lies there."""
    from game.authoring.certificate_places import places

    if checked.scenario is None or not any(data.is_file() for data, _ in places(name, checked.scenario.id)):
        return Seal()  # what reads certificates brings the whole exercise with it: not for a start without one
    from game.authoring.certificate.kept import standing

    found = standing(name, checked)
    if found.word != "valid":
        return Seal(found.word, found.certificate)
    verdict = found.certificate.get("verdict")
    return Seal(verdict if verdict in ("passed", "reserved", "failed") else "trial", found.certificate)


def seal_words(seal: Seal) -> tuple[str, str, str]:
    """Return word, tone and icon of a seal."""
    said = {
        "passed": (translate("Seal", "已认证"), "ok", "ok"),
        "reserved": (translate("Seal", "有保留"), "info", "star"),
        "failed": (translate("Seal", "认证未通过"), "overdue", "overdue"),
        "trial": (translate("Seal", "只有试算"), "muted", "info"),
        "outdated": (translate("Seal", "认证已过期"), "warn", "clock"),
    }
    return said.get(seal.word, (translate("Seal", "未认证"), "muted", "minus"))


def verdict_words(verdict: str) -> tuple[str, str]:
    """Return a verdict in a word, and what it means."""
    said = {
        "passed": (translate("Seal", "通过"), translate("Seal", "全部门槛都达到了，可以放心拿去上课。")),
        "reserved": (
            translate("Seal", "有保留地通过"),
            translate("Seal", "必须达到的都达到了；还有几项可以改得更好。"),
        ),
        "failed": (translate("Seal", "未通过"), translate("Seal", "有必须达到的没有达到，改好后再认证一次。")),
    }
    return said.get(verdict, (translate("Seal", "试算"), translate("Seal", "推演的场数不够，只供参考，不算认证。")))
