"""Whether a sentence holds an answer of the kind a question asks for.

A question is read once for what it expects (money, a share, a count of something, a day, an hour, a name ...); a
sentence is then measured against it. Knows figures, names and cue words. Does not know how much the measure counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.figures import Figure, Name, find_figures, find_names, same_dimension, same_unit
from rag.figures.names import same_key
from rag.figures.places import known_keys
from rag.language import fold, index_terms, reading_of
from rag.language.amounts import asks_amount
from rag.ranking.demand import DEAD, MONEY, TOLL
from rag.ranking.terms import Wanted, wanted
from rag.types import Question

_AMOUNTS = frozenset({"money", "percent", "quantity", "duration", "count"})
_NEAR = 25  # characters behind a figure within which the thing counted is named; before it, less surely
_LIKELY = 0.15  # probability from which a translation of the thing counted will do

_BRINGS_IN = re.compile(r"\brapport(?:e|er|ee|ees)\b")  # money may be the answer, but not must: it also reports
_SHARE = re.compile(
    r"\b(share|per ?cent\w*|proportion|rate|score(?=.*\b(?:polls?|elections?|votes?|list|party|sondages?|elect\w+"
    r"|liste|parti|scrutin)\b)|part d\w+|quelle part|pourcentage|taux|recul|baisse|hausse)\b"
)
_SPAN = re.compile(
    r"\b(how long|combien de temps|duree|how many (years|months|weeks|days|hours)"
    r"|combien (d'annees|de (mois|jours|semaines)))\b"
)
_DAY = re.compile(r"\b((which|what) (day|date)|quel jour|quelle date)\b")
_HOUR = re.compile(r"\b(what times?|which times?|what hours?|quelles? heures?)\b")
_YEAR = re.compile(r"\b((which|what) year|quelle annee)\b")
_DIMENSIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), probe)
    for pattern, probe in (
        (r"\b(how heavy|weigh\w*|poids|pes(e|ent|ait|aient|er|era))\b", "5 kg"),
        (
            r"\b(how (tall|far|wide|deep)|heights?|lengths?|widths?|depths?|distances?|altitude"
            r"|(?<!\ba )hauteur|longueur|largeur|profondeur)\b",
            "5 km",
        ),
        (r"\b(how fast|speeds?|vitesses?)\b", "5 km/h"),
        (r"\b(temperatures?|how (hot|cold|warm))\b", "5 °C"),
        (r"\b(how old|what age|age)\b", "5 ans"),
        (r"\b(superficie|surface)\b", "5 km2"),
        (r"\b(horsepower|puissance)\b", "5 ch"),
        (r"\b(population|inhabitants)\b", "5 habitants"),
    )
)
_COUNTED = re.compile(
    r"\b(?:how many|combien d(?:es|e(?! temps\b)|')\s?|(?:what|quel) (?:number|nombre) (?:of|d[e']))"
    r"\s*((?:\S+\s*){1,3})"
)
_VERB = re.compile(
    r"\b(?:did|do|does|were|was|are|is|have|has|had|will|would|can|could|a|ont|avait|avaient|est|sont|etait|etaient|fut"
    r"|furent|le|la|les|l'|il|elle|on|dans|selon|in|at|on|the|qui|who|that)\b"
)
_WITH_WHAT = re.compile(r"\b(?:of|in|from|with|to|for|at|on|by|who|that|which|de|du|des|d'|en|dans|a|au|aux|par|qui)\b")
_PART_OF = re.compile(r" (?:of|out of|of the|of their|des|de ses|de leurs|sur|sur les|parmi les) ")
_REASON = re.compile(
    r"\b(parce qu|en raison d|a cause d|afin d|car\b|faute d|apres qu|suite a|du fait d|puisqu|expliqu|raison|motif"
    r"|pour (ne pas )?[a-z]+(er|ir|re)\b|dues?? a\b|dus a\b|pretext|permet|lie(s|e|es)? a\b|craint|crainte"
    r"|because|due to|owing to|in order to|so that|after\b|as a result|since\b|reason|fear)"
)
_MEANS = re.compile(
    r"\b(grace a|via|au moyen d|a l'aide d|par le biais|en [a-z]+ant\b|avec|sur des|by [a-z]+ing\b|through|using"
    r"|thanks to|with)"
)
_PLACE = re.compile(
    r"\b(?:[àÀ]|[Ee]n|[Aa]ux?|[Dd]ans l[ae]s?|[Dd]e|[Pp]rès d[e’']|[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Ss]ur l[ae]|[Dd]u|rue)"
    r"(?: [\w'’-]+){0,2}[ '’]$"
)
_WITHIN = re.compile(r"\b(?:[àÀ]|[Ee]n|[Aa]ux?|[Dd]ans l[ae]s?|[Ii]n|[Aa]t|[Pp]rès d[eu]|[Nn]ear) $")
_PLACE_SHAPE = re.compile(r"\w-(?:et|de|du|des|d|en|sur|sous|la|le|les|lès|au|aux|upon|on)-\w", re.IGNORECASE)
_ELIDED_REST = re.compile(r"['’][A-ZÀ-Þ][\w-]*")  # "Saint-Cyr-au-Mont-d'Or" is one name
_MONTH = re.compile(
    r"janv|fevr|mars|avr|mai\b|juin|juil|aout|sept|octo|nov|dec|jan|feb|march|apr|may|june|july|aug|oct|ete|hiver"
    r"|printemps"
    r"|automne|summer|winter|spring|autumn"
)
_NO_CUE = 0.6  # how well a sentence without "because" or "through" fits a why or a how: many reasons go without
_LOCATED = frozenset({"how_much", "how_many", "when", "who", "where"})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a question expects: kinds of figure, units, the thing counted, and the words it says itself.

    ``counted`` are the words for the thing counted; ``sample`` is a figure of that unit, where the unit is known;
    ``named`` are the keys of the names the question says.
    """

    kind: str
    figures: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    counted: tuple[Wanted, ...] = ()
    sample: Figure | None = None
    asked: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a sentence that may be the answer (offsets into the sentence), and how well they fit, 0 to 1."""

    start: int
    end: int
    fit: float


def expected(question: Question, language: str) -> Expected:
    """What the question expects of a sentence in ``language``."""
    folded = fold(question.text)
    asked = frozenset(index_terms(question.text, question.language)) | frozenset(re.findall(r"\w+", folded))
    if question.kind in ("how_much", "how_many"):
        kinds = frozenset(
            kind
            for pattern, kind in ((_SPAN, "duration"), (MONEY, "money"), (_BRINGS_IN, "money"), (_SHARE, "percent"))
            if pattern.search(folded)
        )
        match = None if asks_amount(folded) else _COUNTED.search(folded)
        dead = DEAD[reading_of(question.language)] if TOLL.search(folded) else ""
        if not match and not dead:
            probes = (probe for pattern, probe in _DIMENSIONS if pattern.search(folded))
            sample = next((figure for probe in probes for figure in find_figures(probe, "fr")), None)
            return Expected(question.kind, kinds, sample=sample, asked=asked)
        thing = _VERB.split(match.group(1))[0] if match else dead
        probe = find_figures(f"5 {thing}", question.language)
        counted = wanted(noun_of(thing, question.language), question.language, language)
        return Expected(question.kind, kinds, counted=counted, sample=probe[0] if probe else None, asked=asked)
    units: frozenset[str] = frozenset()
    if question.kind == "when":
        units = frozenset(
            unit for pattern, unit in ((_DAY, "day"), (_HOUR, "clock"), (_YEAR, "year")) if pattern.search(folded)
        )
    named = tuple(name.key for name in find_names(question.text, question.language))
    return Expected(question.kind, units=units, asked=asked, named=named)


def measure(want: Expected, text: str, language: str, found: Sequence[Candidate] | None = None) -> tuple[float, float]:
    """Whether the sentence holds something of that kind that the question lacks, and whether it fits; each 0 to 1.

    ``found`` are its candidates, where they are known already.
    """
    if want.kind in _LOCATED:
        found = candidates(want, text, language) if found is None else found
        return float(bool(found)), max((item.fit for item in found), default=0.0)
    folded = fold(text)
    if want.kind == "why":
        return 1.0, 1.0 if _REASON.search(folded) else _NO_CUE
    if want.kind == "how":
        return 1.0, 1.0 if _MEANS.search(folded) else _NO_CUE
    return 1.0, 1.0


def candidates(want: Expected, text: str, language: str) -> list[Candidate]:
    """All that may be the answer in a sentence, in order; nothing for kinds whose answer is no figure and no name."""
    if want.kind in ("who", "where"):
        return _names(want, text, language)
    if want.kind not in _LOCATED:
        return []
    figures = find_figures(text, language)
    if want.kind == "when":
        found = [(figure, _time_fit(want, figure)) for figure in figures]
    else:
        found = [(figure, _amount_fit(want, figure, _own_words(figure, figures, text), language)) for figure in figures]
    return [
        Candidate(figure.start, figure.end, fit)
        for figure, fit in found
        if fit > 0 and not _said(figure.text, language, want.asked)
    ]


def noun_of(things: str, language: str) -> str:
    """The noun of what is counted: in English the last word before a verb or preposition, in French the first one."""
    thing = _VERB.split(things)[0] or things
    words = _WITH_WHAT.split(thing)[0].split() or thing.split()
    if language != "en":
        return words[0] if words else thing
    return words[-2] if len(words) > 1 and words[-1].endswith("ed") else words[-1] if words else thing


def _own_words(figure: Figure, figures: Sequence[Figure], text: str) -> tuple[str, str]:
    """What stands before and behind a figure, up to the amounts next to it: "263 passengers and 31 crew".

    Of "three of the 12 hostages" the words behind are both figures' own.
    """
    amounts = [other for other in figures if other.kind in _AMOUNTS and other is not figure]
    left = max((other.end for other in amounts if other.end <= figure.start), default=0)
    right = min((other.start for other in amounts if other.start >= figure.end), default=len(text))
    if right < len(text) and _PART_OF.fullmatch(fold(text[figure.end : right])):
        right = len(text)
    return text[max(left, figure.start - _NEAR) : figure.start], text[figure.end : min(right, figure.end + _NEAR)]


def _time_fit(want: Expected, figure: Figure) -> float:
    if "clock" in want.units:
        return float(figure.unit == "clock")
    if figure.kind != "date":
        return 0.2 if figure.kind == "duration" or figure.unit == "clock" else 0.0
    exact = any(letter.isdigit() for letter in figure.text) or bool(_MONTH.search(fold(figure.text)))
    if "day" in want.units and figure.unit in ("year", "month"):
        return 0.4
    return 1.0 if exact else 0.5


def _amount_fit(want: Expected, figure: Figure, own: tuple[str, str], language: str) -> float:
    if figure.kind not in _AMOUNTS or figure.unit == "clock":
        return 0.0
    sample = want.sample
    if sample and not want.counted:
        return 1.0 if same_dimension(sample, figure) else 0.1
    if want.counted:
        if sample and sample.kind != "count":  # kilos, hours, euros: the unit is known in both languages
            return 1.0 if same_unit(sample, figure) else 0.1
        if (
            sample
            and sample.unit
            and figure.unit
            and ":" not in sample.unit + figure.unit
            and same_unit(sample, figure)
        ):
            return 1.0
        before, behind = own
        for fit, words in ((1.0, f"{figure.text}{behind}"), (0.8, before)):
            near = frozenset(index_terms(words, language))
            if any(word.found_in(near) >= _LIKELY for word in want.counted):
                return fit
        return 0.3 if figure.kind in ("count", "quantity") else 0.1
    if want.figures:
        return 1.0 if figure.kind in want.figures else 0.1
    return 1.0


def _names(want: Expected, text: str, language: str) -> list[Candidate]:
    found = []
    for name in find_names(text, language):
        if _said(name.text, language, want.asked) or any(_is_asked(name.key, other) for other in want.named):
            continue
        rest = _ELIDED_REST.match(text, name.end)
        found.append(Candidate(name.start, rest.end() if rest else name.end, _name_fit(want, name, text)))
    return found


def _is_asked(name: str, asked: str) -> bool:
    """Whether a name is the question's own, or its bearer gave the question's name its first word (Nobel Prize)."""
    words = asked.split()
    return same_key(name, asked) or (len(words) > 1 and name.split()[-1] == words[0])


def _name_fit(want: Expected, name: Name, text: str) -> float:
    """People have two names or more; places are known, hyphened with small words, or stand behind "in" and "at"."""
    is_place = name.key in known_keys() or bool(_PLACE_SHAPE.search(name.text))
    before = text[max(0, name.start - 20) : name.start]
    if want.kind == "where":
        return 1.0 if is_place or _PLACE.search(before) else 0.3
    if is_place or _WITHIN.search(before):
        return 0.2
    return 1.0 if " " in name.text else 0.4


def _said(text: str, language: str, asked: frozenset[str]) -> bool:
    return all(term in asked for term in index_terms(text, language))
