"""A claim that says the opposite of its source, in either language."""

import pytest

from rag.citations.opposites import turned_round
from rag.citations.support import Source

SAID = [
    ("Les ventes ont diminué de plus de 50 % en 2019.", "Sales rose by more than 50% in 2019.", "en", "rose"),
    ("Les ventes ont diminué de plus de 50 % en 2019.", "Sales fell by more than 50% in 2019.", "en", ""),
    ("C'est le déficit le plus bas depuis 20 ans.", "It is the highest deficit in 20 years.", "en", "highest"),
    ("C'est une première étape.", "C'est la dernière étape.", "fr", "la derniere"),
    ("Le ministre a été nommé mardi dernier.", "The minister was appointed last Tuesday.", "en", ""),
    ("L'usine a rouvert lundi.", "The plant closed on Monday.", "en", "closed"),
    ("L'usine, fermée en mai, a rouvert lundi.", "The plant, closed in May, reopened on Monday.", "en", ""),
    ("Le texte interdit la chasse.", "Le texte autorise la chasse.", "fr", "autorise"),
    ("Sa sœur a porté plainte.", "His brother filed a complaint.", "en", "brother"),
    ("Sa sœur a porté plainte.", "His sister filed a complaint.", "en", ""),
    ("Un texte qui encourage les médecins à déclarer.", "A text that forces doctors to report.", "en", "forces"),
    ("Le patron a nié les faits.", "The boss admitted the facts.", "en", "admitted"),
    ("Elle refuse de témoigner.", "She agreed to testify.", "en", "agreed"),
    ("Le maire a salué le plan.", "The mayor deplored the plan.", "en", "deplored"),
    ("Trois élues ont voté contre la taxe.", "Three members voted for the tax.", "en", "voted for"),
    ("Les lésions sont légères.", "Les lésions sont graves.", "fr", "graves"),
    ("L'usine a embauché 40 soudeurs.", "The plant laid off 40 welders.", "en", "laid off"),
    ("La cour a confirmé l'amende.", "La cour a annulé l'amende.", "fr", "annule"),
    ("Le club a gagné le match.", "The club lost the match.", "en", "lost"),
    ("L'accord a été signé avant le sommet.", "The deal was signed after the summit.", "en", "after the"),
    ("Le décret est légal.", "Le décret est illégal.", "fr", "illegal"),
    ("Le juge a relaxé sa femme.", "The judge cleared his daughter.", "en", "his daughter"),
    ("Il est mort avant d'arriver.", "He died after a short walk.", "en", ""),
    ("La maison a été vendue.", "He bought the house.", "en", ""),
    ("Les prix baissent, les salaires augmentent.", "Prices fall, wages rise.", "en", ""),
    ("L'action a cédé 3 %.", "The share gained 3%.", "en", "gained"),
    ("Le déficit s'est creusé.", "The deficit narrowed.", "en", "narrowed"),
    ("L'inflation a ralenti.", "Inflation accelerated.", "en", "accelerated"),
    ("Le groupe va supprimer 300 emplois.", "The group will create 300 jobs.", "en", "create"),
    ("C'est le plus jeune maire du pays.", "He is the oldest mayor of the country.", "en", "oldest"),
    ("Il est mis en examen.", "He was convicted.", "en", "convicted"),
    ("Les ventes ont doublé.", "Sales tripled.", "en", "tripled"),
    ("Le pont a été fermé après 2012.", "The bridge was closed before 2012.", "en", "before"),
    ("Le déficit s'est creusé.", "The deficit widened.", "en", ""),
    ("Un retour est peu probable.", "A return is unlikely.", "en", ""),
]


@pytest.mark.parametrize(("source", "claim", "language", "about"), SAID)
def test_only_the_opposite_pole_is_told(source, claim, language, about):
    reason = turned_round(claim, language, [Source(source, "fr")])
    assert (reason.about if reason else "") == about


def test_one_source_that_says_it_is_enough():
    sources = [Source("Les ventes ont diminué.", "fr"), Source("Sales rose again in May.", "en")]
    assert turned_round("Sales rose.", "en", sources) is None
    assert turned_round("Sales rose.", "en", sources[:1]).fault == "absent"


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("La Méditerranée est la mer la plus polluée.", "The Mediterranean is the least polluted sea."),
        ("L'Académie a étendu la période.", "The Academy shortened the period."),
        ("Il a déclaré deux milliards d'euros de pertes.", "He declared two billion euros of income."),
    ],
)
def test_more_poles(source, claim):
    assert turned_round(claim, "en", [Source(source, "fr")]).fault == "absent"
