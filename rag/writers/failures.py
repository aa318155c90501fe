"""What went wrong with a chat model, in one line that names what to do.

Knows how providers' clients tell their failures: by the names of their exceptions, a status code, and chains of causes.
Imports none of them, since none need be installed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from rag.errors import WriterError

_LONGEST = 200
_SECRET = re.compile(r"\b(?:sk|pk|key|gsk|xai|AIza)[-_][\w*-]{6,}|\bBearer\s+\S+", re.IGNORECASE)
_PACKAGE = re.compile(r"pip install (?:-\S+ )*['\"]?([\w.-]+[\w-])")  # LangChain's own words name it best
_BROKEN_OFF = ("RemoteProtocol", "ReadError")
_UNREACHABLE = ("Connect", "WriteError", "gaierror")
_NO_PROTOCOL = "Unexpected response type"  # LangChain's words for a reply that is a page and no JSON
_KEY_REMEDY = "set the provider's variable, such as OPENAI_API_KEY"


def explain(error: BaseException, model: str, url: str, timeout: float) -> WriterError:
    """The failure of ``model`` (``provider:name``) at ``url`` (empty for the provider's own) as one line."""
    chain = list(_chain(error))
    status = next((code for item in chain if (code := _status(item)) is not None), None)
    names = " ".join(kind.__name__ for item in chain for kind in type(item).__mro__)
    subject = _subject(model, url)
    if any(isinstance(item, ImportError) for item in chain):
        return _missing_package(model, error)
    if status is not None:
        return WriterError(f"{subject} {_by_status(status, chain[0])}")
    if "Timeout" in names:
        return too_slow(model, url, timeout)
    if any(word in names for word in _BROKEN_OFF):
        return WriterError(f"{subject} broke off its reply: try again, or look into the server's log")
    if any(word in names for word in _UNREACHABLE):
        return WriterError(f"{subject} cannot be reached: start it, or check CITEWIRE_CHAT_BASE_URL and the network")
    if any(is_about_key(item) for item in chain):
        return WriterError(f"{subject} needs a key: {_KEY_REMEDY}, or unset CITEWIRE_CHAT_MODEL")
    if _NO_PROTOCOL in str(error) or any(isinstance(i, json.JSONDecodeError | UnicodeDecodeError) for i in chain):
        return WriterError(f"{subject} sent a reply that cannot be read: check that the server speaks its protocol")
    return WriterError(f"{subject} failed ({type(error).__name__}: {_first_line(error)}): try again, or another model")


def too_slow(model: str, url: str, timeout: float) -> WriterError:
    """The model did not finish in time."""
    remedy = "set CITEWIRE_CHAT_TIMEOUT higher, or try again"
    return WriterError(f"{_subject(model, url)} did not finish in {timeout:g} s: {remedy}")


def unknown_provider(model: str) -> WriterError:
    """No provider can be told from the setting."""
    remedy = "write provider:model, such as openai:gpt-4o-mini"
    return WriterError(f"CITEWIRE_CHAT_MODEL={model!r} names no known provider: {remedy}")


def is_about_key(error: BaseException) -> bool:
    """Whether a client complains of a missing key or credentials."""
    return re.search(r"api[ _-]?key|credential", str(error), re.IGNORECASE) is not None


def _missing_package(model: str, error: BaseException) -> WriterError:
    provider = model.split(":", 1)[0]
    told = _PACKAGE.search(str(error))
    package = told.group(1) if told else f"langchain-{provider.replace('_', '-')}"
    return WriterError(f"chat model {model} needs a package that is not installed: pip install {package}")


def _subject(model: str, url: str) -> str:
    return f"chat model {model} at {url}" if url else f"chat model {model}"


def _by_status(status: int, error: BaseException) -> str:
    """What a status of the server means, and what to do."""
    if status in (401, 403):
        return f"refused the key (status {status}): {_KEY_REMEDY}"
    if status == 404:
        return "was not found (status 404): check CITEWIRE_CHAT_MODEL and CITEWIRE_CHAT_BASE_URL"
    if status == 429:
        return "has reached a limit of requests or of the quota (status 429): wait, or use another model"
    if status >= 500:
        return f"is failing (status {status}): try again later, or use another model"
    return f"refused the request (status {status}: {_first_line(error)}): check the model's name and its limits"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what caused it, ten at most."""
    item: BaseException | None = error
    for _ in range(10):
        if item is None:
            return
        yield item
        item = item.__cause__ or item.__context__


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        code = getattr(holder, "status_code", None)
        if isinstance(code, int) and 400 <= code < 600:
            return code
    return None


def _first_line(error: BaseException) -> str:
    """The first line of the provider's own words, without anything that looks like a key."""
    line = next((piece.strip() for piece in str(error).splitlines() if piece.strip()), type(error).__name__)
    line = _SECRET.sub("[key]", line)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
