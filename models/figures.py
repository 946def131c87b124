"""Figures of a network on the development sets while it is trained: the best head of each word, not the best tree."""

from collections import Counter

import torch
from torch import Tensor

from cronistoria.parse.labels import ENTITIES, Labels
from models.batches import Batch, Batcher, Window
from models.data import Config
from models.losses import relations_at, words_of
from models.network import Network
from models.packed import IGNORE, Packed
from models.treebank import spans


class Development:
    """The first sentences of each development set, a window each."""

    def __init__(self, packed: Packed, config: Config, labels: Labels, table: Tensor, half: bool) -> None:
        self.labels, self.table, self.half = labels, table, half
        self.upos = torch.from_numpy(packed.tags[:, 0]).to(table.device)
        batcher = Batcher(packed, None, 0)
        names = [f"trees-{language}-dev" for language in config["trees"]]
        names += [f"{source['name']}-dev" for source in config["entities"] if source["labels"]]
        most = config["training"]["development"]
        self.sets = {name: self._batches(batcher, name, packed, most) for name in names}
        self.complete = {name: bool(packed.sources[name].complete.all()) for name in names}

    @staticmethod
    def _batches(batcher: Batcher, name: str, packed: Packed, most: int) -> list[Batch]:
        ends = packed.sources[name].ends[:most]
        by_length = sorted(range(len(ends)), key=lambda i: ends[i] - (ends[i - 1] if i else 0))
        return [batcher.batch([Window(name, i, i + 1) for i in by_length[at : at + 100]])
                for at in range(0, len(by_length), 100)]  # fmt: skip

    @torch.no_grad()
    def figures(self, network: Network) -> str:
        training = network.training
        network.eval()
        shown = []
        for name, batches in self.sets.items():
            right: Counter[str] = Counter()
            for batch in batches:
                self._add(right, network, batch.to(str(self.table.device)), self.complete[name])
            parts = [f"{part} {100 * right[part] / right[of]:.1f}" for part, of in
                     (("upos", "words"), ("uas", "arcs"), ("las", "arcs"), ("f", "spans")) if right[of]]  # fmt: skip
            shown.append(f"{name.removesuffix('-dev')} {' '.join(parts)}")
        network.train(training)
        return " | ".join(shown)

    def _add(self, right: Counter[str], network: Network, batch: Batch, complete: bool) -> None:
        with torch.autocast(self.table.device.type, dtype=torch.bfloat16, enabled=self.half):
            scores = network(self.table[batch.ids], batch.ids > 0, batch.word)
        here = words_of(batch)
        if (batch.gold["entity"] != IGNORE).any():
            found = scores["entity"].argmax(-1)
            rows = zip(found.tolist(), batch.gold["entity"].tolist(), here.sum(1).tolist(), strict=True)
            for mine, theirs, real in rows:
                self._add_spans(right, mine[:real], theirs[:real], complete)
            return
        row, word = torch.nonzero(here, as_tuple=True)
        heads = scores["arc"].masked_fill(~torch.nn.functional.pad(here, (1, 0), value=True)[:, None, :], -1e9)
        best = heads[row, word].argmax(-1)
        named = relations_at(network, scores, row, word, best).argmax(-1)
        gold_head, gold_name = batch.gold["head"][row, word], batch.gold["relation"][row, word]
        arcs = gold_name != self.labels.relations.index("punct")
        upos = scores["tag"][row, word][:, : len(self.labels.categories[0][1])].argmax(-1)
        right["words"] += len(row)
        right["upos"] += int((upos == self.upos[batch.gold["tag"][row, word]]).sum())
        right["arcs"] += int(arcs.sum())
        right["uas"] += int((arcs & (best == gold_head)).sum())
        right["las"] += int((arcs & (best == gold_head) & (named == gold_name)).sum())

    @staticmethod
    def _add_spans(right: Counter[str], mine: list[int], theirs: list[int], complete: bool) -> None:
        found, gold = (spans([ENTITIES[i] for i in tags]) for tags in (mine, theirs))
        if not complete:
            found = {span for span in found if span[2] != "MISC"}
        right["f"] += 2 * len(found & gold)
        right["spans"] += len(found) + len(gold)
