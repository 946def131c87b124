"""Objects that stand first, the subject behind them: "Соглашение о перемирии | Москва и Анкара | подписали".

Parsers hang the name before the verb on what stands before it, or take both for subjects. Sentences come in, the same
words go out: a nominative name that the verb agrees with is its subject, the thing before it the object.
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.repairs.inversion import agrees, indices, may_be_object

_HUNG = frozenset({"nmod", "flat", "flat:name"})
_BETWEEN = frozenset({"advmod", "aux"})


def with_fronted_objects(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, names right before verbs as their subjects, what stands before as objects."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    for verb in sentence.tokens:
        if verb.upos != "VERB" or verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Voice") == "Pass":
            continue
        first = _argument(sentence, verb)
        name = _name_before(sentence, verb) if first is not None else None
        if first is None or name is None or not _is_parted(sentence, verb, first, name):
            continue
        moved = {
            first.index: msgspec.structs.replace(first, deprel="obj", feats=first.feats | {"Case": "Acc"}),
            name.index: msgspec.structs.replace(name, head=verb.index, deprel="nsubj"),
        }
        return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))
    return sentence


def _argument(sentence: Sentence, verb: Token) -> Token | None:
    """The first subject or object before a verb that has none behind it."""
    own = [c for c in sentence.children(verb) if c.relation in ("nsubj", "obj", "csubj")]
    return own[0] if own and all(c.index < verb.index for c in own) and own[0].relation != "csubj" else None


def _name_before(sentence: Sentence, verb: Token) -> Token | None:
    """The nominative name that ends right before a verb and agrees with it; only adverbs may stand between."""
    last = verb.index - 1
    while last > 0 and sentence.tokens[last].head == verb.index and sentence.tokens[last].deprel in _BETWEEN:
        last -= 1
    for name in sentence.tokens[: verb.index]:
        bare = name.upos == "PROPN" and name.feats.get("Case") == "Nom" and max(indices(sentence, name)) == last
        if bare and not any(c.relation == "case" for c in sentence.children(name)):
            return name if agrees(sentence, verb, name) else None
    return None


def _is_parted(sentence: Sentence, verb: Token, first: Token, name: Token) -> bool:
    """Whether a name is the subject beside what a parser took for that, or hung on the object."""
    if name.index <= first.index or first.upos != "NOUN":
        return False
    others = [c for c in sentence.children(verb) if c.relation in ("nsubj", "obj") and c not in (first, name)]
    subject = first.relation == "nsubj"
    if others or (subject and (not may_be_object(first) or agrees(sentence, verb, first))):
        return False
    if name.head == verb.index:
        return name.relation == "nsubj" and subject
    quoted = sentence.tokens[name.index - 1].upos == "PUNCT"
    return name.deprel in _HUNG and not quoted and name.index in indices(sentence, first)
