"""What there is to know about words and sentences of a language, French and English first.

Knows: normalising, folding, stemming, stop words, index terms, sentence boundaries, which language a text is in, how
one asks for news of a topic.
Does not know: articles, figures, meaning, files. Everything is a pure function of its arguments.
"""

from rag.language.detection import detect, detect_question
from rag.language.sentences import sentence_spans
from rag.language.terms import index_terms, stem, stop_words
from rag.language.text import fold, language_code, normalise, reading_of

__all__ = [
    "detect",
    "detect_question",
    "fold",
    "index_terms",
    "language_code",
    "normalise",
    "reading_of",
    "sentence_spans",
    "stem",
    "stop_words",
]
