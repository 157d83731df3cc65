"""The map desk: the county by layers, the same as a list, and a sheet for the place selected."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.county_map.faces import CountyMap
from game.ui.county_map.layers import layers
from game.ui.desk.base import Desk
from game.ui.desk.map_sheet import PlaceSheet
from game.ui.widgets import Sides, show_new, spaced


class MapDesk(Desk):
    """The county on the left, what is known of the place selected on the right."""

    name: ClassVar[str] = "map"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        theme = bridge.theme
        row = spaced(QHBoxLayout(self), theme, 0, 0)
        self.county = CountyMap(theme, bridge.icons, bridge.prompts)
        self.canvas, self.list, self.layer = self.county.canvas, self.county.list, self.county.layer
        self.pictures = self.county.pictures
        self.sheet = PlaceSheet(bridge)
        self.sheet.setMinimumWidth(theme.px(12))
        self.sides = Sides(
            theme, self.county, self.sheet, (self.tr("县域"), self.tr("选中的地方")), "map.sides",
            self.tr("看县域还是选中的地方"), fixed=theme.wide(18),
        )  # fmt: skip
        row.addWidget(self.sides)
        self.county.picked.connect(self._on_picked)
        self.county.said.connect(bridge.notice)
        bridge.past_read.connect(self._on_past_read)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("地图")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "map"

    def refresh(self, view: View) -> None:
        """Show a view."""
        names = self.bridge.names
        self.county.show_view(view, names, layers(names, view))
        self.sheet.show_place(self.place, view)

    def focus_on(self, ref: str) -> None:
        """Select a place and bring it into the middle."""
        self.county.focus_on(ref)

    @property
    def place(self) -> str:
        """The place selected, empty for none."""
        return self.county.place

    def _on_picked(self, place: str) -> None:
        self.sheet.show_place(place, self.bridge.view)

    def _on_past_read(self) -> None:
        if self.isVisible():
            self.sheet.show_place(self.place, self.bridge.view)
            show_new(self.sheet)
        else:
            self._shown = None  # the sheet's courses are longer when it is seen again
