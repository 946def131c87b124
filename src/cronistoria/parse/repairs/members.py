"""Some of those told before: "mataron a doce personas, entre ellas | tres niños".

Parsers take the part for the object and those of whom it is one for somebody else. Sentences come in, sentences with
the same words go out, where the part hangs on the whole, which has its place below the verb.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

PLACES = frozenset({"obj", "nsubj"})
BEFORE = frozenset({"det", "nummod", "amod"})
GIVEN = frozenset({"obj", "iobj"})


def with_members(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, each part below the whole that it is said to be of."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    changed = {t.index: t for part in sentence.tokens for t in _below_whole(sentence, part)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _below_whole(sentence: Sentence, part: Token) -> Iterator[Token]:
    if part.upos != "NOUN" or part.relation not in PLACES:
        return
    first = min((c.index for c in sentence.children(part) if c.relation in BEFORE), default=part.index)
    opening = sentence.tokens[max(first - 3, 0) : first]
    if [t.upos for t in opening] != ["PUNCT", "ADP", "PRON"] or not _means_several(opening[2]):
        return
    whole = next((t for t in reversed(sentence.tokens[: opening[0].index]) if t.head == part.head), None)
    if whole is None or whole.upos != "NOUN" or whole.relation not in GIVEN or whole.feats.get("Number") != "Plur":
        return
    yield msgspec.structs.replace(part, head=whole.index, deprel="appos")
    yield msgspec.structs.replace(whole, deprel="obj")
    yield msgspec.structs.replace(opening[2], head=part.index, deprel="nmod")


def _means_several(pronoun: Token) -> bool:
    return pronoun.feats.get("Number") == "Plur" or pronoun.feats.get("PronType") == "Rel"
