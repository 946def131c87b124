"""Two names behind a verb of a verb-second language, the one who acts and whom it is about ("Gestern traf Roe | Doe").

What stands first there may be a time or a place; then subject and object follow the verb, and two surnames look like
one name. Sentences come in, the same words go out: the first name is the verb's subject, the second its object, where
the verb has no other.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.reference.holders import is_surname

_ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})
_NAMES = frozenset({"flat", "appos", "compound"})


def with_neighbours_apart(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, where its language puts the verb second; others as they are."""
    return tuple(map(_repaired, sentences)) if load_grammar(language).verb_second else sentences


def _repaired(sentence: Sentence) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.upos == "VERB" and verb.feats.get("VerbForm") != "Inf":
            changed |= {token.index: token for token in _told_apart(sentence, verb)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _told_apart(sentence: Sentence, verb: Token) -> Iterator[Token]:
    arguments = [c for c in sentence.children(verb) if c.relation in _ARGUMENTS or c.deprel == "expl"]
    finite = next((c for c in (*sentence.children(verb), verb) if c.feats.get("VerbForm") == "Fin"), verb)
    first = next((a for a in arguments if a.index == finite.index + 1), None)
    if first is None or first.upos != "PROPN" or not first.entity.startswith("B-"):
        return
    second = _neighbour(sentence, verb, first)
    others = [a for a in arguments if a is not first and a is not second]
    if second is None or others or any(c.relation in ("case", "det") for c in sentence.children(second)):
        return
    subject = {"head": verb.index, "deprel": "nsubj", "feats": first.feats | {"Case": "Nom"}}
    kind = "B-PER" if is_surname(first.form) else first.entity
    yield msgspec.structs.replace(first, **subject, entity=kind)
    entity = f"B-{second.entity[2:]}"
    yield msgspec.structs.replace(
        second, head=verb.index, deprel="obj", feats=second.feats | {"Case": "Acc"}, entity=entity
    )
    for child in sentence.children(first):
        if child.index > second.index and child.relation in _NAMES:
            yield msgspec.structs.replace(child, head=second.index)


def _neighbour(sentence: Sentence, verb: Token, first: Token) -> Token | None:
    """The name behind a name that is of somebody else: by the relation, by where a name begins, or by two surnames."""
    last = max(
        (c.index for c in sentence.children(first) if c.deprel.startswith("flat") and c.entity[:1] == "I"),
        default=first.index,
    )
    behind = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if behind is not None and behind.upos == "PROPN" and behind.entity.startswith(("B-", "I-LOC")):
        own = behind.head == verb.index and behind.relation in _ARGUMENTS
        return behind if own or (behind.head == first.index and behind.relation == "flat") else None
    if last != first.index + 1 or any(t.head == last for t in sentence.tokens):
        return None
    inside = sentence.tokens[last]
    return inside if is_surname(first.form) and is_surname(inside.form) else None
