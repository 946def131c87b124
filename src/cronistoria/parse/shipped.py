"""The parser that comes with the package: seven languages, one small network, no network connection.

The same text gives the same trees, alone or in a batch, on one thread or many: windows are cut from one document each,
go through the network one by one and unpadded, and are put together in text order. Any text is parsed, in time linear
in its length. Limits: a sentence has at most `MOST_WORDS` words (a longer one becomes several), and the network sees
the first 200 letters and 12 pieces of a word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from cronistoria.errors import LanguageError
from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.quotes import load_quote_words
from cronistoria.languages.words import load_words
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.agreement import checked_words
from cronistoria.parse.bundle import Bundle, read_bundle
from cronistoria.parse.decode import (
    RelationDecoder,
    Scores,
    TagDecoder,
    best_entities,
    best_tree,
    likely_scripts,
    sentence_bounds,
)
from cronistoria.parse.encoder import Encoder, WindowScores
from cronistoria.parse.forms import told_by_form
from cronistoria.parse.lemmatise import Lemmatiser
from cronistoria.parse.recurrence import agreed
from cronistoria.parse.starts import behind_small_letters, moved_by_marks, never_first
from cronistoria.parse.tokenise import Word
from cronistoria.parse.windows import TurnLabels, Window, windows
from cronistoria.parse.word_list import WordList

Tokens = tuple[Token, ...]


class ShippedParser:
    """`Parser` over a model file; ``threads`` windows are parsed at once, with the same result for any number."""

    def __init__(self, bundle: Bundle, *, threads: int = 1) -> None:
        self._bundle, self._threads = bundle, threads
        self._encoder = Encoder(bundle)
        self._deciders = cache(lambda language: _Decider(bundle, language))

    @property
    def name(self) -> str:
        """The model's name."""
        return self._bundle.about.name

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the model file's SHA-256."""
        return self._bundle.digest[:16]

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of a document. Raises `LanguageError` for a language the model has not learned."""
        return self.parse_batch([document])[0]

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document."""
        jobs = [(self._decider(document.language), window, place)
                for place, document in enumerate(documents)
                for window in self._windows(document)]  # fmt: skip
        found: list[list[Unnamed]] = [[] for _ in documents]
        parsed = self._map(lambda job: job[0].sentences(job[1], self._encoder.scores(job[1].words)), jobs)
        for (_, _, place), trees in zip(jobs, parsed, strict=True):
            found[place].extend(trees)
        named = (self._decider(d.language).named(trees) for d, trees in zip(documents, found, strict=True))
        return [tuple(make_sentence(i, tokens) for i, tokens in enumerate(trees)) for trees in named]

    def parse_sentences(self, sentences: Sequence[list[Word]], language: str) -> list[Tokens]:
        """The trees over the words of a text whose sentences are given; words of a sentence past `MOST_PIECES` pieces
        are read as empty."""
        decider = self._decider(language)
        jobs = [(decider, Window(words), place) for place, words in enumerate(sentences)]
        parsed = self._map(lambda job: job[0].sentences(job[1], self._encoder.scores(job[1].words), whole=True), jobs)
        return decider.named([tree for trees in parsed for tree in trees])

    def _windows(self, document: Document) -> Iterator[Window]:
        """Windows of few enough words and pieces."""
        start, table = document.body_start, load_words(document.language)
        if document.dateline is not None and document.dateline.end > start:
            for window in windows(document.text[: document.dateline.end], table, start=start):
                yield from self._fitting(window)
            start = document.dateline.end
        quotes = load_quote_words(document.language)
        labels = TurnLabels(quotes.questions, quotes.answers)
        for window in windows(document.text, table, start=start, labels=labels):
            yield from self._fitting(window)

    def _fitting(self, window: Window) -> Iterator[Window]:
        if len(window.words) == 1 or self._encoder.fits(window.words):
            yield window
        else:
            for half in window.halves():
                yield from self._fitting(half)

    def _decider(self, language: str) -> "_Decider":
        known = self._bundle.labels.tags
        if language not in known:
            raise LanguageError(f"language '{language}': the model reads {', '.join(sorted(known))}")
        return self._deciders(language)

    def _map(self, work: "Callable[[Job], list[Unnamed]]", jobs: "list[Job]") -> "Iterable[list[Unnamed]]":
        if self._threads == 1 or len(jobs) < 2:
            return map(work, jobs)
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(work, jobs))


class _Decider:
    """Scores to tokens in one language."""

    def __init__(self, bundle: Bundle, language: str) -> None:
        labels = bundle.labels
        self._tags = TagDecoder(labels, language)
        self._relations = RelationDecoder.of_language(labels.relations, bundle.relations, labels.allowed[language])
        self._table = load_words(language)
        self._words = WordList(bundle.lists[language], bundle.edits)
        self._lemmatiser = Lemmatiser(labels.lexicon.get(language, {}), self._words)
        self._dictionary = load_dictionary(language)
        self._scripts = labels.scripts

    def sentences(self, window: Window, scores: WindowScores, *, whole: bool = False) -> "list[Unnamed]":
        """The trees of a window, without names yet; ``whole`` takes it for one sentence."""
        bounds = [(0, len(window.words))] if whole else self._bounds(window, scores)
        tags = self._tags.best(scores.tag)
        lemmas = [self._lemma(word.form, upos, row)
                  for word, (upos, _), row in zip(window.words, tags, scores.script, strict=True)]  # fmt: skip
        heads = [head for bound in bounds for head in _heads(scores, *bound)]
        relations = self._names(scores, bounds, heads)
        return [
            Unnamed([_token(i - first, window.words[i], tags[i], lemmas[i], (heads[i], relations[i]))
                     for i in range(first, last)], scores.entity[first:last])
            for first, last in bounds
        ]  # fmt: skip

    def named(self, trees: "Sequence[Unnamed]") -> list[Tokens]:
        """The sentences of a text, their names found in all of it together."""
        if not trees:
            return []
        scores = agreed([t.form for tree in trees for t in tree.tokens], np.concatenate([t.names for t in trees]))
        found, at = [], 0
        for tree in trees:
            tags = best_entities(scores[at : at + len(tree.tokens)])
            words = tuple(t if tag == "O" else replace(t, entity=tag)
                          for t, tag in zip(tree.tokens, tags, strict=True))  # fmt: skip
            found.append(told_by_form(checked_words(words, self._dictionary), self._table, self._words))
            at += len(words)
        return found

    def _lemma(self, form: str, upos: str, scores: Scores) -> str:
        known = self._lemmatiser.certain(form, upos)
        return known if known is not None else self._lemmatiser.best(form, upos, likely_scripts(scores, self._scripts))

    def _bounds(self, window: Window, scores: WindowScores) -> list[tuple[int, int]]:
        start = moved_by_marks(scores.start, window.words)
        never = [*never_first(window.words, self._table), *behind_small_letters(window.words)]
        return sentence_bounds(start, window.breaks, never)

    def _names(self, scores: WindowScores, bounds: list[tuple[int, int]], heads: list[int]) -> list[str]:
        firsts = np.repeat([first for first, _ in bounds], [last - first for first, last in bounds])
        governors = np.array(heads)
        nodes = np.where(governors < 0, 0, governors + firsts + 1)
        return self._relations.best(scores.relation_child, scores.relation_head[nodes], nodes == 0)


class Unnamed(NamedTuple):
    """The words of a sentence that has its tree, with the scores of the tags of its names (words, tags)."""

    tokens: list[Token]
    names: Scores


def _token(index: int, word: Word, tag: tuple[str, dict[str, str]], lemma: str, place: tuple[int, str]) -> Token:
    upos, feats = tag
    head, relation = place
    return Token(
        index=index, form=word.form, lemma=lemma, upos=upos, feats=feats,
        head=head, deprel=relation, start=word.start, end=word.end,
    )  # fmt: skip


def _heads(scores: WindowScores, first: int, last: int) -> list[int]:
    """Heads of the words of a sentence, counted from its first."""
    columns = np.concatenate([[0], np.arange(first + 1, last + 1)])
    return best_tree(scores.arc[first:last][:, columns])


Job = tuple[_Decider, Window, int]


def read_parser(path: Path, *, threads: int = 1) -> ShippedParser:
    """The parser of a model file. Raises `ModelError` if that is missing or damaged."""
    return ShippedParser(read_bundle(path), threads=threads)
