"""What happens to what is counted: pledged is not paid, held is not freed, raised is not needed.

Knows classes of words, English and French, that tell one figure of a story from another. Does not know figures.
"""

from __future__ import annotations

import re

from rag.figures.flat import flatten

_TABLE = r"""
killed: perd\w* la vie, lo(?:st|se|ses|sing) (?:his|her|their) (?:life|lives), cout\w+ la vie, laiss\w+ la vie,
    trouv\w+ la mort, (?:claim|cost|tak)\w* (?:\S+ ){1,3}lives, lives lost, kill\w*, di(?:e|ed|es), dead, deaths?,
    toll, fatal\w*, perish\w*, bod(?:y|ies), morts?, mortes?, tue(?:e|s|es|r)?, decede\w*, deces, peri, victimes?
raised: rais(?:e|es|ed|ing), collect(?:ed|ion|ions|e|ee|es|ees|er), brought in, fundrais\w+, crowdfund\w+,
    recolt\w+, recueill\w+, cagnottes?, rapporte\w*, lev(?:e|er) des fonds, gather(?:ed|s|ing)?,
    reuni(?:t|r|s|e|es)?
pledged: pledg\w+, promis\w*, promess\w+, engage(?:e|es|ment|ments), s'engage\w*, commit(?:ted|ment|ments)
donated: don(?:s|ne|nes|ation|ations|ateurs?|ated|ors?)?, gifts?, legs
paid: paid, pays?, payment, disburs\w+, vers(?:e|ee|es|ees|ement|er), pay(?:e|er|ee|es|ees), debours\w+, spent,
    spend\w*, depens\w+
cost: costs?, costing, price[ds]?, bill, cout\w*, factur\w+, prix, chiffre[er] a, budget\w*, se vend\w*
needed: needs?, needed, require[ds]?, lack\w*, manqu\w+(?! (?:toujours |encore )?a l'appel), besoins?,
    necessaires?, necessite\w*, goal, target, objectif, seuil
offered: propos\w+, offer\w*, put(?:s|ting)? on the table, sur la table, envelopp\w+, packages?, debloqu\w+,
    alloca?t\w*, allou\w+, consacr\w+, earmark\w*, set aside, plan
lost: loss(?:es)?, los(?:e|es|t|ing), (?:lui|leur) (?:a|aura|avait) coute, pertes?, perd(?:u|re|ent)?,
    manque a gagner, shortfall, deficits?
held: held, hold(?:ing|s)?, captive, retenu\w*, retienn\w+, detenu\w*, sequestr\w+
freed: fre(?:e|es|ed|eing), releas\w+, liber(?:e|es|ee|ees|er|ation), relach\w+
rescued: rescu\w+, sav(?:e|ed), secour(?:u|us|ir), sauve\w*, refloat\w*, recuper\w+, rescap\w+, winch\w*, hiss\w+,
    (?:brought|pulled|lifted) (?:\S+ )?(?:out|up|free|alive|from the), brought to (?:safety|the surface),
    (?:sortie?s?|extraite?s?|remontee?s?) (?:vivant\w*|indemnes?|a la surface|des decombres), degagee?s?
injured: injur\w+, wound\w+, hurt, blesse\w*
missing: missing, unaccounted, disparu\w*, manqu\w+ (?:toujours |encore )?a l'appel, sans nouvelles?
infected: f[ea]ll(?:s|en|ing)? ill, got sick, sicken\w*, sick, tomb\w+ malades?, infect\w+, contamin\w+,
    positi\w+, contract\w+, cas, cases?, malades?,
    ha(?:s|ve|d) caught, atteinte?s? (?:de|par|du)
treated: hospitali[sz]\w*, (?:in|to) (?:a |the )?hospital, treat\w+, reanimation, intensive care, soign\w+
arrested: arrest\w*, detain\w*, interpell\w+, garde a vue, custody
charged: charg(?:ed|es), indict\w+, sentenc\w+, convict\w+, condamn\w+, mis(?:es?)? en examen, juge\w*
fled: evacu\w+, (?:were|was|been) moved (?:in)?to, relog\w+, rehous\w+, mis\w* a l'abri, fle[ed]\w*, flee\w*,
    displac\w+, leave their, left their, driven from, fui\w*, deplace(?:e|s|es), quitter leurs?,
    quitt(?:e|es|ent|ant) leurs?, quitter (?:son|sa) (?:maison|domicile|logement), vide[er]?s? de
crossed: cross\w*, franchi\w*, travers\w+, arriv\w+, passes? par, entered
cut: cut(?:s|ting)?(?! off), axe[ds]?, eliminat\w+, disparaitre, disparaissent, slash\w*, shed, layoffs?, laid off,
    redundan\w+, supprim\w+, suppression\w*, licenci\w+, sureffectif, surplus
created: creat\w+, hire[ds]?, hiring, recrut\w+, recruit\w*, embauch\w+, cree\w*
attended: attend(?:ed|ance|ees), took part, take part, turned out, march(?:ed|ers), ralli\w+, particip\w+, defil\w+,
    manifest\w+, spectat\w+, accueill\w+, festivaliers?, visit\w+
struck: strik\w+, greve\w*, grevist\w*, walk(?:ed)? out, walk-?outs?, stop\w* work(?:ing)?, debray\w+,
    cess\w+ le travail, arrets? de travail
received: receiv\w+, recu(?:s|e|es)?, recevr\w+, deliver\w+, livr(?:e|es|ee|ees|aison|aisons)
given: administer\w*, administre\w*, inject\w+, jabs?, vaccine?s?, vaccinated
burned: burn\w*, scorch\w*, brule\w*, devast\w+, parcouru\w*, ravag\w+, detruit\w*, destroy\w*
unplugged: without (?:power|electricity), power cuts?, blackout, cut off, (?:still )?in the dark, reconnect\w*,
    prive\w* d'electricite, prive\w* de courant, sans electricite,
    (?:n'avaient|n'ont) (?:plus|pas) (?:d'electricite|de courant), sans courant, dans le noir,
    retour (?:du courant|de la lumiere|de l'electricite), coupure\w*
signed: sign(?:ed|ature|atures|atories|e|es|ee|ees|ent|er|ataires?)
sent: sen[dt], sending, deploy\w*, envoy\w+, dispatch\w*
sold: sold, sell(?:s|ing)?, sales?, snapped up, vendu\w*, vend(?:re|ent|ait|aient)?, ventes?, ecoul(?:e|es|ee|ees|er),
    trouv\w+ preneurs?
leaked: leak\w*, escap(?:e|ed|es|ing), echapp\w+, spill\w*, spilt, oil slick, deverse\w*, repandu\w*,
    s'est echappe\w*, fuites? (?:de |d')(?:petrole|gaz|brut|mazout|fioul|hydrocarbures?)
recalled: recall\w*, called back, rappele(?:s|es?), campagnes? de rappel, rappels? de
repaired: repair\w*, repar(?:e|es|ee|ees|er)
slaughtered: slaughter\w*, cull\w*, put down, abattu\w*, abattages?, euthanasi\w+
owed: ow(?:e|es|ed|ing), debts?, liabilit\w+, dettes?, passif, creanc\w+
fined: fin(?:e|es|ed), penalt\w+, amendes?, sanction\w*
voted: vot(?:e|es|ed|ers|ants|ing), voix, suffrages?, polls?, sondages?, intentions?, credit(?:e|ee)
turnout: turnout, participation, cast (?:a |their )?(?:ballots?|votes?), (?:went|gone) to the polls,
    se sont deplaces, s'etaient deplaces, inscrits
abstained: abst(?:ain|ention|ien|enu)\w*, stayed away
inflation: inflation, (?:hausse|progression|augmentation) des prix, prix a la consommation, consumer prices,
    prices? (?:were|was|rose|climbed|increased|are|grew), cost of living
delayed: delay\w*, retards?, retarde\w*, decal\w+, behind schedule, postpon\w+, repouss\w+, later than
waiting: wait(?:ed|ing|s)?, attend(?:ent|aient|re|ant), en attente, patient(?:e|ent|er|ant|aient|ait), at anchor,
    au mouillage, queu(?:e|es|ed|ing), bloque\w*, stuck, coince\w*
stranded: strand\w*, beach\w*, echou\w+, ashore
"""


def _pattern() -> re.Pattern[str]:
    """One pattern over flat text, a named group for each class."""
    groups = []
    for row in re.split(r"\n(?! )", _TABLE.strip()):
        name, _, words = row.partition(": ")
        choices = "|".join(re.split(r",\s+", words))
        groups.append(rf"\b(?P<{name}>{choices})\b")
    return re.compile("|".join(groups))


_ANY = _pattern()
_TOGETHER = (
    frozenset({"raised", "donated"}),
    frozenset({"pledged", "donated"}),
    frozenset({"cost", "paid"}),
    frozenset({"offered", "paid"}),
    frozenset({"offered", "pledged"}),
    frozenset({"infected", "treated"}),
    frozenset({"raised", "signed"}),
    frozenset({"attended", "raised"}),
    frozenset({"given", "received"}),
    frozenset({"sold", "cost"}),
    frozenset({"sold", "paid"}),
    frozenset({"sold", "received"}),
    frozenset({"killed", "slaughtered"}),
    frozenset({"owed", "lost"}),
    frozenset({"owed", "paid"}),
    frozenset({"lost", "leaked"}),
    frozenset({"turnout", "voted"}),
    frozenset({"turnout", "struck"}),
    frozenset({"waiting", "stranded"}),
)


_COST_THEM = re.compile(r"\b(?:lui|leur) (?:a|aura|avait) coute")  # what one lost by it is what it cost


def roles_in(text: str) -> frozenset[str]:
    """The classes of the words of a text."""
    return roles_of_flat(flatten(text))


def roles_asked(text: str) -> frozenset[str]:
    """The classes of the words of a question: to take part in a strike is to strike, and no attendance."""
    roles = roles_in(text)
    return roles - {"attended"} if "struck" in roles else roles


def roles_of_flat(flat: str) -> frozenset[str]:
    """The same of a text that is flat already."""
    roles = frozenset(match.lastgroup for match in _ANY.finditer(flat) if match.lastgroup)
    return roles | {"cost"} if "lost" in roles and _COST_THEM.search(flat) else roles


def role_words(flat: str, roles: frozenset[str]) -> list[tuple[int, int]]:
    """Where the words of these classes stand in a flat text."""
    return [match.span() for match in _ANY.finditer(flat) if match.lastgroup in roles]


def first_role(flat: str) -> str:
    """The class of the first word of a flat text that has one; "" where none has."""
    match = _ANY.search(flat)
    return match.lastgroup or "" if match else ""


def agreement(asked: frozenset[str], told: frozenset[str]) -> float:
    """1 where what is told is what is asked, 0.5 where it goes with it, -1 where it is another thing, else 0."""
    if not asked or not told:
        return 0.0
    if asked & told:
        return 1.0
    return 0.5 if any(asked & pair and told & pair for pair in _TOGETHER) else -1.0
