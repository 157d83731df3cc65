"""Event lists (MSEL) as Excel tables: read into a scenario's injects, and written from them."""

from __future__ import annotations

from game.authoring.events.bring import Brought, bring, bring_into, mapping_of, write
from game.authoring.events.export import write_events
from game.authoring.events.frame import county_of, frame_of
from game.authoring.events.sample import sample_name, write_sample

__all__ = [
    "Brought",
    "bring",
    "bring_into",
    "county_of",
    "frame_of",
    "mapping_of",
    "sample_name",
    "write",
    "write_events",
    "write_sample",
]
