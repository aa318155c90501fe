"""A wire story is one source: the original is cited, the copies are named, and only where they hold the sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings, build
from rag.citations import Verified
from rag.originals import cite_originals, with_outlets
from rag.types import Article, ArticleInfo, Citation, Claim, Draft, DraftClaim, Filter
from tests import found

STORY = (
    "Le pont de Vernoux sera fermé pendant onze semaines, a annoncé la préfecture mercredi. "
    "Les travaux coûteront 3,4 millions d'euros à la région, qui espère rouvrir les deux voies avant l'hiver. "
    "Une déviation passera par la vallée de la Doux, où la circulation des poids lourds reste interdite la nuit. "
    "Les commerçants du bourg demandent une aide, car la moitié de leurs clients viennent de l'autre rive."
)
OTHER = "Le marché de Vernoux change de place. Les forains s'installent sur le quai, à côté de la gare routière."


def corpus(folder: Path, *articles: dict[str, str]) -> Path:
    folder.mkdir()
    lines = [json.dumps({"language": "fr", **article}, ensure_ascii=False) for article in articles]
    (folder / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("wire")
    articles = corpus(
        folder / "corpus",
        {"id": "copy", "title": "Vernoux sans pont", "source": "La Rive", "published": "2023-03-02", "text": STORY},
        {"id": "first", "title": "Le pont fermé", "source": "L'Agence", "published": "2023-03-01", "text": STORY},
        {"id": "late", "title": "Pont de Vernoux", "source": "Le Matin", "published": "2023-03-03", "text": STORY},
        {"id": "other", "title": "Le marché", "source": "Le Soir", "published": "2023-02-01", "text": OTHER},
    )
    build(articles, folder / "index")
    with Assistant.open(folder / "index", Settings()) as opened:
        yield opened


def test_the_earliest_copy_is_cited_and_the_others_are_named(wire: Assistant) -> None:
    answer = wire.ask("Combien coûteront les travaux du pont de Vernoux ?")
    assert answer.direct == "3,4 millions d'euros"
    assert {citation.article_id for citation in answer.citations} == {"first"}
    assert all(citation.also_in == ("La Rive", "Le Matin") for citation in answer.citations)
    assert len({claim.text for claim in answer.claims}) == len(answer.claims)
    for citation in answer.citations:
        text = wire.index.article(citation.article_id).text
        assert text[citation.start : citation.end] == citation.quote


def test_a_filter_keeps_copies_outside_it_unnamed(wire: Assistant) -> None:
    answer = wire.ask("Combien coûteront les travaux du pont de Vernoux ?", filter=Filter(sources=("La Rive",)))
    assert {citation.article_id for citation in answer.citations} == {"copy"}
    assert answer.citations[0].also_in == ()


@pytest.mark.parametrize("deleted", ["cited", "copy"])
def test_an_article_deleted_since_it_was_found_is_no_copy(deleted: str) -> None:
    cited, copy = (found.evidence(STORY, ArticleInfo(name, language="fr", source=name)) for name in ("cited", "copy"))
    draft = Draft((DraftClaim(cited.sentence.text, (cited,)),))

    def article(article_id: str) -> Article:
        if article_id == deleted:
            raise KeyError(article_id)
        return Article(ArticleInfo(article_id), STORY)

    same, elsewhere = cite_originals(draft, lambda _: [copy], article)
    assert same == draft
    assert elsewhere == {cited.place: ()}


def test_outlets_are_told_by_place() -> None:
    citation = Citation(1, "a", 0, 4, "Oui.")
    verified = Verified((Claim("Oui.", (citation,)),), None, ())
    told = with_outlets(verified, {("a", 0, 4): ("X", "Y"), ("b", 0, 4): ("Z",)})
    assert told.claims[0].citations[0].also_in == ("X", "Y")
