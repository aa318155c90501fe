"""Conversations kept in the process: found under their own name alone, and never more of them than is allowed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from rag.types import Answer, ArticleInfo, Evidence, Hit, Passage, Sentence
from rag.ui.exchange import Exchange
from rag.ui.kept import Conversation, Conversations

HIT = Hit(Passage("a", 0, 0, 4, "Yes.", ()), ArticleInfo("a"), 0.5)
EVIDENCE = Evidence(HIT, Sentence(0, 4, "Yes."), 0.5)


def test_a_conversation_is_found_under_its_own_name_alone() -> None:
    kept = Conversations()
    one, other = Conversation(), Conversation()
    kept.keep(one)
    assert kept.find(one.name) is one
    assert kept.find(other.name) is None
    for wrong in ("", one.name[:-1], one.name + "A", one.name.swapcase(), "../../etc/passwd", "\x00", "é" * 10_000):
        assert kept.find(wrong) is None


def test_names_cannot_be_guessed() -> None:
    names = {Conversation().name for _ in range(1000)}
    assert len(names) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", name) for name in names), "128 random bits each"


def test_the_conversation_used_longest_ago_is_dropped_for_a_new_one() -> None:
    kept = Conversations(most=2)
    first, second, third = Conversation(), Conversation(), Conversation()
    for value in (first, second, first, third):
        kept.keep(value)
    assert [kept.find(value.name) for value in (first, second, third)] == [first, None, third]


def test_the_oldest_exchange_is_dropped_for_a_new_one_and_numbers_stay() -> None:
    conversation = Conversation(most=2)
    for question in ("one?", "two?", "three?"):
        conversation.add(Exchange(question))
    conversation.change(0, Exchange("one?", failure="too late"))
    conversation.change(2, Exchange("three?", failure="no"))
    assert conversation.exchanges() == {1: Exchange("two?"), 2: Exchange("three?", failure="no")}
    assert conversation.asked == 3


def test_what_is_erased_is_kept_nowhere_and_no_late_answer_brings_it_back() -> None:
    kept, conversation = Conversations(), Conversation()
    conversation.add(Exchange("one?"))
    kept.keep(conversation)
    kept.erase(conversation)
    conversation.change(0, Exchange("one?", failure="too late"))
    assert kept.find(conversation.name) is None
    assert (conversation.exchanges(), conversation.asked) == ({}, 0)
    conversation.add(Exchange("two?"))
    conversation.change(0, Exchange("one?", failure="later still"))
    assert conversation.exchanges() == {0: Exchange("two?")}


def test_what_is_seen_of_a_conversation_does_not_change_under_who_sees_it() -> None:
    conversation = Conversation()
    conversation.add(Exchange("one?"))
    seen = conversation.exchanges()
    conversation.add(Exchange("two?"))
    seen[0] = Exchange("another?")
    assert conversation.exchanges() == {0: Exchange("one?"), 1: Exchange("two?")}


def test_an_answer_is_kept_without_what_was_retrieved_for_it() -> None:
    conversation = Conversation()
    conversation.add(Exchange("Yes?"))
    conversation.change(0, Exchange("Yes?", Answer("Yes?", "en", "Yes", hits=(HIT,), evidence=(EVIDENCE,))))
    assert conversation.exchanges()[0].answer == Answer("Yes?", "en", "Yes")


@pytest.mark.parametrize("most", [1, 7, 1000])
def test_many_threads_lose_nothing_and_keep_no_more_than_is_allowed(most: int) -> None:
    kept, shared = Conversations(most=most), Conversation(most=most)

    def visit(number: int) -> bool:
        own = Conversation()
        own.add(Exchange(f"{number}?"))
        kept.keep(own)
        shared.add(Exchange(f"{number}?"))
        found = kept.find(own.name)
        return found is None or found.exchanges() == {0: Exchange(f"{number}?")}

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(visit, range(400)))
    assert len(kept) == min(most, 400)
    assert shared.asked == 400
    assert list(shared.exchanges()) == list(range(max(0, 400 - most), 400))
    if most >= 400:
        assert {value.question for value in shared.exchanges().values()} == {f"{number}?" for number in range(400)}
