"""What leads to what, a tab of the editor: injects and their links, drawn anew as the text is written."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from game.authoring.draft_tree import DraftTree
from game.ui.editor.branches import Branches, branches
from game.ui.editor.coverage import Coverage, coverage_of
from game.ui.editor.graph_canvas import GraphCanvas
from game.ui.editor.graphic import GraphicView
from game.ui.icons import Icons
from game.ui.seal import Seal
from game.ui.theme import Theme
from game.ui.widgets import Pill


class GraphView(GraphicView):
    """A press on an inject goes to its place in the text."""

    name: ClassVar[str] = "graph"
    wants_certificate: ClassVar[bool] = True

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.coverage: Coverage | None = None
        """What the certificate says of the injects."""
        self.seal = Pill(theme, icons, parent=self)
        self.seal.hide()
        self.bar.insertWidget(1, self.seal)
        self.chart = GraphCanvas(theme, self.stack)
        self.set_picture(self.chart)
        self.chart.opened.connect(self.open)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("分支图")

    def show_certificate(self, seal: Seal) -> None:
        """Paint how often each inject came in the runs of a certificate."""
        self.coverage = coverage_of(seal)

    def show_tree(self, tree: DraftTree) -> bool:
        """Show the links of a draft's injects."""
        graph = branches(tree)
        if not graph.knots:
            self.show_nothing(self.tr("还没有情况"), self.tr("写两条情况，让后一条接着前一条来，这里就连成图。"))
            return False
        dead = [knot for knot in graph.knots if knot.unreachable]
        said = self.tr("{count} 条相连的情况；点一下看正文，方向键走，回车打开。").format(count=len(graph.linked))
        if dead:
            said = self.tr("{count} 条到不了（红色虚线）。").format(count=len(dead)) + said
        self.hint.setText(said + self._say_coverage(graph))
        self.chart.show_graph(graph, self.coverage)
        return True

    def _say_coverage(self, graph: Branches) -> str:
        """Show how the certificate stands; return what the bars at the foot of the boxes say."""
        found = self.coverage
        self.seal.show()
        if found is None:
            self.seal.set_state(self.tr("未认证"), "muted", "minus")
            return self.tr("认证以后，底边标出每条来过几成。")
        never = sum(found.injects[k.id].never for k in graph.knots if k.id in found.injects)
        if found.outdated:
            self.seal.set_state(self.tr("认证已过期"), "warn", "clock")
        elif never:
            self.seal.set_state(self.tr("{count} 条没来过").format(count=never), "warn", "warn")
        else:
            self.seal.set_state(self.tr("认证过{runs}场").format(runs=found.runs), "ok", "ok")
        bars = self.tr("底边的条：{day}认证的{runs}场里来过几成。").format(day=found.made, runs=found.runs)
        return bars + (self.tr("后来文字改过。") if found.outdated else "")

    def open(self, ident: str) -> None:
        """Show an inject in the text."""
        graph = self.chart.graph
        knot = next((k for k in graph.knots if k.id == ident), None) if graph is not None else None
        if knot is not None:
            self.place_asked.emit(*knot.place)

    def chosen_inject(self) -> str:
        """Return the inject chosen in the picture."""
        return self.chart.current

    def inject_pickers(self) -> tuple[QWidget, ...]:
        """Return the picture."""
        return (self.chart,)
