"""Who plays an empty seat, and the reference policies. Bots see views only, as a person does."""

from __future__ import annotations

from game.bots.base import PARTS, POLICIES, Act, Bot, make_bot

__all__ = ["PARTS", "POLICIES", "Act", "Bot", "make_bot"]
