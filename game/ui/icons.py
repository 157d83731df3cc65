"""Icons: outline SVGs recoloured to the theme and cached by name, colour and size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from game.ui.assets import assets_dir
from game.ui.theme import Theme

NEED_ICONS = ("food", "water", "house", "school", "medical", "move", "work")
"""Icon of each need, in the order of `NEEDS`."""
FORM_ICONS = {
    "slip": "slip", "circular": "circular", "call": "phone", "chat": "chat", "news": "news", "petition": "petition",
    "notice": "notice", "report": "report",
}  # fmt: skip
DOMAIN_ICONS = {
    "water": "water", "housing": "house", "education": "school", "medical": "medical", "relocation": "move",
    "industry": "sprout", "jobs": "work", "funds": "money", "identification": "ledger", "roads": "road",
    "disaster": "warn", "public": "news", "burden": "fatigue", "partners": "partners", "land": "land",
    "customs": "people",
}  # fmt: skip


class Icons:
    """Draws the icons of the product in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sources: dict[str, bytes] = {}
        self._cache: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str = "text", size: int | None = None) -> QPixmap:
        """Return an icon as a pixmap; `colour` a semantic name or #rrggbb, `size` in logical pixels (one line)."""
        side = size or self._theme.px(0.95)
        fill = colour if colour.startswith("#") else self._theme.css(colour)
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        key = (name, fill, side, ratio)
        if key not in self._cache:
            self._cache[key] = self._draw(name, fill, side, ratio)
        return self._cache[key]

    def icon(self, name: str, colour: str = "text", size: int | None = None) -> QIcon:
        """Return an icon with its disabled twin."""
        icon = QIcon(self.pixmap(name, colour, size))
        icon.addPixmap(self.pixmap(name, "faint", size), QIcon.Mode.Disabled)
        return icon

    def size(self, ems: float = 0.95) -> QSize:
        """Return the icon size that fits a line of text."""
        side = self._theme.px(ems)
        return QSize(side, side)

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons."""
        return tuple(sorted(path.stem for path in (assets_dir() / "icons").glob("*.svg")))

    def _draw(self, name: str, fill: str, side: int, ratio: float) -> QPixmap:
        if name not in self._sources:
            self._sources[name] = (assets_dir() / "icons" / f"{name}.svg").read_bytes()
        renderer = QSvgRenderer(QByteArray(self._sources[name].replace(b"#000000", fill.encode("ascii"))))
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap
