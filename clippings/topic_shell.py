"""The commands about topics in a shell, and what is said of a fit."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pandas as pd

from clippings import topic_decisions, topic_reasons
from clippings.archive import open_archive
from clippings.derive_topics import Derived
from clippings.options import archive_option
from clippings.terminal import notice, print_table

_SHOWN = 10
"""Events of a fit named one by one; all are kept."""


def say(derived: Derived) -> None:
    """Say what became of the topics: what a fit changed, which decisions hold for nothing."""
    told = [one for one in derived.events if one.kind != "born"]
    born = [one for one in derived.events if one.kind == "born"]
    for one in told[:_SHOWN]:
        into = f" into {', '.join(one.others)}" if one.others else ""
        notice(f"Topic {one.topic} “{one.label}” {one.kind}{into}.")
    if len(told) > _SHOWN:
        notice(f"{len(told) - _SHOWN} more topics changed.")
    if born:
        notice(f"New topics: {len(born)}.")
    for said in derived.idle:
        notice(
            f"Decision {said.number} holds for no topic now: its articles stand in none together."
        )


@click.group()
def topic() -> None:
    """Name, merge, split, hide, pin and write topics. Every decision is logged, holds through every
    fit and rebuild, and `clippings decisions --undo` takes it back."""


def because(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--because`."""
    return click.option("--because", required=True, help="Why, for whoever reads the log.")(command)


def _decide(archive: Path, decide: Callable[..., int], *args: Any, because: str) -> int:
    with open_archive(archive, write=True) as opened:
        return decide(opened, *args, because=because, who=getpass.getuser())


@topic.command()
@click.argument("id")
@click.argument("name")
@because
@archive_option
def rename(archive: Path, id: str, name: str, because: str) -> None:
    """Call the topic of this id by another name."""
    number = _decide(archive, topic_decisions.rename, id, name, because=because)
    notice(f"Decision {number}: topic {id} is called “{name}”.")


@topic.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@because
@archive_option
def merge(archive: Path, ids: tuple[str, ...], because: str) -> None:
    """Make one topic of several; the first keeps its id and name."""
    if len(ids) < 2:
        raise click.UsageError("It takes two topics.")
    number = _decide(archive, topic_decisions.merge, *ids, because=because)
    notice(f"Decision {number}: {', '.join(ids[1:])} went into {ids[0]}.")


@topic.command()
@click.argument("id")
@click.option("--into", type=click.IntRange(2, 10), default=2, show_default=True)
@because
@archive_option
def split(archive: Path, id: str, into: int, because: str) -> None:
    """Take a topic apart by what its articles say; the largest part keeps the id."""
    number = _decide(archive, topic_decisions.split, id, into, because=because)
    notice(f"Decision {number}: topic {id} is taken apart.")


def _flag(name: str, decide: Callable[..., int], on: str, off: str, help: str) -> None:
    """Make the command that sets a mark on a topic or takes it off."""

    @topic.command(name, help=help)
    @click.argument("id")
    @click.option("--off", "no_longer", is_flag=True, help="No longer.")
    @because
    @archive_option
    def command(archive: Path, id: str, no_longer: bool, because: str) -> None:
        number = _decide(archive, decide, id, not no_longer, because=because)
        notice(f"Decision {number}: topic {id} is {off if no_longer else on}.")


_flag(
    "hide",
    topic_decisions.hide,
    "hidden",
    "no longer hidden",
    "Leave a topic out of lists, which say how many are hidden; its articles stay.",
)
_flag(
    "pin",
    topic_decisions.pin,
    "pinned",
    "no longer pinned",
    "Let a topic stand before all others.",
)


@topic.command()
@click.argument("name")
@click.option("--query", help="Articles with these words, now and later.")
@click.option("--like", multiple=True, metavar="ID", help="Articles like this one; repeats.")
@because
@archive_option
def write(archive: Path, name: str, query: str | None, like: tuple[str, ...], because: str) -> None:
    """Make a topic by hand, of a query or of examples."""
    if (query is None) == (not like):
        raise click.UsageError("Give either --query or --like.")
    if query is not None:
        number = _decide(archive, topic_decisions.write_query, name, query, because=because)
    else:
        number = _decide(archive, topic_decisions.write_like, name, like, because=because)
    notice(f"Decision {number}: the topic “{name}” is written.")


@topic.command()
@click.argument("id", metavar="TOPIC")
@click.argument("article")
@archive_option
def why(archive: Path, id: str, article: str) -> None:
    """The words for which an article is in a topic, and the share of each."""
    with open_archive(archive) as opened:
        reason = topic_reasons.why(opened, id, article)
    notice(reason.words)
    print_table(reason.table)


@topic.command()
@archive_option
def events(archive: Path) -> None:
    """What the fits did to the topics: born, split, merged, ended; newest first."""
    with open_archive(archive) as opened:
        print_table(opened.kept_topics.events())


def shown(topics: pd.DataFrame) -> pd.DataFrame:
    """What a terminal has room for: a phrase of one outlet alone in quotation marks with it, and how a
    topic came about in one column."""
    marks = {"by_hand": "by hand", "named": "named", "pinned": "pinned", "hidden": "hidden"}
    labels = [
        label if origin is None else f"“{label}” ({origin})"
        for label, origin in zip(topics["label"], topics["label_origin"], strict=True)
    ]
    said = [
        ", ".join(words for column, words in marks.items() if row[column]) or None
        for row in topics.to_dict("records")
    ]
    left = topics.drop(columns=["label_origin", "born", *marks])
    terms = [terms[:5] for terms in topics["terms"]]
    return left.assign(label=labels, terms=terms, decided=pd.Series(said, dtype=object))


def say_hidden(hidden: int) -> None:
    """Say how many topics a list leaves out."""
    if hidden:
        notice(f"Hidden topics left out: {hidden}; --hidden shows them too.")
