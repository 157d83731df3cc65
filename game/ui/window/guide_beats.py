"""What a step of the guide says one thing at a time: the items of a numbered list, each with the part it speaks of.

A step whose text is a numbered Markdown list is told item by item. Where an item begins with, or holds, a link, the
link's target is the name of the window's part it speaks of, as in `1. [数量](order.amount)和提示单对一对。` and the
link is shown as bold words. What stands before the list is said with the first item. Any other text is one beat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.exercise.views.shape import GuideView

_LINK = re.compile(r"\[([^\]\n]+)\]\(([a-z][a-z0-9_.-]*)\)")
_ITEM = re.compile(r"^\d+[.)]\s+")


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing to do, in Markdown, and the name of the part of the window where it is done."""

    text: str
    point: str


def beats(step: GuideView) -> tuple[Beat, ...]:
    """Return what a step says, one thing at a time; at least one."""
    before: list[str] = []
    items: list[list[str]] = []
    for line in step.text.splitlines():
        if _ITEM.match(line):
            items.append([_ITEM.sub("", line)])
        elif items:
            items[-1].append(line.strip())
        else:
            before.append(line)
    lead = "\n".join(before).strip()
    if not items:
        return (_beat(lead, step.point),)
    told = ["\n".join(lines).strip() for lines in items]
    if lead:
        told[0] = f"{lead}\n\n{told[0]}"
    return tuple(_beat(text, step.point) for text in told)


def _beat(text: str, point: str) -> Beat:
    found = _LINK.search(text)
    return Beat(_LINK.sub(r"**\1**", text), found.group(2) if found else point)
