"""`python -m game.authoring.docs [FOLDER]`: write the pages of `docs/` that come from the catalogues and models."""

from __future__ import annotations

import sys
from pathlib import Path

from game.authoring.page import authoring_page
from game.scenario.pages import diagnostics_page

PAGES = {"diagnostics.md": diagnostics_page, "authoring.md": authoring_page}


def write_pages(folder: Path) -> None:
    """Write every page into a folder; `OSError` where that cannot be."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
