"""Law 7: imports point downward, and each third party has one door. Read from the source, nothing is run."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.edges import UNTOLD, Edge, edges_of, privates_in, reads_environment

ROOT = Path(__file__).resolve().parent.parent
RAG = ROOT / "rag"

# The levels of the README's architecture section; a module imports only from levels below its own,
# or from its own package. A package's level holds for every module in it.
LEVELS = {
    "errors": -1, "types": 0, "settings": 0,
    "answer_nouns": 1, "language": 1, "figures": 1, "serialise": 1, "translation": 1, "messages": 1, "pace": 1,
    "readers": 2, "passages": 2, "encoders": 2, "index": 2, "question": 2, "follow_up": 2, "syndication": 2,
    "timeline": 2, "ledger": 2, "ranking": 3, "citations": 3, "premises": 3, "unchanged": 3, "filing": 3, "naming": 3,
    "adding": 3,
    "writers": 4, "build": 4, "retrieve": 4, "answering": 4, "overviews": 4, "confirmation": 4, "listing": 4,
    "hindsight": 4, "drafts": 4,
    "reconcile": 4, "originals": 4,
    "langchain": 5, "assistant": 5, "watch": 5,
    "evaluate": 6, "ui": 6, "cli": 7, "__main__": 8, "__init__": 9,
}  # fmt: skip

# (file, module) that may be taken although its level is not below: each a shortcut for the caller, taken on first use.
SHORTCUTS = {
    ("rag/types/answers.py", "rag.serialise"),  # Answer.to_dict
    ("rag/retrieve.py", "rag.langchain"),  # Retriever.as_langchain
    ("rag/cli/serving.py", "rag"),  # where the package lies, to find the page beside it
}

# Third party -> the only places that may import it, files or folders relative to the repository's top.
DOORS = {
    "faiss": ("rag/index/vectors.py",),
    "sqlite3": ("rag/index/",),
    "sentence_transformers": ("rag/encoders/hub.py",),
    "huggingface_hub": ("rag/encoders/hub.py",),
    "torch": ("rag/encoders/hub.py",),
    "onnxruntime": ("rag/encoders/opening.py",),
    "safetensors": ("rag/encoders/opening.py",),
    "tokenizers": ("rag/encoders/opening.py",),
    "streamlit": ("app.py", "rag/ui/"),
    "langchain": ("rag/writers/chat.py",),
    "langchain_core": ("rag/writers/chat.py", "rag/langchain.py"),
    "pydantic": ("rag/langchain.py",),
    "yaml": ("rag/readers/",),
    "babel": ("rag/figures/",),
    "charset_normalizer": ("rag/readers/",),
    "feedparser": ("rag/readers/feed.py",),
    "trafilatura": ("rag/readers/web.py",),
    "pypdf": ("rag/readers/pdf.py",),
    "docx": ("rag/readers/word.py",),
    "snowballstemmer": ("rag/language/",),
    "py3langid": ("rag/language/",),
    "watchdog": ("rag/watch.py",),
}
ANNOTATED = {
    "langchain_core": ("rag/retrieve.py",),
    "lxml": ("rag/readers/page_date.py", "rag/readers/web.py"),  # the tree of a page, as trafilatura has parsed it
    "tokenizers": ("rag/ranking/reader.py",),
}
"""Where else a third party may be named, for annotations alone."""

EVERYWHERE = {"numpy", "rag", *sys.stdlib_module_names} - DOORS.keys()


def _sources() -> list[Path]:
    return [*sorted(RAG.rglob("*.py")), ROOT / "app.py"]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _unit(path: Path) -> str:
    return path.relative_to(RAG).parts[0].removesuffix(".py")


def _is_upward(unit: str, edge: Edge) -> bool:
    """Whether a module of ``unit`` may not import this one; what annotations alone need may stand beside it."""
    if edge.parts[0] != "rag" or edge.module == "rag.__version__":
        return False
    target = edge.parts[1] if len(edge.parts) > 1 else "__init__"
    level = LEVELS.get(target, 99)
    return target != unit and (level > LEVELS[unit] if edge.typing else level >= LEVELS[unit])


def _is_stray(file: str, edge: Edge) -> bool:
    """Whether a third party comes in by another door than its own."""
    party = edge.parts[0]
    doors = DOORS.get(party, ()) + (ANNOTATED.get(party, ()) if edge.typing else ())
    through = any(file == door or (door.endswith("/") and file.startswith(door)) for door in doors)
    return party not in EVERYWHERE and not through


def test_every_module_has_a_level() -> None:
    units = {_unit(path) for path in RAG.rglob("*.py")}
    assert units == LEVELS.keys(), f"name a level for {sorted(units ^ LEVELS.keys())}, or take it away"


def test_imports_point_downward() -> None:
    wrong = [
        f"{_name(path)}:{edge.line} imports {edge.module}"
        for path in RAG.rglob("*.py")
        for edge in edges_of(path)
        if _is_upward(_unit(path), edge) and (_name(path), edge.module) not in SHORTCUTS
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("unit", "edge", "upward"),
    [
        ("types", Edge("rag.cli", "", 1), True),
        ("types", Edge("rag.settings", "", 1), True),  # the same level
        ("language", Edge("rag.types", "Hit", 1), False),
        ("language", Edge("rag.language.text", "fold", 1), False),
        ("language", Edge("rag.nowhere", "", 1), True),
        ("language", Edge("rag", "", 1), True),
        ("language", Edge("rag.Assistant", "", 1), True),
        ("language", Edge("rag.*", "", 1), True),
        ("cli", Edge("rag.__version__", "", 1), False),
        ("overviews", Edge("rag.retrieve", "Retriever", 1, typing=True), False),
        ("language", Edge("rag.retrieve", "Retriever", 1, typing=True), True),
    ],
)
def test_an_upward_import_is_told(unit: str, edge: Edge, upward: bool) -> None:
    assert _is_upward(unit, edge) == upward


def test_imports_do_not_go_in_circles() -> None:
    files = {_name(path).removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in _sources()}
    graph = {}
    for module, path in files.items():
        taken = [edge for edge in edges_of(path) if not edge.typing and (_name(path), edge.module) not in SHORTCUTS]
        targets = [_target(edge, files) for edge in taken]
        graph[module] = {target for target in targets if target in files and target != module}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' <- '.join(error.args[1])}")


def _target(edge: Edge, files: dict[str, Path]) -> str:
    """The file taken from: ``from rag.cli import draw`` wants the module, not the package that holds it."""
    return whole if (whole := f"{edge.module}.{edge.name}") in files else edge.module


def test_each_third_party_has_one_door() -> None:
    wrong = [
        f"{_name(path)}:{edge.line} imports {edge.module}"
        for path in _sources()
        for edge in edges_of(path)
        if _is_stray(_name(path), edge) and not (edge.module == UNTOLD and path == RAG / "__init__.py")
    ]
    assert wrong == [], "name a door, or go through the one there is"


@pytest.mark.parametrize(
    ("file", "edge", "stray"),
    [
        ("rag/index/vectors.py", Edge("faiss", "", 1), False),
        ("rag/index/vectors_too.py", Edge("faiss", "", 1), True),
        ("rag/language_too.py", Edge("snowballstemmer", "", 1), True),
        ("rag/ui/draw.py", Edge("streamlit.components.v1", "html", 1), False),
        ("rag/build.py", Edge("requests", "", 1), True),
        ("rag/build.py", Edge("training.data", "read", 1), True),
        ("rag/build.py", Edge("tests.found", "hit_of", 1), True),
        ("rag/build.py", Edge(".cli", "main", 1), True),
        ("rag/build.py", Edge(UNTOLD, "", 1), True),
        ("rag/build.py", Edge("sqlite3", "", 1), True),
        ("rag/build.py", Edge("json", "", 1), False),
        ("rag/retrieve.py", Edge("langchain_core.retrievers", "BaseRetriever", 1, typing=True), False),
        ("rag/retrieve.py", Edge("langchain_core.retrievers", "BaseRetriever", 1), True),
    ],
)
def test_a_stray_door_is_told(file: str, edge: Edge, stray: bool) -> None:
    assert _is_stray(file, edge) == stray


@pytest.mark.parametrize("folder", ["rag", "benchmarks", "training", "app.py"])
def test_private_names_stay_where_they_are(folder: str) -> None:
    top = ROOT / folder
    wrong = [
        f"{_name(path)}:{edge.line} takes {edge.module} {edge.name}"
        for path in ([top] if top.is_file() else top.rglob("*.py"))
        for edge in edges_of(path)
        if edge.is_private
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", ["benchmarks", "training"])
def test_what_measures_and_trains_uses_what_is_public(folder: str) -> None:
    wrong = [
        f"{_name(path)}:{line} reaches into {member}"
        for path in (ROOT / folder).rglob("*.py")
        for member, line in privates_in(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_files_stay_readable() -> None:
    for folder in (RAG, ROOT / "benchmarks", ROOT / "training"):
        for path in folder.rglob("*.py"):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            assert lines <= 400, f"{path.relative_to(ROOT)} has {lines} lines: split it"


def test_functions_stay_readable() -> None:
    long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for folder in (RAG, ROOT / "benchmarks", ROOT / "training")
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert long == [], "over 50 lines: split it"


def test_environment_is_read_in_settings_only() -> None:
    readers = [_name(path) for path in _sources() if reads_environment(path.read_text(encoding="utf-8"))]
    assert readers == ["rag/settings.py"]


@pytest.mark.parametrize(
    "statement",
    ["import rag", "from rag import *", "import rag.cli"],
)
def test_import_takes_no_model_into_memory(statement: str) -> None:
    heavy = ("torch", "onnxruntime", "faiss", "sentence_transformers", "transformers", "langchain", "langchain_core",
             "streamlit", "pandas", "sklearn", "scipy")  # fmt: skip
    code = f"{statement}; import sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_public_names_are_the_whole_surface() -> None:
    import rag

    assert rag.__all__ == [
        "Answer", "Assistant", "BuildReport", "Citation", "CitewireError", "Claim", "Filter", "Hit", "Refusal",
        "Retriever", "Settings", "Turn", "build",
    ]  # fmt: skip
    assert dir(rag) == rag.__all__
    for name in rag.__all__:
        assert callable(getattr(rag, name))
        assert getattr(rag, name).__doc__


def test_help_describes_the_public_names() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import pydoc, rag; print(pydoc.plain(pydoc.render_doc(rag)))"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    ).stdout  # fmt: skip
    for described in ("class Assistant(", "class Retriever(", "class CitewireError(", "class Citation(", "build("):
        assert described in told


@pytest.mark.parametrize("owner", ["Assistant", "Filter", "Retriever", "Settings", "Turn"])
def test_what_a_public_name_offers_is_described(owner: str) -> None:
    import rag

    members = {name: member for name, member in vars(getattr(rag, owner)).items() if not name.startswith("_")}
    told = {name for name, member in members.items() if inspect.getdoc(getattr(member, "__func__", member))}
    assert {name for name, member in members.items() if callable(getattr(member, "__func__", member))} <= told
