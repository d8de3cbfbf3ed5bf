"""Reading a built folder and saying what is wrong with it."""
