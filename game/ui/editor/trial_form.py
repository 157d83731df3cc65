"""What an author asks of a trial: the inject, the figures set before it, who plays the seats, how far."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from game.authoring.tryout import TURNS, Wish
from game.county.place import County
from game.scenario.model import Scenario
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import NumberSpin
from game.ui.editor.trial_setting import SettingRow
from game.ui.editor.trial_words import policies
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Page, button, discard, label, show_new, spaced

_BY_ITSELF = -1
_MOST_SEED = 2**31 - 1
MOST_SETTINGS = 12


class TrialForm(Page):
    """Emits `changed` () whenever the wish does."""

    changed = Signal()

    def __init__(
        self, scenario: Scenario, county: County, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, 0, 3, parent)
        self._scenario, self._county, self._theme, self._icons = scenario, county, theme, icons
        self._made = 0
        self.rows: list[SettingRow] = []
        turns = scenario.turn.count
        last = turns * scenario.turn.days - 1
        self.inject = Choice("editor.trial.inject", self.tr("从哪件情况"), search=True)
        named = self.tr("{title}（{id}）")
        self.inject.set_options([(i.id, named.format(title=i.title, id=i.id)) for i in scenario.injects])
        self.day = NumberSpin("editor.trial.day", self.tr("从第几天"), _BY_ITSELF, last)
        self.day.setSpecialValueText(self.tr("它自己到的那天"))
        self.day.setValue(_BY_ITSELF)
        self.policy = Choice("editor.trial.policy", self.tr("电脑怎么打"))
        self.policy.set_options(policies())
        self.seed = NumberSpin("editor.trial.seed", self.tr("种子"), 0, _MOST_SEED)
        self.seed.setGroupSeparatorShown(False)
        self.seed.setValue(1)
        self.turns = NumberSpin("editor.trial.turns", self.tr("往后几个回合"), 1, turns)
        self.turns.setValue(min(TURNS, turns))
        grid = spaced(QGridLayout(), theme, 0, 2)
        for number, field in enumerate((self.inject, self.day, self.policy, self.seed, self.turns)):
            grid.addWidget(label(field.accessibleName()), number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(label(self.tr("送达以前先改动的指标"), "heading"))
        text = self.tr("由导调的“调整数值”改动，和课堂上一样留痕；不加就照推演到那天的样子。")
        self.body.addWidget(label(text, "muted", wrap=True))
        self._settings: QVBoxLayout = spaced(QVBoxLayout(), theme, 0, 2)
        self.body.addLayout(self._settings)
        self.more = button(self.tr("加一项指标"), icons, "plus", name="editor.trial.more")
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self.more.clicked.connect(weak_slot(self.add_setting))
        self.inject.chosen.connect(weak_slot(self._on_changed))

    def add_setting(self) -> SettingRow:
        """Add a figure to set."""
        self._made += 1
        row = SettingRow(self._scenario, self._county, self._made, self._theme, self._icons, self.inner)
        row.changed.connect(self.changed)
        row.gone.connect(self._on_gone)
        self.rows.append(row)
        self._settings.addWidget(row)
        show_new(self.inner)
        row.quantity.setFocus()
        self._on_changed()
        return row

    def wish(self) -> Wish:
        """Return what is asked for."""
        return Wish(
            inject=self.inject.value(),
            day=None if self.day.value() == _BY_ITSELF else self.day.value(),
            settings=tuple(row.setting() for row in self.rows),
            policy=self.policy.value(),
            seed=self.seed.value(),
            turns=self.turns.value(),
        )

    def good(self) -> bool:
        """Whether the wish can be tried."""
        return bool(self.inject.value()) and all(row.good() for row in self.rows)

    def _on_gone(self, row: SettingRow) -> None:
        self.rows.remove(row)
        self._settings.removeWidget(row)
        discard(row)
        self.more.setFocus()
        self._on_changed()

    def _on_changed(self) -> None:
        self.more.setEnabled(len(self.rows) < MOST_SETTINGS)
        self.changed.emit()
