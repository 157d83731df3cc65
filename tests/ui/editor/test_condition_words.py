"""Conditions are told in words wherever people read them, in both languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from game.scenario.names import FIGURES, FUNCTIONS, TOWNSHIP_FIGURES
from game.session.library import load_scenario
from game.ui.assets import assets_dir
from game.ui.editor.condition_words import in_words

SAID = [
    ("problems_found >= 14", "发现问题不少于14个"),
    ("day >= 63 or problems_closed >= 24", "开局后的天数不少于63天，或者已销号问题不少于24个"),
    ("0 < incidence_recorded_bp < 300", "账面贫困发生率高于0.00%，并且账面贫困发生率低于3.00%"),
    ('township_figure("fatigue", "qingshan") <= 450', "青杉乡的疲劳不高于45%"),
    ('not resolved("a") and chose("a", "b")', "“a”还没有办结，并且“a”选了“b”"),
    ('not (day > 3 and exists("front"))', "并非（开局后的天数多于3天，并且“front”已成立）"),
    ('gave("issue_order") > 2', "下达“签发战令”的次数多于2次"),
    ("problems_found + 1 >= contracts", "(发现问题 + 1)不少于包干"),
    ("problems_found >=", "problems_found >="),
]
CALLED = {("township", "qingshan"): "青杉乡"}


@pytest.fixture
def english(qapp):
    """Give a window in English for one test."""
    translator = QTranslator()
    translator.load(str(assets_dir() / "i18n" / "app_en.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(("condition", "words"), SAID)
def test_a_condition_reads_as_a_sentence(qapp, condition, words):
    """Figures by their names, bounds with their units; what is no condition yet stays as it is written."""
    assert in_words(condition, CALLED) == words


def _every() -> list[str]:
    asked = [f"{figure.name} >= 5" for figure in FIGURES]
    for function in FUNCTIONS:
        args = ", ".join('"fatigue"' if param == "figure" else '"x"' for param in function.params)
        asked.append(f"{function.name}({args})" + (" >= 5" if function.result == "int" else ""))
    return asked + [f'township_figure("{name}", "x") >= 5' for name in sorted(TOWNSHIP_FIGURES)]


@pytest.mark.parametrize("condition", _every())
def test_nothing_of_the_table_of_names_is_left_raw(qapp, english, condition):
    """Every figure and function has words in English too: neither an identifier nor Chinese is left."""
    words = in_words(condition)
    assert not re.search(r"[a-z]_[a-z]|[\u4e00-\u9fff]|>=", words), words


def test_the_phases_of_a_shipped_scenario_show_no_raw_condition(qapp):
    """What ends and opens the phases of the hundred days is readable by who has never seen a condition."""
    texts = "\n".join(load_scenario("hundred-days").bundle.values())
    conditions = re.findall(r"(?m)^ +(?:enter|exit): (.+)$", texts)
    assert conditions
    assert not [c for c in conditions if re.search(r"_|>=|<=", in_words(c))]
