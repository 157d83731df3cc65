"""The offer of a 包干: to whom, for what, until when, and with which hours, money and powers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from game.scenario.model import Domain, Power
from game.ui.bridge import Bridge
from game.ui.desk.contract_cover import IN_FORCE, cover, uncovered_domains
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.order_draft import fund_left
from game.ui.i18n import listed
from game.ui.widgets import Page, Segments, label, named, spaced

END_DAYS = 56
"""Days a fresh offer runs."""
LENDABLE = tuple(power.value for power in Power if power not in (Power.INSTRUCT, Power.TALK))
NO_HOLDERS = ("squad", "warrooms", "teams")


class OfferPanel(QFrame):
    """Two kinds of contract, one form. `offered` carries the id of the new contract."""

    offered = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._before: set[str] = set()
        self._own_duty = False
        theme = bridge.theme
        named(self, "contract.offer", self.tr("发包"))
        page = Page(theme, 4, 3)
        outer = spaced(QVBoxLayout(self), theme, 0, 0)
        outer.addWidget(page)
        self.kind = Segments(
            theme,
            [("area", self.tr("包片区")), ("task", self.tr("包领域"))],
            "contract.kind",
            self.tr("包片区还是包领域"),
        )
        hint = self.tr("责任、人、钱、权一起交，才包得住。只给责任不给条件，就是有责无权。")
        self.form = CommandForm(bridge, "contract.form", frame="true")
        page.body.addWidget(label(self.tr("发包"), "title"))
        page.body.addWidget(label(hint, "muted", wrap=True))
        page.body.addWidget(self.kind)
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        # The fields need more height than a small screen has; what gives the command stays in sight below them
        outer.addWidget(self.form.foot_apart())
        self.kind.picked.connect(self._on_kind)
        self.form.edited.connect(self._on_edited)
        self.form.given.connect(self._on_given)

    def refresh(self) -> None:
        """Open the form, or keep what is written in it while offering what a new view has."""
        if not self.form.kind:
            self.start()
        else:
            self._reopen(focus=False)

    def start(self, target: str = "", *, focus: bool = False) -> None:
        """Begin an offer for a place or a domain; for what nobody holds where none is given."""
        self._before = {c.id for c in self.bridge.view.contracts}
        target = target or self._first_gap()
        area = ":" in target or not target
        self.kind.choose("area" if area else "task")
        self._own_duty = False
        self._open({"object": target} if target else {}, focus=focus)

    # Slots

    def _on_kind(self, _kind: str) -> None:
        self._own_duty = False
        self._open({}, focus=True)

    def _on_edited(self, key: str) -> None:
        if key == "duty":
            field = self.form.blocks["duty"].field
            self._own_duty = self._own_duty or field.hasFocus()
        elif key in ("object", "end") and not self._own_duty:
            self.form.set_value("duty", self._duty())
        if key in ("hours", "money", "powers"):
            self._weigh()

    def _on_given(self, _kind: str) -> None:
        view = self.bridge.view
        fresh = [c.id for c in view.contracts if c.id not in self._before and c.giver == view.viewer]
        self.start()
        self.offered.emit(fresh[-1] if fresh else "")

    # Helpers

    def _reopen(self, *, focus: bool) -> None:
        self._open({key: self.form.value(key) for key in self.form.blocks}, focus=focus)

    def _open(self, values: dict[str, Any], *, focus: bool) -> None:
        view, names = self.bridge.view, self.bridge.names
        area = self.kind.current == "area"
        holders = [(s.id, self.tr("{who}（席位）").format(who=s.name)) for s in view.seats if s.id != view.viewer]
        holders += [(o.id, o.name) for o in view.organs if o.exists and o.kind not in NO_HOLDERS]
        if area:
            held = {c.object for c in view.contracts if c.kind == "area" and c.state in (*IN_FORCE, "offered")}
            whole, taken = self.tr("{place}（全乡镇）"), self.tr("{place}（全乡镇，已有人包）")
            objects = [
                (f"township:{t.id}", (taken if f"township:{t.id}" in held else whole).format(place=t.name))
                for t in view.townships
            ]
            objects += [(f"zone:{key}", self.tr("{zone}（全战区）").format(zone=name)) for key, name in view.zones]
            objects += [(f"village:{v.id}", names.place(f"village:{v.id}", full=True)) for v in view.villages]
        else:
            objects = [(d.value, names.domain(d.value)) for d in Domain]
        line = self.tr("{fund}（余{left}）")
        funds = [(f.id, line.format(fund=f.name, left=names.money(fund_left(f)))) for f in view.funds]
        own = set(view.seat.powers) if view.seat else set()
        powers = [(p, self.bridge.say(f"group.{p}")) for p in LENDABLE if p in own]
        last = max(view.day + 1, view.last_day)
        hours, money, power = (values.get(key, blank) for key, blank in (("hours", 0), ("money", 0), ("powers", ())))
        per_week = self.tr(" 工时/周")
        asks = [
            Ask("object", self.tr("包什么"), "choice", tuple(objects), values.get("object")),
            Ask(
                "holder",
                self.tr("谁来包（席位要本人应承，单位当场生效）"),
                "choice",
                tuple(holders),
                values.get("holder"),
            ),
            Ask("end", self.tr("包到哪天"), "day", value=values.get("end", min(view.day + END_DAYS, last))),
            Ask("duty", self.tr("责任内容"), "text", value=values.get("duty", ""), rows=2),
            Ask("hours", self.tr("人：每周多少工时"), "number", value=hours, most=10_000, suffix=per_week, half=True),
            Ask("money", self.tr("钱：给多少"), "money", value=money, half=True),
            Ask("fund", self.tr("钱从哪里出"), "choice", tuple(funds), values.get("fund")),
            Ask("powers", self.tr("权：授哪几项（只能授自己有的）"), "ticks", tuple(powers), power, rows=3),
        ]
        self.form.open(
            "offer_contract",
            "",
            asks,
            {"contract_kind": self.kind.current},
            self.tr("发包"),
            closable=False,
            focus=focus,
        )
        if not values.get("duty"):
            self.form.set_value("duty", self._duty())
            self.form.show_preview()
        self._weigh()

    def _first_gap(self) -> str:
        """Return the township, else the field, in which most is nobody's."""
        view = self.bridge.view
        worst = max(cover(view), key=lambda one: one.gap, default=None)
        if worst is not None and worst.gap:
            return f"township:{worst.township}"
        fields = uncovered_domains(view)
        return fields[0][0] if fields else ""

    def _duty(self) -> str:
        names = self.bridge.names
        what, end = self.form.value("object"), names.date(self.form.value("end"), week=False)
        if self.kind.current == "area":
            return self.tr("{date}前，{what}的问题清零、不反弹。").format(date=end, what=names.place(what, full=True))
        return self.tr("{date}前，{what}方面的问题清零、不反弹。").format(date=end, what=names.domain(what))

    def _weigh(self) -> None:
        """Say whether what is given matches what is asked."""
        hours, money, powers = (self.form.value(key) for key in ("hours", "money", "powers"))
        given = [
            word for word, there in ((self.tr("人"), hours), (self.tr("钱"), money), (self.tr("权"), powers)) if there
        ]
        if given:
            text = self.tr("已配：{given}").format(given=listed(given))
        else:
            text = self.tr("人、钱、权都没有配：这样发出去就是有责无权。")
        self.form.blocks["powers"].set_note(text)
