"""The day of a report at the head of its text."""

from datetime import date

import pytest

from rag.readers.dateline import date_at_start, date_in_head, past_update

DAY = date(2024, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "PARIS (AFP), 28 novembre 2024 - Le gouvernement a annoncé.",
        "WASHINGTON, November 28, 2024 - The government said.",
        "Paris, le 28 novembre 2024 – Le conseil a voté.",
        "Aix-en-Provence, 28 novembre 2024, 10h30 (AFP) - Le conseil a voté.",
        "LONDON — 28 November 2024 — The council met.",
        "Lille (AFP) - 28 novembre 2024 : le conseil a voté.",
        "28 November 2024, London (Reuters) - The council met.",
        "DENVER, Nov. 28, 2024 /PRNewswire/ -- The firm said.",
        "Published on Thursday, November 28, 2024\nThe government said.",
        "Publié le 28 novembre 2024 - Le conseil a voté.",
        "Un titre sans date\n\nPublié le 28/11/2024 à 10h30\n\nLe gouvernement a annoncé.",
        "A title\nPublished 28 November 2024, updated 29 November 2024\n\nThe council met.",
        "Un titre\nPar Jeanne Dupont\n28 novembre 2024\nLe texte.",
        "Un titre\n28 novembre 2024 par Jeanne Dupont\nLe texte.",
        "A title\nBy Jane Doe, 28 November 2024 at 10:30 GMT\nThe text.",
        "A title\n28 November 2024 | The Outlet | 3 min read\nThe text.",
        "Title: A story\nDate: 2024-11-28\nSource: Beacon\n\nThe council met.",
        "\n\nCe jeudi 28 novembre 2024, il pleut.",
        "Today, 28 November 2024, the council met.",
    ],
)
def test_the_day_of_the_report_is_read_from_the_head(text):
    assert date_in_head(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement a annoncé une réforme.",
        "Touchée en son sein le 3 octobre 2019, la préfecture se défend.",
        "Un an après les attentats du 23 mars 2018, le traumatisme reste.",
        "En novembre 2024, rien. Le 28 novembre, non plus.",
        "Publié le 03/04/2024.",
        "Un paragraphe. " * 20 + "Le 28 novembre 2024, il pleut.",
        "",
    ],
)
def test_dates_of_events_and_parts_of_dates_are_not(text):
    assert date_in_head(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Le 28 novembre 2024, l'administration se prépare à fournir des armes.",
        "On 28 November 2024, two bridges fell in the storm.",
        "Née le 28 novembre 2024 à Lyon, la girafe est morte hier.",
        "28 novembre 2024 - Les ponts sont tombés, racontent les riverains.",
        "Published on 28 November 2024, the novel has sold 3,000 copies.",
        "Crue de la Loire, 28 novembre 2024 : le récit d'une nuit.",
        "Loi du 28 novembre 2024\n\nLe texte entre en vigueur.",
        "Zoé Müller (28 novembre 2024 - 3 mars 2025)\n\nLa girafe est morte.",
        "Zoé Müller, 28 novembre 2024 – 3 mars 2025, était une girafe.",
        "Le 28 novembre 2024,\ndeux ponts sont tombés.",
        "The Beacon Bridge, 28 November 2024, was the second to fall.",
    ],
)
def test_a_date_that_may_be_of_an_event_is_not_that_of_the_report(text):
    assert date_in_head(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 28 November 2024, two bridges fell in the storm.", DAY),
        ("Un titre\nLe 28 novembre 2024, deux ponts sont tombés.", DAY),
        ("Deux ponts sont tombés le 28 novembre 2024.", None),
        ("Le conseil a voté.\n\nUn autre point.\n\nLe 28 novembre 2024, il pleut.", None),
        ("", None),
    ],
)
def test_the_date_a_text_begins_with_is_told_from_one_further_on(text, day):
    assert date_at_start(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mis à jour le 29 novembre 2024\n\nPARIS, 28 novembre 2024 - Le conseil a voté.", DAY),
        ("Updated: 29 November 2024\nPublished: 28 November 2024\n\nThe council met.", DAY),
        ("Mis à jour le 29 novembre 2024 - Publié le 28 novembre 2024\n\nLe conseil a voté.", DAY),
        ("A title\nUpdated on 29 November 2024 at 10:30 | First published 28 November 2024\n\nThe council met.", DAY),
        ("Publié, mis à jour le 28 novembre 2024\n29 novembre 2024\nLe conseil a voté.", DAY),
        ("Dernière mise à jour : 28 novembre 2024 à 10h30\nLe conseil a voté.", DAY),
        ("Updated 28 November 2024\n\nThe council of 29 November 2024 met.", DAY),
    ],
)
def test_the_day_of_an_update_counts_only_where_no_other_follows(text, day):
    assert date_in_head(text) == day


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Updated 9 May 2024, published 6 May 2024", ", published 6 May 2024"),
        ("Mise à jour le 9 mai 2024", ""),
        ("Published 6 May 2024, updated 9 May 2024", None),
        ("Updated daily", None),
    ],
)
def test_what_stands_behind_the_day_of_an_update(line, rest):
    assert past_update(line) == rest
