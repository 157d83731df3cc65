"""One running exercise: journal, snapshots, replay, fork, seats."""
