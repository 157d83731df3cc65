"""Every form that a desk unfolds, measured as the screens are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from measures import ALL
from PySide6.QtWidgets import QPushButton, QWidget
from uihelp import FakePlay, settle
from walk import Way, faces

from game.exercise.views.shape import View
from game.ui.app import Languages
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm
from game.ui.desk.form_actions import ActionRow
from game.ui.desk.form_panel import CommandForm
from game.ui.main_window import MainWindow
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.widgets import RecordTable

WAYS = (
    Way("light", "zh", 100, (1280, 720)),
    Way("dark", "en", 150, (1280, 720)),
    Way("contrast", "zh", 200, (1280, 720)),
    Way("light", "en", 200, (1440, 900)),
)
FORMS = {"contract.act", "order.act", "supervision.act", "supervision.back", "supervision.inquiry"}
"""Those that an action opens; what offers, drafts and plans stands open on its face."""


class Walker:
    """Unfolds forms of a window one after the other."""

    def __init__(self, window: MainWindow, size: tuple[int, int]) -> None:
        self.window, self._size = window, size
        self.done: set[str] = set()
        """Names of what was pressed and unfolded."""

    def forms(self, place: str, bring: Callable[[], None]) -> Iterator[str]:
        """Yield after each form of a face that was not seen yet, while it is open; `bring` shows the face."""
        bring()
        self.settle()
        while (button := next(self._fresh(place), None)) is not None:
            name = f"{place} {button.objectName()} {button.text()}"
            self.done.add(name)
            button.click()
            self.settle()
            forms = [f for f in self.window.findChildren(CommandForm) if f.isVisible()]
            self.done |= {form.objectName() for form in forms}
            yield name
            for form in forms:
                form.close_form()
            bring()
            self.settle()
        for form in [a for a in self._desk().findChildren(ActForm) if a.toggle.isVisible()]:
            if form.kind not in self.done:
                self.done.add(form.kind)
                form.toggle.click()
                self.settle()
                yield f"{place} {form.kind}"

    def show_face(self, desk: str, button: QPushButton) -> None:
        """Show one of the faces of a desk, the last of its records chosen."""
        self.window.show_desk(desk)
        button.click()
        self.settle()
        for table in [t for t in self._desk().findChildren(RecordTable) if t.isVisible()]:
            if table.model().rowCount():
                table.selectRow(table.model().rowCount() - 1)

    def settle(self) -> None:
        settle(self.window, *self._size)

    def _fresh(self, place: str) -> Iterator[QPushButton]:
        for row in [r for r in self._desk().findChildren(ActionRow) if r.isVisible()]:
            for one in [b for b in row.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]:
                if f"{place} {one.objectName()} {one.text()}" not in self.done:
                    yield one

    def _desk(self) -> QWidget:
        return self.window.stack.currentWidget()


@pytest.mark.ci
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_every_form_is_named_reachable_legible_and_whole(qtbot, qapp, rich_view, way):
    """Whatever is pressed on a record or a face, what unfolds has names, order, contrast and room."""
    languages = Languages(qapp)
    languages.use(way.lang)
    theme = Theme(way.theme, way.scale)
    theme.apply(qapp)
    settings = Settings(theme=way.theme, lang=way.lang, scale=way.scale, notice_seconds=0)
    bridge = Bridge(FakePlay(rich_view), theme, settings=settings)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    walker = Walker(window, way.size)
    walker.settle()
    found: dict[str, dict[str, list[str]]] = {}

    def look(name: str) -> None:
        if faults := {kind: wrong for kind, measure in ALL.items() if (wrong := measure(window))}:
            found[name] = faults

    for desk, ref in places(rich_view, window):
        window.show_desk(desk)
        for name in walker.forms(desk, partial(window.show_desk, desk, ref)):
            look(name)
        for face, button in () if ref else faces(window):
            for name in walker.forms(f"{desk} {face}", partial(walker.show_face, desk, button)):
                look(name)
    bridge.close()
    languages.drop()
    Theme("light", 100).apply(qapp)
    assert found == {}
    assert walker.done >= FORMS


def places(view: View, window: MainWindow) -> Iterator[tuple[str, str]]:
    """Yield every desk, and each record that has actions of its own."""
    for desk in window.desk_names():
        yield desk, ""
    for desk, records in (("order", view.orders), ("contract", view.contracts), ("supervision", view.problems)):
        for record in records:
            yield desk, record.id
