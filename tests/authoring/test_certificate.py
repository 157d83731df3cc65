"""The certificate of a scenario: what the runs are, what the gates demand, how long it holds, and how it is shown."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from plays import make

from game import cli
from game.authoring.certificate import build, certify, keep, page, standing, write
from game.authoring.certificate.drawn import DrawnTable, Lots
from game.authoring.certificate.gates import gates
from game.authoring.certificate.options import dominant_as_written, dominates, never_worth_it, shown
from game.authoring.certificate.sums import by_people_only, said_trigger
from game.authoring.certificate.trials import COVER, DRAWN, POLICIES, Fate, Trial, tasks_of
from game.authoring.certificate_places import DATA, places
from game.authoring.certificate_size import games
from game.scenario.model import Effect, Option, Scenario, Trigger
from game.session.library import load_scenario
from game.session.session import Session

Run = Callable[..., tuple[int, str, str]]
WORDS = Path(build.__file__).with_name("words.toml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("scenario") / "练习")


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, Any]:
    return certify(dict(load_scenario(folder).bundle), runs=2, jobs=1)


@pytest.fixture
def scenario(folder: Path) -> Scenario:
    found = load_scenario(folder).scenario
    assert found is not None
    return found


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*argv: object) -> tuple[int, str, str]:
        code = cli.main([str(arg) for arg in argv])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return go


def fate(delivered: int = 7, choice: str = "", state: str = "resolved") -> Fate:
    return Fate(delivered, delivered, delivered, state, choice, False, ("director",))


def trial(policy: str, seed: int, score: float, choice: str = "cut", **fates: Fate) -> Trial:
    full = {"dry": fate(), "forms": fate(choice=choice), "tired": fate(-1, state="armed"), "letter": fate()} | fates
    work = dict.fromkeys(("director", "dongpo", "squad"), (1,) * 6)
    kinds = ("choose_option", "send_letter")
    return Trial(policy, seed, score=score, fates=full, work=work, kinds=kinds, open={"forms": ("cut", "keep", "more")})


def series(runs: int = 20, **points: float) -> list[Trial]:
    """Return runs of a scenario in which everything is in order, with the median scores given."""
    usual = {"integrated": 80.0, "campaign": 60.0, "routine": 40.0, "formalistic": 30.0} | points
    rows = [trial(policy, seed, middle + seed % 5 - 2) for seed in range(runs) for policy, middle in usual.items()]
    options = ("cut", "keep", "more")
    return rows + [trial(DRAWN, seed, 75 + seed % 7, choice) for seed in range(runs // 3) for choice in options]


def gate(certificate: dict[str, Any], ident: str) -> dict[str, Any]:
    return next(row for row in certificate["gates"] if row["id"] == ident)


def option(ident: str, **given: Any) -> Option:
    return Option(**{"id": ident, "text": ident, "credit": 500, "why": "x", "attention": 1} | given)


# --- runs ---------------------------------------------------------------------------------------------------------


def test_policies_share_their_seeds_and_lots_come_in_blocks(scenario: Scenario) -> None:
    """Four policies play the same seeds; drawn runs come in whole blocks of one seed, one run an option."""
    tasks = tasks_of({}, scenario, 8, 1)
    by_policy = {policy: [t.seed for t in tasks if t.policy == policy] for policy in POLICIES}
    assert len(by_policy["routine"]) == 8
    assert all(seeds == by_policy["routine"] for seeds in by_policy.values())
    drawn = [(t.seed, t.turn) for t in tasks if t.policy == DRAWN]
    assert drawn == [(seed, turn) for seed in by_policy["routine"][:2] for turn in range(3)]


def test_every_option_is_taken_in_turn(folder: Path) -> None:
    """Over one block each option of a decision is chosen once, by a command that a person could give."""
    bundle = dict(load_scenario(folder).bundle)
    taken = []
    for turn in range(3):
        with Session.create(None, bundle, seed=5, humans=()) as session:
            lots = Lots(5, turn)
            DrawnTable(session, lots).run_to_end()
            inject = session.state.injects["forms"]
            taken.append(inject.choice)
            given = [r for r in session.records() if r.kind == "choose_option"]
            assert [(r.seat, r.source) for r in given] == [(inject.chosen_by, "bot")]
            assert lots.open["forms"] == {"cut", "keep", "more"}
    assert sorted(taken) == ["cut", "keep", "more"]


def test_some_choices_are_left_to_the_policy(folder: Path) -> None:
    """Where only some injects are drawn, the policy decides the others as it always does."""
    with Session.create(None, dict(load_scenario(folder).bundle), seed=5, humans=()) as session:
        DrawnTable(session, Lots(5, 1, ("other",)), "routine").run_to_end()
        assert session.state.injects["forms"].choice == "keep"  # routine takes the cheapest


@pytest.mark.ci
def test_the_same_seed_gives_the_same_certificate(folder: Path, made: dict[str, Any]) -> None:
    """A certificate can be made again: only the time it was made differs."""
    again = certify(dict(load_scenario(folder).bundle), runs=2, jobs=1)
    assert {**again, "made": ""} == {**made, "made": ""}


def test_what_the_runs_showed(made: dict[str, Any]) -> None:
    """Injects, options and seats are counted from play: the chain fires through its option, the letter waits."""
    injects = {row["id"]: row for row in made["injects"]}
    assert injects["dry"]["fired"] == 1
    assert injects["dry"]["day"] == 7
    assert 0 < injects["tired"]["fired"] < 1
    assert injects["tired"]["by_hand"]
    assert injects["letter"]["fired"] == 0
    assert injects["letter"]["untried"] == "send_letter"
    (decision,) = made["decisions"]
    assert all(row["chosen"] for row in decision["options"])
    assert {row["id"] for row in made["seats"]} == {"director", "dongpo", "squad"}
    assert all(len(row["busy"]) == 6 for row in made["seats"])
    assert made["instructor"]["most"][1] >= 2  # two papers on day 7
    assert made["verdict"] == "trial"


def test_interrupted_is_a_trial(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was played before Ctrl+C is summed up, and is no certificate however many runs it was."""
    monkeypatch.setattr(build, "play_tasks", lambda *_: series(40))
    cut = certify(dict(load_scenario(folder).bundle), runs=60)
    assert cut["interrupted"]
    assert cut["verdict"] == "trial"


def test_a_window_plays_it_without_processes_and_stops_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no jobs everything is played right here, and ends after the run in which somebody asks for it."""
    monkeypatch.setattr("game.authoring.certificate.trials.play_all", None)
    bundle = dict(load_scenario(folder).bundle)
    seen: list[tuple[int, int]] = []
    cut = certify(bundle, runs=3, jobs=0, progress=lambda *at: seen.append(at), stop=lambda: len(seen) >= 2)
    assert seen == [(1, 15), (2, 15)]
    assert cut["interrupted"]
    assert {policy: row["runs"] for policy, row in cut["scores"].items()} == {"integrated": 1, "campaign": 1}


# --- gates --------------------------------------------------------------------------------------------------------


def test_a_sound_scenario_passes(scenario: Scenario) -> None:
    """Where skill wins, everything fires and nobody waits, every gate is met."""
    found = build.judged(scenario, series())
    assert [row["id"] for row in found["gates"] if not row["met"]] == []
    assert found["verdict"] == "passed"
    assert build.judged(scenario, series(19))["verdict"] == "trial"


@pytest.mark.parametrize(
    ("points", "lost"),
    [
        ({"campaign": 81.0}, {"ranking", "apart"}),
        ({"campaign": 79.0}, {"apart"}),
        ({"routine": 70.0}, {"ranking", "apart"}),
        ({"formalistic": 90.0}, {"paper-never-wins", "apart"}),
        ({"integrated": 99.5}, {"spread"}),
        ({"routine": 56.0, "campaign": 61.0, "integrated": 65.9}, {"spread"}),
    ],
)
def test_scores_that_lose_a_gate(scenario: Scenario, points: dict[str, float], lost: set[str]) -> None:
    """Each way in which skill does not win loses its own gate."""
    found = build.judged(scenario, series(**points))
    assert {row["id"] for row in found["gates"] if not row["met"]} == lost
    assert all(row["cure"] for row in found["gates"] if not row["met"])


def test_what_is_the_same_in_every_game_is_not_laid_to_luck(scenario: Scenario) -> None:
    """Policies alike in every game are told so; in a small scenario its size is the cause, told once, else the rest is."""
    alike = series(integrated=60.0, campaign=59.5, routine=40.0)
    large = build.judged(scenario, alike)
    assert "20 场里有 20 场一样" in gate(large, "apart")["found"]
    assert "不是运气" in gate(large, "apart")["cure"]
    lesson = scenario.model_copy(
        update={"seats": scenario.seats[:1], "turn": scenario.turn.model_copy(update={"count": 4})}
    )
    odd = [t if t.seed or t.policy != "integrated" else trial("integrated", 0, 45.0) for t in alike]
    assert "20 场里有 19 场一样" in gate(build.judged(scenario, odd), "apart")["found"]
    level = dict.fromkeys(POLICIES, 40.0)
    small = build.judged(lesson, series(**level))
    lost = [row for row in small["gates"] if not row["met"]]
    assert [row["id"] for row in lost] == ["ranking", "paper-never-wins", "apart", "spread"]
    assert "规模太小（1 个席位、4 个回合）" in lost[0]["cure"]
    assert "不是写错了" in lost[0]["cure"]
    assert [row["cure"] for row in lost[1:]] == ["同上。"] * 3
    assert not any("运气" in row["cure"] for row in lost)


def test_luck_and_a_wrong_rubric_keep_their_own_cures(scenario: Scenario) -> None:
    """Where scores do differ game by game, chance or the rubric is the cause, also beside a pair that is alike."""
    rows = [t if t.policy != "campaign" else trial("campaign", t.seed, 79.0 + 12 * (t.seed % 3 - 1)) for t in series()]
    assert "运气盖住" in gate(build.judged(scenario, rows), "apart")["cure"]
    assert "中间一半" in gate(build.judged(scenario, rows), "apart")["found"]
    assert "权重" in gate(build.judged(scenario, series(routine=70.0)), "ranking")["cure"]
    both = build.judged(scenario, series(integrated=60.5, campaign=61.0, routine=75.0))
    assert "不是运气" in gate(both, "ranking")["cure"]
    assert "权重" in gate(both, "ranking")["cure"]


@pytest.mark.parametrize("points", [0.0, 100.0])
def test_scores_at_an_end_are_laid_to_the_rubric(scenario: Scenario, points: float) -> None:
    """Where all scores lie at the floor or at the ceiling nobody can be ahead: that is mended first."""
    rows = [trial(policy, seed, points) for seed in range(20) for policy in POLICIES]
    assert "到了顶或都在底" in gate(build.judged(scenario, rows), "ranking")["cure"]


def test_an_option_is_told_by_its_words(scenario: Scenario) -> None:
    """What an author wrote names an option and the inject before another; ids come aside, never alone."""
    never = [
        trial(t.policy, t.seed, t.score, "cut" if (c := t.fates["forms"].choice) == "more" else c) for t in series()
    ]
    assert gate(build.judged(scenario, never), "options-seen")["found"].endswith("“一桌子表”里的“再加一张”（more）")
    titles = {inject.id: inject.title for inject in scenario.injects}
    after = Trigger(after="forms", delay=7)
    assert said_trigger(after, titles) == "“一桌子表”之后7天"
    assert (
        said_trigger(Trigger(when='delivered("forms") and day > 3'), titles)
        == "条件：delivered(“一桌子表”) and day > 3"
    )


def test_formalism_may_not_win_once(scenario: Scenario) -> None:
    """A single seed on which looking after the record comes first withholds the certificate."""
    rows = [t if (t.policy, t.seed) != ("formalistic", 3) else trial("formalistic", 3, 95.0) for t in series()]
    found = build.judged(scenario, rows)
    assert found["verdict"] == "failed"
    assert not gate(found, "paper-never-wins")["met"]


def test_an_inject_that_never_fires_is_named(scenario: Scenario) -> None:
    """An inject that no run brings fails; one the instructor brings does not, one a person must bring is a reservation."""
    never = [trial(t.policy, t.seed, t.score, t.fates["forms"].choice, dry=fate(-1, state="armed")) for t in series()]
    found = build.judged(scenario, never)
    assert "水井见底" in gate(found, "injects-fire")["found"]
    assert found["verdict"] == "failed"
    nobody = [
        Trial(t.policy, t.seed, 0, t.score, t.passed, t.fates | {"letter": fate(-1, state="armed")}, t.work, (), t.open)
        for t in series()
    ]
    found = build.judged(scenario, nobody)
    assert gate(found, "injects-fire")["met"]
    assert "发提示函" in gate(found, "injects-by-people")["found"]
    assert found["verdict"] == "reserved"
    assert by_people_only(scenario, nobody) == {"letter": "send_letter"}


def test_runs_that_failed_withhold_it(scenario: Scenario) -> None:
    """A run that did not end is named by its seed and is in no figure."""
    found = build.judged(scenario, [*series(), Trial("routine", 77, error="stopped")])
    assert found["verdict"] == "failed"
    assert "77" in gate(found, "runs-end")["found"]
    assert found["scores"]["routine"]["runs"] == 20


def test_a_seat_that_waits_is_named(scenario: Scenario) -> None:
    """A seat with nothing for more than twenty minutes on end is a reservation."""
    idle = [
        Trial(t.policy, t.seed, 0, t.score, t.passed, t.fates, t.work | {"squad": (0,) * 6}, t.kinds, t.open)
        for t in series()
    ]
    found = build.judged(scenario, idle)
    row = next(seat for seat in found["seats"] if seat["id"] == "squad")
    assert row["longest"] == 4  # turns 2 to 5: its one paper comes on day 7
    assert row["longest_minutes"] == 20
    assert gate(found, "seats-busy")["met"]
    long = scenario.model_copy(update={"turn": scenario.turn.model_copy(update={"minutes": 6})})
    assert not gate(build.judged(long, idle), "seats-busy")["met"]


# --- options ------------------------------------------------------------------------------------------------------


def test_dominance_as_written() -> None:
    """An option dominates where nothing speaks against it: credit, money, attention, every effect by its direction."""
    best = option("best", credit=600, effects=(Effect(on="county", quantity="pressure", add=-10),))
    assert dominates(best, option("plain"))
    assert not dominates(option("plain"), best)
    assert not dominates(best, option("same", credit=600, effects=best.effects))
    assert not dominates(option("dear", credit=900, cost_money=1), option("plain"))
    assert not dominates(option("tiring", credit=900, attention=2), option("plain"))
    worse = Effect(on="township", quantity="approval", add=-1)
    assert not dominates(option("unloved", credit=900, effects=(worse,)), option("plain"))
    assert not dominates(option("leads-on", credit=900, then="more"), option("plain"))
    assert not dominates(option("closed", credit=900, needs="day > 3"), option("plain"))


def test_dominant_as_written_is_a_gate(scenario: Scenario) -> None:
    """A decision with an option that beats all others fails, by name."""
    inject = scenario.injects[1]
    easy = inject.model_copy(
        update={"options": (option("cut", credit=900), option("keep"), option("more", credit=100))}
    )
    assert dominant_as_written(easy) == "cut"
    assert never_worth_it(easy) == ("keep", "more")
    assert dominant_as_written(inject) == ""
    changed = scenario.model_copy(update={"injects": (scenario.injects[0], easy, *scenario.injects[2:])})
    found = build.judged(changed, series())
    assert "cut" in gate(found, "no-dominant")["found"]
    assert found["verdict"] == "failed"


def test_dominance_in_the_runs(scenario: Scenario) -> None:
    """An option is dominant in the runs where it wins every pair of one seed clearly, and not for want of pairs."""
    inject = scenario.injects[1]

    def drawn(blocks: int, gain: float) -> list[Trial]:
        gains = {"cut": gain, "keep": 0.0, "more": 0.0}
        return [trial(DRAWN, s, 70 + s % 9 + gains[o], o) for s in range(blocks) for o in gains]

    assert shown(inject, drawn(8, 4.0))["cut"].dominant
    assert shown(inject, drawn(8, 4.0))["cut"].better == pytest.approx(4.0)
    assert not shown(inject, drawn(8, 4.0))["keep"].dominant
    assert not shown(inject, drawn(8, 0.3))["cut"].dominant
    assert not shown(inject, drawn(3, 4.0))["cut"].dominant
    found = build.judged(scenario, [t for t in series() if t.policy != DRAWN] + drawn(8, 4.0))
    assert not gate(found, "no-dominant")["met"]


def test_beside_a_trap_the_second_best_does_not_dominate(scenario: Scenario) -> None:
    """An option that loses to another one on every seed dominates nothing, however bad the third is."""
    gains = {"cut": 2.0, "keep": 0.0, "more": -12.0}
    drawn = [trial(DRAWN, s, 70 + s % 9 + gains[o], o) for s in range(8) for o in gains]
    found = shown(scenario.injects[1], drawn)
    assert [o for o, what in found.items() if what.dominant] == ["cut"]
    assert found["keep"].better == pytest.approx(-2.0)


def test_an_option_nobody_could_take_is_named(scenario: Scenario) -> None:
    """An option that was never open, and one that nobody took, are two different reservations."""
    shut = [
        Trial(t.policy, t.seed, 0, t.score, t.passed, t.fates, t.work, t.kinds, {"forms": ("cut", "keep")})
        for t in series()
    ]
    assert "more" in gate(build.judged(scenario, shut), "options-open")["found"]
    never = [
        trial(t.policy, t.seed, t.score, "cut" if (c := t.fates["forms"].choice) == "more" else c) for t in series()
    ]
    assert "more" in gate(build.judged(scenario, never), "options-seen")["found"]


def test_options_nobody_took_get_runs_of_their_own(folder: Path, scenario: Scenario) -> None:
    """Where the drawn runs leave options out, runs are added over a policy that meets the decision."""
    from game.authoring.certificate.trials import covering

    seen = [t for t in series(2) if t.policy != DRAWN]
    more = covering({}, scenario, seen)
    assert [(t.policy, t.turn, t.only) for t in more] == [(COVER, turn, ("forms",)) for turn in range(3)]
    assert covering({}, scenario, series()) == []
    unmet = [trial(t.policy, t.seed, t.score, "", forms=fate(-1, state="armed")) for t in seen]
    assert covering({}, scenario, unmet) == []


# --- kept ---------------------------------------------------------------------------------------------------------


def test_it_holds_for_one_wording(folder: Path, made: dict[str, Any], tmp_path: Path) -> None:
    """No certificate, a valid one, and an outdated one once a word or the county has changed."""
    place = make(tmp_path / "甲")
    assert standing(place).word == "none"
    data, shown_at = keep(made, place)
    assert (data.parent, shown_at.parent) == (place, place)
    now = standing(place)
    assert (now.word, now.data, now.page) == ("valid", data, shown_at)
    assert now.certificate["verdict"] == "trial"
    text = (place / "scenario.yaml").read_text(encoding="utf-8")
    (place / "scenario.yaml").write_text(text.replace("表太多", "表真多"), encoding="utf-8", newline="\n")
    assert standing(place).word == "outdated"
    (place / "scenario.yaml").write_text(text, encoding="utf-8", newline="\r\n")
    assert standing(place).word == "valid"  # line ends are no wording
    county = (place / "county.yaml").read_text(encoding="utf-8")
    (place / "county.yaml").write_text(county + "\n# 改过\n", encoding="utf-8", newline="\n")
    assert standing(place).word == "outdated"


def test_other_rules_make_it_outdated(made: dict[str, Any], tmp_path: Path) -> None:
    """A certificate made under other rules of play no longer speaks of this program."""
    place = make(tmp_path / "甲")
    keep({**made, "rules": made["rules"] - 1}, place)
    assert standing(place).word == "outdated"


def test_where_the_folder_cannot_be_written(
    made: dict[str, Any], tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes among the user's files and is found there."""
    place = make(tmp_path / "甲")
    usual = Path.write_text

    def refuse(self: Path, *args: Any, **kwargs: Any) -> int:
        if place in self.parents:
            raise PermissionError(13, "read-only", str(self))
        return usual(self, *args, **kwargs)

    monkeypatch.setattr(Path, "write_text", refuse)
    data, _ = keep(made, place)
    assert data == data_folder / "certificates" / "small" / "certificate.json"
    assert standing(place).word == "valid"
    assert not list(place.glob("certificate*"))


def test_the_later_of_two_that_hold_is_shown(made: dict[str, Any], tmp_path: Path, data_folder: Path) -> None:
    """What came with the program lies beside it; who certifies it anew may have his own among his files."""
    place = make(tmp_path / "甲")
    (beside, shown_beside), (own, shown_own) = places(place, "small")
    write({**made, "made": "2020-01-01"}, beside, shown_beside)
    write({**made, "made": "2021-01-01"}, own, shown_own)
    assert standing(place).data == own
    write({**made, "made": "2022-01-01", "seed": 9}, beside, shown_beside)
    assert standing(place).data == beside
    write({**made, "made": "2023-01-01", "digest": "other"}, own, shown_own)
    assert (standing(place).word, standing(place).data) == ("valid", beside)


def test_a_trial_takes_no_certificates_place(made: dict[str, Any], run: Run, tmp_path: Path) -> None:
    """While a certificate holds, a few runs are told and not written; once it is outdated they are."""
    place = make(tmp_path / "甲")
    data, _ = keep({**made, "verdict": "passed"}, place)
    code, out, err = run("certify", place, "--runs", 1, "--jobs", 1)
    assert code == 1
    assert "试算" in out
    assert "没有替换" in err
    assert json.loads(data.read_text(encoding="utf-8"))["verdict"] == "passed"
    write({**made, "verdict": "passed", "rules": made["rules"] - 1}, data, data.with_suffix(".html"))
    run("certify", place, "--runs", 1, "--jobs", 1)
    assert json.loads(data.read_text(encoding="utf-8"))["verdict"] == "trial"


def test_a_scenario_of_one_file_has_it_beside_itself(made: dict[str, Any], tmp_path: Path) -> None:
    """Two scenarios of one file each in one folder do not share a certificate."""
    make(tmp_path / "甲")
    text = (tmp_path / "甲" / "scenario.yaml").read_text(encoding="utf-8").replace("small-county", "t-county")
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    beside = [places(path, "small")[0][0] for path in (one, two) if not path.write_text(text, encoding="utf-8") < 0]
    assert [path.name for path in beside] == ["one.certificate.json", "two.certificate.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', '{"format": 1, "scenario": "other"}', "[" * 100_000])
def test_what_is_no_certificate_is_none(tmp_path: Path, text: str) -> None:
    """A damaged, foreign or newer file beside the scenario is no certificate and no fault."""
    place = make(tmp_path / "甲")
    (place / DATA).write_text(text, encoding="utf-8")
    assert standing(place).word == "none"


# --- shown --------------------------------------------------------------------------------------------------------


def test_the_page_stands_alone(made: dict[str, Any]) -> None:
    """The page names verdict, gates, injects, options and seats, loads nothing, and can be printed."""
    text = page(json.loads(json.dumps(made)))
    for word in ("试算", "门槛", "水井见底", "再加一张", "总攻办主任", "@media print", "<svg"):
        assert word in text
    assert not re.search(r"(?:src|href|url)\s*[=(]|<script", text)
    assert text.count("<tr") == text.count("</tr>")


def test_the_page_in_english_keeps_only_the_authors_chinese(made: dict[str, Any], scenario: Scenario) -> None:
    """Whatever the program says is English; what is left in Chinese stands in the scenario."""
    idle = {**made["seats"][0], "longest": 9, "longest_minutes": 45}
    named = {**made["seats"][0], "name": "总攻办主任"}
    certificate = {**made, "seats": [idle, named, *made["seats"][1:]]}
    certificate |= {"failed": [{"policy": "drawn", "seed": 4, "error": "stopped"}]}
    found = [row.to_json() for row in gates(certificate)]
    text = page(json.loads(json.dumps({**certificate, "gates": found, "verdict": "failed"})), "en")
    written = "".join(made["title"]) + str(scenario.model_dump())
    assert [words for words in re.findall(r"[\u4e00-\u9fff]+", text) if words not in written] == []
    assert "Director of the General-Offensive HQ" in text or "总攻办主任" not in text
    assert 'lang="en"' in text


def test_both_languages_fill_in_the_same_figures() -> None:
    """Every text is there twice, with the same braces and an English without Chinese signs."""
    flat = list(_flat(tomllib.loads(WORDS.read_text(encoding="utf-8"))))
    assert len(flat) > 100
    for code, entry in flat:
        assert set(entry) == {"zh", "en"}, code
        assert set(re.findall(r"{\w+}", entry["zh"])) == set(re.findall(r"{\w+}", entry["en"])), code
        assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", entry["en"]), code


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for key, value in table.items():
        if "zh" in value:
            yield before + key, value
        else:
            yield from _flat(value, f"{before}{key}.")


def test_renewing_what_says_the_same_changes_no_file(made: dict[str, Any], tmp_path: Path) -> None:
    """Only the day would be another: the old one stays; another seed is another certificate."""
    data, shown_at = tmp_path / DATA, tmp_path / "certificate.html"
    write({**made, "made": "2001-01-01T00:00:00+00:00"}, data, shown_at)
    before = data.read_bytes(), shown_at.read_bytes()
    write(made, data, shown_at)
    assert (data.read_bytes(), shown_at.read_bytes()) == before
    write({**made, "seed": 2}, data, shown_at)
    assert json.loads(data.read_text(encoding="utf-8"))["made"] == made["made"]


def test_the_page_takes_an_authors_words_as_words(made: dict[str, Any]) -> None:
    """Markup in a title is shown as it is written."""
    rows = [{**row, "title": "<b>&"} for row in made["injects"]]
    text = page({**made, "title": "<script>", "injects": rows})
    assert "<script>" not in text
    assert "&lt;b&gt;&amp;" in text


def test_the_page_of_nothing(scenario: Scenario) -> None:
    """Where Ctrl+C came before the first run was done there is still a page."""
    empty = build.judged(scenario, [], interrupted=True)
    head = {
        "title": "x",
        "scenario": "x",
        "version": "1",
        "made": "",
        "runs": 1,
        "seed": 1,
        "digest": "",
        "interrupted": True,
    }
    assert "没有一场推演到底" in page(head | empty)


def test_command(run: Run, tmp_path: Path) -> None:
    """`certify` writes both files, says the verdict, and `--status` knows it; a trial is no certificate: 1."""
    place = make(tmp_path / "甲")
    code, out, _ = run("certify", place, "--status")
    assert code == 1
    assert "还没有认证" in out
    code, out, err = run("certify", place, "--runs", 1, "--jobs", 1)
    assert (code, err) == (1, "")
    assert "试算" in out
    assert (place / "certificate.json").is_file()
    assert (place / "certificate.html").is_file()
    code, out, _ = run("certify", place, "--status", "--lang", "en")
    assert (code, "Trial (" in out) == (0, True)
    code, out, _ = run("certify", place, "--status", "--json")
    assert (code, json.loads(out)["status"]) == (0, "valid")
    assert run("check", place)[0] == 0  # the files beside it are no part of the scenario


def test_an_interrupted_one_is_not_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After Ctrl+C the trial is told, a certificate that is there stays, and the code is 130."""
    place = make(tmp_path / "甲")
    (place / "certificate.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(build, "play_tasks", lambda *_: series(40))
    code, out, err = run("certify", place, "--runs", 60)
    assert code == 130
    assert "试算" in out
    assert "没有写认证书" in err
    assert (place / "certificate.json").read_text(encoding="utf-8") == "old"


@pytest.mark.ci
def test_command_as_json(run: Run, tmp_path: Path) -> None:
    """`--json` prints the certificate itself and names its files; `-o` puts them elsewhere."""
    place = make(tmp_path / "甲")
    code, out, _ = run("certify", place, "--runs", 1, "--jobs", 1, "-o", tmp_path / "出", "--json")
    data = json.loads(out)
    assert code == 1
    assert [Path(file).parent for file in data["files"]] == [tmp_path / "出"] * 2
    assert {row["id"] for row in data["gates"]} >= {
        "ranking",
        "paper-never-wins",
        "apart",
        "injects-fire",
        "no-dominant",
    }
    assert not (place / "certificate.json").exists()


@pytest.mark.parametrize(
    "argv",
    [("nowhere",), ("first-order", "--runs", "0"), ("first-order", "--jobs", "0"), ("first-order", "--seed", "-1")],
)
def test_bad_input_is_3(run: Run, argv: tuple[str, ...]) -> None:
    """Bad input gives 3 and a Chinese reason."""
    code, out, err = run("certify", *argv)
    assert (code, out) == (3, "")
    assert any("\u4e00" <= c <= "\u9fff" for c in err)


def test_the_wait_is_reckoned_for_the_games_there_are():
    """A look at the title page counts as many ways of playing as the trials have: each policy, and one drawn by lot."""
    assert DRAWN not in POLICIES
    assert games(20) == 20 * len((*POLICIES, DRAWN))
