"""Running the whole chain, and the only writer of files."""
