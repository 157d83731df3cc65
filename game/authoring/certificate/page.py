"""The certificate as one HTML page that needs nothing else, on screen and on paper, in the language of its reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from game.authoring.certificate.drawing import bars, boxes, strip
from game.authoring.certificate.gates import ENOUGH, PLAYED, SELDOM
from game.authoring.certificate.wording import Words, worded

Json = Mapping[str, Any]


@cache
def _style() -> str:
    return (files("game.authoring.certificate") / "page.css").read_text(encoding="utf-8")


def page(certificate: Json, lang: str = "zh") -> str:
    """Return the whole page of a certificate, as `certify` made it or as it was read from its file."""
    words = Words(lang)
    told = worded(certificate, words.lang)
    parts = _Parts(words)
    body = [
        f"<h1>{escape(words('page.title', title=told['title']))}</h1>",
        parts.origin(told),
        parts.verdict(told),
        parts.gates(told["gates"]),
        parts.scores(told),
        parts.injects(told["injects"]),
        parts.decisions(told["decisions"]),
        parts.seats(told),
        parts.instructor(told["instructor"]),
        parts.method(told),
    ]
    return (
        f'<!doctype html><html lang="{words("page.lang")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(words('page.title', title=told['title']))}</title><style>{_style()}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def said_verdict(certificate: Json, words: Words) -> tuple[str, str]:
    """Return the verdict in a word, and what it means; `KeyError` for a verdict that is none."""
    verdict = certificate["verdict"]
    meaning = "interrupted" if certificate["interrupted"] else verdict
    return words(f"verdict.{verdict}"), words(f"meaning.{meaning}", enough=ENOUGH)


def said_asks(certificate: Json, words: Words) -> str:
    """Return how much the scenario asks of those who play it, in one sentence."""
    asks = certificate["asks"]
    figures = {key: asks[key] for key in ("seats", "turns", "minutes", "domains")}
    level, share = words(f"level.{asks['level']}"), f"{asks['routine_share']:.0%}"
    return words("page.asks", level=level, papers=f"{asks['papers']:g}", share=share, **figures)


def _section(title: str, *body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(body)}</section>"


def _note(text: str) -> str:
    return f"<p class=muted>{escape(text)}</p>"


def _table(head: Sequence[tuple[str, bool]], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return a table; each row is its class and its cells, a heading is its word and whether numbers follow."""
    top = "".join(f"<th{' class=n' if number else ''}>{escape(word)}</th>" for word, number in head)
    body = []
    for kind, cells in rows:
        told = "".join(
            f"<td{' class=n' if number else ''}>{cell}</td>" for cell, (_, number) in zip(cells, head, strict=True)
        )
        body.append(f"<tr{f' class={kind}' if kind else ''}>{told}</tr>")
    return f"<div class=scroll><table><thead><tr>{top}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"


def _mark(text: str, kind: str) -> str:
    return f'<span class="mark {kind}">{escape(text)}</span>'


class _Parts:
    """The parts of a page, in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def _say(self, code: str, **given: object) -> str:
        return self._words(f"page.{code}", **given)

    def _head(self, *codes: str) -> list[tuple[str, bool]]:
        """Return the headings of a table; numbers follow where a code ends in `#`, nothing is written for ""."""
        return [(self._say(code.rstrip("#")) if code else "", code.endswith("#")) for code in codes]

    def origin(self, certificate: Json) -> str:
        figures = {key: certificate[key] for key in ("scenario", "version", "runs", "seed")}
        return _note(self._say("origin", made=certificate["made"][:10], digest=certificate["digest"][:12], **figures))

    def verdict(self, certificate: Json) -> str:
        word, meaning = said_verdict(certificate, self._words)
        rows = certificate["gates"]
        counted = self._say("counted", count=len(rows), open=sum(not gate["met"] for gate in rows))
        told = f"<b>{escape(word)}</b><span>{escape(meaning)}<br>{escape(counted)}</span>"
        return f'<div class="verdict {certificate["verdict"]}">{told}</div>'

    def gates(self, rows: Sequence[Json]) -> str:
        table = []
        for gate in rows:
            mark, kind = ("met", "yes") if gate["met"] else ("unmet", "no")
            if not gate["met"] and gate["weight"] == "should":
                mark, kind = "better", "doubt"
            told = escape(gate["found"])
            if gate["cure"]:
                told += f"<br><span class=muted>{escape(self._say('cure', cure=gate['cure']))}</span>"
            weight = self._say("must" if gate["weight"] == "must" else "should")
            cells = (_mark(self._say(mark), kind), escape(weight), escape(gate["name"]), told)
            table.append(("" if gate["met"] else "bad", cells))
        return _section(self._say("gates"), _table(self._head("", "", "demand", "result"), table))

    def scores(self, certificate: Json) -> str:
        found = certificate["scores"]
        rows = [(policy, self._words.policy(policy), found[policy]) for policy in PLAYED if policy in found]
        if not rows:
            return _section(self._say("scores"), _note(self._say("no_run")))
        told = [self._say("median_of", policy=name, points=f"{spread['median']:.1f}") for _, name, spread in rows]
        table = [
            (
                "",
                (
                    escape(name),
                    str(spread["runs"]),
                    f"{spread['median']:.1f}",
                    f"{spread['p25']:.1f} – {spread['p75']:.1f}",
                    f"{spread['least']:.1f} – {spread['most']:.1f}",
                    f"{spread['passed']:.0%}",
                    str(certificate["firsts"].get(policy, "–")),
                ),
            )
            for policy, name, spread in rows
        ]
        return _section(
            self._say("scores"),
            boxes(
                [(name, spread) for _, name, spread in rows],
                self._say("scores_said", said=self._words("clauses").join(told)),
            ),
            _note(self._say("scores_note")),
            _table(self._head("policy", "runs#", "median#", "quarters#", "range#", "exit#", "first#"), table),
            f"<p>{escape(said_asks(certificate, self._words))}</p>",
        )

    def injects(self, rows: Sequence[Json]) -> str:
        table = []
        for row in rows:
            mark, kind = _rarity(row)
            ends = self._words.listed([f"{name} {share:.0%}" for name, share in row["ends"].items()])
            fired = " / ".join(f"{row['fired_by'][policy] * 100:.0f}" for policy in PLAYED)
            name = escape(row["title"]) + f"<br><span class=muted>{escape(row['id'])}</span>"
            marked = f"<br>{_mark(self._say(mark), kind)}" if mark else ""
            cells = (
                name,
                escape(row["when"]),
                escape(self._words.listed(row["to"])),
                f"{row['fired']:.0%}{marked}",
                fired,
                str(row["day"]) if row["day"] >= 0 else "–",
                escape(ends) or "–",
            )
            table.append(("bad" if kind == "no" else "", cells))
        order = " / ".join(self._words.policy(policy) for policy in PLAYED)
        head = self._head("inject", "trigger", "to", "fired#", "fired_by#", "day#", "ends")
        return _section(self._say("injects"), _table(head, table), _note(self._say("injects_note", order=order)))

    def decisions(self, rows: Sequence[Json]) -> str:
        if not rows:
            return _section(self._say("options"), _note(self._say("no_options")))
        table: list[tuple[str, Sequence[str]]] = []
        for decision in rows:
            told = f"{escape(decision['title'])} <span class=muted>{escape(decision['id'])}</span>"
            table.append(("head", (told, "", "", "", "", "", "")))
            for option in decision["options"]:
                marks = _marks(decision, option)
                told = "".join(f"<br>{_mark(self._say(code), kind)}" for kind, code in marks)
                by_lot = f" <span class=muted>{escape(self._say('by_lot', drawn=option['drawn']))}</span>"
                cells = (
                    escape(option["text"]) + told,
                    f"{option['credit'] / 10:.0f}%",
                    escape(self._say("paid", money=option["money"], attention=option["attention"])),
                    f"{option['chosen']}{by_lot}",
                    f"{option['mean']:.1f}" if option["drawn"] else "–",
                    f"{option['better']:+.2f} ± {option['error']:.2f}" if option["blocks"] > 1 else "–",
                    f"{option['wins']} / {option['blocks']}" if option["blocks"] else "–",
                )
                table.append(("bad" if any(kind == "no" for kind, _ in marks) else "", cells))
        head = self._head("option", "credit#", "price", "chosen#", "mean#", "than#", "wins#")
        return _section(self._say("options"), _table(head, table), _note(self._say("options_note")))

    def seats(self, certificate: Json) -> str:
        table = []
        for seat in certificate["seats"]:
            wait = self._say("wait", turns=seat["longest"], minutes=seat["longest_minutes"])
            cells = (
                escape(seat["name"]),
                f"{seat['papers']:.1f}",
                f"{seat['commands']:.1f}",
                f"{seat['idle']:.0%}",
                escape(wait) if seat["longest"] else "–",
                strip(seat["busy"], self._say("strip", name=seat["name"])),
            )
            table.append(("", cells))
        head = self._head("seat", "papers#", "commands#", "idle#", "longest#", "turns")
        return _section(self._say("seats"), _table(head, table), _note(self._say("seats_note")))

    def instructor(self, load: Json) -> str:
        drawn = bars(load["median"], load["most"], load["minutes"], self._say("load_said"))
        return _section(self._say("load"), drawn, _note(self._say("load_note", by_hand=load["by_hand"])))

    def method(self, certificate: Json) -> str:
        lines = [
            self._say("method_seeds"),
            self._say("method_cover", covering=certificate["covering"]),
            self._say("method_views"),
            self._say("method_holds"),
        ]
        lines += [
            self._say("failed", policy=self._words.policy(row["policy"]), seed=row["seed"], error=row["error"])
            for row in certificate["failed"]
        ]
        return _section(self._say("method"), f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>")


def _rarity(row: Json) -> tuple[str, str]:
    """Return what is to be said of how often an inject fires, and how grave that is."""
    if row["by_hand"]:
        return "by_hand", ""
    if row["fired"] == 0:
        return ("by_people", "doubt") if row["untried"] else ("never", "no")
    return ("seldom", "doubt") if row["fired"] < SELDOM else ("", "")


def _marks(decision: Json, option: Json) -> list[tuple[str, str]]:
    """Return what is to be said of an option: how grave it is, and the code of its words."""
    found = []
    if option["dominant_as_written"]:
        found.append(("no", "written"))
    if option["dominant_in_runs"]:
        found.append(("no", "every"))
    if option["beaten_as_written"]:
        found.append(("doubt", "beaten"))
    if decision["drawn"] and not option["open"]:
        found.append(("doubt", "not_open"))
    elif decision["asked"] and not option["chosen"]:
        found.append(("doubt", "not_taken"))
    return found
