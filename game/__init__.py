"""统合推演 (tonghe): a tabletop exercise in integrated county governance."""

__version__ = "0.1.0"
