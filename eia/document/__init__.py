"""What a reader sees, independent of any file format."""
