"""Which figure a question asks for: its kind, what it counts, the words that say of what.

Knows the words of questions in English and French. Does not know articles: what of a sentence answers is for
`reading` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.figures import find_figures
from rag.figures.flat import flatten
from rag.figures.nouns import HUMAN
from rag.figures.units import NOUNS
from rag.language import reading_of
from rag.ranking.demand import demand_of
from rag.reconcile.roles import first_role
from rag.types import Question

ROLE_OF = {
    "death": frozenset({"killed"}),
    "injury": frozenset({"injured"}),
    "missing": frozenset({"missing"}),
    "arrest": frozenset({"arrested"}),
    "infection": frozenset({"infected"}),
    "hospitalisation": frozenset({"treated"}),
}
"""What has happened to those counted so, in the words of `roles`."""
FATES = frozenset(ROLE_OF)
FATE_ROLES = frozenset().union(*ROLE_OF.values())
_ALIKE = (
    frozenset({"infection", "case", "patient"}),
    frozenset({"house", "household", "dwelling", "customer", "building"}),
    frozenset({"dose", "vaccine"}),
    frozenset({"fighter", "soldier"}),
    frozenset({"migrant", "refugee", "displaced"}),
    frozenset({"death", "victim", "fr:corp", "en:body"}),
    frozenset({"visitor", "spectator", "fr:entree", "fr:festivalier"}),
    frozenset({"seat", "ticket", "fr:place", "fr:entree"}),
    frozenset({"animal", "cattle", "fr:bete"}),
    frozenset({"animal", "sheep", "fr:bete"}),
    frozenset({"animal", "pig", "fr:bete"}),
    frozenset({"animal", "poultry", "fr:bete"}),
    frozenset({"ballot", "vote", "en:paper"}),
    frozenset({"job", "en:position", "en:post"}),
    frozenset({"employee", "en:miner", "fr:mineur", "fr:ouvrier", "fr:agent"}),
    frozenset({"customer", "passenger", "tourist", "fr:voyageur", "en:traveller", "en:holidaymaker", "fr:vacancier"}),
)
PARTS = frozenset("child woman man youth police soldier firefighter journalist civilian doctor nurse teacher".split())
_MEASURED = frozenset({"money", "count", "percent", "quantity"})
_HOW_MANY = {
    "en": re.compile(
        r"\b(?:(?:on|to|by|in|of|from|about) )?how many\b|\bwhat (?:is|was) the (?:total |final )?number of\b"
        r"|\bwhat number of\b"
    ),
    "fr": re.compile(
        r"\bcombien (?:d'|de |des )|\bcombien\b|\bquel (?:est|etait|a ete) le nombre (?:total )?d(?:e |es |')"
        r"|\bquel nombre d(?:e |')"
    ),
}
_TOLL = re.compile(
    r"\b(?:death toll|toll|bilan (?:humain|provisoire|definitif|officiel|mortel)|bilan (?:de |du |des |d')"
    r"(?:l')?(?!\w*(?:annee|mandat|saison|entreprise|campagne)))"
)
_MONEY = re.compile(
    r"\b(?:costs?|price[ds]?|pay|paid|spen[dt]|money|sum|worth|budget|salar\w+|wages?|fine[ds]?|earn\w*|euros?|dollars?"
    r"|pounds?|funds?|funding|rais(?:e|ed|ing)|turnover|revenues?|profits?|loss|losses|debt|deficit|fees?|aid|bring in"
    r"|(?:per|each|a) share|par action"
    r"|brought in|fetch\w*|value[ds]?|pledge[ds]?|donat\w+|collected|compensation|damages?"
    r"|cout\w*|prix|sommes?|montants?|salaires?|amendes?|argent|val(?:oir|ait|aient|ent)|vaut|enveloppe|cotisation"
    r"|paye\w*|depens\w+|facture\w*|rapport(?:e|er|ee|ees)|recettes?|chiffre d'affaires|benefices?|tarif|financ\w+"
    r"|pertes?|deficit|dette|dons?|cagnotte|aides?|indemni\w+|degats|loyers?)\b"
)
_SHARE = re.compile(
    r"\b(?:(?<!per )(?<!each )(?<!\ba )share(?! price)|per ?cent\w*|percentage|proportion|rate|turnout|part d\w+"
    r"|quelle part|pourcentage|taux)\b|%"
)
_GIVEN_SHARE = re.compile(r"\d[\d.,]* ?(?:%|per ?cent\b|pour ?cent\b)")
_ASKS_SHARE = re.compile(
    r"^(?:what|quel\w*) (?:is|was|were|est|etait|a ete|fut) (?:the |le |la )?"
    r"(?:turnout|participation|rate|share|percentage|proportion|taux|part|pourcentage)\b"
)
_VOTES = re.compile(r"intentions? de vote\b")  # are counted in percent
PER = re.compile(r"\bincidence\b|\bnatalit\w+|\bbirth rate\b|\bmortalit\w+")
"""What is told as a count per so many."""
_POLLED = re.compile(r"\b(?:polls?|polling|sondages?|approval|popularit\w+)\b")
_SIZED = tuple(
    (unit, re.compile(rf"\b(?:{words})\b"))
    for unit, words in (
        ("m", "how (?:high|tall|deep|wide|far)|height|depth|width|length|hauteur|profondeur|largeur|longueur|distance"),
        ("ha", "how much (?:land|forest)|area|surface|superficie"),
        ("kg", "how heavy|weight|poids"),
        ("km/h", "how fast|speed|vitesse"),
    )
)
_AGE = re.compile(r"\bhow old\b|\b(?:what|quel) age\b|\bl'age d|'s age\b")
_SUM_OF = re.compile(r"\bcombien d'argent\b|\b(?:amount of|how much) money\b")
_DEGREES = re.compile(r"\b(?:temperatures?|hot|cold|heat|chaud|froid|degres?|degrees)\b")
_LASTS = re.compile(
    r"\bhow (?:long\b(?! ago)|late\b|far behind schedule\b)|\bquel(?: (?:est|sera|etait) le)? retard\b"
    r"|\bcombien de temps\b|\bquelle (?:est |etait |sera )?(?:la )?duree\b"
)
_SOON = 60  # characters within which a question says what happened to those it counts
_SAME_AS = {
    "en": (
        (re.compile(r"^(?:members of (?:the )?staff|staff members|staff)\b", re.IGNORECASE), "employees"),
        (re.compile(r"^(?:job|post) (?:cuts|losses)\b", re.IGNORECASE), "jobs cut"),
    ),
    "fr": (
        (re.compile(r"^membres du personnel\b", re.IGNORECASE), "employés"),
        (re.compile(r"^suppressions? (?:d['’]emplois?|de postes?)", re.IGNORECASE), "emplois supprimés"),
    ),
}
"""What is said for a plain noun with what happens to it."""
_NAMED = re.compile(r"^(?:[A-Z][\w-]* |[\w-]*\d[\w-]* )+")


@dataclass(frozen=True, slots=True)
class Sought:
    """The figure a question asks for.

    Attributes:
        kinds: the kinds of figure that may answer.
        unit: what is counted ("death", "en:whale"), a unit of measure, or "" where the question does not say.
        things: the words from what is counted on, as the question says them; "" for none.
    """

    kinds: frozenset[str]
    unit: str = ""
    things: str = ""

    @property
    def is_open(self) -> bool:
        """Whether any kind of figure may answer."""
        return self.kinds == _MEASURED


_ASKS_NOUN = re.compile(
    r"^(?:what|quel\w*) (?:is|was|were|are|est|etait|etaient|sont|a ete|fut)(?: the| le| la| les| l')? ?"
    r"(?P<noun>(?:\S+ ){0,3}\S+)"
)
_WHICH_NOUN = re.compile(r"^(?:what|which|quel\w*) (?P<noun>\S+(?: financiere| penalty)?)")
_MATTER = re.compile(
    r"\b(?:(?:how much|(?:what|which) (?:quantity|volume|amount) of"
    r"|(?:combien|quel(?:le)?s? (?:quantite|volume|tonnage)s?) (?:de la|de l'|du|des|de|d'))[ ]?"
    r"(?:oil|crude|petrol|gas|water|fuel|cocaine|cannabis|heroin|drugs|waste|rubbish|snow|rain|wheat|grain|carbon|co2"
    r"|electricity|energy|meat|milk|wine|petrole|brut|gaz|eau|essence|carburant|mazout|fioul|drogue|dechets|neige"
    r"|pluie|ble|electricite|energie|viande|lait|vin)"
    r"|quel(?:le)?s? (?:quantite|volume|tonnage)s?|(?:what|which) (?:quantity|volume))\b"
)
"""What is poured, weighed or burnt is measured, and neither paid nor counted."""
_NOUNS = tuple(
    (Sought(frozenset({kind}), unit), re.compile(rf"\b(?:{words})\b"))
    for kind, unit, words in (
        (
            "money",
            "",
            "ransom|rancon|bill|facture|damage|degats|prejudice|jackpot|bounty|fine|amende|financial penalty|sanction"
            " financiere|penalty against|bid|offer|proposal|offre|proposition|enchere",
        ),
        ("quantity", "km/h", "gusts?|rafales?|wind speeds?|vitesse du vent"),
        ("count", "person", "attendance|affluence|crowd"),
    )
)


_ABOUT_WHOM = re.compile(r"\W*(?:who|whom|whose|(?:a |de |par |pour )?qui)\b")


def sought(asked: Question) -> Sought | None:
    """What figure the question asks for; None where it asks for none, or for a time."""
    flat = flatten(asked.text)
    language = reading_of(asked.language)
    told = asked.kind in ("when", "where", "why") or _ABOUT_WHOM.match(flat)  # "who said how much it would cost?"
    if told or _AGE.search(flat):  # everybody grows older: no report of it supersedes another
        return None
    if demand_of(asked).slot == "length" and _LASTS.search(flat):  # "how long is the railway?"
        return Sought(frozenset({"quantity"}), "m")
    if _LASTS.search(flat):
        return Sought(frozenset({"duration"}))
    if _SUM_OF.search(flat):
        return Sought(frozenset({"money"}))
    if _MATTER.search(flat):
        return Sought(frozenset({"quantity"}))
    if asked.kind == "how_many":
        return _counted(asked.text, flat, language)
    if asked.kind in ("what", "how_much", "other") and _TOLL.search(flat):
        return Sought(frozenset({"count"}), "death")
    if asked.kind in ("what", "other", "who") and _ASKS_SHARE.search(flat):
        return Sought(frozenset({"percent"}))
    if asked.kind == "how_much":
        return _amount(asked.text, flat, language)
    return _measure(flat) if asked.kind in ("what", "other", "who") else None


def _measure(flat: str) -> Sought | None:
    """The figure that "what was the ransom?" asks for; None where the noun is none that is measured."""
    asked = _ASKS_NOUN.search(flat) or _WHICH_NOUN.match(flat)
    if asked is None:
        return None
    return next((want for want, words in _NOUNS if words.search(asked["noun"])), None)


def _amount(text: str, flat: str, language: str) -> Sought | None:
    counted = _HOW_MANY[language].search(flat)
    if counted and counted.group() != "combien":
        return _counted(text, flat, language)
    if PER.search(flat):
        return Sought(frozenset({"count"}))
    if _SHARE.search(_GIVEN_SHARE.sub("", flat)):  # a share that the question gives is not what it asks for
        return Sought(frozenset({"percent"}))
    if _MONEY.search(flat):
        return Sought(frozenset({"money"}))
    if _DEGREES.search(flat):
        return Sought(frozenset({"quantity"}), "°C")
    if _POLLED.search(flat):
        return Sought(frozenset({"percent"}))
    size = next((unit for unit, words in _SIZED if words.search(flat)), "")
    return Sought(frozenset({"quantity"}), size) if size else _measure(flat) or Sought(_MEASURED)


def _counted(text: str, flat: str, language: str) -> Sought | None:
    """What is counted: the question with a number in the place of "how many" says it as an article would."""
    match = _HOW_MANY[language].search(flat)
    if not match:
        return Sought(frozenset({"count", "quantity"}))
    things = re.split(r"[;:?]|,(?!\d{3})", text[match.end() :])[0].strip()
    plain = _NAMED.sub("", things)  # "Covid-19 infections" are infections
    for words, noun in _SAME_AS[language]:
        plain = words.sub(noun, plain)
    if _VOTES.match(flatten(plain)):
        return Sought(frozenset({"percent"}))
    figures = [figure for figure in find_figures(f"5 {plain}", language) if figure.start == 0]
    if not figures:
        return Sought(frozenset({"count", "quantity"}), "", plain)
    first = figures[0]
    if first.kind != "count":
        return Sought(frozenset({first.kind}), first.unit)
    unit = _fate_of(plain) or first.unit if first.unit in ("person", "") else first.unit  # "how many were hurt?"
    part = NOUNS.name(flatten(plain).partition(" ")[0])
    return Sought(frozenset({"count"}), part if unit in FATES and part in PARTS else unit, plain)


def _fate_of(things: str) -> str:
    """What is first said to have happened to the people asked about, as a unit: "people had died" are deaths."""
    role = first_role(flatten(things[:_SOON]))
    return next((unit for unit, roles in ROLE_OF.items() if role in roles), "")


@lru_cache(maxsize=4096)
def unit_fit(wanted: str, found: str) -> float:
    """How well a count of `found` answers a question for a count of `wanted`, 0 to 1; 0.5 where one is unknown."""
    if wanted == found:
        return 1.0 if wanted else 0.5
    if not wanted or not found:
        return 0.5
    if any({wanted, found} <= group for group in _ALIKE):
        return 0.8
    if ":" in wanted or ":" in found:
        same_tongue = ":" in wanted and ":" in found and wanted[:3] == found[:3]
        return 0.1 if same_tongue else 0.4
    if {wanted, found} & FATES or not {wanted, found} <= HUMAN:
        return 0.0
    if found == "person" and wanted in PARTS:
        return 0.2  # of so many people, nobody knows how many are children
    return 0.7 if "person" in (wanted, found) else 0.2
