"""The injects in time, a tab of the editor: a row a seat, a column a turn; an inject is dragged to another turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from game.authoring.draft_tree import DraftTree
from game.authoring.patches import set_value
from game.scenario.findings import Fix
from game.ui.editor.contract import Draft
from game.ui.editor.graphic import GraphicView
from game.ui.editor.plan import plan
from game.ui.editor.timeline_canvas import TimelineCanvas
from game.ui.icons import Icons
from game.ui.theme import Theme


class TimelineView(GraphicView):
    """Moving a bar writes `trigger.at`, as a day or as the date the author wrote."""

    name: ClassVar[str] = "timeline"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.chart = TimelineCanvas(theme, self.stack)
        self.set_picture(self.chart)
        self.chart.moved.connect(self.move_inject)
        self.chart.opened.connect(self.open)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("时间轴")

    def show_tree(self, tree: DraftTree) -> bool:
        """Show a draft's injects in time."""
        found = plan(tree)
        if not found.bars or not found.seats:
            self.show_nothing(
                self.tr("还没有情况"), self.tr("点左下角的“加一条情况…”写一条，这里就会按席位和回合排出来。")
            )
            return False
        self.chart.show_plan(found)
        crowded = sum(len(self.chart.crowded(seat)) for seat, _ in found.seats)
        said = self.tr("拖动或按左右键移到别的回合，上下键选，回车看正文。")
        if crowded:
            said += self.tr("有 {count} 格一回合来得太多（×）。").format(count=crowded)
        said += self.tr("实框按日子来，带三角的接着别的来，虚框看条件；框长到答复期限，红线是升级的那天。")
        self.hint.setText(said)
        return True

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; an old picture can be looked at but not moved about in."""
        super().show_draft(draft)
        self.chart.fixed = self.stale

    def move_inject(self, inject: str, turn: int) -> None:
        """Write another day of arrival, the first of a turn."""
        found = self.chart.plan
        bar = next((bar for bar in found.bars if bar.id == inject), None) if found is not None else None
        if found is None or bar is None:
            return
        day = turn * found.days
        value: int | str = day
        if bar.dated and found.start is not None:
            value = (found.start + timedelta(days=day)).isoformat()

        def edit(bundle: Mapping[str, str]) -> tuple[Fix, ...]:
            return set_value(bundle, f"injects[{inject}].trigger.at", value)

        self.ask(edit)

    def open(self, key: str) -> None:
        """Show an inject in the text."""
        bar = self.chart.bar(key)
        self.place_asked.emit(bar.file, bar.line, bar.column)

    def chosen_inject(self) -> str:
        """Return the inject chosen in the picture."""
        return self.chart.current.rpartition("/")[2]

    def inject_pickers(self) -> tuple[QWidget, ...]:
        """Return the picture."""
        return (self.chart,)
