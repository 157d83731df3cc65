"""The briefing before the first turn: what it is about, the post and what only it knows, goals, county, plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.i18n import listed
from game.ui.way_back import way_back
from game.ui.widgets import Card, KeyValues, MarkdownView, Page, Pill, button, label, named, spaced
from game.ui.window.ribbon import PhaseRibbon


class BriefingPage(QWidget):
    """Emits `begun` once the trainee has read enough, `left` to go home."""

    begun = Signal()
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setObjectName("briefing")
        self._build_ui()

    def _build_ui(self) -> None:
        bridge, theme, icons = self._bridge, self._bridge.theme, self._bridge.icons
        view, names = bridge.view, bridge.names
        outer = spaced(QVBoxLayout(self), theme, 0, 0)

        head = QFrame(self)
        head.setProperty("card", "bar")
        row = spaced(QHBoxLayout(head), theme, 4, 3)
        words = spaced(QVBoxLayout(), theme, 0, 0)
        words.addWidget(label(view.scenario_title, "title"))
        line = self.tr("{date}开始，共{turns}个回合").format(date=names.date(0, week=False), turns=view.turns)
        campaign = "" if view.campaign_name == view.scenario_title else view.campaign_name
        words.addWidget(label(" · ".join(part for part in (campaign, line) if part), "muted"))
        words_back, icon_back = way_back(tried=bridge.tried)
        back = button(words_back, icons, icon_back, name="briefing.home")
        self.begin = button(self.tr("开始推演"), icons, "play", kind="primary", name="briefing.begin")
        for control in (back, self.begin):
            control.setMinimumHeight(theme.px(2))
        row.addLayout(words, 1)
        row.addWidget(back)
        row.addWidget(self.begin)
        outer.addWidget(head)

        page = Page(theme, 6, 4)
        outer.addWidget(page, 1)
        # What everyone at the table is told comes before what is one's own
        about = Card(theme, self.tr("简介"))
        told = MarkdownView(theme)
        told.set_markdown(view.scenario_summary)
        about.body.addWidget(named(told, "briefing.summary", self.tr("场景简介")))
        page.body.addWidget(about)
        grid = QGridLayout()
        grid.setSpacing(theme.space(4))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

        # The post
        who = view.seat.name if view.seat is not None else names.seat(view.viewer)
        post = Card(theme, self.tr("你是：{who}").format(who=who))
        text = MarkdownView(theme)
        text.set_markdown(view.brief)
        post.body.addWidget(named(text, "briefing.text", self.tr("席位说明")))
        post.body.addStretch(1)
        grid.addWidget(post, 0, 0, 2, 1)

        # What only this seat knows, and its goals
        known = Card(theme, self.tr("只有你知道"), tone="accent")
        known.body.addWidget(Pill(theme, icons, self.tr("仅本席可见"), "accent", "lock"))
        for fact in view.facts:
            known.body.addWidget(label(self.tr("· {text}").format(text=fact), wrap=True))
        goals = Card(theme, self.tr("你的目标"))
        for _id, goal in view.goals:
            goals.body.addWidget(label(self.tr("· {text}").format(text=goal), wrap=True))
        # Only ever hidden here: a part shown before it stands in the page would be a window for a moment
        if not view.facts:
            known.hide()
        if not view.goals:
            goals.hide()
        grid.addWidget(known, 0, 1)
        grid.addWidget(goals, 1, 1)

        # The county at a glance
        county = Card(theme, self.tr("一眼看县情"))
        table = KeyValues(theme, 2)
        persons = sum(max(0, t.persons) for t in view.townships)
        pairs = [
            (self.tr("乡镇"), str(len(view.townships))),
            (self.tr("村"), str(len(view.villages))),
            (self.tr("农村人口"), names.persons(persons)),
            (self.tr("贫困村"), str(sum(1 for v in view.villages if v.poor))),
        ]
        shown = [view.figures.get(key) for key in ("incidence_recorded_bp", "approval", "problems_open", "fatigue")]
        pairs += [(names.figure(f.id), names.value(f.value, f.unit)) for f in shown if f is not None]
        table.set_pairs(pairs)
        county.body.addWidget(table)
        county.body.addWidget(label(self.tr("这些是报上来的数字。真实情况要靠走访和督战去看。"), "muted", wrap=True))
        county.body.addStretch(1)
        money = Card(theme, self.tr("手里有什么"))
        purse = KeyValues(theme)
        purse.set_pairs(
            [
                *((f.name, names.money(f.given - f.spent - f.reserved)) for f in view.funds),
                (self.tr("每回合精力"), str(view.seat.attention if view.seat is not None else 0)),
                (
                    self.tr("可用手段"),
                    listed(bridge.say(f"group.{g}") for g in (view.seat.powers if view.seat else ())),
                ),
            ]
        )
        money.body.addWidget(purse)
        money.body.addStretch(1)
        grid.addWidget(county, 2, 0)
        grid.addWidget(money, 2, 1)
        page.body.addLayout(grid)

        # The plan
        plan = Card(theme, self.tr("阶段安排"))
        ribbon = PhaseRibbon(bridge)
        ribbon.setObjectName("briefing.ribbon")
        ribbon.refresh(view)
        plan.body.addWidget(ribbon)
        rows = KeyValues(theme)
        rows.set_pairs(
            [
                (phase.name, self.tr("{days}天：{brief}").format(days=phase.days, brief=phase.brief or "—"))
                for phase in view.phases
            ]
        )
        plan.body.addWidget(rows)
        page.body.addWidget(plan)
        page.body.addStretch(1)
        self.begin.clicked.connect(self.begun)
        back.clicked.connect(self.left)
