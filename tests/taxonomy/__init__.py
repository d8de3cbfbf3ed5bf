"""Topics: rules, matching, lint, and how well they agree with a reader."""
