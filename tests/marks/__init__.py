"""Reading marks: what is kept of them, and how they come together."""
