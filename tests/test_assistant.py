"""The whole way from a question to a proved answer, over the sample corpus, with the bundled encoder and no model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag import Assistant, Settings, build
from rag.errors import IndexUnusable, UsageError, WriterError
from rag.follow_up import standalone
from rag.index import EmbeddedIndex, Upsert, open_index
from rag.passages import split
from rag.types import Answer, Draft, Evidence, Filter, Question, Turn
from tests.index.material import article

ROOT = Path(__file__).resolve().parent.parent


def assert_proved(assistant: Assistant, answer: Answer) -> None:
    """Law 2: quotes are slices of stored articles, numbers are dense, a refusal has no claims."""
    assert bool(answer.claims) != (answer.refusal is not None)
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    shown = list(answer.citations)
    if answer.refusal and answer.refusal.nearest:
        shown.append(answer.refusal.nearest)
    for citation in shown:
        text = assistant.index.article(citation.article_id).text
        assert text[citation.start : citation.end] == citation.quote
    json.dumps(answer.to_dict(), allow_nan=False)


@pytest.mark.parametrize(
    ("question", "language", "direct"),
    [
        ("how much drawdown authority remains?", "en", "4–5 billion US dollars"),
        ("Combien reste-t-il d'autorité de retrait ?", "fr", "4–5 milliards de dollars"),
    ],
)
def test_the_main_question_in_both_languages(assistant: Assistant, question: str, language: str, direct: str) -> None:
    answer = assistant.ask(question)
    assert (answer.language, answer.direct, answer.refusal) == (language, direct, None)
    first = answer.claims[0].citations[0]
    assert (first.number, first.language, first.published) == (1, "fr", date(2024, 11, 29))
    assert "4 à 5 milliards de dollars" in first.quote
    assert_proved(assistant, answer)


def test_a_name_is_found_across_languages(assistant: Assistant) -> None:
    answer = assistant.ask("Who was chosen as special envoy for Ukraine?")
    assert "Keith Kellogg" in answer.claims[0].text
    assert_proved(assistant, answer)


@pytest.mark.parametrize("question", ["What is the capital of Australia?", "Qui a inventé la machine à coudre ?"])
def test_what_the_corpus_does_not_say_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refusal is not None
    assert (answer.claims, answer.direct, answer.citations) == ((), None, ())
    assert_proved(assistant, answer)


def test_a_topic_alone_is_answered_by_the_leads_of_its_articles(assistant: Assistant) -> None:
    answer = assistant.ask("What happened in Morocco?")
    assert answer.direct is None
    cited = [claim.citations[0] for claim in answer.claims]
    assert {citation.published for citation in cited} == {date(2023, 9, 10), date(2023, 9, 11), date(2023, 9, 13)}
    assert {hit.article.id for hit in answer.hits} >= {citation.article_id for citation in cited}
    assert_proved(assistant, answer)


def test_the_newest_article_opens_where_news_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Quoi de neuf en Ukraine ?")
    days = [claim.citations[0].published for claim in answer.claims]
    assert days[:2] == [date(2024, 12, 3), date(2024, 11, 29)]
    assert_proved(assistant, answer)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is Keir Starmer?", "Keir Starmer"),
        ("Qui est Léon Marchand ?", "Léon Marchand"),
    ],
)
def test_a_name_is_answered_by_what_introduces_it(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert_proved(assistant, answer)
    assert answer.refusal is None
    assert answer.direct is None  # no other name is the answer
    assert said in answer.claims[0].text


def test_a_name_the_corpus_is_silent_about_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("Who is Cornelia Pfefferkorn?").refusal is not None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How old is Keir Starmer?", "age"),
        ("Quel âge a Keir Starmer ?", "l'âge"),
        ("Who is the president of Finland?", "who or what"),
    ],
)
def test_an_age_or_a_country_s_office_that_is_told_of_nobody_is_refused(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.refusal is not None
    assert told in answer.refusal.message
    assert answer.direct is None


def test_the_news_as_such_are_the_leads_of_the_last_days(assistant: Assistant) -> None:
    answer = assistant.ask("What's new?")
    assert_proved(assistant, answer)
    newest = [article.id for article in assistant.index.articles()[:3]]
    assert {citation.article_id for citation in answer.citations} == set(newest)


def test_the_news_of_a_day_are_of_that_day(assistant: Assistant) -> None:
    day = min(info.published for info in assistant.index.articles() if info.published)
    answer = assistant.ask(f"Que s'est-il passé le {day.day}/{day.month:02}/{day.year} ?")
    assert_proved(assistant, answer)
    assert answer.citations[0].published == day


def test_a_topic_the_corpus_is_silent_about_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("the strike of the bakers of Lima").refusal is not None


@pytest.mark.parametrize("question", ["", "   ", "?", "Hello!", "merci"])
def test_no_question_is_no_crash(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refusal is not None


def test_a_lesser_sentence_does_not_speak_over_the_best(assistant: Assistant) -> None:
    answer = assistant.ask("When was the Dali refloated?")
    assert answer.claims[0].text.startswith("It was refloated and taken back to port on 20 May")
    assert answer.direct in (None, "20 May 2024")  # not the year of the bridge, nor the night of its fall


def test_a_filter_that_leaves_nothing_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("How many people died in the Morocco earthquake?", filter=Filter(sources=("Nobody",)))
    assert answer.refusal is not None
    assert answer.refusal.reason == "filtered_out"
    assert answer.hits == ()


def test_filters_hold_for_everything_shown(assistant: Assistant) -> None:
    answer = assistant.ask("How many people died in the Morocco earthquake?", filter=Filter(languages=("en",)))
    assert {hit.article.language for hit in answer.hits} == {"en"}
    assert {citation.language for citation in answer.citations} <= {"en"}


def test_as_of_answers_from_what_was_published_by_then(assistant: Assistant) -> None:
    then = date(2023, 9, 10)
    answer = assistant.ask("Combien de personnes sont mortes dans le séisme au Maroc ?", as_of=then)
    assert answer.as_of == then
    assert all(hit.article.published <= then for hit in answer.hits if hit.article.published)
    assert "2 012" in answer.claims[0].text
    assert any("2023-09-10" in note for note in answer.notes)


def test_words_of_time_narrow_the_search_and_can_be_taken_away(assistant: Assistant) -> None:
    question = "What did the ECB decide last week?"
    narrowed = assistant.ask(question, as_of=date(2024, 12, 16))
    assert narrowed.time_words == "last week"
    assert narrowed.window.since == date(2024, 12, 9)
    assert narrowed.counted_from == date(2024, 12, 16)
    assert assistant.ask(question).counted_from == date(2024, 12, 13), "the day of the newest article"
    assert assistant.ask("What did the ECB decide in December 2024?").counted_from is None
    free = assistant.ask(question, as_of=date(2024, 12, 16), read_time=False)
    assert (free.time_words, free.window.since) == ("", None)


def test_a_follow_up_stands_on_what_went_before(assistant: Assistant) -> None:
    first = "Combien de pays ont signé le traité sur les mines terrestres ?"
    turn = Turn(first, first, assistant.ask(first))
    answer = assistant.ask("Et qui en réclame ?", history=(turn,))
    assert answer.question == "Et qui en réclame ?"
    assert "mines" in answer.standalone
    assert_proved(assistant, answer)


def test_a_conversation_stays_with_its_subject(assistant: Assistant) -> None:
    history: list[Turn] = []
    told = []
    for question in (
        "how many people lost their lives in the Morocco earthquake?",
        "and how many were injured?",
        "what was its magnitude?",
        "where is the epicentre?",
    ):
        answer = assistant.ask(question, history)
        history.append(Turn(question, answer.standalone, answer))
        told.append(" ".join(claim.text for claim in answer.claims))
    for words, found in zip(("2 901", "5 530", "magnitude de 6,8", "Al Haouz"), told, strict=True):
        assert words in found


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    one, other = (assistant.ask("Qui a reçu le prix Nobel de la paix en 2024 ?").to_dict() for _ in range(2))
    one.pop("timings_ms"), other.pop("timings_ms")
    assert one == other


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_any_text_may_be_asked(assistant: Assistant, question: str) -> None:
    assert_proved(assistant, assistant.ask(question))


def test_an_open_assistant_follows_the_corpus(sample_index: Path, tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    shutil.copytree(ROOT / "corpus", corpus)
    shutil.copytree(sample_index, index)
    assistant = Assistant.open(index, Settings())
    question = "Combien coûtera le pont de Vernoux ?"
    assert assistant.ask(question).refusal is not None
    added = corpus / "pont.md"
    added.write_text(
        "---\ntitle: Le pont de Vernoux\nsource: La Rive\npublished: 2024-12-20\nlanguage: fr\n---\n\n"
        "Le pont de Vernoux coûtera 34 millions d'euros à la région. Le chantier ouvre au printemps.\n",
        encoding="utf-8",
    )
    build(corpus, index)
    answer = assistant.ask(question)
    assert answer.direct == "34 millions d'euros"
    assert answer.as_of == date(2024, 12, 20)
    added.unlink()
    report = build(corpus, index)
    assert (report.removed, report.embedded) == (1, 0)
    gone = assistant.ask(question)
    assert "34 millions" not in json.dumps(gone.to_dict(), ensure_ascii=False)


def test_a_name_made_of_words_of_the_other_language_is_known(tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "concert.md").write_text(
        "---\ntitle: Un concert à Lille\nsource: La Rive\npublished: 2024-12-20\nlanguage: fr\n---\n\n"
        "Le groupe Stone Loaf a vendu 3 000 places pour son concert de samedi à Lille.\n",
        encoding="utf-8",
    )
    build(corpus, index)
    answer = Assistant.open(index, Settings()).ask("Combien de places le groupe Stone Loaf a-t-il vendues ?")
    assert answer.refusal is None
    assert answer.direct is not None and "3" in answer.direct
    unknown = Assistant.open(index, Settings()).ask("Combien de places le groupe Stone Bread a-t-il vendues ?")
    assert unknown.refusal is not None and "Bread" in unknown.refusal.message


def test_an_assistant_is_closed_by_its_block_and_says_so_afterwards(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("The harbour fund holds 12 million euros.", encoding="utf-8")
    build(tmp_path / "corpus", tmp_path / "index")
    with Assistant.open(tmp_path / "index", Settings()) as assistant:
        assert assistant.ask("How much does the harbour fund hold?").claims
    assistant.close()
    with pytest.raises(IndexUnusable, match="has been closed: open it again"):
        assistant.ask("How much does the harbour fund hold?")


def test_threads_that_share_an_assistant_get_what_one_gets(assistant: Assistant) -> None:
    questions = ["how much drawdown authority remains?", "Quand Ariane 6 a-t-elle décollé ?", "Who won four golds?"]
    alone = [assistant.ask(question).claims for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda question: assistant.ask(question).claims, questions * 3))
    assert together == alone * 3


def test_threads_get_the_same_while_articles_come_and_go(sample_index: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_index, tmp_path / "index")
    questions = ["how much drawdown authority remains?", "Quand Ariane 6 a-t-elle décollé ?", "Who won four golds?"]
    windows = [Filter(), Filter(languages=("fr",))]
    asides = [
        article(f"aside-{n}", text, language=language, published=date(2020, 1, 1))
        for n, (text, language) in enumerate([("La vigne pousse.", "fr"), ("A vine grows.", "en"), ("Reben.", "de")])
    ]
    with Assistant.open(tmp_path / "index", Settings()) as shared:
        encoder = shared.retriever.encoder
        changes = [
            Upsert(item, passages, encoder.encode_passages([passage.embedding_text for passage in passages]))
            for item in asides
            for passages in [split(item, encoder.count_tokens, encoder.max_tokens)]
        ]
        asked = [(question, window) for question in questions for window in windows]
        alone = [shared.ask(question, filter=window).claims for question, window in asked]
        with open_index(tmp_path / "index", write=True) as writer, ThreadPoolExecutor(4) as pool:
            waiting = [pool.submit(shared.ask, question, filter=window) for question, window in asked * 3]
            while not all(one.done() for one in waiting):
                writer.apply(changes)
                shared.index.refresh()
                writer.delete(ids=[item.id for item in asides])
        assert [one.result().claims for one in waiting] == alone * 3


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When did Ariane 6 fly and when did SLIM land?", ("mardi 9 juillet", "20 janvier")),
        ("How much drawdown authority remains and who won the UK election?", ("4 à 5 milliards", "Labour")),
    ],
)
def test_each_part_of_a_question_is_answered(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert len(answer.claims) >= len(said)
    for words, claim in zip(said, answer.claims, strict=False):
        assert words in claim.text
    assert_proved(assistant, answer)


def test_the_hurt_are_no_dead(assistant: Assistant) -> None:
    answer = assistant.ask("how many were injured in Morocco?")
    assert answer.direct == "5,530"
    assert answer.ledger is not None
    assert [row.low for row in answer.ledger.rows] == [2059, 2562, 5530]


def test_a_whole_question_is_answered_alone_where_its_context_misleads(assistant: Assistant) -> None:
    before = assistant.ask("What is the capital of Australia?")
    answer = assistant.ask("how many were injured?", [Turn(before.question, before.standalone, before)])
    assert answer.refusal is None


def test_what_is_no_question_or_no_day_is_refused_by_name(assistant: Assistant) -> None:
    with pytest.raises(UsageError, match="as text"):
        assistant.ask(None)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"datetime\.date"):
        assistant.ask("how many?", as_of="2024-11-01")  # type: ignore[arg-type]


def test_a_time_of_day_is_taken_for_its_day(assistant: Assistant) -> None:
    question, day = "What did the ECB decide last week?", date(2024, 12, 16)
    answer = assistant.ask(question, as_of=datetime(2024, 12, 16, 8, 30, tzinfo=UTC))
    assert (answer.counted_from, answer.window.until) == (day, day)
    assert answer.claims == assistant.ask(question, as_of=day).claims


class TellsNothing:
    """A writer that says on two pieces that the articles do not answer."""

    def write(
        self, question: Question, evidence: Sequence[Evidence], *, on_text: Callable[[str], None] | None = None
    ) -> Draft:
        for piece in ("Of ", question.text) if on_text else ():
            on_text(piece)
        return Draft(refusal="weak_evidence")


def test_the_drafts_of_two_readings_are_told_apart(assistant: Assistant) -> None:
    before = assistant.ask("How many people died in the Morocco earthquake?")
    turn = Turn(before.question, before.standalone, before)
    writes, told = Assistant(assistant.retriever, TellsNothing(), Settings()), []
    writes.ask("where is the epicentre?", [turn], on_text=told.append)
    completed = standalone("where is the epicentre?", [turn])
    assert told == ["Of ", completed, "\n\n", "Of ", "where is the epicentre?"]
    told.clear()
    writes.ask("how many were injured in Morocco?", on_text=told.append)
    assert told == ["Of ", "how many were injured in Morocco?"], "one draft has nothing to be told apart from"
    assert writes.ask("where is the epicentre?", [turn]).refusal is not None, "nobody need read along"


def test_an_index_is_not_left_open_where_the_writer_cannot_be_set_up(
    sample_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Path] = []
    close = EmbeddedIndex.close
    monkeypatch.setattr(EmbeddedIndex, "close", lambda index: (closed.append(index.folder), close(index)))
    with pytest.raises(WriterError):
        Assistant.open(sample_index, Settings(chat_model="nobody:nothing"))
    assert closed == [sample_index]
