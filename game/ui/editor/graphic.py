"""What the drawn views share: the last readable draft stays in sight, marked as old, and edits are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.authoring.draft_tree import DraftTree, draft_tree
from game.authoring.patches import NoPlace
from game.scenario.findings import Fix
from game.ui.editor.contract import Draft, EditorView
from game.ui.i18n import translate
from game.ui.icons import Icons
from game.ui.pictures import PictureButton, Whole
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Elided, EmptyState, Pill, button, named, spaced


class GraphicView(EditorView):
    """A head with a hint and what was said, below it the picture, or a sentence where there is nothing to draw."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName(f"editor.{self.name}")
        self.draft: Draft | None = None
        self.tree: DraftTree | None = None
        """The last tree that could be read."""
        self.bundle: Mapping[str, str] = {}
        """The texts of that tree."""
        self.stale = False
        """Whether the text has changed since and cannot be read."""
        self.pictures: PictureButton | None = None
        column = spaced(QVBoxLayout(self), theme, 2, 2)
        self.bar = spaced(QHBoxLayout(), theme, 0, 2)
        self.hint = named(Elided("muted", self), f"editor.{self.name}.hint")
        self.old = Pill(theme, icons, parent=self)
        self.old.hide()
        self.mend = button(
            translate("Graphic", "去改"), icons, "edit", kind="quiet", name=f"editor.{self.name}.mend",
            tip=translate("Graphic", "到正文里第一处错误那里去"),
        )  # fmt: skip
        self.mend.hide()
        self.mend.clicked.connect(weak_slot(self._on_mend))
        self.bar.addWidget(self.hint, 1)
        self.bar.addWidget(self.old)
        self.bar.addWidget(self.mend)
        column.addLayout(self.bar)
        self.stack = QStackedWidget(self)
        self.nothing = EmptyState(theme, icons, "info", "", "", self.stack)
        self.stack.addWidget(self.nothing)
        column.addWidget(self.stack, 1)

    def set_picture(self, picture: QWidget) -> None:
        """Take the widget that shows the draft, and gets the keyboard with the view."""
        self.picture = picture
        self.setFocusProxy(picture)
        self.stack.addWidget(picture)
        self.stack.currentChanged.connect(weak_slot(self._on_shown))

    def use_prompts(self, prompts: Prompts) -> None:
        """Offer the picture to be copied and saved, where it is one."""
        if not isinstance(self.picture, Whole):
            return
        self.pictures = PictureButton(self.icons, prompts, f"editor.{self.name}.picture", self.title())
        self.pictures.show_of(self.picture)
        self.pictures.told.connect(self.hint.setText)
        self.bar.addWidget(self.pictures)
        self._on_shown()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; where it cannot be read what is shown stays, marked as old."""
        self.draft = draft
        tree = draft_tree(draft.bundle)
        self.stale = tree is None
        self.old.setVisible(self.stale and self.tree is not None)
        self.mend.setVisible(self.stale and bool(draft.checked.errors))
        if tree is None:
            self.old.set_state(translate("Graphic", "文字有错，这是上一次能读时的样子"), "warn", "warn")
            if self.tree is None:
                self.show_nothing(
                    translate("Graphic", "文字里有错，还画不出来"),
                    translate("Graphic", "改好正文里的错误，这里就会画出来。"),
                )
            return
        self.tree, self.bundle = tree, draft.bundle
        if self.show_tree(tree):
            self.stack.setCurrentWidget(self.picture)

    def show_tree(self, tree: DraftTree) -> bool:
        """Show a draft that can be read; False where there is nothing in it to draw, which was said."""
        raise NotImplementedError

    def show_nothing(self, title: str, hint: str) -> None:
        """Say that there is nothing to draw, and why."""
        self.nothing.set_text(title, hint)
        self.stack.setCurrentWidget(self.nothing)

    def ask(self, edit: Callable[[Mapping[str, str]], tuple[Fix, ...]]) -> bool:
        """Ask the page for an edit of the draft; False, with a word to the user, where it cannot be made."""
        self.fresh_asked.emit()
        if self.stale:
            self.hint.setText(translate("Graphic", "没有改：正文里有错，先改好再在这里改。"))
            return False
        try:
            fixes = edit(self.bundle)
        except NoPlace:
            self.hint.setText(translate("Graphic", "没有改：这一处写法特别，请在正文里改。"))
            return False
        if fixes:
            self.edit_asked.emit(fixes)
        return True

    def _on_mend(self) -> None:
        """Go to what keeps the text from being read."""
        errors = self.draft.checked.errors if self.draft is not None else ()
        if errors:
            self.place_asked.emit(errors[0].file, errors[0].line, errors[0].column)

    def _on_shown(self) -> None:
        """Offer a picture only of what is there."""
        if self.pictures is not None:
            self.pictures.setEnabled(self.stack.currentWidget() is self.picture)
