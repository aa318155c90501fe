"""What the sidebar says of a build under way."""

import pytest
from streamlit.testing.v1 import AppTest

from rag.pace import Progress
from rag.ui.sidebar import step
from rag.ui.words import ENGLISH, FRENCH, Words


@pytest.mark.parametrize(
    ("progress", "words", "told"),
    [
        (Progress("reading", 3, 90), ENGLISH, "Reading articles: 3/90"),
        (Progress("embedding", 40, 90, 8.0, 26.4, 18.2), ENGLISH,
         "Embedding passages: 40/90 · 26 passages a second, 18 s left"),
        (Progress("embedding", 40, 90, 8.0, 2.0, 65.0), FRENCH,
         f"Calcul des vecteurs{FRENCH.colon}40/90 · 2 passages par seconde, encore 1 min 05 s"),
        (Progress("embedding", 90, 90, 8.0, 26.4, 0.0), ENGLISH, "Embedding passages: 90/90"),
    ],
)  # fmt: skip
def test_a_step_tells_passages_a_second_and_time_left_once_known(progress: Progress, words: Words, told: str) -> None:
    assert step(progress, words) == told


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "0 articles", "0 article"), (1, "1 article", "1 article"), (999, "999 articles", "999 articles"),
     (10_000, "10,000 articles", "10\u202f000 articles"), (1_234_567, "1,234,567 articles",
      "1\u202f234\u202f567 articles")],
)  # fmt: skip
def test_large_numbers_have_their_thousands_apart(number: int, english: str, french: str) -> None:
    for words, told in ((ENGLISH, english), (FRENCH, french)):
        assert words.count(words.article_one, words.article_many, number) == told


@pytest.mark.parametrize(
    ("language", "counts", "told"),
    [
        ("en", (3, 1, 1), "Files since the last build: 3 new, 1 changed, 1 removed. Rebuild to take them in."),
        ("fr", (1, 0, 2), "Fichiers depuis la dernière construction\u00a0: 1 nouveau, 2 retirés. Reconstruisez pour en "
         "tenir compte."),
        ("en", (0, 0, 0), ""),
    ],
)  # fmt: skip
def test_files_since_the_last_build_are_counted(language: str, counts: tuple[int, int, int], told: str) -> None:
    def script(language: str, counts: tuple[int, int, int]) -> None:
        from rag.ui import sidebar
        from rag.ui.words import words_for
        from rag.unchanged import Drift

        sidebar.behind(Drift(*counts), words_for(language))

    done = AppTest.from_function(script, args=(language, counts), default_timeout=30).run()
    assert not done.exception
    drawn = [part.proto.body for part in done.get("html")]
    assert drawn == ([f'<p class="cw-report" role="status">{told}</p>'] if told else [])
