"""What stands on the site: addresses, views, and the plan of every page."""
