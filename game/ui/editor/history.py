"""Earlier versions of a scenario, kept in the user's folder: before and after each save, and while it is edited."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from game.session.folders import history_dir

Kind = Literal["opened", "saved", "auto", "outside", "replaced"]
KINDS: tuple[Kind, ...] = ("opened", "saved", "auto", "outside", "replaced")
_FORMAT = 1
_SUFFIX = ".json.gz"
_STAMP = "%Y%m%dT%H%M%S-%f"
KEPT_AUTO = 30
KEPT = 100
"""Versions kept of each sort; older ones go."""
MOST_BYTES = 20_000_000
"""Of one version, unpacked: a damaged or foreign file must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Version:
    """One kept version."""

    path: Path
    when: datetime
    """In universal time."""
    kind: Kind


class DamagedVersion(ValueError):
    """A kept version that cannot be read."""


class History:
    """The versions of one scenario. A folder that cannot be read or written costs versions, never the work."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._newest: dict[str, str] | None = None

    @classmethod
    def of(cls, scenario: Path) -> History:
        """Return the history of a scenario by where it lies; `OSError` where the user's folder cannot be made."""
        mark = blake2b(str(scenario.resolve()).encode("utf-8", "replace"), digest_size=6).hexdigest()
        return cls(history_dir() / f"{scenario.stem}-{mark}")

    def versions(self) -> tuple[Version, ...]:
        """Return what is kept, the newest first."""
        try:
            names = sorted(self.folder.glob(f"*{_SUFFIX}"), reverse=True)
        except OSError:
            return ()
        return tuple(version for path in names if (version := _version(path)) is not None)

    def read(self, version: Version) -> dict[str, str]:
        """Return a version's texts; `DamagedVersion` where they cannot be read."""
        try:
            with gzip.open(version.path, "rb") as stream:
                data = json.loads(stream.read(MOST_BYTES).decode("utf-8"))
            texts = data["texts"]
            if data["format"] != _FORMAT or not all(isinstance(t, str) for pair in texts.items() for t in pair):
                raise DamagedVersion(version.path.name)
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedVersion(version.path.name) from error
        return dict(texts)

    def record(self, texts: Mapping[str, str], kind: Kind) -> bool:
        """Keep a version unless the newest says the same; `OSError` where it cannot be written."""
        now = dict(texts)
        if self._newest is None:
            self._newest = self._last()
        if now == self._newest:
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime(_STAMP)
        path = self.folder / f"{stamp}-{kind}{_SUFFIX}"
        content = json.dumps({"format": _FORMAT, "texts": now}, ensure_ascii=False).encode("utf-8", "replace")
        draft = path.with_suffix(".part")
        try:
            draft.write_bytes(gzip.compress(content, 5, mtime=0))
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        self._newest = now
        self._drop_old()
        return True

    def unsaved(self, texts: Mapping[str, str]) -> Version | None:
        """Return the newest version where it was kept while editing, never saved and differs from the texts given."""
        versions = self.versions()
        if not versions or versions[0].kind != "auto":
            return None
        try:
            return versions[0] if self.read(versions[0]) != dict(texts) else None
        except DamagedVersion:
            return None

    def _last(self) -> dict[str, str] | None:
        for version in self.versions():
            try:
                return self.read(version)
            except DamagedVersion:
                continue
        return None

    def _drop_old(self) -> None:
        counts = {True: 0, False: 0}
        for version in self.versions():
            auto = version.kind == "auto"
            counts[auto] += 1
            if counts[auto] > (KEPT_AUTO if auto else KEPT):
                version.path.unlink(missing_ok=True)


def _version(path: Path) -> Version | None:
    stem = path.name.removesuffix(_SUFFIX)
    stamp, _, kind = stem.rpartition("-")
    known = next((k for k in KINDS if k == kind), None)
    if known is None:
        return None
    try:
        return Version(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), known)
    except ValueError:
        return None
