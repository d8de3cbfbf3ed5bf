"""The local preview: serve the last good site, watch, rebuild, reload."""
