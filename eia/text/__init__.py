"""Characters, lines and YAML: knows nothing of equality."""
