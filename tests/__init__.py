"""What sitegen promises, as tests."""
