"""What mends the text: one fix, all sure fixes, a rename everywhere, a missing id made; and the way to a definition."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from game.scenario.findings import Finding, Fix
from game.ui.editor.checking import Checking
from game.ui.editor.contract import Draft
from game.ui.editor.findings_panel import same_finding
from game.ui.editor.patch import differences
from game.ui.editor.store import good_name
from game.ui.editor.stubs import stub_of
from game.ui.editor.uses import Use, definition, rename, seat_of_brief, use_at, uses
from game.ui.editor.words import kind_word
from game.ui.editor.workbook import Workbook
from game.ui.i18n import language
from game.ui.prompts import Prompts


class Mending(QObject):
    """Signals: `said` (str) for the line of state, `place_asked` (file, line, column).

    `mended` (file, line, column) where a fix was made: the button pressed for it may have lost the keyboard.
    """

    said = Signal(str)
    place_asked = Signal(str, int, int)
    mended = Signal(str, int, int)

    def __init__(self, workbook: Workbook, checking: Checking, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._prompts = parent, prompts
        self._workbook, self._checking = workbook, checking
        checking.cured.connect(self._on_cured)

    def fix(self, finding: Finding) -> bool:
        """Do what a finding proposes, as one step of undo; False where it proposes nothing that fits any more."""
        draft = self._checking.now()
        found = next((f for f in draft.checked.findings if same_finding(f, finding)), None)
        if found is None or not found.fixes:
            self.said.emit(self.tr("这一处没有现成的改法，请看“怎么改”。"))
            return False
        return self._mend(found.fixes, self.tr("已改正，Ctrl+Z 可以撤销。"))

    def fix_all(self) -> None:
        """Apply every sure fix; what comes of it is said when it is done."""
        self._checking.cure_all()

    def create(self, finding: Finding) -> bool:
        """Write the beginning of what a finding misses and go there."""
        draft = self._checking.now()
        found = next((f for f in draft.checked.findings if same_finding(f, finding)), None)
        made = stub_of(draft.bundle, found, language()) if found is not None else None
        if made is None:
            self.said.emit(self.tr("这一处缺的内容要自己写，没有现成的开头。"))
            return False
        done = self.put((made,), self.tr("已写好一个开头，请往下填。"))
        if done:
            line = made.line + len(made.text) - len(made.text.lstrip("\n"))
            self.place_asked.emit(made.file, line, 1)
        return done

    def go_to_definition(self, file: str, line: int, column: int) -> bool:
        """Go from an id to where it is defined."""
        bundle = self._workbook.texts()
        found = uses(bundle)
        use = use_at(found, file, line, column)
        there = definition(found, use.kind, use.id) if use is not None else None
        if there is None:
            word = self.tr("这里不是编号。") if use is None else self.tr("没有找到“{id}”的定义。").format(id=use.short)
            self.said.emit(word)
            return False
        self.place_asked.emit(there.span.file, there.span.line, there.span.column)
        return True

    def ask_rename(self, file: str, line: int, column: int) -> None:
        """Ask for an id's new name."""
        bundle = self._workbook.texts()
        found = uses(bundle)
        use = use_at(found, file, line, column)
        seat = seat_of_brief(file)
        if use is None and seat:
            use = definition(found, "seat", seat)
        if use is None:
            self.said.emit(self.tr("先把光标放在一个编号上，再按 F2。"))
            return
        count = sum((one.kind, one.id) == (use.kind, use.id) for one in found)
        words = self.tr("{kind}“{id}”，共 {count} 处，一起改成：").format(
            kind=kind_word(use.kind), id=use.short, count=count
        )

        def chosen(new: str) -> None:
            self.rename(use, new.strip())

        self._prompts.ask_text(self._window, self.tr("改编号"), words, use.short, self.tr("全部改"), chosen)

    def rename(self, use: Use, new: str) -> bool:
        """Rename an id everywhere, as one step of undo over all files."""
        if new == use.short:
            return False
        if not good_name(new):
            self.said.emit(self.tr("编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。"))
            return False
        bundle = self._workbook.texts()
        found = uses(bundle)
        whole = f"{use.id.rpartition('/')[0]}/{new}" if "/" in use.id else new
        if definition(found, use.kind, whole) is not None:
            self.said.emit(self.tr("已经有{kind}叫“{id}”了。").format(kind=kind_word(use.kind), id=new))
            return False
        fixes, moved, left = rename(bundle, found, use, new)
        said = self.tr("改了 {count} 处。").format(count=len(fixes))
        if left:
            said += self.tr("另有 {count} 处写在多行文字里，要手改。").format(count=left)
        return self.put(fixes, said, moved)

    def put(self, fixes: tuple[Fix, ...], said: str, moved: tuple[str, str] | None = None) -> bool:
        """Put an edit into the text and check it at once."""
        if not self._workbook.apply(fixes, moved):
            self.said.emit(self.tr("没有改：文字已经变了，请再试一次。"))
            return False
        self.said.emit(said)
        self._checking.start()
        return True

    def _mend(self, fixes: tuple[Fix, ...], said: str) -> bool:
        done = self.put(fixes, said)
        if done:
            first = min(fixes, key=lambda fix: (fix.file, fix.line, fix.column))
            self.mended.emit(first.file, first.line, first.column)
        return done

    def _on_cured(self, draft: Draft, texts: Mapping[str, str], count: int) -> None:
        if draft.version != self._workbook.version:
            self.said.emit(self.tr("没有改：文字已经变了，请再试一次。"))
        elif not count:
            self.said.emit(self.tr("没有可以放心代改的地方。"))
        else:
            self._mend(
                differences(draft.bundle, texts),
                self.tr("一次改正了 {count} 处，Ctrl+Z 可以撤销。").format(count=count),
            )
