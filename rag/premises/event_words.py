"""English and French words for events, a pattern for each event and language.

Knows which words tell of an event, and near which others they do not ("in order to", "la ferme", "prison ferme"). Does
not know which events are opposites, nor what a sentence says of one.
"""

from __future__ import annotations

import re
from functools import lru_cache

# A concept with its English words, its French ones below; what begins with "|" goes on with the line above. Words stand
# for themselves alone; "+" is the endings of a regular verb, "*" any ending. Stems that take any ending matched
# "maintenant", "marins", "finances" and the like: hold what is added here against a list of frequent words first.
_EVENTS = r"""
rise: rise|rises|rising|rose|risen|increas+|grow|grows|growing|grew|grown|climb+|soar+|jump+|surg+|gain+|went up
    |go(?:es)? up|improv+|improvements?|hik(?:e|es|ed|ing)(?! (?:in|on|up|through|along))
    |rais(?:e|es|ed|ing)(?! (?:money|funds|doubts?|questions?|concerns?|alarms?|children|awareness|hopes?|eyebrows))
  hauss+|augment*|grimp+|progress+|progressions?|bondi(?:t|r|e|s|es|ssent)?|remont+|accroi*
    |gagn+(?= (?:\d[\d.,]*|une?|deux|trois|quelques) ?(?:%|pour cent|points?|places?|rangs?|degres?|centimes?))
    |accru*|envol|envol+|amelior*|relev(?:er|ee|ees|ement|ements)|(?:a|ont|avait)(?:-t)?(?:-(?:elles?|ils?|on))? releve
fall: fall|falls|falling|fallen|fell|drop(?! out)|drops(?! out)|DROPPED|declin+|decreas+|plung+|tumbl+|slump+
    |lower(?:s|ed|ing)|reduc(?:e|es|ed|ing|tions?)|slash(?:es|ed|ing)?
    |cut(?! (?:off|short|out|through|down to))|cuts|cutting
    |sank|sink|sinks|sinking|sunk|went down|go(?:es)? down|shr[iau]nk|shrinks|shrinking|lost ground
  baiss+|recul|recul+|chut+|diminu(?!ti)*|NOT_A_NOUN tomb+|degring*|plong+|repli(?!qu)*|flechi*
    |(?:perd|perdu) du terrain|abaiss+|redui(?:t|te|ts|tes|re|sent|sant)|reductions?
resign: resign+|resignations?|(?:step|steps|stepped|stepping) down|quit|quits|quitting|left office
  demission*|quitt+ (?:ses|son|leurs?) (?:fonctions?|postes?)
dismiss: sack(?:s|ed|ing)?|(?:was|were|been|got) fired|dismiss(?:es|ed|ing|als?)?|oust(?:s|ed|ing)
  limoge|limogee|limogees|limoger|limogeage|(?:ete|sont) limoges|renvoy(?!er en|er a )*|licenci*|evinc*|revoqu*
die: die|died|dies|dying|death|deaths|dead|passed away
  morte?s?|decede*|deces|disparition|disparue?s?|s'est eteinte?|meurt|meurent|mourir|mourut
agree: agree|agrees|agreed|agreeing|agreements?|accept(?!ab)*|consent+|approv(?:e|es|ed|ing)|endors*
    |(?:back|backed) down|reach(?:ed)? (?:an? )?(?:agreement|accord|deal)
  accept(?!ab)*|consent*|approuv+|(?:a|ont|avait|avaient) cede(?! aux)|d'accord|convenue?s?
    |(?:sont|etaient|s'etaient|etant) (?:\w+ )?entendue?s
refuse: refus+|refusals?|reject+|rejections?|(?:rule|ruled|rules) out|declin+|(?:turn|turned) down
    |oppos(?:e|es|ed|ing)
  refus|refus+|rejet|rejet+|rejett+|exclu(?:[est]|es|ent|ant|ait|aient|re)?|oppos(?!ant)+|ecart+|repouss+
reinstate: bring back|brought back|reinstat*|restor(?:e|es|ed|ing|ation)|reintroduc*|reviv(?:e|es|ed|ing|al)
  retabli*|reintrodui*|restaur(?!ant)+|restauration|remettre en place|ramen+
abolish: abolish*|abolition|scrap|scraps|scrapp(?:ed|ing)|repeal+|cancel*|abandon*|(?:call|called) off|axe|axed
    |DROP_EN|(?:strike|struck|strikes) down|overturn+|decrim*|suspend+|suspensions?
  suppri*|suppressions?|abandon|abandonn+|annul+|annulations?|abrog*|renonc*|enterr+
    |invalid(?:e|ee|ees|er|ent|ation)|depenalis*|decriminal*|suspend*|suspensions?
postpone: postpon*|put(?:s|ting)? (?:off|back)|(?:push|pushed|pushing) back|delay+|defer|defers|deferr(?:ed|ing|al)
  reports?|NOT_A_NOUN report+|repouss+|decal*|(?:ete|a|ont|est|sont) differe|differees?|differer|retard*
keep: (?:keep|keeps|keeping|kept)(?! up\b)|maintain+|uphold|upholds|upholding|upheld|CONFIRM_EN
  maintien(?:s|t|nent|dr[a-z]+)?|mainten(?:ir|u|ue|us|ues|ait|aient)|maintint|conserv+
    |gard(?:er|era|eront|erait|eraient|ait|aient|ent|ant|ee|ees)|(?:a|ont|avait) garde(?! a vue)
    |garde (?:son|sa|ses|leurs?|le|la|l)|CONFIRM_FR
ban: ban|bans|banned|banning|prohibit*|outlaw+|forbid*|forbade
  interdi*|prohib*|banni(?!er)*
allow: allow(?:s|ed|ing)?|permit|permits|permitt(?:ed|ing)|authori[sz](?:e|es|ed|ing|ation)|legali[sz]*
  autoris*|permet*|permis(?:es?)?(?! (?:de|a points))|legalis*
request: ask|asks|asked|asking|request+|(?:call|called|calls|calling) for|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)
  demand(?!eu)*|reclam+
    |(?<!s')(?<!d')(?<!en )(?<!fait )appel(?:le|lent|e|ee|es|er|ait|aient|ant|a|s)? (?:\w+ ){0,3}?(?:a|au|aux|pour)
    |souhait*|saisi (?:la justice|le tribunal|la cour|le conseil)|exig+|exigeai?(?:t|ent)
lift: lift|lifted|lifts
  (?<!se )(?<!s'est )lev+(?! de fonds)|(?:mis|met|mettre|mettra) fin
impose: impos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing|tion)|(?<!\bin )(?<!\bof )(?<!\band )order(?:s|ed|ing)?
  impos(?!ant)+|instaur+|decret|decret+|ordonn+
win: win|wins|winning|won|victory|victories|beat|beats|beating|triumph+
  gagn+|gagnante?s?|remport+|victoires?|bat|batt(?:re|ent|ait|aient|ant|ue?s?)|triomph*
    |(?:ete|est|sont|etre) sacree?s?|vainqueurs?
lose: lose|loses|losing|lost|defeat+|(?:was|were|been|is|are|be|being|got) (?:[a-z]+ )?beaten
  perd(?:s|re|ent|ait|aient|ant|ra|ront|rait)?|perdue?s?(?! la vie| connaissance)|defaites?|battue?s?|s'inclin+
    |elimin(?!ato)*
buy: buy|buys|buying|bought|buyout|acquir+|acquisitions?|purchas+|tak(?:e|es|ing) over|takeover|took over
  achet*|achats?|rachet*|rachats?|acqui(?:s|se|ses|ert|erent|erir|sitions?)
sell: sell|sells|selling|sold|sale(?= of\b)
  vend(?:s|re|ent|ait|aient|ant|ra|ront|rait|ue?s?)?|ventes?|CEDE|cessions?
arrest: arrest+|detain(?:s|ed|ing)?|custody
  arret|arret+|arrestations?|interpell*|garde a vue
charge: charged|indict(?:ed|ments?)|prosecut(?:ed|ions?)
  inculp*|mise?s? en examen|poursuivie?s?|poursuites
release: releas+|freed|(?:set|walk|walked|go|went) free
  liber+|liberations?(?= (?:de|du|des|d|sous|conditionnelle|anticipee)\b)|relach+
convict: convict(?:s|ed|ing|ions?)?|found guilty|sentenc+|jailed
  condamn*|reconnue?s? coupables?|peines?(?= (?:de|d)\b)
acquit: acquit|acquits|acquitt(?:ed|al|als)|cleared|not guilty
  acquitt(?:e|ee|es|ees|ements?)|relax(?:e|ee|es|ees|er)|(?:ete|est|a|sont) innocentee?s?|disculp*|blanchi(?:e|s|es)?
open: open|opens|opened|opening|inaugurat*
  ouvr(?:e[sz]?|ent|ir|ira|iront|irait|ait|aient|ant|it)|ouverte?s?|ouvertures?|inaugur(?!al)*
close: CLOSE_EN|closes|closed|closing|closures?|shut|shuts|shutting|reopen*|(?:open|opened) again
  ferm(?:er|era|eront|erait|ent|ait|aient|ant|ee|ees|a)|fermetures?|FERME_FR|clotur*|verrouill+|rouvr*|rouvert*
    |reouv*|ouverte? a nouveau|de nouveau ouverte?
sign: signs?(?! of\b)|signed|signing|ratif*
  NOT_A_NOUN sign+|signatures?|ratifi*|paraph*
withdraw: withdraw*|withdrew|(?:pull|pulls|pulled|pulling|drop|drops|dropped|dropping) out
    |(?:quit|quits|quitting)(?! (?:his|her|their) jobs?)
  retir+|retraits?|quitt+|claqu+ la porte|(?:a|ont|avait|avaient) abandonne
join: join|joins|joined|joining
  rejoi*|adher(?!ent)+|adhesions?|integr+
launch: launch(?:es|ed|ing)?|kick(?:s|ed)? off
  lanc+|lancements?
end: end|ended|ends|ending|stop|stops|stopped|ceas+
  (?<!sans )cess+|arret|arret+|fin|fini(?:e|s|es|r|t|ra|ront|ssent)?|termin+|achev*
elect: elected|elects|re-elect(?:ed)?|voted in
  elue?s?|reelue?s?|election(?= (?:de|du|des|d)\b)
marry: marr(?:y|ies|ied|ying)|marriages?|wed|weds|weddings?
  mariages?|mari(?:ee|es|ees|er|ent|erent|era)|(?:est|etait|ete|se|sont) marie|epous(?:er|ent|era|ait|a)
    |(?:a|avait|ayant) epouse|noces
divorce: divorc+|split up|separat(?:ed|ions?)
  divorc+|separ+|separations?
admit: admit|admits|admitt(?:ed|ing)|confess(?:es|ed|ing|ions?)?|acknowledg(?:e|es|ed|ing)
  reconn(?:ue?s?|ait|aissent|aitre|aitra)|avou+|admis(?:es?)?|admet|admettre|admettent
deny: den(?:y|ies|ied|ying)|denials?
  ni(?:e|ent|er|ait|aient)|dement(?:i|ir|ent|ait)?|contest+|refut+
strike: strike|strikes|strikers|walkouts?|industrial action
  greves?|grevistes?|debray*
"""
_CHANGES = {
    "en": "end|closure|closing|abolition|scrapping|cancellation|abandon|drop|sale|departure|resignation|death|removal"
    "|withdrawal|repeal|suspension|postponement|delay|dismissal|ban",
    "fr": "fin|fermeture|suppression|annulation|abandon|abrogation|vente|cession|depart|demission|mort|deces|retrait"
    "|suspension|report|limogeage|licenciement|interdiction|arret|cessation|baisse",
}


def _not_behind(words: str) -> str:
    """The start of a pattern that is not to stand behind one of these words."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


# To confirm is to keep where a thing is confirmed, not where its end is, nor where somebody confirms that it is so.
_NAMED_WORDS = {
    "NOT_A_NOUN ": _not_behind("la une sa des les un le du de ces"),
    "CEDE": r"ced(?:e[erst]?|ees|ent|ait|era|ant)",
    "CONFIRM_EN": r"confirm(?:s|ed|ing)?(?= in\b| (?:the|its|his|her|their|this) "
    rf"(?!(?:[a-z]+ )?(?:{_CHANGES['en']})))",
    "CONFIRM_FR": r"confirm+(?= dans\b| (?:le |la |les |l'|son |sa |ses |cette |ce )"
    rf"(?!(?:[a-z]+ )?(?:{_CHANGES['fr']}|porte-parole|president|ministre|maire|direct)))",
    "DROP_EN": r"drop(?:s|ped|ping)?(?= (?:the|its|his|her|their|all|plans?|charges?|an?|this)\b)",
    "DROPPED": r"dropp(?:ed|ing)(?= (?:by|to|below|under|sharply|steeply)\b| \d)",
    "CLOSE_EN": r"close(?! (?:to|friend|friends|relative|relatives|ally|allies|contact|by|enough|call)\b)",
    "FERME_FR": _not_behind("la une cette leur sa de prison ans mois les des") + "fermes?",
}
_ENDINGS = {
    "en": "(?:e|es|ed|s|ing)?",
    "fr": "(?:e[erstz]?|ees|ent|ons|ant|ait|aient|ai|as?|erent|er(?:a|as|ont|ons|ez|ait|aient))",
}


@lru_cache(maxsize=1)
def patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    """For each language a pattern of every concept, for flat text."""
    tables: dict[str, dict[str, re.Pattern[str]]] = {"en": {}, "fr": {}}
    lines = re.sub(r"\n +\|", "|", _EVENTS).strip().splitlines()
    for first, french in zip(lines[::2], lines[1::2], strict=True):
        concept, _, english = first.partition(": ")
        for language, words in (("en", english), ("fr", french.strip())):
            tables[language][concept] = re.compile(rf"\b(?:{_written_out(words, language)})(?![a-z]|'t\b)")
    return tables


def _written_out(words: str, language: str) -> str:
    """The words of a line as one pattern."""
    for name, meant in _NAMED_WORDS.items():
        words = words.replace(name, meant)
    return re.sub(r"(?<!\\w)(?<=[a-z)])\+", _ENDINGS[language], re.sub(r"(?<=[a-z)])\*", "[a-z]*", words))
