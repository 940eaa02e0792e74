"""Calling things otherwise: an id is changed where it is given, and in all that cites it, or nowhere."""
