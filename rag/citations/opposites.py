"""Words that turn a statement into its opposite: "rose" for "fell", "first" for "last", "authorised" for "banned".

Knows pairs of poles in English and French, for flat text. A claim may say a pole only where no source says nothing but
the other one. Does not know figures, names, denial by grammar or the manner of speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.citations.reasons import Reason
from rag.citations.sources import Source
from rag.figures.flat import flatten
from rag.language import reading_of


@dataclass(frozen=True, slots=True)
class _Pole:
    english: str
    french: str

    def pattern(self, language: str) -> str:
        return self.french if language == "fr" else self.english


_EXPECTED = {
    "en": r"(?:forecasts?|expectations?|estimates?|average|target)",
    "fr": r"(?:previsions?|attentes?|estimations?|moyenne|objectif)",
}
_PAIRS = (
    (
        _Pole(
            r"r[oi]se[ns]?|rising|increas\w+|gr[eo]w[nsi]?\w*|climb\w*|soar\w*|surg(?:e|ed|es|ing)|jump\w*|up|expand\w*",
            r"augment\w*|hauss\w*|progress\w*|grimp\w*|bondi\w*|accr[ou]\w*|croiss\w*|remont\w*|relev\w*|envol\w*"
            r"|de plus(?! d)|monte\w*|doubl\w*|tripl\w*|amplif\w*|elargi\w*",
        ),
        _Pole(
            r"f[ea]ll(?:s|en|ing)?|decreas\w*|dropp\w*|drops?|plung\w*|slump\w*|shr[aiu]nk\w*|fewer|reduc\w*|cuts?|down",
            r"baiss\w*|diminu\w*|recul\w*|chut\w*|tomb\w*|repli\w*|redui\w*|reduction|abaiss\w*|plong\w*"
            r"|de moins(?! d)|ralenti\w*",
        ),
    ),
    (
        _Pole(r"highest|largest|biggest|record high", r"plus (?:haut|elev|grand|fort|gros|import)\w*|record"),
        _Pole(r"lowest|smallest|record low", r"plus (?:bas|faible|petit)\w*"),
    ),
    (
        _Pole(r"high|strong|heavy|major|large",
              r"elevee?s?|forte?s?|hautes?|importante?s?|grande?s?|gros(?:se)?s?|lourde?s?"),
        _Pole(r"low|weak|small|slight|minor", r"faibles?|bas|basses?|petite?s?|legere?s?|mineure?s?"),
    ),
    (
        _Pole(r"(?:is|was|are|were|be) over|behind (?:us|them)",
              r"terminee?s?|finie?s?|derriere (?:nous|eux|lui)|passee?"),
        _Pole(r"to come|ahead|upcoming", r"a venir|devant (?:nous|eux|lui)"),
    ),
    (_Pole(r"cancel\w*", r"annul\w*"), _Pole(r"delay\w*|postpon\w*", r"retard\w*|report(?:e|es|ee|ees)|differ\w*")),
    (
        _Pole(r"end(?:s|ed|ing)?|abolish\w*|scrapp\w*", r"(?:mettre|mis|met|mettra) fin|supprim\w*"),
        _Pole(r"maintain\w*|keep(?:s|ing)?|kept", r"mainten\w*|maintien\w*"),
    ),
    (
        _Pole(r"resum\w*|t[ao]k(?:en|e|es|ing)? up again", r"(?:a|ont) repris|reprend\w*"),
        _Pole(r"giv(?:en|e|es|ing) up|gave up", r"abandonn\w*|renonc\w*"),
    ),
    (
        _Pole(r"(?<!not )(?<!n't )rul(?:e|es|ed|ing) out", r"(?<!n')(?:exclut|excluent|excluait|a exclu|ecarte)"),
        _Pole(r"(?:not|n't) rul(?:e|ed|ing) out", r"n'(?:exclut|excluent|excluait|ecarte\w*|a) pas(?: exclu\w*)?"),
    ),
    (_Pole(r"positive\w*", r"positi\w*"), _Pole(r"negative\w*", r"negati\w*")),
    (_Pole(r"ahead of", r"devant"), _Pole(r"behind", r"derriere")),
    (
        _Pole(r"adds?|adding|added(?! that|,)", r"ajout\w*"),
        _Pole(r"remov\w*|drops?|dropp\w*|delet\w*|abolish\w*", r"supprim\w*|suppression\w*|retir\w*|aboli\w*"),
    ),
    (_Pole(r"red", r"rouges?"), _Pole(r"orange|yellow|green", r"orange|jaunes?|verte?s?")),
    (_Pole(r"orange", r"orange"), _Pole(r"yellow|green", r"jaunes?|verte?s?")),
    (_Pole(r"most|[a-z]{3,}iest", r"(?:le|la|les) plus"), _Pole(r"(?<!at )least", r"(?:le|la|les) moins")),
    (_Pole(r"multipl\w*|doubl\w*|tripl\w*", r"multipl\w*|doubl\w*|tripl\w*"), _Pole(r"divid\w*|halv\w*", r"divis\w*")),
    (
        _Pole(r"exten[ds]\w*|prolong\w*|lengthen\w*", r"eten(?:d|s)\w*|prolong\w*|allong\w*"),
        _Pole(r"shorten\w*|curtail\w*", r"raccourci\w*|ecourt\w*"),
    ),
    (_Pole(r"surplus\w*", r"excedent\w*"), _Pole(r"deficits?", r"deficit\w*")),
    (
        _Pole(r"profits?|incomes?|revenues?|earnings", r"benefices?|profits?|revenus?|recettes?"),
        _Pole(r"loss(?:es)?", r"pertes?"),
    ),
    (
        _Pole(r"first|initial\w*|inaugural", r"premi(?:er|ere)s?|1ere?|initia\w*"),
        _Pole(
            r"(?<!for the )last(?! (?:\w+ )?(?:year|month|week|night|sum|wint|spring|autumn|time|minute|monday|tuesday"
            r"|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september"
            r"|october|november|december|\d|two|three|four|five|few|ten))|final",
            r"(?:la|le|les|sa|son|ses|une?|leur|l'une des) derni(?:ere?s?)(?= (?!an|jour|semaine|mois|heure|temps|fois"
            r"|minute|sondage|nouvelle)[a-z])|final\w*|ultime",
        ),
    ),
    (
        _Pole(r"accept\w*|approv\w*|support\w*|prais\w*|hail\w*|welcom\w*|endors\w*|t[ao]k(?:e|es|ing|en) in|took in",
              r"accept\w*|approuv\w*|adopt\w*|soutien\w*|souten\w*|salue\w*|felicit\w*|favorabl\w*"),
        _Pole(r"reject\w*|refus\w*|oppos\w*|critici\w*|denounc\w*|slamm\w*",
              r"reje[t]\w*|refus\w*|oppos\w*|critiqu\w*|denonc\w*|fustig\w*|deplor\w*|hostil\w*|contre"),
    ),
    (
        _Pole(r"convict\w*|guilty|sentenced", r"condamn\w*|coupabl\w*"),
        _Pole(r"acquit\w*|cleared|innocent", r"acquitt\w*|relax\w*|innocent\w*"),
    ),
    (
        _Pole(r"(?:re)?open(?:s|ed|ing)?", r"(?:re|r)?ouvr\w*|(?:re|r)?ouvert\w*"),
        _Pole(r"clos(?:e|es|ed|ing|ure)|shut\w*", r"ferm(?:e|er|es|ee|ees|ent|eture|era|eront)s?"),
    ),
    (
        _Pole(r"allow\w*|authori[sz]\w*|permit\w*", r"autoris\w*|permet\w*|permis"),
        _Pole(r"bann?(?:s|ed|ing)?|forbid\w*|forbade|prohibit\w*", r"interdi\w*|banni\w*|prohib\w*"),
    ),
    (
        _Pole(r"releas\w*|freed", r"liber\w*|relach\w*|remise? en liberte|sorti\w*"),
        _Pole(r"arrest\w*|detain\w*|jail\w*|custody|detention",
              r"arret\w*|interpel\w*|incarcer\w*|ecrou\w*|garde a vue|detention|detenu\w*"),
    ),
    (
        _Pole(r"(?<!not )succe(?:ed|ss)\w*", r"(?<!pas )(?<!pas encore )(?:reussi\w*|parvenu\w*)|succes"),
        _Pole(
            r"fail(?:s|ed|ing|ure\w*)?|not (?:succeed\w*|manage\w*)",
            r"echou\w*|echec\w*|manqu\w*|pas (?:encore )?(?:reussi|parvenu)\w*",
        ),
    ),
    (
        _Pole(r"improv\w*", r"amelior\w*|progres\w*|mieux"),
        _Pole(r"worsen\w*|deteriorat\w*", r"deterior\w*|aggrav\w*|degrad\w*|empir\w*"),
    ),
    (
        _Pole(r"confirm\w*", r"confirm\w*"),
        _Pole(r"den(?:y|ies|ied|ying)|denials?", r"dement\w*|infirm\w*|nie(?:r|nt)?|nian?t"),
    ),
    (
        _Pole(r"forc(?:ed|es|ing)|oblig\w*|requir\w*|compel\w*",
              r"forc(?:e|er|ent|ant)|oblig\w*|impos\w*|contrai\w*|exig\w*"),
        _Pole(r"encourag\w*|invit\w*|recommend\w*", r"encourag\w*|invit\w*|recommand\w*|incit\w*"),
    ),
    (
        _Pole(r"admit\w*|acknowledg\w*|confess\w*", r"admis|admet\w*|reconnu\w*|reconnai\w*|avou\w*"),
        _Pole(r"den(?:y|ies|ied|ying)", r"dement\w*|ni(?:e|er|ent|ait|ant|a)|contest\w*"),
    ),
    (
        _Pole(r"agree(?:s|d)?(?= to)", r"accept\w*(?= d)"),
        _Pole(r"refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)", r"refus\w*"),
    ),
    (
        _Pole(r"hail\w*|welcom\w*|prais\w*|applaud\w*", r"salu(?:e|er|ent|ait|ant)|felicit\w*|applaudi\w*"),
        _Pole(r"condemn\w*|deplor\w*|denounc\w*|slamm\w*", r"deplor\w*|denonc\w*|fustig\w*|condamn\w*"),
    ),
    (_Pole(r"vot\w+ (?:for|in favou?r)", r"vot\w+ (?:pour|en faveur)"), _Pole(r"vot\w+ against", r"vot\w+ contre")),
    (_Pole(r"mild|minor|benign", r"legere?s?|beni(?:n|gne)s?"), _Pole(r"severe|serious|grave", r"graves?|severes?")),
    (_Pole(r"peaceful\w*", r"pacifi\w+|calmes?"), _Pole(r"violent\w*", r"violent\w*|violemment")),
    (_Pole(r"won|wins", r"(?:a|ont|avait) (?:gagne|remporte)\w*"), _Pole(r"lost|loses", r"(?:a|ont|avait) perdu\w*")),
    (
        _Pole(r"hir(?:e|es|ed|ing)|recruit\w*", r"embauch\w*|recrut\w*"),
        _Pole(r"la(?:id|y|ys|ying) off|layoffs?|sack\w*|dismiss\w*", r"licenci\w*|congedi\w*"),
    ),
    (
        _Pole(r"uph(?:eld|olds?)|confirm\w*", r"confirm\w*|maintenu\w*"),
        _Pole(r"overturn\w*|quash\w*|annul\w*|struck down", r"annul\w*|cass(?:e|ee|er)|infirm\w*|invalid\w*"),
    ),
    (
        _Pole(r"borrow\w*", r"emprunt\w*"),
        _Pole(r"lent|lends?|lending", r"pret(?:er|ent|ait|ant)"),
    ),
    (_Pole(r"bought|buys", r"(?:a|ont|avait) (?:r?achete\w*)"),
     _Pole(r"sold|sells", r"(?:a|ont|avait) vendu\w*|vend(?:ent)?")),
    (_Pole(r"enter(?:s|ed|ing)? (?=the|its)", r"entr\w+ (?=dans|a l)"), _Pole(r"left (?=the|its)", r"quitt\w*")),
    (_Pole(r"rais(?:e|es|ed|ing)", r"relev\w*|augment\w*|hauss\w*"),
     _Pole(r"lower(?:s|ed|ing)", r"abaiss\w*|baiss\w*|redui\w*|diminu\w*")),
    (_Pole(r"barred|bans?|banned", r"exclu\w*|interdi\w*|banni\w*"), _Pole(r"readmit\w*", r"reintegr\w*|readmi\w*")),
    (_Pole(r"before the(?! court)", r"avant l(?:e|a|es|')"), _Pole(r"after the", r"apres l(?:e|a|es|')")),
    (
        _Pole(r"gain(?:ed|s)?(?= [\d$€£])|advanc(?:ed|es|ing)|r[oi]se|climbed",
              r"(?:a|ont|avait|ayant) (?:pris|gagne)(?= [\d,.]+ ?(?:%|p))|progress\w*|grimp\w*|bondi\w*"),
        _Pole(r"(?:lost|shed|sheds)(?= [\d$€£])|declin\w*|f[ea]ll(?:en)?|slipped|slid",
              r"(?:a|ont|avait|ayant) (?:perdu|cede|lache)(?= [\d,.]+ ?(?:%|p))|recul\w*|chut\w*|repli\w*"),
    ),
    (_Pole(r"widen\w*", r"(?:s'est|se|sont|s'etait) creus\w*|creus(?:e|er|ent)|elargi\w*"),
     _Pole(r"narrow(?:ed|s|ing)", r"(?:s'est|se|sont|s'etait) (?:resserre|reduit)\w*|resserr\w*|redui\w*")),
    (_Pole(r"eased?|easing|slow(?:ed|s|ing|down)", r"ralenti\w*|deceler\w*|apais\w*|flech\w*"),
     _Pole(r"accelerat\w*|quicken\w*", r"acceler\w*")),
    (_Pole(r"strengthen\w*", r"renforc\w*|appreci(?:e|ee|er|ent)"), _Pole(r"weaken\w*", r"affaibli\w*|deprecie\w*")),
    (_Pole(r"tighten\w*", r"durci\w*|resserr\w*"), _Pole(r"loosen\w*|relax(?:ed|es|ing)", r"assoupli\w*|relach\w*")),
    (_Pole(r"better than", r"(?:mieux|meilleure?s?) que"),
     _Pole(r"worse than", r"(?:pire|moins bien|moins bonne?s?) que")),
    (
        _Pole(rf"above (?=(?:the )?{_EXPECTED['en']})",
              rf"(?:au-dessus|superieure?s? a).{{0,4}}(?=(?:x |les )?{_EXPECTED['fr']})"),
        _Pole(rf"below (?=(?:the )?{_EXPECTED['en']})",
              rf"(?:au-dessous|en dessous|inferieure?s? a).{{0,4}}(?=(?:x |les )?{_EXPECTED['fr']})"),
    ),
    (_Pole(r"creat(?:e|es|ed|ing|ion)(?= (?:of )?[\d,.]+ (?:jobs|posts|places))",
           r"cre(?:er|e|ee|ees|es|era|ation|ations)(?= (?:de |d')?[\d .]+ (?:emplois|postes|places))"),
     _Pole(r"(?:cut|cuts|cutting|axe|axed|shed|eliminat\w*)(?= [\d,.]+ (?:jobs|posts|places))",
           r"(?:supprim\w*|suppressions?|detrui\w*)(?= (?:de |d')?[\d .]+ (?:emplois|postes|places))")),
    (_Pole(r"times (?:more|higher|larger|as (?:much|many))", r"fois plus"),
     _Pole(r"half as (?:much|many)|times (?:less|fewer)", r"fois moins")),
    (_Pole(r"youngest", r"plus jeunes?"), _Pole(r"oldest|eldest", r"plus (?:age|vieu|ancien)\w*|doyenn?e?")),
    (_Pole(r"cheapest", r"moins chere?s?"),
     _Pole(r"most expensive|dearest|costliest", r"plus chere?s?|plus couteu\w*")),
    (_Pole(r"unlikely", r"(?:peu|pas) (?:probable|vraisemblable)s?|improbables?"),
     _Pole(r"(?<!un)likely", r"(?<!peu )(?<!pas )(?:probable|vraisemblable)(?:s|ment)?")),
    (_Pole(r"convicted|found guilty", r"condamne\w*|reconnue?s? coupables?"),
     _Pole(r"charged|indicted|under investigation", r"mise?s? en examen|inculpe\w*")),
    (_Pole(r"surviv(?:ed|es|ing|ors?)", r"survecu|rescape\w*|survivant\w*|sain\w* et sau\w*"),
     _Pole(r"died|dead|killed|deaths?", r"mort\w*|decede\w*|tuee?s?|deces|peri")),
    (_Pole(r"(?:before|prior to)(?= \d)", r"avant(?= \d)"),
     _Pole(r"(?:after|since)(?= \d)", r"(?:apres|depuis)(?= \d)")),
    (_Pole(r"doubl\w*|twofold", r"doubl\w*"), _Pole(r"tripl\w*|threefold|quadrupl\w*|fourfold|tenfold",
                                                      r"tripl\w*|quadrupl\w*|decupl\w*")),
    (_Pole(r"tripl\w*|threefold", r"tripl\w*"), _Pole(r"doubl\w*|twofold|quadrupl\w*|fourfold|tenfold",
                                                        r"doubl\w*|quadrupl\w*|decupl\w*")),
    (_Pole(r"quadrupl\w*|fourfold", r"quadrupl\w*"), _Pole(r"doubl\w*|twofold|tripl\w*|threefold|tenfold",
                                                            r"doubl\w*|tripl\w*|decupl\w*")),
    (_Pole(r"(?<!not )legal(?:ly)?", r"(?<!pas )(?:legal|legau)\w*"),
     _Pole(r"illegal\w*|not legal\w*", r"(?:il|pas )(?:legal|legau)\w*")),
    (_Pole(r"(?<!not )sufficient\w*", r"(?<!pas )suffisa\w*"),
     _Pole(r"insufficient\w*|not sufficient\w*", r"(?:in|pas )suffisa\w*")),
    (
        _Pole(r"confirmed|available|resolved|solved", r"(?<!pas )(?<!encore )(?:confirme|disponible|resolu)\w*"),
        _Pole(
            r"un(?:confirmed|available|resolved|solved)",
            r"(?:pas|jamais) (?:encore )?(?:confirme|disponible|resolu)\w*|indisponible\w*|non[ -]?confirme\w*",
        ),
    ),
    (_Pole(r"(?<!not )constitutional", r"(?<!pas )constitutionnel\w*"),
     _Pole(r"unconstitutional|not constitutional", r"(?:in|pas )constitutionnel\w*")),
    (_Pole(r"safe", r"sur(?:e|s|es)?"), _Pole(r"unsafe", r"dangereu\w*")),
    (
        _Pole(r"(?:his|her) (?:wife|husband)", r"(?:sa|son) (?:femme|mari|epou\w+|compagn\w+)"),
        _Pole(r"(?:his|her) (?:daughter|son|sister|brother|mother|father)",
              r"(?:sa|son) (?:fille|fils|soeur|frere|mere|pere)"),
    ),
    (_Pole(r"agree(?:s|d)?", r"d'accord"), _Pole(r"disagree\w*", r"desaccord\w*")),
    (_Pole(r"majority", r"majorit\w*"), _Pole(r"minority", r"minorit\w*")),
    (_Pole(r"imports?|imported", r"import(?:er|e|es|ation)s?"), _Pole(r"exports?|exported", r"export\w*")),
    (_Pole(r"morning", r"matin\w*"), _Pole(r"evening|night|overnight", r"soir\w*|nuit\w*")),
    (_Pole(r"north\w*", r"nord"), _Pole(r"south\w*", r"sud")),
    (_Pole(r"left-wing|far[ -]left", r"gauche"), _Pole(r"right-wing|far[ -]right", r"droite")),
    (_Pole(r"brothers?", r"freres?|fratrie"), _Pole(r"sisters?", r"soeurs?")),
    (_Pole(r"fathers?", r"peres?|papa"), _Pole(r"mothers?", r"meres?|maman")),
    (_Pole(r"sons?", r"fils|garcons?"), _Pole(r"daughters?", r"filles?")),
    (_Pole(r"husband", r"mari|epoux|compagnon"), _Pole(r"wife", r"femme|epouse|compagne")),
    (_Pole(r"boys?", r"garcons?|garconnet"), _Pole(r"girls?", r"filles?|fillettes?")),
    (_Pole(r"m[ae]n", r"hommes?"), _Pole(r"wom[ae]n", r"femmes?")),
)  # fmt: skip
_DENIED = re.compile(r"(?:\bn'|\bne |\bnot |n't |\bnever )[a-z' ]{0,20}$")
_POLES = [
    (side, {lang: tuple(re.compile(rf"\b(?:{one.pattern(lang)})\b") for one in side) for lang in ("en", "fr")})
    for pair in _PAIRS
    for side in (pair, pair[::-1])
]


def turned_round(text: str, language: str, sources: Sequence[Source]) -> Reason | None:
    """The first word of the text that says the opposite of what its sources say, as a reason."""
    flat, reading = _flat(text), reading_of(language)
    theirs = [(_flat(source.text), reading_of(source.language)) for source in sources]
    for _, patterns in _POLES:
        same, other = patterns[reading]
        said = same.search(flat)
        if said is None or other.search(flat):
            continue
        if any(patterns[lang][0].search(one) for one, lang in theirs):
            continue
        if any(_says(patterns[lang][1], one) for one, lang in theirs):
            return Reason("absent", said.group())
    return None


def _says(words: re.Pattern[str], flat: str) -> bool:
    """Whether a source says one of the words without denying it: what "will not open" stays closed."""
    return any(not _DENIED.search(flat, max(0, at.start() - 30), at.start()) for at in words.finditer(flat))


def _flat(text: str) -> str:
    return flatten(text).replace("œ", "oe")
