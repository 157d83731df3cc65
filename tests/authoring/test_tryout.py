"""A trial from one inject on: it is reached by play or by the instructor's command, figures are set by hand, and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from plays import make

from game import cli
from game.authoring.trial_branches import explore
from game.authoring.trial_errors import BadFigure
from game.authoring.trial_figures import QUANTITIES, SETTABLE, Setting, bounds, parse_setting
from game.authoring.tryout import CannotTry, Trial, Wish, try_out
from game.session.errors import SessionError
from game.session.library import load_scenario
from game.session.session import Session

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return dict(load_scenario(make(tmp_path_factory.mktemp("scenario"))).bundle)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*argv: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return go


def texts(found: dict[str, Any]) -> str:
    return "\n".join(line["text"] for turn in found["turns"] for line in turn["lines"])


def test_it_begins_where_the_inject_comes_by_itself(bundle: dict[str, str]) -> None:
    """An inject with a day is played up to; nothing is fired."""
    found = try_out(bundle, Wish("dry", turns=2))
    assert (found["came"], found["day"], found["paper"]["delivered"]) == ("by_itself", 7, 7)
    assert [turn["turn"] for turn in found["turns"]] == [2, 3]
    assert "40户缺水" in found["paper"]["text"]


def test_what_waits_for_the_instructor_is_fired_by_command(bundle: dict[str, str], tmp_path: Path) -> None:
    """An inject by hand, and one no bot sets off, come by `fire_inject`; the journal shows it."""
    file = tmp_path / "试.tonghe"
    found = try_out(bundle, Wish("letter", turns=1), keep=file)
    assert (found["came"], found["condition"]) == ("fired", False)
    with Session.open(file, reading=True) as session:
        fired = [r for r in session.records() if r.kind == "fire_inject"]
        assert [r.source for r in fired] == ["instructor"]
        assert session.state.injects["letter"].delivered == session.state.day
    assert try_out(bundle, Wish("tired", day=15, turns=1))["day"] == 21  # the first morning on or after that day


def test_an_option_is_taken_and_what_follows_is_told(bundle: dict[str, str]) -> None:
    """The option wished for is chosen, and the inject that follows from it arrives; another leads elsewhere."""
    kept = try_out(bundle, Wish("forms", choose="keep", turns=2))
    assert kept["chosen"]["option"] == "keep"
    assert kept["ended"]["choice"] == "keep"
    assert "填表填到半夜 → 已送达" in texts(kept)
    assert "填表填到半夜" not in texts(try_out(bundle, Wish("forms", choose="cut", turns=2)))


def test_figures_are_set_by_the_instructors_hand(bundle: dict[str, str], tmp_path: Path) -> None:
    """Each figure stands where it was set when the trial goes on, by `adjust` with its reason in the notes."""
    settings = tuple(map(parse_setting, ("fatigue=700", "pressure@dongpo=120", "trust@factory=650", "funds=20")))
    file = tmp_path / "试.tonghe"
    found = try_out(bundle, Wish("dry", settings=settings, seat="dongpo", turns=1), keep=file)
    assert found["figures"]["fatigue"]["before"] == 700
    with Session.open(file, reading=True) as session:
        state = session.state
        assert {state.organs[f"township:{t.id}"].fatigue for t in state.county.townships} == {700}
        assert state.organs["township:dongpo"].pressure == 120
        assert state.partners["factory"].trust == 650
        fund = state.funds["special"]
        assert (fund.given - fund.reserved - fund.spent) // 1_000_000 == 20
        assert all("试推演" in note.text for note in state.notes.values() if note.kind == "adjust")
        assert session.verify().ok  # an honest session: it can be played again from its commands


def test_households_can_only_be_moved(bundle: dict[str, str]) -> None:
    """A need moves by a change, in the weeks that follow; it cannot be set to a number."""
    plain = try_out(bundle, Wish("dry", turns=2))
    more = try_out(bundle, Wish("dry", settings=(parse_setting("approval@dongpo=-200"),), turns=2))
    assert more["figures"]["approval"]["after"] < plain["figures"]["approval"]["after"]
    with pytest.raises(BadFigure, match="只能增减"):
        parse_setting("water@dongpo=30")


def test_the_kept_session_is_played_on_by_a_person(bundle: dict[str, str], tmp_path: Path) -> None:
    """The file stands at the inject, the seat is a person's, and its desk holds the paper; the bots keep the others."""
    file = tmp_path / "试.tonghe"
    found = try_out(bundle, Wish("forms", seat="dongpo", turns=1), keep=file)
    assert [paper["id"] for paper in found["desk"]["papers"]] == ["dry", "forms"]
    with Session.open(file) as session:
        assert {seat.id: seat.state for seat in session.state.seats.values()} == {
            "director": "bot",
            "dongpo": "human",
            "squad": "bot",
        }
        assert session.state.day == 7
        assert session.submit("dongpo", "choose_option", {"inject": "forms", "option": "cut"}).accepted


def test_a_trial_that_fails_leaves_no_file(bundle: dict[str, str], tmp_path: Path) -> None:
    """A figure that cannot be moved is found out before anything is kept."""
    with pytest.raises(BadFigure):
        try_out(bundle, Wish("dry", settings=(Setting("fatigue", "", 0, change=True),), turns=1), keep=tmp_path / "a")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("dri"), "是不是想写“dry”"),
        (Wish("nothing-like-it"), "有：dry"),
        (Wish("dry", choose="cut"), "不要求选择"),
        (Wish("forms", choose="all"), "有：cut"),
        (Wish("dry", seat="mayor"), "director"),
        (Wish("dry", day=42), "41"),
        (Wish("dry", day=-1), "41"),
        (Wish("dry", turns=0), "--turns"),
    ],
)
def test_a_wish_that_cannot_be_met(bundle: dict[str, str], wish: Wish, said: str) -> None:
    """What is wrong is said with what there is instead."""
    with pytest.raises(CannotTry, match=said):
        try_out(bundle, wish)


@pytest.mark.parametrize(
    "text",
    ["", "fatigue", "fatigue=", "fatigue=many", "fatgue=3", "疲劳=700", "fatigue@=3", "fatigue=9999999", "x" * 500],
)
def test_a_setting_that_is_none(text: str) -> None:
    """Words that are no setting are refused with an example or the nearest word."""
    with pytest.raises(BadFigure):
        parse_setting(text)


@pytest.mark.parametrize("text", ["fatigue@dongpoo=3", "trust@factry=3", "funds@nowhere=3", "water@nowhere=+3"])
def test_a_place_there_is_not(bundle: dict[str, str], text: str) -> None:
    """A figure of a place the scenario does not have is refused before anything is played."""
    with pytest.raises(BadFigure, match="没有"):
        try_out(bundle, Wish("dry", settings=(parse_setting(text),)))


def test_settings_read_as_they_are_written() -> None:
    """A setting is shown as its author wrote it."""
    assert parse_setting("fatigue@dongpo=700") == Setting("fatigue", "dongpo", 700, change=False)
    for text in ("fatigue=700", "water@dongpo-01=+30", "approval@dongpo=-50"):
        assert str(parse_setting(text)) == text


def test_command(run: Run, tmp_path: Path) -> None:
    """`try` tells in Chinese what follows; `--json` has the same as data; a file that exists is not written over."""
    place = make(tmp_path / "甲")
    argv = ("try", place, "--from", "forms", "--choose", "keep", "--set", "fatigue=600", "--turns", 2)
    code, out, err = run(*argv, "--keep", tmp_path / "试.tonghe", "--seat", "dongpo")
    assert (code, err) == (0, "")
    for word in ("一桌子表", "已设定 fatigue=600", "选“照填”", "第 3 回合", "疲劳 60.0%", "桌上"):
        assert word in out
    code, out, _ = run(*argv, "--json")
    assert code == 0
    assert json.loads(out)["ended"]["choice"] == "keep"
    code, _, err = run(*argv, "--keep", tmp_path / "试.tonghe")
    assert code == 3
    assert any("\u4e00" <= c <= "\u9fff" for c in err)
    assert run("try", place, "--from", "no")[0] == 3
    assert run("try", place)[0] == 2


@pytest.mark.parametrize(
    "text", ["fatigue=1001", "trust@factory=+1001", "approval=-1001", "funds=100001", "hours=-100001"]
)
def test_a_value_beyond_its_bounds(text: str) -> None:
    """It is refused with the bounds, not cut in silence."""
    with pytest.raises(BadFigure, match="要在") as caught:
        parse_setting(text)
    assert "must be between" in caught.value.said("en")


def test_bounds_are_those_of_the_quantity() -> None:
    """What can be set begins at zero, a change goes both ways; the bounds themselves are allowed."""
    for quantity in QUANTITIES:
        for change in (False, True):
            if not change and quantity not in SETTABLE:
                continue
            for value in bounds(quantity, change=change):
                setting = Setting(quantity, "", value, change)
                assert parse_setting(str(setting)) == setting


def test_what_cannot_be_tried_is_told_in_english_too(bundle: dict[str, str]) -> None:
    """The window speaks two languages: so does every reason, those of the exercise's own refusals among them."""
    for wish in (Wish("dri"), Wish("dry", choose="cut"), Wish("forms", choose="all"), Wish("dry", day=99)):
        with pytest.raises(CannotTry) as caught:
            try_out(bundle, wish)
        assert caught.value.said("en").isascii()
        assert str(caught.value) == caught.value.said()
    with pytest.raises(BadFigure) as still:
        try_out(bundle, Wish("dry", settings=(Setting("fatigue", "", 0, change=True),)))
    assert still.value.said("en").isascii()


def test_every_option_is_followed(bundle: dict[str, str]) -> None:
    """The policy by itself and each option start from the same morning and know nothing of each other."""
    told: list[tuple[int, int]] = []
    found = explore(bundle, Wish("forms", turns=2), progress=lambda done, of: told.append((done, of)))
    with found.trial as trial:
        assert [branch.option for branch in found.branches] == ["", "cut", "keep", "more"]
        assert [b.came["ended"]["choice"] for b in found.branches if b.came is not None][1:] == ["cut", "keep", "more"]
        assert list(found.desks) == ["director", "dongpo", "squad"]
        assert trial.branch("keep") == found.branches[2].came == try_same(bundle)
        assert (trial.state.day, trial.state.injects["forms"].choice) == (7, "")
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def try_same(bundle: dict[str, str]) -> dict[str, Any]:
    found = try_out(bundle, Wish("forms", choose="keep", turns=2))
    return {key: found[key] for key in ("chosen", "turns", "figures", "ended")}


def test_an_option_that_cannot_be_taken_does_not_end_the_others(bundle: dict[str, str]) -> None:
    """What its addressee cannot answer any more is told beside the branches that can be followed."""
    with explore(bundle, Wish("forms", day=21, turns=1), lang="en").trial as trial:
        state = trial.state.injects["forms"].state
    found = explore(bundle, Wish("forms", day=21, turns=1), lang="en")
    found.trial.close()
    assert state != "delivered"
    assert found.branches[0].came is not None
    assert all(branch.came is None and branch.refused.isascii() for branch in found.branches[1:])


def test_a_trial_that_is_stopped_lets_go(bundle: dict[str, str]) -> None:
    """Whatever its progress raises comes out, from the way there and from the branches alike."""

    class Enough(Exception):
        pass

    for last in (1, 7):
        seen = iter(range(last))

        def stop(_done: int, _of: int, seen: Any = seen) -> None:
            if next(seen, None) is None:
                raise Enough

        with pytest.raises(Enough):
            explore(bundle, Wish("forms", turns=2), progress=stop)


def test_a_place_that_cannot_be_written_leaves_nothing(bundle: dict[str, str], tmp_path: Path) -> None:
    """What was there stays as it was, and what could not be made is not there."""
    there = tmp_path / "a.tonghe"
    there.write_text("别人的", encoding="utf-8")
    with Trial(bundle, Wish("forms")) as trial:
        for path in (there, tmp_path / "nowhere" / "b.tonghe"):
            with pytest.raises((SessionError, OSError)):
                trial.keep(path, "dongpo")
    assert there.read_text(encoding="utf-8") == "别人的"
    assert [path.name for path in tmp_path.iterdir()] == ["a.tonghe"]
