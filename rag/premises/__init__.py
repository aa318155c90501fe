"""What events and figures a question takes for granted, held against the evidence.

Knows nothing of its own: ``doubts`` does the work, ``events``, ``denials`` and ``amounts`` know what to look for.
"""

from rag.premises.doubts import Premise, doubtful_premise

__all__ = ["Premise", "doubtful_premise"]
