"""What was only asked for, offered, planned or allowed is not what was paid, sold, cut or done.

Knows words of stages in English and French, for folded and flat text. Does not know which figure is likeliest.
"""

from __future__ import annotations

import re

from rag.figures.flat import flatten
from rag.language import fold

_WISHED = re.compile(
    r"\b(?:requi(?:s|ert|erir|ses?)|requisitions?|reclam\w+|demand\w+|exig\w+|sought|seek(?:s|ing)?|request\w*"
    r"|ask(?:s|ed|ing) (?:for|the court|the judges?)|calls? for|called for|encour\w+|risqu\w+|faces?|facing|propos\w+"
    r"|offer\w*|revendi\w+)\b"
)
_SETTLED = re.compile(
    r"\b(?:condamn\w+|inflig\w+|prononce\w*|ecop\w+|sentenced|fined|jailed|convicted|imposed|obten\w+|obtained|granted"
    r"|awarded|verdict)\b"
)
# What something cost in the end is not what another thing would cost.
_CAME_TO = re.compile(
    r"\b(?:actually|in the end|eventually|ultimately|reellement|finalement|au final|en definitive|was (?:\w+ )?spent"
    r"|did .{1,60}\b(?:cost|spend|pay)\b|a(?:-t-(?:il|elle|on))? (?:\w+ ){0,2}(?:coute|paye|depense))\b"
)
_PAID = re.compile(
    r"\b(?:(?<!would )(?<!could )(?<!might )cost|paid|spent|a coute|ont coute|paye\w*|depense\w*|s'est eleve|came to)\b"
)
_WOULD = re.compile(r"\b(?:would|could|might)\b|\b[a-z]+r(?:ait|aient)\b")
# A deed that a question takes for done, and the same told as done.
_ASKS_DONE = re.compile(
    r"\bdid (?:[\w'’-]+ ){1,5}(?:pay|get|receive|sell|cut|kill|shoot|spend|give|buy|cull|fire|dismiss|lay off|build"
    r"|create|hire"
    r"|slash|axe|donate|grant|award)\b"
    r"|\b(?:has|have|had|was|were|been)\b.*\b(?:paid|sold|cut|killed|shot|culled|spent|given|granted|awarded|laid off"
    r"|fired|dismissed|built|created|hired|bought|received|axed|donated)\b"
    r"|\b(?:a|ont|avait|avaient)(?:-t)?(?:-(?:ils?|elles?|on))? (?:\w+ ){0,2}?(?:paye|verse|vendu|supprime|tue"
    r"|abattu|obtenu"
    r"|recu|depense|donne|licencie|achete|embauche|construit|cree|debourse|octroye|accorde)\w*"
    r"|\b(?:ete|est|sont) (?:\w+ )?(?:paye|verse|vendu|supprime|tue|abattu|depense|donne|licencie|achete|embauche"
    r"|construit|cree|octroye|accorde)\w*"
)
_ASKS_STAGE = re.compile(
    r"\b(?:on the table|sur la table|want\w*|wish\w*|demand\w*|ask\w*|offer\w*|plan\w*|propos\w*|would|will|could"
    r"|may|might|authori\w+"
    r"|allow\w*|aim\w*"
    r"|hop(?:e|es|ed|ing)|need\w*|seek\w*|sought|call(?:s|ed)? for|promis\w+|pledg\w+|intend\w*|supposed|due"
    r"|veut|veulent|voul\w+|exig\w+|reclam\w+|offr\w+|prevoi\w+|prevu\w*|envisag\w+|autoris\w+|souhait\w+|besoin"
    r"|promet\w*"
    r"|demand\w+|pourr\w+|devr\w+|doi(?:t|vent)|faut|faudr\w+|requi\w+)\b"
)
_OPEN = re.compile(
    r"\b(?:demand(?:s|ed|ing)|offer(?:s|ed|ing)|plan(?:s|ned|ning)? to|propos(?:es|ed|ing)|authori[sz](?:es|ed|ing)"
    r"|intend(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing) (?:for|the|him|her|them)|may|could|might"
    r"|will|would|due to|is to|are to|threaten(?:s|ed|ing)?|considering|hop(?:es|ed|ing) to|aim(?:s|ed|ing) to"
    r"|call(?:s|ed|ing) for|bids?|bidding|expected to"
    r"|exig(?:e|ent|eait|eaient)|reclam(?:e|ent|ait|aient)|propos(?:e|ent|ait|aient)|offr(?:e|ent|ait|aient)"
    r"|(?:a|ont) (?:exige|reclame|propose|offert|autorise|requis|demande|prevu)|prevoi\w+|envisag\w+"
    r"|autoris(?:e|ent|ait)|requier\w+|requerai\w+|demand(?:e|ent|ait|aient)|veu(?:t|lent)|souhait\w+"
    r"|compt(?:e|ent) \w+(?:er|ir|re)|va|vont|pourrai\w+|devrai\w+|doi(?:t|vent)|menac(?:e|ent|ait|aient)"
    r"|[a-z]{2,}(?:er|ir|dr)(?:a|ont))\b"
)
_DONE = re.compile(
    r"\b(?:paid|sold|killed|shot|culled|spent|gave|given|granted|awarded|bought|received|got|fired|dismissed|built"
    r"|created"
    r"|hired|donated|axed|laid off|(?<!to )(?<!would )(?<!will )(?<!may )cut)\b"
    r"|\b(?:a|ont|avait|avaient|ete|ayant) (?:\w+ )?(?:paye|verse|vendu|supprime|tue|abattu|obtenu|recu|depense|donne"
    r"|licencie|achete|embauche|construit|cree|debourse|octroye|accorde)\w*"
)
_BREAK = re.compile(r"[.;:]|, (?=[a-z])|\b(?:which|who|after|apres|qui|dont|but|mais|while|alors que)\b")


def is_of_another_stage(question: str, text: str) -> bool:
    """Whether a question is of what somebody asks for and the text of what was settled, or the other way round."""
    asked, told = fold(question), fold(text)
    wished, settled = bool(_WISHED.search(asked)), bool(_SETTLED.search(asked))
    if wished == settled:
        return False
    other, own = (_SETTLED, _WISHED) if wished else (_WISHED, _SETTLED)
    return bool(other.search(told)) and not own.search(told)


def is_of_what_would_be(question: str, text: str) -> bool:
    """Whether it is asked what something came to, and told what something would."""
    asked, told = fold(question), fold(text)
    return bool(_CAME_TO.search(asked) and not _WOULD.search(asked) and _WOULD.search(told)) and not _PAID.search(told)


def is_undone(question: str, text: str, start: int, end: int) -> bool:
    """Whether a question takes a deed for done that the clause of the figure at these offsets only asks for or plans.

    "Hackers demand 5 million" tells nobody what was paid, "plans to cut 300 jobs" not how many were.
    """
    asked = fold(question)
    if not _ASKS_DONE.search(asked) or _ASKS_STAGE.search(asked):
        return False
    flat = flatten(text)
    before = [match.end() for match in _BREAK.finditer(flat, 0, start)]
    behind = _BREAK.search(flat, end)
    clause = flat[before[-1] if before else 0 : behind.start() if behind else len(flat)]
    return _OPEN.search(clause) is not None and _DONE.search(clause) is None
