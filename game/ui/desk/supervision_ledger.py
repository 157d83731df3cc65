"""The ledger (台账) as a table that people know from Excel, with the row's sheet beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from game.exercise.entities import Problem
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import Chips
from game.ui.desk.supervision_rows import OPTIONAL, ORDER, WAITING, columns, group_of, numbers, tsv
from game.ui.desk.supervision_sheet import ProblemSheet
from game.ui.kept import Kept
from game.ui.models import Column
from game.ui.sheets import write_sheet
from game.ui.slots import weak_slot
from game.ui.widgets import RecordTable, SearchBox, Segments, Sides, button, label, spaced

_NARROW = 50
"""Width in lines below which the choices fold behind a button."""
_LEAST = 22
"""Width in lines that the columns need which are never left out."""
_ROWS = 8
"""Height in lines that the table keeps: its head and four rows."""


def matches(problem: Problem, which: str, day: int) -> bool:
    """Whether a row belongs to `waiting`, `open`, `late`, `closed` or `all`."""
    shut = problem.state == "closed"
    late = problem.state == "overdue" or (not shut and problem.state != "escalated" and 0 <= problem.deadline < day)
    return {
        "waiting": problem.state in WAITING or problem.state == "overdue",
        "open": not shut,
        "late": late,
        "closed": shut,
    }.get(which, True)


class LedgerPage(QWidget):
    """Filters, the table, and the sheet of what is selected."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._numbers: dict[str, int] = {}
        self._group = ""
        self._narrow = False
        self._built = Kept()
        self._words = self._headers()
        self._shown = [key for key in self._words if "." not in key and key not in OPTIONAL]
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        left = QWidget()
        left.setMinimumWidth(theme.px(_LEAST))
        column = spaced(QVBoxLayout(left), theme, 3, 2)

        # Filters
        self.which = Segments(
            theme,
            [
                ("waiting", self.tr("待我办")), ("open", self.tr("未销号")), ("late", self.tr("超期")),
                ("closed", self.tr("已销号")), ("all", self.tr("全部")),
            ],
            "supervision.which",
            self.tr("看哪些问题"),
        )  # fmt: skip
        self.domain = Choice("supervision.domain", self.tr("按领域筛选"))
        self.town = Choice("supervision.town", self.tr("按乡镇筛选"))
        self.by = Choice("supervision.group", self.tr("分组"))
        self.search = SearchBox(icons, self.tr("搜问题、地点、单位"), "supervision.search")
        tip = self.tr("选择显示哪些列")
        self.pick = button(self.tr("列"), icons, "list", name="supervision.columns", tip=tip, accessible=tip)
        self.pick.setMenu(self._column_menu())
        self.copy = button(
            self.tr("复制"),
            icons,
            "copy",
            name="supervision.copy",
            tip=self.tr("复制选中的行，可粘贴到 Excel（Ctrl+C）"),
        )
        first = spaced(QHBoxLayout(), theme, 0, 2)
        first.addWidget(self.which)
        first.addStretch(1)
        self.fold = button(self.tr("筛选"), icons, "filter", name="supervision.fold")
        self.fold.setCheckable(True)
        self.fold.hide()
        finding = spaced(QHBoxLayout(), theme, 0, 2)
        finding.addWidget(self.search, 1)
        finding.addWidget(self.fold)
        second = self._finding = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 2)
        second.addLayout(finding, 3)
        self._choices = QWidget()
        choices = spaced(QHBoxLayout(self._choices), theme, 0, 2)
        for choice in (self.domain, self.town, self.by):
            choices.addWidget(choice, 1)
        second.addWidget(self._choices, 6)
        self.groups = Chips(self.bridge, "supervision.groups")
        self._sum = label("", "small", wrap=True)

        # Table
        self.table: RecordTable[Problem] = RecordTable(
            self._columns(), theme, icons, name="supervision.ledger", accessible=self.tr("问题台账"), multi=True
        )
        self.table.setMinimumHeight(theme.px(_ROWS))
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.groups)
        column.addWidget(self.table, 1)
        last = spaced(QHBoxLayout(), theme, 0, 2)
        last.addWidget(self._sum, 1)
        last.addWidget(self.pick)
        last.addWidget(self.copy)
        self.export = button(
            self.tr("导出"),
            icons,
            "ledger",
            name="supervision.export",
            tip=self.tr("把显示的行存为 Excel 文件（Ctrl+Shift+S）"),
        )
        last.addWidget(self.export)
        self._foot = {one: one.text() for one in (self.pick, self.copy, self.export)}
        column.addLayout(last)
        self.sheet = ProblemSheet(self.bridge)
        self.sheet.setMinimumWidth(theme.px(16))
        self.sides = Sides(
            theme, left, self.sheet, (self.tr("台账"), self.tr("选中的问题")), "supervision.sides",
            self.tr("看台账或选中的问题"), sizes=(theme.px(48), theme.px(19)),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _connect(self) -> None:
        self.which.picked.connect(self._on_filter)
        self.fold.toggled.connect(self._on_fold)
        self.domain.chosen.connect(self._on_filter)
        self.town.chosen.connect(self._on_filter)
        self.by.chosen.connect(self._on_by)
        self.groups.picked.connect(self._on_group)
        self.search.textChanged.connect(self._on_filter)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.copy.clicked.connect(self.copy_rows)
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.copy_rows)
        self.export.clicked.connect(self.export_rows)
        keys = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.export_rows)

    # Public methods

    def refresh(self, view: View) -> None:
        """Show a view."""
        if self._built.same(view.problems, view.day, view.townships and view.townships[0].id):
            self.sheet.show_rows(self.table.selected_all(), view)
            return
        names = self.bridge.names
        self._numbers.clear()
        self._numbers.update(numbers(view))
        domains = sorted({p.domain for p in view.problems})
        self.domain.set_options([("", self.tr("全部领域")), *((d, names.domain(d)) for d in domains)])
        self.town.set_options([("", self.tr("全部乡镇")), *((t.id, t.name) for t in view.townships)])
        self.by.set_options(
            [("", self.tr("不分组")), ("township", self.tr("按乡镇分组")), ("owner", self.tr("按责任单位分组"))]
        )
        rows = sorted(view.problems, key=self._rank)
        self.table.set_records(rows)
        self._filter()
        if not self.table.selected_all():
            self._choose_first()
        self.sheet.show_rows(self.table.selected_all(), view)

    def show_problem(self, problem: str) -> bool:
        """Select a row, lifting the filters that would hide it."""
        if not any(p.id == problem for p in self.bridge.view.problems):
            return False
        if not self.table.select(problem):
            self.which.choose("all")
            for choice in (self.domain, self.town):
                choice.set_value("")
            self._group = ""
            self.search.clear()
            self._filter()
            self.table.select(problem)
        self.sheet.show_rows(self.table.selected_all(), self.bridge.view)
        self.sides.show_right()
        return True

    def show_town(self, town: str) -> None:
        """Show the rows of a township."""
        self.which.choose("open")
        self.town.set_value(town)
        self._filter()

    def copy_rows(self) -> None:
        """Put the selected rows, or all that are shown, on the clipboard."""
        rows = self.table.selected_all() or self._rows_shown()
        self.bridge.prompts.copy(tsv(self.table.table_model.columns, rows))
        self.bridge.notice.emit(self.tr("已复制{count}行，可直接粘贴到 Excel。").format(count=len(rows)))

    def export_rows(self) -> None:
        """Ask for a file and write the selected rows, or all that are shown where none or one is, as they stand."""
        chosen = self.table.selected_all()
        rows = chosen if len(chosen) > 1 else self._rows_shown()

        def write(file: Path) -> None:
            file = file if file.suffix.lower() == ".xlsx" else file.with_name(file.name + ".xlsx")
            try:
                write_sheet(file, self.tr("问题台账"), self.table.table_model.columns, rows)
            except OSError as error:
                text = self.tr("没有导出：{reason}").format(reason=error.strerror or str(error))
            else:
                text = self.tr("已把{count}行导出到 {file}").format(count=len(rows), file=file)
            self.bridge.notice.emit(text)

        name = self.tr("问题台账 {date}").format(date=self.bridge.view.date) + ".xlsx"
        self.bridge.prompts.save_file(self, self.tr("导出台账"), "Excel (*.xlsx)", name, write)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows their room where there is little: choices fold, buttons of the foot say it by their icons."""
        super().resizeEvent(event)
        narrow = self.width() < self.bridge.theme.px(_NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            self._finding.setDirection(way)
            self.fold.setVisible(narrow)
            self._choices.setVisible(not narrow or self.fold.isChecked())
            for one, word in self._foot.items():
                one.setText("" if narrow else word)

    # Slots

    def _on_fold(self, open_: bool) -> None:
        self._choices.setVisible(open_ or not self._narrow)

    def _on_filter(self, *_value: object) -> None:
        self._filter()

    def _on_by(self, by: str) -> None:
        self._group = ""
        if by:
            key = {"township": "place", "owner": "owner"}[by]
            if key in self._shown:
                place = [c.header for c in self.table.table_model.columns].index(self._words[key])
                self.table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
        else:
            self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._filter()

    def _on_group(self, group: str) -> None:
        self._group = "" if self._group == group else group
        self._filter()

    def _on_selected(self, *_change: object) -> None:
        self.sheet.show_rows(self.table.selected_all(), self.bridge.view)

    def _on_opened(self, *_row: object) -> None:
        self.sides.show_right()

    def _on_column(self, key: str) -> None:
        if key in self._shown:
            self._shown.remove(key)
        else:
            self._shown.append(key)
        kept = [p.id for p in self.table.selected_all()]
        self.table.table_model.set_columns(self._columns())
        self.table.update_theme()
        if kept:
            self.table.select(kept[0])

    # Helpers

    def _rows_shown(self) -> list[Problem]:
        proxy = self.table.proxy
        places = [proxy.mapToSource(proxy.index(n, 0)).row() for n in range(self.table.shown())]
        return [self.table.table_model.record(place) for place in places]

    def _rank(self, problem: Problem) -> tuple[int, int, int]:
        state = ORDER.index(problem.state) if problem.state in ORDER else len(ORDER)
        return state, problem.deadline if problem.deadline >= 0 else 9999, self._numbers.get(problem.id, 0)

    def _filter(self) -> None:
        view, by = self.bridge.view, self.by.value()
        which, domain, town = self.which.current, self.domain.value(), self.town.value()
        bridge, day = self.bridge, view.day

        def fits(p: Problem) -> bool:
            # Holds no reference to the page: the table keeps it
            return matches(p, which, day) and domain in ("", p.domain) and town in ("", p.township)

        counts: dict[str, int] = {}
        for problem in view.problems:
            if by and fits(problem):
                name = group_of(self.bridge, problem, by)
                counts[name] = counts.get(name, 0) + 1
        if self._group not in counts:
            self._group = ""
        line, group = self.tr("{name} {count}"), self._group
        chips = [
            (name, line.format(name=("✓ " if name == group else "") + name, count=n))
            for name, n in sorted(counts.items())
        ]
        self.groups.set_chips(chips)
        self.table.admit(lambda p: fits(p) and (not group or group_of(bridge, p, by) == group))
        self.table.seek(self.search.text())
        for key in ("waiting", "open", "late", "closed", "all"):
            count = sum(matches(p, key, view.day) for p in view.problems)
            word = {
                "waiting": self.tr("待我办 {count}"), "open": self.tr("未销号 {count}"),
                "late": self.tr("超期 {count}"),
                "closed": self.tr("已销号 {count}"), "all": self.tr("全部 {count}"),
            }[key]  # fmt: skip
            self.which.set_text(key, word.format(count=count))
        used = sum(bool(choice.value()) for choice in (self.domain, self.town, self.by))
        self.fold.setText(self.tr("筛选 {count}").format(count=used) if used else self.tr("筛选"))
        found, done = len(view.problems), sum(p.state == "closed" for p in view.problems)
        back = sum(p.rebounds > 0 for p in view.problems)
        text = self.tr("显示{shown}行。累计发现{found}个，销号{done}个，反弹过{back}个。按住 Ctrl 或 Shift 选多行。")
        self._sum.setText(text.format(shown=self.table.shown(), found=found, done=done, back=back))

    def _choose_first(self) -> None:
        if self.table.shown() == 0 and self.which.current == "waiting":
            self.which.choose("open")
            self._filter()
        if self.table.shown():
            first = self.table.proxy.mapToSource(self.table.proxy.index(0, 0)).row()
            self.table.select(self.table.table_model.key_of(self.table.table_model.record(first)))

    def _column_menu(self) -> QMenu:
        menu = QMenu(self.pick)
        for key, word in self._words.items():
            if "." in key or key == "title":
                continue
            action = QAction(word, menu)
            action.setCheckable(True)
            action.setChecked(key in self._shown)
            action.triggered.connect(weak_slot(self._on_column, key))
            menu.addAction(action)
        return menu

    def _columns(self) -> list[Column[Problem]]:
        held = self._numbers
        return columns(self.bridge, self._words, lambda problem: held.get(problem, 0), self._shown)

    def _headers(self) -> dict[str, str]:
        return {
            "number": self.tr("编号"), "title": self.tr("问题"), "state": self.tr("状态"), "deadline": self.tr("时限"),
            "left": self.tr("还剩"), "severity": self.tr("严重"), "place": self.tr("地点"), "domain": self.tr("领域"),
            "owner": self.tr("责任单位"), "person": self.tr("责任人"), "progress": self.tr("进度"),
            "rebounds": self.tr("反弹"), "measure": self.tr("措施"), "source": self.tr("来源"),
            "opened": self.tr("发生日"), "households": self.tr("户数"), "slips": self.tr("提示次数"),
            "rung": self.tr("督责"), "look_back": self.tr("回头看"), "depth": self.tr("核查"),
            "source.inject": self.tr("来文"), "source.visit": self.tr("督战"), "source.look_back": self.tr("回头看"),
            "source.county": self.tr("自查"), "depth.1": self.tr("看材料"), "depth.2": self.tr("到现场"),
            "depth.3": self.tr("深查"),
        }  # fmt: skip
