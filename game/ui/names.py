"""How ids, days, money and shares read on the screen, from one view and the text catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from game.county.place import NEEDS
from game.exercise import stock
from game.exercise.views.figures import OF_A_TURN
from game.exercise.views.shape import FigureView, View
from game.ui.i18n import counts_in_wan, translate

Say = Callable[..., str]
_NONE = "—"
_ONE = {"people": "person"}
YEARS = 366
"""Days from which an exercise is told in years and not in weeks."""


def _begun(text: str) -> str:
    """Return a text that begins with a capital, as labels do."""
    return text[:1].upper() + text[1:]


def _steps(amount: int, step: int) -> int:
    """Return an amount in whole steps, rounded half up, once: what was rounded before may land a step too high."""
    return (amount + step // 2) // step


def _thousands(fen: int) -> str:
    """Write thousands or millions of yuan: ¥350k, ¥1.25m."""
    count = _steps(fen, 100_000)
    if count < 1000:
        return f"¥{count}k"
    whole, rest = divmod(_steps(fen, 1_000_000), 100)
    return f"¥{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "") + "m"


def in_points(text: str) -> str:
    """Return how far something moved in words: a share by points, for 1% of 88% would be another number."""
    return translate("NameBook", "{count}个点").format(count=text.removesuffix("%")) if text.endswith("%") else text


class NameBook:
    """Names of one view's world. Unknown ids come back as they are, so that nothing ever breaks a screen."""

    def __init__(self, view: View, say: Say, lang: str = "zh") -> None:
        self._say = say
        self._lang = lang
        self._start = date.fromisoformat(view.date) - timedelta(days=view.day)
        self._last = view.last_day
        self._zones = dict(view.zones)
        self._townships = {t.id: t for t in view.townships}
        self._villages = {v.id: v for v in view.villages}
        self._organs = {s.id: s.name for s in view.setups} | {o.id: o.name for o in view.organs}
        self._seats = {s.id: s.name for s in view.seats}
        self._tasks = {t.id: t for t in view.tasks}
        self._funds = {f.id: f.name for f in view.funds}
        self._titles = self._collect_titles(view)

    # Names

    def seat(self, seat: str) -> str:
        """Name of a seat."""
        if seat == "instructor":
            return translate("NameBook", "导教")
        if seat in {"clock", ""}:
            return translate("NameBook", "系统") if seat else _NONE
        return self._seats.get(seat, seat)

    def organ(self, organ: str) -> str:
        """Name of an organ, set up or not."""
        if not organ:
            return _NONE
        if organ in self._organs:
            return self._organs[organ]
        kind, _, rest = organ.partition(":")
        if rest in self._townships:
            return self._townships[rest].name
        if kind == "zone":
            return self._zones.get(rest, organ)
        return organ

    def who(self, ref: str) -> str:
        """Name of a seat or an organ, whichever the id is."""
        return self._seats[ref] if ref in self._seats else self.organ(ref)

    def place(self, place: str, *, full: bool = False) -> str:
        """Name of `county`, `zone:…`, `township:…` or `village:…`; `full` puts the township before the village."""
        kind, _, name = place.partition(":")
        if kind == "county":
            return translate("NameBook", "全县")
        if kind == "zone":
            return self._zones.get(name, name)
        if kind == "township" or (not name and kind in self._townships):
            key = name or kind
            return self._townships[key].name if key in self._townships else key
        key = name or kind
        if key in self._villages:
            village = self._villages[key]
            township = self.place("township:" + village.township) if full else ""
            return township + village.name
        return key or _NONE

    def where(self, village: str, township: str) -> str:
        """Name of a village with its township, of the township, or of the county where both are empty."""
        if village:
            return self.place("village:" + village, full=True)
        return self.place("township:" + township) if township else translate("NameBook", "全县")

    def object(self, ref: str) -> str:
        """Name of what a contract is about: a place or a domain."""
        return self.place(ref) if ":" in ref or ref == "county" else self.domain(ref)

    def task(self, task: str) -> str:
        """Name of a task of the catalogue."""
        return self._tasks[task].name if task in self._tasks else task

    def unit(self, task: str, count: int = 1) -> str:
        """Name of the unit of a task, for so many of them: 户, household, households."""
        unit = self._tasks[task].unit if task in self._tasks else ""
        return stock.one(unit) if self._lang == "en" and count == 1 else unit

    def amount(self, task: str, count: int) -> str:
        """Write so much of a task: 12户, 1 batch."""
        return translate("NameBook", "{count}{unit}").format(count=f"{count:,}", unit=self.unit(task, count))

    def fund(self, fund: str) -> str:
        """Name of a fund."""
        return self._funds.get(fund, fund) or _NONE

    def need(self, need: int | str) -> str:
        """Name of a need, by number or key."""
        return self._say(f"need.{NEEDS[need] if isinstance(need, int) else need}")

    def domain(self, domain: str) -> str:
        """Name of a field of work."""
        return self._say(f"domain.{domain}") if domain else _NONE

    def state(self, machine: str, state: str) -> str:
        """Name of a state of a lifecycle."""
        return _begun(self._say(f"state.{machine}.{state}"))

    def command(self, kind: str) -> str:
        """Name of a command."""
        return self._say(f"command.{kind}")

    def figure(self, figure: str) -> str:
        """Name of a figure or quantity, `gaps:water` included."""
        head, _, need = figure.partition(":")
        if need:
            return translate("NameBook", "{need}缺口").format(need=self.need(need))
        return _begun(self._say(f"figure.{head}"))

    def title(self, ref: str) -> str:
        """How a record is spoken of: 战令第3号, a problem's title, a paper's title, or a name."""
        if ref in self._titles:
            return self._titles[ref]
        kind, _, name = ref.partition(":")
        if kind == "fund":
            return self.fund(name)
        return self.place(ref) if kind in {"county", "zone", "village"} else self.who(ref)

    # Values

    def day_date(self, day: int) -> date:
        """Calendar date of a day of the exercise."""
        return self._start + timedelta(days=day)

    def date(self, day: int, *, week: bool = True) -> str:
        """Write a day as 9月16日(第3周), over years as 2018年9月16日; a dash for -1."""
        if day < 0:
            return _NONE
        when = self.day_date(day)
        if self._last > YEARS:  # over years the year says more than the number of the week
            if self._lang == "en":
                return when.strftime("%d %b %Y").lstrip("0")
            return f"{when.year}年{when.month}月{when.day}日"
        week = week and day < self._last  # the day it ends on is no week of it any more
        if self._lang == "en":
            text = when.strftime("%d %b").lstrip("0")
            return f"{text} (wk {day // 7 + 1})" if week else text
        text = f"{when.month}月{when.day}日"
        return f"{text}(第{day // 7 + 1}周)" if week else text

    def until(self, day: int, today: int) -> str:
        """Days left to a deadline in words; empty for -1."""
        if day < 0:
            return ""
        left = day - today
        if left == 0:
            return translate("NameBook", "今天到期")
        words = translate("NameBook", "超期{days}天") if left < 0 else translate("NameBook", "还有{days}天")
        return self._counted(words.format(days=abs(left)), abs(left))

    def money(self, fen: int) -> str:
        """Money: 万元 with one decimal at most, none from a thousand on, 元 below ten thousand; rounded half up."""
        whole, sign = abs(fen), "-" if fen < 0 else ""
        yuan = _steps(whole, 100)
        if yuan < 10_000:
            return translate("NameBook", "{sign}{amount}元").format(sign=sign, amount=f"{yuan:,}")
        if not counts_in_wan():
            return f"{sign}{_thousands(whole)}"
        tenths = _steps(whole, 100_000)
        if tenths >= 10_000:
            tenths = 10 * _steps(whole, 1_000_000)
        amount = f"{tenths // 10:,}.{tenths % 10}".removesuffix(".0")
        return translate("NameBook", "{sign}{amount}万元").format(sign=sign, amount=amount)

    def persons(self, count: int) -> str:
        """Write a number of people."""
        return (
            _NONE if count < 0 else self._counted(translate("NameBook", "{count}人").format(count=f"{count:,}"), count)
        )

    def households(self, count: int) -> str:
        """Write a number of households."""
        return (
            _NONE if count < 0 else self._counted(translate("NameBook", "{count}户").format(count=f"{count:,}"), count)
        )

    def _counted(self, text: str, count: int) -> str:
        """Return a count with its noun; English says one household and two households."""
        if self._lang != "en" or count != 1:
            return text
        number, _, rest = text.partition(" ")
        many, space, more = rest.partition(" ")
        return f"{number} {_ONE.get(many) or stock.one(many)}{space}{more}"

    def hours(self, count: int) -> str:
        """Person-hours."""
        return _NONE if count < 0 else translate("NameBook", "{count}工时").format(count=f"{count:,}")

    def bp(self, value: int) -> str:
        """Basis points as a percentage with two decimals."""
        if value == -1:
            return _NONE
        return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}%"

    def permille(self, value: int) -> str:
        """Per mille as a percentage, one decimal where it says something."""
        if value == -1:
            return _NONE
        sign = "-" if value < 0 else ""
        whole, tenth = divmod(abs(value), 10)
        return f"{sign}{whole}.{tenth}%" if tenth else f"{sign}{whole}%"

    def value(self, value: int, unit: str) -> str:
        """Write a figure's value by its unit: bp, permille, count, hours, fen, day."""
        ways: dict[str, Callable[[int], str]] = {
            "bp": self.bp, "permille": self.permille, "hours": self.hours, "fen": self.money, "day": self.date,
        }  # fmt: skip
        if unit in ways:
            return ways[unit](value)
        return f"{value:,}"

    def figure_value(self, figure: FigureView) -> str:
        """Write what a figure stands at; a dash where no turn has been worked of whose work it comes."""
        if figure.id in OF_A_TURN and not figure.course and not figure.value:
            return _NONE
        return self.value(figure.value, figure.unit)

    def change(self, figure: FigureView) -> tuple[str, int]:
        """Last change of a figure as text with its sign, and +1 good, -1 bad, 0 neither."""
        delta = figure.moved
        if delta is None:
            return "", 0
        if delta == 0:
            return translate("NameBook", "持平"), 0
        text = ("+" if delta > 0 else "-") + in_points(self.value(abs(delta), figure.unit))
        return text, figure.good * (1 if delta > 0 else -1)

    def _collect_titles(self, view: View) -> dict[str, str]:
        titles = {o.id: translate("NameBook", "战令第{number}号").format(number=o.number) for o in view.orders}
        titles |= {
            c.id: translate("NameBook", "包干：{object}").format(object=self.object(c.object)) for c in view.contracts
        }
        titles |= {p.id: p.title for p in view.problems}
        titles |= {i.record.id: i.record.title for i in view.inbox}
        titles |= {p.id: p.name for p in view.partners}
        titles |= {p.id: translate("NameBook", "项目：{task}").format(task=self.task(p.task)) for p in view.programmes}
        titles |= {
            v.id: translate("NameBook", "{place}督战").format(place=self.place("township:" + v.township))
            for v in view.visits
            if v.township
        }
        titles |= {s.id: translate("NameBook", "提示单第{number}号").format(number=s.number) for s in view.slips}
        return titles
