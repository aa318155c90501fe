"""Whose a figure is: another country's, that of a name in brackets, or another's share of what is told at once.

Knows names, the words between a name and a number, and where a sentence goes from one to the next. Does not know what
is counted.
"""

from __future__ import annotations

import re

from rag.figures import find_figures, find_names
from rag.figures.flat import flatten
from rag.figures.names import same_key
from rag.figures.peoples import homes
from rag.ranking.elsewhere import names_sought
from rag.types import Question

_AT = re.compile(r"\b(?:de|du|des|d'|of|by|par|in|en|au|aux|at|from|to|against|contre)(?: (?:la|le|les|l'|the))? ?$")
_HOLDS = re.compile(
    r"(?:,? (?:qui|which|who|that))?(?:(?: (?:a|ont|avait|avaient|has|have|had))?(?: (?:deja|already))?"
    r" (?:remport\w+|gagn\w+|obt\w+|decroch\w+|compt\w+|total\w+|recolt\w+|perd\w+|won|wins?|took|takes?|has|have|had"
    r"|a|ont|claim\w+|earn\w+|collect\w+|count\w*|got|lost|loses?)(?: (?:a total of|en tout|au total|some|environ))?"
    r"|(?: [a-z'-]+){1,5} (?:avec|with)) "
)
"""Between a name and a figure: the figure is its bearer's."""
_APART = re.compile(r"[,;](?!\d)| (?:and|et) ")
_NUMBER = re.compile(  # right behind a name: "Italy 12", "and Havertz one"
    r" (?:\d|(?:an?other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une?|deux|trois|quatre|cinq"
    r"|sept|huit|neuf|dix|onze|douze|none|aucune?)\b)"
)
_ONE_OF_THEM = re.compile(r" ?(?:one|une?|none|aucune?|another) (?:in|at|for|from|en|au|aux|a|dans|pour)\b")


def is_of_somebody_else(question: Question, text: str, language: str, start: int) -> bool:
    """Whether the figure that begins at ``start`` is told of another than the question is of, in any of these ways."""
    ways = (is_given_to_another, is_bracketed_to_another, is_shared_out)
    return any(given(question, text, language, start) for given in ways)


def is_given_to_another(question: Question, text: str, language: str, start: int) -> bool:
    """Whether a sentence gives the figure that begins at ``start`` to another country than the question is of.

    "China, which won 91 medals" tells nothing of how many France won. The other's name stands right before the figure
    with a verb of having between, and the sentence does not name the one asked about.
    """
    countries = set(homes().values())
    sought = {key for key in names_sought(question.text, question.language) if key in countries}
    if not sought:
        return False
    flat = flatten(text)
    told = find_names(text, language)
    if any(same_key(homes().get(name.key, name.key), key) for name in told for key in sought):
        return False
    return any(
        name.key in countries and not _AT.search(flat, 0, name.start) and _HOLDS.fullmatch(flat, name.end, start)
        for name in told
    )


def is_bracketed_to_another(question: Question, text: str, language: str, start: int) -> bool:
    """Whether the figure that begins at ``start`` stands in brackets behind a name that is none of the question's.

    "Alma Kern (39%), Odin Vale (12%)": people are held against people, and countries against countries.
    """
    before = text[:start].rstrip()
    if not before.endswith("("):
        return False
    end = len(before[:-1].rstrip())
    holder = next((name for name in find_names(text, language) if name.end == end), None)
    if holder is None:
        return False
    held = homes().get(holder.key, holder.key)
    own = [key for key in names_sought(question.text, question.language) if _sort(key) == _sort(held)]
    return bool(own) and not any(same_key(held, key) for key in own)


def _sort(key: str) -> str:
    """What a name may be of, by its key: a country, somebody (two words and more), or anything."""
    return "country" if key in homes().values() else "somebody" if " " in key else ""


def is_shared_out(question: Question, text: str, language: str, start: int) -> bool:
    """Whether the figure at ``start`` stands in the part of another, where the one asked about has a number of its own.

    "Six died in Norway, two in Sweden": asked for Sweden, six are another's. People are held against people, and
    countries against countries.
    """
    sought = names_sought(question.text, question.language)
    if not sought:
        return False
    flat = flatten(text)
    cuts = [0, *(match.end() for match in _APART.finditer(flat)), len(flat)]
    parts = list(zip(cuts, cuts[1:], strict=False))
    named = [(name, homes().get(name.key, name.key)) for name in find_names(text, language)]
    own = [name for name, key in named if any(same_key(key, homes().get(other, other)) for other in sought)]
    here = next(((a, b) for a, b in parts if a <= start < b), None)
    if not own or here is None or any(here[0] <= name.start < here[1] for name in own):
        return False
    sorts = {_sort(homes().get(name.key, name.key)) for name in own} - {""}
    others = [name for name, key in named if here[0] <= name.start < here[1] and _sort(key) in sorts]
    if not others:
        return False
    figures = find_figures(text, language)
    kind = next((figure.kind for figure in figures if figure.start <= start < figure.end), "")
    alike = [figure.start for figure in figures if figure.kind == kind]
    return any(
        any(a <= at < b for at in alike) or _NUMBER.match(flat, name.end) or _ONE_OF_THEM.match(flat, a)
        for a, b in parts
        for name in own
        if a <= name.start < b
    )
