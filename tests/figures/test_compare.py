"""Relations between figures read off pairs of texts."""

from datetime import date

import pytest

from rag.figures import compare, find_figures, same_unit, same_value

DAY = date(2024, 11, 28)
CASES = [
    ("4 à 5 milliards de dollars", "fr", "4–5 billion US dollars", "en", "equal"),
    ("4,5 milliards de dollars", "fr", "$4-5 billion", "en", "contained"),
    ("6 milliards de dollars", "fr", "$4-5 billion", "en", "contradictory"),
    ("4 milliards d'euros", "fr", "$4 billion", "en", "incomparable"),
    ("160 pays", "fr", "160 countries", "en", "equal"),
    ("160 pays", "fr", "more than 160 countries", "en", "contained"),
    ("150 pays", "fr", "more than 160 countries", "en", "contradictory"),
    ("160 pays", "fr", "160 cities", "en", "incomparable"),
    ("12 personnes", "fr", "12 soldiers", "en", "equal"),
    ("12 chercheurs", "fr", "12 researchers", "en", "equal"),
    ("12 chercheurs", "fr", "13 researchers", "en", "incomparable"),
    ("60 %", "fr", "60%", "en", "equal"),
    ("60 %", "fr", "61 percent", "en", "contradictory"),
    ("un tiers des voix", "fr", "a third of votes", "en", "equal"),
    ("un quart de point", "fr", "25 basis points", "en", "equal"),
    ("un demi-point", "fr", "half a percentage point", "en", "equal"),
    ("0,25 point", "fr", "25%", "en", "incomparable"),
    ("5 km", "fr", "5,000 metres", "en", "equal"),
    ("5 km", "fr", "5 kg", "en", "incomparable"),
    ("24 heures", "fr", "one day", "en", "equal"),
    ("un an", "fr", "12 months", "en", "equal"),
    ("2 ans", "fr", "30 days", "en", "incomparable"),
    ("le 20 janvier 2025", "fr", "January 20, 2025", "en", "equal"),
    ("le 20 janvier", "fr", "in January 2025", "en", "contained"),
    ("le 20 janvier", "fr", "January 21, 2025", "en", "contradictory"),
    ("du 3 au 7 novembre", "fr", "5-9 November", "en", "incomparable"),
    ("lundi", "fr", "25 November 2024", "en", "equal"),
    ("la 2e place", "fr", "the second place", "en", "equal"),
    ("la 2e place", "fr", "the third place", "en", "contradictory"),
    ("environ 200 morts", "fr", "200 deaths", "en", "equal"),
    ("2 millions", "fr", "60%", "en", "incomparable"),
]


@pytest.mark.parametrize(("one", "language", "other", "other_language", "relation"), CASES)
def test_relation(one, language, other, other_language, relation):
    (a,), (b,) = find_figures(one, language, DAY), find_figures(other, other_language, DAY)
    assert compare(a, b) == compare(b, a) == relation


def test_without_an_article_date_partial_dates_still_compare():
    (a,) = find_figures("le 20 janvier", "fr")
    (b,) = find_figures("January 20", "en")
    (c,) = find_figures("January 20, 2025", "en")
    (d,) = find_figures("January 21, 2025", "en")
    assert (a.unit, a.date_from) == ("--01-20", None)
    assert (compare(a, b), compare(a, c), compare(d, a)) == ("equal", "equal", "contradictory")
    (monday,) = find_figures("lundi", "fr")
    assert (monday.unit, compare(monday, a)) == ("weekday-0", "incomparable")


def test_the_same_unit_may_be_written_otherwise():
    (km,), (m,), (kg,) = (find_figures(text, "en") for text in ("5 km", "300 m", "2 kg"))
    assert (same_unit(km, m), same_unit(km, kg)) == (True, False)


def test_value_is_the_middle_or_the_stated_bound():
    values = [find_figures(text, "en")[0].value for text in ("4 to 6%", "more than 7%", "up to 9%", "3%")]
    assert values == [5, 7, 9, 3]
    assert find_figures("in 2019", "en")[0].value is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("14 days", "two weeks", True),
        ("45 minutes", "0.75 hours", True),
        ("24 months", "two years", True),
        ("two weeks", "15 days", False),
    ],
)
def test_one_value_in_two_units(one, other, same):
    (first,), (second,) = find_figures(one, "en"), find_figures(other, "en")
    assert same_value(first, second) is same_value(second, first) is same
