"""The pure functions of the encoder's training: a toy alignment, glosses, clozes, batches. Nothing is trained."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("wordfreq")
pytest.importorskip("tqdm")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from training.align import Lexicon, align
from training.data import NewsText, Pair, is_sentence_like, sample_parallel
from training.evaluate_encoder import at, passages_of, ranks
from training.glossary import Glossary
from training.searches import Search, chunks_of, cloze, hard_batches, report_searches
from training.table import write_table
from training.transplant import aligned_rows, family_rows, fold, is_reliable, root, weighted_row
from training.vectors import by_length
from training.words import WordSplitter

NOUNS = {"cat": "chat", "dog": "chien", "mayor": "maire", "house": "maison"}
VERBS = {"sees": "voit", "wants": "veut", "leaves": "quitte"}


@pytest.fixture(scope="module")
def splitter(tmp_path_factory: pytest.TempPathFactory) -> WordSplitter:
    tokenizer = Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    folder = tmp_path_factory.mktemp("tokenizer")
    tokenizer.save(str(folder / "tokenizer.json"))
    return WordSplitter(folder)


@pytest.fixture(scope="module")
def lexicon(splitter: WordSplitter) -> Lexicon:
    pairs = [
        Pair(f"The {a} {verb} the {b}.", f"Le {NOUNS[a]} {VERBS[verb]} le {NOUNS[b]}.", "tatoeba")
        for a in NOUNS
        for verb in VERBS
        for b in NOUNS
    ]
    return align(pairs, splitter)


def test_words_are_folded_and_numbers_left_out(splitter: WordSplitter) -> None:
    assert splitter.words("L'État a versé 40 000 €, dit-il.") == ["l", "etat", "a", "verse", "dit", "il"]


def test_alignment_finds_the_translations(lexicon: Lexicon) -> None:
    glossary = Glossary(*_tables(lexicon))
    for english, french in (NOUNS | VERBS).items():
        assert glossary.french_of[english][0][0] == french
        assert glossary.english_of[french][0][0] == english
        assert glossary.english_of[french][0][1] > 0.8


def test_a_lexicon_and_its_table_survive_a_file(lexicon: Lexicon, tmp_path: Path) -> None:
    lexicon.save(tmp_path / "lexicon.npz")
    again = Lexicon.load(tmp_path / "lexicon.npz")
    assert again.french == lexicon.french
    assert np.array_equal(again.counts, lexicon.counts)
    assert write_table(tmp_path / "lexicon.npz", tmp_path / "table.tsv.xz") >= 2 * len(NOUNS | VERBS)


def test_glosses_keep_what_they_do_not_know(lexicon: Lexicon) -> None:
    glossary = Glossary(*_tables(lexicon))
    chooser = random.Random(1)
    assert glossary.english("Combien de maisons ? Le maire, 42.", chooser) == "how many  maisons ? the mayor, 42."
    assert glossary.switch("The zebra leaves.", 0.0, chooser) == "The zebra leaves."


def test_rows_of_french_words_are_rows_of_their_english_words(lexicon: Lexicon) -> None:
    table = {word: np.eye(len(lexicon.english), dtype=np.float32)[n] for n, word in enumerate(lexicon.english)}

    class Rows:
        def row(self, word: str) -> np.ndarray:
            return table[word]

    rows = aligned_rows(lexicon, Rows())  # type: ignore[arg-type]
    assert float(rows["maire"] @ table["mayor"]) > 0.95
    assert np.linalg.norm(rows["maire"]) == pytest.approx(1.0, abs=1e-4)


def test_a_family_lends_its_rows() -> None:
    aligned = {"expliquer": np.array([1.0, 0.0], np.float32), "maire": np.array([0.0, 1.0], np.float32)}
    rows = family_rows(aligned, ["expliquent", "zebre"], Counter())
    assert list(rows) == ["expliquent"]
    assert rows["expliquent"].tolist() == [1.0, 0.0]
    assert root("expliquent") == root("expliquer") == root("expliquees")


def test_reliability_asks_for_many_links_or_for_one_answer() -> None:
    assert is_reliable(np.array([3.0, 1.0], np.float32), 8.0)
    assert not is_reliable(np.array([1.0, 1.0], np.float32), 100.0)
    assert is_reliable(np.array([0.3], np.float32), 0.3)
    assert not is_reliable(np.array([0.15, 0.15], np.float32), 0.3)


def test_weighted_rows_keep_their_length() -> None:
    rows = [np.array([2.0, 0.0], np.float32), np.array([0.0, 2.0], np.float32)]
    assert weighted_row(rows, np.array([1.0, 1.0], np.float32)) == pytest.approx([2**0.5, 2**0.5])
    assert fold("Élève") == "eleve"


def test_law_rows_are_sampled_among_sentences() -> None:
    clause = Pair("(a) section 3;", "a) article 3;", "law-act")
    sentence = Pair("The Minister may make an order under this section.",
                    "Le ministre peut prendre un arrêté en vertu du présent article.", "law-act")  # fmt: skip
    talk = Pair("Hi.", "Salut.", "tatoeba")
    assert not is_sentence_like(clause)
    assert sorted(sample_parallel([clause, sentence, talk], 5, 1), key=lambda p: p.english) == [talk, sentence]


def test_clozes_are_made_of_the_sentence_and_the_title() -> None:
    sentence = "Le maire de la ville a annoncé lundi sa démission devant le conseil municipal réuni."
    for seed in range(30):
        words = cloze(sentence, "Crise à Lens", random.Random(seed)).split()
        assert set(words) <= set(sentence.split()) | {"Crise", "à", "Lens"}
        assert len(words) < len(sentence.split()) + 3


def test_chunks_hold_whole_sentences() -> None:
    sentences = [f"Voici la phrase numéro {n} de cet article, assez longue." for n in range(60)]
    chunks = chunks_of(" ".join(sentences))
    assert [sentence for chunk in chunks for sentence in chunk] == sentences
    assert max(sum(map(len, chunk)) for chunk in chunks) <= 800


def test_hard_batches_take_neighbours_together_and_each_search_once() -> None:
    searches = [Search(f"q{n}", f"p{n}", n // 2) for n in range(32)]
    near = {group: [group ^ 1] for group in range(16)}
    batches = hard_batches(searches, near, 8, random.Random(3))
    used = [position for batch in batches for position in batch]
    assert len(used) == len(set(used)) == 32
    groups = [searches[position].group for position in batches[0]]
    assert any(group ^ 1 in groups for group in groups)


def test_batches_by_length_hold_every_row_once() -> None:
    rows = [[1] * n for n in (5, 90, 7, 6, 40, 5)]
    batches = by_length(rows, 100)
    assert sorted(number for batch in batches for number in batch) == list(range(6))
    assert all(len(batch) == 1 or max(len(rows[n]) for n in batch) * len(batch) <= 100 for batch in batches)


def test_ranks_and_passages() -> None:
    documents = np.eye(3, dtype=np.float32)
    queries = np.array([[0.9, 0.1, 0.0], [0.6, 0.5, 0.0]], np.float32)
    found = ranks(queries, documents, np.array([0, 1]))
    assert found.tolist() == [1, 2]
    assert (at(found, 1), at(found, 5)) == (0.5, 1.0)
    text = "Une phrase. " * 200
    spans = passages_of(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) <= 800


def test_titles_stand_over_the_other_language_s_report_of_the_event(lexicon: Lexicon) -> None:
    french = NewsText("Le maire quitte la maison", "Le maire a quitté la maison vers midi, dit la police. " * 4)
    english = NewsText("The mayor leaves the house", "The mayor left the house at noon, according to police. " * 4)
    found = report_searches([(french, english)], Glossary(*_tables(lexicon)), random.Random(1))
    queries = {search.query: search.passage.split()[1] for search in found}
    assert queries == {french.title: "mayor", english.title: "maire", "le maire quitte le maison": "mayor"}
    assert {(search.query, search.passage.split()[0]) for search in found} >= {(english.title, "The")}


def _tables(lexicon: Lexicon) -> tuple[dict, dict]:
    from training.glossary import translations

    return translations(lexicon, 0), translations(lexicon, 1)
