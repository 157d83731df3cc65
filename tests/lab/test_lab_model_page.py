"""The page about the model says what is there: its claims, files and tests exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "model.md"
CLAIM = re.compile(r"\b[KX]\d{1,2}\b")
FLOORS = ("county", "exercise")


def _rows() -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8").partition("## Claims")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")
    ]
    return [row for row in rows if CLAIM.fullmatch(row[0])]


def _code(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _carried() -> dict[str, set[str]]:
    """Claim -> files of the rules' floors that name it."""
    found: dict[str, set[str]] = {}
    for floor in FLOORS:
        for path in (ROOT / "game" / floor).rglob("*"):
            if path.suffix in (".py", ".toml"):
                for claim in CLAIM.findall(_code(path)):
                    found.setdefault(claim, set()).add(path.relative_to(ROOT / "game").as_posix())
    return found


def test_every_claim_of_the_table_is_carried_where_it_says() -> None:
    """At least one of the files named for a claim names the claim."""
    carried = _carried()
    rows = _rows()

    assert len(rows) > 50
    for claim, _, files, _ in rows:
        named = re.findall(r"`([^`]+)`", files)
        assert named, claim
        for name in named:
            assert (ROOT / "game" / name).exists(), f"{claim}: {name}"
        assert carried.get(claim, set()) & set(named), f"{claim} is in {sorted(carried.get(claim, ()))}"


def test_every_claim_of_the_code_is_in_the_table_once() -> None:
    """No claim is carried in silence, none listed twice, and they stand in order."""
    listed = [row[0] for row in _rows()]

    assert sorted(_carried(), key=lambda c: (c[0], int(c[1:]))) == listed


def test_every_test_named_exists() -> None:
    """A claim is tested where the table says."""
    for claim, _, _, tests in _rows():
        for name in re.findall(r"`([^`]+)`", tests):
            file, _, function = name.partition("::")
            path = ROOT / "tests" / file
            assert path.is_file(), f"{claim}: {name}"
            assert f"def {function}(" in _code(path), f"{claim}: {name}"


def test_every_path_and_link_of_the_page_leads_somewhere() -> None:
    """Files in the text and links to other pages exist; every parameter file is listed."""
    text = PAGE.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (PAGE.parent / link).is_file(), link
    for name in re.findall(r"`((?:game|tests|county|exercise)/[\w./-]+)`", text):
        path = name.partition("::")[0]
        places = (ROOT / path, ROOT / "game" / path, ROOT / "tests" / path)
        assert any(place.exists() for place in places), name
    for floor in FLOORS:
        for path in (ROOT / "game" / floor / "data").glob("*.toml"):
            assert path.name == "posts.toml" or f"game/{floor}/data/{path.name}" in text, path.name


def test_claims_without_a_rule_are_owned_up_to() -> None:
    """Every claim of the list is either carried or said to be carried by none: 63 of the theory, 12 of elsewhere."""
    text = PAGE.read_text(encoding="utf-8")
    told = set(CLAIM.findall(text))

    assert {f"K{n:02}" for n in range(1, 64)} | {f"X{n}" for n in range(1, 13)} <= told
