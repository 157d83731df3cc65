"""The certificate of a scenario: does skill win in it, does everything in it happen, has everyone something to do."""

from __future__ import annotations

from game.authoring.certificate.build import RUNS, certify
from game.authoring.certificate.kept import Standing, keep, outranked, standing, write
from game.authoring.certificate.page import page

__all__ = ["RUNS", "Standing", "certify", "keep", "outranked", "page", "standing", "write"]
