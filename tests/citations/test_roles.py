"""A claim that gives one name the part of another."""

from datetime import date

import pytest

from rag.citations.roles import misplaced
from rag.citations.support import Source, why_unsupported

ROBBED = "Sidney Alder, 91 ans, s'est fait voler 300 euros par un homme."
CASES = [
    (ROBBED, "Sidney Alder, 91, stole 300 euros.", "en", "Sidney Alder"),
    (ROBBED, "Sidney Alder, 91, had 300 euros stolen.", "en", ""),
    ("Paul Ferrand a accusé Jeanne Morel.", "Jeanne Morel accused Paul Ferrand.", "en", "Jeanne Morel"),
    ("Paul Ferrand a accusé Jeanne Morel.", "Jeanne Morel was accused by Paul Ferrand.", "en", ""),
    ("Paul Ferrand a accusé Jeanne Morel.", "Paul Ferrand accused Jeanne Morel.", "en", ""),
    ("Jeanne Morel a été arrêtée lundi.", "Jeanne Morel arrested a man on Monday.", "en", "Jeanne Morel"),
    (
        '"Jeanne Morel a menti", a déclaré Paul Ferrand.',
        "Jeanne Morel a déclaré que c'était faux.",
        "fr",
        "Jeanne Morel",
    ),
    ('"Jeanne Morel a menti", a déclaré Paul Ferrand.', "Paul Ferrand said Jeanne Morel had lied.", "en", ""),
]


@pytest.mark.parametrize(("source", "claim", "language", "about"), CASES)
def test_names_keep_their_parts(source, claim, language, about):
    reason = misplaced(claim, language, [Source(source, "fr")])
    assert (reason.about if reason else "") == about
    assert reason is None or reason.fault == "swapped"


SEEN = "L'oiseau a été vu jeudi à Saint-Aaron puis samedi matin à Saint-Alban."


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("The bird was seen on Thursday in Saint-Aaron, then on Saturday in Saint-Alban.", None),
        ("The bird was seen on Saturday in Saint-Alban, after Thursday in Saint-Aaron.", None),
        ("The bird was seen on Saturday in Saint-Aaron, then on Thursday in Saint-Alban.", "swapped"),
    ],
)
def test_two_names_keep_their_figures(claim, fault):
    reason = why_unsupported(claim, "en", [Source(SEEN, "fr", date(2019, 5, 5))])
    assert (reason.fault if reason else None) == fault


def test_a_sentence_cited_for_a_name_does_not_make_a_hedge_a_fact():
    hedged = Source("Il pourrait quitter le gouvernement en septembre.", "fr")
    naming = Source("Paul Ferrand est arrivé à Lyon.", "fr")
    told = "Paul Ferrand could leave the government in September."
    assert why_unsupported(told, "en", [hedged, naming]) is None
    reason = why_unsupported("Paul Ferrand is leaving the government in September.", "en", [hedged, naming])
    assert reason is not None and reason.fault == "unhedged"


def test_shares_keep_their_candidates():
    source = Source("Anne Morel recueille 8,5 % à 10 %, devant Paul Ferrand (5 % à 5,5 %).", "fr")
    honest = "Anne Morel is credited with 8.5% to 10%, ahead of Paul Ferrand (5% to 5.5%)."
    assert why_unsupported(honest, "en", [source]) is None
    lie = "Paul Ferrand is credited with 8.5% to 10%, ahead of Anne Morel (5% to 5.5%)."
    assert why_unsupported(lie, "en", [source]).fault == "swapped"


def test_people_told_by_what_they_are_have_parts_too():
    source = Source("Un lycéen a menacé sa professeure avec une arme.", "fr")
    assert misplaced("A student threatened his teacher with a weapon.", "en", [source]) is None
    assert misplaced("A teacher threatened her student with a weapon.", "en", [source]).fault == "swapped"


def test_to_have_somebody_arrested_is_not_to_be_arrested():
    source = Source("Paul Ferrand avait été arrêté le 18 août.", "fr")
    assert misplaced("Paul Ferrand a fait arrêter un homme.", "fr", [source]).fault == "swapped"
    assert misplaced("Paul Ferrand s'est fait arrêter.", "fr", [source]) is None
