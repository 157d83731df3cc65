"""After-action review: what happened, why figures moved, reported against true, and the score with its evidence."""

from __future__ import annotations

from game.review.story import Entry, Moment, Overlay, overlay, story, turning_points
from game.review.write import FORMATS, write_report

__all__ = ["FORMATS", "Entry", "Moment", "Overlay", "overlay", "story", "turning_points", "write_report"]
