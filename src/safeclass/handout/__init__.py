"""A lesson on paper: one page to hand out and one for the teacher, as a single HTML file that any browser prints."""
