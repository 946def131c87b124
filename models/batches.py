"""Windows of sentences, made noisy, cut into pieces and put into batches of tensors."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from cronistoria.parse.labels import ENTITIES, Labels, split_tag
from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.pieces import BEGIN, END, PAD, UNKNOWN, Pieces
from models.data import Config
from models.treebank import Sample

Window = list[Sample]
IGNORE = -100
_SIZES = (1, 1, 2, 2, 3, 4)
_STYLES = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("«", "»"), ("“", "”"))
_QUOTES = frozenset('"“”«»„')
_LONGEST = 510


def windows(samples: list[Sample], rng: random.Random, most_words: int) -> Iterator[Window]:
    """Neighbouring sentences, one to four together; endless, in another order each time round."""
    while True:
        chunks = [samples[i : i + 8] for i in range(0, len(samples), 8)]
        rng.shuffle(chunks)
        for chunk in chunks:
            at = 0
            while at < len(chunk):
                window, size = [chunk[at]], rng.choice(_SIZES)
                at += 1
                while len(window) < size and at < len(chunk):
                    if sum(len(s.forms) for s in window) + len(chunk[at].forms) > most_words:
                        break
                    window.append(chunk[at])
                    at += 1
                yield window


def mixture(sources: list[tuple[float, Iterator[Window]]], rng: random.Random, words: int) -> Iterator[list[Window]]:
    """Batches of about so many words, windows drawn so that each source has its share of the words."""
    seen = [0.0] * len(sources)
    while True:
        pool: list[Window] = []
        total = 0
        while total < 12 * words:
            i = min(range(len(sources)), key=lambda k: seen[k] / sources[k][0])
            window = next(sources[i][1])
            size = sum(len(s.forms) for s in window)
            seen[i] += size
            total += size
            if size <= 400:
                pool.append(window)
        pool.sort(key=lambda w: sum(len(s.forms) for s in w) + rng.random() * 6)
        batches, batch, widest = [], [], 0
        for window in pool:
            size = sum(len(s.forms) for s in window)
            if batch and max(widest, size) * (len(batch) + 1) > words * 1.1:
                batches.append(batch)
                batch, widest = [], 0
            batch.append(window)
            widest = max(widest, size)
        batches.append(batch)
        rng.shuffle(batches)
        yield from batches


def with_noise(window: Window, rng: random.Random, noise: Config) -> Window:
    """The window as careless writers and web pages would have it."""
    style = rng.choice(_STYLES) if rng.random() < noise["quotes"] else None
    return [_noisy(sample, rng, noise, style) for sample in window]


def _noisy(s: Sample, rng: random.Random, noise: Config, style: tuple[str, str] | None) -> Sample:
    n = len(s.forms)
    if n > 3 and s.forms[-1] in (".", "!", "?") and rng.random() < noise["final_mark"] and n not in s.heads:
        n -= 1
        s = replace(s, forms=s.forms[:n], spaced=s.spaced[:n], tags=s.tags[:n], lemmas=s.lemmas[:n], heads=s.heads[:n],
                    relations=s.relations[:n], entities=s.entities[:n])  # fmt: skip
    forms = s.forms
    if style:
        closing, changed = False, []
        for form in forms:
            changed.append(style[closing] if form in _QUOTES else form)
            closing ^= form in _QUOTES
        forms = changed
    luck = rng.random()
    if luck < noise["upper"]:
        forms = [form.upper() if len(form.upper()) == len(form) else form for form in forms]
    elif luck < noise["upper"] + noise["title"]:
        forms = [form[:1].upper() + form[1:] for form in forms]
    spaced = [gap ^ (rng.random() < noise["space"]) for gap in s.spaced]
    return replace(s, forms=forms, spaced=spaced)


@dataclass(frozen=True)
class Batch:
    """Tensors of the network's inputs and of the gold labels (`IGNORE` where there is none)."""

    ids: Tensor
    mask: Tensor
    pool: Tensor
    gold: dict[str, Tensor]


class Batcher:
    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self.pieces = pieces
        self.columns = [(name, {v: i for i, v in enumerate(values)}) for name, _, values in labels.columns()]
        self.scripts = {script: i for i, script in enumerate(labels.scripts)}
        self.relations = {name: i for i, name in enumerate(labels.relations)}
        self.entities = {tag: i for i, tag in enumerate(ENTITIES)}
        self._tags: dict[str, list[int]] = {}

    def inputs(self, batch: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
        rows = [[piece for s in window for piece in self._pieces_of(s)] for window in batch]
        length = min(_LONGEST, max(sum(map(len, row)) for row in rows)) + 2
        ids = torch.full((len(rows), length), PAD)
        pool = torch.zeros(len(rows), max(map(len, rows)), length)
        mask = torch.zeros(len(rows), length)
        for b, row in enumerate(rows):
            flat = [*[BEGIN, *(p for word in row for p in word)][: length - 1], END]
            ids[b, : len(flat)] = torch.tensor(flat)
            mask[b, : len(flat)] = 1
            at = 1
            for w, word in enumerate(row):
                stop = min(at + len(word), length - 1)
                if at < stop:
                    pool[b, w, at:stop] = 1 / (stop - at)
                at += len(word)
        return ids, mask, pool

    def _pieces_of(self, s: Sample) -> list[tuple[int, ...]]:
        return [self.pieces.of_word(form, spaced=gap) for form, gap in zip(s.forms, s.spaced, strict=True)]

    def trees(self, batch: list[Window]) -> Batch:
        ids, mask, pool = self.inputs(batch)
        shape = pool.shape[:2]
        gold = {name: torch.full(shape, IGNORE) for name in ("script", "start", "head", "relation")}
        gold["tag"] = torch.full((*shape, len(self.columns)), IGNORE)
        for b, window in enumerate(batch):
            at = 0
            for s in window:
                stop = at + len(s.forms)
                gold["tag"][b, at:stop] = torch.tensor([self._tag(tag) for tag in s.tags])
                pairs = zip(s.forms, s.lemmas, strict=True)
                scripts = [self.scripts.get(lemma_script(form, lemma), IGNORE) for form, lemma in pairs]
                gold["script"][b, at:stop] = torch.tensor(scripts)
                gold["start"][b, at:stop] = torch.tensor([1, *[0] * (stop - at - 1)])
                gold["head"][b, at:stop] = torch.tensor([head + at if head else 0 for head in s.heads])
                gold["relation"][b, at:stop] = torch.tensor([self._relation(name) for name in s.relations])
                at = stop
        return Batch(ids, mask, pool, gold)

    def names(self, batch: list[Window]) -> Batch:
        ids, mask, pool = self.inputs(batch)
        entity = torch.full(pool.shape[:2], IGNORE)
        complete = torch.zeros(pool.shape[:2], dtype=torch.bool)
        for b, window in enumerate(batch):
            at = 0
            for s in window:
                entity[b, at : at + len(s.forms)] = torch.tensor([self.entities.get(tag, 0) for tag in s.entities])
                complete[b, at : at + len(s.forms)] = s.complete
                at += len(s.forms)
        return Batch(ids, mask, pool, {"entity": entity, "complete": complete})

    def _tag(self, tag: str) -> list[int]:
        if tag not in self._tags:
            parts = split_tag(tag)
            self._tags[tag] = [known.get(parts.get(name, ""), IGNORE) for name, known in self.columns]
        return self._tags[tag]

    def _relation(self, name: str) -> int:
        return self.relations.get(name, self.relations.get(name.partition(":")[0], IGNORE))


def hide_pieces(ids: Tensor, share: float) -> Tensor:
    """Some pieces replaced by the unknown one."""
    return torch.where((torch.rand(ids.shape) < share) & (ids > UNKNOWN), torch.tensor(UNKNOWN), ids)
