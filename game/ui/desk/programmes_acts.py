"""What can be done with money: allot it, move it, stop a programme."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from game.exercise.entities import Programme
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import MoneySpin
from game.ui.widgets import named


class AllotAct(ActForm):
    """Give an organ money of its own."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("钱随事走：拨到单位账上，它办事不用层层请示；拨了不用，就闲在那里。")
        super().__init__(bridge, "allot_money", hint, name="programmes.allot", icon="money", parent=parent)
        self.fund = Choice("programmes.allot.fund", self.tr("从哪笔资金拨"))
        self.organ = Choice("programmes.allot.organ", self.tr("拨给哪家"), search=True)
        self.money = MoneySpin("programmes.allot.money", self.tr("拨多少"))
        self.money.set_yuan(500_000)
        self.add(self.tr("从哪笔"), self.fund)
        self.add(self.tr("拨给"), self.organ)
        self.add(self.tr("金额"), self.money)
        self.watch(self.fund.chosen, self.organ.chosen, self.money.valueChanged)

    def refresh(self, view: View) -> None:
        """Offer funds and organs."""
        self.fund.set_options(self.words.fund_choices(view))
        self.organ.set_options(
            [(o.id, o.name) for o in view.organs if o.exists and o.kind in ("township", "bureau", "taskforce")]
        )
        super().refresh(view)

    def lacks(self) -> str:
        """All three are needed."""
        return self.tr("选资金、单位，并填金额。")

    def args(self) -> dict[str, Any] | None:
        """Fund, organ and money."""
        if not (self.fund.value() and self.organ.value() and self.money.yuan()):
            return None
        return {"fund": self.fund.value(), "organ": self.organ.value(), "money": self.money.yuan()}


class MoveAct(ActForm):
    """Move money between funds."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("专款只能在同样用途里调；把别家的包干资金调走，人家心里有数。")
        super().__init__(bridge, "move_money", hint, name="programmes.move", icon="move", parent=parent)
        self.source = Choice("programmes.move.source", self.tr("从哪笔调出"))
        self.target = Choice("programmes.move.target", self.tr("调到哪笔"))
        self.money = MoneySpin("programmes.move.money", self.tr("调多少"))
        self.money.set_yuan(200_000)
        self.reason = named(QLineEdit(), "programmes.move.reason", self.tr("调剂理由"))
        self.reason.setPlaceholderText(self.tr("写一句理由"))
        self.add(self.tr("调出"), self.source)
        self.add(self.tr("调入"), self.target)
        self.add(self.tr("金额"), self.money)
        self.add(self.tr("理由"), self.reason)
        self.watch(self.source.chosen, self.target.chosen, self.money.valueChanged)

    def refresh(self, view: View) -> None:
        """Offer the funds."""
        options = self.words.fund_choices(view)
        first = self.target.value() == ""
        self.source.set_options(options)
        self.target.set_options(options)
        if first and len(options) > 1:
            self.target.set_value(options[1][0])
        super().refresh(view)

    def lacks(self) -> str:
        """Two funds and a sum."""
        return self.tr("选好两笔资金，并填金额。")

    def args(self) -> dict[str, Any] | None:
        """Both funds, money and reason."""
        if not (self.source.value() and self.target.value() and self.money.yuan()):
            return None
        return {
            "source": self.source.value(),
            "target": self.target.value(),
            "money": self.money.yuan(),
            "reason": self.reason.text().strip(),
        }


class StopAct(ActForm):
    """Stop the programme chosen in the table."""

    programme: Programme | None = None

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("停下来，没花的钱退回；可群众记得开了头没收尾的工程。")
        super().__init__(bridge, "stop_programme", hint, name="programmes.stop", icon="close", parent=parent)
        self.reason = named(QLineEdit(), "programmes.stop.reason", self.tr("停建理由"))
        self.reason.setPlaceholderText(self.tr("写一句理由"))
        self.add(self.tr("理由"), self.reason)

    def set_programme(self, programme: Programme | None, view: View) -> None:
        """Take the programme chosen."""
        self.programme = programme
        self.refresh(view)

    def lacks(self) -> str:
        """Say that a running programme has to be chosen."""
        return self.tr("先在项目表里点一个在建的项目。")

    def args(self) -> dict[str, Any] | None:
        """Programme and reason."""
        if self.programme is None or self.programme.state != "running":
            return None
        return {"programme": self.programme.id, "reason": self.reason.text().strip()}
