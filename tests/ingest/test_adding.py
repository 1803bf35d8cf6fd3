"""Every format through `clippings add`: counted in, counted out, and said what to do where it fails."""

import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clippings.archive import open_archive
from clippings.cli import main
from tests.ingest.samples import CAPTURE, CSV, PAGE, RSS, SAMPLES, WXR, warc, zipped

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: object, **options: object) -> Result:
        command = ["--archive", str(tmp_path / "x.db"), *(str(one) for one in arguments)]
        return CliRunner().invoke(main, command, catch_exceptions=False, **options)  # type: ignore[arg-type]

    return call


def report(result: Result) -> dict[str, object]:
    found: dict[str, object] = json.loads(result.stdout)
    return found


def exported(run: Run, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("export", *options).stdout.splitlines()]


@pytest.mark.parametrize(
    ("format", "added", "skipped"),
    [
        ("feed", 2, {"no headline or text": 1}),
        ("wordpress", 1, {"no post: page": 1, "not published": 1}),
        ("csv", 2, {}),
        ("json", 2, {}),
        ("jsonl", 2, {}),
        ("jsonfeed", 2, {}),
        ("wp-json", 1, {}),
        ("warc", 1, {}),
        ("excel", 1, {}),
        ("parquet", 1, {}),
        ("capture", 1, {}),
    ],
)
def test_every_item_has_one_outcome(
    run: Run, tmp_path: Path, format: str, added: int, skipped: dict[str, int]
) -> None:
    for name, data in (("plain", SAMPLES[format]), ("packed.gz", gzip.compress(SAMPLES[format]))):
        (tmp_path / name).write_bytes(data)
    first = report(run("add", tmp_path / "plain", "--json"))
    assert (first["added"], first["skipped"]) == (added, skipped)
    # Loaded again, compressed or from a pipe, it adds nothing.
    again = report(run("add", tmp_path / "packed.gz", "--json"))
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, added)
    piped = report(run("add", "-", "--json", input=gzip.compress(SAMPLES[format])))
    assert (piped["added"], piped["unchanged"]) == (0, added)


def test_a_stub_that_is_known_is_counted_too(run: Run, tmp_path: Path) -> None:
    lines = [{"title": title, "url": f"https://tide.example/{title}"} for title in ("a", "b", "a")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    first = report(run("add", tmp_path / "a.jsonl", "--json"))
    assert (first["stubs"], first["skipped"]) == (2, {"stub known already": 1})
    again = report(run("add", tmp_path / "a.jsonl", "--json"))
    assert (again["stubs"], again["skipped"]) == (0, {"stub known already": 3})


def test_what_lies_in_an_archive_says_where(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "saved.zip"
    path.write_bytes(zipped({"a.xml": RSS.encode(), "b/c.csv": CSV.encode(), "d.bin": b"\0\1\2"}))
    result = run("add", path, "--json")
    assert result.exit_code == 0
    assert report(result)["added"] == 4
    assert {row["source"] for row in exported(run)} == {f"{path}/a.xml", f"{path}/b/c.csv"}
    assert f"{path}/d.bin" in result.stderr


def test_captures_of_one_address_are_versions_of_one_article(run: Run, tmp_path: Path) -> None:
    pages = [
        ("https://tide.example/a?utm_source=x", "2023-03-01", PAGE.replace(b"spring", b"autumn")),
        ("https://tide.example/a", "2023-02-01", PAGE),
        ("https://tide.example/a#top", "2023-04-01", PAGE.replace(b"spring", b"autumn")),
    ]
    (tmp_path / "a.warc").write_bytes(warc(pages))
    run("add", tmp_path / "a.warc")
    (row,) = exported(run)
    assert "autumn" in str(row["text"])
    assert row["captured"] == "2023-04-01T12:00:00Z"


def test_each_article_once_however_many_pages_carry_it(run: Run, tmp_path: Path) -> None:
    """Archive pages overlap: what stood first on one stands lower on the next."""
    head, block, foot = CAPTURE.partition("Harbour\n\n")[0], CAPTURE, "Older Posts\n"
    blocks = [
        f"Harbour\n\nLevy {number} rises\n\nThe levy number {number} rises in spring, said the governor of "
        f"Sulvek on day {number}.\n\nFebruary {number}, 2023 3 comments\nFacebookTwitterPinterestWhatsapp\n"
        for number in range(1, 13)
    ]
    assert block.startswith(head)
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in range(5):
        (folder / f"{page}.txt").write_text(head + "".join(blocks[page * 2 : page * 2 + 4]) + foot)
    counts = report(run("add", folder, "--json"))
    assert (counts["added"], counts["unchanged"], counts["updated"]) == (12, 8, 0)
    assert len({row["headline"] for row in exported(run)}) == len(exported(run)) == 12


def test_one_article_is_one_row_however_it_was_reached(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.csv").write_text(
        "title,url,text,date\nHarbour levy & dues rise,https://tide.example/2023/levy/amp,"
        "The harbour levy rises in spring.,2023-02-01\n"
    )
    run("add", tmp_path / "a.xml")
    assert report(run("add", tmp_path / "b.csv", "--json"))["added"] == 0


def test_a_table_of_one_row_is_one_if_its_columns_are_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Titel;Inhalt\nGebühr;Sie steigt.\n", "utf-8")
    said = ["--map", "headline=Titel", "--map", "text=Inhalt"]
    assert report(run("add", tmp_path / "t.csv", *said, "--json"))["added"] == 1


def test_an_address_is_not_fetched_and_that_is_said(run: Run, tmp_path: Path) -> None:
    result = run("add", "https://tide.example/levy")
    assert result.exit_code == 1
    assert "nothing is fetched from the web: https://tide.example/levy. Save" in result.stderr


def test_columns_and_dates_are_said_in_the_shell(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Überschrift;Tag\nGebühr steigt;03/04/2011\nTor zu;05/04/2011\n", "utf-8")
    asked = run("add", table)
    assert asked.exit_code == 1
    assert "--map headline=" in asked.stderr
    said = ["--map", "headline=Überschrift", "--map", "published=Tag"]
    asked = run("add", table, *said)
    assert asked.exit_code == 1
    assert '"Tag"' in asked.stderr
    assert "--dates dmy" in asked.stderr
    assert not (tmp_path / "x.db").exists()
    assert report(run("add", table, *said, "--dates", "dmy", "--json"))["stubs"] == 2
    assert {row["published"] for row in exported(run, "--stubs")} == {"2011-04-03", "2011-04-05"}
    assert run("add", table, "--map", "colour=Tag").exit_code == 2
    assert run("add", table, "--dates", "ymd").exit_code == 2


def test_a_damaged_file_keeps_what_could_be_read(run: Run, tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"title": f"Levy {number}", "text": f"Number {number * 7919 % 100_003}."}) + "\n"
        for number in range(3000)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-3000])
    result = run("add", path, "--defer", "--json")
    assert result.exit_code == 1
    assert "damaged" in result.stderr
    assert 1000 < int(str(report(result)["added"])) < 3000
    page = tmp_path / "page.txt.gz"
    page.write_bytes(gzip.compress(CAPTURE.encode() + b"\n" + os.urandom(3000))[:-2000])
    assert run("add", page).exit_code == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.xml", b""),
        ("feeds.opml", SAMPLES["opml"]),
        ("a.pdf", b"%PDF-1.7"),
        ("a.zip", b"PK\x03\x04 and no more"),
        ("a.gz", b"\x1f\x8b and no more"),
        ("a.xlsx", SAMPLES["excel"][:1000]),
        ("a.json", b'{"weather": "fine",\n "wind": 3}'),
        ("a.warc", b"WARC/1.0\r\nContent-Length: 10\r\n\r\n"),
        ("wxr.xml", WXR[: WXR.index("<item>")].encode()),
        ("bomb.xml", b"<!DOCTYPE r [<!ENTITY a 'b'>]>" + WXR[39:].encode()),
    ],
)
def test_what_cannot_be_read_says_what_and_where(
    run: Run, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("add", path)
    assert result.exit_code == 1
    assert name in result.stderr
    assert "Nothing was loaded." in result.stderr
    assert not (tmp_path / "x.db").exists()


def as_an_older_reader_left_it(archive: Path) -> None:
    """An archive whose readers knew no day and no outlet, and spelt the text worse."""
    connection = sqlite3.connect(archive)
    connection.execute("update sighting set found = json_remove(found, '$.published', '$.outlet')")
    connection.execute("update version set text = 'So.', digest = 'old' || id")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("format", sorted(set(SAMPLES) - {"opml", "html"}))
def test_what_was_kept_is_read_anew_and_is_the_same(run: Run, tmp_path: Path, format: str) -> None:
    (tmp_path / "page").write_bytes(SAMPLES[format])
    run("add", tmp_path / "page", "--section", "Harbour")
    before = exported(run)
    assert run("rebuild").exit_code == 0
    assert exported(run) == before
    as_an_older_reader_left_it(tmp_path / "x.db")
    (tmp_path / "page").unlink()
    assert run("rebuild").exit_code == 0
    assert exported(run) == before
    assert report(run("add", "-", "--json", input=SAMPLES[format]))["added"] == 0


def test_rows_are_read_anew_as_the_user_said(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Überschrift;Tag;Inhalt\nA;03/04/2011;Es steigt.\nB;05/04/2011;Zu.\n", "utf-8")
    said = ["headline=Überschrift", "published=Tag", "text=Inhalt"]
    run("add", table, "--dates", "dmy", *(part for one in said for part in ("--map", one)))
    as_an_older_reader_left_it(tmp_path / "x.db")
    assert run("rebuild").exit_code == 0
    found = [(row["headline"], row["published"], row["text"]) for row in exported(run)]
    assert found == [("A", "2011-04-03", "Es steigt."), ("B", "2011-04-05", "Zu.")]


def test_captures_of_one_address_stay_versions_when_read_anew(run: Run, tmp_path: Path) -> None:
    address = "https://tide.example/a"
    pages = [(address, "2023-02-01", PAGE), (address, "2023-04-01", PAGE.replace(b"spr", b"Spr"))]
    (tmp_path / "a.warc").write_bytes(warc(pages))
    run("add", tmp_path / "a.warc")
    before = exported(run)
    as_an_older_reader_left_it(tmp_path / "x.db")
    run("rebuild")
    assert exported(run) == before


def test_large_rows_make_small_batches(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.load.BATCH_BYTES", 60)
    lines = [
        json.dumps({"title": f"Levy {number}", "text": f"It rises by {number}."})
        for number in range(9)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert report(run("add", tmp_path / "a.jsonl", "--json"))["added"] == 9
    with open_archive(tmp_path / "x.db") as archive:
        assert [len(batch.data) for _, batch in archive.kept_records.batches()] == [2, 2, 2, 2, 1]


def test_a_page_too_large_to_be_kept_is_read_all_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.load.PAGE_BYTES", 1000)
    (tmp_path / "feed.xml").write_text(RSS)
    (tmp_path / "wxr.xml.gz").write_bytes(gzip.compress(WXR.encode()))
    assert report(run("add", tmp_path / "feed.xml", "--json"))["added"] == 2
    assert report(run("add", tmp_path / "wxr.xml.gz", "--json"))["added"] == 1
