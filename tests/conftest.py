"""The sample corpus as an index, built once for all tests that ask it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings, build

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A suite started in the background: the commands under test would inherit that they hear no Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made with the bundled encoder; to be copied by whoever changes it."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    build(CORPUS, folder)
    return folder


@pytest.fixture(scope="session")
def assistant(sample_index: Path) -> Iterator[Assistant]:
    with Assistant.open(sample_index, Settings()) as opened:
        yield opened
