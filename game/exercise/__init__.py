"""The rules of the exercise: state, commands, events, lifecycles, reactions, views and scoring."""
