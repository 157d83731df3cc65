"""Write the review of a session to files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from game.exercise.scoring import score
from game.review.html import page
from game.review.story import overlay, story, turning_points
from game.session.codec import state_hash
from game.session.session import Session

FORMATS = ("html", "jsonl")


def write_report(session: Session, folder: Path, form: str, lang: str = "zh", *, stem: str = "") -> Path:
    """Write the review in one format into a folder and return the file; `stem` names it, the session's if empty.

    `html` is one page that needs nothing else; `jsonl` has one object a line: header, turns, entries, score, events.
    `ValueError` for a format that does not exist; `OSError` where the folder cannot be written.
    """
    if form not in FORMATS:
        raise ValueError(f"unknown format {form!r}; there are {', '.join(FORMATS)}")
    folder.mkdir(parents=True, exist_ok=True)
    name = stem or f"{session.path.stem if session.path else session.state.scenario.id}-review"
    target = folder / f"{name}.{form}"
    text = page(session, lang) if form == "html" else _lines(session, lang)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def _lines(session: Session, lang: str) -> str:
    state = session.state
    rows: list[dict[str, object]] = [
        {
            "row": "header",
            "scenario": state.scenario.id,
            "title": state.scenario.title,
            "start": state.scenario.start.isoformat(),
            "day": state.day,
            "turn": state.turn,
            "hash": state_hash(state),
        }
    ]
    rows += [{"row": "turn", **asdict(record)} for record in state.history]
    rows += [{"row": "overlay", **asdict(item)} for item in overlay(state)]
    rows += [{"row": "turning_point", **asdict(item)} for item in turning_points(state, lang=lang)]
    if state.evaluation is not None:
        rows.append({"row": "evaluation", **asdict(state.evaluation)})
    marks = score(state)
    rows.append({"row": "score", "total": marks.total / 10})
    rows += [{"row": "score_line", **asdict(line)} for line in marks.lines]
    rows += [{"row": "entry", **asdict(entry)} for entry in story(session, lang)]
    rows += [
        {"row": "refusal", "seq": r.seq, "day": r.day, "seat": r.seat, "command": r.kind, "code": r.refusal.code}
        for r in session.refusals()
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
