"""The forms of supervision: which command a step gives, what it asks, and what is suggested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from game.exercise.entities import Problem
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.supervision_rows import owners

LEADERS = ("secretary", "magistrate", "zone_commander", "township_commander")
RUNGS = (1, 2, 3, 4, 5, 6)
DEADLINE_DAYS = 21
LOOK_DAYS = 14


class ProblemForms(QWidget):
    """Opens the form of an action on one or several rows of the ledger."""

    def __init__(self, bridge: Bridge, form: CommandForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.form = bridge, form
        self.setVisible(False)

    def open(self, action: str, rows: Sequence[Problem]) -> None:
        """Open the form of an action: register, verify, close, return, slip, letter, look_back or ladder."""
        if not rows:
            return
        ways = {
            "register": self._register, "verify": self._verify, "close": self._close, "return": self._return,
            "ladder": self._ladder,
        }  # fmt: skip
        if action in ways:
            ways[action](rows[0])
        elif action == "slip":
            self._slip(rows)
        elif action == "letter":
            self._letter(rows)
        elif action == "look_back":
            self._look_back(rows)

    # One row

    def _register(self, row: Problem) -> None:
        view, names = self.bridge.view, self.bridge.names
        ranks = (self.tr("主管部门"), self.tr("属地"), self.tr("其他"))
        line = self.tr("{organ} · {rank}")
        options = tuple((o, line.format(organ=names.organ(o), rank=ranks[rank])) for o, rank in owners(view, row))
        people = (("", self.tr("不定到人")), *((s.id, s.name) for s in view.seats))
        last = max(view.day + 1, view.last_day)
        asks = (
            Ask("owner", self.tr("责任单位（交错单位治不了根）"), "choice", options, options[0][0] if options else ""),
            Ask("person", self.tr("责任人"), "choice", people, row.person),
            Ask("deadline", self.tr("整改时限（太紧只会补材料）"), "day", value=min(view.day + DEADLINE_DAYS, last)),
            Ask("measure", self.tr("整改措施"), "line", value=row.measure),
        )
        title = self.tr("登记交办：{title}").format(title=row.title)
        self.form.open("register_finding", title, asks, {"problem": row.id}, self.tr("交办"))

    def _verify(self, row: Problem) -> None:
        asks = (
            Ask("depth", self.tr("怎么查"), "choice", self.depths(), "2", number=True),
            Ask(
                "squad",
                self.tr("派哪支分队（看材料不用派）"),
                "choice",
                self.squads(self.bridge.view),
                f"squad:{row.township}",
            ),
        )
        title = self.tr("核查：{title}").format(title=row.title)
        hint = self.tr("看材料当场就过，但真假整改分不清；到现场三天内出结果。")
        self.form.open("verify_problem", title, asks, {"problem": row.id}, self.tr("去核查"), hint=hint)

    def _close(self, row: Problem) -> None:
        hint = self.tr("复核通过的才能销号。只看过材料的，销了还可能反弹。") if row.depth < 2 else ""
        title = self.tr("销号：{title}").format(title=row.title)
        self.form.open("close_problem", title, (), {"problem": row.id}, self.tr("销号"), hint=hint)

    def _return(self, row: Problem) -> None:
        ask = Ask("reason", self.tr("退回理由（会写进台账）"), "text", rows=2)
        hint = self.tr("没有人到现场看过就退回，容易结怨。") if row.depth < 2 else ""
        title = self.tr("退回整改：{title}").format(title=row.title)
        self.form.open("return_problem", title, (ask,), {"problem": row.id}, self.tr("退回"), hint=hint)

    def _ladder(self, row: Problem) -> None:
        names = self.bridge.names
        line = self.tr("第{number}级 {rung}")
        rungs = tuple((str(r), line.format(number=r, rung=self.bridge.say(f"rung.{r}"))) for r in RUNGS)
        organs = tuple(dict.fromkeys(o for o in (row.owner, f"township:{row.township}") if o))
        asks = (
            Ask("organ", self.tr("对谁"), "choice", tuple((o, names.organ(o)) for o in organs), organs[0]),
            Ask("rung", self.tr("用哪一级（一级一级来）"), "choice", rungs, str(min(6, row.rung + 1)), number=True),
            Ask("reason", self.tr("事由"), "text", value=self.tr("{title}整改不力").format(title=row.title), rows=2),
        )
        hint = self.tr("轻而及时最管用；第四级起，下面会藏问题。")
        title = self.tr("督责提级：{title}").format(title=row.title)
        self.form.open("apply_ladder", title, asks, {"problem": row.id}, self.tr("提级"), hint=hint, style="danger")

    # Several rows

    def _slip(self, rows: Sequence[Problem]) -> None:
        names, view = self.bridge.names, self.bridge.view
        shared = [{o for o in (r.owner, f"township:{r.township}") if o} for r in rows]
        both = set.intersection(*shared)
        order = [o for r in rows for o in (r.owner, f"township:{r.township}") if o in both] or sorted(
            set.union(*shared)
        )
        options = tuple((o, names.organ(o)) for o in dict.fromkeys(order))
        day = min(view.day + 7, max(view.day + 1, view.last_day))
        text = self.tr("以上问题请逐条核实、限期整改，并把结果报总攻办。")
        asks = (
            Ask("to", self.tr("发给哪个单位"), "choice", options),
            Ask("deadline", self.tr("回复期限"), "day", value=day),
            Ask("text", self.tr("提示内容"), "text", value=text, rows=2),
        )
        title = self.tr("发提示单：{count}个问题").format(count=len(rows))
        hint = "" if both else self.tr("所选问题不归同一个单位，请分开发。")
        fixed = {"problems": tuple(r.id for r in rows)}
        self.form.open("issue_slip", title, asks, fixed, self.tr("发提示单"), hint=hint)

    def _letter(self, rows: Sequence[Problem]) -> None:
        view = self.bridge.view
        people = tuple((s.id, s.name) for s in view.seats if s.post in LEADERS and s.id != view.viewer)
        day = min(view.day + 7, max(view.day + 1, view.last_day))
        asks = (
            Ask("to", self.tr("发给哪位领导"), "choice", people),
            Ask("deadline", self.tr("希望哪天前过问"), "day", value=day),
            Ask("text", self.tr("提示内容"), "text", value=self.tr("以上问题久拖未决，请过问。"), rows=2),
        )
        title = self.tr("发提示函：{count}个问题").format(count=len(rows))
        hint = self.tr("提示函往上走：提醒对该地负责的领导。一位领导的注意力只有一份。")
        fixed = {"problems": tuple(r.id for r in rows)}
        self.form.open("send_letter", title, asks, fixed, self.tr("发提示函"), hint=hint)

    def _look_back(self, rows: Sequence[Problem]) -> None:
        view = self.bridge.view
        squads = (("", self.tr("各乡镇自己的分队")), *self.squads(view))
        day = min(view.day + LOOK_DAYS, max(view.day + 1, view.last_day))
        asks = (
            Ask("day", self.tr("哪天去"), "day", value=day),
            Ask("squad", self.tr("谁去"), "choice", squads),
            Ask("depth", self.tr("怎么查"), "choice", self.depths(), "2", number=True),
        )
        title = self.tr("回头看：{count}个已销号问题").format(count=len(rows))
        fixed = {"problems": tuple(r.id for r in rows)}
        self.form.open("plan_look_back", title, asks, fixed, self.tr("安排回头看"))

    # Lists

    def depths(self) -> tuple[tuple[str, str], ...]:
        """Return the three depths of a check in words."""
        return (
            ("1", self.tr("看材料：当场出结果")),
            ("2", self.tr("到现场：看材料也入户")),
            ("3", self.tr("深查：夜访，干部回避")),
        )

    def squads(self, view: View) -> tuple[tuple[str, str], ...]:
        """Return the squads."""
        return tuple((o.id, o.name) for o in view.organs if o.kind == "squad" and o.exists)
