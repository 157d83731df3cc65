"""All commands of the exercise; importing this package registers every group."""

from importlib import import_module

from game.exercise.commands.base import REGISTRY, Command, Spec

GROUPS = ("organise", "order", "contract", "supervise", "mobilise", "fund", "talk", "instructor")

for _group in GROUPS:
    import_module(f"{__name__}.{_group}")

__all__ = ["GROUPS", "REGISTRY", "Command", "Spec"]
