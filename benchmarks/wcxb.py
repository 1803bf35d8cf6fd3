"""The articles of the Web Content eXtraction Benchmark, as the set `extraction/wcxb`.

    CLIPPINGS_MATERIAL=FOLDER python -m benchmarks.wcxb CHECKOUT

CHECKOUT is Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0), pages of 2025 from over a
thousand sites, their text marked by people. Only those called articles are taken. Its own split
stays: what it calls the test set is the half that is held out.
"""

import gzip
import json
import lzma
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HALVES = {"dev": "tuned", "test": "held"}


def pages(checkout: Path) -> Iterator[dict[str, Any]]:
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


def main() -> None:
    target = Path(os.environ["CLIPPINGS_MATERIAL"]) / "corpora" / "extraction" / "wcxb.jsonl.xz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(target, "wt", encoding="utf-8", preset=1) as lines:
        for page in pages(Path(sys.argv[1])):
            lines.write(json.dumps(page) + "\n")
    print(target)


if __name__ == "__main__":
    main()
