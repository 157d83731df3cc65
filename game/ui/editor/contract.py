"""What the editor's page and its views agree on: a view shows a draft and asks for edits, the text stays the truth.

The page hosts each view as a tab. A view never changes a text itself: it asks for edits as stretches to replace, which
go through the text's own undo, and hears of the outcome through the next `show_draft`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from game.county.place import County
from game.scenario.check import Checked
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.seal import Seal
from game.ui.theme import Theme

__all__ = ["Draft", "EditorView"]


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts as they were when they were last checked."""

    bundle: dict[str, str]
    """Text by relative name, as `check_bundle` takes them; to be read, never changed."""
    checked: Checked
    """What the checker found in exactly these texts; its scenario is None where there are errors."""
    version: int
    """Grows with every change of a text, so that a view can tell an old draft from a new one."""


class EditorView(QWidget):
    """A view of the draft in a tab of the editor.

    Class attribute `name` is its id. The page makes it as `View(theme, icons, parent)` and calls `show_draft` after
    each check while the view's tab is in front, and once when the tab comes to the front.
    """

    name: ClassVar[str] = ""
    wants_certificate: ClassVar[bool] = False
    """Whether `show_certificate` is to be called; reading it costs something."""

    edit_asked = Signal(object)
    """tuple[Fix, ...]: stretches to replace in the texts of the draft shown last, all as one step of undo.

    Places are those of `Draft.bundle` (lines and columns from 1, in code points, ends exclusive) and do not overlap.
    The page refuses them, with a word to the user, where a text has changed since."""
    fresh_asked = Signal()
    """Before an edit is worked out: the draft of the text as it stands now is wanted, shown before this returns."""
    place_asked = Signal(str, int, int)
    """File, line and column (from 1) to show in the text."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.icons = theme, icons

    def title(self) -> str:
        """Return the tab's title in the window's language."""
        raise NotImplementedError

    def use_prompts(self, prompts: Prompts) -> None:
        """Hear of who asks the user; called once, before anything is shown."""

    def show_saved(self, texts: Mapping[str, str]) -> None:
        """Hear of the texts as they were last saved; called before `show_draft`."""

    def show_county(self, county: County | None) -> None:
        """Hear of the draft's county, None where it has none; called before `show_draft`."""

    def show_certificate(self, seal: Seal) -> None:
        """Hear of the scenario's certificate, as it stands to the draft; called before `show_draft`."""

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; called in the window's thread, on broken texts as well."""
        raise NotImplementedError

    def commit(self) -> None:
        """Write what somebody is still typing."""

    def come_to(self, file: str, line: int) -> bool:
        """Show what stands at a place of the draft shown last; False where the view has nothing of its own for it."""
        del file, line
        return False

    def chosen_inject(self) -> str:
        """Return the id of the inject that is chosen in the view, "" where none is."""
        return ""

    def inject_pickers(self) -> tuple[QWidget, ...]:
        """Return the widgets in which an inject can be chosen, for what can be done with it from there."""
        return ()
