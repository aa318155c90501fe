"""What a cited sentence bears out: tables of honest and dishonest statements, and laws over every one-word lie."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.citations.reasons import Reason
from rag.citations.support import Source, is_verbatim, why_unsupported, written_in
from tests.citations.adversary import mutations
from tests.citations.sentences import BY_LANGUAGE, DAY, ENGLISH, FRENCH

PAIRS = tuple(zip(FRENCH, ENGLISH, strict=True))


def source(text, language="fr", published=DAY):
    return Source(text, language, published)


HONEST = [
    # statement, language of the question, sentence cited, its language
    ("The government released 4–5 billion US dollars.", "en", FRENCH[0], "fr"),
    ("Les autorités ont débloqué de 4 à 5 milliards de dollars.", "fr", ENGLISH[0], "en"),
    ("More than 160 countries ratified the treaty, according to Marchetti.", "en", FRENCH[1], "fr"),
    ("Plus de 160 pays ont ratifié le traité, selon Marchetti.", "fr", ENGLISH[1], "en"),
    ("Unemployment went from 7.4% to 7.1%, it was reported.", "en", FRENCH[2], "fr"),
    ("At least 12 people were killed in Porto-Clair on Monday.", "en", FRENCH[3], "fr"),
    ("At least twelve people were killed in Porto-Clair on 25 November 2024.", "en", FRENCH[3], "fr"),
    ("Anatole Berger won the second stage, which was 187 km long.", "en", FRENCH[5], "fr"),
    ("Berger a remporté la 2e étape.", "fr", FRENCH[5], "fr"),
    ("The bank lost 725 million euros in 2019.", "en", FRENCH[6], "fr"),
    ("La banque a perdu 725 M€.", "fr", FRENCH[6], "fr"),
    ("It cut 1,250 jobs in Italy.", "en", FRENCH[6], "fr"),
    ("About 20 hectares burned, firefighters said.", "en", FRENCH[7], "fr"),
    ("President Novotny did not resign, his spokeswoman said.", "en", FRENCH[8], "fr"),
    ("About 3,000 demonstrators could march on Saturday in Lyon.", "en", FRENCH[9], "fr"),
    ("Mirela Santos takes the oath on 20 January 2025.", "en", FRENCH[11], "fr"),
    ("Mirela Santos will take the oath in January 2025.", "en", FRENCH[11], "fr"),
    ("The plant will produce 250 MW from March 2026.", "en", FRENCH[13], "fr"),
    ("Les Etats-Unis ont signé.", "fr", "The United States signed the deal.", "en"),
    ("Putin visited Beijing.", "en", "Vladimir Poutine s'est rendu à Pékin.", "fr"),
    ("The UN and the WHO met in Geneva.", "en", "L'ONU et l'OMS se sont réunies à Genève.", "fr"),
]
DISHONEST = [
    ("The government released 4–6 billion US dollars.", FRENCH[0], "4–6 billion US dollars"),
    ("The government released 4–5 billion euros.", FRENCH[0], "4–5 billion euros"),
    ("The government released 4–5 million US dollars.", FRENCH[0], "4–5 million US dollars"),
    ("160 countries ratified the treaty, according to Marchetti.", FRENCH[1], "160"),
    ("More than 160 cities ratified the treaty, according to Marchetti.", FRENCH[1], "“More than 160 cities”"),
    ("More than 160 countries ratified it in 1998, according to Marchetti.", FRENCH[1], "1998"),
    ("More than 160 countries ratified it, according to Paula Marchetti.", FRENCH[1], "Paula Marchetti"),
    ("More than 160 countries ratified the treaty.", FRENCH[1], "It drops who said so."),
    ("At least 12 people were injured in Porto-Clair.", FRENCH[3], "“At least 12 people were injured”"),
    ("At least 12 people were killed on Tuesday.", FRENCH[3], "Tuesday"),
    ("Karel Novotny resigned, his spokeswoman said.", FRENCH[8], "It leaves out a “not”"),
    ("Anatole Berger did not win.", FRENCH[5], "It denies what"),
    ("About 3,000 demonstrators march on Saturday in Lyon.", FRENCH[9], "It takes for certain"),
    ("3,000 demonstrators may march on Saturday.", FRENCH[9], "3,000"),
    ("The Covid-20 outbreak is over.", "La flambée de Covid-19 est terminée.", "20"),
    ("Brazil signed.", "L'Argentine a signé.", "Brazil"),
]


@pytest.mark.parametrize(("text", "language", "cited", "cited_language"), HONEST)
def test_honest_statements_pass(text, language, cited, cited_language):
    assert why_unsupported(text, language, [source(cited, cited_language)]) is None


@pytest.mark.parametrize(("text", "cited", "told"), DISHONEST)
def test_dishonest_statements_are_told_why(text, cited, told):
    reason = why_unsupported(text, "en", [source(cited)])
    assert reason is not None and told in reason.told("en")


@pytest.mark.parametrize("language", ["fr", "en"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_no_statement_survives_one_changed_digit_date_unit_or_name(language, data):
    sentence = data.draw(st.sampled_from(BY_LANGUAGE[language]))
    rng = random.Random(data.draw(st.integers(0, 10_000)))
    for sort, changed in mutations(sentence, language, rng):
        assert why_unsupported(changed, language, [source(sentence, language)]), (sort, changed)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_lie_is_found_across_languages_too(pair):
    """The English sentence, one digit changed, against the French one: never borne out."""
    french, english = pair
    rng = random.Random(0)
    for sort, changed in mutations(english, "en", rng):
        if sort == "digit":
            assert why_unsupported(changed, "en", [source(french)]), changed


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["en", "fr", "de"]))
@settings(max_examples=200, deadline=None)
def test_never_raises(text, cited, language):
    reason = why_unsupported(text, language, [source(cited, language)])
    assert reason is None or reason.about in text


def test_whole_sentences_are_verbatim_and_parts_are_not():
    both = [source(FRENCH[0]), source(FRENCH[6])]
    assert is_verbatim("« " + FRENCH[0] + " »", both)
    assert is_verbatim(FRENCH[0] + "\n" + FRENCH[6], both)
    assert not is_verbatim("Le gouvernement a débloqué 4 à 5 milliards", both)


def test_two_sentences_bear_out_what_neither_does_alone():
    text = "Berger won the second stage, and the bank lost 725 million euros."
    assert why_unsupported(text, "en", [source(FRENCH[5]), source(FRENCH[6])]) is None
    assert why_unsupported(text, "en", [source(FRENCH[6])]) == Reason("absent", "second")


def test_a_value_said_twice_must_be_found_twice():
    cited = "L'équipe a gagné 3 matchs et perdu 5 matchs."
    reason = why_unsupported("L'équipe a gagné 5 matchs et perdu 5 matchs.", "fr", [source(cited)])
    assert reason == Reason("repeated", "5 matchs")


@pytest.mark.parametrize("digits", ["٩٩", "९९", "９９"])
def test_digits_of_another_script_are_numbers(digits):
    reason = why_unsupported(f"{digits} boats sank.", "en", [Source("Nine boats sank.", "en", DAY)])
    assert reason == Reason("absent", digits)


def test_relative_days_are_read_against_each_articles_own_date():
    cited = source("Le pont a rouvert lundi.", published=DAY)
    assert why_unsupported("The bridge reopened on 25 November 2024.", "en", [cited]) is None
    assert why_unsupported("The bridge reopened on 18 November 2024.", "en", [cited])


def test_a_statement_in_the_sources_words_is_read_in_the_sources_language():
    assert written_in("Le gouvernement a débloqué 4 à 5 milliards", "en", [source(FRENCH[0])]) == "fr"
    assert written_in("The government released money", "en", [source(FRENCH[0])]) == "en"


@pytest.mark.parametrize(
    ("claim", "address"),
    [
        ("The port is shut, see https://example.org/win now.", "https://example.org/win"),
        ("The port is shut; write to help@example.org.", "help@example.org"),
        ("The port is shut (www.example.org).", "www.example.org"),
        ("The port is shut, says its page port.example.com.", None),
    ],
)
def test_no_address_is_made_up(claim: str, address: str | None) -> None:
    source = Source("The port is shut, says its page port.example.com.", "en", None)
    reason = why_unsupported(claim, "en", [source])
    assert (reason.about if reason else None) == address
