"""A denial stands by the same words in a claim and in its source."""

import pytest

from rag.citations.holding import lost_manner
from rag.citations.reasons import Reason
from rag.citations.sources import Source

# claim, its language, sentence cited, its language
DROPPED = [
    ("The council cancelled the fair.", "en", "The council did not cancel the fair.", "en"),
    ("The port blocked the ferry.", "en", "The port did not block the ferry.", "en"),
    ("La mairie a suspendu les travaux.", "fr", "La mairie n'a pas suspendu les travaux.", "fr"),
    ("The mill closed its gates.", "en", "Le moulin n'a pas fermé ses portes.", "fr"),
    ("The owner refused to sell.", "en", "The owner did not refuse to sell.", "en"),
    ("The owner sold the mill against the advice of his wife.", "en", "The owner did not sell the mill.", "en"),
    ("Pilots ratified the deal and will not strike.", "en", "Pilots have not ratified the deal and will strike.", "en"),
    ("Ils ont ratifié le pacte et ne maintiennent pas l'appel.", "fr",
     "Ils n'ont pas ratifié le pacte et maintiennent l'appel.", "fr"),
    ("The line ignored the alarm.", "en", "The line denied that it had ignored the alarm.", "en"),
    ("The line said it had ignored it.", "en", "The line denied in a statement that it had ignored the alarm.", "en"),
    ("The line admitted that it had ignored the alarm.", "en", "The line denied that it had ignored the alarm.", "en"),
    ("Le patron a falsifié les comptes.", "fr", "Le patron a nié avoir falsifié les comptes.", "fr"),
    ("The boss falsified the accounts.", "en", "Le patron conteste avoir falsifié les comptes.", "fr"),
    ("She agreed to testify and would not appeal.", "en", "She refused to testify and said she would appeal.", "en"),
    ("Le viaduc sera ouvert avant juin.", "fr", "Le viaduc ne sera pas ouvert avant juin.", "fr"),
]  # fmt: skip
ADDED = [
    ("Divers did not find the wreck but took photographs.", "en",
     "Divers found the wreck, but did not take photographs.", "en"),
    ("The council did not close the fair.", "en", "The council closed the fair.", "en"),
]  # fmt: skip
KEPT = [
    ("The boss denies falsifying the accounts.", "en", "Le patron a nié avoir falsifié les comptes.", "fr"),
    ("L'armateur dément avoir ignoré l'alarme.", "fr", "The line denied that it had ignored the alarm.", "en"),
    ("The wreck has never been seen, divers said.", "en", "L'épave n'a jamais été vue, selon eux.", "fr"),
    ("Nothing was obtained.", "en", "Nous n'avons rien obtenu.", "fr"),
    ("The pilots have signed no deal.", "en", "The pilots have not signed a deal.", "en"),
    ("The mill was certainly not sold.", "en", "The mill certainly was not sold.", "en"),
    ("The council rejected the plan to close the fair.", "en", "The council refused to close the fair.", "en"),
    ("Le viaduc n'ouvrira pas avant juin.", "fr", "The viaduct will not open before June.", "en"),
]


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), DROPPED)
def test_a_denial_that_no_longer_stands_by_its_words_is_dropped(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) == Reason("undenied")


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), ADDED)
def test_what_the_source_tells_plainly_is_not_denied(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) is not None


@pytest.mark.parametrize(("text", "language", "cited", "theirs"), KEPT)
def test_the_same_denial_in_other_words_is_kept(text, language, cited, theirs):
    assert lost_manner(text, language, [Source(cited, theirs)]) is None


def test_one_source_that_tells_it_plainly_is_enough():
    both = [Source("The council did not cancel the fair.", "en"), Source("The council cancelled the fair.", "en")]
    assert lost_manner("The council cancelled the fair.", "en", both) is None
