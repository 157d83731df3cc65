"""Finished exercises, as they ship and with hostile texts in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from game.bots.table import Table
from game.session.library import load_scenario
from game.session.session import Session

HOSTILE = "<script>alert('x')</script><img src=x onerror=y>&\""
TEXTS = {"title", "summary", "text", "root", "slogan", "brief", "note", "name", "debrief", "facts"}


def _finish(path: Path, bundle: dict[str, str], policy: str) -> Session:
    session = Session.create(path, bundle, seed=12)
    Table(session, policy).run_to_end()
    assert session.state.session.state == "debrief"
    return session


def _poison(node: yaml.Node, key: str = "") -> None:
    """Append markup to every text; on nodes, since loading and dumping would turn the key `on` into `true`."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value != "county":
                _poison(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _poison(item, key)
    elif key in TEXTS:
        node.value += HOSTILE


GAMES = [("first-order", "integrated"), ("first-order", "routine"), ("hundred-days", "integrated")]


@pytest.fixture(scope="module", params=GAMES, ids="-".join)
def finished(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """An exercise, played to its end."""
    name, policy = request.param
    path = tmp_path_factory.mktemp("review") / "first.tonghe"
    with _finish(path, dict(load_scenario(name).bundle), policy) as session:
        yield session


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The same with markup in every text an author writes."""
    bundle = dict(load_scenario("first-order").bundle)
    name = next(name for name in bundle if name.endswith("scenario.yaml"))
    tree = yaml.compose(bundle[name])
    _poison(tree)
    bundle[name] = yaml.serialize(tree, allow_unicode=True)
    with _finish(tmp_path_factory.mktemp("hostile") / "hostile.tonghe", bundle, "integrated") as session:
        assert "<script>" in session.state.scenario.title
        yield session
