"""Where the files beside the code live: themes, icons, translations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game import resources


@cache
def assets_dir() -> Path:
    """Return the folder of assets; an error with its cure where the installation lacks it."""
    try:
        return resources.folder("assets")
    except FileNotFoundError as error:
        raise FileNotFoundError("找不到 assets 目录（主题与图标）。请重新安装本软件。") from error
