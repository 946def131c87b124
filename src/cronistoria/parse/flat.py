"""Sentences without syntax, for languages that no model reads: cut at full stops and line ends, all words on the first.

What reads words alone (time expressions) works on them; what asks for a tree finds none.
"""

import regex

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token, make_sentence

LONGEST = 1000
_SENTENCE = regex.compile(
    r"\S(?:[^\n.!?…]|[!?…](?!\s+[\p{Lu}\n])|(?<=\d|\b\p{L})\.|(?<!\d|\b\p{L})\.(?!\s+[\p{Lu}\n]))*+[.!?…]*"
)
_WORD = regex.compile(r"\w+|[^\w\s]")


def flat_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document after its head, none longer than `LONGEST` words."""
    found: list[tuple[Token, ...]] = []
    for match in _SENTENCE.finditer(document.text, document.body_start):
        words = list(_WORD.finditer(document.text, match.start(), match.end()))
        found += [_tokens(words[first : first + LONGEST]) for first in range(0, len(words), LONGEST)]
    return tuple(make_sentence(index, tokens) for index, tokens in enumerate(found))


def _tokens(words: "list[regex.Match[str]]") -> tuple[Token, ...]:
    return tuple(
        Token(
            index=i, form=word.group(), lemma=word.group().lower(), upos="X", feats={}, head=0 if i else -1,
            deprel="dep" if i else "root", start=word.start(), end=word.end(),
        )
        for i, word in enumerate(words)
    )  # fmt: skip
