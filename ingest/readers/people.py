"""The names in an author field: who signs, and who is only the site's own account."""

import re

from clippings.article import Person

_NOBODY = frozenset(
    "admin administrator author editor editors editorial redaction redaktion webmaster root user "
    "wordpress noreply no-reply info staff newsroom news desk unknown none null nan n/a anonymous "
    "guest test support contact web team".split()
)
_STAFF = re.compile(r"(?i)(?:web|news|editorial|the)?\s*(?:admin|desk|team|editor|staff)s?\d*")
_BY = re.compile(r"(?i)^\s*(?:by|von|par|por|di|nga|بقلم|نوشته)\s*:?\s+")
_ADDRESS = re.compile(r"\S+@\S+\.\S+|https?://\S+")
_BETWEEN = re.compile(r"\s*(?:;|\||\s+(?:and|und|et|y|dhe|و)\s+|\s*&\s*)\s*")


def people(stated: str | None, outlet: str | None = None) -> tuple[Person, ...]:
    """The people an author field names, none of them the outlet or one of its accounts."""
    if not stated:
        return ()
    text = " ".join(_ADDRESS.sub(" ", _BY.sub("", stated)).split()).strip(" ,;()<>")
    names = [name for part in _BETWEEN.split(text) for name in _listed(part)]
    found = dict.fromkeys(name for name in names if _is_person(name, outlet))
    return tuple(Person(name) for name in found)


def _listed(text: str) -> list[str]:
    """The names between commas, unless a comma may stand inside one: "Lee, Ann", "Ann Lee, AP"."""
    parts = [part.strip() for part in text.split(",")]
    several = len(parts) > 1 and all(2 <= len(part.split()) <= 4 for part in parts)
    return parts if several else [text.strip(" ,")]


def _is_person(name: str, outlet: str | None) -> bool:
    if not 2 <= len(name) <= 100 or not any(letter.isalpha() for letter in name):
        return False
    plain = name.casefold()
    return not (
        plain in _NOBODY or plain == (outlet or "").casefold() or _STAFF.fullmatch(plain.strip())
    )
