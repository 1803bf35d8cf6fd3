"""The sample's written texts and the carriers' tables: what all its articles are made of."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=\S)(.+?)(?<=\S)\1(?![\w*])")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who carries articles, and the lines it signs them with."""

    id: str
    name: str
    domain: str
    credits: tuple[tuple[str, re.Pattern[str]], ...]
    """A credit's kind, and the pattern of its whole line."""

    def signs(self, line: str) -> str | None:
        """The kind of credit a line is in this outlet's house style."""
        return next((kind for kind, pattern in self.credits if pattern.fullmatch(line)), None)


@dataclass(frozen=True, slots=True)
class Text:
    """One written text: what its front matter says, its paragraphs and its credit lines."""

    about: Mapping[str, str]
    head: tuple[str, ...]
    """Credit lines above the text."""
    body: tuple[str, ...]
    """Paragraphs."""
    foot: tuple[str, ...]
    """Credit lines below it."""


def outlets(samples: Path) -> dict[str, Outlet]:
    """The outlets and agencies by their short names."""
    return {id: _outlet(id, told) for id, told in table(samples, "outlets").items()}


def table(samples: Path, name: str) -> dict[str, dict[str, Any]]:
    """One of the tables beside the texts."""
    return tomllib.loads((samples / f"{name}.toml").read_text("utf-8"))


def _outlet(id: str, told: Mapping[str, Any]) -> Outlet:
    credits = tuple((kind, re.compile(pattern)) for kind, pattern in told["credits"])
    return Outlet(id, told["name"], told["domain"], credits)


def texts(samples: Path, known: Mapping[str, Outlet]) -> dict[str, Text]:
    """The written texts by their ids."""
    found = (_text(file, known) for file in sorted((samples / "texts").glob("*.md")))
    return {text.about["id"]: text for text in found}


def blocks(samples: Path) -> dict[str, tuple[str, ...]]:
    """The republisher's background blocks by their names."""
    files = sorted((samples / "blocks").glob("*.md"))
    return {file.stem: _paragraphs(file.read_text("utf-8")) for file in files}


def _text(file: Path, known: Mapping[str, Outlet]) -> Text:
    _, front, whole = file.read_text("utf-8").split("---\n", 2)
    pairs = (line.partition(":")[::2] for line in front.splitlines())
    about = {name: _unquoted(value.strip()) for name, value in pairs}
    lines = _paragraphs(whole)
    outlet = known[about["outlet"]]
    above = _signed(lines, outlet)
    below = _signed(lines[:above:-1], outlet)
    end = len(lines) - below
    return Text(about, lines[:above], lines[above:end], lines[end:])


def _unquoted(value: str) -> str:
    """A value of front matter without the quotes that YAML wants around one with a colon."""
    quote = value[:1]
    if len(value) < 2 or quote not in "'\"" or value[-1] != quote:
        return value
    return value[1:-1].replace(quote * 2, quote)


def _paragraphs(whole: str) -> tuple[str, ...]:
    """Every line that is not blank, without the marks of emphasis that no page prints."""
    lines = (line.strip().lstrip("# ") for line in whole.splitlines())
    return tuple(_EMPHASIS.sub(r"\2", line) for line in lines if line)


def _signed(lines: Iterable[str], outlet: Outlet) -> int:
    """How many lines from the start are credits."""
    count = 0
    for line in lines:
        if outlet.signs(line) is None:
            break
        count += 1
    return count
