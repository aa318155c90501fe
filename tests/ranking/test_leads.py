"""The leads of the articles about a topic, over passages made for the purpose."""

from __future__ import annotations

from datetime import date

import numpy as np

from rag.question import analyse
from rag.ranking.asked import Asked, words_in
from rag.ranking.leads import leads
from rag.types import ArticleInfo, Hit, Passage, Sentence


def asked(text: str) -> Asked:
    question = analyse(text)
    return Asked(question, np.zeros(1, np.float32), words_in(question, ("en", "fr")), ())


def hit(name: str, *sentences: str, cosine: float = 0.5, day: int = 1, ordinal: int = 0, language: str = "en") -> Hit:
    placed, start = [], 0
    for sentence in sentences:
        placed.append(Sentence(start, start + len(sentence), sentence))
        start += len(sentence) + 1
    passage = Passage(name, ordinal, 0, start - 1, " ".join(sentences), tuple(placed))
    info = ArticleInfo(name, title=name, published=date(2024, 5, day), language=language)
    return Hit(passage, info, cosine, dense_score=cosine)


FIRE = hit("Harbour fire", "A fire broke out in the harbour of Porto and destroyed two warehouses.", day=1)
AFTER = hit("Porto counts the cost", "Porto put the damage of the harbour fire at ten million euros.", day=3)


def test_each_article_about_it_gives_its_lead_the_likeliest_first() -> None:
    found = leads(asked("What happened in Porto?"), [FIRE, AFTER])
    assert [item.hit.article.id for item in found] == ["Porto counts the cost", "Harbour fire"]
    assert found[1].sentence.text.startswith("A fire broke out")


def test_the_newest_comes_first_where_news_is_wanted() -> None:
    later = hit("Harbour", "The harbour of Porto has been cleared of the wreckage after the fire.", day=9)
    found = leads(asked("What's new in Porto?"), [FIRE, AFTER, later], newest_first=True)
    assert [item.hit.article.published for item in found if item.hit.article.published] == [
        date(2024, 5, 9),
        date(2024, 5, 3),
        date(2024, 5, 1),
    ]


def test_an_article_that_opens_with_something_else_is_not_about_it() -> None:
    other = hit("Weather", "Rain is expected along the whole of the coast until Sunday evening.", cosine=0.6)
    deep = hit("Weather", "Porto will see showers of rain at the end of the week, too.", ordinal=3)
    assert leads(asked("Porto"), [other, deep]) == []


def test_a_quotation_or_a_question_is_no_lead_where_something_is_told_beside_it() -> None:
    spoken = hit(
        "Porto",
        "Will Porto ever see the end of the clearing of its harbour?",
        "Workers have cleared half of the wreckage in the harbour of Porto.",
    )
    assert leads(asked("Porto"), [spoken])[0].sentence.text.startswith("Workers")


def test_half_a_quotation_is_no_lead() -> None:
    cut = hit("Porto", 'The vote in Porto "was neither free nor fair.', "Women marched through Porto for a third day.")
    assert leads(asked("Porto"), [cut])[0].sentence.text.startswith("Women")


def test_a_sentence_that_points_back_is_no_lead() -> None:
    fuller = "Women marched through the old town of Porto for a third day in a row."
    pointing = hit("Porto", "It was the third day of marches of women in Porto.", fuller)
    assert leads(asked("Porto"), [pointing])[0].sentence.text == fuller
    alone = hit("Porto", "It was the third day of marches of women in Porto.")
    assert leads(asked("Porto"), [alone])[0].sentence.text.startswith("It was")


def test_an_article_in_the_other_language_counts() -> None:
    french = hit("Incendie", "Un incendie a détruit deux entrepôts du port de Lisbonne.", language="fr")
    found = leads(asked("What happened in Lisbon?"), [french])
    assert [item.hit.article.language for item in found] == ["fr"]
