"""What changed since the last save, a tab of the editor: in the scenario's own words, and line by line beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from game.authoring.changes import Change, changes
from game.authoring.draft_tree import DraftTree, draft_tree
from game.scenario.keys import Field, Shape, shape_of
from game.scenario.model import Scenario
from game.ui.editor.differences import Differences, Line
from game.ui.editor.graphic import GraphicView
from game.ui.editor.history_dialog import comparison
from game.ui.editor.outline import KINDS
from game.ui.editor.words import kind_word
from game.ui.i18n import language, listed, translate
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme

_SHORT = 24
"""Signs of a value that is shown whole; of longer ones only that they changed, and how long they are."""
_PARTS = {**KINDS, "options": "option", "funds": "fund"}
"""List -> what its items are; others are called by their key."""


class ChangesView(GraphicView):
    """A line for each change; Enter or a double click goes to its place."""

    name: ClassVar[str] = "changes"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._saved: Mapping[str, str] = {}
        self.found: tuple[Change, ...] = ()
        self._both = Differences(theme, icons, "editor.changes", self.stack)
        self.list, self.diff = self._both.list, self._both.diff
        self.list.itemActivated.connect(weak_slot(self._on_activated))
        self.set_picture(self._both)
        self.setFocusProxy(self.list)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("改动")

    def show_saved(self, texts: Mapping[str, str]) -> None:
        """Take the texts as they were last saved."""
        self._saved = {name: text.replace("\r\n", "\n") for name, text in texts.items()}

    def show_tree(self, tree: DraftTree) -> bool:
        """Show what a draft says otherwise than the saved texts."""
        old = draft_tree(self._saved)
        lines = comparison(dict(self.bundle), dict(self._saved), back=True)
        if not lines:
            self.found = ()
            self.hint.setText("")
            self.show_nothing(self.tr("和上次保存的一样"), self.tr("改了什么，这里会按情况、席位、阶段一条条说出来。"))
            return False
        self.found = changes(old, tree) if old is not None else ()
        if old is None:
            self.hint.setText(self.tr("上次保存的文字读不出来，只能逐行比较。"))
        elif not self.found:
            self.hint.setText(self.tr("只动了注释或排版，意思没有变。"))
        else:
            self.hint.setText(self.tr("和上次保存的比，{count} 处不同；回车看正文。").format(count=len(self.found)))
        self._both.show_lines(lines_of(self.found), lines)
        return True

    def _on_activated(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self.found):
            self.place_asked.emit(*self.found[number].place)


def lines_of(found: Sequence[Change]) -> list[Line]:
    """Return changes as `Differences` shows them."""
    return [(change.kind, said(change), whole(change)) for change in found]


def said(change: Change) -> str:
    """Say a change in one line, as 情况“停水”：时限 10→15."""
    where = _where(change)
    if change.kind == "order":
        return translate("Changes", "{where}：顺序变了").format(where=where)
    if change.kind == "added":
        if change.keys[-1].startswith("["):
            return translate("Changes", "{where}：新加").format(where=where)
        return translate("Changes", "{where} 写了 {new}").format(where=where, new=_value(change.new))
    if change.kind == "removed":
        if change.keys[-1].startswith("["):
            return translate("Changes", "{where}：删去").format(where=where)
        return translate("Changes", "{where} 不写了（原来是 {old}）").format(where=where, old=_value(change.old))
    if isinstance(change.old, list) and isinstance(change.new, list):
        gone = [_value(one) for one in change.old if one not in change.new]
        come = [_value(one) for one in change.new if one not in change.old]
        parts = [translate("Changes", "加 {what}").format(what=listed(come))] if come else []
        parts += [translate("Changes", "减 {what}").format(what=listed(gone))] if gone else []
        how = listed(parts) or translate("Changes", "顺序变了")
        return f"{where} {how}"
    if max(len(str(change.old)), len(str(change.new))) > _SHORT:
        return translate("Changes", "{where} 改了（{old}→{new} 字）").format(
            where=where, old=len(str(change.old)), new=len(str(change.new))
        )
    return f"{where} {_value(change.old)}→{_value(change.new)}"


def whole(change: Change) -> str:
    """Say both values in full."""
    parts = [said(change)]
    parts += [str(value) for value in (change.old, change.new) if isinstance(value, str)]
    return "\n———\n".join(parts)


def _where(change: Change) -> str:
    """Say where: the innermost item by its kind and title, then the keys below it, in the window's language."""
    shape: Shape | None = shape_of(Scenario)
    lang = language()
    words: list[str] = []
    lead, section = "", ""
    titles = iter(change.titles)
    for key in change.keys:
        if key.startswith("["):
            title = next(titles, "") or key[1:-1]
            if len(title) > _SHORT:
                title = title[:_SHORT] + "…"
            kind = kind_word(_PARTS[section]) if section in _PARTS else words[-1] if words else ""
            one = translate("Changes", "{kind}“{title}”").format(kind=kind, title=title)
            lead = translate("Changes", "{outer}的{item}").format(outer=lead, item=one) if lead else one
            words = []
            continue
        field = shape.fields.get(key, Field(key)) if shape is not None else Field(key)
        words.append(field.zh if lang == "zh" and field.zh else key)
        shape, section = field.shape, key
    tail = " · ".join(words)
    if lead and tail:
        return translate("Changes", "{item}：{keys}").format(item=lead, keys=tail)
    return lead or tail


def _value(value: object) -> str:
    if isinstance(value, bool):
        return translate("Changes", "是") if value else translate("Changes", "否")
    if isinstance(value, dict):
        return translate("Changes", "{count} 项").format(count=len(value))
    if isinstance(value, list):
        short = [_value(one) for one in value]
        return listed(short) if len(str(short)) < 2 * _SHORT else translate("Changes", "{count} 项").format(
            count=len(value)
        )  # fmt: skip
    words = " ".join(str(value).split())
    return words if len(words) <= _SHORT else words[:_SHORT] + "…"
