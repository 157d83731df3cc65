"""The catalogue of typical problems: find one, see what it is, say to whom and when it comes, and put it in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.problem_types import ProblemType, load_problem_types
from game.scenario.parts import Domain
from game.ui.desk.form_choice import Choice
from game.ui.editor.catalogue_form import Frame, WhereForm
from game.ui.editor.type_words import domain_word, lever_words, organ_words, task_words, where_words
from game.ui.i18n import counts_in_wan, language
from game.ui.icons import DOMAIN_ICONS, Icons
from game.ui.models import Column
from game.ui.theme import Theme
from game.ui.widgets import (
    KeyValues,
    MarkdownView,
    Page,
    RecordTable,
    Rule,
    SearchBox,
    Sides,
    button,
    clear,
    label,
    named,
    spaced,
)

_ALL = ""


class CatalogueDialog(QDialog):
    """Signals: `chosen` (ProblemType, Setting) to be written, `blank_asked` for an inject without a type."""

    chosen = Signal(object, object)
    blank_asked = Signal()

    def __init__(self, frame: Frame, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("加一条情况"))
        self.setObjectName("editor.catalogue")
        column = spaced(QVBoxLayout(self), theme, 4, 3)
        hint = self.tr("从常见的问题里挑一条，连同病根、期望和拖延的后果一起写进场景，再改成你县里的样子。")
        column.addWidget(label(hint, "muted", wrap=True))
        self.form = WhereForm(frame, theme, icons, self)
        sides = Sides(
            theme, self._list(), self._sheet(), (self.tr("问题"), self.tr("内容与去处")), "editor.catalogue.sides",
            self.tr("看问题清单，还是内容与去处"), sizes=(5, 7),
        )  # fmt: skip
        self.sides = sides
        column.addWidget(sides, 1)
        column.addWidget(Rule(self))
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        self.blank = button(
            self.tr("写一条空白的"),
            icons,
            "edit",
            name="editor.catalogue.blank",
            tip=self.tr("只写一个开头，内容自己来"),
        )
        shut = button(self.tr("不加了"), name="editor.catalogue.close")
        self.put = button(self.tr("写进场景"), icons, "plus", kind="primary", name="editor.catalogue.put")
        foot.addWidget(self.blank)
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.put)
        column.addLayout(foot)
        self.domain.chosen.connect(self._on_domain)
        self.search.textChanged.connect(self._on_search)
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_opened)
        self.form.changed.connect(self._show_state)
        self.blank.clicked.connect(self._on_blank)
        self.put.clicked.connect(self._on_put)
        shut.clicked.connect(self.reject)
        self._on_domain(_ALL)
        self._choose_one()
        self.search.setFocus()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(QSize(theme.px(66), theme.px(44)).boundedTo(room))

    # Building

    def _list(self) -> QWidget:
        holder, theme = QWidget(), self._theme
        left = spaced(QVBoxLayout(holder), theme, 0, 2)
        top = spaced(QHBoxLayout(), theme, 0, 2)
        self.domain = Choice("editor.catalogue.domain", self.tr("领域"))
        self.domain.set_options([(_ALL, self.tr("全部领域")), *((one.value, domain_word(one.value)) for one in Domain)])
        self.search = SearchBox(self._icons, self.tr("找问题"), "editor.catalogue.search")
        self.search.setToolTip(self.tr("找问题，或是谁发现的"))
        top.addWidget(self.domain, 2)
        top.addWidget(self.search, 3)
        left.addLayout(top)
        lang = language()
        columns: list[Column[ProblemType]] = [
            Column(
                self.tr("问题"), lambda t: t.words(lang).kind, width=-1,
                icon=lambda t: (DOMAIN_ICONS.get(t.domain, "info"), "muted"), tip=lambda t: t.words(lang).kind,
            ),
            Column(self.tr("谁发现"), lambda t: t.words(lang).sender, width=7, tip=lambda t: t.words(lang).sender),
        ]  # fmt: skip
        self.list: RecordTable[ProblemType] = RecordTable(
            columns, theme, self._icons, name="editor.catalogue.list", accessible=self.tr("常见的问题"),
            key=lambda t: t.code,
        )  # fmt: skip
        left.addWidget(self.list, 1)
        holder.setMinimumWidth(theme.px(15))
        return holder

    def _sheet(self) -> QWidget:
        page = Page(self._theme, 3, 3)
        self._told: QVBoxLayout = spaced(QVBoxLayout(), self._theme, 0, 2)
        page.body.addLayout(self._told)
        page.body.addWidget(label(self.tr("给谁、在哪、何时"), "heading"))
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        page.setMinimumWidth(self._theme.px(18))
        return page

    # Slots

    def _on_domain(self, domain: str) -> None:
        kinds = load_problem_types().values()
        self.list.set_records([kind for kind in kinds if domain in (_ALL, kind.domain)])
        self._choose_one()

    def _on_search(self, words: str) -> None:
        self.list.seek(words)
        self._choose_one()

    def _choose_one(self) -> None:
        """Choose the first that is shown where the chosen one is not: the right side is never empty for nothing."""
        if self.list.selected() is None and self.list.shown():
            self.list.selectRow(0)

    def _on_picked(self, kind: ProblemType | None) -> None:
        clear(self._told)
        if kind is not None:
            self._tell(kind)
            self.form.propose(kind)
        self._show_state()

    def _on_opened(self, _kind: ProblemType) -> None:
        self.sides.show_right()
        self.form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_blank(self) -> None:
        self.accept()
        self.blank_asked.emit()

    def _on_put(self) -> None:
        kind = self.list.selected()
        if kind is not None and self.put.isEnabled():
            setting = self.form.setting()
            self.accept()
            self.chosen.emit(kind, setting)

    # Helpers

    def _show_state(self) -> None:
        self.put.setEnabled(self.list.selected() is not None and self.form.good())

    def _tell(self, kind: ProblemType) -> None:
        told, words = self._told, kind.words(language())
        told.addWidget(label(words.kind, "title", wrap=True))
        gone = self.tr("没人上报，去看才发现") if kind.hidden else self.tr("来自{who}").format(who=words.sender)
        told.addWidget(label(f"{domain_word(kind.domain)} · {gone} · {kind.code}", "muted", wrap=True))
        text = MarkdownView(self._theme)
        blanks = {"village": self.tr("某村"), "township": self.tr("某乡"), "households": str(kind.households)}
        text.set_markdown(_filled(words.text, blanks))
        told.addWidget(label(words.name, "heading", wrap=True))
        told.addWidget(named(text, "", self.tr("来文")))
        table = KeyValues(self._theme)
        table.set_pairs(
            [
                (self.tr("病根"), words.root),
                (self.tr("真正管用"), task_words(kind)),
                (self.tr("靠什么站住"), lever_words(kind)),
                (self.tr("谁负责"), organ_words(kind)),
                (self.tr("纸面整改"), words.paper),
                (self.tr("拖下去"), _filled(words.late, blanks)),
                (self.tr("容易犯的错"), words.trap),
                (self.tr("分量"), self._weight(kind)),
                (self.tr("落在哪里"), where_words(kind)),
            ]
        )
        told.addWidget(table)

    def _weight(self, kind: ProblemType) -> str:
        households = self.tr("{count}户").format(count=kind.households) if kind.households else self.tr("不涉及具体户")
        money = self.tr("{count}万元").format(count=kind.money) if counts_in_wan() else f"¥{10 * kind.money}k"
        rest = self.tr("{hours}工时、{money}，{days}天内整改").format(
            hours=kind.hours, money=money if kind.money else self.tr("不用钱"), days=kind.deadline
        )
        return self.tr("严重程度{severity}，{households}，{rest}").format(
            severity=kind.severity, households=households, rest=rest
        )


def _filled(text: str, blanks: dict[str, str]) -> str:
    for name, value in blanks.items():
        text = text.replace(f"{{{name}}}", value)
    return text
