"""What title and date say of a question before any sentence is read."""

from __future__ import annotations

from datetime import date

import pytest

from rag.ranking.settled import dated, titled
from rag.ranking.terms import wanted
from rag.types import ArticleInfo

WORDS = wanted("Quel pont a été fermé en août 2020 ?", "fr", "fr")
NAMES = [word.word for word in WORDS]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (date(2020, 8, 3), {"août", "2020"}),
        (date(2020, 9, 1), {"août", "2020"}),
        (date(2020, 7, 31), {"2020"}),
        (date(2019, 8, 3), {"août"}),
        (None, set()),
    ],
)
def test_dated(published: date | None, told: set[str]) -> None:
    values = dict(zip(NAMES, dated(ArticleInfo("a", language="fr", published=published), WORDS), strict=True))
    assert {word for word, value in values.items() if value == 1.0} == told
    assert set(values.values()) <= {0.0, 1.0}


def test_titled() -> None:
    values = dict(zip(NAMES, titled(ArticleInfo("a", title="Les ponts ferment", language="fr"), WORDS), strict=True))
    assert (values["pont"], values["2020"]) == (1.0, 0.0)
