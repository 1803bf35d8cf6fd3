"""Who signs a page, what stands over its text and how its site is called, where no single mark says so."""

import json

import pytest

from ingest.extract import Page, extract

ADDRESS = "https://www.tarnwatch.example/harbour/levy-rises"
TEXT = (
    "<p>The harbour levy of Sulvek rises in spring, the governor said on Tuesday in a speech.</p>"
    * 3
)
TITLE = "Levy rises in spring"


def read(*, head: str = "", above: str = "", below: str = "", body: str | None = None) -> Page:
    inner = f"<main><article><h1>{TITLE}</h1>{above}{TEXT}</article></main>{below}"
    page = f"<html><head>{head}</head><body>{body or inner}</body></html>"
    return extract(page, ADDRESS)


def linked(*nodes: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<a href='/author/mara-okonjo'>Mara Okonjo</a>", ("Mara Okonjo",)),
        ("<p>5 May 2020 by <a href='/staff/mara/'>Mara Okonjo</a></p>", ("Mara Okonjo",)),
        (f"<p>{'As she says, ' * 20}<a href='/author/m/me'>Mara Okonjo</a></p>", ()),
        ("<div><a rel='author'>Mara Okonjo</a> and <a rel='author'>Ilir Tosk</a></div>",
         ("Mara Okonjo", "Ilir Tosk")),
        ("<p itemprop='author'><b itemprop='name'>Mara Okonjo</b><b itemprop='name'>Ilir Tosk</b></p>",
         ("Mara Okonjo", "Ilir Tosk")),
        ("<p class='author'>January 17, 2017 at 6:08 PM by Mara Okonjo</p>", ("Mara Okonjo",)),
        ("<p class='author'>See full bio</p>", ()),
    ],
)  # fmt: skip
def test_who_signs_by_marks_on_the_page(above: str, names: tuple[str, ...]) -> None:
    assert read(above=above).byline == names


def test_the_authors_of_other_articles_sign_nothing_here() -> None:
    above = "<p><a rel='author'>Mara Okonjo</a></p>"
    below = "<div><section><h2>Nets</h2><a rel='author'>Ilir Tosk</a></section></div>"
    assert read(above=above, below=below).byline == ("Mara Okonjo",)


def test_a_page_with_a_column_beside_it_is_not_that_column() -> None:
    body = f"<div class='content-sidebar-wrap'><h1>{TITLE}</h1><a rel='author'>Mara Okonjo</a>{TEXT}</div>"
    assert read(body=body).byline == ("Mara Okonjo",)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mara Okonjo Senior Politics Editor", ("Mara Okonjo",)),
        ("Mara Okonjo · Orre Wire", ("Mara Okonjo", "Orre Wire")),
        ("Mara Okonjo, Illustration by Ilir Tosk", ("Mara Okonjo",)),
        ("Ilir Ban Tosk December", ("Ilir Ban Tosk",)),
        ("Mara May", ("Mara May",)),
        ("Mara Reporter", ("Mara Reporter",)),
        ("Thomas More", ("Thomas More",)),
        ("More stories by Mara Okonjo", ("Mara Okonjo",)),
        ("mara-okonjo", ()),
    ],
)
def test_a_name_is_what_is_left_of_its_field(author: str, names: tuple[str, ...]) -> None:
    assert read(head=f'<meta name="author" content="{author}">').byline == names


def test_an_author_that_is_only_pointed_at_is_named() -> None:
    article = {"@type": "NewsArticle", "headline": TITLE, "author": {"@id": "#m"}}
    head = linked(article, {"@type": "Person", "@id": "#m", "name": "Mara Okonjo"})
    assert read(head=head).byline == ("Mara Okonjo",)


def test_the_fuller_of_two_statements_that_agree() -> None:
    head = linked({"@type": "NewsArticle", "headline": TITLE, "author": "Mara Okonjo"})
    both = '<meta name="byl" content="By Mara Okonjo and Ilir Tosk">'
    assert read(head=head + both).byline == ("Mara Okonjo", "Ilir Tosk")
    other = '<meta name="byl" content="By Ada Reyes and Ilir Tosk">'
    assert read(head=head + other).byline == ("Mara Okonjo",)
    short = '<meta name="author" content="Mara">'
    assert read(head=short, above="<a rel='author'>Mara Okonjo</a>").byline == ("Mara Okonjo",)


@pytest.mark.parametrize(
    ("author", "above", "house"),
    [
        ("Tarn Watch", "", "Tarn Watch"),
        ("Tarn Watch Staff", "<a rel='x' class='author'>Ilir Tosk</a>", "Tarn Watch Staff"),
        ("tarnwatch.example", "", "tarnwatch.example"),
        ("Redaktion", "", "Redaktion"),
        ("admin", "", None),
        ("Tarn Watch", "<a rel='author'>Mara Okonjo</a>", None),
    ],
)
def test_a_site_that_signs_its_own_article_is_kept_apart(
    author: str, above: str, house: str | None
) -> None:
    head = '<meta property="og:site_name" content="Tarn Watch">'
    found = read(head=f'{head}<meta name="author" content="{author}">', above=above)
    assert found.house == house
    assert found.byline == (("Mara Okonjo",) if "Okonjo" in above else ())


@pytest.mark.parametrize(
    "body",
    [
        f"<h1><a href='/'>Tarn Watch</a></h1><h2>{TITLE}</h2>",
        f"<h1 class='site-title'>Tarn Watch</h1><h1>{TITLE}</h1>",
        f"<h1>Information</h1><h2>{TITLE}</h2>",
        f"<h1><span class='sub-heading'>Harbour</span> {TITLE}</h1>",
        f"<h1>{TITLE} <span class='visually-hidden'>| Orre Media</span></h1>",
        f"<h1><b>The governor speaks</b>{TITLE}</h1>",
    ],
)
def test_the_headline_is_what_the_title_says_of_the_article(body: str) -> None:
    head = f"<title>{TITLE} | Tarn Watch</title><meta property='og:title' content='{TITLE}'>"
    assert read(head=head, body=body + TEXT).headline == TITLE


def test_a_title_in_another_script_loses_its_site() -> None:
    head = "<title>港口税将于春季上涨渔民表示反对_新闻_塔恩观察</title>"
    body = f"<h1 class='hidden'>塔恩观察</h1><h2>港口税将于春季上涨渔民表示反对</h2>{TEXT}"
    assert read(head=head, body=body).headline == "港口税将于春季上涨渔民表示反对"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        (f"<title>{TITLE} | Tarn Watch</title>", "Tarn Watch"),
        (f"<title>{TITLE} | Harbour and quay</title>", None),
        ("<meta name='publisher' content='Tarnwatch Media'>", "Tarnwatch Media"),
        (linked({"@type": "NewsMediaOrganization", "name": "TARN Watch"}), "TARN Watch"),
        ("<meta property='og:site_name' content='Tarn Watch | All of Sulvek'>", "Tarn Watch"),
        ("<meta property='og:site_name' content='The Quay | All of Sulvek'>", "The Quay | All of Sulvek"),
    ],
)  # fmt: skip
def test_a_site_is_called_what_its_domain_bears_out(head: str, site: str | None) -> None:
    assert read(head=head).site == site


def test_a_site_is_called_as_its_copyright_line_says() -> None:
    assert (
        read(below="<footer>© 2020-2024 Tarn Watch. All rights reserved.</footer>").site
        == "Tarn Watch"
    )
