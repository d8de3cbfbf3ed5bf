"""Every other file of the site, one module each: feed, sitemap, JSON, BibTeX, robots."""
