"""Questions for who somebody or what something named is: "who is Ada Lovelace?", "c'est quoi la PMA ?".

Knows how English and French ask so, and which words are the name. Does not know articles. Who holds an office ("who is
the mayor of Lyon?") is none of these: there the name is what is asked for.
"""

from __future__ import annotations

import re

from rag.language.text import fold, question_words
from rag.language.words import ENGLISH, FRENCH

_LONGEST = 6  # words of a name; a longer one says what is asked of it
_ARTICLE_FR = r"(?:(?:le|la|les|un|une) |l['’] ?)?"
_WHO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:and |so |but )?who(?:['’]s| is| was| are| were) (?P<name>.+)$",
        r"^(?:et |mais )?qui (?:est|était|sont|étaient|fut|furent) (?:donc )?(?P<name>.+)$",
        r"^(?:et |mais )?c['’]est qui,? (?P<name>.+)$",
        r"^(?P<name>.+?),? c['’]est qui$",
    )
)
_WHAT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:and |so |but )?what(?:['’]s| is| was| are| were) (?:the |an? )?(?P<name>.+)$",
        r"^what does (?:the |an? )?(?P<name>.+) (?:mean|stand for)$",
        rf"^(?:et |mais )?qu['’]est[- ]ce qu(?:e |['’])(?:c['’]est que )?{_ARTICLE_FR}(?P<name>.+)$",
        rf"^(?:et |mais )?c['’]est quoi,? {_ARTICLE_FR}(?P<name>.+)$",
        rf"^que (?:signifie|veut dire|désigne) {_ARTICLE_FR}(?P<name>.+)$",
        rf"^{_ARTICLE_FR}(?P<name>.+?),? c['’]est quoi$",
    )
)
_AGED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:and |so |but )?(?:how old|what age) (?:is|was) (?P<name>.+?)(?: now| today)?$",
        r"^(?:what is|what['’]s) (?P<name>.+)['’]s age$",
        r"^(?:et |mais )?quel âge (?:a|avait) (?P<name>.+?)(?: maintenant| aujourd['’]hui)?$",
        r"^(?:et |mais )?quel (?:est|était) l['’]âge (?:de |d['’])(?P<name>.+)$",
    )
)
_ARTICLE = re.compile(r"^(?:(?:the|le|la|les) |l['’] ?)(?=\w)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:CEO|CFO|PDG|PM|MP|DG|SG)\b(?: (?:of|de|du|des)\b| d['’])")
_WITHIN = frozenset(
    "de du des la le les l d von van der den del della di da dos al el bin ben ibn of for the & y".split()
)
_TELLING = re.compile(r"(?:ing|ed|ly|[ai]ble|[ae]nts?|ées?|és?)$")  # endings of words that are seldom names
_VERB = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont|etait|etaient|va|vont|peut|doit|fait|dit|veut|is|are|was|were|has|had|did|does)\b"
)


def name_of(text: str) -> str | None:
    """The name of whom or what a question asks who or what it is; None where something else is asked."""
    return person_of(text) or thing_of(text)


def person_of(text: str) -> str | None:
    """The name of whom a question asks who it is, as written; None where something else is asked.

    A name without capitals must be of two or three words.
    """
    name = _named(text, _WHO)
    if name is None:
        return None
    words = name.split()
    if _OFFICE.match(name):
        return None
    if any(word[0].isupper() for word in words):
        return name if all(_is_of_name(word) for word in words) else None
    plain = [word for word in words if fold(word) in ENGLISH | FRENCH or _TELLING.search(word) or not word.isalpha()]
    return name if 2 <= len(words) <= 3 and not plain else None


def aged_of(text: str) -> str | None:
    """The name of whom a question asks the age of; None where something else is asked."""
    name = _named(text, _AGED)
    return name if name and name[0].isupper() and all(_is_of_name(word) for word in name.split()) else None


def thing_of(text: str) -> str | None:
    """The name of what a question asks what it is, without its article; None where something else is asked."""
    name = _named(text, _WHAT)
    if name is None or not (name[0].isupper() or name[0].isdigit()) or name.isdigit():
        return None
    english = fold(text).startswith(("what", "and what", "so what", "but what"))
    if english and not all(_is_of_name(word) for word in name.split()):
        return None
    return None if _VERB.search(fold(name)) else name


def _named(text: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    words = question_words(text)
    match = next((found for pattern in patterns if (found := pattern.match(words))), None)
    name = _ARTICLE.sub("", match["name"].strip(" ,'’\"«»“”")) if match else ""
    return name if 0 < len(name.split()) <= _LONGEST else None


def _is_of_name(word: str) -> bool:
    """Whether a word is written like part of a name: a capital or a figure, or a small word within names."""
    parts = re.split(r"[-'’]", word.removesuffix("'s").removesuffix("’s"))
    return any(part[:1].isupper() or part[:1].isdigit() for part in parts) or fold(word) in _WITHIN
