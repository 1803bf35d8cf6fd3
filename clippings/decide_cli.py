"""The shell's commands by which articles are set aside as not relevant, one by one or as selected."""

import getpass
import sys
from dataclasses import replace
from pathlib import Path

import click

from clippings.archive import ASIDE, Archive, open_archive
from clippings.archive.selection import Selection, describe
from clippings.derive_copies import regroup
from clippings.options import archive_option, selection_options
from clippings.terminal import notice


@click.command("set-aside")
@click.argument("ids", metavar="[ID]…", nargs=-1)
@click.option("--because", required=True, help="Why, for whoever reads the log.")
@click.option("--back", is_flag=True, help="Take them back in again.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@selection_options
@archive_option
def set_aside(
    archive: Path, ids: tuple[str, ...], because: str, back: bool, yes: bool, selection: Selection
) -> None:
    """Set articles aside as not relevant: those of these ids, or all that the options select.

    They are counted apart everywhere, and `--aside` shows them. It is logged as one decision,
    survives loading them again, and `clippings decisions --undo` takes it back.
    """
    if bool(ids) == bool(selection.chosen):
        raise click.UsageError(
            "Name articles by their ids, or select them by options: one of both."
        )
    with open_archive(archive, write=True) as opened:
        if not ids:
            meant = replace(selection, aside=back)
            ids = _selected(opened, meant)
            if not ids:
                notice("No article is selected.")
                return
            _confirm(len(ids), meant, back, yes)
        new = None if back else "yes"
        number = opened.decide(ids, ASIDE, new, because=because, who=getpass.getuser())
        regroup(opened)
    done = "taken back in" if back else "set aside"
    notice(f"Decision {number}: {_articles(len(ids))} {done}.")


def _selected(archive: Archive, selection: Selection) -> tuple[str, ...]:
    """The ids of every selected article, copies one by one."""
    return tuple(archive.rows(selection.without("unit"), ("id",))["id"])


def _confirm(count: int, selection: Selection, back: bool, yes: bool) -> None:
    """Say how many are meant; go on only if that is agreed to."""
    notice(f"{_articles(count)}: {describe(selection)}.")
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError("Nothing was done. Add --yes to do it without being asked.")
    click.confirm("Take them back in?" if back else "Set them aside?", abort=True, err=True)


def _articles(count: int) -> str:
    return f"{count:,} article" + ("" if count == 1 else "s")
