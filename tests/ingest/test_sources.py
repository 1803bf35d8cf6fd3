"""What the user names becomes files in a fixed order, or an error that says what to do."""

import io
import os
from pathlib import Path

import pytest

from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.sources import Source, sources


def names(path: Path) -> list[str]:
    return [item.name for item in sources(str(path)) if isinstance(item, Source)]


def test_a_file_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    (found,) = sources(str(tmp_path / "a.txt"))
    assert isinstance(found, Source)
    assert found.named
    with found.open() as stream:
        assert stream.read() == b"text"


def test_a_folder_is_read_whole_and_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/y.txt", ".hidden"):
        (tmp_path / name).write_bytes(b"text")
    expected = [str(tmp_path / name) for name in ("a.txt", "b/y.txt", "b/z.txt", "c.txt")]
    assert names(tmp_path) == expected
    assert not [item for item in sources(str(tmp_path)) if isinstance(item, Source) and item.named]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == [str(tmp_path / "a.txt")]


def test_an_empty_file_in_a_folder_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (skipped,) = sources(str(tmp_path))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "empty"


def test_a_broken_link_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (skipped,) = sources(str(tmp_path))
    assert isinstance(skipped, Skipped)
    assert skipped.where.endswith("a.txt")


def test_what_was_named_and_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for path in (tmp_path / "gone", tmp_path / "empty.txt", "a\0b"):
        with pytest.raises(SourceError) as told:
            list(sources(str(path)))
        assert told.value.where == str(path)
        assert told.value.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    try:
        with pytest.raises(SourceError, match="permission"):
            list(sources(str(tmp_path)))
    finally:
        tmp_path.chmod(0o700)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    (found,) = sources("-")
    assert isinstance(found, Source)
    assert found.open().read() == b"text"
