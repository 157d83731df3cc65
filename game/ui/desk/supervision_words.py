"""What stands on a 提示单 or 提示函, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.exercise.entities import Problem, Slip
from game.exercise.views.shape import View
from game.ui.i18n import translate
from game.ui.names import NameBook


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The words of a slip from head to stub."""

    kind: str
    number: str
    to: str
    intro: str
    problems: tuple[str, ...]
    """One line for each that the seat knows of."""
    text: str
    """What the sender added; may be empty."""
    due: str
    sender: str
    date: str
    state: str
    """Whether it was answered, for the stub."""
    late: bool
    answered: bool


def slip_words(slip: Slip, view: View, names: NameBook) -> SlipWords:
    """Return the words of a slip as a seat sees it."""
    letter = slip.kind == "letter"
    intro = (
        translate("SlipPaper", "下列{count}个问题久拖未决，请过问：")
        if letter
        else translate("SlipPaper", "经督战，你处存在下列{count}个问题：")
    )
    lines = _lines(slip, {p.id: p for p in view.problems}, names)
    answered = slip.answered >= 0
    if answered:
        state = translate("SlipPaper", "{date}已回复").format(date=names.date(slip.answered, week=False))
    else:
        state = translate("SlipPaper", "还没回复，{left}").format(left=names.until(slip.deadline, view.day))
    due = translate("SlipPaper", "请于{date}前回复。")
    return SlipWords(
        kind=slip_kind(slip),
        number=translate("SlipPaper", "第{number}号").format(number=slip.number),
        to=translate("SlipPaper", "{who}：").format(who=names.who(slip.to)),
        intro=intro.format(count=len(lines)),
        problems=lines,
        text=slip.text,
        due=due.format(date=names.date(slip.deadline, week=False)),
        sender=names.seat(slip.by),
        date=names.date(slip.issued, week=False),
        state=state,
        late=not answered and slip.deadline < view.day,
        answered=answered,
    )


def slip_kind(slip: Slip) -> str:
    """Return what the paper is called."""
    if slip.kind == "letter":
        return translate("SlipPaper", "督战提示函")
    return translate("SlipPaper", "督战提示单")


def _lines(slip: Slip, known: Mapping[str, Problem], names: NameBook) -> tuple[str, ...]:
    line = translate("SlipPaper", "{index}. {title}（{place}，{households}）；责任单位：{owner}；现状：{state}。")
    return tuple(
        line.format(
            index=index, title=problem.title, place=names.where(problem.village, problem.township),
            households=names.households(problem.households), owner=names.organ(problem.owner),
            state=names.state("problem", problem.state),
        )
        for index, problem in enumerate((known[key] for key in slip.problems if key in known), 1)
    )  # fmt: skip
