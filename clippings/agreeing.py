"""What the shell's deciding commands ask: which articles are meant, and whether that is agreed to."""

import sys
from collections.abc import Sequence

import click

from clippings.archive import Archive
from clippings.archive.selection import Selection


def one_of_both(ids: Sequence[str], selection: Selection) -> None:
    """A usage error unless articles are named by their ids or selected by options, not both."""
    if bool(ids) == bool(selection.chosen):
        raise click.UsageError(
            "Name articles by their ids, or select them by options: one of both."
        )


def selected(archive: Archive, selection: Selection) -> tuple[str, ...]:
    """The ids of every selected article, copies one by one."""
    return tuple(archive.rows(selection.without("unit"), ("id",))["id"])


def agree(question: str, yes: bool) -> None:
    """Go on only if it is agreed to, by `yes` or on the terminal."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError("Nothing was done. Add --yes to do it without being asked.")
    click.confirm(question, abort=True, err=True)
