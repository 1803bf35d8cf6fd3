"""Who signs the articles."""

from collections import Counter

import pandas as pd

from clippings.archive import Archive
from clippings.archive.selection import Selection


def bylines(archive: Archive, selection: Selection) -> pd.DataFrame:
    """Who signs the selected articles: `name, articles, inferred` (of them those of which only a line of
    the text suggests it), most first; one name under different capitals is one, and an article that has
    it twice counts once."""
    counted: Counter[str] = Counter()
    inferred: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for record in archive.records(selection):
        told = record["byline_stated"] if record["byline_basis"] == "inferred" else record["byline"]
        stated = {person["name"].casefold() for person in told or ()}
        signed = {person["name"].casefold(): person["name"] for person in record["byline"] or ()}
        for name in signed.values():
            usual = spelled.setdefault(name.casefold(), name)
            if usual.isupper() and not name.isupper():
                spelled[name.casefold()] = name
            counted[name.casefold()] += 1
            inferred[name.casefold()] += name.casefold() not in stated
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return pd.DataFrame(
        {
            "name": [spelled[key] for key, _ in ranked],
            "articles": [n for _, n in ranked],
            "inferred": [inferred[key] for key, _ in ranked],
        }
    )
