"""What a form cannot be gives way: lemmas, cases, and relations that a case rules out."""

import msgspec
import pytest

from cronistoria.languages.dictionary import load_dictionary
from cronistoria.model.sentence import Token
from cronistoria.parse.agreement import checked_words


def _token(index: int, form: str, lemma: str, upos: str, case: str, place: tuple[int, str]) -> Token:
    feats = {"Case": case, "Number": "Sing"} if case else {}
    return Token(
        index=index, form=form, lemma=lemma, upos=upos, feats=feats, head=place[0], deprel=place[1],
        start=10 * index, end=10 * index + len(form),
    )  # fmt: skip


def test_impossible_readings_give_way() -> None:
    words = (
        _token(0, "Сообщила", "сообщить", "VERB", "", (-1, "root")),
        _token(1, "служба", "служб", "NOUN", "Gen", (0, "obj")),
        _token(2, "границ", "гран", "NOUN", "Ins", (1, "nmod")),
        _token(3, "Глорбия", "Глорбия", "PROPN", "Nom", (1, "nmod")),
    )
    checked = checked_words(words, load_dictionary("ru"))
    assert [(t.lemma, t.feats.get("Case"), t.deprel) for t in checked] == [
        ("сообщить", None, "root"), ("служба", "Nom", "nsubj"), ("граница", "Gen", "nmod"), ("Глорбия", "Nom", "nmod"),
    ]  # fmt: skip
    assert checked[2].feats["Number"] == "Plur"


def test_lemmas_have_the_letters_of_most_reports() -> None:
    words = (_token(0, "самолёты", "самолёт", "NOUN", "Nom", (-1, "root")),)
    assert checked_words(words, load_dictionary("ru"))[0].lemma == "самолет"


def test_an_instrumental_is_no_subject() -> None:
    words = (
        _token(0, "Занята", "занять", "VERB", "", (-1, "root")),
        _token(1, "полицией", "полиция", "NOUN", "Nom", (0, "nsubj")),
    )
    assert checked_words(words, load_dictionary("ru"))[1].deprel == "obl"


def test_without_a_dictionary_nothing_changes() -> None:
    words = (_token(0, "служба", "служб", "NOUN", "Gen", (-1, "root")),)
    assert checked_words(words, None) is words


def test_a_finite_verb_has_the_tense_of_its_form() -> None:
    present = {"Mood": "Ind", "Tense": "Pres", "Aspect": "Imp", "VerbForm": "Fin"}
    word = msgspec.structs.replace(_token(0, "начнётся", "начаться", "VERB", "", (-1, "root")), feats=present)
    (checked,) = checked_words((word,), load_dictionary("ru"))
    assert checked.feats == present | {"Tense": "Fut", "Aspect": "Perf", "Number": "Sing"}


def test_a_verb_without_a_subject_is_a_verb() -> None:
    (checked,) = checked_words(
        (_token(0, "заплановано", "запланований", "ADV", "", (-1, "root")),), load_dictionary("uk")
    )
    assert (checked.upos, checked.lemma, checked.feats["VerbForm"]) == ("VERB", "запланувати", "Fin")


def test_a_name_like_an_adjective_is_of_no_noun_in_another_case() -> None:
    words = (
        _token(0, "Сказал", "сказать", "VERB", "", (-1, "root")),
        msgspec.structs.replace(_token(1, "Полянский", "полянский", "ADJ", "Nom", (2, "amod")), entity="B-PER"),
        _token(2, "журналистам", "журналист", "NOUN", "Dat", (0, "iobj")),
    )
    checked = checked_words(words, load_dictionary("ru"))
    assert [(t.upos, t.head, t.deprel) for t in checked[1:]] == [("PROPN", 0, "nsubj"), ("NOUN", 0, "iobj")]


@pytest.mark.parametrize(
    ("language", "form", "upos", "read"),
    [
        ("uk", "вижене", "ADJ", "VERB"),
        ("uk", "Орбло", "ADV", "PROPN"),
        ("uk", "Справді", "ADV", "ADV"),
        ("ru", "также", "ADV", "ADV"),
    ],
)
def test_what_only_a_verb_or_a_name_can_be(language: str, form: str, upos: str, read: str) -> None:
    word = _token(0, form, form.lower(), upos, "", (-1, "root"))
    assert checked_words((word,), load_dictionary(language))[0].upos == read


def test_a_plural_past_is_plural_and_shows_no_gender() -> None:
    feats = {"Mood": "Ind", "Tense": "Past", "Aspect": "Perf", "VerbForm": "Fin", "Number": "Sing", "Gender": "Masc"}
    word = msgspec.structs.replace(_token(0, "опровергли", "опровергнуть", "VERB", "", (-1, "root")), feats=feats)
    (checked,) = checked_words((word,), load_dictionary("ru"))
    assert (checked.feats["Number"], checked.feats.get("Gender")) == ("Plur", None)


def test_a_genitive_behind_a_noun_is_no_second_subject() -> None:
    words = (
        _token(0, "словами", "слово", "NOUN", "Ins", (3, "obl")),
        _token(1, "речника", "речник", "NOUN", "Gen", (3, "nsubj")),
        _token(2, "солдат", "солдат", "NOUN", "Nom", (3, "nsubj")),
        _token(3, "загинув", "загинути", "VERB", "", (-1, "root")),
        _token(4, "За", "за", "ADP", "", (0, "case")),
    )
    assert checked_words(words, load_dictionary("uk"))[1].deprel == "nmod"


def test_a_subject_is_no_adposition() -> None:
    words = (
        _token(0, "Встреча", "встреча", "ADP", "", (1, "nsubj")),
        _token(1, "состоялась", "состояться", "VERB", "", (-1, "root")),
    )
    assert checked_words(words, load_dictionary("ru"))[0].upos == "NOUN"
