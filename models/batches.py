"""Windows of sentences, made noisy, cut into pieces and put into batches of tensors; all of it on arrays."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from cronistoria.parse.pieces import BEGIN, END, PAD, UNKNOWN
from models.data import Config
from models.packed import FINAL, IGNORE, QUOTE, Array, Packed, Source

CASES = ("", "upper", "title")
_SIZES = (1, 1, 2, 2, 3, 4)
_LONGEST = 510
_POOL = 30


@dataclass(frozen=True)
class Window:
    """Neighbouring sentences of one source: their numbers, from ``first`` to before ``end``; ``case`` is the form that
    their words are written in (`CASES`)."""

    source: str
    first: int
    end: int
    case: int = 0


@dataclass(frozen=True)
class Batch:
    """Tensors of the network's inputs and of the gold labels (`IGNORE` where there is none).

    ``ids`` (B, L) pieces; ``word`` (B, L) the word that each is of, -1 for none; ``gold`` (B, W) by name: ``tag`` (a
    row of the tag table), ``script``, ``start``, ``head`` (0 is the root, then words of the window), ``relation``,
    ``entity``, ``complete``.
    """

    ids: Tensor
    word: Tensor
    gold: dict[str, Tensor]

    def to(self, device: str) -> "Batch":
        gold = {name: labels.to(device, non_blocking=True) for name, labels in self.gold.items()}
        return Batch(self.ids.to(device, non_blocking=True), self.word.to(device, non_blocking=True), gold)

    def pin_memory(self) -> "Batch":
        gold = {name: labels.pin_memory() for name, labels in self.gold.items()}
        return Batch(self.ids.pin_memory(), self.word.pin_memory(), gold)


def windows(name: str, packed: Packed, rng: random.Random, config: Config) -> Iterator[tuple[Window, int, int]]:
    """Neighbouring sentences, one to four together, with their numbers of words and of pieces; endless, each time in
    another order."""
    source, most, noise = packed.sources[name], config["training"]["window_words"], config["noise"]
    ends, pieces = [0, *source.ends.tolist()], [_pieces_until(packed, source, case) for case in range(len(CASES))]
    while True:
        chunks = list(range(0, len(ends) - 1, 8))
        rng.shuffle(chunks)
        for chunk in chunks:
            at, stop = chunk, min(chunk + 8, len(ends) - 1)
            while at < stop:
                end, size = at + 1, rng.choice(_SIZES)
                while end < stop and end - at < size and ends[end + 1] - ends[at] <= most:
                    end += 1
                luck = rng.random()
                case = (luck < noise["upper"]) + 2 * (noise["upper"] <= luck < noise["upper"] + noise["title"])
                yield Window(name, at, end, case), ends[end] - ends[at], pieces[case][end] - pieces[case][at]
                at = end


def _pieces_until(packed: Packed, source: Source, case: int) -> list[int]:
    """How many pieces the first sentences have, from none to all."""
    form = source.form if not case else getattr(packed.forms, CASES[case])[source.form]
    sizes = packed.forms.sizes[form, source.spaced.astype(int)]
    return [0, *np.cumsum(sizes, dtype=np.int64)[source.ends - 1].tolist()]


def mixture(packed: Packed, shares: dict[str, float], rng: random.Random, config: Config) -> Iterator[list[Window]]:
    """Batches of at most ``pieces`` pieces with what pads them, windows drawn so that each source has its share of the
    words."""
    names, most = list(shares), config["training"]["pieces"]
    drawn = [windows(name, packed, rng, config) for name in names]
    seen = [0.0] * len(names)
    while True:
        pool: list[tuple[float, Window]] = []
        total = 0
        while total < _POOL * most:
            i = min(range(len(names)), key=seen.__getitem__)
            window, words, size = next(drawn[i])
            seen[i] += words / shares[names[i]]
            if size <= _LONGEST:
                total += size
                pool.append((size + rng.random() * 3, window))
        pool.sort(key=lambda entry: entry[0])
        batches: list[list[Window]] = [[]]
        for size, window in pool:
            if batches[-1] and size * (len(batches[-1]) + 1) > most:
                batches.append([])
            batches[-1].append(window)
        rng.shuffle(batches)
        yield from batches


class Batcher:
    """Windows to tensors, as careless writers and web pages would have them where ``noise`` is given."""

    def __init__(self, packed: Packed, noise: Config | None, seed: int) -> None:
        self.packed, self.noise = packed, noise
        self.rng = np.random.default_rng(seed)

    def batch(self, batch: list[Window]) -> Batch:
        words, sentence, window = self._words(batch)
        per_window = np.bincount(window, minlength=len(batch))
        place = np.arange(len(window)) - np.repeat(np.cumsum(per_window) - per_window, per_window)
        begins = np.r_[True, sentence[1:] != sentence[:-1]]
        columns = {name: np.concatenate([getattr(self.packed.sources[w.source], name)[i] for w, i in words])
                   for name in ("form", "spaced", "tag", "script", "head", "relation", "entity")}  # fmt: skip
        complete = [self.packed.sources[w.source].complete.repeat(len(i)) for w, i in words]
        in_sentence = place[begins][np.cumsum(begins) - 1]
        head = columns.pop("head").astype(np.int64)
        columns["head"] = np.where(head > 0, head + in_sentence, head)
        columns["start"], columns["complete"] = begins, np.concatenate(complete)
        form, spaced = columns.pop("form"), columns.pop("spaced")
        if self.noise:
            form, spaced = self._noisy(form, spaced, window, np.array([w.case for w in batch]))
        ids, word = self._pieces(form, spaced, window, place, len(batch))
        gold = {}
        for name, values in columns.items():
            table = np.full((len(batch), per_window.max()), 0 if name == "complete" else IGNORE, np.int64)
            table[window, place] = values
            gold[name] = torch.from_numpy(table)
        return Batch(torch.from_numpy(ids), torch.from_numpy(word), gold)

    def _words(self, batch: list[Window]) -> tuple[list[tuple[Window, Array]], Array, Array]:
        """For each window the places of its words in its source; for each word its sentence and its window."""
        words, sentence, count = [], [], 0
        for window in batch:
            source = self.packed.sources[window.source]
            places = []
            for i in range(window.first, window.end):
                start, end = source.ends[i - 1] if i else 0, source.ends[i]
                end -= self.noise is not None and self._loses_mark(source, start, end)
                places.append(np.arange(start, end))
                sentence.append(np.full(end - start, count))
                count += 1
            words.append((window, np.concatenate(places)))
        number = np.repeat(np.arange(len(batch)), [len(places) for _, places in words])
        return words, np.concatenate(sentence), number

    def _loses_mark(self, source: Source, start: int, end: int) -> bool:
        assert self.noise
        if end - start <= 3 or self.rng.random() >= self.noise["final_mark"]:
            return False
        is_final = self.packed.forms.marks[source.form[end - 1]] & FINAL
        return bool(is_final) and not (source.head[start:end] == end - start).any()

    def _noisy(self, form: Array, spaced: Array, window: Array, case: Array) -> tuple[Array, Array]:
        noise, forms = self.noise, self.packed.forms
        assert noise
        styled = self.rng.random(len(case)) < noise["quotes"]
        style = self.rng.integers(len(forms.styles), size=len(case))
        is_quote = (forms.marks[form] & QUOTE) > 0
        before = np.cumsum(is_quote) - is_quote
        opening = np.r_[0, np.flatnonzero(window[1:] != window[:-1]) + 1]
        closing = (before - before[opening][np.cumsum(np.r_[True, window[1:] != window[:-1]]) - 1]) % 2
        form = np.where(is_quote & styled[window], forms.styles[style[window], closing], form)
        form = np.where((case == 1)[window], forms.upper[form], form)
        form = np.where((case == 2)[window], forms.title[form], form)
        return form, spaced ^ (self.rng.random(len(spaced)) < noise["space"])

    def _pieces(self, form: Array, spaced: Array, window: Array, place: Array, count: int) -> tuple[Array, Array]:
        forms = self.packed.forms
        starts, sizes = forms.starts[form, spaced.astype(int)], forms.sizes[form, spaced.astype(int)].astype(np.int64)
        shift = np.cumsum(sizes) - sizes
        within = np.arange(sizes.sum()) - np.repeat(shift, sizes)
        pieces = forms.pieces[np.repeat(starts, sizes) + within]
        row, of_word = np.repeat(window, sizes), np.repeat(place, sizes)
        per_row = np.bincount(row, minlength=count)
        column = np.arange(len(row)) - np.repeat(np.cumsum(per_row) - per_row, per_row) + 1
        kept = column <= _LONGEST
        length = min(int(per_row.max()), _LONGEST) + 2
        ids, word = np.full((count, length), PAD, np.int64), np.full((count, length), -1, np.int64)
        ids[:, 0] = BEGIN
        ids[row[kept], column[kept]], word[row[kept], column[kept]] = pieces[kept], of_word[kept]
        ids[np.arange(count), np.minimum(per_row, _LONGEST) + 1] = END
        return ids, word


class _Stream(IterableDataset[Batch]):
    def __init__(self, packed: Packed, shares: dict[str, float], config: Config, seed: int) -> None:
        self.packed, self.shares, self.config, self.seed = packed, shares, config, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        seed = self.seed + 1000 * (worker.id if worker else 0)
        batcher, rng = Batcher(self.packed, self.config["noise"], seed), random.Random(seed)
        for batch in mixture(self.packed, self.shares, rng, self.config):
            yield batcher.batch(batch)


def stream(packed: Packed, shares: dict[str, float], config: Config, seed: int, workers: int) -> Iterator[Batch]:
    """Endless batches with noise, made by so many processes (0: in this one)."""
    data = _Stream(packed, shares, config, seed)
    loader = DataLoader(data, batch_size=None, num_workers=workers, pin_memory=torch.cuda.is_available(),
                        prefetch_factor=8 if workers else None)  # fmt: skip
    return iter(loader)


def hide_pieces(ids: Tensor, share: float) -> Tensor:
    """Some pieces replaced by the unknown one."""
    hidden = (torch.rand(ids.shape, device=ids.device) < share) & (ids > UNKNOWN)
    return ids.masked_fill(hidden, UNKNOWN)
