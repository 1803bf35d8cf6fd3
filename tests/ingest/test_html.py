"""Web pages: what stands on them, what does not, and whatever else may be called one."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clippings.article import Article
from ingest.extract import bodies, furniture, parsed
from ingest.outcomes import Skipped
from ingest.readers import HEAD
from ingest.readers.html import LARGEST, read, read_page, recognises

PARAGRAPHS = (
    "The harbour levy of Sulvek rises in spring, the governor of the province said on Tuesday in a "
    "speech to the fishing guild that lasted almost an hour.",
    "Boats above twelve metres will pay twice what they paid last year, while those that mend their "
    "nets at the old quay go free until the repairs are done.",
    "The guild called the plan a punishment for the honest, and announced that it would meet again "
    "before the end of the month to decide what its answer will be.",
)
ADDRESS = "https://www.tarn.example/harbour/levy-rises"


def page(
    *, head: str = "", above: str = "", below: str = "", title: str = "Levy rises in spring",
    paragraphs: tuple[str, ...] = PARAGRAPHS, language: str = "en",
) -> str:  # fmt: skip
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} - Tarn Watch'
        f'</title><meta property="og:site_name" content="Tarn Watch">{head}</head><body><nav><a href="/">'
        f"Home</a></nav><main><article><h1>{title}</h1>{above}<div class='text'>{text}</div>{below}"
        "</article></main><footer>Tarn Watch, Quay 3</footer></body></html>"
    )


def article(html: str | bytes, url: str | None = ADDRESS) -> Article:
    data = html if isinstance(html, bytes) else html.encode()
    found = read_page("page.html", data, url=url)
    assert isinstance(found, Article), found
    return found


def linked(**said: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **said}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page_says_what_it_is() -> None:
    head = linked(
        headline="Levy rises in spring",
        datePublished="2023-02-01T09:30:00+02:00",
        dateModified="2024-05-06T10:00:00+02:00",
        author=[
            {"@type": "Person", "name": "Mara Okonjo"},
            {"@type": "Person", "name": "Ilir Tosk"},
        ],
        articleSection="Harbour",
        keywords=["Levy", "Quay, the old", "Levy"],
    )
    found = article(page(head=head + '<link rel="canonical" href="/x">'), ADDRESS + "?utm_source=a")
    assert found.headline == "Levy rises in spring"
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert (found.published, found.published_precision) == ("2023-02-01T09:30:00+02:00", "second")
    assert [person.name for person in found.byline] == ["Mara Okonjo", "Ilir Tosk"]
    assert (found.section, found.language) == ("Harbour", "en")
    assert (found.modified, found.tags) == (
        "2024-05-06T10:00:00+02:00",
        ("Levy", "Quay", "the old"),
    )
    assert (found.url, found.site, found.outlet) == (ADDRESS, "tarn.example", "Tarn Watch")


def test_the_day_of_a_change_is_not_the_day_of_publication() -> None:
    tags = '<meta property="article:modified_time" content="2024-05-06T10:00:00Z">'
    tags += '<meta property="og:updated_time" content="2024-05-06T10:00:00Z">'
    found = article(page(head=tags))
    assert (found.published, found.modified) == (None, "2024-05-06T10:00:00Z")


def test_an_address_gives_the_local_day_of_a_moment_in_universal_time() -> None:
    head = linked(headline="Levy rises in spring", datePublished="2023-02-02T03:00:00Z")
    found = article(page(head=head), "https://tarn.example/2023/02/01/levy-rises")
    assert (found.published, found.published_precision) == ("2023-02-01", "day")


def test_a_persian_page_is_dated_by_the_persian_calendar() -> None:
    persian = (
        "نرخ عوارض بندر در بهار افزایش می‌یابد، استاندار سه‌شنبه در سخنرانی خود گفت. " * 3,
    ) * 3
    html = page(
        title="عوارض بندر بالا می‌رود", language="fa", paragraphs=persian,
        above='<span class="date">۳۰ آذر ۱۳۹۰ - ۱۴:۲۰</span>',
    )  # fmt: skip
    assert (article(html).published or "").startswith("2011-12-21")


@pytest.mark.parametrize(
    ("head", "above", "told"),
    [
        ("", "<time>15 محرم 1433 هـ</time>", ("2011-12-10", "about")),
        ("", "<time>16 محرم 1433 هـ</time><time>10/12/2011</time>", ("2011-12-10", "day")),
        (linked(headline="رسم", datePublished="1433/01/15 هـ"), "", ("2011-12-10", "about")),
        (linked(headline="رسم", dateModified="1433/01/15 هـ"), "", (None, None)),
    ],
)
def test_a_day_of_the_lunar_calendar_is_not_exact(
    head: str, above: str, told: tuple[str | None, str | None]
) -> None:
    arabic = ("يرتفع رسم الميناء في الربيع بحسب ما قال المحافظ في كلمته يوم الثلاثاء. " * 3,) * 3
    found = article(page(title="رسم", language="ar", paragraphs=arabic, head=head, above=above))
    assert (found.published, found.published_precision) == told
    assert found.modified is None


@pytest.mark.parametrize(
    "author",
    ["Admin", "admin", "Tarn Watch", "tarn.example", "desk@tarn.example", "https://tarn.example/staff",
     "Editor", "WordPress", "Redaktion", "Web Desk", "12345"],
)  # fmt: skip
def test_an_account_is_no_byline(author: str) -> None:
    assert article(page(head=f'<meta name="author" content="{author}">')).byline == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<b>Autor:</b> Mara Okonjo<br><b>Quelle:</b> Tarn", ["Mara Okonjo"]),
        ("<li><b>Autorin/Autor</b> <i>Mara van der Velde</i></li>", ["Mara van der Velde"]),
        ("<span>By</span> <a href='/x'>Mara Okonjo</a>", ["Mara Okonjo"]),
        ("<p>– Redaktion: Mara Okonjo (Quay Press)</p>", ["Mara Okonjo"]),
        ("<td><b>Text & Fotos:</b> Mara Okonjo</td>", ["Mara Okonjo"]),
        ("<span>نویسنده:</span> <b>شیروان کیلو</b>", ["شیروان کیلو"]),
        ("<p>11.12.2019 - Mara Okonjo</p>", ["Mara Okonjo"]),
        ("<p>Mara Okonjo | 5 May 2020</p>", ["Mara Okonjo"]),
        ("<p>11.12.2019 - levy and quay</p>", []),
        ("<p>Orre News Agency – 11.12.2019</p>", []),
        ("<p>وكالة أنباء الورة – 10 ديسمبر 2011</p>", []),
        ("<p>Tarn Quay opened 5 May 2020 - Old Harbour</p>", []),
        ("<b>Text</b> <i>Larger Smaller</i>", []),
        ("<b>Autor:</b> <i>a reader from the quay</i>", []),
        ("<div class='comments'><b>Autor:</b> <i>Mara Okonjo</i></div>", []),
        ("<aside><b>By</b> <i>Mara Okonjo</i></aside>", []),
    ],
)
def test_words_on_the_page_say_who_signs(line: str, names: list[str]) -> None:
    assert [person.name for person in article(page(above=line)).byline] == names


def test_a_day_below_the_text_is_not_beside_who_signs() -> None:
    assert article(page(below="<p>11.12.2019 - Old Harbour</p>")).byline == ()


def test_who_signs_by_a_label_goes_before_what_only_looks_like_an_author() -> None:
    above = '<b>Autor:</b> Mara Okonjo <p class="author">Ilir Tosk</p>'
    assert [person.name for person in article(page(above=above)).byline] == ["Mara Okonjo"]
    above = '<p class="author">By <b>Mara Okonjo</b> and Ilir Tosk</p>'
    assert [person.name for person in article(page(above=above)).byline] == [
        "Mara Okonjo",
        "Ilir Tosk",
    ]


def test_what_stands_behind_a_name_is_no_part_of_it() -> None:
    found = article(page(head='<meta name="author" content="Mara Okonjo TarnWatch Staff">'))
    assert [person.name for person in found.byline] == ["Mara Okonjo"]


def test_an_agency_as_author_is_a_credit_and_no_person() -> None:
    found = article(page(head='<meta name="author" content="Mara Okonjo, Reuters">'))
    assert [person.name for person in found.byline] == ["Mara Okonjo"]
    found = article(page(head='<meta name="author" content="Associated Press">'))
    assert found.byline == ()
    assert [(credit.text, credit.kind) for credit in found.credits] == [
        ("Associated Press", "agency")
    ]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Mara Okonjo", ["Mara Okonjo"]),
        ("Mara Okonjo and Ilir Tosk", ["Mara Okonjo", "Ilir Tosk"]),
        ("Mara Okonjo, Ilir Tosk", ["Mara Okonjo", "Ilir Tosk"]),
        ("Mara Okonjo, mara@tarn.example", ["Mara Okonjo"]),
        ("Von Mara Okonjo", ["Mara Okonjo"]),
        ("Mara Okonjo, staff reporter", ["Mara Okonjo"]),
    ],
)
def test_names_in_one_field(author: str, names: list[str]) -> None:
    found = article(page(head=f'<meta name="author" content="{author}">'))
    assert [person.name for person in found.byline] == names


@pytest.mark.parametrize(
    "below",
    [
        "<p>You may also like: <a href='/a'>Nets are dear this year</a></p>",
        "<p><a href='/a'>Nets at the old quay are dear this year</a></p>",
        "<div class='newsletter-box'><p>Get our letter every morning, with all the news of Sulvek.</p></div>",
        "<div class='related-articles'><h3>More</h3><ul><li>Nets are dear this year</li></ul></div>",
        "<figure><img src='a'><figcaption>Boats at the quay on Tuesday. Photo: Ada</figcaption></figure>",
        "<p class='wp-caption-text'>Boats at the quay on Tuesday.</p>",
        "<p>Follow us on Twitter @tarnwatch</p>",
    ],
)  # fmt: skip
def test_what_is_no_text_is_left_out(below: str) -> None:
    assert article(page(below=below)).text == "\n\n".join(PARAGRAPHS)


def test_a_caption_taken_out_is_shown_with_its_place() -> None:
    middle = "</p><figure><img src='a.jpg'><figcaption>Boats at the quay.</figcaption></figure><p>"
    html = page(paragraphs=(PARAGRAPHS[0] + middle + PARAGRAPHS[1], PARAGRAPHS[2]))
    (caption,) = (one for one in article(html).removed if one.kind == "caption")
    assert caption.text == "Boats at the quay."
    assert PARAGRAPHS[0].endswith(caption.after)


def test_what_closes_the_text_without_being_of_it_is_shown() -> None:
    found = article(page(below="<p>Follow us on Twitter @tarnwatch</p>"))
    assert [(one.text, one.kind) for one in found.removed] == [
        ("Follow us on Twitter @tarnwatch", "beside the text")
    ]
    assert PARAGRAPHS[-1].endswith(found.removed[0].after)


def test_credits_are_taken_out_of_the_text() -> None:
    found = article(page(below="<p>(Reporting by Mara Okonjo; Editing by Ilir Tosk)</p>"))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert [(person.name, person.role) for person in found.byline] == [
        ("Mara Okonjo", "reporting"),
        ("Ilir Tosk", "editing"),
    ]


def test_the_text_a_page_states_fills_what_its_layout_hides() -> None:
    stated = linked(headline="Levy rises in spring", articleBody="\n\n".join(PARAGRAPHS))
    assert article(page(head=stated, paragraphs=PARAGRAPHS[:1])).text == "\n\n".join(PARAGRAPHS)


def test_a_text_cut_into_containers_is_whole() -> None:
    more = tuple(f"In the {n}th year of the levy, {paragraph.lower()}" for n in range(4, 9)
                 for paragraph in PARAGRAPHS)  # fmt: skip
    parts = [more[:8], more[8:]]
    boxes = "<div class='advert'></div>".join(
        "<div class='row'><div class='body'>"
        + "".join(f"<p>{p}</p>" for p in part)
        + "</div></div>"
        for part in parts
    )
    html = page().replace(
        "<div class='text'>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), "<div>" + boxes
    )
    assert article(html).text.split("\n\n") == list(more)


TEASERS = "".join(
    f"<section><h2><a href='/{n}'>Quay number {n} is mended</a></h2><p>The {n}th quay of Sulvek was "
    "mended in a week, the guild said on its yearly day.</p></section>"
    for n in range(20)
)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>Soon.</p>",
        TEASERS,
        "<h1>Harbour</h1>" + TEASERS,
        "<h1>Sign in</h1><form><input></form>",
    ],
)
def test_a_page_without_an_article_is_skipped(body: str) -> None:
    html = f"<html><head><title>Harbour - Tarn Watch</title></head><body>{body}</body></html>"
    found = read_page("page.html", html.encode(), url="https://tarn.example/harbour/")
    assert isinstance(found, Skipped)
    assert found.reason == "no article"


def test_a_front_page_is_no_article() -> None:
    body = f"<body><h1>Tarn Watch</h1><p>{PARAGRAPHS[0]}</p></body>"
    html = f"<html><head><title>Tarn Watch</title></head>{body}</html>"
    assert isinstance(read_page("a", html.encode(), url="https://tarn.example/"), Skipped)


@pytest.mark.parametrize(
    ("heading", "stays"),
    [("<h2>What the levy is</h2>", True), ("<h2><a href='/b'>The dam</a></h2>", False),
     ("<h1>The dam</h1>", False), ("", False)],
)  # fmt: skip
def test_sections_are_kept_and_other_articles_are_not(heading: str, stays: bool) -> None:
    section = f"<article>{heading}<p>It is a sum that each skipper pays.</p></article>"
    tree = parsed(page().replace("</main>", f"{section}</main>"))
    assert tree is not None
    furniture.only(tree, "Levy rises in spring")
    assert ("each skipper pays" in "".join(tree.itertext())) is stays


def test_a_paragraph_passed_over_is_taken_where_both_extractors_find_its_neighbours() -> None:
    places = [bodies.Placed(text, None, "home") for text in PARAGRAPHS]
    found = [PARAGRAPHS[0], *PARAGRAPHS[2:]]
    assert bodies.whole(found, places, " ".join(PARAGRAPHS)) == list(PARAGRAPHS)
    # Not what the second does not find, what stands elsewhere, or what follows the text.
    assert bodies.whole(found, places, " ".join(found)) == found
    places[1] = bodies.Placed(PARAGRAPHS[1], None, "elsewhere")
    assert bodies.whole(found, places, " ".join(PARAGRAPHS)) == found
    after = [*found, PARAGRAPHS[1]]
    places = [bodies.Placed(text, None, "home") for text in after]
    assert bodies.whole(found, places, " ".join(after)) == found


SAVED = {
    "browser": "<!-- saved from url=(0041)https://www.tarn.example/harbour/levy-rises -->",
    "single file": "<!--\n Page saved with SingleFile \n url: https://www.tarn.example/harbour/levy-rises \n"
    " saved date: Wed Feb 01 2023 09:30:00 GMT+0200 (Eastern European Standard Time)\n-->",
}


@pytest.mark.parametrize("how", SAVED)
def test_a_saved_page_keeps_its_address(how: str) -> None:
    html = page().replace("<html lang", f"{SAVED[how]}<html lang")
    (found,) = read("saved.html", io.BytesIO(html.encode()))
    assert isinstance(found, Article)
    assert (found.url, found.site) == (ADDRESS, "tarn.example")
    assert found.captured == ("2023-02-01T09:30:00+02:00" if how == "single file" else None)


def test_a_capture_of_the_wayback_machine() -> None:
    there = "https://web.archive.org/web/20230201093000"
    bar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp'><p>The Wayback Machine - 14 captures of "
        f"this page, the first in 2019 and the last today. {there}/{ADDRESS}</p></div>"
        "<!-- END WAYBACK TOOLBAR INSERT -->"
    )
    html = page(head=f'<link rel="canonical" href="{there}/{ADDRESS}">')
    html = html.replace("<body>", f"<body>{bar}").replace(
        "<head>", f'<head><script>__wm.wombat("{ADDRESS}","20230201093000","{there}");</script>'
    )
    (found,) = read("capture.html", io.BytesIO(html.encode()))
    assert isinstance(found, Article)
    assert (found.url, found.site) == (ADDRESS, "tarn.example")
    assert found.captured == "2023-02-01T09:30:00Z"
    assert "Wayback" not in found.text + str(found.removed)


@pytest.mark.parametrize("told", ["bookmark", "box"])
def test_a_capture_of_archive_today(told: str) -> None:
    """Its head speaks of the capture alone, and its bar stands above the page."""
    there = "https://archive.ph/AbC12"
    bookmark = f'<link rel="bookmark" href="http://archive.today/20230405060708/{ADDRESS}"/>'
    box = f'<input id="SHARE_LONGLINK" value="http://archive.today/2023.04.05-060708/{ADDRESS}"/>'
    original = page()
    body = original.partition("<body>")[2].partition("</body>")[0]
    title = original.partition("<title>")[2].partition("</title>")[0]
    html = f"""<!DOCTYPE html><html style="background-color:#EEEEEE" itemscope
 itemtype="http://schema.org/Article"><head><meta property="og:type" content="article"/>
<meta property="og:site_name" content="archive.ph"/><meta property="og:url" content="{there}"/>
<meta property="article:published_time" content="2023-04-05T06:07:08Z"/>
<link rel="canonical" href="{there}"/>{bookmark if told == "bookmark" else ""}<title>{title}</title></head>
<body><center><div id="HEADER"><table><tr><td>Saved from <input name="q" value="{ADDRESS}"/></td>
<td><time itemprop="pubdate" datetime="2023-04-05T06:07:08Z">5 Apr 2023 06:07:08 UTC</time></td></tr>
</table>{box if told == "box" else ""}</div><div id="SOLID"><div id="CONTENT" style="width:1024px">
<div class="html1"><div class="html"><div class="body">{body}</div></div></div><!--[if !IE]><!-->
<div style="position:absolute"><table id="hashtags"><tr><td>0%</td></tr></table></div><!--<![endif]-->
</div></div></center></body></html>"""
    (found,) = read("capture.html", io.BytesIO(html.encode()))
    (plain,) = read("page.html", io.BytesIO(original.encode()))
    assert isinstance(found, Article)
    assert isinstance(plain, Article)
    assert (found.url, found.site) == (ADDRESS, "tarn.example")
    assert found.captured == "2023-04-05T06:07:08Z"
    assert (found.headline, found.text) == (plain.headline, plain.text)
    assert "2023-04-05" not in (found.published or "")
    assert found.outlet != "archive.ph"


ACCENTED = (
    "Die Hafenabgabe für Fischer wird im Frühjahr erhöht, sagte die Gouverneurin über Häfen. " * 3
)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"),
     ("nonsense", "utf-8"), ("utf-8", "utf-16"), ("windows-1252", "utf-8-sig")],
)  # fmt: skip
def test_a_wrong_declaration_of_the_encoding_does_no_harm(declared: str, encoding: str) -> None:
    html = page(paragraphs=(ACCENTED, *PARAGRAPHS)).replace(
        'charset="utf-8"', f'charset="{declared}"'
    )
    assert ACCENTED.strip() in article(html.encode(encoding)).text


def test_cyrillic_as_it_is_declared() -> None:
    text = "Портовый сбор в Сулвеке вырастет весной, сообщил губернатор во вторник. " * 3
    html = page(title="Сбор растёт", paragraphs=(text,) * 2).replace(
        'charset="utf-8"', 'charset="koi8-r"'
    )
    assert article(html.encode("koi8-r")).headline == "Сбор растёт"


HOSTILE = {
    "deep": b"<html><body>" + b"<div>" * 100_000 + b"text",
    "deep quotes": b"<html><body><p>" + b"<blockquote><b><i>" * 3_000 + b"text" * 100,
    "attributes": b"<html><body " + b"a=b " * 50_000 + b">text",
    "entities": b'<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body>&b;&b;',
    "elsewhere": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body>&a;</body></html>',
    "zeros": b"<html>\0<body>\0\0<p>\0" + b"words of a text\0 " * 50,
    "deep json": b'<html><head><script type="application/ld+json">'
    + b"[" * 100_000
    + b"</script><body>a",
    "odd json": b'<html><head><script type="application/ld+json">{"@type": ["NewsArticle", 3], "author": '
    b'[[], 4, {"name": {}}], "headline": {"a": []}, "datePublished": [1], "keywords": {}}</script><body>a',
    "links": b"<html><body>" + b"<p><a href=/a>one of many long links</a></p>" * 5_000,
    "comments": b"<!-- a -->" * 1_500 + b"<p>text",
    "toolbars": b"<html>archive.org" + b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 50_000,
    "title": b"<html><title>" + b" " * 500_000 + b"|</title><body>text",
    "paragraphs": b"<html><body><article class=a>"
    + b"<p class=b>The levy of Sulvek rises, and rises.</p>" * 9_000,
    "comment": b"<html><!--" + b"-" * 200_000,
    "dates": b"<html><meta name=date content='9999999999999999999-99-99'><time datetime=x>99</time><body>a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_an_outcome(name: str) -> None:
    found = read_page(name, HOSTILE[name])
    assert isinstance(found, Article | Skipped)
    assert "root:" not in str(found)
    recognises(HOSTILE[name][:HEAD])


def test_a_page_too_large_is_skipped_but_images_inside_it_do_not_count() -> None:
    large = read_page("a", page().encode() + b"a " * LARGEST)
    assert isinstance(large, Skipped)
    assert large.reason == "too large"
    image = f"<img src='data:image/png;base64,{'A' * (LARGEST + 1)}'>"
    assert article(page(above=image)).text == "\n\n".join(PARAGRAPHS)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='text'>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<a href='",
     "'>", "<table><tr><td>", "<script type='application/ld+json'>", '{"@type": "Article", "name": "a"}',
     "</script>", "<meta property='article:published_time' content='", "2023-02-01", "<!--", "-->", "<time>",
     "<link rel=canonical href='http://[::1'>", "<base href='x:'>", "&#xD800;", "&#0;", "&amp;", "\0",
     "<svg>", "<math>", "<frameset>", "<body>", "</html>", "<html>", "<![CDATA[", "<?php", "۱۳۹۰/۰۹/۳۰",
     "by Mara Okonjo", "<span class='author'>", *PARAGRAPHS]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40), st.booleans())
def test_whatever_is_called_a_page_is_an_article_or_skipped(pieces: list[str], whole: bool) -> None:
    body = "".join(pieces)
    data = (page(above=body) if whole else body).encode("utf-8", errors="replace")
    found = read_page("page.html", data, url=ADDRESS)
    assert isinstance(found, Article | Skipped)
    if isinstance(found, Article):
        (found.headline + found.text + (found.url or "") + str(found.byline)).encode("utf-8")
        assert (found.published is None) == (found.published_precision is None)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_skipped(data: bytes) -> None:
    assert isinstance(read_page("page.html", b"<html>" + data), Article | Skipped)
