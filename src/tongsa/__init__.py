"""Turn English news articles into checked Korean and Chinese editions."""

__version__ = "0.1.0"
