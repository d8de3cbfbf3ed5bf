"""Sorting papers under terms: topics, authors, organizations, subjects, years and dumps."""
