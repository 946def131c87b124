"""Which stretches of a text stand in quotation marks."""

import pytest

from cronistoria.extract.marks import find_marked

CASES: tuple[tuple[str, list[str]], ...] = (
    ("Il capo: «Non cediamo».", ["Non cediamo"]),
    ('Ha detto "basta" e "fuori".', ["basta", "fuori"]),
    ("He said “we are ready,” twice.", ["we are ready"]),
    ("Mixed pair: «restiamo qui”.", ["restiamo qui"]),
    ("«Il mio “no” resta».", ["Il mio “no” resta", "no"]),
    ("The envoy's office didn't say 'never again' today.", ["never again"]),
    ("''Non parto'', ha scritto.", ["Non parto"]),
    ("L'ora dell'incontro", []),
    ("«Cominciamo subito con le prove\nDopo la riga", ["Cominciamo subito con le prove"]),
    ('Una riga con un solo " segno', []),
)


@pytest.mark.parametrize(("text", "words"), CASES)
def test_marks(text: str, words: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text)] == words


def test_an_inner_stretch_knows_the_one_around_it() -> None:
    outer, inner = find_marked("«Il mio “no” resta».")
    assert (outer.parent, inner.parent) == (None, 0)


def test_an_unclosed_stretch_says_so() -> None:
    (marked,) = find_marked("“Nato o morte subito e per sempre")
    assert not marked.closed


def test_many_marks_take_linear_time() -> None:
    assert len(find_marked('a "b c" ' * 20000)) == 20000
