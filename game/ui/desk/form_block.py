"""One line of a form: its word, its field, what helps to fill it in, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.widgets import label, set_role, spaced


class Block(QWidget):
    """A field under its word; a refusal that concerns the field stands right below it."""

    def __init__(self, bridge: Bridge, word: str, field: QWidget, note: str = "") -> None:
        super().__init__()
        self._bridge = bridge
        self.field = field
        column = spaced(QVBoxLayout(self), bridge.theme, 0, 1)
        self.head = spaced(QHBoxLayout(), bridge.theme, 0, 2)
        self.word = label(word, "small", wrap=True)
        self.word.setBuddy(field)
        self.head.addWidget(self.word, 1)
        self.note = label(note, "small", wrap=True)
        self.note.setVisible(bool(note))
        self._mark = QLabel()
        self._wrong = label("", "overdue", wrap=True)
        self._bad = QWidget()
        line = spaced(QHBoxLayout(self._bad), bridge.theme, 0, 1)
        line.addWidget(self._mark)
        line.addWidget(self._wrong, 1)
        self._bad.setVisible(False)
        column.addLayout(self.head)
        column.addWidget(field)
        self._column = column
        column.addWidget(self.note)
        column.addWidget(self._bad)
        column.addStretch(1)

    def set_foot(self, widget: QWidget) -> None:
        """Put a widget right below the field."""
        self._column.insertWidget(self._column.indexOf(self.field) + 1, widget)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty where nothing is."""
        return self._wrong.text() if not self._bad.isHidden() else ""

    def set_note(self, text: str) -> None:
        """Say what helps to fill the field in."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def set_error(self, sentence: str, cure: str = "") -> None:
        """Say what is wrong and what helps."""
        self._mark.setPixmap(self._bridge.icons.pixmap("warn", "overdue", self._bridge.theme.px(0.9)))
        self._wrong.setText(f"{sentence} {cure}".strip())
        self._bad.setVisible(True)
        set_role(self.field, "bad", True)
        self.field.setAccessibleDescription(f"{sentence} {cure}".strip())

    def clear_error(self) -> None:
        """Nothing is wrong."""
        if not self._bad.isHidden():
            self._bad.setVisible(False)
            set_role(self.field, "bad", False)
            self.field.setAccessibleDescription("")


FIELD_OF = {
    "no_money": "money", "unknown_fund": "fund", "fund_not_yours": "fund", "wrong_earmark": "fund",
    "no_helpers": "hours", "unknown_organ": "organs", "organ_not_ready": "organs", "cannot_execute": "organs",
    "organ_elsewhere": "organs", "named_twice": "organs", "unknown_place": "place", "wrong_place": "place",
    "unknown_task": "task", "lead_not_named": "lead", "deadline_passed": "deadline", "not_later": "deadline",
    "unknown_problem": "problem", "unknown_inject": "problem", "problem_elsewhere": "place",
    "unknown_holder": "holder", "same_holder": "to", "to_oneself": "holder", "own_contract": "grade",
    "already_contracted": "object", "unknown_power": "powers", "not_your_power": "powers",
    "unknown_evidence": "evidence", "no_evidence": "evidence", "unknown_domain": "object",
    "squad_busy": "squad", "not_a_squad": "squad", "too_far": "day", "unknown_village": "villages",
    "not_its_problem": "to", "letter_to_self": "to", "not_a_leader": "to", "not_answerable": "to",
    "problem_not_open": "problems", "visit_planned": "problems", "rung_jump": "rung", "no_reason": "reason",
    "unknown_seat": "person", "out_of_scope": "place",
}  # fmt: skip
"""Field of a form that a refusal's code concerns; the first of `fields_of` that the form has."""
_ALSO = {
    "unknown_organ": ("owner", "to", "organ", "holder", "squad"),
    "organ_not_ready": ("owner", "to", "holder"),
    "cannot_execute": ("holder", "to", "owner"),
    "deadline_passed": ("end", "day"),
    "unknown_place": ("object", "township"),
    "wrong_place": ("object",),
    "unknown_holder": ("to",),
    "out_of_scope": ("organs", "owner", "to", "holder", "township", "object", "organ"),
    "named_twice": ("villages", "townships", "problems"),
    "unknown_domain": ("focus", "topic"),
    "not_its_problem": ("organ",),
    "no_money": ("fund",),
    "unknown_problem": ("problems",),
}


def fields_of(code: str, params: dict[str, str | int]) -> tuple[str, ...]:
    """Return the fields a refusal may concern, the likeliest first."""
    if code == "bad_arguments":
        return (str(params.get("field", "")).split(".")[0],)
    first = FIELD_OF.get(code, "")
    target = str(params.get("target", "")).partition(":")[0]
    if code == "out_of_scope" and target not in ("county", "zone", "village", ""):
        return ("organs", *_ALSO[code], first)
    return (first, *_ALSO.get(code, ()))
