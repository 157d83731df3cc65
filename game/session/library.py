"""The scenario library: finds scenarios and counties by name or path and makes them ready to play.

A session keeps the texts of its scenario and county (`bundle`), so that edited files cannot change a running class.
"""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from game.county.place import County
from game.county.read import CountyError, read_county, slice_county
from game.exercise.catalogue import load_organs, load_posts, load_tasks
from game.exercise.commands import REGISTRY
from game.exercise.problem_types import load_problem_types
from game.exercise.scoring import load_measures
from game.exercise.state import Fixed
from game.resources import county_text, scenario_dir
from game.scenario.check import Catalogues, Checked, check_bundle, check_path
from game.scenario.files import COUNTY, MAIN
from game.scenario.model import Scenario
from game.scenario.render import message
from game.session.errors import BadScenario
from game.session.folders import scenarios_dir

DEFAULT = "hundred-days"
"""The scenario that is played when none is named."""

Counties = Callable[[str], str | None]
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


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
    """Return the file or folder of a scenario; the path as given where there is none.

    A path that exists goes before a name of the library that comes with the program, and that before the user's own.
    """
    try:
        return scenario_dir(path_or_name)
    except FileNotFoundError:
        return own_scenario(str(path_or_name)) or Path(path_or_name)


def own_scenario(name: str) -> Path | None:
    """Return the folder of one of the user's own scenarios by its name, None where there is none of that name."""
    if not _NAME.fullmatch(name):  # a name must not lead out of the folder
        return None
    try:
        folder = scenarios_dir() / name
        return folder if (folder / MAIN).is_file() else None
    except OSError:
        return None


def load_scenario(path_or_name: str | Path) -> Checked:
    """Return the scenario of a path or a name of the library with the checker's findings."""
    return check_path(scenario_path(path_or_name), counties=county_text, catalogues=catalogues())


def setting_of(bundle: Mapping[str, str], counties: Counties = county_text) -> Setting:
    """Return the setting of a bundle of texts; `BadScenario` where it has errors."""
    return _setting_of(tuple(sorted(bundle.items())), counties)


def kept_setting(bundle: Mapping[str, str], model: str, digest: str) -> Setting:
    """Return the setting that a session keeps: its texts, its scenario as JSON and its digest.

    The texts are not judged again, so a stricter checker cannot close an old session; only where the JSON no longer
    fits the model are they read anew. `BadScenario` where neither does.
    """
    try:
        scenario = Scenario.model_validate_json(model)
    except ValidationError:
        return replace(setting_of(bundle), digest=digest)
    return Setting(scenario, _county(scenario, bundle[COUNTY]), dict(bundle), digest)


@lru_cache(maxsize=4)
def _setting_of(texts: tuple[tuple[str, str], ...], counties: Counties) -> Setting:
    bundle = dict(texts)
    checked = check_bundle(bundle, counties=counties, catalogues=catalogues())
    scenario, text = checked.scenario, checked.county
    if scenario is None or text is None:
        said = "；".join(message(finding) for finding in checked.errors[:3])
        raise BadScenario(
            f"场景有 {max(1, len(checked.errors))} 处错误，不能开始推演：{said}。请先运行 check 查看并改正。",
            checked.findings,
        )
    full = {**bundle, COUNTY: text}
    return Setting(scenario, _county(scenario, text), full, digest_of(full))


def _county(scenario: Scenario, text: str) -> County:
    try:
        whole = read_county(text, scenario.county.name)
        part = slice_county(whole, scenario.county.townships, scenario.county.households)
        return replace(part, profile=part.profile | scenario.county.profile.given)
    except CountyError as error:
        raise BadScenario(f"县域文件有错误：{error}") from error


def digest_of(bundle: Mapping[str, str]) -> str:
    """Return the hash of a bundle and of the parameter files that play it."""
    digest = blake2b(digest_size=16)
    for name, text in (*sorted(bundle.items()), *_parameters()):
        for part in (name, text):
            data = part.replace("\r\n", "\n").encode()
            digest.update(len(data).to_bytes(8, "little"))
            digest.update(data)
    return digest.hexdigest()


@cache
def _parameters() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{package}/{item.name}", item.read_text(encoding="utf-8"))
        for package in ("game.county", "game.exercise")
        for item in sorted((importlib.resources.files(package) / "data").iterdir(), key=lambda entry: entry.name)
        if item.name.endswith(".toml")
    )


@cache
def catalogues() -> Catalogues:
    """Return what the checker must know of the exercise, which stands above it."""
    tasks, posts, organs, types = load_tasks(), load_posts(), load_organs(), load_problem_types()
    return Catalogues(
        tasks=frozenset(tasks),
        posts=frozenset(posts),
        powers={key: frozenset(post.powers) for key, post in posts.items()},
        attention={key: post.attention for key, post in posts.items()},
        groups={key: spec.group for key, spec in REGISTRY.items()},
        arguments={key: frozenset(spec.model.model_fields) for key, spec in REGISTRY.items()},
        scales={key: (row.group, row.zero, row.full, row.better) for key, row in load_measures().items()},
        organs=frozenset({f"bureau:{key}" for key in organs.bureaus} | set(organs.setups)),
        measures=frozenset(load_measures()),
        commands=frozenset(REGISTRY),
        problem_types=frozenset(types),
        names={kind.words(lang).kind: key for key, kind in types.items() for lang in ("zh", "en")}
        | {entry.zh: key for entries in (tasks, posts) for key, entry in entries.items()},
    )
