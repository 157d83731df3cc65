"""Qt and nothing but Qt: windows, desks, widgets, theme."""

from game.ui.steady import steady_true

steady_true()  # before anything calls into Qt
