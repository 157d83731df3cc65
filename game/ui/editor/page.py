"""The editor's page: the outline on the left, the text and its other views in tabs, what can be done above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from game.scenario.findings import Fix
from game.ui.editor.adding import Adding
from game.ui.editor.checking import Checking
from game.ui.editor.completing import Completing
from game.ui.editor.contract import Draft, EditorView
from game.ui.editor.keeping import Keeping
from game.ui.editor.mending import Mending
from game.ui.editor.outline import Entry
from game.ui.editor.outline_panel import OutlinePanel
from game.ui.editor.project import Project
from game.ui.editor.registry import view_classes
from game.ui.editor.text_view import TextView
from game.ui.editor.tools import Tools
from game.ui.editor.trying import Trying, inject_at
from game.ui.editor.undoing import Undoing
from game.ui.editor.view_tabs import ViewTabs
from game.ui.editor.words import counted
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.seal import seal_of
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Elided, FoldingRow, Pill, button, label, named, spaced
from game.ui.worker import Worker

_SYNTAX = "TH1"
"""Begins the codes of what keeps a text from being read."""
_OUTLINE = 15
"""Width of the outline, ems."""
_OUTLINE_WIDE = 0.17
"""Its share of a large window, where titles need not be cut."""
_OUTLINE_SHARE = 0.28
"""The outline takes no more of the window's width, as long as no hand moves the border."""


class EditorPage(QWidget):
    """Signals: `left` once the page may go, `help_asked`.

    To play: `try_asked` (Draft, seat) the draft, `resume_asked` (path) a trial of it from where it stands.
    """

    left = Signal()
    try_asked = Signal(object, str)
    resume_asked = Signal(object)
    help_asked = Signal()

    def __init__(
        self,
        project: Project,
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        *,
        worker: Worker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.project, self.workbook = project, project.workbook
        self._theme, self._icons, self._prompts = theme, icons, prompts
        self._shown: dict[str, int] = {}
        self._split_by_hand = False
        self._came_from = ("", 0)
        """Where the cursor of the text was when a view came to the front last."""
        self._readable: Draft | None = None
        """The last draft without errors of syntax, for a view that comes to the front after one was made."""
        self.setObjectName("editor")
        self.checking = Checking(self.workbook, worker, self)
        self.mending = Mending(self.workbook, self.checking, prompts, self)
        self.keeping = Keeping(project, theme, icons, prompts, self)
        self.trying = Trying(project, self.checking, theme, icons, self)
        self.adding = Adding(self.workbook, self.checking, self.mending, theme, icons, self)
        extra = (self.adding.action, self.trying.action)
        self.tools = Tools(project, self.checking, self.keeping, theme, icons, prompts, self, extra=extra)
        self._build_ui()
        self._connect()
        self._build_keys()
        self._on_modified(self.workbook.dirty)
        self.outline.show_outline(self.workbook.names, ())
        self.checking.start()
        self.keeping.greet()

    def _build_ui(self) -> None:
        theme, icons = self._theme, self._icons
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        bar = QFrame(self)
        bar.setProperty("card", "bar")
        row = FoldingRow(theme, 2, 2, bar)
        spaced(QHBoxLayout(bar), theme, 0, 0).addWidget(row)
        self.back = button("", icons, "back", kind="quiet", name="editor.back", tip=self.tr("回主页"))
        self.title = Elided("heading", bar)
        self.unsaved = Pill(theme, icons, parent=bar)
        self.find_button = button(self.tr("查找"), icons, "search", name="editor.find.open", tip=self.tr("Ctrl+F"))
        self.history_button = button(
            self.tr("历史"), icons, "review", name="editor.history", tip=self.tr("以前的版本，可以比较和取回")
        )
        self.help_button = button("", icons, "help", name="editor.help", tip=self.tr("编辑器的按键和做法（F1）"))
        self.save_button = button(self.tr("保存"), icons, "ledger", name="editor.save", tip=self.tr("Ctrl+S"))
        self.try_button = self.trying.button
        # What every program has is known by its picture; to try the draft is the way on and keeps its word longest
        row.add(self.back)
        row.add(self.title, 1)
        row.add(self.unsaved, fold=5, firm=True)
        row.add(self.find_button, fold=1)
        row.add(self.history_button, fold=2)
        row.add(self.tools.button, fold=3)
        row.add(self.help_button)
        row.add(self.save_button, fold=4)
        row.add(self.trying.seats)
        row.add(self.try_button, fold=6, firm=True)
        self.outline = OutlinePanel(theme, icons, self)
        self.text = TextView(self.workbook, self.checking, theme, icons, self)
        self.undoing = Undoing(self.workbook, self.checking, self.text, self)
        self.completing = Completing(self.text, self.checking, theme)
        self.tabs = ViewTabs(self.tr("视图"), self)
        self.stack = QStackedWidget(self)
        self.tabs.addTab(self.tr("正文"))
        self.stack.addWidget(self.text)
        self.views: dict[str, EditorView] = {}
        for name, cls in view_classes().items():
            view = cls(theme, icons, self)
            view.use_prompts(self._prompts)
            self.views[name] = view
            self.tabs.addTab(view.title())
            self.stack.addWidget(view)
        work = QWidget(self)
        upright = spaced(QVBoxLayout(work), theme, 0, 0)
        upright.addWidget(self.tabs)
        upright.addWidget(self.stack, 1)
        self.split = split = QSplitter(Qt.Orientation.Horizontal, self)
        side = QWidget(self)
        below = spaced(QVBoxLayout(side), theme, 0, 0)
        below.addWidget(self.outline, 1)
        below.addWidget(self.adding.button)
        split.addWidget(side)
        split.addWidget(work)
        split.setStretchFactor(1, 1)
        split.splitterMoved.connect(self._on_split)
        foot = QFrame(self)
        foot.setProperty("card", "flat")
        line = spaced(QHBoxLayout(foot), theme, 1, 4)
        self.state = named(Elided("small", foot), "editor.said", self.tr("状态"))
        self.counts = label("", "small", parent=foot)
        self.place = label("", "small", parent=foot)
        line.addWidget(self.state, 1)
        line.addWidget(self.counts)
        line.addWidget(self.place)
        column.addWidget(bar)
        column.addWidget(split, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        text, mending, keeping = self.text, self.mending, self.keeping
        self.checking.checked.connect(self._on_checked)
        self.workbook.modified.connect(self._on_modified)
        self.workbook.changed.connect(self._on_changed)
        self.workbook.files_changed.connect(self._on_files)
        self.outline.place_asked.connect(self._on_outline)
        text.moved.connect(self._on_moved)
        text.file_shown.connect(self._on_file_shown)
        text.area.goto_asked.connect(weak_slot(self.go_to_definition))
        text.findings.fix_asked.connect(mending.fix)
        text.findings.create_asked.connect(mending.create)
        text.findings.fix_all_asked.connect(mending.fix_all)
        mending.said.connect(self.say)
        mending.place_asked.connect(self.show_place)
        mending.mended.connect(self._on_mended)
        keeping.said.connect(self.say)
        self.tools.said.connect(self.say)
        self.tools.certified.connect(self._on_certified)
        self.adding.said.connect(self.say)
        self.adding.place_asked.connect(self._on_added)
        self._connect_trying()
        self.tools.tables.place_asked.connect(self.show_place)
        self.project.saved.connect(self._on_saved)
        self.back.clicked.connect(self.leave)
        self.find_button.clicked.connect(self.open_find)
        self.history_button.clicked.connect(keeping.show_history)
        self.help_button.clicked.connect(self.help_asked)
        self.save_button.clicked.connect(self.save)
        self.tabs.currentChanged.connect(self._on_tab)
        for view in self.views.values():
            view.edit_asked.connect(self._on_edit_asked)
            view.place_asked.connect(self.show_place)
            view.fresh_asked.connect(self._on_fresh_asked)

    def _connect_trying(self) -> None:
        trying = self.trying
        trying.said.connect(self.say)
        trying.faulty.connect(self.show_first_error)
        trying.try_asked.connect(self.try_asked)
        trying.resume_asked.connect(self.resume_asked)
        trying.place_asked.connect(self.show_place)
        trying.trial_asked.connect(self.try_from_here)
        trying.offer_on(self.outline, *(part for view in self.views.values() for part in view.inject_pickers()))

    def _build_keys(self) -> None:
        keys: tuple[tuple[str, Callable[..., object], tuple[object, ...]], ...] = (
            ("Ctrl+S", self.save, ()),
            ("Ctrl+F", self.open_find, ()),
            ("Ctrl+H", self.open_find, ()),
            ("F3", self.text.find_bar.find_after, ()),
            ("Shift+F3", self.text.find_bar.find_before, ()),
            ("F5", self.try_out, ()),
            ("Ctrl+Z", self.undoing.back, ()),
            ("Ctrl+Shift+Z", self.undoing.on, ()),
            ("Ctrl+Y", self.undoing.on, ()),
            ("F8", self.text.step, (1,)),
            ("Shift+F8", self.text.step, (-1,)),
            ("Alt+Return", self.fix_here, ()),
            ("Alt+Enter", self.fix_here, ()),
            ("F2", self.rename_here, ()),
            ("F12", self.go_to_definition, ()),
            ("F6", self.next_part, (1,)),
            ("Shift+F6", self.next_part, (-1,)),
        )
        for key, method, args in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(weak_slot(method, *args))

    # Public methods

    def say(self, text: str) -> None:
        """Show a passing word in the line of state."""
        self.state.setText(text)

    def show_view(self, name: str) -> None:
        """Bring a view to the front, with "" the text."""
        self.tabs.setCurrentIndex([*self.views].index(name) + 1 if name in self.views else 0)

    def show_place(self, file: str, line: int, column: int) -> None:
        """Show a place in the text."""
        self.show_view("")
        self.text.go_to(file, line, column)

    def open_find(self) -> None:
        """Open the search."""
        self.show_view("")
        self.text.find_bar.open()

    def fix_here(self) -> None:
        """Mend what is wrong at the cursor, or make what is missing there."""
        focus = self.text.findings.list.hasFocus()
        row = self.text.findings.list.selected() if focus else None
        finding = row.finding if row is not None else self.text.finding_here()
        if finding is None:
            self.say(self.tr("这一行没有问题。"))
        elif finding.fixes or not self.mending.create(finding):
            self.mending.fix(finding)

    def rename_here(self) -> None:
        """Rename the id at the cursor everywhere."""
        self.mending.ask_rename(*self.text.place())

    def go_to_definition(self) -> None:
        """Go to where the id at the cursor is defined."""
        self.mending.go_to_definition(*self.text.place())

    def next_part(self, way: int) -> None:
        """Go round outline, text and findings with the keyboard."""
        if self.stack.currentWidget() is self.text:
            parts: list[QWidget] = [self.outline, self.text.area, self.text.findings.list]
        else:
            parts = [self.outline, self.tabs]
            view = self.stack.currentWidget()
            if view is not None and view.focusProxy() is not None:
                parts.append(view)
        at = next((n for n, part in enumerate(parts) if part.hasFocus()), 0 if way < 0 else -1)
        parts[(at + way) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_first_error(self) -> None:
        """Go to the first error of the list."""
        first = next((row for row in self.text.findings.rows() if row.finding.severity == "error"), None)
        self.show_view("")
        if first is not None:
            self.text.findings.choose(first)
            self.text.go_to_row(first)

    def try_from_here(self) -> None:
        """Ask for a trial from the inject at the cursor, or from the one chosen where the keyboard is."""
        self.trying.open_trial(self.inject_here())

    def inject_here(self) -> str:
        """Return the id of the inject that is meant, "" where none is chosen."""
        view = self.stack.currentWidget()
        if self.outline.hasFocus():
            place = self.outline.place()
        elif isinstance(view, EditorView) and (chosen := view.chosen_inject()):
            return chosen
        else:
            place = self.text.place()[:2]
        return inject_at(self.workbook.texts(), *place)

    def commit(self) -> None:
        """Write what somebody is still typing in a view."""
        view = self.stack.currentWidget()
        if isinstance(view, EditorView):
            view.commit()

    def save(self) -> None:
        """Save, with what is still being typed."""
        self.commit()
        self.keeping.save()

    def try_out(self) -> None:
        """Play the draft, with what is still being typed."""
        self.commit()
        self.trying.try_out()

    def take_focus(self) -> None:
        """Give the keyboard to what is in front."""
        view = self.stack.currentWidget()
        (self.text.area if view is self.text or view is None else view).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask about unsaved work, then say that the page may go."""
        self.commit()
        self.keeping.before_leaving(self.left.emit)

    def retire(self) -> None:
        """End the checker's thread; for a page that goes. The project stays."""
        self.undoing.let_go()
        self.checking.close()
        self.text.retire()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the outline its width, in a narrow window less: the text needs the room more."""
        super().resizeEvent(event)
        if not self._split_by_hand:
            wide = max(self._theme.px(_OUTLINE), round(self.width() * _OUTLINE_WIDE))
            side = min(wide, round(self.width() * _OUTLINE_SHARE))
            self.split.setSizes([side, self.width() - side])

    # Slots

    def _on_split(self, *_: int) -> None:
        self._split_by_hand = True

    def _on_checked(self, draft: Draft, entries: tuple[Entry, ...]) -> None:
        if not any(finding.code.startswith(_SYNTAX) for finding in draft.checked.errors):
            self._readable = draft
        self.outline.show_outline(self.workbook.names, entries)
        file, line, _ = self.text.place()
        self.outline.mark_here(file, line)
        self.counts.setText(counted(draft.checked.findings))
        self.title.setText(self.tr("编辑：{title}").format(title=self.project.title))
        self._refresh_view()

    def _on_tab(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._refresh_view()
        place = self.text.place()[:2]
        if self._came_from != place and self.stack.currentWidget() is self.views.get("form"):
            self._on_fresh_asked()
        if self._came_from != place and isinstance(view := self.stack.currentWidget(), EditorView):
            self._came_from = place
            view.come_to(*place)

    def _on_outline(self, file: str, line: int, column: int) -> None:
        """Show in the view in front what is pressed in the outline, where that view has it, else in the text."""
        view = self.stack.currentWidget()
        if isinstance(view, EditorView) and view.come_to(file, line):
            self.text.go_to(file, line, column)
            self._came_from = self.text.place()[:2]
            view.setFocus()
        else:
            self.show_place(file, line, column)

    def _on_added(self, file: str, line: int, column: int) -> None:
        """Show what was added where the author is: in the form, if that is in front, else in the text."""
        view = self.stack.currentWidget()
        if view is not self.views.get("form"):
            self.show_place(file, line, column)
            return
        self.undoing.wrote((file,))
        self.checking.now()
        self._on_outline(file, line, column)

    def _refresh_view(self) -> None:
        view, draft = self.stack.currentWidget(), self.checking.draft
        if isinstance(view, EditorView) and draft is not None and self._shown.get(view.name) != draft.version:
            good, before = self._readable, self._shown.get(view.name, -1)
            self._shown[view.name] = draft.version
            view.show_saved(self.project.store.texts)
            view.show_county(self.checking.county if draft.checked.county is not None else None)
            if view.wants_certificate and draft.checked.scenario is not None:  # of a broken text the last one stays
                view.show_certificate(seal_of(self.project.path, draft.checked))
            if good is not None and before < good.version < draft.version:
                view.show_draft(good)
            view.show_draft(draft)

    def _on_fresh_asked(self) -> None:
        """Check the text as it stands, for a view whose draft is older."""
        view = self.stack.currentWidget()
        if isinstance(view, EditorView) and self._shown.get(view.name) != self.workbook.version:
            self.checking.now()
            self._refresh_view()

    def _on_edit_asked(self, fixes: tuple[Fix, ...]) -> None:
        """Take an edit of the view in front, if it shows the text as it stands."""
        view = self.stack.currentWidget()
        name = view.name if isinstance(view, EditorView) else ""
        if self._shown.get(name) != self.workbook.version:
            self.say(self.tr("没有改：文字已经变了，请再试一次。"))
            self._refresh_view()
            return
        if self.mending.put(tuple(fixes), self.tr("已写进正文，Ctrl+Z 可以撤销。")):
            self.undoing.wrote(fix.file for fix in fixes)

    def _on_mended(self, file: str, line: int, column: int) -> None:
        """Show what was mended; where the keyboard is in that text already, the author goes on writing."""
        if file != self.text.file or not self.text.area.hasFocus():
            self.show_place(file, line, column)

    def _on_changed(self, _name: str) -> None:
        self.outline.mark_changed([*self._unsaved()])

    def _on_files(self) -> None:
        self.checking.start()

    def _on_modified(self, dirty: bool) -> None:
        if dirty:
            self.say("")  # what was said of saving holds no more
            self.unsaved.set_state(self.tr("没有保存"), "warn", "edit")
        else:
            self.unsaved.set_state(self.tr("已保存"), "ok", "ok")
        self.outline.mark_changed([*self._unsaved()])

    def _unsaved(self) -> list[str]:
        return [name for name in self.workbook.names if self.workbook.document(name).isModified()]

    def _on_saved(self) -> None:
        self.title.setText(self.tr("编辑：{title}").format(title=self.project.title))
        self._shown.clear()  # a view that compares has something else to compare with
        self._refresh_view()

    def _on_certified(self) -> None:
        self._shown.clear()  # a picture of the draft may have another certificate to go by
        self._refresh_view()

    def _on_moved(self, line: int, column: int) -> None:
        self.place.setText(self.tr("行 {line}，列 {column}").format(line=line, column=column))

    def _on_file_shown(self, name: str) -> None:
        self.adding.near = name
        self.outline.mark_here(name, self.text.place()[1])
