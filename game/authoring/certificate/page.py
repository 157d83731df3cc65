"""The certificate as one HTML page that needs nothing else, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from game.authoring.certificate.drawing import bars, boxes, strip
from game.authoring.certificate.gates import ENOUGH, LEVEL_NAMES, NAMES, SELDOM

Json = Mapping[str, Any]
VERDICTS = {
    "passed": ("通过", "全部门槛都达到了，可以放心拿去上课。"),
    "reserved": ("有保留地通过", "必须达到的都达到了；下面标“建议”的几项还可以改得更好。"),
    "failed": ("未通过", "下面标“必须”而没有达到的，改好后再认证一次。"),
    "trial": ("试算", f"推演次数不够（每种策略至少 {ENOUGH} 次），只供参考，不算认证。"),
}


@cache
def _style() -> str:
    return (files("game.authoring.certificate") / "page.css").read_text(encoding="utf-8")


def page(certificate: Json) -> str:
    """Return the whole page of a certificate, as `certify` made it or as it was read from its file."""
    parts = [
        f"<h1>{escape(certificate['title'])} · 场景认证</h1>",
        _origin(certificate),
        _verdict(certificate),
        _gates(certificate["gates"]),
        _scores(certificate),
        _injects(certificate["injects"]),
        _decisions(certificate["decisions"]),
        _seats(certificate),
        _instructor(certificate["instructor"]),
        _method(certificate),
    ]
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(certificate['title'])} · 场景认证</title><style>{_style()}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _origin(certificate: Json) -> str:
    told = (
        f"场景 {certificate['scenario']} · 版本 {certificate['version']} · {certificate['made'][:10]} · "
        f"每种策略 {certificate['runs']} 次 · 种子 {certificate['seed']} · 文本指纹 {certificate['digest'][:12]}"
    )
    return f"<p class=muted>{escape(told)}</p>"


def _verdict(certificate: Json) -> str:
    word, meaning = VERDICTS[certificate["verdict"]]
    if certificate["interrupted"]:
        meaning = "推演中途停下了，只供参考，不算认证。"
    open_gates = sum(not gate["met"] for gate in certificate["gates"])
    counted = f"{len(certificate['gates'])} 道门槛，{open_gates} 道没有达到。"
    return f'<div class="verdict {certificate["verdict"]}"><b>{word}</b><span>{meaning}<br>{counted}</span></div>'


def _section(title: str, *body: str) -> str:
    return f"<section><h2>{title}</h2>{''.join(body)}</section>"


def _note(text: str) -> str:
    return f"<p class=muted>{escape(text)}</p>"


def _table(head: Sequence[tuple[str, bool]], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return a table; each row is its class and its cells, a heading is its word and whether numbers follow."""
    top = "".join(f"<th{' class=n' if number else ''}>{word}</th>" for word, number in head)
    body = []
    for kind, cells in rows:
        told = "".join(
            f"<td{' class=n' if number else ''}>{cell}</td>" for cell, (_, number) in zip(cells, head, strict=True)
        )
        body.append(f"<tr{f' class={kind}' if kind else ''}>{told}</tr>")
    return f"<div class=scroll><table><thead><tr>{top}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"


def _gates(rows: Sequence[Json]) -> str:
    table = []
    for gate in rows:
        mark, kind = ("✓ 达到", "yes") if gate["met"] else ("✗ 未达到", "no")
        if not gate["met"] and gate["weight"] == "should":
            mark, kind = "△ 可改进", "doubt"
        cure = f"<br><span class=muted>办法：{escape(gate['cure'])}</span>" if gate["cure"] else ""
        weight = "必须" if gate["weight"] == "must" else "建议"
        cells = (f'<span class="mark {kind}">{mark}</span>', weight, escape(gate["name"]), escape(gate["found"]) + cure)
        table.append(("" if gate["met"] else "bad", cells))
    return _section("门槛", _table([("", False), ("", False), ("要求", False), ("推演结果", False)], table))


def _scores(certificate: Json) -> str:
    found = certificate["scores"]
    rows = [(NAMES[policy], found[policy]) for policy in NAMES if policy in found]
    if not rows:
        return _section("总分", _note("没有一次推演到底。"))
    said = "；".join(f"{name}中位数 {spread['median']:.1f}" for name, spread in rows)
    table = [
        (
            "",
            (
                escape(NAMES[policy]),
                str(found[policy]["runs"]),
                f"{found[policy]['median']:.1f}",
                f"{found[policy]['p25']:.1f} – {found[policy]['p75']:.1f}",
                f"{found[policy]['least']:.1f} – {found[policy]['most']:.1f}",
                f"{found[policy]['passed']:.0%}",
                str(certificate["firsts"].get(policy, "–")),
            ),
        )
        for policy in NAMES
        if policy in found
    ]
    head = [
        ("策略", False),
        ("次数", True),
        ("中位数", True),
        ("四分位区间", True),
        ("最低 – 最高", True),
        ("退出评估通过", True),
        ("同种子第一", True),
    ]
    return _section(
        "总分",
        boxes(rows, f"各策略的总分：{said}"),
        _note("圆点：每次推演；方框：中间一半；粗线：中位数；细线：最低到最高。横轴 0–100 分。"),
        _table(head, table),
        f"<p>{escape(said_asks(certificate))}</p>",
    )


def said_asks(certificate: Json) -> str:
    """Return how much the scenario asks of those who play it, in one sentence."""
    asks = certificate["asks"]
    return (
        f"难度标注为“{LEVEL_NAMES[asks['level']]}”：{asks['seats']} 个席位、{asks['turns']} 回合"
        f"（约 {asks['minutes']} 分钟），一场约 {asks['papers']:g} 件情况，涉及 {asks['domains']} 个领域；"
        f"照常规办事只能拿到统合得分的 {asks['routine_share']:.0%}。"
    )


def _injects(rows: Sequence[Json]) -> str:
    table = []
    for row in rows:
        mark, kind = _rarity(row)
        ends = "、".join(f"{name} {share:.0%}" for name, share in row["ends"].items())
        fired = " / ".join(f"{row['fired_by'][policy] * 100:.0f}" for policy in NAMES)
        name = escape(row["title"]) + f"<br><span class=muted>{escape(row['id'])}</span>"
        marked = f'<br><span class="mark {kind}">{mark}</span>' if mark else ""
        cells = (
            name,
            escape(row["when"]),
            escape("、".join(row["to"])),
            f"{row['fired']:.0%}{marked}",
            fired,
            str(row["day"]) if row["day"] >= 0 else "–",
            escape(ends) or "–",
        )
        table.append(("bad" if kind == "no" else "", cells))
    head = [
        ("情况", False),
        ("触发", False),
        ("收件", False),
        ("发生", True),
        ("分策略 %", True),
        ("第几天", True),
        ("结局", False),
    ]
    order = " / ".join(NAMES.values())
    return _section("情况", _table(head, table), _note(f"“分策略”依次是：{order}；“第几天”是送达日的中位数。"))


def _rarity(row: Json) -> tuple[str, str]:
    """Return what is to be said of how often an inject fires, and how grave that is."""
    if row["by_hand"]:
        return "人工投放", ""
    if row["fired"] == 0:
        return ("要由人触发", "doubt") if row["untried"] else ("从未发生", "no")
    return ("很少发生", "doubt") if row["fired"] < SELDOM else ("", "")


def _decisions(rows: Sequence[Json]) -> str:
    if not rows:
        return _section("选项", _note("这个场景没有要选择的情况。"))
    table: list[tuple[str, Sequence[str]]] = []
    for decision in rows:
        told = f"{escape(decision['title'])} <span class=muted>{escape(decision['id'])}</span>"
        table.append(("head", (told, "", "", "", "", "", "")))
        for option in decision["options"]:
            marks = _marks(decision, option)
            paid = f"{option['money']} 万元 · 精力 {option['attention']}"
            better = f"{option['better']:+.2f} ± {option['error']:.2f}" if option["blocks"] > 1 else "–"
            wins = f"{option['wins']} / {option['blocks']}" if option["blocks"] else "–"
            chosen = f"{option['chosen']} <span class=muted>(抽签 {option['drawn']})</span>"
            mean = f"{option['mean']:.1f}" if option["drawn"] else "–"
            row = (escape(option["text"]) + marks, f"{option['credit'] / 10:.0f}%", paid, chosen, mean, better, wins)
            table.append(("bad" if "mark no" in marks else "", row))
    head = [
        ("选项", False),
        ("得分", True),
        ("代价", False),
        ("被选", True),
        ("选它的总分", True),
        ("比别的选项", True),
        ("胜出", True),
    ]
    told = (
        "抽签的推演里，同一种子为一组，组内各次只有选择不同。“选它的总分”是抽签时的平均；“比别的选项”是同组里选它与不选它的"
        "总分差（± 标准误）；“胜出”是差为正的组数。其余选择也同时在变，差额小于两倍标准误的不必当真。"
    )
    return _section("选项", _table(head, table), _note(told))


def _marks(decision: Json, option: Json) -> str:
    found = []
    if option["dominant_as_written"]:
        found.append(("no", "处处占优（得分、代价、后果都不差）"))
    if option["dominant_in_runs"]:
        found.append(("no", "每一组都胜出"))
    if option["beaten_as_written"]:
        found.append(("doubt", "有别的选项处处不比它差"))
    if decision["drawn"] and not option["open"]:
        found.append(("doubt", "从未开放"))
    elif decision["asked"] and not option["chosen"]:
        found.append(("doubt", "没有人选过"))
    return "".join(f'<br><span class="mark {kind}">{text}</span>' for kind, text in found)


def _seats(certificate: Json) -> str:
    table = []
    for seat in certificate["seats"]:
        wait = f"{seat['longest']} 回合 · {seat['longest_minutes']} 分钟" if seat["longest"] else "–"
        cells = (
            escape(seat["name"]),
            f"{seat['papers']:.1f}",
            f"{seat['commands']:.1f}",
            f"{seat['idle']:.0%}",
            wait,
            strip(seat["busy"], f"{seat['name']}：各回合有事做的比例"),
        )
        table.append(("", cells))
    head = [
        ("席位", False),
        ("收到情况", True),
        ("每回合指令", True),
        ("空闲回合", True),
        ("最长空等", True),
        ("各回合", False),
    ]
    told = (
        "统合策略的推演；一个回合里没有新情况、没有待答复的事、电脑代行也没有下指令，就算空闲。学员比电脑爱动手，"
        "实际空闲会少一些。"
    )
    return _section("席位", _table(head, table), _note(told))


def _instructor(load: Json) -> str:
    drawn = bars(load["median"], load["most"], load["minutes"], "导调每回合要处理的件数")
    told = (
        f"每回合送达的情况、要看的文字答复、超期与升级合计；方柱是中位数，短线是最多的一次，虚线是每分钟一件。"
        f"另有 {load['by_hand']} 件由导调决定何时投放。"
    )
    return _section("导调负担", drawn, _note(told))


def _method(certificate: Json) -> str:
    lines = [
        "四种策略由电脑代行全部席位，用同一组种子；第五组按统合策略推演，只有选择由抽签决定，使每个选项都有人选。",
        f"还没有人选过的选项，另按遇得到它的策略抽签补推了 {certificate['covering']} 次，只看后果，不计入总分。",
        "电脑代行只看到各席位看得到的内容，也只用学员能下的指令。",
        "认证只对这一份文本有效：场景、县域或推演参数改动之后就过期，要重新认证。",
    ]
    failed = [f"{NAMES[row['policy']]}，种子 {row['seed']}：{row['error']}" for row in certificate["failed"]]
    items = "".join(f"<li>{escape(line)}</li>" for line in [*lines, *failed])
    return _section("怎样得出的", f"<ul>{items}</ul>")
