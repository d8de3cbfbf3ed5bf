"""From saved files to records and notes: one file per source format."""
