"""A scenario to begin with, for an event list that belongs to none yet: its seats are the recipients the list names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from game.authoring.geojson import plain
from game.county.place import County
from game.exercise.catalogue import load_organs, load_posts

Json = dict[str, Any]
TOWNSHIPS = 4
"""Townships of the county that a new scenario plays in."""
AFTER = 2
"""Turns after the last event, so that it can still be answered."""
LEAST_TURNS = 8
MINUTES = 6


@dataclass(frozen=True, slots=True)
class Post:
    """A seat recognised in a recipient's name."""

    id: str
    post: str
    name: str
    scope: str


def recognise(said: str, county: County, townships: Iterable[str]) -> Post | None:
    """Return the post a recipient's name speaks of; None where it speaks of none."""
    word = plain(said).replace(" ", "")
    posts = load_posts()
    for key, bureau in load_organs().bureaus.items():
        short = bureau.zh.removesuffix("局")
        if bureau.zh in word or word in (short, f"{short}局长"):
            return Post(f"{key}-chief", "bureau_chief", plain(said), f"bureau:{key}")
    for ident in townships:
        name = county.township(ident).name
        if name in word or name[:-1] == word:
            return Post(f"{ident}-commander", "township_commander", plain(said), f"township:{ident}")
    usual = {
        "secretary": ("县委书记", "书记"),
        "magistrate": ("县长",),
        "hq_director": ("总攻办", "指挥部", "办公室主任"),
        "squad_leader": ("督战", "督查", "督导"),
        "partner": ("帮扶", "企业", "工商联"),
        "discipline": ("纪委", "监委"),
    }
    for ident, words in usual.items():
        if posts[ident].zh in word or any(part in word for part in words):
            return Post(ident.replace("_", "-"), ident, plain(said), "county")
    if any(part in word for part in ("第一书记", "驻村")):
        village = next(v for v in county.villages if v.township in set(townships))
        return Post("first-secretary", "first_secretary", plain(said), f"village:{village.id}")
    return None


def first_townships(county: County) -> tuple[str, ...]:
    """Return the townships a new scenario is played in: the first of one zone."""
    zone = county.townships[0].zone
    return tuple(t.id for t in county.townships if t.zone == zone)[:TOWNSHIPS]


def outset(ident: str, title: str, start: date, turns: int, county_name: str, county: County, posts: list[Post]) -> str:
    """Return the text of `scenario.yaml` without injects: it can be played as it is and is meant to be filled in."""
    days = 7 * turns
    body: Json = {
        "format": 1,
        "id": ident,
        "title": title,
        "summary": f"由事件清单“{title}”导入的场景。",
        "level": "standard",
        "minutes": turns * MINUTES,
        "version": "0.1",
        "objectives": [{"id": "events", "text": "按轻重缓急处置事件清单里的各项情况"}],
        "county": {"name": county_name, "townships": list(first_townships(county))},
        "start": start.isoformat(),
        "turn": {"days": 7, "count": turns, "minutes": MINUTES},
        "default_seat": posts[0].id,
        "seats": [
            {
                "id": post.id,
                "post": post.post,
                "name": post.name,
                "scope": post.scope,
                "brief": f"你是{post.name}。先看收件箱里的情况，再看自己手里有什么人、什么钱、什么权。",
            }
            for post in posts
        ],
        "campaigns": [
            {
                "id": "campaign",
                "name": "集中攻坚",
                "phases": [
                    {"id": "muster", "stage": "mobilisation", "name": "动员部署", "days": 7},
                    {"id": "assault", "stage": "assault", "name": "集中攻坚", "days": days - 14},
                    {"id": "hold", "stage": "consolidation", "name": "总结巩固", "days": 7},
                ],
            }
        ],
        "starting": {"funds": [{"id": "special", "name": "财政专项扶贫资金", "amount": 800}]},
        "rubric": [
            _line("action", "decisions_credit", "事项处置与决断", 30),
            _line("action", "response_days", "几天才有对路的动作", 15),
            _line("outcome", "incidence_true_drop", "真实贫困发生率降下来", 20),
            _line("people", "approval", "群众认不认", 20),
            _line("burden", "grassroots_hours", "基层工时没有耗在纸上", 15),
        ],
    }
    head = "# 由事件清单导入。情况在 injects/ 里；简介、席位、评分、阶段请按需要修改。\n"
    return head + dump(body)


def _line(group: str, measure: str, name: str, weight: int) -> Json:
    ident = f"r-{re.sub('_', '-', measure)}"
    return {"id": ident, "group": group, "measure": measure, "name": name, "weight": weight}


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and never an anchor."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write the same value twice in full: scenarios have no anchors."""
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of lists, as scenarios are written."""
        del indentless
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def dump(data: Any) -> str:
    """Return data as YAML in the way scenarios are written; dates stay text."""
    return str(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4000, default_flow_style=False)
    )
