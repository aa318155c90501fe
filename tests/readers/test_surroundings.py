"""What stands around an article among its own paragraphs."""

import pytest

from rag.readers.surroundings import is_around, without_invitation, without_surroundings

OWN = "The salt works of Perrun have reopened with 90 workers, their owner said on Monday."
MORE = "It hopes to hire thirty others before the winter."


@pytest.mark.parametrize(
    "pointer",
    [
        "Read more: Tannery of Oldun closes, 400 lose their jobs",
        "READ ALSO | Tannery of Oldun closes",
        "See also: a tannery closes in Oldun.",
        "Related: Tannery of Oldun closes",
        "Related articles: Tannery of Oldun closes",
        "Our standards: The Perrun Press Principles.",
        "Lire aussi : La tannerie d'Oldun ferme, 400 emplois perdus",
        "À lire également – La tannerie d'Oldun ferme",
        "» A LIRE AUSSI - La tannerie d'Oldun ferme",
        "Sur le même sujet : la tannerie d'Oldun ferme",
        "Share on Facebook Tweet this",
        "Partager cet article",
        "© Le Courrier de Perrun 2024 - Tous droits réservés",
        "Updated Published",
    ],
)
def test_a_pointer_to_another_article_and_a_button_are_left_out(pointer):
    assert without_surroundings([OWN, pointer, MORE]) == [OWN, MORE]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more slowly, the teacher of Perrun told the class: nobody was late that day.",
        "Related costs rose by 4 percent, the owner said.",
        "Share prices fell in Perrun on Monday.",
        "Share on a street in Perrun: one house in three is empty.",
        "Lire aussi lentement que lui est rare, a dit la maire de Perrun.",
        "Related: " + "the salt works and the tannery share one owner, as the register of the town tells. " * 4,
        "The post office of Perrun appeared first on the list of those to be closed, a minister said. So be it.",
    ],
)
def test_a_paragraph_of_the_article_stays_whatever_it_begins_with(paragraph):
    assert without_surroundings([OWN, paragraph]) == [OWN, paragraph]


@pytest.mark.parametrize("heading", ["Les plus lus", "Most read", "À lire également", "Related :", "You may also like"])
def test_a_list_of_other_articles_goes_with_its_heading(heading):
    assert without_surroundings([OWN, heading, "- Mayor of Oldun fined", "- A fire in Oldun", MORE]) == [OWN, MORE]
    assert without_surroundings([OWN, MORE, heading, "Mayor of Oldun fined", "A fire in Oldun"]) == [OWN, MORE]
    assert without_surroundings([heading, "A subheading", OWN]) == ["A subheading", OWN]


@pytest.mark.parametrize(
    "footer",
    [
        "The post Salt works reopen appeared first on Perrun News.",
        "The post Salt works reopen first appeared on perrun.example.",
        "L’article Les salines rouvrent est apparu en premier sur Le Courrier de Perrun.",
    ],
)
def test_where_an_entry_of_a_feed_comes_from_is_no_part_of_it(footer):
    assert without_surroundings([OWN, footer]) == [OWN]
    assert without_surroundings([f"The post office is open. {OWN} {footer}"]) == [f"The post office is open. {OWN}"]


@pytest.mark.parametrize(
    "invitation",
    [
        ["This article is for subscribers only. Already a subscriber? Sign in. Cancel at any time."],
        ["Subscribe from £1 a month for the first three months, then £12 a month."],
        ["Subscribe now to read the rest of this story.", "Log in"],
        [
            "La suite est réservée aux abonnés.",
            "Accédez à tout le Courrier en illimité. 2 € pendant un mois, puis 9 €.",
        ],
        ["Newsletter « Le sel » : chaque semaine, nos articles", "Il vous reste 61.3% de cet article à lire."],
    ],
)
def test_an_invitation_to_subscribe_at_the_end_is_told_and_left_out(invitation):
    assert without_invitation([OWN, *invitation]) == ([OWN], True)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [OWN, "Prices will not change for subscribers in Perrun, the company said."],
        [OWN, "The ticket will cost 12 € par jour, et 2 € pendant un mois."],
        [OWN, "La piscine est réservée aux abonnés, a dit la maire."],
        [OWN, "Cookies were sold at the fair."],
        ["Subscribe now to read the rest of this story.", OWN],
        ["Subscribe now to read the rest of this story."],
    ],
)
def test_what_an_article_tells_of_subscribers_stays(paragraphs):
    assert without_invitation(paragraphs) == (paragraphs, False)


def test_a_price_right_above_an_invitation_is_the_articles():
    told = [OWN, "A kilo now costs 3 € par jour.", "Subscribe now to read the rest of this story."]
    assert without_invitation(told) == (told[:2], True)


def test_an_offer_is_no_sentence_of_an_article():
    assert is_around("We use cookies on this page to know you better.") and not is_around(OWN)
