"""The five real dumps, where they are at hand."""
