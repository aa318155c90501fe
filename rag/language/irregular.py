"""Forms of one verb that no stemmer brings together: "win" and "won", "élire" and "élu".

A question says "when did she win?" where the article says "won". Knows common irregular verbs of English and French,
folded. Does not know whether a word is the verb or something else spelt alike ("left", "saw", "rose").
"""

from __future__ import annotations

from functools import cache

from rag.language.terms import stem

_ENGLISH = """
arise arose arisen; awake awoke awoken; beat beaten; become became; begin began begun; bend bent; bite bit bitten;
bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lead led; lean leant;
leap leapt; learn learnt; leave left; lend lent; lose lost; make made; mean meant; meet met; mislead misled;
mistake mistook mistaken; overcome overcame; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
plead pled; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said;
see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; sow sown; speak spoke spoken;
speed sped; spend spent; spill spilt; spin spun; stand stood; steal stole stolen; stick stuck; sting stung;
strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken;
wear wore worn; weep wept; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood;
write wrote written; die dead death; choose choice; lose loss; sell sale; born birth
"""
_FRENCH = """
acquerir acquis acquiert acquierent; apparaitre apparu apparait; apprendre appris; atteindre atteint atteignent;
battre battu bat battent; boire bu boit; combattre combattu; comprendre compris; conclure conclu conclut;
conduire conduit conduisent; connaitre connu connait; conquerir conquis; construire construit;
convaincre convaincu convainc; convenir convenu convient; couvrir couvert couvre; craindre craint craignent;
croire cru croit; decevoir decu decoit; decouvrir decouvert decouvre; defendre defendu defend;
descendre descendu descend; detenir detenu detient detiennent; detruire detruit detruisent;
devenir devenu devient deviennent; disparaitre disparu disparait; ecrire ecrit ecrivent; elire elu elit;
entendre entendu entend; eteindre eteint; etendre etendu etend; interdire interdit interdisent;
interrompre interrompu; intervenir intervenu intervient; introduire introduit; joindre joint;
maintenir maintenu maintient; mettre mis met mettent; mourir mort meurt meurent mourut; naitre nait naquit naissance;
obtenir obtenu obtient obtiennent; offrir offert offre; ouvrir ouvert ouvre; paraitre paru parait; parcourir parcouru;
parvenir parvenu parvient; peindre peint; perdre perdu perd perdent; permettre permis permet; plaindre plaint;
prendre pris prend prennent; prevoir prevu prevoit; produire produit produisent; promettre promis promet;
recevoir recu recoit recoivent; reconnaitre reconnu reconnait; reduire reduit reduisent; rejoindre rejoint rejoignent;
remettre remis remet; rendre rendu rend; repondre repondu repond; reprendre repris reprend; resoudre resolu resout;
retenir retenu retient; revenir revenu revient; rompre rompu; soumettre soumis soumet;
soutenir soutenu soutient soutiennent; souvenir souvenu souvient; suivre suivi suit; surprendre surpris;
survenir survenu survient; survivre survecu survit; suspendre suspendu suspend; tenir tenu tient tiennent;
traduire traduit; transmettre transmis; vaincre vaincu vainc; vendre vendu vend vendent vente;
venir venu vient viennent; vivre vecu vit vivent; voir vu voit
"""


def other_forms(term: str, language: str) -> tuple[str, ...]:
    """Index terms of the same verb as an index term; none for regular verbs, all of whose forms have one stem."""
    return _forms(language).get(term, ())


@cache
def _forms(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for group in {"en": _ENGLISH, "fr": _FRENCH}.get(language, "").split(";"):
        terms = {stem(form, language) for form in group.split()}
        for term in terms:
            found.setdefault(term, set()).update(terms - {term})
    return {term: tuple(sorted(others)) for term, others in found.items()}
