"""How often each inject came in the runs of the scenario's certificate, in words and as a share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.ui.editor.trial_words import policies
from game.ui.i18n import listed, translate
from game.ui.seal import Seal

_DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Coming:
    """How often an inject came."""

    share: float
    """Of all runs, 0 to 1."""
    by_policy: Mapping[str, float]
    by_hand: bool
    untried: str
    """The command that only people give and that it waits for; "" where there is none."""

    @property
    def never(self) -> bool:
        """Whether no run had it, though nothing but the course of play stands in its way."""
        return not self.share and not self.by_hand and not self.untried


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a certificate says of every inject."""

    runs: int
    made: str
    """The day, ISO."""
    outdated: bool
    """Whether the text has changed since."""
    injects: Mapping[str, Coming] = field(default_factory=dict)


def coverage_of(seal: Seal) -> Coverage | None:
    """Return what a seal's certificate says, None without one. Never raises on what lies there."""
    told: Any = seal.certificate
    try:
        found = {
            str(row["id"]): Coming(
                min(1.0, max(0.0, float(row["fired"]))),
                {str(key): float(value) for key, value in row["fired_by"].items()},
                bool(row["by_hand"]),
                str(row.get("untried") or ""),
            )
            for row in told["injects"]
        }
        runs = sum(int(one["runs"]) for one in told["scores"].values()) + int(told["covering"])
        made = str(told["made"])[:10]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return Coverage(runs, made, seal.word == "outdated", found)


def percent(share: float) -> str:
    """Return a share in whole per cent; only what always came is all, and only what never came is nothing."""
    return f"{min(99, max(1, round(100 * share)))}%" if 0 < share < 1 else f"{round(100 * share)}%"


def short_words(coming: Coming | None) -> str:
    """Say in two words how often an inject came."""
    if coming is None:
        return translate("Coverage", "新的")
    if coming.share:
        return translate("Coverage", "来过{share}").format(share=percent(coming.share))
    if coming.by_hand or coming.untried:
        return translate("Coverage", "等人来")
    return translate("Coverage", "没来过")


def long_words(coming: Coming | None, coverage: Coverage) -> str:
    """Say how often an inject came, and by which policy."""
    if coming is None:
        return translate("Coverage", "认证推演：认证以后才加的，还没有推演过")
    if coming.by_hand and not coming.share:
        return translate("Coverage", "认证推演：由教员手动放出，电脑不放")
    if coming.untried and not coming.share:
        return translate("Coverage", "认证推演：等一道只有真人会下的指令（{command}），电脑推不到").format(
            command=_command(coming.untried)
        )
    if coming.never:
        return translate("Coverage", "认证推演：{runs}场里一场也没有来过").format(runs=coverage.runs)
    names = {**dict(policies()), _DRAWN: translate("Coverage", "选项抽签")}
    each = listed(
        translate("Coverage", "{policy}{share}").format(policy=names.get(key, key), share=percent(share))
        for key, share in coming.by_policy.items()
    )
    return translate("Coverage", "认证推演：{runs}场里来过{share}（{each}）").format(
        runs=coverage.runs, share=percent(coming.share), each=each
    )


def _command(kind: str) -> str:
    from game.exercise.texts import has, say
    from game.ui.i18n import language

    code = f"command.{kind}"
    return say(code, language()) if has(code) else kind
