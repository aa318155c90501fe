"""How a question and a passage are put before the reading model, and how its answer is read back.

Layout: [CLS] question [SEP] title sentence sentence ... [SEP], types 0 and 1. Knows numbers of tokens. Does not know
the model's file or any tokenizer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CLS, SEP = 101, 102
WINDOW = 352
"""Tokens read at once: 64 of question, 40 of title, the rest passage."""

_QUESTION, _TITLE = 64, 40


@dataclass(frozen=True, slots=True)
class Layout:
    """Token ids and types, and for each token the number of its sentence, -1 where it belongs to none."""

    ids: list[int]
    types: list[int]
    sentence: list[int]


def lay_out(question: Sequence[int], title: Sequence[int], sentences: Sequence[Sequence[int]]) -> Layout:
    """One run of the model. Sentences that do not fit are cut; a sentence of which nothing fits has no tokens."""
    ids = [CLS, *question[:_QUESTION], SEP]
    types = [0] * len(ids)
    place = [-1] * len(ids)
    ids += title[:_TITLE]
    place += [-1] * (len(ids) - len(place))
    for number, sentence in enumerate(sentences):
        room = WINDOW - 1 - len(ids)
        ids += sentence[:room]
        place += [number] * (len(ids) - len(place))
        if len(sentence) >= room:
            break
    ids.append(SEP)
    place.append(-1)
    types += [1] * (len(ids) - len(types))
    return Layout(ids, types, place)
