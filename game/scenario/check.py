"""The one entry point of the checker: for editor, command line, importer and the start of a session alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from game.county.place import County
from game.scenario.files import COUNTY, MAIN, Files, main_name, read_bundle, read_path
from game.scenario.findings import Finding, Sink, Span, split_lines
from game.scenario.known import Catalogues, Known
from game.scenario.lint import check_lint
from game.scenario.load import build
from game.scenario.meaning import check_meaning
from game.scenario.memory import Memory
from game.scenario.model import Scenario
from game.scenario.references import check_references
from game.scenario.shape import check_shape, other_format
from game.scenario.suppress import suppress
from game.scenario.sweep import unswept
from game.scenario.tree import Node

__all__ = ["Catalogues", "Checked", "check_bundle", "check_path"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check."""

    scenario: Scenario | None
    """The scenario where it can be played: None where any finding is an error."""
    findings: tuple[Finding, ...]
    """In reading order, the main file first."""
    bundle: dict[str, str] = field(default_factory=dict)
    """The texts it was made of: relative name -> text."""
    county: str | None = None
    """The text of its county, where that was found."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep it from being played."""
        return tuple(f for f in self.findings if f.severity == "error")


def check_path(path: Path, *, counties: Callable[[str], str | None], catalogues: Catalogues | None = None) -> Checked:
    """Check a scenario in a folder or a file. Never raises on what it finds there."""
    return _check(read_path(path), counties, catalogues or Catalogues())


def check_bundle(
    bundle: Mapping[str, str],
    *,
    counties: Callable[[str], str | None],
    catalogues: Catalogues | None = None,
    memory: Memory | None = None,
) -> Checked:
    """Check a scenario from its texts, as a session file or an editor holds them. Never raises on what they say.

    With the `memory` of the check before, only what is new is read.
    """
    return _check(read_bundle(dict(bundle)), counties, catalogues or Catalogues(), memory)


@unswept
def _check(
    files: Files, counties: Callable[[str], str | None], catalogues: Catalogues, memory: Memory | None = None
) -> Checked:
    sources = {name: split_lines(text.removeprefix("\ufeff")) for name, text in files.bundle.items()}
    sink = Sink(sources)
    tree = build(files, sink, memory)
    main = main_name(files.bundle) or MAIN
    scenario: Scenario | None = None
    county_text: str | None = None
    root = tree.root
    if root is None or root.kind != "map":
        check_shape(root, sink, main, lost=tree.lost)
    elif not other_format(root, sink):
        county, county_text = _county(root, files.bundle, counties, sink)
        known = Known(root, catalogues, county, lost=tree.lost)
        check_references(known, sink)  # before the shape: a name in place of an id is better called that than a bad id
        scenario = check_shape(root, sink, main, lost=tree.lost)
        check_meaning(known, sink)
        check_lint(known, scenario, sink)
    findings = suppress(sink, sources, tree.root)
    if sink.more:
        extra = Sink(sources)
        extra.add("TH199", Span(main, 1, 1, 1, 1), count=sink.more)
        findings = (*findings, *extra.found)
    if any(f.severity == "error" for f in findings):
        scenario = None
    return Checked(scenario, findings, files.bundle, county_text)


def _county(
    root: Node, bundle: Mapping[str, str], counties: Callable[[str], str | None], sink: Sink
) -> tuple[County | None, str | None]:
    """Find the county a scenario is played in; a file of the scenario's own goes before the library."""
    section = root.get("county")
    name = section.get("name") if section is not None else None
    text = name.text() if name is not None else None
    if name is None or text is None:
        return None, None
    own = bundle.get(COUNTY)
    found = own if own is not None else counties(text)
    if found is None:
        sink.add("TH304", name.span, name=text[:60])
        return None, None
    county = _read(found, text)
    if isinstance(county, _Faulty):
        place = Span(COUNTY, county.line, county.column, county.line, county.column) if own is not None else name.span
        sink.add("TH305", place, name=text, problem=county.problem[:200])
        return None, found
    return county, found


@dataclass(frozen=True, slots=True)
class _Faulty:
    """A county file that cannot be read, and why."""

    problem: str
    line: int
    column: int


@lru_cache(maxsize=8)
def _read(text: str, name: str) -> County | _Faulty:
    from game.county.read import CountyError, read_county

    try:
        return read_county(text, name)
    except CountyError as error:
        return _Faulty(error.message, error.line, error.column)
