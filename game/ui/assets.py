"""Where the files beside the code live: themes, icons, translations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def assets_dir() -> Path:
    """Return the folder of assets: inside the installed package, or beside it in a checkout; error if neither."""
    for candidate in (_PACKAGE / "bundled" / "assets", _PACKAGE.parent / "assets"):
        if (candidate / "themes").is_dir():
            return candidate
    raise FileNotFoundError("找不到 assets 目录(主题与图标)。请重新安装本软件。")
