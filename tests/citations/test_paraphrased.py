"""A faithful paraphrase in the sentence's own language passes the guard; one that says something else does not."""

from __future__ import annotations

from datetime import date

import pytest

from rag.citations.support import Source, why_unsupported

DAY = date(2024, 11, 28)
LIBRARY = "The council voted 14 to 3 on Tuesday to close the Ashdown library, citing a shortfall of £2.4m."
KESTREL = "Profits at the brewer Kestrel fell by a fifth to £84m in the first half, as barley prices rose."
VACCINE = "Dr Lena Okafor, who led the study, said the vaccine cut hospital admissions among over-65s by 62%."
AIRLINE = "The airline will cut 1,200 jobs, about one in ten of its staff, by the end of March."
MARSH = "The company denied that its chief executive, Joan Marsh, had sold shares before the announcement."
REACTORS = "Only three of the nine reactors were running when the grid failed, the operator admitted."
VISITORS = "The number of visitors rose from 210,000 in 2022 to 265,000 last year."
PUMP = "Because the pump had failed, the basement flooded within twenty minutes, the report says."
GROUPE = "Le bénéfice du groupe a reculé d'un quart, à 310 millions d'euros, au premier semestre."
CLASSES = "« Nous ne fermerons aucune classe », a promis la ministre Claire Nandin devant les maires."
USINE = "L'usine de Brassac, qui emploie 340 personnes, cessera son activité fin juin, a annoncé la direction."
VOTE = "Le taux de participation s'élevait à 38,2 % à 17 heures, contre 41 % il y a cinq ans."
MAIRE = "La cour d'appel a relaxé l'ancien maire Jean Vasseur, condamné en 2022 à deux ans de prison avec sursis."
STATION = "Faute de neige, la station n'ouvrira pas avant le 20 décembre."
SEARCHES = "Annoncées par Le Parisien, les perquisitions ont été confirmées à l'AFP par le Parquet financier."
FAITHFUL = [
    ("fr", SEARCHES, "Le Parquet financier a confirmé à l'AFP les perquisitions, que Le Parisien avait annoncées."),
    ("en", LIBRARY, "Councillors decided by 14 votes to three to shut the Ashdown library for want of £2.4 million."),
    ("en", KESTREL, "Kestrel's first-half profit dropped 20% to £84 million as barley became more expensive."),
    ("en", KESTREL, "The brewer Kestrel made £84m in the first six months, a fifth less than before."),
    ("en", VACCINE, "The vaccine reduced hospital admissions of people over 65 by 62%, according to Lena Okafor."),
    ("en", AIRLINE, "About 10% of the airline's staff, 1,200 people, will lose their jobs by the end of March."),
    ("en", MARSH, "Joan Marsh did not sell shares before the announcement, according to the company."),
    ("en", REACTORS, "When the grid went down, just three reactors out of nine were running, the operator conceded."),
    ("en", VISITORS, "Visitor numbers grew to 265,000 last year, up from 210,000 in 2022."),
    ("en", VISITORS, "265,000 people visited last year, compared with 210,000 in 2022."),
    ("en", PUMP, "The report says the basement was under water in 20 minutes because the pump did not work."),
    ("fr", GROUPE, "Le groupe a gagné 310 millions d'euros au premier semestre, soit 25 % de moins."),
    ("fr", GROUPE, "Au cours des six premiers mois, les profits du groupe sont tombés à 310 M€, en baisse de 25 %."),
    ("fr", CLASSES, "La ministre Claire Nandin s'est engagée à ne fermer aucune classe."),
    ("fr", USINE, "La direction a annoncé l'arrêt fin juin de l'usine de Brassac et de ses 340 salariés."),
    ("fr", USINE, "D'après la direction, le site de Brassac (340 emplois) fermera à la fin du mois de juin."),
    ("fr", VOTE, "À 17 h, 38,2 % des électeurs avaient voté, moins que cinq ans plus tôt (41 %)."),
    ("fr", MAIRE, "L'ancien maire Jean Vasseur, qui avait été condamné à deux ans avec sursis en 2022, a été relaxé."),
    ("fr", STATION, "La station reste fermée jusqu'au 20 décembre au moins, par manque de neige."),
]
JOBS = "850.000 personnes et 55.700 entreprises, représentant 620.000 emplois, sont en zone inondable."
STATIONS = "Le groupe a indiqué que 54 stations avaient des difficultés, contre 79 le jeudi précédent."
KILLED = "Le soldat Paul Ober a été tué en mars à Toulouse par Marc Tesson."
MUSEUMS = "Les musées rouvrent avec une affluence réduite à 30 % de leur capacité."
CHANGED = [
    ("fr", JOBS, "620 000 personnes et 55 700 entreprises, représentant 850 000 emplois, sont en zone inondable."),
    ("fr", STATIONS, "Le groupe a indiqué que 79 stations avaient des difficultés, contre 54 le jeudi précédent."),
    ("fr", KILLED, "Le soldat Marc Tesson a été tué en mars à Toulouse par Paul Ober."),
    ("en", LIBRARY, "Ashford decided by 14 votes to three to shut its library for want of £2.4 million."),
    ("en", KESTREL, "Kestrel's first-half profit dropped 25% to £84 million as barley became more expensive."),
    ("en", KESTREL, "The brewer Kestrel made £84m in the first three months, a fifth less than before."),
    ("en", VACCINE, "The vaccine reduced hospital admissions of people under 65 by 62%, according to Lena Okafor."),
    ("en", AIRLINE, "About 10% of the airline's staff, 1,300 people, will lose their jobs by the end of March."),
    ("en", MARSH, "Joan Marsh sold shares before the announcement, according to the company."),
    ("en", REACTORS, "Only four reactors out of nine were running, the operator conceded."),
    ("en", VISITORS, "Visitor numbers grew to 210,000 last year, up from 265,000 in 2022."),
    ("fr", USINE, "La direction a annoncé l'arrêt fin juillet de l'usine de Brassac et de ses 340 salariés."),
    ("fr", VOTE, "À 17 h, 38,2 % des électeurs avaient voté, moins que six ans plus tôt (41 %)."),
    ("fr", STATION, "La station reste fermée jusqu'au 2 décembre, par manque de neige."),
]


@pytest.mark.parametrize(("language", "source", "claim"), FAITHFUL)
def test_a_faithful_paraphrase_is_let_through(language, source, claim):
    reason = why_unsupported(claim, language, [Source(source, language, DAY)])
    assert reason is None, reason and reason.told("en")


@pytest.mark.parametrize(("language", "source", "claim"), CHANGED)
def test_a_changed_one_is_withheld(language, source, claim):
    assert why_unsupported(claim, language, [Source(source, language, DAY)]) is not None


def test_a_level_is_not_told_as_a_step():
    source = Source(MUSEUMS, "fr", DAY)
    assert why_unsupported("Museums reopen with attendance cut by 30% of their capacity.", "en", [source]) is not None
    assert why_unsupported("Museums reopen with attendance cut to 30% of their capacity.", "en", [source]) is None
