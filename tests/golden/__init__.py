"""A small site kept whole, to see every byte that a change moves."""
