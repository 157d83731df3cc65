"""The ids that references may name, with what each one stands for: of the catalogues, and of one scenario's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.county.read import CountyError, read_county
from game.exercise.catalogue import load_organs, load_posts, load_tasks
from game.exercise.commands import REGISTRY
from game.exercise.problem_types import load_problem_types
from game.exercise.scoring import load_measures
from game.exercise.texts import say
from game.resources import county_text, list_counties
from game.scenario.about import Lang
from game.scenario.files import COUNTY, read_path
from game.scenario.findings import Sink
from game.scenario.keys import Keys, table
from game.scenario.known import Known
from game.scenario.known import text as text_of
from game.scenario.load import build
from game.scenario.parts import Power
from game.session.library import catalogues


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids of one kind, and words of a list that may stand beside them."""

    ids: Mapping[str, str]
    """Id -> its name."""
    words: str = ""
    """Name of the list of words that may stand here too, "" for none."""

    def said(self, keys: Keys) -> dict[str, str]:
        """Return what may be written in a file of these keys -> what it stands for, the words of the list first."""
        listed = table()["values"][self.words] if self.words else {}
        found = {zh: en for en, zh in listed.items()} if keys == "zh" else dict(listed)
        return {**found, **self.ids}


_CLOCK = {"advance", "open_briefing", "start_play", "set_ready", "undo_last"}


def answers(command: str) -> bool:
    """Whether a scenario has reason to name a command: what only an instructor or the clock does answers nothing."""
    return REGISTRY[command].group != Power.INSTRUCT.value and command not in _CLOCK


def catalogue_choices(lang: Lang) -> dict[str, Choices]:
    """Return what the exercise's own catalogues offer: posts, measures, commands, tasks, organs, counties."""

    def named(entries: Mapping[str, object]) -> Choices:
        return Choices({key: str(getattr(entry, lang)).replace("{place}", "…") for key, entry in entries.items()})

    organs = load_organs()
    known = {f"bureau:{key}": str(getattr(bureau, lang)) for key, bureau in organs.bureaus.items()}
    known |= {key: str(getattr(setup, lang)).replace("{place}", "…") for key, setup in organs.setups.items()}
    return {
        "post": named(load_posts()),
        "measure": named(load_measures()),
        "task": named(load_tasks()),
        "problem_type": Choices({code: one.words(lang).kind for code, one in load_problem_types().items()}),
        "command": Choices({kind: say(f"command.{kind}", lang) for kind in sorted(REGISTRY)}),
        "organ": Choices(known),
        "county": Choices(dict.fromkeys(list_counties(), "")),
        "scope": Choices({}, words="SeatSpec.scope"),
        "target": Choices({}, words="Effect.on"),
        "outcome": Choices({}, words="Trigger.outcome"),
    }


@dataclass(frozen=True, slots=True)
class FileIds:
    """What a scenario's own files define."""

    choices: dict[str, Choices]
    keys: Keys
    """The language of its main file's keys."""


def ids_of(path: Path, lang: Lang) -> FileIds:
    """Return the ids of a scenario's files, as far as they can be read; never raises on what they hold."""
    files = read_path(path)
    sink = Sink({})
    tree = build(files, sink)
    chinese: Keys = "zh" if any(not name.count("/") and name in sink.chinese for name in files.bundle) else "en"
    if tree.root is None or tree.root.kind != "map":
        return FileIds({}, chinese)
    text = files.bundle.get(COUNTY) or county_text(text_of(tree.root.get("county"), "name") or "")
    county = None
    if text is not None:
        try:
            county = read_county(text, "county")
        except CountyError:
            county = None
    known = Known(tree.root, catalogues(), county, lost=False)
    own = {kind: {ident: _title(known, kind, ident) for ident in found} for kind, found in known.defined.items()}
    townships, villages, zones = known.townships, known.villages, known.zones
    organs = {f"post:{one}": f"{title} …" for one, title in townships.items()} | {
        f"zone:{z}": n for z, n in zones.items()
    }
    scope = {f"township:{one}": title for one, title in townships.items()}
    scope |= {f"zone:{one}": title for one, title in zones.items()}
    scope |= {f"bureau:{key}": str(getattr(one, lang)) for key, one in load_organs().bureaus.items()}
    scope |= {f"squad:{one}": title for one, title in townships.items()}
    scope |= {f"partner:{one}": title for one, title in own["partner"].items()}
    target = {f"fund:{one}": title for one, title in own["fund"].items()}
    target |= {f"partner:{one}": title for one, title in own["partner"].items()}
    options = {
        one: text_of(option, "text") or ""
        for inject in known.injects
        for option in known.options(inject)
        if (one := text_of(option, "id"))
    }
    whole = {t.id: t.name for t in county.townships} if county is not None else {}
    choices = {kind: Choices(own[kind]) for kind in ("seat", "objective", "inject", "campaign")}
    choices |= {
        "township": Choices(whole),
        "village": Choices(villages),
        "organ": Choices({**catalogue_choices(lang)["organ"].ids, **organs}),
        "scope": Choices(scope, words="SeatSpec.scope"),
        "target": Choices(target, words="Effect.on"),
        "outcome": Choices(options, words="Trigger.outcome"),
    }
    return FileIds(choices, chinese)


def _title(known: Known, kind: str, ident: str) -> str:
    return next((title for title, one in known.names[kind].items() if one == ident), "")
