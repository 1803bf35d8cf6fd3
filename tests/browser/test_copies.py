"""Copies in a real browser: a bar of texts opens what it counts, what changed, one taken out and back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.derive_copies import derive_copies
from tests.browser.conftest import HOSTILE, serving
from tests.browser.test_main_path import click_bar, click_row, headlines, said
from tests.conftest import article, fill
from tests.copies.conftest import made_text

pytestmark = pytest.mark.browser

TEXT = "\n\n".join(made_text(number, 60) for number in range(5))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six articles that are four texts, one of them carried in January and twice in February."""
    path = tmp_path_factory.mktemp("copied") / "copied.db"
    with open_archive(path, write=True) as archive:
        fill(
            archive,
            [
                article("Ferry waits", TEXT, published="2023-01-20", outlet="The Wire"),
                article("No ferry", f"{TEXT}\n\nNobody sailed.", published="2023-02-03", outlet="The Tide"),
                article(f"Ice {HOSTILE}", TEXT, published="2023-02-09", outlet=HOSTILE),
                article("Dam shut", made_text(50, 90), published="2023-01-02", outlet="The Tide"),
                article("Pact signed", made_text(51, 90), published="2023-02-04", outlet="The Tide"),
                article("Rice is late", made_text(52, 90), published="2023-03-05", outlet="The Wire"),
            ],
        )  # fmt: skip
        derive_copies(archive)
        counted = archive.count(Selection(unit="texts"), ("month",))
        assert list(counted["texts"]) == [2, 1, 1]
    return path


@pytest.fixture(scope="module")
def there(copied: Path) -> Iterator[str]:
    """The address of a dashboard on these articles."""
    with serving(copied) as address:
        yield address


def test_a_bar_of_texts_opens_the_texts_it_counts(page: Page, there: str) -> None:
    page.goto(f"{there}/volume?unit=texts&by=month")
    expect(said(page)).to_contain_text("4 texts (6 articles)")
    # In February two articles more carried a text that stood in January first: one text is new.
    click_bar(page, 1)
    expect(page).to_have_url(re.compile("first="))
    expect(said(page)).to_contain_text("1 text (1 article)")
    page.get_by_role("button", name="Open them").click()
    expect(page).to_have_url(re.compile(r"/articles\?.*first="))
    assert headlines(page) == ["Pact signed"]


def test_a_row_of_texts_opens_the_texts_it_counts(page: Page, there: str) -> None:
    page.goto(f"{there}/outlets?unit=texts")
    page.get_by_test_id("stDataFrame").first.scroll_into_view_if_needed()
    click_row(page, 0)
    expect(page).to_have_url(re.compile(r"/articles\?.*first="))
    expect(said(page)).to_contain_text(re.compile(r"2 texts \(. articles?\)"))


def test_carried_by_opens_the_copies(page: Page, there: str) -> None:
    page.goto(f"{there}/articles?unit=texts&sort=oldest")
    assert headlines(page)[1] == "Ferry waits"
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    x, y = box["x"] + 450, box["y"] + 35 * 2 + 17  # the column of "carried by"
    page.mouse.move(x, y)
    page.wait_for_timeout(700)
    page.mouse.click(x, y, delay=60)
    expect(page).to_have_url(re.compile(r"/copies\?.*group="))
    expect(said(page)).to_contain_text("3 articles in 3 outlets")


def test_what_changed_and_one_taken_out_and_back(page: Page, there: str) -> None:
    page.goto(f"{there}/copies")
    click_row(page, 0)
    expect(page).to_have_url(re.compile("group="))
    expect(said(page)).to_contain_text("3 articles in 3 outlets")
    expect(page.locator(".beside ins").filter(has_text="Nobody sailed.")).to_be_visible()

    page.get_by_text("Not one text? Or one is missing?").click()
    box = page.get_by_role("combobox", name=re.compile("Take out"))
    expect(box).to_be_visible()
    page.wait_for_timeout(700)  # what unfolds has come to rest
    box.press("ArrowDown")
    page.get_by_role("option").filter(has_text="The Tide").click()
    page.get_by_label("Because").last.fill("another ferry")
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(said(page)).to_contain_text("2 articles in 2 outlets")
    expect(said(page)).to_contain_text("because another ferry")
    page.get_by_role("button", name="Take back").click()
    expect(said(page)).to_contain_text("3 articles in 3 outlets")
