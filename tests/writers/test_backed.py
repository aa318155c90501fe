"""Whatever becomes of the chat model, the reader gets the articles' own sentences and a plain word on why."""

from __future__ import annotations

import pytest
from langchain_core.language_models import FakeListChatModel

from rag.citations import verify
from rag.settings import Settings
from rag.types import Question
from rag.writers import load_writer
from rag.writers.backed import BackedWriter
from rag.writers.chat import ChatWriter
from rag.writers.extractive import ExtractiveWriter
from rag.writers.marks import CANNOT_ANSWER
from tests.writers.material import FUND, QUESTION

QUOTE = FUND[0].sentence.text
FRENCH = Question("Combien reste-t-il dans le fonds ?", "fr", "how_much")


def backed(reply: str, threshold: float = 0.0) -> BackedWriter:
    chat = ChatWriter(FakeListChatModel(responses=[reply]))
    return BackedWriter(chat, ExtractiveWriter(claims=1, threshold=threshold))


@pytest.mark.parametrize(
    "reply",
    [
        "ANSWER: 13 million euros [1]\nThe fund holds 13 million euros [1].",
        "The fund holds 12 million euros.",
        "The fund holds 12 million euros [7].",
        "I am sorry, I cannot help with that.",
        "word " * 5000,
    ],
    ids=["a figure changed", "no marks", "an invented mark", "no help at all", "five thousand words"],
)
def test_what_nothing_bears_out_gives_way_to_the_articles_own_sentences(reply: str) -> None:
    draft = backed(reply).write(QUESTION, FUND)
    verified = verify(draft, QUESTION)
    assert [claim.text for claim in verified.claims] == [QUOTE]
    assert [item.text for item in verified.withheld] == [claim.text for claim in draft.claims[1:]]
    assert verified.withheld
    assert draft.note.startswith("Nothing that the chat model wrote is borne out")


def test_a_reply_that_holds_in_part_stands() -> None:
    draft = backed("The fund holds 12 million euros [1].\nIt holds 13 million euros [1].").write(QUESTION, FUND)
    verified = verify(draft, QUESTION)
    assert [claim.text for claim in verified.claims] == ["The fund holds 12 million euros."]
    assert (len(verified.withheld), draft.note) == (1, "")


def test_a_model_that_says_the_articles_do_not_answer_is_believed() -> None:
    assert backed(CANNOT_ANSWER).write(QUESTION, FUND).refusal == "weak_evidence"


def test_that_a_model_finds_no_answer_is_told() -> None:
    assert backed(CANNOT_ANSWER).write(QUESTION, FUND).note == "The chat model wrote that the articles do not say."
    assert backed("Les articles ne le disent pas.").write(FRENCH, FUND).note == (
        "Le modèle a écrit que les articles ne le disent pas."
    )


@pytest.mark.parametrize(
    "reply",
    [
        "I am sorry, the articles do not tell me that.",
        "The sources do not say.",
        "It is not mentioned in the articles.",
        "I don't know.",
    ],
)
def test_a_refusal_in_other_words_is_believed_too(reply: str) -> None:
    draft = backed(reply).write(QUESTION, FUND)
    assert (draft.refusal, draft.claims) == ("weak_evidence", ())
    assert backed("Rien dans les articles ne permet de le dire.").write(FRENCH, FUND).refusal == "weak_evidence"


@pytest.mark.parametrize(
    ("question", "reply", "direct", "claims"),
    [
        (QUESTION, "12 million euros [1]\nThe articles do not say who paid.", "12 million euros", 1),
        (QUESTION, "12 million euros [1]\nIt dates from 2018 [2].", "12 million euros", 1),
        (QUESTION, "12 million euros [1]\nIt was created in 2019 [2].", "12 million euros", 2),
        (FRENCH, "12 millions d'euros [1]\nLes articles ne disent pas qui a payé.", "12 millions d'euros", 1),
        (FRENCH, "12 millions d'euros [1]\nIl a été créé en 2018 [2].", "12 millions d'euros", 1),
    ],
)
def test_a_short_answer_stands_though_no_claim_bears_it_out(
    question: Question, reply: str, direct: str, claims: int
) -> None:
    draft = backed(f"ANSWER: {reply}").write(question, FUND)
    verified = verify(draft, question)
    assert (verified.direct, verified.claims[0].text, len(verified.claims)) == (direct, direct, claims)
    assert draft.note == ""


def test_a_short_answer_that_does_not_hold_is_told_as_withheld() -> None:
    draft = backed("ANSWER: 13 million euros [1]\nIt was created in 2019 [2].").write(QUESTION, FUND)
    verified = verify(draft, QUESTION)
    assert (verified.direct, [claim.text for claim in verified.claims]) == (None, ["It was created in 2019."])
    assert [item.text for item in verified.withheld] == ["13 million euros"]


def test_a_short_answer_that_a_claim_bears_out_is_no_claim_of_its_own() -> None:
    draft = backed("ANSWER: 12 million euros [1]\nThe fund holds 12 million euros [1].").write(QUESTION, FUND)
    assert [claim.text for claim in draft.claims] == ["The fund holds 12 million euros."]


def test_that_a_reply_was_too_long_is_told_beside_the_quotes() -> None:
    draft = backed("The fund holds 13 million euros [1].\n" * 60).write(QUESTION, FUND)
    assert draft.note.startswith("Nothing that the chat model wrote is borne out")
    assert draft.note.endswith("more than can be checked; statements read: 40.")
    assert len(draft.claims) == 41


def test_where_quotes_do_not_answer_either_all_is_withheld() -> None:
    draft = backed("The fund holds 13 million euros [1].", threshold=1.0).write(QUESTION, FUND)
    assert (len(draft.claims), draft.note) == (1, "")
    assert verify(draft, QUESTION).claims == ()


def test_a_model_that_cannot_be_reached_is_told_beside_the_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")
    writer = load_writer(
        Settings(chat_model="openai:small", chat_base_url="http://127.0.0.1:9/v1", claims=1, refusal_threshold=0.0)
    )
    for question, told in ((QUESTION, "These are the articles' own sentences, since"), (FRENCH, "faute de réponse")):
        draft = writer.write(question, FUND)
        assert [claim.text for claim in draft.claims] == [QUOTE]
        assert told in draft.note and "openai:small at http://127.0.0.1:9/v1 cannot be reached" in draft.note
