"""The certificates that come with the program: they hold for what is shipped, and say what is to be said against it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.authoring.certificate import keep, page, standing
from game.authoring.certificate.gates import gates
from game.authoring.certificate_places import DATA, PAGE
from game.resources import list_scenarios, scenario_dir

RENEW = "python -m game certify {name}"
LACKING = {
    # No policy ever sends a reminder letter upward: what comes of one waits for a person
    "hundred-days": {"injects-by-people"},
    # The same; and of eighteen seats over ninety-one turns not every one has something to do in every year
    "t-county-2014-2020": {"injects-by-people", "seats-busy"},
}
"""Scenario -> the gates it does not meet, as its certificate says; a new scenario should lack nothing."""
FAILED: set[str] = set()
"""Scenarios that lack what they must have; whoever mends one takes it out."""
MOST_BYTES = 300_000


@pytest.fixture(params=list_scenarios())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_shipped_scenario_is_certified(name: str, data_folder: Path) -> None:
    """The certificate beside it is for these words, this county and these rules, and says what is known of it."""
    found = standing(name)
    assert found.word == "valid", f"changed since; renew it: {RENEW.format(name=name)}"
    assert found.data == scenario_dir(name) / DATA
    assert found.page == scenario_dir(name) / PAGE
    missed = {row["id"] for row in found.certificate["gates"] if not row["met"]}
    assert missed == LACKING.get(name, set())
    assert found.certificate["verdict"] == ("failed" if name in FAILED else "reserved" if missed else "passed")


def test_its_words_follow_from_its_figures(name: str) -> None:
    """Nothing in it was written by hand: gates and page come out of the figures as this program draws them."""
    certificate = json.loads((scenario_dir(name) / DATA).read_text(encoding="utf-8"))
    assert [gate.to_json() for gate in gates(certificate)] == certificate["gates"]
    assert (scenario_dir(name) / PAGE).read_text(encoding="utf-8") == page(certificate)


def test_it_is_small_and_tells_nothing_of_the_machine(name: str) -> None:
    """No path, no name of a computer or user, no clock but the day it was made, and little to carry."""
    for file in (DATA, PAGE):
        path = scenario_dir(name) / file
        assert path.stat().st_size < MOST_BYTES
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:[A-Za-z]:\\|/(?:home|root|tmp|usr|Users|work)/|localhost)", text)


def test_it_is_shown_in_english(name: str) -> None:
    """What is left in Chinese was written by the author."""
    certificate = json.loads((scenario_dir(name) / DATA).read_text(encoding="utf-8"))
    files = (path for path in scenario_dir(name).rglob("*") if path.suffix in (".yaml", ".md"))
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    left = {word for word in re.findall(r"[\u4e00-\u9fff]+", page(certificate, "en")) if word not in written}
    assert left == set()


def test_a_folder_that_cannot_be_written_is_no_obstacle(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed where only others may write, the certificate is read there and a new one goes among the user's files."""
    usual = Path.write_text

    def refuse(self: Path, *args: object, **kwargs: object) -> int:
        if scenario_dir("first-order") in self.parents:
            raise PermissionError(13, "read-only", str(self))
        return usual(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", refuse)
    now = standing("first-order")
    assert now.word == "valid"
    data, _ = keep({**now.certificate, "seed": 2, "made": "9999-01-01"}, "first-order")
    assert data.is_relative_to(data_folder)
    assert standing("first-order").data == data
