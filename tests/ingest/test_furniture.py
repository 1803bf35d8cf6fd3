"""What stands on a page and is no part of its article, and what only looks as if it were none."""

import pytest

from ingest.extract import Page, extract
from tests.ingest.test_joining import LATER, PARAGRAPHS, tagged, text_of

TITLES = (
    "Quay of Sulvek closed for repairs until summer",
    "Guild elects the second woman in its history",
    "Why the nets of the old harbour are mended by night",
)
LINKS = "".join(f"<li><a href='/{at}'>{title}</a></li>" for at, title in enumerate(TITLES))


def page(body: str) -> Page:
    head = "<head><title>Levy rises in spring</title></head>"
    return extract(
        f"<html>{head}<body><h1>Levy rises in spring</h1>{body}</body></html>",
        "https://tarn.example/levy",
    )


def test_a_table_that_arranges_the_page_is_no_table_of_data() -> None:
    menu = "<table><tr><td><a href='/'>Home</a></td><td><a href='/n'>News</a></td></tr></table>"
    text = "<br><br>".join((*PARAGRAPHS, *LATER))
    body = f"<table><tr><td>{menu}</td><td>Weather: rain</td></tr><tr><td>{text}</td></tr></table>"
    assert text_of(body) == [*PARAGRAPHS, *LATER]


def test_a_box_of_one_cell_is_a_paragraph() -> None:
    said = "Boats of visitors are exempt until the summer, and so are those of the coast guard."
    box = f"<table><tr><td>{said}</td></tr></table>"
    body = tagged(*PARAGRAPHS, *LATER[:2]) + box + tagged(*LATER[2:])
    assert text_of(body) == [*PARAGRAPHS, *LATER[:2], said, *LATER[2:]]


def test_a_table_of_data_keeps_its_rows() -> None:
    rows = "".join(
        f"<tr><td>{boat}</td><td>{levy} crowns</td></tr>"
        for boat, levy in (("Cutter", 120), ("Trawler", 460), ("Skiff", 15))
    )
    body = tagged(*PARAGRAPHS) + f"<table>{rows}</table>" + tagged(*LATER)
    assert "| Trawler | 460 crowns |" in "\n".join(text_of(body))


@pytest.mark.parametrize(
    "over",
    [
        "<div class='login-modal'>{}</div>",
        "<div role='dialog'>{}</div>",
        "<section class='hover-card'>{}</section>",
        "<div id='nsfw-popup'>{}</div>",
    ],
)
def test_what_lies_over_the_page_is_taken_out_and_shown(over: str) -> None:
    asks = "<p>Are you of age? Some of what you are about to read is not for the young ones.</p>"
    read = page(tagged(*PARAGRAPHS) + over.format(asks) + tagged(*LATER))
    assert read.text.split("\n\n") == [*PARAGRAPHS, *LATER]
    assert "Are you of age?" in "".join(one.text for one in read.removed)


def test_a_card_beside_a_name_is_no_part_of_the_sentence() -> None:
    links = "<a href='/p'>Mara Tindel</a> <a href='/a'>Harbour shut</a>"
    card = f"<span class='rollover-people-block'>{links}</span>"
    first = PARAGRAPHS[0].replace("the governor", f"Mara Tindel{card}, the governor")
    said = text_of(f"<p>{first}</p>" + tagged(*PARAGRAPHS[1:], *LATER))
    assert said[0] == PARAGRAPHS[0].replace("the governor", "Mara Tindel, the governor")


def test_an_article_inside_a_layer_or_a_page_with_one_open_stays() -> None:
    whole = "<div class='story-modal'><h1>Levy rises in spring</h1>" + tagged(*PARAGRAPHS, *LATER)
    assert text_of(whole + "</div>") == [*PARAGRAPHS, *LATER]
    is_open = f"<div class='page modal-open'>{tagged(*PARAGRAPHS, *LATER)}</div>"
    assert text_of(is_open) == [*PARAGRAPHS, *LATER]


def test_a_post_that_the_article_quotes_is_text() -> None:
    said = "The levy is a joke and the guild knows it, says everybody on the quay this morning."
    post = (
        f"<div class='social-media-embed'><blockquote class='twitter-tweet'><p>{said}</p>"
        "— Odo Pellar (@pellar) <a href='https://tarn.example/1'>May 3, 2021</a></blockquote></div>"
    )
    read = text_of(tagged(*PARAGRAPHS) + post + tagged(*LATER))
    assert read.index(said) == len(PARAGRAPHS)
    assert "— Odo Pellar (@pellar) May 3, 2021" in read


def test_a_list_of_titles_amid_the_text_goes_though_the_page_has_many_links() -> None:
    around = f"<nav><ul>{LINKS * 20}</ul></nav>"
    body = tagged(*PARAGRAPHS, *LATER[:3]) + f"<ul>{LINKS}</ul>" + tagged(*LATER[3:])
    assert text_of(around + f"<article>{body}</article>") == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize(
    "line",
    [
        "Get the latest updates of the coast right in your inbox. Subscribe to our newsletters.",
        "There's more where that came from: sign up to the newsletter of the harbour.",
        "Receba as notícias do porto na nossa newsletter todas as manhãs.",
        "Suscríbete a nuestro boletín del puerto.",
        "Click here for more information.",
        "Tell us what YOU think...",
        "You may also like...",
        "ما را در کانال تلگرام دنبال کنید.",
        "Na ndiqni në rrjetet sociale",
    ],
)
def test_what_asks_the_reader_to_subscribe_or_write_closes_no_text(line: str) -> None:
    assert text_of(tagged(*PARAGRAPHS, *LATER, line)) == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize(
    "line",
    ["Reading time: 2 minutes", "3 min read", "Lesezeit: 4 Minuten", "Tempo de leitura: 1 minuto"],
)
def test_how_long_reading_takes_is_no_text(line: str) -> None:
    assert text_of(tagged(line, *PARAGRAPHS, *LATER)) == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize(
    "line",
    [
        "Fishermen follow the newsletter of the guild more closely than the law, the governor said.",
        "The reading time of a gauge on the quay was set at two minutes past noon by the keeper.",
        "Get well soon, the guild wrote to the keeper of the lighthouse, and it meant every word of it.",
    ],
)
def test_a_sentence_about_such_things_is_text(line: str) -> None:
    assert text_of(tagged(*PARAGRAPHS, *LATER, line))[-1] == line


def test_what_joins_persian_words_and_signs_stays() -> None:
    persian = (
        "گروهی از اصلاح‌طلبان می‌گویند که انتخابات این دوره را بی‌نتیجه می‌دانند و در آن شرکت نمی‌کنند.",
        "👩\u200d🌾 کشاورزان شهر نیز از بهای تازهٔ آب ناراضی‌اند و نامه‌ای به استاندار نوشته‌اند که پاسخی نداشت.",
        "استاندار روز سه‌شنبه گفت که بهای آب تا پایان سال تغییر نمی‌کند و از مردم خواست شکیبا باشند.",
    )
    assert text_of(f"<article>{tagged(*persian)}</article>") == list(persian)
    assert text_of(f"<article>{tagged(persian[0])}</article>") == [persian[0]]
    turned = f"{persian[0]}\u200f (C\u200e++) \u200f."
    assert text_of(f"<article>{tagged(turned, *persian[1:])}</article>") == [turned, *persian[1:]]


def test_what_joins_the_signs_of_a_headline_stays() -> None:
    title = "می\u200cگویند 👩\u200d🌾 ناراضی است"
    html = f"<title>{title}</title><body><h1>{title}</h1>{tagged(*PARAGRAPHS)}</body>"
    assert extract(html, "https://tarn.example/levy").headline == title


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("<q>The levy is a joke</q>, he said", "“The levy is a joke”, he said"),
        ("<q><span lang='en'>The levy</span> is</q> his", "“The levy is” his"),
        ("<q>«The levy is a joke»</q>, he said", "«The levy is a joke», he said"),
    ],
)
def test_words_quoted_by_an_element_keep_their_marks(quoted: str, shown: str) -> None:
    said = text_of(
        f"<p>{quoted} of it all on the quay. {PARAGRAPHS[0]}</p>" + tagged(*PARAGRAPHS[1:])
    )
    assert said[0].startswith(shown)


def test_who_publishes_and_when_above_the_text_is_no_text() -> None:
    labels = ("Tarn Telegraph", "13 Jan 2020, 22:11 GMT+10")
    assert text_of(tagged(*labels, *PARAGRAPHS, *LATER)) == [*PARAGRAPHS, *LATER]
    # A report that opens with its day, cut by a link, and a short sentence above a day are text.
    opening = "Feb. 23, 2015 -- The levy of the harbour has mysteriously been"
    assert text_of(tagged(opening, *PARAGRAPHS, *LATER))[0] == opening
    assert text_of(tagged("Nets burn.", labels[1], *PARAGRAPHS, *LATER))[0] == "Nets burn."


@pytest.mark.parametrize("label", ["Tags:", "Етикети:", "برچسب‌ها", "Schlagwörter"])
def test_behind_the_label_of_tags_there_is_no_text(label: str) -> None:
    asks = ("Help the news to reach you, dear reader.", "IBAN: XX53 8002 1021 5284")
    said = text_of(tagged(*PARAGRAPHS, *LATER, label, "harbour levy", *asks))
    assert said == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize(
    "sign", ["\x01", "\x0b", "\uffff", "&#1;", "&#x1F", "&#011;", "&#xfffe;", "&#\x012;"]
)
def test_signs_that_no_tree_may_be_given_stop_nothing(sign: str) -> None:
    quoted = f"<p><q>{sign} Levy{sign} </q>{sign} می\u200cگویند{sign} {PARAGRAPHS[0]}</p>"
    caption = f"<figure><figcaption>{sign} The quay</figcaption>{sign}</figure>{sign}"
    assert PARAGRAPHS[0] in page(quoted + caption + tagged(*PARAGRAPHS[1:])).text


def test_numbers_of_other_signs_are_read() -> None:
    assert "café — œuf ऀ" in page(f"<p>caf&#233; &#8212; &#x153;uf &#x900; {PARAGRAPHS[0]}</p>").text


def test_lines_of_the_source_are_no_lines_of_the_text() -> None:
    wrapped = PARAGRAPHS[0].replace(" the ", "\n   the ")
    said = text_of(f"<p>{wrapped}<br/></p>" + tagged(*PARAGRAPHS[1:], *LATER))
    assert said == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize("reading", ["<rp>(</rp><rt>guvernor</rt><rp>)</rp>", "<rt>guvernor</rt>"])
def test_the_reading_over_a_word_stands_behind_it_in_its_sentence(reading: str) -> None:
    read = PARAGRAPHS[0].replace("governor", f"<ruby>governor{reading}</ruby>")
    shown = PARAGRAPHS[0].replace("governor", "governor(guvernor)")
    said = text_of(f"<p>{read}</p>" + tagged(*PARAGRAPHS[1:], *LATER))
    assert said == [shown, *PARAGRAPHS[1:], *LATER]


def test_a_kicker_taken_off_with_the_headline_is_shown() -> None:
    line = "Harbour and coast Levy rises in spring, the guild says"
    head = "<meta property='og:title' content='Levy rises in spring, the guild says'>"
    read = page(head + f"<div class='text'>{tagged(line, *PARAGRAPHS, *LATER)}</div>")
    assert line not in read.text
    assert line in [one.text for one in read.removed]


@pytest.mark.parametrize(
    "labels",
    [
        ("Harbour and coast Levy rises in spring, the guild says",),
        ("The coast asks for help", "Uppdaterad 15.59 | Publicerad 14.14"),
    ],
)
def test_a_kicker_with_the_headline_or_an_hour_is_no_text(labels: tuple[str, ...]) -> None:
    head = "<meta property='og:title' content='Levy rises in spring, the guild says'>"
    assert text_of(head + tagged(*labels, *PARAGRAPHS, *LATER)) == [*PARAGRAPHS, *LATER]


@pytest.mark.parametrize("line", ["…", "_____", "17302", "Advertisement 1Story continues below"])
def test_a_last_line_without_a_letter_or_of_the_page_is_no_text(line: str) -> None:
    assert text_of(tagged(*PARAGRAPHS, *LATER, line)) == [*PARAGRAPHS, *LATER]


def test_how_a_page_describes_its_article_is_shown_though_it_is_no_text() -> None:
    deck = "Fishermen will pay twice for boats above twelve metres, from spring on"
    head = f"<meta name='description' content='{deck}'>"
    above = f"<header><h2 class='deck'>{deck}</h2></header>"
    read = page(head + above + f"<div class='text'>{tagged(*PARAGRAPHS, *LATER)}</div>")
    assert read.text.split("\n\n") == [*PARAGRAPHS, *LATER]
    assert [(one.text, one.kind) for one in read.removed if deck in one.text] == [(deck, "deck")]
    other = page(above + f"<div class='text'>{tagged(*PARAGRAPHS, *LATER)}</div>")
    assert not [one for one in other.removed if one.kind == "deck"]
