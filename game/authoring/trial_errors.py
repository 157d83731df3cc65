"""Why a trial cannot be made, told in the reader's language."""

from __future__ import annotations

from game.exercise.refusals import Refusal
from game.exercise.texts import cure, say

_NAMED = 12
"""Ids that a sentence lists before it breaks off."""


class TrialError(ValueError):
    """A trial cannot be made as wished; `str()` is the Chinese sentence, `said` that of another language."""

    def __init__(self, code: str, **params: object) -> None:
        self.code, self.params = code, params
        super().__init__(self.said())

    def said(self, lang: str = "zh") -> str:
        """Return what is wrong and what helps."""
        return say(f"trial.{self.code}", lang, **{key: _worded(value, lang) for key, value in self.params.items()})


class CannotTry(TrialError):
    """The inject, option, seat, day or turns are none of the scenario's, or the exercise does not get there."""


class BadFigure(TrialError):
    """A figure cannot be set like that."""


def refused(refusal: Refusal | None, lang: str = "zh") -> str:
    """Return why a command was refused and what helps."""
    if refusal is None:
        return ""
    code, params = f"refusal.{refusal.code}", dict(refusal.params)
    gap = "" if lang == "zh" else " "
    return gap.join(part for part in (say(code, lang, **params), cure(code, lang, **params)) if part)


def _worded(value: object, lang: str) -> object:
    if isinstance(value, Refusal):
        return refused(value, lang)
    if isinstance(value, tuple):
        words = [str(one) for one in value[:_NAMED]]
        return ("、" if lang == "zh" else ", ").join(words) + ("…" if len(value) > _NAMED else "")
    return value
