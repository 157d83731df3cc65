"""What came of a trial: the paper, every seat's desk, where each option leads, the figures before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from game.authoring.trial_branches import Branch, Explored
from game.authoring.trial_told import written
from game.ui.desk.form_choice import Choice
from game.ui.editor.trial_course import TrialCourse
from game.ui.editor.trial_words import figure_word, money_word, option_words, policy_word, quantity_word, state_word
from game.ui.i18n import listed
from game.ui.theme import Theme
from game.ui.widgets import Card, KeyValues, MarkdownView, Page, Segments, clear, label, named, show_new, spaced

_HEAD = 8
"""Signs of an option that stand above its column."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class TrialResult(QWidget):
    """Four parts, one at a time; the seat and the option looked at are chosen in theirs."""

    def __init__(self, found: Explored, seats: Mapping[str, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._seats, self._theme = found, dict(seats), theme
        self._options = {o["id"]: o["text"] for o in found.begun["paper"]["options"]}
        column = spaced(QVBoxLayout(self), theme, 0, 2)
        self.head = label(self._begun(), "strong", wrap=True)
        column.addWidget(self.head)
        parts = (
            ("paper", self.tr("来件")), ("desks", self.tr("各席位桌上")), ("course", self.tr("后来")),
            ("figures", self.tr("指标变化")),
        )  # fmt: skip
        self.parts = Segments(theme, parts, "editor.trial.parts", self.tr("看什么"))
        row = spaced(QHBoxLayout(), theme, 0, 0)
        row.addWidget(self.parts)
        row.addStretch(1)
        column.addLayout(row)
        self.stack = QStackedWidget(self)
        for part in (self._paper(), self._desks(), self._course(), self._figures()):
            self.stack.addWidget(part)
        column.addWidget(self.stack, 1)
        self._names = [name for name, _ in parts]
        self.parts.picked.connect(self.show_part)

    def show_part(self, name: str) -> None:
        """Bring a part to the front."""
        self.parts.choose(name)
        self.stack.setCurrentIndex(self._names.index(name))

    def show_desk(self, seat: str) -> None:
        """Show what lies on a seat's desk as the inject comes."""
        self.seat.set_value(seat)
        desk, body = self._found.desks[self.seat.value()], self.desk.body
        clear(body)
        said = self.tr("精力 {attention}，待办 {count} 件").format(
            attention=desk["attention"], count=len(desk["papers"])
        )
        body.addWidget(label(said, "muted"))
        for paper in desk["papers"]:
            card = Card(self._theme, tone="accent" if paper["id"] == self._inject else "flat")
            card.body.addWidget(label(paper["title"], "heading", wrap=True))
            left = paper["days_left"]
            if left >= 0:
                card.body.addWidget(label(self.tr("还有 {days} 天").format(days=left), "small"))
            card.body.addWidget(self._text(paper["text"]))
            if not paper["options"]:
                card.body.addWidget(label(self.tr("不要求选择：签阅，再下战令、上报或交办。"), "small", wrap=True))
            for option in paper["options"]:
                text = self.tr("可以选：{text}") if option["open"] else self.tr("现在选不了：{text}")
                role = "" if option["open"] else "muted"
                card.body.addWidget(label(text.format(text=option["text"]), role, wrap=True))
            body.addWidget(card)
        if not desk["papers"]:
            body.addWidget(label(self.tr("没有待办的情况。"), wrap=True))
        body.addStretch(1)
        show_new(self.desk.inner)

    def show_branch(self, option: str) -> None:
        """Show what an option leads to, "" for what the policy does."""
        self.branch.set_value(option)
        branch = next(b for b in self._found.branches if b.option == self.branch.value())
        self.ended.setText(self._ended(branch))
        self.course.show_turns(branch.came["turns"] if branch.came is not None else ())

    # The parts

    @property
    def _inject(self) -> str:
        return str(self._found.begun["inject"])

    def _begun(self) -> str:
        begun = self._found.begun
        text = self.tr("第{day}天（第{turn}回合），{policy}打法，种子 {seed}").format(
            day=begun["day"], turn=begun["turn"] + 1, policy=policy_word(begun["policy"]), seed=begun["seed"]
        )
        if begun["came"] == "by_itself":
            text += "\n" + self.tr("自行送达。")
        else:
            text += "\n" + self.tr("由导调投放。")
            if begun["condition"] is not None:
                text += self.tr("触发条件此时已经成立。") if begun["condition"] else self.tr("触发条件此时并不成立。")
        for done in begun["set"]:
            setting = done["setting"]
            head, _, value = setting.partition("=")
            quantity, _, on = head.partition("@")
            name = quantity_word(quantity) + (f"@{on}" if on else "")
            text += "\n" + self.tr("已设定 {what} = {value}，{count} 处有改动").format(
                what=name, value=value, count=done["adjusted"]
            )
        return text

    def _paper(self) -> QWidget:
        paper, page = self._found.begun["paper"], Page(self._theme, 1, 2)
        named(page, "editor.trial.paper", self.tr("来件"))
        page.body.addWidget(label(paper["title"], "title", wrap=True))
        facts = KeyValues(self._theme)
        pairs = [
            (self.tr("来件人"), paper["sender"]),
            (self.tr("收件"), listed(self._seats.get(seat, seat) for seat in paper["seats"])),
            (self.tr("送达"), self.tr("第{day}天").format(day=paper["delivered"])),
        ]
        if paper["reply_by"] >= 0:
            pairs.append((self.tr("答复期限"), self.tr("第{day}天").format(day=paper["reply_by"])))
        facts.set_pairs(pairs)
        page.body.addWidget(facts)
        page.body.addWidget(self._text(paper["text"]))
        for option in paper["options"]:
            text = self.tr("{text}（精力 {attention}，{money}）").format(
                text=option["text"], attention=option["attention"], money=money_word(option["money"])
            )
            card = Card(self._theme, tone="flat")
            card.body.addWidget(label(text, wrap=True))
            page.body.addWidget(card)
        page.body.addStretch(1)
        return page

    def _desks(self) -> QWidget:
        part = QWidget()
        column = spaced(QVBoxLayout(part), self._theme, 0, 2)
        self.seat = Choice("editor.trial.desk.seat", self.tr("看哪个席位的桌上"))
        self.seat.set_options(tuple((seat, self._seats.get(seat, seat)) for seat in self._found.desks))
        self.desk = Page(self._theme, 0, 2)
        column.addWidget(self.seat)
        column.addWidget(self.desk, 1)
        self.seat.chosen.connect(self.show_desk)
        first = next((s for s in self._found.begun["paper"]["seats"] if s in self._found.desks), "")
        self.show_desk(first)
        return part

    def _course(self) -> QWidget:
        part = QWidget()
        column = spaced(QVBoxLayout(part), self._theme, 0, 2)
        self.branch = Choice("editor.trial.branch", self.tr("选了什么"))
        self.branch.set_options(option_words(self._options))
        self.ended = label("", "strong", wrap=True)
        self.course = TrialCourse(self._seats, self._theme)
        for widget, stretch in ((self.branch, 0), (self.ended, 0), (self.course, 1)):
            column.addWidget(widget, stretch)
        self.branch.chosen.connect(self.show_branch)
        self.show_branch("")
        return part

    def _figures(self) -> QWidget:
        branches = self._found.branches
        words = dict(option_words(self._options))
        self.table = named(QTableWidget(), "editor.trial.figures", self.tr("指标：之前和各种选择之后"))
        short = [self._short(b.option) if b.option else words[""] for b in branches]
        heads = [self.tr("指标"), self.tr("之前"), *short]
        self.table.setColumnCount(len(heads))
        tips = ["", "", *(words[b.option] for b in branches)]
        for column, (text, tip) in enumerate(zip(heads, tips, strict=True)):
            item = QTableWidgetItem(text)
            item.setToolTip(tip)
            item.setTextAlignment((_RIGHT if column else _LEFT) | Qt.AlignmentFlag.AlignVCenter)
            self.table.setHorizontalHeaderItem(column, item)
        figures: dict[str, dict[str, int]] = next((b.came["figures"] for b in branches if b.came is not None), {})
        for name, pair in figures.items():
            cells = [figure_word(name), written(name, pair["before"])]
            cells += [written(name, b.came["figures"][name]["after"]) if b.came is not None else "—" for b in branches]
            self._row(cells)
        self._row([self.tr("总分"), ""] + [f"{b.came['ended']['score']:.1f}" if b.came else "—" for b in branches])
        self._row(
            [self.tr("这件情况"), ""] + [state_word(b.came["ended"]["state"]) if b.came else "—" for b in branches]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return self.table

    # Helpers

    def _short(self, option: str) -> str:
        """Return as much of an option's text as a head has room for; the tooltip has all of it."""
        said = str(self._options.get(option, option))
        return said if len(said) <= _HEAD else said[:_HEAD] + "…"

    def _row(self, cells: list[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(_RIGHT | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _text(self, text: str) -> MarkdownView:
        view = named(MarkdownView(self._theme), "", self.tr("情况的文字"))
        view.set_markdown(text)
        return view

    def _ended(self, branch: Branch) -> str:
        came: dict[str, Any] | None = branch.came
        if came is None:
            return branch.refused
        ended = came["ended"]
        text = self.tr("到第{day}天：这件情况{state}，总分 {score}。").format(
            day=ended["day"], state=state_word(ended["state"]), score=f"{ended['score']:.1f}"
        )
        if ended["choice"] and not branch.option:
            text += self.tr("电脑选了“{text}”。").format(text=self._options.get(ended["choice"], ended["choice"]))
        return text
