"""What went wrong, in one line for who reads the page: what it means there, and what exactly it was.

Knows: the kinds of errors, and that a page has buttons where a terminal has options. Does not know when they happen.
"""

from __future__ import annotations

import re

from rag.errors import CitewireError
from rag.ui.words import Words

_COMMAND = re.compile(r": (?:(?!: ).)*(?:--[a-z]|`citewire ).*$", re.DOTALL)  # advice for a terminal, at the end


def told(error: CitewireError, words: Words) -> str:
    """The page's own sentence for this kind of error, then what was raised, without advice for the command line."""
    known = dict(words.errors)
    own = next((known[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in known), "")
    what = _COMMAND.sub("", str(error))
    return f"{own} ({what})" if own else what
