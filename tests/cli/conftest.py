"""A page, and the shell on an archive of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clippings.cli import main

PAGE = """The Mirror
  • Home
  • About
© 2009 - 2024 The Mirror. mirror.example
Harbour

Harbour levy rises

The harbour levy rises in spring, the governor said on Tuesday in Sulvek.

Skippers are angry about the levy and say so to anyone who asks them.

February 1, 2023 3 comments
FacebookTwitterPinterestWhatsapp
Waters

Dam gates shut

The gates of the dam were shut on Monday, an engineer of the water board said.

February 6, 2023 0 comments
FacebookTwitterPinterestWhatsapp
Older Posts
"""

Run = Callable[..., Result]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: object, **options: object) -> Result:
        command = [str(argument) for argument in arguments]
        return CliRunner().invoke(
            main, ["--archive", str(tmp_path / "x.db"), *command], catch_exceptions=False, **options
        )  # type: ignore[arg-type]

    return call


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]
