"""Two hands that play the window: one has only a mouse, the other only a keyboard. Both know the same verbs."""

from hand import Hand
from keys import Keys
from mouse import Mouse

__all__ = ["Hand", "Keys", "Mouse"]
