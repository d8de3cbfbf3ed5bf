"""Search: what is indexed, what a word is, and the client's scripts under Node."""
