"""Makes the bundled encoder from named data, stage by stage; a stage whose result is there already is skipped.

    python -m training.encoder --data ../shared/data

align -> table -> transplant -> distill -> finetune -> average -> refine -> average -> export -> round -> evaluate.
Delete a stage's result under training/runs to do it again. Knows the order and the files; the stages know the work.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tokenizers import Tokenizer

from training.align import Lexicon, align
from training.data import read_orangesum, read_parallel, read_piaf, sample_parallel
from training.distill import distill, prepare
from training.evaluate_encoder import evaluate, table
from training.export import REFERENCE, export, fidelity, write_reference
from training.finetune import average, finetune, prepare_batches
from training.refine import REFINED_SHARE, refine
from training.round import make as make_rounder
from training.table import write_table
from training.transplant import EMBEDDINGS, EnglishRows, choose_vocabulary, news_counts, write_student
from training.words import WordSplitter, teacher_folder

ALIGNED_LAW_ROWS = 130_000
NEW_ENTRIES = 31_000
FINETUNED_SHARE = 0.8  # of the weights; see the model card for how it was chosen
PACKAGE = Path(__file__).parent.parent / "rag"


def make(data: Path, runs: Path, seed: int, minutes: float) -> None:
    """Every stage that has no result yet, then the figures of all."""
    runs.mkdir(parents=True, exist_ok=True)
    teacher, lexicon = teacher_folder(), runs / "lexicon.npz"
    if not lexicon.exists():
        align(sample_parallel(read_parallel(data), ALIGNED_LAW_ROWS, seed), WordSplitter(teacher)).save(lexicon)
        write_table(lexicon, PACKAGE / "translation" / "table.tsv.xz")
    stages = {name: runs / name for name in ("transplant", "distilled", "finetuned", "averaged", "refined", "final")}
    if not _done(stages["transplant"]):
        transplant(data, teacher, lexicon, stages["transplant"])
    if not _done(stages["distilled"]):
        distill(prepare(data, teacher, runs, seed), stages["transplant"], stages["distilled"], seed, 0.36 * minutes)
    if not _done(stages["finetuned"]):
        batches = prepare_batches(data, stages["distilled"], lexicon, seed)
        targets = prepare(data, teacher, runs, seed)
        finetune(batches, targets, stages["distilled"], stages["finetuned"], seed, 0.54 * minutes)
    if not _done(stages["averaged"]):
        average(stages["distilled"], stages["finetuned"], FINETUNED_SHARE, stages["averaged"])
    if not _done(stages["refined"]):
        refine(data, stages["averaged"], stages["refined"], 0.1 * minutes)
    if not _done(stages["final"]):
        average(stages["averaged"], stages["refined"], REFINED_SHARE, stages["final"])
    shipped = PACKAGE / "encoders" / "model"
    export(stages["final"], shipped)
    (runs / "fidelity.json").write_text(json.dumps(fidelity(stages["final"], shipped, data)), encoding="utf-8")
    make_rounder(data, shipped)
    write_reference(shipped, REFERENCE)
    results = evaluate({"teacher": teacher} | stages | {"shipped": shipped}, data, runs / "figures.json")
    (runs / "table.md").write_text(table(results), encoding="utf-8")
    print(table(results))


def transplant(data: Path, teacher: Path, lexicon: Path, folder: Path) -> None:
    """French rows into the teacher's table."""
    from safetensors.torch import load_file

    tokenizer = Tokenizer.from_file(str(teacher / "tokenizer.json"))
    counts, names = news_counts(read_orangesum(data), read_piaf(data))
    rows = EnglishRows(tokenizer, load_file(teacher / "model.safetensors")[EMBEDDINGS].numpy())
    known = set(tokenizer.get_vocab())
    write_student(teacher, choose_vocabulary(Lexicon.load(lexicon), rows, known, counts, names, NEW_ENTRIES), folder)


def _done(folder: Path) -> bool:
    return (folder / "model.safetensors").exists()  # written last by every stage


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where results of stages are kept")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--minutes", type=float, default=600, help="the training stages take no longer than this")
    arguments = parser.parse_args()
    make(arguments.data, arguments.runs, arguments.seed, arguments.minutes)


if __name__ == "__main__":
    main()
