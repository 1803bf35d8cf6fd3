"""A real Chromium on a real dashboard, and a record of every request that it makes."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from clippings.archive import Topic, open_archive
from clippings.archive.selection import Selection
from clippings.article import Article, Removed
from tests.conftest import fill

ROOT = Path(__file__).parents[2]

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

HOSTILE = "![x](http://evil.example/a.png) <img src=http://evil.example/b.png> Post"

OUTLETS = ("The Tide", "The Mirror", HOSTILE)


def invented(number: int) -> Article:
    """One of many: four a month, every third about the levy, every tenth in Persian."""
    subject = "levy" if number % 3 == 0 else "dam"
    persian = number % 10 == 9
    return Article(
        headline=f"سد شماره {number}" if persian else f"Number {number} on the {subject} {HOSTILE}",
        text="آب رودخانه کم شد." if persian else f"The {subject} is old.\n\nSo is the {subject}.",
        source="page.txt",
        outlet=OUTLETS[number % 3],
        section="Waters",
        published=f"2023-{number // 4 + 1:02}-{number % 28 + 1:02}",
        published_precision="day",
        language="fa" if persian else "en",
        removed=(Removed(HOSTILE, "caption", "is old."),),
    )


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one year: 48 articles."""
    path = tmp_path_factory.mktemp("archive") / "articles.db"
    with open_archive(path, write=True) as archive:
        fill(archive, [invented(number) for number in range(48)])
        rows = archive.rows(Selection(), ("id", "headline"))
        topics = []
        for id, label in (("t1", "the old levy"), ("t2", "the old dam")):
            said = rows["headline"].str.contains(label.split()[-1])
            members = dict.fromkeys(rows.loc[said, "id"], 1.0)
            topics.append(Topic(id, label, ("old",), "en", members, {"old": 1.0}))
        archive.save_topics(topics, "1")
    return path


@pytest.fixture(scope="session")
def dashboard(archive_file: Path) -> Iterator[str]:
    """The address of a running dashboard."""
    with serving(archive_file) as address:
        yield address


@contextmanager
def serving(archive_file: Path) -> Iterator[str]:
    """A dashboard running on that archive, by its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"),
        f"--server.port={port}", "--server.headless=true", "--logger.level=error",
        "--", "--archive", str(archive_file),
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if b"URL:" in line:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, where there is one."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if it asked any other host for anything."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("websocket", lambda socket: asked.append(socket.url))
    tab.set_default_timeout(20_000)
    yield tab
    context.close()
    outside = [url for url in asked if urlsplit(url).hostname not in (None, "127.0.0.1")]
    assert asked
    assert outside == []
