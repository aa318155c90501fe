"""How well a figure measures what a question asks for: its kind, its unit, and what is said to have happened to it.

Knows one figure in one sentence. Does not know passages, nor how figures are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.answer_nouns import kind_of_plural
from rag.figures import Figure, find_figures
from rag.figures.flat import flatten
from rag.figures.nouns import HUMAN
from rag.figures.units import FACTORS
from rag.language import index_terms, reading_of
from rag.ranking.terms import Wanted
from rag.ranking.word_vectors import likeness
from rag.reconcile.roles import first_role, roles_of_flat
from rag.reconcile.sought import FATE_ROLES, FATES, PARTS, ROLE_OF, Sought, unit_fit
from rag.reconcile.wording import NEAR, REACH, clause_of, rooted
from rag.types import Question

_BEHIND = 30  # characters behind a count within which what is counted is named
_ALIKE = 0.8  # unit from which a figure is of the same thing under another name
_STRANGE, _UNLIKE = 0.1, 0.1  # likeness below which two nouns are of different things, and how well these then fit
_LIKELY = 0.15  # probability from which a translation of the thing counted will do
GENERIC = re.compile(
    r"money|sums?|sommes?|montants?|argent|amounts?|share|part|percentage|pourcentage|proportion|taux|rate|numbers?"
    r"|nombres?|people|persons?|personnes?|total|many|much|combien|toll|bilan|humain|still|encore|toujours|latest"
    r"|derniere?|currently|actuellement|end?|fin|debut|early|late"
)
"""Words that tell nothing of which figure is meant."""
_BASES = re.compile(
    r"salaries?|employes?|agents|personnels?|staff|workers?|employees?|workforce|effectifs?|population|voix|votes?"
    r"|suffrages|intentions?|electeurs|voters|votants|inscrits|sondes|actifs|cas"
)
_CAUGHT = re.compile(r"\b(?:positi\w+|contamin\w+|infect\w+|contract\w+|tested positive|sick|malades?)\b")
_CATCHES = re.compile(
    r"\b(?:sicken(?:ed|ing|s)|infect(?:ed|ing|e|ant)|contamin(?:e|ed|ant)|touche|affect(?:ed|e))"
    r"(?: at least| about| some| environ| quelque)? $"
)
_NEXT_CLAUSE = re.compile(r"[,;:.(]| (?:and|et|while|tandis) ")
_LIVES = ("en:live", "en:life", "fr:vie")
_COMPOUND = re.compile(r"-[a-z]")
_LABELLED = re.compile(r"\S [A-Z][\w'-]*[ \u00a0-]$")  # "the new Porsche 935"; a sentence may begin with any word
_ONE_IN = re.compile(
    r"(?:\S+ ){0,3}?(?:une?|one|deux|two|trois|three|quatre|four|cinq|five|six|sept|seven|huit|eight|neuf|nine|\d+)"
    r" ([a-z'-]{3,})\b.* (?:sur|in|out of) "
)
_ONE_IN_BEFORE = re.compile(r"\b(?:\w+|\d+) ([a-z'-]{3,}) (?:sur|in|out of) (?:\w+|\d+) \($")  # "(22,4%)" says it again
_GROUP = re.compile(r"\b(?:les|des|the|of|among) ([a-z-]{4,}s)\b[^.;]{0,60}$")
_DONE_BY_GROUPS = frozenset({"struck", "turnout", "voted", "given", "infected"})
_SHARE_OF = re.compile(r"(?: \([^)]{1,14}\)|\))? (?:des|de la|du|de l'|d'|de|of the|of) ?([a-z'-]+)")
# "à six le nombre des disparus"; "11 millions d'exemplaires" may be of anything
_NO_THING = frozenset("fr:nombre fr:total en:number en:total fr:unite fr:exemplaire en:unit en:copy".split())
_SURE = frozenset({"death", "injury", "missing", "arrest"})
_DOERS = {
    "signed": frozenset({"signature", "en:name"}),
    "struck": frozenset({"striker"}),
    "fled": frozenset({"evacuee", "displaced"}),
    "rescued": frozenset({"survivor"}),
}
"""Units that say what those counted did: of people who signed a petition signatures are a count."""
_STAFF = re.compile(r"\S+ (?:\S+ )?(?:membres du personnel|members of (?:the )?staff|agents|personnels)\b")
_SUBSET = re.compile(
    r"(?: \w+)? (?:of|among) (?:them|whom|those|the (?:dead|victims?|killed|injured|wounded|missing))\b"
    r"|(?: \w+)? (?:d'entre (?:eux|elles)|(?:des|parmi les|sur les) (?:victimes|morts|blesses|disparus|tues))\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it stands and flat (see `rag.figures.flat`), and its language."""

    text: str
    flat: str
    language: str


_CLAUSE_END = re.compile(r"[,;:(]|\. ")
_AGED = re.compile(
    r"\b(?:youngest|eldest|oldest|aged?|turn(?:s|ed)|(?:man|woman|boy|girl|child|teenager) of|agee?s? de"
    r"|plus (?:jeune|agee?))"
    r"(?: (?:was|is|were|only|just|a|avait|victim|of|them))* $"
)
_NAMED_BEFORE = re.compile(r"[A-Z][\w'’-]+, $")
_ASIDE_ENDS = re.compile(r"[,.;)]|$")
_OLDEST = 115


def _is_age(figure: Figure, told: Told) -> bool:
    """Whether a bare number tells how old somebody is: "the youngest was seven", "striker Rui Nantes, 23, ..."."""
    if figure.unit or figure.value is None or not 1 < figure.value < _OLDEST:
        return False
    aside = _NAMED_BEFORE.search(told.text, 0, figure.start) and _ASIDE_ENDS.match(told.text, figure.end)
    return bool(aside or _AGED.search(told.flat, 0, figure.start))


class Gauge:
    """Holds figures against what one question asks for."""

    def __init__(self, want: Sought, asked: Question, roles: frozenset[str]) -> None:
        """What the question ``asked`` gives is not what it asks for; ``roles`` are those of its words."""
        self._want = want
        self._doers = frozenset().union(*(_DOERS.get(role, ()) for role in roles))
        self._done = next((role for role, units in _DOERS.items() if want.unit in units), "")
        self._numbers = frozenset(re.findall(r"\b\d+\b", asked.text))
        self._given = frozenset(map(_measure, find_figures(asked.text, asked.language)))
        self._of_fate = want.unit in FATES or bool(roles_of_flat(flatten(asked.text)) & FATE_ROLES)

    def fit(self, figure: Figure, told: Told, things: Sequence[Wanted]) -> float:
        """How well a figure measures what is asked for, 0 to 1; ``things`` are the words of what is counted."""
        want = self._want
        dialled = figure.text.startswith("0") and figure.text[1:2].isdigit()  # "0800"
        odd = figure.value is None or dialled or figure.unit in ("clock", "pp") or figure.qualifier == "several"
        if figure.kind not in want.kinds or odd or _measure(figure) in self._given:
            return 0.0
        if figure.kind == "duration":
            return float(want.unit in ("", figure.unit))
        if figure.kind == "quantity" and want.unit:
            return float(want.unit == figure.unit or _same_measure(want.unit, figure.unit))
        return self._count_fit(figure, told, things) if figure.kind == "count" and want.kinds == {"count"} else 1.0

    def _count_fit(self, figure: Figure, told: Told, things: Sequence[Wanted]) -> float:
        """The same for a number of things."""
        want, flat, text = self._want, told.flat, told.text
        loose = not figure.unit or ":" in figure.unit
        if (loose and (self._is_label(figure, text) or _is_age(figure, told))) or self._is_of_others(figure, flat):
            return 0.0
        unit = "" if figure.unit in _NO_THING else figure.unit
        if want.unit not in PARTS and _SUBSET.match(flat, figure.end):
            return 0.0
        if unit in self._doers or self._is_said_otherwise(figure, unit, flat):
            return 1.0
        fit = unit_fit(want.unit, unit)
        if want.unit in FATES and fit < _ALIKE and (not unit or (want.unit in _SURE and unit not in FATES)):
            return self._fated(figure, unit, flat)
        if not unit and _is_said_before(figure, told, things):
            return 0.95
        if fit == 1.0 or want.unit in _SURE:
            return fit
        if want.unit in ("infection", "case") and figure.unit in ("", *HUMAN):
            caught = _CAUGHT.search(flat, figure.start, figure.end + REACH) or _CATCHES.search(flat[: figure.start])
            return 0.9 if caught else fit
        reach = len(_CLAUSE_END.split(flat[figure.end : figure.end + _BEHIND])[0])
        behind = frozenset(index_terms(text[figure.start : figure.end + reach], told.language))
        if any(word.found_in(behind) >= _LIKELY for word in things):
            return 1.0
        if fit >= _ALIKE or want.unit == "person":  # campers are people, too
            return fit
        return _UNLIKE if _is_unlike(unit, things) else fit

    def _is_of_others(self, figure: Figure, flat: str) -> bool:
        """Whether a number is part of a word ("three-story"), or of the dead where others are asked for."""
        if _COMPOUND.match(flat, figure.end) and figure.unit != self._want.unit:
            return True
        if self._of_fate or (figure.unit and figure.unit not in FATES):
            return False
        return bool(figure.unit or roles_of_flat(clause_of(flat, figure)) & FATE_ROLES)

    def _is_said_otherwise(self, figure: Figure, unit: str, flat: str) -> bool:
        """Whether staff are counted, or people who did what the unit asked for counts: signatures, by who signed."""
        if self._want.unit == "employee" and _STAFF.match(flat, figure.start):
            return True
        return unit in HUMAN and self._done in roles_of_flat(clause_of(flat, figure))

    def _is_label(self, figure: Figure, text: str) -> bool:
        return figure.text in self._numbers or _LABELLED.search(text[: figure.start]) is not None

    def _fated(self, figure: Figure, unit: str, flat: str) -> float:
        """How well a number of people, of something or of nothing said counts those to whom it happened."""
        asked = ROLE_OF[self._want.unit]
        behind = first_role(_NEXT_CLAUSE.split(flat[figure.end : figure.end + NEAR])[0])
        if behind in asked:
            return 0.95
        if not unit:
            before = roles_of_flat(flat[max(0, figure.start - NEAR) : figure.start])
            return 0.0 if _other_fate(figure, flat, asked) else 0.95 if asked & before else 0.5
        if unit in _LIVES and "killed" in asked:  # "claimed three lives"
            return 0.95
        return 0.4 * bool(":" in unit and asked & roles_of_flat(clause_of(flat, figure)))


def _measure(figure: Figure) -> tuple[str, str, Decimal | None]:
    """What a figure gives, however it is written."""
    return figure.kind, figure.unit, figure.value


def _is_unlike(unit: str, things: Sequence[Wanted]) -> bool:
    """Whether what is counted, a noun that no table knows, is plainly another thing than asked for, in any language."""
    noun = unit.partition(":")[2]
    return bool(noun and things) and float(likeness([word.word for word in things], [noun]).max()) < _STRANGE


def _same_measure(one: str, other: str) -> bool:
    """Whether two units measure the same: lengths, areas, temperatures."""
    if {one, other} <= {"°C", "degree", "°F"}:
        return True
    return one in FACTORS and other in FACTORS and FACTORS[one][0] == FACTORS[other][0]


def _is_said_before(figure: Figure, told: Told, things: Sequence[Wanted]) -> bool:
    """Whether what is counted stands before a bare number: "the number of dead rose to six"."""
    start = max(0, figure.start - NEAR)
    before = frozenset(index_terms(told.text[told.text.rfind(" ", 0, start) + 1 : figure.start], told.language))
    return any(word.found_in(before) >= _LIKELY for word in things)


def is_of_others(figure: Figure, told: Told, telling: Sequence[Wanted], roles: frozenset[str]) -> bool:
    """Whether a share is said to be of something else: "58% of guards", asked of the whole staff.

    Who did it may also stand before: "les conducteurs sont restés mobilisés, à 77 % de grévistes".
    """
    if figure.kind != "percent":
        return False
    match = (
        _ONE_IN.match(flatten(figure.text))
        or _ONE_IN_BEFORE.search(told.flat[: figure.start])
        or _SHARE_OF.match(told.flat, figure.end)
    )
    whole = match.group(1) if match else ""
    group = _GROUP.search(told.flat[: figure.start]) if roles & _DONE_BY_GROUPS else None
    if group and not roles_of_flat(group[1]) and kind_of_plural(group[1], reading_of(told.language)) == "who":
        whole = group[1]
    if GENERIC.fullmatch(whole) or _BASES.fullmatch(whole):
        return False
    have = frozenset(index_terms(whole, told.language))
    return bool(have) and not any(word.found_in(have) or rooted(word, have) for word in telling)


def _other_fate(figure: Figure, flat: str, asked: frozenset[str]) -> bool:
    """Whether something else is said to have happened to what a bare number counts.

    Right behind it, "5,530 were injured", or else around it, "the number of people killed has risen to 2,862".
    """
    behind = roles_of_flat(re.split(r"[,;:.(]", flat[figure.end : figure.end + _BEHIND])[0]) & FATE_ROLES
    told = behind or roles_of_flat(clause_of(flat, figure)) & FATE_ROLES
    return bool(told) and not told & asked
