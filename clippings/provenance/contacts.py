"""The lines in which a newsroom says how to reach its reporters: the mail's domain tells whose they are."""

import re
from collections.abc import Sequence

from clippings.provenance import outlets
from clippings.provenance.standing import Line

_MAIL = re.compile(r"[\w.+-]+@(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,7})\b", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:write to|contact (?:the )?(?:reporters?|editors?|authors?|writers?|correspondents?)|e-?mail (?:the )?(?:reporters?|authors?|writers?|him|her|them|me)\b|e-?mail \w+(?: \w+)? at |e-?mail:? \S+@|contact \w+ \w+ at |^\W*[\w.+-]+@[\w.-]+\W*$"
    r"|(?:can be )?reached at|(?:reporters?|reporting|authors?|writer|editor|staff|by)\b[^@\n]{0,60}(?:at|:|,|\() ?\S*@|send (?:tips|comments|feedback) to)"
    r"|\b(?:shkruaji(?:ni)?|kontakt\w* (?:i |e )?(?:autor|gazetar|reporter)\w*|p[ëe]r kontakt me (?:autor|gazetar)\w*|posta elektronike e (?:autor|gazetar)\w*)"
    r"|(?:تماس با|ایمیل|رایانامه|نشانی)\S* (?:نویسنده|خبرنگار|گزارشگر)|(?:للتواصل مع|بريد|البريد الإلكتروني ل\S?|راسلوا?) ?(?:ال)?(?:كاتبة?|مراسلة?|محررة?|صحافي|صحفي)",
    re.IGNORECASE,
)
_LONG = 400
_PRESS = re.compile(
    r"\b(?:media|press|investor|public|sales)(?: and \w+)? (?:contacts?|relations|office|enquiries|inquiries)|letters? to the editor|subscri|advertis|\b(?:press|media|pr|info|sales|ads?|subscriptions?)@|روابط عمومی|العلاقات",
    re.IGNORECASE,
)


def reporters(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The one known outlet at whose domain a line says its reporters can be reached, and that line."""
    found: dict[str, str] = {}
    for line in lines:
        text = line.text
        if "@" not in text or line.where == "headline" or len(text) > _LONG:
            continue
        if _PRESS.search(text) or not _CUE.search(text):
            continue
        for mail in _MAIL.finditer(text):
            if name := _at(mail["domain"]):
                found.setdefault(name, f"{text} ({line.where})")
    return next(iter(found.items())) if len(found) == 1 else None


def _at(domain: str) -> str | None:
    """The outlet of a mail's domain, which may end otherwise than its site's: "bloomberg.net"."""
    return outlets.of_domain(domain) or outlets.of_domain(f"{domain.rpartition('.')[0]}.com")
