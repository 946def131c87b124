"""The network in torch: the encoder, one mixture of its layers for each task, and the heads.

In: piece ids (B, L) with a mask, and a pooling matrix (B, W, L) that averages pieces into words. Out: a dict of scores,
named as the runtime names them. A head is a method of `Network.forward` and a loss in `losses.py`.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from cronistoria.parse.labels import ENTITIES, Labels
from cronistoria.parse.table import unpack_rows
from models.source import Source

MIXTURES = 3
_FAR = -1e4


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


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.wide = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.out_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        split = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        odds = split[0] @ split[1].transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
        mixed = torch.softmax(odds, -1).to(x.dtype) @ split[2].to(x.dtype)
        x = self.attended_norm(x + self.attended(mixed.transpose(1, 2).reshape(batch, length, width)))
        return self.out_norm(x + self.narrow(functional.gelu(self.wide(x))))


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
        bias = ((1 - mask) * _FAR)[:, None, None, :].to(x.dtype)
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def copy_from(self, source: Source) -> None:
        t = {name: torch.from_numpy(values) for name, values in source.tensors.items()}
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

    def words(self, rows: Tensor, mask: Tensor, pool: Tensor) -> list[Tensor]:
        states = torch.stack([state.float() for state in self.encoder(rows, mask)])
        mixed = torch.einsum("kn,nbld->kbld", torch.softmax(self.mixture, 1), states)
        return [self.drop(norm(pool @ each)) for norm, each in zip(self.norms, mixed, strict=True)]

    def forward(self, rows: Tensor, mask: Tensor, pool: Tensor, *, only_entities: bool = False) -> dict[str, Tensor]:
        tagging, parsing, naming = self.words(rows, mask, pool)
        if only_entities:
            return {"entity": self.entity(naming).float()}
        batch = parsing.shape[0]
        nodes = torch.cat([self.root.expand(batch, 1, -1), parsing], 1)
        out = {
            "tag": self.tag(tagging), "script": self.script(tagging), "start": self.start(tagging)[..., 0],
            "arc": with_one(self.arc_child(parsing)) @ self.arc @ self.arc_head(nodes).transpose(1, 2),
            "relation_head": with_one(self.relation_head(nodes)),
            "relation_child": with_one(self.relation_child(parsing)), "entity": self.entity(naming),
        }  # fmt: skip
        return {name: scores.float() for name, scores in out.items()}

    def relation_scores(self, heads: Tensor, children: Tensor) -> Tensor:
        """(N, R+1) vectors of heads and children to (N, relations)."""
        return torch.einsum("ni,rij,nj->nr", children, self.relation, heads)


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def embedding(table: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(unpack_rows(table))
