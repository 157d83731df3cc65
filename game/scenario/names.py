"""The figures and functions a condition may name, with their types; ids are checked where the caller knows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from game.scenario.suggest import nearest

Kind = Literal["int", "bool", "text"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number that a condition may read."""

    name: str
    zh: str
    """Its Chinese name, which a condition may use as well."""
    unit: str
    about: str


@dataclass(frozen=True, slots=True)
class Function:
    """A question with text arguments that a condition may ask."""

    name: str
    params: tuple[str, ...]
    """What each argument names: inject, option, organ, command, phase, figure or township."""
    result: Kind
    about: str


FIGURES: tuple[Figure, ...] = (
    Figure("day", "第几天", "天", "从场景开始起算的天数，开始当天是 0"),
    Figure("turn", "回合", "回合", "已经进行到第几个回合"),
    Figure("incidence_recorded_bp", "账面发生率", "万分之一", "账面贫困发生率"),
    Figure("incidence_true_bp", "真实发生率", "万分之一", "真实贫困发生率，席位看不到"),
    Figure("approval", "认可度", "0–100", "群众认可度"),
    Figure("problems_open", "未销号问题", "个", "台账上还没有销号的问题"),
    Figure("problems_overdue", "超期问题", "个", "过了整改期限的问题"),
    Figure("problems_found", "发现问题", "个", "累计发现的问题"),
    Figure("problems_closed", "销号问题", "个", "累计销号的问题"),
    Figure("orders_open", "在办战令", "条", "还没有办结的战令"),
    Figure("orders_overdue", "超期战令", "条", "过了期限的战令"),
    Figure("contracts", "包干责任", "份", "正在执行的包干"),
    Figure("visits", "督战次数", "次", "累计督战次数"),
    Figure("grassroots_hours", "基层工时", "小时", "累计占用的基层工时"),
    Figure("funds_left", "剩余资金", "万元", "还没有用掉的资金"),
    Figure("fatigue", "疲劳", "千分之一", "全县平均疲劳"),
    Figure("pressure", "压力", "千分之一", "全县平均压力"),
    Figure("friction", "摩擦", "千分之一", "全县平均条块摩擦"),
    Figure("formalism", "形式主义", "千分之一", "全县平均形式主义"),
    Figure("load", "负荷", "千分之一", "全县平均负荷，1000 是刚好干满"),
)

FUNCTIONS: tuple[Function, ...] = (
    Function("resolved", ("inject",), "bool", "这条情况已经办结"),
    Function("expired", ("inject",), "bool", "这条情况已经过期或升级"),
    Function("delivered", ("inject",), "bool", "这条情况已经送达"),
    Function("chose", ("inject", "option"), "bool", "这条情况选了这个选项"),
    Function("exists", ("organ",), "bool", "这个机构已经成立"),
    Function("gave", ("command",), "int", "下达过几次这种指令；在 goals 和 guide 里只算本席位"),
    Function("phase", ("phase",), "bool", "现在处于这个阶段"),
    Function("phase_days", (), "int", "本阶段已经过了几天"),
    Function("township_figure", ("figure", "township"), "int", "这个乡镇的数字"),
)

TOWNSHIP_FIGURES: frozenset[str] = frozenset(
    {"pressure", "friction", "formalism", "fatigue", "load", "approval", "incidence_recorded_bp", "incidence_true_bp"}
    | {"problems_open", "problems_overdue", "orders_open", "orders_overdue", "visits"}
)
"""Figures that `township_figure` knows."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """What conditions may name."""

    figures: Mapping[str, Figure] = field(default_factory=lambda: {f.name: f for f in FIGURES})
    functions: Mapping[str, Function] = field(default_factory=lambda: {f.name: f for f in FUNCTIONS})
    aliases: Mapping[str, str] = field(default_factory=lambda: {f.zh: f.name for f in FIGURES})
    """Chinese names of figures."""
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind of argument -> the ids there are; a kind that is left out is not checked."""
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Inject -> its options, for `chose`."""
    seek: Callable[[str, Collection[str]], str] = nearest
    """Finds the id that was probably meant, "" where none is near."""

    def knowing(self, ids: Mapping[str, frozenset[str]], options: Mapping[str, frozenset[str]]) -> NameTable:
        """Return the table with the ids of one scenario."""
        return replace(self, ids={"figure": TOWNSHIP_FIGURES, **ids}, options=options)


NAMES = NameTable(ids={"figure": TOWNSHIP_FIGURES})
"""The table for conditions that were checked before: at run time, ids are taken as they are."""
