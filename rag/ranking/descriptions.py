"""What a sentence says that somebody or something named is: by an apposition, a title before the name, or "is a".

Knows how English and French news introduce names. Does not know passages, nor which of several descriptions is best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rag.answer_nouns import kind_of_noun, names_people
from rag.figures.flat import flatten
from rag.figures.names import TITLES
from rag.figures.places import aliases, peoples
from rag.language import reading_of
from rag.ranking.appositions import opening_of, start_of
from rag.ranking.becoming import became

_NEAR = 6  # words before or behind a name within which the noun of its description stands
_PLAIN, _BRIEF, _BARE, _AGED = 1.0, 0.8, 0.6, 0.5
_PEOPLE = frozenset(
    """
    pdg ceo leader star veuve veuf widow fils fille pere mere frere soeur epouse epoux mari son daughter father
    mother brother sister wife husband activist militant militante president presidente homme femme figure icone
    ambassadeur ambassadrice candidate candidat chancelier chanceliere chancellor minister ministre porte-parole
    numero boss founder fondateur fondatrice cofondateur cofondatrice co-founder milliardaire billionaire terroriste
    terrorist jihadiste djihadiste jihadist suspect idole rappeur rappeuse comique youtubeur survivant astronaute
    astronaut spationaute cosmonaute opposant opposante survivante survivor membre member compagne compagnon partner
    niece neveu nephew cousin cousine oncle uncle tante aunt gendre ami amie friend collegue colleague heir heritier
    heritiere secretary chairman chairwoman governor speaker commissioner ambassador sheriff admiral dean
    commissaire amiral doyen pope pape emperor empereur chief sultan emir
    """.split()
)
_GROUPS = frozenset(
    """
    organisation organization company firm group club team association party union agency body institution service
    authority court department committee commission council institute bank family couple people entreprise societe
    groupe equipe parti syndicat agence famille couple organisme organe autorite cour parquet ministere comite
    conseil institut banque chaine personne predecesseur successeur predecessor successor interlocuteur monsieur madame
    mandat
    """.split()
)
_SORTS = frozenset(
    """
    groupe societe entreprise geant geante constructeur avionneur compagnie marque maison start-up plateforme site
    reseau application appli logiciel jeu chaine magazine journal quotidien ong organisation association fondation
    syndicat parti mouvement collectif institut agence federation confederation festival operation programme projet
    loi texte virus maladie vaccin medicament traitement compteur modele fusee sonde telescope satellite avion
    navire region ville ile territoire province commune archipel filiale institution pays quartier fleuve ouragan
    cyclone tempete group pousse licorne firme banque assureur operateur enseigne distributeur editeur laboratoire
    club equipe cabinet studio label cooperative mutuelle fabricant equipementier hebdomadaire roman film serie album
    chanson musee theatre ecole universite hopital usine barrage pont tunnel stade aeroport
    company firm giant maker carmaker planemaker brand startup platform website site network app application
    software game channel magazine newspaper daily charity organisation organization association foundation union
    party movement institute agency federation festival operation programme program project law bill virus disease
    vaccine drug treatment model rocket probe telescope satellite aircraft ship region city island territory
    province town country river hurricane cyclone storm bank insurer operator retailer publisher lab laboratory club
    team studio label unicorn cooperative manufacturer supplier weekly novel film series album song museum theatre
    school university hospital plant dam bridge tunnel stadium airport
    """.split()
)
"""Nouns that say what sort of thing the name behind them is of."""

_INDEFINITE = {
    "fr": re.compile(r"(?:une?|premiere?)\b|l[ae] (?:plus|premiere?|seule?)\b"),
    "en": re.compile(r"(?:an?|the)\b"),
}
_DETERMINER = re.compile(
    r"(?:(?:le|la|les|un|une|the|a|an|son|sa|his|her|its|leur|their|cet|cette|ce|ex|ancien|ancienne|former)\b|l'|d')"
)
_APART = re.compile(r'[.;:!?()"«»“”—–]')
_NO_PART = frozenset(
    """
    a au aux avec par que qu qui pour dans sur et ou mais est sont etait etaient ont avait avaient sera seront selon
    contre sous chez entre vers ne n pas se s c ces ceux va vont peut doit veut fait to at with by that who for in
    on and or but is are was were has have had will would from against about as said says told when where while not
    did does
    """.split()
)
"""Words that no description of somebody has between its noun and the name, nor behind a comma before its noun."""

_AFTER = re.compile(r"\s*,\s+(?P<told>[^,;:.()\"«»!?]{2,90})(?=[,;:.()!?]|$)")
_GOES_ON = re.compile(rf",(?! (?:{_DETERMINER.pattern}|agee?|aged|\d))")
"""Behind a name that a comma sets apart from its noun, what ends with another comma: "the minister, X, met farmers"."""

_AND_ANOTHER = re.compile(r"\s+(?:et|and)\s+[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){1,3}(?=\s*,)")
"""Somebody else, whom the description behind is of, too: "X and Y, two researchers"."""

_AGE = re.compile(r"(?:agee? de )?\d{1,3} ans\b|aged \d{1,3}\b|\d{1,3}$")
_FATE = re.compile(
    r"(?:atteinte?|nee?|connue?|accusee?|condamnee?|morte?|devenue?|victime|chargee?|surnommee?|incarceree?|elue?"
    r"|born|known|accused|convicted|charged|nicknamed|elected|jailed) (?:de|d'|en|a|au|pour|par|in|for|of|with|as|by)\b"
)
_INSIDE = re.compile(r"\s*\((?P<told>[^()]{2,70})\)")
_COPULA = re.compile(
    r"\s+(?:est|etait|is|was|devient|became|designe|remains)\s+(?P<told>(?:un|une|le|la|l'|a|an|the)\b[^.;:!?]{4,90})"
)
_CLAUSE = frozenset(
    """
    je tu il elle nous vous ils elles i you he she we they est sont etait etaient ont avait avaient sera seront va
    vont peut doit veut fait ne n se s aura auront aurait auraient serait seraient is are was were has have had will
    would said says told did does
    """.split()
)
"""Words by which what follows a comma is a clause of its own, unless a relative pronoun stands before them."""

_RELATIVE = frozenset("qui que qu dont ou who whom whose which that".split())
_AMONG = _RELATIVE | frozenset("comme notamment including like as et and aussi ainsi".split())
_OF = frozenset("de d du des of a la le les l et and par by with avec".split())
_JOINS = frozenset("de d du des la le les l l' d' of the".split())
_GENITIVE = frozenset("de d' du des of la l' le les the".split())
_SURNAME = re.compile(r"[a-zé,;] [A-Z][a-zé]+ $")  # "the inventor Nikola Tesla" is no maker of cars
_JOIN = r"[\s-]+"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?")


@lru_cache(maxsize=64)
def mention(name: str) -> re.Pattern[str]:
    """Finds the name in flat text, its words side by side, and what else the same place or body is called."""
    words = flatten(name).replace("’", "'").split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    known = aliases()
    key = known.get(" ".join(words), "")
    forms = [" ".join(words), *([key, *(form for form, other in known.items() if other == key)] if key else [])]
    choices = "|".join(_JOIN.join(map(re.escape, re.split(r"[\s-]+", form))) for form in dict.fromkeys(forms))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


def described(name: str, text: str, language: str) -> str:
    """What a sentence says that somebody is, flat ("the former head of the port"); "" where it says nothing of it."""
    told = told_of(mention(name), text, language, is_person=True)
    return told[1] if told is not None and told[0] > _AGED else ""


def told_of(sought: re.Pattern[str], text: str, language: str, is_person: bool) -> tuple[float, str] | None:
    """How plainly a sentence introduces the name, and with which words, flat; None where it does not name it."""
    plain = text.replace("’", "'")
    flat = flatten(plain)
    best: tuple[float, str] | None = None
    for match in sought.finditer(flat):
        if not any(character.isupper() or character.isdigit() for character in text[slice(*match.span())]):
            continue
        if not is_person and _SURNAME.search(text[: match.start()]):
            continue
        before, behind = plain[: match.start()], plain[match.end() :]
        words = _words(flatten(before))
        is_first = all(_DETERMINER.fullmatch(word) for word in words)
        is_owner = is_person and len(words) > 1 and words[-1] in _OF and names_person(words[-2], language)
        found: list[tuple[float, str]] = []
        if not words or words[-1] not in _OF:
            found.append(_before(before, language) if is_person else _before_thing(before, match.group(), behind))
        is_told = before.endswith(", ") and any(plainly for plainly, _ in found) and _GOES_ON.match(flatten(behind))
        if not is_owner and not is_told:  # "the minister of X, founder of"
            found.append(_behind(behind, language, is_person, is_first))
        told = became(flatten(before), flatten(behind)) if is_person and not is_owner else ""
        if told and _has_person(told, language):  # "voters elected X as mayor": who elects is no description
            found = [(_PLAIN, told)]
        best = max([*found, best or (0.0, "")])
    return best


def _behind(text: str, language: str, is_person: bool, is_first: bool) -> tuple[float, str]:
    """What stands behind the name: "X, the head of Y", "X is a", "X (the World Y)"."""
    other = _AND_ANOTHER.match(text) if is_person else None
    text = text[other.end() :] if other else text
    behind = flatten(text)
    copula = _COPULA.match(behind)
    if copula and (_has_person(copula["told"], language) if is_person else is_first and _has_sort(copula["told"])):
        return _PLAIN, copula["told"]
    inside = _INSIDE.match(behind)
    if inside:
        if not is_person and len(inside["told"].split()) > 1 and not re.search(r"\d", inside["told"]):
            return _BRIEF, inside["told"]
        text, behind = text[inside.end() :], behind[inside.end() :]
    after = _AFTER.match(behind)
    opening = opening_of(text[after.start("told") : after.end("told")]) if after else None
    if not after or opening is None:  # another name
        return 0.0, ""
    told = after["told"]
    if not is_person:
        is_introduced = opening or _INDEFINITE[reading_of(language)].match(told)
        return (_PLAIN, told) if is_introduced and _has_sort(told[opening:]) else (0.0, "")
    if _AGE.match(told):
        return max(_behind(text[after.end() :], language, is_person, is_first), (_AGED, told))
    if _FATE.match(told):
        return _BRIEF, told
    has_said = language == "fr" and re.search(r"\ba\b", text[after.start("told") : after.end("told")])  # not "à"
    return (_PLAIN, told) if not has_said and _has_person(told[opening:], language) else (0.0, "")


def _before(before: str, language: str) -> tuple[float, str]:
    """What stands before somebody's name: "the former head of Y X", "the head of Y, X"."""
    segment = _APART.split(before)[-1]
    apart = segment.rstrip().endswith(",")
    told = segment.rstrip(" ,").rsplit(",", 1)[-1].strip()
    words = _WORD.findall(told)[-_NEAR - 3 * apart :]
    if words and flatten(words[-1]) in _AMONG:  # "activists such as X"
        return 0.0, ""
    if words and words[-1][0].isupper() and flatten(words[-1]) in peoples():
        return _BARE, flatten(words[-1])  # "le Français X"
    for place in range(len(words) - 1, -1, -1):
        word = flatten(words[place])
        if word.strip("'") in _NO_PART:
            return 0.0, ""
        if names_person(word, language):
            break
    else:
        return 0.0, ""
    if not _is_of_noun(words[place + 1 :]):
        return 0.0, ""
    place = _owner(words, place, language)
    description = flatten(" ".join(words[start_of(words, place) :]))
    if apart:
        return (_BRIEF, description) if _is_led([flatten(word) for word in words[:place]], told) else (0.0, "")
    more = len(words) - place > 1 or _is_told_more([flatten(word) for word in words[:place]])
    return (_PLAIN if more else _BARE), description


def _is_led(before: Sequence[str], told: str) -> bool:
    """Whether a noun has its article or owner, before it or at the front of its clause: "said the director, X"."""
    if _DETERMINER.match(flatten(told)):
        return True
    owned = any(word.endswith("'") and mark == "s" for word, mark in pairwise(before[-5:]))  # "Norvex's director, X"
    return owned or any(map(_DETERMINER.fullmatch, before[-2:]))


def _owner(words: Sequence[str], place: int, language: str) -> int:
    """Where the noun stands that the one at a place belongs to: "the wife of the president" names a wife."""
    before = place - 1
    while before > 0 and flatten(words[before]) in _GENITIVE:
        before -= 1
    is_led = before < place - 1 and flatten(words[before + 1]) in ("de", "d'", "du", "des", "of")
    return before if is_led and names_person(flatten(words[before]), language) else place


def _is_of_noun(between: Sequence[str]) -> bool:
    """Whether the words between a noun and the name belong to the noun: no other name stands among them."""
    for place, word in enumerate(between):
        alone = place == 0 or flatten(between[place - 1]) not in _JOINS
        if word[0].isupper() and not word.isupper() and alone and not any(w[0].isupper() for w in between[:place]):
            return False
    return True


def _has_sort(told: str) -> bool:
    """Whether a description of a thing begins with the noun for a sort of thing."""
    return bool(_SORTS & set(_words(told)[:_NEAR]))


def _before_thing(before: str, name: str, behind: str) -> tuple[float, str]:
    """What stands before a thing's name: "the Chinese group X", "the World Organisation (WO)"."""
    spelt = re.search(r"((?:[\w'-]+ ){2,7})\($", before) if behind.startswith(")") else None
    if spelt:
        return (_PLAIN if _is_short_for(name, flatten(spelt.group(1))) else 0.0), flatten(spelt.group(1))
    words = _WORD.findall(_APART.split(before)[-1]) if before.endswith(" ") else []
    if not words or _DETERMINER.fullmatch(flatten(words[-1])) or words[-1][0].isupper():  # another's surname
        return 0.0, ""
    if flatten(words[-1]) in _JOINS:
        return 0.0, ""
    for number in range(1, min(len(words), _NEAR)):
        word = flatten(words[-number])
        if word.strip("'") in _NO_PART or words[-number][0].isupper():
            break
        if word in _SORTS:
            return (_BRIEF if number > 1 else _BARE), flatten(" ".join(words[-number:]))
    return 0.0, ""


def _is_short_for(name: str, spelt: str) -> bool:
    """Whether an acronym's letters begin words of what it may stand for, in their order."""
    initials = iter(word[0] for word in _words(spelt))
    return all(letter in initials for letter in name if letter.isalnum())


def _is_told_more(before: Sequence[str]) -> bool:
    """Whether a word before the noun tells more of it: "French president", "l'ancien patron"."""
    last = before[-1] if before else ""
    return bool(last) and last.strip("'") not in _NO_PART and not _DETERMINER.fullmatch(last)


def _has_person(told: str, language: str) -> bool:
    """Whether a description begins with a noun for people, and nothing tells that it is a clause of its own."""
    words = _words(told)
    if not words or words[0] in ("de", "d", "du", "des", "of"):
        return False
    end = next((n for n, word in enumerate(words) if word in _RELATIVE), len(words))
    if _CLAUSE & set(words[:end]):
        return False
    end = min(_NEAR, next((n for n, word in enumerate(words) if word in _NO_PART and n), len(words)))
    return words[0] not in _NO_PART - {"a"} and any(names_person(word, language) for word in words[:end])


def names_person(word: str, language: str) -> bool:
    """Whether a flat noun is of a person, and not of a group."""
    bare = re.sub(r"^(?:ex-|vice-)+", "", word)
    if bare in _GROUPS or bare in peoples() or (bare, language) == ("son", "fr"):  # "his"
        return False
    first = bare.split("-")[0]  # "president-elect"
    return first in _PEOPLE or kind_of_noun(bare) == "who" or names_people(bare, reading_of(language))


def _words(flat: str) -> list[str]:
    return [word.strip("'") for word in _WORD.findall(flat)]
