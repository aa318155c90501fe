"""What else a word of a question may stand for: its translations, those of its other forms, and kindred names.

Knows the translation table, the tables of places and peoples, and which words both languages spell and mean alike. Does
not know questions, indexes or how much a word tells. All of it is alternatives for a search, never shown to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rag.figures.peoples import homes, peoples
from rag.figures.places import aliases
from rag.language import fold, index_terms, stem, stop_words
from rag.ranking.rarity import rarity
from rag.ranking.word_vectors import likeness
from rag.translation import translate_term, words_from

Options = tuple[tuple[str, float], ...]

_LEAST = 0.03  # probability below which a translation is noise
_INFLECTED = 0.8  # how far the translations of another form of the word hold for the form asked about
_SHORTEST = 3  # letters of a stem
_KNOWN_FROM, _UNKNOWN = 0.55, 1.0  # rarity of a word of the other language: neither among its commonest nor unknown
_FOREIGN = 0.17  # how much rarer it may be there: what is ten times as rare is a foreign word, or somebody's name
_MEANT = 0.1  # probability from which a translation is a meaning of the word
_NEAR = 0.5  # likeness from which a word spelt so in both languages has that meaning in both
_FAR = 5  # letters by which another form may differ: "publications" is no form of "publics"
_KIN = 0.5  # how surely "Spanish" is said where an article says "Spain"
_TOLD = 3  # letters up to which a name is too short to tell ("us", "uk")


def translations(word: str, language: str, target: str) -> Options:
    """Words of ``target`` that the word itself may stand for, with probabilities."""
    return _telling(translate_term(word, language, target), target)


@lru_cache(maxsize=4_000)
def translations_of_another_form(word: str, language: str, target: str) -> Options:
    """The same of the nearest other form of a word that the table lacks: "supprimer" for "supprimeront"."""
    folded = fold(word)
    own = stem(folded, language)
    if len(own) < _SHORTEST:
        return ()
    forms = words_from(own[: max(_SHORTEST, len(own) - 1)], language)
    near = min(((_apart(form, folded), form) for form in forms if stem(form, language) == own), default=(_FAR + 1, ""))
    if near[0] > _FAR:
        return ()
    return _telling(
        [(other, _INFLECTED * chance) for other, chance in translate_term(near[1], language, target)], target
    )


@lru_cache(maxsize=4_000)
def means_itself(word: str, language: str, target: str) -> bool:
    """Whether a word of one language is spelt so in the other, too, and means the same: "ferry", and not "chair".

    The table leaves out words that are their own translation. So a word of ours that is a known one there, but for
    which the table has nothing or itself, may be the same; a false friend ("pain") has a meaning of its own. It must
    be no form of another word there ("demand" of "demande"), about as usual as here, and near what it is translated by.
    """
    folded = fold(word)
    terms = index_terms(word, target)
    back = dict(translate_term(word, target, language))
    if terms != [folded] or (back and folded not in back) or folded in stop_words(target) | stop_words(language):
        return False
    there = rarity(folded, target)
    if not _KNOWN_FROM <= there < min(_UNKNOWN, rarity(stem(folded, language), language) + _FOREIGN):
        return False
    others = words_from(folded, target) if len(folded) >= _SHORTEST else ["?"]
    if any(stem(form, target) == folded and form not in (folded, f"{folded}s") for form in others):
        return False
    meant = [other for other, chance in translate_term(word, language, target) if chance >= _MEANT]
    return folded in meant or float(likeness([folded], meant).max(initial=0.0)) >= _NEAR


def _telling(found: Iterable[tuple[str, float]], target: str) -> Options:
    stops = stop_words(target)
    return tuple((other, chance) for other, chance in found if fold(other) not in stops and chance >= _LEAST)


def _apart(one: str, other: str) -> int:
    """Letters behind what two words have in common at their beginning."""
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return len(one) + len(other) - 2 * common


@lru_cache(maxsize=4_000)
def kin(word: str) -> Options:
    """Folded words for the same place or its people, in either language: "Spain" for "Spanish" and "espagnole".

    A place must be written with a capital ("turkey" is a bird); words for peoples need none in French.
    """
    folded = fold(word)
    people = peoples().get(folded)
    place = homes().get(people, "") if people else aliases().get(folded, "") if word[:1].isupper() else ""
    if not place and not people:
        return ()
    same_people = {key for key, home in homes().items() if home == place} if place else {people}
    told = _TOLD - 1 if word.isupper() else _TOLD  # one acronym for another: "BCE" for "ECB"
    places = _plain((name for name, key in aliases().items() if place and key == place), told)
    names = _plain((name for name, key in peoples().items() if key in same_people), told)
    alike, other = (names, places) if people else (places, names)
    found = dict.fromkeys(alike, 1.0)
    found = {**found, **{name: _KIN for name in other if name not in found}}
    found.pop(folded, None)  # "Argentine" is the country in French, and its people in English
    return tuple(found.items())


def _plain(names: Iterable[str], told: int) -> list[str]:
    """Those of one word that are long enough to tell: longer than so many letters."""
    return [name for name in names if len(name) > told and " " not in name]
