"""Whether who a claim says speaks may be who its source says: a union's word is not the government's.

Knows sorts of speakers that news names without a name, in English and French, and where a speaker stands. Speakers of
one sort, or of none known, are never told apart. Does not know names (`roles`) or what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.citations.reasons import Reason
from rag.citations.sources import Source
from rag.figures.flat import flatten
from rag.language import reading_of
from rag.language.speech import SPEAKS

_SORTS = {
    "union": ("(?<!european )unions?", "syndica\\w+|cgt|cfdt"),
    "firm": (
        "management|compan(?:y|ies)|firms?|operators?|groups?|manufacturers?|employers?|airlines?",
        "direction|entreprises?|societes?|groupes?|exploitants?|fabricants?|constructeurs?|compagnies?|patron\\w*",
    ),
    "state": (
        "governments?|minist\\w+|presidents?|presidency|prefect\\w*|authorit\\w+|officials?|mayors?|council\\w*|state"
        "|commission\\w*|agenc\\w+|parliament|senat\\w*",
        "gouvernement\\w*|minist\\w+|president\\w*|prefe\\w+|autorites?|mairie|maires?|elysee|matignon|etat|conseil\\w*"
        "|commission\\w*|agences?|direction|senat\\w*|deputes?|secretaire d'etat|ville|region|departement",
    ),
    "law": (
        "police\\w*|prosecut\\w+|investigat\\w+|courts?|judges?|sheriff\\w*|officers?|gendarm\\w*|attorney",
        "polic\\w+|parquet|procur\\w+|enquet\\w+|tribunal|juges?|justice|gendarm\\w*|cour",
    ),
    "rebels": ("rebels?|insurgents?|militants?|opposition", "rebelles?|insurges?|opposition|opposants?"),
    "people": (
        "witness\\w*|residents?|neighbou?rs?|relatives|famil\\w+|survivors?",
        "temoin\\w*|habitants?|riverains?|voisins?|proches|famille\\w*|rescapes?",
    ),
    "experts": (
        "experts?|scientists?|researchers?|doctors?|analysts?|engineers?|economists?|stud(?:y|ies)|surveys?|polls?",
        "experts?|scientifiques?|chercheu\\w+|medecins?|analystes?|ingenieurs?|economistes?|etudes?|sondages?|enquete"
        "|specialistes?|institut",
    ),
    "army": ("army|military|soldiers|navy", "armee\\w*|militaires?|marine|soldats"),
}
_OFFICES = {
    "interior": ("interior|home", "interieur"),
    "health": ("health", "sante"),
    "finance": ("finance|economy|treasury", "finances?|economie|bercy"),
    "defence": ("defen[cs]e", "defense|armees"),
    "justice": ("justice", "justice"),
    "education": ("education", "education"),
    "foreign": ("foreign", "etrangeres"),
    "transport": ("transports?", "transports?"),
    "farming": ("agriculture|farm\\w*", "agriculture"),
    "environment": ("environment|ecology", "environnement|ecologi\\w+"),
}
_TABLES = {
    lang: tuple(
        {sort: re.compile(rf"\b(?:{words[n]})\b") for sort, words in table.items()} for table in (_SORTS, _OFFICES)
    )
    for n, lang in enumerate(("en", "fr"))
}
_SPEAKER = {
    "en": re.compile(
        rf"\baccording to ([^,.;:\"]{{3,60}})|^(?:the )?([a-z' -]{{3,45}}?) (?:has |have )?(?:{SPEAKS['en']})\b"
        rf"|, ([^,.;:\"]{{3,60}}?) (?:has |have )?(?:{SPEAKS['en']})(?: on \w+)?[.]?$"
    ),
    "fr": re.compile(
        r"\b(?:selon|d'apres) ([^,.;:\"]{3,60})"
        rf"|^((?:le|la|les|l'|des) ?[a-z' -]{{3,45}}?) (?:a |ont )?(?:{SPEAKS['fr']})\b"
        rf"|, (?:a |ont )?(?:{SPEAKS['fr']}) ([^,.;:\"]{{3,60}})"
    ),
}


def other_speaker(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The speaker of the text, where every source has one, of plainly another sort, and none of the text's at all."""
    said = _speakers(text, language)
    if not said or not sources:
        return None
    for table in (0, 1):
        ours = _sorts(said, language, table)
        if ours and all(_others(ours, source, table) for source in sources):
            return Reason("absent", _words(text, language))
    return None


def _others(ours: set[str], source: Source, table: int) -> bool:
    speakers = _sorts(_speakers(source.text, source.language), source.language, table)
    return bool(speakers) and not ours & _sorts(flatten(source.text), source.language, table)


@lru_cache(maxsize=2048)
def _speakers(text: str, language: str) -> str:
    """The words that name who speaks in a text, flat; empty where nobody does."""
    matches = _SPEAKER[reading_of(language)].finditer(flatten(text))
    return " | ".join(group for match in matches for group in match.groups() if group)


def _words(text: str, language: str) -> str:
    match = _SPEAKER[reading_of(language)].search(flatten(text))
    span = next((match.span(n) for n in (1, 2, 3) if match[n]), (0, 0)) if match else (0, 0)
    return text[slice(*span)]


def _sorts(flat: str, language: str, table: int) -> set[str]:
    return {sort for sort, pattern in _TABLES[reading_of(language)][table].items() if pattern.search(flat)}
