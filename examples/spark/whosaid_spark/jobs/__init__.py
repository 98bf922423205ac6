"""Questions to the table of articles, see the modules."""
