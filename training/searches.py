"""Query and passage pairs for the retrieval stage: questions, news titles, clozes of news sentences.

Knows how searches look. Does not know models. English queries over French text are word-for-word glosses.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.data import NewsText, Piaf
from training.glossary import Glossary

PASSAGE = 800  # characters, as the index cuts them
SENTENCE_END = re.compile(r"(?<=[.!?»\"])\s+(?=[A-ZÀ-Ü«\"0-9-])")


@dataclass(frozen=True)
class Search:
    """A query, a passage that answers it, and the number of the text they come from."""

    query: str
    passage: str
    group: int


def question_searches(piaf: Piaf, glossary: Glossary, chooser: random.Random) -> list[Search]:
    """PIAF's training questions, every other one glossed into English."""
    found = []
    for question in piaf.train:
        text = question.text if chooser.random() < 0.5 else glossary.english(question.text, chooser)
        found.append(Search(text, piaf.paragraphs[question.paragraph], question.paragraph))
    return found


def english_searches(data: Path, glossary: Glossary, chooser: random.Random) -> list[Search]:
    """SelQA questions over their sections, every other one switched to French; not the split the ranker holds out."""
    found = []
    with lzma.open(data / "selqa.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if row["split"] != "dev":
                query = row["question"] if chooser.random() < 0.5 else glossary.switch(row["question"], 1.0, chooser)
                found.append(Search(query, " ".join(row["candidates"]), number))
    return found


def foreign_searches(
    news: list[NewsText], glossary: Glossary, chooser: random.Random, first: float = 1.0
) -> list[Search]:
    """French titles over their articles glossed into English, ``first`` of them over the beginning."""
    found = []
    for number, item in enumerate(news):
        if chunks := chunks_of(item.text):
            chunk = chunks[0] if first == 1.0 or chooser.random() < first else chooser.choice(chunks)
            found.append(Search(item.title, glossary.english(" ".join(chunk), chooser), number))
    return found


def report_searches(
    events: Sequence[tuple[NewsText, NewsText]], glossary: Glossary, chooser: random.Random
) -> list[Search]:
    """Titles over the other language's report of the same event: French ones over English passages, and back.

    The English reports' own titles, as they are and switched to French, stand over them, too.
    """
    found = []
    for number, (french, english) in enumerate(events):
        for chunk in chunks_of(english.text):
            titles = (french.title, english.title, glossary.switch(english.title, 1.0, chooser))
            found += [Search(title, " ".join(chunk), number) for title in titles]
        found += [Search(english.title, " ".join(chunk), number) for chunk in chunks_of(french.text)]
    return found


def title_searches(news: Sequence[NewsText], glossary: Glossary, chooser: random.Random) -> list[Search]:
    """Titles over the beginnings of their articles: a third French, a third glossed, a third over glossed articles."""
    found = []
    for number, item in enumerate(news):
        chunks = chunks_of(item.text)
        if not chunks:
            continue
        title = item.title
        passage = " ".join(chunks[0] if chooser.random() < 0.7 else chooser.choice(chunks))
        glossed = chooser.choice(("title", "passage", "neither"))
        if glossed == "title":
            title = glossary.english(title, chooser)
        elif glossed == "passage":
            passage = glossary.english(passage, chooser)
        found.append(Search(title, passage, number))
    return found


def news_searches(news: list[NewsText], glossary: Glossary, chooser: random.Random) -> list[Search]:
    """For each article its title over its text, or a cloze of one sentence over that sentence's passage.

    Half of either is glossed into English. A title's passage has no title in front, or there would be nothing to learn;
    a cloze's passage has one, as in the index.
    """
    found = []
    for number, item in enumerate(news):
        chunks = chunks_of(item.text)
        if not chunks:
            continue
        if chooser.random() < 0.5:
            query = item.title
            passage = " ".join(chunks[0] if chooser.random() < 0.65 else chooser.choice(chunks))
        else:
            chunk = chooser.choice(chunks)
            query = cloze(chooser.choice([s for s in chunk if len(s.split()) >= 6] or chunk), item.title, chooser)
            passage = item.title + "\n" + " ".join(chunk)
        query = query if chooser.random() < 0.5 else glossary.english(query, chooser)
        found.append(Search(query, passage, number))
    return found


def chunks_of(text: str) -> list[list[str]]:
    """Whole sentences in runs of about ``PASSAGE`` characters."""
    chunks: list[list[str]] = [[]]
    size = 0
    for sentence in SENTENCE_END.split(text.replace("\n", " ")):
        sentence = sentence.strip(' "')
        if len(sentence) < 15:
            continue
        if chunks[-1] and size + len(sentence) > PASSAGE:
            chunks.append([])
            size = 0
        chunks[-1].append(sentence)
        size += len(sentence)
    return [chunk for chunk in chunks if sum(map(len, chunk)) > 150]


def cloze(sentence: str, title: str, chooser: random.Random) -> str:
    """A sentence with a stretch and some of its words left out, sometimes with words of the title: like a question."""
    words = sentence.split()
    if len(words) > 10:
        gap = chooser.randint(2, len(words) // 3)
        start = chooser.randrange(len(words) - gap)
        words = words[:start] + words[start + gap :]
    kept = [word for word in words if chooser.random() > 0.2][:24]
    if chooser.random() < 0.5:
        kept += [word for word in title.split() if chooser.random() < 0.5]
    return " ".join(kept)


def hard_batches(
    searches: list[Search], near: dict[int, list[int]], size: int, chooser: random.Random
) -> list[list[int]]:
    """Positions in batches made of small neighbourhoods, so that a batch's other passages are hard negatives.

    Args:
        searches: all of one source.
        near: for each group its nearest groups, nearest first.
        size: searches in a batch.
        chooser: source of chance.
    """
    of_group: dict[int, list[int]] = {}
    for position, search in enumerate(searches):
        of_group.setdefault(search.group, []).append(position)
    for members in of_group.values():
        chooser.shuffle(members)
    order: list[int] = []
    waiting = list(of_group)
    chooser.shuffle(waiting)
    while any(of_group[group] for group in waiting):
        for group in waiting:
            for other in [group, *near.get(group, [])[:7]]:
                if of_group.get(other):
                    order.append(of_group[other].pop())
        waiting = [group for group in waiting if of_group[group]]
        chooser.shuffle(waiting)
    batches = []
    for start in range(0, len(order) - size // 2, size):
        batches.append(order[start : start + size])
    chooser.shuffle(batches)
    return batches
