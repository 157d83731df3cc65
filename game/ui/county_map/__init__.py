"""The painted county: layers, areas, marks and names, as a map and as a list; for the desk and for the review."""
