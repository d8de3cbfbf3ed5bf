"""From a planned page to its bytes, through the Jinja templates."""
