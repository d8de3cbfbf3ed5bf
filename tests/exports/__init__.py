"""Exports: each file is read back by a parser."""
