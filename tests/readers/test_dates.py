"""The day of publication, in metadata and at the head of a text."""

from datetime import date

import pytest

from rag.errors import ArticleError
from rag.readers.dates import find_date, parse_published

DAY = date(2024, 11, 28)


@pytest.mark.parametrize(
    "given",
    [
        "2024-11-28",
        "20241128",
        "2024/11/28",
        "28 novembre 2024",
        "jeudi 28 novembre 2024",
        "28 nov. 2024",
        "28 November 2024",
        "November 28, 2024",
        "Nov. 28, 2024",
        "November 28th, 2024",
        "28/11/2024",
        "11/28/2024",
        "28.11.2024",
        "2024.11.28",
        "28 Nov 24",
        "28-Nov-24",
        "28 nov. '24",
        "2024-W48-4",
        "2024W484",
        "2024-11-28T24:00:00Z",
        "202411282400",
        "2024-11-28T23:59:60+00:00",
        " 2024-11-28 ",
    ],
)
def test_days(given):
    assert parse_published(given) == (DAY, "")


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2024-11-28T10:30:00Z", "2024-11-28T10:30:00+00:00"),
        ("2024-11-28 10:30:00", "2024-11-28T10:30:00"),
        ("2024-11-28T23:30:00+02:00", "2024-11-28T23:30:00+02:00"),
        ("2024-11-28T10:30:00.123Z", "2024-11-28T10:30:00.123000+00:00"),
        ("2024-11-28 10:30:00 UTC", "2024-11-28T10:30:00+00:00"),
        ("Thu, 28 Nov 2024 10:30:00 GMT", "2024-11-28T10:30:00+00:00"),
        ("1732789800", "2024-11-28T10:30:00+00:00"),
        ("1732789800000", "2024-11-28T10:30:00+00:00"),
        ("1732789800.0", "2024-11-28T10:30:00+00:00"),
        ("1732789800.5", "2024-11-28T10:30:00.500000+00:00"),
        ("1732789800000.0", "2024-11-28T10:30:00+00:00"),
        ("1732789800000000", "2024-11-28T10:30:00+00:00"),
        ("1732789800000000000", "2024-11-28T10:30:00+00:00"),
        ("2024-11-28T10:30:00+01:00[Europe/Paris]", "2024-11-28T10:30:00+01:00"),
        ("28 Nov 24 10:30:00", "2024-11-28T10:30:00"),
        ("202411281030", "2024-11-28T10:30:00"),
        ("20241128103059", "2024-11-28T10:30:59"),
    ],
)
def test_moments_keep_the_outlets_own_day(given, moment):
    assert parse_published(given) == (DAY, moment)


def test_day_and_month_are_told_apart_only_where_the_language_tells():
    assert parse_published("03/04/2024", "fr") == (date(2024, 4, 3), "")
    assert parse_published("04/04/2024", "en") == (date(2024, 4, 4), "")
    with pytest.raises(ArticleError, match="03/04/2024"):
        parse_published("03/04/2024", "en")


@pytest.mark.parametrize(
    "given",
    [
        "hier",
        "2024",
        "novembre 2024",
        "2024-13-40",
        "31 février 2024",
        "0000-00-00",
        "x" * 90,
        "Nov 24",
        "28 Nov",
        "11-12-13",
        "2024-W48",
        "2024-W60-1",
        "31 Feb 24",
        "Thu, 30 Nov -0001 00:00:00 +0000",
        "-0001-11-30T00:00:00+00:00",
        "1970-01-01T00:00:00Z",
        "1970-01-01 00:00:00",
        "1970-01-01",
        "1970-01-01T01:00:00+01:00",
        "1969-12-31T19:00:00-05:00",
        "0",
    ],
)
def test_what_is_no_full_date_is_refused_by_name(given):
    with pytest.raises(ArticleError, match="2024-11-28"):
        parse_published(given)


def test_impossible_days_are_passed_over():
    assert find_date("le 31 février 2024, puis le 1er mars 2024") == date(2024, 3, 1)
    assert find_date("version 1.2.2024.5") is None


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("Nov 28 2024 3:04 PM", "2024-11-28T15:04:00"),
        ("Nov 28 2024 12:04 a.m.", "2024-11-28T00:04:00"),
        ("Nov 28 2024 12:04 PM", "2024-11-28T12:04:00"),
        ("Thu, 28 Nov 2024 15:04:00", "2024-11-28T15:04:00"),
    ],
)
def test_the_half_of_the_day_counts(given, moment):
    assert parse_published(given) == (DAY, moment)


def test_a_year_of_two_digits_is_not_still_to_come():
    assert parse_published("28 Nov 98") == (date(1998, 11, 28), "")
    assert parse_published(f"1 Jan {date.today().year % 100:02}") == (date(date.today().year, 1, 1), "")


def test_an_hour_beyond_any_clock_is_no_fault_of_ours():
    with pytest.raises(ArticleError):
        parse_published("Thu, 28 Nov 99999999999999999999 15:04:00")


def test_the_last_moment_there_is_can_be_read():
    assert parse_published("9999-12-31T23:59:59-05:00") == (date(9999, 12, 31), "9999-12-31T23:59:59-05:00")
