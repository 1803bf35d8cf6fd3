"""`python -m ingest` is `clippings add`."""

from ingest.cli import alone

alone()
