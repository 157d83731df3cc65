"""One inject as a form, a tab of the editor: every change is an edit of the text, which keeps its comments."""

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
from game.scenario.known import items, text
from game.scenario.render import message
from game.ui.editor.form_choices import offer_of
from game.ui.editor.form_model import Field, Section, addressed, change, inject_at, of_field, of_inject, sections
from game.ui.editor.form_row import FormRow
from game.ui.editor.graphic import GraphicView
from game.ui.editor.stubs import stub
from game.ui.i18n import language, translate
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
    show_new,
    spaced,
)

_ID = int(Qt.ItemDataRole.UserRole)


class FormView(GraphicView):
    """A list of the injects on the left, the chosen one's fields on the right."""

    name: ClassVar[str] = "form"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.inject = ""
        self._county: County | None = None
        self._named: County | None = None
        """The county of the draft to be shown next, which it is only where it can be read."""
        self.rows: dict[str, FormRow] = {}
        """Rows by the path of their field within the inject."""
        self._cards: list[tuple[tuple[object, ...], Card]] = []
        self._paths: dict[Card, str] = {}
        split = QSplitter(Qt.Orientation.Horizontal, self.stack)
        left = QWidget(split)
        column = spaced(QVBoxLayout(left), theme, 0, 2)
        self.search = SearchBox(icons, self.tr("找情况"), "editor.form.search")
        self.search.textChanged.connect(weak_slot(self._filter))
        self.list = named(QListWidget(left), "editor.form.list", self.tr("情况"))
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

    def show_county(self, county: County | None) -> None:
        """Offer the places of a county."""
        self._named = county

    def show_tree(self, tree: DraftTree) -> bool:
        """Show the injects of a draft, and the chosen one's fields."""
        found = [(i, text(n, "title") or "", addressed(n)) for n in items(tree.root, "injects") if (i := text(n, "id"))]
        if not found:
            self.show_nothing(self.tr("还没有情况"), self.tr("点左下角的“加一条情况…”写一条，这里就能一格一格地改。"))
            return False
        self._county = self._named
        self.hint.setText(self.tr("改完一栏就写进正文，注释和排版都不动。"))
        names = [ident for ident, _, _ in found]
        if self.inject not in names:
            before = [self.list.item(n).data(_ID) for n in range(self.list.count())]
            new = [ident for ident in names if ident not in before]
            at = before.index(self.inject) if self.inject in before else 0
            self.inject = new[0] if before and len(new) == 1 else names[min(at, len(names) - 1)]
        self.list.blockSignals(True)
        if [self.list.item(n).data(_ID) for n in range(self.list.count())] != names:
            self.list.clear()
            for ident in names:
                item = QListWidgetItem(self.list)
                item.setData(_ID, ident)
        for number, (ident, title, _) in enumerate(found):
            item = self.list.item(number)
            item.setText(title or ident)
            item.setToolTip(f"{title}\n{ident}")
        self.list.setCurrentRow(names.index(self.inject))
        self.list.blockSignals(False)
        self._filter()
        self.show_inject()
        return True

    def show_inject(self) -> None:
        """Show the chosen inject; the widgets stay where only values changed."""
        if self.tree is None or self.draft is None:
            return
        shown = sections(self.tree, self.inject, offer_of(self.tree.root, self._county))
        if [section.look for section in shown] != [look for look, _ in self._cards]:
            self._rebuild(shown)
        self._paths = {card: section.path for (_, card), section in zip(self._cards, shown, strict=True)}
        inject = inject_at(self.tree, self.inject)
        if inject is None:
            return
        left = [f for f in self.draft.checked.findings if of_inject(f, self.tree, inject)]
        for section in shown:
            for field in section.fields:
                mine = [f for f in left if of_field(f, field)]
                left = [f for f in left if f not in mine]
                self.rows[field.key].show_field(field, mine)
        self.top.setText("\n".join(message(f, language()) for f in left))
        self.top.setVisible(bool(left))

    def choose(self, ident: str) -> None:
        """Show another inject."""
        if ident and ident != self.inject:
            self.inject = ident
            self.page.verticalScrollBar().setValue(0)
            self.show_inject()

    def chosen_inject(self) -> str:
        """Return the inject shown."""
        return self.inject

    def inject_pickers(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.list,)

    # Edits

    def set_field(self, field: Field, value: Value) -> None:
        """Write a field's new value."""
        tree, ident = self.tree, self.inject
        if tree is not None and not self.ask(lambda bundle: change(bundle, tree, ident, field, value)):
            self.show_inject()

    def add_inject(self) -> None:
        """Write the beginning of another inject."""
        ident = free_id(self.bundle, "injects", "inject")

        def edit(bundle: Mapping[str, str]) -> tuple[Fix, ...]:
            made = stub(bundle, "inject", ident, language())
            return (made,) if made is not None else ()

        self._go_to(edit, ident)

    def copy_inject(self) -> None:
        """Write the chosen inject once more, under another id."""
        ident = free_id(self.bundle, "injects", self.inject)
        old = self.inject
        self._go_to(lambda bundle: duplicate(bundle, f"injects[{old}]", ident), ident)

    def remove_inject(self) -> None:
        """Take the chosen inject away."""
        ident = self.inject
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
        todo = translate("Form", "写在这里")
        item: dict[str, Value] = {"id": ident, "text": todo, "credit": 500, "why": todo}
        if key == "expect":
            item = {"id": ident, "command": "issue_order", "within": 7}
        self.ask(lambda bundle: append(bundle, path, item))

    def open(self) -> None:
        """Show the chosen inject in the text."""
        inject = inject_at(self.tree, self.inject) if self.tree is not None else None
        if inject is not None:
            self.place_asked.emit(inject.file, inject.line, inject.column)

    # Helpers

    def _go_to(self, edit: Callable[[Mapping[str, str]], tuple[Fix, ...]], ident: str) -> None:
        before = self.inject
        self.inject = ident  # shown once the page has the new text
        if not self.ask(edit):
            self.inject = before

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
            item.setHidden(wanted not in f"{item.text()} {item.data(_ID)}".lower())

    def _on_item(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.choose(item.data(_ID))
