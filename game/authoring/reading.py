"""Bytes of a file, within limits: a file too large costs nothing, and any of the usual encodings is text."""

from __future__ import annotations

from pathlib import Path

from game.authoring.notes import Notes


def read_bytes(path: Path, most: int, notes: Notes) -> bytes | None:
    """Return a file's bytes, or None after saying why not. Sizes in bytes."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            notes.error("not-a-file", path.name, "", "这不是一个文件。", "请给出文件的路径，不是文件夹。")
            return None
        if size > most:  # before reading: a file of gigabytes must cost nothing
            notes.error(
                "too-large",
                path.name,
                "",
                f"文件有 {size / 1_000_000:.1f} MB，超过了 {most // 1_000_000} MB。",
                "请只保留要用的内容；地图请先简化边界再导出。",
            )
            return None
        with path.open("rb") as stream:
            return stream.read(most + 1)[:most]
    except OSError as error:
        notes.error(
            "unreadable",
            path.name,
            "",
            f"读不了这个文件（{error.strerror or type(error).__name__}）。",
            "请检查路径和权限。",
        )
        return None


def decode(data: bytes, file: str, notes: Notes) -> str | None:
    """Return bytes as text: UTF-8, UTF-16 with its mark, else GB18030; None after saying that it is none of these."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    notes.error("encoding", file, "", "文件不是文本，或编码认不出来。", "请用 UTF-8 或 GB18030（GBK）保存后再试。")
    return None
