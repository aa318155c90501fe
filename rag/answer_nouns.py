"""The nouns after which, what and quel that betray the kind of answer: a person, a place, a time, an amount.

Knows lists of folded nouns and the endings of words for people. Does not know where in a question to look for them.
"""

from __future__ import annotations

from rag.types import QuestionKind

_PEOPLE = """
    person people man woman child boy girl actor actress author writer singer player musician minister president mayor
    deputy mp mps lawmaker teacher lawyer judge boss chief director head leader official officials candidate scientist
    researcher doctor pilot driver coach captain champion striker prefect senator councillor king queen prince
    princess pope bishop priest philosopher economist historian family couple artist journalist presenter comedian
    spokesman spokeswoman spokesperson general colonel deputy student pupil pair duo chef cook hairdresser expert
    organisation organization company firm group club team association party union agency body institution service
    authority court tribunal ministry department prosecutor watchdog committee commission council institute charity
    brand maker carmaker manufacturer supplier airline bank retailer publisher broadcaster channel subsidiary
    architect magistrate athlete celebrity laureate
    personne personnalite homme femme enfant acteur actrice auteur autrice ecrivain chanteur chanteuse
    joueur joueuse musicien musicienne ministre presidente maire adjoint adjointe depute deputee enseignant
    enseignante professeur avocat avocate juge patron patronne chef cheffe directeur directrice dirigeant dirigeante elu
    elue elus elues candidate scientifique chercheur chercheuse medecin pilote capitaine champion championne
    entreprise societe groupe equipe parti syndicat agence artiste animateur animateurs animatrice humoriste
    entraineur attaquant prefet prefete senateur senatrice roi reine pape eveque pretre philosophe economiste historien
    famille couple porte-parole expert experte eleve etudiant etudiante
    institution organisme organe instance autorite juridiction cour parquet procureur procureure ministere service
    commission comite conseil institut marque constructeur fabricant fournisseur compagnie banque chaine enseigne
    filiale architecte secretaire candidat magistrat responsable conseiller conseillere laureat laureate
    sportif sportive athlete celebrite militant militante
    """
_PLACES = """
    town city village country place region area district street square pass island valley mountain river lake beach
    airport station port department county state province suburb neighbourhood neighborhood venue stadium museum
    towns cities countries building cemetery hospital prison school university estate theatre theater church cathedral
    hotel restaurant factory site location quay
    ville commune localite pays endroit lieu zone quartier rue avenue col ile vallee montagne
    fleuve riviere lac plage aeroport gare departement etat banlieue stade musee villes communes secteur passage
    massif cimetiere batiment immeuble hopital etablissement ecole universite cite theatre eglise cathedrale hotel
    restaurant usine site salle quai
    """
_TIMES = """
    day days date dates year month week time times hour hours season decade century deadline evening night period
    jour jours annee mois semaine heure heures saison decennie siecle echeance moment soir nuit periode
    """
_AMOUNTS = """
    share percentage proportion price cost amount sum score rate budget salary fine length distance weight height
    size age speed temperature volume turnover revenue profit loss deficit debt number total fall rise increase
    decrease drop average population toll capacity level depth width altitude ceiling threshold duration
    rent pension fee tariff turnout acreage tonnage workforce reward ransom aid bonus inflation discount damages
    allowance subsidy compensation fees
    part pourcentage prix cout montant somme taux salaire amende longueur poids hauteur taille
    vitesse recettes chiffre benefice perte dette nombre recul baisse hausse augmentation progression
    moyenne enveloppe cotisation duree impact ampleur population bilan capacite niveau profondeur largeur plafond seuil
    indemnite aide prime inflation recompense rancon dedommagement remise subvention
    superficie surface puissance loyer tarif tonnage autonomie chrono effectif
    """
NOUNS: tuple[tuple[QuestionKind, frozenset[str]], ...] = (
    ("when", frozenset(_TIMES.split())),
    ("how_much", frozenset(_AMOUNTS.split())),
    ("where", frozenset(_PLACES.split())),
    ("who", frozenset(_PEOPLE.split())),
)
_AGENTS = {
    "en": ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ess", "man", "woman"),
    "fr": ("eur", "eurs", "euse", "euses", "trice", "iste", "istes", "ien", "ienne", "ier", "iere"),
}
_THINGS = {
    "en": frozenset(
        """
        number order letter paper newspaper water weather power computer chapter tower factor sector motor colour
        color error flavour matter quarter chamber corner center border layer fever cancer disorder offer answer
        transfer disaster server terror mirror rumour barrier dinner summer winter december october november
        september other under over after former another greater larger bigger smaller longer higher lower later
        cluster register laser gender character filter helicopter tiger spider poster banner process illness business
        access success weakness address wilderness whether either neither never ever product list
        """.split()
    ),
    "fr": frozenset(
        """
        valeur couleur secteur moteur facteur longueur hauteur largeur ampleur rumeur erreur terreur peur odeur tumeur
        honneur horreur ordinateur compteur reacteur tracteur radiateur ascenseur lueur saveur vapeur chaleur
        profondeur rigueur liste piste lien bien soutien quotidien entretien maintien dernier derniere premier premiere
        quartier metier chantier dossier papier fichier courrier atelier sentier calendrier bouclier escalier janvier
        fevrier particulier entier matiere maniere frontiere lumiere riviere carriere derriere barriere priere
        financier financiere hospitalier hospitaliere immobilier immobiliere foncier fonciere regulier reguliere
        croisiere filiere banniere moyen chien meilleur meilleure plusieurs ailleurs
        """.split()
    ),
}


def kind_of_noun(word: str) -> QuestionKind | None:
    """The kind of answer a folded noun asks for by the lists; None where it is in none."""
    return next((kind for kind, nouns in NOUNS if word in nouns), None)


def kind_of_plural(word: str, language: str) -> QuestionKind | None:
    """The kind that a folded noun in the plural asks for; None for one in the singular, or that none is known of."""
    if not word.endswith("s") or word.endswith("ss"):
        return None
    for one in (word[:-1], f"{word[:-3]}y" if word.endswith("ies") else word[:-2], word):
        kind = kind_of_noun(one)
        if kind or names_people(one, language):
            return kind or "who"
    return None


def names_people(word: str, language: str) -> bool:
    """Whether a folded noun ends like a word for people and is not known to be a thing."""
    return len(word) > 4 and word.endswith(_AGENTS[language]) and word not in _THINGS[language]
