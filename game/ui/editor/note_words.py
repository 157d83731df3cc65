"""What an import has to say, in the window's language: for a line of a table, and in full for the one chosen."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.events.columns import UNCHOSEN
from game.authoring.note_phrases import in_english
from game.authoring.notes import Note
from game.ui.editor.import_lines import Line
from game.ui.editor.words import severity_word
from game.ui.i18n import language, translate


def said(note: Note) -> str:
    """Return what is wrong."""
    return in_english(note.message) if language() == "en" else note.message


def cure(note: Note) -> str:
    """Return what to do about it, with what was probably meant."""
    told = in_english(note.cure) if language() == "en" else note.cure
    if note.code in UNCHOSEN:
        told = translate("Import", "{cure}哪一列是什么，在左边选。").format(cure=told)
    if not note.suggestion:
        return told
    return translate("Import", "是不是想写“{meant}”？{cure}").format(meant=note.suggestion, cure=told)


def place(note: Note) -> str:
    """Return where it is."""
    return in_english(note.place) if language() == "en" else note.place


def joined(sayings: Iterable[str]) -> str:
    """Return several sayings as one line."""
    return " ".join(dict.fromkeys(sayings))


def in_full(line: Line) -> str:
    """Return all that is said of a line, each with its place and its cure."""
    if not line.notes:
        return translate("Import", "这一行没有问题。")
    told = translate("Import", "{severity} {file} {place}：{message}\n怎么改：{cure}")
    return "\n".join(
        told.format(
            severity=severity_word(note.severity),
            file=note.file,
            place=place(note),
            message=said(note),
            cure=cure(note),
        )
        for note in line.notes
    )


def counted(notes: Iterable[Note]) -> str:
    """Return how many errors and warnings there are."""
    found = list(notes)
    errors = sum(note.severity == "error" for note in found)
    return translate("Import", "{errors} 处错误，{warnings} 处警告").format(errors=errors, warnings=len(found) - errors)
