"""Rendering: fixed wordings, and the law that what is rendered is found again with the same value."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.figures import Figure, compare, find_figures, render
from rag.figures.units import CURRENCIES, DURATIONS, QUANTITIES

PUBLISHED = date(2024, 11, 28)
NBSP = "\u00a0"
WORDINGS = [
    # text, its language, English, French
    ("4 à 5 milliards de dollars", "fr", "4–5 billion US dollars", "4–5 milliards de dollars"),
    ("$725 million", "en", "725 million US dollars", "725 millions de dollars"),
    ("1,6 Md€", "fr", "1.6 billion euros", "1,6 milliard d'euros"),
    ("£2.3bn", "en", "2.3 billion pounds sterling", "2,3 milliards de livres sterling"),
    ("plus de 160 pays", "fr", "more than 160", "plus de 160"),
    ("at least 12 people", "en", "at least 12", "au moins 12"),
    ("60 %", "fr", "60%", f"60{NBSP}%"),
    ("20 janvier", "fr", "20 January 2025", "20 janvier 2025"),
    ("1er mars 2020", "fr", "1 March 2020", "1er mars 2020"),
    ("mars 2020", "fr", "March 2020", "mars 2020"),
    ("en 2019", "fr", "2019", "2019"),
    ("3-7 November", "en", "3 to 7 November 2024", "3 au 7 novembre 2024"),
    ("46 ans", "fr", "46 years", "46 ans"),
    ("one year", "en", "1 year", f"1{NBSP}an"),
    ("187 kilometres", "en", "187 kilometres", f"187{NBSP}kilomètres"),
    ("130 km/h", "fr", "130 kilometres per hour", f"130{NBSP}kilomètres par heure"),
    ("la 2e place", "fr", "2nd", "2e"),
    ("the first time", "en", "1st", "1er"),
    ("hundreds of people", "en", "hundreds", "des centaines"),
    ("dizaines de milliers de morts", "fr", "tens of thousands", "des dizaines de milliers"),
    ("50 centimes", "fr", "0.50 euros", f"0,50{NBSP}euro"),
    ("1,255 euro", "fr", "1.255 euros", f"1,255{NBSP}euro"),
    ("jusqu'à 10.000 euros", "fr", "up to 10,000 euros", f"jusqu'à 10{chr(0x202F)}000{NBSP}euros"),
    ("à 8h30", "fr", "8:30", "8h30"),
    ("fin septembre 2024", "fr", "late September 2024", "fin septembre 2024"),
    ("mid-March 2020", "en", "mid-March 2020", "mi-mars 2020"),
    ("début 2022", "fr", "early 2022", "début 2022"),
    ("première quinzaine d'août 2020", "fr", "the first half of August 2020", "la première moitié d'août 2020"),
    ("l'été 2021", "fr", "the summer of 2021", "l'été 2021"),
    ("the winter of 2020", "en", "the winter of 2020", "l'hiver 2020"),
    ("le troisième trimestre 2021", "fr", "the third quarter of 2021", "le troisième trimestre 2021"),
    ("de janvier à avril 2022", "fr", "January to April 2022", "janvier à avril 2022"),
    ("du 21 au 30 septembre 2024", "fr", "21 to 30 September 2024", "21 au 30 septembre 2024"),
    ("48 million crowns", "en", "48 million crowns", "48 millions de couronnes"),
    ("41 degrees", "en", "41 degrees", "41 degrés"),
    ("un degré", "fr", "1 degree", "1 degré"),
    ("0,3 point de pourcentage", "fr", "0.3 percentage points", "0,3 points de pourcentage"),
]


@pytest.mark.parametrize(("text", "language", "english", "french"), WORDINGS)
def test_wording(text, language, english, french):
    (figure,) = find_figures(text, language, PUBLISHED)
    assert (render(figure, "en"), render(figure, "fr")) == (english, french)


EVERY_UNIT = [
    (kind, unit)
    for kind, table in (("money", CURRENCIES), ("quantity", QUANTITIES), ("duration", DURATIONS))
    for unit in table.units
]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("kind", "unit"), EVERY_UNIT)
def test_every_unit_is_rendered_in_words_that_are_found_again(kind, unit, language):
    for value in (Decimal(1), Decimal(3), Decimal(4_000_000)):
        text = render(Figure(kind, 0, 0, "", value, value, unit), language)
        (found,) = find_figures(text, language)
        assert (found.kind, found.low, found.unit, found.end) == (kind, value, unit, len(text)), text


amounts = st.one_of(
    st.integers(2, 10**6).map(Decimal),
    st.decimals(Decimal("0.1"), Decimal("999.9"), places=1),
    st.builds(lambda n, power: Decimal(n) * 10**power, st.integers(1, 999), st.integers(3, 11)),
)
qualifiers = st.sampled_from([None, "about", "more than", "at least", "up to", "less than"])
units = st.one_of(
    st.sampled_from(["USD", "EUR", "GBP", "CHF", "CNY", "RUB", "CAD"]).map(lambda unit: ("money", unit)),
    st.sampled_from(["%", "pp"]).map(lambda unit: ("percent", unit)),
    st.sampled_from(["km", "m", "kg", "t", "ha", "L", "km/h", "km2"]).map(lambda unit: ("quantity", unit)),
    st.sampled_from(["year", "month", "week", "day", "hour", "minute", "second"]).map(lambda unit: ("duration", unit)),
    st.just(("count", "")),
)


def made(kind, unit, low, high, qualifier):
    if qualifier in ("more than", "at least"):
        high = None
    if qualifier in ("up to", "less than"):
        low = None
    return Figure(kind, 0, 0, "", low, high, unit, qualifier)


@pytest.mark.parametrize("language", ["en", "fr"])
@given(units, amounts, qualifiers)
@settings(max_examples=300, deadline=None)
def test_a_rendered_amount_is_found_again(language, unit, value, qualifier):
    figure = made(*unit, value, value, qualifier)
    text = render(figure, language)
    (found,) = find_figures(text, language)
    assert (found.kind, found.low, found.high, found.unit, found.qualifier) == (
        figure.kind, figure.low, figure.high, figure.unit, figure.qualifier,
    ), text  # fmt: skip
    assert (found.start, found.end) == (0, len(text))
    assert compare(figure, found) == "equal"


@pytest.mark.parametrize("language", ["en", "fr"])
@given(units, amounts, amounts)
@settings(max_examples=200, deadline=None)
def test_a_rendered_range_is_found_again(language, unit, one, other):
    low, high = sorted((one, other))
    if low == high:
        return
    figure = made(*unit, low, high, None)
    text = render(figure, language)
    found = find_figures(text, language)
    assert [(f.kind, f.low, f.high, f.unit) for f in found] == [(figure.kind, low, high, figure.unit)], text


@pytest.mark.parametrize("language", ["en", "fr"])
@given(st.dates(date(1900, 1, 1), date(2050, 1, 1)), st.sampled_from(["day", "month", "year"]), st.integers(1, 60))
@settings(max_examples=200, deadline=None)
def test_a_rendered_date_is_found_again(language, first, grain, length):
    last = first
    if grain == "month":
        first = first.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    elif grain == "year":
        first, last = first.replace(month=1, day=1), first.replace(month=12, day=31)
    figure = Figure("date", 0, 0, "", None, None, grain, None, first, last)
    (found,) = find_figures(render(figure, language), language)
    assert (found.date_from, found.date_to) == (first, last)
    span = Figure("date", 0, 0, "", None, None, "span", None, first, first + timedelta(days=length))
    (found,) = find_figures(render(span, language), language)
    assert compare(found, span) == "equal", render(span, language)


@given(
    st.text(max_size=200), st.sampled_from(["en", "fr", "xx"]), st.sampled_from([None, PUBLISHED, date.min, date.max])
)
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_span_is_its_text(text, language, published):
    end = 0
    for figure in find_figures(text, language, published):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        end = figure.end
        assert isinstance(render(figure, language), str)


_PIECES = st.sampled_from(
    "12 1.439.970 3,5 0 1er 31 février march may 2020 9999 million milliards de d' % € $ km h à 8h30 du au entre et "
    "and to "
    "from between il y a an ans three cent mille vingt-et-un - – 29/02/2021 000 123456789012 une dizaine the 1990s "
    "last week "
    "lundi Monday XXIe siècle ago trimestre Q3 environ plus jusqu'à +".split(" ")
)


@given(
    st.lists(_PIECES, max_size=14),
    st.sampled_from(["en", "fr"]),
    st.sampled_from([None, PUBLISHED, date.min, date.max]),
)
@settings(max_examples=600, deadline=None)
def test_no_run_of_figure_words_raises(pieces, language, published):
    text = " ".join(pieces)
    for figure in find_figures(text, language, published):
        assert text[figure.start : figure.end] == figure.text
        if figure.date_from and figure.date_to:
            assert figure.date_from <= figure.date_to
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        assert isinstance(render(figure, "fr") + render(figure, "en"), str)
        assert compare(figure, figure) == "equal"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("digits", "figures"), [(24, 1), (25, 0), (38, 0), (300, 0)])
def test_a_number_is_rendered_whole_or_taken_for_none(language, digits, figures):
    found = find_figures("1" * digits + (" people" if language == "en" else " personnes"), language)
    assert len(found) == figures
    for figure in found:
        assert "".join(c for c in render(figure, language) if c.isdigit()) == "1" * digits
