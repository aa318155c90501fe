"""Files of a corpus folder to Articles, one format per file, validated at the door.

Knows: which files there are, how each is decoded and what a record must hold. Does not know passages, encoders or
indexes. A file or record that cannot be an article becomes a ``Skipped`` with its name and the reason: nothing is lost
without a word.
"""

from rag.readers.corpus import SourceFile, list_files, look_through, place_of, read_file, require_articles, unreadable
from rag.readers.formats import worth_reading_again

__all__ = [
    "SourceFile",
    "list_files",
    "look_through",
    "place_of",
    "read_file",
    "require_articles",
    "unreadable",
    "worth_reading_again",
]
