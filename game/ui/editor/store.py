"""A scenario's files on the disk: read once, written so that a fault half-way leaves every old file whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from game.scenario.files import Files, read_path
from game.scenario.keys import Keys
from game.session.folders import scenarios_dir

TITLE_SIGNS = 60
"""Of a new scenario's title: a longer one fits no card and no heading."""
_LONG = 40
"""Signs of an id made from a title."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,47}")


class ChangedOutside(Exception):
    """Files that another program changed since they were read; `names` says which."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(slots=True)
class Store:
    """One scenario, a folder or a single file."""

    path: Path
    texts: dict[str, str] = field(default_factory=dict)
    """As read or written last, lines ended by a line feed."""
    faults: list[tuple[str, str, dict[str, str | int]]] = field(default_factory=list)
    """What could not be read as it is: code, file, parameters."""
    _crlf: frozenset[str] = frozenset()
    _bytes: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Read a scenario; what cannot be read is in `faults`, and such files are never written."""
        files: Files = read_path(path)
        store = cls(path)
        store.faults = [(code, span.file, params) for code, span, params in files.faults]
        store._crlf = frozenset(name for name, text in files.bundle.items() if "\r\n" in text)
        store.texts = {name: plain(text) for name, text in files.bundle.items()}
        for name in store.texts:
            store._bytes[name] = store._there(name) or b""
        return store

    @property
    def single(self) -> bool:
        """Whether the scenario is one file."""
        return self.path.is_file()

    def place(self, name: str) -> Path:
        """Return where a file lies."""
        return self.path if self.single else self.path / name

    def outside(self, names: Mapping[str, str | None]) -> tuple[str, ...]:
        """Return those of the files that are no longer as they were read or written last."""
        return tuple(name for name in names if self._there(name) != self._bytes.get(name))

    def save(self, changes: Mapping[str, str | None], *, over: bool = False) -> None:
        """Write changed files and remove those that are None; all are written beside the old ones before any is taken.

        `ChangedOutside` where another program changed one meanwhile (unless `over`), `OSError` where the disk refuses;
        both leave the files as they are.
        """
        if not over and (changed := self.outside(changes)):
            raise ChangedOutside(changed)
        data = {name: self._encoded(name, text) for name, text in changes.items() if text is not None}
        drafts: list[tuple[Path, Path]] = []
        try:
            for name, content in data.items():
                target = self.place(name)
                target.parent.mkdir(parents=True, exist_ok=True)
                draft = target.with_name(target.name + ".part")
                drafts.append((draft, target))
                draft.write_bytes(content)
            for draft, target in drafts:
                draft.replace(target)
        except OSError:
            for draft, _ in drafts:
                _away(draft)
            raise
        for name, text in changes.items():
            if text is None:
                self.place(name).unlink(missing_ok=True)
                self.texts.pop(name, None)
                self._bytes.pop(name, None)
            else:
                self.texts[name], self._bytes[name] = text, data[name]

    def _encoded(self, name: str, text: str) -> bytes:
        # surrogates cannot be written; they came from a broken paste and the checker has named them
        return (text.replace("\n", "\r\n") if name in self._crlf else text).encode("utf-8", "replace")

    def _there(self, name: str) -> bytes | None:
        try:
            return self.place(name).read_bytes()
        except OSError:
            return None


def plain(text: str) -> str:
    """Return a text with its lines ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def own(path: Path) -> bool:
    """Whether a path lies among the user's own scenarios, so that it may be edited where it is."""
    try:
        return path.resolve().is_relative_to(scenarios_dir().resolve())
    except OSError:
        return False


def good_name(name: str) -> bool:
    """Whether a name can be a scenario's folder and its id."""
    return bool(_NAME.fullmatch(name))


def free_name(wanted: str) -> str:
    """Return a name no scenario of the user's has yet."""
    folder, name, number = scenarios_dir(), wanted, 2
    while (folder / name).exists():
        name, number = f"{wanted}-{number}", number + 1
    return name


def name_for(title: str, day: date) -> str:
    """Return a free name for a title: its own words where they are Latin, else one of the day, which sorts by age."""
    words = "-".join(re.findall(r"[a-z0-9]+", title.lower())) if title.isascii() else ""
    words = words[:_LONG].rstrip("-")  # room for a number behind it
    return free_name(words if good_name(words) else f"scenario-{day:%Y%m%d}")


def one_line(words: str) -> str:
    """Return what was typed or pasted as a title: one line, no blanks around it, nothing that cannot be seen."""
    return "".join(sign for sign in " ".join(words.split()) if sign.isprintable())


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new scenario as its author wants it."""

    title: str
    name: str
    """Of its folder, and its id."""
    template: Path | None
    """What it begins as; None for the blank one."""
    keys: Keys


def begin(wanted: Beginning) -> Path:
    """Make a new scenario of the user's own and return its folder; it appears whole or not at all.

    `FileExistsError` where the name is taken, `OSError` where the disk refuses.
    """
    from game.authoring.new import begun

    texts = begun(_template(wanted.template), wanted.keys, wanted.name, wanted.title)
    return _written(texts, scenarios_dir() / wanted.name)


def make(template: Path | None, name: str) -> Path:
    """Copy a template (None: the blank one), as it is, to the user's own scenarios and return its folder.

    It appears whole or not at all; `FileExistsError` where the name is taken, `OSError` where the disk refuses.
    """
    return copy_to(template, scenarios_dir() / name)


def copy_to(template: Path | None, target: Path) -> Path:
    """Copy a template to a folder of its own and return that; it appears whole or not at all."""
    return _written(_template(template), target)


def _written(texts: Mapping[str, str], target: Path) -> Path:
    if target.exists():
        raise FileExistsError(17, "exists", str(target))
    draft = target.with_name(f".{target.name}.part")
    for file, text in texts.items():
        place = draft / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))
    draft.replace(target)
    return target


def _template(template: Path | None) -> dict[str, str]:
    if template is None:
        from importlib.resources import files

        return {"scenario.yaml": files("game.ui.editor").joinpath("blank.yaml").read_text(encoding="utf-8")}
    texts = {name: plain(text) for name, text in read_path(template).bundle.items()}
    if template.is_file() and len(texts) == 1:
        texts = {"scenario.yaml": next(iter(texts.values()))}
    if not texts:
        raise FileNotFoundError(2, "no scenario", str(template))
    return texts


def _away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
