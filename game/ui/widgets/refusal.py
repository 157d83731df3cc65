"""A refused command, said where the hand is: the sentence and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.ui.widgets.basic import label, named, spaced

if TYPE_CHECKING:
    from game.exercise.refusals import Refusal
    from game.ui.bridge import Bridge


class RefusalBar(QFrame):
    """Hidden until something is refused; hides again by `clear`."""

    def __init__(self, bridge: Bridge, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setProperty("card", "warn")
        row = spaced(QHBoxLayout(self), bridge.theme, 2, 2)
        self._picture = QLabel(self)
        words = spaced(QVBoxLayout(), bridge.theme, 0, 0)
        self._sentence = label("", "strong", wrap=True)
        self._cure = label("", wrap=True)
        words.addWidget(self._sentence)
        words.addWidget(self._cure)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        named(self, name)
        self.setVisible(False)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why a command was refused and what helps."""
        sentence, cure = self._bridge.explain(refusal)
        self.show_text(sentence, cure)

    def show_text(self, sentence: str, cure: str = "") -> None:
        """Say something in the refusal's place."""
        self._picture.setPixmap(self._bridge.icons.pixmap("warn", "warn", self._bridge.theme.px(1.1)))
        self._sentence.setText(sentence)
        self._cure.setText(cure)
        self._cure.setVisible(bool(cure))
        self.setAccessibleName(f"{sentence} {cure}".strip())
        self.setVisible(True)

    def clear(self) -> None:
        """Hide."""
        self.setVisible(False)
