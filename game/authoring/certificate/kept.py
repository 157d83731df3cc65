"""Where a certificate lies, and whether it still speaks of the scenario beside it.

It lies beside the scenario, or, where that folder cannot be written, among the user's own files. It holds for one
wording only: it carries the hash of the texts, the county and the parameters it was made with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from game.authoring.certificate.build import FORMAT
from game.authoring.certificate.page import page
from game.authoring.certificate_places import places
from game.scenario.check import Checked
from game.scenario.files import COUNTY
from game.session.library import digest_of, load_scenario
from game.session.schema import RULES

MOST_BYTES = 20_000_000
Word = Literal["valid", "outdated", "none"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a scenario has a certificate, and where."""

    word: Word
    """`outdated`: it was made for another wording, county or rules."""
    data: Path | None = None
    page: Path | None = None
    certificate: dict[str, Any] = field(default_factory=dict)


def standing(path_or_name: str | Path, checked: Checked | None = None) -> Standing:
    """Say whether the certificate of a scenario is valid, outdated, or not there. Never raises on what lies there."""
    found = checked or load_scenario(path_or_name)
    scenario = found.scenario
    if scenario is None:
        return Standing("none")
    digest = digest_now(found)
    valid, outdated = Standing("none"), Standing("none")
    for data, shown in places(path_or_name, scenario.id):
        certificate = _read(data)
        if certificate is None or certificate.get("scenario") != scenario.id:
            continue
        here = shown if shown.is_file() else None
        if certificate.get("digest") == digest and certificate.get("rules") == RULES:
            # The later one: who certifies what came with the program anew may have it among his own files
            if valid.word == "none" or str(certificate.get("made")) > str(valid.certificate.get("made")):
                valid = Standing("valid", data, here, certificate)
        elif outdated.word == "none":
            outdated = Standing("outdated", data, here, certificate)
    return valid if valid.word == "valid" else outdated


def digest_now(checked: Checked) -> str:
    """Return the hash that a certificate of these texts would carry, "" where they cannot be played."""
    return "" if checked.county is None else digest_of({**checked.bundle, COUNTY: checked.county})


def outranked(certificate: dict[str, Any], path_or_name: str | Path) -> bool:
    """Whether a trial would take the place of a certificate that holds: hours of runs for a few minutes' worth."""
    if certificate["verdict"] != "trial":
        return False
    now = standing(path_or_name)
    return (
        now.word == "valid"
        and now.certificate.get("verdict") != "trial"
        and now.certificate.get("digest") == certificate["digest"]
    )


def keep(certificate: dict[str, Any], path_or_name: str | Path, lang: str = "zh") -> tuple[Path, Path]:
    """Write a certificate and its page where they belong and return both; `OSError` where nowhere can be written."""
    fault: OSError | None = None
    for data, shown in places(path_or_name, certificate["scenario"]):
        try:
            return write(certificate, data, shown, lang)
        except OSError as error:
            fault = error
    assert fault is not None
    raise fault


def write(certificate: dict[str, Any], data: Path, shown: Path, lang: str = "zh") -> tuple[Path, Path]:
    """Write a certificate and its page to two files; a file half written never takes the place of a whole one.

    One that says the same as what lies there keeps the day on which that was made: renewing changes no file then.
    """
    data.parent.mkdir(parents=True, exist_ok=True)
    old = _read(data) or {}
    kept = {**certificate, "made": old.get("made"), "app": old.get("app")}
    made = old if kept == old else certificate
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    for path, body in ((shown, page(made, lang)), (data, text)):
        part = path.with_name(path.name + ".part")
        try:
            part.write_text(body, encoding="utf-8", newline="\n")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return data, shown


def _read(path: Path) -> dict[str, Any] | None:
    """Return a certificate, None where there is none that can be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and data.get("format") == FORMAT else None
