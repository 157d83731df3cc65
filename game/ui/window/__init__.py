"""The frame around the desks: navigation, ribbon, clock, what waits, notices, guide."""
