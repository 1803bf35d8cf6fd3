"""Lines that stand on a site whatever the news are told from what newsrooms repeat."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from clippings.archive import Archive
from clippings.archive.selection import Selection
from clippings.copies import StockCounter, Words, compare, texts_without_stock
from clippings.derive_copies import derive_copies
from tests.conftest import article, fill

NOTICE = "We use cookies to make your harbour walks nicer. Click here to read how."
SIGN_UP = "Sign up for the letter from the quay"


def test_a_notice_under_many_articles_is_stock_and_their_news_are_not(
    made: Callable[..., str],
) -> None:
    counter = StockCounter()
    texts = [f"{made(number)}\n\n{NOTICE}\n\n{SIGN_UP}" for number in range(20)]
    for text in texts:
        counter.add("tide.example", text)
    stock = counter.stock()
    assert len(stock) == 2
    first, second = (Words.of(text, stock) for text in texts[:2])
    assert compare(first, second) is None
    assert len(first) == len(Words.of(made(0)))


def test_a_text_that_a_site_carries_many_times_is_not_stock(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(30):
        counter.add("tide.example", made(1))
        counter.add("tide.example", made(100 + number))
    assert counter.stock() == frozenset()


def test_a_wire_text_on_many_sites_is_not_stock(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(30):
        counter.add(f"site{number}.example", f"{made(1)}\n\n{made(100 + number)}")
    assert counter.stock() == frozenset()


def test_background_that_a_newsroom_repeats_now_and_then_is_not_stock(
    background: str, made: Callable[..., str]
) -> None:
    counter = StockCounter()
    for number in range(200):
        counter.add("mirror.example", made(number) + (f"\n\n{background}" if number < 12 else ""))
    assert counter.stock() == frozenset()


def test_stock_stays_where_it_was_found_with_other_case_or_marks(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(10):
        counter.add("tide.example", f"{NOTICE}\n\n{made(number)}")
    (mark,) = counter.stock()
    text = f"{made(99)}\n\n{NOTICE.upper().replace('.', ' –')}"
    assert len(Words.of(text, frozenset([mark]))) == len(Words.of(made(99)))


def test_background_is_a_passage_but_makes_no_copy(
    background: str, levy: str, made: Callable[..., str]
) -> None:
    counter = StockCounter()
    for number in range(4):
        counter.add("mirror.example", f"{made(number)}\n\n{background}")
    repeated = counter.background()
    assert len(repeated) == 1
    cut = Words.of(levy.split("\n\n")[0] + f"\n\n{background}", background=repeated)
    found = compare(Words.of(levy, background=repeated), cut)
    assert found
    assert found.copy
    brief, other = (f"{made(number, 10)}\n\n{background}" for number in (50, 51))
    found = compare(Words.of(brief), Words.of(other))
    assert found
    assert found.share > 0.75
    found = compare(*(Words.of(text, background=repeated) for text in (brief, other)))
    assert found
    assert [passage.kind for passage in found.passages] == ["exact"]
    assert found.share == 0


def test_a_text_that_is_nothing_but_background_is_still_a_text(background: str) -> None:
    counter = StockCounter()
    for number in range(4):
        counter.add("mirror.example", f"Note {number} of the harbour office\n\n{background}")
    words = Words.of(background, background=counter.background())
    found = compare(words, words)
    assert found
    assert found.copy


def test_topics_and_ranking_are_given_texts_without_stock_lines(
    archive: Archive, made: Callable[..., str]
) -> None:
    fill(archive, [article(f"News {n}", f"{made(n)}\n\n{SIGN_UP}") for n in range(9)])
    everything = dict_of(archive.texts(Selection()))
    assert dict_of(texts_without_stock(archive, Selection())) == everything
    derive_copies(archive)
    left = dict_of(texts_without_stock(archive, Selection()))
    assert left["News 3"] == made(3)
    assert left["Harbour levy rises"] == everything["Harbour levy rises"]
    assert everything["News 3"].endswith(SIGN_UP)


def dict_of(texts: Iterable[tuple[str, str, str, str | None]]) -> dict[str, str]:
    return {headline: text for _, headline, text, *_ in texts}


def test_matches_in_stock_lines_are_found_but_do_not_rank(
    archive: Archive, made: Callable[..., str]
) -> None:
    letter = "A reader wrote a long letter to the council of Sulvek about the ice in the sound."
    fill(
        archive,
        [
            *(article(f"News {n}", f"{made(n)[:90]}\n\n{SIGN_UP}") for n in range(9)),
            article("Both", f"{letter}\n\n{made(30)}\n\n{SIGN_UP}"),
            article("Elsewhere", f"{letter}\n\n{made(40)}", site="tide.example"),
        ],
    )
    query = Selection(query="letter")
    before = list(archive.rows(query, ("headline",), order="relevance")["headline"])
    assert {"Both", "Elsewhere"} != set(before[:2])
    derive_copies(archive)
    after = list(archive.rows(query, ("headline",), order="relevance")["headline"])
    assert set(after) == set(before)
    assert {"Both", "Elsewhere"} == set(after[:2])
    texts = list(archive.rows(replace(query, unit="texts"), ("headline",), order="relevance"))
    assert texts
    news = Selection(query="news")
    assert len(archive.rows(news, ("headline",), order="relevance")) == 9


def test_a_line_that_is_stock_no_longer_ranks_again(
    archive: Archive, made: Callable[..., str]
) -> None:
    fill(archive, [article(f"News {n}", f"{made(n)}\n\n{SIGN_UP}") for n in range(6)])
    derive_copies(archive)
    assert "letter" not in dict_of(texts_without_stock(archive, Selection()))["News 3"]
    fill(archive, [article(f"Other {n}", made(100 + n)) for n in range(500)])
    derive_copies(archive)
    assert dict_of(texts_without_stock(archive, Selection()))["News 3"].endswith(SIGN_UP)
