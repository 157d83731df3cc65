"""Which views stand beside the text, in the order of their tabs, and how to load them when first needed."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from game.ui.editor.contract import EditorView

VIEWS: tuple[tuple[str, str, str], ...] = (
    ("timeline", "game.ui.editor.timeline", "TimelineView"),
    ("graph", "game.ui.editor.graph", "GraphView"),
    ("form", "game.ui.editor.form", "FormView"),
    ("states", "game.ui.editor.states", "StatesView"),
    ("changes", "game.ui.editor.changes_view", "ChangesView"),
    ("statistics", "game.ui.editor.statistics", "StatisticsView"),
)
"""Name, module and class of each view."""


def view_classes() -> dict[str, type[EditorView]]:
    """Return the views that this build has, in order."""
    return {name: getattr(import_module(module), cls) for name, module, cls in VIEWS if find_spec(module) is not None}
