"""Why a session file could not be opened or made. Every error says so in one sentence a user can act on."""

from __future__ import annotations


class SessionError(Exception):
    """Base of all; `str()` is the Chinese sentence."""


class SessionMissing(SessionError):
    """There is no such file."""


class SessionExists(SessionError):
    """A file of that name is already there; sessions are never overwritten."""


class ForeignFile(SessionError):
    """The file is something else."""


class NewerFile(SessionError):
    """A newer version wrote the file; `needed` is the version to install."""

    def __init__(self, message: str, needed: str) -> None:
        super().__init__(message)
        self.needed = needed


class SessionDamaged(SessionError):
    """So much of the file is lost that not even its start can be read."""


class SessionNotSaved(SessionError):
    """The place cannot be written to."""


class BadScenario(SessionError):
    """The scenario has errors; `findings` lists them."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings
