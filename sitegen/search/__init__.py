"""The search index, made from the documents that the browser shows."""
