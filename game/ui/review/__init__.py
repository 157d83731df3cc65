"""The review after an exercise: score with its events, replay, reported against true, turning points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from game.session.session import Session
    from game.ui.prompts import Prompts
    from game.ui.review.page import ReviewPage
    from game.ui.settings import Settings
    from game.ui.theme import Theme


def open_review(
    session: Session,
    theme: Theme,
    settings: Settings,
    prompts: Prompts,
    seat: str = "",
    parent: QWidget | None = None,
    *,
    over: bool = True,
    desks: bool = False,
    tried: bool = False,
) -> ReviewPage:
    """Return the review page of a session; `seat` is whose personal score is shown beside the room's.

    One that is not `over` yet has no score: it is what an instructor looks at. With `desks` there is a way back there;
    where a draft is `tried`, home is the editor.
    """
    from game.ui.review.page import ReviewPage

    return ReviewPage(session, theme, settings, prompts, seat, parent, over=over, desks=desks, tried=tried)
