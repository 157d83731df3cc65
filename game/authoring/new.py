"""A new scenario to start from: a template, with the schema beside it and the lines that tell editors of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from game.authoring.modeline import beside, modeline, schema_for, write_schema, yaml_files
from game.authoring.patches import NoPlace, set_value
from game.authoring.stretches import apply
from game.authoring.turn_keys import turn
from game.scenario.keys import Keys

TEMPLATES_FOLDER = "templates"
_ID = re.compile(r"[a-z][a-z0-9_-]{0,47}")


@dataclass(frozen=True, slots=True)
class Template:
    """A scenario to start from."""

    name: str
    zh: str
    about: str


TEMPLATES = (
    Template(
        "first",
        "一页起步",
        "一个文件、一个席位、四周：一件要办的事，一件要拿主意的事。第一次写就用它；练手用，规模小，认证通不过。",
    ),
    Template("table", "三席桌面", "县长、乡镇指挥长、督战队长三个席位，六周：每件事都要他们商量着定。"),
    Template("campaign", "分阶段战役", "四个席位、五个阶段、十二周，最后退出评估；各部分分成文件。"),
)


def template_dir(name: str) -> Path:
    """Return the folder a template lies in, for what copies a scenario from a path."""
    return Path(str(files("game.authoring") / TEMPLATES_FOLDER / name))


def template_bundle(name: str) -> dict[str, str]:
    """Return a template's files: relative name -> text; `KeyError` where there is no such template."""
    if name not in {template.name for template in TEMPLATES}:
        raise KeyError(name)
    return dict(sorted(_walk(files("game.authoring") / TEMPLATES_FOLDER / name, "")))


def _walk(folder: Traversable, before: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, f"{before}{item.name}/")
        elif item.name.endswith((".yaml", ".md")):
            yield before + item.name, item.read_text(encoding="utf-8")


def new_bundle(template: str, keys: Keys = "en", ident: str = "", title: str = "") -> dict[str, str]:
    """Return the files of a new scenario; `ident` is taken where it can be an id, `title` where there is one."""
    bundle = begun(template_bundle(template), keys, ident if _ID.fullmatch(ident) else "", title)
    for name in yaml_files(bundle):
        bundle[name] = f"{modeline(name)}\n{bundle[name]}"
    return bundle


def begun(bundle: Mapping[str, str], keys: Keys, ident: str = "", title: str = "") -> dict[str, str]:
    """Return a scenario's files as the beginning of another: under its own id and title, with keys in one language.

    What cannot be read is left as it is: there the checker has the word.
    """
    made = dict(bundle)
    for key, value in (("id", ident), ("title", title)):
        if value:
            try:
                made = apply(made, set_value(made, key, value))
            except NoPlace:
                continue
    return made | turn(made, keys).bundle


def write_new(folder: Path, template: str, keys: Keys = "en", title: str = "") -> list[Path]:
    """Write a new scenario and its schema into a folder that is empty or not there, and return what was written.

    `FileExistsError` where the folder holds anything, else `OSError` where it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    written: list[Path] = []
    for name, text in new_bundle(template, keys, folder.resolve().name, title).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    schema = beside(folder)
    write_schema(schema, schema_for(folder, keys=keys))
    return [*written, schema]
