"""Two people of one office and its owners: "the presidents of A, Roe, and of B, Doe", "of A and B, Roe and Doe".

Parsers make all sorts of such runs. Sentences come in, sentences with the same words go out, where the owners are
coordinated below the title, the first name is its apposition, and the second name is coordinated with the first.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

COMMA = ","
BEGINS, INSIDE = "B-PER", "I-PER"
LONGEST_OWNER = 8
APART = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"})
OWNING = frozenset({"PROPN", "ADJ", "NOUN"})
VERBAL = frozenset({"VERB", "AUX"})
JOINED = frozenset({"flat", "compound"})


class Pair(msgspec.Struct, frozen=True):
    """The words of such a run: the title, each owner with the words before it, the coordinator, the names, the end."""

    title: Token
    owners: tuple[Sequence[Token], Sequence[Token]]
    coordinator: Token
    names: tuple[Token, Token]
    end: int


def with_paired_titles(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each such run with its names below the title."""
    people = load_quote_words(language).persons
    return tuple(_repaired(s, people) if any(t.entity == BEGINS for t in s.tokens) else s for s in sentences)


def _repaired(sentence: Sentence, people: frozenset[str]) -> Sentence:
    for title in sentence.tokens:
        if title.upos == "NOUN" and title.feats.get("Number") == "Plur" and title.keys & people:
            pair = _pair(sentence, title) or _listed(sentence, title)
            if pair is not None:
                sentence = _rebuilt(sentence, pair)
    return sentence


def _pair(sentence: Sentence, title: Token) -> Pair | None:
    """The run that a title opens, by its words alone."""
    tokens = sentence.tokens
    first = _owner(tokens, title.index + 1)
    name = _name(tokens, first[-1].index + 2) if first else None
    if not first or name is None:
        return None
    joining = name + 2 if _is_comma(tokens, name + 1) else name + 1
    if joining >= len(tokens) or tokens[joining].upos != "CCONJ":
        return None
    second = _owner(tokens, joining + 1)
    other = _name(tokens, second[-1].index + 2) if second else None
    if not second or other is None:
        return None
    names = tokens[first[-1].index + 2], tokens[second[-1].index + 2]
    return Pair(title, (first, second), tokens[joining], names, other)


def _listed(sentence: Sentence, title: Token) -> Pair | None:
    """The run of a title whose two owners stand together, and then the two names."""
    tokens = sentence.tokens
    behind = tokens[title.index + 1 : title.index + 1 + 2 * LONGEST_OWNER]
    comma = next((t.index for t in behind if t.form == COMMA), None)
    joining = [t for t in behind if t.upos == "CCONJ" and comma is not None and t.index < comma]
    if comma is None or len(joining) != 1 or any(t.upos in VERBAL for t in tokens[title.index : comma]):
        return None
    first, second = tokens[title.index + 1 : joining[0].index], tokens[joining[0].index + 1 : comma]
    name = _name(tokens, comma + 1)
    if not first or first[-1].upos not in OWNING or name is None or tokens[name + 1].upos != "CCONJ":
        return None
    last = next((n for n, t in enumerate(second) if t.upos in OWNING and not _is_joined_on(second, n)), None)
    other = _name(tokens, name + 2)
    if last is None or other is None:
        return None
    return Pair(title, (first, second[: last + 1]), joining[0], (tokens[comma + 1], tokens[name + 2]), other)


def _is_joined_on(words: Sequence[Token], place: int) -> bool:
    """Whether the next word goes on with the same name."""
    return place + 1 < len(words) and words[place + 1].relation in JOINED


def _owner(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The words from a place to the comma that ends them; none if something else than a phrase stands there."""
    for index in range(start, min(start + LONGEST_OWNER, len(tokens))):
        if tokens[index].form == COMMA:
            found = tokens[start:index]
            return found if found and found[-1].upos in OWNING else ()
        if tokens[index].upos in APART or tokens[index].entity in (BEGINS, INSIDE):
            return ()
    return ()


def _name(tokens: Sequence[Token], start: int) -> int | None:
    """The last word of the name that begins at a place."""
    if start >= len(tokens) or tokens[start].entity != BEGINS:
        return None
    last = start
    while last + 1 < len(tokens) and tokens[last + 1].entity == INSIDE:
        last += 1
    return last


def _is_comma(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].form == COMMA


def _rebuilt(sentence: Sentence, pair: Pair) -> Sentence:
    title, (first, second) = pair.title, pair.names
    owner, other = (_head(sentence, words) for words in pair.owners)
    inside = range(title.index, pair.end + 1)
    top = next((t for t in (title, first, second, owner, other) if t.head not in inside), title)
    changed = {
        title.index: msgspec.structs.replace(title, head=top.head, deprel=top.deprel),
        first.index: msgspec.structs.replace(first, head=title.index, deprel="appos"),
        second.index: msgspec.structs.replace(second, head=first.index, deprel="conj"),
        other.index: msgspec.structs.replace(other, head=owner.index, deprel="conj"),
        pair.coordinator.index: msgspec.structs.replace(pair.coordinator, head=other.index, deprel="cc"),
    }
    if owner.head not in inside or owner.head > owner.index:
        relation = "amod" if owner.upos == "ADJ" else "nmod"
        changed[owner.index] = msgspec.structs.replace(owner, head=title.index, deprel=relation)
    for word in pair.owners[1]:
        if word is not other and word.relation in ("case", "det"):
            changed[word.index] = msgspec.structs.replace(word, head=other.index)
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _head(sentence: Sentence, words: Sequence[Token]) -> Token:
    """The head of a name or adjective that ends a phrase."""
    head = words[-1]
    above = sentence.parent(head)
    while head.relation in JOINED and above is not None and above.index >= words[0].index and above.index < head.index:
        head, above = above, sentence.parent(above)
    return head
