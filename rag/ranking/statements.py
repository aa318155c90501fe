"""Sentences in which somebody says something of a matter: "X a déclaré que …", "…", said X", "selon X".

Knows verbs of saying and where their speaker stands in English and French, and that "he added" is said by whom the
sentences before it, else the title, name last. Does not know whether a paper quotes well, and does not retrieve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from rag.figures import Name, find_figures, find_names
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.figures.places import aliases
from rag.language import fold, reading_of
from rag.language.speech import SAYS_OR_WANTS, SPEAKS
from rag.language.statements import Statement
from rag.ranking.introductions import by_day
from rag.ranking.matching import match_all
from rag.ranking.sentences import share
from rag.ranking.settled import titled
from rag.ranking.terms import wanted
from rag.types import Evidence, Hit

MATTER = 0.5
"""How much of the matter a sentence with its title must say."""

_MOST = 6  # sentences given
_OWN = 0.6  # what the sentence's own words count beside those with its title
_NAMED, _MEANT = 1.0, 0.8  # how plainly a sentence is somebody's that names them, and that says "he" or "she"
_LEAST = 0.4  # a sentence that names nobody says something of the matter itself, not only its title
_LEVELS = 5  # levels of plainness told apart; within one the newest comes first
_ASIDE = r'(?:,[^,"]{1,90},| \([^)"]*\))?'
_ALSO = {
    "en": r"(?:(?:has|had|also|then|later|himself|herself|recently|again|repeatedly|publicly) ){0,3}",
    "fr": r"(?:(?:ne |n'|se |s'|s'est |lui |leur |l'|y |en |a |avait |aussi |egalement |ensuite |toutefois |ainsi "
    r"|alors |deja |meme |pour sa part |de son cote |par ailleurs |pas |jamais |longuement |vivement )){0,4}",
}
_AND = {"en": r'(?: [^,;:."]{1,60} and)?', "fr": r'(?: [^,;:."]{1,60} et)?'}  # "congratulated the winner and said"
_BEHIND = {
    lang: re.compile(rf"{_ASIDE}{_AND[lang]} {_ALSO[lang]}(?:{verbs})\b(?! par\b)")
    for lang, verbs in SAYS_OR_WANTS.items()
}
_WORDS_BEFORE = r"(?:(?!qu['e])[a-z.'-]+,? ){0,6}$"
_BEFORE = {lang: re.compile(rf"[,\"»] ?{_ALSO[lang]}(?:{verbs}),? {_WORDS_BEFORE}") for lang, verbs in SPEAKS.items()}
# Behind words in quotation marks and a comma any verb is one of saying: '"…", a soupiré le maire, Jean Dupont'.
_QUOTED_BY = re.compile(
    rf"(?:(?:\" ?,|[?!] ?\") ?(?:a|ont|avait|s'est|lui a) [a-z'-]{{3,}}|[,?!]\" [a-z]{{3,}}(?:ed|s)),? {_WORDS_BEFORE}"
)
_SOURCE = re.compile(r"(?:^|[,\"»] ?)(?:according to|selon|d'apres|pour|a en croire) (?P<title>(?:[a-z.'-]+ ){0,6})$")
_TITLE = re.compile(r"(?:\b(?:m\.|mm\.|mme|mlle|mr\.?|mrs\.?|ms\.?|pr\.?|dr\.?|me|le|la|the|sir|president) )+$")
_OF = re.compile(r"(?:\b(?:de|du|des|a|aux?|par|contre|avec|sur|chez|by|to|of|with|about|against|from) |\bd')$")
"""Before a name: it is not the subject. Where the verb comes first, neither is it behind "que" or "and"."""

_THEY = {
    "en": re.compile(
        rf"\b(?:he|she) {_ALSO['en']}(?:{SAYS_OR_WANTS['en']})\b|\b(?:{SAYS_OR_WANTS['en']}) (?:he|she)\b"
    ),
    "fr": re.compile(
        rf"\b(?:{SAYS_OR_WANTS['fr']})(?:-t)?-(?:il|elle)\b|\ba-t-(?:il|elle) {_ALSO['fr']}(?:{SAYS_OR_WANTS['fr']})\b"
        rf"|\b(?:il|elle) {_ALSO['fr']}(?:{SAYS_OR_WANTS['fr']})\b"
    ),
}


def statements(statement: Statement, language: str, hits: Sequence[Hit]) -> list[Evidence]:
    """The sentences in which the speaker says something of the matter, the plainest and newest first.

    The score says how plainly, 0 to 1: whether they name the speaker, and how much of the matter they say.

    Args:
        statement: whose words are sought, and on what; where on nothing in particular, the newest come first.
        language: the language it is put in.
        hits: passages found for both.
    """
    key = _key(statement.speaker, language)
    found: dict[str, Evidence] = {}
    for target in {hit.article.language for hit in hits}:
        spoken = [(hit, n, plain) for hit in hits if hit.article.language == target for n, plain in _spoken(hit, key)]
        words = wanted(statement.about, language, target)
        weights = np.array([word.weight for word in words])
        texts = [_without_sums(hit.passage.sentences[n].text, target) for hit, n, _ in spoken]
        nothing = float(not statement.about)
        for (hit, n, plain), said in zip(spoken, match_all(words, texts, target), strict=True):
            own = share(weights, said.meant(), nothing)
            whole = share(weights, np.maximum(said.meant(), titled(hit.article, words)), nothing)
            score = plain * (_OWN * own + (1 - _OWN) * whole)
            if whole >= MATTER and score >= _LEAST:
                sentence = hit.passage.sentences[n]
                found.setdefault(fold(sentence.text), Evidence(hit, sentence, score))
    return sorted(found.values(), key=lambda item: (-round(item.score * _LEVELS), *by_day(item)))[:_MOST]


def _without_sums(text: str, language: str) -> str:
    """A text without its sums of money: "340 000 euros" says nothing of the euro."""
    for figure in find_figures(text, language):
        if figure.kind == "money":
            text = text.replace(figure.text, " " * len(figure.text))
    return text


def _key(speaker: str, language: str) -> str:
    """The name as it is compared; that of a body may be a word ("WHO") which alone is no name."""
    names = find_names(speaker, language)
    return max((name.key for name in names), key=len, default=aliases().get(fold(speaker), fold(speaker)))


def _spoken(hit: Hit, key: str) -> Iterator[tuple[int, float]]:
    """The sentences of a passage that the speaker says, by their places, and how plainly."""
    language = hit.article.language
    last = any(same_key(name.key, key) for name in find_names(hit.article.title, language))
    for place, sentence in enumerate(hit.passage.sentences):
        names = find_names(sentence.text, language)
        they = _THEY[reading_of(language)].search(flatten(sentence.text))
        if any(same_key(name.key, key) and says(sentence.text, name, language) for name in names):
            yield place, _NAMED
        elif they and not any(says(sentence.text, name, language) for name in names):
            if _is_last([name for name in names if name.end <= they.start()], key, last):
                yield place, _MEANT
        last = _is_last(_acting(sentence.text, names), key, last)


def _acting(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The names of a sentence that may be of whom the next one goes on to speak, all where none is a subject.

    "Ines Karsa was elected after the departure of Marc Odul. She said": it is of Karsa.
    """
    flat = flatten(text)
    return [name for name in names if not _OF.search(_TITLE.sub("", flat[: name.start]))] or names


def _is_last(names: Sequence[Name], key: str, otherwise: bool) -> bool:
    """Whether of the people named the last is the speaker."""
    told = (name for name in reversed(names) if " " in name.text or same_key(name.key, key))
    return next((same_key(name.key, key) for name in told), otherwise)


def says(text: str, name: Name, language: str) -> bool:
    """Whether a name of a sentence, not one between quotation marks, is the subject of a verb of saying."""
    flat, reading = flatten(text), reading_of(language)
    before = flat[: name.start]
    if before.count('"') % 2 or text[: name.start].count("«") > text[: name.start].count("»"):
        return False
    source = _SOURCE.search(before)
    if source and not _OF.search(source["title"]):
        return True
    if _OF.search(_TITLE.sub("", before)):
        return False
    end = name.end + (before.endswith(", ") and flat.startswith(",", name.end))  # "the mayor, Ines Karsa, said"
    told = _BEHIND[reading].match(flat, end) or _BEFORE[reading].search(before) or _QUOTED_BY.search(before)
    return bool(told)
