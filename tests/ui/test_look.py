"""What docs/look.md promises: its pictures are there and small, and no colour or size is set past the themes."""

from __future__ import annotations

import re
from pathlib import Path

import game.ui
from game.resources import folder
from game.ui.theme import THEMES, load_colours

ROOT = Path(__file__).parents[2]


def test_the_pictures_of_the_look_are_there_and_small():
    """Each picture the page names exists and weighs little; none lies there unused."""
    page = (ROOT / "docs" / "look.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\(look/([a-z-]+\.png)\)", page))
    there = {file.name: file.stat().st_size for file in (ROOT / "docs" / "look").glob("*.png")}

    assert named == set(there)
    assert max(there.values()) < 160_000
    assert len(there) <= 6


def test_no_colour_is_written_into_a_screen():
    """Colours stand in the themes: a screen that writes its own would not follow dark and high contrast."""
    found = [
        f"{file.name}: {match}"
        for file in Path(game.ui.__file__).parent.rglob("*.py")
        if file.name not in {"theme.py", "bench.py"}
        for match in re.findall(r"[\"'(: ](#[0-9a-fA-F]{6})\b", file.read_text(encoding="utf-8"))
        if match.lower() != "#000000"  # the ink of the icons' sources, replaced when they are loaded
    ]

    assert found == []


def test_each_theme_says_what_each_colour_is_for():
    """The roles of the page are colours of every theme, with a soft ground for each that marks something."""
    for name in THEMES:
        named = load_colours(name).named
        for role in ("accent", "ok", "warn", "overdue", "info"):
            assert {role, f"{role}_soft"} <= set(named), (name, role)


def test_the_glossary_travels_with_the_program():
    """The words lie among the assets, which the wheel carries as a whole."""
    assert (folder("assets") / "glossary" / "terms.toml").is_file()
