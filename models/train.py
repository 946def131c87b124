"""Step 3, train: all heads together, for so many minutes of training; stops and goes on where it was.

    python -m models.train --corpora ../shared/corpora --work models/work --minutes 80 [--resume] [--device cuda]

The learning rate falls to nothing at the end of the time. A checkpoint (``network.pt``) is written every ten minutes,
with the figures of a small part of the development sets.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import nn

from cronistoria.parse.labels import Labels
from cronistoria.parse.pieces import Pieces, Vocabulary
from models.batches import Batch, Batcher, Window, hide_pieces, mixture, windows, with_noise
from models.checkpoint import State, read_checkpoint, shape_of, write_checkpoint
from models.data import Corpora, load_config
from models.losses import entity_loss, tree_loss
from models.network import Network, embedding
from models.source import load_source, source_path


class Training:
    """All that a run holds; `step` takes one batch."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.config = load_config(options.config)
        self.rng = random.Random(self.config["seed"])
        torch.manual_seed(self.config["seed"])
        torch.set_num_threads(options.threads)
        self.labels = msgspec.json.decode((options.work / "labels.json").read_bytes(), type=Labels)
        vocabulary = msgspec.json.decode((options.work / "vocabulary.json").read_bytes(), type=Vocabulary)
        self.batcher = Batcher(Pieces(vocabulary), self.labels)
        self.table = embedding(np.load(options.work / "table.npy")).to(options.device)
        state = None
        if options.resume:
            self.network, state = read_checkpoint(options.work / "network.pt", self.labels)
        else:
            self.network = Network(shape_of(self.config), self.labels)
            self.network.encoder.copy_from(load_source(source_path()))
        self.network.to(options.device)
        own = self.config["training"]
        encoder = {id(p) for p in self.network.encoder.parameters()}
        heads = [p for p in self.network.parameters() if id(p) not in encoder]
        groups = [{"params": list(self.network.encoder.parameters()), "top": own["encoder_rate"]},
                  {"params": heads, "top": own["head_rate"]}]  # fmt: skip
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
        self.steps, self.spent = 0, 0.0
        if state:
            self.go_on(state)
        self.half = options.device == "cuda" or torch.cpu._is_amx_tile_supported()

    def sources(self) -> tuple[Iterator[list[Window]], Iterator[list[Window]]]:
        corpora, own = Corpora(self.options.corpora, self.config), self.config["training"]
        trees = [(share, windows(corpora.trees(language), self.rng, own["window_words"]))
                 for language, share in self.config["trees"].items()]  # fmt: skip
        names = [(source["share"], windows(corpora.entities(source), self.rng, own["window_words"]))
                 for source in self.config["entities"]]  # fmt: skip
        return mixture(trees, self.rng, own["words"]), mixture(names, self.rng, own["words"])

    def rate(self) -> float:
        done = self.spent / (60 * self.options.minutes)
        return min(1.0, (done + 0.001) / self.config["training"]["warmup"]) * max(0.0, 1 - done)

    def step(self, batch: Batch, naming: bool) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * self.rate()
        rows = self.table[hide_pieces(batch.ids, self.config["noise"]["pieces"]).to(self.table.device)]
        device = self.options.device
        with torch.autocast(device, dtype=torch.bfloat16, enabled=self.half):
            scores = self.network(rows, batch.mask.to(device), batch.pool.to(device), only_entities=naming)
        on_device = Batch(batch.ids, batch.mask, batch.pool, {k: v.to(device) for k, v in batch.gold.items()})
        loss = entity_loss(scores, on_device) if naming else tree_loss(self.network, self.labels, scores, on_device)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        return loss.item()

    def save(self, path: Path) -> None:
        write_checkpoint(path, {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(),
                                "steps": self.steps, "spent": self.spent, "config": self.config})  # fmt: skip

    def go_on(self, state: State) -> None:
        """From where the checkpoint was; a network that was made smaller has no optimiser yet."""
        if state["optimizer"]:
            self.optimizer.load_state_dict(state["optimizer"])
        self.steps, self.spent = state["steps"], state["spent"]
        self.rng.seed(self.config["seed"] + self.steps)

    def run(self) -> None:
        trees, names = self.sources()
        share, noise, words = self.config["training"]["entity_share"], self.config["noise"], 0
        losses: defaultdict[str, list[float]] = defaultdict(list)
        self.network.train()
        saved, began = time.monotonic(), time.monotonic()
        while self.spent < 60 * self.options.minutes and time.time() < self.options.until:
            clock = time.monotonic()
            naming = int((self.steps + 1) * share) > int(self.steps * share)
            batch = [with_noise(window, self.rng, noise) for window in next(names if naming else trees)]
            tensors = self.batcher.names(batch) if naming else self.batcher.trees(batch)
            losses["entities" if naming else "trees"].append(self.step(tensors, naming))
            words += sum(len(s.forms) for w in batch for s in w)
            self.steps += 1
            self.spent += time.monotonic() - clock
            if self.steps % 50 == 0:
                means = " ".join(f"{name} {np.mean(values):.4f}" for name, values in losses.items())
                speed = words / (time.monotonic() - began)
                print(f"step {self.steps} {self.spent:.0f}s {speed:.0f} words/s {means}", flush=True)
                losses.clear()
            if time.monotonic() - saved > 60 * self.options.every:
                self.save(self.options.work / "network.pt")
                saved = time.monotonic()
        self.save(self.options.work / "network.pt")
        print(f"done: {self.steps} steps, {words} words, {self.spent:.0f}s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path("models/config.toml"))
    parser.add_argument("--minutes", type=float, default=80, help="of training, over all resumed runs")
    parser.add_argument("--until", type=float, default=float("inf"), help="stop at this time (seconds since the epoch)")
    parser.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    Training(options).run()


if __name__ == "__main__":
    main()
