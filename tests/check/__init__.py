"""Checking a built site."""
