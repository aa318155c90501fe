"""What a count counts: the noun after a number, by its English name where both languages know it.

Knows the noun table of `units`, a crude singular for other nouns, and how "40 people were killed" counts deaths.
"""

from __future__ import annotations

import re

from rag.figures import numerals, units

_SKIP = {
    "en": re.compile(
        r"(?:other|more|new|expected|planned|recent|additional|further|different|separate|confirmed|suspected|active"
        r"|young|old|local|foreign"
        r"|people'?s?"
        r"|consecutive|main|major|public|private|civilian|total|extra|of the|of|top|last|next|first|former|armed"
        r"|dead|black|white)\b"
    ),
    "fr": re.compile(
        r"(?:autres?|attendue?s?|prevue?s?|recente?s?|nouveaux|nouvelles?|nouvel|derniere?s?|premiere?s?"
        r"|prochaine?s?|jeunes?|petite?s?|grande?s?"
        r"|anciens?|anciennes?"
        r"|principaux|principales|bonnes?|meilleure?s?|millions?|milliards?|milliers?|centaines?|dizaines?|de|des|du"
        r"|la|le|les|ces)"
        r"(?![a-z])|d'"
    ),
}
_STOP = {
    "en": set(
        "a an and are as at be been but by for from had has have he her his if in into is it its not on or our out"
        " she so than that"
        " the their them then there they this those through to under until up was we were what when which while who"
        " will with would according died dies today yesterday tomorrow monday tuesday wednesday thursday friday"
        " saturday sunday others"
        " you i my your am pm per over after before between among during since about".split()
    ),
    "fr": set(
        "a afin ai ainsi alors apres au aux avait avant avec avoir car ce cela ces cette chez comme contre dans de"
        " depuis des donc dont"
        " du elle en encore entre est et etaient etait ete etre eux fait il ils je jusqu la le les leur leurs lors"
        " lui mais me ne ni"
        " nos notre nous on ont ou par parmi pas pendant peu plus pour puis qu quand que qui sa sans se selon ses si"
        " soit"
        " son sont sous sur lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain"
        " tous tout toute toutes tres un une vers voire vos votre vous y".split()
    ),
}
# "85 dead dolphins" counts dolphins, "85 dead in the fire" deaths.
_OF_ANIMALS = re.compile(
    r"dead (?!and\b|or\b|in\b|on\b|after\b|as\b|at\b|from\b|since\b|were\b|so\b|to\b|with\b|by\b)[a-z]"
)
_GROUP = {
    "en": re.compile(r" of (?:all )?(?:the|its|their|our|your|his|her|these|those) (?=[a-z])"),
    "fr": re.compile(r" (?:des|de (?:ses|ces|leurs|nos|vos)|d'entre les) (?=[a-z])"),
}
_OTHERS = {"en": re.compile(r" others? "), "fr": re.compile(r" autres ")}
_OF_THE_YEAR = re.compile(  # "265,000 last year" counts nothing
    r"(?:last|next) (?:year|month|week|quarter|season|spring|summer|autumn|winter|night)\b"
)
_ELIDED = re.compile(r"(?:l|qu|n|s|c)'|d'entre")  # "l'an dernier", "qu'il": nothing counted
_WORD = re.compile(r" ?([a-zœæ][a-zœæ'-]*)")
_VERB_FR = re.compile(r"(?:aient|eront|iront)$")  # "54 stations sur 3 500 connaissaient"
_ARTICLES = frozenset(("de", "d'", "des", "du", "la", "le", "les", "ces"))
HUMAN = frozenset(
    "person man woman child death injury missing arrest detainee hostage victim survivor patient inhabitant voter"
    " deputy senator"
    " employee soldier fighter police firefighter protester refugee migrant displaced student teacher passenger"
    " traveller spectator"
    " visitor tourist player expert candidate member minister doctor nurse journalist customer user subscriber"
    " supporter civilian"
    " hospitalisation infection youth evacuee striker".split()
)
FATES = frozenset(("death", "injury", "missing", "arrest", "infection"))
_FATE_AFTER = [
    (
        "death",
        re.compile(
            r"[^.;,0-9]{0,45}?\b(?:killed|died|dead|perished|lost their lives|sont morte?s?|tuee?s?|decedee?s?"
            r"|(?<!la )morte?s?\b(?! d)|perdu la vie|peri)\b"
        ),
    ),
    ("injury", re.compile(r"[^.;,]{0,45}?\b(?:injured|wounded|hurt|blessee?s?)\b")),
    ("missing", re.compile(r"[^.;,]{0,30}?\b(?:missing|portee?s? disparue?s?|disparue?s?)\b")),
    (
        "infection",
        re.compile(r"[^.;,0-9]{0,30}?\b(?:infected|contaminee?s?|infectee?s?|tested positive|testee?s? positi)"),
    ),
    ("arrest", re.compile(r"[^.;,]{0,30}?\b(?:arrested|interpellee?s?|arretee?s?)\b")),
]
_SUFFERED = re.compile(r"\b(?:were|was|been|being|are|is|ete|sont|etaient|etait)(?: [a-z-]+)? [a-z]+$")
_VICTIMS = {
    lang: re.compile(
        rf" (?:{some} )*(?:[0-9]|(?:{numerals.WORDS[lang]})\b|{others})"
        r"(?!\S* (?:days?|weeks?|months?|years?|hours?|minutes?|km|kilomet\w+|miles?|met[er]{2}s?|jours?|semaines?"
        r"|mois|ans"
        r"|heures?)\b)"
    )
    for lang, some, others in (
        (
            "en",
            "all|at least|about|some|nearly|more than|over|up to|around|another|almost",
            "people|dozens|hundreds|several",
        ),
        (
            "fr",
            "au moins|environ|pres de|plus de|quelque|tous les|les",
            "plusieurs|des (?:dizaines|centaines|milliers)",
        ),
    )
}
_FATE_BEFORE = [
    (
        "death",
        re.compile(
            r"\b(?:kill(?:ed|ing|s)?|tue|tuant|ont tue|la vie a|la mort d[eu']|claimed the lives of"
            r"|the deaths? of)(?: the| les| d'| de)? ?$"
        ),
    ),
    ("injury", re.compile(r"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|blesse|blessant|hurting)(?: the| les)? ?$")),
    ("infection", re.compile(r"\b(?:infect(?:ed|ing|e|ant)|contamin(?:e|ant))(?: the| les)? ?$")),
    ("arrest", re.compile(r"\b(?:arrest(?:ed|ing)|interpelle|arrete)(?: the| les)? ?$")),
]


def counted(text: str, flat: str, start: int, end: int, language: str) -> str:
    """The unit of a count whose number is `text[start:end]`: "" where no noun follows."""
    unit = _noun(text, flat, _past_group(flat, end, language), language)
    if unit in HUMAN or unit == "":
        return _fate(flat, start, end, unit, language) or unit
    return unit


def _past_group(flat: str, end: int, language: str) -> int:
    """Where the noun stands: behind the second number of "three of the nine members", which has it for both."""
    group = _GROUP[language].match(flat, end)
    whole = numerals.parse(flat, group.end(), language) if group else None
    return whole.end if whole and not whole.shade else end


def _fate(flat: str, start: int, end: int, unit: str, language: str) -> str:
    if unit in ("death", "injury", "missing", "arrest"):
        return unit
    before = flat[max(0, start - 30) : start]
    fate = next((name for name, pattern in _FATE_BEFORE if pattern.search(before)), "")
    if fate or not (unit or _OTHERS[language].match(flat, end)):
        return fate
    hits = [
        (found.end(), name)
        for name, pattern in _FATE_AFTER
        if (found := pattern.match(flat, end)) and not _is_done_to(flat, found.end(), language)
    ]
    return min(hits)[1] if hits else ""


def _is_done_to(flat: str, end: int, language: str) -> bool:
    """Whether the verb that ends at `end` has others for its object: "a quake of magnitude 6.4 killed 140 people"."""
    return not _SUFFERED.search(flat, max(0, end - 30), end) and _VICTIMS[language].match(flat, end) is not None


def _noun(text: str, flat: str, pos: int, language: str) -> str:
    fallback = ""
    linked = flat[pos - 1 : pos].isalpha()  # "millions de", "dizaine de"; "15 des 27" counts nothing
    for _ in range(4):
        match = _WORD.match(flat, pos)
        if not match or _OF_THE_YEAR.match(flat, match.start(1)):
            break
        at, word = match.start(1), match.group(1).strip("'-")
        found = units.NOUNS.match(flat, at)
        if found and not _OF_ANIMALS.match(flat, at):
            return found[0]
        if fallback and word == "of":
            break  # "two phases of the rocket" counts phases
        skip = _SKIP[language].match(flat, at)
        if skip and not (language == "fr" and not linked and skip.group() in _ARTICLES):
            pos = skip.end()
            continue
        if word in _STOP[language] or (language == "fr" and (_ELIDED.match(word) or _VERB_FR.search(word))):
            break
        if text[at].isupper() and language == "fr":
            break  # "4.000 Varois"
        if not text[at].isupper():
            fallback = fallback or f"{language}:{singular(word, language)}"
            if language == "fr":
                break
        pos = match.end()
    return fallback


def singular(word: str, language: str) -> str:
    """A crude singular of a flat word, enough to compare it with itself."""
    if language == "fr":
        if word.endswith("aux") and len(word) > 4:
            return word[:-3] + "al"
        return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
