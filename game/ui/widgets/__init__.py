"""The few widgets every screen is built from."""

from game.ui.widgets.basic import (
    NO_LIMIT,
    Badge,
    Card,
    Elided,
    EmptyState,
    FirmPage,
    Page,
    Pill,
    Rule,
    SearchBox,
    Segments,
    as_foot,
    button,
    clear,
    discard,
    label,
    named,
    put_away,
    set_role,
    show_new,
    spaced,
)
from game.ui.widgets.flow import FlowLayout
from game.ui.widgets.paint import Meter, Pips, Sparkline, level
from game.ui.widgets.pairs import KeyValues
from game.ui.widgets.refusal import RefusalBar
from game.ui.widgets.rich import MarkdownView
from game.ui.widgets.rows import Rows, tell
from game.ui.widgets.sides import ShownStack, Sides, reveal
from game.ui.widgets.table import RecordTable

__all__ = [
    "NO_LIMIT",
    "Badge",
    "Card",
    "Elided",
    "EmptyState",
    "FirmPage",
    "FlowLayout",
    "KeyValues",
    "MarkdownView",
    "Meter",
    "Page",
    "Pill",
    "Pips",
    "RecordTable",
    "RefusalBar",
    "Rows",
    "Rule",
    "SearchBox",
    "Segments",
    "ShownStack",
    "Sides",
    "Sparkline",
    "as_foot",
    "button",
    "clear",
    "discard",
    "label",
    "level",
    "named",
    "put_away",
    "reveal",
    "set_role",
    "show_new",
    "spaced",
    "tell",
]
