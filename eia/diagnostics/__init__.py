"""Saying what is wrong: one diagnostic, and the formats it is printed in."""
