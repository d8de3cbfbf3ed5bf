"""One paper per work."""
