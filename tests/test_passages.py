"""Passages: whole sentences near the target length, within the window, covering the article."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.language import normalise, sentence_spans
from rag.passages import TARGET, shorten_title, split
from rag.types import Article, ArticleInfo

SENTENCE = "Le conseil municipal a voté la construction d'une passerelle au-dessus du fleuve. "


def words(texts):
    """A token a word or mark, and one for every eight letters of a long word."""
    return [sum(1 + len(word) // 8 for word in text.split()) for text in texts]


def article(text, title="", language="fr"):
    return Article(ArticleInfo(id="a", title=title, language=language), text)


def check(passages, whole, max_tokens):
    position = 0
    for ordinal, passage in enumerate(passages):
        assert passage.ordinal == ordinal
        assert whole.text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert not whole.text[position : passage.start].strip()
        assert passage.sentences[0].start == passage.start
        assert passage.sentences[-1].end == passage.end
        for sentence in passage.sentences:
            assert whole.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
            assert not whole.text[position : sentence.start].strip()
            position = sentence.end
        assert words([passage.embedding_text])[0] <= max_tokens or len(passage.sentences) == 1
    assert not whole.text[position:].strip()


def test_a_short_article_is_one_passage():
    whole = article(SENTENCE * 4, title="Une passerelle")
    (passage,) = split(whole, words, 256)
    assert passage.text == (SENTENCE * 4).strip()
    assert passage.id == f"a@0-{len(passage.text)}"
    assert passage.embedding_text == "Une passerelle\n" + passage.text
    assert len(passage.sentences) == 4


def test_nothing_to_read_gives_no_passage():
    assert split(article(""), words, 256) == ()
    assert split(article(" \n\n"), words, 256) == ()


def test_lengths_stay_near_the_target_and_the_last_is_not_tiny():
    for count in range(1, 80):
        whole = article(SENTENCE * count)
        passages = split(whole, words, 256)
        check(passages, whole, 256)
        lengths = [len(passage.text) for passage in passages]
        assert sum(lengths) + len(lengths) - 1 == len(whole.text.strip())
        if len(whole.text) > TARGET:
            assert min(lengths) > TARGET / 2
        assert max(lengths) < 1.6 * TARGET


def test_passages_end_with_paragraphs_where_that_costs_little():
    paragraphs = [SENTENCE * 8, SENTENCE * 9, SENTENCE * 10]
    whole = article("\n\n".join(paragraph.strip() for paragraph in paragraphs))
    passages = split(whole, words, 256)
    assert [passage.text for passage in passages] == [paragraph.strip() for paragraph in paragraphs]


def test_a_small_window_makes_small_passages():
    whole = article(SENTENCE * 12, title="Une passerelle")
    passages = split(whole, words, 64)
    check(passages, whole, 64)
    assert len(passages) >= 4


def test_a_sentence_longer_than_the_window_is_cut_at_clauses():
    clauses = [f"le point numéro {number} de l'ordre du jour a été adopté sans débat" for number in range(30)]
    whole = article(", ".join(clauses) + ".")
    assert len(sentence_spans(whole.text)) == 1
    passages = split(whole, words, 64)
    check(passages, whole, 64)
    pieces = [sentence.text for passage in passages for sentence in passage.sentences]
    assert len(pieces) > 4
    assert all(piece.endswith((",", ".")) for piece in pieces)


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "mot " * 3_000, "é" * 3_000 + " " + "à" * 3_000, "a" * 40 + "  \n" + "b" * 900]
)
def test_texts_without_clauses_or_spaces_are_cut_and_nothing_is_lost(text):
    whole = article(text)
    passages = split(whole, words, 64)
    check(passages, whole, 64)
    joined = "".join("".join(passage.text.split()) for passage in passages)
    assert joined == "".join(text.split())
    assert all(words([passage.text])[0] <= 64 for passage in passages)


def test_a_title_is_context_on_one_line_and_of_sane_length():
    assert shorten_title("  Un \n titre ") == "Un titre"
    assert shorten_title("") == ""
    long = shorten_title("Un titre qui ne finit pas, " * 20)
    assert len(long) <= 160
    assert long.endswith("…")
    assert not long.removesuffix("…").endswith((" ", ","))
    assert len(shorten_title("x" * 500)) <= 160


def test_a_long_title_leaves_room_for_text():
    whole = article(SENTENCE * 3, title="mot " * 200)
    passages = split(whole, words, 64)
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(whole.text.split())


def test_tokens_are_counted_in_few_calls():
    calls = []

    def counting(texts):
        calls.append(len(texts))
        return words(texts)

    split(article(SENTENCE * 100, title="Titre"), counting, 256)
    assert calls == [1, 100]


PIECES = [SENTENCE, "Oui. ", "\n\n", "\n", '"', "« Non ! » ", "x" * 300, "M. Dupont, ", "3.5 ", "a, b; c: "]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from([24, 64, 256]), st.booleans())
def test_every_sentence_is_in_one_passage_within_the_window(text, window, titled):
    whole = article(normalise(text), title="Un titre de cinq mots" if titled else "")
    check(split(whole, words, window), whole, window)


def test_the_order_of_work_does_not_matter():
    chance = random.Random(5)
    text = "".join(chance.choice(PIECES) for _ in range(200))
    assert split(article(normalise(text)), words, 128) == split(article(normalise(text)), words, 128)
