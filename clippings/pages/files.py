"""Downloads: every table and all selected articles, in every format, made when they are asked for."""

import shlex
from collections.abc import Callable, Mapping
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import pandas as pd
import streamlit as st

from clippings.archive.selection import Selection, as_options
from clippings.exports import FORMATS, About, file_name, write_article, write_articles, write_table
from clippings.pages import answers
from clippings.pages.answers import Opened

MOST = 100_000
"""What a browser fetches lies whole in the dashboard's memory meanwhile: some 350 MB of so many."""

_NAMES = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines", "parquet": "Parquet"}
_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
}


def offer_table(
    here: Opened, selection: Selection, table: pd.DataFrame, what: str, *, key: str
) -> None:
    """Offer the whole table as a file."""
    said = answers.said_about(here, selection, what)
    _offer(said, key, lambda format: lambda out: write_table(table, format, out, said))


def offer_articles(here: Opened, selection: Selection, *, key: str) -> None:
    """Offer all selected articles, whole, as a file."""
    said = answers.said_about(here, selection, "articles")
    if said.count > MOST:
        _say_how(said, selection, key)
        return

    def writer(format: str) -> Callable[[BinaryIO], None]:
        return lambda out: write_articles(here.archive, selection, format, out)

    _offer(said, key, writer)


def _say_how(said: About, selection: Selection, key: str) -> None:
    """What writes a file that is too large to be held in memory, as one that a browser fetches is."""
    with st.popover("Download", icon=":material/download:", key=f"{key} files"):
        st.write(
            f"A browser’s file holds up to {MOST:,} {said.unit}. This writes all {said.count:,}:"
        )
        chosen = shlex.join(as_options(selection))
        st.code(answers.command(f"export {chosen} --output articles.csv"), language="bash")


def offer_article(here: Opened, article: Mapping[str, Any], *, key: str) -> None:
    """Offer one article as a file."""
    said = About("article", article["id"], "articles", 1, here.version)
    _offer(said, key, lambda format: lambda out: write_article(article, format, out, said))


def _offer(said: About, key: str, writer: Callable[[str], Callable[[BinaryIO], None]]) -> None:
    # What it holds is drawn once it is opened: on every page there are several, and most stay closed.
    with st.popover(
        "Download", icon=":material/download:", key=f"{key} files", on_change="rerun"
    ) as opened:
        if not opened.open:
            return
        for format in FORMATS:
            st.download_button(
                _NAMES[format],
                data=_made(writer(format)),
                file_name=file_name(said, format),
                mime=_TYPES[format],
                key=f"{key} {format}",
                on_click="ignore",
                type="tertiary",
                icon=":material/description:",
            )


def _made(write: Callable[[BinaryIO], None]) -> Callable[[], bytes]:
    """A file that is written when it is asked for."""

    def make() -> bytes:
        with TemporaryFile() as out:
            write(out)
            out.seek(0)
            return out.read()

    return make
