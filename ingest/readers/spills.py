"""Whether a sentence reads on without words that stand within it, as a picture's words do.

English and Albanian are told by their small words; where a sentence may need the words, as the
object of a preposition or as the title of something written, they stay.
"""

import re

_BEFORE = re.compile(r"(?:^|[\s\"'“‘«„(])([^\W\d_]+) $")
_AFTER = re.compile(r"^ ([^\W\d_]+)\b")
_TITLED = frozenset(
    """story stories article articles report reports headline headlines headlined heading title
    titles titled entitled called named dubbed piece column book books novel film movie song poem
    play exhibition series programme program page slogan slogans banner banners sign signs letter
    post posts read reads reading say says said saying wrote writes written ran printed publish
    published posted tweeted sang watched saw shouted chanting shouting words text video poster
    essay pamphlet campaign group movement project event conference seminar joined founded
    artikulli artikullin titulli titullin titulluar lajmi lajmin libri librin filmi filmin
    quajtur raporti raportin thotë shkruan""".split()
)
"""Words beside the title of something: what stands there is meant."""
_LEADS = frozenset(
    """a an the this that these those his her its their our my your no some any each every both
    of in on at to for with by from about into onto over under after before between against
    through during without within near like as than via and or but nor if because while when
    where which who whose whom versus e i të së në për nga me dhe se që si mbi pas para""".split()
)
"""Words after which a sentence waits for another."""
_FOLLOW = frozenset("a an the this these those his her its their our my your".split())
"""Words that stand where such a sentence goes on."""
_LINKS = frozenset(
    """and or but nor which who whose whom that of is was are were has have had will would said
    says dhe ose që është ishte""".split()
)
"""Words that go on from what stands before them, which after a verb is the words in question."""
_VERBS = frozenset("is are was were be been being became become has had have".split())
_SAYS = re.compile(
    r" (?:after|before|until|amid|as|is|are|was|were|will|has|have|had|not|can|could|may|must|says?"
    r"|said|over|without|since|while|if|when|why|how)\b",
    re.IGNORECASE,
)
"""Words that headlines have and names seldom."""
_NAMING = frozenset("of the and for in a an at on de al el e i të së".split())
"""Small words within names."""


def reads_on(before: str, after: str, words: str) -> bool:
    """Whether what stands before and after the words is one sentence without them."""
    near = _beside(before, after)
    if near is None or not _is_clause(words):
        return False
    last, first = near
    if last in _LEADS:
        return first in _FOLLOW and last not in _FOLLOW
    return not (last in _VERBS and first in _LINKS)


def _beside(before: str, after: str) -> tuple[str, str] | None:
    """The words on both sides, if they are small, no quotation is open and nothing has a title."""
    last, first = _BEFORE.search(before), _AFTER.match(after)
    if not last or not first or _is_quoted(before):
        return None
    near = (last[1], first[1])
    return near if all(one.islower() and one not in _TITLED for one in near) else None


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open here."""
    opened = sum(map(before.count, "“«„")) - sum(map(before.count, "”»"))
    return opened > 0 or before.count('"') % 2 == 1


def _is_clause(words: str) -> bool:
    """Whether words say something, as a headline does, and are not one name.

    In a name every word but the smallest has a capital.
    """
    parts = re.findall(r"[^\W_]+", words)[1:]
    small = any(part.islower() and part not in _NAMING for part in parts)
    return small and (
        _SAYS.search(words) is not None or sum(map(str.islower, parts)) * 2 > len(parts)
    )
