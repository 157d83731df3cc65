"""Start a programme from what is missing: need and place first, then task, amount, money, who and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from game.county.place import NEEDS
from game.exercise.preview import Preview
from game.exercise.views.shape import TaskView, View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import MoneySpin, NumberSpin, PlaceField
from game.ui.icons import NEED_ICONS
from game.ui.kept import Kept
from game.ui.slots import weak_slot
from game.ui.widgets import FlowLayout, button, discard, label, named, show_new

MOST_WEEKS = 16
MARKET = "livelihood"
"""Need whose programmes stand or fall with a buyer."""


def gaps_of(view: View, place: str) -> tuple[int, ...]:
    """Return the reported gaps of a place by need, households; -1 where nothing is reported."""
    kind, _, name = place.partition(":")
    if kind == "village":
        found = next((v.gaps for v in view.villages if v.id == name), ())
    else:
        towns = [t for t in view.townships if kind == "county" or t.id == name or (kind == "zone" and t.zone == name)]
        found = tuple(sum(max(0, t.gaps[i]) for t in towns) for i in range(len(NEEDS))) if towns else ()
    return found if len(found) == len(NEEDS) else (-1,) * len(NEEDS)


def suggest(task: TaskView, gap: int, weeks_left: int) -> tuple[int, int, int]:
    """Return (amount, yuan, weeks) that fit a reported gap, what a township can take on, and the time left."""
    weeks = max(1, min(MOST_WEEKS, weeks_left, -(-max(1, gap) // max(1, task.weekly)) + 1))
    amount = max(1, min(max(1, gap), task.weekly * weeks))
    return amount, amount * task.yuan, weeks


class StartAct(ActForm):
    """缺什么补什么: the reported gaps lead to a task and its means."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("先看哪里缺什么，再定补什么。上报的缺口不一定是真缺口，拿不准先派人去看。")
        super().__init__(
            bridge, "start_programme", hint, name="programmes.start", icon="programme", folding=False, parent=parent
        )
        self._need = ""
        self._built = Kept()
        self._order: list[int] = []
        self._chips: dict[int, QPushButton] = {}
        self.place = PlaceField(bridge, "programmes.place", self.tr("项目放在哪里"))
        self.needs = QWidget()
        self._needs = FlowLayout(bridge.theme.space(1))
        self.needs.setLayout(self._needs)
        self.task = Choice("programmes.task", self.tr("干什么"))
        self.amount = NumberSpin("programmes.amount", self.tr("干多少"), 1, 1_000_000)
        self.money = MoneySpin("programmes.money", self.tr("投多少钱"))
        self.fund = Choice("programmes.fund", self.tr("用哪笔资金"))
        self.organ = Choice("programmes.organ", self.tr("谁来办"), search=True)
        self.weeks = NumberSpin("programmes.weeks", self.tr("几周完成"), 1, 200, self.tr("周"))
        self.buyer = Choice("programmes.buyer", self.tr("销路（谁来收）"))
        self.over = named(
            QCheckBox(self.tr("超出政策标准兑现")), "programmes.over_standard", self.tr("超出政策标准兑现")
        )
        self.warning = label("", "warn", wrap=True)
        self.add(self.tr("在哪里"), self.place)
        self.add(self.tr("缺什么"), self.needs)
        self.add(self.tr("补什么"), self.task)
        row = QWidget()
        pair = FlowLayout(bridge.theme.space(2))
        pair.addWidget(self.amount)
        pair.addWidget(self.weeks)
        row.setLayout(pair)
        self.add(self.tr("数量与工期"), row)
        self.add(self.tr("资金"), self.money)
        self.add(self.tr("用哪笔"), self.fund)
        self.add(self.tr("谁来办"), self.organ)
        self.add(self.tr("销路"), self.buyer)
        self.form.addRow(self.over)
        self.form.addRow(self.warning)
        self.place.changed.connect(self._on_place)
        self.task.chosen.connect(self._on_task)
        self.amount.valueChanged.connect(self._count)
        self.buyer.chosen.connect(self._on_risk)
        self.over.toggled.connect(self._on_risk)
        self.watch(
            self.amount.valueChanged, self.money.valueChanged, self.weeks.valueChanged,
            self.fund.chosen, self.organ.chosen, self.buyer.chosen, self.over.toggled,
        )  # fmt: skip

    @property
    def need(self) -> str:
        """The need chosen."""
        return self._need

    def refresh(self, view: View) -> None:
        """Offer what the view has."""
        self.place.refresh(view)
        self.fund.set_options(self.words.fund_choices(view))
        if not self._need:
            gaps = gaps_of(view, self.place.value())
            self._need = NEEDS[max(range(len(NEEDS)), key=lambda i: gaps[i])]
            self._show_tasks(view)
        self._show_needs(view)
        super().refresh(view)

    def preset(self, place: str) -> None:
        """Begin from a place."""
        self.place.set_value(place)
        self._on_place(place)

    def pick_need(self, need: str) -> None:
        """Take a need and suggest task, amount, money and time."""
        self._need = need
        self._built.forget()  # the click has turned a chip over
        self._show_needs(self.bridge.view)
        self._show_tasks(self.bridge.view)
        self.recheck_soon()

    def lacks(self) -> str:
        """Task, fund and organ are needed."""
        return self.tr("选好任务、资金和承办单位。")

    def args(self) -> dict[str, Any] | None:
        """All of it."""
        if not (self.task.value() and self.fund.value() and self.organ.value() and self.money.yuan()):
            return None
        return {
            "task": self.task.value(),
            "place": self.place.value(),
            "amount": self.amount.value(),
            "money": self.money.yuan(),
            "fund": self.fund.value(),
            "organ": self.organ.value(),
            "weeks": self.weeks.value(),
            "buyer": self.buyer.value() if self._need == MARKET else "",
            "over_standard": self.over.isChecked(),
        }

    def lines(self, preview: Preview) -> Sequence[tuple[str, str]]:
        """Leave out the two warnings that stand beside their fields already."""
        own = tuple(code for code in preview.warnings if code not in ("warn.no_buyer", "warn.over_standard"))
        return super().lines(replace(preview, warnings=own))

    # Slots

    def _on_place(self, _place: str) -> None:
        self._show_needs(self.bridge.view)
        self._show_tasks(self.bridge.view)
        self.recheck_soon()

    def _on_task(self, _task: str) -> None:
        self._suggest(self.bridge.view)
        self.recheck_soon()

    def _on_risk(self, *_state: object) -> None:
        self._show_risk()

    # Helpers

    def _show_needs(self, view: View) -> None:
        gaps = gaps_of(view, self.place.value())
        if self._built.same(gaps, self._need):
            return
        order = sorted(range(len(NEEDS)), key=lambda i: -gaps[i])
        if order != self._order:
            self._order = order
            while (item := self._needs.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    discard(widget)
            self._chips = {}
            for index in order:
                chip = button("", self.bridge.icons, NEED_ICONS[index], kind="chip")
                chip.setCheckable(True)
                chip.clicked.connect(weak_slot(self.pick_need, NEEDS[index]))
                self._needs.addWidget(chip)
                self._chips[index] = chip
        for index, chip in self._chips.items():
            need, name = NEEDS[index], self.bridge.names.need(NEEDS[index])
            text = f"{gaps[index]:,}" if gaps[index] >= 0 else "—"
            chip.setText(self.tr("{need} {count}户").format(need=name, count=text))
            count = self.bridge.names.households(gaps[index])
            spoken = self.tr("{need}，上报缺{count}").format(need=name, count=count)
            named(chip, f"programmes.need.{need}", spoken)
            chip.setChecked(need == self._need)
        show_new(self.needs)
        self.needs.updateGeometry()

    def _show_tasks(self, view: View) -> None:
        tasks = [t for t in view.tasks if t.need == self._need]
        self.task.set_options([(t.id, t.name) for t in tasks])
        shown = self._need == MARKET
        self.form.setRowVisible(self.buyer, shown)
        engaged = [(p.id, p.name) for p in view.partners if p.state == "engaged"]
        self.buyer.set_options([("", self.tr("还没有落实")), *engaged])
        self._suggest(view)

    def _suggest(self, view: View) -> None:
        task = next((t for t in view.tasks if t.id == self.task.value()), None)
        organs = [o for o in view.organs if o.exists and o.kind in ("bureau", "township", "taskforce")]
        fit = task.bureaus if task is not None else ()
        ranked = sorted(organs, key=lambda o: (o.id not in fit, o.id != self.place.value(), o.kind != "township"))
        best = self.tr("{organ}（本行）")
        self.organ.set_options([(o.id, best.format(organ=o.name) if o.id in fit else o.name) for o in ranked])
        self._show_risk()
        if task is None:
            return
        gap = gaps_of(view, self.place.value())[NEEDS.index(task.need)] if task.need in NEEDS else 0
        amount, yuan, weeks = suggest(task, gap, max(1, (view.last_day - view.day) // 7))
        self.amount.setValue(amount)
        self._count()
        self.money.set_yuan(yuan)
        self.weeks.setValue(weeks)
        if ranked:
            self.organ.set_value(ranked[0].id)

    def _count(self) -> None:
        self.amount.setSuffix(" " + self.bridge.names.unit(self.task.value(), self.amount.value()))

    def _show_risk(self) -> None:
        risks = []
        if self._need == MARKET and not self.buyer.value():
            risks.append(self.tr("！没有销路的产业，种出来是丰收，卖不掉是窟窿。先去“伙伴”谈好谁来收。"))
        if self.over.isChecked():
            risks.append(self.tr("！超标准兑现，这个村叫好，邻村攀比，日后难以一视同仁。"))
        self.warning.setText("\n".join(risks))
        self.warning.setVisible(bool(risks))
