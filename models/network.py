"""The network in torch: the encoder, one mixture of its layers for each task, and the heads.

In: embedding rows (B, L, width) with a mask (B, L) that is true at pieces, and the word that each piece is of (B, L),
-1 for none. Out: a dict of scores, named as the runtime names them. A head is a line of `Network.forward` and a loss in
`losses.py`.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from cronistoria.parse.labels import ENTITIES, Labels
from cronistoria.parse.table import unpack_rows

MIXTURES = 3


@dataclass(frozen=True)
class Shape:
    width: int
    inner: int
    heads: int
    layers: int
    epsilon: float
    drop: float
    head_drop: float
    arc: int
    relation: int
    hidden: int


class Rounded(nn.Linear):
    """A linear map that can be trained as 8-bit export will round it (``rounded``): weights to 7 bits a row of outputs,
    inputs to 8 bits a window; the gradient passes as if nothing had been rounded."""

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        if not self.rounded:
            return functional.linear(x, self.weight, self.bias)
        return functional.linear(_round_inputs(x), _round_weights(self.weight), self.bias)


def _round_inputs(x: Tensor) -> Tensor:
    """(B, L, width), each window with a scale and a zero of its own, as ONNX's DynamicQuantizeLinear has them."""
    with torch.no_grad():
        low, high = x.amin((1, 2), keepdim=True).clamp(max=0).float(), x.amax((1, 2), keepdim=True).clamp(min=0).float()
        scale = ((high - low) / 255).clamp(min=1e-12)
        zero = torch.round(-low / scale)
        rounded = (torch.clamp(torch.round(x / scale) + zero, 0, 255) - zero) * scale
        change = (rounded - x).to(x.dtype)
    return x + change


def _round_weights(weight: Tensor) -> Tensor:
    with torch.no_grad():
        scale = (weight.abs().amax(1, keepdim=True) / 64).clamp(min=1e-12)
        change = torch.round(weight / scale) * scale - weight
    return weight + change


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = Rounded(shape.width, 3 * shape.width)
        self.attended = Rounded(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.wide = Rounded(shape.width, shape.inner)
        self.narrow = Rounded(shape.inner, shape.width)
        self.out_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(shape.drop)

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        batch, length, width = x.shape
        split = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(split[0], split[1], split[2], attn_mask=seen)
        x = self.attended_norm(x + self.drop(self.attended(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.out_norm(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Takes embedding rows, not ids: the table is frozen and lies outside (4 bits a weight at runtime)."""

    def __init__(self, shape: Shape, positions: int) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(shape.drop)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, rows: Tensor, mask: Tensor) -> list[Tensor]:
        x = self.drop(self.norm(rows + self.positions[: rows.shape[1]]))
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask[:, None, None, :]) * mask[..., None])
        return states

    def round(self) -> None:
        """From here on trained as 8-bit export will round it."""
        for module in self.modules():
            if isinstance(module, Rounded):
                module.rounded = True

    def copy_from(self, start: dict[str, NDArray[np.float32]]) -> None:
        """The tensors of the pretrained encoder, by the names that its file gives them."""
        t = {name: torch.from_numpy(values) for name, values in start.items()}
        self.positions.data.copy_(t["emb.pos"] + t["emb.type"])
        self.norm.weight.data.copy_(t["emb.ln.w"])
        self.norm.bias.data.copy_(t["emb.ln.b"])
        names = (("attended", "ao"), ("attended_norm", "aln"), ("wide", "fi"), ("narrow", "fo"), ("out_norm", "oln"))
        for i, layer in enumerate(self.layers):
            for part, into in (("w", "weight"), ("b", "bias")):
                getattr(layer.qkv, into).data.copy_(torch.cat([t[f"l{i}.{x}.{part}"] for x in "qkv"]))
                for mine, theirs in names:
                    getattr(getattr(layer, mine), into).data.copy_(t[f"l{i}.{theirs}.{part}"])


def _hidden(width: int, out: int, drop: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(drop))


class Network(nn.Module):
    def __init__(self, shape: Shape, labels: Labels, positions: int = 512) -> None:
        super().__init__()
        width, drop = shape.width, shape.head_drop
        self.encoder = Encoder(shape, positions)
        mixture = torch.zeros(MIXTURES, shape.layers + 1)
        mixture[:, -1] = 2.0
        mixture[:, -3:] += 1.0
        self.mixture = nn.Parameter(mixture)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(MIXTURES))
        self.drop = nn.Dropout(drop)
        self.tag = nn.Sequential(_hidden(width, shape.hidden, drop), nn.Linear(shape.hidden, labels.width))
        self.script = nn.Sequential(_hidden(width, shape.hidden, drop), nn.Linear(shape.hidden, len(labels.scripts)))
        self.start = nn.Linear(width, 1)
        self.entity = nn.Sequential(_hidden(width, shape.hidden, drop), nn.Linear(shape.hidden, len(ENTITIES)))
        self.arc_head, self.arc_child = _hidden(width, shape.arc, drop), _hidden(width, shape.arc, drop)
        self.relation_head = _hidden(width, shape.relation, drop)
        self.relation_child = _hidden(width, shape.relation, drop)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(shape.arc + 1, shape.arc)))
        self.relation = nn.Parameter(torch.randn(len(labels.relations), shape.relation + 1, shape.relation + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(width) * 0.5)

    def words(self, rows: Tensor, mask: Tensor, word: Tensor) -> list[Tensor]:
        """For each task the vectors of the words: means of their pieces in its mixture of the layers."""
        pool = pooling(word)
        shares = torch.softmax(self.mixture, 1)
        states = self.encoder(rows, mask)
        mixed = [sum(part * state.float() for part, state in zip(share, states, strict=True)) for share in shares]
        return [self.drop(norm((pool @ each).float())) for norm, each in zip(self.norms, mixed, strict=True)]

    def forward(self, rows: Tensor, mask: Tensor, word: Tensor) -> dict[str, Tensor]:
        tagging, parsing, naming = self.words(rows, mask, word)
        with torch.autocast(rows.device.type, enabled=False):
            nodes = torch.cat([self.root.expand(len(rows), 1, -1), parsing], 1)
            return {
                "tag": self.tag(tagging), "script": self.script(tagging), "start": self.start(tagging)[..., 0],
                "arc": with_one(self.arc_child(parsing)) @ self.arc @ self.arc_head(nodes).transpose(1, 2),
                "relation_head": with_one(self.relation_head(nodes)),
                "relation_child": with_one(self.relation_child(parsing)), "entity": self.entity(naming),
            }  # fmt: skip

    def relation_scores(self, heads: Tensor, children: Tensor) -> Tensor:
        """(N, R+1) vectors of heads and children to (N, relations)."""
        return torch.einsum("ni,rij,nj->nr", children, self.relation, heads)


def pooling(word: Tensor) -> Tensor:
    """(B, L) words of pieces to (B, W, L) shares of pieces in words."""
    pool = (word[:, None, :] == torch.arange(int(word.max()) + 1, device=word.device)[None, :, None]).float()
    return pool / pool.sum(-1, keepdim=True).clamp(min=1)


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def read_start(path: Path) -> dict[str, NDArray[np.float32]]:
    """What `models.prepare` kept of the pretrained encoder: 4-bit rows of weights, 16-bit others."""
    with np.load(path) as parts:
        return {name: unpack_rows(parts[name]) if parts[name].dtype == np.uint8 else parts[name].astype(np.float32)
                for name in parts.files}  # fmt: skip


def embedding(table: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(unpack_rows(table))
