"""Reading what people write, strictly, with every fault at once and its line."""

from sitegen.config.settings import Config, TaxonomyKind, load_config
from sitegen.config.views import Order, SavedView, Span

__all__ = ["Config", "Order", "SavedView", "Span", "TaxonomyKind", "load_config"]
