"""The words that report, hedge and deny, in English and French, for flat text (see `rag.figures.flat`).

Knows patterns only. Where two lists cover one matter, the sparing one is what a source must say to bind a claim, the
generous one what a claim may say to keep it.
"""

from __future__ import annotations

import re

from rag.language.speech import SPEAKS

_SPEAK_EN, _SPEAK_FR = SPEAKS["en"], SPEAKS["fr"]
QUOTES = re.compile(r'"[^"]{3,}"')

# Generous: what a claim may say to keep that somebody says it.
SAYS = {
    "en": re.compile(
        r"\b(?:according to|per|in the words of|sources?\b|sa(?:id|ys?|ying)\b|tells?\b|told\b|claim\w*|alleg\w+"
        r"|report\w*|stat(?:es|ed|ing|ement)\b|announc\w+|believ\w+|estimat\w+|accus\w+|argu(?:e|es|ed|ing)\b|warn\w*"
        r"|insist\w*|quot\w+|declar\w+|affirm\w*|assert\w*|add(?:s|ed|ing)\b|explain\w*|stress\w*|not(?:es|ed|ing)\b"
        r"|predict\w*|promis\w+|pledg\w+|vow\w*|assur\w+|indicat\w+|confirm\w+|suggest\w*|den(?:y|ies|ied|ying)\b"
        r"|think(?:s|ing)?\b|thought\b|emphasi[sz]\w*|point(?:s|ed|ing) out|mention\w*|denounc\w*|criticis\w*"
        r"|criticiz\w*"
        r"|recogni[sz]\w*|acknowledg\w*|conced\w*|repl(?:y|ies|ied)\b|respond\w*|maintain\w*|plead\w*|puts? (?:the"
        r"|its|their|it)\b[^,;.]{0,60} at|admit\w*|testif\w*"
        r"|call(?:s|ed|ing)\b|describ\w+|cit(?:es|ed|ing)\b|ask\w*|urg(?:es|ed|ing)|complain\w*|blam\w+|prais\w+"
        r"|voic\w+"
        r"|consider\w*|regard\w*|sees?\b|fear\w*|view\w*|deplor\w+|condemn\w*|hail\w*|welcom\w+|regret\w*|recall\w*"
        r"|reveal\w*|say so|speak\w*|spoke\b|talk\w*|wr(?:ites?|ote|itten)\b|deem\w*|judg\w+|question\w*|joke\w*"
        r"|learn(?:ed|t)\b|understands?\b|(?:he|she|they|ists|ers|study|inquiry|court) found\b|speculat\w*|echo\w*"
        r"|counter\w*|vaunt\w*|boast\w*|tout\w*|hop(?:e|es|ed|ing)\b|want\w*|wish\w*|oppos\w+"
        r"|support\w*|favou?r\w*|find(?:s|ing)?\b|found that|show(?:s|ed)\b|survey\w*|poll\w*|stud(?:y|ies)\b"
        r"|counted|recorded|registered|tallied"
        r"|respondents|appeal\w*|demand\w*|calls? (?:for|on)|agree\w*|propos\w+|recommend\w*|prefer\w*|would rather)"
    ),
    "fr": re.compile(
        r"(?:\bselon\b|\bd'apres\b(?!-)|\ba en croire\b"
        r"|\b(?:declar|affirm|assur|estim|indiqu|expliqu|precis|soulign|accus"
        r"|engag|denonc|pretend|annonc|confi|jug|ajout|averti|promet|promis|insist|assen|racont|temoign|evoqu"
        r"|redout|reconnai"
        r"|reconnu|sugger|constat|regrett|confirm|rappel|lanc|repond|dement|rapport|relat|revel|martel|plaid|vant|salu"
        r"|crain|critiqu|deplor|qualifi|interrog|detaill|not|avanc|fustig|reclam|demand|propos|prefer|consider|appel"
        r"|cit|signal|decri|parl|souhait|espere|prone|dout|recens|montr|pointe?|appren|souten|defend|fai[ts] valoir"
        r"|fait savoir|fait remarquer|fait observer|fait etat|oppos|interpell|remerci|felicit|prevoi|admet|ecri|crit"
        r"|(?<!se )trouv|voi[rt]?\b|veu)\w*"
        r"|\b(?:dit|disent|disait|dixit|voulu|veut|veulent|appris)\b|\bpour (?:lui|elle|eux)\b"
        r"|^pour [^,]{2,50},|\bsondes\b|\bde source\b"
        r"|\bsources?\b|\betude\b|\bsondage\b|\bs'en (?:est|sont) pris)"
    ),
}

# Sparing: the whole sentence is somebody's word.
SOURCE = {
    "en": re.compile(
        r"\b(?:according to|reportedly|allegedly|in the words of|sources? (?:close|familiar)|it is said)\b"
    ),
    "fr": re.compile(r"\b(?:selon (?!que\b|les cas|toute)|d'apres(?!-)|a en croire|de source|de sources|dixit)\b"),
}
# Sparing: what follows is.
SAYS_THAT = {
    "en": re.compile(
        rf"\b(?:{_SPEAK_EN})(?: (?:\w+ ){{0,3}})?(?:on \w+ )?(?: that\b|that\b|: ?|,? ?\")"
        r"|\b(?:said|says|claimed|claims|insisted|alleged)\b(?! (?:by|to)\b)(?=[^.]{25,})"
        r"|\b(?:considered|regarded|seen|viewed|described) (?:by [^,;.]{1,40} )?as\b"
        r"|\btold (?:[\w-]+ ){1,4}(?:on \w+ )?that\b|\b(?:is|are|was|were) (?:accused|suspected) of\b"
        r"|\b(?:accus(?:ed|es|ing)|suspects?) [^,.;]{2,60}? of (?=[a-z]+ing\b)"
    ),
    "fr": re.compile(
        rf"\b(?:{_SPEAK_FR})\b(?:[^,;:.\"]{{0,60}}?|[^,;:.\"]{{0,30}}, [^,;:.\"]{{1,40}},)"
        r"(?: qu(?:e\b|'| ')| ?: ?\"| ?\")"
        rf"|\b(?:a|ont|avait|avaient) (?:{_SPEAK_FR}) (?:ne pas )?(?:vouloir|souhaiter|esperer|pouvoir|avoir|etre)\b"
        r"|\b(?:considere|juge|percu|vu|presente|decrit)e?s? (?:par [^,;.]{1,40} )?comme\b"
        r"|\b(?:soupconn|accus|suspect)ee?s? (?:d'|de )"
        r"|\b(?:accus|soupconn|reproch)(?:e|ent|ait|aient|ant) [^,.;]{2,60}? d(?:'|e )(?=(?:ne pas |l'|la |les |se "
        r"|s')?(?:avoir|etre|[a-z]+(?:er|ir|re))\b)"
        r"|\b(?:a|ont|avait|avaient) (?:annonce|evoque|promis|fait etat)\b"
        r"|\b(?:promet|menace|espere|souhaite)(?:nt)? (?:d'|de )?[a-z]+(?:er|ir|re)\b"
    ),
}
# Sparing: what goes before is, a verb of saying with its speaker behind it.
SAID = {
    "en": re.compile(
        rf"[,\"] ?(?!although|because|while|but |and )(?:(?!that |who |which |although |because |while "
        rf"|when )[\w'.-]+ ){{1,9}}"
        rf"(?:{_SPEAK_EN})(?: (?:on|in|at|to|during|late|earlier|yesterday|last)\b[^,;:\"]{{0,50}})?[.!?]?$"
        rf"|[,\"] ?(?:{_SPEAK_EN}) (?!that\b)[\w'., -]{{2,120}}[.!?]?$"
    ),
    "fr": re.compile(
        rf"(?:[,\"] ?|- ?|\) ?)(?![a-z]+ant\b)(?:(?:a|ont|avait|avaient|s'est|a-t-il|a-t-elle|a-t-on|ont-ils|se"
        rf"|s')[ -]?(?:par ailleurs |aussi "
        rf"|egalement |d'ailleurs |encore |ainsi |notamment |ensuite )?)?(?:{_SPEAK_FR})\b"
        r"(?:-t)?(?:-(?:il|elle|ils|elles|on))?(?=[ ,.])"
    ),
}

# Denial by grammar. Blank first what NO_DENIAL matches.
DENIES = {
    "en": re.compile(r"(?:\b(?:not|never|no|nobody|none|neither|nor|without|cannot|no-one|nothing)\b|n't\b)"),
    "fr": re.compile(
        r"(?:\bn(?:e |')|\b(?:jamais|aucune?|personne ne|nul(?:le)? |sans|ni)\b|(?:, |\b(?:mais|et|ou|pourquoi|est"
        r"|c'est) |^)pas "
        r"|\bou pas\b|\bnon\b(?! seulement))"
    ),
}
# Denial by a verb.
REFUSES = {
    "en": re.compile(
        r"\b(?:refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|declin(?:es|ed|ing)(?= (?:to|(?!during|following"
        r"|amid)[a-z]+ing)\b)|fail(?:s|ed|ing)? to|den(?:y|ies|ied"
        r"|ying)|unable)\b"
    ),
    "fr": re.compile(
        r"\b(?:dement(?:i|ie|ent|ait|ir|ant)?|ni(?:e|er|ent|ait|ant|a)\b|contest(?:e|ent|ait|er|ant)(?= (?:avoir|etre"
        r"|toute?\b"
        r"|les (?:faits|accusations)|ces|qu))|refus(?:e|ent|ait|er|ant)|rejet(?:te|tent|e|ait|er|ant)|exclut"
        r"|excluent|incapables?)\b"
    ),
}
# Any other word that denies, ends or narrows.
NEGATIVE = {
    "en": re.compile(
        r"\b(?:only|merely|unless|except|lack(?:s|ed|ing)?|absen\w+|prevent\w*|avoid\w*|suspen(?:ds?|ded|sion)"
        r"|cancel\w*|ban(?:s|ned|ning)?"
        r"|block(?:s|ed|ing)|yet to|impossib\w+|unlikely|prohibit\w*|forbid\w*|forbidden|refusals?|rejections?"
        r"|stop(?:s|ped|ping)?"
        r"|halt\w*|ceas(?:e|es|ed|ing)|clos(?:ed|ing|ure)|abandon\w*|opposed|opposes|depriv\w*|missed|against"
        r"|far from|hardly"
        r"|barely|rarely|instead|rather than|bar(?:s|red|ring)|dismiss\w*|turn(?:s|ed|ing) down|rul(?:es|ed|ing) out"
        r"|illegal\w*"
        r"|scrapp\w*|ignor(?:e|es|ed|ing)|uncertain|unknown|unanswered|unharmed|unchanged|unpaid|unsuccessful\w*"
        r"|held? back|hid(?:e|den)?"
        r"|lifeless|dead body|stuck|delay(?:s|ed)?|postpon\w*|gave up|given up|giv(?:es|ing) up|non-[a-z]+"
        r"|insufficient|fail(?:s|ed|ure|ures)?|renounc\w*"
        r"|un(?:able|clear|willing|(?!it|der|iv|anim|pre|us)[a-z]{3,}(?:ed|able))"
        r"|disput(?:es?|ed|ing)|contest(?:s|ed|ing)|refut\w*)\b"
    ),
    "fr": re.compile(
        r"\b(?:seul(?:e|s|es|ement)?|uniquement|sauf|hormis|a moins|interdi\w*|suspen(?:d\w*|sion)|annul\w*|refus"
        r"|rejet\w*|empech\w*|prive(?:e|es|s|nt)?"
        r"|absen(?:ce|te?s?|tes)|manqu(?:e|es|ent|ait|er|ant|e)|impossib\w*|echou\w*|echec|debout(?:e|es|ee|ees)"
        r"|exclu(?:e|s|es|sion)?|cess(?:e|ent|er|ait)"
        r"|arret(?:e|er|ent|s)?|ferm(?:e|ee|es|ees|eture)|renonc\w*|evit(?:e|er|ent|ait)|non|contre|inconnue?s?"
        r"|illega\w*|loin de|a peine"
        r"|rarement|plutot|faute|abandonn\w*|opposee?s?|bloqu\w*|coinc\w*|depourv\w*|ignor(?:e|ent|ait)|ecart(?:e|er"
        r"|ent)|contest\w*|refut\w*|recus\w*|en vain|inchang\w*|incapables?|insuffisante?s?|inexistante?s?"
        r"|indisponibles?)\b"
    ),
}
ALONE = re.compile(
    r"sans\b|without\b|ni\b|nor\b|failing\b|refusing\b|rejecting\b|denying\b|not to\b|non\b|ne (?:pas|plus|jamais"
    r"|[a-z]+(?:er|ir|re)) "
)  # only what follows
# Words that look like denial and are not: "no fewer", "ne ... que", "sans doute", "not until".
NO_DENIAL = {
    "en": re.compile(
        r"\bno (?:fewer|less|more|later|sooner)\b|\bnot only\b|\bnot (?:more|less|fewer)\b|\bno\. ?[0-9]"
        r"|\bnot (?:just|simply|merely)\b"
        r"|\bnot [^.;,]{0,40}?(?=\b(?:until|before (?:\d|(?:the )?(?:end|start|early|late|mid|next|spring|summer"
        r"|autumn|winter)|[a-z]+day\b|(?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december)))\b)|\bwhether or not\b|\bor not\b|\bif not\b|\bno doubt\b"
        r"|\bnot least\b"
        r"|\bnone other\b|\bno longer than\b|\bnothing (?:but|less)\b|\bnot long (?=after|before|ago)|\bnot (?:too "
        r"|so |very )?far\b"
    ),
    "fr": re.compile(
        r"(?:\bn(?:e |')(?:[a-z]+ )?)?\bpas (?:[a-z]+(?:er|ir|re) )?(?:moins|plus) d"
        r"|\bnon seulement\b|\bn'importe\b|\bsans doute\b|\bsans[ -]abris?\b|\bsans-papiers\b"
        r"|\bsans[ -]faute\b"
        r"|\bn(?:e |')(?:(?!pas\b|plus\b|jamais\b|rien\b|aucun|point\b|personne\b|guere\b)[a-z'-]+ ){1,6}?"
        r"qu(?:e\b|'(?=[aeiouh]))(?! (?:le|la|les|il|elle|ils|elles|on|nous|vous|ce|ces|cela)\b)"
        r"|\bn(?:e |')[^;.]{1,140}?, que (?=pour\b|par\b|a\b|dans\b)|\bcorps sans vie\b|\bnon loin\b|\bnon[ -](?=[a-z])"
        r"|\bsans compter\b|\b(?:plus|moins|mieux|avant) [^,.;]{0,40}?\bqu[e'] ?[a-z]* ?ne\b|\bsans cesse\b"
        r"|\bsans precedent\b"
        r"|\bplus que jamais\b|\bn(?:e |')[^.;,]{0,40}?\bpas [^.;,]{0,40}?(?=\bavant\b)|\bou (?:pas|non)\b"
        r"|\bpas (?:tres |trop |si )?loin\b|\b(?:n(?:e |')(?:[a-z]+ ){1,3})?pas (?:seulement|uniquement"
        r"|simplement|que(?= (?:de|des|une?|les?|la)\b))\b|\bpas longtemps (?=apres|avant)"
        r"|\b(?:(?:avant|de peur|de crainte) qu|(?:crai(?:nt|gn)|redout)[a-z]* qu)[e'][^.;,]{1,60}?\bn(?:e |')"
        r"(?![^.;,]{0,30}\b(?:pas|plus|jamais|rien|aucun))|\bn'(?:oubli|hesit)[a-z]+ (?:surtout )?pas\b"
        r"|\bn'est-ce pas\b|\bpas de doute\b|\bpourquoi pas\b"
    ),
}
# In the text as written: the month of May, "né" and "née", a department, "libéra" and "rencontra", which are past.
OTHERWISE = re.compile(
    r"(?<=[a-z0-9,] )May\b|\bMay(?= [0-9])|(?<=[0-9] )May\b|\b[Nn]ée?s?\b|\bPas-de-Calais\b"
    r"|\b\w+éra\b|\b(?:r?entr|(?:dé)?montr|rencontr|(?:re|at|sou)?tir|(?:dé)?livr)a\b"
)
BOUNDARY = re.compile(
    r"[,;:()]| - | (?:that|which|who|whose|where|because|but|although|while|whereas|que|qui|dont|ou|mais|alors que"
    r"|car|bien que"
    r"|tandis que|puisque|lorsque|quand|if|when) | (?:puis|lors|alors |bien |parce |tandis )?qu'"
    r"| (?:et|and) (?=[0-9]|the |an? |l'|les? |la |un |une |des |son |sa |leurs? |its |his |her )"
)
