"""A state that is let know something is its audience, on trees written by hand."""

import pytest

from cronistoria.extract.quotes import find_quotes
from tests.extract.position_rows import INF, PAST3
from tests.rows import sentences_from_rows

KNOWN = (
    f"Oslo/Oslo/PROPN/2/nsubj//B-LOC {{made}}/VERB/0/root/{PAST3}|Number=Sing|Person=3 {{know}}/VERB/2/xcomp/{INF} "
    f"{{to}}/ADP/5/case {{whom}}/PROPN/2/{{deprel}}//B-LOC {{that}}/SCONJ/7/mark {{goes}}/VERB/3/ccomp/{PAST3} "
    "domani/domani/ADV/7/advmod ././PUNCT/2/punct"
)
IT = {"made": "fece/fare", "know": "sapere/sapere", "that": "che/che", "goes": "parte/partire", "deprel": "obl"}
FR = {"made": "fit/faire", "know": "savoir/savoir", "that": "que/que", "goes": "part/partir", "deprel": "obl"}
ES = {"made": "hizo/hacer", "know": "saber/saber", "that": "que/que", "goes": "parte/partir", "deprel": "iobj"}


@pytest.mark.parametrize(
    ("words", "language", "to", "whom", "audience"),
    [
        (IT, "it", "a/a", "Israele/Israele", ["Israele"]), (FR, "fr", "à/à", "Israël/Israël", ["Israël"]),
        (ES, "es", "a/a", "Irán/Irán", ["Irán"]), (FR, "fr", "à/à", "Genève/Genève", []),
    ],
)  # fmt: skip
def test_a_state_that_is_let_know_is_told_a_town_is_not(
    words: dict[str, str], language: str, to: str, whom: str, audience: list[str]
) -> None:
    document, sentences = sentences_from_rows(KNOWN.format(**words, to=to, whom=whom), language=language)
    found = [p.span.text for quote in find_quotes(document, sentences, language=language) for p in quote.audience]
    assert found == audience
