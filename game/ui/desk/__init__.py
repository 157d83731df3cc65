"""The desks of a seat: one screen, one file."""
