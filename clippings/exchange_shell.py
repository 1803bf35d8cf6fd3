"""What a shell says of decisions that were handed on or taken in."""

import getpass
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from clippings import exchange
from clippings.archive import Archive
from clippings.terminal import notice

_SHOWN = 10
"""Lines named one by one; the counts are of all."""


def hand_on(archive: Archive, out: BinaryIO) -> None:
    """Write all decisions to a file; say what is not handed on."""
    left = exchange.write_decisions(archive, out, who=getpass.getuser())
    if left:
        notice(f"Left out: {left:,} lines of the log that are not handed on, such as removals.")


def take_in(archive: Archive, file: Path) -> None:
    """Take in a file of decisions and say what became of each; exit code 1 if a line was refused."""
    told = exchange.take_in(archive, file)
    notice(
        f"Taken in: {told.taken:,}; known already: {told.known:,}; refused: {len(told.refused):,};"
        f" decided differently: {len(told.conflicts):,}; articles waited for: {len(told.waiting):,}."
    )
    _say([f"Refused, line {one.at:,}: {one.why}." for one in told.refused])
    _say([f"Decided differently, {c.what}: {c.held} holds, not {c.lost}." for c in told.conflicts])
    _say([f"Not here yet, takes effect once it is loaded: {one}" for one in told.waiting])
    if told.refused:
        raise SystemExit(1)


def say_what_holds(decisions: Sequence[int]) -> None:
    """Say which decisions took effect because the articles they waited for have come."""
    if decisions:
        which = _numbers(decisions)
        notice(f"Decisions that waited for articles and hold now: {len(decisions):,} ({which}).")


def say_what_waits(archive: Archive, load: int, before: Mapping[int, int]) -> None:
    """Say which decisions wait again, now that a load was taken back; `before` says how it was."""
    more = [number for number, count in waiting(archive).items() if count > before.get(number, 0)]
    if more:
        which = _numbers(more)
        notice(f"Decisions that wait for articles of load {load}: {len(more):,} ({which}).")


def waiting(archive: Archive) -> dict[int, int]:
    """How many articles each decision waits for that waits for any, by its number."""
    log = archive.decisions().sort_values("decision")
    return {
        int(number): int(count)
        for number, count in zip(log["decision"], log["waiting"], strict=True)
        if count
    }


def _numbers(decisions: Sequence[int]) -> str:
    """So that each can be found in `clippings decisions`."""
    more = ", …" if len(decisions) > _SHOWN else ""
    return "number " + ", ".join(f"{number}" for number in decisions[:_SHOWN]) + more


def _say(lines: Sequence[str]) -> None:
    for line in lines[:_SHOWN]:
        notice(line)
    if len(lines) > _SHOWN:
        notice(f"… and {len(lines) - _SHOWN:,} more.")
