"""Qt and nothing but Qt: windows, desks, widgets, theme."""
