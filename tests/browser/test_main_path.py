"""The main path in a real browser: open, filter, click a bar, open an article, download, compare."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from clippings.archive import open_archive
from clippings.archive.selection import Selection

pytestmark = pytest.mark.browser

expect.set_options(timeout=20_000)


def said(page: Page) -> Locator:
    """The page's main part, where the selection is said in words."""
    return page.get_by_test_id("stMain")


def settle(page: Page) -> None:
    """Wait until the page is drawn whole: what is clicked before it may be gone the next moment."""
    state = page.get_by_test_id("stApp")
    expect(state).to_have_attribute("data-test-script-state", "notRunning")


def again_until(page: Page, act: Callable[[], None], seen: Callable[[], None]) -> None:
    """Do as a hand does that clicks again where a page still settling took no notice of it.

    Raises:
        AssertionError, TimeoutError: four tries were in vain.
    """
    for left in (3, 2, 1, 0):
        try:
            settle(page)
            act()
            seen()
            settle(page)
            return
        except (AssertionError, TimeoutError):
            if not left:
                raise


def click_bar(page: Page, number: int, to: re.Pattern[str]) -> None:
    """Click a bar as a hand does, which rests on it before it presses: plotly looks for the mark
    below the pointer only every so often, and tells nobody when it has. The page then stands at an
    address like that."""

    def click() -> None:
        page.wait_for_selector(".bars .point path")
        box = page.locator(".bars .point path").nth(number).bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 5
        page.mouse.move(x - 2, y - 2)
        page.mouse.move(x, y, steps=4)
        expect(page.locator(".hoverlayer .hovertext")).to_be_visible(timeout=5_000)
        page.wait_for_timeout(500)
        page.mouse.click(x, y, delay=100)

    again_until(page, click, lambda: expect(page).to_have_url(to, timeout=8_000))


def click_row(page: Page, number: int, to: re.Pattern[str], *, x: int = 250) -> None:
    """Click into a row of the table, so far from its left edge, once nothing lies over it any more.
    The page then stands at an address like that."""

    def click() -> None:
        table = page.get_by_test_id("stDataFrame").first
        table.scroll_into_view_if_needed(timeout=5_000)
        box = table.bounding_box()
        assert box is not None
        across, down = box["x"] + x, box["y"] + 35 * (number + 1) + 17
        page.mouse.move(across, down)
        page.wait_for_timeout(700)
        page.mouse.click(across, down, delay=60)

    again_until(page, click, lambda: expect(page).to_have_url(to, timeout=8_000))


def choose(page: Page, box: Locator, words: str) -> None:
    """Choose from a list the one option with these words."""
    option = page.get_by_role("option").filter(has_text=words)
    again_until(
        page,
        lambda: box.press("ArrowDown", timeout=8_000),
        lambda: option.click(timeout=4_000),
    )


def headlines(page: Page) -> list[str]:
    """The table's headlines, as a screen reader finds them."""
    cells = page.locator("[data-testid=stDataFrame] table [role=gridcell][aria-colindex='1']")
    expect(cells.first).to_be_attached()
    return cells.all_inner_texts()


def download(page: Page, format: str) -> Path:
    settle(page)
    page.get_by_test_id("stPopoverButton").filter(has_text="Download").click()
    with page.expect_download() as started:
        page.get_by_test_id("stPopoverBody").get_by_role("button", name=format).click()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    return Path(started.value.path())


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_from_the_first_chart_to_the_file(page: Page, dashboard: str, archive_file: Path) -> None:
    page.goto(f"{dashboard}/volume")
    expect(said(page)).to_contain_text("48 articles, all there are")

    page.get_by_label("Words", exact=True).fill("levy")
    page.get_by_label("Words", exact=True).press("Enter")
    expect(page).to_have_url(re.compile(r"\?query=levy$"))
    expect(said(page)).to_contain_text(re.compile(r"\b1[0-9] articles"))

    page.reload()
    page.get_by_role("radio", name="month").or_(page.get_by_role("button", name="month")).click()
    expect(said(page)).to_contain_text("How many articles a month?")
    click_bar(page, 0, re.compile("from=2023-01-01&to=2023-01-31"))
    click_bar(page, 0, re.compile("^(?!.*from=)"))
    click_bar(page, 0, re.compile("from=2023-01-01&to=2023-01-31"))

    with open_archive(archive_file) as archive:
        asked = archive.rows(_january(), ("id", "headline"))
    of_chart = rows(download(page, "CSV"))
    assert sum(int(row["count"]) for row in of_chart) == len(asked)

    page.get_by_role("button", name="Open them").click()
    expect(page).to_have_url(re.compile(r"/articles\?.*query=levy"))
    expect(said(page)).to_contain_text(f"{len(asked)} articles")
    shown = headlines(page)
    assert shown == list(asked["headline"])
    of_table = rows(download(page, "CSV"))
    assert sorted(row["headline"] for row in of_table) == sorted(shown)

    click_row(page, 0, re.compile(f"article={asked['id'].iloc[0]}"))
    article = page.locator("article.clipping")
    expect(article.locator("h2")).to_have_text(asked["headline"].iloc[0])
    expect(article.locator("mark[id]")).to_have_count(2)
    assert "article=" in page.url
    page.reload()
    expect(article.locator("h2")).to_have_text(asked["headline"].iloc[0])
    article.get_by_role("link", name="2", exact=True).click()
    expect(page.locator("#match-2")).to_be_in_viewport()
    page.get_by_role("button", name="Next").click()
    expect(article.locator("h2")).to_have_text(asked["headline"].iloc[1])
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(said(page)).to_contain_text("48 articles, all there are")


def test_hostile_names_ask_nobody_for_anything(page: Page, dashboard: str) -> None:
    for path in (
        "",
        "volume?split=outlet&by=month",
        "outlets",
        "outlets?view=written",
        "topics",
        "articles",
    ):
        page.goto(f"{dashboard}/{path}")
        expect(said(page)).to_contain_text("48 articles, all there are")
    page.get_by_role("combobox", name="Carried by").click()
    option = page.get_by_role("option").filter(has_text="evil.example")
    expect(option).to_have_count(1)
    option.click()
    expect(said(page)).to_contain_text("16 articles")
    expect(page.locator("img[src*=evil]")).to_have_count(0)


def test_a_row_opens_its_articles(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/outlets?query=levy")
    click_row(page, 0, re.compile(r"/articles\?query=levy&outlet=The\+Tide$"))
    expect(said(page)).to_contain_text("carried by The Tide")


def test_a_topics_row_opens_it_and_its_figure_its_articles(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/topics")
    click_row(page, 1, re.compile(r"/topics\?topic=t1$"))
    expect(page.get_by_role("heading", name="the old levy")).to_be_visible()
    page.get_by_role("button", name="Open them").click()
    expect(page).to_have_url(re.compile(r"/articles\?topic=t1$"))
    expect(said(page)).to_contain_text("on topic the old levy")


def test_a_cell_of_topic_and_outlet_opens_both(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/topics?as=by+outlet")
    click_bar(page, 0, re.compile(r"/articles\?.*topic=t2"))
    expect(said(page)).to_contain_text("on topic the old dam")
    expect(said(page)).to_contain_text("carried by")


def test_right_to_left_stands_right(page: Page, dashboard: str, archive_file: Path) -> None:
    with open_archive(archive_file) as archive:
        id = archive.rows(Selection(language=("fa",)), ("id",))["id"].iloc[0]
    page.goto(f"{dashboard}/articles?article={id}")
    headline = page.locator("article.clipping h2")
    expect(headline).to_have_css("direction", "rtl")
    expect(headline).to_have_attribute("lang", "fa")


def test_a_phone_scrolls_one_way_only(page: Page, dashboard: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("", "volume", "outlets", "topics", "articles"):
        page.goto(f"{dashboard}/{path}")
        expect(said(page)).to_contain_text("48 articles, all there are")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def _january() -> Selection:
    import datetime as dt

    return Selection(query="levy", from_=dt.date(2023, 1, 1), to=dt.date(2023, 1, 31))
