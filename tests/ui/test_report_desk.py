"""The turn report: the three lines that mattered, and where to act on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Cause, Evaluation
from game.exercise.views.shape import ReportLine, TodoView, TurnReport
from game.ui.desk.report import ReportDesk
from game.ui.desk.report_cards import EvaluationCard, LineCard
from game.ui.desk.report_words import ReportWords, by_turns
from game.ui.desk.way import Way

FIGURE = ReportLine("report.figure.up", {"figure": "fatigue", "change": 43, "value": 352}, 60, -1, "fatigue")


@pytest.fixture
def desk(bridge):
    made = ReportDesk(bridge)
    settle(made)
    yield made
    made.deleteLater()


def shown(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_the_first_three_lines_are_cards_with_a_way_to_act(desk, bridge):
    """Each card says what happened and why it matters, and leads to the desk where one acts."""
    cards = desk.findChildren(LineCard)
    assert len(cards) == 3
    assert "危房台账与实际不符" in shown(cards[0])
    assert "责任人" in shown(cards[0])
    asked = []
    bridge.focus_requested.connect(lambda *where: asked.append(where))
    cards[0].findChild(QPushButton).click()
    assert asked == [("supervision", "q-a81f02cd")]


def test_figures_in_a_line_read_as_names_and_values(bridge):
    """Ids and raw numbers never reach the reader."""
    words = ReportWords(bridge)
    assert words.sentence(FIGURE) == "疲劳上升4.3个百分点，现为35.2%"
    assert words.target(FIGURE) == ("figures", "fatigue")


def test_a_rise_is_not_explained_by_what_pulled_it_down(bridge, rich_view):
    """The reason a card names moved the figure the way it went, and an event is named by its title."""
    item = rich_view.inbox[0].record
    down = Cause("approval", "county", -40, "inject", item.id, "cause.inject_effect", day=28, seq=90)
    up = Cause("approval", "county", 6, "problem", "", "cause.problem_struck", day=28, seq=91)
    view = replace(rich_view, causes=((rich_view.turn, down), (rich_view.turn, up)))
    line = ReportLine("report.figure.up", {"figure": "approval", "change": 9, "value": 884}, 80, 1, "approval")
    words = ReportWords(bridge)
    assert words.matters(line, view) == f"主要因为：{words.cause(up)}"
    assert item.title not in words.matters(line, view)
    assert item.title in words.matters(replace(line, code="report.figure.down", good=-1), view)
    assert words.matters(line, replace(view, causes=((view.turn, down),))).startswith("记录里没有哪件事推着它这样走")
    assert words.matters(line, replace(view, causes=())) == "点“去看”，看是哪些事让它变的。"


def test_places_in_a_line_read_as_names(bridge):
    """Contracts and visits carry ids of places as their titles."""
    words = ReportWords(bridge)
    contract = ReportLine("report.contracts.breach", {"title": "township:qingshan", "note": ""}, 80, -1, "c1")
    visit = ReportLine("report.visits.look_back", {"title": "yunling", "note": ""}, 30, 0, "v2")
    assert "青杉乡" in words.sentence(contract)
    assert "云岭镇" in words.sentence(visit)


def test_counted_lines_say_of_what(bridge):
    """A folded line names its kind and leads to the desk where the rest of it stands."""
    line = ReportLine("report.more", {"count": 3, "of": "report.problems.find"}, 40, -1)
    words = ReportWords(bridge)
    assert words.sentence(line) == "另有3件：发现问题"
    assert words.target(line) == ("supervision", "")


def test_the_rest_opens_and_folds(desk, bridge, fake, rich_view):
    """Beside the three cards a few lines are shown, bad news first; one press shows all, the next turn a few again."""
    lines = tuple(
        ReportLine("report.visits.look_back", {"title": f"plan {n}", "note": ""}, 30, 0, f"v{n}") for n in range(9)
    )
    fake.set_view(replace(rich_view, report=TurnReport(4, (*rich_view.report.lines, *lines, FIGURE))))
    bridge.refresh()
    settle(desk)
    few = [line for line in shown(desk.rest).splitlines() if "plan" in line]
    assert "疲劳上升" in shown(desk.rest)
    assert "plan 8" not in shown(desk.rest)
    assert desk.fold.isVisibleTo(desk)
    desk.fold.click()
    settle(desk)
    assert all(f"plan {n}" in shown(desk.rest) for n in range(9))
    desk.fold.click()
    settle(desk)
    assert [line for line in shown(desk.rest).splitlines() if "plan" in line] == few
    desk.fold.click()
    fake.set_view(replace(fake.view(), report=replace(fake.view().report, turn=5)))
    bridge.refresh()
    settle(desk)
    assert "plan 8" not in shown(desk.rest)


def test_what_waits_leads_to_its_desk(desk, rich_view):
    """The most urgent matter stands first."""
    first = desk.waiting.itemAt(0).widget()
    assert "危房改造" in shown(first)
    rows = [desk.waiting.itemAt(n).widget() for n in range(desk.waiting.count())]
    assert [shown(row) for row in rows if not row.isHidden()] == [shown(row) for row in rows][: len(rich_view.todo)]


def test_before_the_first_turn_the_desk_says_what_comes(bridge, fake, rich_view):
    """Empty, but not silent."""
    fake.set_view(replace(rich_view, report=None, figures={}, todo=()))
    bridge.refresh()
    made = ReportDesk(bridge)
    settle(made)
    assert "第一回合" in shown(made.empty)
    assert made.review.isHidden()
    made.deleteLater()


def test_evaluation_and_review_stand_at_the_end(bridge, fake, rich_view):
    """In the debrief the gates are shown and the review is one press away."""
    outcome = Evaluation(105, ("a",), 1500, 365, 40, 30, 8800, passed=False, failed=("composite", "approval"))
    fake.set_view(replace(rich_view, evaluation=outcome, over=True))
    bridge.refresh()
    made = ReportDesk(bridge)
    settle(made)
    card = made.findChild(EvaluationCard)
    assert "没有通过" in shown(card)
    assert shown(card).count("没过") == 2
    asked = []
    bridge.focus_requested.connect(lambda *where: asked.append(where))
    made.review.click()
    assert asked == [("review", "")]
    made.deleteLater()


@pytest.mark.parametrize(("true_bp", "said"), [(308, "高0.20个百分点"), (270, "低0.18个百分点"), (288, "也是2.88%")])
def test_an_evaluation_says_what_its_rate_rests_on(bridge, true_bp, said):
    """A county that passed with 2.88% while 3.08% were poor is told why both stand in the review."""
    outcome = Evaluation(98, ("a",), 1500, 288, 40, 30, 9200, passed=True)
    names = bridge.names
    during = EvaluationCard(bridge.theme, bridge.icons, names, outcome)
    after = EvaluationCard(bridge.theme, bridge.icons, names, outcome, true_bp)
    assert "没有逐户查" in shown(during)
    assert "真实发生率" not in shown(during)
    assert said in shown(after)
    during.deleteLater()
    after.deleteLater()


ASKING = ReportLine("report.orders.lapse", {"title": "o"}, 1, -1, "o1")
GOOD = ReportLine("report.problems.close", {"title": "p"}, 1, 1, "p1")
CLAIMED = ReportLine("report.problems.claim", {"title": "p"}, 1, 1, "p1")


@pytest.mark.parametrize(("line", "asks"), [(ASKING, True), (CLAIMED, True), (GOOD, False)])
def test_a_card_asks_for_a_deed_only_where_there_is_one(bridge, fake, rich_view, line, asks):
    """Good news is looked at; when all is over nothing is to be done and no advice for the next turn is given."""
    fake.set_view(replace(rich_view, report=TurnReport(3, (line,))))
    bridge.refresh()
    made = ReportDesk(bridge)
    settle(made)
    card = made.findChild(LineCard)
    assert card.findChild(Way).text() == ("去看，去办" if asks else "去看")
    words = ReportWords(bridge)
    assert words.matters(line, bridge.view)
    over = replace(bridge.view, over=True)
    assert not words.asks(line, over)
    assert words.matters(line, over) == ""
    made.deleteLater()


def test_no_kind_of_matter_hides_the_others():
    """Six townships without money stood first, and a problem to assign out of sight; urgent ones still lead."""
    todo = [TodoView("money_wanted", f"t{n}", f"{n}乡", -1, "harm.money_wanted", 1) for n in range(6)]
    todo += [TodoView("problem_found", f"p{n}", f"{n}", -1, "harm.problem_found", 1) for n in range(3)]
    todo.append(TodoView("order_overdue", "o", "令", 3, "harm.order_overdue", 3))
    shown = by_turns(todo)
    assert [one.kind for one in shown[:5]] == ["order_overdue", *["money_wanted"] * 2, *["problem_found"] * 2]
    assert sorted(shown, key=todo.index) == todo


def test_a_share_moves_by_points(bridge):
    """Approval that went from 87.5% to 88.4% rose by 0.9 points, not by 0.9 per cent; hours and sums keep their units."""
    words = ReportWords(bridge)
    rise = ReportLine("report.figure.up", {"figure": "approval", "change": 9, "value": 884}, 1, 1, "approval")
    assert words.sentence(rise) == "群众认可度上升0.9个百分点，现为88.4%"
    assert words.step("gaps:water", 3) == words.amount("gaps:water", 3)


def test_names(desk):
    """Every control says its name."""
    assert_named(desk)


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped(bridge, qapp, scale):
    """At ordinary and at large type all words can be read."""
    bridge.theme.apply(qapp, scale=scale)
    made = ReportDesk(bridge)
    settle(made)
    assert_not_clipped(made)
    made.deleteLater()


def test_a_later_report_takes_the_place_of_the_one_before(desk, bridge, fake, rich_view):
    """Nothing of an older report stays: not its lines, nor its headings, nor where its buttons led."""
    assert rich_view.report is not None
    only = ReportLine("report.visits.look_back", {"title": "plan 9", "note": ""}, 30, 0, "v9")
    fake.set_view(replace(rich_view, report=TurnReport(5, (only,)), todo=()))
    bridge.refresh()
    settle(desk)
    cards = [card for card in desk.findChildren(LineCard) if card.isVisibleTo(desk)]
    assert len(cards) == 1
    assert "plan 9" in shown(cards[0])
    assert "危房" not in shown(desk)
    assert "没有别的了" in shown(desk)
    assert "没有等着你办的事" in shown(desk)
    asked = []
    bridge.focus_requested.connect(lambda *where: asked.append(where))
    cards[0].findChild(QPushButton).click()
    assert asked == [("supervision", "v9")]
    fake.set_view(rich_view)
    bridge.refresh()
    settle(desk)
    assert len([card for card in desk.findChildren(LineCard) if card.isVisibleTo(desk)]) == 3
    assert "plan 9" not in shown(desk)


def test_a_first_report_has_no_button_that_leads_nowhere(bridge, fake, rich_view):
    """Lines that lead to no desk, and figures that did not move, have no arrow: neither later nor the first time."""
    more = ReportLine("report.more", {"count": 3, "of": "report.campaign.begin"}, 40, -1)
    fake.set_view(replace(rich_view, report=TurnReport(4, (more,) * 5), figures={}, todo=()))
    bridge.refresh()
    made = ReportDesk(bridge)
    settle(made)
    assert "另有3件" in shown(made.rest)
    assert [way for way in made.findChildren(Way) if way.isVisibleTo(made) and not made.advice.isAncestorOf(way)] == []
    made.deleteLater()
