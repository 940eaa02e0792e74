"""Keeping back what is not for everybody: names of people, ways to reach them, and counts of a few who could be recognised."""
