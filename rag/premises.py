"""What a question takes for granted, held against the evidence: events, names and figures.

Knows pairs of opposite events in English and French, negation, and the figures and names of `figures`. Does not know
grammar: a premise is an event word of a why, when, how, who or where question, and it is doubted only where the
sentences about the question's names say the opposite of it, deny it, or never speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.figures import Figure, find_figures, find_names, mentions
from rag.figures.flat import flatten, fold
from rag.figures.names import same_key
from rag.figures.places import aliases, peoples
from rag.types import Evidence, Question

# A concept with its English stems, its French stems below; stems of five letters and more take any ending.
_EVENTS = """
rise: rise|rises|rising|rose|risen|increas|grow|grew|climb|soar|jump|surg|gain|went up|go up|improv
  hauss|augment|grimp|progress|bondi|bondit|remont|gagne|accroi|accru|envol|amelior
fall: fall|falls|falling|fell|drop|declin|decreas|plung|tumbl|slump|sank|sink|went down|go down|shr[ai]nk|lost ground
  baiss|recul|chut|diminu|tomb|degring|plong|repli|flechi|perdu du terrain|dimin
resign: resign|step down|stepped down|steps down|stepping down|quit|left office
  demission|quitte ses fonctions|quitte son poste
dismiss: sack|fired|dismiss|ousted
  limog|renvoy|licenci|evinc|revoqu
die: die|died|dies|death|dead|passed away
  mort|morte|decede|deces|disparition|disparu|s'est eteint|meurt
agree: agree|accept|consent|approv|endors|back down|backed down
  accept|consent|approuv|cede
refuse: refus|reject|rule out|ruled out|rules out|declin|turn down|turned down|oppos
  refus|rejet|exclu|exclut|oppos|ecart|repouss
reinstate: bring back|brought back|reinstat|restor|reintroduc|revive
  retabli|reintrodui|restaur|remettre en place|ramen
abolish: abolish|scrap|repeal|cancel|abandon|call off|called off|axe|axed|drop
  suppri|abandonn|annul|abrog|renonc|enterr
postpone: postpone|put off|delay|defer
  report|repouss|decal|differ|retard
keep: keep|kept|maintain|uphold|upheld|confirm
  maint|conserv|gard|confirm
ban: ban|bans|banned|banning|prohibit|outlaw|forbid|forbade
  interdi|prohib|banni
allow: allow|permit|authori|legali
  autoris|permet|permis|legalis
request: ask|asks|asked|request|call for|called for|calls for|demand|urge
  demand|reclam|appel|souhait|saisi|exig
lift: lift|lifted|lifts
  lev|lever|levee|mis fin|met fin
impose: impos|introduc|order
  impos|instaur|decret|ordonn
win: win|wins|won|victory|beat|triumph
  gagn|remport|victoire|bat |battu|triomph|sacre|vainqueur
lose: lose|loses|lost|defeat|beaten
  perd|perdu|defaite|battu|s'incline|elimin
buy: buy|bought|acquir|purchas
  achet|rachet|acqui
sell: sell|sold|sale of
  vend|vente|cede
arrest: arrest|detain|custody
  arret|interpell|garde a vue
release: release|freed|free 
  liber|relach
convict: convict|found guilty|sentenc|jailed
  condamn|reconnu coupable|peine
acquit: acquit|cleared|not guilty
  acquitt|relax|innocent|blanchi
open: open|opens|opened|inaugurat
  ouvr|ouvert|inaugur
close: close|closes|closed|closing|shut
  ferm|clotur
sign: sign|signs|signed|signing|ratif
  sign|ratifi|paraph
withdraw: withdraw|withdrew|pull out|pulled out|leave|left
  retir|retrait|quitt|sorti
join: join|joins|joined
  rejoi|rejoint|adher|integr
launch: launch|started|began|kick off
  lanc|demarr|commenc
end: end|ended|ends|stop|stopped|ceas
  cess|arret|fin|termin|achev
elect: elect|re-elect|voted in
  elu|election|reelu
marry: marr|wed|wedding
  mari|epous|noce
divorce: divorc|split up|separat
  divorc|separ
admit: admit|confess|acknowledg
  reconn|avou|admis|admet
deny: den(?:y|ies|ied)|denial
  nie|dement|contest|refut
strike: strike|strikes|walkout|industrial action
  greve|debray
"""
_OPPOSITES: dict[str, tuple[str, ...]] = {
    **{"rise": ("fall",), "fall": ("rise",), "resign": ("keep", "die", "dismiss"), "dismiss": ("keep",)},
    **{"agree": ("refuse",), "refuse": ("agree",), "reinstate": ("refuse", "keep"), "abolish": ("keep", "postpone")},
    **{"ban": ("allow", "request"), "allow": ("ban", "refuse"), "win": ("lose",), "lose": ("win",), "buy": ("refuse",)},
    **{"arrest": ("release",), "convict": ("acquit", "release"), "acquit": ("convict",), "open": ("close", "postpone")},
    **{"close": ("open", "keep"), "sign": ("refuse", "postpone"), "withdraw": ("join", "keep"), "join": ("withdraw",)},
    **{"launch": ("postpone", "abolish"), "marry": ("divorce",), "divorce": ("marry",), "admit": ("deny",)},
    **{"deny": ("admit",), "lift": ("keep",), "impose": ("refuse",), "elect": ("lose",), "sell": ("keep", "refuse")},
}
_PRESUMING = re.compile(
    r"^\W*(?:why|when|how (?!many|much)|who|where|which|what|pourquoi|quand|comment|qui|ou\b|quel|a quel|en quel)"
)
_DENIAL = {
    "en": re.compile(r"(?:\b(?:not|never|no|without|neither|nor|deny|denied|rule[sd]? out|far from)\b|n't\b)"),
    "fr": re.compile(r"(?:\bn(?:e |')|\b(?:jamais|sans|aucune?|pas|exclu[et]?|dement\w*|loin de)\b)"),
}
_REACH = 35  # characters before an event word within which a denial governs it


@dataclass(frozen=True, slots=True)
class Premise:
    """Something a question asserts that its evidence does not bear out.

    ``text`` is the question's own words for it; ``relation`` says whether the evidence speaks against it or is silent;
    ``evidence`` is the sentence that speaks against it or, where silent, the nearest one.
    """

    text: str
    relation: Literal["contradicted", "unsupported"]
    evidence: Evidence | None


def doubtful_premise(question: Question, evidence: Sequence[Evidence], depth: int = 12) -> Premise | None:
    """The first premise of the question that its best sentences contradict; None when all may be granted.

    Args:
        question: as asked.
        evidence: ranked sentences, best first; the passages they come from are read whole.
        depth: how many of them to weigh.
    """
    near = list(evidence[:depth])
    if not near:
        return None
    return _contradicted_event(question, near) or _unknown_name(question, near)


def unmet_figure(question: Question, evidence: Sequence[Evidence]) -> Premise | None:
    """A figure the question asserts that no passage of the evidence holds, though one holds another of its unit."""
    for figure in find_figures(question.text, question.language):
        if figure.kind not in ("money", "percent", "count") or figure.unit == "" or figure.qualifier == "several":
            continue
        others = [(other, item) for item in evidence for other in _passage_figures(item) if _rivals(figure, other)]
        if others and not any(other.value == figure.value for other, _ in others):
            return Premise(figure.text, "contradicted", others[0][1])
    return None


def _rivals(ours: Figure, theirs: Figure) -> bool:
    return ours.kind == theirs.kind and ours.unit == theirs.unit


def _contradicted_event(question: Question, near: Sequence[Evidence]) -> Premise | None:
    if not _PRESUMING.search(flatten(question.text)):
        return None
    names = [name.key for name in find_names(question.text, question.language) if name.key not in peoples_named()]
    about = [item for item in near if _speaks_of(item, names)]
    for concept, word in _events(question.text, question.language):
        if not about or concept not in _OPPOSITES:
            continue
        said = [(item, _stance(item, concept)) for item in about]
        if any(stance == "affirmed" for _, stance in said):
            continue
        against = next((item for item, stance in said if stance == "against"), None)
        if against is not None:
            return Premise(word, "contradicted", against)
    return None


def _unknown_name(question: Question, near: Sequence[Evidence]) -> Premise | None:
    """A name of the question that no passage of the evidence knows, in any spelling."""
    for name in find_names(question.text, question.language):
        full = len(name.key.split()) > 1 and name.key not in _places()
        if full and not any(_knows(item, name.key) for item in near):
            return Premise(name.text, "unsupported", near[0])
    return None


def _speaks_of(item: Evidence, names: Sequence[str]) -> bool:
    return not names or any(_knows(item, key) for key in names)


def _knows(item: Evidence, key: str) -> bool:
    keys, words = _read(f"{item.hit.article.title}. {item.hit.passage.text}", item.hit.article.language)
    if key in keys or f" {key} " in words:
        return True
    last = key.split()[-1]
    return any(same_key(key, other) or (len(last) > 3 and same_key(last, other.split()[-1])) for other in keys)


@lru_cache(maxsize=512)
def _read(text: str, language: str) -> tuple[frozenset[str], str]:
    keys = mentions(text, language) | {name.key for name in find_names(text, language)}
    return frozenset(keys), f" {fold(text)} "


@lru_cache(maxsize=512)
def _figures_of(text: str, language: str) -> tuple[Figure, ...]:
    return find_figures(text, language)


def _passage_figures(item: Evidence) -> tuple[Figure, ...]:
    return _figures_of(item.hit.passage.text, item.hit.article.language)


def _stance(item: Evidence, concept: str) -> Literal["affirmed", "against", "silent"]:
    """What a sentence says of an event: that it is so, that it is not or its opposite is, or nothing."""
    flat, language = flatten(item.sentence.text), "fr" if item.hit.article.language == "fr" else "en"
    affirmed = against = False
    for match in _patterns()[language][concept].finditer(flat):
        start = max(0, match.start() - _REACH)
        denied = _DENIAL[language].search(flat, start, match.start()) or _only_asked(
            flat, start, match, concept, language
        )
        affirmed, against = affirmed or not denied, against or bool(denied)
    for opposite in _OPPOSITES.get(concept, ()):
        against = against or _patterns()[language][opposite].search(flat) is not None
    return "affirmed" if affirmed else "against" if against else "silent"


def _only_asked(flat: str, start: int, match: re.Match[str], concept: str, language: str) -> bool:
    """Whether an event is only called for ("demand a ban")."""
    return concept != "request" and _patterns()[language]["request"].search(flat, start, match.start()) is not None


@lru_cache(maxsize=1)
def peoples_named() -> frozenset[str]:
    """Keys of the names of peoples, which are no one's in particular."""
    return frozenset(peoples().values())


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(aliases().values())


def _events(text: str, language: str) -> list[tuple[str, str]]:
    """The events a question speaks of, in order, with its words for them."""
    flat = flatten(text)
    table = _patterns()["fr" if language == "fr" else "en"]
    found = [
        (match.start(), name, text[match.start() : match.end()])
        for name, p in table.items()
        for match in p.finditer(flat)
    ]
    return [(name, word) for _, name, word in sorted(found)]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    tables: dict[str, dict[str, re.Pattern[str]]] = {"en": {}, "fr": {}}
    lines = _EVENTS.strip().splitlines()
    for first, french in zip(lines[::2], lines[1::2], strict=True):
        concept, _, english = first.partition(": ")
        for language, words in (("en", english), ("fr", french.strip())):
            whole = "|".join(
                f"{word}[a-z]*" if len(word) > 4 or language == "fr" else word for word in words.split("|")
            )
            tables[language][concept] = re.compile(rf"\b(?:{whole})(?![a-z])")
    return tables
