"""Sentences without syntax, for what reads words only: every word hangs on the first one."""

import regex

from cronistoria.ingest.published import make_date
from cronistoria.languages.words import load_words
from cronistoria.model.document import Document, make_document
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.tokenise import tokenise


def flat_sentences(
    text: str, *, language: str, published: str | None = "2021-12-30"
) -> tuple[Document, tuple[Sentence, ...]]:
    """A document and one flat tree for each of its lines."""
    document = make_document(text, language=language, published=make_date(published) if published else None)
    lines = (match.span() for match in regex.finditer(r"\S[^\n]*", text))
    return document, tuple(_flat(document, i, start, end) for i, (start, end) in enumerate(lines))


def _flat(document: Document, index: int, start: int, end: int) -> Sentence:
    words = tokenise(document.text, load_words(document.language), start=start, end=end)
    return make_sentence(index, tuple(
        Token(
            index=i, form=word.form, lemma=word.form.lower(), upos="X", feats={}, head=0 if i else -1,
            deprel="dep" if i else "root", start=word.start, end=word.end,
        )
        for i, word in enumerate(words)
    ))  # fmt: skip
