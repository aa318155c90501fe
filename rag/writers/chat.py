"""The chat writer: any LangChain chat model as a ``Writer``.

Knows LangChain (``init_chat_model``, streaming), and how long a reply may be. Does not know the words of the prompt
(``prompt``), how marks are written (``marks``), or whether a claim is true: every draft goes to the guard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rag.errors import WriterError
from rag.messages import message
from rag.settings import Settings
from rag.types import Draft, DraftClaim, Evidence, Question
from rag.writers import failures
from rag.writers.marks import Marked, read_reply
from rag.writers.prompt import Prompt, compose
from rag.writers.waiting import in_time

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

_RETRIES = 0  # a second try would take the time limit twice
_LONGEST_REPLY = 100_000  # characters read, a model's thinking aloud included; a few claims are asked for
_MOST_CLAIMS = 40  # of a reply that are checked, the first ones
_LONGEST_CLAIM = 2_000  # characters; one sentence is asked for
_LONGEST_SHORT_ANSWER = 120  # characters; what says more is a claim
_NOTHING_STREAMED = "No generation chunks"  # how LangChain says that the server sent no event
_UNUSED_KEY = "none"  # a server of one's own asks for no key, but the client insists on one


class ChatWriter:
    """Writes drafts with a chat model.

    Attributes:
        name: the model as people name it, ``provider:model``.
    """

    def __init__(
        self, model: BaseChatModel, *, name: str = "", claims: int = 3, timeout: float = 60.0, url: str = ""
    ) -> None:
        self.name = name or type(model).__name__
        self._model = model
        self._claims = claims
        self._timeout = timeout
        self._url = url
        self._streams = True  # until the server shows that it cannot

    @classmethod
    def from_settings(cls, settings: Settings) -> ChatWriter:
        """The writer for ``settings.chat_model``. Nothing is sent yet.

        Raises:
            WriterError: no such provider, its package is not installed, or it needs a key; the line names what to do.
        """
        model = _load(settings)
        return cls(
            model,
            name=settings.chat_model,
            claims=settings.claims,
            timeout=settings.chat_timeout,
            url=settings.chat_base_url,
        )

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        """The model's draft. Without evidence the model is not asked.

        Raises:
            WriterError: the model cannot be reached, refuses, takes too long or says nothing.
        """
        if not evidence:
            return Draft(refusal="no_evidence")
        prompt = compose(question, evidence, self._claims)
        reply = ""
        for piece in self._stream(prompt):
            reply += piece
            if on_text is not None:
                on_text(piece)
            if len(reply) > _LONGEST_REPLY:
                break
        if not reply.strip():
            raise WriterError(f"chat model {self.name} sent an empty reply: try again, or another model")
        return _bounded(reply, prompt.evidence, question.language)

    def _stream(self, prompt: Prompt) -> Iterator[str]:
        """Pieces of the reply as they come. The time limit is for the whole of it, however slowly it drips."""
        chunks = self._chunks([("system", prompt.system), ("human", prompt.user)])
        try:
            for chunk in in_time(chunks, self._timeout):
                if text := str(chunk.text):
                    yield text
        except (
            Exception
        ) as error:  # every provider raises its own kinds: the line is made from what they have in common
            raise failures.explain(error, self.name, self._url, self._timeout) from error

    def _chunks(self, messages: list[tuple[str, str]]) -> Iterator[BaseMessage]:
        """What the model streams; from a server that cannot stream, its whole reply at once.

        Such a server has taken the time of a whole reply to show it: it is not asked for a stream again, unless it
        fails to give the whole.
        """
        if not self._streams:
            self._streams = True
            reply = self._model.invoke(messages)
            self._streams = False
            yield reply
            return
        begun = False
        try:
            for chunk in self._model.stream(messages):
                begun = True
                yield chunk
        except ValueError as error:
            if begun or _NOTHING_STREAMED not in str(error):
                raise
            self._streams = False
            yield self._model.invoke(messages)


def _bounded(reply: str, evidence: Sequence[Evidence], language: str) -> Draft:
    """The draft of a reply of any length, with a note where there was too much of it to check.

    A line that the limit cuts in two is left out: half a claim may say the contrary. So are claims without end, unless
    they cite nothing and need no reading.
    """
    is_whole = len(reply) <= _LONGEST_REPLY
    if not is_whole:
        head, _, _ = reply[:_LONGEST_REPLY].rpartition("\n")
        reply = head or reply[:_LONGEST_REPLY]
    draft = draft_of(reply, evidence)
    claims = [claim for claim in draft.claims if not claim.evidence or len(claim.text) <= _LONGEST_CLAIM]
    claims = claims[:_MOST_CLAIMS]
    if is_whole and len(claims) == len(draft.claims):
        return draft
    return replace(draft, claims=tuple(claims), note=message("chat_long_note", language, count=len(claims)))


def draft_of(reply: str, evidence: Sequence[Evidence]) -> Draft:
    """The draft a reply amounts to; mark ``n`` stands for ``evidence[n - 1]``.

    The line of the short answer becomes ``direct``, and the first claim too where no claim follows it; one that is not
    short is a claim.
    """
    lines, refused = read_reply(reply)
    if refused:
        return Draft(refusal="weak_evidence")
    short = next((line for line in lines if line.is_direct and len(line.text) <= _LONGEST_SHORT_ANSWER), None)
    rest = [line for line in lines if line is not short]
    draft = Draft(claims=tuple(_claim(line, evidence) for line in rest or lines), by_model=True)
    direct = _claim(short, evidence) if short else None
    if direct is None or direct.unknown_marks or not direct.evidence:
        return draft
    return replace(draft, direct=direct.text.rstrip("."), direct_evidence=direct.evidence[0])


def _claim(line: Marked, evidence: Sequence[Evidence]) -> DraftClaim:
    known = [number for number in line.numbers if 1 <= number <= len(evidence)]
    unknown = [f"[{number}]" for number in line.numbers if number not in known]
    return DraftClaim(line.text, tuple(evidence[number - 1] for number in known), (*unknown, *line.unreadable))


def _load(settings: Settings) -> BaseChatModel:
    name, url, timeout = settings.chat_model, settings.chat_base_url, settings.chat_timeout
    try:
        return _initialise(name, url, timeout)
    except Exception as error:  # each provider's client checks its own settings in its own way
        explained = failures.explain(error, name, url, timeout)
        if isinstance(error, ValueError) and "infer model provider" in str(error):
            explained = failures.unknown_provider(name)
        raise explained from error


def _initialise(name: str, url: str, timeout: float) -> BaseChatModel:
    """The model; a server named by URL alone is taken to speak OpenAI's protocol, and to need no key if none is set."""
    from langchain.chat_models import init_chat_model

    model: BaseChatModel
    options: dict[str, Any] = {"temperature": 0}
    if name.startswith("ollama:"):
        options["client_kwargs"] = {"timeout": timeout}
    else:
        options |= {"timeout": timeout, "max_retries": _RETRIES}
    if url:
        name = name if ":" in name else f"openai:{name}"
        options["base_url"] = url
    try:
        model = init_chat_model(name, **options)
    except Exception as error:
        if not url or not failures.is_about_key(error):
            raise
        model = init_chat_model(name, api_key=_UNUSED_KEY, **options)
    return model
