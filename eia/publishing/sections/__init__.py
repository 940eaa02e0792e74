"""The sections of the document, one part of an assessment each."""
