"""Speakers' labels as names: "Schaefer: We stay." opens a turn in a conversation.

Named-entity recognition often misses a surname that stands alone before a colon, the more if it is a common noun as
well; and parsers take a label for a part of what is said. Sentences and the offsets of such labels come in, sentences
go out, each label a name above the words behind its colon.
"""

from collections.abc import Set as AbstractSet

import msgspec

from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence


def with_named_labels(
    sentences: tuple[Sentence, ...], starts: AbstractSet[int], titles: AbstractSet[str] = frozenset()
) -> tuple[Sentence, ...]:
    """The sentences, each proper noun that begins at one of the offsets a person's name if it had no tag.

    ``titles``: words for people, right behind which a common noun is a name too, wherever it opens a turn.
    """
    if not starts:
        return sentences
    titled = {t.form for s in sentences for t in s.tokens if t.start in starts and _is_behind_title(s, t, titles)}
    return tuple(_set_apart(_named(sentence, starts, titled), starts) for sentence in sentences)


def _named(sentence: Sentence, starts: AbstractSet[int], titled: AbstractSet[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.start not in starts or not _is_untagged_name(token, titled):
            continue
        changed[token.index] = name = msgspec.structs.replace(token, entity="B-PER", upos="PROPN")
        title = sentence.tokens[token.index - 1] if token.index else token
        if title.head == token.index and title.relation == "compound":
            changed[title.index] = msgspec.structs.replace(title, head=token.head, deprel=token.deprel)
            changed[token.index] = msgspec.structs.replace(name, head=title.index, deprel="appos")
    return (
        make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens)) if changed else sentence
    )


def _is_untagged_name(token: Token, titled: AbstractSet[str]) -> bool:
    return token.entity == "O" and (token.upos == "PROPN" or token.form in titled)


def _is_behind_title(sentence: Sentence, token: Token, titles: AbstractSet[str]) -> bool:
    before = sentence.tokens[token.index - 1] if token.index else None
    noun = token.upos == "NOUN" and token.entity == "O" and not token.keys & titles
    return before is not None and noun and bool(before.keys & titles)


def _set_apart(sentence: Sentence, starts: AbstractSet[int]) -> Sentence:
    """The sentence with a label above the clause behind its colon that it was taken for a part of."""
    name = next((t for t in sentence.tokens if t.start in starts), None)
    label = _top(sentence, name) if name is not None else None
    said = sentence.parent(label) if label is not None else None
    if name is None or label is None or said is None or said.head != ROOT:
        return sentence
    colon = next((t.index for t in sentence.tokens[name.index :] if t.form == ":"), len(sentence.tokens))
    if not name.index < colon < said.index:
        return sentence
    changed = {
        t.index: msgspec.structs.replace(t, head=label.index) for t in sentence.children(said) if t.index < colon
    }
    changed[label.index] = msgspec.structs.replace(label, head=ROOT, deprel="root")
    changed[said.index] = msgspec.structs.replace(said, head=label.index, deprel="parataxis")
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _top(sentence: Sentence, name: Token) -> Token:
    """The word of a label, at most its name, on which the others hang."""
    while (above := sentence.parent(name)) is not None and above.index < name.index:
        name = above
    return name
