"""Many runs: Monte-Carlo over seeds, with the reference policies in every seat."""
