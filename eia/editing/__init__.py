"""Changing a file: from what is wanted to the few characters that must become others, held against what came of it."""
