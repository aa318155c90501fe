"""What questions say of time, in English and French."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.timeline import TimeScope, time_scope
from rag.types import Filter

TODAY = date(2024, 11, 28)  # a Thursday
CASES = [
    # language, question, since, until, strict, recency, words
    ("en", "What is the latest death toll?", None, None, False, True, "latest"),
    ("fr", "Quel est le dernier bilan ?", None, None, False, True, "dernier bilan"),
    ("en", "Who is currently in charge?", None, None, False, True, "currently"),
    ("fr", "Qui dirige actuellement la banque ?", None, None, False, True, "actuellement"),
    ("fr", "Quel est le prix actuel ?", None, None, False, True, "actuel"),
    ("en", "What is the current price?", None, None, False, True, "current"),
    ("en", "Who heads current affairs at the channel?", None, None, False, False, ""),
    (
        "en", "Who was hurt in the past 24 hours?", date(2024, 11, 27), TODAY, True, False, "in the past 24 hours",
    ),
    ("fr", "Qui est mort ces 36 dernières heures ?", date(2024, 11, 26), TODAY, True, False, "ces 36 dernières heures"),
    ("en", "How many died over the last nine days?", date(2024, 11, 19), TODAY, True, False, "over the last nine days"),
    ("en", "What happened last week?", date(2024, 11, 18), date(2024, 11, 24), True, False, "last week"),
    ("en", "News from last week", date(2024, 11, 18), date(2024, 11, 24), True, False, "last week"),
    ("en", "What changed after last week?", date(2024, 11, 18), None, True, False, "after last week"),
    ("fr", "Et la semaine dernière ?", date(2024, 11, 18), date(2024, 11, 24), True, False, "la semaine dernière"),
    ("fr", "Qui a démissionné hier ?", date(2024, 11, 27), date(2024, 11, 27), True, False, "hier"),
    ("en", "Who resigned in November?", date(2024, 11, 1), date(2024, 11, 30), False, False, "November"),
    ("fr", "Qui a démissionné en novembre ?", date(2024, 11, 1), date(2024, 11, 30), False, False, "novembre"),
    ("en", "How many died in August 2020?", date(2020, 8, 1), date(2020, 8, 31), False, False, "August 2020"),
    ("en", "What has changed since 2019?", date(2019, 1, 1), None, False, False, "since 2019"),
    ("fr", "Qu'est-ce qui a changé depuis 2019 ?", date(2019, 1, 1), None, False, False, "depuis 2019"),
    ("en", "How much was raised by early May 2018?", None, date(2018, 5, 10), False, False, "by early May 2018"),
    ("fr", "Combien avant le 3 mai 2018 ?", None, date(2018, 5, 3), False, False, "avant le 3 mai 2018"),
    (
        "en", "How many strikes from October 2023 to March 2024?", date(2023, 10, 1), date(2024, 3, 31), False, False,
        "from October 2023 to March 2024",
    ),
    (
        "fr", "Combien de grèves d'octobre 2023 à mars 2024 ?", date(2023, 10, 1), date(2024, 3, 31), False, False,
        "d'octobre 2023 à mars 2024",
    ),
    (
        "en", "What happened from 3 May 2020 to 10 June 2021?", date(2020, 5, 3), date(2021, 6, 10), False, False,
        "from 3 May 2020 to 10 June 2021",
    ),
    (
        "fr", "Et entre mars 2023 et mai 2024 ?", date(2023, 3, 1), date(2024, 5, 31), False, False,
        "entre mars 2023 et mai 2024",
    ),
    ("en", "What has changed from early May 2024?", date(2024, 5, 1), None, False, False, "from early May 2024"),
    ("en", "How many more runners than last year came?", None, None, False, False, ""),
    ("fr", "Et ces quinze derniers jours ?", date(2024, 11, 13), TODAY, True, False, "ces quinze derniers jours"),
    ("en", "And over the last twenty days?", date(2024, 11, 8), TODAY, True, False, "over the last twenty days"),
    ("en", "What did he do in the last three weeks?", date(2024, 11, 7), TODAY, True, False, "in the last three weeks"),
    ("fr", "Qu'a-t-il dit ces 10 derniers jours ?", date(2024, 11, 18), TODAY, True, False, "ces 10 derniers jours"),
    ("fr", "Combien de logements ces derniers mois ?", date(2024, 6, 1), TODAY, True, False, "ces derniers mois"),
    ("fr", "Qu'a-t-il dit ces derniers jours ?", date(2024, 11, 18), TODAY, True, False, "ces derniers jours"),
    ("en", "How many in the past few weeks?", date(2024, 10, 17), TODAY, True, False, "in the past few weeks"),
    ("en", "Who has resigned recently?", date(2024, 10, 29), TODAY, True, True, "recently"),
    ("fr", "Qui a démissionné récemment ?", date(2024, 10, 29), TODAY, True, True, "récemment"),
    ("en", "Where will she ride next week?", None, date(2024, 12, 8), False, False, "next week"),
    ("fr", "Où courra-t-elle cette semaine ?", None, date(2024, 12, 1), False, False, "cette semaine"),
    ("fr", "Quel opéra a ouvert cette semaine ?", date(2024, 11, 25), date(2024, 12, 1), True, False, "cette semaine"),
    ("en", "How many seats has Labour?", None, None, False, True, ""),
    ("en", "How many people have died so far?", None, None, False, True, "so far"),
    (
        "en", "How many people have died since 2019?", date(2019, 1, 1), None, False, True, "since 2019",
    ),
    ("en", "Who won the race?", None, None, False, False, ""),
    ("fr", "Qui a gagné la course ?", None, None, False, False, ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "question", "since", "until", "strict", "recency", "words"), CASES)
def test_scope(language, question, since, until, strict, recency, words):
    assert time_scope(question, language, TODAY) == TimeScope(since, until, strict, recency, words)


@pytest.mark.parametrize(
    ("language", "question", "words"),
    [
        ("en", "How many had died as of 3 May 2018?", "as of 3 May 2018"),
        ("fr", "Combien de morts comptait-on au 3 mai 2018 ?", "au 3 mai 2018"),
        ("fr", "À la date du 3 mai 2018, combien de morts ?", "À la date du 3 mai 2018"),
    ],
)
def test_as_of_a_day_later_articles_are_shut_out(language, question, words):
    scope = time_scope(question, language, TODAY)
    assert scope == TimeScope(until=date(2018, 5, 3), text=words, as_of=True)
    assert scope.window == Filter(until=date(2018, 5, 3))


def test_relative_words_close_the_window_some_weeks_after():
    scope = time_scope("What happened last week?", "en", TODAY)
    assert scope.window == Filter(since=date(2024, 11, 18), until=date(2025, 1, 8))


def test_an_explicit_month_prefers_and_does_not_exclude():
    scope = time_scope("How many died in August 2020?", "en", TODAY)
    assert scope.window == Filter()
    days = (date(2020, 7, 1), date(2020, 8, 5), date(2020, 9, 10), date(2022, 1, 1), None)
    assert [scope.fits(day) for day in days] == [0.0, 1.0, 1.0, 0.5, 0.5]
    assert time_scope("Who?", "en", TODAY).fits(date(2020, 1, 1)) == 0.5


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "xx"]), st.dates())
@settings(max_examples=200, deadline=None)
def test_never_raises(question, language, today):
    scope = time_scope(question, language, today)
    assert scope.text or (scope.window == Filter() and not scope.recency)


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "How many marched on 18 May?", True),
        ("fr", "Combien ont défilé le 18 mai ?", True),
        ("en", "How many marched on 18 May 2019?", False),
        ("en", "How many marched last week?", False),
        ("fr", "Combien ont défilé la semaine dernière ?", False),
        ("fr", "Combien ont défilé récemment ?", False),
    ],
)
def test_a_day_without_a_year_may_be_of_any(language: str, question: str, expected: bool) -> None:
    assert time_scope(question, language, TODAY).is_of_any_year == expected
