"""What the user has chosen, as a typed value kept in a TOML file whose path is handed in."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

FORMAT = 1
MOST_MINUTES = 240
"""Longest limit of a turn: whoever writes more into the file wants none that is felt."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices. Every field has a default, and a file may leave any of them out."""

    theme: str = "system"
    """system, light, dark or contrast."""
    scale: int = 100
    """Text size in per cent, 100 to 200."""
    lang: str = "zh"
    """zh or en."""
    motion: bool = True
    """Whether anything on the screen may move by itself."""
    confirm_end: bool = True
    """Ask before a turn ends while something urgent is open."""
    guide: bool = True
    """Show the guide in guided exercises."""
    notice_seconds: int = 6
    """How long a passing notice stays, 0 keeps it until it is closed."""
    turn_minutes: int = 0
    """Minutes of real time after which a turn ends by itself, 0 for no limit."""
    last_session: str = ""
    """Path of the session played last."""
    recent: tuple[str, ...] = ()
    """Paths of sessions played, newest first."""
    window: str = ""
    """Window geometry, base64."""
    seen_desks: tuple[str, ...] = ()
    """Desks whose first-time hint has been closed."""


def default_path() -> Path:
    """Return where the settings of this user live."""
    import platformdirs

    return Path(platformdirs.user_config_dir("tonghe", appauthor=False)) / "settings.toml"


def load(path: Path) -> tuple[Settings, str | None]:
    """Read settings; return them and, where the file was bad, where its copy lies (the settings then are new ones)."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except (OSError, UnicodeDecodeError):
        return Settings(), _set_aside(path)
    try:
        return _typed(tomllib.loads(text)), None
    except (tomllib.TOMLDecodeError, TypeError, ValueError):
        return Settings(), _set_aside(path)


def save(settings: Settings, path: Path) -> None:
    """Write settings so that a crash half-way leaves the old file whole; `OSError` where the folder is read-only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"format = {FORMAT}"]
    for key, value in asdict(settings).items():
        # A JSON string, number, flag or list of strings is the same thing in TOML
        lines.append(f"{key} = {json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)}")
    draft = path.with_suffix(".tmp")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(path)


def with_recent(settings: Settings, session: str, keep: int = 8) -> Settings:
    """Return the settings with a session put first among the recent ones."""
    rest = tuple(path for path in settings.recent if path != session)
    return replace(settings, last_session=session, recent=(session, *rest)[:keep])


def _typed(data: Mapping[str, Any]) -> Settings:
    """Check each known key against its default's type; unknown keys are from another version and are left aside."""
    if data.get("format", FORMAT) != FORMAT:
        raise ValueError("settings of another format")
    default = Settings()
    chosen: dict[str, Any] = {}
    for spec in fields(Settings):
        if spec.name not in data:
            continue
        value, model = data[spec.name], getattr(default, spec.name)
        if isinstance(model, tuple):
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise TypeError(spec.name)
            value = tuple(value)
        elif type(value) is not type(model):
            raise TypeError(spec.name)
        chosen[spec.name] = value
    settings = replace(default, **chosen)
    if settings.theme not in {"system", "light", "dark", "contrast"} or settings.lang not in {"zh", "en"}:
        raise ValueError("theme or lang")
    minutes = min(MOST_MINUTES, max(0, settings.turn_minutes))
    return replace(settings, scale=min(200, max(100, settings.scale)), turn_minutes=minutes)


def _set_aside(path: Path) -> str:
    """Keep the bad file beside the new one and return where it lies; the name itself where it cannot be moved."""
    copy = path.with_suffix(".bad.toml")
    try:
        path.replace(copy)
    except OSError:
        return str(path)
    return str(copy)
