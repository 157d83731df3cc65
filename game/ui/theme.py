"""Colours, type sizes and the application's style: Fusion, a palette and a little QSS, all from a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from game.ui import fonts
from game.ui.assets import assets_dir
from game.ui.qss import hairline, stylesheet

THEMES = ("light", "dark", "contrast")
Size = Literal["tiny", "small", "body", "heading", "title", "number"]
_SIZES: dict[str, int] = {"tiny": 11, "small": 12, "body": 14, "heading": 16, "title": 21, "number": 24}
"""Pixel sizes at 100 %; logical pixels, so Qt scales them for dense screens."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme file, resolved: semantic name to #rrggbb."""

    name: str
    dark: bool
    named: dict[str, str]


def load_colours(name: str) -> Colours:
    """Read a theme file; `KeyError` where a semantic name points at no base colour."""
    text = (assets_dir() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    base = data["base"]
    return Colours(data["name"], bool(data["dark"]), {key: base[value] for key, value in data["semantic"].items()})


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Theme(QObject):
    """The theme in force. `changed` fires after colours or text size changed and the application has them."""

    changed = Signal()

    def __init__(self, name: str = "light", scale: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = load_colours("light")
        self.motion = False
        """Whether anything may move; the program takes it from the settings."""
        self._scale = 100
        self._family = fonts.family()
        self._set(name, scale)

    @property
    def name(self) -> str:
        """Name of the theme file in use."""
        return self._colours.name

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self._colours.dark

    @property
    def scale(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._scale

    @property
    def em(self) -> int:
        """Height of a line of body text in pixels; every other measure derives from it."""
        return self._em

    def css(self, name: str) -> str:
        """Return a semantic colour as #rrggbb."""
        return self._colours.named[name]

    def color(self, name: str, alpha: int = 255) -> QColor:
        """Return a semantic colour, `alpha` 0 to 255."""
        colour = QColor(self._colours.named[name])
        colour.setAlpha(alpha)
        return colour

    def font(self, size: Size = "body", *, bold: bool = False) -> QFont:
        """Return the product's font in one of its sizes."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(_SIZES[size] * self._scale / 100)))
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font

    def px(self, ems: float) -> int:
        """Return a length in pixels given in line heights of body text."""
        return max(1, round(self.em * ems))

    @property
    def hair(self) -> int:
        """Width of a border in whole pixels."""
        return hairline(self.space())

    def line(self, width: float = 1) -> float:
        """Return the width in pixels of a drawn line, given that at ordinary text: it grows with the text."""
        return width * self._scale / 100

    def wide(self, ems: float) -> int:
        """Return the width of a side panel: it grows half as fast as the text, so that large type still fits."""
        return max(1, round(self.em * ems * (1 + (self._scale / 100 - 1) / 2) / (self._scale / 100)))

    def space(self, steps: int = 1) -> int:
        """Return `steps` units of the spacing grid (4 px at 100 %)."""
        return max(1, round(4 * steps * self._scale / 100))

    def apply(self, app: QApplication, name: str | None = None, scale: int | None = None) -> None:
        """Put the theme on the application; with arguments, change it first. Emits `changed`."""
        self._set(name or self.name, scale or self._scale)
        app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        controls = (assets_dir() / "controls").as_posix()
        black = self.name == "contrast"
        app.setStyleSheet(
            stylesheet(self._colours.named, self.space(), self.px(1), self.sizes(), controls=controls, black=black)
        )
        self.changed.emit()

    def sizes(self) -> dict[str, int]:
        """Return the pixel size of each type size."""
        return {key: max(1, round(value * self._scale / 100)) for key, value in _SIZES.items()}

    def palette(self) -> QPalette:
        """Return the Qt palette of the colours."""
        role = QPalette.ColorRole
        palette = QPalette()
        pairs = {
            role.Window: "window", role.WindowText: "text", role.Base: "surface", role.AlternateBase: "sunken",
            role.Text: "text", role.Button: "raised", role.ButtonText: "text", role.ToolTipBase: "surface",
            role.ToolTipText: "text", role.Highlight: "accent", role.HighlightedText: "accent_text",
            role.Link: "accent", role.LinkVisited: "accent", role.PlaceholderText: "muted", role.Mid: "line",
            role.Midlight: "line", role.Dark: "edge", role.Light: "raised", role.Shadow: "edge",
            role.BrightText: "overdue", role.Accent: "accent",
        }  # fmt: skip
        for key, name in pairs.items():
            palette.setColor(key, self.color(name))
        for key in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, key, self.color("faint"))
        return palette

    def _set(self, name: str, scale: int) -> None:
        if name == "system":
            hints = QGuiApplication.styleHints()
            name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
        self._colours = load_colours(name if name in THEMES else "light")
        self._scale = min(200, max(100, scale))
        self._em = QFontMetrics(self.font("body")).height()
