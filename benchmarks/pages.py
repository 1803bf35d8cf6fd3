"""From a change of a filter to the painted page, in a real browser, beside a plainer page.

    python benchmarks/pages.py [--rounds N] [--archive PATH]

Without an archive it builds the sample. The dashboard's overview and `plain_page.py` (Streamlit over
pandas in memory, the same figures, charts and table) take turns at the same changes of the
words searched, in one Chromium. A change is painted when the new count stands on the page, the
script rests, and no chart, table or text on the page has changed for 300 ms; that quiet is taken off.
"Narrow" searches for a word, "widen" for none again.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.exports import write_articles
from ingest.sample import build_sample

ROOT = Path(__file__).parent.parent
WORDS = (
    "river harbour court water minister dam sea school market border boats rice party road council "
    "cholera bridge letter night pact vote bank rain fish"
).split()
"""Met once each, so that no answer is kept from before."""
QUIET = 300
WATCH = """
() => {
  window.touched = performance.now();
  new MutationObserver(() => { window.touched = performance.now(); }).observe(document.body,
    { subtree: true, childList: true, attributes: true, characterData: true });
}
"""
# What is drawn on a canvas changes no element: the tables' hidden copies for screen readers do.
PAINTED = """
([before, quiet]) => {
  const app = document.querySelector('[data-testid=stApp]');
  const strong = document.querySelector('[data-testid=stMain] strong');
  return strong && strong.textContent !== before
    && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale=true]')
    && performance.now() - window.touched > quiet
    && window.touched;
}
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=len(WORDS))
    options.add_argument("--archive", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = given.archive or Path(folder) / "sample.db"
        if not given.archive:
            build_sample(archive)
        articles = Path(folder) / "articles.parquet"
        with open_archive(archive) as opened, articles.open("wb") as out:
            write_articles(opened, Selection(), "parquet", out)
            total = int(opened.count(Selection())["articles"].iloc[0])
        print(f"{total:,} articles, load {os.getloadavg()[0]:.1f}, Chromium at 1440 × 1000")
        report(measured(archive, articles, given.rounds))


def measured(archive: Path, articles: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds by page and kind of change; the pages take turns."""
    times: dict[str, list[float]] = {}
    with (
        serving(ROOT / "dashboard.py", archive, articles) as ours,
        serving(ROOT / "benchmarks" / "plain_page.py", archive, articles) as plain,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        pages = {"dashboard": opened(browser, ours), "plain page": opened(browser, plain)}
        for page in pages.values():
            change(page, "the")
            change(page, "")
        for number in range(min(rounds, len(WORDS))):
            for name, page in pages.items():
                for way, words in (("narrow", WORDS[number]), ("widen", "")):
                    took = change(page, words)
                    times.setdefault(f"{name}, {way}", []).append(took)
                    times.setdefault(f"{name}, all", []).append(took)
        browser.close()
    return times


def opened(browser: Any, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 1000}).new_page()
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] strong")
    page.wait_for_selector(".stPlotlyChart .bars .point")
    page.wait_for_timeout(3000)
    page.evaluate(WATCH)
    return page


def change(page: Page, words: str) -> float:
    """Search for these words, or for none: milliseconds from Enter until painted."""
    before = page.locator("[data-testid=stMain] strong").first.text_content()
    box = page.get_by_label("Words", exact=True)
    box.fill(words)
    page.wait_for_timeout(300)
    started = page.evaluate("performance.now()")
    box.press("Enter")
    painted = page.wait_for_function(PAINTED, arg=[before, QUIET], polling=20, timeout=20_000)
    took = float(painted.json_value()) - float(started)
    page.wait_for_timeout(400)
    return took


def report(times: dict[str, list[float]]) -> None:
    print("| from the click to painted | n | median ms | p95 ms |\n| --- | --: | --: | --: |")
    for name, found in sorted(times.items()):
        p95 = statistics.quantiles(found, n=20)[-1]
        print(f"| {name} | {len(found)} | {statistics.median(found):.0f} | {p95:.0f} |")


@contextmanager
def serving(script: Path, archive: Path, articles: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}",
        "--server.headless=true", "--logger.level=error", "--", "--archive", str(archive),
    ]  # fmt: skip
    environment = {**os.environ, "PLAIN_ARTICLES": str(articles)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if b"URL:" in line:
                break
        time.sleep(1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate()


if __name__ == "__main__":
    main()
