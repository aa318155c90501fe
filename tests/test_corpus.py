"""The sample corpus: twenty articles that say they are samples, readable, dated, and telling what the app is asked."""

from collections import Counter
from pathlib import Path

import pytest

from rag.language import detect, sentence_spans
from rag.readers import list_files, read_file
from rag.types import Article, Skipped

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="module")
def found():
    return [item for file in list_files(CORPUS) for item in read_file(CORPUS, file)]


@pytest.fixture(scope="module")
def articles(found):
    return [item for item in found if isinstance(item, Article)]


def test_twenty_articles_half_french_half_english(articles):
    assert Counter(article.info.language for article in articles) == {"fr": 10, "en": 10}


def test_only_the_readme_is_skipped(found):
    assert [item.path for item in found if isinstance(item, Skipped)] == []


def test_each_has_its_metadata_and_says_it_is_a_sample(articles):
    for article in articles:
        info = article.info
        assert info.title and info.published
        assert info.source.startswith("Citewire sample")
        assert info.published_origin == "metadata" and not info.language_detected
        assert info.path.startswith(str(info.published))
        assert "\nsample: true\n" in (CORPUS / info.path).read_text(encoding="utf-8")


def test_each_is_a_short_article_in_the_language_it_says(articles):
    for article in articles:
        assert 120 <= len(article.text.split()) <= 250, article.id
        assert detect(article.text)[0] == article.info.language, article.id
        assert all(article.text[end - 1] in ".»" for _, end in sentence_spans(article.text))


def test_the_sentence_the_first_question_is_about(articles):
    text = next(article.text for article in articles if "autorite-de-retrait" in article.id)
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    (sentence,) = [each for each in sentences if "4 à 5 milliards de dollars" in each]
    assert sentence.startswith("Selon les estimations, il reste à M. Biden")
    assert sentence.endswith("le 20 janvier.")


def test_one_figure_evolves_over_reports(articles):
    tolls = {"2023-09-10": "2 012 morts", "2023-09-11": "2,862", "2023-09-13": "2 901 personnes"}
    reports = {
        str(article.info.published): article
        for article in articles
        if "8 septembre" in article.text or "Morocco" in article.text
    }
    assert set(tolls) <= set(reports)
    for day, figure in tolls.items():
        assert figure in reports[day].text
