"""News sentences written for these tests, with the day they would have been published."""

from datetime import date

DAY = date(2024, 11, 28)
FRENCH = (
    "Le gouvernement a débloqué 4 à 5 milliards de dollars pour reconstruire les ponts de Lanvaux.",
    "Plus de 160 pays ont ratifié le traité depuis le 3 décembre 1997, selon Hélène Marchetti.",
    "Le taux de chômage est passé de 7,4 % à 7,1 % au troisième trimestre, a indiqué l'Insee mardi.",
    "Au moins douze personnes ont été tuées et une trentaine blessées lundi dans la chute d'un toit à Porto-Clair.",
    "Le train parti de Rennes à 8h30 est arrivé avec 45 minutes de retard à Brest le 12 novembre.",
    "Anatole Berger, 46 ans, a remporté la deuxième étape longue de 187 kilomètres.",
    "La banque a perdu 725 millions d'euros en 2019 et supprimé 1.250 emplois en Italie.",
    "Une vingtaine d'hectares ont brûlé la semaine dernière près de Castelbrac, d'après les pompiers.",
    "Le président Karel Novotny n'a pas démissionné vendredi, a déclaré sa porte-parole.",
    "Environ 3.000 manifestants pourraient défiler samedi 30 novembre à Lyon.",
    "La commune compte 18 000 habitants, un tiers d'entre eux ayant moins de 25 ans.",
    "Le 20 janvier, Mirela Santos prêtera serment devant le Congrès pour un mandat de quatre ans.",
    "Les secouristes ont retrouvé sept skieurs à 2 400 mètres d'altitude, par -12 degrés.",
    "L'usine de Valmont produira 250 MW à partir de mars 2026, soit deux fois plus qu'en 2022.",
)
ENGLISH = (
    "The government released $4-5 billion to rebuild the bridges of Lanvaux.",
    "More than 160 countries have ratified the treaty since December 3, 1997, according to Helen Marchetti.",
    "Unemployment fell from 7.4% to 7.1% in the third quarter, the statistics office said on Tuesday.",
    "At least twelve people were killed and about thirty injured on Monday when a building collapsed in Porto Clair.",
    "The 8:30 am train from Rennes reached Brest 45 minutes late on 12 November.",
    "Anatole Berger, 46, won the second stage over 187 kilometres.",
    "The bank lost €725 million in 2019 and cut 1,250 jobs in Italy.",
    "Some fifty acres burned last week near Castelbrac, firefighters said.",
    "President Karel Novotny did not resign on Friday, his spokeswoman said.",
    "About 3,000 demonstrators may march through Lyon on Saturday, November 30.",
    "The town has 18,000 inhabitants, a third of them under 25 years old.",
    "On January 20 Mirela Santos will be sworn in before Congress for a four-year term.",
    "Rescuers found seven skiers at 2,400 metres above Valmont.",
    "The Valmont plant will produce 250 MW from March 2026, twice as much as in 2022.",
)
BY_LANGUAGE = {"fr": FRENCH, "en": ENGLISH}
