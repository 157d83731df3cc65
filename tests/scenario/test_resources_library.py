"""The library is found beside the package in a checkout and inside it in an installed wheel."""

import pytest

from game import resources


@pytest.fixture(params=["checkout", "wheel"])
def installed(request, tmp_path, monkeypatch):
    package = tmp_path / "game"
    base = tmp_path if request.param == "checkout" else package / "bundled"
    for name, text in {
        "scenarios/alpha/scenario.yaml": "format: 1\n",
        "scenarios/beta.yaml": "format: 1\n",
        "scenarios/empty/readme.md": "",
        "counties/t-county.yaml": "name: 县\n",
        "assets/icons/x.svg": "<svg/>",
    }.items():
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    package.mkdir(exist_ok=True)
    monkeypatch.setattr(resources, "PACKAGE", package)
    return base


def test_scenarios_are_listed_and_found_by_name(installed):
    assert resources.list_scenarios() == ("alpha", "beta")
    assert resources.scenario_dir("alpha") == installed / "scenarios" / "alpha"
    assert resources.scenario_dir("beta") == installed / "scenarios" / "beta.yaml"


def test_a_path_goes_before_a_name(installed, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("format: 1\n", encoding="utf-8")
    assert resources.scenario_dir(own) == own
    assert resources.scenario_dir(installed / "scenarios/alpha/scenario.yaml") == installed / "scenarios" / "alpha"


def test_an_unknown_name_says_which_there_are(installed):
    with pytest.raises(FileNotFoundError, match="alpha、beta"):
        resources.scenario_dir("gamma")


def test_counties_and_assets(installed):
    assert resources.county_text("t-county") == "name: 县\n"
    assert resources.list_counties() == ("t-county",)
    assert resources.asset("icons/x.svg").is_file()
    with pytest.raises(FileNotFoundError):
        resources.asset("icons/y.svg")


@pytest.mark.parametrize("name", ["../secret", "..", "/etc/passwd", "a/b", "a\\b", "", "x" * 200])
def test_a_county_name_cannot_lead_out_of_its_folder(installed, name):
    (installed / "secret.yaml").write_text("x", encoding="utf-8")
    assert resources.county_text(name) is None


def test_nothing_there_is_no_crash(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "a" / "game")
    assert resources.list_scenarios() == ()
    assert resources.list_counties() == ()
    assert resources.county_text("t-county") is None
