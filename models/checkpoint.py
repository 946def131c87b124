"""The checkpoint of a training run (``network.pt``): weights, optimiser, clock, and the configuration behind them."""

from pathlib import Path
from typing import Any

import torch

from cronistoria.parse.labels import Labels
from models.data import Config
from models.network import Network, Shape

State = dict[str, Any]


def shape_of(config: Config, width: int = 384, heads: int = 12, epsilon: float = 1e-12) -> Shape:
    own = config["network"]
    return Shape(width, own["inner"], heads, own["layers"], epsilon, own["drop"], own["head_drop"], own["arc"],
                 own["relation"], own["hidden"])  # fmt: skip


def read_checkpoint(path: Path, labels: Labels) -> tuple[Network, State]:
    """The network in the size of its weights, whatever the configuration says by now."""
    state: State = torch.load(path, weights_only=False, map_location="cpu")
    weights = state["network"]
    config = dict(state["config"])
    config["network"] |= {"layers": weights["mixture"].shape[1] - 1,
                          "inner": weights["encoder.layers.0.wide.weight"].shape[0]}  # fmt: skip
    network = Network(shape_of(config), labels)
    network.load_state_dict(weights)
    return network, state


def write_checkpoint(path: Path, state: State) -> None:
    """Whole or not at all."""
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)
