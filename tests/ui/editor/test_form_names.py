"""The form offers places and commands by their names, and writes only what is meant."""

from __future__ import annotations

from forms import changed, now, pick, row, shown, typed
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from uihelp import bring_in_front, settle

from game.scenario.findings import Fix


def test_places_and_commands_are_chosen_by_name(open_page, large):
    """Nobody has to know an id: townships and villages of the exercise and all commands have their names."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    township = row(view, "place.township").input
    assert township.currentText() == "青杉乡"
    towns = [township.itemText(n) for n in range(township.count())]
    assert towns[0] == "（不写）"
    assert "云岭镇" in towns
    assert not any(word.isascii() for word in towns)
    villages = row(view, "place.village").input
    assert villages.count() > 60
    assert any(villages.itemText(n).startswith("青杉乡 ") for n in range(villages.count()))
    expected = next(field for key, field in view.rows.items() if key.startswith("expect[") and key.endswith(".command"))
    assert not expected.input.currentText().isascii()
    offered = {expected.input.itemData(n) for n in range(expected.input.count())}
    assert {"issue_order", "offer_contract"} <= offered
    assert offered.isdisjoint({"fire_inject", "advance", "adjust"})


def test_a_place_is_found_by_part_of_its_name(open_page, large):
    """What is typed finds the village and its id is written; a place that is not to be written goes again."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    field = row(view, "place.village").input
    name = next(field.itemText(n) for n in range(field.count()) if field.itemText(n).startswith("云岭镇"))
    ident = field.itemData(field.findText(name))
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(name.split()[1])
    field.lineEdit().editingFinished.emit()
    after = now(page)
    place = "township: qingshan, pick: worst, by: water"
    assert changed(before, after) == ([f"  place: {{{place}}}"], [f"  place: {{{place}, village: {ident}}}"])
    assert row(view, "place.village").input.currentText() == name
    pick(view, "place.township", "")
    assert changed(before, now(page))[1] == [f"  place: {{pick: worst, by: water, village: {ident}}}"]


def test_a_place_that_is_not_there_stays_in_sight(open_page, large):
    """An id the county does not have is shown as it is written, with what the checker says of it."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "qingsan")])
    view = shown(page, "taps-dry")
    assert row(view, "place.township").input.currentText() == "qingsan"
    assert "qingsan" in row(view, "place.township").findings.text()


def test_what_somebody_looks_for_is_left_alone(open_page, large):
    """A check in the midst of typing does not put the old name back."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    bring_in_front(page)
    field = row(view, "place.village").input
    field.setFocus()
    settle(page)
    assert field.hasFocus()
    field.lineEdit().selectAll()
    QTest.keyClicks(field.lineEdit(), "zz")
    page.workbook.apply([Fix("injects/01-muster.yaml", 1, 1, 1, 1, "# 注\n")])
    page.checking.now()
    settle(page)
    assert field.lineEdit().text() == "zz"
    field.lineEdit().clear()


def test_only_what_is_meant_is_written(open_page, large):
    """Part of many names, nothing at all and a look round write nothing; an id is as good as a name."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    village, township = row(view, "place.village").input, row(view, "place.township").input
    typed(page, view, "place.village", "村")
    assert village.currentText() == "（不写）"
    typed(page, view, "place.township", "青杉乡")
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(township, turned)
    assert township.currentText() == "青杉乡"
    assert now(page) == before
    typed(page, view, "place.township", "yunling")
    assert changed(before, now(page))[1] == ["  place: {township: yunling, pick: worst, by: water}"]
    assert township.currentText() == "云岭镇"
    typed(page, view, "place.township", "")
    assert changed(before, now(page))[1] == ["  place: {pick: worst, by: water}"]


def test_a_name_in_place_of_an_id_is_not_mended_in_passing(open_page, large):
    """Whoever goes through the fields by Tab changes nothing; the finding stands beside the field."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "青杉乡")])
    view = shown(page, "taps-dry")
    before = now(page)
    row(view, "place.township").input.lineEdit().editingFinished.emit()
    assert now(page) == before


def test_a_choice_that_is_refused_goes_back(open_page, large):
    """Of a text that cannot be read nothing is changed, and the field does not say otherwise."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "[\n")])
    before = now(page)
    row(view, "place.township").input.setFocus()
    pick(view, "place.township", "yunling")
    assert now(page) == before
    assert row(view, "place.township").input.currentText() == "青杉乡"


def test_nothing_is_chosen_where_nothing_starts(open_page, large):
    """The blank line among the ways to start is no way to start."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    field = row(view, "trigger").field
    page.workbook.apply([Fix(*field.place[:2], 1, field.last + 1, 1, "")])
    now(page)
    before = page.workbook.texts()
    combo = row(view, "trigger").input
    assert combo.currentText() == "（不写）"
    combo.activated.emit(0)
    assert now(page) == before


def test_without_a_county_ids_are_written_by_hand(open_page, large):
    """Places of a county that the draft no longer names are not offered."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    text = page.workbook.texts()["scenario.yaml"].split("\n")
    line = next(n for n, words in enumerate(text, 1) if words.strip().startswith("name: ") and "county" in text[n - 2])
    page.workbook.apply([Fix("scenario.yaml", line, 1, line, len(text[line - 1]) + 1, "  name: nowhere")])
    now(page)
    assert type(row(view, "place.village").input) is QLineEdit
    assert row(view, "place.township").input.text() == "qingshan"
