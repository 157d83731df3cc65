"""A small writer of SVG: elements, the frame of a drawing with two axes, and the document around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

Spot = tuple[float, float]
Given = Mapping[str, str | float]
"""Attributes of an element; numbers are pixels."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a drawing."""

    name: str
    attributes: Given = field(default_factory=dict)
    text: str = ""

    def __str__(self) -> str:
        given = "".join(f" {name}={quoteattr(_number(value))}" for name, value in self.attributes.items())
        return (
            f"<{self.name}{given}>{escape(_plain(self.text))}</{self.name}>" if self.text else f"<{self.name}{given}/>"
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on the drawing a figure lies: from `first` to `last` across, from 0 to `top` upwards."""

    first: int
    last: int
    top: float
    width: int = 860
    height: int = 460
    left: int = 60
    above: int = 44
    right: int = 836
    below: int = 416

    def at(self, x: float, y: float) -> Spot:
        """Return the pixels of a point of the figure."""
        across = self.left + (x - self.first) * (self.right - self.left) / (self.last - self.first)
        return across, self.below - y * (self.below - self.above) / self.top


def path_of(spots: Sequence[Spot]) -> str:
    """Return a line through all spots as the data of a path."""
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in spots)


def document(frame: Frame, style: str, parts: Iterable[Element], title: str) -> str:
    """Return the whole document."""
    size = f'width="{frame.width}" height="{frame.height}" viewBox="0 0 {frame.width} {frame.height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        str(Element("title", {}, title)),
        f"<style>{escape(style)}</style>",
        str(Element("rect", {"class": "ground", "width": frame.width, "height": frame.height})),
        *map(str, parts),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def _plain(text: str) -> str:
    """Return a text without what XML has no place for."""
    return "".join(c if c.isprintable() else " " for c in text)
