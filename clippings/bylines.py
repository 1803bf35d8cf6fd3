"""Who signs the articles."""

from collections import Counter

import pandas as pd

from clippings.archive import Archive
from clippings.archive.selection import Selection


def bylines(archive: Archive, selection: Selection) -> pd.DataFrame:
    """Who signs the selected articles: `name, articles`, most first; one name under different capitals
    is one, and an article that has it twice counts once."""
    counted: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for record in archive.records(selection):
        for name in {person["name"] for person in record["byline"] or ()}:
            usual = spelled.setdefault(name.casefold(), name)
            if usual.isupper() and not name.isupper():
                spelled[name.casefold()] = name
            counted[name.casefold()] += 1
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return pd.DataFrame(
        {"name": [spelled[key] for key, _ in ranked], "articles": [n for _, n in ranked]}
    )
