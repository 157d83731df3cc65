"""How the lines of a turn report read: the sentence, why it matters, and where to act on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.exercise.views.shape import ReportLine, TodoView, View
from game.ui.bridge import Bridge
from game.ui.desk.figures_causes import why
from game.ui.desk.figures_words import Words

DESKS = {
    "problems": "supervision", "orders": "order", "contracts": "contract", "visits": "supervision", "injects": "inbox",
    "figure": "figures", "programmes": "programmes", "partners": "partners",
}  # fmt: skip
"""Second word of a line's code -> desk on which one acts on it."""

HARMS = {
    "report.problems.find": "harm.problem_found", "report.problems.claim": "harm.problem_claimed",
    "report.problems.verify": "harm.problem_verified", "report.problems.lapse": "harm.problem_overdue",
    "report.problems.escalate": "harm.problem_overdue", "report.orders.report": "harm.order_reported",
    "report.orders.lapse": "harm.order_overdue", "report.injects.deliver": "harm.unanswered",
}  # fmt: skip
"""What happens if nobody acts, from the same catalogue as the list of what waits."""

TELLS = {"report.problems.rebound", "report.visits.look_back", "report.injects.expire"}
"""Lines of which there is something to say beside what to do next."""


ALIKE = 2
"""Matters of one kind that stand together before another kind has its turn."""


def by_turns(todo: Sequence[TodoView]) -> list[TodoView]:
    """Return what waits, the most pressing first; of what presses alike, no kind keeps the others out of sight."""
    ranked = sorted(todo, key=lambda t: (-t.urgency, t.due if t.due >= 0 else 10_000))
    met: Counter[tuple[int, str]] = Counter()
    rounds = []
    for one in ranked:
        rounds.append(met[one.urgency, one.kind] // ALIKE)
        met[one.urgency, one.kind] += 1
    order = sorted(range(len(ranked)), key=lambda i: (-ranked[i].urgency, rounds[i], i))
    return [ranked[i] for i in order]


class ReportWords(Words):
    """Puts report lines into words."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, bridge)
        self._say = bridge

    def sentence(self, line: ReportLine) -> str:
        """Say what happened."""
        params = dict(line.params)
        if line.code == "report.more":
            kind = self._say.say(str(params.get("of", "")), title="", note="").rstrip(":：,， ")
            return self.tr("另有{count}件：{kind}").format(count=params.get("count", 0), kind=kind.partition(",")[0])
        figure = str(params.get("figure", ""))
        if figure:
            params["figure"] = self.quantity(figure)
            params["change"] = self.step(figure, int(params.get("change", 0)))
            params["value"] = self.amount(figure, int(params.get("value", 0)))
        if "title" in params:
            params["title"] = self._title(line, str(params["title"]))
        return self._say.say(line.code, **params)

    def matters(self, line: ReportLine, view: View) -> str:
        """Say why it matters: what follows if nobody acts, or what moved the figure.

        Once all is over there is nothing left to do, and nothing is said of it.
        """
        if line.code in HARMS:
            return "" if view.over else self._say.say(HARMS[line.code])
        figure = str(line.params.get("figure", ""))
        if figure:
            moved = [r for r in why(view, figure, "county", 1) if r.thousandths]
            # Not what pulled the other way, however hard: a rise is not explained by a fall
            if reasons := [r for r in moved if r.good == line.good]:
                largest = max(reasons, key=lambda r: abs(r.thousandths))
                return self.tr("主要因为：{why}").format(why=self.cause(largest.cause))
            if moved:
                return self.tr("记录里没有哪件事推着它这样走，是日常工作慢慢起的变化。")
            return self.tr("点“去看”，看是哪些事让它变的。")
        if view.over:
            return ""
        own = {
            "report.problems.rebound": self.tr("销了号又冒出来，说明当时没治到根上，群众最寒心。"),
            "report.problems.close": self.tr("销号不等于不反弹，过几周安排一次回头看。"),
            "report.orders.return": self.tr("退回重做要再占一轮工时，看看是不是要求没说清。"),
            "report.contracts.decline": self.tr("没人接就是没人管，换个人选，或把人、钱、权配齐再谈。"),
            "report.contracts.breach": self.tr("责任区没有真变化，要么加力，要么换将。"),
            "report.contracts.fulfil": self.tr("说到做到的要记功，经验可以推给别的乡镇。"),
            "report.contracts.accept": self.tr("责任上肩了，下一步看他有没有下去。"),
            "report.visits.find": self.tr("督出来的问题要入台账、定责任人，不然白跑一趟。"),
            "report.visits.look_back": self.tr("回头看是防反弹最管用的一招。"),
            "report.injects.escalate": self.tr("没有按期办，已经捅到上一级，越拖越被动。"),
            "report.injects.expire": self.tr("没人管的事按最坏的一种处理，并记入复盘。"),
            "report.injects.resolve": self.tr("办结了，留意后续有没有连带的事。"),
        }  # fmt: skip
        return own.get(line.code, "") if line.code in TELLS or not view.over else ""

    def asks(self, line: ReportLine, view: View) -> bool:
        """Whether somebody should act on a line, and not only look: never on a figure, never when all is over."""
        return not view.over and "figure" not in line.params and (line.code in HARMS or line.good < 0)

    def target(self, line: ReportLine) -> tuple[str, str]:
        """Return the desk and record on which to act; empty where a line leads nowhere."""
        code = str(line.params.get("of", "")) if line.code == "report.more" else line.code
        table = code.split(".")[1] if code.count(".") else ""
        desk = DESKS.get(table, "")
        if not desk or not (line.ref or line.code == "report.more"):
            return "", ""
        if not line.ref:
            return desk, ""
        return desk, f"inject:{line.ref}" if desk == "inbox" else line.ref

    def _title(self, line: ReportLine, title: str) -> str:
        names = self._say.names
        if line.code.startswith("report.contracts."):
            return names.object(title)
        if line.code.startswith("report.visits."):
            return names.place(f"township:{title}")
        return names.task(title)
