"""Whether a day is one of the deed a question asks the day of: found is not gone missing, opened is not closed.

Knows where English and French questions have their verb, and the parts of a sentence that each have a day. Does not
know verbs: a deed is a word, and what means it is told by terms and by nearness (`matching`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.figures import find_figures
from rag.figures.flat import flatten
from rag.language import fold
from rag.ranking.matching import Matches, Rows, match_all
from rag.ranking.terms import Wanted
from rag.types import Evidence

_DEED = (
    re.compile(r"^(?:since )?when (?:was|were|is|are|has|have|had|will) .*?(?P<deed>\w{3,})(?: \w+ing)?$"),
    re.compile(
        r"^(?:since )?when did .*?(?P<deed>(?:re)?open|close|start|end|begin|stop|die|arrive|happen|resign|return"
        r"|collapse|crash|expire|finish|leave|land|sink|erupt|marry|escape|disappear|reopen|depart|retire|win|lose)$"
    ),
    re.compile(
        r"^(?:depuis )?quand .*\b(?:ete|est|sont|a|ont|etai\w+|sera|seront)(?:-t)?(?:-(?:ils?|elles?|on))? (?:\w+ )?"
        r"(?P<deed>\w{3,})$"
    ),
)
"""Of a folded question, its time and place left out: the word that it ends with, where that is a verb."""

_PARTICIPLE = re.compile(
    r"(?:ed|en|wn|nd|lt|ld|ght|rn|ne|de|un|ut|um|ft|et|e|ee|es|ees|u|ue|us|ues|i|ie|is|it|ert|erte)$"
)
_LIGHT = frozenset("pris fait mis eu lieu donne rendu taken made held done put been given had got gone set".split())
_MEANT = 0.3  # how surely a sentence must mean the deed for its day to be that of the deed
_SAID = 0.5  # the same for one part of a sentence to say it
_CLEARLY = 0.2  # how much surer it must be than another part that has a day
_PARTS = re.compile(r"[,;](?!\d)| (?:and|et|but|mais) ")


def is_of_another_deed(question: str, words: Sequence[Wanted], item: Evidence, start: int) -> bool:
    """Whether a sentence does not mean the deed asked about, or says it in another part than the day at ``start``.

    "She went missing on Sunday" tells no day on which she was found; of "opened on 2 August and closed on 10 August"
    the second is no day of the opening.
    """
    at = _deed_of(question, words)
    if at is None:
        return False
    text, article = item.sentence.text, item.hit.article
    (said,) = match_all(words, [text], article.language)
    if not said.places or float(said.meant()[at]) < _MEANT:
        return True
    return _is_in_another_part(text, article.language, said, at, start)


def _deed_of(question: str, words: Sequence[Wanted]) -> int | None:
    """Which of the question's words is its deed; None where it does not end with a verb."""
    asked = fold(question).rstrip(" ?.!")
    for pattern in _DEED:
        found = pattern.match(asked)
        if found and found["deed"] not in _LIGHT and (" did " in found.group() or _PARTICIPLE.search(found["deed"])):
            places = (n for n, word in enumerate(words) if fold(word.word) == found["deed"] and not word.is_name)
            return next(places, None)
    return None


def _is_in_another_part(text: str, language: str, said: Matches, at: int, start: int) -> bool:
    """Whether a day stands in another part of a sentence than the one, also with a day, that says the deed."""
    flat = flatten(text)
    cuts = [0, *(match.end() for match in _PARTS.finditer(flat)), len(flat)]
    days = [figure.start for figure in find_figures(text, language) if figure.kind == "date"]
    parts = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if any(a <= day < b for day in days)]
    if len(parts) < 2:
        return False
    for rows in (said.terms, said.meaning):  # in so many words, else in like ones: opened is near closed
        meant = {part: _most(rows, said.places, at, part) for part in parts}
        own = next((chance for (a, b), chance in meant.items() if a <= start < b), None)
        if max(meant.values()) >= _SAID:
            return own is not None and max(meant.values()) >= own + _CLEARLY
    return False


def _most(rows: Rows, places: Sequence[tuple[int, int]], at: int, part: tuple[int, int]) -> float:
    """How surely word ``at`` of the question is said by a word in this part of a text."""
    return max((float(rows[at][n]) for n, place in enumerate(places) if part[0] <= place[0] < part[1]), default=0.0)
