"""Where a text speaks of the very outlet that carries it: "told the Herald", "seen by the Herald"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from clippings.article import Article
from clippings.provenance import credit_lines, letters, outlets, standing

_BEFORE = re.compile(
    r"(?:\b(?:told|tells?|telling|[Ss]p(?:oke|eak|oken|eaking) (?:to|with)|wrote to|(?:[Cc]omments?|[Ss]tatements?|remarks|e-?mails?|letters?|messages?|answers?) (?:to|for)"
    r"|interview (?:with|to)|shared with"
    r"|(?:seen|obtained|reviewed|viewed|interviewed|contacted|reached|asked|found"
    r"|questioned|pressed) by|(?:questions|requests?(?: for comment)?) (?:from|by|of))\s(?:the\s)?"
    r"|(?:[يت]قول|[يت]وضح|[يت]ؤكد|[يت]ضيف|[يت]روي|[يت]شرح|تابعت?|شرحت?|أشارت?|ذكرت?|بينت?|لفتت?|شددت?|قال|قالت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|أضاف|أضافت|كشف|كشفت|روى|روت|أخبر|أخبرت)(?:\s\S+){0,5}?\s(?:لـ?\s?|إلى\s)"
    r"|(?:تصريح|تصريحات|حديث|حوار|مقابلة|اتصال|لقاء|تحدثت?|تحدثوا)(?:\s\S+){0,4}?\s(?:لـ?\s?|مع\s|إلى\s|إليها?\s|إليهم\s)(?:صحيفة\s|جريدة\s|موقع\s|وكالة\s|قناة\s|مجلة\s|شبكة\s|منصة\s)?"
    r"|(?:علمته?ا?|سألت|حصلت?|اطلعت?|حاولت|تواصلت|راسلت|خص|زارت?|التقت|التقى)(?:\s\S+){0,3}?\s?(?:ل|لـ|مع\s|إلى\s|عليها\s|عليه\s)?"
    r"|(?:سؤال|أسئلة|استفسارات)\s"
    r"|(?:پرسش|سؤال|سوال)(?:\u200c?ها)?(?:ی)?\s"
    r"|\b(?:pyetjeve|k[ëe]rkes[ëe]s|interesimit)\s(?:t[ëe]|s[ëe])\s"
    r"|(?:گفت.?وگو|گفت.?و.?گو|مصاحبه|تماس|مکالمه|صحبت)(?:ی|یی)?(?: \S+)? با\s"
    r"|(?:مراسلة?|مراسلو|موفدة?|مندوبة?|كاميرا|عدسة|فريق|مصورة?)\s(?:لـ?\s?)?|\b(?:ekip|gazetar|reporter|korrespondent|kamer|fotoreporter)\w*\s(?:i|e|t[ëe]|s[ëe])\s"
    r"|\b(?:به|با|توسط|خبرنگار|اختیار|دست|برای)\s"
    r"|\b(?:tha|than[ëe]|thot[ëe]|tregoi|treguar|th[ëe]n[ëe]|deklaroi|deklaruar|pohoi|rr[ëe]feu|foli|siguruara?|siguroi|m[ëe]son|m[ëe]suar|par[ëe]|disponon"
    r"|intervist\w+)\s(?:\w+\s){0,3}?(?:p[ëe]r\s|nga\s|me\s|i\s)?)[\"«“„‘'(]?$"
)
_AFTER = re.compile(
    r"['’]s (?:own |special )?(?:correspondent|reporter|bureau|team|crew|photographer)\b"
    r"|[\"»”’']?\s(?:rang|phoned|telephoned|asked|visited|approached|contacted|put it to|spoke to|invited) (?!by\b)(?=\w)"
    r"|[\"»”’']?\s(?:tried|attempted) to (?:reach|contact|speak)|[\"»”’']?\s(?:on (?:the )?condition of anonymity|by (?:tele)?phone)|[\"»”’']?\s(?:has|had|have) (?:learn|seen|obtained|reviewed)|[\"»”’']?\s(?:understands|can reveal)"
    r"|[\"»”’']?\s(?:could not|couldn['’]t|was unable to|were unable to|has not been able to|has been unable to) (?:\w+ )?(?:verify|confirm|reach)|[\"»”’']?\s(?:التحقق|التأكد|من التحقق|من التأكد)|[\"»”’']?\s(?:nuk (?:mundi|arriti|ka mundur)|m[ëe]son|zbulon|siguroi|disponon|(?:ka|kan[ëe]) (?:m[ëe]suar|par[ëe]|siguruar|kontaktuar|pyetur))\b"
    r"|(?:\sفارسی)?[\"»”’']?\s(?:نتوانست|موفق نشد|تلاش کرد|کوشید|گفت|گفته|می.?گوید|می.?گویند|توضیح|خبر داد|تأیید|قرار|رسید|دریافته|افزود|اعلام|به آن دست|(?:نخستین|اولین|تنها) (?:روزنامه|رسانه|سایت|خبرگزاری))"
    r"|[\"»”’']?\s(?:e|i|u)\s(?:vizitoi|pyeti|kontaktoi|takoi|telefonoi)\b"
)
_PERSIAN = re.compile(
    r"(?<!گو )(?<!مصاحبه )(?<!تماس )(?<!صحبت )(?<!مکالمه )(?<!تلفنی )\b(?:به|با|توسط|خبرنگار|اختیار|دست|برای)\s[«\"]?$"
)
_NEAR = 60
_QUOTED = re.compile(r"[«\"“„]([^\W_][^«»\"“”„\n.،,:؟?!]{1,25})[»\"”“]")
_OWN_WORDS = tuple(
    """obtained, tried to, attempted, anonymity, phone, seen, reviewed, viewed, shared, asked, contacted, reached, questions, request, visited, learn, approached, siguruar, siguroi, pyet, kërkes, kerkes, interesim, vizitoi, kontaktoi, takoi, disponon, mës, mes, پرسش, سؤال, سوال, دست, اختیار, نخستین, اولین, تنها, نتوانست, موفق نشد, verify, unable, التحقق, mundi, دریافته, خبرنگار, أسئلة, استفسارات, حاول, تواصل, راسل, حصل, اطلع, زار, التق, علم""".replace(
        "\n", " "
    ).split(", ")
)
_ITS_OWN = re.compile("|".join(_OWN_WORDS))
_TITLED = re.compile(r"The [A-Z]\w+(?: [A-Z]\w+)?\b")
_ASKED = (
    """told tells spoke peaking omments interview obtained reviewed questions answer asked seen
    tha tregoi thotë treguar deklaroi rrëfeu rrefeu intervist siguruar siguroi pyetje mëson mësuar""".split(),
    "گفت گوید مصاحبه پرسش دست اختیار قال قول صرح أوضح علمت حديث تصريح حوار مقابلة حصلت اطلعت سؤال أسئلة".split(),
)
"""Of being told or asked, in Latin and in Arabic letters: one of these stands wherever one is, cheap to look for."""
_CITED = frozenset(
    """CNN, Fox News, MSNBC, NBC News, CBS News, ABC News, CNBC, BBC, Sky News Arabia, Newsmax, Politico, Axios,
    The New York Times, The Washington Post, The Wall Street Journal, USA Today, Financial Times, The Guardian,
    The Times (London), The Hill, Bloomberg, Al Arabiya, New York Post, Daily Mail, The Daily Telegraph, Der Spiegel, Bild,
    Le Monde, Le Figaro, The Daily Beast, BuzzFeed News, Los Angeles Times, Time magazine, Newsweek, The Atlantic""".replace(
        "\n   ", ""
    ).split(", ")
)
"""What these are told others pass on every day."""
_EXCLUSIVE = re.compile(
    r"\bexclusive|\bekskluziv|(?:حديث|حوار|لقاء|تصريح|اتصال) (?:خاص|حصري)|(?:مقابلة|تصريحات) (?:خاصة|حصرية)|(?:گفت.?و.?گو|مصاحبه)\S* اختصاصی"
)
_EXCLUSIVELY = ("xclusiv", "kskluziv"), ("خاص", "حصري", "اختصاصی")
"""What is said to nobody else: even a text that names others is whose this was said to."""
_PARTICLES = frozenset("the of and i e të së te se".split())


def self_reference(text: str, carrier: str | None) -> str | None:
    """The words in which a text speaks of its carrier as the one who asked, saw or was told."""
    return next(_references(text, carrier), None) if carrier else None


def repeated(article: Article) -> tuple[str, str] | None:
    """The outlet of which a text speaks so twice, and none else: its own, most likely; and the words.

    Being told is cited as often; being answered, having obtained or visited is not.
    """
    text, right = article.text, standing.right_to_left(article)
    asked = map(text.count, _ASKED[right])
    if all(told < 2 for told in accumulate(asked)):
        return None
    named = outlets.named_in(article.text)
    if len(named) > 1 and not any(word in text for word in _EXCLUSIVELY[right]):
        return None
    for name, spelling in named.items() or _papers(text):
        words = list(_references(text, spelling))
        told = outlets.known(name) == name and name not in _CITED
        if len(named) > 1:
            told = any(map(_EXCLUSIVE.search, words))
            words = words if told else []
        if len(words) > 1 and (told or any(map(_ITS_OWN.search, words))):
            return name, f"{words[0]} … {words[1]} (text)"
    return None


_OWN = re.compile(
    r"\b(?:[Oo]ur (?:newspaper|paper|magazine)|(?:gazet|revist|portal|faqj?)\w* (?:jon[ëe]|ton[ëe]|son[ëe]|yn[ëe])"
    r"|[Oo]ur (?:own |special )?(?:correspondents?|reporters?|newsroom|questions|requests?|team|enquiries)|[Tt]his (?:correspondent|reporter|newspaper|paper|magazine|newsroom)"
    r"|(?:gazetar|reporter|korrespondent)\w* (?:yn[ëe]|ton[ëe]|tan[ëe]|jon[ëe]))\b"
)
_OWN_RIGHT = re.compile(
    r"صحيفتنا|جريدتنا|موقعنا|مجلتنا|(?:روزنامه|مجله|سایت|خبرگزاری)(?:\u0654|\u200cی|ی)? ما\b"
    r"|(?:خبرنگار|گزارشگر)(?:ان)? (?:اعزامی )?ما\b|\bمراسل(?:نا|تنا)\b|موفدنا"
)


def speaks_of_itself(text: str, name: str, alone: bool = False) -> bool:
    """Whether a text speaks twice of this one as who asks and is told, or once and of its own reporters.

    `alone` asks for the latter.
    """
    if letters.is_body(name) or credit_lines.is_institution(name):
        return False
    words = list(_references(text, name))
    if not words or (len(words) > 1 and not alone):
        return bool(words)
    return bool(_OWN.search(text) or ("ا" in text and _OWN_RIGHT.search(text)))


def is_asked(text: str, name: str) -> bool:
    """Whether a text says at least twice that one was told or saw something, each time this outlet."""
    spelling = outlets.named_in(text).get(name)
    if spelling is None:
        return False
    words = list(_references(text, spelling))
    return len(words) > 1 and (name not in _CITED or any(map(_ITS_OWN.search, words)))


def _papers(text: str) -> Iterator[tuple[str, str]]:
    """What is quoted or a title, by the name of the paper that is called so; and as the text has it."""
    return ((outlets.periodical(one) or one, one) for one in _quoted(text))


def _quoted(text: str) -> Iterator[str]:
    """What stands more than once in quotation marks, or as a title: "told The Lantern"."""
    counts = Counter(_QUOTED.findall(text))
    inside = (
        match
        for match in _TITLED.finditer(text)
        if re.match("[a-z,] ", text[max(0, match.start() - 2) :])
    )
    counts.update({match.group(): text.count(match.group()) for match in inside})
    return (name for name, count in counts.items() if count > 1)


def _references(text: str, name: str) -> Iterator[str]:
    for match in _mentions(text, name):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        after = _AFTER.match(text, match.end())
        cue = _BEFORE.search(before)
        if (cue and (after or not _PERSIAN.search(before))) or (after and not cue):
            start = max(0, match.start() - _NEAR) + (cue.start() if cue else len(before))
            yield text[start : after.end() if after else match.end()].strip()


def _mentions(text: str, name: str) -> Iterator[re.Match[str]]:
    """Where a text names an outlet, leaping from one first word to the next."""
    first = next((word for word in name.split() if word not in _PARTICLES), name)
    stem = first[: max(3, len(first) - 2)]
    form, at = _named(name), text.find(stem) if stem else -1
    while at >= 0:
        match = form.match(text, at)
        if match and (
            at == 0 or text[at - 1] == "ل" or not (text[at - 1].isalnum() or text[at - 1] == "_")
        ):
            yield match
        at = text.find(stem, max(match.end() if match else 0, at + 1))


@lru_cache(maxsize=1024)
def _named(carrier: str) -> re.Pattern[str]:
    """The carrier's name in the cases that Albanian gives it: "Zërin e Familjeve"."""
    words = carrier.split()
    while words[1:] and words[0] in _PARTICLES:
        del words[0]
    forms = [
        r"\w{1,3}"
        if word in _PARTICLES
        else re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,4}\u0654?"
        for word in words
    ]
    return re.compile(r"\s".join(forms) + r"(?!\w)")
