"""The same statement in two languages is told once."""

import pytest

from rag.citations import verify
from rag.citations.folding import says_the_same
from rag.citations.support import Source
from rag.types import ArticleInfo, Draft, DraftClaim, Question
from tests.found import evidence_of, hit_of

FRENCH = "Le séisme a tué 120 personnes au Maroc, selon le gouvernement."
CASES = [
    ("The earthquake killed 120 people in Morocco, the government said.", True),
    ("The earthquake killed 122 people in Morocco, the government said.", False),
    ("The earthquake killed 120 people in Algeria, the government said.", False),
    ("The earthquake killed 120 people in Morocco.", False),
    ("The government of Morocco has opened 120 schools.", False),
]


@pytest.mark.parametrize(("english", "same"), CASES)
def test_sentences_that_bear_each_other_out_say_the_same(english, same):
    one, other = Source(FRENCH, "fr"), Source(english, "en")
    assert says_the_same(one, other) is says_the_same(other, one) is same


def test_one_language_is_never_folded():
    assert not says_the_same(Source(FRENCH, "fr"), Source(FRENCH, "fr"))


def test_the_second_adds_its_citation_to_the_first():
    english = "The earthquake killed 120 people in Morocco, the government said."
    told = [
        *evidence_of(hit_of(ArticleInfo("a", title="Séisme", language="fr"), FRENCH)),
        *evidence_of(hit_of(ArticleInfo("b", title="Quake", language="en"), english)),
    ]
    claims = tuple(DraftClaim(one.sentence.text, (one,)) for one in told)
    (claim,) = verify(Draft(claims), Question("How many died?", "en")).claims
    assert claim.text == FRENCH
    assert [(c.number, c.article_id, c.quote) for c in claim.citations] == [(1, "a", FRENCH), (2, "b", english)]


def test_numbers_follow_one_another_as_they_are_read():
    english, other = CASES[0][0], "Le séisme a aussi tué 40 personnes à Agadir, selon le gouvernement."
    told = [
        *evidence_of(hit_of(ArticleInfo("a", title="Séisme", language="fr"), FRENCH)),
        *evidence_of(hit_of(ArticleInfo("c", title="Agadir", language="fr"), other)),
        *evidence_of(hit_of(ArticleInfo("b", title="Quake", language="en"), english)),
    ]
    claims = verify(Draft(tuple(DraftClaim(one.sentence.text, (one,)) for one in told)), Question("Who?", "en")).claims
    assert [[(c.number, c.article_id) for c in claim.citations] for claim in claims] == [
        [(1, "a"), (2, "b")],
        [(3, "c")],
    ]
