"""Likeness: which papers are related, why, and whether a reader agrees."""
