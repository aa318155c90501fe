"""Words that begin sentences without being names, in English and French, in flat form.

Knows where the list of each language is. Does not know the words (`englishstarters`, `frenchstarters`).
"""

from __future__ import annotations

from rag.figures import englishstarters, frenchstarters

STARTERS = {"en": frozenset(englishstarters.WORDS.split()), "fr": frozenset(frenchstarters.WORDS.split())}
