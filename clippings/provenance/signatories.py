"""Who signs a letter or a statement, name under name: below its last courtesy, or after "Signed:"."""

import re
from collections.abc import Iterator, Sequence

from clippings.article import Article, Person
from clippings.provenance import headings, letters, names
from clippings.provenance.standing import Line

_MOST = 60
"""Names of one list; a longer one goes on elsewhere."""
_LIST = re.compile(
    r"\W*(?:signed(?: by)?|(?:the )?signatories|n[ëe]nshkruar(?: nga)?|n[ëe]nshkruesit?|n[ëe]nshkruan|امضا(?:ء)?(?:کنندگان|ها)?|با امضای"
    r"|(?:التوقيع(?:ات)?|توقيع|الموق[عّ]+(?:ون|ين|ات)?(?: أدناه)?))\s*[:：]\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\s*(?:[,،(]|\s[–—-]\s)\s*")
"""What parts a name from what its bearer is."""
_BULLET = re.compile(r"^(?:[\d۰-۹٠-٩]{1,3}[.)-]\s*|[•*·–—-]\s*)")


def signatories(article: Article, lines: Sequence[Line]) -> Iterator[Person]:
    """Those who sign, in their order."""
    tails = [line for line in lines if line.tail and line.alone and line.where != "credit"]
    closing = [n for n, line in enumerate(tails) if _closes(line.text)]
    if not closing:
        return
    at = closing[-1]
    listed = _LIST.match(tails[at].text)
    below = [_BULLET.sub("", line.text) for line in tails[at + 1 :]]
    if listed and listed["rest"]:
        below = [*names.AND.split(listed["rest"].strip(" .")), *below]
    found = [(text, _name(text, article.outlet)) for text in below[:_MOST]]
    alike = sum(name == text.strip(" .") for text, name in found if name)
    for number, (text, name) in enumerate(found):
        first = not any(one for _, one in found[:number])
        if name and (first or listed or alike > 2 or _WHAT.search(text)):
            yield Person(name, "writing")


def _closes(text: str) -> bool:
    return len(text) < 200 and (letters.is_closing(text) or bool(_LIST.match(text)))


def _name(text: str, carrier: str | None) -> str | None:
    """The name that a line is, or begins with before a comma and what its bearer is."""
    bare = names.untitled(_WHAT.split(text.strip(" ."), maxsplit=1)[0].strip())
    if len(text) > 100 or text.endswith(("؟", "?", "!")) or not names.is_name(bare, carrier):
        return None
    return None if not names.right(bare) and headings.is_heading(bare, "") else bare
