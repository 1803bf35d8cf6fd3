"""Lines that stand on a site whatever the news are told from what newsrooms repeat."""

from collections.abc import Callable

from clippings.copies import StockCounter, Words, compare

NOTICE = "We use cookies to make your harbour walks nicer. Click here to read how."
SIGN_UP = "Sign up for the letter from the quay"


def test_a_notice_under_many_articles_is_stock_and_their_news_are_not(
    made: Callable[..., str],
) -> None:
    counter = StockCounter()
    texts = [f"{made(number)}\n\n{NOTICE}\n\n{SIGN_UP}" for number in range(20)]
    for text in texts:
        counter.add("tide.example", text)
    stock = counter.marks()
    assert len(stock) == 2
    first, second = (Words.of(text, stock) for text in texts[:2])
    assert compare(first, second) is None
    assert len(first) == len(Words.of(made(0)))


def test_a_text_that_a_site_carries_many_times_is_not_stock(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(30):
        counter.add("tide.example", made(1))
        counter.add("tide.example", made(100 + number))
    assert counter.marks() == frozenset()


def test_a_wire_text_on_many_sites_is_not_stock(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(30):
        counter.add(f"site{number}.example", f"{made(1)}\n\n{made(100 + number)}")
    assert counter.marks() == frozenset()


def test_background_that_a_newsroom_repeats_now_and_then_is_not_stock(
    background: str, made: Callable[..., str]
) -> None:
    counter = StockCounter()
    for number in range(200):
        counter.add("mirror.example", made(number) + (f"\n\n{background}" if number < 12 else ""))
    assert counter.marks() == frozenset()


def test_stock_stays_where_it_was_found_with_other_case_or_marks(made: Callable[..., str]) -> None:
    counter = StockCounter()
    for number in range(10):
        counter.add("tide.example", f"{NOTICE}\n\n{made(number)}")
    (mark,) = counter.marks()
    text = f"{made(99)}\n\n{NOTICE.upper().replace('.', ' –')}"
    assert len(Words.of(text, frozenset([mark]))) == len(Words.of(made(99)))
