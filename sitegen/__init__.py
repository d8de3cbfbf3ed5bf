"""sitegen turns saved paper listings into a static, searchable reading-list site."""

__version__ = "0.1.0"
