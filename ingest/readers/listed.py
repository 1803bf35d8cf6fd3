"""Posts that a page only lists beside its articles: their headlines, and days where it has them."""

from collections.abc import Iterator
from itertools import pairwise

from ingest.readers import vocabulary as words
from ingest.readers.beside import Meta
from ingest.readers.lines import Line


def stubs(rest: list[Line]) -> Iterator[tuple[str, Meta]]:
    """Headlines with their days from lists beside the articles; the posts before and after."""
    for line, after in pairwise(rest):
        if after.meta and after.meta.published and _may_be_listed(line, after.meta):
            yield line.text, after.meta
        elif after.kind == "text" and words.heading(line.text) in words.NEIGHBOURS:
            yield after.text, Meta()


def _may_be_listed(line: Line, meta: Meta) -> bool:
    """Whether a line over a day is a headline, and no name over a reader's comment."""
    if line.kind not in ("text", "bullet") or line.text[-1:] == ":":
        return False
    return meta.precision == "day" or len(line.text.split()) > 3
