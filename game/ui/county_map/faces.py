"""The county as a map and as a list: two faces of one selection, with layers, search and a legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.county_map.canvas import MapCanvas
from game.ui.county_map.columns import columns_of
from game.ui.county_map.layers import Layer
from game.ui.county_map.zones import Place, Zone, in_order, ref_of, zones_of
from game.ui.icons import Icons
from game.ui.kept import Kept
from game.ui.models import Column
from game.ui.names import NameBook
from game.ui.pictures import PictureButton
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import (
    FlowLayout,
    RecordTable,
    SearchBox,
    Segments,
    button,
    clear,
    label,
    named,
    show_new,
    spaced,
)

_COUNTY = 16
"""Width below which the map has its page to itself, in lines: its tools would take more of the height than the map."""
_SHORT = 27
"""Height, in lines, below which the legend says less."""
_TINY = 15
"""Height below which it says colours only, and the list is shown first: a map would be all names."""
_MORE = 4
"""What tools beyond the usual add to that height."""
_LEAST = 10
"""Height in which the tools of such a map and some rows of its list have room."""


def _key_of(place: Place) -> str:
    """Return what names a row of the list; a zone and a township may have the same id."""
    return ref_of(place) if isinstance(place, Zone) else place.id


def _key_in(ref: str) -> str:
    """Return the same for `zone:<id>`, `township:<id>` or `village:<id>`."""
    return ref if ref.startswith("zone:") else ref.partition(":")[2]


class CountyMap(QWidget):
    """Signals: `picked` (`zone:<id>`, `township:<id>`, `village:<id>` or ""), `said` (str) a passing word."""

    picked = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        name: str = "map",
        more: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; `more` are tools that stand beside the layers', `name` begins the names of all parts."""
        super().__init__(parent)
        self._theme, self._icons, self._prompts, self._name = theme, icons, prompts, name
        self._more = tuple(more)
        self._view: View | None = None
        self._names: NameBook | None = None
        self._layers: tuple[Layer, ...] = ()
        self._place = ""
        self._face_chosen = False
        """Whether a hand chose map or list; until then the height does."""
        self._tiny = theme.px(_TINY + (_MORE if more else 0))
        self._least = theme.px(_LEAST) if more else self._tiny - 1
        """Least height asked for as long as no hand chose the map."""
        self._built = Kept()
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons, name = self._theme, self._icons, self._name
        self.setMinimumWidth(theme.px(_COUNTY))
        left = spaced(QVBoxLayout(self), theme, 0, 0)

        # Tools
        bar = QFrame()
        bar.setProperty("card", "bar")
        tools = FlowLayout(theme.space(2))
        tools.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2))
        bar.setLayout(tools)
        self._faces = Segments(
            theme, [("map", self.tr("地图")), ("list", self.tr("列表"))], f"{name}.face", self.tr("地图或列表")
        )
        self.layer = named(QComboBox(), f"{name}.layer", self.tr("图层"))
        self.layer.setIconSize(icons.size())
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layer.setMinimumContentsLength(7)
        self.layer.setMinimumWidth(theme.px(9.5))
        self._search = SearchBox(icons, self.tr("找地方"), f"{name}.search")
        self._search.setToolTip(self.tr("找战区、乡镇或村"))
        hint = self._search.fontMetrics().horizontalAdvance(self._search.placeholderText())
        self._search.setFixedWidth(max(theme.px(7), hint + theme.px(3)))
        layers = QWidget()
        layer = spaced(QHBoxLayout(layers), theme, 0, 2)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("layers", "muted"))
        layer.addWidget(picture)
        layer.addWidget(self.layer)
        drawing = QWidget()
        draw = spaced(QHBoxLayout(drawing), theme, 0, 2)
        self._map_tools: list[QWidget] = []
        for icon, tool, words in (
            ("plus", f"{name}.zoom_in", self.tr("放大")),
            ("minus", f"{name}.zoom_out", self.tr("缩小")),
            ("fit", f"{name}.fit", self.tr("看全图")),
        ):
            made = button("", icons, icon, name=tool, accessible=words, tip=words)
            made.clicked.connect(weak_slot(self._on_zoom, icon))
            draw.addWidget(made)
        self.pictures = PictureButton(icons, self._prompts, f"{name}.picture", self.tr("县域地图"))
        self.pictures.told.connect(self.said)
        draw.addWidget(self.pictures)
        self._map_tools.append(drawing)
        for part in (self._faces, layers, *self._more, self._search, drawing):
            tools.addWidget(part)
        left.addWidget(bar)

        # Map and list
        self._stack = QStackedWidget()
        self.canvas = MapCanvas(theme, name)
        self.list: RecordTable[Place] = RecordTable(
            [Column("", str)],
            theme,
            icons,
            name=f"{name}.list",
            accessible=self.tr("战区、乡镇和村的列表"),
            key=_key_of,
        )
        # A third click on a header brings the order by zones back
        self.list.horizontalHeader().setSortIndicatorClearable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._stack.addWidget(self.canvas)
        self.pictures.show_of(self.canvas)
        self._stack.addWidget(self.list)
        left.addWidget(self._stack, 1)

        # Legend
        legend = QFrame()
        legend.setProperty("card", "true")
        self._legend = FlowLayout(theme.space(3))
        self._legend.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        legend.setLayout(self._legend)
        left.addWidget(legend)
        self._map_tools.append(legend)

    def _connect(self) -> None:
        self._faces.picked.connect(self._on_face)
        self.layer.currentIndexChanged.connect(self._on_layer)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_search_entered)
        self.canvas.picked.connect(self._on_picked)
        self.list.picked.connect(self._on_row)

    def show_view(self, view: View, names: NameBook, layers: tuple[Layer, ...]) -> None:
        """Show a view's places; the layer chosen stays chosen."""
        self._view, self._names, self._layers = view, names, layers
        shown = [(layer.id, layer.title) for layer in layers]
        if [(self.layer.itemData(n), self.layer.itemText(n)) for n in range(self.layer.count())] != shown:
            chosen = self.layer.currentData()
            self.layer.blockSignals(True)
            self.layer.clear()
            for layer in layers:
                self.layer.addItem(self._icons.icon(layer.icon, "muted"), layer.title, layer.id)
            self.layer.setCurrentIndex(max(0, self.layer.findData(chosen)))
            self.layer.blockSignals(False)
        self._show_layer()

    def focus_on(self, ref: str) -> None:
        """Select a place and bring it into the middle."""
        self.canvas.select(ref, bring=True)
        self._take(ref)

    @property
    def place(self) -> str:
        """The place selected, empty for none."""
        return self._place

    # Slots

    def _on_face(self, face: str) -> None:
        self._face_chosen = True
        self._show_face(face)

    def _show_face(self, face: str) -> None:
        for part in self._map_tools:  # they say and do nothing to the list, which needs their room
            part.setVisible(face == "map")
        self._stack.setCurrentIndex(0 if face == "map" else 1)
        if self._view is not None and self._layers:
            self._show_list(self._view, self.current)
        self.list.select(_key_in(self._place))

    def _on_layer(self, _index: int) -> None:
        self._show_layer()

    def _on_zoom(self, icon: str) -> None:
        if icon == "fit":
            self.canvas.fit()
        else:
            self.canvas.zoom(1.25 if icon == "plus" else 0.8)

    def _on_search(self, text: str) -> None:
        self.list.seek(text)

    def _on_search_entered(self) -> None:
        words, view = self._search.text().strip(), self._view
        if view is None:
            return
        found = next((f"zone:{z.id}" for z in zones_of(view) if words and words in z.name), "")
        found = found or next((f"township:{t.id}" for t in view.townships if words and words in t.name), "")
        found = found or next((f"village:{v.id}" for v in view.villages if words and words in v.name), "")
        if found:
            self.focus_on(found)
        elif words:
            self.said.emit(self.tr("没有找到“{words}”").format(words=words))

    def _on_picked(self, place: str) -> None:
        self._take(place)

    def _on_row(self, row: Place | None) -> None:
        if row is not None:
            place = ref_of(row)
            if place != self._place:
                self.canvas.select(place, bring=True)
                self._take(place)

    # Helpers

    def _take(self, place: str) -> None:
        self._place = place
        self.list.select(_key_in(place))
        self.picked.emit(place)

    @property
    def current(self) -> Layer:
        """The layer chosen."""
        return self._layers[max(0, self.layer.currentIndex())]

    def _show_layer(self) -> None:
        if self._view is None or self._names is None or not self._layers:
            return
        layer = self.current
        self.canvas.set_view(self._view, layer, self._names)
        self._show_list(self._view, layer)
        self._show_legend(layer)

    def _show_list(self, view: View, layer: Layer) -> None:
        if self._faces.current == "map":
            return  # the twin is filled when it is looked at
        if self._names is None:
            return
        columns = columns_of(layer, self._names)
        if [c.header for c in columns] != [c.header for c in self.list.table_model.columns]:
            self.list.table_model.set_columns(columns)
            self.list.update_theme()
        self.list.set_records(
            in_order(
                zones_of(view), view, lambda t: layer.rank(layer.township(t)),
                lambda v: layer.rank(layer.of_village(v)),
            ),
            view.day,
        )  # fmt: skip

    def _show_legend(self, layer: Layer) -> None:
        theme = self._theme
        short, tiny = self.height() < theme.px(_SHORT), self.height() < self._tiny
        if self._built.same(
            layer.id, layer.title, layer.key, self.canvas.area_scale, self.canvas.has_zones, short, tiny
        ):
            return
        clear(self._legend)
        more = self.tr("{layer}（色亮为多）") if theme.dark else self.tr("{layer}（色深为多）")
        signed = layer.least < 0  # then the colours do not simply stand for more
        self._legend.addWidget(label(layer.key if signed else more.format(layer=layer.key or layer.title), "small"))
        bounds = self.canvas.area_scale.bounds()
        steps = [f"ramp{number if len(bounds) > 1 else 2}" for number in range(len(bounds))]
        spans = [f"{layer.show(low)}–{layer.show(high)}" for low, high in bounds]
        if short and bounds:  # the map needs the room more than each step its bounds
            self._legend.addWidget(self._key(steps, f"{layer.show(bounds[0][0])}–{layer.show(bounds[-1][1])}", spans))
        else:
            for step, span in zip(steps, spans, strict=True):
                self._legend.addWidget(self._key([step], span))
        for shape, words in (("◆", self.tr("贫困村")), ("●", self.tr("其他村"))) if not tiny else ():
            self._legend.addWidget(label(f"{shape} {words}", "small"))
        if not tiny:
            self._legend.addWidget(label(self.tr("▲ 过了期限没销号"), "late"))
        if self.canvas.has_zones and not tiny:
            self._legend.addWidget(label(self.tr("━ 战区界 · 点名称选战区"), "small"))
        if layer.village is not None and not short:
            self._legend.addWidget(label(self.tr("村的颜色只在村与村之间比"), "small"))
        # Settled at once: else the map would first be painted over the room that the keys are about to take
        show_new(self)
        if (frame := self._legend.parentWidget()) is not None:
            frame.updateGeometry()  # what Qt keeps of its height is of the time without keys
            above = frame.parentWidget()
            if above is not None and (layout := above.layout()) is not None:
                layout.activate()

    def _key(self, colours: Sequence[str], words: str, each: Sequence[str] = ()) -> QWidget:
        """Return patches of colours with what they stand for; `each` says it of every one."""
        theme = self._theme
        holder = QWidget()
        holder.setToolTip("\n".join(each))
        row = spaced(QHBoxLayout(holder), theme, 0, 1)
        side = theme.px(0.7)
        for colour in colours:
            patch = QLabel()
            patch.setFixedSize(side, side)
            patch.setStyleSheet(f"background: {theme.css(colour)}; border: {theme.hair}px solid {theme.css('edge')};")
            row.addWidget(patch)
        row.addWidget(label(words, "small"))
        return holder

    def minimumSizeHint(self) -> QSize:
        """Return the room of the list, which takes the map's place in a low window unless a hand chose the map."""
        least = super().minimumSizeHint()
        return least if self._face_chosen else least.boundedTo(QSize(least.width(), self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in the legend where the map has little height, and begin with the list where it has next to none."""
        super().resizeEvent(event)
        face = "list" if self.height() < self._tiny else "map"
        if not self._face_chosen and face != self._faces.current:
            self._faces.choose(face)
            self._show_face(face)
        if self._layers:
            self._show_legend(self.current)
