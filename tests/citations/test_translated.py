"""A faithful translation passes the guard, in both directions; one that changes a name, a day or a denial does not."""

from __future__ import annotations

from datetime import date

import pytest

from rag.citations.support import Source, why_unsupported

DAY = date(2024, 11, 28)
FAITHFUL = [
    ("Patients with Type 1 diabetes were not included.", "Les patients atteints de diabète de type 1 ont été exclus."),
    ("Two police officers were hurt in Lyon.", "Deux officiers de police ont été blessés à Lyon."),
    ("Three police officers were hurt in Lyon.", "Trois agents de police ont été blessés à Lyon."),
    ("The hotel offers WiFi to its guests.", "L'hôtel offre le Wi-Fi à ses clients."),
    ("The rocket lifted off at 12.00 GMT on Monday.", "La fusée a décollé lundi à 12 h GMT."),
    ("The bakery opens at three in the morning.", "La boulangerie ouvre à 3 h du matin."),
    ("No one can promise that the dam will hold.", "Personne ne peut promettre que le barrage tiendra."),
    ("The bridge must be closed before the end of this year.", "Le pont doit être fermé avant la fin de l'année."),
    ("The mass took place in St. Peter's Square.", "La messe a eu lieu sur la place Saint-Pierre."),
    ("The minister begins a week-long visit to Chile.", "Le ministre entame une visite d'une semaine au Chili."),
    ("The Tasmanian parliament voted on the law.", "Le parlement de Tasmanie a voté la loi."),
    ("Canberra pays AUD$45 million.", "Canberra paie 45 millions de dollars australiens."),
    ("The schools were closed all of Wednesday.", "Les écoles ont été fermées toute la journée de mercredi."),
    ("Fishing is on the agenda in Brest.", "La pêche est à l'ordre du jour à Brest."),
    ("The ferry is sinking off Brest.", "Le ferry est en train de couler au large de Brest."),
    ("The trial is in its early days, Mr Roux said.", "Le procès n'en est qu'à ses débuts, a dit M. Roux."),
    ("The singer fell off the stage on August 5.", "Le chanteur est tombé de la scène le 5 août dernier."),
    ("Some 9400 homes are without water.", "Quelque 9 400 habitations sont privées d'eau."),
    ("The Italian finished not long after the winner.", "L'Italien est arrivé peu de temps après le vainqueur."),
    ("The general freed the hostages.", "Le général libéra les otages."),
    ("The soldier fired at the crowd.", "Le soldat tira sur la foule."),
    ("He is not thought to have left Peru.", "On ne pense pas qu'il ait quitté le Pérou."),
    ("Five banks have failed to meet the deadline.", "Cinq banques n'ont pas réussi à respecter l'échéance."),
    ("The deaths in Zagreb remain unconfirmed.", "Les morts de Zagreb ne sont pas confirmées."),
    ("The spare parts are unavailable in Metz.", "Les pièces détachées ne sont pas disponibles à Metz."),
    ("The fund declined to finance the stadium.", "Le fonds a refusé de financer le stade."),
    ("The fund declined financing the stadium.", "Le fonds a refusé de financer le stade."),
    ("They should not, however, be asked to pay.", "On ne devrait cependant pas leur demander de payer."),
    ("New Zealand's Ann Reed came ninth.", "La Néo-Zélandaise Ann Reed a terminé neuvième."),
    ("South Korea's Min Park came ninth.", "Le sud-coréen Min Park a terminé neuvième."),
    ("Coffee is grown in Central American countries.", "Le café est cultivé dans les pays d'Amérique centrale."),
    ("Deputy Mayor Ana Silva resigned.", "Ana Silva, la maire adjointe, a démissionné."),
    ("The strike began in Manila.", "La grève a commencé à Manille."),
    ("The bridge was bombed in World War II.", "Le pont a été bombardé pendant la Seconde Guerre mondiale."),
    ("The law dates from before World War One.", "La loi date d'avant la Première Guerre mondiale."),
    ("She has worked in New York City since May.", "Elle travaille à New York depuis mai."),
    ("The minister spoke before the deputies voted.", "Le ministre a parlé avant que les députés ne votent."),
    ("The law was changed so that couples may adopt.", "La loi a changé afin que les couples puissent adopter."),
    ("Niagara Falls froze.", "Les chutes du Niagara ont gelé."),
    ("Investment in AI doubled.", "Les investissements dans l'intelligence artificielle ont doublé."),
    ("The sums are not only too low but late.", "Les sommes ne sont pas seulement trop basses mais tardives."),
    ("The firm now employs 14 people.", "L'entreprise emploie aujourd'hui 14 personnes."),
    ("The dam was built over decades of work.", "Le barrage a été bâti en des dizaines d'années de travail."),
    ("Experts are afraid that the bank will fall.", "Des experts craignent que la banque ne tombe."),
    ("The official can get it in two clicks.", "Le fonctionnaire peut l'obtenir en deux clics."),
    ("The sum is insufficient for the town.", "La somme n'est pas suffisante pour la ville."),
    ("The contract was illegal.", "Le contrat n'était pas légal."),
    ("He will pay the rest this year.", "Il paiera le reste l'année en cours."),
    ("Overtime has increased.", "Les heures supplémentaires ont augmenté."),
    ("Israel has left the Golan Heights.", "Israël a quitté le Golan."),
    ("Long-distance trains will stop in Prague.", "Les trains de longue distance s'arrêteront à Prague."),
    ("The US Federal Reserve raised its rates.", "La Réserve fédérale a relevé ses taux."),
    ("The WHO has recorded 40 cases.", "Selon l'Organisation mondiale de la santé, 40 cas ont été recensés."),
    ("Dozens of activists were arrested.", "Plusieurs dizaines de militants ont été arrêtés."),
    ("The dead are aged 24 and 34.", "Les morts sont âgés de 24 et 34 ans."),
    ("He gave his online usernames.", "Il a donné ses pseudonymes sur Internet."),
    ("The car uses Formula 1 technology.", "La voiture utilise la technologie de la Formule 1."),
    ("Of 7,200 middle schools, 437 are closed.", "Sur 7 200 collèges, 437 sont fermés."),
    ("One child in two goes undiagnosed.", "Un enfant sur deux n'est pas diagnostiqué."),
    ("25 cars will be built in all.", "La voiture sera construite à 25 exemplaires."),
    ("The number of infections doubles.", "Le nombre de contaminations est multiplié par deux."),
    ("The M3 was presented 35 years ago.", "La M3 a été présentée il y a maintenant 35 ans."),
    ("In just two weeks the troops took Metz.", "En à peine deux semaines, les troupes ont pris Metz."),
    ("The firm helped with the application.", "L'entreprise a aidé à faire la demande de prêt."),
]  # fmt: skip
CHANGED = [
    ("Two police officers were hurt in Lyon.", "Deux pompiers ont été blessés à Lyon."),
    ("The hotel offers WiFi to its guests.", "L'hôtel offre le Hi-Fi à ses clients."),
    ("The rocket lifted off at 12.00 GMT on Monday.", "La fusée a décollé lundi à 13 h GMT."),
    ("The mass took place in St. Peter's Square.", "La messe a eu lieu sur la place Saint-Paul."),
    ("The Tasmanian parliament voted on the law.", "Le parlement de Tanzanie a voté la loi."),
    ("Peter Brown won.", "Pierre Brown a gagné."),
    ("The singer fell off the stage on August 5.", "Le chanteur est tombé de la scène le 6 août dernier."),
    ("The singer fell off the stage on August 5, 2023.", "Le chanteur est tombé de la scène le 5 août 2024."),
    ("The deaths in Zagreb remain unconfirmed.", "Les morts de Zagreb sont confirmées."),
    ("Five banks have failed to meet the deadline.", "Cinq banques ont réussi à respecter l'échéance."),
    ("The fund declined to finance the stadium.", "Le fonds a financé le stade."),
    ("The bridge was bombed in World War II.", "Le pont a été bombardé pendant la Première Guerre mondiale."),
    ("Niger closed its border.", "Le Nigeria a fermé sa frontière."),
    ("The prosecutor accused the director of hiding a letter.", "Le directeur a caché une lettre."),
    ("The contract was illegal.", "Le contrat était légal."),
    ("The sum is insufficient for the town.", "La somme est suffisante pour la ville."),
    ("Some sixty flights were cancelled.", "Une soixantaine de vols ont été retardés."),
    ("He does not rule out running in 2022.", "Il exclut de se présenter en 2022."),
    ("The virologist doubts that the strain is deadlier.", "La souche est plus mortelle."),
]


def _told(source: str, language: str, claim: str, reading: str) -> str | None:
    reason = why_unsupported(claim, reading, [Source(source, language, DAY)])
    return None if reason is None else reason.told("en")


@pytest.mark.parametrize(("english", "french"), FAITHFUL)
def test_a_faithful_translation_is_let_through_in_both_directions(english, french):
    assert _told(english, "en", french, "fr") is None
    assert _told(french, "fr", english, "en") is None


@pytest.mark.parametrize(("english", "french"), CHANGED)
def test_a_changed_translation_is_withheld(english, french):
    assert _told(english, "en", french, "fr") is not None


def test_whom_somebody_accuses_is_told_as_an_accusation():
    source = Source("Le syndicat accuse la direction d'avoir caché une lettre sur l'amiante.", "fr", DAY)
    assert why_unsupported("La direction a caché une lettre sur l'amiante.", "fr", [source]) is not None
    assert why_unsupported("La direction est accusée d'avoir caché une lettre sur l'amiante.", "fr", [source]) is None
    assert why_unsupported("The union says management hid a letter on asbestos.", "en", [source]) is None


def test_we_had_are_no_planes():
    source = Source("We had not tested such a light model for a long time.", "en", DAY)
    claim = "Nous n'avions pas essayé un modèle aussi léger depuis longtemps."
    assert why_unsupported(claim, "fr", [source]) is None
