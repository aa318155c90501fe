"""Full stops that end no sentence: abbreviations and initials, French and English.

Knows: which abbreviation can be followed by what. Does not know where sentences are.
"""

from __future__ import annotations

import re

from rag.language.text import fold
from rag.language.words import ENGLISH, FRENCH

# Before a name, and only so with a capital: "Col. Kellogg", but "au col. Il".
_TITLES = frozenset(
    """
    M MM Mr Mrs Ms Messrs Dr Drs Pr Prof Gen Gén Sen Sén Rep Rép Gov Gouv Pres Lt Col Sgt Capt Cmdr Maj Adm Hon Rev Mgr
    St Ste Sts Mt Ft Supt Insp Det Amb Atty Pfc Pvt Cpl Brig Sra Fr Sr Jr Ph Th Ch Chr Alex Wm Geo
    """.split()
)
# In the middle of something, whatever the case.
_INSIDE = frozenset("cf e.g i.e c.-a-d c.a.d viz approx vs resp mme mmes mlle mlles dr drs pr".split())
# Followed by a number: "art. 3", "No. 10", "vers 9 h, le 3 janv. 2024"; otherwise an ordinary end.
_BEFORE_NUMBER = frozenset(
    """
    art arts no No Nos NO n p max min pp vol fig chap al sect tel tél env ca eq Art Vol Fig Chap Sect Tel Tél
    jan janv feb fév févr mar avr apr jun juil jul aug sep sept oct nov déc dec
    Jan Janv Feb Fév Févr Mar Avr Apr Jun Juil Jul Aug Sep Sept Oct Nov Déc Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """.split()
)
# Often last, and then the start of a sentence follows.
_MAY_END = frozenset("inc corp co ltd llc plc bros cie esq a.m p.m ph.d m.d d.phil av apr hab al".split())
_WORD = re.compile(r"[^\s()\[\]«»\"“”/]+$")
_ELISION = re.compile(r"^(?:[dlnsjmtc]|qu)['’]", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]{1,2}")
_INITIAL = re.compile(r"[^\W\d_a-z][a-z]?(?:-[^\W\d_a-z][a-z]?)?")
_NEXT_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = "«»\"“”‘’'([-–— \u00a0\u202f"
# Function words with which sentences begin; single letters and particles of names are no sign of one.
_STARTERS = frozenset(word for word in FRENCH | ENGLISH if len(word) > 1 or word in "ai") - {
    "de",
    "du",
    "of",
    "and",
    "et",
}
_ELIDED_START = re.compile(r"(?:[CDJLMNST]|Qu)['’]")


def goes_on(before: str, after: str) -> bool:
    """Whether the full stop between two pieces of text ends nothing.

    Args:
        before: what stands ahead of the stop; a few words are enough.
        after: what follows it, without white space in front.
    """
    match = _WORD.search(before)
    if match is None:
        return False
    word = _ELISION.sub("", match.group().lstrip("'‘’-–—"))
    key = fold(word)
    if word in _TITLES or key in _INSIDE:
        return True
    if after[:1].isdigit() and word in _BEFORE_NUMBER:
        return True
    if key == "etc":
        return after[:1].isdigit()
    if key == "v" and after[:1].isupper():  # Roe v. Wade
        return word == "v"
    if key == "ex" and re.search(r"\bp(?:ar|\.) ?ex$", before):
        return True
    if key in _MAY_END or _DOTTED.fullmatch(word) or _is_initial(word, after):
        return not starts_sentence(after)
    return False


def starts_sentence(after: str) -> bool:
    """Whether ``after`` begins as sentences do: with a capital function word or a quotation; or is empty."""
    if not after:
        return True
    opened = after.lstrip(_QUOTES)
    if opened != after:
        return opened[:1].isupper()
    match = _FIRST_WORD.match(after)
    if match is None or not after[0].isupper() or _NEXT_INITIAL.match(after):
        return False
    return fold(match.group()) in _STARTERS or _ELIDED_START.match(after) is not None


def _is_initial(word: str, after: str) -> bool:
    """A single capital, or two joined: the "J" of "J. Biden", the "J-P" of "J-P. Martin"; "I" only ahead of another."""
    if word == "I":
        return _NEXT_INITIAL.match(after) is not None
    return _INITIAL.fullmatch(word) is not None and (len(word) < 2 or "-" in word)
