"""Charts and maps as pictures: onto the clipboard, into a PNG or an SVG file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QGuiApplication, QPaintDevice, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsView, QMenu, QPushButton, QWidget

from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.widgets import named

SHARPNESS = 2
"""Pixels of a PNG for one of the screen: printed reports need more than a screen does."""


@runtime_checkable
class Whole(Protocol):
    """A widget of which more can be shown than is in sight: its picture has all of it."""

    def whole(self) -> QSize:
        """Return the size of all there is."""

    def draw_whole(self, painter: QPainter) -> None:
        """Draw all there is."""


def picture(widget: QWidget, sharpness: int = SHARPNESS) -> QPixmap:
    """Return what a widget shows on its own ground."""
    made = QPixmap(_size(widget) * sharpness)
    made.setDevicePixelRatio(sharpness)
    _draw(widget, made)
    return made


def save(widget: QWidget, file: Path, title: str = "") -> None:
    """Write what a widget shows as SVG or, by the file's ending, as PNG; `OSError` where that fails."""
    file.write_bytes(b"")  # a folder that cannot be written to says so here
    if file.suffix.lower() != ".svg":
        if not picture(widget).save(str(file)):
            raise OSError(28, "picture not written", str(file))
        return
    from PySide6.QtSvg import QSvgGenerator

    drawing = QSvgGenerator()
    drawing.setFileName(str(file))
    drawing.setSize(_size(widget))
    drawing.setViewBox(QRect(QPoint(), _size(widget)))
    drawing.setResolution(widget.logicalDpiX())  # else recorded parts, like axes, come out at another size
    drawing.setTitle(title)
    _draw(widget, drawing)


def _ground(widget: QWidget) -> QBrush:
    """Return what is seen behind a widget: its own ground, or that of what it stands on."""
    below: QWidget | None = widget
    while below is not None:
        brush = below.palette().window()
        if brush.style() is not Qt.BrushStyle.NoBrush and brush.isOpaque():
            return brush
        below = below.parentWidget()
    return QGuiApplication.palette().window()


def _size(widget: QWidget) -> QSize:
    return widget.whole() if isinstance(widget, Whole) else widget.size()


def _draw(widget: QWidget, device: QPaintDevice) -> None:
    painter = QPainter(device)
    try:
        painter.fillRect(QRect(QPoint(), _size(widget)), _ground(widget))
        if isinstance(widget, Whole):
            widget.draw_whole(painter)
        elif isinstance(widget, QGraphicsView):  # which has a `render` of its own
            widget.render(painter, QRectF(widget.rect()), widget.viewport().rect())
        else:
            widget.render(painter, QPoint())
    finally:
        painter.end()


class PictureButton(QPushButton):
    """Opens a menu that copies or saves what a widget shows. `told` (str) says what came of it."""

    told = Signal(str)

    def __init__(self, icons: Icons, prompts: Prompts, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts, self.title = prompts, title
        self._widget: QWidget | None = None
        words = self.tr("复制或保存图片：{title}").format(title=title)
        named(self, name, words)
        self.setToolTip(words)
        self.setIcon(icons.icon("copy"))
        self.setIconSize(icons.size())
        self.setAutoDefault(False)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # it is put out of the picture it takes, and nothing moves meanwhile
        self.setSizePolicy(policy)
        menu = QMenu(self)
        for text, call in (
            (self.tr("复制图片"), self.copy),
            (self.tr("存为 PNG…"), self.save_png),
            (self.tr("存为 SVG…"), self.save_svg),
        ):
            action = QAction(text, menu)
            action.triggered.connect(weak_slot(call))
            menu.addAction(action)
        self.setMenu(menu)

    def show_of(self, widget: QWidget) -> None:
        """Take the widget whose picture is asked for; it must live as long as the button."""
        self._widget = widget

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        if self._widget is not None:
            with self._aside():
                made = picture(self._widget)
            QGuiApplication.clipboard().setPixmap(made)
            self.told.emit(self.tr("图片已复制，可粘贴到文档里。"))

    def save_png(self) -> None:
        """Ask where to write the picture as PNG."""
        self._ask("PNG (*.png)", ".png")

    def save_svg(self) -> None:
        """Ask where to write the picture as SVG."""
        self._ask("SVG (*.svg)", ".svg")

    def _ask(self, pattern: str, ending: str) -> None:
        def chosen(file: Path) -> None:
            self._write(file if file.suffix.lower() == ending else file.with_name(file.name + ending))

        name = "".join(sign for sign in self.title if sign not in '\\/:*?"<>|') + ending
        self._prompts.save_file(self, self.tr("保存图片"), pattern, name, chosen)

    def _write(self, file: Path) -> None:
        if self._widget is None:
            return
        try:
            with self._aside():
                save(self._widget, file, self.title)
        except OSError as error:
            self.told.emit(self.tr("图片没有存成：{reason}").format(reason=error.strerror or str(error)))
        else:
            self.told.emit(self.tr("图片已存到 {file}").format(file=file))

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """Keep the button itself out of a picture of what it stands on."""
        inside = self._widget is not None and self._widget.isAncestorOf(self) and self.isVisible()
        focused = inside and self.hasFocus()
        if inside:
            self.setVisible(False)
        try:
            yield
        finally:
            if inside:
                self.setVisible(True)
            if focused:
                self.setFocus()
