"""Encodings and archives."""

import gzip
import lzma

import pytest

from rag.errors import ArticleError
from rag.readers.decode import decode, encoding_from, is_older, read_lines, read_text

FRENCH = (
    "Le préfet a annoncé vendredi que l'école de la forêt rouvrirait dès la rentrée, à la satisfaction des élèves. "
    "« C'est une très bonne nouvelle », a déclaré la directrice, émue, après des mois d'inquiétude et de démarches."
)


@pytest.mark.parametrize(
    "encoding",
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252 latin-1 mac_roman".split(),
)
def test_encodings(encoding):
    assert decode(FRENCH.encode(encoding), "a.txt").removeprefix("\ufeff") == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Élu à l'été, le député s'est félicité.", "cp1252"),
        ("Un café\n", "cp1252"),
        ("Le préfet a dit que l'été coûterait 5 € de plus à l'école.", "iso8859_15"),
        ("Le préfet a dit : « C’est fini » – l’été… une œuvre à 5 €.", "cp1252"),
        ("Minister zapowiedział w środę, że szkoły zostaną otwarte już we wrześniu.", "cp1250"),
        ("Министр заявил в четверг, что школы откроются в сентябре для всех учеников.", "cp1251"),
        ("Министр заявил в четверг, что школы откроются в сентябре для всех учеников.", "koi8_r"),
    ],
)
def test_older_encodings_of_short_texts(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Un déjà".encode()[:-1], "Un déj"),
        (FRENCH.encode() + " déjà.".encode("cp1252"), FRENCH + " déjà."),
        (FRENCH.encode() + " \x93déjà\x94".encode("latin-1"), FRENCH + " “déjà”"),
    ],
)
def test_utf8_with_a_few_bytes_that_are_none_stays_utf8(data, text):
    assert decode(data, "a.txt") == text


def test_a_zero_byte_here_and_there_makes_no_text_binary():
    assert decode(FRENCH.encode().replace(b"vendredi", b"ven\0dredi"), "a.txt") == FRENCH


def test_what_is_not_utf8_is_told(caplog):
    with caplog.at_level("INFO", logger="rag.readers"):
        decode(FRENCH.encode("cp1252"), "vieux.txt")
    assert "vieux.txt is not UTF-8" in caplog.text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, b"\0" * 100, bytes(1000) + b"x"]
)
def test_binary_is_refused(data):
    with pytest.raises(ArticleError, match="binary"):
        decode(data, "image.txt")


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress)])
def test_archives(tmp_path, suffix, pack):
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(pack(FRENCH.encode()))
    assert read_text(path, 10_000) == FRENCH


@pytest.mark.parametrize("suffix", [".gz", ".xz"])
def test_damaged_archives_are_refused(tmp_path, suffix):
    whole = {".gz": gzip.compress, ".xz": lzma.compress}[suffix](FRENCH.encode() * 100)
    for number, data in enumerate((b"not an archive", whole[: len(whole) // 2])):
        path = tmp_path / f"{number}.txt{suffix}"
        path.write_bytes(data)
        with pytest.raises(ArticleError, match="damaged archive"):
            read_text(path, 1_000_000)
        with pytest.raises(ArticleError, match="damaged archive"):
            list(read_lines(path, 1_000_000))


def test_what_unpacks_to_too_much_is_refused_without_unpacking_it_all(tmp_path):
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 50_000_000))
    with pytest.raises(ArticleError, match="larger than 1 MB"):
        read_text(path, 1_000_000)


def test_a_line_too_long_is_passed_over_and_the_next_one_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n" + b"x" * 5_000 + b"\ntwo\n")
    assert list(read_lines(path, 1_000)) == [b"one\n", None, b"two\n"]


REST = " The council met on Monday and agreed to close the old bridge until the spring, when the work is to begin." * 4


@pytest.mark.parametrize(
    "text",
    [
        "The harbour costs €5 million.",
        "The mayor, Mr Müller, said so.",
        "It was a naïve plan." + REST,
        "À Évry, rien.",
        "The café’s owner said “no” – twice…" + REST,
        "“We’re staying,” he said – “and that’s that.” It’s 30 m³ a second, or 5 km² of land—all of it.",
        "¿Qué pasó?",
    ],
)
def test_english_with_few_other_signs_is_cp1252(text):
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Predsednik vlade je v sredo dejal, da bo proračun sprejet do konca leta. Opozicija napoveduje, da bo "
         "glasovala proti, saj se ne strinja z višjimi davki.", "cp1250"),
        ("Łódź", "cp1250"),
        ("Η κυβέρνηση ενέκρινε την Τετάρτη τον προϋπολογισμό. Ο υπουργός είπε ότι το θα μειωθεί.", "iso8859_7"),
        ("北京", "gb18030"),
        ("The café’s owner said “no” – twice." + REST, "mac_roman"),
        ("Le préfet a annoncé que l'école rouvrirait à la rentrée, après des mois d'inquiétude.", "cp850"),
    ],
)  # fmt: skip
def test_what_is_odd_in_cp1252_or_in_a_language_not_written_in_it_is_still_guessed(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


def test_the_encoding_of_lines_is_told_from_many_of_them(tmp_path):
    path = tmp_path / "a.jsonl"
    short, long = "Łódź, był dziś.", "Minister zapowiedział w środę, że szkoły zostaną otwarte już we wrześniu."
    path.write_bytes("\n".join(["plain", short, *[long] * 5]).encode("cp1250"))
    assert encoding_from(path, 1_000, 2) == "cp1250"
    path.write_bytes(b"plain")
    assert encoding_from(path, 1_000, 2) == ""


@pytest.mark.parametrize(
    ("data", "older"), [(b"plain", False), ("été".encode(), False), ("été".encode("cp1252"), True), (b"\xff\0", False)]
)
def test_what_is_older_than_unicode(data, older):
    assert is_older(data) is older
