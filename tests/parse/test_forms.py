"""Base forms of verbs, the subjects behind them, and articles that look like adpositions."""

import msgspec
import pytest

from cronistoria.languages.words import load_words
from cronistoria.model.sentence import Token
from cronistoria.parse.bundle import shipped_words
from cronistoria.parse.forms import told_by_form

FRENCH = shipped_words("fr")


def verb(form: str, lemma: str, form_of_verb: str = "Fin") -> Token:
    """A verb whose features are a guess."""
    feats = {"Mood": "Sub", "Tense": "Past", "VerbForm": form_of_verb}
    return Token(
        index=0, form=form, lemma=lemma, upos="VERB", feats=feats, head=-1, deprel="root", start=0, end=len(form)
    )


def test_other_languages_stay_as_they_are() -> None:
    word = verb("averti", "averti", "Part")
    assert told_by_form((word,), load_words("es"), shipped_words("es")) == (word,)


def clitic(form: str) -> Token:
    """A pronoun behind its verb, whose relation is a guess."""
    return Token(index=1, form=form, lemma="lui", upos="PRON", feats={}, head=0, deprel="aux", start=9, end=13)


def test_a_pronoun_behind_its_verb_is_the_subject_or_repeats_it() -> None:
    asked = told_by_form((verb("viendra", "venir"), clitic("-t-il")), load_words("fr"), FRENCH)
    assert asked[1].deprel == "nsubj"
    subject = Token(
        index=2, form="Paul", lemma="Paul", upos="PROPN", feats={}, head=0, deprel="nsubj", start=20, end=24
    )
    repeated = told_by_form((verb("viendra", "venir"), clitic("-t-il"), subject), load_words("fr"), FRENCH)
    assert repeated[1].deprel == "expl:subj"


@pytest.mark.parametrize(
    ("form", "lemma", "base"),
    [
        ("averti", "averti", "avertir"),
        ("rendus", "rendu", "rendre"),
        ("entretenue", "entretenu", "entretenir"),
        ("opposée", "opposé", "opposer"),
        ("dément", "dément", "démentir"),
        ("tolérera", "tolérera", "tolérer"),
        ("vont", "devoir", "aller"),
        ("prend", "prendre", "prendre"),
    ],
)
def test_the_lemma_of_a_verb_is_a_base_form(form: str, lemma: str, base: str) -> None:
    assert told_by_form((verb(form, lemma, "Part"),), load_words("fr"), FRENCH)[0].lemma == base


def word(index: int, form: str, upos: str, head: int, deprel: str, **feats: str) -> Token:
    """A word of a tree."""
    return Token(
        index=index, form=form, lemma=form.lower(), upos=upos, feats=feats, head=head, deprel=deprel, start=index * 10,
        end=index * 10 + len(form),
    )  # fmt: skip


def test_what_stands_behind_an_inserted_verb_is_its_subject() -> None:
    tree = (
        word(0, "Oslo", "PROPN", 1, "nsubj"),
        word(1, "cède", "VERB", -1, "root", VerbForm="Fin"),
        word(2, "affirme", "VERB", 1, "parataxis", VerbForm="Fin"),
        word(3, "Lima", "PROPN", 2, "obj"),
    )
    assert [t.deprel for t in told_by_form(tree, load_words("fr"), FRENCH)] == ["nsubj", "root", "parataxis", "nsubj"]


def test_an_adposition_on_an_object_is_an_article() -> None:
    tree = (
        word(0, "masser", "VERB", -1, "root", VerbForm="Inf"),
        word(1, "de", "ADP", 3, "case"),
        word(2, "les", "DET", 3, "det"),
        word(3, "chars", "NOUN", 0, "obj"),
    )
    assert [t.deprel for t in told_by_form(tree, load_words("fr"), FRENCH)] == ["root", "det", "det", "obj"]


@pytest.mark.parametrize(
    ("form", "lemma", "base"),
    [("respinta", "respinto", "respingere"), ("espulsi", "espulso", "espellere"), ("firmata", "firmare", "firmare")],
)
def test_a_participle_for_a_lemma_leads_to_its_verb(form: str, lemma: str, base: str) -> None:
    (word,) = told_by_form((verb(form, lemma, "Part"),), load_words("it"), shipped_words("it"))
    assert word.lemma == base


@pytest.mark.parametrize(("language", "relation"), [("it", "nsubj"), ("de", "obj")])
def test_languages_that_put_the_subject_behind_an_inserted_verb(language: str, relation: str) -> None:
    first = verb("partono", "partire")
    said = msgspec.structs.replace(verb("disse", "dire"), index=1, head=0, deprel="parataxis", start=9, end=14)
    king = Token(index=2, form="re", lemma="re", upos="NOUN", feats={}, head=1, deprel="obj", start=18, end=20)
    words = told_by_form((first, said, king), load_words(language), shipped_words(language))
    assert words[2].deprel == relation


def test_the_lemma_of_an_adjective_is_its_listed_base() -> None:
    word = msgspec.structs.replace(verb("pronte", "pronte"), upos="ADJ", feats={"Number": "Sing"})
    assert told_by_form((word,), load_words("it"), shipped_words("it"))[0].lemma == "pronto"
    said = msgspec.structs.replace(word, upos="NOUN", deprel="xcomp")
    assert told_by_form((said,), load_words("it"), shipped_words("it"))[0].upos == "ADJ"


@pytest.mark.parametrize(
    ("form", "upos"),
    [("😉", "SYM"), ("🙏🏻🙏🏻", "SYM"), ("❤️", "SYM"), (")))", "SYM"), (":)", "SYM"), (")", "PUNCT"), ("№", "PUNCT")],
)
def test_a_face_is_a_symbol_and_no_punctuation(form: str, upos: str) -> None:
    mark = Token(index=1, form=form, lemma=form, upos="PUNCT", feats={}, head=0, deprel="punct", start=9, end=13)
    found = told_by_form((verb("рад", "рад"), mark), load_words("ru"), shipped_words("ru"))[1]
    assert (found.upos, found.deprel) == (upos, "discourse" if upos == "SYM" else "punct")


@pytest.mark.parametrize(("form", "lemma", "base"), [("froze", "froz", "freeze"), ("suing", "su", "sue")])
def test_irregular_forms_of_english_verbs_have_their_base(form: str, lemma: str, base: str) -> None:
    (told,) = told_by_form((verb(form, lemma),), load_words("en"), shipped_words("en"))
    assert told.lemma == base
