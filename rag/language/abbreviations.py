"""Words that carry a full stop without ending a sentence, French and English: lists and one judgement.

Knows: which abbreviation can be followed by what. Does not know where sentences are.
"""

from __future__ import annotations

import re

from rag.language.text import fold
from rag.language.words import ENGLISH, FRENCH

# Never the last word of a sentence: something must follow.
_NEVER_LAST = frozenset(
    """
    m mm mr mrs ms messrs dr drs prof pr gen sen rep gov pres lt col sgt cpl capt cmdr maj adm hon rev fr mgr
    st ste mt ft me mme mlle vve cf ex e.g i.e p.ex c.-a-d c.a.d viz approx vs v env al pp resp feu bd av boul
    dir red trad coll prés min.ist dept dist supt insp det amb atty
    """.split()
)
# Only with a number after them ("art. 3", "No. 10"); otherwise an ordinary word or an ordinary end.
_BEFORE_NUMBER = frozenset("art no nos n n° num p pp par vol fig chap ch sec sect tel tél al alin pt ed eq ca fol t".split())
# Months and weekdays, written short: with a number after them they go on.
_CALENDAR = frozenset(
    "jan janv feb fev févr fevr mar avr apr jun juil jul aug sep sept oct nov dec dec mon tue tues wed thu thur thurs fri sat sun".split()
)
# Often last, and then followed by the start of a sentence.
_MAY_END = frozenset(
    """
    inc corp co ltd llc plc bros jr sr esq etc a.m p.m u.s u.k u.n e.u j.-c j.c ph.d m.d hab env av.j.-c apr.j.-c
    s.a s.a.s cie ste d.c b.c a.d ed est no mm cm km kg min sec h
    """.split()
)
_BEFORE_DOT = re.compile(r"(?:[^\s()\[\]«»\"“”'‘’]+?)$")
_ELISION = re.compile(r"^(?:[dlnsjmtc]|qu)['’]", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]{1,2}")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_STARTERS = frozenset(FRENCH | ENGLISH) - {"a", "d", "l", "m", "n", "s", "t", "c", "j", "i", "de", "du", "of", "and", "et"} | {"a", "i"}


def goes_on(before: str, after: str) -> bool:
    """Whether a full stop between ``before`` (ends just ahead of the stop) and ``after`` (the next word on) ends nothing."""
    match = re.search(r"[^\s()\[\]«»\"“”]+$", before)
    if match is None:
        return False
    word = _ELISION.sub("", match.group().lstrip("'‘’-–—"))
    key = fold(word)
    digit_next = after[:1].isdigit()
    if key in _NEVER_LAST and (len(key) > 1 or word != key or key == "v"):
        return True
    if digit_next and (key in _BEFORE_NUMBER or key in _CALENDAR):
        return True
    if key in _MAY_END and key not in {"no", "est", "h", "ed"}:
        return not _starts_sentence(after, strict=key not in {"etc"})
    if _DOTTED.fullmatch(word):  # U.S., J.-C., p.m.
        return not _starts_sentence(after, strict=True)
    return _is_initial(word, before[: match.start()], after)


def _is_initial(word: str, ahead: str, after: str) -> bool:
    """A single capital: "J. Biden", "George W. Bush"; but "Plan B. The" ends."""
    if len(word) == 1 and word.isalpha() and word.isupper():
        return not _starts_sentence(after, strict=True)
    if re.fullmatch(r"[A-Z][a-z]?(?:-[A-Z][a-z]?)", word):  # J.-C. Mitterrand once the first dot is inside: J-C
        return not _starts_sentence(after, strict=True)
    return False


def _starts_sentence(after: str, strict: bool) -> bool:
    """Whether ``after`` begins as sentences do; ``strict`` wants a function word, not any capital."""
    if not after:
        return True
    if not strict:
        return after[:1].isupper() or not after[:1].isalnum()
    opened = after.lstrip("«»\"“” \u00a0'‘-–—([")
    match = _FIRST_WORD.match(opened)
    if match is None:
        return False
    return opened[:1].isupper() and (fold(match.group()) in _STARTERS or opened != after)
