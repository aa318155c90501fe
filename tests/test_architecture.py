"""Law 7: imports point downward, and each third party has one door. Read from the source, nothing is run."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RAG = ROOT / "rag"

# The levels of the README's architecture section; a module imports only from levels below its own,
# or from its own package. A package's level holds for every module in it.
LEVELS = {
    "errors": -1, "types": 0, "settings": 0,
    "answer_nouns": 1, "language": 1, "figures": 1, "serialise": 1, "translation": 1, "messages": 1, "pace": 1,
    "readers": 2, "passages": 2, "encoders": 2, "index": 2, "question": 2, "follow_up": 2, "syndication": 2,
    "timeline": 2, "ledger": 2, "ranking": 3, "citations": 3, "premises": 3, "unchanged": 3, "filing": 3, "naming": 3,
    "writers": 4, "build": 4, "retrieve": 4, "answering": 4, "overviews": 4, "confirmation": 4, "listing": 4,
    "reconcile": 4, "originals": 4,
    "langchain": 5, "assistant": 5, "watch": 5,
    "evaluate": 6, "ui": 6, "cli": 7, "__main__": 8, "__init__": 9,
}  # fmt: skip

# Third party -> the only places that may import it, relative to the repository's top.
DOORS = {
    "faiss": ("rag/index/vectors",),
    "sqlite3": ("rag/index/",),
    "sentence_transformers": ("rag/encoders/hub.py",),
    "torch": ("rag/encoders/hub.py",),
    "onnxruntime": ("rag/encoders/opening.py",),
    "tokenizers": ("rag/encoders/opening.py",),
    "streamlit": ("app.py", "rag/ui/"),
    "langchain": ("rag/writers/chat.py",),
    "langchain_core": ("rag/writers/chat.py", "rag/langchain.py"),
    "yaml": ("rag/readers/",),
    "babel": ("rag/figures/",),
    "charset_normalizer": ("rag/readers/",),
    "feedparser": ("rag/readers/feed.py",),
    "trafilatura": ("rag/readers/web.py",),
    "pypdf": ("rag/readers/pdf.py",),
    "docx": ("rag/readers/word.py",),
    "snowballstemmer": ("rag/language",),
    "py3langid": ("rag/language",),
    "watchdog": ("rag/watch.py",),
}


def _sources() -> list[Path]:
    return [*sorted(RAG.rglob("*.py")), ROOT / "app.py"]


@cache
def _imports(path: Path) -> list[tuple[str, int]]:
    """Every imported module of a file, with its line; imports for annotations only do not count as edges."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    found = []
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.relative_to(ROOT)}:{node.lineno}: relative import; write it in full"
            assert node.module is not None
            if node.module == "rag":
                found += [(f"rag.{alias.name}", node.lineno) for alias in node.names]
            else:
                found.append((node.module, node.lineno))
    return found


def _unit(path: Path) -> str:
    return path.relative_to(RAG).parts[0].removesuffix(".py")


def test_every_module_has_a_level() -> None:
    units = {_unit(path) for path in RAG.rglob("*.py")}
    assert units <= LEVELS.keys(), f"name a level for {sorted(units - LEVELS.keys())}"


def test_imports_point_downward() -> None:
    wrong = []
    for path in RAG.rglob("*.py"):
        unit = _unit(path)
        if path == RAG / "types" / "answers.py":  # its values know how they are serialised
            continue
        for module, line in _imports(path):
            parts = module.split(".")
            if parts[0] != "rag" or len(parts) == 1:
                continue
            target = parts[1]
            if target == "__version__":
                continue
            if target != unit and LEVELS.get(target, 99) >= LEVELS[unit]:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports rag.{target} (level {LEVELS.get(target)})")
    assert wrong == []


@pytest.mark.parametrize("third_party", sorted(DOORS))
def test_each_third_party_has_one_door(third_party: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in _sources()
        for module, line in _imports(path)
        if module.split(".")[0] == third_party and not str(path.relative_to(ROOT)).startswith(tuple(DOORS[third_party]))
    ]
    assert wrong == [], f"{third_party} is imported outside its door {DOORS[third_party]}"


def test_files_stay_readable() -> None:
    for folder in (RAG, ROOT / "benchmarks", ROOT / "training"):
        for path in folder.rglob("*.py"):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            assert lines <= 400, f"{path.relative_to(ROOT)} has {lines} lines: split it"


def test_environment_is_read_in_settings_only() -> None:
    readers = [path.relative_to(ROOT) for path in RAG.rglob("*.py") if "os.environ" in path.read_text(encoding="utf-8")]
    assert readers == [Path("rag/settings.py")]


@pytest.mark.parametrize(
    "statement",
    ["import rag", "from rag import Assistant, Retriever, Settings, build", "import rag.cli"],
)
def test_import_takes_no_model_into_memory(statement: str) -> None:
    heavy = ("torch", "onnxruntime", "faiss", "sentence_transformers", "transformers", "langchain", "langchain_core",
             "streamlit", "pandas", "sklearn", "scipy")  # fmt: skip
    code = f"{statement}; import sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_public_names_are_the_whole_surface() -> None:
    import rag

    assert sorted(rag.__all__) == ["Assistant", "Retriever", "Settings", "build"]
    for name in rag.__all__:
        assert callable(getattr(rag, name))
