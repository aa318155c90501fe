"""The names and values of every ``--json``: scripts rely on them, so they are written out here."""

from __future__ import annotations

import json
from datetime import date

from rag.serialise import evidence_to_dict, hit_to_dict, info_to_dict, report_to_dict
from rag.types import (
    Answer,
    ArticleInfo,
    BuildReport,
    Citation,
    Claim,
    Evidence,
    Filter,
    Hit,
    IndexInfo,
    Ledger,
    LedgerRow,
    Passage,
    Refusal,
    Sentence,
    Skipped,
    Withheld,
)

ARTICLE = ArticleInfo(
    "harbour",
    title="Le port",
    source="Le Phare",
    url="https://example.org/p",
    published=date(2024, 11, 28),
    language="fr",
)
TEXT = "Le fonds compte 12 millions d'euros."
SENTENCE = Sentence(7, 7 + len(TEXT), TEXT)
PASSAGE = Passage("harbour", 1, 7, 7 + len(TEXT), TEXT, (SENTENCE,), "Le port")
HIT = Hit(PASSAGE, ARTICLE, 0.123456789, 1, dense_score=0.7654321, dense_rank=2)
CITATION = Citation(
    1,
    "harbour",
    7,
    7 + len(TEXT),
    TEXT,
    "Le port",
    "Le Phare",
    date(2024, 11, 28),
    "https://example.org/p",
    "fr",
    "metadata",
    ("Echo",),
)
CITED = {
    "number": 1, "article_id": "harbour", "title": "Le port", "source": "Le Phare", "published": "2024-11-28",
    "published_origin": "metadata", "url": "https://example.org/p", "language": "fr", "start": 7, "end": 43,
    "quote": TEXT,
    "also_in": ["Echo"],
}  # fmt: skip
FOUND = {
    "rank": 1, "score": 0.123457, "article_id": "harbour", "start": 7, "end": 43, "text": TEXT, "title": "Le port",
    "source": "Le Phare", "published": "2024-11-28", "url": "https://example.org/p", "language": "fr", "dense_rank": 2,
    "dense_score": 0.765432, "lexical_rank": None, "lexical_score": None,
}  # fmt: skip


def test_a_whole_answer() -> None:
    row = LedgerRow("more than 12 million", date(2024, 11, 28), "Le Phare", CITATION, 12e6, 12e6)
    answer = Answer(
        question="and how much?",
        standalone="How much is in the fund?",
        language="en",
        direct="12 million euros",
        claims=(Claim("The fund holds 12 million euros.", (CITATION,)),),
        hits=(HIT,),
        withheld=(Withheld("It is empty.", "no sentence says so"),),
        ledger=Ledger("fund", "EUR", (row,)),
        notes=("Only reports since 2024.",),
        window=Filter(languages=("fr",), since=date(2024, 1, 1)),
        as_of=date(2024, 11, 28),
        timings_ms={"retrieve": 1.23456},
    )
    assert answer.to_dict() == {
        "question": "and how much?",
        "standalone": "How much is in the fund?",
        "language": "en",
        "direct": "12 million euros",
        "claims": [{"text": "The fund holds 12 million euros.", "citations": [1]}],
        "citations": [CITED],
        "refusal": None,
        "withheld": [{"text": "It is empty.", "reason": "no sentence says so"}],
        "ledger": {
            "subject": "fund",
            "unit": "EUR",
            "rows": [
                {
                    "value": "more than 12 million",
                    "low": 12e6,
                    "high": 12e6,
                    "published": "2024-11-28",
                    "source": "Le Phare",
                    "status": "first",
                    "citation": CITED,
                }
            ],
        },
        "notes": ["Only reports since 2024."],
        "window": {"languages": ["fr"], "sources": [], "since": "2024-01-01", "until": None, "article_ids": []},
        "passages": [FOUND],
        "as_of": "2024-11-28",
        "timings_ms": {"retrieve": 1.235},
    }
    json.dumps(answer.to_dict(), allow_nan=False)


def test_a_refusal_carries_the_nearest_statement_or_null() -> None:
    refusal = Refusal("weak_evidence", "The corpus does not say.", CITATION)
    found = Answer("who?", "en", refusal=refusal).to_dict()
    assert found["refusal"] == {"reason": "weak_evidence", "message": "The corpus does not say.", "nearest": CITED}
    assert (found["claims"], found["citations"], found["direct"], found["standalone"]) == ([], [], None, "who?")
    bare = Answer("who?", "en", refusal=Refusal("no_evidence", "The corpus does not say.")).to_dict()
    assert bare["refusal"] == {"reason": "no_evidence", "message": "The corpus does not say.", "nearest": None}


def test_a_citation_of_two_claims_is_listed_once() -> None:
    answer = Answer("q", "en", claims=(Claim("One.", (CITATION,)), Claim("Two.", (CITATION,))))
    assert answer.to_dict()["citations"] == [CITED]


def test_a_hit_and_a_sentence() -> None:
    assert hit_to_dict(HIT) == FOUND
    assert evidence_to_dict(Evidence(HIT, SENTENCE, 0.5)) == {
        "passage": 1, "article_id": "harbour", "start": 7, "end": 43, "score": 0.5, "text": TEXT,
    }  # fmt: skip


def test_a_build_report() -> None:
    report = BuildReport(1, 2, 3, 4, 5, (Skipped("a.bin", "binary"),), 60, 7, 8, 0.12345,
                         doubtful=(Skipped("b.md", "its date", "all"),))  # fmt: skip
    assert report_to_dict(report) == {
        "added": 1, "changed": 2, "removed": 3, "moved": 4, "unchanged": 5,
        "skipped": [{"path": "a.bin", "reason": "binary"}], "doubtful": [{"path": "b.md", "reason": "its date"}],
        "passages": 60, "embedded": 7, "generation": 8, "seconds": 0.123, "search": "exact",
    }  # fmt: skip


def test_index_info() -> None:
    info = IndexInfo("bundled", "f" * 16, 384, 2, 5, 3, "2024-11-28T10:00:00+00:00", {"fr": 2}, {"Le Phare": 2},
                     date(2024, 11, 1), date(2024, 11, 28), 0, "a" * 16, 1000)  # fmt: skip
    found = info_to_dict(info)
    assert found["languages"] == {"fr": 2}
    assert (found["first_published"], found["last_published"]) == ("2024-11-01", "2024-11-28")
    assert list(found) == [
        "encoder", "encoder_fingerprint", "dimension", "articles", "passages", "generation", "built_at", "languages",
        "sources", "first_published", "last_published", "undated", "settings_hash", "bytes_on_disk", "search",
        "outdated",
    ]  # fmt: skip
