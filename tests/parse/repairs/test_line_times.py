"""The time at the head of a line stands beside its clause."""

import pytest

from cronistoria.parse.repairs.line_times import with_line_times
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
CASES = [
    # the clause right behind the time
    (
        f"14:20/14:20/NUM/0/root Roe/Roe/PROPN/3/nsubj lands/land/VERB/1/parataxis/{FIN}",
        {"14:20": ("lands", "obl"), "Roe": ("lands", "nsubj"), "lands": ("lands", "root")},
    ),
    # a name taken for a second time
    (
        f"14:20/14:20/NUM/3/obl USA/USA/PROPN/3/obl land/land/VERB/0/root/{FIN}",
        {"14:20": ("land", "obl"), "USA": ("land", "nsubj"), "land": ("land", "root")},
    ),
    # the clause beside the time
    (
        f"14:20/14:20/NUM/0/root –/–/PUNCT/1/punct Roe/Roe/PROPN/4/nsubj lands/land/VERB/1/parataxis/{FIN}",
        {"14:20": ("lands", "obl"), "Roe": ("lands", "nsubj"), "lands": ("lands", "root")},
    ),
    # its subject beside the time, its verb below that
    (
        "17.00/17.00/NUM/0/root –/–/PUNCT/1/punct El/el/DET/4/det ministro/ministro/NOUN/1/appos "
        f"Roe/Roe/PROPN/4/appos//B-PER llega/llegar/VERB/5/amod/{FIN}",
        {"17.00": ("llega", "obl"), "ministro": ("llega", "nsubj"), "Roe": ("ministro", "appos")},
    ),
    # the clause above the time, its subject below
    (
        "17/17/NUM/2/nummod h/h/NOUN/6/obl 00/00/NUM/2/nmod –/–/PUNCT/2/punct Roe/Roe/PROPN/2/nmod//B-PER "
        f"arrive/arriver/VERB/0/root/{FIN}",
        {"h": ("arrive", "obl"), "Roe": ("arrive", "nsubj"), "arrive": ("arrive", "root")},
    ),
    # no verb of its own: a heading
    (
        "17.00/17.00/NUM/0/root –/–/PUNCT/1/punct Protestas/protesta/NOUN/1/appos que/que/PRON/5/nsubj "
        f"crecen/crecer/VERB/3/acl:relcl/{FIN}",
        {"17.00": ("17.00", "root"), "Protestas": ("17.00", "appos")},
    ),
    # a number that is no time
    (
        f"1400/1400/NUM/0/root –/–/PUNCT/1/punct Roe/Roe/PROPN/4/nsubj lands/land/VERB/1/parataxis/{FIN}",
        {"lands": ("1400", "parataxis")},
    ),
]


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_line_times(row: str, expected: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row, language="es")
    tokens = with_line_times(sentences)[0].tokens
    found = {t.form: (tokens[t.head if t.head >= 0 else t.index].form, t.deprel) for t in tokens}
    assert {form: found[form] for form in expected} == expected
