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
from tests.browser.test_main_path import (
    again_until,
    choose,
    click_bar,
    click_row,
    headlines,
    said,
    settle,
)
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
    click_bar(page, 1, re.compile("first="))
    expect(said(page)).to_contain_text("1 text (1 article)")
    page.get_by_role("button", name="Open them").click()
    expect(page).to_have_url(re.compile(r"/articles\?.*first="))
    assert headlines(page) == ["Pact signed"]


def test_a_row_of_texts_opens_the_texts_it_counts(page: Page, there: str) -> None:
    page.goto(f"{there}/outlets?unit=texts")
    click_row(page, 0, re.compile(r"/articles\?.*first="))
    expect(said(page)).to_contain_text(re.compile(r"2 texts \(. articles?\)"))


def test_carried_by_opens_the_copies(page: Page, there: str) -> None:
    page.goto(f"{there}/articles?unit=texts&sort=oldest")
    assert headlines(page)[1] == "Ferry waits"
    click_row(page, 1, re.compile(r"/copies\?.*group="), x=450)  # the column of "carried by"
    expect(said(page)).to_contain_text("3 articles in 3 outlets")


def test_what_changed_and_one_taken_out_and_back(page: Page, there: str) -> None:
    page.goto(f"{there}/copies")
    click_row(page, 0, re.compile("group="))
    expect(said(page)).to_contain_text("3 articles in 3 outlets")
    expect(page.locator(".beside ins").filter(has_text="Nobody sailed.")).to_be_visible()

    box = page.get_by_role("combobox", name=re.compile("Take out"))
    again_until(
        page,
        page.get_by_text("Not one text? Or one is missing?").click,
        lambda: expect(box).to_be_visible(timeout=4_000),
    )
    choose(page, box, "The Tide")
    page.get_by_label("Because").last.fill("another ferry")
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(said(page)).to_contain_text("2 articles in 2 outlets")
    expect(said(page)).to_contain_text("because another ferry")
    settle(page)
    page.get_by_role("button", name="Take back").click()
    expect(said(page)).to_contain_text("3 articles in 3 outlets")
