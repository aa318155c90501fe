"""A filter checks what it is given, as settings do: a wrong one would be taken for a corpus that does not say."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from rag.errors import UsageError
from rag.types import Filter

DAY = date(2024, 11, 28)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"languages": "fr"},
            r"languages='fr' of a filter is no tuple of texts: give one, such as languages=\('fr',\)",
        ),
        ({"sources": "Le Phare"}, r"sources='Le Phare' of a filter .* sources=\('Le Phare',\)"),
        ({"sources": None}, "sources=None of a filter is no tuple of texts"),
        ({"article_ids": (1, 2)}, r"article_ids=\(1, 2\) of a filter is no tuple of texts"),
        ({"since": "2024-01-01"}, r"since='2024-01-01' of a filter is no day: give one, such as since=date\(2024, 11"),
        ({"until": 2024}, "until=2024 of a filter is no day"),
    ],
)
def test_a_field_of_another_type_is_named(given: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        Filter(**given)
    assert "\n" not in str(caught.value)


def test_what_can_only_mean_one_thing_is_taken_for_it() -> None:
    given: Any = {"languages": ["FR", "fr_CA", "en"], "sources": ["Le Phare"], "since": datetime(2024, 11, 28, 9, 30)}
    assert Filter(**given) == Filter(("fr", "en"), ("Le Phare",), DAY)
    assert hash(Filter(**given)) == hash(Filter(("fr", "en"), ("Le Phare",), DAY))


def test_a_filter_laid_over_another_keeps_the_narrower_days() -> None:
    both = Filter(since=DAY).within(date(2024, 1, 1), DAY)
    assert (both.since, both.until, both.is_empty) == (DAY, DAY, False)
    assert Filter().is_empty and Filter().within(None, None).is_empty
