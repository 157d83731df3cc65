"""What the way out of an exercise is called: home, or the editor where an author only tries a draft."""

from __future__ import annotations

from game.ui.i18n import translate


def way_back(*, tried: bool) -> tuple[str, str]:
    """Return the words and the icon of what leads out of the exercise."""
    if tried:
        return translate("WayBack", "回编辑器"), "edit"
    return translate("WayBack", "回主页"), "home"
