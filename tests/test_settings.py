"""Settings come from the environment, are checked once, and say which variable was wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rag.errors import SettingsError
from rag.settings import Settings


def test_defaults_need_no_environment() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert (settings.corpus, settings.index, settings.encoder, settings.chat_model) == (
        Path("corpus"),
        Path("index"),
        "",
        "",
    )


def test_every_field_is_read() -> None:
    settings = Settings.from_environment(
        {
            "CITEWIRE_CORPUS": "/news",
            "CITEWIRE_HITS": "12",
            "CITEWIRE_CHAT_TIMEOUT": "2.5",
            "CITEWIRE_ENCODER": "some/model",
            "CITEWIRE_REFUSAL_THRESHOLD": "0.3",
        }
    )
    assert settings.corpus == Path("/news")
    assert (settings.hits, settings.chat_timeout, settings.encoder) == (12, 2.5, "some/model")
    assert settings.refusal_threshold == 0.3


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("CITEWIRE_HITS", "many", "CITEWIRE_HITS='many' is not a whole number"),
        ("CITEWIRE_HITS", "0", "hits=0 is out of range"),
        ("CITEWIRE_CHAT_TIMEOUT", "soon", "CITEWIRE_CHAT_TIMEOUT='soon' is not a number"),
        ("CITEWIRE_REFUSAL_THRESHOLD", "nan", "CITEWIRE_REFUSAL_THRESHOLD='nan' is not a number"),
        ("CITEWIRE_REFUSAL_THRESHOLD", "2", "refusal_threshold=2.0 is out of range: choose 0 to 1"),
        ("CITEWIRE_CLAIMS", "99", "claims=99 is out of range"),
    ],
)
def test_an_impossible_value_is_named(variable: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        Settings.from_environment({variable: value})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"hits": "8"}, "hits='8' is not a whole number: give one, or leave it out"),
        ({"hits": 2.5}, "hits=2.5 is not a whole number"),
        ({"claims": None}, "claims=None is not a whole number"),
        ({"threads": True}, "threads=True is not a whole number"),
        ({"chat_timeout": "60"}, "chat_timeout='60' is not a number"),
        ({"encoder": None}, "encoder=None is not text"),
        ({"index": "index"}, "index='index' is not a path"),
    ],
)
def test_a_value_of_another_type_is_named(given: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings(**given)


def test_a_whole_number_is_a_number_and_none_the_calibrated_threshold() -> None:
    assert Settings(chat_timeout=5, refusal_threshold=None).chat_timeout == 5


def test_every_field_comes_back_from_the_environment_it_was_put_into() -> None:
    settings = Settings(Path("a"), Path("b"), "e", "openai:m", "http://localhost", 2.5, 3, 2, 1, 0.25)
    assert Settings.from_environment(settings.to_environment({})) == settings


def test_blank_means_default() -> None:
    assert Settings.from_environment({"CITEWIRE_HITS": "  "}).hits == Settings().hits


def test_a_home_that_is_nobodys_is_named() -> None:
    with pytest.raises(SettingsError, match="CITEWIRE_CORPUS='~nosuch/news' is not a path: set it to one") as caught:
        Settings.from_environment({"CITEWIRE_CORPUS": "~nosuch/news"})
    assert "\n" not in str(caught.value)
