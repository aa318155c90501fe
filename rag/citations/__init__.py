"""The guard between a draft and an answer.

`guard` numbers and decides; `support` asks in order for values (`values`, `asides`), names (`naming`), words
(`wording`), opposites (`opposites`), who did what (`roles`) and manner (`holding`, `reporting`, `cues`); `aligned`
finds a claim's words in its source; `reasons` are what is told of it; `folding` tells one statement in two languages.
"""

from rag.citations.guard import Verified, cite, verify

__all__ = ["Verified", "cite", "verify"]
