"""Publishing: a dossier becomes a document tree, and the tree becomes a file."""
