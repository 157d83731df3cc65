"""The simulated county: places, households as columns, organs' workload, the exit evaluation. Numbers only."""
