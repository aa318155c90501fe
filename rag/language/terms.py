"""Text to index terms: what the lexical side of a search counts.

Knows: word shapes, elisions, numbers as written in French and English, Snowball stems, stop words. Does not know
sentences, weights or indexes. The same function serves articles and questions, so both sides always agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from rag.language.text import fold
from rag.language.words import ENGLISH, FRENCH

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_NOTHING: frozenset[str] = frozenset()

_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_ACRONYM = r"(?:[^\W\d_]\.){2,}"
_CJK = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_TOKEN = re.compile(
    rf"(?P<acronym>{_ACRONYM})|(?P<number>(?<!\w)(?:{_NUMBER})(?!\w))|(?P<cjk>{_CJK})|(?P<word>[^\W_]+(?:['’ʼ][^\W_]+)*)"
)
_APOSTROPHE = re.compile("['’ʼ]")
_ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu entr presqu".split())
_GROUPED = {"fr": re.compile(r"\d{1,3}(?:\.\d{3})+"), "en": re.compile(r"\d{1,3}(?:,\d{3})+")}


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # snowballstemmer's own name


def stop_words(language: str) -> frozenset[str]:
    """Folded function words of ``language``; empty for a language without a list."""
    return {"fr": FRENCH, "en": ENGLISH}.get(language, _NOTHING)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The Snowball stem of one word, folded first, so that a word typed without accents finds those with.

    Only folded where Snowball does not know the language.
    """
    stemmer = _stemmer(language)
    folded = fold(word)
    if language == "fr" and len(folded) > 4 and folded[-1] == "s" and folded[-2] not in "is":
        folded = folded[:-1]  # French Snowball keeps "euro" and "euros", "retrait" and "retraits" apart
    return fold(stemmer.stemWord(folded)) if stemmer else folded


def index_terms(text: str, language: str) -> list[str]:
    """The terms of ``text`` in order: folded stems without stop words, numbers in one normal form.

    "1 250,5" (French) and "1,250.5" (English) both give ``1250.5``; "l'Ukraine" gives the stem of Ukraine;
    "porte-parole" gives its two parts; a word in capitals ("WHO", "US") is never taken for a stop word.
    """
    stops = stop_words(language)
    shouting = text.isupper()
    terms: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if match.lastgroup == "acronym":
            terms.append(fold(token.replace(".", "")))
        elif match.lastgroup == "number":
            terms.append(number_form(token, language))
        elif match.lastgroup == "cjk":
            terms.append(token)
        else:
            terms.extend(_word_terms(token, language, stops, shouting))
    return terms


def number_form(written: str, language: str) -> str:
    """One spelling for a number: no group marks, a point before decimals ("1 250,5" -> "1250.5")."""
    digits = re.sub(_SPACE, "", written)
    comma_decimal = language != "en"
    grouped = _GROUPED["fr" if comma_decimal else "en"]
    group, point = (".", ",") if comma_decimal else (",", ".")
    head, separator, tail = digits.partition(point)
    if grouped.fullmatch(head):
        head = head.replace(group, "")
    return f"{head}.{tail}" if separator else head.replace(",", ".")


@lru_cache(maxsize=200_000)
def _word_terms(token: str, language: str, stops: frozenset[str], shouting: bool) -> tuple[str, ...]:
    parts = _APOSTROPHE.split(token)
    if language == "en":
        parts = parts[:1] if len(parts) == 2 and len(parts[1]) <= 2 else parts
    elif len(parts) > 1 and fold(parts[0]) in _ELIDED:
        parts = parts[1:]
    elif len(parts) == 2:
        parts = ["".join(parts)]  # aujourd'hui, prud'homme: one word
    found = []
    for part in parts:
        capitals = not shouting and len(part) > 1 and part.isupper()
        if capitals or fold(part) not in stops:
            found.append(fold(part) if capitals and fold(part) in stops else stem(part, language))
    return tuple(term for term in found if term)


@lru_cache(maxsize=32)
def _stemmer(language: str) -> _Stemmer | None:
    name = _SNOWBALL.get(language)
    if name is None:
        return None
    import snowballstemmer

    made: _Stemmer = snowballstemmer.stemmer(name)
    return made
