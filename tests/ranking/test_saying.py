"""What may be said as a short answer."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question import analyse
from rag.ranking.saying import sayings
from rag.types import ArticleInfo
from tests.found import evidence

ARTICLE = ArticleInfo("a", language="fr", published=date(2020, 7, 2))


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("How much did it cost?", "Il a coûté 3 millions d'euros en 40 jours.", ["3 million euros"]),
        ("Combien a-t-il coûté ?", "Il a coûté 3 millions d'euros en 40 jours.", ["3 millions d'euros"]),
        ("How many jobs did Orlin cut?", "Orlin supprime 187 des 540 emplois de son usine.", ["187"]),
        ("How many jobs are there at Orlin?", "Orlin supprime 187 des 540 emplois de son usine.", ["187", "540"]),
        ("How much did it cost?", "Il a coûté des centaines d'euros.", []),
        (
            "How far is the island?",
            "Le mur a 80 centimètres d'épaisseur, l'île est à 12 kilomètres.",
            ["12 kilometres"],
        ),
        ("How high is the tower?", "The tower is 93 metres high and 12 metres wide.", ["93 metres"]),
        ("How old is Jeanne Morel?", "Jeanne Morel dirige le pays depuis plus de 70 ans, après 40 ans d'exil.", []),
        ("How old is Jeanne Morel?", "Jeanne Morel, 41 ans, dirige le pays depuis 2 ans.", ["41 years"]),
        ("How long did it take?", "Il a fallu 40 jours et 3 millions d'euros.", ["40 days"]),
        ("Combien de temps a-t-il fallu ?", "Il a fallu 40 jours, dit-on.", ["40\u00a0jours"]),
        ("What is the unemployment rate?", "Le taux de chômage a augmenté de 1,4% en août.", []),
        ("How much is a loaf?", "Le prix du pain augmentera en moyenne de 50 centimes en mai.", []),
        ("How much is a loaf?", "Le pain coûtera 2,50 euros en mai.", ["2.50 euros"]),
        ("What is the unemployment rate?", "Le taux de chômage a augmenté à 8,4% en août.", ["8.4%"]),
        ("What is the interest rate?", "La banque baisse ses taux d'un quart de point.", []),
        ("How many medals did Norway win?", "La Chine, qui a remporté 91 médailles, est première.", []),
        ("How many medals did China win?", "La Chine, qui a remporté 91 médailles, est première.", ["91"]),
        ("How much did unemployment rise?", "Le taux de chômage a augmenté de 1,4% en août.", ["1.4%"]),
        ("What share of the votes did she win?", "Women make up 65% of the group.", ["65%"]),
        ("When did it open in 2004?", "Ouvert en 2004, il a fermé le 3 mai 2006.", ["3 May 2006"]),
        ("When was it built?", "Il date des années 1960.", []),
        ("When is it open?", "Il est ouvert de 10h00 à 18h00.", ["10:00–18:00"]),
        ("When is it open?", "Il est ouvert entre 10h et 18h30 en semaine.", ["10:00–18:30"]),
        ("Quand est-il ouvert ?", "Il est ouvert de 10h00 à 18h00, et le bar de 20h00 à 23h00.", []),
        ("Quand est-il ouvert ?", "Il ouvre à 10h00, et le bar à 20h00.", []),
        ("When does it open?", "Il ouvre à 10h00.", ["10:00"]),
        ("Quand rouvre-t-il ?", "Il rouvrira fin septembre.", ["fin septembre"]),
        ("When will it open again?", "Ouvert en 2004, il rouvrira le 3 septembre 2020.", ["3 September 2020"]),
        ("Quand sera-t-il rouvert ?", "Il a fermé en 2004.", []),
        ("When did it close?", "Il a fermé en 2004.", ["2004"]),
        ("When was she elected?", "Elle prendra ses fonctions le 7 octobre 2031.", []),
        ("Quand a-t-elle été élue ?", "Elle prendra ses fonctions le 7 octobre 2031.", []),
        ("When was the opening planned?", "Il ouvrira le 7 octobre 2031.", ["7 October 2031"]),
        ("Where was Jeanne Morel born?", "Jeanne Morel est en Roumanie pour trois jours.", []),
        ("Where was Jeanne Morel born?", "Jeanne Morel est née en Roumanie.", ["Roumanie"]),
        ("Who built it?", "Jeanne Morel l'a construit.", ["Jeanne Morel"]),
        ("Who built it?", "LE PONT ENFIN ROUVERT Jeanne Morel l'a construit.", []),
        ("Why was it closed?", "Il a été fermé le 3 mai 2020.", []),
    ],
)
def test_sayings(question: str, sentence: str, said: list[str]) -> None:
    assert [item.text for item in sayings(analyse(question), evidence(sentence, ARTICLE))] == said
