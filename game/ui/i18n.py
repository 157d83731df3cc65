"""Translation outside of Qt objects, under the name that the extractor of texts looks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """Return a text in the window's language; both arguments must be literals where it is called."""
    return QCoreApplication.translate(context, text)
