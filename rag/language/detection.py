"""Which language a text or a question is written in.

Knows: py3langid (4.5 MB, BSD, naive Bayes over byte n-grams) and the function words of French and English, which decide
where a question is too short for n-grams. Does not know: what the language is used for. Unpacking the n-grams takes
half a second of processor time and reading an article by them 4 ms, so they are only asked where plain words leave a
doubt.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from rag.language.text import fold
from rag.language.words import ENGLISH, FRENCH, QUESTION_ENGLISH, QUESTION_FRENCH

UNDETERMINED = "und"
_ENOUGH = 4_000  # characters: beyond, the answer does not change and the time does
_SHORT = 120  # characters below which function words are heard as well
_LEAST = 0.2  # confidence of n-grams from which one of the two languages heard is taken at its word
_STRONG = 0.5  # confidence of n-grams from which a third language is
_CERTAIN = 0.999  # the same of a question that begins with a question word of theirs: names are of any language
_HEARD = frozenset({"fr", "en"})  # languages whose function words are known here
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES = """
    ar bg ca cs da de el en es fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv tr uk vi zh
""".split()
_ACCENTS = re.compile("[àâçèêëîïôùûÿœ]")
_TELLING = {  # words that only French has, or only English, among the languages known
    "fr": frozenset(
        "pour une dans avec aux sont était mais selon cette leur leurs après depuis dont être comme".split()
    ),
    "en": frozenset("the and that with which this their would they from been were".split()),
}
_TOLD = 4  # different telling words from which a text needs no n-grams
_TOLD_SHARE = 0.03  # of all its words at least


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def detect(text: str) -> tuple[str, float]:
    """The ISO 639-1 code of the language of ``text``, and a confidence from 0 to 1; ``("und", 0.0)`` for no letters."""
    sample = " ".join(text[:_ENOUGH].split())
    if not _WORD.search(sample):
        return UNDETERMINED, 0.0
    plain = _plainly(sample)
    if plain is not None:
        return plain
    code, confidence = _identifier().rank(sample)[0]
    if len(sample) <= _SHORT:
        heard = _by_function_words(sample, other=confidence if code not in _HEARD else 0.0)
        if heard is not None:
            return heard
    return code, round(float(confidence), 4)


def detect_question(text: str, default: str = "en") -> str:
    """The language of a question: "fr" or "en", another code only where it is certain.

    Args:
        text: the question, of any length.
        default: for a question that does not tell ("Kellogg?", "2024").
    """
    code, confidence = detect(text)
    if code in _HEARD and confidence >= _LEAST:
        return code
    asks = fold(first.group()) if (first := _WORD.search(text)) else ""
    if code not in _HEARD and confidence >= (_CERTAIN if asks in QUESTION_FRENCH | QUESTION_ENGLISH else _STRONG):
        return code
    pair = {name: share for name, share in _identifier().rank(text) if name in _HEARD}
    french, english = pair.get("fr", 0.0), pair.get("en", 0.0)
    if max(french, english) < 4 * min(french, english) or not _WORD.search(text):
        return default
    return "fr" if french > english else "en"


def _plainly(sample: str) -> tuple[str, float] | None:
    """The verdict where n-grams could not change it: none of their languages is left to be meant."""
    if len(sample) <= _SHORT:
        return _by_function_words(sample, other=1.0)
    words = _WORD.findall(sample.lower())
    heard = {code: [word for word in words if word in telling] for code, telling in _TELLING.items()}
    code, other = sorted(heard, key=lambda code: -len(heard[code]))
    more, fewer = len(heard[code]), len(heard[other])
    if len(set(heard[code])) < _TOLD or more < _TOLD_SHARE * len(words) or more < 8 * fewer:
        return None
    return code, round((more + 1) / (more + fewer + 2), 4)


def _by_function_words(sample: str, other: float) -> tuple[str, float] | None:
    """A verdict where one language's function words prevail; ``other`` is how sure n-grams are of a third language."""
    words = [fold(word) for word in _WORD.findall(sample)]
    french = sum((word in FRENCH) + (word in QUESTION_FRENCH) for word in words if word not in ENGLISH)
    english = sum((word in ENGLISH) + (word in QUESTION_ENGLISH) for word in words if word not in FRENCH)
    french += bool(_ACCENTS.search(sample.casefold()))
    more, fewer = max(french, english), min(french, english)
    few = 6 * more < len(words) or (other >= _STRONG and 2 * more < len(words))
    if few or more < 2 * fewer + 1:
        return None
    return ("fr" if french > english else "en"), round((more + 1) / (more + fewer + 2), 4)


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in _LANGUAGES if code in known])
    made: _Identifier = identifier
    return made
