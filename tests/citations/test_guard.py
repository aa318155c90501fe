"""From draft to claims: numbers, withheld reasons, quotes and the short answer."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.citations import verify
from rag.types import ArticleInfo, Draft, DraftClaim, Evidence, Question, Sentence
from rag.writers.chat import draft_of
from tests.citations.adversary import mutations
from tests.citations.sentences import DAY, ENGLISH, FRENCH
from tests.found import evidence_of, hit_of

ASKED_EN, ASKED_FR = Question("How much?", "en"), Question("Combien ?", "fr")


def article(sentences, language="fr"):
    """One evidence per sentence, all of one passage."""
    info = ArticleInfo("a", title="Titre", source="Le Phare", published=DAY, language=language)
    return evidence_of(hit_of(info, *sentences))


EVIDENCE = article(FRENCH)


def draft(*claims, **rest):
    return Draft(tuple(DraftClaim(text, tuple(evidence)) for text, evidence in claims), **rest)


def test_quotes_pass_and_are_numbered_from_one_in_order_of_first_use():
    made = draft(
        (FRENCH[2], [EVIDENCE[2]]),
        (FRENCH[0], [EVIDENCE[0]]),
        (f"{FRENCH[2]} {FRENCH[6]}", [EVIDENCE[2], EVIDENCE[6]]),
    )
    found = verify(made, ASKED_EN)
    assert [[c.number for c in claim.citations] for claim in found.claims] == [[1], [2], [1, 3]]
    assert found.withheld == ()
    citation = found.claims[0].citations[0]
    assert citation.quote == FRENCH[2] == EVIDENCE[0].hit.passage.text[citation.start : citation.end]
    assert (citation.article_id, citation.source, citation.published) == ("a", "Le Phare", DAY)


def test_a_withheld_claim_takes_no_number():
    made = draft(("The bank lost 726 million euros.", [EVIDENCE[6]]), (FRENCH[0], [EVIDENCE[0]]))
    found = verify(made, ASKED_EN)
    assert [claim.text for claim in found.claims] == [FRENCH[0]]
    assert [c.number for c in found.claims[0].citations] == [1]
    assert [item.reason for item in found.withheld] == ["No sentence it cites says “726 million euros”."]


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (DraftClaim(FRENCH[0], (EVIDENCE[0],), ("[99]",)), "Mark [99] cites nothing."),
        (DraftClaim("Invented.", (EVIDENCE[8],), ("[99]", "[?]")), "Marks [99], [?] cite nothing."),
        (DraftClaim(FRENCH[0], ()), "It cites no sentence."),
        (DraftClaim("  ", (EVIDENCE[0],)), "It says nothing."),
    ],
)
def test_claims_without_a_proof_are_withheld(claim, reason):
    found = verify(Draft((claim,)), ASKED_EN)
    assert found.claims == ()
    assert [item.reason for item in found.withheld] == [reason]


def test_reasons_are_told_in_the_language_of_the_question():
    claims = DraftClaim("La banque a perdu 726 M€.", (EVIDENCE[6],)), DraftClaim("Rien.", (), ("[9]",))
    assert [item.reason for item in verify(Draft(claims), ASKED_FR).withheld] == [
        "Aucune phrase citée ne dit «\u00a0726 M€\u00a0».",
        "Le renvoi [9] ne correspond à aucune phrase.",
    ]


def test_an_invented_mark_is_named_whatever_else_is_wrong_with_its_line():
    made = draft_of("Novotny resigned in 1998 [9].\nThe talks failed [1][12].", EVIDENCE[8:])
    assert [item.reason for item in verify(made, ASKED_EN).withheld] == [
        "Mark [9] cites nothing.",
        "Mark [12] cites nothing.",
    ]


TRAM = "The tram line cost nine million euros, carries ① to ④ cars and stands on 3 square kilometres of land."


@pytest.mark.parametrize("word", ["٩", "९", "９", "²⁹", "⑨", "九", "Ⅸ", "¾", "cars²⁹"])
def test_digits_that_are_not_read_as_figures_are_withheld(word):
    (item,) = article([TRAM], "en")
    found = verify(draft((f"The tram line cost nine million euros and carries {word} cars.", [item])), ASKED_EN)
    assert [withheld.reason for withheld in found.withheld] == [f"No sentence it cites says “{word}”."]


@pytest.mark.parametrize(
    "claim",
    [TRAM, "The tram line carries ① to ④ cars.", "The tram line stands on 3 km² of land."],
)
def test_digits_of_the_sentence_itself_and_of_units_pass(claim):
    (item,) = article([TRAM], "en")
    assert [found.text for found in verify(draft((claim, [item])), ASKED_EN).claims] == [claim]


def test_a_quote_that_is_not_a_slice_of_its_article_is_withheld():
    good = EVIDENCE[0]
    for sentence in (
        Sentence(0, 10, "Le Premier"),
        Sentence(5, 5 + len(FRENCH[0]), FRENCH[0]),
        Sentence(-3, 4, FRENCH[0]),
        Sentence(10**6, 10**6 + 5, "Le Pr"),
    ):
        found = verify(draft((sentence.text, [Evidence(good.hit, sentence, 1.0)])), ASKED_EN)
        assert found.withheld[0].reason == "The sentence it cites is not in its article."


def test_a_refusal_has_no_claims():
    found = verify(draft((FRENCH[0], [EVIDENCE[0]]), refusal="weak_evidence", direct="x"), ASKED_EN)
    assert (found.claims, found.direct, found.withheld) == ((), None, ())


DIRECT = [
    ("4–5 billion US dollars", ASKED_EN, 0, True),
    ("4–5 milliards de dollars", ASKED_FR, 0, True),
    ("4 à 5 milliards de dollars", ASKED_EN, 0, True),
    ("5 billion US dollars", ASKED_EN, 0, False),
    ("4–5 billion euros", ASKED_EN, 0, False),
    ("more than 160", ASKED_EN, 1, True),
    ("160", ASKED_EN, 1, False),
    ("160 pays", ASKED_EN, 1, False),
    ("3 December 1997", ASKED_EN, 1, True),
    ("Anatole Berger", ASKED_EN, 5, True),
    ("Berger", ASKED_EN, 5, True),
    ("Bernard Berger", ASKED_EN, 5, False),
    ("187 kilometres", ASKED_EN, 5, True),
    ("187 miles", ASKED_EN, 5, False),
    ("8:30", ASKED_EN, 4, True),
    ("about 3,000", ASKED_EN, 9, True),
    ("20 January 2025", ASKED_EN, 11, True),
    ("20 janvier 2025", ASKED_FR, 11, True),
    ("20 janvier 2024", ASKED_FR, 11, False),
    ("33.33%", ASKED_EN, 10, True),
    ("because of the bridges", ASKED_EN, 0, False),
    ("reconstruire les ponts de Lanvaux", ASKED_EN, 0, True),
]


@pytest.mark.parametrize(("text", "asked", "cited", "kept"), DIRECT)
def test_the_short_answer_is_read_off_its_sentence(text, asked, cited, kept):
    made = draft((FRENCH[cited], [EVIDENCE[cited]]), direct=text, direct_evidence=EVIDENCE[cited])
    assert verify(made, asked).direct == (text if kept else None)


def test_a_day_is_that_of_its_sentence_though_alone_it_may_be_of_another_year():
    text = "La dépose sera finie au plus tard fin septembre, a dit le maire."
    (item,) = article([text])
    assert (
        verify(draft((text, [item]), direct="fin septembre", direct_evidence=item), ASKED_FR).direct == "fin septembre"
    )


def test_the_short_answer_needs_a_surviving_claim_that_cites_its_sentence():
    made = draft((FRENCH[0], [EVIDENCE[0]]), direct="725 millions d'euros", direct_evidence=EVIDENCE[6])
    assert verify(made, ASKED_FR).direct is None
    assert verify(draft(direct="x", direct_evidence=EVIDENCE[0]), ASKED_FR).direct is None
    assert verify(draft((FRENCH[0], [EVIDENCE[0]]), direct="4 à 5 milliards de dollars"), ASKED_FR).direct is None


FERRY = (
    "A ferry sank off Lindhaven on Monday night, killing seven people and injuring 24 others, Captain Ida Holm said."
)
NAVETTE = (
    "La ligne coûtera de 4 à 5 milliards de dollars et pourrait ouvrir le 20 juin 2025, a dit la ministre Ida Holm."
)


@pytest.mark.parametrize(
    ("sentence", "language", "claim", "short", "kept"),
    [
        (FERRY, "en", "Seven people were killed, Ida Holm said.", "seven", True),
        (FERRY, "en", "Seven people were killed, Ida Holm said.", "7 people", True),
        (FERRY, "en", "Seven people were killed, Ida Holm said.", "24", False),
        (FERRY, "en", "Seven people were killed, Ida Holm said.", "Monday night", False),
        (FERRY, "en", "Seven people were killed, Holm said.", "Ida Holm", True),
        (FERRY, "en", "Seven people were killed, the captain said.", "Ida Holm", False),
        (FERRY, "en", "A ferry sank, killing seven people, Ida Holm said.", "a ferry sank", True),
        (NAVETTE, "fr", "The line will cost 4–5 billion dollars, Ida Holm said.", "4–5 billion US dollars", True),
        (NAVETTE, "fr", "The line will cost 4–5 billion dollars, Ida Holm said.", "20 June 2025", False),
        (NAVETTE, "fr", "The line could open on 20 June 2025, Ida Holm said.", "20 June 2025", False),
        (NAVETTE, "fr", "The line could open on 20 June 2025, Ida Holm said.", "possibly 20 June 2025", True),
        (FERRY, "en", "Seven people were killed, Ida Holm said.", "٧", False),
        (NAVETTE, "fr", "The line will cost 4–5 billion dollars, Ida Holm said.", "5 billion dollars", False),
    ],
)
def test_a_models_short_answer_is_one_that_a_claim_of_the_same_sentence_gives(sentence, language, claim, short, kept):
    (item,) = article([sentence], language)
    found = verify(draft((claim, [item]), direct=short, direct_evidence=item, by_model=True), ASKED_EN)
    assert [each.text for each in found.claims] == [claim]
    assert found.direct == (short if kept else None)


def test_a_number_that_alone_may_be_another_word_is_the_claims():
    (item,) = article(["A ferry sank, killing nine people, police said."], "en")
    made = draft(("Neuf personnes sont mortes, selon la police.", [item]), direct="neuf", direct_evidence=item)
    assert verify(made, ASKED_FR).direct == "neuf"


@given(st.integers(0, len(FRENCH) - 1), st.sampled_from(["fr", "en"]), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_a_lying_writer_gets_nothing_through_and_an_honest_one_everything(index, language, seed):
    sentences = FRENCH if language == "fr" else ENGLISH
    evidence = article(sentences, language)[index]
    honest = verify(draft((sentences[index], [evidence])), ASKED_EN)
    assert len(honest.claims) == 1
    lies = [text for _, text in mutations(sentences[index], language, random.Random(seed))]
    lying = verify(draft(*((text, [evidence]) for text in lies)), ASKED_EN)
    assert lying.claims == ()
    assert len(lying.withheld) == len(lies)
