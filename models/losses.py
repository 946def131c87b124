"""What each head is trained to do."""

import torch
from torch import Tensor
from torch.nn import functional

from cronistoria.parse.labels import ENTITIES, Labels
from models.batches import IGNORE, Batch
from models.network import Network

_SMOOTH = 0.03
_WITHOUT_MISC = [ENTITIES.index(tag) for tag in ("O", "B-MISC", "I-MISC")]


def tree_loss(network: Network, labels: Labels, scores: dict[str, Tensor], batch: Batch) -> Tensor:
    gold = batch.gold
    loss = _tags(labels, scores["tag"], gold["tag"])
    loss = loss + 0.7 * _choice(scores["script"], gold["script"], _SMOOTH)
    known = gold["start"] != IGNORE
    loss = loss + functional.binary_cross_entropy_with_logits(scores["start"][known], gold["start"][known].float())
    words = functional.pad(known, (1, 0), value=True)
    loss = loss + _choice(scores["arc"].masked_fill(~words[:, None, :], -1e9), gold["head"], 0.0)
    row, word = torch.nonzero((gold["relation"] != IGNORE) & (gold["head"] != IGNORE), as_tuple=True)
    heads = scores["relation_head"][row, gold["head"][row, word]]
    named = network.relation_scores(heads, scores["relation_child"][row, word])
    return loss + 0.8 * functional.cross_entropy(named, gold["relation"][row, word], label_smoothing=_SMOOTH)


def entity_loss(scores: dict[str, Tensor], batch: Batch) -> Tensor:
    """Where the guideline has no MISC, a word outside all names may be O or MISC."""
    gold = batch.gold["entity"]
    known = gold != IGNORE
    odds = functional.log_softmax(scores["entity"], -1)
    loss = -odds.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    either = -torch.logsumexp(odds[..., _WITHOUT_MISC], -1)
    loss = torch.where(~batch.gold["complete"] & (gold == 0), either, loss)
    return loss[known].mean()


def _choice(scores: Tensor, gold: Tensor, smooth: float) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=IGNORE, label_smoothing=smooth)


def _tags(labels: Labels, scores: Tensor, gold: Tensor) -> Tensor:
    """The part of speech and the features, each a choice of its own; their losses are added up."""
    known = gold[..., 0] != IGNORE
    flat, wanted = scores[known], gold[known]
    total = torch.zeros(())
    for i, (_, start, values) in enumerate(labels.columns()):
        smooth = _SMOOTH if i == 0 else 0.0
        total = total + _choice(flat[:, start : start + len(values)], wanted[:, i], smooth)
    return total
