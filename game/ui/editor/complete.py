"""What may be written at a place: keys, words of closed lists, ids, figures of conditions, each with what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from game import resources
from game.county.place import County, Township, Village, Zone
from game.county.read import CountyError, read_county
from game.scenario.about import about
from game.scenario.keys import Keys, part_of, shape_of, words_of
from game.scenario.model import Part
from game.scenario.names import FIGURES, FUNCTIONS, TOWNSHIP_FIGURES
from game.scenario.references import OUTCOMES
from game.ui.editor.context import Context
from game.ui.editor.outline import Entry
from game.ui.editor.uses import Use
from game.ui.editor.vocabulary import NAMES, model_at
from game.ui.i18n import translate

Lang = Literal["zh", "en"]
MOST = 80
"""Candidates shown at once."""
_ARGUMENT = re.compile(r"(?P<name>\w+)\(\s*(?:[\"'“](?P<first>[^\"'”]*)[\"'”]\s*[,，]\s*)?[\"'“](?P<word>[^\"'”]*)$")
_WORD = re.compile(r"[A-Za-z_\u4e00-\u9fff][\w]*$")
_PLACED = ("zone", "township", "village", "squad", "bureau", "partner")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that may be written."""

    text: str
    about: str = ""
    insert: str = ""
    """What is put in; the text where empty."""

    @property
    def written(self) -> str:
        """What is put into the text."""
        return self.insert or self.text


@dataclass(frozen=True, slots=True)
class Known:
    """What a scenario names so far."""

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Kind -> id -> title."""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Inject -> option -> its text, as far as it is known."""
    county: County | None = None


def known_of(found: Iterable[Use], entries: Iterable[Entry], county: County | None) -> Known:
    """Return what a draft names: ids from its uses, titles from its outline, places from its county."""
    ids: dict[str, dict[str, str]] = {kind: {} for kind in ("seat", "inject", "objective", "campaign", "phase")}
    options: dict[str, dict[str, str]] = {}
    for use in found:
        if use.defines and use.kind == "option":
            options.setdefault(use.id.partition("/")[0], {})[use.short] = use.id
        elif use.defines:
            ids.setdefault(use.kind, {}).setdefault(use.id, "")
    for entry in entries:
        if entry.id in ids.get(entry.kind, {}):
            ids[entry.kind][entry.id] = entry.title
    return Known(ids, options, county)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is proposed at a place."""

    candidates: tuple[Candidate, ...] = ()
    start: int = 0
    """Where in the line, in characters from 0, the word to be replaced begins."""


def offer(place: Context, known: Known, lang: Lang, keys: Keys = "en") -> Offer:
    """Return what fits a place, the likeliest first."""
    if place.slot == "none":
        return Offer()
    if place.slot == "key":
        return Offer(_fitting(_keys(place, lang, keys), place.prefix), place.start)
    model, key = _field(place.path)
    if model is None:
        return Offer()
    kind = NAMES.get((model.__name__, key), "")
    if kind == "condition":
        return _condition(place, known, lang)
    found = list(_named(kind, known, lang)) if kind else list(_words(model, key, lang, keys))
    flow = place.quoted or ":" not in "".join(c.text for c in found)
    if not flow:  # inside of brackets a colon needs quotes; elsewhere they do no harm
        found = [Candidate(c.text, c.about, f'"{c.text}"') if ":" in c.text else c for c in found]
    return Offer(_fitting(found, place.prefix.strip()), place.start)


def _fitting(found: Iterable[Candidate], prefix: str) -> tuple[Candidate, ...]:
    """Keep what begins with the word, then what holds it, then what means it."""
    word = prefix.casefold()
    ranked: list[tuple[int, int, Candidate]] = []
    for number, one in enumerate(found):
        text = one.text.casefold()
        if text == word:
            continue
        rank = 0 if text.startswith(word) else 1 if word in text else 2 if word in one.about.casefold() else 3
        if rank < 3:
            ranked.append((rank, number, one))
    ranked.sort(key=lambda row: row[:2])
    return tuple(one for _, _, one in ranked[:MOST])


def _field(path: tuple[str, ...]) -> tuple[type[Part] | None, str]:
    """Return the model and the field a value belongs to."""
    model = model_at(path[:-1]) if path else None
    if model is None:
        return None, ""
    key = shape_of(model).english.get(path[-1], path[-1])
    return (model, key) if key in model.model_fields else (None, "")


def _keys(place: Context, lang: Lang, keys: Keys) -> Iterator[Candidate]:
    model = model_at(place.path)
    if model is None:
        return
    shape = shape_of(model)
    taken = {shape.english.get(key, key) for key in place.taken}
    names = [name for name in model.model_fields if name not in taken]
    for name in sorted(names, key=lambda n: not model.model_fields[n].is_required()):
        info = model.model_fields[name]
        needed = translate("Complete", "必填 · ") if info.is_required() else ""
        said = shape.said(name, keys)
        colon = ":" if part_of(info.annotation) is not None else ": "
        yield Candidate(said, needed + about(model, name, lang), said + colon)


def _words(model: type[Part], key: str, lang: Lang, keys: Keys) -> Iterator[Candidate]:
    words = words_of(model, key)
    if words is None:
        return
    for word, chinese in words.zh.items():
        yield Candidate(chinese if keys == "zh" else word, chinese if lang == "zh" else _english(key, word))


def _english(key: str, word: str) -> str:
    """Return what a word of a closed list means in English: where people have another word for it, else itself."""
    from game.exercise.texts import has, say

    code = f"{key}.{word}"
    return say(code, "en") if has(code) else word


def _named(kind: str, known: Known, lang: Lang) -> Iterator[Candidate]:
    county = known.county
    if kind in known.ids:
        yield from (Candidate(ident, title) for ident, title in known.ids[kind].items())
    elif kind == "township" and county is not None:
        yield from (Candidate(one.id, one.name) for one in county.townships)
    elif kind == "village" and county is not None:
        names = {one.id: one.name for one in county.townships}
        yield from (Candidate(v.id, f"{names.get(v.township, '')} {v.name}".strip()) for v in county.villages)
    elif kind == "county":
        yield from (Candidate(name) for name in resources.list_counties())
    elif kind in ("post", "task", "command", "measure", "problem_type"):
        yield from _catalogue(kind, lang)
    elif kind == "organ":
        yield from _organs(known, lang)
    elif kind == "scope":
        yield Candidate("county", translate("Complete", "全县"))
        yield from _placed(known, lang)
    elif kind == "target":
        yield Candidate("place", translate("Complete", "情况发生的地方"))
        yield Candidate("township", translate("Complete", "那个地方所在的乡镇"))
        yield Candidate("county", translate("Complete", "全县"))
        yield Candidate("seat_organ", translate("Complete", "作答席位所在的机构"))
        for kind_ in ("partner", "fund"):
            yield from (Candidate(f"{kind_}:{i}", title) for i, title in known.ids.get(kind_, {}).items())
        yield from (Candidate(f"organ:{c.text}", c.about) for c in _organs(known, lang))
    elif kind == "outcome":
        said = (
            translate("Complete", "办结了"), translate("Complete", "过期了"), translate("Complete", "升级了"),
            translate("Complete", "送达了"),
        )  # fmt: skip
        yield from (Candidate(word, meaning) for word, meaning in zip(OUTCOMES, said, strict=True))
        for options in known.options.values():
            yield from (Candidate(ident, text) for ident, text in options.items())


@cache
def _catalogue(kind: str, lang: Lang) -> tuple[Candidate, ...]:
    from game.exercise.catalogue import load_posts, load_tasks
    from game.exercise.commands import REGISTRY
    from game.exercise.problem_types import load_problem_types
    from game.exercise.scoring import load_measures
    from game.exercise.texts import say

    if kind in ("post", "task"):
        entries = load_posts() if kind == "post" else load_tasks()
        return tuple(Candidate(ident, getattr(one, lang)) for ident, one in entries.items())
    if kind == "problem_type":
        return tuple(Candidate(code, one.words(lang).kind) for code, one in load_problem_types().items())
    if kind == "command":
        return tuple(Candidate(ident, say(f"command.{ident}", lang)) for ident in sorted(REGISTRY))
    return tuple(
        Candidate(ident, getattr(one, f"{lang}_help") or getattr(one, lang)) for ident, one in load_measures().items()
    )


def _organs(known: Known, lang: Lang) -> Iterator[Candidate]:
    from game.exercise.catalogue import load_organs

    organs = load_organs()
    yield Candidate("township", translate("Complete", "那个地方所在的乡镇政府"))
    yield Candidate("village", translate("Complete", "那个村的村委会"))
    for ident, bureau in organs.bureaus.items():
        yield Candidate(f"bureau:{ident}", getattr(bureau, lang))
    for ident, one in organs.setups.items():
        yield Candidate(ident, getattr(one, lang).replace("{place}", "…"))
    county = known.county
    for kind in ("post", "township", "squad"):
        if county is not None:
            yield from (Candidate(f"{kind}:{one.id}", one.name) for one in county.townships)


def _placed(known: Known, lang: Lang) -> Iterator[Candidate]:
    from game.exercise.catalogue import load_organs

    county = known.county
    for kind in _PLACED:
        if kind == "bureau":
            bureaus = load_organs().bureaus
            yield from (Candidate(f"bureau:{ident}", getattr(one, lang)) for ident, one in bureaus.items())
        elif kind == "partner":
            yield from (Candidate(f"partner:{i}", title) for i, title in known.ids.get("partner", {}).items())
        elif county is not None:
            places: Sequence[Zone | Township | Village] = county.townships
            if kind in ("zone", "village"):
                places = county.zones if kind == "zone" else county.villages
            yield from (Candidate(f"{kind}:{one.id}", one.name) for one in places)


def _condition(place: Context, known: Known, lang: Lang) -> Offer:
    """Return the figures and functions of a condition, or inside the quotes of a function what it asks of."""
    argument = _ARGUMENT.search(place.whole)
    at = place.start + len(place.whole)
    if argument:
        params = {one.name: one.params for one in FUNCTIONS}.get(argument["name"], ())
        number = 1 if argument["first"] is not None else 0
        kind = params[number] if number < len(params) else ""
        found: Iterable[Candidate]
        if kind == "option":
            found = [Candidate(i, text) for i, text in known.options.get(argument["first"] or "", {}).items()]
        elif kind == "figure":
            found = [Candidate(one.name, one.zh) for one in FIGURES if one.name in TOWNSHIP_FIGURES]
        else:
            found = _named(kind, known, lang)
        return Offer(_fitting(found, argument["word"]), at - len(argument["word"]))
    match = _WORD.search(place.whole)
    word = match[0] if match else ""
    found = [
        Candidate(
            one.name,
            translate("Complete", "{name}（{unit}）：{about}").format(name=one.zh, unit=one.unit, about=one.about)
            if lang == "zh"
            else one.name.replace("_", " "),
        )
        for one in FIGURES
    ]
    found += [
        Candidate(one.name, one.about if lang == "zh" else one.name, f"{one.name}({chr(34) if one.params else ')'}")
        for one in FUNCTIONS
    ]
    found += [
        Candidate("and", translate("Complete", "且")),
        Candidate("or", translate("Complete", "或")),
        Candidate("not", translate("Complete", "非")),
    ]
    return Offer(_fitting(found, word), at - len(word))


@lru_cache(maxsize=4)
def county_of(text: str) -> County | None:
    """Return the county of a text that was checked, None where it cannot be read."""
    try:
        return read_county(text, "county")
    except CountyError:
        return None
