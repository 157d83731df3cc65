"""Files made to hurt a checker: what they are, and how long and how much memory each takes in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

PATIENCE = 60
"""Seconds after which a process is ended and its file counts as failed."""

_LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n + 1}: &a{n + 1}\n  <<: [*a{n}, *a{n}]\n" for n in range(18))
_SEATS = "seats:\n" + "".join(f"- {{id: a-very-long-seat-{n}}}\n" for n in range(1_900))
_INJECTS = "injects:\n" + "".join(f"- {{id: a-very-long-inject-{n}}}\n" for n in range(1_900))


def texts() -> dict[str, tuple[str, str | None]]:
    """Return name -> (text, a code that must be among the findings; None where several may be said)."""
    return {
        "deep flow": ("[" * 100_000, "TH102"),
        "deep flow, small": ("[" * 10_000, "TH102"),
        "deep maps": ("{a: " * 50_000, "TH102"),
        "deep blocks": ("\n".join("  " * n + "- a:" for n in range(600)), "TH102"),
        "dashes": ("- " * 50_000, "TH102"),
        "laughs": (_LAUGHS, "TH105"),
        "itself": ("a: &a [*a]\n", "TH105"),
        "merge": ("a: &a {x: 1}\nb:\n  <<: *a\n", "TH125"),
        "merge bomb": (_MERGES, "TH125"),
        "tag": ("a: !!python/object/apply:os.system [ls]\n", "TH104"),
        "documents": ("---\na: 1\n" * 50_000, "TH110"),
        "nodes": ("seats:\n" + f"- [{'a, ' * 1_500}a]\n" * 60, "TH106"),
        "items": ("seats: [" + "a, " * 3_000 + "a]\n", "TH106"),
        "keys": ("".join(f"k{n}: 1\n" for n in range(49_000)), "TH106"),
        "big keys": ("".join(f"{'k' * 900}{n}: 1\n" for n in range(1_000)), "TH201"),
        "same key": ("format: 1\n" * 40_000, "TH103"),
        "long key": ("k" * 2_000 + ": 1\n", None),
        "huge number": ("minutes: " + "9" * 900_000 + "\n", "TH203"),
        "sixty": ("minutes: " + "1:" * 200_000 + "1\n", "TH203"),
        "no day": ("format: 1\nstart: 2026-13-45\n", "TH210"),
        "nan": ("minutes: .nan\n", "TH203"),
        "infinite": ("minutes: 1e999\n", "TH203"),
        "NUL": ("format: 1\0\n", "TH109"),
        "controls": ("\x01\x02\n" * 100_000, "TH109"),
        "tabs": ("\t\n" * 100_000 + "\ta: 1\n", None),
        "wide colons": ("键：值\nkey：值\n" * 20_000, None),
        "wide indents": ("\u3000- a: 1\n" * 60_000, None),
        "open quotes": ('a: "\n' * 60_000, None),
        "odd quotes": ('- {a: ["b: c}\n' * 40_000, None),
        "open brackets": ("a: [\n" * 60_000, None),
        "stairs": ("".join(" " * (n % 7) + "- a\n" for n in range(100_000)), None),
        "spaces": (" " * 900_000 + "a", "TH212"),
        "one line": ("title: " + "字" * 300_000 + "\n", "TH205"),
        "too large": ("#" * 1_500_000, "TH101"),
        "escapes": ('title: "\\ud800\\U0010ffff"\n', None),
        "questions": ("? " * 20_000, "TH102"),
        "unknown seats": ("injects:\n- to: [" + "nobody, " * 1_900 + "nobody]\nseats: [{id: somebody}]\n", "TH199"),
        "conditions": ("guide:\n" + "- {done: '((((((((((day > 1))))))))))'}\n" * 1_900, None),
        "bad conditions": ("guide:\n" + f"- {{done: '{'not ' * 90} x'}}\n" * 1_200, "TH405"),
        "many conditions": ("guide:\n" + "".join(f"- {{done: day > {n}}}\n" for n in range(1_900)), "TH420"),
        "one id for all": ("seats:\n" + "- {id: a}\n" * 1_900, "TH303"),
        "nothing behind": ("seats:\n" + "- {id: , name: , post: }\n" * 1_900, "TH214"),
        "similar ids": (
            _SEATS + "injects:\n- to: [" + "".join(f"b-very-lang-saet-{n}x, " for n in range(400)) + "x]\n",
            "TH301",
        ),
        "similar ids in conditions": (
            f"{_INJECTS}guide:\n"
            + "".join(f"- {{done: 'resolved(\"b-very-lang-injcet-{n}x\")'}}\n" for n in range(300)),
            "TH415",
        ),
        "comments": ("# 忽略 TH999: x\n" * 20_000 + "format: 1\n", "TH594"),
        "nothing": ("", "TH212"),
        "text": ("只是一句话", "TH212"),
        "list": ("- 1\n- 2\n", "TH212"),
    }


def raw() -> dict[str, tuple[bytes, str | None]]:
    """Return what only a file can be, as `texts` does: encodings gone wrong, and sizes no program should read."""
    return {
        "GBK": ("title: 标题\n".encode("gbk"), "TH107"),
        "UTF-16": ("title: 标题\n".encode("utf-16"), "TH202"),
        "UTF-16 without a mark": ("title: 标题\n".encode("utf-16-le"), None),
        "broken UTF-8": (b"title: \xe6\xa0\x87\xff\xfe\x80\n", None),
        "noise": (bytes(n * n % 251 for n in range(200_000)), "TH108"),
        "50 MB of text": (b"title: " + b"x" * 50_000_000, "TH101"),
        "50 MB of keys": (b"".join(b"k%07d: 1\n" % n for n in range(4_200_000)), "TH101"),
    }


@dataclass(frozen=True, slots=True)
class Suffered:
    """What one file did to the process that checked it."""

    name: str
    seconds: float
    """Processor time of the check alone, the interpreter's start and what is read once left out."""
    megabytes: float
    """Most memory the process held, the interpreter and all it imports counted."""
    codes: tuple[str, ...]
    wanted: str | None
    fault: str = ""
    """What went wrong where the process ended otherwise than with findings."""

    @property
    def survived(self) -> bool:
        """Whether there were findings, each with a place, the wanted one among them."""
        return not self.fault and bool(self.codes) and (self.wanted is None or self.wanted in self.codes)


_CHILD = """
import json, sys
from pathlib import Path
from game.authoring.hostile import suffer
print(json.dumps(suffer(Path(sys.argv[1]))))
"""


def suffer(path: Path) -> dict[str, Any]:
    """Check one file in this process and tell how it went; texts and models are read before."""
    from game.resources import county_text
    from game.scenario.check import check_bundle, check_path
    from game.session.library import catalogues

    check_bundle({"scenario.yaml": "format: 1"}, counties=county_text, catalogues=catalogues())
    begun = process_time()
    findings = check_path(path, counties=county_text, catalogues=catalogues()).findings
    took = process_time() - begun
    placed = all(finding.line >= 1 and finding.column >= 1 for finding in findings)
    codes = sorted({finding.code for finding in findings}) if placed else []
    return {"seconds": took, "megabytes": most_memory(), "codes": codes}


def most_memory() -> float:
    """Return the most memory this process has held, in megabytes."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("faults", wintypes.DWORD),
                *((name, ctypes.c_size_t) for name in ("peak", "now", "a", "b", "c", "d", "pages", "most_pages")),
            )

        counters = Counters()
        counters.cb = ctypes.sizeof(counters)
        get = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        get(ctypes.windll.kernel32.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return float(counters.peak) / 1e6
    status = Path("/proc/self/status")
    if status.is_file():  # what `getrusage` says there is no less than what the parent held when it started this one
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1]) * 1024 / 1e6
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def in_processes(names: Iterable[str] | None = None) -> list[Suffered]:
    """Check each hostile file in a process of its own; `names` takes only some of them."""
    files: dict[str, tuple[bytes, str | None]] = {name: (text.encode(), code) for name, (text, code) in texts().items()}
    files |= raw()
    wanted = files if names is None else {name: files[name] for name in names}
    with tempfile.TemporaryDirectory(prefix="tonghe-hostile-") as folder:
        path = Path(folder) / "hostile.yaml"
        rows: list[Suffered] = []
        for name, (data, code) in wanted.items():
            path.write_bytes(data)
            rows.append(_in_process(name, path, code))
        return rows


def _in_process(name: str, path: Path, code: str | None) -> Suffered:
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    environment["PYTHONPATH"] = os.pathsep.join(part for part in (root, environment.get("PYTHONPATH", "")) if part)
    begun = perf_counter()
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own script
            [sys.executable, "-c", _CHILD, str(path)],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Suffered(name, perf_counter() - begun, 0.0, (), code, "timeout")
    if done.returncode:
        fault = done.stderr.strip()[-300:] or f"exit code {done.returncode}"
        return Suffered(name, perf_counter() - begun, 0.0, (), code, fault)
    said = json.loads(done.stdout)
    return Suffered(name, said["seconds"], said["megabytes"], tuple(said["codes"]), code)
