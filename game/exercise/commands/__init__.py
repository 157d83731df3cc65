"""All commands of the exercise; importing this package registers every group."""

from game.exercise.commands import contract, fund, instructor, mobilise, order, organise, supervise, talk
from game.exercise.commands.base import REGISTRY, Command, Spec

__all__ = [
    "REGISTRY",
    "Command",
    "Spec",
    "contract",
    "fund",
    "instructor",
    "mobilise",
    "order",
    "organise",
    "supervise",
    "talk",
]
