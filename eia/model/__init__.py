"""The words of an assessment: knows nothing of files."""
