"""Step 4, shrink: a trained network made smaller, to be trained on.

    python -m models.shrink --work models/work --layers 6 --inner 1024 [--device cuda]

Layers go one at a time, each time the one without which the loss on some training batches is least; then the units of
every feed-forward part that add least to its output (mean size of the activation times length of the outgoing weights).
What is left is written to ``network.pt`` with a fresh clock and no optimiser; the teacher stays as ``large.pt``.
"""

import argparse
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from cronistoria.parse.labels import Labels
from models.batches import Batch, stream
from models.checkpoint import read_checkpoint, write_checkpoint
from models.losses import Losses, added
from models.network import Layer, embedding
from models.packed import Packed
from models.train import shares


class Trial:
    """A network, and the batches that it is judged by."""

    def __init__(self, work: Path, batches: int, device: str) -> None:
        labels = msgspec.json.decode((work / "labels.json").read_bytes(), type=Labels)
        self.network, self.state = read_checkpoint(work / "network.pt", labels)
        self.network.eval().to(device)
        self.table = embedding(np.load(work / "table.npy")).to(device)
        config, packed = self.state["config"], Packed.load(work / "corpora.npz")
        self.losses = Losses(labels, torch.from_numpy(packed.tags).to(device))
        judged = stream(packed, shares(config, taught=False), config, 1, 0)
        self.batches = [batch.to(device) for batch in islice(judged, batches)]

    def scores(self, batch: Batch) -> dict[str, Tensor]:
        found: dict[str, Tensor] = self.network(self.table[batch.ids], batch.ids > 0, batch.word)
        return found

    @torch.no_grad()
    def loss(self) -> float:
        found = [added(self.losses.gold(self.network, self.scores(batch), batch)) for batch in self.batches]
        return torch.stack(found).mean().item()

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
            sizes = torch.zeros(layer.wide.out_features, device=layer.wide.weight.device)

            def add(_: nn.Module, __: tuple[Tensor, ...], out: Tensor, sizes: Tensor = sizes) -> None:
                sizes.add_(functional.gelu(out).abs().flatten(0, -2).sum(0))

            hook = layer.wide.register_forward_hook(add)
            with torch.no_grad():
                for batch in self.batches:
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
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6, help="how many are left")
    parser.add_argument("--inner", type=int, default=1024, help="units left in each feed-forward part")
    parser.add_argument("--batches", type=int, default=2, help="of so many words as in training, to judge by")
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    options = parser.parse_args()
    trial = Trial(options.work, options.batches, options.device)
    print(f"whole: loss {trial.loss():.3f}", flush=True)
    trial.drop_layers(options.layers)
    trial.drop_units(options.inner)
    (options.work / "network.pt").rename(options.work / "large.pt")
    left = trial.state | {"network": trial.network.state_dict(), "optimizer": None, "steps": 0, "spent": 0.0}
    write_checkpoint(options.work / "network.pt", left)


if __name__ == "__main__":
    main()
