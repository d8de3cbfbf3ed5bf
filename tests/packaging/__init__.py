"""What is built, locked and published."""
