"""Step 4, shrink: a trained network made smaller, to be trained on.

    python -m models.shrink --corpora ../shared/corpora --work models/work --layers 6 --inner 1024

Layers go one at a time, each time the one without which the loss on some training batches is least; then the units of
every feed-forward part that add least to its output (mean size of the activation times length of the outgoing weights).
What is left is written to ``network.pt`` with a fresh clock and no optimiser; the teacher stays as ``large.pt``.
"""

import argparse
import random
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from cronistoria.parse.labels import Labels
from cronistoria.parse.pieces import Pieces, Vocabulary
from models.batches import Batch, Batcher, mixture, windows
from models.checkpoint import read_checkpoint, write_checkpoint
from models.data import Corpora
from models.losses import entity_loss, tree_loss
from models.network import Layer, embedding


class Trial:
    """A network, and the batches that it is judged by."""

    def __init__(self, work: Path, corpora: Path, batches: int) -> None:
        self.labels = msgspec.json.decode((work / "labels.json").read_bytes(), type=Labels)
        vocabulary = msgspec.json.decode((work / "vocabulary.json").read_bytes(), type=Vocabulary)
        self.network, self.state = read_checkpoint(work / "network.pt", self.labels)
        self.network.eval()
        self.table = embedding(np.load(work / "table.npy"))
        config = self.state["config"]
        batcher, rng, data = Batcher(Pieces(vocabulary), self.labels), random.Random(1), Corpora(corpora, config)
        trees = [(share, windows(data.trees(language), rng, 90)) for language, share in config["trees"].items()]
        names = [(each["share"], windows(data.entities(each), rng, 90)) for each in config["entities"]]
        self.trees = [batcher.trees(each) for each in islice(mixture(trees, rng, 1000), batches)]
        self.names = [batcher.names(each) for each in islice(mixture(names, rng, 1000), max(1, batches // 3))]

    def scores(self, batch: Batch, *, only_entities: bool = False) -> dict[str, Tensor]:
        found: dict[str, Tensor] = self.network(
            self.table[batch.ids], batch.mask, batch.pool, only_entities=only_entities
        )
        return found

    def loss(self) -> float:
        with torch.no_grad():
            trees = [tree_loss(self.network, self.labels, self.scores(each), each).item() for each in self.trees]
            names = [entity_loss(self.scores(each, only_entities=True), each).item() for each in self.names]
        return sum(trees) / len(trees) + 5 * sum(names) / len(names)

    def without(self, at: int) -> tuple[nn.ModuleList, nn.Parameter]:
        """The layers and the mixture without layer `at`."""
        layers = nn.ModuleList(layer for i, layer in enumerate(self.network.encoder.layers) if i != at)
        kept = [i for i in range(self.network.mixture.shape[1]) if i != at + 1]
        return layers, nn.Parameter(self.network.mixture.data[:, kept])

    def drop_layers(self, left: int) -> None:
        while len(self.network.encoder.layers) > left:
            whole = self.network.encoder.layers, self.network.mixture
            losses = []
            for at in range(len(whole[0])):
                self.network.encoder.layers, self.network.mixture = self.without(at)
                losses.append(self.loss())
                self.network.encoder.layers, self.network.mixture = whole
            least = min(range(len(losses)), key=losses.__getitem__)
            print(f"without layer {least} of {len(losses)}: loss {losses[least]:.3f}", flush=True)
            self.network.encoder.layers, self.network.mixture = self.without(least)

    def drop_units(self, left: int) -> None:
        for at, layer in enumerate(self.network.encoder.layers):
            assert isinstance(layer, Layer)
            sizes = torch.zeros(layer.wide.out_features)

            def add(_: nn.Module, __: tuple[Tensor, ...], out: Tensor, sizes: Tensor = sizes) -> None:
                sizes.add_(functional.gelu(out).abs().flatten(0, -2).sum(0))

            hook = layer.wide.register_forward_hook(add)
            with torch.no_grad():
                for batch in self.trees[:6]:
                    self.scores(batch)
            hook.remove()
            worth = sizes * layer.narrow.weight.data.norm(dim=0)
            kept = worth.topk(left).indices.sort().values
            layer.wide.weight = nn.Parameter(layer.wide.weight.data[kept])
            layer.wide.bias = nn.Parameter(layer.wide.bias.data[kept])
            layer.narrow.weight = nn.Parameter(layer.narrow.weight.data[:, kept])
            share = worth[kept].sum() / worth.sum()
            print(f"layer {at}: {left} units keep {share:.0%} of what is added; loss {self.loss():.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6, help="how many are left")
    parser.add_argument("--inner", type=int, default=1024, help="units left in each feed-forward part")
    parser.add_argument("--batches", type=int, default=6, help="of a thousand words, to judge by")
    options = parser.parse_args()
    trial = Trial(options.work, options.corpora, options.batches)
    print(f"whole: loss {trial.loss():.3f}", flush=True)
    trial.drop_layers(options.layers)
    trial.drop_units(options.inner)
    (options.work / "network.pt").rename(options.work / "large.pt")
    left = trial.state | {"network": trial.network.state_dict(), "optimizer": None, "spent": 0.0}
    write_checkpoint(options.work / "network.pt", left)


if __name__ == "__main__":
    main()
