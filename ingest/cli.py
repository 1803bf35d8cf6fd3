"""`clippings add` and `clippings rebuild`: options, progress and the report."""

import json
import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from clippings.archive import Archive, open_archive
from clippings.derive import derive_conclusions, derive_lacking
from clippings.derive_copies import derive_copies, regroup
from clippings.derive_outlets import derive_outlets
from clippings.derive_topics import derive_topics
from clippings.errors import ArchiveError, ClippingsError
from clippings.exchange_shell import say_what_holds
from clippings.options import archive_option
from clippings.terminal import notice
from clippings.topic_shell import say
from ingest.load import GIVEN, Load, reread
from ingest.outcomes import LoadReport
from ingest.readers import READERS
from ingest.readers.columns import ORDERS, USUAL, Said

_SHOWN = 10
"""Skipped items named one by one; the report counts them all."""


def _columns(
    _context: click.Context, _parameter: click.Parameter, stated: tuple[str, ...]
) -> dict[str, str]:
    """The fields and columns of `--map`."""
    pairs = {field: column for field, _, column in (one.partition("=") for one in stated)}
    for field, column in pairs.items():
        if field not in USUAL or not column:
            raise click.BadParameter(f"Write FIELD=COLUMN, the field one of {', '.join(USUAL)}.")
    return pairs


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--outlet", help="Who carried it, where the file does not say.")
@click.option("--language", help="Two letters, where the file does not say.")
@click.option("--section", help="The section, where the file does not say.")
@click.option(
    "--as", "format", type=click.Choice([r.name for r in READERS]), help="Read it in this format."
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_columns,
    help=f"What a table calls a field, once for each: {', '.join(USUAL)}.",
)
@click.option(
    "--dates",
    type=click.Choice(ORDERS),
    help="What comes first in a table's dates such as 03/04/2011, the day or the month.",
)
@click.option(
    "--defer",
    is_flag=True,
    help="Put off languages not stated, origins, copies and topics; the next load without it, or"
    " `clippings rebuild`, finds them.",
)
@click.option("--json", "as_json", is_flag=True, help="The report as one line of JSON.")
@archive_option
def add(
    archive: Path,
    paths: tuple[str, ...],
    format: str | None,
    columns: dict[str, str],
    dates: str | None,
    defer: bool,
    as_json: bool,
    **said: str,
) -> None:
    """Load files, folders and addresses of web pages into the archive; "-" is standard input."""
    given = {name: said[name] for name in GIVEN if said[name]}
    with _progress() as progress:
        task = progress.add_task("reading", total=None)

        def show(report: LoadReport, _bytes: int) -> None:
            progress.update(task, description=f"{_articles(report):,} articles")

        command = "clippings add " + shlex.join(paths)
        opener = partial(open_archive, archive, write=True)
        load = Load(opener, command, given, format, Said(columns, dates), defer, show)
        errors = _run(load, paths, defer, lambda doing: progress.update(task, description=doing))
    _report(load.report, errors, archive, as_json)
    if errors:
        raise SystemExit(1)


def _run(
    load: Load, paths: Sequence[str], defer: bool, tell: Callable[[str], None]
) -> Sequence[ClippingsError]:
    """Load and derive; what went wrong. If it is the archive itself, what was loaded before is kept."""
    stopped: list[ClippingsError] = []
    try:
        load.run(paths)
        if load.archive is not None and not defer:
            _derive(load.archive, load.report, tell)
    except ArchiveError as error:
        stopped.append(error)
    if load.archive is not None:
        load.archive.close()
    return [*load.errors, *stopped]


def _derive(archive: Archive, report: LoadReport, tell: Callable[[str], None]) -> None:
    tell("drawing conclusions")
    put_off = derive_lacking(archive)
    if put_off + report.added + report.updated + len(report.decisions):
        tell("comparing texts")
        _compare(archive)
        tell("finding topics")
        say(derive_topics(archive))


@click.command()
@archive_option
def rebuild(archive: Path) -> None:
    """Read every kept page and row anew, derive everything anew, replay the decisions."""
    with open_archive(archive, write=True) as opened, _progress() as progress:
        task = progress.add_task("reading kept pages anew", total=None)
        failed = reread(opened)
        held = opened.exchange.look_again()
        progress.update(task, description="drawing conclusions")
        articles = derive_conclusions(opened)
        opened.refold()
        progress.update(task, description="comparing texts")
        _compare(opened)
        progress.update(task, description="finding topics")
        topics = derive_topics(opened, refit=True)
        bare = opened.removals.bare()
        cleaned = opened.removals.clean()
    for item in failed[:_SHOWN]:
        notice(f"Left as it was, {item.where}: {item.why}")
    notice(
        f"{articles:,} articles derived anew, {topics.topics} topics, {len(failed)} pages left as they were."
    )
    say_what_holds(held)
    if bare:
        notice(
            f"{bare:,} not read anew, for something in them was removed: the rest of them stays."
        )
    if not cleaned:
        notice("Words of what was removed may still stand in the file; run it again by itself.")
    say(topics)


def _compare(archive: Archive) -> None:
    derive_outlets(archive)
    derive_copies(archive)
    if derive_outlets(archive):  # again: a copy may say whose the others are
        regroup(archive)


def alone() -> None:
    """Run `add` by itself, errors included."""
    try:
        add(prog_name="python -m ingest")
    except ClippingsError as error:
        notice(str(error))
        sys.exit(1)


def _progress() -> Progress:
    """A line on a terminal; nothing where nobody watches."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _articles(report: LoadReport) -> int:
    return report.added + report.updated + report.unchanged


def _report(
    report: LoadReport, errors: Sequence[ClippingsError], archive: Path, as_json: bool
) -> None:
    for error in errors:
        notice(str(error))
    for item in report.details[:_SHOWN]:
        notice(f"Skipped {item.where}: {item.why}")
    counts = {name: getattr(report, name) for name in ("added", "updated", "unchanged", "stubs")}
    if as_json:
        line = {**counts, "skipped": dict(report.skipped), "load": report.load}
        if report.decisions:
            line["decisions"] = report.decisions
        click.echo(json.dumps(line, ensure_ascii=False))
    elif report.load is None:
        notice("Nothing was loaded.")
    else:
        said = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        skipped = sum(report.skipped.values())
        notice(f"Load {report.load}: {said}, {skipped:,} skipped. In {archive}")
        for reason, count in report.skipped.items():
            notice(f"  skipped, {reason}: {count:,}")
        say_what_holds(report.decisions)
