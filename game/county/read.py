"""Read a county file: YAML text in, `County` out; what is wrong is said in Chinese, with its place and its cure.

    format: 1
    name: T县
    zones: [{id, name}]
    townships: [{id, name, zone, outline: [[x, y], ...], villages: [{id, name, households, poor, remote, at: [x, y]}]}]
    sites: [{id, name, township, households}]
    lines: {2014: 2800, ...}            income line, yuan a person a year
    profile: {recorded_bp: 400, ...}    starting figures, see data/households.toml
Outlines and places are map units, 0-1000 for the whole county; remote is per mille.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import yaml

from game.county.evaluation import shares
from game.county.geometry import Point, area2, first_fault, inside, overlap
from game.county.params import parameters
from game.county.place import County, Site, Township, Village, Zone

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_MAP = 1000
_VILLAGES_MOST = 2000
_OUTLINE = (3, 200)
_INT, _STR, _BOOL = (f"tag:yaml.org,2002:{kind}" for kind in ("int", "str", "bool"))
_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class CountyError(ValueError):
    """A county file is wrong at one place; `message` says what, `cure` what to do. Lines and columns count from 1."""

    def __init__(self, message: str, cure: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"第{line}行第{column}列：{message}{cure}")
        self.message = message
        self.cure = cure
        self.line = line
        self.column = column


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _fail(node: yaml.Node, message: str, cure: str) -> CountyError:
    return CountyError(message, cure, *_place(node.start_mark))


class _Table:
    """A mapping of the file, read key by key."""

    def __init__(self, node: yaml.Node, what: str, keys: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        if not isinstance(node, yaml.MappingNode):
            raise _fail(node, f"{what}应当是一组“键: 值”。", f"请写成含有 {'、'.join(keys)} 的表。")
        self.node = node
        self.what = what
        self.entries: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _fail(key, f"{what}的键必须是一个词。", "请改成单个英文词。")
            if key.value in self.entries:
                raise _fail(key, f"{what}里“{key.value}”写了两次。", "请只保留一处。")
            if keys and key.value not in keys and key.value not in optional:
                raise _fail(key, f"{what}不认识“{key.value}”。", f"可用的键：{'、'.join((*keys, *optional))}。")
            self.entries[key.value] = value
        for needed in keys:
            if needed not in self.entries:
                raise _fail(node, f"{what}缺少“{needed}”。", f"请补上 {needed}。")

    def node_of(self, key: str) -> yaml.Node:
        return self.entries[key]

    def text(self, key: str) -> str:
        node = self.entries[key]
        if not isinstance(node, yaml.ScalarNode) or node.tag != _STR or not node.value.strip():
            raise _fail(node, f"{self.what}的 {key} 应当是一段文字。", "请写上名称；数字样的名称请加引号。")
        return str(node.value).strip()

    def ident(self, key: str) -> str:
        node = self.entries[key]
        if not isinstance(node, yaml.ScalarNode) or not _ID.fullmatch(str(node.value)):
            raise _fail(
                node,
                f"{self.what}的 {key} 不是合格的代号。",
                "代号用小写英文字母、数字、连字符，以字母或数字开头，不超过40个字符。",
            )
        return str(node.value)

    def whole(self, key: str, low: int, high: int) -> int:
        return _whole(self.entries[key], f"{self.what}的 {key}", low, high)

    def flag(self, key: str, *, default: bool) -> bool:
        node = self.entries.get(key)
        if node is None:
            return default
        if not isinstance(node, yaml.ScalarNode) or node.tag != _BOOL or node.value.lower() not in _YES:
            raise _fail(node, f"{self.what}的 {key} 应当是 true 或 false。", "是写 true，否写 false，不加引号。")
        return _YES[node.value.lower()]

    def rows(self, key: str) -> list[yaml.Node]:
        node = self.entries.get(key)
        return [] if node is None else _rows(node, f"{self.what}的 {key}")


def _rows(node: yaml.Node, what: str) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _fail(node, f"{what}应当是一个列表。", "每一项另起一行，以“- ”开头。")
    return list(node.value)


def _whole(node: yaml.Node, what: str, low: int, high: int) -> int:
    if not isinstance(node, yaml.ScalarNode) or node.tag != _INT or not _WHOLE.fullmatch(node.value):
        raise _fail(node, f"{what}应当是整数。", f"请写 {low} 到 {high} 之间的整数，不加引号、单位和小数点。")
    value = int(node.value)
    if not low <= value <= high:
        raise _fail(node, f"{what}是 {value}，超出范围。", f"请写 {low} 到 {high} 之间的整数。")
    return value


def _point(node: yaml.Node, what: str) -> Point:
    pair = _rows(node, what)
    if len(pair) != 2:
        raise _fail(node, f"{what}应当有横、纵两个坐标。", "请写成 [横, 纵]，例如 [420, 135]。")
    return _whole(pair[0], f"{what}的横坐标", 0, _MAP), _whole(pair[1], f"{what}的纵坐标", 0, _MAP)


class _Names:
    """Ids that were taken, with the place where."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.taken: dict[str, int] = {}

    def take(self, name: str, node: yaml.Node) -> None:
        if name in self.taken:
            raise _fail(node, f"{self.what}“{name}”与第{self.taken[name]}行重复。", "请给其中一个换一个代号。")
        self.taken[name] = node.start_mark.line + 1


def _compose(text: str) -> yaml.Node:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                raise CountyError("县域文件里不能用引用（*）。", "请把内容直接写出来。", *_place(event.start_mark))
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise CountyError("层次嵌套太深。", "请按县域文件的格式书写。", *_place(event.start_mark))
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        cure = "请检查缩进、冒号后的空格、引号和括号是否成对。"
        raise CountyError("此处不合 YAML 写法。", cure, *_place(error.problem_mark or error.context_mark)) from error
    except yaml.YAMLError as error:
        raise CountyError("文件里有不能识别的字符。", "请用 UTF-8 保存，并删去控制字符。") from error
    if node is None:
        raise CountyError("文件是空的。", "请写上 format、name、zones、townships、lines。")
    return node


@lru_cache(maxsize=8)  # the county of a class is read again with each of its scenarios
def read_county(text: str, name: str) -> County:
    """Return the county of a file's text; `name` becomes its id. `CountyError` for the first thing that is wrong."""
    keys = ("format", "name", "zones", "townships", "lines")
    top = _Table(_compose(text), "县域文件", keys, ("sites", "profile"))
    top.whole("format", 1, 1)
    zones = tuple(_zones(top))
    townships, villages = _townships(top, zones)
    for node, zone in zip(top.rows("zones"), zones, strict=True):
        if all(t.zone != zone.id for t in townships):
            raise _fail(node, f"战区“{zone.name}”没有乡镇。", "请给它分配乡镇，或删去这个战区。")
    return County(
        id=name,
        name=top.text("name"),
        zones=zones,
        townships=townships,
        villages=villages,
        sites=tuple(_sites(top, townships)),
        lines=_lines(top),
        profile=_profile(top),
    )


def _zones(top: _Table) -> Iterator[Zone]:
    names = _Names("战区")
    rows = top.rows("zones")
    if not rows:
        raise _fail(top.node_of("zones"), "一个战区也没有。", "请至少写一个战区。")
    for row in rows:
        table = _Table(row, "战区", ("id", "name"))
        names.take(table.ident("id"), table.node_of("id"))
        yield Zone(table.ident("id"), table.text("name"))


def _townships(top: _Table, zones: tuple[Zone, ...]) -> tuple[tuple[Township, ...], tuple[Village, ...]]:
    townships: list[Township] = []
    villages: list[Village] = []
    names, village_names = _Names("乡镇"), _Names("村")
    rows = top.rows("townships")
    if not rows:
        raise _fail(top.node_of("townships"), "一个乡镇也没有。", "请至少写一个乡镇。")
    known = "、".join(zone.id for zone in zones)
    for row in rows:
        table = _Table(row, "乡镇", ("id", "name", "zone", "outline", "villages"))
        ident = table.ident("id")
        names.take(ident, table.node_of("id"))
        zone = table.ident("zone")
        if all(z.id != zone for z in zones):
            raise _fail(table.node_of("zone"), f"没有代号为“{zone}”的战区。", f"请改用 zones 里写明的代号：{known}。")
        outline = _outline(table, townships)
        first = len(villages)
        villages += _villages(table, ident, outline, first, village_names)
        townships.append(Township(ident, table.text("name"), zone, outline, first, len(villages)))
    return tuple(townships), tuple(villages)


def _outline(table: _Table, before: list[Township]) -> tuple[Point, ...]:
    node = table.node_of("outline")
    name = table.text("name")
    rows = _rows(node, f"{name}的边界")
    if not _OUTLINE[0] <= len(rows) <= _OUTLINE[1]:
        raise _fail(node, f"{name}的边界有 {len(rows)} 个点。", f"边界应当有 {_OUTLINE[0]} 到 {_OUTLINE[1]} 个点。")
    outline = tuple(_point(row, f"{name}边界上的点") for row in rows)
    fault = first_fault(outline)
    if fault is not None:
        i, j = fault
        raise _fail(
            rows[j],
            f"{name}的边界自己相交：第{i + 1}条边与第{j + 1}条边相碰。",
            "请沿边界走一圈依次写点，不重复、不交叉；首尾会自动相连。",
        )
    if area2(outline) == 0:
        raise _fail(node, f"{name}的边界没有面积。", "请写出不在一条直线上的点。")
    for other in before:
        if overlap(outline, other.outline):
            raise _fail(node, f"{name}与{other.name}的边界重叠。", "相邻乡镇共用的边界请写同样的点。")
    return outline


def _villages(table: _Table, township: str, outline: tuple[Point, ...], first: int, names: _Names) -> Iterator[Village]:
    rows = table.rows("villages")
    if not rows:
        raise _fail(table.node_of("villages"), f"{table.text('name')}没有村。", "请至少写一个村。")
    for index, row in enumerate(rows, start=first):
        if index >= _VILLAGES_MOST:
            raise _fail(row, f"村的数目超过 {_VILLAGES_MOST} 个。", "请减少村的数目。")
        village = _Table(row, "村", ("id", "name", "households", "at"), ("poor", "remote"))
        ident = village.ident("id")
        names.take(ident, village.node_of("id"))
        x, y = _point(village.node_of("at"), "村的位置")
        if not inside((x, y), outline):
            raise _fail(
                village.node_of("at"),
                f"{village.text('name')}不在{table.text('name')}的边界之内。",
                "请改正村的位置，或改正乡镇的边界。",
            )
        yield Village(
            id=ident,
            name=village.text("name"),
            township=township,
            index=index,
            households=village.whole("households", 1, 20_000),
            poor=village.flag("poor", default=False),
            remote=village.whole("remote", 0, 1000) if "remote" in village.entries else 0,
            x=x,
            y=y,
        )


def _sites(top: _Table, townships: tuple[Township, ...]) -> Iterator[Site]:
    names = _Names("安置点")
    for row in top.rows("sites"):
        table = _Table(row, "安置点", ("id", "name", "township", "households"))
        names.take(table.ident("id"), table.node_of("id"))
        township = table.ident("township")
        if all(t.id != township for t in townships):
            raise _fail(table.node_of("township"), f"没有代号为“{township}”的乡镇。", "请改用 townships 里的代号。")
        yield Site(table.ident("id"), table.text("name"), township, table.whole("households", 1, 100_000))


def _lines(top: _Table) -> tuple[tuple[int, int], ...]:
    table = _Table(top.node_of("lines"), "收入标准 lines", ())
    if not table.entries:
        raise _fail(table.node, "一年的收入标准也没有。", "请按“年份: 元”写，例如 2019: 3218。")
    pairs: list[tuple[int, int]] = []
    for key, node in table.entries.items():
        if not re.fullmatch(r"(19|20)[0-9]{2}", key):
            raise _fail(node, f"“{key}”不是年份。", "请写四位年份，例如 2019: 3218。")
        pairs.append((int(key), _whole(node, f"{key}年的收入标准", 100, 100_000)))
    return tuple(sorted(pairs))


def _profile(top: _Table) -> dict[str, int]:
    if "profile" not in top.entries:
        return {}
    names = parameters("households").under("profile")
    table = _Table(top.node_of("profile"), "起始状况 profile", (), names)
    figures: dict[str, int] = {}
    for key, node in table.entries.items():
        if key not in names:
            raise _fail(node, f"起始状况不认识“{key}”。", f"可用的键：{'、'.join(names)}。")
        figures[key] = _whole(node, f"起始状况的 {key}", 0, 10_000)
    registered = figures.get("registered_bp", parameters("households").number("profile.registered_bp"))
    recorded = figures.get("recorded_bp", parameters("households").number("profile.recorded_bp"))
    if recorded > registered:
        raise _fail(
            table.node,
            f"在册未脱贫的比例（{recorded}）高于建档立卡的比例（{registered}）。",
            "recorded_bp 不能大于 registered_bp。",
        )
    return figures


def slice_county(county: County, townships: tuple[str, ...], households: int | None) -> County:
    """Return the county cut to some townships (none named: all) and drawn to a number of households (None: its own).

    Villages keep their order and shares; each keeps at least one household. `CountyError` for an unknown township or
    fewer households than villages.
    """
    for ident in townships:
        if not county.has_township(ident):
            known = "、".join(t.id for t in county.townships)
            raise CountyError(f"县域“{county.id}”没有代号为“{ident}”的乡镇。", f"可用的乡镇：{known}。")
    kept = [t for t in county.townships if not townships or t.id in townships]
    villages = [v for t in kept for v in county.villages_of(t.id)]
    sizes = [v.households for v in villages]
    sites = [s for s in county.sites if any(t.id == s.township for t in kept)]
    if households is not None:
        if households < len(villages):
            raise CountyError(f"{len(villages)} 个村分不了 {households} 户。", "请增加 county.households，或减少乡镇。")
        whole = sum(sizes)
        sites = [replace(s, households=max(1, s.households * households // whole)) for s in sites]
        sizes = _scaled(sizes, households)
    start = 0
    placed: list[Township] = []
    for township in kept:
        count = township.last - township.first
        placed.append(replace(township, first=start, last=start + count))
        start += count
    return replace(
        county,
        zones=tuple(z for z in county.zones if any(t.zone == z.id for t in kept)),
        townships=tuple(placed),
        villages=tuple(replace(v, index=i, households=n) for i, (v, n) in enumerate(zip(villages, sizes, strict=True))),
        sites=tuple(sites),
    )


def _scaled(sizes: list[int], total: int) -> list[int]:
    """Return sizes scaled to a total, each at least 1."""
    whole = sum(sizes)
    spare = total - len(sizes)
    rest = [size - 1 for size in sizes]
    if spare <= sum(rest):
        return [1 + part for part in shares(spare, rest)]
    factor = -(-total // whole)
    return shares(total, [size * factor for size in sizes])
