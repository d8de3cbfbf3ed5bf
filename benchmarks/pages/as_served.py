"""The server and the browser of `benchmarks/search`, for measuring pages."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "search"))

from chromium import chromium
from serving import as_sent, served

__all__ = ["as_sent", "chromium", "served"]
