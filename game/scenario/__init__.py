"""What a scenario is: YAML in, a frozen `Scenario` out, with positions and diagnostics on the way."""
