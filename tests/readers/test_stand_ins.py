"""Pages sent in place of an article."""

import pytest

from rag.readers.stand_ins import stand_in

SHORT = "The requested URL was not found on this server."


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("404 Not Found", SHORT, "an error page"),
        ("Error 404", SHORT, "an error page"),
        ("Page not found | The Beacon", SHORT, "an error page"),
        ("Erreur 404 - Le Phare", "La page demandée est introuvable.", "an error page"),
        ("Page introuvable", "La page demandée est introuvable.", "an error page"),
        ("503 Service Unavailable", "Try again later, please, or call us.", "an error page"),
        ("Just a moment...", "Checking your browser before accessing the site.", "tests for robots"),
        ("Un instant…", "Vérification de la connexion au site en cours.", "tests for robots"),
        ("Attention Required! | Cloudflare", "You have been blocked from the site.", "tests for robots"),
        ("A bridge opens", "Home\n\nWorld\n\nSubscribe to continue reading. You have read all your free articles.",
         "an invitation to subscribe"),
        ("Un pont ouvre", "Un pont ouvre\n\nCet article est réservé aux abonnés.\n\nDéjà abonné ? Connectez-vous.",
         "an invitation to subscribe"),
    ],
)  # fmt: skip
def test_what_is_sent_in_place_of_an_article_is_told(title, text, told):
    assert told in stand_in(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("404 houses burned near Vernoux", "The fire began on Monday, the prefect said."),
        ("404 Media sues the city", "The outlet went to court on Monday."),
        ("Just a moment of silence in Lyon", "The town fell silent at noon on Monday."),
        ("Not found guilty, he walks free", "The court in Lyon acquitted the mayor on Monday."),
        ("404 Not Found", "The band of that name played in Lyon on Monday, before 3,000 people. " * 20),
        ("Un pont ouvre", "Le pont a ouvert lundi à Vernoux. La suite est réservée à nos abonnés."),
        ("A bridge opens", "The bridge opened on Monday.\n\nSubscribe to read on."),
        ("The paper now has a million readers", "It had 900,000 subscribers a year ago, the publisher said."),
        ("A new share", "Investors may subscribe to the new share until Monday."),
        ("A letter", "The mayor read the letter aloud on Monday. Subscribe to continue reading."),
        ("", "Le pont ouvre."),
    ],
)
def test_an_article_stays_one_whatever_its_headline_and_what_is_beside_it(title, text):
    assert stand_in(title, text) == ""
