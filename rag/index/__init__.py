"""Where articles, passages and vectors are kept and searched.

Knows: the ``NewsIndex`` seam and its embedded form (SQLite and FAISS in one folder). Does not know corpora or
questions.
"""

from rag.index.base import NewsIndex
from rag.index.embedded import EmbeddedIndex, open_index
from rag.index.store import DATABASE
from rag.index.verify import Finding
from rag.index.writing import Filed, FileState, Upsert

__all__ = ["DATABASE", "EmbeddedIndex", "Filed", "FileState", "Finding", "NewsIndex", "Upsert", "open_index"]
