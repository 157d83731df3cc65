"""The exercise, its seats and injects as forms, a tab of the editor: each change is an edit of the text alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from game.authoring.draft_tree import DraftTree
from game.authoring.patches import append, delete, duplicate, free_id
from game.authoring.written import Value
from game.county.place import County
from game.scenario.findings import Fix
from game.scenario.placeholders import placeholder
from game.ui.editor.contract import Draft
from game.ui.editor.form_choices import offer_of
from game.ui.editor.form_model import Field, Section, change, of_field, of_part
from game.ui.editor.form_row import FormRow
from game.ui.editor.form_whole import WHOLE, form_of, part_of, subject_at, subjects
from game.ui.editor.graphic import GraphicView
from game.ui.editor.stubs import stub
from game.ui.editor.words import in_the_form
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import (
    Card,
    FlowLayout,
    FoldingRow,
    Page,
    SearchBox,
    button,
    discard,
    label,
    named,
    set_role,
    show_new,
    spaced,
)

_KEY = int(Qt.ItemDataRole.UserRole)
_MISSING = {"TH503": "reply_within"}
"""Code of a finding about what is not there -> the field that would hold it."""
_ICONS = {"whole": "flag", "seat": "person", "inject": "inbox"}


class FormView(GraphicView):
    """A list of all that has a form on the left, the chosen one's fields on the right."""

    name: ClassVar[str] = "form"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.key = ""
        """What is shown, as its subject has it."""
        self._county: County | None = None
        self._named: County | None = None
        """The county of the draft to be shown next, which it is only where it can be read."""
        self.rows: dict[str, FormRow] = {}
        """Rows by the path of their field within what is shown."""
        self._cards: list[tuple[tuple[object, ...], Card]] = []
        self._paths: dict[Card, str] = {}
        split = QSplitter(Qt.Orientation.Horizontal, self.stack)
        left = QWidget(split)
        column = spaced(QVBoxLayout(left), theme, 0, 2)
        self.search = SearchBox(icons, self.tr("找席位和情况"), "editor.form.search")
        self.search.textChanged.connect(weak_slot(self._filter))
        self.list = named(QListWidget(left), "editor.form.list", self.tr("这场推演、席位和情况"))
        self.list.currentItemChanged.connect(weak_slot(self._on_item))
        row = FoldingRow(theme, 0, 1, left)
        self.new = button(self.tr("新写"), icons, "plus", name="editor.form.new", tip=self.tr("在最后加一条情况"))
        self.copy = button("", icons, "copy", name="editor.form.copy", tip=self.tr("复制这一条"))
        self.remove = button("", icons, "close", name="editor.form.remove", tip=self.tr("删掉这一条（可以撤销）"))
        self.go = button("", icons, "open", name="editor.form.go", tip=self.tr("看正文"))
        for made, slot in (
            (self.new, self.add_inject), (self.copy, self.copy_inject), (self.remove, self.remove_inject),
            (self.go, self.open),
        ):  # fmt: skip
            made.clicked.connect(weak_slot(slot))
            row.add(made, int(made is self.new), fold=int(made is self.new))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(row)
        self.page = Page(theme, 2, 2, split)
        self.top = label("", "warn", wrap=True, parent=self.page.inner)
        self.body: QVBoxLayout = spaced(QVBoxLayout(), theme, 0, 2)
        self.page.body.addWidget(self.top)
        self.page.body.addLayout(self.body)
        self.page.body.addStretch(1)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.wide(13), theme.wide(40)])
        split.setChildrenCollapsible(False)
        self.set_picture(split)
        self.setFocusProxy(self.list)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("表单")

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; what cannot be written is not asked for."""
        super().show_draft(draft)
        self.page.inner.setEnabled(not self.stale)

    def show_county(self, county: County | None) -> None:
        """Offer the places of a county."""
        self._named = county

    def show_tree(self, tree: DraftTree) -> bool:
        """Show all that has a form in a draft, and the chosen one's fields."""
        self._county = self._named
        self.hint.setText(self.tr("改完一栏就写进正文，注释和排版都不动。"))
        found = subjects(tree)
        keys = [one.key for one in found]
        if self.key not in keys:
            before = [self.list.item(n).data(_KEY) for n in range(self.list.count())]
            new = [key for key in keys if key not in before]
            at = before.index(self.key) if self.key in before else 0
            self.key = new[0] if before and len(new) == 1 else keys[min(at, len(keys) - 1)]
        self.list.blockSignals(True)
        if [self.list.item(n).data(_KEY) for n in range(self.list.count())] != keys:
            self.list.clear()
            for one in found:
                item = QListWidgetItem(self.icons.icon(_ICONS[one.kind]), "", self.list)
                item.setData(_KEY, one.key)
        for number, one in enumerate(found):
            item = self.list.item(number)
            item.setText(one.words)
            item.setToolTip(f"{one.words}\n{one.id}".strip())
        self.list.setCurrentRow(keys.index(self.key))
        self.list.blockSignals(False)
        self._filter()
        self.show_form()
        return True

    def show_form(self) -> None:
        """Show what is chosen; the widgets stay where only values changed."""
        if self.tree is None or self.draft is None:
            return
        for made in (self.copy, self.remove):
            made.setEnabled(bool(self.inject))
        shown = form_of(self.tree, self.bundle, self.key, offer_of(self.tree.root, self._county))
        if [section.look for section in shown] != [look for look, _ in self._cards]:
            self._rebuild(shown)
        self._paths = {card: section.path for (_, card), section in zip(self._cards, shown, strict=True)}
        part = part_of(self.tree, self.key)
        if part is None:
            return
        findings = self.draft.checked.findings
        whole = self.key == WHOLE
        left = [f for f in findings if not whole and of_part(f, self.tree, part)]
        for section in shown:
            for field in section.fields:
                mine = [f for f in findings if of_field(f, field)] if field.kind != "elsewhere" or not whole else []
                mine += [f for f in left if _MISSING.get(f.code) == field.key]
                left = [f for f in left if f not in mine]
                self.rows[field.key].show_field(field, mine)
        self.top.setText("\n".join(in_the_form(f) for f in left))
        set_role(self.top, "role", "overdue" if any(f.severity == "error" for f in left) else "warn")
        self.top.setVisible(bool(left))

    @property
    def inject(self) -> str:
        """The inject shown, "" where something else is."""
        kind, _, ident = self.key.partition(":")
        return ident if kind == "inject" else ""

    def choose(self, inject: str) -> None:
        """Show another inject."""
        if inject:
            self.show_subject(f"inject:{inject}")

    def show_subject(self, key: str) -> None:
        """Show the exercise, a seat or an inject."""
        if key == self.key:
            return
        self.key = key
        self.page.verticalScrollBar().setValue(0)
        rows = [self.list.item(n).data(_KEY) for n in range(self.list.count())]
        if key in rows:
            self.list.blockSignals(True)
            self.list.setCurrentRow(rows.index(key))
            self.list.blockSignals(False)
            self.show_form()

    def commit(self) -> None:
        """Write what somebody is still typing."""
        for row in list(self.rows.values()):
            row.commit()

    def come_to(self, file: str, line: int) -> bool:
        """Show the seat or the inject at a place of the text."""
        key = subject_at(self.tree, file, line) if self.tree is not None and not self.stale else ""
        if key:
            self.show_subject(key)
        return bool(key)

    def chosen_inject(self) -> str:
        """Return the inject shown."""
        return self.inject

    def inject_pickers(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.list,)

    # Edits

    def set_field(self, field: Field, value: Value) -> None:
        """Write a field's new value."""

        def edit(bundle: Mapping[str, str]) -> tuple[Fix, ...]:
            assert self.tree is not None
            return change(bundle, self.tree, field, value)

        if self.tree is not None and not self.ask(edit):
            self.show_form()

    def add_inject(self) -> None:
        """Write the beginning of another inject."""
        ident = free_id(self.bundle, "injects", "inject")

        def edit(bundle: Mapping[str, str]) -> tuple[Fix, ...]:
            made = stub(bundle, "inject", ident, language())
            return (made,) if made is not None else ()

        self._go_to(edit, ident)

    def copy_inject(self) -> None:
        """Write the chosen inject once more, under another id."""
        old = self.inject
        if not old:
            return
        ident = free_id(self.bundle, "injects", old)
        self._go_to(lambda bundle: duplicate(bundle, f"injects[{old}]", ident), ident)

    def remove_inject(self) -> None:
        """Take the chosen inject away."""
        ident = self.inject
        if ident:
            self.ask(lambda bundle: delete(bundle, f"injects[{ident}]"))

    def take_away(self, card: Card) -> None:
        """Take away an option, an expectation, the escalation."""
        path = self._paths.get(card, "")
        if path:
            self.ask(lambda bundle: delete(bundle, path))

    def add_item(self, key: str) -> None:
        """Write another option or expectation."""
        path = f"injects[{self.inject}].{key}"
        number = next(n for n in range(1, 999) if not any(one.startswith(f"{key}[{key[:6]}-{n}]") for one in self.rows))
        ident = f"{key[:6]}-{number}"
        todo = placeholder("here", language())
        item: dict[str, Value] = {"id": ident, "text": todo, "credit": 500, "why": todo}
        if key == "expect":
            item = {"id": ident, "command": "issue_order", "within": 7}
        self.ask(lambda bundle: append(bundle, path, item))

    def open(self) -> None:
        """Show what is chosen in the text."""
        part = part_of(self.tree, self.key) if self.tree is not None else None
        if part is not None:
            self.place_asked.emit(part.file, part.line, part.column)

    # Helpers

    def _go_to(self, edit: Callable[[Mapping[str, str]], tuple[Fix, ...]], ident: str) -> None:
        before = self.key
        self.key = f"inject:{ident}"  # shown once the page has the new text
        if not self.ask(edit):
            self.key = before

    def _rebuild(self, shown: tuple[Section, ...]) -> None:
        focus = QApplication.focusWidget()
        back = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        spare = dict(self._cards)  # what looks the same serves again: to make a form anew takes a tenth of a second
        rows = self.rows
        self.rows, self._cards = {}, []
        for section in shown:
            card = spare.pop(section.look, None)
            if card is None:
                card = self._card(section)
            else:
                self.rows |= {field.key: rows[field.key] for field in section.fields}
            self._cards.append((section.look, card))
            self.body.removeWidget(card)
            self.body.addWidget(card)
        for card in spare.values():
            self.body.removeWidget(card)
            discard(card)
        show_new(self.page.inner)
        again = next((r for r in self.rows.values() if back and r.input.objectName() == back), None)
        if again is not None:
            again.input.setFocus()

    def _card(self, section: Section) -> Card:
        card = Card(self.theme, section.title, tone="flat", parent=self.page.inner)
        card.title.setWordWrap(True)
        card.title.setMinimumWidth(1)
        card.head.setStretchFactor(card.title, 1)
        if section.path:
            tip = self.tr("删掉：{what}").format(what=section.title)
            gone = button("", self.icons, "close", kind="quiet", tip=tip)
            gone.setParent(card)
            gone.clicked.connect(weak_slot(self.take_away, card))
            card.head.addWidget(gone)
        for field in section.fields:
            row = FormRow(self.theme, self.icons, field, card)
            row.changed.connect(self.set_field)
            row.place_asked.connect(self.place_asked)
            card.body.addWidget(row)
            self.rows[field.key] = row
        if any(field.key == "reply_within" for field in section.fields):
            more_of = QWidget(card)  # below the fields: beside the title they would need more than a narrow card has
            flow = FlowLayout(self.theme.space(2), more_of)
            for key, words in (("options", self.tr("加一个选项")), ("expect", self.tr("加一件要做的"))):
                more = button(words, self.icons, "plus", kind="quiet", name=f"editor.form.add.{key}")
                more.setParent(more_of)
                more.clicked.connect(weak_slot(self.add_item, key))
                flow.addWidget(more)
            card.body.addWidget(more_of)
        return card

    def _filter(self) -> None:
        wanted = self.search.text().strip().lower()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(wanted not in f"{item.text()} {item.toolTip()}".lower())

    def _on_item(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.show_subject(item.data(_KEY))
