"""The words that tell how real a statement is: possible, hearsay, planned, to come, or past, for flat text.

Knows patterns in English and French (see `rag.figures.flat`). As in `cues`, what a source must say to bind a claim is
sparing, what a claim may say to keep it is generous. Does not know who speaks, nor what a word governs.
"""

from __future__ import annotations

import re

from rag.language.speech import SPEAKS

# Sparing: it may be so.
CONJECTURES = {
    "en": re.compile(
        r"\b(?:may|might|(?<!so they )(?<!so that they )could(?! not\b| (?:\w+ly )?(?:hear|see|feel|smell)\b)|possibly"
        r"|probably|(?<!more )(?<!less )(?<!as )likely|perhaps|maybe"
        r"|apparently|appears? to|seems? to|seemed to|(?<!no )fears? (?:that|the|a|an|of|for|it|they|up)\b"
        r"|(?<!no )doubt(?:s|ed)? (?:that|whether|if)\b)\b"
    ),
    "fr": re.compile(
        r"\b(?:peut-etre|probable(?:ment)?|probables|sans doute|vraisemblable\w*|semble(?:nt|rait|raient|it)?"
        r"|apparemment|(?<!pas )(?<!rendre )(?<!rendu )possible(?:ment)?s?|risque(?:nt|rait)? (?:d'|de )|eventuel\w*"
        r"|pourrai(?:t|ent)"
        r"|redout(?:e|ent|ait|aient)|crai(?:nt|gnent) |(?<!sans )(?<!nul )(?<!se )doute(?:nt)? (?:que |qu'))\b"
    ),
}
# Sparing: it is said to be so; a claim that names who says so needs no other word.
HEARSAY = {
    "en": re.compile(r"\b(?:suspected|presumed|alleged|believed to|thought to|unconfirmed|said to have)\b"),
    "fr": re.compile(
        r"\b(?:presumee?s?|suspecte[es]*|soupconn\w+"
        r"|(?!pourr|devr|voudr|souhaiter|faudr)[a-z]{2,}(?:er|ir|dr|vr|rr)ai(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent))\b"
    ),
}
# Sparing: it is meant or expected to be so.
PLANS = {
    "en": re.compile(
        r"\b(?:expected to|plans? to|planned|planning|intends? to|hopes? to|proposed|would|should|scheduled|is due to"
        r"|are due to|set to)\b"
    ),
    "fr": re.compile(
        r"\b(?:envisage\w*|prevoi\w+|prevue?s?|espere(?:nt|r)?|compte(?:nt)? [a-z]+(?:er|ir|re)|veut|veulent"
        r"|souhaite(?:nt|rait)?|propose(?:nt)? (?:d'|de )|devrai(?:t|ent)|voudrai(?:t|ent)|faudrait)\b"
    ),
}
# Generous: it may be, or is said to be so.
DOUBTS = {
    "en": re.compile(
        r"\b(?:(?:may|might|could|would|should|can)(?:n't)?|cannot|possibl[ey]|possibilit\w+|probabl[ey]|likely"
        r"|unlikely|perhaps|maybe"
        r"|reported(?:ly)?|alleg\w+|apparent(?:ly)?|appears?|appeared|seem\w*|suspected|suspici\w+"
        r"|suspects? (?:that|of|it|he|she|they)|expect\w*|potential\w*|presum\w*|believed|thought to|estimat\w+|if"
        r"|project(?:ed|ions?)|forecast\w*|hop(?:e|es|ed|ing)|unconfirmed|predict\w*|risks?|propos\w+|doubt\w*"
        r"|uncertain\w*|claims?|claimed|fear\w*|consider\w*|mulls?|in principle|supposed|speculat\w*|rumou?r\w*"
        r"|said to|threat\w*"
        r"|eventual\w*|afraid|would-be|not ruled? out|chances?|warn\w*|worr\w+|concern\w*)\b"
    ),
    "fr": re.compile(
        r"\b(?:peut-etre|probable\w*|sans doute|vraisemblable\w*|visiblement|manifestement|sembl\w*|possible\w*"
        r"|possibilite|potentiel\w*"
        r"|presume\w*|suspecte\w*|suspic\w+|soupcon\w*|risqu\w*|envisag\w+|eventuel\w*|apparemment|esper\w+"
        r"|estim\w+|propos\w+|pourr\w+|peu(?:t|vent)|pouvai\w+|puisse(?:nt)?|pu|susceptib\w+|attend\w*|censee?s?"
        r"|suppose\w*|pens(?:e|ent|ait|aient)(?: [a-z]+){0,2} qu[e']|dout\w+"
        r"|incert\w+"
        r"|menac\w+|crai(?:nt|gn|ndr)\w*|redout\w+|pretend\w*|rumeur\w*|(?:n'exclu|n'ecart)\w+"
        r"|[a-z]{2,}(?:er|ir|dr|vr|rr)ai(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent))\b"
    ),
}
# Generous: it is meant, asked for, or to come.
INTENTS = {
    "en": re.compile(
        r"\b(?:will|won't|shall|plann(?:ed|ing)|plans?|intend\w*|schedul\w+|due (?:to|in|on|for|back)"
        r"|set to|to be|(?:is|are|was|were|going|about|has|have|bound) to|aims?|aimed|seek\w*|wants?|wanted|wish\w*"
        r"|must"
        r"|pledg\w+|promis\w+|vow\w*|accus\w+|asked|upcoming|forthcoming|imminent\w*|soon|next|prospective)\b"
    ),
    "fr": re.compile(
        r"\b(?:prev\w+|compte(?:nt)?|projet\w*|souhait\w+|veut|veulent|voulait|voulu|doi(?:t|vent)|dev(?:r)?ai?\w*"
        r"|va|vont|allai\w*|programm\w*|cherche\w*|vise\w*|entend(?:ent)?|promis|promet\w*|accus\w+|affirm\w+"
        r"|horizon|objectif|[a-z]{2,}(?:er|ir|dr|vr|tr|rr|ttr)(?:a|ont)|(?:se|au|fe|i)r(?:a|ont))\b"
    ),
}
# Sparing: it is still to come, wanted, asked for, promised, tried or owed.
COMING = {
    "en": re.compile(
        r"\b(?:will|is to|are to|is due to|are due to|(?:is|are) (?:set|going) to|must|ha(?:s|ve) to"
        r"|(?:want|promis|pledg|vow|threaten|agree|hope|plan|intend|ask|tr)(?:e?d|e?s|ies|ied|ing)? to"
        r"|(?:asked|call(?:s|ed)|plead(?:s|ed)) for|demand(?:s|ed))\b"
    ),
    "fr": re.compile(
        r"\b(?:(?!ultra\b|extra\b|opera\b|camera\b)[a-z]{1,}(?:er|ir|dr|vr|tr|rr)(?:a|ont)"
        r"|(?:va|vont|doi(?:t|vent)|veu(?:t|lent)|souhaite(?:nt)?|espere(?:nt)?) (?:etre |se |s')?[a-z]+(?:er|ir|re)"
        r"|(?<!la )(?<!une )(?<!leur )(?<!sa )(?<!cette )(?<!de )"
        r"(?:promi|promet|menac|tent|essa|demand|accept|s'engag)(?:s|e|ent|tent|ye|yent) (?:a|de|d'|un|une|le|la|l')"
        r"|(?:reclam|exig)(?:e|ent)|requi(?:s|ert)|appel(?:le|lent|lait|laient|ee?s?) a)\b"
    ),
}
# Sparing: what happens only on a condition told first.
CONDITIONS = {
    "en": re.compile(r"^(?:if|unless) [^,]{5,}, (?=[^,;]*\b(?:will|would|could|must)\b)"),
    "fr": re.compile(
        r"^(?:si |s'ils? |a moins )[^,]{5,}, "
        r"(?=[^,;]*\b(?:va|vont|[a-z]+(?:er|ir|dr|vr|tr|rr)(?:a|ont|ai(?:t|ent)))\b)"
    ),
}
# Generous: somebody wants, asks for, tries or owes it.
WANTED = {
    "en": re.compile(
        r"\b(?:call(?:s|ed|ing)? (?:for|on)|demand\w*|urg(?:e|es|ed|ing)|tri(?:ed|es)|trying|try|attempt\w*|agree\w*"
        r"|request\w*|requir\w*|needs?|needed|ready|plea(?:s|d\w*)?|appeal\w*|offer\w*|invit\w*|push\w*|press(?:ed"
        r"|ing)|asks?"
        r"|commit\w*|bid|effort\w*|strive\w*|recommend\w*|unless|once|when|after|until|without|depend\w*|provided)\b"
    ),
    "fr": re.compile(
        r"\b(?:demand\w*|effor[ct]\w*|appel\w*|reclam\w*|exig\w*|tent\w*|essa\w*|accept\w*|requi\w*|requer\w*"
        r"|promes\w*|engag\w*"
        r"|prete?s?|fau(?:t|dra)|besoin|invit\w*|plaid\w*|proposition|recommand\w*|si|s'ils?|lorsque?|quand|apres"
        r"|une fois"
        r"|a moins|sans|faute|en cas|depend\w*|oblig\w*)\b"
    ),
}
# Generous: it is told as past, verbs of saying aside.
PAST = {
    "en": re.compile(
        rf"\b(?!(?:{SPEAKS['en']})\b)"
        r"(?:was|were|had|has|have|did|took|held|began|[a-z]{3,}ed|left|built|sold|spoke|won|made|went|came|gave|got"
        r"|paid"
        r"|met|led|lost|found|bought|brought|fell|rose|grew|ran|sent|spent|kept|became|chose|drove|fought|fled|flew"
        r"|shot"
        r"|struck|threw|wrote|died)\b"
    ),
    "fr": re.compile(
        rf"\b(?!(?:a|ont|avait) (?:{SPEAKS['fr']})\b)"
        r"(?:a|ont|est|sont|s'est|se sont|avait|etait|fut) (?:ete |eu )?[a-z]{2,}(?:e|i|u|is|it)(?:e?s?)\b"
    ),
}
