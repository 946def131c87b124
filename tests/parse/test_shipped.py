"""The parser around a stub of the network, and the model that ships."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from cronistoria.errors import LanguageError
from cronistoria.languages.tables import available_languages
from cronistoria.model.document import make_document
from cronistoria.parse.bundle import model_path, write_bundle
from cronistoria.parse.conllu import read_conllu
from cronistoria.parse.conllu_out import write_conllu
from cronistoria.parse.encoder import MOST_PIECES
from cronistoria.parse.parsers import load_parser
from cronistoria.parse.shipped import ShippedParser, read_parser
from tests.parse.conllu_validator import conllu_errors
from tests.parse.cuts import CUTS
from tests.parse.model import StubSession, small_bundle

ODD = {
    "nothing": " \n\0\u200b\n ",
    "no stops": "parola " * 1200,
    "quotation marks": '"' * 3000,
    "one run": "z" * 20_000,
    "directions": "\u202eроссия\u202c \u200fmosca\u200f " * 50,
    "mixed letters": "Мosca Kиев " * 60,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1ee\U0001f1f9 ok \u2764\ufe0f" * 40,
    "control": "due\0tre\x1b[31m\x85quattro\v",
    "accents": "e\u0301" * 400,
    "glued": "Uno.Due«tre»Quattro" * 100,
    "blank lines": "Uno\n\n\n" * 300,
}


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A model file whose network is a stub."""
    monkeypatch.setattr("cronistoria.parse.encoder.onnxruntime.InferenceSession", StubSession)
    write_bundle(tmp_path / "small.model", small_bundle())
    yield tmp_path / "small.model"


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_is_parsed_into_valid_conllu(model: Path, text: str) -> None:
    document = make_document(text, language="it")
    sentences = read_parser(model).parse(document)
    written = write_conllu(document, sentences)
    assert conllu_errors(written) == []
    ends = [token.end for sentence in sentences for token in sentence.tokens]
    assert all(0 < end <= len(text) for end in ends)


@pytest.mark.parametrize("language", available_languages("words"))
def test_every_language_gives_valid_conllu_that_reads_back(model: Path, language: str) -> None:
    document = make_document("\n\n".join(text for text, _ in CUTS[language]), language=language)
    sentences = read_parser(model).parse(document)
    written = write_conllu(document, sentences)
    assert conllu_errors(written) == []
    _, again = read_conllu(written, language=language)
    assert [[t.form for t in s.tokens] for s in again] == [[t.form for t in s.tokens] for s in sentences]
    assert [[t.head for t in s.tokens] for s in again] == [[t.head for t in s.tokens] for s in sentences]


def test_batches_and_threads_change_nothing(model: Path) -> None:
    documents = [make_document(text * 3, language=code) for code in ("it", "en") for text, _ in CUTS[code]]
    documents.append(make_document(ODD["glued"], language="it"))
    alone = [read_parser(model).parse(document) for document in documents]
    assert read_parser(model).parse_batch(documents) == alone
    assert read_parser(model, threads=3).parse_batch(documents) == alone
    assert read_parser(model).parse_batch(documents[::-1]) == alone[::-1]


def test_a_window_of_many_pieces_is_halved_so_that_no_word_is_lost(model: Path) -> None:
    parser = read_parser(model)
    sentences = parser.parse(make_document("abcdefghijklmnop " * 99, language="it"))
    assert sum(len(sentence.tokens) for sentence in sentences) == 99
    session = parser._encoder._session
    assert isinstance(session, StubSession)
    assert len(session.lengths) > 1
    assert max(session.lengths) <= MOST_PIECES + 2


def test_words_that_are_given_are_one_sentence_if_asked(model: Path) -> None:
    parser = read_parser(model)
    words = [word for window in parser._windows(make_document("Uno tace. Due parla.", language="it"))
             for word in window.words]  # fmt: skip
    (tokens,) = parser.parse_sentences([words], "it")
    assert [token.form for token in tokens] == ["Uno", "tace", ".", "Due", "parla", "."]


def test_the_head_of_a_document_is_not_parsed(model: Path) -> None:
    document = make_document("Data: ieri\n\nUno tace.", language="it", body_start=12)
    assert read_parser(model).parse(document)[0].start == 12


def test_a_language_that_was_not_learned_is_refused(model: Path) -> None:
    bundle = small_bundle()
    few = msgspec.structs.replace(bundle.labels, tags={code: bundle.labels.tags[code] for code in ("en", "it")})
    write_bundle(model, replace(bundle, labels=few))
    with pytest.raises(LanguageError, match="language 'uk': the model reads en, it"):
        read_parser(model).parse(make_document("Uno.", language="uk"))


def test_name_and_digest_are_those_of_the_file(model: Path) -> None:
    parser = read_parser(model)
    assert (parser.name, len(parser.digest)) == ("small", 16)


@pytest.fixture(scope="module")
def shipped() -> ShippedParser:
    """The model that comes with the package; that it is there is part of what is tested."""
    assert model_path().is_file(), "the model file ships with the package"
    parser = load_parser()
    assert isinstance(parser, ShippedParser)
    return parser


@pytest.mark.parametrize("language", available_languages("words"))
def test_the_shipped_model_gives_valid_conllu(shipped: ShippedParser, language: str) -> None:
    document = make_document("\n\n".join(text for text, _ in CUTS[language][:4]), language=language)
    sentences = shipped.parse(document)
    assert conllu_errors(write_conllu(document, sentences)) == []
    assert len(sentences) >= 4


def test_the_shipped_model_is_the_same_alone_and_in_a_batch(shipped: ShippedParser) -> None:
    documents = [make_document(CUTS[code][0][0], language=code) for code in CUTS]
    assert shipped.parse_batch(documents) == [shipped.parse(document) for document in documents]


def test_the_shipped_model_knows_verbs_subjects_and_names(shipped: ShippedParser) -> None:
    (sentence,) = shipped.parse(make_document("Lavrov ha incontrato la delegazione a Ginevra.", language="it"))
    assert sentence.root.lemma == "incontrare"
    assert [token.form for token in sentence.children(sentence.root) if token.relation == "nsubj"] == ["Lavrov"]
    assert [(sentence.tokens[e.first].form, e.type) for e in sentence.entities()] == [
        ("Lavrov", "PER"),
        ("Ginevra", "LOC"),
    ]
