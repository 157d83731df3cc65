"""The schema beside a scenario, and the line that tells an editor of it."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

from game.authoring.schema import MARK, schema
from game.authoring.schema_ids import ids_of
from game.scenario.about import Lang
from game.scenario.files import COUNTY, MAIN, SECTIONS, SUFFIXES
from game.scenario.keys import Keys

SCHEMA = "scenario.schema.json"


def modeline(name: str, schema_name: str = SCHEMA) -> str:
    """Return the first line of a file of a scenario, by its name within the folder."""
    path = PurePosixPath(name)
    section = path.parts[0] if len(path.parts) > 1 else path.stem
    back = "../" * (len(path.parts) - 1) or "./"
    part = f"#/definitions/{section}.yaml" if section in SECTIONS and path.suffix in SUFFIXES else ""
    return f"# yaml-language-server: $schema={back}{schema_name}{part}"


def beside(scenario: Path) -> Path:
    """Return where the schema of a scenario's folder or file lies."""
    if scenario.is_dir():
        return scenario / SCHEMA
    return scenario.with_name(SCHEMA if scenario.name == MAIN else f"{scenario.stem}.schema.json")


def schema_for(scenario: Path, lang: Lang = "zh", keys: Keys | None = None) -> dict[str, Any]:
    """Return the schema that completes the ids of a scenario's files; its own keys unless others are wished for."""
    found = ids_of(scenario, lang)
    return schema(lang, keys or found.keys, found.choices)


def write_schema(path: Path, whole: dict[str, Any]) -> None:
    """Write a schema; `FileExistsError` where something else than one of ours is there, else `OSError`."""
    if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace")[:400]:
        raise FileExistsError(path)
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def yaml_files(bundle: dict[str, str]) -> list[str]:
    """Return the names of a bundle's files that a schema speaks of."""
    return [name for name in bundle if name.endswith(SUFFIXES) and name != COUNTY]
