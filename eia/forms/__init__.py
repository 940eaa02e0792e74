"""Forms: profiles with all that they inherit. A profile is a file; a form is what an assessment follows."""
