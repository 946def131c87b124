"""Marks that hold the reporting verb itself: 'Roe "stressed that Oslo left"'."""

from cronistoria.extract.quotes import find_quotes
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
CLAUSE = (
    f'Roe/Roe/PROPN/3/nsubj//B-PER "/"/PUNCT/3/punct stressed/stress/VERB/0/root/{FIN} that/that/SCONJ/6/mark '
    f'Oslo/Oslo/PROPN/6/nsubj//B-LOC left/leave/VERB/3/ccomp/{FIN} "/"/PUNCT/6/punct ././PUNCT/3/punct'
)


def test_they_are_told_once_and_have_its_subject_as_speaker() -> None:
    document, sentences = sentences_from_rows(CLAUSE, language="en")
    found = list(find_quotes(document, sentences, language="en"))
    told = [(m.form, m.content.text, m.cue, m.speaker and m.speaker.span.text) for m in found]
    assert told == [("partial", "stressed that Oslo left", "stress", "Roe")]
