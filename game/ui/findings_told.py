"""What the checker says of a scenario, for those who did not write it: the sentence first, then where, and no code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from game.scenario.findings import Finding
from game.scenario.render import cure, meant, message
from game.ui.i18n import language, translate
from game.ui.theme import Theme
from game.ui.widgets import button, label, spaced


def told_finding(finding: Finding, theme: Theme) -> QVBoxLayout:
    """Return the lines of a finding: what is the matter, where it stands, and what to do."""
    lang = language()
    column = spaced(QVBoxLayout(), theme, 0, 0)
    column.addWidget(label(message(finding, lang), wrap=True))
    place = translate("Finding", "{file} 第 {line} 行").format(file=finding.file, line=finding.line)
    advice = cure(finding, lang)
    todo = translate("Finding", "怎么改：{cure}").format(cure=advice) if advice else ""
    for line in (place, meant(finding, lang), todo):
        if line:
            column.addWidget(label(line, "muted", wrap=True))
    return column


class FindingsFold(QWidget):
    """Findings that keep nobody from anything: one line that says so, and more for who asks."""

    def __init__(
        self, findings: Sequence[Finding], count: int, theme: Theme, name: str, parent: QWidget | None = None
    ) -> None:
        """`count` is how many there are, `findings` those of them that are told."""
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, 0, 1)
        warned = any(finding.severity == "warning" for finding in findings)
        told = self.tr("{count} 处提醒，装得上，用之前看一看。") if warned else self.tr("{count} 条建议，不妨碍使用。")
        column.addWidget(label(told.format(count=count), "warn" if warned else "", wrap=True))
        self.more = button(self.tr("看看是哪些"), kind="quiet", name=f"{name}.more")
        self.more.setCheckable(True)
        self.lines = QWidget(self)
        inside = spaced(QVBoxLayout(self.lines), theme, 0, 2)
        for finding in findings:
            inside.addLayout(told_finding(finding, theme))
        self.lines.setVisible(False)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self.more.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        self.lines.setVisible(on)
        self.more.setText(self.tr("收起") if on else self.tr("看看是哪些"))
        self.more.setAccessibleName(self.more.text())
