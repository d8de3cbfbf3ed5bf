"""Reading files: decoding, front matter, links, and the readers of both listings."""
