"""What a certificate says in the language of its reader. The file keeps Chinese; other languages are worded anew."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from game.exercise.catalogue import load_posts
from game.exercise.lifecycles import machines
from game.exercise.texts import LANGUAGES

LISTED = 5
_PLACE = "{place}"


class Words:
    """The words of one language; an unknown language is Chinese."""

    def __init__(self, lang: str = "zh") -> None:
        self.lang = lang if lang in LANGUAGES else "zh"

    def __call__(self, code: str, /, **given: object) -> str:
        """Return a text with its figures filled in; `KeyError` for a code that is not there."""
        entry: Any = _texts()
        for part in code.split("."):
            entry = entry[part]
        text = str(entry[self.lang])
        return text.format(**given) if given else text

    def listed(self, names: Sequence[str]) -> str:
        """Return all names, one after the other."""
        return self("list").join(names)

    def some(self, names: Sequence[str]) -> str:
        """Return the first few names, and whether there are more."""
        first = self.listed(names[:LISTED])
        return self("more", names=first) if len(names) > LISTED else first

    def policy(self, policy: str) -> str:
        """Return the name of a policy."""
        return self(f"policy.{policy}")


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads((files("game.authoring.certificate") / "words.toml").read_text(encoding="utf-8"))


def worded(certificate: Mapping[str, Any], lang: str) -> Mapping[str, Any]:
    """Return a certificate with what the program says in a language; what the author wrote stays as it is written."""
    if lang != "en":
        return certificate
    from game.authoring.certificate.gates import gates

    seats = [{**row, "name": seat_name(row["name"], lang)} for row in certificate["seats"]]
    injects = [
        {
            **row,
            "when": _when(row["when"], Words(lang)),
            "to": [seat_name(name, lang) for name in row["to"]],
            "ends": {_state(name): share for name, share in row["ends"].items()},
        }
        for row in certificate["injects"]
    ]
    told = {**certificate, "seats": seats, "injects": injects}
    anew = {gate.id: gate.to_json() for gate in gates(told, Words(lang))}
    return {**told, "gates": [_gate(row, anew.get(row["id"])) for row in certificate["gates"]]}


def _gate(kept: Mapping[str, Any], anew: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return a gate in other words; one that this program judges otherwise keeps the words it was made with."""
    return kept if anew is None or anew["met"] != kept["met"] else {**anew, "weight": kept["weight"]}


def seat_name(name: str, lang: str) -> str:
    """Return what a seat is called where it has the name of its post; another name stays as it is written."""
    if lang != "en":
        return name
    for post in load_posts().values():
        before, place, after = post.zh.partition(_PLACE)
        found = re.fullmatch(f"{re.escape(before)}(.+){re.escape(after)}" if place else re.escape(post.zh), name)
        if found is not None:
            return post.en.replace(_PLACE, found[1]) if place else post.en
    return name


def _when(said: str, words: Words) -> str:
    """Return when an inject comes, in other words than those of the file."""
    for code, entry in _texts()["when"].items():
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(entry["zh"]))
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return words(f"when.{code}", **found.groupdict())
    return said


def _state(label: str) -> str:
    """Return the English name of a state of an inject."""
    return next((names["en"] for names in machines()["inject"].labels.values() if names["zh"] == label), label)
