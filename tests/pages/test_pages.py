"""Every page, on an empty and a filled archive: what it says, counts, keeps and never lets through."""

import datetime as dt
import re
from pathlib import Path

import pytest

from clippings.archive import Archive, Topic, open_archive
from clippings.archive.selection import Selection
from clippings.pages import PAGES, files, opening
from clippings.provenance import originals
from tests.conftest import article, fill
from tests.pages.conftest import HOSTILE, Open, labels, said

NAMES = [entry.name for entry in PAGES]


@pytest.mark.parametrize("page", NAMES)
def test_an_empty_archive_says_what_to_type(
    page: str, tmp_path: Path, open_dashboard: Open
) -> None:
    app = open_dashboard(tmp_path / "none.db", page)
    path = tmp_path / "none.db"
    program, _, rest = app.code[0].value.partition(" ")
    assert Path(program).is_absolute()
    assert Path(program).exists()
    assert rest == f"add . --archive {path}"
    assert "none.db" in said(app)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("page", NAMES)
def test_an_archive_without_articles_says_what_to_type(
    page: str, tmp_path: Path, open_dashboard: Open
) -> None:
    with open_archive(tmp_path / "bare.db", write=True) as bare:
        bare.finish_load(bare.start_load("test", "nothing"), {})
    assert (
        open_dashboard(tmp_path / "bare.db", page)
        .code[0]
        .value.endswith(f"clippings add . --archive {tmp_path / 'bare.db'}")
    )


@pytest.mark.parametrize("entry", PAGES, ids=NAMES)
def test_every_page_says_its_selection_and_what_is_left_out(
    entry: object, archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, entry.name)  # type: ignore[attr-defined]
    assert app.title[0].value == entry.title  # type: ignore[attr-defined]
    assert "5 articles, all there are" in said(app)
    assert "1 of them undated · 1 cut short · 1 stub not counted" in [c.value for c in app.caption]
    assert not app.error


@pytest.mark.parametrize(
    ("address", "count", "words"),
    [
        ({"query": "levy"}, "2 articles", "with levy"),
        ({"outlet": "The Tide"}, "1 article", "carried by The Tide"),
        ({"outlet": ["The Tide", "The Mirror"]}, "5 articles", "carried by The Mirror or The Tide"),
        ({"from_": "2023-05-20"}, "2 articles", "from 20 May 2023"),
        ({"from_": "2023-02-01", "to": "2023-02-03"}, "2 articles", "1 Feb 2023 to 3 Feb 2023"),
        ({"section": "unknown"}, "1 article", "in section unknown"),
        ({"language": "fa"}, "1 article", "in Persian"),
        ({"undated": "true"}, "1 article", "undated only"),
        ({"stubs": "true"}, "5 articles and 1 stub", "stubs too"),
        ({"source": "page.txt"}, "5 articles", "read from page.txt"),
    ],
)
def test_an_address_is_a_selection(
    address: dict[str, str | list[str]],
    count: str,
    words: str,
    archive: Archive,
    open_dashboard: Open,
) -> None:
    app = open_dashboard(archive.path, **address)
    assert count in said(app)
    taken = next(button for button in app.button if str(button.key).startswith("take away"))
    assert re.sub(r"\\(.)", r"\1", taken.label) == words
    taken.click().run()
    assert "5 articles, all there are" in said(app)


def test_days_left_out_are_counted(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, from_="2023-01-01")
    assert "1 undated not shown" in app.caption[0].value


def test_reset_takes_every_filter_away(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(
        archive.path,
        query="levy",
        outlet="The Tide",
        from_="2023-01-01",
        stubs="true",
        source="page.txt",
    )
    assert "1 article" in said(app)
    app.button(key="reset").click().run()
    assert "5 articles, all there are" in said(app)
    assert app.text_input(key="query").value == ""
    assert app.multiselect(key="outlet").value == []
    assert app.date_input(key="from").value is None


@pytest.mark.parametrize("asked", ["fa", "Persian"])
def test_languages_are_chosen_by_name_and_asked_for_by_code_too(
    asked: str, tmp_path: Path, open_dashboard: Open
) -> None:
    with open_archive(tmp_path / "x.db", write=True) as opened:
        both = [article("One", "A levy.", language="fa"), article("Two", "A toll.", language="en")]
        fill(opened, both)
    app = open_dashboard(tmp_path / "x.db", "articles", language=asked)
    assert "1 article" in said(app)
    assert "in Persian" in " ".join(labels(app))
    app.multiselect(key="language").set_value(["English"]).run()
    assert "in English" in " ".join(labels(app))
    assert set(app.multiselect(key="language").options) >= {"English", "Persian"}


def test_every_filter_has_a_widget(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path)
    app.text_input(key="query").set_value("harbour").run()
    app.multiselect(key="section").select("Harbour").run()
    app.date_input(key="to").set_value(dt.date(2023, 2, 2)).run()
    assert "1 article" in said(app)
    assert not app.exception


def test_an_unknown_name_finds_nothing_and_says_which(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, query="levy", outlet="Nobody")
    assert app.header[0].value == "Nothing found"
    assert "carried by Nobody (without it there are 2 articles)" in said(app)
    app.button(key="take away narrowest").click().run()
    assert "2 articles" in said(app)


@pytest.mark.parametrize("page", NAMES)
def test_an_error_says_what_where_and_what_to_do(
    page: str, archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, page, query='levy "rises')
    assert len(app.title) == 1
    assert "Close it or remove it" in app.error[0].value.replace("\\", "")
    app.text_input(key="query").set_value('"levy rises"').run()
    assert not app.error
    assert "1 article" in said(app)


def test_a_list_shows_at_once_what_was_written_and_who_carried_it(
    archive: Archive, open_dashboard: Open
) -> None:
    for asked in ({}, {"query": "levy"}):
        table = open_dashboard(archive.path, "articles", **asked).dataframe[0].value
        assert list(table.columns[:2]) == ["headline", "outlet"]
    table = open_dashboard(archive.path, "overview").dataframe[0].value
    assert list(table.columns[:2]) == ["headline", "outlet"]


def test_a_file_that_is_no_archive_is_said(tmp_path: Path, open_dashboard: Open) -> None:
    (tmp_path / "broken.db").write_bytes(b"no database at all, whatever it is called" * 99)
    app = open_dashboard(tmp_path / "broken.db")
    assert "broken" in app.error[0].value
    assert [title.value for title in app.title] == ["Overview"]


def test_figures_open_their_articles(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path)
    unknown = {m.label: m.value for m in app.metric}["Writer unknown"]
    app.button(key="open Writer unknown").click().run()
    assert app.title[0].value == "Articles"
    assert len(app.dataframe[0].value) == int(unknown) > 0


def test_a_chosen_bar_opens_its_articles(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "volume", by="month", from_="2023-02-01", to="2023-02-28")
    chosen = re.search(r"(\d+) of them chosen", app.caption[-1].value)
    app.button(key="open volume").click().run()
    assert app.title[0].value == "Articles"
    assert chosen
    assert len(app.dataframe[0].value) == int(chosen[1])


def test_what_a_bar_leaves_around_it_is_counted(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "volume", by="month", from_="2023-02-01", to="2023-02-28")
    said = app.caption[-1].value
    shown = re.fullmatch(r"n = 5 articles, (\d+) of them chosen", said)
    assert shown
    assert 0 < int(shown[1]) < 5


def test_shares_leave_the_undated_out_and_say_so(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "volume", split="outlet", share="true")
    assert app.caption[-1].value == "n = 5 articles, 1 undated in no share"


def test_what_has_no_day_is_shown_without_one(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, undated="true")
    assert not app.exception
    said = " ".join(caption.value for caption in app.caption)
    assert "of them undated" not in said
    assert "reach back" not in said


def test_volume_as_a_table_is_what_the_shell_says(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "volume", by="month", split="outlet")
    app.toggle(key="volume table").set_value(True).run()
    table = app.dataframe[0].value
    assert table["count"].sum() == 5
    months = ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01"]
    assert list(table["date"].dropna().dt.strftime("%Y-%m-%d").unique()) == months
    assert table["count"][table["date"].isna()].sum() == 1
    assert app.caption[-1].value == "n = 5 articles"


def test_the_table_is_sorted_in_the_archive(archive: Archive, open_dashboard: Open) -> None:
    for sort, order, descending in (("newest", "day", True), ("headline", "headline", False)):
        app = open_dashboard(archive.path, "articles", sort=sort)
        asked = archive.rows(Selection(), ("headline",), order=order, descending=descending)
        assert list(app.dataframe[0].value["headline"]) == list(asked["headline"])


def test_outlets_agree_with_their_figure(archive: Archive, open_dashboard: Open) -> None:
    table = open_dashboard(archive.path, "outlets").dataframe[0].value
    assert list(table["outlet"]) == ["The Mirror", "The Tide"]
    assert list(table["articles"]) == [4, 1]
    assert [sum(line) for line in table["line"]] == [3, 1]


def test_topics_are_ranked_and_narrow(archive: Archive, open_dashboard: Open) -> None:
    ids = list(archive.rows(Selection(query="levy"), ("id",))["id"])
    archive.save_topics([Topic("t1", HOSTILE, ("levy",), "en", dict.fromkeys(ids, 1.0))], "1")
    table = open_dashboard(archive.path, "topics").dataframe[0].value
    assert (list(table["articles"]), list(table["terms"])) == ([2], ["levy"])
    app = open_dashboard(archive.path, topic="t1")
    assert "2 articles" in said(app)
    assert "on topic" in app.button(key="take away topic").label
    app.button(key="reset").click().run()
    assert "5 articles" in said(app)


def test_an_article_opens_from_its_address(archive: Archive, open_dashboard: Open) -> None:
    ids = list(archive.rows(Selection(query="levy"), ("id",))["id"])
    app = open_dashboard(archive.path, "articles", article=ids[1], query="levy")
    html = " ".join(h.value for h in app.html)
    assert "Harbour <mark>levy</mark> rises" in html
    assert "2 matches in the text" in html
    assert 'data-place="2 of 2"' in html
    assert "Reporting by Okta Menzur" in html
    assert "A crane at quay 4" in html
    assert "stood after" in html
    assert "2 of 2" in [c.value for c in app.caption]
    app.button(key="step Previous").click().run()
    assert app.query_params["article"] == ids[0]
    app.button(key="close").click().run()
    assert len(app.dataframe[0].value) == 2


def test_the_list_can_be_read_without_a_mouse(archive: Archive, open_dashboard: Open) -> None:
    ids = list(archive.rows(Selection(), ("id",))["id"])
    app = open_dashboard(archive.path, "articles")
    app.button(key="read").click().run()
    assert app.query_params["article"] == ids[0]
    app.button(key="step Next").click().run()
    assert app.query_params["article"] == ids[1]


def test_a_former_version_can_be_read(archive: Archive, open_dashboard: Open) -> None:
    fill(
        archive,
        [article("Dam gates open", "The dam was opened.", url="http://mirror.example/dam",
                 captured="2023-06-01"),
         article("Dam gates ajar", "The dam stood ajar.", url="http://mirror.example/dam",
                 captured="2023-06-02")],
    )  # fmt: skip
    id = archive.rows(Selection(query="ajar"), ("id",))["id"].iloc[0]
    app = open_dashboard(archive.path, "articles", article=id, version="1")
    assert "Dam gates open" in said(app)
    assert "former version" in app.info[0].value


def test_an_article_that_is_not_there_is_said(archive: Archive, open_dashboard: Open) -> None:
    assert "no article of this id" in said(open_dashboard(archive.path, "articles", article="x"))


def test_another_selection_goes_back_to_the_list(archive: Archive, open_dashboard: Open) -> None:
    id = archive.rows(Selection(query="levy"), ("id",))["id"].iloc[0]
    app = open_dashboard(archive.path, "articles", article=id)
    app.text_input(key="query").set_value("dam").run()
    assert "article" not in app.query_params
    assert len(app.dataframe[0].value) == 2


def test_a_new_load_is_noticed(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path)
    fill(archive, [article("One more", "Of the same.", published="2023-06-01")])
    app.run()
    assert "6 articles" in said(app)


@pytest.mark.parametrize("page", NAMES)
def test_the_sample_says_that_it_is_invented(
    page: str, tmp_path: Path, open_dashboard: Open
) -> None:
    with open_archive(tmp_path / "sample.db", write=True) as sample:
        fill(sample, [article("A first one", "Some words.", published="2023-06-01")])
    app = open_dashboard(tmp_path / "sample.db", page)
    assert any("sample, invented" in m.value for m in app.markdown)


@pytest.mark.parametrize("page", NAMES)
def test_hostile_words_are_never_markup(page: str, hostile: Archive, open_dashboard: Open) -> None:
    id = hostile.rows(Selection(outlet=(HOSTILE,)), ("id",))["id"].iloc[0]
    for address in ({}, {"article": id, "query": "levy"}, {"query": HOSTILE.replace('"', "")}):
        app = open_dashboard(
            hostile.path, page, outlet=HOSTILE, section=HOSTILE, source=HOSTILE, **address
        )
        app = app if page == "articles" else app.run()
        for element in (
            *app.markdown,
            *app.caption,
            *app.title,
            *app.header,
            *app.subheader,
            *app.error,
            *app.info,
        ):
            assert "![" not in element.value
            assert "<" not in element.value.replace("\\<", "")
        for label in (
            *labels(app),
            *(e.label for e in app.expander),
            *(m.label for m in app.metric),
        ):
            assert "![" not in label
        for block in app.html:
            assert "<img" not in block.value
            assert "<script" not in block.value
            assert 'href="javascript' not in block.value


def test_what_is_inferred_never_looks_stated(republished: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(republished.path, "articles", sort="oldest")
    assert list(app.dataframe[0].value["written"]) == [
        "The Wire", "inferred: The Tide", "unknown", "The Mirror",
    ]  # fmt: skip
    ids = list(republished.rows(Selection(), ("id",), descending=False)["id"])
    html = [
        " ".join(
            h.value for h in open_dashboard(republished.path, "articles", article=id).html
        ).replace("\n", " ")
        for id in ids
    ]
    assert "<summary>stated</summary>" in html[0].split("</article>")[0]
    assert "(The Wire) (last paragraph)" in html[0]
    assert "confidence 95%" in html[0]
    assert "probably written by" in html[1]
    assert "<summary>inferred</summary>" in html[1].split("</article>")[0]
    assert "<summary>stated</summary>" not in html[1].split("</article>")[0]
    assert "<summary>unknown</summary>" in html[2].split("</article>")[0]


def test_who_wrote_is_a_filter_and_a_split(republished: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(republished.path, "volume", origin="unknown", split="origin")
    assert "1 article" in said(app)
    assert any("written by unknown" in label for label in labels(app))
    app.button(key="reset").click().run()
    assert "4 articles" in said(app)


def test_outlets_by_who_carried_and_by_who_wrote(
    republished: Archive, open_dashboard: Open
) -> None:
    table = open_dashboard(republished.path, "outlets").dataframe[0].value
    assert (list(table["known"]), list(table["own work"])) == ([3], [0.33])
    table = open_dashboard(republished.path, "outlets", view="written").dataframe[0].value
    assert sorted(table["origin"]) == ["The Mirror", "The Tide", "The Wire", "unknown"]
    app = open_dashboard(republished.path, "outlets")
    app.toggle(key="flow table").set_value(True).run()
    assert app.dataframe[0].value["articles"].sum() == 4


def test_one_outlet_is_a_profile(republished: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(republished.path, "outlets", outlet="The Mirror")
    assert app.header[0].value == "The Mirror"
    assert [m.value for m in app.metric] == ["4", "33%", "1 Mar 2023", "4 Mar 2023"]
    assert list(app.dataframe[0].value["name"]) == ["Ada Holm"]
    signed = open_dashboard(republished.path, "articles", byline="ada HOLM")
    assert len(signed.dataframe[0].value) == app.dataframe[0].value["articles"].iloc[0]
    assert signed.multiselect(key="byline").value == ["ada HOLM"]
    app.button(key="read First").click().run()
    assert app.title[0].value == "Articles"
    assert "Number 0" in said(app)
    app = open_dashboard(republished.path, "outlets", outlet="The Mirror")
    app.button(key="leave profile").click().run()
    assert app.multiselect(key="outlet").value == []


def test_how_old_what_came_was_is_told_and_opens(archive: Archive, open_dashboard: Open) -> None:
    app = open_dashboard(archive.path, "outlets")
    assert any("states the day of its original" in c.value for c in app.caption)
    late = article("Late", "A text.\n\nFNA – 2023-02-03", published="2023-02-10")
    load = archive.start_load("test", "late.txt")
    archive.save(load, [late], None, {originals.NAME: originals.originals([late])})
    archive.finish_load(load, {})
    for address, total in (({}, 6), ({"outlet": "The Mirror"}, 5), ({"view": "written"}, 6)):
        app = open_dashboard(archive.path, "outlets", **address)
        app.toggle(key="lag table").set_value(True).run()
        table = next(d.value for d in app.dataframe if "lag" in d.value)
        assert table["articles"].sum() == total
        assert table.set_index("lag")["articles"]["2-7"] == 1
        assert table["lag"].iloc[-1] == "unknown"
    app = open_dashboard(archive.path, "articles", lag="2-7")
    assert "1 article" in said(app)
    assert any("original to here: 2-7" in plain for plain in map(unescaped, labels(app)))
    app.button(key="reset").click().run()
    assert "6 articles" in said(app)


def unescaped(label: str) -> str:
    """The words of a label without the marks that keep it from being Markdown."""
    return label.replace("\\", "")


def test_the_day_that_counts_can_be_the_originals(
    republished: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(republished.path, "volume", dates="original")
    assert any("original" in label for label in labels(app))
    app.button(key="reset").click().run()
    assert app.selectbox(key="dates").value == "published"


def test_the_overview_says_what_happened_and_opens_it(
    republished: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(republished.path)
    assert app.title[0].value == "Overview"
    assert [m.value for m in app.metric] == ["4", "1", "67%", "1"]
    assert any("No change is shown" in c.value for c in app.caption)
    assert app.dataframe[0].value["headline"].iloc[0] == "Number 3"
    app.button(key="open Writer unknown").click().run()
    assert app.title[0].value == "Articles"
    assert "1 article" in said(app)


def test_the_overview_compares_with_as_many_days_before(
    archive: Archive, open_dashboard: Open
) -> None:
    app = open_dashboard(archive.path, from_="2023-05-20", to="2023-05-22")
    assert (app.metric[0].value, app.metric[0].delta) == ("2", "+2")
    assert "20 May 2023 – 22 May 2023 against 17 May 2023 – 19 May 2023" in " ".join(
        c.value for c in app.caption
    )


def test_a_change_of_a_share_is_that_of_the_shares_beside_it() -> None:
    assert opening.points(0.816, 0.824) == 0  # 82 % and 82 %
    assert opening.points(0.816, 0.826) == 1
    assert opening.points(0.5, 0.25) == -25


def test_what_is_too_much_for_a_browsers_file_is_written_by_a_command(
    archive: Archive, open_dashboard: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", 2)
    app = open_dashboard(archive.path, "articles", outlet=["The Mirror"])
    (code,) = app.code
    assert (
        f"export --outlet 'The Mirror' --output articles.csv --archive {archive.path}" in code.value
    )
    assert not open_dashboard(archive.path, "articles", outlet=["The Tide"]).code
