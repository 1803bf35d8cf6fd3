"""Dates as found in the wild; the grammar lies in `clippings.dates`, where derivers use it too."""

from clippings.dates import MONTHS, WEEKDAY, Found, fold, parse, search

__all__ = ["MONTHS", "WEEKDAY", "Found", "fold", "parse", "search"]
