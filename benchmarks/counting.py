"""Counted in, counted out: the items of every export, web archive and table, and what became of them.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.counting [--only PART OF A NAME]

Each file goes through the whole of `clippings add --defer` into an archive of its own that is thrown away.
Its items are counted by other means than our readers': WordPress exports by what the standard library's
XML parser meets (of a file that is not well-formed, by the opening tags), web archives by a walk over the
records' lengths, tables by lines, `csv`, `json`, pyarrow and openpyxl. An item of a web archive is a record
with what a server gave: response, resource, revisit; what tells how it was asked is none. *Lost* is what was
counted and came out under no outcome; where a file breaks off, its error stands beside.

One table of the corpora is written in each other form that tables come in, so that these are counted too.
"""

import argparse
import csv
import gzip
import io
import json
import lzma
import os
import re
import tarfile
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pandas as pd
import pyarrow.parquet as pq

from clippings.archive import open_archive
from ingest.load import Load
from ingest.readers.columns import Said

PACKS = ("wordpress/wordpress-samples", "warc/warc-samples")
TABLES = ("news", "topics", "languages", "metadata", "extraction")
_KEPT = ("response", "resource", "revisit")
_OTHER = (".cdx", ".cdxj", ".cdx.gz", ".idx", ".loc", "_root.json", "exact-overlap-pairs.csv.xz")
"""Ends of names of files that are none of the three, or hold no articles."""
_DATES = {"allsides-articles.jsonl": "mdy"}
"""What is said of a table's dates where a load asks."""


class File(NamedTuple):
    """One file, and how its items are counted."""

    name: str
    data: bytes
    count: Callable[[bytes], int]


def posts(data: bytes) -> int:
    """The items of a WordPress export."""
    try:
        return sum(one.tag == "item" for _, one in ET.iterparse(io.BytesIO(data)))
    except ET.ParseError:
        return len(re.findall(rb"<item[\s>]", data))


def records(data: bytes) -> int:
    """The records of a web archive that hold what a server gave, as far as the file goes."""
    plain = io.BytesIO(_unzipped(data) if data[:2] == b"\x1f\x8b" else data)
    return sum(_warc(plain) if plain.getvalue().startswith(b"WARC/") else _arc(plain))


def _unzipped(data: bytes) -> bytes:
    out, stream = bytearray(), gzip.GzipFile(fileobj=io.BytesIO(data))
    try:
        while part := stream.read(1 << 16):
            out += part
    except (OSError, EOFError):
        pass
    return bytes(out)


def _warc(stream: io.BytesIO) -> Iterator[bool]:
    while line := stream.readline():
        if not line.startswith(b"WARC/"):
            continue
        said = {}
        while (line := stream.readline()).strip():
            name, _, value = line.decode("utf-8", "replace").partition(":")
            said[name.lower()] = value.strip()
        stream.seek(int(said.get("content-length", 0)), io.SEEK_CUR)
        yield said.get("warc-type") in _KEPT


def _arc(stream: io.BytesIO) -> Iterator[bool]:
    while line := stream.readline():
        if not line.strip():
            continue
        address, *_, length = line.split()
        stream.seek(int(length) if length.isdigit() else 0, io.SEEK_CUR)
        yield b"://" in address and not address.startswith(b"filedesc:")


def lines(data: bytes) -> int:
    """The lines of JSON Lines that are not blank."""
    return sum(bool(line.strip()) for line in data.split(b"\n"))


def rows(data: bytes, delimiter: str = ",", encoding: str = "utf-8", names: int = 1) -> int:
    """The rows of a table below that of the names."""
    text = io.StringIO(data.decode(encoding), newline="")
    csv.field_size_limit(1 << 30)
    return sum(any(row) for row in csv.reader(text, delimiter=delimiter)) - names


def members(data: bytes) -> int:
    """The members of a list in JSON."""
    return len(json.loads(data))


def _excel(data: bytes) -> int:
    return int(openpyxl.load_workbook(io.BytesIO(data)).active.max_row) - 1


def _parquet(data: bytes) -> int:
    return int(pq.ParquetFile(io.BytesIO(data)).metadata.num_rows)


def files(corpora: Path) -> Iterator[File]:
    """Everything to be counted."""
    for pack in PACKS:
        with tarfile.open(corpora / f"{pack}.tar.xz") as archive:
            for member in archive:
                held = archive.extractfile(member) if member.isfile() else None
                if held and not member.name.endswith(_OTHER):
                    yield File(member.name, held.read(), _counter(member.name))
    for path in sorted(one for folder in TABLES for one in (corpora / folder).glob("*.xz")):
        if not path.name.endswith((".tar.xz", *_OTHER)):
            count = rows if ".csv" in path.name else lines
            yield File(path.name.removesuffix(".xz"), lzma.decompress(path.read_bytes()), count)
    yield from _forms(corpora / "news" / "basil-story-triples.jsonl.xz")


def _counter(name: str) -> Callable[[bytes], int]:
    if name.endswith(".json"):
        return members
    return posts if name.endswith(".xml") else records


def _forms(path: Path) -> Iterator[File]:
    """One table in every form."""
    found = [json.loads(line) for line in lzma.decompress(path.read_bytes()).splitlines()]
    plain = [
        {k: v if isinstance(v, str) else json.dumps(v) for k, v in one.items()} for one in found
    ]
    table = pd.DataFrame(plain)
    yield File("in JSON", json.dumps(found, indent=1).encode(), members)
    for name, delimiter, encoding in (
        ("CSV with semicolons", ";", "utf-16"),
        ("TSV in cp1252", "\t", "cp1252"),
    ):
        data = table.to_csv(index=False, sep=delimiter).encode(encoding, "replace")
        count = partial(rows, delimiter=delimiter, encoding=encoding)
        yield File(f"in {name}", data, count)
    for name, write, tally in (
        ("Parquet", table.to_parquet, _parquet),
        ("Excel", partial(table.to_excel, index=False), _excel),
    ):
        out = io.BytesIO()
        write(out)
        yield File(f"in {name}", out.getvalue(), tally)


def loaded(file: File, folder: Path) -> tuple[dict[str, Any], list[str]]:
    """What a load says of a file: its outcomes, and what it ended in."""
    path, archive = folder / "file", folder / "archive.db"
    path.write_bytes(file.data)
    said = Said(dates=_DATES.get(file.name))
    opener = partial(open_archive, archive, write=True)
    load = Load(opener, "benchmark", {}, said=said, defer=True)
    report = load.run([str(path)])
    if load.archive is not None:
        load.archive.close()
    archive.unlink(missing_ok=True)
    counts = {name: getattr(report, name) for name in ("added", "updated", "unchanged", "stubs")}
    outcomes = {name: number for name, number in counts.items() if number}
    return outcomes | dict(report.skipped), [error.what for error in load.errors]


def main() -> None:
    """Print the table, and how many items were lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    print("| file | in it | out | lost | outcomes |\n|---|---|---|---|---|")
    whole = lost = 0
    for file in files(Path(os.environ["CLIPPINGS_MATERIAL"]) / "corpora"):
        if options.only not in file.name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            outcomes, errors = loaded(file, Path(folder))
        items, out = file.count(file.data), sum(outcomes.values())
        said = ", ".join([f"{number:,} {name}" for name, number in outcomes.items()])
        ended = f" **{'; '.join(errors)}**" if errors else ""
        print(
            f"| {file.name} | {items:,} | {out:,} | {items - out or ''} | {said}{ended} |",
            flush=True,
        )
        whole, lost = whole + items, lost + abs(items - out)
    print(f"\n{whole:,} items, {lost:,} differ")


if __name__ == "__main__":
    main()
