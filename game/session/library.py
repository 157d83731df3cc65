"""The scenario library: finds scenarios and counties by name or path and makes them ready to play.

A session keeps the texts of its scenario and county (`bundle`), so that edited files cannot change a running class.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from game import resources
from game.county.place import County
from game.county.read import CountyError, read_county, slice_county
from game.exercise.state import Fixed
from game.scenario.model import Scenario
from game.session.errors import BadScenario

COUNTY_KEY = "@county/"
"""Prefix under which a bundle keeps the text of its county."""
DEFAULT = "hundred-days"
"""The scenario that is played when none is named."""

Counties = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """A scenario ready to be played."""

    scenario: Scenario
    county: County
    bundle: dict[str, str]
    """The texts it was made of, the county's among them."""
    digest: str

    @property
    def fixed(self) -> Fixed:
        """The part of a state that never changes."""
        return Fixed(self.scenario, self.county, self.digest)


def scenario_path(path_or_name: str | Path) -> Path:
    """Return the file or folder of a scenario: a path that exists, or a name of the library; else the path as given."""
    path = Path(path_or_name)
    if path.exists():
        return path
    name = str(path_or_name)
    try:
        base = resources.folder("scenarios")
    except FileNotFoundError:
        return path
    for candidate in (base / name, base / f"{name}.yaml"):
        if candidate.exists() and candidate.resolve().is_relative_to(base.resolve()):
            return candidate
    return path


def library() -> tuple[str, ...]:
    """Return the names of the scenarios that come with the program, sorted."""
    try:
        base = resources.folder("scenarios")
    except FileNotFoundError:
        return ()
    names = {p.name for p in base.iterdir() if (p / "scenario.yaml").is_file()}
    return tuple(sorted(names | {p.stem for p in base.glob("*.yaml")}))


def county_text(name: str) -> str | None:
    """Return the text of a county that comes with the program, or None."""
    if not name.replace("-", "").replace("_", "").isalnum():
        return None
    try:
        file = resources.folder("counties") / f"{name}.yaml"
    except FileNotFoundError:
        return None
    return file.read_text(encoding="utf-8") if file.is_file() else None


def load_scenario(path_or_name: str | Path) -> Any:
    """Return the scenario checker's `Checked` of a path or a name of the library."""
    from game.scenario.check import check_path

    return check_path(scenario_path(path_or_name), counties=county_text, **_catalogues())


def setting_of(bundle: Mapping[str, str], counties: Counties = county_text, digest: str | None = None) -> Setting:
    """Return the setting of a bundle of texts; `BadScenario` where it has errors.

    `digest` is a stored one, kept so that an old session stays itself under newer parameter files.
    """
    from game.scenario.check import check_bundle

    texts = {name: text for name, text in bundle.items() if not name.startswith(COUNTY_KEY)}
    kept = {name.removeprefix(COUNTY_KEY): text for name, text in bundle.items() if name.startswith(COUNTY_KEY)}

    def find(name: str) -> str | None:
        return kept[name] if name in kept else counties(name)

    checked = check_bundle(texts, counties=find, **_catalogues())
    scenario = checked.scenario
    errors = tuple(f for f in checked.findings if f.severity == "error")
    if scenario is None or errors:
        raise BadScenario(f"场景有 {max(1, len(errors))} 处错误，不能开始推演。请先运行 check 查看并改正。", checked.findings)
    text = find(scenario.county.name)
    if text is None:
        raise BadScenario(f"找不到县域“{scenario.county.name}”。请检查场景的 county.name。", checked.findings)
    try:
        whole = read_county(text, scenario.county.name)
        county = slice_county(whole, scenario.county.townships, scenario.county.households)
    except CountyError as error:
        raise BadScenario(f"县域文件有错误：{error}", checked.findings) from error
    full = {**texts, COUNTY_KEY + scenario.county.name: text}
    return Setting(scenario, county, full, digest or digest_of(full))


def digest_of(bundle: Mapping[str, str]) -> str:
    """Return the hash of a bundle and of the parameter files that play it."""
    digest = blake2b(digest_size=16)
    for name, text in (*sorted(bundle.items()), *_parameters()):
        for part in (name, text):
            data = part.replace("\r\n", "\n").encode()
            digest.update(len(data).to_bytes(8, "little"))
            digest.update(data)
    return digest.hexdigest()


def _parameters() -> Iterable[tuple[str, str]]:
    for package in ("game.county", "game.exercise"):
        data = importlib.resources.files(package) / "data"
        for item in sorted(data.iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".toml"):
                yield f"{package}/{item.name}", item.read_text(encoding="utf-8")


def _catalogues() -> dict[str, Any]:
    """Return what the checker must know of the exercise, which stands above it."""
    return {}
