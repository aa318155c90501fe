"""The guard between a draft and an answer.

`guard` numbers and decides, `support` compares values, `reporting` reads the manner a sentence is said in.
"""

from rag.citations.guard import Verified, cite, is_verbatim_quote, verify

__all__ = ["Verified", "cite", "is_verbatim_quote", "verify"]
