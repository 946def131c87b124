"""A spaCy pipeline in place of the shipped model; a small French one is among the developers' tools."""

import pytest

from cronistoria.errors import InputError, LanguageError, ModelError
from cronistoria.model.document import make_document
from cronistoria.parse.parsers import check_parser_name, load_parser
from cronistoria.parse.spacy_parser import SpacyParser, load_spacy
from cronistoria.parse.tokenise import Word

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
TEXT = "Titre: rien\n\nAda Keller a rencontré le ministre  à Paris.\n\nElle a parlé du traité."


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """The French pipeline, once."""
    pytest.importorskip("fr_core_news_sm", reason="the French pipeline is not installed")
    return load_spacy("fr_core_news_sm")


def test_its_trees_stand_on_the_text(parser: SpacyParser) -> None:
    document = make_document(TEXT, language="fr", body_start=13)
    sentences = parser.parse(document)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert [TEXT[t.start : t.end] for t in tokens] == [t.form for t in tokens]
    assert "".join(t.form for t in tokens) == "".join(TEXT[13:].split())
    met = next(t for t in tokens if t.form == "rencontré")
    assert (met.upos, met.deprel, met.feats["VerbForm"]) == ("VERB", "root", "Part")
    subject = next(t for t in tokens if t.relation == "nsubj")
    assert (subject.form, subject.entity) == ("Ada", "B-PER")


def test_words_that_are_given_stay(parser: SpacyParser) -> None:
    words = [Word("Elle", 0, 4, False), Word("parle", 5, 10, True), Word(".", 10, 11, False)]
    (tokens,) = parser.parse_sentences([words], "fr")
    assert [(t.form, t.deprel) for t in tokens] == [("Elle", "nsubj"), ("parle", "root"), (".", "punct")]


def test_it_is_told_apart_from_other_parsers(parser: SpacyParser) -> None:
    assert parser.name == "spacy:fr_core_news_sm-3.8.0"
    assert len(parser.digest) == 16


def test_another_language_is_refused(parser: SpacyParser) -> None:
    with pytest.raises(LanguageError, match=r"language 'it': spacy:fr_core_news_sm-3\.8\.0 reads fr"):
        parser.parse(make_document("Ciao.", language="it"))


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match="spacy:no_such: the pipeline cannot be loaded"):
        load_parser("spacy:no_such")


def test_a_pipeline_without_trees_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("fr").to_disk(folder)
    with pytest.raises(ModelError, match="the pipeline has no parser"):
        load_spacy(str(folder))


def test_other_relations_than_those_of_universal_dependencies_are_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("other")
    pipeline = spacy.blank("en")
    component = pipeline.add_pipe("parser")
    for label in ("ROOT", "nsubj", "dobj"):
        component.add_label(label)
    pipeline.initialize()
    pipeline.to_disk(folder)
    with pytest.raises(ModelError, match=r"no Universal Dependencies .it has the relation 'dobj'"):
        load_spacy(str(folder))


@pytest.mark.parametrize("name", ["spacy:", "stanza:it", ""])
def test_a_name_that_no_parser_has_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=f"parser '{name}': expected shipped, or spacy:NAME"):
        check_parser_name(name)
