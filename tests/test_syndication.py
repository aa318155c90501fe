"""Copies are found, updates are not taken for copies, and the original is the earliest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.syndication import cluster, find_copies, group, resemblance, signature
from rag.types import Article, ArticleInfo

PARAGRAPHS = [
    "PARIS, 3 mai - Le conseil municipal a voté lundi la construction d'une passerelle au-dessus du fleuve, attendue "
    "depuis plus de dix ans par les habitants des deux rives et par les associations de cyclistes.",
    "L'ouvrage, long de 240 mètres, doit coûter 18 millions d'euros. La région en paiera un tiers, l'Europe un autre, "
    "et la ville le reste, sans hausse d'impôts selon la maire, qui en avait fait une promesse de campagne.",
    "Les travaux commenceront au printemps prochain et dureront vingt-six mois. Deux appels d'offres seront lancés "
    "avant l'été, l'un pour les fondations, l'autre pour le tablier en bois et en acier imaginé par l'architecte.",
    "L'opposition regrette que le marché couvert, fermé depuis l'incendie de l'hiver dernier, doive attendre encore. "
    "Elle demande un calendrier public et une réunion avec les commerçants avant la fin du mois.",
]
STORY = "\n".join(PARAGRAPHS)
OTHER = (
    "Le club de la ville a remporté samedi la finale du championnat régional devant trois mille spectateurs. Mené à la "
    "pause, il a renversé le match en marquant deux fois dans le dernier quart d'heure, avant de tenir jusqu'au bout."
)


def article(key, text, published=None, moment=""):
    return Article(ArticleInfo(id=key, published=published, published_at=moment), text)


def test_a_signature_is_the_same_on_every_machine():
    assert signature("Le chat dort sur le canapé gris.")[:12].hex() == "030000001375280006c99b1b"
    assert signature("LE CHAT, dort — sur le « canape » gris") == signature("Le chat dort sur le canapé gris.")


def test_size_of_a_signature():
    assert len(signature("")) == 516
    assert len(signature("Il y a 12 chats et 14 chiens")) == 516 + 2 * 4


def test_resemblance_is_one_for_the_same_and_none_for_another_text():
    assert resemblance(signature(STORY), signature(STORY)) == 1.0
    assert resemblance(signature(STORY), signature(OTHER)) == 0.0
    assert resemblance(signature(""), signature("")) == 0.0


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.replace("PARIS, 3 mai", "LYON, 4 mai"),
        "\n".join(PARAGRAPHS[:3]),
        "\n".join(PARAGRAPHS[:1] + PARAGRAPHS[2:]),
        STORY + "\nNotre rédaction suit ce dossier.",
        STORY.upper(),
    ],
    ids=["same", "dateline", "cut at the end", "paragraph dropped", "sentence added", "capitals"],
)
def test_copies_with_the_edits_outlets_make(copy):
    assert find_copies(signature(copy), {"story": signature(STORY), "other": signature(OTHER)}) == ["story"]


def test_a_version_with_other_figures_is_an_update_and_no_copy():
    update = STORY.replace("18 millions", "23 millions").replace("240 mètres", "260 mètres")
    assert find_copies(signature(update), {"story": signature(STORY)}) == []


def test_only_copies_come():
    others = {"part": signature("\n".join(PARAGRAPHS[:3])), "whole": signature(STORY), "other": signature(OTHER)}
    assert (
        find_copies(signature(STORY), others) == ["part", "whole"]
        or find_copies(signature(STORY), others)[0] == "whole"
    )
    assert find_copies(signature(STORY), {}) == []


def test_the_earliest_is_the_original_whatever_the_order():
    articles = [
        article("c", STORY, date(2024, 5, 4)),
        article("b", STORY, date(2024, 5, 3), "2024-05-03T12:00:00+02:00"),
        article("a", STORY, date(2024, 5, 3), "2024-05-03T18:00:00+02:00"),
        article("undated", STORY),
        article("alone", OTHER, date(2024, 5, 1)),
    ]
    expected = {"a": "b", "b": "b", "c": "b", "undated": "b", "alone": "alone"}
    assert cluster(articles) == expected
    assert cluster(articles[::-1]) == expected
    assert cluster([]) == {}


def test_a_bucket_of_many_copies_stays_one_cluster():
    ids = [f"{number:03}" for number in range(200)]
    texts = [STORY.replace("PARIS", f"VILLE{number}") for number in range(200)]
    assert set(group(ids, [signature(text) for text in texts]).values()) == {"000"}


def test_empty_texts_are_no_copies_of_one_another():
    assert group(["a", "b"], [signature(""), signature("")]) == {"a": "a", "b": "b"}


@given(st.lists(st.sampled_from([STORY, OTHER, "\n".join(PARAGRAPHS[:3]), "court", ""]), max_size=8))
def test_an_original_is_its_own_and_comes_no_later(texts):
    ids = [f"{number}" for number in range(len(texts))]
    originals = group(ids, [signature(text) for text in texts])
    assert list(originals) == ids
    for key, original in originals.items():
        assert originals[original] == original
        assert int(original) <= int(key)
