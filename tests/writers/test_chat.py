"""The chat writer against a real server that speaks OpenAI's protocol, and against LangChain's own fakes."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from langchain_core.language_models import FakeListChatModel

from rag.errors import WriterError
from rag.settings import Settings
from rag.types import Draft
from rag.writers.chat import ChatWriter, draft_of
from rag.writers.marks import CANNOT_ANSWER
from tests.writers.material import FUND, HOSTILE, QUESTION

Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class ChatServer:
    """A server that answers every request with ``reply`` and keeps what it was sent."""

    url: str
    reply: Reply
    bodies: list[dict] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def server() -> Iterator[ChatServer]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            known.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            known.headers.append({name.lower(): value for name, value in self.headers.items()})
            try:
                known.reply(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *values: object) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = ChatServer(f"http://127.0.0.1:{http.server_port}/v1", streamed("unset"))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    known.release.set()
    http.shutdown()
    http.server_close()
    thread.join()


def chunk(text: str) -> bytes:
    event = {
        "id": "c1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}],
    }
    return b"data: " + json.dumps(event).encode() + b"\n\n"


def start(handler: BaseHTTPRequestHandler, kind: str = "text/event-stream") -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True


def streamed(*pieces: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        for piece in pieces:
            handler.wfile.write(chunk(piece))
        handler.wfile.write(b"data: [DONE]\n\n")

    return reply


def whole(text: str) -> Reply:
    """The reply of a server that cannot stream."""
    message = {"role": "assistant", "content": text}
    sent = {"id": "c", "object": "chat.completion", "created": 0, "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}  # fmt: skip

    def reply(handler: BaseHTTPRequestHandler) -> None:
        start(handler, "application/json")
        handler.wfile.write(json.dumps(sent).encode())

    return reply


def failing(status: int, message: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        body = json.dumps({"error": {"message": message, "type": "t", "code": "c"}}).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("retry-after-ms", "1")
        handler.end_headers()
        handler.wfile.write(body)

    return reply


@pytest.fixture
def writer(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> ChatWriter:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")
    return ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=server.url, chat_timeout=20))


def test_a_streamed_answer_becomes_a_draft(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed(
        "ANSWER: 12 mil", "lion euros [1]\nThe fund holds 12 million euros [1", "].\nIt dates from 2019 [2]."
    )
    heard: list[str] = []
    draft = writer.write(QUESTION, FUND, on_text=heard.append)
    assert draft.direct == "12 million euros"
    assert draft.direct_evidence == FUND[0]
    assert [(claim.text, claim.evidence) for claim in draft.claims] == [
        ("The fund holds 12 million euros.", (FUND[0],)),
        ("It dates from 2019.", (FUND[1],)),
    ]
    assert heard == [
        "ANSWER: 12 mil",
        "lion euros [1]\nThe fund holds 12 million euros [1",
        "].\nIt dates from 2019 [2].",
    ]


def test_what_the_model_is_sent(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("The fund holds 12 million euros [1].")
    writer.write(QUESTION, [*FUND, *HOSTILE])
    (body,) = server.bodies
    assert body["model"] == "small"
    assert body["stream"] is True
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "[1] Le fonds compte 12 millions d'euros." in user["content"]
    assert user["content"].count("</articles>") == 1
    assert server.headers[0]["authorization"] == "Bearer sk-test-0123456789"


def test_a_server_of_ones_own_needs_no_key_and_no_provider(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    server.reply = streamed("The fund holds 12 million euros [1].")
    for name in ("openai:small", "small"):
        draft = ChatWriter.from_settings(Settings(chat_model=name, chat_base_url=server.url)).write(QUESTION, FUND)
        assert draft.claims[0].evidence == (FUND[0],)


def test_the_phrase_is_a_refusal(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("THE ARTICLES", " DO NOT SAY")
    assert writer.write(QUESTION, FUND) == Draft(refusal="weak_evidence")


def test_without_evidence_the_model_is_not_asked(server: ChatServer, writer: ChatWriter) -> None:
    assert writer.write(QUESTION, []) == Draft(refusal="no_evidence")
    assert server.bodies == []


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "refused the key (status 401): set the provider's variable"),
        (403, "refused the key (status 403)"),
        (404, "was not found (status 404): check CITEWIRE_CHAT_MODEL"),
        (429, "has reached a limit of requests or of the quota (status 429)"),
        (500, "is failing (status 500): try again later"),
        (503, "is failing (status 503)"),
        (400, "refused the request (status 400"),
    ],
)
def test_an_error_status_is_told_in_one_line(server: ChatServer, writer: ChatWriter, status: int, told: str) -> None:
    server.reply = failing(status, "Incorrect key provided: sk-test-0123456789.\nSecond line.")
    with pytest.raises(WriterError) as caught:
        writer.write(QUESTION, FUND)
    line = str(caught.value)
    assert told in line
    assert "openai:small" in line and server.url in line
    assert "\n" not in line and "0123456789" not in line


def test_a_refused_connection_names_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")
    nowhere = "http://127.0.0.1:9/v1"
    writer = ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=nowhere, chat_timeout=5))
    with pytest.raises(WriterError, match=r"cannot be reached: start it, or check CITEWIRE_CHAT_BASE_URL") as caught:
        writer.write(QUESTION, FUND)
    assert nowhere in str(caught.value)


def test_a_silent_server_is_given_up(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")
    server.reply = lambda handler: server.release.wait(30) and None
    writer = ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=server.url, chat_timeout=1))
    with pytest.raises(WriterError, match=r"did not finish in 1 s: set CITEWIRE_CHAT_TIMEOUT higher"):
        writer.write(QUESTION, FUND)


def test_a_dripping_server_is_given_up_too(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")

    def drip(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        while not server.release.wait(0.1):
            handler.wfile.write(chunk("a "))
            handler.wfile.flush()

    server.reply = drip
    writer = ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=server.url, chat_timeout=1))
    with pytest.raises(WriterError, match=r"did not finish in 1 s"):
        writer.write(QUESTION, FUND)


def test_a_server_that_only_keeps_the_line_open_is_given_up_too(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")

    def ping(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        while not server.release.wait(0.1):
            handler.wfile.write(b": ping\n\n")
            handler.wfile.flush()

    server.reply = ping
    writer = ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=server.url, chat_timeout=1))
    begun = time.monotonic()
    with pytest.raises(WriterError, match=r"did not finish in 1 s: set CITEWIRE_CHAT_TIMEOUT higher"):
        writer.write(QUESTION, FUND)
    assert time.monotonic() - begun < 3


def test_one_clock_is_for_both_requests_and_the_next_question_takes_one(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        server.release.wait(1.2)
        whole("The fund holds 12 million euros [1].")(handler)

    server.reply = slowly
    writer = ChatWriter.from_settings(Settings(chat_model="openai:small", chat_base_url=server.url, chat_timeout=2))
    begun = time.monotonic()
    with pytest.raises(WriterError, match=r"did not finish in 2 s"):
        writer.write(QUESTION, FUND)
    assert time.monotonic() - begun < 2.4
    assert writer.write(QUESTION, FUND).claims[0].text == "The fund holds 12 million euros."
    assert [body.get("stream", False) for body in server.bodies] == [True, False, False]


def test_an_endless_reply_is_read_up_to_a_limit(server: ChatServer, writer: ChatWriter) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        while True:
            handler.wfile.write(chunk("The fund holds 12 million euros [1].\n" * 100))

    server.reply = endless
    heard: list[str] = []
    draft = writer.write(QUESTION, FUND, on_text=heard.append)
    assert 100_000 < sum(map(len, heard)) < 110_000
    assert {claim.text for claim in draft.claims} == {"The fund holds 12 million euros."}
    assert (len(draft.claims), draft.note) == (
        40,
        "The chat model wrote more than can be checked; statements read: 40.",
    )


def test_a_claim_without_end_is_not_read(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("The fund holds 12 million euros " + "and so on " * 500 + "[1].\nIt dates from 2019 [2].")
    draft = writer.write(QUESTION, FUND)
    assert [claim.text for claim in draft.claims] == ["It dates from 2019."]
    assert draft.note == "The chat model wrote more than can be checked; statements read: 1."


def test_a_line_that_the_limit_cuts_is_left_out(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("The fund holds 12 million euros [1].\n", "It dates [2]" + " and so on" * 20_000)
    draft = writer.write(QUESTION, FUND)
    assert [claim.text for claim in draft.claims] == ["The fund holds 12 million euros."]
    assert draft.note.endswith("statements read: 1.")


@pytest.mark.parametrize(
    "body",
    [
        b"data: {not json}\n\n",
        b"data: " + b"\xff\xfe\n\n",
        b'data: {"choices": 5}\n\n',
        b'data: {"error": {"message": "out of memory"}}\n\n',
    ],
)
def test_a_malformed_stream_is_told_in_one_line(server: ChatServer, writer: ChatWriter, body: bytes) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        handler.wfile.write(body)

    server.reply = reply
    with pytest.raises(WriterError) as caught:
        writer.write(QUESTION, FUND)
    assert "openai:small" in str(caught.value) and "\n" not in str(caught.value)


def test_a_connection_that_breaks_is_told_as_that(server: ChatServer, writer: ChatWriter) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        sent = chunk("The fund holds 12 million euros [1].\nIt dat")
        handler.wfile.write(b"%x\r\n" % len(sent) + sent + b"\r\n")
        handler.close_connection = True

    server.reply = reply
    with pytest.raises(WriterError, match="broke off its reply: try again"):
        writer.write(QUESTION, FUND)


def test_a_page_in_place_of_a_reply_is_told_in_plain_words(server: ChatServer, writer: ChatWriter) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        start(handler, "text/html")
        handler.wfile.write(b"<html>Please log in.</html>")

    server.reply = reply
    with pytest.raises(WriterError, match="sent a reply that cannot be read: check that the server speaks"):
        writer.write(QUESTION, FUND)


def test_a_failing_server_is_asked_once(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = failing(503, "busy")
    with pytest.raises(WriterError):
        writer.write(QUESTION, FUND)
    assert len(server.bodies) == 1


def test_a_server_that_cannot_stream_is_asked_for_the_whole(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = whole("The fund holds 12 million euros [1].")
    heard: list[str] = []
    draft = writer.write(QUESTION, FUND, on_text=heard.append)
    assert [claim.text for claim in draft.claims] == ["The fund holds 12 million euros."]
    assert heard == ["The fund holds 12 million euros [1]."]
    assert [body.get("stream", False) for body in server.bodies] == [True, False]


def test_a_server_that_streams_after_all_is_asked_for_a_stream_again(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = whole("The fund holds 12 million euros [1].")
    writer.write(QUESTION, FUND)
    server.reply = streamed("The fund holds 12 million euros [1].")
    with pytest.raises(WriterError):
        writer.write(QUESTION, FUND)
    assert writer.write(QUESTION, FUND).claims[0].text == "The fund holds 12 million euros."
    assert [body.get("stream", False) for body in server.bodies] == [True, False, False, True]


def test_an_empty_reply_is_told(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("", "  \n")
    with pytest.raises(WriterError, match="sent an empty reply"):
        writer.write(QUESTION, FUND)


def test_a_stream_cut_off_keeps_whole_claims_only(server: ChatServer, writer: ChatWriter) -> None:
    server.reply = streamed("The fund holds 12 million euros [1].\nIt dates from 2019 [")
    draft = writer.write(QUESTION, FUND)
    assert [(claim.text, len(claim.evidence)) for claim in draft.claims][0] == ("The fund holds 12 million euros.", 1)
    assert draft.claims[1].evidence == ()


def test_a_missing_key_names_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(
        WriterError, match=r"openai:small needs a key: set the provider's variable, such as OPENAI_API_KEY"
    ):
        ChatWriter.from_settings(Settings(chat_model="openai:small"))


def test_a_missing_package_names_the_command() -> None:
    with pytest.raises(WriterError, match=r"fireworks:m needs a package .*: pip install langchain-fireworks$"):
        ChatWriter.from_settings(Settings(chat_model="fireworks:m"))


def test_an_unknown_provider_names_the_form() -> None:
    with pytest.raises(
        WriterError, match=r"CITEWIRE_CHAT_MODEL='nonsense' names no known provider: write provider:model"
    ):
        ChatWriter.from_settings(Settings(chat_model="nonsense"))


def test_langchains_own_fake_goes_through_the_same_door() -> None:
    model = FakeListChatModel(responses=["The fund holds 12 million euros [1].", CANNOT_ANSWER])
    writer = ChatWriter(model)
    assert writer.write(QUESTION, FUND).claims[0].text == "The fund holds 12 million euros."
    assert writer.write(QUESTION, FUND).refusal == "weak_evidence"


def test_unknown_and_unreadable_marks_are_kept_for_the_guard() -> None:
    draft = draft_of("One [1][7].\nTwo [0].\nThree [?] [2].\nFour.", FUND)
    assert [(claim.evidence, claim.unknown_marks) for claim in draft.claims] == [
        ((FUND[0],), ("[7]",)),
        ((), ("[0]",)),
        ((FUND[1],), ("[?]",)),
        ((), ()),
    ]


def test_a_short_answer_alone_is_a_claim_as_well() -> None:
    draft = draft_of("ANSWER: 12 million euros [1]", FUND)
    assert (draft.direct, draft.claims[0].text, draft.claims[0].evidence) == (
        "12 million euros",
        "12 million euros",
        (FUND[0],),
    )


def test_a_short_answer_that_is_not_short_is_a_claim() -> None:
    draft = draft_of("ANSWER: The fund holds " + "and holds " * 12 + "12 million euros [1]", FUND)
    assert draft.direct is None
    assert [len(claim.evidence) for claim in draft.claims] == [1]


@pytest.mark.parametrize("short", ["ANSWER: 12 million euros", "ANSWER: 12 million euros [8]"])
def test_a_short_answer_without_a_known_mark_is_none(short: str) -> None:
    draft = draft_of(f"{short}\nThe fund holds 12 million euros [1].", FUND)
    assert (draft.direct, draft.direct_evidence) == (None, None)
    assert len(draft.claims) == 1
