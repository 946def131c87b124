"""Whatever trees and mentions come in: nothing breaks, and every id that goes out is an actor's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.model.mention import Phrase
from cronistoria.model.party import PartyMention
from tests.compose.naming_case import FIN, Case

RELATIONS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "conj",
    "ccomp",
    "appos",
    "acl:relcl",
    "advcl",
    "amod",
    "det",
    "flat",
    "aux",
)
WORDS = ("Huber", "Meier", "Wolf", "due", "che", "suo", "nota", "Klara")
CLASSES = ("PROPN", "NOUN", "VERB", "PRON", "ADJ", "DET", "AUX")
FEATURES = ("", FIN, FIN.replace("Person=3", "Person=1"), "Number=Plur|Person=3|PronType=Prs", "Gender=Fem|Poss=Yes")
WORD = st.tuples(*map(st.sampled_from, (WORDS, CLASSES, RELATIONS, FEATURES)), st.integers(0, 30), st.integers(0, 11))


def row_of(words: list[tuple[str, str, str, str, int, int]]) -> str:
    cells = [f"{words[0][0]}/{words[0][0]}/VERB/0/root/{words[0][3]}"]
    for position, (form, upos, relation, features, above, _) in enumerate(words[1:], start=2):
        cells.append(f"{form}/{form}/{upos}/{1 + above % (position - 1)}/{relation}/{features}")
    return " ".join(cells)


def mention_of(case: Case, sentence: int, token: int, kind: int) -> PartyMention | None:
    word = case.sentences[sentence].tokens[token]
    place = {"sentence": sentence, "head": token, "first": token, "last": token}
    span = case.document.span(word.start, word.end)
    fields: list[dict[str, object]] = [
        {"role": "name", "name": (word.form,)},
        {"role": "name", "name": (word.form,), "office": "president", "codes": ("AUT",)},
        {"role": "metonym", "codes": ("CHE",)},
        {"role": "metonym", "codes": ("CHE",), "reading": "place"},
        {"role": "office", "office": "president"},
        {"role": "office", "office": "spokesperson", "codes": ("AUT", "XYZ"), "plural": True},
        {"role": "description", "concept": "sides", "plural": True, "count": 3},
        {"role": "description", "concept": "government"},
        {"role": "description", "concept": "counterpart", "codes": ("CHE",)},
    ]
    return PartyMention(**place, span=span, **fields[kind]) if kind < len(fields) else None  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=4), st.sampled_from(("it", "en")))
def test_any_report(texts: list[list[tuple[str, str, str, str, int, int]]], language: str) -> None:
    case = Case(*map(row_of, texts), language=language)
    for number, words in enumerate(texts):
        found = (mention_of(case, number, token, word[-1]) for token, word in enumerate(words))
        case.mentions += [mention for mention in found if mention is not None]
    index = case.index()
    speaker = index.actors[0].id if index.actors else None
    for sentence in case.sentences:
        for token in sentence.tokens:
            span = case.document.span(token.start, token.end)
            for dropped in (False, True):
                ids = index.resolve(Phrase(sentence.index, token.index, span, dropped), speaker)
                assert [index.actor(actor_id).id for actor_id in ids] == list(dict.fromkeys(ids))
    assert all(actor.mentions for actor in index.actors)
