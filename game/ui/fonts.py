"""The one font of the product, loaded from its package so that no screen depends on what a machine has installed."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase


class FontMissingError(RuntimeError):
    """The bundled Chinese font could not be loaded; the message names the cure."""


@cache
def family() -> str:
    """Load the bundled font once and return its family name; `FontMissingError` with the cure where that fails."""
    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError as error:
        raise FontMissingError("缺少中文字体包。请运行：pip install pylopdf-fonts-zh-cn") from error
    path = sans_path()
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise FontMissingError(
            f"中文字体文件无法读取：{path}。请运行：pip install --force-reinstall pylopdf-fonts-zh-cn"
        )
    return families[0]
