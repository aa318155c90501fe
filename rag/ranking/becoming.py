"""What somebody became, by the verb that tells it: "X was sworn in as mayor", "they named X finance minister".

Knows verbs of taking office in English and French, with the name before, behind or between. Does not know which nouns
are offices, nor who holds one now.
"""

from __future__ import annotations

import re

_MORE = r"(?:(?:the |its |their |a |le |la |l'|un |une |son |sa |leur )?(?:new |nouveau |nouvelle |nouvel )?)"
_CHOSEN = r"(?:re-?)?(?:elected|appointed|named|chosen|sworn in|inaugurated)(?:(?: on [a-z]+day)? (?:as|to be))?"
_CHOSEN_FR = r"(?:re)?(?:elue?|nommee?|designee?|choisie?|intronisee?|investie?)(?: comme)?"
_TOLD = r"(?P<told>[^,.;:!?]{4,60})"
_SUBJECT = re.compile(
    r"(?:,? (?:who|qui))? "
    rf"(?:became|becomes|has become|(?:was|were|is|has been|had been) {_CHOSEN}"
    r"|(?:took|has taken) (?:office|over) as|(?:replaced|replaces|succeeded|succeeds) [^,.;:]{2,40}? as"
    rf"|devient|est devenue?|(?:a|avait) ete {_CHOSEN_FR}|est {_CHOSEN_FR}"
    r"|(?:a pris|prend) ses fonctions (?:de|comme)|a prete serment comme"
    rf"|a (?:succede a|remplace) [^,.;:]{{2,40}}? (?:comme|au poste de)) {_MORE}{_TOLD}"
    rf"|, (?:{_CHOSEN}|{_CHOSEN_FR}) {_MORE}{_TOLD.replace('told', 'part')}"
    rf"|,? (?:who (?:is|was)|qui (?:est|etait)) (?:now |desormais )?{_MORE}{_TOLD.replace('told', 'relative')}"
)
_OBJECT = re.compile(
    r"(?<!not)(?<!n't)(?<!\bto)(?<!pas)(?<!jamais)(?<!was)(?<!were)(?<!been)(?<!ete) "
    r"(?:elected|appointed|named|chose|elu|nomme|designe|choisi)"
    r"(?: (?:l'|(?:the|le|la) )?(?!(?:by|par|de|du|of|as|in|on) )[a-z-]+)? $"
)
_MADE = re.compile(rf" (?:(?:as|to be|comme|au poste de) )?{_MORE}{_TOLD}")
_IS = re.compile(
    r"(?:^|[,;\"] ?)(?:the |le |la |l')(?:new |nouveau |nouvelle |nouvel )?(?P<told>[^,.;:!?\"]{4,60}?)"
    r" (?:is(?: now)?|est(?: desormais)?|s'appelle|se nomme) $"
)


def became(before: str, behind: str) -> str:
    """What a sentence says somebody became, or is by the office's name; "" where it tells no such thing.

    Args:
        before: the flat text up to the name.
        behind: the flat text from the end of the name.
    """
    subject = _SUBJECT.match(behind)
    if subject:
        return next(filter(None, subject.groups()), "")
    made = _MADE.match(behind) if _OBJECT.search(before) else None
    if made:
        return made["told"]
    named = _IS.search(before)
    return named["told"] if named and not behind.startswith("'") else ""
