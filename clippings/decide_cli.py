"""The shell's commands by which articles are corrected or set aside, one by one or as selected."""

import getpass
from dataclasses import replace
from pathlib import Path

import click

from clippings.agreeing import agree, one_of_both, selected
from clippings.archive import ASIDE, DECIDABLE, bylines, open_archive
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
    one_of_both(ids, selection)
    with open_archive(archive, write=True) as opened:
        if not ids:
            meant = replace(selection, aside=back)
            ids = selected(opened, meant)
            if not ids:
                notice("No article is selected.")
                return
            _confirm(len(ids), meant, "Take them back in?" if back else "Set them aside?", yes)
        new = None if back else "yes"
        number = opened.decide(ids, ASIDE, new, because=because, who=getpass.getuser())
        regroup(opened)
    done = "taken back in" if back else "set aside"
    notice(f"Decision {number}: {_articles(len(ids))} {done}.")


@click.command()
@click.argument("words", metavar="[ID]… FIELD=VALUE", nargs=-1, required=True)
@click.option("--because", required=True, help="Why, for whoever reads the log.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@selection_options
@archive_option
def correct(
    archive: Path, words: tuple[str, ...], because: str, yes: bool, selection: Selection
) -> None:
    """Set a field, above what was found, of the articles of these ids, or of all that the options
    select; no value: it is not known.

    Fields: outlet, origin, section, language, published, headline, byline. A byline is written
    "Anna Moss (writing, Port Sel); Ben Ode", empty where nobody is named. It is logged as one decision,
    survives loading the articles again, and `clippings decisions --undo` takes it back.
    """
    *ids, correction = words
    field, sign, value = correction.partition("=")
    if not sign or field not in DECIDABLE:
        raise click.UsageError(f"Write FIELD=VALUE, the field one of {', '.join(DECIDABLE)}.")
    one_of_both(ids, selection)
    value = bylines.spelled(bylines.people(value)) if field == "byline" else value
    told = value or ("nobody" if field == "byline" else "not known")
    with open_archive(archive, write=True) as opened:
        meant = ids or selected(opened, selection)
        if not meant:
            notice("No article is selected.")
            return
        if not ids:
            _confirm(len(meant), selection, f"Let their {field} be {told}?", yes)
        number = opened.decide(meant, field, value or None, because=because, who=getpass.getuser())
        regroup(opened)
    of = " and ".join(ids) if len(ids) in (1, 2) else _articles(len(meant))
    notice(f"Decision {number}: {field} of {of} is {told}.")


def _confirm(count: int, selection: Selection, question: str, yes: bool) -> None:
    """Say how many are meant; go on only if that is agreed to."""
    notice(f"{_articles(count)}: {describe(selection)}.")
    agree(question, yes)


def _articles(count: int) -> str:
    return f"{count:,} article" + ("" if count == 1 else "s")
