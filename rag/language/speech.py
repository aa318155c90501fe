"""Verbs of saying, as patterns for flat text (see `rag.figures.flat`), in English and French.

Knows verbs. Does not know who says what.
"""

from __future__ import annotations

_ENGLISH = (
    "sa(?:id|ys|ying)|t(?:ells|old)|claim(?:s|ed|ing)|alleg(?:es|ed|ing)|report(?:s|ed|ing)|stat(?:es|ed|ing)"
    "|announc(?:es|ed|ing)|believ(?:es|ed|ing)|argu(?:es|ed|ing)|warn(?:s|ed|ing)|insist(?:s|ed|ing)|declar(?:es|ed"
    "|ing)"
    "|affirm(?:s|ed|ing)|assert(?:s|ed|ing)|explain(?:s|ed|ing)|stress(?:es|ed|ing)|predict(?:s|ed|ing)"
    "|estimat(?:es|ed|ing)|suggest(?:s|ed|ing)|testif(?:ies|ied)|acknowledg(?:es|ed|ing)|conced(?:es|ed|ing)"
    "|confirm(?:s|ed)"
    "|think(?:s|ing)?|thought|maintain(?:s|ed)|reveal(?:s|ed)|not(?:es|ed)|add(?:s|ed)|recall(?:s|ed)"
)
_FRENCH = (
    "(?:declar|affirm|assur|estim|indiqu|expliqu|precis|soulign|pretend|annonc|confi|jug|ajout|averti|insist"
    "|racont|temoign|reconnai|suggere?|constat|regrett|confirm|rappel|lanc|rapport|relat|revel|resum|martel|plaid|avanc"
    "|deplor|detaill|not|poursui|conclu|repond|commen|glis|signal|mention|ironis|argument|denonc|appren)"
    "(?:e|es|ent|ait|aient|a|er|it|t|ant)"
    "|dit|disent|disait|disaient|ecrit|ecrivait|ecrivent|dixit|averti[st]?|reconnu|appris|fait savoir|fait valoir"
    "|promis|dement|confie|poursuivi|repondu|ecrit|conclu"
)

SPEAKS = {"en": _ENGLISH, "fr": _FRENCH}
"""Verbs that report what somebody says."""

_DEMANDS_EN = (
    "react(?:s|ed)|wr(?:ites|ote)|tweet(?:s|ed)|demand(?:s|ed)|call(?:s|ed)|urg(?:es|ed)|propos(?:es|ed)|wants?"
    "|wanted|condemn(?:s|ed)|critici[sz](?:es|ed)|denounc(?:es|ed)|welcom(?:es|ed)|accus(?:es|ed)|defend(?:s|ed)"
    "|promis(?:es|ed)|den(?:ies|ied)|admit(?:s|ted)|prais(?:es|ed)|appeal(?:s|ed)|pledg(?:es|ed)|oppos(?:es|ed)"
    "|doubts?|doubted|recommend(?:s|ed)|advis(?:es|ed)"
)
_DEMANDS_FR = (
    "(?:reagi|demand|reclam|propos|souhait|appel|denonc|critiqu|salu|condamn|defend|accus|fustig|exhort|assum|justifi"
    "|tweet|pron|refus|prevoi|exig|oppos|consider|qualifi|compar|esper|dout|redout"
    "|recommand|preconis|deconseill)(?:e|es|ent|ait|aient|a|it|t|le|lle)"
    "|reagi|veut|voulait|pens(?:e|ait)|prevenu|previent|admis|admet|promet|evoque|s'en est prise? a|craint|craignait"
)

SAYS_OR_WANTS = {"en": f"{_ENGLISH}|{_DEMANDS_EN}", "fr": f"{_FRENCH}|{_DEMANDS_FR}"}
"""These, and verbs that tell what somebody thinks, wants or judges."""
