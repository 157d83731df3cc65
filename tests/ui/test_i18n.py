"""The window in its second language: every text translated, the files current, no Chinese left on a screen."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from game.bots.table import Table
from game.exercise.catalogue import load_tasks
from game.exercise.views.shape import View
from game.session.library import DEFAULT
from game.session.session import Session
from game.ui.app import Languages
from game.ui.assets import assets_dir
from game.ui.bridge import Bridge
from game.ui.briefing import BriefingPage
from game.ui.editor.checking import read
from game.ui.editor.trial_dialog import TrialDialog
from game.ui.help import HelpDialog
from game.ui.home import HomePage
from game.ui.i18n import Text, collect, listed, release, texts
from game.ui.icons import Icons
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.prompts import Prompts
from game.ui.review import open_review
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.starting import Offer, offer, offers
from game.ui.theme import Theme
from game.ui.worker import Direct

TS = assets_dir() / "i18n" / "app_en.ts"
QM = TS.with_suffix(".qm")
UI = Path(__file__).resolve().parents[2] / "game" / "ui"
HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
OWN = frozenset({"中文"})
"""What stays Chinese in every language: the language's own name in the settings."""
OUTSIDE = frozenset({"assets.py", "bench.py", "bench_county.py", "bench_editor.py", "fonts.py"})
"""Modules that speak before there is a language, or to a terminal."""


@pytest.fixture(scope="module")
def entries() -> tuple[Text, ...]:
    return tuple(texts(TS))


@pytest.fixture
def english(qapp) -> Iterator[Languages]:
    before = QLocale()
    languages = Languages(qapp)
    languages.use("en")
    yield languages
    languages.drop()
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def chosen() -> Offer:
    return offer(DEFAULT)


@pytest.fixture
def table(chosen: Offer) -> Iterator[Table]:
    """The shipped scenario after two turns, the person's seat played by a bot so that every desk has something."""
    seat = chosen.scenario.default_seat or chosen.scenario.seats[0].id
    made = Table(Session.create(None, chosen.bundle, seed=20180601, humans={seat}), "integrated", people={seat})
    made.open()
    for _ in range(2):
        made.play_seat(seat)
        made.advance()
    yield made
    made.session.close()


@pytest.fixture
def playing(table: Table, theme: Theme) -> Iterator[Bridge]:
    (seat,) = table.people
    made = Bridge(LocalPlay(table, seat), theme, settings=Settings(theme="light", lang="en", notice_seconds=0))
    yield made
    made.close()


# The files


def test_no_text_lacks_a_translation(entries):
    """Every text of the window has its English."""
    missing = [(entry.context, entry.source) for entry in entries if not entry.finished]

    assert missing == []


def test_translations_have_the_same_placeholders(entries):
    """A translation names the same things as its source, so that formatting cannot fail."""
    holes = re.compile(r"\{[^{}]*\}")
    wrong = [e.source for e in entries if sorted(holes.findall(e.source)) != sorted(holes.findall(e.english))]

    assert wrong == []


def test_translations_hold_no_chinese(entries):
    """English is English to the punctuation."""
    wrong = [entry.english for entry in entries if HAN.search(entry.english)]

    assert wrong == []


def test_sources_and_file_agree(entries, tmp_path):
    """Collecting the texts anew finds the texts of the file, no more and no fewer."""
    fresh = tmp_path / "fresh.ts"

    collect(fresh)

    assert {(e.context, e.source, e.note) for e in texts(fresh)} == {(e.context, e.source, e.note) for e in entries}


def test_collecting_keeps_the_file(entries, tmp_path):
    """Bringing the file up to date loses no translation."""
    copy = tmp_path / "copy.ts"
    shutil.copy(TS, copy)

    collect(copy)

    assert set(texts(copy)) == set(entries)


def test_released_file_is_current(tmp_path):
    """What the window loads is made from the texts as they stand."""
    fresh = tmp_path / "fresh.qm"

    release(TS, fresh)

    assert QM.read_bytes() == fresh.read_bytes()


# The sources


@cache
def _modules() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(UI.rglob("*.py"))]


def _is_tr(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in {"tr", "translate"} and not _is_geometry(node)


def _is_geometry(node: ast.Call) -> bool:
    """A painter's or a rectangle's `translate` takes amounts and never a text."""
    words = [
        a
        for a in node.args
        if isinstance(a, ast.JoinedStr) or (isinstance(a, ast.Constant) and isinstance(a.value, str))
    ]
    return isinstance(node.func, ast.Attribute) and node.func.attr == "translate" and not words


def test_only_literals_are_translated():
    """A text put together before it is looked up is never found: no f-string and no expression inside tr()."""
    wrong = [
        f"{path.name}:{node.lineno}"
        for path, tree in _modules()
        for node in ast.walk(tree)
        if _is_tr(node) and not all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in node.args)
    ]

    assert wrong == []


def test_tr_is_called_by_its_name_on_self():
    """The collector of texts files a text under the class it stands in: tr() is neither renamed nor borrowed."""
    wrong = []
    for path, tree in _modules():
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "tr":
                own = isinstance(node.value, ast.Name) and node.value.id == "self"
                if id(node) not in called or not own:
                    wrong.append(f"{path.name}:{node.lineno}")

    assert wrong == []


def test_chinese_stands_inside_tr():
    """Sentences outside tr() could not be translated; marks and units taken out of texts are none."""
    wrong = []
    for path, tree in _modules():
        if path.name in OUTSIDE:
            continue
        translated = {id(inner) for node in ast.walk(tree) if _is_tr(node) for inner in ast.walk(node)}
        documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in translated | documents
            ):
                words = re.findall(r"[\u3400-\u9fff]{2,}", node.value)
                if words and node.value not in OWN | {"统合推演", "., 万元¥k"}:
                    wrong.append(f"{path.name}:{node.lineno} {node.value}")

    assert wrong == []


# The screens


def shown_texts(root: QWidget) -> Iterator[str]:
    """All that a person reads or hears of the controls of a screen."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from (widget.placeholderText(), widget.text())
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        elif isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                for row in range(model.rowCount()):
                    yield str(model.index(row, column).data() or "")


def left_chinese(root: QWidget, given: str) -> list[str]:
    """Chinese on a screen that is not in the texts given, i.e. of the scenario and the county."""
    return [
        text
        for text in dict.fromkeys(shown_texts(root))
        if any(run not in given and run not in OWN for run in HAN.findall(plain(text)))
    ]


def plain(text: str) -> str:
    """Return a text with one kind of gap, so that shortened and wrapped words are still found."""
    return re.sub(r"[\s·…]+", " ", text)


def written(*views: View) -> str:
    """Return all words in views, places also as they are named in full."""
    words = [content(asdict(view)) for view in views]
    for view in views:
        towns = {town.id: town.name for town in view.townships}
        words += [towns.get(village.township, "") + village.name for village in view.villages]
    return plain("\n".join(words))


def content(value: object) -> str:
    """Return all strings inside a value, one a line."""
    if isinstance(value, dict):
        return "\n".join(content(item) for item in (*value.keys(), *value.values()))
    if isinstance(value, list | tuple):
        return "\n".join(content(item) for item in value)
    return value if isinstance(value, str) else ""


@pytest.mark.ci
def test_desks_open_in_english(english, playing):
    """Every desk of a running exercise speaks English but for what the scenario, the county and players wrote."""
    given = written(playing.view)
    window = MainWindow(playing)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(1440, 900)
    window.show()
    found = {}
    for name in window.desk_names():
        window.show_desk(name)
        QApplication.processEvents()
        found[name] = left_chinese(window, given)
    window.close()
    window.deleteLater()

    assert {name: left for name, left in found.items() if left} == {}


@pytest.mark.ci
def test_other_screens_open_in_english(english, playing, table, theme):
    """Home, briefing, help, settings and review speak English but for what the scenario wrote."""
    settings = Settings(theme="light", lang="en")
    prompts = Prompts()
    home = HomePage(theme, Icons(theme), settings, prompts)
    home.load(at_once=True)
    shown = {
        "home": home,
        "briefing": BriefingPage(playing),
        "help": HelpDialog(theme),
        "settings": SettingsDialog(settings, theme),
        "review": open_review(table.session, theme, settings, prompts, playing.seat),
    }
    scenarios = [dict(offer(name).bundle) for name in offers()]
    given = written(playing.view, table.session.view("review")) + plain(content(scenarios))
    found = {}
    for name, widget in shown.items():
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.show()
        QApplication.processEvents()
        found[name] = left_chinese(widget, given)
        widget.close()
        widget.deleteLater()
    prompts.deleteLater()

    assert {name: left for name, left in found.items() if left} == {}


@pytest.mark.ci
def test_a_trial_is_told_in_english(english, chosen, table, theme):
    """What is asked, what came of it and every place a figure can be set on: English but for the scenario's words."""
    reading = read(dict(chosen.bundle), 1)
    dialog = TrialDialog(reading.draft, reading.county, "turbid-water", theme, Icons(theme), worker=Direct())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.show()
    given = written(table.session.view("review")) + plain(content([dict(chosen.bundle)]))
    for quantity in ("fatigue", "trust", "funds"):
        row = dialog.form.add_setting()
        row.quantity.set_value(quantity)
        row.quantity.activated.emit(row.quantity.currentIndex())
        row.value.setValue(300)
    dialog.form.turns.setValue(1)
    asked = left_chinese(dialog, given)
    dialog.run()
    assert dialog.result_page is not None, dialog.said.text()
    shown = left_chinese(dialog, given + plain(content(dialog._found.desks)))
    came = [line for line in dialog.result_page.course.toPlainText().splitlines() if "→" not in line]
    dialog.close()

    assert asked == []
    assert shown == []
    assert [run for run in HAN.findall("\n".join(came)) if run not in given] == []


def test_catalogue_is_named_in_english(english, playing):
    """Tasks and organs of the catalogue have their English names in an English window, places keep theirs."""
    names = playing.names
    task = load_tasks()["water_supply"]

    assert (names.task(task.id), names.unit(task.id, 2)) == (task.en, task.unit_en)
    assert names.organ("bureau:water") == "Water Bureau"
    assert HAN.search(names.place("township:qingshan"))


def test_sums_are_told_in_thousands_and_millions(english, playing):
    """English sums count in thousands and millions, Chinese ones in ten thousands."""
    names = playing.names
    told = [names.money(yuan * 100) for yuan in (9_500, 350_000, 1_250_000, -12_000_000)]
    english.drop()

    assert told == ["¥9,500", "¥350k", "¥1.25m", "-¥12m"]
    assert names.money(350_000_00) == "35万元"


def test_one_of_a_unit_is_told_in_the_singular(english, playing):
    """English says one household and two households; Chinese knows no difference."""
    names = playing.names
    told = [names.amount("water_supply", count) for count in (1, 2, 1200)]
    told += [names.households(1), names.persons(1), names.persons(2), names.until(8, 7), names.until(6, 7)]
    told += [names.until(9, 7)]
    english.drop()

    assert told[:3] == ["1 household", "2 households", "1,200 households"]
    assert told[3:] == ["1 household", "1 person", "2 people", "1 day left", "1 day late", "2 days left"]


def test_lists_are_joined_as_the_language_does(english):
    """Words in a row stand apart as readers of the language expect."""
    told = listed(["a", "b"])
    english.drop()

    assert told == "a, b"
    assert listed(["甲", "乙"]) == "甲、乙"
