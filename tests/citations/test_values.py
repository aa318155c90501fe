"""Which figure of a source holds which of a claim: ranges, qualifiers, rounding, units, dates of any precision."""

from datetime import date

import pytest

from rag.citations.sources import Source
from rag.citations.values import holds
from rag.figures import find_figures

DAY = date(2024, 11, 28)


def held(theirs, ours, language="fr", claimed="en"):
    source = Source(theirs, language, DAY)
    (first, *_), (wanted,) = find_figures(theirs, language, DAY), find_figures(ours, claimed, DAY)
    return any(holds(one, wanted, source) for one in find_figures(theirs, language, DAY)) if first else False


HELD = [
    ("plus de 160 pays", "more than 160 countries"),
    ("163 pays", "more than 160 countries"),
    ("4.812.000 habitants", "about 4.8 million inhabitants"),
    ("48 % des électeurs", "nearly half of voters"),
    ("4 à 5 milliards de dollars", "4-5 billion US dollars"),
    ("1,6 milliard d'euros", "€1.6bn"),
    ("le 20 janvier 2025", "in January 2025"),
    ("le 20 janvier 2025", "in 2025"),
    ("lundi", "on 25 November 2024"),
    ("la semaine dernière", "last week"),
    ("l'an dernier", "in 2023"),
    ("à 14h30", "at 2.30 pm"),
    ("à 14h30", "at 2:30"),
    ("une dizaine de pays", "a dozen countries"),
    ("12 mois", "one year"),
    ("33 degrés", "33°C"),
    ("10 centimes", "10 cents"),
    ("308 et 306 km/h", "308 km/h"),
    ("10 malades", "10 patients"),
    ("1,3 milliard d'euros", "1.3 billion"),
    ("24 mois", "two years"),
    ("-0,4 %", "minus 0.4 percent"),
    ("un quart de million d'euros", "€250,000"),
]
NOT_HELD = [
    ("plus de 160 pays", "160 countries"),
    ("160 pays", "more than 160 countries"),
    ("163 pays", "more than 150 countries"),
    ("163 pays", "160 countries"),
    ("4.812.000 habitants", "4.8 million inhabitants"),
    ("4.812.000 habitants", "about 4.9 million inhabitants"),
    ("environ 160 pays", "160 countries"),
    ("près de 3.000 patients", "more than 3,000 patients"),
    ("plus de la moitié", "less than half (of them)"),
    ("20 km", "20 miles"),
    ("33 degrés", "33°F"),
    ("5 %", "5 percentage points"),
    ("14 340 £", "€14,340"),
    ("le 20 janvier 2025", "in February 2025"),
    ("en janvier 2025", "on 20 January 2025"),
    ("à 14h30", "at 2.30 am"),
    ("10 hôpitaux", "10 schools"),
    ("208.400 contaminés", "208,400 killed"),
    ("une douzaine de pays", "about ten countries"),
    ("-0,4 %", "0.4 percent"),
    ("-12 °C", "12 °C"),
    ("3-5 %", "3.5 %"),
    ("4-5 milliards de dollars", "$4.5 billion"),
    ("3 euros 50", "3 euros"),
    ("le Ve siècle avant J.-C.", "the 5th century"),
]
SAME_TONGUE = [
    ("Prices fell by -0.4 percent.", "0.4 percent"),
    ("It may rise 3-5%.", "3.5%"),
    ("It rose by 3.5%.", "3-5%"),
    ("It was -12 °C.", "12 °C"),
]


@pytest.mark.parametrize(("theirs", "ours"), HELD)
def test_held(theirs, ours):
    assert held(theirs, ours)


@pytest.mark.parametrize(("theirs", "ours"), NOT_HELD)
def test_not_held(theirs, ours):
    assert not held(theirs, ours)


@pytest.mark.parametrize(("theirs", "ours"), SAME_TONGUE)
def test_a_sign_a_dash_or_a_point_makes_another_figure(theirs, ours):
    assert not held(theirs, ours, "en")


def test_a_day_without_a_year_proves_no_year():
    source = Source("en octobre", "fr")
    (theirs,) = find_figures(source.text, "fr")
    (ours,) = find_figures("in October 1966", "en")
    assert not holds(theirs, ours, source)
