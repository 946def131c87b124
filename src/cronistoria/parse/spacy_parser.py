"""Any spaCy pipeline over Universal Dependencies in place of the shipped model, as the user has installed it.

spaCy keeps contractions whole ("du", "zum") and words as its own rules cut them, so records may differ from those of
the shipped model; spaces that spaCy takes for words are left out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from cronistoria.errors import LanguageError, ModelError
from cronistoria.model.document import Document
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence
from cronistoria.parse.tokenise import Word
from cronistoria.parse.trees import is_tree

RELATIONS = frozenset(
    {"acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
     "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
     "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}
)  # fmt: skip
ENTITIES = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "MISC": "MISC",
    "NORP": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
}  # fmt: skip


class SpacyParser:
    """`Parser` over a loaded pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        meta = pipeline.meta
        self.name = f"spacy:{meta['lang']}_{meta['name']}-{meta['version']}"
        self.digest = hashlib.sha256(msgspec.json.encode(meta, order="sorted")).hexdigest()[:16]

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of a document. Raises `LanguageError` if the pipeline is for another language."""
        self._check(document.language)
        body = document.text[document.body_start :]
        self._pipeline.max_length = max(self._pipeline.max_length, len(body) + 1)
        found = (_tokens(sentence, document.body_start) for sentence in self._pipeline(body).sents)
        return tuple(make_sentence(i, tokens) for i, tokens in enumerate(tokens for tokens in found if tokens))

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document."""
        return [self.parse(document) for document in documents]

    def parse_sentences(self, sentences: Sequence[list[Word]], language: str) -> list[tuple[Token, ...]]:
        """The tree over the words of each sentence of a text."""
        self._check(language)
        return [self._tree(words) for words in sentences]

    def _tree(self, words: list[Word]) -> tuple[Token, ...]:
        from spacy.tokens import Doc

        spaces = [word.spaced for word in words[1:]] + [False]
        doc = Doc(self._pipeline.vocab, [word.form for word in words], spaces)
        for token in doc:
            token.is_sent_start = token.i == 0
        return _tokens(self._pipeline(doc)[:], 0)

    def _check(self, language: str) -> None:
        if language != self._pipeline.lang:
            raise LanguageError(f"language '{language}': {self.name} reads {self._pipeline.lang}")


def load_spacy(name: str) -> SpacyParser:
    """The parser of an installed pipeline.

    Raises `ModelError` if spaCy or the pipeline is not installed, or if it gives no Universal Dependencies.
    """
    try:
        import spacy
    except ImportError as error:
        raise ModelError(f"spacy:{name}: spaCy is not installed; pip install 'cronistoria[spacy]'") from error
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"spacy:{name}: the pipeline cannot be loaded ({reason}); install its package") from error
    _check_relations(name, pipeline)
    return SpacyParser(pipeline)


def _check_relations(name: str, pipeline: Any) -> None:
    if "parser" not in pipeline.pipe_names:
        raise ModelError(f"spacy:{name}: the pipeline has no parser; expected one over Universal Dependencies")
    labels = {str(label).lower().partition(":")[0] for label in pipeline.get_pipe("parser").labels}
    others = sorted(labels - RELATIONS)
    if others:
        raise ModelError(f"spacy:{name}: no Universal Dependencies (it has the relation '{others[0]}')")


def _tokens(span: Any, offset: int) -> tuple[Token, ...]:
    """The words of a sentence without the spaces among them; () if there are only spaces."""
    words = [token for token in span if not token.is_space]
    places = {token.i: index for index, token in enumerate(words)}
    heads = [_head(token, span, places) for token in words]
    if words and not is_tree(heads):
        root = next((i for i, head in enumerate(heads) if head == ROOT), 0)
        heads = [ROOT if i == root else root for i in range(len(words))]
    entities = list(_entities(words))
    return tuple(
        Token(
            index=i, form=word.text, lemma=word.lemma_ or word.text, upos=word.pos_ or "X", feats=word.morph.to_dict(),
            head=heads[i], deprel="root" if heads[i] == ROOT else _relation(word),
            start=offset + word.idx, end=offset + word.idx + len(word.text), entity=entities[i],
        )
        for i, word in enumerate(words)
    )  # fmt: skip


def _relation(word: Any) -> str:
    return word.dep_ if word.dep_ and word.dep_.lower() != "root" else "dep"


def _head(token: Any, span: Any, places: dict[int, int]) -> int:
    """The place of the governor, past the spaces above the word."""
    above = token.head
    while above.i not in places and above.head.i != above.i:
        above = above.head
    inside = span.start <= above.i < span.end
    return places[above.i] if inside and above.i != token.i and above.i in places else ROOT


def _entities(words: Sequence[Any]) -> Iterator[str]:
    """IOB2 tags; what is no name (amounts, dates) is outside."""
    before = "O"
    for word in words:
        kind = ENTITIES.get(word.ent_type_.upper())
        goes_on = kind is not None and word.ent_iob_ == "I" and before[2:] == kind
        before = f"{'I' if goes_on else 'B'}-{kind}" if kind else "O"
        yield before
