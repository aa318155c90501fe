"""Events as English and French words for them, which event is the opposite of which, and what a sentence says of one.

Knows word stems. Does not know grammar, names, or what a question takes for granted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.figures.flat import flatten
from rag.language import reading_of

Stance = Literal["affirmed", "against", "silent"]

# A concept with its English words, its French ones below. English ones of five letters and more and all French ones
# are stems, which take any ending.
_EVENTS = """
rise: rise|rises|rising|rose|risen|increas|grow|grew|climb|soar|jump|surg|gain|went up|go up|improv
  hauss|augment|grimp|progress|bondi|bondit|remont|gagne|accroi|accru|envol|amelior
fall: fall|falls|falling|fell|drop|declin|decreas|plung|tumbl|slump|sank|sink|went down|go down|shr[ai]nk|lost ground
  baiss|recul|chut|diminu|tomb|degring|plong|repli|flechi|perdu du terrain|dimin
resign: resign|step down|stepped down|steps down|stepping down|quit|left office
  demission|quitte ses fonctions|quitte son poste
dismiss: sack|(?:was|were|been|got) fired|dismiss|ousted
  limog|renvoy|licenci|evinc|revoqu
die: die|died|dies|death|dead|passed away
  mort|morte|decede|deces|disparition|disparu|s'est eteint|meurt
agree: agree|accept|consent|approv(?!al)|endors|back down|backed down|reach(?:ed)? (?:an? )?(?:agreement|accord|deal)
  accept|consent|approuv|cede|d'accord|convenu|entendus|entendues
refuse: refus|reject|rule out|ruled out|rules out|declin|turn down|turned down|oppos
  refus|rejet|exclu|exclut|oppos|ecart|repouss
reinstate: bring back|brought back|reinstat|restor|reintroduc|revive
  retabli|reintrodui|restaur|remettre en place|ramen
abolish: abolish|scrap|repeal|cancel|abandon|call off|called off|axe|axed|drop|str[iu]c?ke? down|overturn|decrim|suspend
  suppri|abandonn|annul|abrog|renonc|enterr|invalid|depenalis|decriminal|suspend|suspens
postpone: postpone|put off|delay|defer
  report|repouss|decal|differe|differer|retard
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
  gagn|remport|victoire|bat |batt|triomph|sacre|vainqueur
lose: lose|loses|lost|defeat|(?:was|were|been|is|are|be|being|got) (?:[a-z]+ )?beaten
  perd|perdu|defaite|battu|s'incline|elimin
buy: buy|bought|buyout|acqui|purchas|tak(?:e|es|ing) over|takeover|took over
  achet|achat|rachet|rachat|acqui
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
close: close|closes|closed|closing|shut|reopen|open again|opened again
  ferm|clotur|verrouill|rouvr|rouvert|reouv|ouverte? a nouveau|de nouveau ouvert
sign: sign|signs|signed|signing|ratif
  signe|signer|signent|signait|signature|ratifi|paraph
withdraw: withdraw|withdrew|pull out|pulled out
  retir|retrait|quitt|claqu[a-z]+ la porte
join: join|joins|joined
  rejoi|rejoint|adher|integr
launch: launch|kick off
  lanc
end: end|ended|ends|stop|stopped|ceas
  cess|arret|fin|termin|achev
elect: elected|elects|re-elect|voted in
  elu|elue|elus|elues|reelu|election de|election d'
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
OPPOSITES: dict[str, tuple[str, ...]] = {
    **{"rise": ("fall",), "fall": ("rise",), "resign": ("keep", "die", "dismiss"), "dismiss": ("keep",)},
    **{"agree": ("refuse",), "refuse": ("agree",), "reinstate": ("refuse", "keep"), "abolish": ("keep", "postpone")},
    **{"ban": ("allow", "request"), "allow": ("ban", "refuse"), "win": ("lose",), "lose": ("win",), "buy": ("refuse",)},
    **{"arrest": ("release",), "convict": ("acquit", "release"), "acquit": ("convict",), "open": ("close", "postpone")},
    **{"close": ("open", "keep"), "sign": ("refuse", "postpone"), "withdraw": ("join", "keep"), "join": ("withdraw",)},
    **{"launch": ("postpone", "abolish"), "marry": ("divorce",), "divorce": ("marry",), "admit": ("deny",)},
    **{"deny": ("admit",), "lift": ("keep",), "impose": ("refuse",), "elect": ("lose",), "sell": ("keep", "refuse")},
    **{"keep": ("abolish",)},
}
TELLING = frozenset(OPPOSITES) - {"reinstate", "refuse"} | {"die", "release", "postpone", "divorce"}
"""Concepts that news hardly tells of in words unknown here, so that silence on them tells something."""

_DENIAL = {
    "en": re.compile(r"(?:\b(?:not|never|no|without|neither|nor|deny|denied|rule[sd]? out|far from)\b|n't\b)"),
    "fr": re.compile(r"(?:\bn(?:e |')|\b(?:jamais|sans|aucune?|pas|exclu\w*|dement\w*|loin de)\b)"),
}
_REACH = 35  # characters before an event word within which a denial governs it


@dataclass(frozen=True, slots=True)
class Event:
    """An event word of a text, with its place and the concepts it may stand for, in the table's order."""

    start: int
    text: str
    concepts: tuple[str, ...]


def events(text: str, language: str) -> list[Event]:
    """The events a text speaks of, in order."""
    flat = flatten(text)
    found: dict[int, tuple[int, list[str]]] = {}
    for name, pattern in patterns()[reading_of(language)].items():
        for match in pattern.finditer(flat):
            end, names = found.get(match.start(), (match.end(), []))
            found[match.start()] = (max(end, match.end()), [*names, name])
    return [Event(start, text[start:end], tuple(names)) for start, (end, names) in sorted(found.items())]


def stance(text: str, language: str, concept: str) -> Stance:
    """What a sentence says of an event: that it is so, that it is not or its opposite is, or nothing."""
    flat, language = flatten(text), reading_of(language)
    affirmed = against = False
    for match in patterns()[language][concept].finditer(flat):
        start = max(0, match.start() - _REACH)
        denied = _DENIAL[language].search(flat, start, match.start()) or _only_asked(
            flat, start, match, concept, language
        )
        affirmed, against = affirmed or not denied, against or bool(denied)
    for opposite in OPPOSITES.get(concept, ()):
        against = against or patterns()[language][opposite].search(flat) is not None
    return "affirmed" if affirmed else "against" if against else "silent"


def _only_asked(flat: str, start: int, match: re.Match[str], concept: str, language: str) -> bool:
    """Whether an event is only called for ("demand a ban")."""
    return concept != "request" and patterns()[language]["request"].search(flat, start, match.start()) is not None


@lru_cache(maxsize=1)
def patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    """For each language a pattern of every concept, for flat text."""
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
