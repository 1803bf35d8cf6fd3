"""The command `clippings`: the one module that brings both halves together."""

import getpass
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pandas as pd

from clippings import (
    __version__,
    courses,
    diff_page,
    exchange_shell,
    places,
    questions,
    shared_texts,
    topic_shell,
)
from clippings.archive import PERIODS, Archive, open_archive
from clippings.archive.copies import APART, TOGETHER
from clippings.archive.selection import Selection
from clippings.decide_cli import correct, set_aside
from clippings.derive_copies import decide_pair, derive_copies
from clippings.derive_outlets import edit_outlet, outlets_known
from clippings.derive_topics import derive_topics
from clippings.errors import ClippingsError
from clippings.exports import about, write_articles, write_table
from clippings.options import (
    FORMATS,
    archive_option,
    output_as,
    output_options,
    selection_options,
)
from clippings.provenance.outlet_table import EDITS
from clippings.remove_cli import remove
from clippings.taking_back import take_back
from clippings.terminal import notice, print_beside, print_table
from ingest.cli import add, rebuild
from ingest.sample import build_sample

SHOWN = ("id", "published", "outlet", "origin", "headline")
"""What a terminal has room for of an article."""


class _Group(click.Group):
    """Commands whose errors reach the user as what, where and what to do, with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ClippingsError as error:
            notice(str(error))
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
@click.option(
    "--archive", type=click.Path(dir_okay=False, path_type=Path), help="The archive's file."
)
@click.pass_context
def main(context: click.Context, archive: Path | None) -> None:
    """A press archive on your own machine: load it, ask it, open it in the browser."""
    context.obj = {"archive": archive}


main.add_command(add)
main.add_command(rebuild)
main.add_command(topic_shell.topic)
main.add_command(set_aside)
main.add_command(correct)
main.add_command(remove)


@main.command()
@selection_options
@output_options
@archive_option
def export(archive: Path, selection: Selection, format: str, output: Path | None) -> None:
    """The selected articles, whole."""
    with open_archive(archive) as opened:
        if format == "table":
            print_table(opened.rows(selection, SHOWN))
        else:
            _write(output, lambda out: write_articles(opened, selection, format, out))


@main.command()
@click.option("--by", type=click.Choice(PERIODS), default="month", show_default=True)
@click.option("--split", type=click.Choice(questions.SPLITS), help="Count each of these apart.")
@click.option("--share", is_flag=True, help="Also as a share of the period's articles.")
@selection_options
@output_options
@archive_option
def volume(
    archive: Path, selection: Selection, by: str, split: str | None, share: bool, **output: Any
) -> None:
    """Articles over time, empty periods included, undated apart."""
    with open_archive(archive) as opened:
        table = questions.volume(opened, selection, by, split, share=share)
        _answer(opened, selection, table, f"volume by {by}", **output)


@main.command()
@click.option("--by-origin", is_flag=True, help="Who wrote them first, not who carried them.")
@click.option("--table", "known", is_flag=True, help="The table of outlets, with its sources.")
@selection_options
@output_options
@archive_option
def outlets(
    archive: Path, selection: Selection, by_origin: bool, known: bool, **output: Any
) -> None:
    """Who carried the selected articles, or who wrote them, most first."""
    with open_archive(archive) as opened:
        if known:
            _answer(opened, Selection(), outlets_known(opened), "table of outlets", **output)
            return
        table = questions.outlets(opened, selection, by_origin=by_origin)
        table = table.rename(columns={"origin": "outlet"})
        _answer(opened, selection, table, "origins" if by_origin else "outlets", **output)


@main.command()
@click.option("--members", is_flag=True, help="With the ids of each topic's articles.")
@click.option("--hidden", is_flag=True, help="Those that were hidden, too.")
@click.option("--refit", is_flag=True, help="Find them anew first, starting from those there are.")
@click.option(
    "--count",
    type=click.IntRange(0, 500),
    help="How many in a language, now and later; 0: as the texts decide.",
)
@selection_options
@output_options
@archive_option
def topics(
    archive: Path,
    selection: Selection,
    members: bool,
    hidden: bool,
    refit: bool,
    count: int | None,
    **output: Any,
) -> None:
    """Subjects that recur in the selected articles, most first."""
    with open_archive(archive, write=refit or count is not None) as opened:
        if refit or count is not None:
            topic_shell.say(derive_topics(opened, refit=True, count=count))
        table = questions.topics(opened, selection, members=members, hidden=hidden)
        table = courses.with_courses(opened, selection, table)
        if output["format"] == "table":
            table = topic_shell.shown(table)
        _answer(opened, selection, table, "topics", **output)
        if not hidden:
            topic_shell.say_hidden(questions.hidden_topics(opened, selection))


@main.command()
@click.option("--members", is_flag=True, help="With the ids of each group's articles.")
@selection_options
@output_options
@archive_option
def copies(archive: Path, selection: Selection, members: bool, **output: Any) -> None:
    """Texts that stand in several of the selected articles, those in most first."""
    with open_archive(archive) as opened:
        table = shared_texts.copies(opened, selection, members=members)
        _answer(opened, selection, table, "copies", **output)


@main.command()
@selection_options
@output_options
@archive_option
def passages(archive: Path, selection: Selection, **output: Any) -> None:
    """Paragraphs that different texts among the selected articles share."""
    with open_archive(archive) as opened:
        table = shared_texts.passages(opened, selection)
        _answer(opened, selection, table, "passages", **output)


@main.command()
@click.argument("left", metavar="ID")
@click.argument("right", metavar="[ID]", required=False)
@click.option("--versions", nargs=2, type=int, metavar="N M", help="Versions of one article.")
@output_as(*FORMATS, "html")
@archive_option
def diff(
    archive: Path,
    left: str,
    right: str | None,
    versions: tuple[int, int] | None,
    format: str,
    output: Path | None,
) -> None:
    """What was kept, cut, added, rewritten or moved from one article to another.

    Of one article alone: from one of its versions to another, from the last but one to the current one
    unless --versions says which; the first is 1.
    """
    if right is not None and versions:
        raise click.UsageError("--versions are those of one article: name no second one.")
    with open_archive(archive) as opened:
        if right is None:
            sides = shared_texts.versions_beside(opened, left, *(versions or ()))
        else:
            sides = shared_texts.side_by_side(opened, left, right)
        what = f"changes from {left} to {right}" if right else f"changes of {left}"
        table = shared_texts.stretches(sides)
        if format == "html":
            page = diff_page.page(sides).encode()
            _write(output, lambda out: out.write(page))
        elif format == "table" and output is None:
            print_beside(
                table,
                [side.version or f"{side.outlet or 'unknown'}, {side.published}" for side in sides],
            )
        else:
            said = about(opened, Selection(), what)
            said = replace(said, unit="stretches", count=len(table))
            _write(output, lambda out: write_table(table, format, out, said))


@main.command()
@output_options
@archive_option
def loads(archive: Path, **output: Any) -> None:
    """What was loaded when, newest first."""
    with open_archive(archive) as opened:
        _answer(opened, Selection(), opened.loads(), "loads", **output)


@main.command()
@click.argument("load", type=int)
@archive_option
def undo(archive: Path, load: int) -> None:
    """Take the load of this number back (see `clippings loads`)."""
    with open_archive(archive, write=True) as opened:
        waiting = exchange_shell.waiting(opened)
        done = opened.undo_load(load)
        derive_copies(opened)  # of texts that an older version took the place of, too
        notice(
            f"Load {load} taken back: {done['removed']} articles removed, {done['restored']} restored."
        )
        exchange_shell.say_what_waits(opened, load, waiting)


@main.command()
@click.argument("does", type=click.Choice(EDITS))
@click.argument("name")
@click.argument("value", default="")
@click.option("--because", required=True, help="Why, for whoever reads the log.")
@archive_option
def outlet(archive: Path, does: str, name: str, value: str, because: str) -> None:
    """Edit the table of outlets (see `clippings outlets --table`).

    add NAME, rename NAME NEW, alias NAME OTHER, domain NAME DOMAIN, kind NAME KIND (none: not known),
    join NAME OTHER (count NAME as OTHER), part NAME (count NAME by itself). It is logged, survives
    a rebuild, and `clippings decisions --undo` takes it back.
    """
    with open_archive(archive, write=True) as opened:
        who = getpass.getuser()
        number = edit_outlet(opened, does, name, value, because=because, who=who)
    notice(f"Decision {number}: {does} {name}{f', {value}' if value else ''}.")


def _of_two(said: str, words: str, help: str) -> None:
    """Make the command by which an analyst says something of two articles."""

    @main.command(said, help=help)
    @click.argument("one", metavar="ID")
    @click.argument("other", metavar="ID")
    @click.option("--because", required=True, help="Why, for whoever reads the log.")
    @archive_option
    def command(archive: Path, one: str, other: str, because: str) -> None:
        with open_archive(archive, write=True) as opened:
            who = getpass.getuser()
            number = decide_pair(opened, said, (one, other), because=because, who=who)
        notice(f"Decision {number}: {one} and {other} {words}.")


_of_two(
    TOGETHER,
    "belong together",
    "Say that two articles are one text, whatever their words; logged, and it survives a rebuild.",
)
_of_two(
    APART,
    "are no copies",
    "Say that two articles are no copies of each other; logged, and it survives a rebuild.",
)


@main.command()
@click.option("--undo", type=int, metavar="DECISION", help="Take this decision back.")
@click.option(
    "--export",
    "handed_on",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write all of them to a file for others.",
)
@click.option(
    "--import",
    "taken_in",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take in what others decided.",
)
@output_options
@archive_option
def decisions(
    archive: Path, undo: int | None, handed_on: Path | None, taken_in: Path | None, **output: Any
) -> None:  # fmt: skip
    """What analysts decided, newest first; or take one back, hand all on, take in another's.

    An imported decision keeps who made it when and why. Importing a file again adds nothing. What is
    decided of articles that are not here waits for them. Of two on the same the later one holds.
    """
    if sum(one is not None for one in (undo, handed_on, taken_in)) > 1:
        raise click.UsageError("Use one of --undo, --export and --import.")
    with open_archive(archive, write=(undo or taken_in) is not None) as opened:
        if undo is not None:
            take_back(opened, undo, who=getpass.getuser())
            notice(f"Decision {undo} taken back.")
        elif handed_on is not None:
            _write(handed_on, lambda out: exchange_shell.hand_on(opened, out))
        elif taken_in is not None:
            exchange_shell.take_in(opened, taken_in)
        else:
            _answer(opened, Selection(), opened.decisions(), "decisions", **output)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=int, default=8501, show_default=True)
@archive_option
def dashboard(archive: Path, host: str, port: int) -> None:
    """Open the archive in the browser."""
    _serve(archive, host, port)


@main.command()
@click.option(
    "--build", type=click.Path(dir_okay=False, path_type=Path), help="Only build it there."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=int, default=8501, show_default=True)
def demo(build: Path | None, host: str, port: int) -> None:
    """Open the sample archive: invented articles, in a file of their own."""
    path = build or places.sample_path()
    build_sample(path)
    if build is None:
        _serve(path, host, port)


def _answer(
    archive: Archive,
    selection: Selection,
    table: pd.DataFrame,
    what: str,
    format: str,
    output: Path | None,
) -> None:
    """A table, to the terminal or to the file asked for."""
    if format == "table":
        print_table(table)
    else:
        said = about(archive, selection, what)
        _write(output, lambda out: write_table(table, format, out, said))


def _write(output: Path | None, write: Callable[[Any], None]) -> None:
    """Write to standard output, or to a file that is there whole or not at all."""
    if output is None:
        try:
            write(sys.stdout.buffer)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as out:
            write(out)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        remedy = "Name another file, or make room."
        raise ClippingsError(
            f"The file cannot be written ({error.strerror})", str(output), remedy
        ) from error


def _serve(archive: Path, host: str, port: int) -> None:
    """Run the dashboard until it is stopped."""
    script = places.dashboard_script()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--server.address={host}", f"--server.port={port}"]
    if host not in ("127.0.0.1", "localhost"):
        command.append("--server.allowedHosts=*")
    environment = {**os.environ, "CLIPPINGS_ARCHIVE": str(archive.absolute())}
    try:
        raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)
    except KeyboardInterrupt:
        raise SystemExit(0) from None
