"""How one name may be spelt elsewhere: in the other language, as an adjective, in one word, with "Saint" in full.

Knows endings and letters. Does not know which names there are, except places, which are told apart by their keys.
"""

from __future__ import annotations

import re
from functools import lru_cache
from os.path import commonprefix

from rag.figures.places import aliases, peoples

_ENDINGS = (("a", "e"), ("ia", "ie"), ("y", "ie"), ("", "ie"), ("ica", "ique"), ("ics", "ique"), ("o", "e"), ("us", ""))
_PEOPLE = re.compile(r"(?:ian|ien|ienne)s?$")  # "Tasmanian", "tasmanienne"
_PEOPLE_ENDINGS = ("ia", "ie", "ian", "ians", "ien", "iens", "ienne", "iennes")
_SHORTEST = 5  # letters of a spelling that another one is told from
_TOGETHER = 9  # letters of a name that is written in one word or in two
_TWICE = re.compile(r"([a-z])\1")
# Saints, popes and monarchs go by their names in each language; nobody else does.
_BAPTISED = """
peter pierre; john jean; paul paul; francis francois; benedict benoit; james jacques; mary marie; stephen etienne
lawrence laurent; george georges; philip philippe; william guillaume; elizabeth elisabeth; catherine catherine
margaret marguerite; nicholas nicolas; michael michel; andrew andre; matthew matthieu; luke luc; mark marc; leo leon
henry henri; charles charles; basil basile; anthony antoine; bernard bernard; denis denis; joseph joseph
"""
_HOLY = "saint|sainte|st|ste|pope|pape|king|roi|queen|reine|emperor|empereur|prince|princess|princesse"


def spellings(token: str) -> set[str]:
    """How the other language may end a name: "Amazon" and "Amazonie", "Herzegovina" and "Herzégovine"."""
    pairs = [*_ENDINGS, *((theirs, ours) for ours, theirs in _ENDINGS)]
    found = {token.removesuffix(ours) + theirs for ours, theirs in pairs if token.endswith(ours)}
    return {word for word in found if len(word) > _SHORTEST}


def is_spelt_so(token: str, words: frozenset[str]) -> bool:
    """Whether one of a source's words is the name as the other language spells it: "Manila" and "Manille"."""
    if spellings(token) & words:
        return True
    if len(token) <= _SHORTEST or token in aliases():
        return False
    forms = {token, *spellings(token), *spellings(token.removesuffix("s"))}
    ours = {_single(form.removesuffix("s")) for form in forms}
    others = (word for word in words if word[0] == token[0] and len(word) > _SHORTEST and word not in aliases())
    return any(_single(word.removesuffix("s")) in ours for word in others)


def is_of_it(token: str, words: frozenset[str]) -> bool:
    """Whether a source has the place of a people or the people of a place: "Tasmanian" and "Tasmanie"."""
    if token in peoples() or token in aliases():
        return False
    people = _PEOPLE.search(token)
    root = token[: people.start()] if people else re.sub(r"(?:ia|ie)$", "", token)
    if len(root) < _SHORTEST or root == token:
        return False
    return any(root + ending in words for ending in _PEOPLE_ENDINGS)


def one_root(word: str, token: str) -> bool:
    """Whether two longer words are one by their beginnings: "Academy" and "académie"."""
    return word[:6] == token[:6] and len(commonprefix((word, token))) >= 0.75 * max(len(word), len(token))


def in_full(tokens: list[str]) -> list[str]:
    """The words of a name with "St" as "saint"."""
    return ["saint" if token in ("st", "ste", "sainte") else token for token in tokens]


def is_baptised_so(token: str, words: str) -> bool:
    """Whether a source has the name of a saint or a monarch in the other language: "Peter" for "Saint-Pierre"."""
    return any(
        re.search(rf" (?:{_HOLY}) {name} | {name} (?:[ivx]+|premier|ier|1er) ", words)
        for name in _baptised().get(token, ())
    )


def joined(name: str, words: str) -> int:
    """How often a source has a name of one or two short words in two or one: "Wi-Fi" and "WiFi"."""
    parts = name.split()
    if len(parts) == 2 and len(name) <= _TOGETHER:
        return words.count(f" {''.join(parts)} ")
    halves = (f" {name[:at]} {name[at:]} " for at in range(2, len(name) - 1)) if len(name) < _TOGETHER else ()
    return sum(words.count(half) for half in halves)


def _single(word: str) -> str:
    """A word with every doubled letter written once."""
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=1)
def _baptised() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in _BAPTISED.strip().replace("\n", "; ").split("; "):
        english, french = row.split()
        table.setdefault(english, set()).add(french)
        table.setdefault(french, set()).add(english)
    return {name: frozenset(others) for name, others in table.items()}
