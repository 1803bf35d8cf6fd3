"""Clippings: the archive of articles, the questions asked of it, and its pages."""

__version__ = "0.1.0"
