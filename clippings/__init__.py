"""Clippings: the archive of articles, the questions asked of it, and its pages."""
