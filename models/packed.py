"""Training sentences as arrays: all that training reads, in one file, so that another machine needs no corpora.

Every written form stands once, with its pieces with and without a space before it, in capitals and with a capital; a
corpus is an array of forms with the labels beside it. Noise and batches are then array work (`models.batches`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cronistoria.parse.labels import ENTITIES, Labels, split_tag
from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.pieces import Pieces
from models.treebank import Sample

Array = NDArray[Any]
IGNORE = -100
STYLES = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"))
_QUOTES = frozenset('"“”«»„')
_FINAL = frozenset(".!?")
QUOTE, FINAL = 1, 2


@dataclass(frozen=True)
class Forms:
    """F forms: ``starts`` and ``sizes`` (F, 2) into ``pieces``, without and with a space before; ``upper``, ``title``
    (F,) other forms; ``marks`` (F,) the bits `QUOTE` and `FINAL`; ``styles`` (S, 2) opening and closing forms."""

    starts: Array
    sizes: Array
    pieces: Array
    upper: Array
    title: Array
    marks: Array
    styles: Array


@dataclass(frozen=True)
class Source:
    """One corpus of N words: ``ends`` the end of each sentence; labels (N,), `IGNORE` where there are none; ``tag`` is
    a row of `Packed.tags`, ``head`` counts from 1 in the sentence, ``complete`` (1,) is 0 if the names have no MISC."""

    ends: Array
    form: Array
    spaced: Array
    tag: Array
    script: Array
    head: Array
    relation: Array
    entity: Array
    complete: Array


@dataclass(frozen=True)
class Packed:
    """``tags`` (T, categories): the column of each category that a tag chooses, `IGNORE` if that value is not kept."""

    forms: Forms
    tags: Array
    sources: dict[str, Source]

    def save(self, path: Path) -> None:
        parts = {f"forms/{f.name}": getattr(self.forms, f.name) for f in fields(Forms)} | {"tags": self.tags}
        for name, source in self.sources.items():
            parts |= {f"{name}/{f.name}": getattr(source, f.name) for f in fields(Source)}
        np.savez_compressed(path, **parts)

    @classmethod
    def load(cls, path: Path) -> "Packed":
        with np.load(path) as parts:
            arrays = {name: parts[name] for name in parts.files}
        names = {name.rpartition("/")[0] for name in arrays} - {"", "forms"}
        sources = {n: Source(**{f.name: arrays[f"{n}/{f.name}"] for f in fields(Source)}) for n in sorted(names)}
        return cls(Forms(**{f.name: arrays[f"forms/{f.name}"] for f in fields(Forms)}), arrays["tags"], sources)


class Packer:
    """Takes corpora one after the other; `packed` gives the whole."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self._pieces = pieces
        self._columns = [(name, {v: i for i, v in enumerate(values)}) for name, _, values in labels.columns()]
        self._scripts = {script: i for i, script in enumerate(labels.scripts)}
        self._relations = {name: i for i, name in enumerate(labels.relations)}
        self._entities = {tag: i for i, tag in enumerate(ENTITIES)}
        self._forms: dict[str, int] = {}
        self._tags: dict[str, int] = {}
        self._sources: dict[str, Source] = {}

    def add(self, name: str, samples: list[Sample]) -> None:
        forms = [form for s in samples for form in s.forms]
        self._sources[name] = Source(
            ends=np.cumsum([len(s.forms) for s in samples], dtype=np.int32),
            form=np.array([self._forms.setdefault(form, len(self._forms)) for form in forms], np.int32),
            spaced=np.array([gap for s in samples for gap in s.spaced]),
            tag=_labels(samples, (self._tags.setdefault(t, len(self._tags)) for s in samples for t in s.tags)),
            script=_labels(samples, (script for s in samples if s.lemmas for script in self._scripts_of(s))),
            head=_labels(samples, (head for s in samples for head in s.heads)),
            relation=_labels(samples, (self._relation(name) for s in samples for name in s.relations)),
            entity=_labels(samples, (self._entities.get(tag, 0) for s in samples for tag in s.entities)),
            complete=np.array([all(s.complete for s in samples)]),
        )  # fmt: skip

    def packed(self) -> Packed:
        return Packed(self._all_forms(), np.array([self._row(tag) for tag in self._tags], np.int16), self._sources)

    def _scripts_of(self, s: Sample) -> list[int]:
        pairs = zip(s.forms, s.lemmas, strict=True)
        return [self._scripts.get(lemma_script(form, lemma), IGNORE) for form, lemma in pairs]

    def _relation(self, name: str) -> int:
        return self._relations.get(name, self._relations.get(name.partition(":")[0], IGNORE))

    def _row(self, tag: str) -> list[int]:
        parts = split_tag(tag)
        return [known.get(parts.get(name, ""), IGNORE) for name, known in self._columns]

    def _all_forms(self) -> Forms:
        styles = [[self._forms.setdefault(mark, len(self._forms)) for mark in pair] for pair in STYLES]
        upper, title = self._variants(str.upper), self._variants(_title)
        found = [self._pieces.of_word(form, spaced=gap) for form in self._forms for gap in (False, True)]
        sizes = np.array([len(pieces) for pieces in found], np.uint8)
        return Forms(
            starts=(np.cumsum(sizes, dtype=np.int32) - sizes).reshape(-1, 2), sizes=sizes.reshape(-1, 2),
            pieces=np.array([piece for pieces in found for piece in pieces], np.int32),
            upper=_whole(upper, len(self._forms)), title=_whole(title, len(self._forms)),
            marks=np.array([QUOTE * (form in _QUOTES) + FINAL * (form in _FINAL) for form in self._forms], np.uint8),
            styles=np.array(styles, np.int32),
        )  # fmt: skip

    def _variants(self, change: Any) -> list[int]:
        forms = [form if len(change(form)) != len(form) else change(form) for form in self._forms]
        return [self._forms.setdefault(form, len(self._forms)) for form in forms]


def _title(form: str) -> str:
    return form[:1].upper() + form[1:]


def _whole(variants: list[int], count: int) -> Array:
    """Forms that came as variants of others have none of their own."""
    return np.array([*variants, *range(len(variants), count)], np.int32)


def _labels(samples: list[Sample], values: Iterable[int]) -> Array:
    found = np.fromiter(values, np.int16)
    return found if len(found) else np.full(sum(len(s.forms) for s in samples), IGNORE, np.int16)
