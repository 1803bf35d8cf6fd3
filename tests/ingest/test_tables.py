"""Tables: any delimiter, any encoding, columns under any usual name, dates asked for, not guessed."""

import io
import json
from collections.abc import Sequence

import pytest

from clippings.article import Article
from clippings.errors import SourceError
from ingest.outcomes import Skipped
from ingest.readers import excel as excel_reader
from ingest.readers import tables
from ingest.readers.columns import AmbiguousDateError, Said, moment
from tests.ingest.samples import CSV, RECORDS, SAMPLES, excel, taken


def rows(data: bytes | str, said: Said | None = None) -> list[Article | Skipped]:
    data = data.encode() if isinstance(data, str) else data
    return list(tables.read("table.csv", io.BytesIO(data), said or Said()))


def articles(items: Sequence[Article | Skipped]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_table_of_any_make(delimiter: str, encoding: str) -> None:
    text = CSV.replace("Levy, again", "Levy and again").replace('Second, ""last""', "Second")
    levy, dam = articles(rows(text.replace(",", delimiter).encode(encoding)))
    assert (levy.headline, levy.text) == ("Levy and again", "First line.\n\nSecond.")
    assert (levy.published, levy.outlet, levy.url) == (
        "2023-02-01", "The Tide", "https://tide.example/levy",
    )  # fmt: skip
    assert [person.name for person in levy.byline] == ["Okta Menzur"]
    assert (dam.published, dam.published_precision, dam.byline) == ("2023-02-03", "day", ())


def test_cells_keep_their_commas_quotes_and_line_breaks() -> None:
    levy = articles(rows(CSV))[0]
    assert levy.headline == "Levy, again"
    assert levy.text == 'First line.\n\nSecond, "last".'


@pytest.mark.parametrize(
    ("encoding", "headline"),
    [
        ("cp1251", "Гавань поднимает сборы и пошлины для судов весной"),
        ("koi8-r", "Гавань поднимает сборы и пошлины для судов весной"),
        ("cp1252", "Der Hafen erhöht die Gebühren für große Schiffe schon im Frühjahr"),
        ("cp1256", "بندر رسوم را در بهار بالا می برد و ملوانان خشمگین هستند"),
    ],
)
def test_encodings_nobody_states(encoding: str, headline: str) -> None:
    if encoding == "cp1256":
        headline = headline.replace("ی", "ي").replace("ک", "ك")
    text = "title,date\n" + f"{headline},2023-02-01\n" * 20
    assert articles(rows(text.encode(encoding)))[0].headline == headline


def test_one_wrong_byte_does_not_spoil_a_file_in_utf_8() -> None:
    data = ("title,text\n" + "Porti i ri i Sulvekut është hapur,Çdo ditë.\n" * 30).encode()
    found = articles(rows(data + b"Caf\xe9 harbour,Open.\n"))
    assert (found[0].headline, found[-1].headline) == (
        "Porti i ri i Sulvekut është hapur", "Café harbour",
    )  # fmt: skip


def test_what_others_export() -> None:
    mediacloud = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        "1,2023-02-03 10:00:00,en,tide.example,tide.example,2023-02-01,Levy rises,https://tide.example/a\n"
    )
    (one,) = articles(rows(mediacloud))
    assert (one.outlet, one.site, one.published, one.stub, one.language) == (
        "tide.example", "tide.example", "2023-02-01", True, "en",
    )  # fmt: skip
    gdelt = {"url": "https://tide.example/a", "title": "Levy rises", "seendate": "20230201T101500Z",
             "domain": "tide.example", "language": "English"}  # fmt: skip
    (two,) = tables.read_json("a.json", io.BytesIO(json.dumps({"articles": [gdelt]}).encode()))
    assert isinstance(two, Article)
    assert (two.published, two.outlet, two.language) == ("2023-02-01", "tide.example", "en")
    graph = ["20230201101500-7", "20230201101500", "1", "tide.example", "https://tide.example/a"]
    graph += [""] * 21 + ["<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Levy &amp; dues</PAGE_TITLE>"]
    (three,) = articles(rows("\t".join(graph) + "\n"))
    assert (three.headline, three.published, three.outlet) == (
        "Levy & dues", "2023-02-01", "tide.example",
    )  # fmt: skip


def test_a_news_services_answer() -> None:
    record = {
        "source": {"id": None, "name": "The Tide"},
        "title": "Levy rises",
        "publishedAt": "2023-02-01T10:00:00Z",
        "content": "The levy rises… [+1234 chars]",
    }
    data = json.dumps({"status": "ok", "totalResults": 1, "articles": [record]}).encode()
    (one,) = tables.read_json("a.json", io.BytesIO(data))
    assert isinstance(one, Article)
    assert (one.outlet, one.cut) == ("The Tide", True)


def test_columns_the_user_names() -> None:
    said = Said({"headline": "Überschrift", "text": "Inhalt"})
    (one,) = articles(rows("Überschrift;Inhalt\nGebühr steigt;Sie steigt.\n", said))
    assert (one.headline, one.text) == ("Gebühr steigt", "Sie steigt.")
    with pytest.raises(SourceError, match="no column") as told:
        rows("title,text\na,b\n", Said({"headline": "Titel"}))
    assert "title, text" in told.value.remedy


def test_a_table_of_unknown_columns_says_how_to_name_them() -> None:
    with pytest.raises(SourceError) as told:
        rows("Überschrift;Inhalt\nGebühr steigt;Sie steigt.\nTor zu;Ja.\n")
    assert '"Überschrift"' in told.value.remedy
    assert "--map headline=" in told.value.remedy


def test_dates_that_can_be_read_two_ways_are_asked_for() -> None:
    table = "title,Date\nLevy,13/04/2011\nDam,03/04/2011\n"
    with pytest.raises(AmbiguousDateError, match='"Date"') as told:
        next(tables.read("t.csv", io.BytesIO(table.encode())))
    assert "--dates dmy" in told.value.remedy
    for order, day in (("dmy", "2011-04-03"), ("mdy", "2011-03-04")):
        levy, dam = articles(rows(table, Said(dates=order)))
        assert (levy.published, dam.published) == ("2011-04-13", day)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("2011-04-03", ("2011-04-03", "day")),
        ("2011-04-03 00:00:00", ("2011-04-03", "day")),
        ("2011-04-03 10:30:00+02:00", ("2011-04-03T10:30:00+02:00", "second")),
        ("20110403", ("2011-04-03", "day")),
        ("20110403T103000Z", ("2011-04-03T10:30:00Z", "second")),
        ("1301826600", ("2011-04-03T10:30:00Z", "second")),
        ("1301826600000", ("2011-04-03T10:30:00Z", "second")),
        ("13/04/2011", ("2011-04-13", "day")),
        ("4/13/11", ("2011-04-13", "day")),
        ("04/04/2011", ("2011-04-04", "day")),
        ("3.4.2011", ("2011-04-03", "day")),
        ("April 3, 2011", ("2011-04-03", "day")),
        ("Sun, 03 Apr 2011 10:30:00 EST", ("2011-04-03T10:30:00-05:00", "second")),
        ("2011-02-30", None),
        ("soon", None),
        ("", None),
        (True, None),
    ],
)
def test_dates_as_tables_write_them(stated: object, told: tuple[str, str] | None) -> None:
    assert moment(stated, None, "date", "table") == told


def test_a_row_that_is_none_is_skipped() -> None:
    items = rows("title,text\nLevy,Rises.\nDam,Shut.,what,is,this\n,\n")
    assert [item.reason for item in items if isinstance(item, Skipped)] == ["malformed row"]
    assert len(articles(items)) == 1


def test_a_workbook() -> None:
    import datetime

    sheet: list[list[object]] = [
        ["Clippings of the week"],
        ["Headline", "Published", "Text", "Outlet"],
        ["Levy", datetime.datetime(2011, 4, 3), "It rises.", "The Tide"],
        ["Dam", datetime.datetime(2011, 4, 3, 10, 30), "It is shut.", None],
    ]
    items = list(excel_reader.read("a.xlsx", io.BytesIO(excel(sheet))))
    levy, dam = articles(items)
    assert (levy.published, levy.outlet) == ("2011-04-03", "The Tide")
    assert dam.published == "2011-04-03T10:30:00"
    with pytest.raises(AmbiguousDateError):
        list(excel_reader.read("a.xlsx", io.BytesIO(excel([["Title", "Date"], ["x", "3/4/2011"]]))))


def test_a_workbook_that_is_none() -> None:
    for data in (SAMPLES["excel"][:300], b"PK\x03\x04xl/", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(SourceError) as told:
            list(excel_reader.read("a.xlsx", io.BytesIO(data)))
        assert "CSV" in told.value.remedy


def test_a_document_that_breaks_off_keeps_its_articles() -> None:
    data = json.dumps(RECORDS).encode()[:-20]
    found, error = taken(tables.read_json("a.json", io.BytesIO(data)))
    assert error is not None
    assert "breaks off" in error.what
    assert [one.headline for one in articles(found)] == ["Levy rises"]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_in_silence() -> None:
    table = 'title,text\nLevy,"It ""rises""."\n5" pipe,Burst.\nDam,"It is shut.\nTide,High.\nQuay,Full.\n'
    found, error = taken(tables.read("t.csv", io.BytesIO(table.encode())))
    assert [one.headline for one in articles(found)] == ["Levy", '5" pipe']
    assert error is not None
    assert "After row 3" in error.remedy


def test_objects_in_one_another_without_end_are_refused() -> None:
    for data in (b"[" * 1_000_000, b'[{"a":' * 100_000):
        with pytest.raises(SourceError, match="malformed"):
            list(tables.read_json("a.json", io.BytesIO(data)))
