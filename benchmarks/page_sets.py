"""Two larger sets of pages with their text, as `extraction/wcxb` and `extraction/newspaper`.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.page_sets wcxb|newspaper CHECKOUT

`wcxb`: the articles of Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0), pages of 2025
from over a thousand sites, their text marked by people. Its own split stays: what it calls the test
set is the half that is held out. `newspaper`: the pages that codelucas/newspaper (MIT) is tested
with, of 2013 and 2014 and nearly all of news sites; their text is what newspaper found and its makers
let stand, so captions are in it. Where they only note what is missing, the page is left out.
"""

import gzip
import json
import lzma
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

HALVES = {"dev": "tuned", "test": "held"}
LEAST = 600
"""Characters below which a text of newspaper's is a note, "MISSES SECOND HALF OF ARTICLE"."""


def wcxb(checkout: Path) -> Iterator[dict[str, Any]]:
    """Every article with its text and the passages that it must and must not hold."""
    for split, half in HALVES.items():
        for said in sorted((checkout / split / "ground-truth").glob("*.json")):
            row = json.loads(said.read_text(encoding="utf-8"))
            page, gold = checkout / split / "html" / f"{said.stem}.html.gz", row["ground_truth"]
            if row["_internal"]["page_type"]["primary"] != "article" or not page.exists():
                continue
            if body := gold.get("main_content"):
                yield {
                    "id": f"{split}/{said.stem}",
                    "half": half,
                    "url": row.get("url"),
                    "html": gzip.decompress(page.read_bytes()).decode("utf-8", "replace"),
                    "gold": {
                        "articleBody": body,
                        "with": gold.get("with"),
                        "without": gold.get("without"),
                    },
                }


def newspaper(checkout: Path) -> Iterator[dict[str, Any]]:
    """Every page of which a text was let stand."""
    data = checkout / "tests" / "data"
    for page in sorted((data / "html").glob("*.html")):
        text = data / "text" / f"{page.stem}.txt"
        said = decoded(text.read_bytes()).strip() if text.exists() else ""
        if len(said) >= LEAST:
            html = decoded(page.read_bytes())
            yield {"id": f"codelucas/{page.stem}", "url": None, "html": html, "articleBody": said}


def decoded(data: bytes) -> str:
    """The text of a file that does not say its encoding."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return str(from_bytes(data).best() or "")


SETS: dict[str, Callable[[Path], Iterator[dict[str, Any]]]] = {"wcxb": wcxb, "newspaper": newspaper}


def main() -> None:
    name, checkout = sys.argv[1:]
    folder = Path(os.environ["CLIPPINGS_MATERIAL"]) / "corpora" / "extraction"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.jsonl.xz"
    with lzma.open(target, "wt", encoding="utf-8", preset=1) as lines:
        for page in SETS[name](Path(checkout)):
            lines.write(json.dumps(page) + "\n")
    print(target)


if __name__ == "__main__":
    main()
