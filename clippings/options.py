"""The options that commands share: the archive, the selection, the output."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from clippings import places
from clippings.archive.selection import CHOICES, PARTS, Part, Selection

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "csv", "jsonl", "xlsx", "parquet")


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day, or a usage error that says how to write one."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(
                f"{value!r} is no day. Write it as YYYY-MM-DD, such as 2011-12-22.", param, ctx
            )


def archive_option(command: Command) -> Command:
    """Give a command `--archive`; it is called with `archive`, the path meant."""

    @click.option(
        "--archive",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The archive's file; else CLIPPINGS_ARCHIVE, else the usual one.",
    )
    @click.pass_context
    @wraps(command)
    def wrapped(context: click.Context, /, archive: Path | None, **options: Any) -> Any:
        given = archive or (context.obj or {}).get("archive")
        return context.invoke(command, archive=places.archive_path(given), **options)

    return wrapped  # type: ignore[return-value]


def selection_options(command: Command) -> Command:
    """Give a command one option for each part of a selection; it is called with `selection`."""

    @wraps(command)
    def wrapped(**options: Any) -> Any:
        chosen = {part.field: options.pop(part.field) for part in PARTS}
        return command(selection=_selection(chosen), **options)

    for part in reversed(PARTS):
        wrapped = click.option(f"--{part.name}", part.field, help=part.help, **_kind(part))(wrapped)
    return wrapped  # type: ignore[return-value]


def output_as(*formats: str) -> Callable[[Command], Command]:
    """Give a command `--format` and `--output`; it is called with both, the format settled."""

    def decorated(command: Command) -> Command:
        @click.option(
            "--format", type=click.Choice(formats), help="table on a terminal, else jsonl."
        )
        @click.option(
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            help="The file to write; its ending says the format where --format does not.",
        )
        @wraps(command)
        def wrapped(format: str | None, output: Path | None, **options: Any) -> Any:
            settled = format or _usual_format(output, formats)
            if settled in ("xlsx", "parquet") and output is None and sys.stdout.isatty():
                raise click.UsageError(f"{settled} is no text: name a file with --output FILE.")
            return command(format=settled, output=output, **options)

        return wrapped  # type: ignore[return-value]

    return decorated


output_options = output_as(*FORMATS)


def _usual_format(output: Path | None, formats: Sequence[str]) -> str:
    if output is not None and output.suffix[1:].lower() in formats:
        return output.suffix[1:].lower()
    return "table" if output is None and sys.stdout.isatty() else "jsonl"


def _kind(part: Part) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "text": {"default": "", "metavar": "WORDS"},
        "names": {"multiple": True, "metavar": "NAME"},
        "name": {"default": None, "metavar": "ID"},
        "day": {"type": Day(), "metavar": "DAY"},
        "flag": {"is_flag": True},
    }
    if part.kind == "choice":
        choices = CHOICES[part.name]
        return {"type": click.Choice(choices), "default": choices[0], "show_default": True}
    return kinds[part.kind]


def _selection(chosen: dict[str, Any]) -> Selection:
    first, last = chosen["from_"], chosen["to"]
    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} comes after --to {last}. Exchange them.")
    return Selection(**chosen)
