"""The shell's command by which articles are removed for good, one by one or as selected."""

import getpass
from pathlib import Path

import click

from clippings.agreeing import agree, one_of_both, selected
from clippings.archive import Archive, open_archive
from clippings.archive.selection import Selection, describe
from clippings.options import archive_option, selection_options
from clippings.removals import in_words
from clippings.removals import remove as remove_articles
from clippings.terminal import notice


@click.command()
@click.argument("ids", metavar="[ID]…", nargs=-1)
@click.option("--because", required=True, help="Why, for whoever reads the log; it stays there.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@selection_options
@archive_option
def remove(
    archive: Path, ids: tuple[str, ...], because: str, yes: bool, selection: Selection
) -> None:
    """Remove articles for good: those of these ids, or all that the options select.

    They go with every version, with the kept pages they were read from, and out of the index; the
    file is written anew, so that their words stand nowhere in it. Where other articles were read from
    such a page, these stay as they are, but cannot be read anew. One line stays in the log: who, when,
    why and the ids; of the words only numbers by which the article is known and left out when it is
    loaded again. Copies in other outlets are articles of their own and stay. What you typed to load
    it stays in `clippings loads`, and files exported before are yours to delete.

    It cannot be undone; to leave articles out of every number, see `clippings set-aside`.
    """
    one_of_both(ids, selection)
    with open_archive(archive, write=True) as opened:
        if not ids:
            ids = selected(opened, selection)
            notice(f"Selected: {describe(selection)}.")
        if not ids:
            notice("No article is selected.")
            return
        _confirm(opened, ids, yes)
        done = remove_articles(opened, ids, because=because, who=getpass.getuser())
    count = len(set(ids))
    notice(f"Decision {done.decision}: {count:,} article{'s' * (count != 1)} removed for good.")
    if done.left:
        notice(done.left)


def _confirm(archive: Archive, ids: tuple[str, ...], yes: bool) -> None:
    """Say what is lost; go on only if that is agreed to."""
    loss = archive.removals.lost(ids)
    if loss.articles:
        notice(in_words(loss, archive.path.stat().st_size))
        agree("Remove for good?", yes)
