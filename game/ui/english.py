"""Names of the catalogue in English for a window in English; names that a scenario gives stay as they are written."""

from __future__ import annotations

from dataclasses import replace

from game.exercise.catalogue import load_organs, load_posts, load_tasks
from game.exercise.texts import say
from game.exercise.views.shape import View

_PLACE = "{place}"


def worded(view: View, lang: str) -> View:
    """Return a view with tasks, organs and posts named in the window's language."""
    if lang != "en":
        return view
    tasks = load_tasks()
    known = _organ_names(view)
    return replace(
        view,
        tasks=tuple(
            replace(t, name=tasks[t.id].en, unit=tasks[t.id].unit_en) if t.id in tasks else t for t in view.tasks
        ),
        organs=tuple(replace(o, name=known.get((o.id, o.name), o.name)) for o in view.organs),
        funds=tuple(replace(f, name=_pot(f.name, known)) for f in view.funds),
        setups=tuple(replace(s, name=known.get((s.id, s.name), s.name)) for s in view.setups),
        seats=tuple(replace(s, name=_post(s.post, s.name)) for s in view.seats),
        seat=replace(view.seat, name=_post(view.seat.post, view.seat.name)) if view.seat is not None else None,
    )


def _organ_names(view: View) -> dict[tuple[str, str], str]:
    """Return (id, name of the catalogue) -> English name for every organ seen."""
    catalogue = load_organs()
    places = {f"township:{t.id}": t.name for t in view.townships} | {f"zone:{key}": name for key, name in view.zones}
    found: dict[tuple[str, str], str] = {}
    for organ in {o.id for o in view.organs} | {s.id for s in view.setups}:
        kind, _, rest = organ.partition(":")
        setup = catalogue.setup_of(organ)
        zh = en = place_zh = place_en = ""
        if kind == "bureau" and rest in catalogue.bureaus:
            zh, en = catalogue.bureaus[rest].zh, catalogue.bureaus[rest].en
        elif kind in ("township", "squad"):
            entry = catalogue.township if kind == "township" else catalogue.squad
            zh, en = entry.zh, entry.en
            place_zh = place_en = places.get(f"township:{rest}", rest)
        elif setup is not None:
            zh, en = setup.zh, setup.en
            if setup.scope == "domain":
                place_zh, place_en = say(f"domain.{rest}"), say(f"domain.{rest}", "en")
            elif rest:
                place_zh = place_en = places.get(f"{setup.scope}:{rest}", rest)
        found[organ, zh.replace(_PLACE, place_zh)] = found[organ, zh.replace(_PLACE, "")] = en.replace(_PLACE, place_en)
    return found


def _pot(name: str, organs: dict[tuple[str, str], str]) -> str:
    """Return the name of a fund; what an organ was allotted is named after the organ."""
    owner, dot, rest = name.partition("·")
    return f"{next((en for (_, zh), en in organs.items() if zh == owner), owner)}{dot}{rest}"


def _post(post: str, name: str) -> str:
    """Return a post's English name where the seat has the name of its post."""
    entry = load_posts().get(post)
    if entry is None or _PLACE in entry.zh:
        return name
    return entry.en if name == entry.zh else name
