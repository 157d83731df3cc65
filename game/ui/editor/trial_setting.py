"""One figure that a trial sets before it goes on: which, where, to what; what is out of bounds is said at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.authoring.trial_errors import BadFigure
from game.authoring.trial_figures import QUANTITIES, SETTABLE, Setting, bounds, check_value, places
from game.county.place import County
from game.scenario.model import Scenario
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import NumberSpin
from game.ui.editor.trial_words import quantity_word, unit_word
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import button, label, set_role, spaced

_WIDEST = 999_999
"""What can be typed, beyond every bound: a number that is cut in silence would not be the author's."""
_LARGE = 125
"""Percent of type beyond which a row is broken in two."""


class SettingRow(QWidget):
    """Signals: `changed` () whenever it says something else, `gone` (the row) to be taken away."""

    changed = Signal()
    gone = Signal(object)

    def __init__(
        self, scenario: Scenario, county: County, number: int, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scenario, self._county = scenario, county
        column = spaced(QVBoxLayout(self), theme, 0, 1)
        rows = [spaced(QHBoxLayout(), theme, 0, 2) for _ in range(2 if theme.scale > _LARGE else 1)]
        name = f"editor.trial.setting.{number}"
        self.quantity = Choice(f"{name}.figure", self.tr("指标"), parent=self)
        self.quantity.set_options([(one, quantity_word(one)) for one in QUANTITIES if self._places(one)])
        self.place = Choice(f"{name}.place", self.tr("哪里"), search=True, parent=self)
        self.how = Choice(f"{name}.how", self.tr("设成还是增减"), parent=self)
        self.value = NumberSpin(f"{name}.value", self.tr("数值"), -_WIDEST, _WIDEST)
        self.away = button("", icons, "close", kind="quiet", name=f"{name}.away", tip=self.tr("不改这一项"))
        for part, stretch in ((self.quantity, 3), (self.place, 4), (self.how, 2), (self.value, 2), (self.away, 0)):
            (rows[0] if part in (self.quantity, self.place) else rows[-1]).addWidget(part, stretch)
        for row in rows:
            column.addLayout(row)
        self.hint = label("", "small", wrap=True, parent=self)
        column.addWidget(self.hint)
        self.quantity.chosen.connect(weak_slot(self._on_quantity))
        self.place.chosen.connect(weak_slot(self._say))
        self.how.chosen.connect(weak_slot(self._on_how))
        self.value.valueChanged.connect(weak_slot(self._say))
        self.away.clicked.connect(weak_slot(self._on_away))
        self._on_quantity()

    def setting(self) -> Setting:
        """Return what is to be set."""
        return Setting(
            self.quantity.value(), self.place.value(), self.value.value(), change=self.how.value() == "change"
        )

    def good(self) -> bool:
        """Whether the value is within its bounds."""
        try:
            check_value(self.setting())
        except BadFigure:
            return False
        return True

    # Slots

    def _on_quantity(self) -> None:
        quantity = self.quantity.value()
        self.place.set_options(self._places(quantity))
        change = ("change", self.tr("增减"))
        self.how.set_options((("set", self.tr("设成")), change) if quantity in SETTABLE else (change,))
        self.value.setSingleStep(50 if bounds(quantity, change=False)[1] == 1000 else 10)
        self._on_how()

    def _on_how(self) -> None:
        self.value.setPrefix("+" if self.how.value() == "change" and self.value.value() > 0 else "")
        self._say()

    def _on_away(self) -> None:
        self.gone.emit(self)

    # Helpers

    def _places(self, quantity: str) -> list[tuple[str, str]]:
        whole = self.tr("全部") if quantity in ("trust", "funds") else self.tr("全县")
        return [(ident, name or whole) for ident, name in places(self._scenario, self._county, quantity, language())]

    def _say(self) -> None:
        quantity, good = self.quantity.value(), self.good()
        change = self.how.value() == "change"
        self.value.setPrefix("+" if change and self.value.value() > 0 else "")
        least, most = bounds(quantity, change=change)
        facts = {"least": f"{least:,}", "most": f"{most:,}", "unit": unit_word(quantity)}
        if good:
            text = self.tr("{least} 到 {most}，单位：{unit}。").format(**facts)
        else:
            text = self.tr("超出范围：要在 {least} 与 {most} 之间，单位：{unit}。").format(**facts)
        if quantity not in SETTABLE:
            text += self.tr("农户和工时的指标过几周才变，只能增减。")
        self.hint.setText(text)
        set_role(self.hint, "role", "small" if good else "overdue")
        self.value.setAccessibleDescription(text)
        self.changed.emit()
