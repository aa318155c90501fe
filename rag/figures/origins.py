"""Where a run of capitals begins with whose people somebody is of, and not with a name: "Italian Paolo Rossi".

Knows the words for peoples, those for offices that stand between, and words that make a title of the whole ("French
Open"). Does not know who anybody is: in doubt the words stay together.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.figures.flat import fold
from rag.figures.peoples import adjectives, homes, peoples
from rag.figures.starters import STARTERS

OFFICES = frozenset(
    "president presidente chancellor chanceliere chancelier prime minister ministre premier queen reine king roi prince"
    " princess princesse pope pape general colonel captain capitaine senator senateur senatrice governor gouverneur"
    " mayor maire judge juge professor professeur doctor docteur secretary director directeur chief vice former sir"
    " lord lady foreign crown interior defence defense finance opposition leader coach".split()
)
"""Words that make an office before a name; of the titles of `names` those that no place begins with, and a few more."""

# Words that only a title of something has. Many more are ordinary words (`starters`).
_THINGS = frozenset(
    """
    academy agency air airlines airways alliance army assembly association authority bank bishops broadcasting
    bureau cancer cathedral center central centre championship championships channel church civil coast college
    commission committee confederation conference congress council cross cup development embassy empire express
    federal federation festival force forces foundation front funds games grand guard gulf heart house industries
    industry institute international islands isles kingdom league liberation libere lions lorrain magazine masters
    matin motor motors movement museum national navy new ocean office olympic olympics open orthodox parliament
    party petroleum post prix province rangers red republic revolution riviera royal rugby sea senate serie service
    society staff summit super supreme team telecom television territory times tour tribune trust tv union
    university virgin war workers year
    """.split()
)
_GIVEN_NAMES = frozenset(
    "christian roman romain romaine norman normand germain philippine corse breton argentine".split()
)
"""Peoples that are first names, surnames or places, too."""


def origin_before(words: Sequence[str], language: str) -> tuple[int, int]:
    """How many words of a run name a people, and where the name of its bearer begins; (0, 0) where it is all one name.

    Args:
        words: capitalised words with the particles between them, as written.
        language: "fr" reads French, where a people with a capital is always somebody; anything else reads English.
    """
    size = _people(words)
    rest = [fold(word) for word in words[size:]]
    if not size or not rest or words[0].isupper():
        return 0, 0
    first = 0
    while first < len(rest) and rest[first] in OFFICES:
        first += 1
    name = words[size + first :]
    capitals = [word for word in name if word[:1].isupper()]
    if not name or not name[0][:1].isupper() or any(_is_thing(word) for word in capitals):
        return 0, 0
    is_told = len(capitals) > 1 or first > 0 or (language == "fr" and _is_french(fold(words[0])))
    return (size, size + first) if is_told else (0, 0)


def _people(words: Sequence[str]) -> int:
    """How many of the first words name a people: one, or two as in "South African"; 0 for none."""
    for size in (2, 1):
        folded = fold(" ".join(words[:size]))
        if len(words) > size and folded in peoples() and folded not in _GIVEN_NAMES:
            return size
    return 0


def _is_thing(word: str) -> bool:
    folded = fold(word)
    return folded in _THINGS or folded in STARTERS["en"] or folded in peoples()


def _is_french(folded: str) -> bool:
    """Whether a word for a people is French: "Italien", and not "Italian"."""
    place = homes().get(peoples()[folded], "")
    return folded != peoples()[folded] and (not place or folded in adjectives(place, "fr"))
