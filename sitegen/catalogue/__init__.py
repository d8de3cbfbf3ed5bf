"""From records and notes to papers: which are one work, and what is known of each."""
