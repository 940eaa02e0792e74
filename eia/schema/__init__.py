"""What an editor offers, explains and underlines while somebody types: the format as JSON Schema."""
