"""The words everything else is written in: frozen values passed along the build path and the ask path.

Knows: what an article, a passage, a hit, a claim and an answer are made of. Does not know: files, databases, models or
screens. Offsets are half-open character offsets into ``Article.text``; scores are cosines or ranker scores, higher is
better. Source text is a *Sentence* or a *Passage*; written text is a *Claim*.
"""

from rag.types.answers import (
    Answer,
    Citation,
    Claim,
    Draft,
    DraftClaim,
    Ledger,
    LedgerRow,
    Refusal,
    RefusalReason,
    Turn,
    Withheld,
)
from rag.types.news import (
    Article,
    ArticleInfo,
    BuildReport,
    IndexInfo,
    Passage,
    PublishedOrigin,
    Sentence,
    Skipped,
)
from rag.types.search import (
    EncoderIdentity,
    Evidence,
    Filter,
    Hit,
    Query,
    Question,
    QuestionKind,
    SearchMode,
    Vectors,
    hits_of,
    numbered,
)

__all__ = [
    "Answer",
    "Article",
    "ArticleInfo",
    "BuildReport",
    "Citation",
    "Claim",
    "Draft",
    "DraftClaim",
    "EncoderIdentity",
    "Evidence",
    "Filter",
    "Hit",
    "IndexInfo",
    "Ledger",
    "LedgerRow",
    "Passage",
    "PublishedOrigin",
    "Query",
    "Question",
    "QuestionKind",
    "Refusal",
    "RefusalReason",
    "SearchMode",
    "Sentence",
    "Skipped",
    "Turn",
    "Vectors",
    "Withheld",
    "hits_of",
    "numbered",
]
