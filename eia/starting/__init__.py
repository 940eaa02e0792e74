"""Starting work: the files of a new assessment, and a folder set up for a team."""
