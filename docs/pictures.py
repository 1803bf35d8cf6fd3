"""The pictures of the README and of the tour, made from the sample, so that they are never stale.

    python docs/pictures.py

It builds the sample, serves it, opens it in Chromium and writes docs/pictures/*.png. It needs the
development dependencies and a `chromium` on the path.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from clippings.archive import open_archive
from clippings.archive.selection import Selection
from clippings.shared_texts import copies
from ingest.sample import build_sample

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDE = {"width": 1280, "height": 860}
NARROW = {"width": 390, "height": 844}


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "sample.db"
        build_sample(archive)
        with serving(archive) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            for name, view in views(archive).items():
                take(browser, address, PICTURES / f"{name}.png", **view)


def views(archive: Path) -> dict[str, dict[str, Any]]:
    """What is shown: the address, and what else the picture needs."""
    inferred, persian = articles(archive)
    group = biggest_group(archive)
    return {
        "overview": {"path": ""},
        "articles": {"path": "articles?query=river"},
        "outlets": {"path": "outlets", "to": "Who carried whose articles?"},
        "profile": {"path": "outlets?outlet=The+Ormedan+Courier", "dark": True},
        "topics": {"path": "topics?as=by+outlet"},
        "copies": {"path": f"copies?group={group}"},
        "volume": {"path": "volume?split=origin&by=month"},
        "article": {"path": f"articles?article={inferred}", "open": "article summary"},
        "persian": {"path": f"articles?article={persian}", "size": NARROW},
    }


def articles(archive: Path) -> tuple[str, str]:
    """The newest article whose writer is inferred, and the newest in Persian."""
    with open_archive(archive) as opened:
        rows = opened.rows(Selection(), ("id", "origin_basis", "language"))
    inferred = rows.loc[rows["origin_basis"] == "inferred", "id"].iloc[0]
    return inferred, rows.loc[rows["language"] == "fa", "id"].iloc[0]


def biggest_group(archive: Path) -> str:
    """The text that most articles carry."""
    with open_archive(archive) as opened:
        return str(copies(opened, Selection())["group"].iloc[0])


def take(
    browser: Browser,
    address: str,
    file: Path,
    *,
    path: str,
    size: dict[str, int] | None = None,
    dark: bool = False,
    open: str | None = None,
    to: str | None = None,
) -> None:
    """One picture, in few colours, so that it is small."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport=size or WIDE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{path}")
    wait(page)
    if open:
        page.locator(open).first.click()
    if to:
        page.get_by_text(to).first.evaluate("it => it.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(600)
    page.screenshot(path=file)
    context.close()
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    sys.stdout.write(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} kB\n")


def wait(page: Page) -> None:
    """Until the page is drawn and nothing moves any more."""
    page.wait_for_selector("[data-testid=stMain] strong")
    page.wait_for_selector("[data-test-script-state=notRunning]")
    page.wait_for_timeout(2500)


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """The address of a dashboard on this archive."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"),
        f"--server.port={port}", "--server.headless=true", "--logger.level=error",
        "--", "--archive", str(archive),
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if b"URL:" in line:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate()


if __name__ == "__main__":
    main()
