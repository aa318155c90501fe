"""The command line as a function, and an index it built itself with the bundled encoder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.cli import main
from tests.cli.material import Built, Run, write_corpus


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CORPUS", "INDEX", "ENCODER", "CHAT_MODEL", "CHAT_BASE_URL", "HITS", "CLAIMS"):
        monkeypatch.delenv(f"CITEWIRE_{name}", raising=False)
    monkeypatch.setenv("CITEWIRE_THREADS", "1")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    def _run(*words: object) -> Run:
        capsys.readouterr()
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return _run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("cli")
    built = Built(write_corpus(folder / "corpus"), folder / "index")
    assert main(["build", "--corpus", str(built.corpus), "--index", str(built.index)]) == 0
    return built
