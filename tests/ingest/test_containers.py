"""Archives of files, patterns and standard input: what is inside, and what is only a trap."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from clippings.errors import SourceError
from ingest import streams
from ingest.containers import Source
from ingest.outcomes import Skipped
from ingest.sources import sources
from tests.ingest.samples import SAMPLES, taken, zipped


def contents(path: Path | str) -> dict[str, bytes | str]:
    """What lies under a path: names to bytes, or to the reason why it was skipped."""
    found: dict[str, bytes | str] = {}
    for source in sources(str(path)):
        if isinstance(source, Skipped):
            found[source.where] = source.reason
        else:
            with source.open() as stream:
                found[source.name] = stream.read()
    return found


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


FILES = {"a.html": b"first", "sub/b.html": b"second", "sub/empty.html": b"", ".DS_Store": b"x"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("saved.zip", zipped(FILES)),
        ("saved.tar", tarred(FILES, "w")),
        ("saved.tar.gz", tarred(FILES)),
        ("saved.tar.bz2", tarred(FILES, "w:bz2")),
        ("saved.tar.xz", tarred(FILES, "w:xz")),
        ("misnamed.html", zipped(FILES)),
    ],
)
def test_the_files_in_an_archive(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert contents(path) == {
        f"{path}/a.html": b"first",
        f"{path}/sub/b.html": b"second",
        f"{path}/sub/empty.html": "empty",
    }


def zstd(data: bytes) -> bytes:
    """Packed in two frames, with one between them that is to be passed by."""
    half, codec = len(data) // 2, pa.Codec("zstd")
    passed = b"\x50\x2a\x4d\x18\x04\0\0\0none"
    return (
        bytes(codec.compress(data[:half], asbytes=True))
        + passed
        + bytes(codec.compress(data[half:], asbytes=True))
    )


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd])
def test_one_compressed_file_keeps_its_name(tmp_path: Path, pack: object) -> None:
    path = tmp_path / "a.jsonl.packed"
    path.write_bytes(pack(b"line\n" * 50_000))  # type: ignore[operator]
    assert contents(path) == {str(path): b"line\n" * 50_000}


def test_archives_in_archives_up_to_a_depth(tmp_path: Path) -> None:
    data, inside = b"deep", "a.html"
    for name in ("b.zip", "c.zip", "d.zip", "e.zip"):
        data, inside = zipped({inside: data}), name
    path = tmp_path / "e.zip"
    path.write_bytes(data)
    assert list(contents(path).values()) == ["too deep"]
    path.write_bytes(zipped({"in.tar.gz": tarred({"a.zip": zipped({"a.html": b"deep"})})}))
    assert contents(path) == {f"{path}/in.tar.gz/a.zip/a.html": b"deep"}


def test_office_files_are_left_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(SAMPLES["excel"])
    assert contents(path) == {str(path): SAMPLES["excel"]}
    (tmp_path / "a.zip").write_bytes(zipped({"a.xlsx": SAMPLES["excel"]}))
    assert contents(tmp_path / "a.zip") == {f"{tmp_path / 'a.zip'}/a.xlsx": SAMPLES["excel"]}


def test_a_web_archive_is_compressed_record_by_record(tmp_path: Path) -> None:
    records = SAMPLES["warc"].split(b"\r\n\r\nWARC/")
    whole = [records[0], *(b"\r\n\r\nWARC/" + one for one in records[1:])]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, whole)))
    assert contents(tmp_path / "a.warc.gz") == {str(tmp_path / "a.warc.gz"): SAMPLES["warc"]}


def test_a_pattern(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.csv", "sub/a3.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert list(contents(tmp_path / "a*.txt").values()) == [b"a1.txt", b"a2.txt"]
    assert len(contents(tmp_path / "**/*.txt")) == 4
    assert list(contents(tmp_path / "odd[1].txt").values()) == [b"odd[1].txt"]
    with pytest.raises(SourceError, match="pattern"):
        contents(tmp_path / "*.xml")


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_a_truncated_file_is_read_up_to_the_damage(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    lines = "".join(f"{number} {number * 7919 % 100_003}\n" for number in range(50_000)).encode()
    path = tmp_path / "a.txt.packed"
    path.write_bytes(pack(lines)[:-20_000])
    for source in sources(str(path)):
        assert isinstance(source, Source)
        with source.open() as stream:
            data = stream.read()
            assert data
            assert lines.startswith(data)
            assert streams.damage(stream)


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_a_truncated_archive_gives_the_files_before(tmp_path: Path, mode: str) -> None:
    noise = bytes(number * 7919 % 251 for number in range(100_000))
    data = tarred({"a.html": b"first", "b.html": noise, "c.html": noise[::-1]}, mode)
    path = tmp_path / "a.tar"
    path.write_bytes(data[: len(data) * 3 // 5])
    found, error = taken((one.name, one.open().read()) for one in sources(str(path)))  # type: ignore[union-attr]
    assert error is not None
    assert "damaged" in error.what
    assert found[0] == (f"{path}/a.html", b"first")


def test_a_truncated_zip_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.html": b"first" * 1000})[:-30])
    with pytest.raises(SourceError, match="damaged"):
        contents(path)
    # In a folder it is skipped and the rest goes on.
    (tmp_path / "b.txt").write_text("page")
    assert contents(tmp_path) == {str(path): "damaged", str(tmp_path / "b.txt"): b"page"}


def test_a_member_that_is_damaged_or_encrypted_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(zipped({"a.html": b"first" * 9, "b.html": b"second"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(data)
    assert contents(path) == {f"{path}/a.html": "encrypted", f"{path}/b.html": b"second"}


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.gz", "bomb.tar.gz"])
def test_a_bomb_is_refused_before_it_fills_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(streams, "GRACE", 100_000)
    zeros = bytes(5_000_000)
    data = {"bomb.zip": zipped({"a": zeros, "b": zeros}), "bomb.gz": gzip.compress(zeros),
            "bomb.tar.gz": tarred({"a": zeros})}[name]  # fmt: skip
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match="trap") as told:
        contents(path)
    assert told.value.where == str(path)


def test_an_archive_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({}))
    with pytest.raises(SourceError, match="no files"):
        contents(path)


def test_many_names_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest import containers

    monkeypatch.setattr(containers, "_MOST", 3)
    for name, data in (("a.zip", zipped(dict.fromkeys("abcd", b"x"))),
                       ("a.tar.gz", tarred(dict.fromkeys("abcd", b"x")))):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        with pytest.raises(SourceError, match="more than 3 files"):
            contents(tmp_path / name)


def test_what_is_packed_may_be_large(tmp_path: Path) -> None:
    line = json.dumps({"title": "Levy", "text": "It rises."}).encode() + b"\n"
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", line * 100_000)
    assert contents(tmp_path / "a.zip") == {f"{tmp_path / 'a.zip'}/a.jsonl": line * 100_000}
