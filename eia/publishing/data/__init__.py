"""Open data: what an assessment says and what was read in it, for programs and spreadsheets; no words of ours are in it."""
