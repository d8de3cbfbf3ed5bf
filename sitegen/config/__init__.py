"""Reading what people write, strictly, with every fault at once and its line."""

from sitegen.config.settings import Config, TaxonomyKind, load_config

__all__ = ["Config", "TaxonomyKind", "load_config"]
