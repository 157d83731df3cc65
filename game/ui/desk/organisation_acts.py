"""What can be done with a body of the county: set up, staff, lead, rest, relieve of forms, call together."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import NumberSpin, TickList
from game.ui.desk.organisation_model import Node


class OrganAct(ActForm):
    """An action on one body of the chart."""

    node: Node | None = None

    def set_node(self, node: Node | None, view: View) -> None:
        """Take the body chosen in the chart; hidden where the action means nothing for it."""
        self.node = node
        self.setVisible(self.fits(node))
        if self.fits(node):
            self.refresh(view)

    def fits(self, node: Node | None) -> bool:
        """Whether the action can be meant for a body."""
        raise NotImplementedError


def _seats(view: View) -> list[tuple[str, str]]:
    return [(seat.id, seat.name) for seat in view.seats]


class SetUpAct(OrganAct):
    """Set up a body, with its leader."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(
            bridge, "set_up_organ", "", name="organisation.set_up", icon="plus", folding=False, parent=parent
        )
        self.leader = Choice("organisation.leader", self.tr("负责人"))
        self.add(self.tr("负责人"), self.leader)
        self.watch(self.leader.chosen)

    def set_node(self, node: Node | None, view: View) -> None:
        """Propose whoever sits here as the leader of another body."""
        fresh = node is not None and (self.node is None or self.node.id != node.id)
        super().set_node(node, view)
        if fresh and self.fits(node) and view.seat is not None:
            self.leader.set_value(view.seat.id)
            self.recheck()

    def fits(self, node: Node | None) -> bool:
        """Bodies that do not exist yet."""
        return node is not None and node.organ is None

    def refresh(self, view: View) -> None:
        """Offer the seats as leaders."""
        self.leader.set_options([*_seats(view), ("", self.tr("暂不指定（只顶一半用）"))])
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Body and leader."""
        return {"organ": self.node.id, "leader": self.leader.value()} if self.node is not None else None


class SecondAct(OrganAct):
    """Second cadres to a body."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("借人要还情：哪家出人，哪家手上的事就慢。一家最多借出一半人手。")
        super().__init__(bridge, "second_staff", hint, name="organisation.second", icon="people", parent=parent)
        self.giver = Choice("organisation.second.from", self.tr("从哪家抽调"), search=True)
        self.staff = NumberSpin("organisation.second.staff", self.tr("抽调几人"), 1, 200, self.tr("人"))
        self.staff.setValue(2)
        self.add(self.tr("从哪家抽"), self.giver)
        self.add(self.tr("抽几人"), self.staff)
        self.watch(self.giver.chosen, self.staff.valueChanged)

    def fits(self, node: Node | None) -> bool:
        """Bodies that exist."""
        return node is not None and node.organ is not None

    def refresh(self, view: View) -> None:
        """Offer who has people, most first."""
        mine = self.node.id if self.node is not None else ""
        givers = sorted(
            (o for o in view.organs if o.kind in ("bureau", "township") and o.id != mine), key=lambda o: -o.staff
        )
        self.giver.set_options(
            [(o.id, self.tr("{name}（{staff}人）").format(name=o.name, staff=o.staff)) for o in givers]
        )
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Taker, giver and how many."""
        if self.node is None or not self.giver.value():
            return None
        return {"organ": self.node.id, "from_organ": self.giver.value(), "staff": self.staff.value()}


class CommanderAct(OrganAct):
    """Appoint the commander of a zone or township."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("一地一帅，责任到人；同一个人兼两处就顾不过来，临阵换将要重新磨合。")
        super().__init__(bridge, "appoint_commander", hint, name="organisation.appoint", icon="star", parent=parent)
        self.seat = Choice("organisation.appoint.seat", self.tr("谁当指挥长"))
        self.add(self.tr("指挥长"), self.seat)
        self.watch(self.seat.chosen)

    def fits(self, node: Node | None) -> bool:
        """Zone commands and townships."""
        return node is not None and node.organ is not None and node.kind in ("zone", "township", "post")

    def refresh(self, view: View) -> None:
        """Offer the seats."""
        self.seat.set_options(_seats(view))
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Place and seat."""
        if self.node is None or not self.seat.value():
            return None
        kind = "zone" if self.node.kind == "zone" else "township"
        return {"place": f"{kind}:{self.node.home}", "seat": self.seat.value()}


class LeadAct(OrganAct):
    """Name a body the lead of a domain."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("一件事一家牵头。牵头单位要懂这一行；牵头超过两个领域就顾不过来。")
        super().__init__(bridge, "name_lead", hint, name="organisation.lead", icon="flag", parent=parent)
        self.domain = Choice("organisation.lead.domain", self.tr("牵头哪个领域"))
        self.add(self.tr("领域"), self.domain)
        self.watch(self.domain.chosen)

    def fits(self, node: Node | None) -> bool:
        """Bodies of the county that exist."""
        return node is not None and node.organ is not None and node.kind in ("bureau", "hq", "group", "taskforce")

    def refresh(self, view: View) -> None:
        """Offer the domains, those with a known lead named."""
        leads = {domain: organ.name for organ in view.organs for domain in organ.lead_for}
        options = []
        for domain in Domain:
            name = self.bridge.names.domain(domain.value)
            lead = leads.get(domain.value)
            options.append(
                (domain.value, self.tr("{domain}（现由{organ}）").format(domain=name, organ=lead) if lead else name)
            )
        self.domain.set_options(options)
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Domain and body."""
        return {"domain": self.domain.value(), "organ": self.node.id} if self.node is not None else None


class RotateAct(OrganAct):
    """Give cadres leave in turns."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("轮休期间人手少一些，疲劳一周周降下来。人累垮了，再多战令也落不了地。")
        super().__init__(bridge, "rotate_cadres", hint, name="organisation.rotate", icon="even", parent=parent)
        self.weeks = NumberSpin("organisation.rotate.weeks", self.tr("轮休几周"), 1, 8, self.tr("周"))
        self.weeks.setValue(2)
        self.add(self.tr("轮休"), self.weeks)
        self.watch(self.weeks.valueChanged)

    def fits(self, node: Node | None) -> bool:
        """Bodies with cadres of their own."""
        return node is not None and node.strained

    def args(self) -> dict[str, Any] | None:
        """Body and weeks."""
        return {"organ": self.node.id, "weeks": self.weeks.value()} if self.node is not None else None


class CutFormsAct(OrganAct):
    """Cut standing forms of one township or of all."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("减表就是放人下村。减过四成，县里就看不清下面的情况了。")
        super().__init__(bridge, "cut_forms", hint, name="organisation.cut_forms", icon="minus", parent=parent)
        self.share = NumberSpin("organisation.cut_forms.share", self.tr("减掉几成"), 0, 60, "%")
        self.share.setSingleStep(5)
        self.share.setValue(30)
        self.add(self.tr("减掉"), self.share)
        self.watch(self.share.valueChanged)

    def fits(self, node: Node | None) -> bool:
        """Fit a township, or the county where nothing is chosen."""
        return node is None or node.kind == "township"

    def args(self) -> dict[str, Any] | None:
        """Township or county, and the share."""
        return {"organ": self.node.id if self.node is not None else "county", "share": self.share.value() * 10}


class DispatchAct(OrganAct):
    """Hold a dispatch meeting."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("把相关单位叫到一张桌上当面定。每开一次都要占各家工时；上次没消化又开，只会更累。")
        super().__init__(bridge, "hold_dispatch", hint, name="organisation.dispatch", icon="people", parent=parent)
        self.organs = TickList(bridge, "organisation.dispatch.organs", self.tr("哪些单位参加"), rows=6)
        self.topic = Choice("organisation.dispatch.topic", self.tr("议题"))
        self.add(self.tr("参会单位"), self.organs)
        self.add(self.tr("议题"), self.topic)
        self.watch(self.organs.changed, self.topic.chosen)

    def fits(self, node: Node | None) -> bool:
        """Fit any body and none."""
        del node
        return True

    def set_node(self, node: Node | None, view: View) -> None:
        """Tick the body chosen, where nothing else is ticked yet."""
        super().set_node(node, view)
        if node is not None and node.strained and not self.organs.value():
            self.organs.set_value([node.id])

    def refresh(self, view: View) -> None:
        """Offer the bodies that do the work, and the domains."""
        bodies = [o for o in view.organs if o.exists and o.kind in ("township", "bureau")]
        self.organs.set_options([(o.id, o.name) for o in bodies])
        topics = [(d.value, self.bridge.names.domain(d.value)) for d in Domain]
        self.topic.set_options([("", self.tr("综合调度")), *topics])
        super().refresh(view)

    def lacks(self) -> str:
        """Somebody has to come."""
        return self.tr("先勾选参会单位。")

    def args(self) -> dict[str, Any] | None:
        """Bodies and topic."""
        organs = self.organs.value()
        return {"organs": organs, "topic": self.topic.value()} if organs else None


class PriorityAct(OrganAct):
    """Declare the first priority."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("领导的注意力就是资源。四周之内换第二个，谁也不知道先干什么。")
        super().__init__(bridge, "declare_priority", hint, name="organisation.priority", icon="target", parent=parent)
        self.domain = Choice("organisation.priority.domain", self.tr("当前头等大事"))
        self.add(self.tr("头等大事"), self.domain)
        self.watch(self.domain.chosen)

    def fits(self, node: Node | None) -> bool:
        """Fit the county as a whole."""
        del node
        return True

    def refresh(self, view: View) -> None:
        """Offer the domains."""
        self.domain.set_options([(d.value, self.bridge.names.domain(d.value)) for d in Domain])
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Name the domain."""
        return {"domain": self.domain.value()}


def organ_acts(bridge: Bridge) -> tuple[OrganAct, ...]:
    """Return the actions on bodies that exist, in the order shown; setting up stands above them."""
    return (
        CommanderAct(bridge),
        SecondAct(bridge),
        LeadAct(bridge),
        RotateAct(bridge),
        CutFormsAct(bridge),
        DispatchAct(bridge),
        PriorityAct(bridge),
    )
