"""Which papers are like which, by the terms that they share."""
