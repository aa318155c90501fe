"""Any sentence-transformers model as an encoder: the only import of ``sentence_transformers``.

Knows how such models want queries and passages announced (prompts). Does not know the bundled model.
"""

from __future__ import annotations

import hashlib
import math
import re
import socket
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

import numpy as np

from rag.encoders.base import checked_texts, unit_rows
from rag.errors import INSTALL_HUB, EncoderError, MissingExtra
from rag.types import Vectors

# Families whose published use asks for prompts but whose configuration often does not state them; configuration wins.
# https://huggingface.co/intfloat/multilingual-e5-small#usage
FAMILIES: tuple[tuple[str, str, str], ...] = (
    (r"(^|[/_-])(multilingual-)?e5-(small|base|large)(-v2)?$", "query: ", "passage: "),
)


PASSAGES = ("document", "passage", "corpus")
"""Names under which models keep the prompt of what is searched."""

_WINDOW = 512  # tokens of a model that states no limit
_PATIENCE = 5.0  # seconds in which the model hub must answer
_PROBE = "L’été, 1 250 députés ÉTAIENT là; they weren't."


class HubEncoder:
    """A SentenceTransformer, loaded by hub name or local folder."""

    def __init__(self, name: str, threads: int) -> None:
        """Load the model.

        Args:
            name: hub name or path of a folder.
            threads: torch threads; 0 leaves torch's own choice.

        Raises:
            MissingExtra: sentence-transformers is not installed.
            EncoderError: the model cannot be found or loaded, or has no tokenizer whose tokens can be counted.
        """
        self.name = name
        self._model = _load(name, threads)
        prompts = {key: value for key, value in (self._model.prompts or {}).items() if value}
        self.query_prompt, self.passage_prompt = choose_prompts(name, prompts)
        self._default = prompts.get(self._model.default_prompt_name or "", "")
        self._before_query, self._before_passage = self._with_default(self._model.default_prompt_name or "")
        self._tokenizer = _counting(self._model, name)
        self.max_tokens = _window(self._model)
        self.dimension = int(np.asarray(self._model.encode(["a"])).shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits over the weights, the prompts, the window, and the tokens of a probe.

        Not over how tokens are pooled, which releases of the library write down differently.
        """
        digest = hashlib.sha256(f"{self.query_prompt}\0{self.passage_prompt}\0{self.max_tokens}".encode())
        if self._default and not self._before_passage:
            digest.update(b"passages without the default prompt")  # which once stood before them
        digest.update(repr(self._token_ids([_PROBE])[0]).encode())
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(key.encode())
            digest.update(np.ascontiguousarray(tensor.float().cpu().numpy()).data)
        return digest.hexdigest()[:16]

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d), each text after the model's query prompt."""
        return self._encode(texts, self._before_query)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (n, d), each text after the model's passage prompt."""
        return self._encode(texts, self._before_passage)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text with the passage prompt and the special tokens."""
        prompted = [self._before_passage + text for text in checked_texts(texts)]
        return [len(ids) for ids in self._token_ids(prompted)] if prompted else []

    def _with_default(self, name: str) -> tuple[str, str]:
        """What stands before a query and a passage: with no prompt of its own the default one, if not the other's."""
        of_queries, of_passages = "query" in name, any(word in name for word in PASSAGES)
        query = self.query_prompt or ("" if of_passages else self._default)
        return query, self.passage_prompt or ("" if of_queries else self._default)

    def _token_ids(self, texts: list[str]) -> list[list[int]]:
        """The tokens of each text, none cut off. A model of static vectors has a bare tokenizer and no special ones."""
        if callable(self._tokenizer):
            found: list[list[int]] = self._tokenizer(texts, truncation=False, verbose=False)["input_ids"]
            return found
        return [encoding.ids for encoding in self._tokenizer.encode_batch(texts, add_special_tokens=False)]

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        wanted = checked_texts(texts)
        if not wanted:
            return np.empty((0, self.dimension), np.float32)
        # "" is no prompt; None would be the default one, which may be the other side's.
        rows = self._model.encode(wanted, prompt=prompt, convert_to_numpy=True, show_progress_bar=False)
        return unit_rows(np.asarray(rows, np.float32), self.name)


def choose_prompts(name: str, configured: Mapping[str, str]) -> tuple[str, str]:
    """The query and the passage prompt: from the model's configuration, else from its family, else none."""
    passage = next((configured[key] for key in PASSAGES if key in configured), "")
    query = configured.get("query", "")
    if query or passage:
        return query, passage
    for pattern, family_query, family_passage in FAMILIES:
        if re.search(pattern, name.rstrip("/").lower()):
            return family_query, family_passage
    return "", ""


def _counting(model: Any, name: str) -> Any:  # noqa: ANN401 - sentence_transformers is untyped here
    """The model's tokenizer, or of a bare one, which cuts off by a state of its own, a copy that does not."""
    tokenizer: Any = getattr(model, "tokenizer", None)
    if callable(tokenizer):
        return tokenizer
    if not hasattr(tokenizer, "encode_batch"):
        raise EncoderError(f"encoder {name} has no tokenizer whose tokens can be counted: use another encoder")
    whole = type(tokenizer).from_str(tokenizer.to_str())
    whole.no_truncation()
    return whole


def _window(model: Any) -> int:  # noqa: ANN401
    """Tokens that the model reads at once. One of static vectors reads all that its tokenizer does not cut off."""
    stated = model.max_seq_length
    if stated is not None and math.isinf(stated):
        stated = (getattr(model.tokenizer, "truncation", None) or {}).get("max_length")
    return int(stated or _WINDOW)


def _is_hub_there() -> bool:
    """Whether the model hub answers within seconds; behind a proxy that is left to its client."""
    from huggingface_hub.constants import ENDPOINT

    address = urlsplit(ENDPOINT)
    if getproxies().keys() & {address.scheme, "all"}:
        return True
    try:
        port = address.port or (80 if address.scheme == "http" else 443)
        socket.create_connection((address.hostname or "", port), _PATIENCE).close()
    except OSError:
        return False
    return True


def _load(name: str, threads: int) -> Any:  # noqa: ANN401 - sentence_transformers is untyped here
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtra("sentence-transformers", f"encoder {name}", INSTALL_HUB) from error
    if threads:
        torch.set_num_threads(threads)
    try:
        # Where the hub cannot be reached a model may still be in its cache; the hub's client would try for minutes.
        return SentenceTransformer(name, local_files_only=not Path(name).exists() and not _is_hub_there())
    except Exception as error:  # the hub client raises many unrelated types
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EncoderError(
            f"encoder {name} cannot be loaded ({reason}): check the name or path, and the network if it is a hub name"
        ) from error
