"""Step 3, train: all heads together, for so many minutes of training; stops and goes on where it was.

    python -m models.train --work models/work --minutes 80 [--resume] [--device cuda]
    python -m models.train --work models/work --minutes 5 --resume --teacher large.pt --device cuda

The learning rate falls to nothing at the end of the time. A checkpoint (``network.pt``) is written every ten minutes,
with figures on the development sets. With ``--teacher`` the network learns from the gold labels and from what the
larger network says of every word, texts without labels among them; for the last part of the time it is trained as
8-bit export will round it.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from cronistoria.parse.labels import Labels
from models.batches import Batch, hide_pieces, stream
from models.checkpoint import State, read_checkpoint, shape_of, write_checkpoint
from models.data import Config, load_config
from models.figures import Development
from models.losses import Losses, added
from models.network import Network, embedding, read_start
from models.packed import Packed


class Training:
    """All that a run holds; `step` takes one batch."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.config = load_config(options.config)
        torch.manual_seed(self.config["seed"])
        torch.set_num_threads(options.threads)
        torch.set_float32_matmul_precision("high")
        self.labels = msgspec.json.decode((options.work / "labels.json").read_bytes(), type=Labels)
        self.packed = Packed.load(options.work / "corpora.npz")
        self.table = embedding(np.load(options.work / "table.npy")).to(options.device)
        state = None
        if options.resume:
            self.network, state = read_checkpoint(options.work / "network.pt", self.labels)
        else:
            self.network = Network(shape_of(self.config), self.labels)
            self.network.encoder.copy_from(read_start(options.work / "start.npz"))
        self.network.to(options.device)
        self.teacher = self._teacher()
        if self.teacher:
            for module in self.network.modules():
                if isinstance(module, nn.Dropout):
                    module.p = self.config["training"]["taught_drop"]
        self.losses = Losses(self.labels, torch.from_numpy(self.packed.tags).to(options.device))
        own = self.config["training"]
        encoder = {id(p) for p in self.network.encoder.parameters()}
        heads = [p for p in self.network.parameters() if id(p) not in encoder]
        groups = [{"params": list(self.network.encoder.parameters()), "top": own["encoder_rate"]},
                  {"params": heads, "top": own["head_rate"]}]  # fmt: skip
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.steps, self.spent = 0, 0.0
        if state:
            self.go_on(state)
        self.half = options.device == "cuda" or torch.cpu._is_amx_tile_supported()
        self.means: defaultdict[str, Tensor] = defaultdict(lambda: torch.zeros((), device=options.device))

    def _teacher(self) -> Network | None:
        if not self.options.teacher:
            return None
        teacher, _ = read_checkpoint(self.options.work / self.options.teacher, self.labels)
        return teacher.to(self.options.device).eval().requires_grad_(False)

    def rate(self) -> float:
        return min(1.0, (self.done() + 0.001) / self.config["training"]["warmup"]) * max(0.0, 1 - self.done())

    def done(self) -> float:
        """The share of the time that is spent."""
        return self.spent / (60 * self.options.minutes)

    def step(self, batch: Batch) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * self.rate()
        batch = batch.to(self.options.device)
        rows = self.table[hide_pieces(batch.ids, self.config["noise"]["pieces"])]
        seen = batch.ids > 0
        with torch.autocast(self.options.device, dtype=torch.bfloat16, enabled=self.half):
            scores = self.network(rows, seen, batch.word)
        parts = self.losses.gold(self.network, scores, batch)
        loss = added(parts)
        if self.teacher:
            with torch.no_grad(), torch.autocast(self.options.device, dtype=torch.bfloat16, enabled=self.half):
                wise = self.teacher(self.table[batch.ids], seen, batch.word)
            taught = self.losses.taught(self.network, scores, (self.teacher, wise), batch)
            share = self.config["training"]["taught"]
            loss = (1 - share) * loss + share * added(taught)
            parts |= {f"~{name}": value for name, value in taught.items()}
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        for name, value in parts.items():
            self.means[name] += torch.nan_to_num(value.detach())

    def save(self, path: Path) -> None:
        write_checkpoint(path, {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(),
                                "steps": self.steps, "spent": self.spent, "config": self.config})  # fmt: skip

    def go_on(self, state: State) -> None:
        """From where the checkpoint was; a network that was made smaller has no optimiser yet."""
        if state["optimizer"]:
            self.optimizer.load_state_dict(state["optimizer"])
        self.steps, self.spent = state["steps"], state["spent"]

    def run(self) -> None:
        development = Development(self.packed, self.config, self.labels, self.table, self.half)
        seed = self.config["seed"] + self.steps
        mix = shares(self.config, taught=self.teacher is not None)
        batches = stream(self.packed, mix, self.config, seed, self.options.workers)
        own, words, steps = self.config["training"], 0, self.steps
        self.network.train()
        shown = saved = began = time.monotonic()
        while self.spent < 60 * self.options.minutes and time.time() < self.options.until:
            clock = time.monotonic()
            if self.teacher and self.done() > own["whole_until"]:
                self.network.encoder.round()
            batch = next(batches)
            self.step(batch)
            words += int((batch.word >= 0).sum()) if self.steps % 20 == 0 else 0
            self.steps += 1
            if self.options.device == "cuda" and self.steps % 10 == 0:
                torch.cuda.synchronize()
            self.spent += time.monotonic() - clock
            if time.monotonic() - shown > self.options.show:
                means = " ".join(f"{k} {v.item() / (self.steps - steps):.4f}" for k, v in self.means.items())
                speed = 20 * words / (time.monotonic() - began)
                print(f"step {self.steps} {self.spent:.0f}s {speed:.0f} pieces/s {means}", flush=True)
                self.means.clear()
                shown, steps = time.monotonic(), self.steps
            if time.monotonic() - saved > 60 * self.options.every:
                self.save(self.options.work / "network.pt")
                print(development.figures(self.network), flush=True)
                saved = time.monotonic()
        self.save(self.options.work / "network.pt")
        print(f"done: {self.steps} steps, {self.spent:.0f}s", development.figures(self.network), flush=True)


def shares(config: Config, *, taught: bool) -> dict[str, float]:
    """Of the words, by source. Texts without labels are only for the taught."""
    own = config["training"]["tree_share"]
    found = {f"trees-{language}": own * share for language, share in config["trees"].items()}
    return found | {source["name"]: (1 - own) * source["share"] for source in config["entities"]
                    if source["labels"] or taught}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path("models/config.toml"))
    parser.add_argument("--minutes", type=float, default=80, help="of training, over all resumed runs")
    parser.add_argument("--until", type=float, default=float("inf"), help="stop at this time (seconds since the epoch)")
    parser.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    parser.add_argument("--show", type=float, default=30, help="seconds between lines of progress")
    parser.add_argument("--teacher", help="a larger trained network in the folder of work")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--resume", action="store_true")
    Training(parser.parse_args()).run()


if __name__ == "__main__":
    main()
