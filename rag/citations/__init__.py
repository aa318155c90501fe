"""The guard between a draft and an answer.

`guard` numbers and decides; `support` asks in order for values (`values`, `asides`), names (`naming`), words
(`wording`) and manner (`holding`, `reporting`, `cues`); `aligned` finds a claim's words in its source; `reasons`
are what is told of it.
"""

from rag.citations.guard import Verified, cite, verify

__all__ = ["Verified", "cite", "verify"]
