"""A scenario's package before it is installed: what is in it, what is wrong with it, and whose place it would take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from game.authoring.changes import changes
from game.authoring.draft_tree import draft_tree
from game.authoring.packages import Installed, install, preview
from game.scenario.findings import Finding
from game.ui.editor.changes_view import lines_of
from game.ui.editor.differences import Differences
from game.ui.editor.history_dialog import comparison
from game.ui.errand import Errand, reason
from game.ui.findings_told import FindingsFold, told_finding
from game.ui.i18n import listed
from game.ui.icons import Icons
from game.ui.motion import Busy
from game.ui.theme import Theme
from game.ui.widgets import Card, KeyValues, Page, button, clear, label, named, spaced
from game.ui.worker import Worker

_SHOWN = 20
"""Findings told; a package's author sees the rest in the checker."""
_NAMED = 8


class PackageDialog(QDialog):
    """Emits `installed` (Installed) once the scenario lies among the user's own. Nothing is written before consent."""

    installed = Signal(object)

    def __init__(
        self, package: Path, theme: Theme, icons: Icons, parent: QWidget | None = None, *, worker: Worker | None = None
    ) -> None:
        super().__init__(parent)
        self._package, self._theme, self._icons, self._worker = package, theme, icons, worker
        self._replace = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("安装场景包"))
        self.setObjectName("package")
        column = spaced(QVBoxLayout(self), theme, 4, 2)
        column.addWidget(label(package.name, "heading", wrap=True))
        self.busy = named(Busy(theme, self), "package.busy", self.tr("正在查看"))
        column.addWidget(self.busy)
        self._page = Page(theme, 0, 2)
        column.addWidget(self._page, 1)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        shut = button(self.tr("不装了"), name="package.close")
        self.take = button(self.tr("安装"), icons, "plus", kind="primary", name="package.install")
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.take)
        column.addLayout(foot)
        shut.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        self.finished.connect(self._on_finished)
        self.resize(QSize(theme.wide(34), theme.wide(26)).boundedTo(self.screen().availableSize() * 0.95))
        self._errand = Errand("package", worker)
        self._send(lambda: preview(package), self._on_looked)

    # Slots

    def _on_looked(self, found: Installed) -> None:
        self._busy(False)
        body = self._page.body
        clear(body)
        scenario, findings = found.checked.scenario, found.checked.findings
        if scenario is None:
            count = len(found.checked.errors)
            self._tell(
                self.tr("场景有 {count} 处错误，不能安装。请把下面的话告诉作者。").format(count=count), "overdue"
            )
        else:
            table = KeyValues(self._theme)
            table.set_pairs(
                [
                    (self.tr("标题"), scenario.title),
                    (self.tr("编号"), scenario.id),
                    (self.tr("版本"), self._version(found)),
                    (self.tr("文件"), listed(sorted(found.checked.bundle))),
                ]
            )
            body.addWidget(table)
            if found.outcome == "taken":
                self._tell(self.tr("你已经有一个编号相同、内容不同的场景。装了就把它替换掉，取不回来。"), "warn")
                self._compare(found)
            elif found.outcome == "same":
                self._tell(self.tr("这个场景已经装过，内容一样。"), "ok")
        if found.left_out:
            names = listed(found.left_out[:_NAMED])
            told = self.tr("有 {count} 个文件不是场景的内容，不取出：{names}").format(
                count=len(found.left_out), names=names
            )
            body.addWidget(label(told, "muted", wrap=True))
        if findings:
            self._show_findings(findings)
        elif scenario is not None:
            self._tell(self.tr("检查过了，没有问题。"), "ok")
        body.addStretch(1)
        self._replace = found.outcome == "taken"
        self.take.setText(self.tr("替换我的那一个") if self._replace else self.tr("安装"))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(found.outcome in ("installed", "taken"))

    def _on_take(self) -> None:
        self.take.setEnabled(False)
        package, replace = self._package, self._replace
        self._errand = Errand("package", self._worker)
        self._send(lambda: install(package, replace=replace), self._on_done)

    def _on_done(self, found: Installed) -> None:
        if found.folder is not None and found.outcome in ("installed", "replaced", "same"):
            self.installed.emit(found)
            self.accept()
        else:  # the package or what lies in its place changed meanwhile
            self._on_looked(found)

    def _on_failed(self, error: Exception) -> None:
        self._busy(False)
        self.take.setEnabled(False)
        clear(self._page.body)
        told = reason(error)
        if isinstance(error, OSError):
            told = self.tr("不能写入你的场景文件夹（{reason}）。请检查磁盘与权限。").format(reason=told)
        self._tell(told, "overdue")
        self._page.body.addStretch(1)

    def _on_finished(self, _code: int) -> None:
        self._errand.drop()

    # Helpers

    def _send(self, work: Callable[[], Installed], done: Callable[[Installed], None]) -> None:
        self.take.setEnabled(False)
        self._busy(True)
        self._errand.done.connect(done)
        self._errand.failed.connect(self._on_failed)
        self._errand.start(lambda _: work())

    def _busy(self, on: bool) -> None:
        self.busy.setVisible(on)

    def _version(self, found: Installed) -> str:
        """Say which version it is, after mine where that is another one."""
        assert found.checked.scenario is not None
        new = found.checked.scenario.version
        old = found.mine.scenario.version if found.mine is not None and found.mine.scenario is not None else new
        return new if old == new else self.tr("我的 {old}，这一份 {new}").format(old=old, new=new)

    def _compare(self, found: Installed) -> None:
        """Show what would be different once mine is replaced."""
        assert found.mine is not None
        old, new = dict(found.mine.bundle), dict(found.checked.bundle)
        trees = draft_tree(old), draft_tree(new)
        told = lines_of(changes(trees[0], trees[1])) if trees[0] is not None and trees[1] is not None else []
        card = Card(self._theme, self.tr("换了以后有这些不同"))
        both = Differences(self._theme, self._icons, "package.changes")
        both.setMinimumHeight(self._theme.px(9))
        both.list.setVisible(bool(told))  # none where mine cannot be read, or only its layout is another
        both.show_lines(told, comparison(new, old, back=True))
        card.body.addWidget(both)
        self._page.body.addWidget(card)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what stands in the way, in words; where nothing does, advice is one line, with more for who asks."""
        body = self._page.body
        errors = [finding for finding in findings if finding.severity == "error"]
        if errors:
            frame = Card(self._theme, tone="warn")
            for finding in errors[:_SHOWN]:
                frame.body.addLayout(told_finding(finding, self._theme))
            body.addWidget(frame)
        else:
            body.addWidget(FindingsFold(findings[:_SHOWN], len(findings), self._theme, "package.advice"))

    def _tell(self, text: str, role: str) -> None:
        self._page.body.addWidget(label(text, role, wrap=True))
