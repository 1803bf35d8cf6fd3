"""Tables that only arrange a page, as pages of before 2010 do: their cells become plain blocks.

Extractors take a table for data and write its rows out, "| Home | News | … |", menus and all.
"""

import lxml.html

from ingest.extract.joining import is_long, plain

_LONG = 400
_MOST = 0.6
"""Share of a table's words in a single cell from which the table is there for that cell."""

_BLOCKS = ("p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "pre", "form")
_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")


def unwrap(tree: lxml.html.HtmlElement) -> None:
    """Make blocks of the tables that arrange the page."""
    for table in list(tree.iter("table")):
        if _arranges(table):
            own = [
                part for part in table.iter(*_PARTS) if next(part.iterancestors("table")) is table
            ]
            for part in (table, *own):
                part.tag = "p" if _is_paragraph(part) else "div"


def _arranges(table: lxml.html.HtmlElement) -> bool:
    """Whether it holds other tables, a single cell, or little beside one long text."""
    if table.find(".//table") is not None:
        return True
    if table.find(".//th") is not None or table.find("caption") is not None:
        return False
    sizes = [len(plain(cell)) for cell in table.iter("td")]
    longest = max(sizes, default=0)
    return len(sizes) <= 1 or (longest > _LONG and longest > _MOST * sum(sizes))


def _is_paragraph(part: lxml.html.HtmlElement) -> bool:
    """Whether it is a cell that holds sentences and no blocks."""
    if part.tag != "td" or next(part.iter(*_BLOCKS), None) is not None:
        return False
    return is_long(plain(part))
