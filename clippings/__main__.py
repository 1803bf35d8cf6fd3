"""`python -m clippings`."""

from clippings.cli import main

main(prog_name="clippings")
