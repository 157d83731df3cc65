"""A small scenario for tests of what helps authors: decisions, a chain, and faults that only play can show."""

from __future__ import annotations

from pathlib import Path

SMALL = Path(__file__).parents[1] / "session" / "data" / "small"

DECISIONS = """
  - id: forms
    title: 一桌子表
    form: call
    domain: burden
    trigger: {at: 7}
    to: [director, dongpo]
    sender: 东坡乡
    text: 表太多，填不过来。
    objective: water
    options:
      - {id: cut, text: 停掉一半, credit: 900, why: 减负, attention: 2}
      - {id: keep, text: 照填, credit: 300, why: 省事, attention: 0, then: tired}
      - {id: more, text: 再加一张, credit: 100, why: 层层加码, attention: 0}
    reply_within: 7
  - id: tired
    title: 填表填到半夜
    form: chat
    domain: burden
    trigger: {by_hand: true}
    to: [dongpo]
    sender: 东坡乡
    text: 昨晚填到两点。
    objective: water
  - id: letter
    title: 市里回了信
    form: notice
    domain: public
    trigger: {when: 'gave("send_letter") >= 1'}
    to: [director]
    sender: 市里
    text: 来信收到。
    objective: water
"""


def make(folder: Path, extra: str = DECISIONS) -> Path:
    """Write the scenario into a folder, with more injects, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (SMALL / "scenario.yaml").read_text(encoding="utf-8")
    head, tail = text.split("rubric:\n")
    text = head + extra.strip("\n") + "\nrubric:\n" + tail
    text = text.replace(
        "to: [director, dongpo]\n    sender: 东坡乡\n    place",
        "to: [director, dongpo, squad]\n    sender: 东坡乡\n    place",
    )
    (folder / "scenario.yaml").write_text(text, encoding="utf-8", newline="\n")
    for path in SMALL.iterdir():
        if path.name != "scenario.yaml":
            (folder / path.name).write_bytes(path.read_bytes())
    return folder
