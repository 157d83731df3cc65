"""Words for the catalogue of typical problems: what helps, who is responsible, where it comes up."""

from __future__ import annotations

from game.county.place import NEEDS
from game.exercise.catalogue import load_organs, load_tasks
from game.exercise.problem_types import ProblemType
from game.exercise.texts import say
from game.ui.i18n import language, listed, translate


def domain_word(domain: str) -> str:
    """Return a field of work in the window's language."""
    return say(f"domain.{domain}", language())


def lever_words(kind: ProblemType) -> str:
    """Return the levers without which a cure does not hold."""
    words = {
        "order": translate("TypeWords", "战令"),
        "contract": translate("TypeWords", "包干"),
        "supervise": translate("TypeWords", "督战"),
        "coordinate": translate("TypeWords", "部门会商"),
        "market": translate("TypeWords", "市场与合同"),
        "society": translate("TypeWords", "发动群众"),
        "law": translate("TypeWords", "依纪依法"),
    }
    return listed(words[lever] for lever in kind.levers)


def task_words(kind: ProblemType) -> str:
    """Return the tasks that truly help."""
    tasks, lang = load_tasks(), language()
    return listed(tasks[task].en if lang == "en" else tasks[task].zh for task in kind.tasks)


def organ_words(kind: ProblemType) -> str:
    """Return who is responsible, the natural lead first."""
    plain = {
        "township": translate("TypeWords", "所在乡镇"),
        "village": translate("TypeWords", "村里"),
        "hq": translate("TypeWords", "总攻办"),
    }
    bureaus, lang = load_organs().bureaus, language()

    def word(organ: str) -> str:
        bureau = bureaus.get(organ.removeprefix("bureau:"))
        if bureau is None:
            return plain.get(organ, organ)
        return bureau.en if lang == "en" else bureau.zh

    return listed(map(word, kind.organs))


def where_words(kind: ProblemType) -> str:
    """Return which village it comes up in."""
    rule, _, by = kind.where.partition(":")
    if rule == "worst":
        figures = {
            "incidence": translate("TypeWords", "贫困发生率最高的村"),
            "fatigue": translate("TypeWords", "干部最疲劳的地方"),
            "approval": translate("TypeWords", "认可度最低的村"),
        }
        need = say(f"need.{by}", language()) if by in NEEDS else by
        return figures.get(by) or translate("TypeWords", "{need}缺口最大的村").format(need=need)
    rules = {
        "random": translate("TypeWords", "随便一个村"),
        "largest": translate("TypeWords", "人最多的村"),
        "least_visited": translate("TypeWords", "最久没人去的村"),
        "most_pressed": translate("TypeWords", "压力最大的地方"),
    }
    return rules[rule]
