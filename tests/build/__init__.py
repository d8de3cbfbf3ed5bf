"""Building a folder: loading, rendering, writing."""
