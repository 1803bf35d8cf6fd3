"""What the tests of loading share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clippings.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: object, **options: object) -> Result:
        command = ["--archive", str(tmp_path / "x.db"), *(str(one) for one in arguments)]
        return CliRunner().invoke(main, command, catch_exceptions=False, **options)  # type: ignore[arg-type]

    return call
