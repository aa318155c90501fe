"""Mistakes: one line on standard error, exit status 2; interruptions and closed pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.cli import indexing, main, parser
from rag.encoders import load_encoder
from rag.errors import IndexUnusable
from rag.index import open_index
from tests.cli.material import Built, Run

Runner = Callable[..., Run]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fly",), "there is no command 'fly': choose from build, watch, ask, search, serve, info, "),
        (("biuld",), "there is no command 'biuld': did you mean build?: see citewire --help"),
        (("ask", "q", "--lang", "fr"), "arguments: --lang fr: did you mean --language?: see citewire ask --help"),
        (("ask", "q", "--ex"), "unrecognized arguments: --ex: did you mean --explain?: see citewire ask --help"),
        (("ask", "q", "--s"), "unrecognized arguments: --s: did you mean --source or --since?"),
        (("ask", "q", "--bogus"), "unrecognized arguments: --bogus: see citewire ask --help"),
        (
            ("ask", "how", "many", "died", "--json", "in", "Morocco"),
            'citewire: put the question in quotes: citewire ask "how many died in Morocco": see citewire ask --help',
        ),
        (("search", "a", "$5", "bill"), "put the question in quotes: citewire search 'a $5 bill': see"),
        (("ask", "how", "many", "--lang", "fr"), "unrecognized arguments: many --lang fr: did you mean --language?"),
        (("ask", "-", "now"), "unrecognized arguments: now: see citewire ask --help"),
        (("build", "corpus"), "unrecognized arguments: corpus: did you mean --corpus?: see citewire build --help"),
        (("eval",), "there is no command 'eval': did you mean evaluate?"),
        (("ask",), "the following arguments are required: question: see citewire ask --help"),
        (("ask", "   "), "the question is empty"),
        (("ask", "q", "--since", "2024-13"), "'2024-13' is no date: write 2024-11-28, 2024-11 or 2024"),
        (("ask", "q", "--since", "yesterday"), "'yesterday' is no date"),
        (("ask", "q", "--as-of", "2024-02-30"), "'2024-02-30' is no date"),
        (("ask", "q", "-k", "0"), "'0' is not a whole number from 1 to 50"),
        (("ask", "q", "-k", "many"), "'many' is not a whole number"),
        (("ask", "q", "--language", "french!"), "'french!' is no language code"),
        (("ask", "q", "--since", "2024-02", "--until", "2024-01"), "--since 2024-02-01 is after --until 2024-01-31"),
        (("build", "--corpus", ""), "argument --corpus: it is empty: name a folder, or leave the option out"),
        (("info", "--index", " "), "argument --index: it is empty"),
        (("search", "q", "--frobnicate"), "unrecognized arguments: --frobnicate"),
        (("serve", "--port", "70000"), "'70000' is not a whole number from 1 to 65535"),
        (("serve", "--host", "no such host"), "is no address of this machine"),
        (("serve", "--host", "192.0.2.1"), "--host 192.0.2.1 is no address of this machine ("),  # of documents only
    ],
)
def test_a_usage_mistake_is_one_line(run: Runner, words: tuple[str, ...], told: str) -> None:
    mistaken = run(*words)
    assert (mistaken.status, mistaken.out) == (2, "")
    assert told in mistaken.err
    assert mistaken.err.startswith("citewire: ") and mistaken.err.count("\n") == 1


@pytest.mark.parametrize("command", ["ask", "search", "info", "verify", "compact"])
def test_no_index_is_one_line_that_names_the_remedy(tmp_path: Path, run: Runner, command: str) -> None:
    words = [command, "q"] if command in ("ask", "search") else [command]
    mistaken = run(*words, "--index", tmp_path / "nowhere")
    assert (mistaken.status, mistaken.out) == (2, "")
    assert "nowhere" in mistaken.err and "citewire build" in mistaken.err
    assert mistaken.err.count("\n") == 1


@pytest.mark.parametrize("command", ["ask", "search"])
def test_an_index_without_an_article_is_no_corpus_that_does_not_say(tmp_path: Path, run: Runner, command: str) -> None:
    open_index(tmp_path / "index", encoder=load_encoder(), create=True).close()  # as a build stopped at once leaves it
    mistaken = run(command, "How much does the harbour fund hold?", "--index", tmp_path / "index")
    assert (mistaken.status, mistaken.out) == (2, "")
    assert mistaken.err == (
        f"citewire: the index {tmp_path}/index holds no articles yet: run `citewire build --index {tmp_path}/index`\n"
    )
    assert run("info", "--index", tmp_path / "index").status == 0


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_that_is_too_long_is_one_line(built: Built, run: Runner, command: str) -> None:
    told = run(command, "who opened the harbour fund? " * 100, "--index", built.index)
    asked = "citewire: A question may have 400 words and 3000 characters at most: ask it in fewer.\n"
    assert (told.status, told.out, told.err) == (2, "", asked)


def test_no_corpus_is_one_line(tmp_path: Path, run: Runner) -> None:
    mistaken = run("build", "--corpus", tmp_path / "nowhere", "--index", tmp_path / "index")
    assert mistaken.status == 2
    assert "nowhere" in mistaken.err and mistaken.err.count("\n") == 1
    assert not (tmp_path / "index").exists()


def test_an_impossible_setting_is_one_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITEWIRE_HITS", "lots")
    mistaken = run("info")
    assert (mistaken.status, mistaken.err) == (
        2,
        "citewire: CITEWIRE_HITS='lots' is not a whole number: set it to one, or unset it\n",
    )


def test_a_misspelt_setting_is_told(run: Runner, tmp_path: Path) -> None:
    environment = {**os.environ, "CITEWIRE_HIST": "3", "CITEWIRE_OTHER_THING": "1"}
    words = [sys.executable, "-m", "rag", "encoders"]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == "citewire: CITEWIRE_HIST is no setting: did you mean CITEWIRE_HITS?\n"


def test_without_a_command_the_help_is_shown(run: Runner) -> None:
    shown = run()
    assert (shown.status, shown.err) == (0, "")
    assert shown.out == run("--help").out


@pytest.mark.parametrize("words", [["ask", b"q", "--index"], ["ask", "-", "--index"]])
def test_a_question_that_is_not_utf_8_is_read(built: Built, words: list[str | bytes]) -> None:
    question = "Combien ont coûté les travaux ?".encode("cp1252")
    words = [question if word == b"q" else word for word in words]
    done = subprocess.run(
        [sys.executable, "-m", "rag", *words, str(built.index), "--json"],
        cwd=ROOT, input=question, capture_output=True, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert json.loads(done.stdout)["question"] == "Combien ont coûté les travaux ?"
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_fault_of_our_own_is_one_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise TypeError("no\nsuch thing")

    monkeypatch.setattr(indexing, "_encoders", broken)
    mistaken = run("encoders")
    assert (mistaken.status, mistaken.out) == (70, "")
    assert mistaken.err == (
        "citewire: unexpected TypeError: no such thing: a fault of Citewire; run the same with --verbose to see where\n"
    )
    with pytest.raises(TypeError):
        run("encoders", "--verbose")


def test_an_interruption_while_a_library_loads_is_an_interruption(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise ImportError("initialization failed")

    monkeypatch.setattr(indexing, "_encoders", interrupted)
    assert (run("encoders").status, run("encoders").err) == (130, "citewire: stopped\n")


def test_an_interruption_while_a_group_of_commands_loads_is_an_interruption() -> None:
    code = (
        "import sys; from rag.cli import main\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'rag.cli.answering': raise KeyboardInterrupt\n"
        "assert not {'rag.cli.answering', 'rag.ui', 'rag.timeline', 'rag.figures'} & set(sys.modules)\n"
        "sys.meta_path.insert(0, Interrupted()); sys.exit(main(['ask', 'who?']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "citewire: stopped\n")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            PermissionError(13, "Permission denied", "idx/citewire.db"),
            "idx/citewire.db: Permission denied: give yourself",
        ),
        (OSError(28, "No space left on device", "idx/new"), "idx/new: No space left on device: make room on that disk"),
        (OSError(21, "Is a directory", "idx/citewire.db"), "idx/citewire.db: Is a directory"),
        (OSError("no number"), "no number"),
    ],
)
def test_what_the_system_refuses_is_told_with_what_to_do(
    run: Runner, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def refused(*_: object) -> int:
        raise error

    monkeypatch.setattr(indexing, "_encoders", refused)
    mistaken = run("encoders")
    assert (mistaken.status, mistaken.out, mistaken.err.count("\n")) == (2, "", 1)
    assert mistaken.err.startswith(f"citewire: {told}")


def test_an_unreadable_file_is_one_line(built: Built, tmp_path: Path, run: Runner) -> None:
    mistaken = run("evaluate", tmp_path / "none.jsonl", "--index", built.index)
    assert mistaken.status == 2
    assert "none.jsonl" in mistaken.err and mistaken.err.count("\n") == 1


def test_an_earlier_run_that_is_none_is_told_before_anything_is_asked(
    built: Built, tmp_path: Path, run: Runner
) -> None:
    mistaken = run("evaluate", tmp_path / "none.jsonl", "--index", built.index, "--compare", tmp_path / "gone.json")
    assert mistaken.status == 2
    assert "gone.json: cannot be read" in mistaken.err and mistaken.err.count("\n") == 1


def test_a_chat_model_that_cannot_be_reached_is_told_beside_the_articles_own_sentences(
    built: Built, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEWIRE_CHAT_MODEL", "openai:small")
    monkeypatch.setenv("CITEWIRE_CHAT_BASE_URL", "http://127.0.0.1:9/v1")
    told = run("ask", "How much does the harbour fund hold?", "--index", built.index)
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("12 million euros\n")
    assert "own sentences, since chat model openai:small at http://127.0.0.1:9/v1 cannot be reached" in told.out


def test_a_taken_port_is_one_line(run: Runner) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        mistaken = run("serve", "--host", "127.0.0.1", "--port", number)
    assert mistaken.status == 2
    assert f"127.0.0.1:{number} cannot be listened on" in mistaken.err and "--port" in mistaken.err


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX knows them")
def test_an_interrupted_build_says_how_to_go_on_and_goes_on(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "corpus").mkdir()
    records = [{"id": f"a{n}", "language": "en", "text": f"Ship number {n} crossed the strait."} for n in range(900)]
    (tmp_path / "corpus" / "many.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    folders = ["--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "index")]
    words = [sys.executable, "-m", "rag", "build", *folders]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not _articles(tmp_path / "index"):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    kept = _articles(tmp_path / "index")
    told = f"the index holds {kept} articles, which are kept: run the same command again to go on"
    assert err == f"citewire: stopped; {told}\n"
    assert 0 < kept < 900
    assert run("verify", *folders[2:]).status == 0
    again = run("build", *folders, "--json").json
    assert (again["unchanged"], again["added"]) == (kept, 900 - kept)


def _articles(index: Path) -> int:
    try:
        with open_index(index) as opened:
            return opened.info().articles
    except IndexUnusable:
        return 0


def test_a_reader_that_goes_away_is_no_error(built: Built) -> None:
    words = [sys.executable, "-m", "rag", "search", "the harbour", "--index", str(built.index), "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert err == ""
    assert process.returncode in (0, 141)


@pytest.mark.skipif(os.name != "posix", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize("words", ["info", "verify", "search harbour", "ask 'How much does the harbour fund hold?'"])
@pytest.mark.parametrize(
    ("streams", "status"), [(">&-", 0), (">/dev/null 2>&-", 0), ("<&- >&- 2>&-", 0), (">/dev/full", 2)]
)
def test_closed_and_full_streams_are_told_in_one_line_at_most(
    built: Built, words: str, streams: str, status: int
) -> None:
    done = _shell(f"{words} --index '{built.index}' {streams}")
    assert done.returncode == status
    full = "standard output cannot be written (No space left on device): make room there, or send it elsewhere"
    assert done.stderr == (f"citewire: {full}\n" if status else "")


@pytest.mark.skipif(os.name != "posix", reason="a POSIX shell closes the streams")
def test_a_mistake_that_nobody_reads_is_still_one(built: Built) -> None:
    assert _shell("info --index nowhere 2>&1 >&- | true").stderr == ""
    assert _shell("info --index nowhere >&-").stderr.startswith("citewire: there is no index in nowhere")
    asked = _shell(f"ask - --index '{built.index}' <&-")
    assert (asked.returncode, asked.stderr.count("\n")) == (2, 1) and "the question is empty" in asked.stderr
    status = "import subprocess, sys, os; r, w = os.pipe(); os.close(r); print(subprocess.call(sys.argv[1:], stderr=w))"
    words = [sys.executable, "-m", "rag", "info", "--index", "nowhere"]
    done = subprocess.run([sys.executable, "-c", status, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"


def _shell(words: str) -> subprocess.CompletedProcess[str]:
    command = f"'{sys.executable}' -m rag {words}"
    return subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)


def test_output_is_utf8_whatever_the_locale(built: Built) -> None:
    words = [sys.executable, "-m", "rag", "search", "le pont du port", "--index", str(built.index), "-k", "1"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, env=environment)
    assert "Les travaux ont coûté 3,5 millions d'euros" in done.stdout.decode("utf-8")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from rag.cli import main; status = main(['--help']);"
        "heavy = ('numpy', 'torch', 'faiss', 'onnxruntime', 'langchain', 'langchain_core', 'streamlit', 'pydantic');"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() in ("[]", "['numpy']")
    assert done.stdout.startswith("usage: citewire ")


def test_version_is_told(run: Runner) -> None:
    from rag import __version__

    assert run("--version") == Run(0, f"citewire {__version__}\n", "")


def test_every_command_has_help_with_an_example() -> None:
    commands = parser()._subparsers._group_actions[0].choices
    assert list(commands) == [
        "build", "watch", "ask", "search", "serve", "info", "verify", "compact", "encoders", "evaluate",
    ]  # fmt: skip
    for name, command in commands.items():
        assert f"  citewire {name}" in command.format_help() or f"| citewire {name}" in command.format_help()
        assert main([name, "--help"]) == 0
