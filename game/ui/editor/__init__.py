"""The scenario editor: the text with its findings, and other views of the same draft beside it."""
